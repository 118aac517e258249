"""Partners asked for by kind, trade and place, on the invented folder."""

import pytest

from bot.answers.concepts import Thesaurus
from bot.answers.kinds import kinds_in, kinds_sought
from bot.catalogue.models import Operation
from tests.answers.test_profiles import ask

CATEGORIES = ("pôle de compétitivité", "cluster", "agence", "école", "entreprise")


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("quel pole contacté", ("pôle de compétitivité", "cluster")),
        ("vers quel réseau me tourner ?", ("pôle de compétitivité", "cluster")),
        ("which agency helps?", ("agence",)),
        ("quelle est l'école ?", ("école",)),
        ("quelle entreprise fait ça ?", ()),
        ("le pôle est ouvert ?", ()),
    ],
)
def test_everyday_words_of_kinds_are_categories_of_the_release(question: str, kinds: tuple[str, ...]) -> None:
    assert kinds_in(question, CATEGORIES) == kinds


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("un pôle pour la corde ?", ("pôle de compétitivité", "cluster")),
        ("the nearest textile cluster from Lille", ("pôle de compétitivité", "cluster")),
        ("la filière textile", ()),
        ("école pour coudre", ("école",)),
    ],
)
def test_a_kind_may_be_looked_for_without_which(question: str, kinds: tuple[str, ...]) -> None:
    assert kinds_sought(question, CATEGORIES) == kinds


def test_a_common_word_is_no_trade() -> None:
    operations = [Operation.model_validate({"operation": name}) for name in ("coulage", "collage")]
    thesaurus = Thesaurus((), operations)
    assert thesaurus.operations_in("la tenue des couleurs d'un collier") == ()


def test_the_first_word_of_one_family_of_operations_is_enough() -> None:
    rows = (("montage fin", ""), ("montage lourd", "montage fin"), ("peinture vive", ""), ("peinture mate", ""))
    operations = [Operation.model_validate({"operation": name, "parent": parent}) for name, parent in rows]
    thesaurus = Thesaurus((), operations)
    assert thesaurus.operations_begun_in("montage et peinture") == ("montage fin",)
    assert thesaurus.begins_operation("peinture")
    assert not thesaurus.begins_operation("lourd")


def test_an_operation_may_be_said_in_several_places() -> None:
    operations = [Operation.model_validate({"operation": "essais", "synonymes": ["tester une voile"]})]
    assert Thesaurus((), operations).operations_scattered_in("tester la tenue d'une voile").keys() == {"essais"}


def test_a_trade_does_its_operation() -> None:
    operations = [Operation.model_validate({"operation": name}) for name in ("soudage", "bobinage", "forge")]
    thesaurus = Thesaurus((), operations)
    assert thesaurus.operations_in("je cherche un bobineur et deux soudeuses") == ("bobinage", "soudage")
    assert thesaurus.operations_in("un monteur") == ()


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("g un projet de sacs en cuir a cholet quel réseau contacté", "Grappe Chausse-Ouest"),
        ("Je dois trouver un soudeur dans la Sarthe, vers quelle école me tourner ?", "École des Métiers Vifs"),
    ],
)
def test_partners_are_found_by_kind_trade_and_place(question: str, holds: str) -> None:
    answer = ask(question)
    assert not answer.abstained
    assert holds in answer.text
