"""What somebody makes is named by its noun, never by a verb or a word of talk."""

from pathlib import Path

import pytest

from bot.answers.language import language_of
from bot.answers.making import things_made
from bot.answers.types import Context, Language
from tests.answers.invented import TODAY, answerer_on

FOLDER = Path(__file__).parents[1] / "evals" / "invented" / "knowledge"


@pytest.mark.parametrize(
    ("message", "things"),
    [
        ("on fait assembler nos lampes en Chine, je veux les refaire ici", {"lampes"}),
        ("on fabrique des lampes de chevet et des veilleuses", {"lampes", "veilleuses"}),
        ("nous fabriquons actuellement du linge de lit au Portugal", {"linge"}),
        ("une usine de parapluies à Nantes", {"parapluies"}),
        ("on relocalise la production de poussettes", {"poussettes"}),
        ("une salle blanche ?? moi c'est des lampes", {"lampes"}),
        ("We make smart umbrellas in China and want to move back, sorry", {"umbrellas"}),
        ("I'm a cofounder, we sew socks and bags, sewing in Tunisia", {"socks", "bags"}),
        ("our umbrella factory moves to Lille", {"umbrella"}),
        ("on produit en Chine, on veut refaire ici", set()),
        ("je veux fabriquer moins cher", set()),
        ("nos marges et notre trésorerie fondent", set()),
        ("rapatrier de Tunisie un atelier de confection", set()),
        ("on fait quoi maintenant", set()),
        ("je fais une demande", set()),
        ("We want to move the assembly back from Vietnam", set()),
    ],
)
def test_the_noun_of_what_is_made(message: str, things: set[str]) -> None:
    assert things_made(message, language_of(message, Language.FRENCH)) == things


def test_only_what_is_made_is_said_to_be_meant_by_no_scheme() -> None:
    message = "on fait assembler nos flûtes en Chine, je veux les refaire ici, quelles aides pour une machine ?"
    text = answerer_on(FOLDER).answer(message, Context(), TODAY).text
    assert "ne vise « flûtes » en particulier" in text
    assert "refaire" not in text
