"""What the knowledge says that it does not know is refused in its own words, with their source."""

from datetime import date
from pathlib import Path

import pytest

from bot.answers.answering import Answerer
from bot.answers.refusing import admits
from bot.answers.types import Context, Reason
from tests.answers.knowledge import answerer_of, read_knowledge

TODAY = date(2026, 11, 24)
_SCHEME = """---
type: financement
titre: Prêt Alizé
alias: [Prêt Alizé]
organisme: Agence Lumen
nature: [prêt]
region: [Normandie]
statut: ouvert
verifie_le: 2026-11-20
lien: https://alize.example
---

## En bref

Le Prêt Alizé est un prêt de l'Agence Lumen pour les usines qui relocalisent.

## Combien

Le Prêt Alizé demande au moins 150 000 € d'investissement.
Le taux et le plafond du Prêt Alizé ne sont pas relevés dans cette fiche : demandez-les à l'Agence Lumen.
Le Prêt Alizé dure 7 ans au plus.

## Date

Pour savoir si une nouvelle édition du Prêt Alizé est prévue, consultez la page de l'Agence Lumen.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("knowledge")
    (folder / "financements").mkdir()
    (folder / "financements" / "pret-alize.md").write_text(_SCHEME, encoding="utf-8")
    return answerer_of(read_knowledge(folder, TODAY))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Quel est le plafond du Prêt Alizé ?", "ne sont pas relevés"),
        ("pret alizé montant maximum en euros", "ne sont pas relevés"),
        ("date de la prochaine édition du prêt alizé", "consultez la page"),
    ],
)
def test_what_it_says_not_to_know_is_refused_with_its_source(answerer: Answerer, question: str, told: str) -> None:
    answer = answerer.answer(question, Context(), TODAY)
    assert (answer.abstained, answer.reason) == (True, Reason.NOT_IN_KNOWLEDGE)
    assert told in answer.text
    assert "Agence Lumen" in answer.text
    assert answer.sentences[0].citations == (1,)
    assert told in answer.citations[0].passage


def test_what_another_sentence_tells_is_answered(answerer: Answerer) -> None:
    answer = answerer.answer("Combien d'années dure le Prêt Alizé ?", Context(), TODAY)
    assert not answer.abstained
    assert "7 ans" in answer.text


def test_a_year_beside_what_is_to_check_is_no_answer() -> None:
    assert admits("Ces noms datent de 2023 : les responsables actuels sont à vérifier auprès de la CCI.")
    assert admits("La liste des 12 communes est à demander à la préfecture : cette fiche ne la donne pas.")
    assert not admits("L'aide couvre 20 % des dépenses ; son plafond est à vérifier.")
