"""Bytes to text: UTF-8 wanted, UTF-16 and Windows-1252 understood with a warning."""

import codecs
import re

from ingest.problems import Problems, Unreadable

MAX_TEXT_BYTES = 5_000_000
_UTF16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_MISREAD_UTF8 = re.compile("[ÃÅ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[€‚][\u0080-\u00bf™œžŸ“”˜¦š¢]|Â[\u00a0«»°]")
_CONTROLS = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|[\x00-\x08\x0b\x0e-\x1f\x7f]")


def decode(content: bytes, name: str, problems: Problems, declared: str = "") -> str:
    """The text of a file, line ends as `\\n`; `declared` is the encoding that the file itself announces."""
    if len(content) > MAX_TEXT_BYTES:
        limit = MAX_TEXT_BYTES // 1_000_000
        raise Unreadable(
            f"« {name} » pèse {len(content) // 1_000_000} Mo (limite {limit} Mo) : coupez-le en plusieurs."
        )
    text = _repaired(_decode(content, name, problems, declared), name, problems)
    if _CONTROLS.search(text):
        problems.warn(f"« {name} » contient des caractères de commande, retirés : retapez le texte s'il vous surprend.")
        text = _CONTROLS.sub("", text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _repaired(text: str, name: str, problems: Problems) -> str:
    """Undo a UTF-8 file that was once read as Windows-1252 (« Ã© » for « é »), when it can be undone."""
    if not _MISREAD_UTF8.search(text):
        if "\ufffd" in text:
            problems.warn(f"« {name} » contient des lettres perdues (« � ») : retapez-les et enregistrez en UTF-8.")
        return text
    problems.warn(f"« {name} » contient des accents abîmés (« Ã© » pour « é ») : vérifiez-les, enregistrez en UTF-8.")
    return _MISREAD_UTF8.sub(lambda misread: _reread(misread[0]), text)


def _reread(misread: str) -> str:
    try:
        return b"".join(_byte(sign) for sign in misread).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return misread


def _byte(sign: str) -> bytes:
    return sign.encode("latin-1") if ord(sign) < 256 else sign.encode("cp1252")


def _decode(content: bytes, name: str, problems: Problems, declared: str) -> str:
    if utf16 := _utf16(content):
        problems.warn(f"« {name} » n'est pas en UTF-8 (UTF-16 supposé) : vérifiez les accents, enregistrez en UTF-8.")
        return content.decode(utf16, "replace").removeprefix("\ufeff")
    if content.count(0) * 100 > len(content) or _control_share(content) > 0.05:
        raise Unreadable(f"« {name} » n'est pas un fichier texte : exportez-le à nouveau dans le format de son nom.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if declared and (text := _declared(content, declared)) is not None:
        return text
    problems.warn(
        f"« {name} » n'est pas en UTF-8 (Windows-1252 supposé) : vérifiez les accents, puis enregistrez en UTF-8."
    )
    if _is_mostly_utf8(content):
        return content.decode("utf-8", "replace")
    return content.decode("cp1252", "replace")


def _utf16(content: bytes) -> str | None:
    for mark, encoding in _UTF16:
        if content.startswith(mark):
            return encoding
    sample = content[:2000]
    if len(sample) >= 4 and sample[1::2].count(0) > len(sample) * 0.4 and sample[::2].count(0) == 0:
        return "utf-16-le"
    if len(sample) >= 4 and sample[::2].count(0) > len(sample) * 0.4 and sample[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _control_share(content: bytes) -> float:
    sample = content[:20_000]
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in sample)
    return controls / len(sample) if sample else 0.0


def _declared(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None


def _is_mostly_utf8(content: bytes) -> bool:
    """A UTF-8 file with a few broken bytes: reading it as Windows-1252 would spoil every accent."""
    text = content.decode("utf-8", "replace")
    accents = sum(ord(sign) > 127 and sign != "\ufffd" for sign in text)
    return accents > 2 * text.count("\ufffd")
