"""Headers of every answer of the desk: nothing from elsewhere, nothing inline, no frame, nothing kept by a cache."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_OWN = "script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'"
HEADERS = {
    "Content-Security-Policy": f"default-src 'none'; {_OWN}; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_KEPT = {**HEADERS, "Cache-Control": "public, max-age=31536000, immutable"}  # static files bear their fingerprint


class DeskHeaders:
    """Set on whatever goes out, errors included."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers when the response starts."""

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                static = "/static/" in scope["path"] and message["status"] == 200
                MutableHeaders(scope=message).update(_KEPT if static else HEADERS)
            await send(message)

        await self._app(scope, receive, send_safely if scope["type"] == "http" else send)
