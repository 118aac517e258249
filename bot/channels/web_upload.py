"""A document sent from the chat page: read as it streams in, to a limit, and kept before it is acknowledged."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import BinaryIO

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from bot.channels.web_body import Posted
from bot.channels.web_refusal import Refusal
from bot.intake.documents import LARGEST

AROUND = 100_000  # bytes: the other fields and the borders of a form that holds one document
CHUNK = 1 << 16


class _TooLong(Exception):
    """More bytes came than a document and its form may have."""


@dataclass(frozen=True, kw_only=True)
class Upload:
    """A form with a document; `file` is to be closed."""

    posted: Posted
    name: str
    file: BinaryIO


async def read_upload(request: Request) -> Upload | Refusal:
    """The form, unless it is too large by what it says or by what comes, or no page of ours sends such a one."""
    announced = request.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > LARGEST + AROUND:
        return Refusal.FILE_TOO_LARGE
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return Refusal.EXPIRED
    parser = MultiPartParser(request.headers, _limited(request), max_files=1, max_fields=6, max_part_size=AROUND)
    try:
        form = await parser.parse()
    except _TooLong:
        return Refusal.FILE_TOO_LARGE
    except (MultiPartException, KeyError, UnicodeDecodeError):
        return Refusal.EXPIRED
    file = form.get("file")
    fields = {name: value for name, value in form.items() if isinstance(value, str)}
    try:
        posted = Posted.model_validate(fields)
    except ValueError:
        return Refusal.EXPIRED
    if not isinstance(file, UploadFile) or not file.filename:
        return Refusal.NO_FILE
    return Upload(posted=posted, name=file.filename, file=file.file)


async def _limited(request: Request) -> AsyncGenerator[bytes, None]:
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > LARGEST + AROUND:
            raise _TooLong
        yield chunk
