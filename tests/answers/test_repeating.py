"""Each fact is told once: by the field or by the author who says the same, never by both."""

from pathlib import Path

import pytest

from bot.answers.repeating import bounded, is_told
from bot.answers.types import Context
from tests.answers.invented import TODAY, answerer_on

INVENTED = Path(__file__).parents[1] / "evals" / "invented" / "knowledge"
EVIDENCE = answerer_on(INVENTED)._chooser.evidence
NAMES = ("Prêt Bastide", "bastide NA")


def _answer(question: str) -> list[str]:
    return [sentence.text for sentence in answerer_on(INVENTED).answer(question, Context(), TODAY).sentences]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Prêt Bastide : 19 salariés au plus.", "Le Prêt Bastide s'adresse aux entreprises de moins de 20 salariés."),
        ("Le Prêt Bastide va jusqu'à 80 %.", "Prêt Bastide : taux de 80 % au maximum."),
        (
            "Le Prêt Bastide demande un apport du même montant.",
            "Le Prêt Bastide demande un apport du même montant, obligatoire.",
        ),
    ],
)
def test_what_says_the_same_in_other_words_is_told(sentence: str, told: str) -> None:
    assert is_told(sentence, [told], NAMES, EVIDENCE)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Le Prêt Bastide couvre 40 % d'un four.", "Le Prêt Bastide va de 15 000 € à 150 000 €."),
        ("Le plafond monte à 90 000 € si la commune est rurale.", "Prêt Bastide : 90 000 € au maximum."),
        ("Le Prêt Bastide ne demande pas de garantie.", "Le Prêt Bastide demande une garantie."),
        ("Le Prêt Bastide est un prêt à taux zéro.", "Prêt Bastide – nature : prêt ; taux : 0 % au plus."),
        ("Pour une innovation, la part est de 60 %.", "Pour une création, la part est de 60 %."),
    ],
)
def test_what_adds_a_figure_a_condition_or_a_denial_is_not(sentence: str, told: str) -> None:
    assert not is_told(sentence, [told], NAMES, EVIDENCE)


def test_fewer_than_a_number_is_at_most_the_one_before() -> None:
    assert "4999" in bounded("moins de 5 000 salariés")
    assert "5000" not in bounded("4 999 salariés au plus")


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Combien investit le Fonds Estuaire ?", "Le Fonds Estuaire investit de 250 000 € à 4 M€ par entreprise."),
        ("Bonus Outillage, montant maximum ?", "Le Bonus Outillage ne dépasse pas 90 000 € par entreprise."),
        ("Prêt Bastide : pour qui ?", "Le Prêt Bastide s'adresse aux entreprises de moins de 20 salariés."),
    ],
)
def test_the_author_s_sentence_goes_before_the_field_that_says_the_same(question: str, lead: str) -> None:
    told = _answer(question)
    assert told[0] == lead
    assert not any(" : " in sentence and "au maximum" in sentence for sentence in told)


def test_a_sentence_on_the_asked_case_goes_before_what_holds_in_general() -> None:
    assert _answer("Étude Loupiote : quel taux pour une entreprise de plus de 250 salariés ?")[0].startswith(
        "Pour une entreprise de plus de 250 salariés"
    )


def test_an_english_answer_says_fewer_than_as_its_source_does() -> None:
    assert "fewer than 100 employees" in _answer("Who can get the Bonus Outillage?")[0]
