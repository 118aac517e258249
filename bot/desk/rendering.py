"""Pages as HTML: everything a person wrote is escaped by the templates; nothing here asks or stores anything."""

import hashlib
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from bot.catalogue.formats import PARIS, day, moment, size
from bot.catalogue.places import department_of
from bot.desk import words
from bot.desk.visit import HOME, Visit
from bot.intake.form import FIELDS
from bot.intake.life import STATUS_NAMES
from bot.store.tables import ApplicationStatus, Role

HERE = Path(__file__).parent
STATIC = HERE / "static"


class Rendering:
    """The templates with what all of them need."""

    def __init__(self) -> None:
        self._environment = _environment()

    def plain(self, sentence: str) -> str:
        """A page for whoever may not even be known: one sentence and the way back."""
        return self._environment.get_template("lost.html").render(sentence=sentence)

    def renderer(self, token: str) -> Callable[..., Response]:
        """Renders pages whose forms bear that token."""

        def render(visit: Visit, template: str, **values: Any) -> Response:
            text = self._environment.get_template(template).render(
                visit=visit,
                staff=visit.signed_in,
                problems=visit.problems,
                now=visit.now,
                token=token,
                done=words.DONE.get(visit.query.get("fait"), "") if visit.problems.status == 200 else "",
                path=visit.request.scope["path"].removeprefix(HOME),
                **values,
            )
            return HTMLResponse(text, status_code=visit.problems.status)

        return render


@cache
def _environment() -> Environment:
    """The compiled templates, once for the process."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        day=_day,
        moment=moment,
        size=size,
        short=_short,
        ago=_ago,
        status=_status,
        region=words.region_name,
        department=_department,
        role=_role,
        label=_label,
        figure=_figure,
    )
    environment.globals.update(home=HOME, static=_fingerprint(), Role=Role, words=words)
    return environment


def _day(value: date | datetime) -> str:
    """`3 novembre 2026`, in Paris."""
    return day(value.astimezone(PARIS).date() if isinstance(value, datetime) else value)


def _short(value: datetime) -> str:
    """`03/11/2026 14:05`, in Paris."""
    return value.astimezone(PARIS).strftime("%d/%m/%Y %H:%M")


def _ago(value: datetime, now: datetime) -> str:
    """`aujourd'hui`, `hier`, `12 j`."""
    days = (now.astimezone(PARIS).date() - value.astimezone(PARIS).date()).days
    return "aujourd'hui" if days <= 0 else "hier" if days == 1 else f"{days} j"


def _status(value: str) -> str:
    return STATUS_NAMES[ApplicationStatus(value)] if value in set(ApplicationStatus) else value


def _department(code: str | None) -> str:
    known = department_of(code) if code else None
    return f"{known.name} ({known.code})" if known else code or "—"


def _label(key: str) -> str:
    known = next((field for field in FIELDS if field.key == key), None)
    return known.label.fr if known else key


def _figure(value: float | None) -> str:
    """`12`, `4,5`, or a dash."""
    return "—" if value is None else f"{value:.1f}".removesuffix(".0").replace(".", ",")


def _role(role: Role) -> str:
    return words.ROLES[role]


def _fingerprint() -> str:
    """Changes with the static files, so that no browser shows an old one."""
    content = b"".join(path.read_bytes() for path in sorted(STATIC.iterdir()))
    return hashlib.sha256(content).hexdigest()[:12]
