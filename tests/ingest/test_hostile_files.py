"""Files that break readers: each gets its verdict and a French sentence with a remedy, and none stops the others."""

import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from ingest.problems import Outcome
from tests.ingest.making import docx, encrypted, examined, line, messages, paragraph, pdf, saved, scheme, xlsx, zipped

REJECTED, WARNED, ACCEPTED = Outcome.REJECTED, Outcome.ACCEPTED_WITH_WARNINGS, Outcome.ACCEPTED
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ENTITIES = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
_TWO_PAGES = pdf(line("Le prêt Forge aide."), line("Il finance les machines."))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def _header(lines: str) -> str:
    return f"---\n{lines}\n---\nTexte du prêt.\n"


def _far_cell() -> bytes:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["titre", "organisme"])
    sheet["XFD1048576"] = "x"
    return saved(workbook)


def _all_hidden() -> bytes:
    workbook = openpyxl.Workbook()
    workbook.worksheets[0].append(["Prêt", "Caché"])
    workbook.create_sheet("Vide")
    workbook.worksheets[0].sheet_state = "hidden"
    return saved(workbook)


Case = tuple[str, Callable[[], str | bytes], Outcome, str]
CASES: list[Case] = [
    # nothing to read
    ("empty.md", lambda: b"", REJECTED, "est vide"),
    ("blank.md", lambda: " \n\t\n", REJECTED, "est vide"),
    ("nothing-but-nul.md", lambda: bytes(100), REJECTED, "est vide"),
    ("mark-only.csv", lambda: b"\xef\xbb\xbf", REJECTED, "est vide"),
    ("zero-width.md", lambda: "\u200b\u200b\n\u200b", REJECTED, "aucun texte lisible"),
    ("comment.md", lambda: "<!-- rien -->", REJECTED, "aucun texte lisible"),
    ("headings.md", lambda: "# Titre\n\n## Autre\n", REJECTED, "aucun texte lisible"),
    ("header-only.md", lambda: "---\ntitre: X\n---\n", REJECTED, "pas de texte sous son en-tête"),
    ("separators.csv", lambda: ";;;\n;;;\n", REJECTED, "aucun texte lisible"),
    ("headings.csv", lambda: "titre;montant_max\n", REJECTED, "n'a que des titres de colonnes"),
    ("script.html", lambda: "<body><div id=a></div><script>x</script></body>", REJECTED, "aucun texte lisible"),
    ("empty.docx", lambda: docx(""), REJECTED, "aucun texte lisible"),
    ("empty.xlsx", lambda: xlsx([]), REJECTED, "aucun texte lisible"),
    ("hidden.xlsx", _all_hidden, REJECTED, "aucun texte lisible"),
    ("scan.pdf", lambda: pdf("q 100 0 0 100 0 0 cm Q"), REJECTED, "aucun texte lisible"),
    # broken, disguised, protected
    ("cut.docx", lambda: docx(paragraph("Bonjour"))[:300], REJECTED, "incomplet ou abîmé"),
    ("cut.xlsx", lambda: xlsx([["a", "b"]])[:-200], REJECTED, "incomplet ou abîmé"),
    ("cut.pdf", lambda: _TWO_PAGES[: len(_TWO_PAGES) // 2], REJECTED, "incomplet ou abîmé"),
    ("garbage.pdf", lambda: b"%PDF-1.4\n" + bytes(range(256)) * 10, REJECTED, "incomplet ou abîmé"),
    ("loop.pdf", lambda: _TWO_PAGES.replace(b"/Kids [3 0 R", b"/Kids [2 0 R"), REJECTED, "incomplet ou abîmé"),
    ("text.docx", lambda: "hello", REJECTED, "n'est pas un document Word"),
    ("page.xlsx", lambda: "<html><table></table></html>", REJECTED, "n'est pas un classeur Excel"),
    ("word.xlsx", lambda: docx(paragraph("x")), REJECTED, "n'est pas un classeur Excel"),
    ("excel.docx", lambda: xlsx([["a", "b"]]), REJECTED, "n'est pas un document Word"),
    ("zip.xlsx", lambda: zipped({"a.txt": "x"}), REJECTED, "n'est pas un classeur Excel"),
    ("photo.pdf", lambda: b"\xff\xd8\xff\xe0" + b"x" * 100, REJECTED, "mais une image"),
    ("program.csv", lambda: b"MZ\x90\x00" + bytes(200), REJECTED, "mais un programme"),
    ("binary.md", lambda: bytes(range(256)) * 20, REJECTED, "n'est pas un fichier texte"),
    ("old.xlsx", lambda: _OLE, REJECTED, "ancien format"),
    ("locked.docx", lambda: _OLE + "EncryptedPackage".encode("utf-16-le"), REJECTED, "mot de passe"),
    ("locked.pdf", lambda: encrypted(_TWO_PAGES, "sésame"), REJECTED, "mot de passe"),
    ("not-printable.pdf", lambda: encrypted(_TWO_PAGES, ""), WARNED, "pas de « titre »"),
    (
        "server-file.docx",
        lambda: docx(
            "", {"word/document.xml": f'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:d {_W}>&x;</w:d>'}
        ),
        REJECTED,
        "entités XML",
    ),
    (
        "laughs.docx",
        lambda: docx("", {"word/document.xml": f'<!DOCTYPE a [<!ENTITY l0 "lol">{_ENTITIES}]><w:d {_W}>&l9;</w:d>'}),
        REJECTED,
        "entités XML",
    ),
    # bombs
    ("bomb.docx", lambda: zipped({"word/document.xml": bytes(70_000_000)}), REJECTED, "se décompresse en 70 Mo"),
    ("ratio.xlsx", lambda: zipped({"xl/workbook.xml": bytes(20_000_000)}), REJECTED, "se décompresse en 20 Mo"),
    ("members.docx", lambda: docx("", {f"a/{i}": "" for i in range(2_100)}), REJECTED, "éléments (limite 2000)"),
    ("slip.docx", lambda: docx(paragraph("x"), {"../../evil": "x"}), REJECTED, "chemin dangereux"),
    ("far.xlsx", _far_cell, REJECTED, "XFD1048576"),
    ("rows.csv", lambda: "a;b\n" + "1;2\n" * 6_000, REJECTED, "plus de 5000 lignes"),
    ("columns.csv", lambda: ";".join("a" * 100) + "\n" + ";".join("1" * 100) + "\n", REJECTED, "plus de 64 colonnes"),
    ("pages.pdf", lambda: pdf(*[line("x")] * 301), REJECTED, "301 pages (limite 300)"),
    ("deep.html", lambda: "<div>" * 20_000 + "x", REJECTED, "trop compliqué"),
    ("large.md", lambda: "# T\n\n" + "mot " * 1_300_000, REJECTED, "limite 5 Mo"),
    ("quotes.md", lambda: ">" * 10_000 + " x", REJECTED, "aucun texte lisible"),
    ("brackets.md", lambda: "# T\n\nTexte " + "[" * 2_000, WARNED, "pas de « titre »"),
    # headers
    ("financements/alias.md", lambda: _header("titre: &a X\norganisme: *a"), REJECTED, "renvois YAML"),
    ("financements/aliases.md", lambda: _header("a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]"), REJECTED, "renvois YAML"),
    ("financements/deep.md", lambda: _header("titre: " + "[" * 5_000), REJECTED, "listes imbriquées"),
    ("financements/deeper.md", lambda: _header("titre: " + "{a: " * 3_000), REJECTED, "listes imbriquées"),
    ("financements/tag.md", lambda: _header("titre: !!python/object/apply:os.system ['ls']"), REJECTED, "étiquettes"),
    ("financements/twice.md", lambda: _header("titre: A\ntitre: B"), REJECTED, "écrite deux fois"),
    ("financements/colon.md", lambda: _header("titre: Prêt : le vrai"), REJECTED, "entre guillemets"),
    ("financements/open.md", lambda: "---\ntitre: A\n\nTexte", REJECTED, "rien ne le ferme"),
    ("financements/quote.md", lambda: _header('titre: "A\norganisme: C'), REJECTED, "n'est pas refermé"),
    ("financements/nested.md", lambda: _header("titre: A\norganisme:\n  nom: x"), REJECTED, "liste simple"),
    ("financements/list.md", lambda: _header("- a\n- b"), REJECTED, "rubrique: valeur"),
    ("financements/headless.md", lambda: "# Prêt\n\nTexte.", REJECTED, "il manque l'en-tête"),
    (
        "financements/order.md",
        lambda: scheme(montant_min="3 M€", montant_max="1 M€"),
        REJECTED,
        "dépasse « montant_max »",
    ),
    ("financements/type.md", lambda: scheme(type="financment"), REJECTED, "n'est pas un type"),
    ("financements/title.md", lambda: scheme(titre="x" * 300), REJECTED, "dépasse 200 caractères"),
    ("financements/past.md", lambda: scheme(date_fin="2025-01-01"), WARNED, "est passée"),
    ("financements/link.md", lambda: scheme(lien="javascript:alert(1)"), WARNED, "n'est pas une adresse"),
    ("financements/source.md", lambda: scheme(source="htp:/exemple"), WARNED, "mal écrite"),
    ("financements/rate.md", lambda: scheme(taux_max="0.2"), WARNED, "moins de 1 %"),
    ("financements/fine.md", lambda: scheme(montant_max="3 M€", taux_max="20 %", region="Normandie"), ACCEPTED, ""),
    # encodings
    ("financements/windows.md", lambda: scheme().encode("cp1252"), WARNED, "Windows-1252 supposé"),
    ("financements/utf16.md", lambda: scheme().encode("utf-16"), WARNED, "UTF-16 supposé"),
    ("financements/utf16-bare.md", lambda: scheme().encode("utf-16-be"), WARNED, "UTF-16 supposé"),
    ("financements/misread.md", lambda: scheme().encode().decode("cp1252"), WARNED, "accents abîmés"),
    ("financements/nul.md", lambda: scheme("Une ai\x00de."), WARNED, "caractères de commande"),
    ("financements/mark.md", lambda: b"\xef\xbb\xbf" + scheme().encode(), ACCEPTED, ""),
    ("financements/old-mac.md", lambda: scheme().replace("\n", "\r"), ACCEPTED, ""),
]
_QUOTED = re.compile("«[^»]*»")
_FOREIGN = re.compile(
    r"\b(error|exception|invalid|expected|unexpected|traceback|none|null|true|false|byte|bytes|object|value|"
    r"decode|could|cannot|must|should|file|missing|pydantic|pypdf|openpyxl|zipfile|yaml\.|line \d)\b|Error\b|__",
    re.IGNORECASE,
)


@pytest.mark.parametrize(("path", "make", "outcome", "told"), CASES, ids=[case[0] for case in CASES])
def test_hostile_file_gets_its_verdict_in_french(
    path: str, make: Callable[[], str | bytes], outcome: Outcome, told: str, tmp_path: Path
) -> None:
    result = examined(tmp_path, path, make())

    assert result.report.outcome is outcome
    assert told in messages(result)
    assert not _FOREIGN.search(_QUOTED.sub("", messages(result)))
    assert bool(result.records) is (outcome is not REJECTED)
