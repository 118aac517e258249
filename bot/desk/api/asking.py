"""What a call of the API asks for: read from its address, refused with the name of what is wrong."""

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.catalogue.places import DEPARTMENTS, REGIONS
from bot.store.api_listing import Wanted
from bot.store.tables import ApplicationStatus

MOST, USUAL = 200, 50  # lines of a page
_DEPARTMENTS = frozenset(each.code for each in DEPARTMENTS)
_REGIONS = frozenset((*(each.code for each in REGIONS), "FRA"))


class Refusal(Exception):
    """A call that is answered with a problem; the text is its `detail`."""

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.headers = dict(headers or {})


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """One parameter of an address, as it is described."""

    name: str
    description: str
    schema: Mapping[str, Any]


CURSOR = Parameter(
    name="cursor", description="« next_cursor » de la page précédente", schema={"type": "string", "maxLength": 64}
)
LIMIT = Parameter(
    name="limit",
    description="Nombre de lignes par page",
    schema={"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL},
)
_MOMENT = {"type": "string", "format": "date-time"}
FILTERS = (
    Parameter(name="status", description="Étape", schema={"$ref": "#/components/schemas/ApplicationStatus"}),
    Parameter(
        name="region", description="Code de la région, pour une clé de toutes les régions", schema={"type": "string"}
    ),
    Parameter(name="department", description="Code du département", schema={"type": "string", "maxLength": 3}),
    Parameter(name="need", description="Besoin exprimé, par exemple funding", schema={"type": "string"}),
    Parameter(name="operation", description="Opération industrielle", schema={"type": "string"}),
    Parameter(name="submitted_since", description="Envoyées à partir de ce moment", schema=_MOMENT),
    Parameter(name="submitted_before", description="Envoyées avant ce moment", schema=_MOMENT),
    Parameter(name="changed_since", description="Étape changée à partir de ce moment", schema=_MOMENT),
    LIMIT,
    CURSOR,
)
PAGING = (LIMIT, CURSOR)


def read_wanted(query: Mapping[str, str], region: str | None) -> Wanted:
    """The filters, never beyond the region of the key; raises Refusal."""
    known(query, FILTERS)
    status, asked = query.get("status"), query.get("region")
    if status is not None and status not in set(ApplicationStatus):
        raise _wrong("status", f"une étape parmi {', '.join(ApplicationStatus)}")
    if asked is not None and asked not in _REGIONS:
        raise _wrong("region", "un code comme BFC, HDF, IDF ou NOR")
    if region and asked not in (None, region):
        raise Refusal(403, f"Cette clé ne lit que la région {region}.")
    department = query.get("department")
    if department is not None and department not in _DEPARTMENTS:
        raise _wrong("department", "un code de département comme 01, 2A ou 971")
    facets = (("needs", query.get("need")), ("operations", query.get("operation")))
    return Wanted(
        region=region or asked,
        status=ApplicationStatus(status) if status else None,
        department=department,
        facets=tuple((name, value) for name, value in facets if value),
        submitted_since=_moment(query, "submitted_since"),
        submitted_before=_moment(query, "submitted_before"),
        changed_since=_moment(query, "changed_since"),
        before_id=read_cursor(query),
    )


def known(query: Mapping[str, str], parameters: tuple[Parameter, ...]) -> None:
    """A parameter misspelt must not widen what is handed out."""
    names = [parameter.name for parameter in parameters]
    for name in query:
        if name not in names:
            raise Refusal(422, f"Paramètre inconnu : « {name[:40]} ». Connus : {', '.join(names)}.")


def read_limit(query: Mapping[str, str]) -> int:
    """How many lines; raises Refusal."""
    text = query.get("limit", str(USUAL))
    if not re.fullmatch(r"[1-9][0-9]{0,2}", text) or int(text) > MOST:
        raise _wrong("limit", f"un nombre de 1 à {MOST}")
    return int(text)


def read_cursor(query: Mapping[str, str]) -> int | None:
    """Where the page before ended; raises Refusal."""
    text = query.get("cursor")
    if text is None:
        return None
    try:
        number = base64.urlsafe_b64decode(text.encode() + b"==").decode()
    except (binascii.Error, UnicodeError):
        number = ""
    if not re.fullmatch(r"[0-9]{1,9}", number):
        raise _wrong("cursor", "le « next_cursor » de la page précédente, tel quel")
    return int(number)


def cursor_of(number: int) -> str:
    """Where this page ends."""
    return base64.urlsafe_b64encode(str(number).encode()).decode().rstrip("=")


def _moment(query: Mapping[str, str], name: str) -> datetime | None:
    text = query.get(name)
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text.replace(" ", "+"))  # a `+` of the zone that nobody encoded
    except ValueError as error:
        raise _wrong(name, "une date comme 2026-11-27T08:00:00Z") from error
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _wrong(name: str, wanted: str) -> Refusal:
    return Refusal(422, f"Paramètre « {name} » : écrivez {wanted}.")
