"""What the engine can do, handed to it: it knows the types of answers and intake, none of their functions."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from bot.answers.types import Answer, Context
from bot.catalogue.models import Partner
from bot.intake.checks import Checked, Problem
from bot.intake.companies import OFF, LookedUp
from bot.intake.extraction import Finding
from bot.intake.form import Field
from bot.intake.whereabouts import Near
from bot.store.applications import SentApplication
from bot.store.attachments import StoredDocument
from bot.store.calls import Call
from bot.store.corrections import Correction
from bot.store.following import Followed


class Records(Protocol):
    """What the store keeps about a talk; nothing of another talk is ever given."""

    def follow(self, talk_id: int, reference: str) -> Followed | None:
        """One application with what happened to it."""

    def corrections(self, talk_id: int) -> tuple[Correction, ...]:
        """What the desk waits for, oldest first."""

    def documents(self, talk_id: int, reference: str) -> tuple[StoredDocument, ...]:
        """Those of an application."""

    def waiting_documents(self, talk_id: int) -> tuple[StoredDocument, ...]:
        """Those of the application not yet sent."""

    def calls(self, talk_id: int) -> tuple[Call, ...]:
        """Those for an adviser, oldest first."""

    def answers(self, talk_id: int) -> tuple[dict[str, Any], ...]:
        """The last answers given, oldest first."""


class Check(Protocol):
    """Reads one answer of the form; `today` is needed where it may be « dans 6 mois »."""

    def __call__(self, field: Field, text: str, today: date | None = None, *, near: Near = ()) -> Checked | Problem:
        """The value, or what is wrong."""


class Extract(Protocol):
    """Reads a free sentence into the fields that it holds."""

    def __call__(self, text: str, today: date, *, helped: bool = False, near: Near = ()) -> tuple[Finding, ...]:
        """In the order of the form; `helped` allows to ask a chat model, places are looked for `near` first."""


@dataclass(frozen=True, kw_only=True)
class Abilities:
    """Everything here reads only; regions go by their name."""

    answer: Callable[[str, Context, date, str], Answer]  # question, context, today, id of the answer
    find_schemes: Callable[[Context, date], Answer]
    find_partners: Callable[[Context, date], Answer]
    is_small_talk: Callable[[str], bool]
    stored_answer: Callable[[int, str], dict[str, Any] | None]  # talk, answer; None when it is not of this talk
    applications: Callable[[int], tuple[SentApplication, ...]]  # of this talk, newest first
    records: Records
    chamber: Callable[[str], Partner | None]  # the CCI of a region
    check: Check
    show: Callable[[str, Any, str], str]  # key of the field, value, language
    extract: Extract = lambda text, today, *, helped=False, near=(): ()
    operations_in: Callable[[str], tuple[str, ...]] = lambda text: ()  # named in it, in the words of the knowledge
    local_chambers: Callable[[tuple[str, ...]], tuple[Partner, ...]] = lambda codes: ()  # the CCIs of departments
    look_up: Callable[[str], LookedUp] = lambda number: OFF  # of a SIREN or SIRET; never longer than 2 s


def chamber_in(partners: Iterable[Partner], region: str) -> Partner | None:
    """The chamber of commerce of the whole region: the one that serves most of its departments."""
    chambers = [partner for partner in partners if partner.category == "chambre" and region in partner.regions]
    return max(chambers, key=lambda chamber: len(chamber.departments), default=None)


def local_chambers_in(partners: Iterable[Partner], departments: tuple[str, ...]) -> tuple[Partner, ...]:
    """The chambers of commerce of those departments that serve a part of their region only."""
    partners = tuple(partners)
    chambers = [
        partner for partner in partners if partner.category == "chambre" and {*partner.departments} & {*departments}
    ]
    whole = [chamber_in(partners, region) for chamber in chambers for region in chamber.regions]
    return tuple(chamber for chamber in chambers if chamber not in whole)
