"""What holds of aids in general is a rule: no list of schemes answers it."""

from pathlib import Path

import pytest

from bot.answers.ruling import asks_rule, asks_when_paid
from bot.answers.types import Context
from tests.answers.invented import TODAY, answerer_on

FOLDER = Path(__file__).parents[1] / "evals" / "invented" / "knowledge"


@pytest.mark.parametrize(
    "message",
    [
        "la production vient du Portugal, donc de l'UE : est-ce que cela nous exclut d'aides ?",
        "Autre point : on vient de l'UE. Est-ce que cela nous exclut d'aides, et lesquelles ?",
        "subvention ok mais elle tombe quand, avant ou après que j'ai payé ?",
        "avance remboursable, c'est quoi la différence avec un prêt, faut une caution perso ?",
        "crédit-bail éligible subvention machine ou pas ?",
        "subventions imposables ou pas ?",
        "aides : faut rembourser ?",
        "does reshoring from Poland exclude us from grants?",
        "grant: when is it paid, before or after we buy?",
        "on appartient à un groupe, est-ce que ça nous bloque pour les aides ?",
    ],
)
def test_a_rule_is_asked_for(message: str) -> None:
    assert asks_rule(message)
    assert "correspond" not in answerer_on(FOLDER).answer(message, Context(), TODAY).text


@pytest.mark.parametrize(
    "message",
    [
        "il nous faut une garantie pour la banque, quels dispositifs ?",
        "quelles aides n'excluent pas les start-up ?",
        "prêt sans caution pour une machine ?",
        "y a une aide pour embaucher ou pas ?",
        "quels prêts sans garantie ?",
        "on est exclu de cette aide, quelles aides restent ?",
        "which grants are paid before the purchase?",
        "subvention pour du matériel d'occasion ?",
        "which loans need no guarantee?",
    ],
)
def test_schemes_are_asked_for(message: str) -> None:
    assert not asks_rule(message)


def test_when_it_is_paid_is_refused_rather_than_answered_by_something_else() -> None:
    assert asks_when_paid("l'aide est versée quand ?")
    assert not asks_when_paid("quand faut-il payer la machine ?")
    assert answerer_on(FOLDER).answer("subvention ok mais elle tombe quand ?", Context(), TODAY).abstained
