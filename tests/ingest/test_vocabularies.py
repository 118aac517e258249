"""The three vocabularies at the root of the folder."""

from pathlib import Path

from bot.catalogue.models import GoldenQuestion, Operation, Term
from ingest.problems import Outcome
from tests.ingest.making import examined, messages, xlsx


def test_operations_are_read_and_a_missing_parent_is_told(tmp_path: Path) -> None:
    table = "operation;parent;synonymes\nusinage;;machining | usiner\ntournage;usinage;\nmoulage;plasturgie;\n"

    result = examined(tmp_path, "operations.csv", table)

    assert result.vocabulary[0] == Operation(name="usinage", synonyms=("machining", "usiner"))
    assert len(result.vocabulary) == 3
    assert "« moulage » a pour parent « plasturgie »" in messages(result)


def test_terms_are_read_from_a_workbook_too(tmp_path: Path) -> None:
    result = examined(tmp_path, "lexique.xlsx", xlsx([["terme", "equivalents"], ["CCI", "chambre de commerce"]]))

    assert result.vocabulary == (Term(term="CCI", equivalents=("chambre de commerce",)),)
    assert not result.records


def test_golden_questions_are_read_and_empty_ones_told(tmp_path: Path) -> None:
    table = "question;attendu;document;refus\nCombien ?;3 M€ ou 3 millions | prêt;pret.md;\nMétéo ?;;;oui\nQui ?;;;\n"

    result = examined(tmp_path, "questions.csv", table)

    assert result.vocabulary == (
        GoldenQuestion(question="Combien ?", attendu=("3 M€ ou 3 millions", "prêt"), document="pret.md"),
        GoldenQuestion(question="Météo ?", refus=True),
    )
    assert "Ligne 4 : remplissez « attendu » ou « document »" in messages(result)


def test_doubles_and_empty_keys_are_told(tmp_path: Path) -> None:
    result = examined(tmp_path, "lexique.csv", "terme;equivalents\nCCI;chambre\nCCI;autre\n;rien\n")

    assert len(result.vocabulary) == 1
    assert "« CCI » est déjà plus haut" in messages(result)
    assert "la colonne « terme » est vide" in messages(result)


def test_vocabulary_without_its_headings_is_rejected(tmp_path: Path) -> None:
    result = examined(tmp_path, "operations.csv", "a;b\nc;d\n")

    assert result.report.outcome is Outcome.REJECTED
    assert "operation ; parent ; synonymes" in messages(result)


def test_same_name_in_another_folder_is_an_ordinary_table(tmp_path: Path) -> None:
    result = examined(tmp_path, "documents/operations.csv", "operation;prix\nusinage;3\n")

    assert not result.vocabulary
    assert len(result.records) == 1
