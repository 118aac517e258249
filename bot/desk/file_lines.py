"""The fields of an application as lines of its page: value in words, origin, doubt, what is asked about it."""

from dataclasses import dataclass
from typing import Any

from bot.answers.types import Language
from bot.desk.forms import Form
from bot.desk.visit import FormRefused
from bot.dialogue.wording import say
from bot.intake.checks import Checked, check
from bot.intake.form import FIELDS, Field, Kind
from bot.intake.operations import NamesIn
from bot.intake.showing import show
from bot.store.application_file import ApplicationFile
from bot.store.corrections import Correction
from bot.store.tables import Origin

_GROUPS = (
    ("L'entreprise", ("company", "siren", "activity", "employees", "address", "town", "department")),
    ("Le contact", ("contact", "email", "phone")),
)
_PROJECT = "Le projet"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One field; `text` is what an input shows."""

    field: Field
    shown: str
    text: str
    value: Any
    origin: Origin
    doubtful: bool
    asked: Correction | None

    @property
    def key(self) -> str:
        """Of the form."""
        return self.field.key

    @property
    def editable(self) -> bool:
        """Consent is the applicant's alone."""
        return self.field.kind is not Kind.CONSENT

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Keys and names, for a field of few answers."""
        return tuple((choice.key, choice.label.fr) for choice in self.field.choices)

    @property
    def long(self) -> bool:
        """Whether it wants several lines."""
        return self.field.longest > 200


@dataclass(frozen=True, kw_only=True)
class Group:
    """Lines under one heading."""

    name: str
    lines: tuple[Line, ...]


def groups_of(file: ApplicationFile) -> tuple[Group, ...]:
    """Company, contact, then everything else, in the order of the form."""
    taken = {key for _, keys in _GROUPS for key in keys}
    rest = tuple(field.key for field in FIELDS if field.key not in taken)
    named = (*_GROUPS, (_PROJECT, rest))
    return tuple(
        Group(name=name, lines=tuple(_line(file, field) for field in FIELDS if field.key in keys))
        for name, keys in named
    )


def _line(file: ApplicationFile, field: Field) -> Line:
    given = field.key in file.fields
    value = file.fields.get(field.key)
    shown = show(field.key, value) if given else ""
    return Line(
        field=field,
        shown=shown,
        text=shown if not isinstance(value, str) or field.kind is not Kind.TEXT else value,
        value=value,
        origin=file.origin(field.key),
        doubtful=field.key in file.doubtful,
        asked=file.open_corrections.get(field.key),
    )


def read_value(field: Field, form: Form, operations: NamesIn) -> Any:
    """The value typed for a field, checked as in the conversation; raises FormRefused with the bot's own sentence."""
    name = f"champ-{field.key}"
    if field.kind is Kind.CHOICES:
        ticked = [choice.key for choice in field.choices if choice.key in form.all(name)]
        if not ticked:
            raise FormRefused({name: "Cochez au moins une réponse."})
        return ticked
    found = check(field, form.get(name), operations=operations)
    if isinstance(found, Checked):
        return found.value
    raise FormRefused({name: say(found.key, Language.FRENCH, longest=field.longest)})
