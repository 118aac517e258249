"""Whether a question is of this field, beside what the fitted weights say."""

from datetime import date
from pathlib import Path

import pytest

from bot.answers.answering import Answerer
from bot.answers.confidence import field_signals
from bot.answers.types import Context, Language, Reason
from bot.answers.understanding import Reader
from tests.answers.knowledge import answerer_of, read_knowledge

TODAY = date(2026, 11, 24)
FICTITIOUS = Path(__file__).parents[1] / "fictitious"
INVENTED = Path(__file__).parents[1] / "evals" / "invented" / "knowledge"


@pytest.fixture(scope="module")
def answerer() -> Answerer:
    return answerer_of(read_knowledge(FICTITIOUS, TODAY))


@pytest.mark.parametrize(
    "question",
    [
        "Mon projet a déjà débuté, c'est gênant ?",
        "Qu'est-ce que votre accélérateur pense des autruches ?",
        "Does your accelerator like ostriches?",
        "I sent my application here, how do I check its status?",
        "Ma candidature en est où ?",
    ],
)
def test_who_leans_on_the_service_or_on_their_project_is_not_told_to_be_out_of_its_field(
    answerer: Answerer, question: str
) -> None:
    assert answerer.answer(question, Context(), TODAY).reason is not Reason.OUT_OF_SCOPE


@pytest.mark.parametrize("question", ["Mon projet de mariage est en retard, une idée de traiteur ?", "Une recette ?"])
def test_another_project_is_out_of_it(answerer: Answerer, question: str) -> None:
    assert answerer.answer(question, Context(), TODAY).reason is Reason.OUT_OF_SCOPE


@pytest.mark.parametrize(
    ("question", "signal"),
    [
        ("Un rectifieur près de chez moi ?", "operation"),
        ("droit à quoi pour mes autruches ?", "schemes_wanted"),
        ("Which foundry company for my ostriches?", "field_words"),
        ("Combien coûte un abonnement à Optipole Provence ?", "anything_named"),
        ("Quelle école pour mes autruches ?", "kind_of_partner"),
        ("Ma GVT pour mes autruches ?", "terms"),
    ],
)
def test_the_words_of_this_field_speak_for_it_whatever_record_would_answer(question: str, signal: str) -> None:
    catalogue = read_knowledge(INVENTED, TODAY)
    reader = Reader(catalogue, lambda text, _: text)
    told = field_signals(reader.read(question, Context(), Language.FRENCH, TODAY))
    assert [name for name, value in told.items() if value] == [signal]
