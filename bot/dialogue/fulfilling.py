"""Wishes said in one's own words lead where their commands lead: erasing, a person, another language, applying."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.types import Context, Language, Thread
from bot.catalogue.folding import flat
from bot.dialogue import advising, applying, commands, passing, questions, remembering, steps
from bot.dialogue.candidacy import agrees_to_begin, asks_how_to_apply, asks_to_sign_up, resumes
from bot.dialogue.form_replies import so_far
from bot.dialogue.heard import Heard
from bot.dialogue.messages import Reply, paragraph, plain_text
from bot.dialogue.presses import FormPress, Press, data
from bot.dialogue.reaching import (
    asks_own_chamber,
    complains,
    language_wished,
    language_wished_first,
    when_and_why,
    wishes_a_person,
)
from bot.dialogue.registering import says_no, says_yes
from bot.dialogue.rereading import asks_what_is_noted
from bot.dialogue.state import LanguageBy, Pending
from bot.dialogue.stopping import control, wishes_erasure
from bot.dialogue.turn import Turn

_FREE = (Pending.LETTER, Pending.CORRECTION)  # any words are awaited
_APPLY = "candidater"
_SURE = re.compile(
    r"(?:oui|yes|ouais|je confirme|i confirm)"
    r"(?: (?:oui|yes|vraiment|svp|please|je confirme|effacez|effacer|supprimez|supprimer|tout"
    r"|erase|delete|it|all|everything))*"
)  # « ok » is too little to erase everything by


def at_any_time(heard: Heard) -> Turn | None:
    """Yes or no to erasing everything, and the wishes that are no answer to whatever was asked."""
    text, pending = heard.message.text, heard.state.pending
    if pending is Pending.ERASE and _SURE.fullmatch(flat(text)):
        return commands.erase(heard)
    if pending is Pending.ERASE and says_no(text):
        return Turn(state=replace(heard.state, pending=None), replies=(heard.reply("never_mind"),))
    if pending in _FREE:
        return None
    if wishes_erasure(text):
        return commands.run(_settled(_stopped(heard)), "effacer")
    language = language_wished(text)
    return _spoken(_settled(heard), language) if language else None


def _spoken(heard: Heard, language: Language) -> Turn:
    """That language from now on, and the last answer in it."""
    turn = commands.speak(heard, language)
    draft, asked = heard.state.draft, heard.state.thread.asked
    if not asked or (draft is not None and not draft.paused):
        return turn
    heard = heard.with_state(turn.state)
    again = questions.asked(heard, heard.say("ask_in_language", question=asked.rstrip(" ?.!")))
    return replace(again, replies=(*turn.replies, *again.replies))


def in_another_language(heard: Heard) -> Heard:
    """The message without the wish for a language that it begins with, and the talk in that language."""
    language, rest = language_wished_first(heard.message.text)
    if language is None:
        return heard
    state = replace(heard.state, language=language, language_by=LanguageBy.CHOICE)
    return heard.with_state(state).with_message(replace(heard.message, text=rest))


def when_nothing_is_awaited(heard: Heard) -> Turn | None:
    """A person, how to apply, and « on y va » after an invitation to apply."""
    text = heard.message.text
    if left := advising.contact_left(heard):
        return left
    if asks_own_chamber(text):
        return advising.own_chamber(heard)
    if wishes_a_person(text):
        wishing = heard.with_state(replace(heard.state, call_wish=when_and_why(text)))
        return commands.run(_stopped(wishing), "conseiller")
    if complains(text):
        return _first(commands.run(_stopped(heard), "conseiller"), heard.say("apology"))
    if passing.asks_what_was_sent(text):
        return passing.sent(heard)
    if remembering.asks_what_is_known(text):
        return remembering.told(heard)
    if asks_how_to_apply(text):
        return _how_to_apply(heard)
    if asks_what_is_noted(text) and (waiting := heard.state.draft) is not None and waiting.paused:
        buttons = ((heard.button("button_go_on", Press.COMMAND, _APPLY),),)
        noted = Reply(paragraphs=tuple(map(paragraph, so_far(heard, waiting))), buttons=buttons)
        return Turn(state=heard.state, replies=(noted,))
    if _goes_on(heard):
        return applying.resumed(heard)
    return applying.open_form(heard) if _begins(heard) else None


def _goes_on(heard: Heard) -> bool:
    """« oui », « on reprend » to « voulez-vous la continuer ? »."""
    draft, text = heard.state.draft, heard.message.text
    way = data(Press.FORM, draft.id, draft.version, FormPress.RESUME) if draft is not None else ""
    offered = draft is not None and draft.paused and way in heard.state.offered.values()
    return offered and (resumes(text) or agrees_to_begin(text) or says_yes(text))


def _begins(heard: Heard) -> bool:
    """« on y va » after an invitation, « on reprend » while a draft waits."""
    draft, text = heard.state.draft, heard.message.text
    if draft is not None and not draft.paused:
        return False
    return (heard.state.invited and agrees_to_begin(text)) or (draft is not None and resumes(text))


def invites(replies: Sequence[Reply]) -> bool:
    """Whether one of the replies says or shows how to apply."""
    presses = {button.press for reply in replies for row in reply.buttons for button in row}
    said = any(f"/{_APPLY}" in plain_text(reply) for reply in replies)
    return said or data(Press.COMMAND, _APPLY) in presses


def _how_to_apply(heard: Heard) -> Turn:
    """From the knowledge, about what was talked of if it may be meant, with the button to begin."""
    text, context = heard.message.text, questions.context_of(heard)
    if not (context.subjects and not asks_to_sign_up(text)):
        return _with_button(heard, _asked_plainly(heard, context))
    turn = questions.asked(heard, text)
    abstained = any(getattr(effect, "abstained", False) for effect in turn.effects)
    return _with_button(heard, _asked_plainly(heard, context) if abstained else turn)


def _asked_plainly(heard: Heard, context: Context) -> Turn:
    """The question in plain words, as if nothing had been talked of."""
    alone = replace(context, subjects=(), last_question="", thread=Thread())
    answer = heard.abilities.answer(heard.say("apply_question"), alone, heard.today, heard.message.id)
    return questions.given(heard, replace(answer, question=heard.message.text))


def with_way_to_apply(heard: Heard, turn: Turn) -> Turn:
    """The same turn with the button to begin, where it says how and has none."""
    presses = {button.press for reply in turn.replies for row in reply.buttons for button in row}
    shown = data(Press.COMMAND, _APPLY) in presses
    return _with_button(heard, turn) if invites(turn.replies) and not shown else turn


def _with_button(heard: Heard, turn: Turn) -> Turn:
    """The button to begin under the answer, unless the form is open."""
    draft = heard.state.draft
    if draft is not None and not draft.paused:
        return turn
    *others, last = turn.replies
    return replace(turn, replies=(*others, replace(last, buttons=(*last.buttons, (heard.command_button(_APPLY),)))))


def _first(turn: Turn, text: str) -> Turn:
    """The same turn that begins with that sentence."""
    first, *others = turn.replies
    said = replace(first, paragraphs=(paragraph(text), *first.paragraphs))
    return replace(turn, replies=(said, *others))


def _stopped(heard: Heard) -> Heard:
    """The form paused, where the same message says to stop: « laissez tomber, donnez-moi un numéro »."""
    draft = heard.state.draft
    stops = draft is not None and not draft.paused and control(heard.message.text) is FormPress.STOP
    return heard.with_draft(steps.pause(draft)) if draft is not None and stops else heard


def _settled(heard: Heard) -> Heard:
    """What was awaited is no longer."""
    return heard.with_state(replace(heard.state, pending=None))
