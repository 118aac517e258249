"""Plays a whole conversation written as a story, on the real engine and a real database.

Each line is one of:
    > text            the person writes (a `/command` too)
    ~ text            the person edits their last message
    ~~ text           the person edits an older message
    [label]           the person presses the button of that label, the newest one that was shown
    [[label]]         the person presses the oldest button of that label
    (voice)           the person sends something that is not text
    < fragment        Relais says that, in its replies to the last line
    <! fragment       Relais does not say that
    # remark
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from bot.answers.small_talk import DOUBTFUL, small_talk
from bot.answers.types import Answer, Citation, Context, Language, Reason, Sentence
from bot.catalogue.models import Origin, Partner
from bot.channels.bodies import message_to_json, reply_to_json
from bot.channels.effects import Effects
from bot.channels.records import StoredRecords
from bot.channels.turns import draft_seen
from bot.dialogue.abilities import Abilities, chamber_in, local_chambers_in
from bot.dialogue.engine import TalkEngine
from bot.dialogue.messages import Attachment, AttachmentKind, Button, Document, Message, Reply, plain_text
from bot.dialogue.state import TalkState, state_from_json, state_to_json
from bot.intake.checks import check
from bot.intake.companies import OFF, LookedUp
from bot.intake.modelled import without_model
from bot.intake.showing import show
from bot.store import answers, applications, drafts, inbox, outbox, talks
from bot.store.database import Database, Session
from bot.store.tables import ApplicationStatus, TalkRow

LEGAL = (ApplicationStatus.ACCEPTED, ApplicationStatus.CLOSED)
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
CHAMBERS = (
    Partner(
        id="p#1",
        file="p.csv",
        title="CCI Bourgogne-Franche-Comté",
        category="chambre",
        regions=("Bourgogne-Franche-Comté",),
        departments=("21", "25", "90"),
        site="https://cci-bfc.example",
    ),
    Partner(
        id="p#2",
        file="p.csv",
        title="CCI Territoire de Belfort",
        category="chambre",
        regions=("Bourgogne-Franche-Comté",),
        departments=("90",),
    ),
)


def scripted_answer(question: str, context: Context, today: date) -> Answer:
    """One known subject (the PTZ loan), small talk, and an honest refusal of all else."""
    language = context.language or Language.FRENCH
    if small_talk(question):
        return _answer(question, language, (Sentence("Avec plaisir."),), reason=Reason.SMALL_TALK)
    if "prêt" not in question.lower() and "financements" not in question.lower():
        said = (Sentence("Je ne trouve pas cela dans la base."),)
        return _answer(question, language, said, abstained=True, reason=Reason.NOT_IN_KNOWLEDGE)
    citation = Citation(
        document="Prêt Relocalisation",
        origin=Origin(file="financements/pret.md", section="Montant", page=2),
        passage="Le prêt va jusqu'à 55 000 €.",
        passage_id="x1",
        valid_until=date(2026, 12, 31),
        checked_on=date(2026, 11, 2),
        url="https://pret.example/relocalisation",
    )
    sentences = (Sentence("Le prêt va jusqu'à 55 000 €.", (1,)), Sentence("Sans garantie.", (1,), bullet=True))
    answer = _answer(question, language, sentences)
    return replace(answer, citations=(citation,), suggestions=("Qui peut avoir le prêt ?",), subjects=("pret",))


def _answer(question: str, language: Language, said: tuple[Sentence, ...], **others: Any) -> Answer:
    return Answer(question=question, sentences=said, language=language, release="r1", **others)


def abilities_on(database: Database) -> Abilities:
    """Everything real but the answerer."""

    def stored_answer(talk_id: int, answer_id: str) -> dict[str, Any] | None:
        with database.reading() as session:
            return answers.find(session, talk_id, answer_id)

    def sent(talk_id: int) -> tuple[applications.SentApplication, ...]:
        with database.reading() as session:
            return applications.applications_of(session, talk_id)

    return Abilities(
        answer=lambda question, context, today, _: scripted_answer(question, context, today),
        find_schemes=lambda context, today: scripted_answer("Quels financements ?", context, today),
        find_partners=lambda context, today: scripted_answer("Quels partenaires ?", context, today),
        is_small_talk=lambda text: small_talk(text) not in (None, DOUBTFUL),
        stored_answer=stored_answer,
        applications=sent,
        records=StoredRecords(database),
        chamber=lambda region: chamber_in(CHAMBERS, region),
        local_chambers=lambda departments: local_chambers_in(CHAMBERS, departments),
        check=check,
        show=show,
        extract=without_model,
    )


@dataclass
class Talk:
    """One person's conversation; `language` as their channel reports it."""

    database: Database
    language: str | None = "fr"
    address: str = "1001"
    look_up: Callable[[str], LookedUp] = lambda _: OFF
    answer: Callable[[str, Context, date, str], Answer] | None = None  # the real answerer, when a test wants it
    now: datetime = NOW
    replies: tuple[Reply, ...] = ()
    shown: list[Button] = field(default_factory=list)
    _count: int = 0

    def __post_init__(self) -> None:
        able = replace(abilities_on(self.database), look_up=self.look_up)
        self.engine = TalkEngine(replace(able, answer=self.answer) if self.answer else able)
        self.apply = Effects(web="https://relais.example", legal=LEGAL)
        with self.database.transaction() as session:
            self.id = talks.open_talk(session, "telegram", self.address, self.now)

    @property
    def state(self) -> TalkState:
        with self.database.reading() as session:
            return state_from_json(session.get_one(TalkRow, self.id).state)

    @property
    def text(self) -> str:
        """What Relais just said, buttons in brackets."""
        labels = [f"[{button.label}]" for reply in self.replies for row in reply.buttons for button in row]
        return "\n".join([*map(plain_text, self.replies), *labels])

    @property
    def documents(self) -> list[Document]:
        return [reply.document for reply in self.replies if reply.document]

    @property
    def sent(self) -> tuple[applications.SentApplication, ...]:
        with self.database.reading() as session:
            return applications.applications_of(session, self.id)

    def expect(self, story: str) -> None:
        """Play the story; the first line that does not hold is shown with what was said instead."""
        for number, line in enumerate(story.strip().splitlines(), 1):
            if line.strip() and not line.strip().startswith("#"):
                self._play_line(number, line.strip())

    def _play_line(self, number: int, line: str) -> None:
        mark, _, rest = line.partition(" ")
        if mark == "<":
            assert rest in self.text, f"line {number}: {rest!r} is not in:\n{self.text}"
        elif mark == "<!":
            assert rest not in self.text, f"line {number}: {rest!r} is in:\n{self.text}"
        elif mark == ">":
            self.say(rest)
        elif mark in ("~", "~~"):
            self.hear(Message(id="", text=rest, edited=True, sent_as=f"m{self._count}" if mark == "~" else "m0"))
        elif line.startswith("("):
            self.hear(Message(id="", attachment=Attachment(kind=AttachmentKind(line.strip("()")))))
        else:
            self.press(line)

    def say(self, text: str) -> None:
        """The person writes."""
        self._count += 1
        self.hear(Message(id="", text=text, sent_as=f"m{self._count}"))

    def attach(self, name: str = "plan.pdf", content: bytes = b"plan", text: str = "", problem: str = "") -> None:
        """The person sends a document that was taken in, or could not be."""
        found = {"problem": problem} if problem else {"sha256": hashlib.sha256(content).hexdigest(), "format": "pdf"}
        sent = Attachment(kind=AttachmentKind.DOCUMENT, name=name, size=len(content), **found)
        self.hear(Message(id="", text=text, attachment=sent))

    def told(self, reply: Reply) -> None:
        """The desk said something meanwhile."""
        self.shown += [button for row in reply.buttons for button in row if button.press]

    def press(self, label: str) -> None:
        """The person presses a button that was shown, the newest unless `[[label]]`."""
        buttons = self.shown if label.startswith("[[") else list(reversed(self.shown))
        wanted = label.removeprefix("[").removesuffix("]").removeprefix("[").removesuffix("]")
        found = next((button for button in buttons if wanted in button.label), None)
        assert found, f"no button {wanted!r} among {[button.label for button in self.shown]}"
        self.hear(Message(id="", press=found.press))

    def hear(self, message: Message) -> None:
        """One turn as the worker does it: everything in one transaction at the end."""
        message = replace(message, channel="telegram", language=self.language, talk_id=self.id)
        with self.database.transaction() as session:
            key = f"{self.id}-{datetime.now(UTC).timestamp()}"
            body = message_to_json(message)
            stored = inbox.add(session, channel="telegram", update_key=key, talk_id=self.id, body=body, now=self.now)
        message = replace(message, id=str(stored))
        turn = self.engine.respond(self.state, message, self.now)
        with self.database.transaction() as session:
            session.get_one(TalkRow, self.id).state = json.loads(json.dumps(state_to_json(turn.state)))
            drafts.note(session, self.id, draft_seen(turn), self.now)
            done = [self.apply(session, self.id, effect, self.now) for effect in turn.effects]
            outcomes = [outcome for outcome in done if outcome is not None]
            announced = [reply for outcome in outcomes for reply in self.engine.announce(turn.state, outcome)]
            self.replies = (*turn.replies, *announced)
            inbox.finish(session, int(message.id), self.now)
            self._keep(session, int(message.id))
        self.shown += [button for reply in self.replies for row in reply.buttons for button in row if button.press]
        assert self.replies, "Relais must always say something"
        assert all(len(button.press.encode()) <= 64 for button in self.shown)

    def _keep(self, session: Session, inbox_id: int) -> None:
        for position, reply in enumerate(self.replies):
            kept = outbox.NewReply(
                talk_id=self.id, inbox_id=inbox_id, key=f"{inbox_id}:{position}", body=reply_to_json(reply)
            )
            outbox.add(session, kept, self.now)
