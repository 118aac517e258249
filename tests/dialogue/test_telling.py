"""What the applicant is told when the desk does something."""

from datetime import UTC, datetime

import pytest

from bot.answers.types import Language
from bot.channels.bodies import reply_from_json
from bot.dialogue import telling
from bot.dialogue.messages import plain_text
from bot.store.corrections import Correction
from bot.store.tables import ApplicationStatus

ASKED = Correction(
    id=12,
    reference="RELOC-BFC-2026-0001",
    field="phone",
    message="Ce numéro ne répond pas.",
    asked_by="Inès Martin",
    asked_at=datetime(2026, 11, 22, tzinfo=UTC),
    old_value="+33612345678",
    new_value=None,
    answered_at=None,
    cancelled_at=None,
)


@pytest.mark.parametrize("language", [*Language])
@pytest.mark.parametrize("status", [*ApplicationStatus])
def test_every_status_is_told_in_both_languages(status: ApplicationStatus, language: str) -> None:
    reply = telling.status_changed(language, "RELOC-BFC-2026-0001", status)
    assert "RELOC-BFC-2026-0001" in plain_text(reply)
    assert reply_from_json(telling.body(reply)) == reply


def test_a_reason_a_cohort_and_a_rank_are_said_as_they_are() -> None:
    reply = telling.status_changed(
        "fr", "R-1", ApplicationStatus.WAITING_LIST, reason="**Complet**", cohort="Printemps 2027, à Dole", rank=3
    )
    said = plain_text(reply)
    assert "**Complet**" in said
    assert "Printemps 2027, à Dole" in said
    assert "liste d'attente : 3" in said


def test_a_correction_has_a_button_for_its_field() -> None:
    reply = telling.corrections_asked("fr", ASKED.reference, [ASKED])
    assert "Ce numéro ne répond pas." in plain_text(reply)
    assert [(b.label, b.press) for row in reply.buttons for b in row] == [("Corriger : Téléphone", "k:12")]


def test_a_letter_can_be_answered() -> None:
    reply = telling.adviser_wrote("en", ASKED.reference, "Inès Martin", "Can we call you?")
    assert "Inès Martin, of the CCI" in plain_text(reply)
    assert reply.buttons[0][0].press == "m:RELOC-BFC-2026-0001"
