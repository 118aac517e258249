"""Who is at the page: a random token in a cookie and nothing else; the talk's address is its hash."""

import hashlib
import hmac
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

COOKIE = "relais"
LANGUAGE_COOKIE = "relais-langue"
REMEMBERED = 180 * 24 * 3600  # seconds
LANGUAGES = ("fr", "en")

_TOKEN = re.compile(r"[\w-]{40,64}", re.ASCII)
_PREFERENCE = re.compile(r"(?P<language>[a-z]{2})\b[^,;]*(?:;\s*q=(?P<weight>[01](?:\.\d+)?))?", re.IGNORECASE)


@dataclass(frozen=True)
class Person:
    """Known by their token alone, which stays in their browser."""

    token: str

    @property
    def address(self) -> str:
        """The address of their talk: who reads the database cannot take the talk over."""
        return hashlib.sha256(self.token.encode()).hexdigest()

    def form_token(self, signing_key: str) -> str:
        """What a form must bring back to prove that it came from a page shown to this person."""
        return hmac.new(signing_key.encode(), f"web form {self.token}".encode(), hashlib.sha256).hexdigest()


def person_at(request: Request) -> Person | None:
    """The person whose cookie came with the request."""
    token = request.cookies.get(COOKIE, "")
    return Person(token) if _TOKEN.fullmatch(token) else None


def remember(request: Request, response: Response, name: str, value: str) -> None:
    """Put a cookie that scripts and other sites never see."""
    secure = request.url.scheme == "https"
    response.set_cookie(name, value, max_age=REMEMBERED, httponly=True, samesite="lax", secure=secure)


def comes_from_our_page(request: Request) -> bool:
    """Whether the browser says so; browsers too old to say anything are left to the form's token."""
    if site := request.headers.get("sec-fetch-site"):
        return site == "same-origin"
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


@dataclass(frozen=True)
class Preference:
    """The language that a person is taken to prefer; `chosen` when they said so at the switch."""

    language: str
    chosen: bool = False


def preference(request: Request) -> Preference:
    """The language chosen at the switch, else the one of the browser."""
    chosen = request.cookies.get(LANGUAGE_COOKIE)
    return Preference(chosen, chosen=True) if chosen in LANGUAGES else Preference(_of_browser(request))


def preferred_language(request: Request) -> str:
    """The language chosen at the switch, else the browser's first among ours, else French."""
    return preference(request).language


def _of_browser(request: Request) -> str:
    weights = {
        found["language"].lower(): float(found["weight"] or 1)
        for found in reversed(list(_PREFERENCE.finditer(request.headers.get("accept-language", "")[:200])))
    }
    return max(LANGUAGES, key=lambda language: weights.get(language, 0.0))
