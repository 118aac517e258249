"""What holds of aids in general is a rule: no list of schemes answers it."""

from pathlib import Path

import pytest

from bot.answers.ruling import (
    asks_from_beyond,
    asks_from_union,
    asks_rule,
    asks_threshold,
    asks_when_paid,
    asks_whether_sme,
)
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


@pytest.mark.parametrize(
    "message",
    [
        "Nous sommes 90 salariés, dans un groupe de 310. Sommes-nous encore une PME ?",
        "avec un groupe de 400 on est toujours une PME ?",
        "on est une PME ou pas ?",
        "est-ce que mon entreprise compte comme une petite entreprise ?",
        "suis-je une PME avec 180 personnes ?",
        "are we still an SME with a parent company of 600?",
        "Do we count as a small company?",
        "is my company an SME?",
    ],
)
def test_the_size_of_the_company_is_asked(message: str) -> None:
    assert asks_whether_sme(message)


@pytest.mark.parametrize(
    "message",
    [
        "on est une PME de 40, quelles aides ?",
        "nous sommes une PME, il existe un prêt ?",
        "on est une PME de Nantes",
        "quelles aides pour une PME ?",
        "c'est réservé aux PME ?",
        "we are an SME near Nantes",
        "which grants for an SME?",
        "une grande entreprise peut-elle l'avoir ?",
    ],
)
def test_the_size_is_only_told(message: str) -> None:
    assert not asks_whether_sme(message)


@pytest.mark.parametrize(
    "message",
    [
        "And what about moving work from the Netherlands, an EU country, is that a problem for the grant?",
        "on rapatrie depuis un pays de l'UE, c'est un problème ?",
        "relocaliser depuis l'Union européenne, c'est interdit ?",
        "notre production vient de l'UE, on a droit à l'aide ?",
        "on quitte la Pologne, qui est dans l'UE : ça nous exclut ?",
        "we move production from another EU country, are we excluded?",
        "transférer une activité depuis l'EEE, est-ce bloquant ?",
        "is it allowed to relocate from an EU country?",
    ],
)
def test_whether_the_union_matters_is_asked(message: str) -> None:
    assert asks_from_union(message)


@pytest.mark.parametrize(
    "message",
    [
        "quelles aides de l'UE pour relocaliser ?",
        "we move production from China, is it a problem?",
        "qui vend dans l'UE ?",
        "l'UE finance quoi ?",
        "on revient de Chine, ça pose problème ?",
        "which EU grants are allowed?",
        "nous vendons dans toute l'Union européenne",
        "problème de trésorerie, que faire ?",
    ],
)
def test_the_union_is_only_spoken_of(message: str) -> None:
    assert not asks_from_union(message)


@pytest.mark.parametrize(
    "message",
    [
        "We are 140 people, so which threshold is it for us?",
        "on est 300, c'est quoi le seuil pour nous ?",
        "quel palier s'applique à nous ?",
        "which limit applies to us?",
        "quel plafond pour notre taille ?",
        "what conditions for us?",
        "quelle catégorie pour nous ?",
        "lequel des deux seuils vaut pour nous ?",
    ],
)
def test_the_limit_that_holds_for_the_company_is_asked(message: str) -> None:
    assert asks_threshold(message)


@pytest.mark.parametrize(
    "message",
    ["quel est le plafond ?", "quelles aides pour nous ?", "which threshold?", "on est 300", "quel prêt pour nous ?"],
)
def test_a_limit_is_only_spoken_of(message: str) -> None:
    assert not asks_threshold(message)


@pytest.mark.parametrize(
    "message",
    [
        "la tunisie ça pose pb pour les aides ?",
        "on quitte la Chine, c'est un souci ?",
        "relocaliser depuis la Turquie, est-ce interdit ?",
        "our plant is in China, are we excluded?",
        "bringing production back from Morocco, is it a problem?",
    ],
)
def test_a_country_outside_of_the_union_is_told_from_one_of_it(message: str) -> None:
    assert asks_from_beyond(message)
    assert not asks_from_union(message)


@pytest.mark.parametrize(
    "message",
    [
        "on revient de Pologne, ça pose problème ?",
        "la production vient du Portugal, est-ce que cela nous exclut d'aides ?",
        "moving work from Germany, is that a problem?",
    ],
)
def test_a_country_of_the_union_is_one(message: str) -> None:
    assert asks_from_union(message)
    assert not asks_from_beyond(message)


@pytest.mark.parametrize(
    "message", ["quelles aides si on vient de Chine ?", "qui usine en Chine ?", "un problème de délai"]
)
def test_no_rule_is_asked_where_no_problem_is_meant(message: str) -> None:
    assert not asks_from_beyond(message)
