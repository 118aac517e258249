import pytest

from bot.answers.tongues import speaks_otherwise


@pytest.mark.parametrize(
    "message",
    [
        "¿Cuál es la tasa del crédito?",
        "Hola, qué ayudas hay para mi empresa",
        "Wie hoch ist der Zuschuss für eine Maschine?",
        "Guten Tag, welche Förderung gibt es?",
        "Quale aiuto per la mia impresa?",
        "Qual é a ajuda para minha empresa?",
        "你好",
        "Какие субсидии есть?",
        "ما هي المساعدات؟",
        "Welke subsidie is er voor een bedrijf?",
    ],
)
def test_other_languages_are_recognised(message: str) -> None:
    assert speaks_otherwise(message)


@pytest.mark.parametrize(
    "message",
    [
        "c koi le cii",
        "quelles aides pour une machine",
        "qui fait du die casting ?",
        "What is the rate of the loan?",
        "Prêt Vert",
        "pm up idf montant max svp",
        "CCI Bourgogne-Franche-Comté contact",
        "is there a grant for my company",
        "le la les",
        "12 345",
    ],
)
def test_french_and_english_are_not(message: str) -> None:
    assert not speaks_otherwise(message)
