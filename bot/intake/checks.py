"""Reads one answer of the form as a person typed it: a value, or what is wrong with it. It asks no network."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from stdnum.fr import siren, siret, tva

from bot.catalogue.folding import flat
from bot.catalogue.places import DEPARTMENTS, find_region
from bot.intake.amounts import NoUnit, parse_amount, parse_count
from bot.intake.choices import Choice
from bot.intake.contacts import find_email, find_phone, mend_email
from bot.intake.dates import parse_date
from bot.intake.form import Field, Kind
from bot.intake.operations import NamesIn, no_names, read
from bot.intake.whereabouts import Near, Place, find_places

_INTRODUCTION = re.compile(
    r"^(?:bonjour,?\s+)?(?:je m['’]appelle|je suis|mon nom est|moi c['’]est|c['’]est|ce sera|le contact est"
    r"|my name is|i am|i['’]m)\s+",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"^(?:bonjour,?\s+)?(?:(?:notre|ma|l['’]|la)\s*(?:entreprise|société|boîte)\s+(?:s['’]appelle|se nomme|est)"
    r"|(?:nous,?\s+)?(?:on|elle|nous)\s+(?:s['’]appelle|nous appelons)|nous,?\s+c['’]est|on est|nous sommes|ici"
    r"|c['’]est|we are|it is|it['’]s)\s+(?=\S)",
    re.IGNORECASE,
)
_DENIES = re.compile(r"(?:pas|aucune?|sans|no)\s(?:de|d['’]|\w+$)", re.IGNORECASE)
_BARE_DIGITS = re.compile(r"\W*\d{1,2}\W*")  # the number of a choice that has none: no name
_MOST_DEPARTMENTS = 13  # offered as buttons when only a region was given
_LONGEST_NAME = 8  # words
_AS_TYPED = "mailto:"  # before an address that the person chose: no slip is looked for again


@dataclass(frozen=True)
class Checked:
    """The value to keep, plain JSON, None only for a company that isn't created yet; `also` is what it implies."""

    value: Any
    also: dict[str, Any] = field(default_factory=dict, compare=False)  # values of other fields, by key
    doubtful: bool = False  # kept as typed, to be checked by a person


@dataclass(frozen=True)
class Problem:
    """Wording key of what is wrong, and what the person may have meant (texts to be checked again)."""

    key: str
    candidates: tuple[str, ...] = ()


def check(
    field: Field, text: str, today: date | None = None, operations: NamesIn = no_names, *, near: Near = ()
) -> Checked | Problem:
    """Read one answer, typed or the key of a pressed choice; `today` is needed for « dans 6 mois »."""
    text = " ".join(text.split()) if field.longest <= 200 else text.strip()
    if not re.search(r"\w", text):
        return Problem("problem_empty")
    if len(text) > field.longest:
        return Problem("problem_long")
    if field.kind is Kind.DATE:
        return _date(text, today or date.min)
    if field.kind is Kind.OPERATIONS:
        names, doubtful = read(text, operations)
        return Checked(names, doubtful=doubtful) if names else Problem("problem_empty")
    if field.kind in _PLACES:
        return _PLACES[field.kind](text, near)
    return _CHECKS[field.kind](field, text)


def _text(field: Field, text: str) -> Checked | Problem:
    said = flat(text)
    if any(said == choice.key or re.fullmatch(choice.words, said) for choice in field.choices):
        return Checked(None)
    if field.key == "company":
        text = _CALLED.sub("", text)
        if _BARE_DIGITS.fullmatch(text):
            return Problem("problem_company")
    return Checked(text.strip('«»"“” '))


def _name(_field: Field, text: str) -> Checked | Problem:
    name = _INTRODUCTION.sub("", text).strip(" ,.;:")
    letters = sum(character.isalpha() for character in name)
    wrong = letters < 2 or "@" in name or any(character.isdigit() for character in name) or _DENIES.match(name)
    return Problem("problem_name") if wrong or len(name.split()) > _LONGEST_NAME else Checked(name)


def _siren(_field: Field, text: str) -> Checked | Problem:
    digits = re.sub(r"\D", "", text)
    if len(digits) == 14:
        return Checked(digits) if siret.is_valid(digits) else Problem("problem_siret_digits")
    if len(digits) == 11 and tva.is_valid(digits):
        digits = digits[2:]
    if len(digits) != 9:
        return Problem("problem_siren_length")
    return Checked(digits) if siren.is_valid(digits) else Problem("problem_siren_digits")


def _email(_field: Field, text: str) -> Checked | Problem:
    found = find_email(text)
    if found and text.startswith(_AS_TYPED):
        return Checked(found)
    if better := mend_email(text):
        return Problem("problem_email_meant", (f"{_AS_TYPED}{better}", *([f"{_AS_TYPED}{found}"] if found else [])))
    return Checked(found) if found else Problem("problem_email")


def _phone(_field: Field, text: str) -> Checked | Problem:
    found = find_phone(text)
    return Checked(found) if found else Problem("problem_phone")


def _department(text: str, near: Near) -> Checked | Problem:
    region = find_region(text)
    places = () if region else find_places(text, near)
    if len(places) == 1:
        return Checked(places[0].department.code, also={"town": _town_of(places[0])})
    if places:
        return Problem("problem_department_choose", tuple(place.key for place in places))
    if region is None:
        return Problem("problem_department")
    inside = tuple(department.code for department in DEPARTMENTS if department.region_code == region.code)
    return Problem("problem_department_region", inside[:_MOST_DEPARTMENTS])


def _town(text: str, near: Near) -> Checked | Problem:
    places = tuple(place for place in find_places(text, near) if place.commune)
    if len(places) == 1:
        return Checked(_town_of(places[0]), also={"department": places[0].department.code})
    key = "problem_department_choose" if places else "problem_town"
    return Problem(key, tuple(place.key for place in places))


def _town_of(place: Place) -> str | None:
    return place.commune.code if place.commune else None


def _date(text: str, today: date) -> Checked | Problem:
    found = parse_date(text, today)
    return Checked(found) if found else Problem("problem_date")


def _meant(field: Field, text: str, matches: Callable[[str, str], Any]) -> list[Choice]:
    said = flat(text)
    named = [choice for choice in field.choices if said in (choice.key, *map(flat, (choice.label.fr, choice.label.en)))]
    return named or [choice for choice in field.choices if matches(choice.words, said)]


def _choice(field: Field, text: str) -> Checked | Problem:
    meant = _meant(field, text, re.search)
    return Checked(meant[0].key) if len(meant) == 1 else Problem("problem_choice")


def _choices(field: Field, text: str) -> Checked | Problem:
    numbers = re.findall(r"\d+", text)
    if numbers and re.fullmatch(r"[\d\s,;.&+et]+", text.lower()):
        ranks = [int(number) for number in numbers]
        inside = all(1 <= rank <= len(field.choices) for rank in ranks)
        picked = [choice for rank, choice in enumerate(field.choices, 1) if rank in ranks]
        return Checked([choice.key for choice in picked]) if inside else Problem("problem_choice")
    if re.fullmatch(r"tout|tous|toutes|all|everything", flat(text)):
        return Checked([choice.key for choice in field.choices])
    meant = _meant(field, text, re.search)
    return Checked([choice.key for choice in meant]) if meant else Problem("problem_choice")


def _consent(field: Field, text: str) -> Checked | Problem:
    meant = _meant(field, text, re.fullmatch)
    return Checked(meant[0].key) if len(meant) == 1 else Problem("problem_consent")


def _amount(_field: Field, text: str) -> Checked | Problem:
    try:
        found = parse_amount(text)
    except NoUnit:
        return Problem("problem_amount_unit", _with_units(text))
    return Problem("problem_amount") if found is None else Checked(_single_or_range(found))


def _with_units(text: str) -> tuple[str, ...]:
    number = re.search(r"\d+(?:[.,]\d+)?", text)
    return (f"{number[0]} k€", f"{number[0]} M€") if number and len(number[0]) <= 5 else ()


def _count(_field: Field, text: str) -> Checked | Problem:
    found = parse_count(text)
    return Problem("problem_count") if found is None else Checked(_single_or_range(found))


def _single_or_range(found: tuple[int, int]) -> int | list[int]:
    low, high = found
    return low if low == high else [low, high]


_CHECKS: dict[Kind, Callable[[Field, str], Checked | Problem]] = {
    Kind.TEXT: _text,
    Kind.NAME: _name,
    Kind.SIREN: _siren,
    Kind.EMAIL: _email,
    Kind.PHONE: _phone,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.CONSENT: _consent,
    Kind.AMOUNT: _amount,
    Kind.COUNT: _count,
}
_PLACES = {Kind.DEPARTMENT: _department, Kind.TOWN: _town}
