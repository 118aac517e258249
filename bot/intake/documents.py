"""Documents that an applicant may send: told by their content, never by their name, and never unpacked or opened."""

import mmap
import re
import struct
import zipfile
from enum import StrEnum
from pathlib import Path

LARGEST = 20 * 2**20  # bytes; what Telegram lets a bot download (core.telegram.org/bots/api#getfile)
MOST_IN_DRAFT = 10
MOST_IN_APPLICATION = 30
LONGEST_NAME = 120  # characters

_HEAD = 4096  # bytes
_TAIL = 65_557  # bytes: the end record of a ZIP file with the longest comment
_MOST_ENTRIES = 10_000  # of a ZIP file
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_UNWANTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069/\\:*?\"<>|]+")


class DocumentKind(StrEnum):
    """What a document is."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"
    HEIC = "heic"


class DocumentProblem(StrEnum):
    """Why a document is not kept; the words are `document_<problem>`."""

    TYPE = "type"
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    DAMAGED = "damaged"
    LOCKED = "locked"
    MACROS = "macros"
    NOT_FETCHED = "not_fetched"
    TOO_MANY = "too_many"


def recognise(path: Path) -> DocumentKind | DocumentProblem:
    """What the file is; reads its first and last bytes and, of a ZIP, the list of its entries."""
    size = path.stat().st_size
    if size == 0:
        return DocumentProblem.EMPTY
    if size > LARGEST:
        return DocumentProblem.TOO_LARGE
    with path.open("rb") as file:
        head = file.read(_HEAD)
        file.seek(max(0, size - _TAIL))
        tail = file.read()
    if head.startswith(b"PK\x03\x04"):
        return _office(path, tail)
    if head.startswith(b"\xff\xd8\xff"):
        return DocumentKind.JPEG if _is_whole_jpeg(path) else DocumentProblem.DAMAGED
    return _by_signature(head, tail, size)


def clean_name(name: str, kind: str = "") -> str:
    """The name without folders, control or direction characters, its ending kept; one is made up when there is none."""
    last = re.split(r"[/\\]", name)[-1]
    cleaned = " ".join(_UNWANTED.sub(" ", last).split()).replace("**", "").strip(". ")
    if not cleaned:
        return f"document.{kind}" if kind else "document"
    stem, dot, ending = cleaned.rpartition(".")
    if len(cleaned) > LONGEST_NAME and dot and len(ending) <= 10:
        return f"{stem[: LONGEST_NAME - len(ending) - 2]}….{ending}"
    return cleaned[:LONGEST_NAME]


def _by_signature(head: bytes, tail: bytes, size: int) -> DocumentKind | DocumentProblem:
    if b"%PDF-" in head[:1024]:
        whole = b"%%EOF" in tail or b"startxref" in tail
        return DocumentKind.PDF if whole else DocumentProblem.DAMAGED
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return DocumentKind.PNG if b"IEND" in tail else DocumentProblem.DAMAGED
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        announced = struct.unpack("<I", head[4:8])[0] + 8
        return DocumentKind.WEBP if announced <= size else DocumentProblem.DAMAGED
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        return DocumentKind.HEIC
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):  # the old Office container, and of encrypted new ones
        return DocumentProblem.LOCKED
    return DocumentProblem.TYPE


def _is_whole_jpeg(path: Path) -> bool:
    """Whether the picture has its end mark, which the thumbnail before it and what phones add behind it have too."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        at = 2
        while content[at : at + 1] == b"\xff" and at + 4 <= len(content):
            if content[at + 1] == 0xDA:  # the picture itself begins
                return content.find(b"\xff\xd9", at) > 0
            at += 2 + struct.unpack(">H", content[at + 2 : at + 4])[0]
    return False


def _office(path: Path, tail: bytes) -> DocumentKind | DocumentProblem:
    end = tail.rfind(b"PK\x05\x06")
    if end < 0 or len(tail) < end + 22:
        return DocumentProblem.DAMAGED
    if struct.unpack("<H", tail[end + 10 : end + 12])[0] > _MOST_ENTRIES:
        return DocumentProblem.TYPE
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error):
        return DocumentProblem.DAMAGED
    if any(entry.flag_bits & 1 for entry in entries):
        return DocumentProblem.LOCKED
    return _office_kind({entry.filename for entry in entries})


def _office_kind(names: set[str]) -> DocumentKind | DocumentProblem:
    if "[Content_Types].xml" not in names:
        return DocumentProblem.TYPE
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return DocumentProblem.MACROS
    if "word/document.xml" in names:
        return DocumentKind.DOCX
    if "xl/workbook.xml" in names:
        return DocumentKind.XLSX
    return DocumentProblem.TYPE
