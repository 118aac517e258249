"""How an answer is judged against a golden question."""

from dataclasses import replace

from bot.answers.types import Answer, Citation, Language, Reason, Sentence
from bot.catalogue.models import GoldenQuestion, Origin
from ingest.golden import judge, run


def _answer(text: str, file: str = "financements/pret-forge.md") -> Answer:
    citation = Citation(document="Prêt Forge", origin=Origin(file=file), passage=text, passage_id="p")
    return Answer(
        question="?", sentences=(Sentence(text, (1,)),), language=Language.FRENCH, release="r", citations=(citation,)
    )


_REFUSAL = Answer(
    question="?",
    sentences=(Sentence("Je ne sais pas."),),
    language=Language.FRENCH,
    release="r",
    abstained=True,
    reason=Reason.NOT_IN_KNOWLEDGE,
)


def test_expected_words_stand_whatever_their_spaces_accents_and_case() -> None:
    golden = GoldenQuestion(question="?", attendu=("55\u202f000 €", "pret", "mars ou avril"))

    assert judge(golden, _answer("Le Prêt va jusqu'à 55 000 € en Avril.")) is None
    assert judge(golden, _answer("Le prêt finit en mars.")) == "la réponse ne contient pas « 55 000 € »"


def test_document_is_known_by_path_name_or_title() -> None:
    for document in ("financements/pret-forge.md", "pret-forge.md", "pret-forge", "Prêt Forge"):
        assert judge(GoldenQuestion(question="?", document=document), _answer("Oui.")) is None
    assert "ne cite pas" in str(judge(GoldenQuestion(question="?", document="autre.md"), _answer("Oui.")))


def test_refusals_are_expected_both_ways() -> None:
    assert judge(GoldenQuestion(question="?", refus=True), _REFUSAL) is None
    assert "devait être refusée" in str(judge(GoldenQuestion(question="?", refus=True), _answer("Oui.")))
    assert "aucune réponse" in str(judge(GoldenQuestion(question="?", attendu=("prêt",)), _REFUSAL))


def test_failures_come_with_their_question() -> None:
    questions = [
        GoldenQuestion(question="Combien ?", attendu=("3 M€",)),
        GoldenQuestion(question="Qui ?", attendu=("non",)),
    ]

    failures = run(questions, lambda question: _answer("3 M€"))

    assert [failure.question for failure in failures] == ["Qui ?"]


def test_an_english_answer_holds_the_figures_that_staff_expect_in_french() -> None:
    golden = GoldenQuestion(question="?", attendu=("55 000 €", "31 décembre 2027"))

    english = replace(_answer("Up to €55,000, until 31 December 2027."), language=Language.ENGLISH)

    assert judge(golden, english) is None
