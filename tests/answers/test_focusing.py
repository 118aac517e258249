"""Which part of a message asks."""

import pytest

from bot.answers.focusing import asking_part, asks_more_than_yes


@pytest.mark.parametrize(
    ("message", "part"),
    [
        ("On est 40, on fait des profilés ; quelle durée pour le Prêt Houle ?", "quelle durée pour le Prêt Houle ?"),
        ("Je reprends un atelier : quel taux s'applique ?", "quel taux s'applique ?"),
        ("J'aimerais savoir, avant d'en parler au banquier, quel différé est prévu.", "quel différé est prévu."),
        ("Le cabinet nous facture 900 € la journée. L'aide en retient combien ?", "L'aide en retient combien ?"),
        ("We sell 40,000 bottles a week, and someone named you. How many can you fill?", "How many can you fill?"),
        ("Nous hésitons encore, je voudrais donc vérifier le délai du Prêt Houle", "vérifier le délai du Prêt Houle"),
    ],
)
def test_what_is_told_beside_the_question_is_set_aside(message: str, part: str) -> None:
    assert asking_part(message).endswith(part)
    assert asking_part(message) != message


@pytest.mark.parametrize(
    "message",
    [
        "Quel taux pour le Prêt Houle ?",
        "Banque Houle : quelle durée ?",
        "En zone AFR, quel est le plafond ?",
        "le Prêt Houle, le différé est de combien au plus ?",
        "Mon comptable cherche la durée du Prêt Houle ; vous l'avez ?",
        "subvention machine Cholet",
    ],
)
def test_a_message_that_only_asks_stays_whole(message: str) -> None:
    assert asking_part(message) == message


@pytest.mark.parametrize(
    ("question", "more"),
    [
        ("c qui le patron", True),
        ("jusqu'à quand ?", True),
        ("Peut-on cumuler ?", False),
        ("Une PME qui exporte y a-t-elle droit ?", False),
    ],
)
def test_some_questions_are_not_answered_by_yes_or_no(question: str, more: bool) -> None:
    assert asks_more_than_yes(question) is more
