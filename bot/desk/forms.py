"""What a page of the desk sends, read to a limit; every value is text without control characters."""

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request

LARGEST = 200_000  # bytes
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class Form:
    """The values by name, as typed; a name may come several times."""

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self._pairs = tuple((name, _clean(value)) for name, value in pairs)

    def get(self, name: str, otherwise: str = "") -> str:
        """The last value of that name, without spaces around it."""
        return next((value.strip() for key, value in reversed(self._pairs) if key == name), otherwise)

    def raw(self, name: str) -> str:
        """The last value as it is: for passwords."""
        return next((value for key, value in reversed(self._pairs) if key == name), "")

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of that name."""
        return tuple(value.strip() for key, value in self._pairs if key == name)

    def number(self, name: str) -> int | None:
        """A whole number as we write it into our own pages; None for anything else."""
        text = self.get(name)
        return int(text) if re.fullmatch(r"\d{1,9}", text) else None

    def written(self, hidden: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """What a person may have typed: all but empty values and those names."""
        kept = set(hidden)
        return tuple((name, value) for name, value in self._pairs if value.strip() and name not in kept)

    def query(self) -> str:
        """As a query string."""
        return urlencode(self._pairs)


def _clean(value: str) -> str:
    text = value.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode()
    return _CONTROL.sub("", text)


async def read_form(request: Request) -> Form | None:
    """The posted form; None when it is larger than any form of ours."""
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > LARGEST:
            return None
        chunks.append(chunk)
    text = b"".join(chunks).decode("utf-8", "replace")
    return Form(parse_qsl(text, keep_blank_values=True, max_num_fields=2000)) if _few(text) else None


def _few(text: str) -> bool:
    return text.count("&") < 2000
