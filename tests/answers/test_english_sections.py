"""A section « In English » answers who asks in English, and is never seen by who asks in French."""

from datetime import date
from pathlib import Path

import pytest

from bot.answers.evidence import Evidence
from bot.answers.generation import Request
from bot.answers.rewriting import Rewriter
from bot.answers.types import Answer, Context, Language, WrittenBy
from bot.answers.verification import figures_borne, words_borne
from bot.catalogue.catalogue import Catalogue
from bot.search.entries import entries_of
from tests.answers.knowledge import answerer_of, read_knowledge

TODAY = date(2026, 11, 24)
PARCOURS = """---
titre: Le programme Alouette
questions:
  - combien coûte le programme Alouette
  - what is the Alouette programme
  - how much does the Alouette programme cost
---

## En bref

Le programme Alouette accompagne un fabricant pendant 4 à 6 mois. Le programme Alouette coûte 3 000 € à l'entreprise.

## À vérifier

La date du prochain programme Alouette n'est pas connue. La date du programme est à demander au secrétariat.
"""
PARCOURS_IN_ENGLISH = """
## In English

The Alouette programme supports a manufacturer for 4 to 6 months. The Alouette programme costs the company €3,000.
The date of the next Alouette programme is not known.
"""
LOAN = """---
titre: Prêt Merle
organisme: Agence Lumen
nature: [prêt]
region: France
montant_max: 90000
statut: ouvert
questions:
  - who repays the Prêt Merle
---

## Pour quoi

Le Prêt Merle finance des machines. Le Prêt Merle se rembourse en 5 ans.
"""
LOAN_IN_ENGLISH = """
## In English

The Prêt Merle finances machines. The Prêt Merle lends up to €90,000. The Prêt Merle is repaid in 5 years.
"""
HERON = """---
titre: Le chantier Héron
questions:
  - how long does the Héron yard take
---

Le chantier Héron dure 9 semaines.
"""


def _read(folder: Path, *, english: bool) -> Catalogue:
    (folder / "financements").mkdir(parents=True)
    (folder / "alouette.md").write_text(PARCOURS + PARCOURS_IN_ENGLISH * english, encoding="utf-8")
    (folder / "financements/pret-merle.md").write_text(LOAN + LOAN_IN_ENGLISH * english, encoding="utf-8")
    (folder / "heron.md").write_text(HERON, encoding="utf-8")
    return read_knowledge(folder, TODAY)


@pytest.fixture
def spoken(tmp_path: Path) -> Catalogue:
    return _read(tmp_path / "spoken", english=True)


@pytest.fixture
def silent(tmp_path: Path) -> Catalogue:
    return _read(tmp_path / "silent", english=False)


def _ask(catalogue: Catalogue, question: str) -> Answer:
    return answerer_of(catalogue).answer(question, Context(), TODAY)


def test_an_english_question_is_answered_in_english_from_that_section_alone(spoken: Catalogue) -> None:
    answer = _ask(spoken, "How much does the Alouette programme cost?")

    assert answer.sentences[0].text == "The Alouette programme costs the company €3,000."
    assert "in French" not in answer.text
    assert {citation.origin.section for citation in answer.citations} == {"In English"}
    assert {citation.origin.file for citation in answer.citations} == {"alouette.md"}


def test_its_figures_and_words_are_borne_by_what_it_cites(spoken: Catalogue) -> None:
    answer = _ask(spoken, "What is the Alouette programme?")
    for sentence in answer.sentences:
        cited = [answer.citations[number - 1].passage for number in sentence.citations]
        assert figures_borne(sentence.text, cited)
        assert words_borne(sentence.text, cited)


def test_a_record_without_that_section_is_quoted_in_french_and_says_so(spoken: Catalogue) -> None:
    answer = _ask(spoken, "How long does the Héron yard take?")
    assert "in French: Le chantier Héron dure 9 semaines." in answer.text


def test_what_the_knowledge_does_not_know_is_said_in_english(spoken: Catalogue) -> None:
    answer = _ask(spoken, "When is the next Alouette programme?")
    assert answer.abstained
    assert answer.text.startswith("The date of the next Alouette programme is not known.")


def test_a_fact_of_a_field_is_not_said_again_by_a_sentence_of_the_section(spoken: Catalogue) -> None:
    answer = _ask(spoken, "How much can I borrow with the Prêt Merle?")
    assert answer.text.count("90,000") == 1
    assert "in French" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "combien coûte le programme Alouette ?",
        "c'est quoi le programme Alouette ?",
        "quand est le prochain programme Alouette ?",
        "Prêt Merle, combien au maximum ?",
        "le Prêt Merle se rembourse en combien de temps ?",
        "programme manufacturer",
    ],
)
def test_a_french_answer_is_the_same_with_and_without_it(spoken: Catalogue, silent: Catalogue, question: str) -> None:
    told, without = _ask(spoken, question), _ask(silent, question)
    assert told.text == without.text
    assert told.citations == without.citations
    assert told.suggestions == without.suggestions


def test_its_words_are_neither_counted_nor_searched(spoken: Catalogue, silent: Catalogue) -> None:
    assert Evidence(spoken).stems_of == Evidence(silent).stems_of
    assert entries_of(spoken) == entries_of(silent)


def test_a_chat_model_writes_in_english_what_that_section_says(spoken: Catalogue) -> None:
    answer = _ask(spoken, "How much does the Alouette programme cost?")

    good = Rewriter(_Scripted("A company pays €3,000 for the Alouette programme [1].")).rewrite(answer)
    wrong = Rewriter(_Scripted("A company pays €5,000 for the Alouette programme [1].")).rewrite(answer)

    assert (good.written_by, wrong.written_by) == (WrittenBy.MODEL, WrittenBy.REJECTED)
    assert good.text == "A company pays €3,000 for the Alouette programme. [1]"
    assert wrong.sentences == answer.sentences


def test_the_next_pages_are_offered_in_the_language_of_the_question(tmp_path: Path) -> None:
    for name, wording in (("un", "what does the Alouette coach do"), ("deux", "who pays the Alouette coach")):
        front = f"---\ntitre: Le coach Alouette {name} ?\nquestions:\n  - {wording}\n---\n"
        (tmp_path / f"{name}.md").write_text(f"{front}\nLe coach Alouette aide {name}.\n", encoding="utf-8")

    answer = _ask(read_knowledge(tmp_path, TODAY), "What does the Alouette coach do?")

    assert answer.language is Language.ENGLISH
    assert answer.suggestions == ("Who pays the Alouette coach",)


class _Scripted:
    def __init__(self, text: str) -> None:
        self._text = text

    def write(self, request: Request, hear: object = None) -> str:
        assert request.language is Language.ENGLISH
        return self._text
