"""A value of the form as a person reads it, in the recap, at the desk and in exports."""

from typing import Any

import phonenumbers

from bot.catalogue.communes import commune_of
from bot.catalogue.formats import number
from bot.catalogue.places import department_of
from bot.intake.choices import NOT_CREATED
from bot.intake.dates import show_date
from bot.intake.form import Field, Kind, field_of


def show(key: str, value: Any, language: str = "fr") -> str:
    """The value of that field in words; a value taken as typed is shown as typed."""
    field = field_of(key)
    if value is None:
        return NOT_CREATED.label.of(language)
    if field.kind in (Kind.AMOUNT, Kind.COUNT) and not isinstance(value, str):
        return _quantity(field.kind, value, language)
    if isinstance(value, list):
        return ", ".join(_choice(field, item, language) for item in value)
    return _SHOWN.get(field.kind, _as_typed)(field, str(value), language)


def _as_typed(_field: Field, value: str, _language: str) -> str:
    return value


def _choice(field: Field, value: str, language: str) -> str:
    choice = field.choice(value)
    return choice.label.of(language) if choice else value


def _department(_field: Field, value: str, _language: str) -> str:
    department = department_of(value)
    return f"{department.name} ({department.code})" if department else value


def _town(_field: Field, value: str, _language: str) -> str:
    commune = commune_of(value)
    return f"{commune.name} ({commune.department.name})" if commune else value


def _date(_field: Field, value: str, language: str) -> str:
    return show_date(value, language)


def _siren(_field: Field, value: str, _language: str) -> str:
    if not value.isdigit() or len(value) not in (9, 14):
        return value
    groups = [value[0:3], value[3:6], value[6:9], value[9:]]
    return " ".join(filter(None, groups))


def _phone(_field: Field, value: str, _language: str) -> str:
    try:
        parsed = phonenumbers.parse(value)
    except phonenumbers.NumberParseException:
        return value
    form = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(parsed, form.NATIONAL if parsed.country_code == 33 else form.INTERNATIONAL)


def _consent(field: Field, _value: str, language: str) -> str:
    return field.choices[0].label.of(language)


def _quantity(kind: Kind, value: int | list[int], language: str) -> str:
    ends = value if isinstance(value, list) else [value]
    unit = " €" if kind is Kind.AMOUNT else ""
    between = " to " if language == "en" else " à "
    return between.join(f"{number(end, language)}{unit}" for end in ends)


_SHOWN = {
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choice,
    Kind.CONSENT: _consent,
    Kind.DEPARTMENT: _department,
    Kind.TOWN: _town,
    Kind.DATE: _date,
    Kind.SIREN: _siren,
    Kind.PHONE: _phone,
}
