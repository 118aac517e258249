"""What a page sends, read to a limit and checked once."""

from typing import Annotated
from urllib.parse import parse_qsl

from pydantic import BaseModel, BeforeValidator, Field
from starlette.requests import Request

from bot.channels.web_refusal import Refusal

LARGEST_FORM = 100_000  # bytes: a message too long by far is still told so


class Posted(BaseModel):
    """A form of the chat page: a text, or the press of a button under a reply (`id:data`)."""

    token: str = ""
    key: str = Field(pattern=r"^[\w-]{8,64}$")
    text: Annotated[str, BeforeValidator(lambda text: text.replace("\r\n", "\n").strip())] = ""
    press: Annotated[str, Field(pattern=r"^\d{1,18}:.{1,200}$")] | None = None
    language: str = ""


async def read_body(request: Request, limit: int) -> bytes | None:
    """The body, or None when it is larger than the limit."""
    chunks: list[bytes] = []
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > limit:
            return None
        chunks.append(chunk)
    return b"".join(chunks)


async def read_form(request: Request) -> Posted | Refusal:
    """The form, unless it is far too long or no page of ours sends such a one."""
    body = await read_body(request, LARGEST_FORM)
    if body is None:
        return Refusal.TOO_LONG
    try:
        return Posted.model_validate(dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)))
    except ValueError:  # pydantic's own is one of them
        return Refusal.EXPIRED
