"""The releases as staff see them."""

from pathlib import Path

import pytest

from bot.errors import NoRelease, UsageError
from bot.store.database import Database
from ingest.comparing import FieldChange, RecordChange
from ingest.history import back, between, list_releases, passages, pending
from tests.ingest.making import TODAY, scheme
from tests.ingest.publishing import Staff, staff_of_two_files


@pytest.fixture
def staff(tmp_path: Path, sqlite_database: Database) -> Staff:
    return staff_of_two_files(tmp_path, sqlite_database)


def test_releases_are_listed_with_the_live_one(staff: Staff) -> None:
    first = staff.publish(note="première")
    staff.write("vide.csv", "")
    second = staff.publish()

    listed = list_releases(staff.database)

    assert [(line.release, line.is_live, line.note) for line in listed] == [
        (second.release, True, ""),
        (first.release, False, "première"),
    ]
    assert (listed[0].files, listed[0].rejected, listed[0].records, listed[0].passages) == (3, 1, 2, 3)


def test_going_back_serves_the_release_before(staff: Staff) -> None:
    first, second, third = staff.publish(), staff.publish(), staff.publish()

    assert back(staff.database, staff.now) == second.release
    assert back(staff.database, staff.now) == first.release
    assert back(staff.database, staff.now, third.release) == third.release
    with pytest.raises(UsageError, match="n'existe pas"):
        back(staff.database, staff.now, "20200101-0000-aaaa")


def test_nothing_to_go_back_to_is_told(staff: Staff) -> None:
    with pytest.raises(NoRelease):
        back(staff.database, staff.now)
    staff.publish()
    with pytest.raises(UsageError, match="pas de version plus ancienne"):
        back(staff.database, staff.now)


def test_passages_are_told_with_their_place(staff: Staff) -> None:
    staff.write("documents/prix.csv", "Machine;Prix\nPresse;120 €\n")
    staff.publish()

    assert passages(staff.database)[0] == {
        "file": "documents/prix.csv",
        "section": None,
        "page": None,
        "sheet": None,
        "row": 2,
        "text": "Machine : Presse\nPrix : 120 €",
    }


def test_pending_changes_are_told_field_by_field(staff: Staff) -> None:
    staff.publish()
    assert not list(pending(staff.database, staff.folder, TODAY).lines())
    staff.write("financements/pret-forge.md", scheme("Autre texte.", montant_max="4 M€"))
    staff.write("partenaires/a.csv", "nom;commune\nAtelier;Dole\n")
    (staff.folder / "faq/qui-decide.md").unlink()

    found = pending(staff.database, staff.folder, TODAY)

    assert (found.added, found.removed, found.changed) == (
        ("partenaires/a.csv",),
        ("faq/qui-decide.md",),
        ("financements/pret-forge.md",),
    )
    assert found.records == (
        RecordChange("page", "Qui décide ?", "faq/qui-decide.md", "removed"),
        RecordChange(
            "financement",
            "Prêt Forge",
            "financements/pret-forge.md",
            "changed",
            (
                FieldChange("montant_max", "3000000", "4000000"),
                FieldChange("texte", "Le prêt Forge aide à acheter des machines.", "Autre texte."),
            ),
        ),
        RecordChange("partenaire", "Atelier", "partenaires/a.csv", "added"),
    )
    assert "    montant_max : « 3000000 » → « 4000000 »" in list(found.lines())


def test_everything_is_new_before_the_first_release(staff: Staff) -> None:
    assert len(pending(staff.database, staff.folder, TODAY).added) == 2


def test_row_that_moved_in_its_table_has_not_changed(staff: Staff) -> None:
    staff.write("partenaires/a.csv", "nom;commune\nAtelier;Dole\n")
    first = staff.publish()
    staff.write("partenaires/a.csv", "nom;commune\nFonderie;Vesoul\nAtelier;Dole\n")
    second = staff.publish()

    found = between(staff.database, first.release, second.release)

    assert found.records == (RecordChange("partenaire", "Fonderie", "partenaires/a.csv", "added"),)


def test_bad_file_changes_nothing_of_what_is_served(staff: Staff) -> None:
    first = staff.publish()
    staff.write("financements/pret-forge.md", "")
    second = staff.publish()

    assert between(staff.database, first.release, second.release).is_empty
