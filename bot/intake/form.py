"""The application form as data: which fields, in which order, what each one holds. It knows no conversation."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.intake.choices import CONSENTS, NEEDS, NOT_CREATED, STAGES, Choice, Label

OF_THE_REGISTRY = ("siren", "address", "activity")  # what only a company that exists has
CONSENT_VERSION = "2026-11"  # changes whenever the wording of the consent does


class Kind(StrEnum):
    """How an answer is read."""

    TEXT = "text"
    NAME = "name"
    SIREN = "siren"
    EMAIL = "email"
    PHONE = "phone"
    DEPARTMENT = "department"
    CHOICE = "choice"
    CHOICES = "choices"
    AMOUNT = "amount"
    COUNT = "count"
    DATE = "date"
    TOWN = "town"
    OPERATIONS = "operations"  # a list, by the vocabulary of the knowledge
    CONSENT = "consent"


WORDS = (Kind.TEXT, Kind.NAME, Kind.OPERATIONS)  # what any words would fill


@dataclass(frozen=True, kw_only=True)
class Field:
    """One line of the form; its question is the wording `ask_<key>`."""

    key: str
    kind: Kind
    label: Label
    choices: tuple[Choice, ...] = ()
    skippable: bool = False
    longest: int = 200  # characters
    asked: bool = True  # else it comes with another answer or from the registry, and is shown once it has a value

    def choice(self, key: str) -> Choice | None:
        """The choice of that key."""
        return next((choice for choice in self.choices if choice.key == key), None)


FIELDS: tuple[Field, ...] = (
    Field(key="company", kind=Kind.TEXT, label=Label("Entreprise", "Company"), choices=(NOT_CREATED,)),
    Field(key="siren", kind=Kind.SIREN, label=Label("SIREN ou SIRET", "SIREN or SIRET"), skippable=True),
    Field(key="contact", kind=Kind.NAME, label=Label("Contact", "Contact person")),
    Field(key="email", kind=Kind.EMAIL, label=Label("E-mail", "E-mail")),
    Field(key="phone", kind=Kind.PHONE, label=Label("Téléphone", "Phone"), skippable=True),
    Field(key="department", kind=Kind.DEPARTMENT, label=Label("Département", "Department")),
    Field(key="town", kind=Kind.TOWN, label=Label("Commune", "Town"), skippable=True, asked=False),
    Field(key="address", kind=Kind.TEXT, label=Label("Adresse", "Address"), skippable=True, asked=False),
    Field(key="activity", kind=Kind.TEXT, label=Label("Activité (NAF)", "Activity (NAF)"), skippable=True, asked=False),
    Field(key="employees", kind=Kind.COUNT, label=Label("Effectif", "Employees"), skippable=True),
    Field(key="product", kind=Kind.TEXT, label=Label("Produit ou pièces", "Product or parts"), longest=1000),
    Field(
        key="operations",
        kind=Kind.OPERATIONS,
        label=Label("Opérations", "Operations"),
        skippable=True,
        longest=500,
        asked=False,
    ),
    Field(
        key="made_today", kind=Kind.TEXT, label=Label("Fabriqué aujourd'hui", "Made today"), skippable=True, longest=500
    ),
    Field(key="stage", kind=Kind.CHOICE, label=Label("Avancement", "Stage"), choices=STAGES),
    Field(key="investment", kind=Kind.AMOUNT, label=Label("Investissement", "Investment"), skippable=True),
    Field(key="start", kind=Kind.DATE, label=Label("Démarrage", "Start"), skippable=True),
    Field(key="jobs", kind=Kind.COUNT, label=Label("Emplois", "Jobs"), skippable=True),
    Field(key="needs", kind=Kind.CHOICES, label=Label("Besoins", "Needs"), choices=NEEDS, skippable=True),
    Field(key="description", kind=Kind.TEXT, label=Label("Description", "Description"), skippable=True, longest=3000),
    Field(key="consent", kind=Kind.CONSENT, label=Label("Accord", "Consent"), choices=CONSENTS),
)
_BY_KEY = {field.key: field for field in FIELDS}


def field_of(key: str) -> Field:
    """The field of that key."""
    return _BY_KEY[key]


def asked_fields(values: Mapping[str, Any]) -> tuple[Field, ...]:
    """The fields to ask that apply: a company that isn't created yet has no SIREN."""
    return tuple(field for field in shown_fields(values) if field.asked)


def shown_fields(values: Mapping[str, Any]) -> tuple[Field, ...]:
    """The lines of a recap: the fields to ask that apply, and the others that have a value."""
    created = values.get("company", "") is not None
    return tuple(
        field
        for field in FIELDS
        if (created or field.key not in OF_THE_REGISTRY) and (field.asked or values.get(field.key))
    )
