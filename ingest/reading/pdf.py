"""PDF files: visible text page by page, headings from the size of the letters, ruled tables row by row."""

import io
from collections.abc import Iterator
from typing import Any

from ingest.problems import Place, Problems, Unreadable
from ingest.reading import pdf_tables
from ingest.reading.content import Block, Content
from ingest.reading.pdf_layout import Line, PageLines, blocks_of
from ingest.reading.pdf_visible import visible_page

MAX_PAGES = 300


def read(content: bytes, name: str, problems: Problems) -> Content:
    """The visible words of a PDF and its filled-in forms; a scan has none."""
    import pypdf

    try:
        reader = pypdf.PdfReader(io.BytesIO(content), strict=False)
        _open(reader, name)
        _refuse_too_long(reader, name)
        pages = list(_pages(reader, content, name, problems))
        form = tuple(_form(reader))
    except pypdf.errors.FileNotDecryptedError as error:
        raise _protected(name) from error
    except (pypdf.errors.PyPdfError, RecursionError, KeyError, TypeError, AttributeError) as error:
        raise Unreadable(
            f"« {name} » est incomplet ou abîmé : ouvrez l'original et exportez-le à nouveau en PDF."
        ) from error
    return Content(blocks=(*blocks_of(pages), *form))


def _protected(name: str) -> Unreadable:
    return Unreadable(f"« {name} » est protégé par un mot de passe : enregistrez-le sans mot de passe.")


def _open(reader: Any, name: str) -> None:
    """An empty password opens what is only protected against printing."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise _protected(name)


def _refuse_too_long(reader: Any, name: str) -> None:
    if (count := len(reader.pages)) > MAX_PAGES:
        raise Unreadable(f"« {name} » compte {count} pages (limite {MAX_PAGES}) : coupez-le en plusieurs fichiers.")


def _pages(reader: Any, content: bytes, name: str, problems: Problems) -> Iterator[PageLines]:
    ruled: list[int] = []
    pages: list[PageLines] = []
    for number, page in enumerate(reader.pages, 1):
        looked = visible_page(page)
        if looked.hides_text:
            problems.warn("texte invisible ou blanc non repris : rendez-le visible.", Place(page=number))
        if _has_comments(page):
            problems.warn("commentaires non repris : mettez dans le texte ce qui est à publier.", Place(page=number))
        if looked.is_ruled:
            ruled.append(number)
        pages.append(PageLines(number, tuple(_lines(page)), ()))
    rows = pdf_tables.rows_by_page(content, ruled)
    for page_lines in pages:
        yield pdf_tables.with_rows(page_lines, rows.get(page_lines.number, ()))


def _lines(page: Any) -> Iterator[Line]:
    """Pieces of text joined into lines with the height of their letters and their place on the page."""
    pieces: list[tuple[str, float, float]] = []

    def note(text: str, matrix: list[float], text_matrix: list[float], _font: Any, size: float) -> None:
        height = abs(size * text_matrix[3] * matrix[3]) or abs(size)
        pieces.append((text, height, text_matrix[5] * matrix[3] + matrix[5]))

    page.extract_text(visitor_text=note)
    words, size, height = "", 0.0, 0.0
    for text, letter, y in pieces:
        for index, part in enumerate(text.split("\n")):
            if index:
                if words.strip():
                    yield Line(" ".join(words.split()), size, height)
                words, size = "", 0.0
            if part.strip():
                size, height = max(size, round(letter, 1)), y
            words += part
    if words.strip():
        yield Line(" ".join(words.split()), size, height)


def _has_comments(page: Any) -> bool:
    for annotation in page.get("/Annots") or ():
        note = annotation.get_object()
        if note.get("/Subtype") in ("/Text", "/FreeText", "/Popup", "/Highlight") and note.get("/Contents"):
            return True
    return False


def _form(reader: Any) -> Iterator[Block]:
    for field, value in (reader.get_form_text_fields() or {}).items():
        if value and str(value).strip():
            yield Block(text=f"{field} : {str(value).strip()}", item=True, place=Place(page=1))
