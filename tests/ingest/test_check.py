"""The whole folder at once: verdicts, what shows only side by side, and the JSON of the contract."""

import json
from pathlib import Path

from ingest.checking.check import check
from ingest.problems import Outcome
from tests.ingest.making import TODAY, scheme, write


def test_bad_file_blocks_no_good_one_and_all_are_told(tmp_path: Path) -> None:
    write(tmp_path, "financements/bon.md", scheme())
    write(tmp_path, "financements/mauvais.md", scheme(titre="Prêt B", date_fin="demain"))
    write(tmp_path, "vide.csv", "")
    write(tmp_path, "README.md", "Mode d'emploi")

    report = check(tmp_path, TODAY)

    assert [(file.file, file.outcome) for file in report.files] == [
        ("README.md", Outcome.IGNORED),
        ("financements/bon.md", Outcome.ACCEPTED),
        ("financements/mauvais.md", Outcome.REJECTED),
        ("vide.csv", Outcome.REJECTED),
    ]
    assert report.has_errors
    assert report.counts == {"financement": 1}
    assert report.summary == "4 fichiers : 1 accepté, 0 accepté avec remarques, 2 refusés, 1 ignoré."


def test_json_follows_the_contract(tmp_path: Path) -> None:
    write(tmp_path, "financements/aides.csv", "titre;date_fin\nAide A;12/31/2027\n")

    told = json.loads(json.dumps(check(tmp_path, TODAY).to_json()))

    (file,) = told["files"]
    assert set(told) == {"files", "summary"}
    assert set(file) == {"file", "outcome", "seconds", "problems"}
    assert file["problems"][0] == {
        "severity": "error",
        "message": (
            "Ligne 2, colonne « date_fin » : « 12/31/2027 » n'est pas une date (jj/mm/aaaa) : écrivez 31/12/2027."
        ),
        "line": None,
        "sheet": None,
        "row": 2,
        "column": "date_fin",
        "page": None,
    }


def test_title_used_twice_is_told_and_identifier_used_twice_refused(tmp_path: Path) -> None:
    write(tmp_path, "financements/a.md", scheme())
    write(tmp_path, "financements/b.md", scheme(titre="prêt  forge"))
    write(tmp_path, "faq/c.md", "---\ntitre: Guide\n---\nTexte.\n")
    write(tmp_path, "faq/c.html", "<h1>Autre guide</h1><p>Texte.</p>")
    write(tmp_path, "financements/d.md", scheme(titre="Aide D", id="forge-1"))
    write(tmp_path, "financements/e.md", scheme(titre="Aide E", id="FORGE-1"))

    files = {file.file: file for file in check(tmp_path, TODAY).files}

    assert files["financements/b.md"].outcome is Outcome.ACCEPTED_WITH_WARNINGS
    assert "déjà celui d'une fiche de « financements/a.md »" in files["financements/b.md"].problems[0].message
    assert files["faq/c.md"].outcome is Outcome.REJECTED
    assert "déjà utilisé par « faq/c.html »" in files["faq/c.md"].problems[0].message
    assert files["financements/e.md"].outcome is Outcome.REJECTED


def test_same_title_twice_in_one_table_is_told(tmp_path: Path) -> None:
    write(tmp_path, "partenaires/a.csv", "nom;commune\nAtelier;Dole\nAtelier;Vesoul\n")

    (file,) = check(tmp_path, TODAY).files

    assert file.outcome is Outcome.ACCEPTED_WITH_WARNINGS
    assert file.problems[0].place.row == 3


def test_progress_is_told_file_by_file(tmp_path: Path) -> None:
    for name in "ab":
        write(tmp_path, f"{name}.md", f"---\ntitre: {name}\n---\nTexte.\n")
    seen: list[tuple[str, int, int]] = []

    check(tmp_path, TODAY, lambda step, done, total: seen.append((step, done, total)))

    assert seen == [("lecture", 1, 2), ("lecture", 2, 2)]
