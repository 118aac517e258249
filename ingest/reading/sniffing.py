"""What a file really is, from its first bytes, against what its name says."""

from ingest.problems import Unreadable

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BINARY_STARTS = {
    b"%PDF-": "un PDF",
    b"PK\x03\x04": "un fichier compressé ou un document Office",
    _OLE: "un ancien document Office",
    b"\x89PNG": "une image",
    b"\xff\xd8\xff": "une image",
    b"GIF8": "une image",
    b"\x1f\x8b": "un fichier compressé",
    b"7z\xbc\xaf": "un fichier compressé",
    b"Rar!": "un fichier compressé",
    b"MZ": "un programme",
    b"\x7fELF": "un programme",
    b"SQLite format 3": "une base de données",
    b"{\\rtf": "un document RTF",
}
_NAMES = {
    ".docx": "un document Word (.docx)",
    ".xlsx": "un classeur Excel (.xlsx)",
    ".pdf": "un PDF",
    ".md": "un fichier texte",
    ".csv": "un fichier texte",
    ".html": "une page HTML",
    ".htm": "une page HTML",
}


def refuse_disguised(content: bytes, suffix: str, name: str) -> None:
    """Raise Unreadable when the bytes are not of the type that the name promises."""
    if suffix in (".docx", ".xlsx"):
        _refuse_wrong_office(content, suffix, name)
    elif suffix == ".pdf":
        if b"%PDF-" not in content[:1024]:
            raise Unreadable(f"« {name} » n'est pas un PDF{_instead(content)} : exportez-le à nouveau en PDF.")
    elif instead := _instead(content):
        raise Unreadable(f"« {name} » n'est pas {_NAMES[suffix]}{instead} : donnez-lui le bon nom ou exportez-le.")


def _refuse_wrong_office(content: bytes, suffix: str, name: str) -> None:
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise Unreadable(f"« {name} » est protégé par un mot de passe : enregistrez-le sans mot de passe.")
        raise Unreadable(f"« {name} » est dans un ancien format Office : ouvrez-le et enregistrez-le en {suffix}.")
    if not content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise Unreadable(
            f"« {name} » n'est pas {_NAMES[suffix]}{_instead(content)} : ouvrez-le et enregistrez-le en {suffix}."
        )


def _instead(content: bytes) -> str:
    start = content[:16].lstrip(b"\xef\xbb\xbf")
    return next((f" mais {kind}" for mark, kind in _BINARY_STARTS.items() if start.startswith(mark)), "")
