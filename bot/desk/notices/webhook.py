"""The webhook for the chamber's own system: the one door to it, signed as « Standard Webhooks » describes.

The signature is HMAC-SHA256 over `id.timestamp.body`; the id stays the same at each try.
"""

import asyncio
import base64
import binascii
import hashlib
import hmac
import ipaddress
import json
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import SplitResult, urlsplit

import httpx

from bot.desk.notices.doors import NeverSent, NotSent
from bot.errors import SettingsError
from bot.store.dispatches import Due

SECONDS = 15.0  # for the whole call: a system that is slow is asked again later
SHORTEST_SECRET = 24  # characters
LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, kw_only=True)
class Target:
    """Where to call, checked; `secret` are the bytes of the key."""

    url: SplitResult
    secret: bytes


def read_target(url: str, secret: str) -> Target:
    """Raises SettingsError for an address that could leak, and for a key that anybody could guess."""
    parsed = urlsplit(url)
    if parsed.scheme not in ("http", "https") or not parsed.hostname or parsed.username or parsed.fragment:
        raise SettingsError(
            "RELAIS_CRM_WEBHOOK_URL : écrivez une adresse complète, par exemple https://crm.example/relais."
        )
    if parsed.scheme == "http" and parsed.hostname not in LOOPBACK:
        raise SettingsError("RELAIS_CRM_WEBHOOK_URL : https est obligatoire (http ne vaut que sur la même machine).")
    if len(secret) < SHORTEST_SECRET:
        raise SettingsError(
            f"RELAIS_CRM_WEBHOOK_SECRET : donnez au moins {SHORTEST_SECRET} caractères au hasard"
            " (openssl rand -base64 32), les mêmes que dans votre système."
        )
    return Target(url=parsed, secret=_key(secret))


def _key(secret: str) -> bytes:
    """`whsec_` and base64, as Standard Webhooks writes keys, or the text as it is."""
    if not secret.startswith("whsec_"):
        return secret.encode()
    try:
        return base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except binascii.Error as error:
        raise SettingsError("RELAIS_CRM_WEBHOOK_SECRET : après « whsec_ » il faut du base64.") from error


def signed_headers(secret: bytes, message_id: str, now: datetime, body: bytes) -> dict[str, str]:
    """What the receiver checks: id, seconds since 1970, and `v1,` with the base64 of the HMAC."""
    stamp = str(int(now.timestamp()))
    signed = b".".join((message_id.encode(), stamp.encode(), body))
    signature = base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode()
    return {
        "webhook-id": message_id,
        "webhook-timestamp": stamp,
        "webhook-signature": f"v1,{signature}",
        "content-type": "application/json",
        "user-agent": "Relais",
    }


class Webhook:
    """Fulfils `doors.Door`; `trusted` replaces the authorities that the machine trusts (tests)."""

    def __init__(self, target: Target, clock: Callable[[], datetime], trusted: ssl.SSLContext | None = None) -> None:
        self._target = target
        self._clock = clock
        self._trusted = trusted

    async def send(self, due: Due) -> None:
        """Post it; only a 2xx is an arrival, a redirection is never followed."""
        try:
            async with asyncio.timeout(SECONDS):
                status = await self._post(due)
        except TimeoutError as error:
            raise NotSent("silence") from error
        if status == httpx.codes.GONE:
            raise NeverSent("réponse 410 : abandonné par le système appelé")
        if not httpx.codes.is_success(status):
            raise NotSent(f"redirection {status}" if 300 <= status < 400 else f"réponse {status}")

    async def _post(self, due: Due) -> int:
        body = json.dumps(due.body, ensure_ascii=False, separators=(",", ":")).encode()
        headers = signed_headers(self._target.secret, str(due.body["id"]), self._clock(), body)
        url, host = await self._resolved()
        try:
            # no proxy and no netrc of the environment: what is signed goes where the setting says
            async with httpx.AsyncClient(
                verify=self._trusted or True, trust_env=False, follow_redirects=False, timeout=SECONDS
            ) as client:
                request = client.build_request(
                    "POST",
                    url,
                    content=body,
                    headers={**headers, "host": host},
                    extensions={"sni_hostname": self._target.url.hostname},
                )
                answer = await client.send(request, stream=True)  # its body is of no use to us
                await answer.aclose()
        except httpx.ConnectError as error:
            raise NotSent("certificat refusé" if _is_about_tls(error) else "injoignable") from error
        except httpx.TimeoutException as error:
            raise NotSent("silence") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise NotSent(type(error).__name__) from error
        return answer.status_code

    async def _resolved(self) -> tuple[str, str]:
        """The URL with the address that was looked at instead of the name, and the name for the Host header."""
        url = self._target.url
        name, port = url.hostname or "", url.port or (443 if url.scheme == "https" else 80)
        try:
            found = await asyncio.get_running_loop().getaddrinfo(name, port, type=socket.SOCK_STREAM)
        except OSError as error:
            raise NotSent("nom inconnu") from error
        addresses = [str(entry[4][0]) for entry in found]
        fit = [address for address in addresses if _is_fit(address, name)]
        if not fit:
            raise NotSent("adresse interdite")
        shown = f"[{fit[0]}]" if ":" in fit[0] else fit[0]
        query = f"?{url.query}" if url.query else ""
        return f"{url.scheme}://{shown}:{port}{url.path or '/'}{query}", url.netloc


def _is_fit(address: str, name: str) -> bool:
    """A chamber's own network is fine; this machine only by its own name, and never the cloud's own services."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if ip.is_loopback:
        return name in LOOPBACK
    return not (ip.is_link_local or ip.is_multicast or ip.is_unspecified or ip.is_reserved)


def _is_about_tls(error: BaseException) -> bool:
    seen: Any = error
    while seen is not None:
        if isinstance(seen, ssl.SSLError) or "CERTIFICATE_VERIFY_FAILED" in str(seen):
            return True
        seen = seen.__cause__ or seen.__context__
    return False
