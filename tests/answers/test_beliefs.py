"""What is taken for granted of the service or of who gives an aid, and what is not."""

from pathlib import Path

import pytest

from bot.answers.beliefs import belief_in
from bot.answers.types import Context
from tests.answers.invented import TODAY, answerer_on

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"

MONEY = """vu que l'accélérateur verse 50 000 €, ils arrivent quand ?
l'accélérateur verse bien une subvention ? De quel montant ?
since the programme pays us €50,000, when do we get it?
vu que l'accelerateur c'est vous qui versez les 50 000 euros, ils arrivent quand sur mon compte
puisque votre programme finance nos machines à 50 %, je mets combien de ma poche ?
l'accélérateur paie une partie de l'usine, non ?
étant donné que vous versez une subvention, il faut un RIB ?
given that the accelerator gives a grant of €30k, when is it paid?
since you pay companies €20,000 to reshore, how do I claim it?
comme l'accelerateur prete de l'argent on rembourse en combien de temps
the accelerator gives money to companies, right? How much?
maintenant que l'accélérateur finance les brevets, comment faire la demande ?"""

WHO = """vu que vous êtes Bpifrance, vous pouvez me prêter 200 000 € ?
vu que vs êtes BPI vs pouvez débloquer direct notre prêt innovation ?
puisque vous décidez des aides, vous pouvez accélérer mon dossier ?
comme c'est vous qui attribuez les subventions, dites-moi si c'est bon
vu que vous êtes une banque, quel taux vous faites ?
vous êtes bien Bpifrance ?
since you are the state, can you approve my grant?
as you decide on the grants, can you speed up our file?"""

FILED = """le dossier se dépose à la mairie, c'est bien cela ?
la demande de subvention s'envoie à la préfecture, c'est ça ?
the grant application is sent to the town hall, right?"""

EVERYWHERE = """comme le programme marche ds toute la france on peut ouvrir l'atelier à Roanne ?
puisque l'accélérateur existe partout en France, à qui m'adresser à Lyon ?
since the accelerator runs nationwide, can we join from Lyon?"""

ALL_OF_IT = """la région paie 100 % du projet, c'est bien ça ?
puisque l'aide couvre la totalité de l'investissement, je n'ai pas besoin de banque ?
since the grant covers 100% of the project, do we need a bank?"""

NONE = """comme la région finance des machines, quelles aides pour une presse ?
le Prêt Croissance paie 100 % du projet, non ?
puisque Bpifrance prête jusqu'à 5 M€, comment demander ?
vous êtes ouverts demain ?
vous donnez des conseils gratuits ?
comme vous le savez, nous fabriquons des lampes, quelles aides ?
l'accélérateur est payant, non ?
l'accélérateur dure 6 mois, c'est bien ça ?
l'accélérateur Bpifrance finance 50 % du conseil, non ?
où se dépose le dossier PME+ ?
comme le prêt est national, on peut le demander partout ?
la candidature se dépose sur Telegram, c'est bien ça ?
since we are a small company, can we join the accelerator?"""


@pytest.mark.parametrize(
    ("messages", "question"),
    [
        (MONEY, "service_money"),
        (WHO, "who_decides"),
        (FILED, "who_decides"),
        (EVERYWHERE, "service_regions"),
        (ALL_OF_IT, "pays_all"),
    ],
)
def test_a_belief_is_put_right_by_a_full_question(messages: str, question: str) -> None:
    for message in messages.splitlines():
        belief = belief_in(message)
        assert belief is not None, message
        assert belief.question == question, message


@pytest.mark.parametrize("message", NONE.splitlines())
def test_what_is_claimed_of_a_scheme_or_is_true_is_no_such_belief(message: str) -> None:
    assert belief_in(message) is None


@pytest.mark.parametrize("message", MONEY.splitlines())
def test_money_believed_to_come_from_the_service_is_put_right_first(message: str) -> None:
    told = answerer_on(KNOWLEDGE).answer(message, Context(), TODAY).sentences[0].text
    assert told.startswith(("Les sources connues ne parlent pas d'une aide en argent", "No money paid")), told


@pytest.mark.parametrize("message", WHO.splitlines())
def test_who_relais_is_comes_before_who_decides(message: str) -> None:
    told = [sentence.text for sentence in answerer_on(KNOWLEDGE).answer(message, Context(), TODAY).sentences]
    assert told[0].startswith(("Je suis Relais", "I am Relais"))
    assert told[1].startswith(("C'est le financeur de l'aide qui décide", "The funder of the aid decides"))
