"""The State's company search on loopback: speaks the JSON of its OpenAPI description, and fails in every way.

Description: https://recherche-entreprises.api.gouv.fr/docs (GET /search, q = SIREN or SIRET).
"""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.loopback import QuietHandler, serving

DUVAL = "732829320"


def a_place(siret: str, **more: Any) -> dict[str, Any]:
    """An establishment as the description has it."""
    return {
        "activite_principale": "31.01Z",
        "ancien_siege": False,
        "annee_tranche_effectif_salarie": "2024",
        "adresse": "12 RUE DES FORGES 70000 VESOUL",
        "caractere_employeur": "O",
        "code_postal": "70000",
        "commune": "70550",
        "date_creation": "1998-03-01",
        "date_fermeture": None,
        "departement": "70",
        "est_siege": True,
        "etat_administratif": "A",
        "libelle_commune": "VESOUL",
        "liste_enseignes": None,
        "nom_commercial": None,
        "region": "27",
        "siret": siret,
        "statut_diffusion_etablissement": "O",
        "tranche_effectif_salarie": "12",
        **more,
    }


def a_company(siren: str = DUVAL, **more: Any) -> dict[str, Any]:
    """A legal unit as the description has it."""
    return {
        "siren": siren,
        "nom_complet": "duval sieges",
        "nom_raison_sociale": "DUVAL SIEGES",
        "sigle": None,
        "nombre_etablissements": 1,
        "nombre_etablissements_ouverts": 1,
        "siege": a_place(f"{siren}00074"),
        "activite_principale": "31.01Z",
        "categorie_entreprise": "PME",
        "date_creation": "1998-03-01",
        "date_fermeture": None,
        "etat_administratif": "A",
        "nature_juridique": "5710",
        "section_activite_principale": "C",
        "tranche_effectif_salarie": "12",
        "annee_tranche_effectif_salarie": "2024",
        "statut_diffusion": "O",
        "matching_etablissements": [],
        **more,
    }


class CompanyRegister:
    """`companies` by SIREN; `fault` strikes every call until it is taken away."""

    def __init__(self) -> None:
        self.companies: dict[str, dict[str, Any]] = {DUVAL: a_company()}
        self.fault: str | int | None = (
            None  # « slow », « drip », « cut », « garbage », « shape », « huge », or a status
        )
        self.retry_after: str | None = None
        self.asked: list[dict[str, str]] = []
        self.agents: list[str] = []
        self.unanswered = 0  # calls that are still kept waiting
        self.url = ""
        self._closing = threading.Event()

    @contextmanager
    def running(self) -> Iterator["CompanyRegister"]:
        """Serve until the end of the block."""
        fake = self

        class Handler(QuietHandler):
            def do_GET(self) -> None:  # noqa: N802 - http.server calls it
                fake._answer(self)

        with serving(Handler) as url:
            self.url = url
            try:
                yield self
            finally:
                self._closing.set()

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(handler.path).query).items()}
        self.asked.append(asked)
        self.agents.append(handler.headers.get("User-Agent", ""))
        if self.fault == "slow":
            self.unanswered += 1
            self._closing.wait()
        elif self.fault == "cut":
            handler.close_connection = True
        elif self.fault == "drip":
            self._drip(handler)
        else:
            _send(handler, *self._content(urlsplit(handler.path).path, asked), retry_after=self.retry_after)

    def _content(self, path: str, asked: dict[str, str]) -> tuple[int, bytes]:
        if isinstance(self.fault, int):
            return self.fault, b"<html>out of order</html>"
        if self.fault == "garbage":
            return 200, b'{"results": [{"siren": "7328'
        if self.fault == "shape":
            return 200, json.dumps({"results": {"siren": DUVAL}}).encode()
        if self.fault == "huge":
            return 200, b"[" + b" " * 5_000_000
        if path != "/search" or not asked.get("q"):
            return 400, json.dumps({"erreur": "Veuillez indiquer au moins un paramètre de recherche."}).encode()
        company = self.companies.get(asked["q"][:9])
        found = [company] if company else []
        return 200, json.dumps(
            {"results": found, "total_results": len(found), "page": 1, "per_page": 1, "total_pages": len(found)}
        ).encode()

    def _drip(self, handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        self.unanswered += 1
        while not self._closing.is_set():
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.05)


def _send(handler: BaseHTTPRequestHandler, status: int, body: bytes, retry_after: str | None) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(body)))
    if retry_after is not None:
        handler.send_header("Retry-After", retry_after)
    handler.end_headers()
    handler.wfile.write(body)
