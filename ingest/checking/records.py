"""Fields to a typed record: every wrong value is told with its place, and a record with a wrong value is not taken."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from bot.catalogue.models import AnyRecord, Scheme, Status
from ingest.checking import fields as contract
from ingest.checking.folding import closest
from ingest.checking.values import Wrong
from ingest.problems import NOWHERE, Place, Problems, quoted
from ingest.reading.content import Value

_REFUSED = {
    "string_too_long": "dépasse {max_length} caractères : raccourcissez-le",
    "string_too_short": "est vide : complétez-le",
    "greater_than_equal": "doit être positif",
    "less_than_equal": "doit être au plus {le}",
}
_ORDERED = (
    ("date_debut", "date_fin", "valid_from", "valid_until"),
    ("montant_min", "montant_max", "amount_min", "amount_max"),
    ("assiette_min", "assiette_max", "base_min", "base_max"),
    ("effectif_min", "effectif_max", "headcount_min", "headcount_max"),
)


def build(kind: str, written: Mapping[str, Value], identity: Mapping[str, Any], problems: Problems) -> AnyRecord | None:
    """The record, or None when something in it is wrong (said in `problems`); `identity` is id, file, sheet, row."""
    known, extra = _sort(kind, written, problems)
    own = Problems()
    read = _read_all(kind, known, own)
    record = None if own.has_errors else _validated(kind, {**identity, **read, "extra": extra}, known, own)
    if record is not None:
        _check_order(record, known, own)
    for problem in own.found:
        problems.found.append(problem)
    return None if own.has_errors else record


def _sort(kind: str, written: Mapping[str, Value], problems: Problems) -> tuple[dict[str, Value], dict[str, str]]:
    """The fields of the contract for this kind, and the others as free text."""
    readers = contract.READERS[kind]
    known: dict[str, Value] = {}
    extra: dict[str, str] = {}
    for name, value in written.items():
        alias = contract.canonical(name)
        alias = "titre" if alias == "nom" and "titre" not in written else alias
        if alias in readers and alias not in known:
            known[alias] = value
        elif alias != "type" and value.items:
            extra[name] = value.text
            problems.warn(_unknown(kind, name, alias), value.place)
    return known, extra


def _unknown(kind: str, name: str, alias: str) -> str:
    if alias in contract.ALL_NAMES:
        return f"{quoted(name)} n'existe pas pour le type {kind} : gardé comme texte libre (le type est-il juste ?)."
    guess = closest(alias, contract.READERS[kind])
    meant = f", vouliez-vous dire {quoted(guess)} ?" if guess else "."
    return f"{quoted(name)} n'est pas une rubrique connue : gardé comme texte libre{meant}"


def _read_all(kind: str, known: Mapping[str, Value], problems: Problems) -> dict[str, object]:
    read: dict[str, object] = {}
    for alias, value in known.items():
        if not value.items:
            continue
        try:
            read[contract.field_name(alias, contract.RECORDS[kind])] = contract.READERS[kind][alias](value, problems)
        except Wrong as wrong:
            problems.error(str(wrong), value.place)
    return read


def _validated(
    kind: str, values: Mapping[str, Any], known: Mapping[str, Value], problems: Problems
) -> AnyRecord | None:
    model = contract.RECORDS[kind]
    try:
        return model.model_validate(dict(values))
    except ValidationError as error:
        for problem in error.errors():
            alias = str(model.model_fields[str(problem["loc"][0])].alias or problem["loc"][0])
            told = _REFUSED.get(problem["type"], "ne convient pas : corrigez-le").format(**problem.get("ctx", {}))
            place = known[alias].place if alias in known else NOWHERE
            problems.error(f"« {alias} » {told}.", place)
        return None


def _check_order(record: AnyRecord, known: Mapping[str, Value], problems: Problems) -> None:
    for low, high, low_name, high_name in _ORDERED:
        lowest, highest = getattr(record, low_name, None), getattr(record, high_name, None)
        if lowest is not None and highest is not None and lowest > highest:
            problems.error(f"« {low} » dépasse « {high} » : corrigez l'un des deux.", known[high].place)


def remark(record: AnyRecord, today: date, place: Place, problems: Problems) -> None:
    """What is allowed but deserves a look: a closing date gone by, a scheme that says almost nothing."""
    if not isinstance(record, Scheme):
        return
    if record.status is Status.OPEN and record.valid_until and record.valid_until < today:
        ended = record.valid_until.strftime("%d/%m/%Y")
        problems.warn(
            f"{quoted(record.title)} est « ouvert » mais sa « date_fin » ({ended}) est passée : "
            "mettez « statut: clos » ou corrigez la date.",
            place,
        )
    if not record.funder and not record.natures:
        problems.warn(f"{quoted(record.title)} n'a ni « organisme » ni « nature » : complétez la fiche.", place)
