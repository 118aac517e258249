"""One message with everything a turn needs to answer it."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.answers.types import Language
from bot.catalogue.formats import PARIS
from bot.catalogue.places import DEPARTMENTS, region_of
from bot.dialogue.abilities import Abilities
from bot.dialogue.messages import Button, Layout, Message, Paragraph, Reply, paragraph
from bot.dialogue.presses import Press, data
from bot.dialogue.state import Draft, TalkState
from bot.dialogue.wording import say
from bot.intake.checks import Checked, Problem
from bot.intake.form import Field
from bot.intake.whereabouts import Near


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What was said, in which state of the talk, when, and what can be done about it."""

    state: TalkState
    message: Message
    now: datetime
    abilities: Abilities

    @property
    def language(self) -> Language:
        """The language to speak."""
        return self.state.language or Language.FRENCH

    @property
    def today(self) -> date:
        """The day it is in Paris."""
        return self.now.astimezone(PARIS).date()

    @property
    def near(self) -> Near:
        """Where the project or the company was told to be: in that department, else in its region."""
        company, draft = self.state.company, self.state.draft
        told = {str(draft.values["department"])} if draft and draft.values.get("department") else {*company.departments}
        around = {each.code for each in DEPARTMENTS if _region_name(each.region_code) == company.region}
        return tuple(frozenset(codes) for codes in (told, around) if codes)

    def check(self, field: Field, text: str) -> Checked | Problem:
        """Read an answer of the form, of places of the same name the one near the company."""
        return self.abilities.check(field, text, self.today, near=self.near)

    def with_state(self, state: TalkState) -> "Heard":
        """The same message in another state."""
        return replace(self, state=state)

    def with_draft(self, draft: Draft) -> "Heard":
        """The same message with the draft in another state."""
        return self.with_state(replace(self.state, draft=draft))

    def with_message(self, message: Message) -> "Heard":
        """Another message in the same state."""
        return replace(self, message=message)

    def say(self, key: str, **holes: object) -> str:
        """The wording of that key in the language of the talk."""
        return say(key, self.language, **holes)

    def reply(self, *keys: str, buttons: tuple[tuple[Button, ...], ...] = (), **holes: object) -> Reply:
        """A reply of one paragraph per wording key."""
        return Reply(paragraphs=tuple(paragraph(self.say(key, **holes)) for key in keys), buttons=buttons)

    def heading(self, key: str, **holes: object) -> Paragraph:
        """A heading in the language of the talk."""
        return paragraph(self.say(key, **holes), Layout.HEADING)

    def button(self, key: str, press: Press, *parts: object) -> Button:
        """A button labelled with the wording of that key."""
        return Button(self.say(key), press=data(press, *parts))

    def command_button(self, command: str) -> Button:
        """A button that does what the command does."""
        return self.button(f"button_{command}", Press.COMMAND, command)


def _region_name(code: str) -> str:
    region = region_of(code)
    return region.name if region else ""
