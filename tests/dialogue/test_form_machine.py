"""Any order of presses and texts: the form never crashes, and nothing is sent without recap and consent."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.answers.small_talk import small_talk
from bot.answers.types import Answer, Context, Language, Sentence
from bot.dialogue.abilities import Abilities
from bot.dialogue.effects import EraseMyData, SubmitApplication
from bot.dialogue.engine import TalkEngine
from bot.dialogue.messages import Attachment, AttachmentKind, Message
from bot.dialogue.state import TalkState, state_from_json, state_to_json
from bot.intake.checks import check
from bot.intake.companies import LookedUp, Standing
from bot.intake.form import CONSENT_VERSION, OF_THE_REGISTRY, asked_fields, shown_fields
from bot.intake.modelled import without_model
from bot.intake.showing import show
from bot.store.attachments import StoredDocument
from bot.store.calls import Call
from bot.store.corrections import Correction
from bot.store.following import Followed

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
TYPED = (
    "Duval Sièges", "732 829 320", "Camille Duval", "camille@duval.example", "06 12 34 56 78", "Belfort", "25", "1",
    "2", "1,2 M€", "12", "oui", "non", "j'accepte", "je n'accepte pas", "envoyer", "corriger", "corriger le contact",
    "passer", "retour", "stop", "reprendre", "bonjour", "Quel prêt ?", "loir", "Bretagne", "😀", "", "x" * 4000,
    "/candidater", "/start candidater", "/dossier", "/effacer", "/conseiller", "/langue", "/stop", "oui, tout effacer",
    "financement", "idée", "c'est tout", "pas encore créée", "non, 45 salariés", "corrige l'e-mail : x@y.example",
    "en fait c'est à Dijon", "recommencer", "non", "Saint-Aubin", "camille@gmial.com", "4", "T2 2027", "pourquoi ?",
    "On est Duval Sièges, 42 salariés à Vesoul, on veut rapatrier nos assises de Pologne, 1,2 M€",
    "je veux candidater : Duval, 12 emplois", "corriger", "corrige le téléphone", "non, le SIREN c'est 552 100 554",
)  # fmt: skip


def answer(question: str, _context: Context, _today: date, _answer_id: str) -> Answer:
    return Answer(question=question, sentences=(Sentence("Voilà."),), language=Language.FRENCH, release="r1")


def register_says(number: str) -> LookedUp:
    """One company is known, the register fails for the others."""
    if number == "732829320":
        return LookedUp(standing=Standing.ACTIVE, name="DUVAL SIEGES", address="12 RUE DES FORGES", employees=[20, 49])
    return LookedUp(standing=Standing.UNREACHABLE)


class NoRecords:
    """A person of whom nothing else is kept."""

    def follow(self, talk_id: int, reference: str) -> Followed | None:
        return None

    def corrections(self, talk_id: int) -> tuple[Correction, ...]:
        return ()

    def documents(self, talk_id: int, reference: str) -> tuple[StoredDocument, ...]:
        return ()

    def waiting_documents(self, talk_id: int) -> tuple[StoredDocument, ...]:
        return ()

    def calls(self, talk_id: int) -> tuple[Call, ...]:
        return ()

    def answers(self, talk_id: int) -> tuple[dict[str, Any], ...]:
        return ()


class FormMachine(RuleBasedStateMachine):
    """A person who presses any button ever shown and types anything."""

    def __init__(self) -> None:
        super().__init__()
        self.engine = TalkEngine(
            Abilities(
                answer=answer,
                find_schemes=lambda context, today: answer("", context, today, ""),
                find_partners=lambda context, today: answer("", context, today, ""),
                is_small_talk=lambda text: small_talk(text) is not None,
                stored_answer=lambda _talk, _answer: None,
                applications=lambda _talk: (),
                records=NoRecords(),
                chamber=lambda _region: None,
                check=check,
                show=show,
                extract=without_model,
                look_up=register_says,
            )
        )
        self.state = TalkState()
        self.ids = count(1)
        self.shown: list[str] = []
        self.sent: set[str] = set()

    def hear(self, message: Message) -> None:
        before = self.state
        turn = self.engine.respond(before, replace(message, id=str(next(self.ids)), sent_as="m", language="fr"), NOW)
        self.state = state_from_json(state_to_json(turn.state))
        for effect in turn.effects:
            if isinstance(effect, SubmitApplication):
                self.check_submission(before, effect)
            if isinstance(effect, EraseMyData):
                assert self.state.draft is None
        assert turn.replies or turn.effects
        presses = [button.press for reply in turn.replies for row in reply.buttons for button in row if button.press]
        assert all(len(press.encode()) <= 64 for press in presses)
        self.shown += presses

    def check_submission(self, before: TalkState, effect: SubmitApplication) -> None:
        assert before.draft is not None
        assert before.draft.step is None
        assert not before.draft.paused
        assert not before.draft.proposed
        assert effect.unverified is before.draft.unverified
        assert set(effect.origins) <= set(effect.fields)
        assert effect.fields["consent"] == effect.consent == CONSENT_VERSION
        missing = [field.key for field in asked_fields(effect.fields) if field.key not in effect.fields]
        assert set(missing) <= set(before.draft.skipped)
        assert f"a:{before.draft.id}:{before.draft.version}:e" in self.shown  # the recap of this very version was shown
        assert effect.idempotency_key not in self.sent
        self.sent.add(effect.idempotency_key)

    @rule(text=st.sampled_from(TYPED))
    def type_something_usual(self, text: str) -> None:
        self.hear(Message(id="", text=text))

    @rule(text=st.text(max_size=60))
    def type_anything(self, text: str) -> None:
        self.hear(Message(id="", text=text))

    @rule(back=st.integers(0, 12))
    def press_a_recent_button(self, back: int) -> None:
        if self.shown:
            self.hear(Message(id="", press=self.shown[-1 - back % len(self.shown)]))

    @rule(at=st.integers(0, 400))
    def press_any_button_ever_shown(self, at: int) -> None:
        if self.shown:
            self.hear(Message(id="", press=self.shown[at % len(self.shown)]))

    @rule(text=st.sampled_from(TYPED))
    def edit_the_last_message(self, text: str) -> None:
        self.hear(Message(id="", text=text, edited=True))

    @rule(kind=st.sampled_from(AttachmentKind), caption=st.sampled_from(("", "Quel prêt ?", "Duval")))
    def send_something_else(self, kind: AttachmentKind, caption: str) -> None:
        self.hear(Message(id="", text=caption, attachment=Attachment(kind=kind)))

    @rule(data=st.from_regex(r"[asfqcrhlwWen](:[a-z0-9+\-]{0,3}){0,5}", fullmatch=True))
    def press_a_forged_button(self, data: str) -> None:
        self.hear(Message(id="", press=data))

    @rule()
    def go_straight_on(self) -> None:
        """A good answer to the question asked, so that recaps and sends are reached."""
        if self.state.draft is None or self.state.draft.paused:
            self.hear(Message(id="", press="c:candidater"))
            return
        good = {
            "company": "Duval",
            "contact": "Camille Duval",
            "email": "camille@duval.example",
            "department": "90",
            "product": "Sièges",
            "stage": "idea",
            "consent": "j'accepte",
            None: "envoyer",
        }
        self.hear(Message(id="", text=good.get(self.state.draft.step, "passer")))

    @invariant()
    def a_draft_is_at_a_field_that_applies(self) -> None:
        draft = self.state.draft
        if draft is not None and draft.step is not None:
            on_purpose = {"town", "operations"}  # never asked for, but may be corrected, with a value or without
            assert draft.step in {field.key for field in shown_fields(draft.values)} | on_purpose
            assert draft.values.get("company", "") is not None or draft.step not in OF_THE_REGISTRY


FormMachine.TestCase.settings = settings(max_examples=30, stateful_step_count=50, deadline=None)
TestTheFormNeverCrashesAndNeverSendsByItself = FormMachine.TestCase
