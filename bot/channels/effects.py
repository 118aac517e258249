"""Carries out what a turn wants done, inside the transaction that ends the turn."""

import json
from dataclasses import asdict
from datetime import datetime

from bot.catalogue.formats import PARIS
from bot.dialogue.effects import (
    CallHuman,
    Effect,
    Erased,
    EraseMyData,
    Exported,
    ExportMyData,
    Outcome,
    RecordAnswer,
    RecordFeedback,
    SubmitApplication,
    Submitted,
    WithdrawApplication,
    Withdrawn,
)
from bot.intake.finding import found_by
from bot.store import answers, applications, calls, privacy, registry_checks
from bot.store.database import Session


def apply(session: Session, talk_id: int, effect: Effect, now: datetime) -> Outcome | None:
    """Carry one effect out; gives what is to be announced of it, if anything."""
    match effect:
        case RecordAnswer():
            answers.add(session, _new_answer(talk_id, effect), now)
        case RecordFeedback():
            answers.rate(session, talk_id, effect.answer_id, effect.helpful, now)
        case CallHuman():
            calls.add(session, talk_id, region=effect.region, contact=effect.contact, subject=effect.subject, now=now)
        case SubmitApplication():
            year = now.astimezone(PARIS).year
            reference, already = applications.submit(session, _new_application(talk_id, effect), now, year)
            if effect.unverified and not already:
                registry_checks.add(session, reference, str(effect.fields["siren"]), now)
            if not already:
                found = found_by(reference, effect.fields)
                applications.index(session, reference, **asdict(found))
            return Submitted(reference=reference, already=already)
        case WithdrawApplication():
            done = applications.withdraw(session, talk_id, effect.reference, now)
            return Withdrawn(reference=effect.reference, done=done)
        case ExportMyData():
            kept = privacy.collect(session, talk_id, now)
            return Exported(content=json.dumps(kept, ensure_ascii=False, indent=2))
        case EraseMyData():
            return Erased(counts=privacy.erase(session, talk_id))
    return None


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
    )
