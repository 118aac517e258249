"""Towns are read as they are typed; a place never refuses a scheme that is named."""

import pytest

from bot.answers.towns import regions_around, town_words_in
from bot.answers.types import Context, Language
from tests.answers.invented import TODAY, answerer_on


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("quatre personnes à Mantes : combien ?", "Île-de-France"),
        ("je rapatrie une ligne à Évry", "Île-de-France"),
        ("projet a dole", "Bourgogne-Franche-Comté"),
        ("une usine près d'Oyonnax", "Auvergne-Rhône-Alpes"),
        ("un atelier à Saint-Étienne", "Auvergne-Rhône-Alpes"),
        ("moving to Vesoul from Romans-sur-Isère", "Auvergne-Rhône-Alpes"),
    ],
)
def test_a_commune_told_as_a_place_gives_its_region(text: str, region: str) -> None:
    assert region in [found.name for found in regions_around(text)]


@pytest.mark.parametrize(
    "text", ["à partir de quand ?", "formation à distance", "à vendre", "passer à table", "à Trifouillis"]
)
def test_other_words_after_a_preposition_are_no_towns(text: str) -> None:
    assert not regions_around(text)
    assert not town_words_in(text)


def test_a_town_is_no_misspelling_of_another() -> None:
    reader = answerer_on()._reader
    asked = reader.read("Quel prêt à Mantes ?", Context(), Language.FRENCH, TODAY)
    assert asked.regions == ("Île-de-France",)
    assert "mantes" in asked.said


def test_a_place_elsewhere_does_not_refuse_a_scheme_that_is_named() -> None:
    answer = answerer_on().answer("Nous sommes à Mantes : quel est le plafond du Prêt Houle ?", Context(), TODAY)
    assert not answer.abstained
    assert "vaut seulement pour Bretagne" in answer.text
    assert "€" in answer.text


def test_a_region_is_no_commune_of_a_like_name() -> None:
    assert [found.name for found in regions_around("settle in Hauts-de-France")] == ["Hauts-de-France"]


def test_no_place_is_taken_for_a_misspelt_word() -> None:
    answer = answerer_on().answer("On est douze à Redon. On a droit à quoi ?", Context(), TODAY)
    assert "en Bretagne" in answer.text
