"""Small files of every format, sane or broken, made where a test needs them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pypdf

from ingest.checking.one_file import examine
from ingest.checking.results import FileResult

TODAY = date(2026, 11, 24)
FILES = Path(__file__).parent / "files"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def write(folder: Path, path: str, content: str | bytes) -> Path:
    """Write a file of the knowledge folder."""
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content.encode() if isinstance(content, str) else content)
    return target


def examined(folder: Path, path: str, content: str | bytes) -> FileResult:
    """Write one file and read it, in this process."""
    write(folder, path, content)
    return examine(folder, path, TODAY)


def messages(result: FileResult) -> str:
    """All that staff read about a file."""
    return "\n".join(problem.message for problem in result.report.problems)


def texts(result: FileResult) -> str:
    """All that would be published of a file."""
    return "\n".join(passage.text for taken in result.records for passage in taken.passages)


def scheme(body: str = "Le prêt Forge aide à acheter des machines.", **fields: object) -> str:
    """A financing scheme in Markdown."""
    header: dict[str, object] = {
        "titre": "Prêt Forge",
        "organisme": "Banque Forge",
        "nature": "[prêt]",
        "source": "Fiche de la Banque Forge (2026)",
        "statut": "ouvert",
    } | fields
    return "\n".join(["---", *(f"{name}: {value}" for name, value in header.items()), "---", body, ""])


def docx(body: str, extra: Mapping[str, str] | None = None) -> bytes:
    """A Word file around the XML of its body."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
    }
    return zipped({**parts, **(extra or {})})


def paragraph(text: str, look: str = "") -> str:
    """A paragraph of Word XML; `look` goes into the properties of its run."""
    return f"<w:p><w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def xlsx(rows: Sequence[Sequence[Any]], title: str = "Aides") -> bytes:
    """A workbook of one sheet."""
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    return saved(workbook)


def saved(workbook: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook."""
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def with_sheet_xml(workbook: bytes, old: str, new: str) -> bytes:
    """The same workbook with a text of its first sheet replaced."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    assert old in sheet
    return zipped({**parts, "xl/worksheets/sheet1.xml": sheet.replace(old, new).encode()})


def pdf(*pages: str) -> bytes:
    """A PDF of pages given as content streams in Helvetica (`/F1`)."""
    kids = " ".join(f"{3 + 2 * index} 0 R" for index in range(len(pages)))
    font_number = 3 + 2 * len(pages)
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    for index, stream in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {4 + 2 * index} 0 R "
            f"/Resources << /Font << /F1 {font_number} 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    return _pdf_file(objects)


def _pdf_file(objects: Sequence[str]) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(content)}\n%%EOF\n"
    return content + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()


def line(text: str, y: int = 700, size: int = 11, before: str = "") -> str:
    """A line of text of a PDF page."""
    return f"{before} BT /F1 {size} Tf 1 0 0 1 60 {y} Tm ({text}) Tj ET"


def encrypted(content: bytes, password: str) -> bytes:
    """The same PDF behind a password."""
    writer = pypdf.PdfWriter(io.BytesIO(content))
    writer.encrypt(user_password=password, owner_password="maitre", algorithm="AES-256")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()
