"""Ways out of a question or of everything."""

import pytest

from bot.dialogue.presses import FormPress
from bot.dialogue.stopping import control, waits, wishes_erasure


@pytest.mark.parametrize(
    ("text", "press"),
    [
        ("Passer", FormPress.SKIP),
        ("je ne sais pas", FormPress.SKIP),
        ("retour", FormPress.BACK),
        ("STOP.", FormPress.STOP),
        ("plus tard", FormPress.STOP),
        ("je veux tout arrêter", FormPress.STOP),
        ("laissez tomber", FormPress.STOP),
        ("laissez tomber, merci quand même", FormPress.STOP),
        ("stop j'arrête, effacez tout", FormPress.STOP),
        ("arrettez tout", FormPress.STOP),
        ("je n'ai plus le temps, j'arrête", FormPress.STOP),
        ("je finirai plus tard", FormPress.STOP),
        ("annulez ma candidature", FormPress.STOP),
        ("I don't want to continue", FormPress.STOP),
        ("forget it", FormPress.STOP),
        ("let's stop here", FormPress.STOP),
        ("un client m'appelle, je reviendrai", FormPress.STOP),
        ("je dois partir", FormPress.STOP),
        ("I have to go", FormPress.STOP),
        ("je ne suis plus intéressé", FormPress.STOP),
        ("au revoir", FormPress.STOP),
        ("on peut passer cette question ?", FormPress.SKIP),
        ("je préfère ne pas répondre", FormPress.SKIP),
        ("je sais pas encore", FormPress.SKIP),
        ("can I skip this one?", FormPress.SKIP),
        ("question suivante", FormPress.SKIP),
        ("je veux pas donner ça", FormPress.SKIP),
        ("aucune idée franchement", FormPress.SKIP),
        ("ça ne vous regarde pas", FormPress.SKIP),
        ("à demain matin chez nous", None),
        ("passer commande", None),
        ("je passe par un sous-traitant", None),
        ("on arrête la production en Chine", None),
        ("Stop Pollution SAS", None),
        ("je peux arrêter et reprendre demain ?", None),
        ("et si je veux m'arrêter et reprendre demain", None),
        ("peut-on passer des questions ?", None),
        ("Retour Gagnant SARL", None),
    ],
)
def test_a_word_of_the_form_is_recognised_alone(text: str, press: FormPress | None) -> None:
    assert control(text) is press


@pytest.mark.parametrize(
    "text",
    [
        "effacez tout",
        "stop j'arrête, effacez tout",
        "supprimez mes données",
        "vous pouvez tout effacer ?",
        "je veux que vous effaciez tout",
        "delete everything please",
        "erase all my answers",
        "suprimez tout ce que j'ai écrit",
    ],
)
def test_an_order_to_erase_is_one(text: str) -> None:
    assert wishes_erasure(text)


@pytest.mark.parametrize(
    "text",
    [
        "comment effacer mes données",
        "je peux effacer mes données ?",
        "efface ma réponse",
        "supprime le téléphone",
        "how do I delete my data",
        "oubliez ça",
        "nous supprimons tout le plastique de nos emballages",
    ],
)
def test_a_question_about_erasing_is_none(text: str) -> None:
    assert not wishes_erasure(text)


@pytest.mark.parametrize(
    ("text", "waiting"),
    [("attendez deux minutes", True), ("une seconde je cherche", True), ("dans deux minutes", False)],
)
def test_time_is_asked_for(text: str, *, waiting: bool) -> None:
    assert waits(text) is waiting
