"""What the API answers, as models: its description is made of them, and every answer is checked by them."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from bot.intake.form import FIELDS, Kind
from bot.store.api_listing import Handed, HandedEvent
from bot.store.tables import ApplicationStatus

PERSONAL = frozenset(field.key for field in FIELDS if field.kind in (Kind.NAME, Kind.EMAIL, Kind.PHONE))


class Scope(StrEnum):
    """What a key may read."""

    READ = "read"
    CONTACTS = "contacts"


class Record(BaseModel):
    """Parent of all answers: nothing goes out that is not described."""

    model_config = ConfigDict(extra="forbid", json_schema_serialization_defaults_required=True)


class Application(Record):
    """Une candidature telle qu'elle est aujourd'hui."""

    reference: str = Field(description="Référence, unique et définitive", examples=["RELOC-BFC-2026-0042"])
    region: str = Field(description="Code de la région qui traite le dossier", examples=["BFC"])
    department: str | None = Field(description="Code du département, en texte", examples=["70"])
    company: str | None = Field(description="Entreprise ; null quand elle n'est pas encore créée")
    siren: str | None = Field(description="SIREN, neuf chiffres en texte", examples=["552100554"])
    status: ApplicationStatus = Field(description="Étape actuelle")
    status_since: datetime = Field(description="Depuis quand le dossier est à cette étape")
    submitted_at: datetime = Field(description="Date d'envoi")
    version: int = Field(description="Augmente à chaque changement du dossier")
    language: str = Field(description="Langue de l'entreprise : fr ou en")
    assignee: str | None = Field(description="Conseiller qui suit le dossier")
    cohort: str | None = Field(description="Promotion, une fois choisie")
    fields: dict[str, Any] = Field(
        description="Les réponses, par clé du formulaire ; contact, email et phone avec le droit « contacts » seulement"
    )
    to_check: list[str] = Field(description="Clés des réponses prises telles quelles, à vérifier")
    anonymised: bool = Field(description="La personne a été effacée : il ne reste que ce qui se compte")


class ApplicationPage(Record):
    """Une page de candidatures, les plus récentes d'abord."""

    data: list[Application]
    next_cursor: str | None = Field(description="À donner en « cursor » pour la page suivante ; null à la dernière")


class Event(Record):
    """Un changement d'un dossier ; ni les mots échangés ni les valeurs n'y sont."""

    id: int = Field(description="Augmente avec le temps")
    at: datetime
    change: str = Field(description="Ce qui a été fait", examples=["submitted", "take_up", "field", "assign"])
    previous_status: ApplicationStatus | None
    status: ApplicationStatus | None = Field(description="Nouvelle étape, quand elle a changé")


class EventPage(Record):
    """Les changements d'un dossier, du plus ancien au plus récent."""

    data: list[Event]
    next_cursor: str | None


class Problem(Record):
    """Ce qui n'a pas marché (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = Field(description="Une phrase en français : ce qui ne va pas et que faire")


class WebhookData(Record):
    """De quel dossier il s'agit ; pour le reste, demandez l'API."""

    reference: str
    region: str
    change: str | None = None
    status: ApplicationStatus | None = None
    previous_status: ApplicationStatus | None = None
    version: int | None = None
    application: str | None = Field(None, description="Adresse du dossier dans l'API")
    desk: str | None = Field(None, description="Adresse du dossier au guichet")


class WebhookEvent(Record):
    """Ce que reçoit votre système à chaque changement ; le même « id » revient à chaque nouvel essai."""

    id: str
    type: str = Field(
        description="application.submitted, application.status_changed, application.updated ou application.erased"
    )
    timestamp: datetime
    data: WebhookData


def application_of(handed: Handed, scopes: frozenset[str]) -> Application:
    """What a key of these scopes may see of it."""
    hidden = frozenset() if Scope.CONTACTS in scopes else PERSONAL
    return Application(
        reference=handed.reference,
        region=handed.region,
        department=handed.department,
        company=handed.company,
        siren=handed.siren,
        status=handed.status,
        status_since=handed.updated_at,
        submitted_at=handed.submitted_at,
        version=handed.version,
        language=handed.language,
        assignee=handed.assignee,
        cohort=handed.cohort,
        fields={key: value for key, value in handed.fields.items() if key not in hidden},
        to_check=[key for key in handed.doubtful if key not in hidden],
        anonymised=handed.anonymised,
    )


def event_of(event: HandedEvent) -> Event:
    """Without who did it and without values: those stay at the desk."""
    known = set(ApplicationStatus)
    changed = event.what.partition(":")[0]
    status = next((word for word in (event.after, event.what) if word in known and changed != "field"), None)
    return Event(
        id=event.id,
        at=event.at,
        change=changed,
        previous_status=ApplicationStatus(event.before) if status and event.before in known else None,
        status=ApplicationStatus(status) if status else None,
    )


def schemas(*models: type[Record]) -> Mapping[str, Any]:
    """The models as JSON Schema, by name."""
    found: dict[str, Any] = {}
    for model in models:
        schema = model.model_json_schema(ref_template="#/components/schemas/{model}", mode="serialization")
        found |= schema.pop("$defs", {})
        found[model.__name__] = schema
    return found
