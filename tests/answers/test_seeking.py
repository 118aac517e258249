"""Money, staff, training and examples are not looked for among partners; makers and premises are."""

import pytest

from bot.answers.seeking import (
    asks_who_does_what,
    looks_for,
    seeks_a_maker,
    seeks_any_maker,
    seeks_maker_of_it,
    seeks_no_partner,
    seeks_premises,
    without_the_speaker,
)

NO_PARTNER = """qui peut nous filer de l'argent pour 2 presses
atelier de couture à Marseille, prêt d'honneur
qui paye la machine à découper
et pour trouver du personnel ? ya plus de couturières
on veut embaucher des soudeurs
qui peut former 6 opérateurs sur ligne d'assemblage
who can train our welders
ya des boites qui l'ont fait ? des exemples dans le textile
is there money for the moulds and tooling
on a besoin de sous pour un four"""


@pytest.mark.parametrize("question", NO_PARTNER.splitlines())
def test_what_partners_do_not_give_is_not_looked_for_among_them(question: str) -> None:
    assert seeks_no_partner(question)


MAKERS = """je cherche un atelier de tournage
on voudrait un sous-traitant pour du pliage
besoin de faire usiner des axes
quelqu'un pour souder des châssis
qui monte des cartes électroniques
who can do die casting
coil winding and test. anybody in france?
help finding a surface treatment shop
we want oak chairs made in Burgundy"""


@pytest.mark.parametrize("question", MAKERS.splitlines())
def test_a_maker_is_looked_for(question: str) -> None:
    assert seeks_a_maker(question)
    assert not seeks_no_partner(question)


@pytest.mark.parametrize(
    "question",
    ["on est prêts à payer nos fournisseurs en Pays de la Loire", "les droits de douane sur ce qui vient du Chili"],
)
def test_what_is_told_of_suppliers_or_origins_seeks_no_maker(question: str) -> None:
    assert not seeks_a_maker(question)


def test_makers_of_any_kind_are_told_from_those_of_something() -> None:
    assert seeks_any_maker("We move assembly from Asia. Who can help us find subcontractors there?")
    assert not seeks_any_maker("je cherche un fabricant de batteries")
    assert seeks_maker_of_it("et pour trouver un atelier qui le fabrique en france")
    assert not seeks_maker_of_it("je cherche un atelier")


def test_where_something_is_found_looks_for_nobody() -> None:
    assert looks_for("il nous faut un soudeur")
    assert not looks_for("Dans quelle commune se trouve Lavandin, qui travaille le lin ?")


@pytest.mark.parametrize(
    "question", ["je cherche un local vers Rouen", "où trouver un terrain ?", "besoin d'un hangar"]
)
def test_a_place_to_settle_is_looked_for(question: str) -> None:
    assert seeks_premises(question)


@pytest.mark.parametrize("question", ["je cherche un fournisseur local", "qui fait du traitement de surface"])
def test_a_local_supplier_is_no_place_to_settle(question: str) -> None:
    assert not seeks_premises(question)


@pytest.mark.parametrize("question", ["qui fait quoi ?", "et ils font quoi", "who does what?"])
def test_what_each_does_is_asked(question: str) -> None:
    assert asks_who_does_what(question)


def test_who_speaks_is_no_part_of_what_is_sought() -> None:
    assert "acheteur" not in without_the_speaker("Je suis acheteur, je cherche un fondeur")
    assert "fondeur" in without_the_speaker("on est une PME de 40 personnes et on cherche un fondeur")
    assert "designer" not in without_the_speaker("designer, j'ai une lampe à faire")
