"""Whatever is typed is read without an error and without taking long."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.candidacy import wish_to_apply
from bot.dialogue.repairing import repair_in
from bot.dialogue.routing import declines
from bot.dialogue.stopping import control
from bot.intake.checks import Checked, Problem, check
from bot.intake.extraction import Finding, extract
from bot.intake.form import FIELDS, Field
from bot.intake.names import field_named, named_and_rest
from bot.intake.showing import show

TODAY = date(2026, 11, 22)
PIECES = st.sampled_from(
    (
        "42 salariés à Vesoul (70) de Pologne 1,2 M€ entre et 12 emplois mars 2027 T2 06 12 34 56 78 732 829 320 € k€ «"
        " » ' ’ SAS Duval . , ; : ! ? - / x@y.example un million cent d'ici non corrige l'e-mail je veux candidater"
        " 25000 2A ²½ 李 🙂"
    ).split(" ")
)
SENTENCES = st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=120)
LONG = ("de " * 900, "d'" * 1400, "Duval " * 500, "1 " * 1400, "1,2" * 900, "à Vesoul " * 330, "un cent mille " * 210,
        "et " * 990, "A" * 2900, "é" * 2900, "- " * 1400, "a@" * 1400, "06 12 " * 480, "20 2027 " * 370, "(" * 2900,
        "rapatrier nos " * 210, "on est Duval de la " * 150, "12 salariés et " * 190, "non, " * 580)  # fmt: skip


@given(text=SENTENCES)
def test_a_sentence_is_read_without_an_error_and_its_values_are_shown(text: str) -> None:
    for finding in extract(text, TODAY):
        assert show(finding.key, finding.value)
    repair_in(text)
    named_and_rest(text)
    field_named(text)
    assert control(text) is None or not declines(text)
    wish_to_apply(text)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.key)
@given(text=SENTENCES)
def test_an_answer_is_read_without_an_error_and_shown(field: Field, text: str) -> None:
    checked = check(field, text, TODAY)
    assert isinstance(checked, Checked | Problem)
    if isinstance(checked, Checked):
        assert show(field.key, checked.value)
    else:
        assert all(isinstance(check(field, candidate, TODAY), Checked) for candidate in checked.candidates)


@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
def test_a_hostile_text_is_read_like_any_other(text: str) -> None:
    """Patterns that would go back and forth over such a text would hang here."""
    assert all(isinstance(finding, Finding) for finding in extract(text, TODAY))
    repair_in(text)
    named_and_rest(text)
    wish_to_apply(text)
