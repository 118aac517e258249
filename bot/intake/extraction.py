"""A free sentence to the fields it holds, by rules and vocabularies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.catalogue.folding import flat
from bot.catalogue.places import ACCELERATOR_REGIONS, departments_in
from bot.intake.checks import Checked, Problem, check
from bot.intake.choices import NEEDS
from bot.intake.company_names import company_in, contact_in
from bot.intake.form import FIELDS, field_of
from bot.intake.mentions import Span, figures_in
from bot.intake.names import named_and_rest
from bot.intake.places_said import place_in
from bot.intake.products import made_today_in, product_in
from bot.intake.whereabouts import Near, find_places

_STAGES = (
    ("ready", r"\bprets? a investir\b|\bfinancement (?:est )?boucle\b|\bready to invest\b"),
    ("prototype", r"\b(?:on a|nous avons|j ai|avons|we have|have|un|le|a) (?:deja )?(?:fait )?(?:un |des |le |a )?(?:prototypes?|maquette)\b"),
    ("study", r"\betudes? (?:de (?:faisabilite|marche) )?(?:en cours|lancee|faite|realisee)|\b(?:au stade|en phase) (?:de l |d )?etude|\ben (?:cours d |phase d )?etude\b|feasibility study"),
    ("idea", r"\b(?:au stade|en phase|qu au stade|stade)(?: de l| d| de la)? (?:idee|reflexion)\b|\bc est (?:encore |juste )?une idee\b|just an idea"),
    ("partners", r"\bon cherche (?:encore )?(?:nos|des) partenaires (?:industriels )?(?:pour demarrer|avant)\b"),
    ("running", r"\bprojet (?:est )?(?:deja )?(?:lance|demarre)\b|\balready started\b"),
)  # fmt: skip
_ACCELERATOR_CODES = frozenset(region.code for region in ACCELERATOR_REGIONS)
_NOT_READ_HERE = ("consent", "operations")  # given on purpose; by the vocabulary of the knowledge
_NEED = re.compile(
    r"\b(?:besoins? d|besoins? de|besoins? en|besoin|cherch\w+|recherch\w+|il nous faut|nous faut|need|looking for)\b([^.;!?\n]{3,90})"
)


@dataclass(frozen=True)
class Finding:
    """A value found for a field, checked as an answer would be; `also` is what it implies of other fields."""

    key: str
    value: Any
    also: dict[str, Any]


def extract(text: str, today: date, near: Near = ()) -> tuple[Finding, ...]:
    """Every field that the text holds, in the order of the form; a place in a department said with it, or `near`."""
    if len(text) > 3_000:
        return ()
    found: dict[str, Finding] = {}
    said_with_it = frozenset(department.code for department in departments_in(text))
    near = (said_with_it, *near) if said_with_it else near
    for key, said in _said(text, today):
        if key in found:
            continue
        checked = _settled(key, check(field_of(key), said, today, near=near))
        if isinstance(checked, Checked):
            found[key] = Finding(key, checked.value, {name: value for name, value in checked.also.items() if value})
    return tuple(found[field.key] for field in FIELDS if field.key in found)


def _settled(key: str, checked: Checked | Problem) -> Checked | Problem:
    """Of several places of the same name, the only one where the accelerator is."""
    if key != "department" or isinstance(checked, Checked):
        return checked
    places = [place for candidate in checked.candidates for place in find_places(candidate)]
    inside = [place for place in places if place.department.region_code in _ACCELERATOR_CODES]
    return check(field_of(key), inside[0].key) if len(inside) == 1 else checked


def _said(text: str, today: date) -> Iterator[tuple[str, str]]:
    """Keys and the words that answer them, the surest first."""
    yield from _labelled(text)
    figures = list(figures_in(text, today))
    for span in figures:
        yield span.key, span.text
    left = _without(text, figures)
    if name := contact_in(left):
        yield "contact", name
    if company := company_in(left):
        yield "company", company
    if place := place_in(left):
        yield "department", place
    if countries := made_today_in(text):
        yield "made_today", countries
    if product := product_in(left):
        yield "product", product
    yield from _choices(text)


def _labelled(text: str) -> Iterator[tuple[str, str]]:
    """Lines such as « Effectif : 42 »."""
    for line in re.split(r"[\n;]|(?<=[\w)€])\.\s", text):
        if ":" in line or "=" in line:
            named = named_and_rest(line.strip(" -•*"))
            if named and named[0] not in _NOT_READ_HERE:
                yield named


def _without(text: str, spans: list[Span]) -> str:
    for span in spans:
        text = text[: span.start] + "," * (span.end - span.start) + text[span.end :]
    return text


def _choices(text: str) -> Iterator[tuple[str, str]]:
    said = flat(text)
    stages = [key for key, pattern in _STAGES if re.search(pattern, said)]
    if len(stages) == 1:
        yield "stage", stages[0]
    wanted = " ".join(match[1] for match in _NEED.finditer(said))
    needs = [choice.key for choice in NEEDS if wanted and re.search(choice.words, wanted)]
    if needs:
        ranks = [str(rank) for rank, choice in enumerate(NEEDS, 1) if choice.key in needs]
        yield "needs", ", ".join(ranks)
