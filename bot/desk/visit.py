"""One request at the desk: who asks, for what, with which form; and how a page says what is wrong with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.desk.forms import Form
from bot.desk.parts import DeskParts
from bot.errors import ChangeRefused
from bot.store import audit
from bot.store.audit import Deed
from bot.store.database import Session
from bot.store.staff import Account
from bot.store.tables import Role

HOME = "/guichet"
_RANKS = (Role.ADVISER, Role.MANAGER, Role.ADMINISTRATOR)


@dataclass(frozen=True, kw_only=True)
class Staff:
    """Who is signed in, in which session."""

    account: Account
    session_id: int

    @property
    def who(self) -> str:
        """In events and messages."""
        return self.account.name

    @property
    def region(self) -> str | None:
        """The only region they see; None = all."""
        return self.account.region

    def is_at_least(self, role: Role) -> bool:
        """Whether their role reaches that one."""
        return _RANKS.index(self.account.role) >= _RANKS.index(role)


@dataclass(frozen=True, kw_only=True)
class Problems:
    """What is wrong: one sentence for the page, and one for each field by the id of its input."""

    status: int = 200
    sentence: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)


class FormRefused(ChangeRefused):
    """Fields of a form need another look; the page comes back with what was typed."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__("Rien n'a été enregistré : corrigez ce qui est indiqué ci-dessous.")
        self.fields = fields


class NotHere(Exception):
    """There is no such thing for this person."""


@dataclass(frozen=True, kw_only=True)
class Visit:
    """Handed to every page; `found` is what its loader gave, `db` the transaction it runs in."""

    request: Request
    parts: DeskParts
    now: datetime
    form: Form
    query: Form
    render: Callable[..., Response]
    signed_in: Staff | None = None
    session: Session | None = None
    found: Any = None
    problems: Problems = field(default_factory=Problems)

    @property
    def staff(self) -> Staff:
        """Who is signed in; a page for everybody must not ask."""
        if self.signed_in is None:
            raise NotHere
        return self.signed_in

    @property
    def db(self) -> Session:
        """The transaction of this request: written to by posts only."""
        if self.session is None:
            raise NotHere
        return self.session

    def page(self, template: str, **values: Any) -> Response:
        """The page, with the status that the problems ask for."""
        return self.render(self, template, **values)

    def log(self, action: str, subject: str = "", detail: str = "") -> None:
        """Write a line of the audit log, in the same transaction."""
        who = f"{self.staff.who} <{self.staff.account.email}>"
        audit.add(self.db, Deed(who=who, action=action, subject=subject, detail=detail), self.now)


def go(path: str, done: str = "", anchor: str = "") -> Response:
    """On to a page of the desk, which says what was done."""
    query = f"{'&' if '?' in path else '?'}fait={done}" if done else ""
    return RedirectResponse(f"{HOME}{path}{query}{f'#{anchor}' if anchor else ''}", status_code=303)
