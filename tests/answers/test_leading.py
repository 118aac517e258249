"""The first sentence depends on what is asked of which record, hardly on the words of the question."""

import pytest

from bot.answers.types import Context
from tests.answers.invented import TODAY, answerer_on
from tests.answers.knowledge import ROOT

INVENTED = ROOT / "tests" / "evals" / "invented" / "knowledge"
WORDINGS = {
    "12 ans au plus": """Quelle est la durée maximale de la Garantie Cabestan ?
La Garantie Cabestan couvre le prêt pendant combien d'années au plus ?
cabestan cest sur cb dannées
How long does the Cabestan guarantee last?""",
    "coûte 0,8 %": """Combien coûte la Garantie Cabestan par an ?
prix de la garantie cabestan
How much do we pay each year for the Cabestan guarantee?""",
    "au bout de 7 ans": """Au bout de combien d'années le Fonds Estuaire revend-il ses parts ?
Quand le Fonds Estuaire revend-il ses parts ?
fonds estuaire ils revendent kan""",
    "35 % du capital": """Quelle part maximale du capital le Fonds Estuaire prend-il ?
Le Fonds Estuaire prend combien du capital au plus ?
estuaire ils prenne cb % du capital""",
    "12 € par heure": """La Prime Bon Geste donne combien par heure et par salarié ?
prime bon geste cb de l'heure""",
    "112 communes": """Combien de communes sont en Zone Clairière ?
Quel est le nombre de communes de la Zone Clairière ?
ya cb de communes ds la zone clairière""",
    "instruit en 4 mois": """En combien de temps le permis de construire d'un Site Étoile est-il instruit ?
sites étoile delai permis""",
    "se rembourse en 5 ans": """En combien d'années le Prêt Bastide se rembourse-t-il ?
Sur combien de temps rembourse-t-on le Prêt Bastide ?""",
    "8 emplois": """Combien d'emplois faut-il créer pour Cap Pignada ?
Quel est le nombre minimum d'emplois pour Cap Pignada ?
cap pignada faut cb d'embauches""",
}


@pytest.mark.parametrize(
    ("told", "question"), [(told, asked) for told, wordings in WORDINGS.items() for asked in wordings.splitlines()]
)
def test_the_first_sentence_says_what_is_asked_in_whatever_words(told: str, question: str) -> None:
    answer = answerer_on(INVENTED).answer(question, Context(), TODAY)
    assert told in next(sentence.text for sentence in answer.sentences if sentence.citations)
