"""Tokens of sessions and links: kept as hashes; forms prove that they come from a page shown to that browser."""

import hashlib
import hmac

from starlette.requests import Request
from starlette.responses import Response

SESSION, VISITOR, DEVICE = "guichet", "guichet-visiteur", "guichet-appareil"
KNOWN_FOR = 365 * 24 * 3600  # seconds that a browser where somebody signed in stays known


def digest(token: str) -> str:
    """What is kept of a token: who reads the database cannot use it."""
    return hashlib.sha256(token.encode()).hexdigest()


def sign(key: str, purpose: str, value: str) -> str:
    """Proof that we gave this value out for this purpose."""
    return hmac.new(key.encode(), f"desk {purpose} {value}".encode(), hashlib.sha256).hexdigest()


def is_signed(key: str, purpose: str, value: str, proof: str) -> bool:
    """Compared in constant time."""
    return hmac.compare_digest(sign(key, purpose, value), proof)


def read_cookie(request: Request, name: str) -> str:
    """Our cookie of that name; empty without one."""
    return request.cookies.get(_name(request, name), "")


def set_cookie(request: Request, response: Response, name: str, value: str, seconds: int) -> None:
    """Scripts and other sites never see it; over https no other host of the domain can put one either."""
    secure = request.url.scheme == "https"
    response.set_cookie(
        _name(request, name), value, max_age=seconds, path="/", httponly=True, samesite="lax", secure=secure
    )


def drop_cookie(request: Request, response: Response, name: str) -> None:
    """The browser forgets it."""
    set_cookie(request, response, name, "", 0)


def _name(request: Request, name: str) -> str:
    return f"__Host-{name}" if request.url.scheme == "https" else name
