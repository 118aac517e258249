"""The fields of the contract: how the text of each becomes the value of its record; names as staff write them."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum

from bot.catalogue.models import Nature, Page, Partner, Record, Scheme, Status
from bot.catalogue.places import REGIONS, find_departments, find_region, regions_in
from ingest.checking import values
from ingest.checking.folding import closest, fold
from ingest.checking.lists import items_of
from ingest.checking.values import Wrong
from ingest.problems import Problems, quoted
from ingest.reading.content import Value

RECORDS: Mapping[str, type[Page | Scheme | Partner]] = {"page": Page, "financement": Scheme, "partenaire": Partner}
TITLES = ("titre", "nom")
_COUNTRY = frozenset(
    {"france", "france entiere", "toute la france", "national", "nationale", "toutes", "toutes regions"}
)
_ADDRESS = re.compile(r"https?://[a-z0-9.-]+\.[a-z]{2,}(:\d+)?([/?#]\S*)?", re.IGNORECASE)
_CODE = re.compile(r"(\d{1,3}|2[abAB])")


def one_of(kinds: type[StrEnum], label: str) -> Callable[[str], StrEnum]:
    """Reads a value of a closed set, and says which one was probably meant."""
    by_folded = {fold(kind.value): kind for kind in kinds}

    def read(text: str) -> StrEnum:
        folded = fold(text)
        if kind := by_folded.get(folded) or by_folded.get(folded.removesuffix("s")):
            return kind
        guess = closest(text, (kind.value for kind in kinds))
        meant = f"vouliez-vous dire {quoted(guess)} ?" if guess else f"choisissez parmi {_listed(kinds)}."
        raise Wrong(f"{quoted(text)} n'est pas {label} : {meant}")

    return read


def _listed(kinds: type[StrEnum]) -> str:
    return ", ".join(kind.value for kind in kinds)


def _region(text: str) -> str:
    if fold(text) in _COUNTRY:
        return "France"
    if regions_in(text) and (found := find_region(text)):
        return found.name
    guess = closest(text, (region.name for region in REGIONS))
    meant = f"vouliez-vous dire {quoted(guess)} ?" if guess else "écrivez le nom d'une région, ou France."
    raise Wrong(f"{quoted(text)} n'est pas une région : {meant}")


def _department(text: str) -> str:
    code = text.upper().zfill(2) if _CODE.fullmatch(text) else ""
    found = find_departments(code or text)
    if len(found) == 1:
        return found[0].code
    if found:
        names = " ou ".join(f"{department.name} ({department.code})" for department in found[:3])
        raise Wrong(f"{quoted(text)} : {names} ? Écrivez le numéro du département.")
    raise Wrong(f"{quoted(text)} n'est pas un département : écrivez son numéro, comme 25, 2A ou 971.")


def _each(read: Callable[[str], object], *, comma: bool = True) -> "Reader":
    return lambda value, _problems: tuple(dict.fromkeys(read(item) for item in items_of(value, comma=comma)))


def _single(read: Callable[[str], object]) -> "Reader":
    return lambda value, _problems: read(value.text)


def _list(*, comma: bool = False) -> "Reader":
    return lambda value, _problems: items_of(value, comma=comma)


def _text(value: Value, _problems: Problems) -> str:
    return value.text


def _link(value: Value, problems: Problems) -> str:
    if _ADDRESS.fullmatch(value.text):
        return value.text
    problems.warn(
        f"{quoted(value.text)} n'est pas une adresse : écrivez-la en entier, https://… (non reprise).", value.place
    )
    return ""


def _source(value: Value, problems: Problems) -> str:
    for word in re.findall(r"\b\w{2,6}:/+\S*|\bwww\.\S+", value.text):
        if not _ADDRESS.match(word):
            problems.warn(f"l'adresse {quoted(word)} de la source est mal écrite : https://… en entier.", value.place)
    return value.text


def _rate(value: Value, problems: Problems) -> float:
    read = values.rate(value.text)
    if 0 < read < 1:
        problems.warn(f"{quoted(value.text)} est compris comme moins de 1 % : écrivez par exemple 20 %.", value.place)
    return read


Reader = Callable[[Value, Problems], object]

_DAY, _AMOUNT, _COUNT = _single(values.day), _single(values.amount), _single(values.count)
_COMMON: dict[str, Reader] = {
    "titre": _text,
    "alias": _list(),
    "questions": _list(),
    "region": _each(_region),
    "date_debut": _DAY,
    "date_fin": _DAY,
    "source": _source,
    "verifie_le": _DAY,
    "responsable": _text,
    "lien": _link,
}
_SCHEME: dict[str, Reader] = {
    "organisme": _text,
    "nature": _each(one_of(Nature, "une nature d'aide")),
    "montant_min": _AMOUNT,
    "montant_max": _AMOUNT,
    "taux_max": _rate,
    "assiette_min": _AMOUNT,
    "assiette_max": _AMOUNT,
    "departements": _each(_department),
    "effectif_min": _COUNT,
    "effectif_max": _COUNT,
    "anciennete_min": _COUNT,
    "ca_max": _AMOUNT,
    "etapes": _list(comma=True),
    "depenses": _list(comma=True),
    "secteurs": _list(),
    "cofinancement": _text,
    "avant_engagement": _single(values.yes_or_no),
    "cumul": _text,
    "statut": _single(one_of(Status, "un statut")),
    "contact": _text,
    "exclusions": _text,
}
_PARTNER: dict[str, Reader] = {
    "categorie": _text,
    "operations": _list(comma=True),
    "filieres": _list(comma=True),
    "departements": _each(_department),
    "commune": _text,
    "certifications": _list(),
    "capacites": _text,
    "contact": _text,
    "site": _link,
}
READERS: Mapping[str, Mapping[str, Reader]] = {
    "page": _COMMON,
    "financement": _COMMON | _SCHEME,
    "partenaire": _COMMON | _PARTNER,
}
ALL_NAMES = frozenset(_COMMON) | frozenset(_SCHEME) | frozenset(_PARTNER) | {"type", "nom"}
_TYPE_WORDS = {"pages": "page", "financements": "financement", "partenaires": "partenaire"}
_FOLDERS = ("financements", "partenaires")


def canonical(name: str) -> str:
    """`Montant max (€)` as `montant_max`."""
    return re.sub(r"[^a-z0-9]+", "_", re.sub(r"\(.*?\)", "", fold(name))).strip("_")


def type_of_folder(path: str) -> str | None:
    """`financement` or `partenaire` for a file inside the folder of its kind."""
    return next((_TYPE_WORDS[part] for part in path.split("/")[:-1] if part in _FOLDERS), None)


def type_of_word(text: str) -> str:
    """Read a `type`; raises Wrong."""
    folded = fold(text)
    word = _TYPE_WORDS.get(folded, folded)
    if word in RECORDS:
        return word
    raise Wrong(f"{quoted(text)} n'est pas un type : écrivez page, financement ou partenaire.")


def type_of_names(names: frozenset[str]) -> str | None:
    """The type that the names of the fields betray when nothing says it; None when they name no record."""
    if not names & set(TITLES):
        return None
    if len(names & (set(_SCHEME) - set(_PARTNER))) >= 1:
        return "financement"
    if len(names & (set(_PARTNER) - set(_SCHEME))) >= 1:
        return "partenaire"
    return "page" if len(names & set(_COMMON)) >= 2 else None


def field_name(alias: str, model: type[Record]) -> str:
    """The name in the model of a name in the files."""
    return next((name for name, info in model.model_fields.items() if alias in (info.alias, name)), alias)
