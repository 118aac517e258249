"""Carries out what a turn wants done, inside the transaction that ends the turn."""

import json
import secrets
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime

from bot.catalogue.formats import PARIS
from bot.channels import applicant_effects
from bot.dialogue.effects import (
    AnswerCorrection,
    CallHuman,
    Effect,
    Erased,
    EraseMyData,
    Exported,
    ExportMyData,
    KeepDocument,
    Outcome,
    PlaceDocuments,
    RecordAnswer,
    RecordFeedback,
    ShareDraft,
    SubmitApplication,
    Submitted,
    TakeDraft,
    TakeOutDocument,
    WithdrawApplication,
    Withdrawn,
    WriteToAdviser,
)
from bot.intake.finding import found_by
from bot.store import answers, applications, attachments, calls, drafts, privacy, registry_checks
from bot.store.database import Session
from bot.store.privacy import Erasing


@dataclass(frozen=True, kw_only=True)
class Effects:
    """Fulfils `turns.ApplyEffect`; `web` is the public address of the chat page, `legal` the statuses kept by law."""

    web: str = ""
    legal: Collection[str] = ()

    def __call__(self, session: Session, talk_id: int, effect: Effect, now: datetime) -> Outcome | None:
        """Carry one effect out; gives what is to be announced of it, if anything."""
        match effect:
            case RecordAnswer() | RecordFeedback() | CallHuman():
                _record(session, talk_id, effect, now)
            case SubmitApplication() | WithdrawApplication():
                return _apply(session, talk_id, effect, now)
            case KeepDocument() | PlaceDocuments() | TakeOutDocument():
                applicant_effects.apply_document(session, talk_id, effect, now)
            case AnswerCorrection() | WriteToAdviser():
                return applicant_effects.apply_adviser(session, talk_id, effect, now)
            case ShareDraft():
                return applicant_effects.share_draft(session, talk_id, effect, now, self.web)
            case TakeDraft():
                return applicant_effects.take_draft(session, talk_id, effect, now)
            case ExportMyData() | EraseMyData():
                return self._privacy(session, talk_id, effect, now)
        return None

    def _privacy(self, session: Session, talk_id: int, effect: ExportMyData | EraseMyData, now: datetime) -> Outcome:
        linked = drafts.is_linked(session, talk_id)
        if isinstance(effect, ExportMyData):
            kept = privacy.collect(session, talk_id, now)
            return Exported(content=json.dumps(kept, ensure_ascii=False, indent=2), linked=linked)
        done = privacy.erase(session, talk_id, Erasing(receipt=new_receipt(), legal=self.legal), now)
        return Erased(counts=done.counts, receipt=done.receipt, at=now, kept=done.kept, linked=linked)


def new_receipt() -> str:
    """`EFF-` and twelve characters that nobody guesses."""
    return f"EFF-{secrets.token_hex(6).upper()}"


def _record(session: Session, talk_id: int, effect: RecordAnswer | RecordFeedback | CallHuman, now: datetime) -> None:
    match effect:
        case RecordAnswer():
            answers.add(session, _new_answer(talk_id, effect), now)
        case RecordFeedback():
            answers.rate(session, talk_id, effect.answer_id, effect.helpful, now)
        case CallHuman():
            calls.add(session, talk_id, region=effect.region, contact=effect.contact, subject=effect.subject, now=now)


def _apply(
    session: Session, talk_id: int, effect: SubmitApplication | WithdrawApplication, now: datetime
) -> Submitted | Withdrawn:
    if isinstance(effect, WithdrawApplication):
        done = applications.withdraw(session, talk_id, effect.reference, now)
        return Withdrawn(reference=effect.reference, done=done)
    year = now.astimezone(PARIS).year
    reference, already = applications.submit(session, _new_application(talk_id, effect), now, year)
    if not already:
        applications.index(session, reference, **asdict(found_by(reference, effect.fields)))
        attachments.adopt(session, talk_id, reference, now, sent_with=True)
    if effect.unverified and not already:
        registry_checks.add(session, reference, str(effect.fields["siren"]), now)
    return Submitted(reference=reference, already=already, region=effect.region, at=now)


def _new_answer(talk_id: int, effect: RecordAnswer) -> answers.NewAnswer:
    return answers.NewAnswer(
        id=effect.answer_id,
        talk_id=talk_id,
        question=effect.question,
        body=effect.body,
        abstained=effect.abstained,
        reason=effect.reason,
        release=effect.release,
    )


def _new_application(talk_id: int, effect: SubmitApplication) -> applications.NewApplication:
    return applications.NewApplication(
        idempotency_key=f"{talk_id}/{effect.idempotency_key}",
        talk_id=talk_id,
        region=effect.region,
        department=effect.department,
        company=effect.company,
        siren=effect.siren,
        fields=effect.fields,
        doubtful=effect.doubtful,
        origins=effect.origins,
        consent=effect.consent,
        language=effect.language,
        talk_excerpt=list(effect.talk_excerpt) or None,
    )
