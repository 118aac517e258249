"""A release from which one answer was taken says the rest, and no longer that."""

from datetime import date
from pathlib import Path

from bot.catalogue.models import Scheme
from tests.answers.knowledge import read_knowledge
from tests.evals.counterfactual import without_answer

FICTITIOUS = Path(__file__).parents[1] / "fictitious"
TODAY = date(2026, 11, 24)


def test_the_sentences_and_the_field_that_say_it_are_taken() -> None:
    catalogue = read_knowledge(FICTITIOUS, TODAY)
    loan = next(scheme for scheme in catalogue.schemes if scheme.amount_max == 90_000)
    silent = without_answer(catalogue, [loan.id], [["90 000 €"]], TODAY)
    assert silent is not None
    record = silent.records[loan.id]
    assert isinstance(record, Scheme)
    assert record.amount_max is None
    texts = [passage.text for passage in silent.passages_of(loan.id)]
    assert not any("90 000" in text for text in texts)
    assert any(texts)
    others = [key for key in catalogue.passages if catalogue.passages[key].record != loan.id]
    assert all(silent.passages[key] == catalogue.passages[key] for key in others)


def test_what_stands_in_a_title_cannot_be_taken() -> None:
    catalogue = read_knowledge(FICTITIOUS, TODAY)
    record = catalogue.schemes[0]
    assert without_answer(catalogue, [record.id], [[record.title]], TODAY) is None
