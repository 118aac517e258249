"""One door for all formats: the bytes of a file become its content; runs in the reading process only."""

from collections.abc import Callable
from pathlib import Path

from ingest.problems import Problems, Unreadable
from ingest.reading.content import Content
from ingest.reading.sniffing import refuse_disguised

# Each format is imported when its first file comes: a folder of Markdown needs no PDF library.


def read(path: Path, name: str, problems: Problems) -> Content:
    """Read one file by its ending; raises Unreadable with a sentence for staff."""
    content = path.read_bytes()
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xfe\xff"):
        raise Unreadable(f"« {name} » est vide : complétez-le ou supprimez-le.")
    suffix = path.suffix.lower()
    refuse_disguised(content, suffix, name)
    return _READERS[suffix](content, name, problems)


def _markdown(content: bytes, name: str, problems: Problems) -> Content:
    from ingest.reading import encoding, markdown

    return markdown.read(encoding.decode(content, name, problems), problems)


def _csv(content: bytes, name: str, problems: Problems) -> Content:
    from ingest.reading import csv_table, encoding

    return Content(tables=(csv_table.read(encoding.decode(content, name, problems), name, problems),))


def _html(content: bytes, name: str, problems: Problems) -> Content:
    from ingest.reading import encoding, html

    text = encoding.decode(content, name, problems, html.declared_charset(content))
    return html.read(text, name, problems)


def _docx(content: bytes, name: str, problems: Problems) -> Content:
    from ingest.reading import docx

    return docx.read(content, name, problems)


def _xlsx(content: bytes, name: str, problems: Problems) -> Content:
    from ingest.reading import xlsx

    return xlsx.read(content, name, problems)


def _pdf(content: bytes, name: str, problems: Problems) -> Content:
    from ingest.reading import pdf

    return pdf.read(content, name, problems)


_READERS: dict[str, Callable[[bytes, str, Problems], Content]] = {
    ".md": _markdown,
    ".csv": _csv,
    ".html": _html,
    ".htm": _html,
    ".docx": _docx,
    ".xlsx": _xlsx,
    ".pdf": _pdf,
}
