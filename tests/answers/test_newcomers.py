"""Schemes kept for new, young or foreign companies do not stand first for a company that exists."""

import pytest

from bot.answers.newcomers import is_settled, kept_for_newcomers
from bot.catalogue.models import Origin, Passage, PassageKind
from bot.finders.wish import Wish


def _passages(text: str) -> list[Passage]:
    return [Passage(id="a", record="a", kind=PassageKind.TEXT, title="a", text=text, origin=Origin(file="a.md"))]


@pytest.mark.parametrize(
    "text",
    [
        "Le Prêt Anse s'adresse aux entreprises nouvelles, surtout étrangères.",
        "Le Prêt Anse aide une entreprise nouvelle à créer un établissement.",
        "Le Prêt Anse est réservé aux jeunes entreprises.",
        "Le Prêt Anse soutient les créateurs d'entreprise.",
        "Le Prêt Anse s'adresse aux start-up.",
        "Le Prêt Anse allège les charges d'une jeune PME.",
        "Le Prêt Anse est pour les sociétés étrangères.",
        "Le Prêt Anse s'adresse aux entreprises en création.",
        "Le Prêt Anse concerne les entreprises créées depuis moins de cinq ans.",
    ],
)
def test_a_sentence_that_keeps_it_for_newcomers_is_read(text: str) -> None:
    assert kept_for_newcomers(_passages(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "Le Prêt Anse s'adresse aux start-up, aux PME et aux ETI.",
        "Le Prêt Anse s'adresse aux PME, y compris les jeunes entreprises.",
        "Le Prêt Anse finance une nouvelle usine.",
        "Le Prêt Anse s'adresse aux entreprises existantes ou nouvelles, PME comprises.",
        "Le Prêt Anse finance des machines nouvelles.",
        "Une nouvelle édition du Prêt Anse ouvre en mai.",
        "Le Prêt Anse aide une entreprise à embaucher.",
        "Le Prêt Anse s'adresse à toutes les entreprises, même étrangères.",
    ],
)
def test_what_is_for_others_too_is_kept_for_nobody(text: str) -> None:
    assert not kept_for_newcomers(_passages(text))


def test_who_exists_is_told_by_age_or_size_unless_a_new_site_is_sought() -> None:
    assert is_settled(Wish(heads=(90, 90)))
    assert is_settled(Wish(age=12))
    assert not is_settled(Wish(age=1, heads=(90, 90)))
    assert not is_settled(Wish(heads=(90, 90), topics=(("implantation",),)))
    assert not is_settled(Wish(heads=(90, 90), unfounded=True))
    assert not is_settled(Wish(heads=(3, 3)))
    assert not is_settled(Wish())
