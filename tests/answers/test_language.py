import pytest

from bot.answers.language import language_of
from bot.answers.types import Language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Quel est le taux du crédit d'impôt ?", Language.FRENCH),
        ("What is the rate of the tax credit?", Language.ENGLISH),
        ("industrial cluster for rail in Valenciennes?", Language.ENGLISH),
        ("tp'up combien", Language.FRENCH),
        ("CII", Language.FRENCH),
        ("what's a ZFRR", Language.ENGLISH),
        ("qui s'adresse aux PME", Language.FRENCH),
        ("On voudrait candidater", Language.FRENCH),
        ("On est à Vesoul", Language.FRENCH),
    ],
)
def test_the_language_of_a_message_is_seen_from_its_words(text: str, language: Language) -> None:
    assert language_of(text) is language


def test_a_bare_name_keeps_the_language_of_the_talk() -> None:
    assert language_of("CII", Language.ENGLISH) is Language.ENGLISH
