"""Industrial operations named in free words, with the vocabulary of a release or none."""

import pytest

from bot.answers.concepts import Thesaurus
from bot.catalogue.models import Operation
from bot.intake.checks import Checked, Problem, check
from bot.intake.form import field_of
from bot.intake.operations import MOST, mentioned, no_names, wants

OPERATIONS = tuple(
    Operation.model_validate({"operation": name, "parent": parent, "synonymes": synonyms})
    for name, parent, synonyms in (
        ("usinage", "", ("usiner", "machining", "pièces usinées")),
        ("usinage de précision", "usinage", ()),
        ("fonderie", "", ("fondeur", "casting")),
        ("perçage et taraudage", "usinage", ("perçage",)),
        ("prototypage rapide", "", ("prototype",)),
        *((f"procédé{letter}", "", ()) for letter in "abcdefghij"),
    )
)
names_in = Thesaurus((), OPERATIONS).operations_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("il nous faut de l'usinage et de la fonderie", ("usinage", "fonderie")),
        ("We need machining, then casting", ("usinage", "fonderie")),
        ("de l'usinage de précision", ("usinage de précision",)),
        ("des PIÈCES USINÉES", ("usinage",)),
        ("de l'usinage, mais pas de fonderie", ("usinage",)),
        ("sans usinage ni fonderie", ()),
        ("on a un prototype", ()),
        ("Fonderie Martin, à contact@usinage.example", ()),
        ("des chaises", ()),
    ],
)
def test_a_sentence_names_its_operations(text: str, found: tuple[str, ...]) -> None:
    assert mentioned(text, ["Fonderie Martin"], names_in) == found


@pytest.mark.parametrize(
    ("text", "kept", "doubtful"),
    [
        ("usiner, fondeur", ["usinage", "fonderie"], False),
        ("perçage et taraudage", ["perçage et taraudage"], False),
        ("usinage et fonderie, perçage et taraudage", ["usinage", "fonderie", "perçage et taraudage"], False),
        ("usinage ; du frittage quantique", ["usinage", "frittage quantique"], True),
        ("usinage\nusinage", ["usinage"], False),
    ],
)
def test_a_typed_list_keeps_what_the_vocabulary_does_not_know(text: str, kept: list[str], doubtful: bool) -> None:
    checked = check(field_of("operations"), text, operations=names_in)
    assert isinstance(checked, Checked)
    assert (checked.value, checked.doubtful) == (kept, doubtful)


def test_without_vocabulary_a_list_is_kept_as_typed() -> None:
    checked = check(field_of("operations"), "usinage, fonderie")
    assert isinstance(checked, Checked)
    assert (checked.value, checked.doubtful) == (["usinage", "fonderie"], True)
    assert mentioned("il nous faut de l'usinage", [], no_names) == ()


def test_a_list_is_never_longer_than_eight_and_never_empty() -> None:
    many = ", ".join(f"procédé{letter}" for letter in "abcdefghij")
    checked = check(field_of("operations"), many, operations=names_in)
    assert isinstance(checked, Checked)
    assert len(checked.value) == MOST == len(mentioned(many, [], names_in))
    assert check(field_of("operations"), " , ; ") == Problem("problem_empty")


@pytest.mark.parametrize(
    ("text", "need"), [("il nous faut de l'usinage", True), ("we need casting", True), ("Usinage du Jura", False)]
)
def test_a_need_is_told_from_a_name(text: str, need: bool) -> None:
    assert wants(text) is need
