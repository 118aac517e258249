"""CSV and XLSX files: records, plain tables, and the rows that cannot be taken."""

from datetime import date
from pathlib import Path

import openpyxl

from bot.catalogue.models import Page, Partner, Scheme
from ingest.problems import Outcome
from tests.ingest.making import FILES, examined, messages, saved, texts, with_sheet_xml, xlsx

_HEADER = "titre;organisme;montant_max;taux_max;date_fin"


def test_good_rows_are_taken_and_bad_ones_listed(tmp_path: Path) -> None:
    table = f"{_HEADER}\nAide A;Fonds;55 000 €;20 %;31/12/2027\nAide B;Fonds;beaucoup;150 %;31/02/2026\n"

    result = examined(tmp_path, "financements/aides.csv", table)

    assert [taken.record.title for taken in result.records] == ["Aide A"]
    assert result.report.outcome is Outcome.ACCEPTED_WITH_WARNINGS
    assert "Ligne 3, colonne « montant_max » : « beaucoup » n'est pas un montant" in messages(result)
    assert "Ligne 3, colonne « taux_max » : « 150 % » dépasse 100 %" in messages(result)
    assert "Ligne 3, colonne « date_fin » : « 31/02/2026 » n'existe pas au calendrier" in messages(result)


def test_record_of_a_row_knows_its_physical_row(tmp_path: Path) -> None:
    table = '\n\nnom;commune;capacites\n"Atelier A";Vesoul;"Tourne.\nFraise."\nAtelier B;Dole;\n'

    result = examined(tmp_path, "partenaires/ateliers.csv", table)

    assert [taken.record.row for taken in result.records] == [4, 6]
    assert [taken.record.id for taken in result.records] == ["partenaires/ateliers#4", "partenaires/ateliers#6"]
    assert {passage.origin.row for passage in result.records[0].passages} == {4}


def test_partner_lists_are_read_with_any_separator(tmp_path: Path) -> None:
    table = 'nom,operations,departements,region\nAtelier,usinage | tournage,"Doubs, 70",bfc\n'

    (taken,) = examined(tmp_path, "partenaires/ateliers.csv", table).records

    assert isinstance(taken.record, Partner)
    assert taken.record.operations == ("usinage", "tournage")
    assert taken.record.departments == ("25", "70")
    assert taken.record.regions == ("Bourgogne-Franche-Comté",)
    assert "Doubs (25), Haute-Saône (70)" in taken.passages[0].text


def test_unknown_department_is_told(tmp_path: Path) -> None:
    result = examined(tmp_path, "partenaires/a.csv", "nom;departements\nAtelier;99\n")

    assert "« 99 » n'est pas un département" in messages(result)


def test_table_of_another_folder_says_its_type_in_a_column(tmp_path: Path) -> None:
    table = "type;titre;organisme\nfinancement;Aide A;Fonds\npartenaire;Atelier;\nbateau;B;\n;C;\n"

    result = examined(tmp_path, "documents/tout.csv", table)

    assert [type(taken.record) for taken in result.records] == [Scheme, Partner]
    assert "« bateau » n'est pas un type" in messages(result)
    assert "« type » est vide" in messages(result)


def test_plain_table_gives_one_passage_a_row(tmp_path: Path) -> None:
    result = examined(tmp_path, "documents/tarifs-2026.csv", "Machine;Prix\nPresse;120 €\nTour;80 €\n")

    (taken,) = result.records
    assert isinstance(taken.record, Page)
    assert taken.record.title == "Tarifs 2026"
    assert [(passage.text, passage.origin.row) for passage in taken.passages] == [
        ("Machine : Presse\nPrix : 120 €", 2),
        ("Machine : Tour\nPrix : 80 €", 3),
    ]


def test_open_quotation_mark_spoils_only_its_line(tmp_path: Path) -> None:
    result = examined(tmp_path, "documents/prix.csv", 'nom;prix\n"Presse;120\nTour;80\nScie;30\n')

    assert texts(result) == "nom : Tour\nprix : 80\nnom : Scie\nprix : 30"
    assert "Ligne 2 : un guillemet" in messages(result)


def test_row_with_too_many_cells_is_told(tmp_path: Path) -> None:
    result = examined(tmp_path, "documents/prix.csv", "nom;prix\nPresse;120;lente\nTour;80\n")

    assert texts(result) == "nom : Tour\nprix : 80"
    assert "entourez-la de guillemets" in messages(result)


def test_headings_are_found_below_a_title_and_doubles_are_told(tmp_path: Path) -> None:
    table = "Nos aides;;\n;;\ntitre;organisme;titre\nAide A;Fonds;x\n"

    result = examined(tmp_path, "financements/aides.csv", table)

    assert result.records[0].record.row == 4
    assert "lus ici" in messages(result)
    assert "en double" in messages(result)


def test_typed_folder_without_known_headings_is_rejected(tmp_path: Path) -> None:
    result = examined(tmp_path, "financements/aides.csv", "A;B\nC;D\n")

    assert result.report.outcome is Outcome.REJECTED
    assert "ne sont pas reconnus" in messages(result)


def test_workbook_of_libreoffice_is_read(tmp_path: Path) -> None:
    result = examined(tmp_path, "financements/aides.xlsx", (FILES / "aides.xlsx").read_bytes())

    first, second = (taken.record for taken in result.records)
    assert isinstance(first, Scheme)
    assert isinstance(second, Scheme)
    assert (first.title, first.amount_max, first.rate_max) == ("Aide Lumière", 55_000, 20)
    assert first.valid_until == date(2027, 12, 15)
    assert (second.sheet, second.row) == ("aides", 3)
    assert result.report.outcome is Outcome.ACCEPTED


def test_hidden_sheets_rows_and_columns_are_left_out_with_a_warning(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for row in (["Machine", "Prix", "Marge"], ["Presse", 120, 44], ["Tour", 80, 33]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    secret = workbook.create_sheet("Secret")
    secret.append(["a", "b"])
    secret.sheet_state = "hidden"

    result = examined(tmp_path, "documents/prix.xlsx", saved(workbook))

    assert texts(result) == "Machine : Presse\nPrix : 120"
    assert "Feuilles masquées non reprises : « Secret »" in messages(result)
    assert "lignes masquées" in messages(result)
    assert "colonnes masquées" in messages(result)


def test_rows_hidden_by_a_filter_are_read(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for row in (["Machine", "Prix"], ["Presse", 120], ["Tour", 80]):
        sheet.append(row)
    sheet.auto_filter.ref = "A1:B3"
    sheet.row_dimensions[3].hidden = True

    result = examined(tmp_path, "documents/prix.xlsx", saved(workbook))

    assert "Machine : Tour" in texts(result)
    assert "un filtre cache des lignes" in messages(result)


def test_formula_without_value_and_error_spoil_their_row(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Machine", "Prix"], ["Presse", "=1+1"], ["Scie", "#REF!"], ["Tour", 80]]

    result = examined(tmp_path, "documents/prix.xlsx", xlsx(rows))

    assert texts(result) == "Machine : Tour\nPrix : 80"
    assert "Feuille « Aides », ligne 2, colonne « B » : formule non calculée" in messages(result)
    assert "Feuille « Aides », ligne 3, colonne « B » : la cellule contient l'erreur #REF!" in messages(result)


def test_merged_cells_give_their_value_to_each_row(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for row in (["titre", "organisme"], ["Aide A", "Fonds"], ["Aide B", None]):
        sheet.append(row)
    sheet.merge_cells("B2:B3")

    result = examined(tmp_path, "financements/aides.xlsx", saved(workbook))

    second = result.records[1].record
    assert isinstance(second, Scheme)
    assert second.funder == "Fonds"
    assert "cellules fusionnées B2:B3" in messages(result)


def test_dates_percents_and_booleans_of_excel_are_read(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["titre", "organisme", "taux_max", "date_fin", "avant_engagement"])
    sheet.append(["Aide A", "Fonds", 0.2, date(2027, 12, 15), True])
    sheet["C2"].number_format = "0%"

    (taken,) = examined(tmp_path, "financements/aides.xlsx", saved(workbook)).records

    assert isinstance(taken.record, Scheme)
    assert (taken.record.rate_max, taken.record.before_commitment) == (20, True)
    assert taken.record.valid_until == date(2027, 12, 15)


def test_rows_beyond_the_announced_dimension_are_read(tmp_path: Path) -> None:
    workbook = with_sheet_xml(xlsx([["Machine", "Prix"], ["Presse", 1], ["Tour", 2]]), 'ref="A1:B3"', 'ref="A1:B2"')

    assert "Machine : Tour" in texts(examined(tmp_path, "documents/prix.xlsx", workbook))


def test_second_sheet_is_a_page_of_its_own(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.worksheets[0].append(["Machine", "Prix"])
    workbook.worksheets[0].append(["Presse", 1])
    other = workbook.create_sheet("Délais")
    other.append(["Machine", "Jours"])
    other.append(["Presse", 5])

    result = examined(tmp_path, "documents/prix.xlsx", saved(workbook))

    assert [taken.record.title for taken in result.records] == ["Prix", "Prix – Délais"]
    assert result.records[1].passages[0].origin.sheet == "Délais"
