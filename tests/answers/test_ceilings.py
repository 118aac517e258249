"""A ceiling that is only reached in certain cases is told after the one of the general case."""

from bot.answers.ceilings import general_case, said_below
from bot.catalogue.models import Origin, Passage, PassageKind


def _passage(text: str, kind: PassageKind = PassageKind.TEXT) -> Passage:
    return Passage(id=text, record="aide", kind=kind, title="Aide", text=text, origin=Origin(file="aide.md"))


def test_the_general_case_is_read_where_the_ceiling_stands_too() -> None:
    both = _passage("L'aide va jusqu'à 40 000 € dans le cas général.\nLe plafond monte à 60 000 € en zone rurale.")
    general = general_case([both], 60_000, "€")
    assert general is not None
    assert (general.value, general.passage) == (40_000, both)


def test_there_is_none_without_the_ceiling_beside_it_or_in_the_fields() -> None:
    alone = _passage("L'aide va jusqu'à 40 000 € dans le cas général.")
    fields = _passage("40 000 € dans le cas général, 60 000 € au plus", PassageKind.FIELDS)
    assert general_case([alone, fields], 60_000, "€") is None


def test_a_range_that_ends_with_the_ceiling_is_no_exception() -> None:
    assert general_case([_passage("Le taux est en général de 20 à 30 %.")], 30, "%") is None


def test_persons_that_a_scheme_stays_below() -> None:
    text = _passage("Pour les entreprises de moins de 5 000 salariés et de moins de 10 ans.")
    assert said_below([text], 4_999) is text
    assert said_below([text], 9) is None
