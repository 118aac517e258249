"""E-mail addresses and phone numbers as people type them, slips included; it asks no network."""

import re

import phonenumbers
from email_validator import EmailNotValidError, validate_email
from rapidfuzz.distance import OSA

PHONE_REGIONS = ("FR", "RE", "GP", "MQ", "GF", "YT", "PM", "BL", "MF", "NC", "PF")  # overseas numbers are not « FR »
_ADDRESS = re.compile(r"[^\s<>,;()\[\]:\"«»]+@[^\s<>,;()\[\]\"«»]+")
_PROVIDERS = (
    "gmail.com", "orange.fr", "wanadoo.fr", "free.fr", "hotmail.fr", "hotmail.com", "outlook.fr", "outlook.com",
    "yahoo.fr", "yahoo.com", "laposte.net", "sfr.fr", "icloud.com", "live.fr", "live.com", "bbox.fr", "neuf.fr",
    "msn.com", "aol.com", "proton.me", "protonmail.com", "numericable.fr", "me.com", "mac.com", "mail.com", "ymail.com",
    "gmx.fr", "gmx.com", "gmx.net", "mail.fr", "aliceadsl.fr",
)  # fmt: skip
_SLIPS = {"gmail.fr": "gmail.com", "gmail.co": "gmail.com", "gmail": "gmail.com", "laposte.fr": "laposte.net",
          "outlook": "outlook.com", "hotmail": "hotmail.com", "orange": "orange.fr", "yahoo": "yahoo.fr",
          "wanadoo": "wanadoo.fr", "free": "free.fr", "icloud.fr": "icloud.com"}  # fmt: skip
_SHORTEST_NUMBER = 9  # digits, the national prefix or the + with them
_SHORTEST_SLIP = 6  # characters of a domain in which one slip is still one slip
_AT = re.compile(r"\s*(?:\(\s*(?:at|arobase|a)\s*\)|\[\s*(?:at|arobase)\s*\]|\b(?:arobase|arobas|arrobase|at)\b|@)\s*")
_DOT = re.compile(r"\s*(?:\b(?:point|dot)\b|\.)\s*")
_BEFORE = re.compile(r"^.*\b(?:est|mail|e-mail|email|courriel|adresse|is|address)\b\s*(?::|c'est|est|is)?\s*(?=\S)")


def find_email(text: str) -> str | None:
    """The address that stands in a text as it is; None when there is none or it cannot be one."""
    match = _ADDRESS.search(text)
    return _valid(match[0].rstrip(".!?'")) if match else None


def mend_email(text: str) -> str | None:
    """The address that a slip may have meant: « camille arobase gmail point com », « camille@gmial.com »; else None."""
    found = find_email(text)
    if found:
        local, _, domain = found.partition("@")
        better = _provider(domain)
        return f"{local}@{better}" if better else None
    written = _DOT.sub(".", _AT.sub("@", _BEFORE.sub("", text.lower().replace(",", ".")))).strip(" .!?<>")
    if written.count("@") != 1 or " " in written:
        return None
    local, _, domain = written.partition("@")
    return _valid(f"{local}@{_provider(domain) or domain}")


def find_phone(text: str) -> str | None:
    """The one number of a text in E.164; None when there is none."""
    written = re.sub(r"[^\d+]", "", text.replace("(0)", ""))
    written = written[:1] + written[1:].replace("+", "")
    if len(written) < _SHORTEST_NUMBER:  # some islands have six digits: a price is no number
        return None
    for region in PHONE_REGIONS:
        try:
            number = phonenumbers.parse(written, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return None


def _valid(address: str) -> str | None:
    try:
        return validate_email(address, check_deliverability=False).normalized
    except EmailNotValidError:
        return None


def _provider(domain: str) -> str | None:
    """The well-known provider that a domain misses by one slip; None when it is right or far from all."""
    domain = domain.lower()
    if domain in _PROVIDERS:
        return None
    if domain in _SLIPS:
        return _SLIPS[domain]
    if len(domain) < _SHORTEST_SLIP:
        return None
    return next(
        (known for known in _PROVIDERS if len(known) > _SHORTEST_SLIP and OSA.distance(domain, known) == 1), None
    )
