"""The API described as OpenAPI 3.1, made from the same models and parameters that answer."""

from functools import cache
from typing import Any

from bot.desk.api.asking import FILTERS, PAGING, Parameter
from bot.desk.api.records import ApplicationPage, EventPage, Problem, WebhookEvent, schemas

VERSION = "1.0.0"
CALLS_A_MINUTE = 120
INTRODUCTION = f"""Les candidatures à l'accélérateur relocalisation, pour le système d'information d'une CCI.

Chaque appel porte une clé, faite au guichet (Clés d'accès) : `Authorization: Bearer relais_…`. Une clé lit une région,
ou toutes ; elle expire, et se révoque d'un clic. Elle permet {CALLS_A_MINUTE} appels par minute. Sans le droit
« contacts », les noms, e-mails et téléphones n'y sont pas. L'API ne décide de rien : une étape ne change qu'au guichet,
par une personne."""


@cache
def describe() -> dict[str, Any]:
    """The whole description."""
    components = schemas(ApplicationPage, EventPage, Problem, WebhookEvent)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Relais : candidatures", "version": VERSION, "description": INTRODUCTION},
        "servers": [{"url": "/api/v1"}],
        "security": [{"key": []}],
        "paths": {
            "/applications": {
                "get": _operation(
                    "listApplications", "Liste des candidatures, les plus récentes d'abord", "ApplicationPage", FILTERS
                )
            },
            "/applications/{reference}": {
                "parameters": [_REFERENCE],
                "get": _operation("getApplication", "Une candidature", "Application", missing=True),
            },
            "/applications/{reference}/events": {
                "parameters": [_REFERENCE],
                "get": _operation("listEvents", "Ce qui est arrivé à un dossier", "EventPage", PAGING, missing=True),
            },
        },
        "webhooks": {"changed": {"post": _webhook()}},
        "components": {
            "schemas": dict(components),
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer", "description": "Clé faite au guichet"}},
        },
    }


_REFERENCE = {
    "name": "reference",
    "in": "path",
    "required": True,
    "description": "Référence du dossier",
    "schema": {"type": "string", "maxLength": 32},
}


def _operation(
    name: str, summary: str, answer: str, parameters: tuple[Parameter, ...] = (), *, missing: bool = False
) -> dict[str, Any]:
    failures = {
        "401": "Clé absente, inconnue, expirée ou révoquée",
        "403": "La clé ne permet pas cela",
        **({"404": "Pas de tel dossier pour cette clé"} if missing else {}),
        "422": "Un paramètre n'est pas compris",
        "429": "Trop d'appels : attendre le temps de l'en-tête Retry-After",
    }
    return {
        "operationId": name,
        "summary": summary,
        "parameters": [
            {
                "name": parameter.name,
                "in": "query",
                "required": False,
                "description": parameter.description,
                "schema": dict(parameter.schema),
            }
            for parameter in parameters
        ],
        "responses": {
            "200": _answer("Trouvé", "application/json", answer),
            **{status: _answer(said, "application/problem+json", "Problem") for status, said in failures.items()},
        },
    }


def _answer(description: str, media: str, schema: str) -> dict[str, Any]:
    content = {media: {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    return {"description": description, "content": content}


def _webhook() -> dict[str, Any]:
    headers = (
        ("webhook-id", "Le même à chaque essai : gardez-le pour ne traiter un événement qu'une fois"),
        ("webhook-timestamp", "Secondes depuis 1970 ; refusez ce qui a plus de cinq minutes"),
        ("webhook-signature", "« v1, » puis, en base64, HMAC-SHA256 de « id.timestamp.corps » avec la clé partagée"),
    )
    return {
        "operationId": "changed",
        "summary": "Appel de votre système à chaque changement d'un dossier (Standard Webhooks)",
        "description": (
            "Répondez 2xx dans les 15 secondes. Tout autre statut est un échec : nouvel essai après 30 s, 1 min, 2 min…"
            " jusqu'à 24 h, puis abandon, montré au guichet. 410 arrête les essais. Une redirection n'est pas suivie."
            " L'ordre n'est pas garanti : comparez « version ». « application.erased » demande d'effacer vos copies."
        ),
        "security": [],
        "parameters": [
            {"name": name, "in": "header", "required": True, "description": said, "schema": {"type": "string"}}
            for name, said in headers
        ],
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/WebhookEvent"}}},
        },
        "responses": {"2XX": {"description": "Reçu"}},
    }
