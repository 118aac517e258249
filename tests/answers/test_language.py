import pytest

from bot.answers.language import language_of, without_wish
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
        ("are we eligible as a foreign company", Language.ENGLISH),
        ("qui s'adresse aux PME", Language.FRENCH),
        ("On voudrait candidater", Language.FRENCH),
        ("On est à Vesoul", Language.FRENCH),
    ],
)
def test_the_language_of_a_message_is_seen_from_its_words(text: str, language: Language) -> None:
    assert language_of(text) is language


def test_a_bare_name_keeps_the_language_of_the_talk() -> None:
    assert language_of("CII", Language.ENGLISH) is Language.ENGLISH


@pytest.mark.parametrize(
    ("text", "question", "language"),
    [
        ("how do I apply, in English?", "how do I apply", Language.ENGLISH),
        ("what is the de minimis rule in english please", "what is the de minimis rule", Language.ENGLISH),
        ("c'est quoi le CII, en anglais svp", "c'est quoi le CII", Language.ENGLISH),
        ("what is the CII (en français s'il vous plaît)", "what is the CII", Language.FRENCH),
        ("can I apply in English", "can I apply in English", None),
        ("faut-il un dossier en anglais ?", "faut-il un dossier en anglais ?", None),
    ],
)
def test_the_language_that_is_wished_is_no_part_of_the_question(
    text: str, question: str, language: Language | None
) -> None:
    assert without_wish(text) == (question, language)
