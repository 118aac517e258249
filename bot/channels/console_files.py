"""A file of this machine sent in the terminal's talk: `/joindre CHEMIN`."""

import re
from pathlib import Path

from bot.channels.documents import Documents, writer
from bot.dialogue.messages import Attachment, AttachmentKind
from bot.intake.documents import LARGEST, DocumentProblem, clean_name

_COMMAND = re.compile(r"/(?:joindre|attach)\s+(?P<path>.+)", re.IGNORECASE)
_CHUNK = 1 << 16


class Unreadable(Exception):
    """There is no such file, or it cannot be read."""


def path_in(line: str) -> Path | None:
    """The path after `/joindre`, quotes and `~` understood; None for any other line."""
    found = _COMMAND.fullmatch(line.strip())
    return Path(found["path"].strip().strip("'\"")).expanduser() if found else None


def take_in(documents: Documents, path: Path) -> Attachment:
    """The file as a document that was taken in, or its problem; raises Unreadable."""
    sent = Attachment(kind=AttachmentKind.DOCUMENT, name=clean_name(path.name))
    try:
        if not path.is_file():
            raise Unreadable
        if path.stat().st_size > LARGEST:
            return Attachment(kind=sent.kind, name=sent.name, problem=DocumentProblem.TOO_LARGE)
        with path.open("rb") as file, documents.files.arriving() as arriving:
            write = writer(arriving)
            while chunk := file.read(_CHUNK):
                write(chunk)
            return documents.receive(arriving, sent)
    except OSError as error:
        raise Unreadable from error
