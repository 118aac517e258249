"""Markdown files: what is read, and where it stands."""

from pathlib import Path

from bot.catalogue.models import Page, PassageKind, Scheme
from ingest.problems import Outcome
from tests.ingest.making import examined, messages, scheme, texts


def test_scheme_with_typed_fields_is_accepted(tmp_path: Path) -> None:
    text = scheme(montant_max="3 M€", taux_max="20 %", date_fin="15 décembre 2027", region="[Normandie, hdf]")

    result = examined(tmp_path, "financements/pret-forge.md", text)

    (taken,) = result.records
    assert result.report.outcome is Outcome.ACCEPTED
    assert isinstance(taken.record, Scheme)
    assert taken.record.id == "financements/pret-forge"
    assert taken.record.amount_max == 3_000_000
    assert taken.record.regions == ("Normandie", "Hauts-de-France")
    assert [passage.kind for passage in taken.passages] == [PassageKind.FIELDS, PassageKind.TEXT]


def test_fields_are_written_out_in_plain_french(tmp_path: Path) -> None:
    text = scheme(montant_max=3000000, taux_max=20, date_fin="2027-12-15", effectif_max=249, avant_engagement="oui")

    fields = examined(tmp_path, "financements/pret-forge.md", text).records[0].passages[0].text

    assert fields.splitlines()[0] == "Prêt Forge"
    assert "Montant maximum : 3 M€" in fields
    assert "Taux maximum : 20 %" in fields
    assert "Date limite : 15 décembre 2027" in fields
    assert "Effectif : au plus 249 salariés" in fields
    assert "Dossier à déposer avant de signer une commande : oui" in fields


def test_how_long_the_company_must_have_existed_is_read_and_written_out(tmp_path: Path) -> None:
    taken = examined(tmp_path, "financements/pret-forge.md", scheme(anciennete_min=3)).records[0]

    assert isinstance(taken.record, Scheme)
    assert taken.record.age_min == 3
    assert "Ancienneté minimum de l'entreprise : 3 ans" in taken.passages[0].text


def test_every_wrong_field_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    text = scheme(date_fin="12/31/2027", montant_max="beaucoup", region="Atlantide")

    result = examined(tmp_path, "financements/pret-forge.md", text)

    assert [problem.place.line for problem in result.report.problems] == [7, 8, 9]
    assert "Ligne 7, « date_fin » : « 12/31/2027 » n'est pas une date (jj/mm/aaaa)" in messages(result)


def test_spelling_of_a_closed_set_is_suggested(tmp_path: Path) -> None:
    result = examined(tmp_path, "financements/a.md", scheme(nature="[subvension]", statut="ouvret"))

    assert "vouliez-vous dire « subvention » ?" in messages(result)
    assert "vouliez-vous dire « ouvert » ?" in messages(result)


def test_unknown_key_is_kept_as_free_text_with_a_warning(tmp_path: Path) -> None:
    result = examined(tmp_path, "financements/a.md", scheme(montan_max="3 M€"))

    assert result.records[0].record.extra == {"montan_max": "3 M€"}
    assert "vouliez-vous dire « montant_max » ?" in messages(result)


def test_page_without_title_takes_its_first_heading(tmp_path: Path) -> None:
    result = examined(tmp_path, "accueil.md", "# Bienvenue\n\nLe guichet ouvre à neuf heures.\n")

    assert result.records[0].record.title == "Bienvenue"
    assert result.records[0].passages[0].origin.section is None
    assert result.report.outcome is Outcome.ACCEPTED_WITH_WARNINGS


def test_page_without_title_nor_heading_takes_its_file_name(tmp_path: Path) -> None:
    result = examined(tmp_path, "horaires-du-guichet.md", "Le guichet ouvre à neuf heures.\n")

    assert result.records[0].record.title == "Horaires du guichet"


def test_sections_lists_links_and_tables_become_citable_text(tmp_path: Path) -> None:
    body = (
        "---\ntitre: Guide\n---\nVoir [le site](https://site.example/a).\n\n## Prix\n\n- Un **essai**\n- Deux\n\n"
        "| Machine | Prix |\n|---|---|\n| Presse | 120 € |\n\n## Où aller ?\n\nRue des Forges.\n"
    )

    passages = examined(tmp_path, "guide.md", body).records[0].passages

    assert [passage.origin.section for passage in passages] == [None, "Prix", "Où aller ?"]
    assert passages[0].text == "Voir le site (https://site.example/a)."
    assert passages[1].text == "- Un essai\n- Deux\nMachine : Presse ; Prix : 120 €"
    assert passages[2].text == "Où aller ?\n\nRue des Forges."


def test_long_section_is_cut_on_sentences(tmp_path: Path) -> None:
    body = "---\ntitre: Guide\n---\n" + " ".join(f"Cette phrase {n} parle du tournage des pièces." for n in range(60))

    passages = examined(tmp_path, "guide.md", body).records[0].passages

    assert len(passages) > 3
    assert all(len(passage.text) <= 700 and passage.text.endswith(".") for passage in passages)
    assert len({passage.id for passage in passages}) == len(passages)


def test_html_inside_markdown_gives_only_its_visible_words(tmp_path: Path) -> None:
    body = "# Note\n\nTexte <!-- secret --> visible.\n\n<div style='display:none'>caché</div>\n<script>x</script>\n"

    result = examined(tmp_path, "note.md", body)

    assert texts(result) == "Texte visible."
    assert "commentaire caché" in messages(result)


def test_type_is_guessed_from_the_fields_with_a_warning(tmp_path: Path) -> None:
    result = examined(tmp_path, "documents/pret.md", scheme())

    assert isinstance(result.records[0].record, Scheme)
    assert "ajoutez « type: financement »" in messages(result)


def test_page_in_any_folder_is_a_page(tmp_path: Path) -> None:
    result = examined(tmp_path, "faq/a.md", "---\ntitre: Qui décide ?\nregion: France\n---\nUn conseiller décide.\n")

    assert isinstance(result.records[0].record, Page)
    assert result.report.outcome is Outcome.ACCEPTED


_ENGLISH = "\n## In English\n\nThe Forge loan pays for machines.\n\n### Who\n\nThe Forge loan is for SMEs.\n"


def test_an_english_section_is_told_apart_whatever_its_smaller_headings(tmp_path: Path) -> None:
    taken = examined(tmp_path, "financements/pret-forge.md", scheme() + _ENGLISH).records[0]

    assert [passage.is_english for passage in taken.passages] == [False, False, True]
    assert taken.passages[-1].text == "The Forge loan pays for machines.\n\nThe Forge loan is for SMEs."


def test_what_stands_below_the_next_heading_is_french_again(tmp_path: Path) -> None:
    text = scheme() + _ENGLISH + "\n## Contact\n\nÉcrivez à la Forge.\n"

    taken = examined(tmp_path, "financements/pret-forge.md", text).records[0]

    assert [passage.text for passage in taken.passages if not passage.is_english][-1] == "Écrivez à la Forge."


def test_a_page_in_english_only_still_has_something_to_say_in_french(tmp_path: Path) -> None:
    text = "---\ntitre: Le prêt Forge\nquestions: [c'est quoi la Forge]\n---\n" + _ENGLISH

    taken = examined(tmp_path, "forge.md", text).records[0]

    assert [(passage.kind, passage.is_english) for passage in taken.passages] == [
        (PassageKind.FIELDS, False),
        (PassageKind.TEXT, True),
    ]
