from pathlib import Path

import pytest

from bot.answers.types import Context
from bot.answers.verdicts import asks_verdict
from tests.answers.invented import TODAY, answerer_on

INVENTED = Path(__file__).parents[1] / "evals" / "invented" / "knowledge"

ASKED = """Suis-je éligible au CII ?
est-ce que je suis éligible au prêt vert
Ma PME est-elle éligible ?
mon projet est il eligible au fonds maugis
Sommes-nous concernés par cette aide ?
Ai-je droit à la prime ?
est-ce que j'ai droit au CIR
est ce que j'ai le droit à une subvention
On a droit à quoi ?
Peut-on prétendre au prêt industrie ?
est-ce que je peux bénéficier du VTE
on peut avoir combien
combien puis-je toucher
combien on va avoir
Notre usine remplit-elle les conditions ?
Mon entreprise rentre-t-elle dans les critères ?
Vais-je obtenir la subvention ?
Mon dossier sera-t-il accepté ?
quelles sont mes chances
ça marche pour moi ?
Am I eligible for the tax credit?
Do we qualify for the loan?
Is my company eligible?
Would we be entitled to it?
Can we get this grant?
How much can I get?
Does my company meet the criteria?
What are our chances?"""


@pytest.mark.parametrize("question", ASKED.splitlines())
def test_a_request_for_a_verdict_is_seen(question: str) -> None:
    assert asks_verdict(question)


@pytest.mark.parametrize(
    "question",
    [
        "Quel est le taux du CII ?",
        "Qui est éligible au CII ?",
        "quelles dépenses sont éligibles",
        "Le prêt est-il ouvert ?",
        "à qui s'adresse le dispositif",
        "qui a droit au VTE ?",
        "Comment demander le CIR ?",
        "quelles entreprises peuvent candidater",
    ],
)
def test_a_question_on_the_criteria_is_none(question: str) -> None:
    assert not asks_verdict(question)


def test_for_whom_it_is_comes_first_when_one_asks_whether_it_concerns_them() -> None:
    for question in (
        "Le Bonus Outillage ne nous concerne pas, si ?",
        "The Bonus Outillage doesn't apply to us, does it?",
    ):
        told = answerer_on(INVENTED).answer(question, Context(), TODAY).sentences
        assert "moins de 100 salariés" in next(s.text for s in told if s.citations)
