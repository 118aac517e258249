"""Takes in the documents that people send: their bytes are kept before the turn that speaks of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import structlog

from bot.dialogue.effects import Effect, KeepDocument
from bot.dialogue.messages import Attachment, AttachmentKind
from bot.intake.documents import LARGEST, DocumentProblem, clean_name, recognise
from bot.store.attachment_files import Arriving, AttachmentFiles

TAKEN = (AttachmentKind.DOCUMENT, AttachmentKind.PHOTO)

Download = Callable[[str, Callable[[bytes], None]], None]  # handle of the channel, what takes the bytes

log = structlog.get_logger()


class NotFetched(Exception):
    """The channel did not hand a file over; `again` when it may do so later. The text is a kind for the log."""

    def __init__(self, kind: str, *, again: bool = True) -> None:
        super().__init__(kind)
        self.again = again


class TooLarge(Exception):
    """More bytes came than a document may have."""


class Gone(Exception):
    """The bytes of a document disappeared between their arrival and their turn: it is fetched anew."""


class Documents:
    """`downloads` by channel: how a file is fetched by the handle that the channel gave."""

    def __init__(self, files: AttachmentFiles, downloads: Mapping[str, Download]) -> None:
        self.files = files
        self._downloads = downloads

    def take_in(self, channel: str, attachment: Attachment, *, last_try: bool) -> Attachment:
        """The attachment with its hash and kind, or its problem; raises NotFetched while trying again may help."""
        if attachment.kind not in TAKEN or attachment.sha256 or attachment.problem:
            return attachment
        if attachment.size is not None and attachment.size > LARGEST:
            return _with_problem(attachment, DocumentProblem.TOO_LARGE)
        try:
            return self._fetch(channel, attachment)
        except NotFetched as error:
            log.warning("document_not_fetched", kind=str(error), again=error.again and not last_try)
            if error.again and not last_try:
                raise
            return _with_problem(attachment, DocumentProblem.NOT_FETCHED)

    def receive(self, arriving: Arriving, attachment: Attachment) -> Attachment:
        """Look at what arrived and keep it unless something is wrong with it."""
        arriving.flush()
        found = recognise(arriving.path)
        if isinstance(found, DocumentProblem):
            return _with_problem(attachment, found)
        sha256 = self.files.keep(arriving)
        name = clean_name(attachment.name, found)
        return replace(attachment, name=name, size=arriving.size, sha256=sha256, format=found)

    def check_kept(self, effects: Iterable[Effect]) -> None:
        """Raise Gone when the bytes of a document to be kept are no longer there (in the transaction that keeps it)."""
        for effect in effects:
            if isinstance(effect, KeepDocument) and not self.files.has(effect.sha256):
                raise Gone

    def _fetch(self, channel: str, attachment: Attachment) -> Attachment:
        download = self._downloads.get(channel)
        if download is None or not attachment.file_id:
            raise NotFetched("no way to fetch it", again=False)
        with self.files.arriving() as arriving:
            try:
                download(attachment.file_id, writer(arriving))
            except TooLarge:
                return _with_problem(attachment, DocumentProblem.TOO_LARGE)
            if attachment.size is not None and arriving.size != attachment.size:
                raise NotFetched("incomplete")
            return self.receive(arriving, attachment)


def writer(arriving: Arriving) -> Callable[[bytes], None]:
    """Takes bytes in up to the limit; raises TooLarge beyond."""

    def write(chunk: bytes) -> None:
        if arriving.size + len(chunk) > LARGEST:
            raise TooLarge
        arriving.write(chunk)

    return write


def _with_problem(attachment: Attachment, problem: DocumentProblem) -> Attachment:
    name = clean_name(attachment.name) if attachment.name else ""
    return replace(attachment, name=name, problem=problem)
