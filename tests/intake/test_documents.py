"""Documents are told by their content; what is wrong with one is told too; nothing is unpacked."""

import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from bot.intake.documents import LARGEST, LONGEST_NAME, DocumentKind, DocumentProblem, clean_name, recognise

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n"


def png() -> bytes:
    """One white pixel."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\xff")) + chunk(b"IEND", b"")
    )


def jpeg(picture: bytes = b"\x11\x22\xff\xd9", thumbnail: bytes = b"") -> bytes:
    """The segments of a JPEG: an APP1 with a thumbnail, then the picture."""
    exif = b"Exif\0\0" + thumbnail
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + b"\xff\xda\x00\x03\x01" + picture


def office(path: Path, *names: str) -> Path:
    """A ZIP file with these entries."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return path


WEBP = b"RIFF" + struct.pack("<I", 12) + b"WEBPVP8 \0\0\0\0"
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (PDF, DocumentKind.PDF),
        (b"\xef\xbb\xbf\n" + PDF, DocumentKind.PDF),
        (png(), DocumentKind.PNG),
        (jpeg(), DocumentKind.JPEG),
        (jpeg() + b"\0" * 200_000, DocumentKind.JPEG),
        (WEBP, DocumentKind.WEBP),
        (HEIC, DocumentKind.HEIC),
        (b"", DocumentProblem.EMPTY),
        (PDF[:20], DocumentProblem.DAMAGED),
        (png()[:-12], DocumentProblem.DAMAGED),
        (jpeg(picture=b"\x11\x22", thumbnail=b"\xff\xd8\xff\xd9"), DocumentProblem.DAMAGED),
        (WEBP[:-4], DocumentProblem.DAMAGED),
        (b"PK\x03\x04 and then nothing", DocumentProblem.DAMAGED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, DocumentProblem.LOCKED),
        (b"MZ\x90\0this is a program", DocumentProblem.TYPE),
        (b"<html><script>alert(1)</script></html>", DocumentProblem.TYPE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", DocumentProblem.TYPE),
        (b"GIF89a....", DocumentProblem.TYPE),
    ],
)
def test_the_content_decides(tmp_path: Path, content: bytes, expected: str) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(content)
    assert recognise(path) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("[Content_Types].xml", "word/document.xml"), DocumentKind.DOCX),
        (("[Content_Types].xml", "xl/workbook.xml"), DocumentKind.XLSX),
        (("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), DocumentProblem.MACROS),
        (("[Content_Types].xml", "ppt/presentation.xml"), DocumentProblem.TYPE),
        (("a.txt",), DocumentProblem.TYPE),
    ],
)
def test_office_files_are_told_by_their_entries(tmp_path: Path, names: tuple[str, ...], expected: str) -> None:
    assert recognise(office(tmp_path / "f.zip", *names)) == expected


def test_a_truncated_office_file_is_damaged(tmp_path: Path) -> None:
    path = office(tmp_path / "f.docx", "[Content_Types].xml", "word/document.xml")
    path.write_bytes(path.read_bytes()[:-30])
    assert recognise(path) == DocumentProblem.DAMAGED


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("word/document.xml", b"\0" * 50_000_000)
    assert path.stat().st_size < 100_000
    assert recognise(path) == DocumentKind.DOCX  # kept as it is: nobody here ever opens it


def test_a_file_of_many_entries_is_not_listed(tmp_path: Path) -> None:
    path = office(tmp_path / "f.docx", "[Content_Types].xml")
    content = bytearray(path.read_bytes())
    end = content.rfind(b"PK\x05\x06")
    content[end + 10 : end + 12] = b"\xff\xff"
    path.write_bytes(content)
    assert recognise(path) == DocumentProblem.TYPE


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "big.pdf"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert recognise(path) == DocumentProblem.TOO_LARGE


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("plan.pdf", "plan.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\camille\\plan.pdf", "plan.pdf"),
        ("plan\u202efdp.exe", "plan fdp.exe"),
        ("a\n**b**.pdf", "a b .pdf"),
        ("", "document.pdf"),
        ("...", "document.pdf"),
    ],
)
def test_names_are_shown_without_tricks(name: str, expected: str) -> None:
    assert clean_name(name, "pdf") == expected


def test_a_long_name_keeps_its_ending() -> None:
    cleaned = clean_name("é" * 300 + ".docx")
    assert len(cleaned) <= LONGEST_NAME
    assert cleaned.endswith("….docx")
