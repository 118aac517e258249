"""The one door to the State's company search (recherche-entreprises.api.gouv.fr): a number to what is public of it.

Nothing here ever raises or takes longer than `SECONDS`: what fails is « unreachable » and tried again later.
"""

import json
import re
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout

import structlog
from pydantic import BaseModel, ValidationError

from bot.intake.companies import OFF, LookedUp, Standing

SECONDS = 2.0  # for a whole look-up
_SILENCE = 20.0  # seconds without a further call after a failure, so that nobody waits for a register that is down
_LONGEST_SILENCE = 300.0  # whatever Retry-After says
_LARGEST = 1_000_000  # bytes of an answer
_SIZES: dict[str, int | list[int]] = {
    "01": [1, 2], "02": [3, 5], "03": [6, 9], "11": [10, 19], "12": [20, 49], "21": [50, 99], "22": [100, 199],
    "31": [200, 249], "32": [250, 499], "41": [500, 999], "42": [1_000, 1_999], "51": [2_000, 4_999],
    "52": [5_000, 9_999], "53": 10_000,
}  # fmt: skip
"""INSEE's codes of `tranche_effectif_salarie`; 00 and NN say nothing that is worth repeating."""
_HIDDEN = re.compile(r"\[ND\]|^\s*$")
_UNREACHABLE = LookedUp(standing=Standing.UNREACHABLE)
_log = structlog.get_logger()


class _Down(Exception):
    """No answer came; the message is a word for the log."""


class _Place(BaseModel):
    siret: str = ""
    adresse: str | None = None
    activite_principale: str | None = None
    statut_diffusion_etablissement: str | None = None
    etat_administratif: str | None = None


class _Unit(BaseModel):
    siren: str
    nom_complet: str | None = None
    nom_raison_sociale: str | None = None
    etat_administratif: str | None = None
    statut_diffusion: str | None = None
    activite_principale: str | None = None
    tranche_effectif_salarie: str | None = None
    siege: _Place | None = None
    matching_etablissements: list[_Place] = []


class _Found(BaseModel):
    results: list[_Unit]


class Registry:
    """Looks companies up; safe to share between threads."""

    def __init__(self, url: str, *, seconds: float = SECONDS, clock: Callable[[], float] = time.monotonic) -> None:
        """`url` without trailing slash; empty = off. `clock` counts seconds."""
        self._url, self._seconds, self._clock = url, seconds, clock
        self._silent_until = 0.0
        self._threads = ThreadPoolExecutor(max_workers=4, thread_name_prefix="registry")

    def look_up(self, number: str) -> LookedUp:
        """What is public of a SIREN or SIRET (digits only)."""
        if not self._url:
            return OFF
        if self._clock() < self._silent_until:
            return _UNREACHABLE
        try:
            return self._threads.submit(self._ask, number).result(self._seconds)
        except FutureTimeout:
            return self._failed("slow")

    def _ask(self, number: str) -> LookedUp:
        try:
            status, pause, body = self._get(number)
        except _Down as error:
            return self._failed(str(error))
        if status != 200:
            return self._failed(f"http_{status}", pause)
        try:
            found = _Found.model_validate(json.loads(body))
        except (ValueError, ValidationError):
            return self._failed("garbled")
        return _read(number, found)

    def _get(self, number: str) -> tuple[int, float | None, bytes]:
        import httpx  # not before there is a number to look up

        query = {
            "q": number,
            "page": "1",
            "per_page": "1",
            "minimal": "true",
            "include": "siege,matching_etablissements",
        }
        headers = {"User-Agent": "Relais, assistant des CCI", "Accept": "application/json"}
        try:
            with (
                httpx.Client(timeout=self._seconds, headers=headers) as client,
                client.stream("GET", f"{self._url}/search", params=query) as answer,
            ):
                body, until = b"", time.monotonic() + self._seconds
                for piece in answer.iter_bytes():
                    body += piece
                    if len(body) > _LARGEST or time.monotonic() > until:  # a byte a second is no answer
                        break
                after = answer.headers.get("Retry-After", "")
                return answer.status_code, float(after) if after.isdigit() else None, body
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise _Down(type(error).__name__) from error

    def _failed(self, kind: str, pause: float | None = None) -> LookedUp:
        self._silent_until = self._clock() + min(_SILENCE if pause is None else pause, _LONGEST_SILENCE)
        _log.warning("registry_failed", kind=kind)
        return _UNREACHABLE


def _read(number: str, found: _Found) -> LookedUp:
    unit = next((unit for unit in found.results if unit.siren == number[:9]), None)
    if unit is None:
        return LookedUp(standing=Standing.UNKNOWN)
    if unit.etat_administratif == "C":
        return LookedUp(standing=Standing.CEASED)
    if unit.statut_diffusion not in (None, "O"):
        return LookedUp(standing=Standing.HIDDEN)
    place = _place(number, unit)
    if place and place.etat_administratif == "F" and len(number) == 14:
        return LookedUp(standing=Standing.CEASED)
    shown = place is not None and place.statut_diffusion_etablissement in (None, "O")
    return LookedUp(
        standing=Standing.ACTIVE,
        name=_public(unit.nom_raison_sociale) or _public(unit.nom_complet),
        address=_public(place.adresse) if place and shown else "",
        activity=_public(place.activite_principale if place else None) or _public(unit.activite_principale),
        employees=_SIZES.get(unit.tranche_effectif_salarie or ""),
    )


def _place(number: str, unit: _Unit) -> _Place | None:
    """The very establishment of a SIRET, else the head office."""
    return next((place for place in unit.matching_etablissements if place.siret == number), unit.siege)


def _public(text: str | None) -> str:
    return "" if text is None or _HIDDEN.search(text) else " ".join(text.split())
