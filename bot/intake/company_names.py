"""The company and the person that a free sentence names."""

import re

from bot.catalogue.communes import communes_named
from bot.catalogue.folding import flat
from bot.catalogue.places import find_region
from bot.intake.countries import countries_in
from bot.search.languages import is_common

_CAP = r"[A-ZÀ-ÖØ-Þ0-9][\w&'’.+-]*"
_LINK = r"(?:de|du|des|d['’]|et|&|la|le|les|l['’]|en|and|of)"
_NAME = rf"(?P<name>{_CAP}(?:[ ]+(?:{_LINK}[ ]*)*{_CAP}){{0,5}})"
_SUFFIX = r"(?:SAS|SARL|SA|EURL|SASU|SCOP|SNC|SCI|SELARL)"
_COMPANY = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:(?:soci[ée]t[ée]|entreprise|bo[iî]te|start-?up|pme|company)(?:,? (?:qui )?s['’]appelle| se nomme|,? c['’ ]?est| c| [çc]a s['’]appelle| est| is(?: called)?)?) (?!(?i:est|a|de|en)\b){_NAME}",
        rf"\b(?i:on est|nous sommes|on s['’]appelle|nous nous appelons|ici|chez|we are|we['’]re|i['’]m (?:from|at)|from the company) {_NAME}",
        rf"(?i:je suis|je m['’]appelle|i am|i['’]m) {_CAP}(?: {_CAP}){{1,3}},? (?i:from|of|de|chez|pour) {_NAME}",
        rf"(?P<name>{_CAP}(?:[ ]+(?:{_LINK}[ ]*)*{_CAP}){{0,4}} {_SUFFIX})\b",
        rf"\b(?P<name>{_SUFFIX} {_CAP}(?:[ ]+(?:{_LINK}[ ]*)*{_CAP}){{0,4}})",
        rf"\b(?i:pour|de|d['’]|for|from|of) {_NAME}(?=,? (?:[ÀA]|à|a|bas[ée]e?s?|,|\(|-|\d+ sal))",
    )
)
_CALLED = re.compile(
    r"(?i)\b(?:s['’]appelle|se nomme|is called)\s+(?P<name>[^,.;:!?\n]{2,60}?)(?=$|[,.;:!?\n]| (?:et|à|avec|on|nous)\b)"
)
_IN_LOWER_CASE = re.compile(
    r"(?i)(?:^|[:,.;] ?)(?:on est|nous sommes|on s['’]appelle|we are)\s+(?!(?:une?|des?|les?|la|en|dans|à|a|au|pas|plus|très|déjà|"
    r"bas[ée]|un peu|actuellement|intéress|sp[ée]cialis|fabricant|pr[êe]t|environ|entre|ici|tous|in|the|based|about|not|"
    r"install[ée]|situ[ée]|deux|trois|quatre|cinq|\d|quelques?|moins|bient[ôo]t|chez|sous)\b)(?P<name>[^,.;:!?\n\d]{3,40}),"
)
_BEFORE_WE_ARE = re.compile(
    rf"^{_NAME}(?=(?: ?[,:;-])? (?i:nous )?(?i:on est|nous sommes|on se trouve|we are|we['’]re) "
    r"(?i:[àa]|au|aux|en|dans|sur|pr[èe]s|bas[ée]|situ[ée]|install[ée]|implant[ée]|in|at|near|based|\d))"
)
_CONTACT = re.compile(
    rf"\b(?i:je m['’]appelle|mon nom est|my name is|je suis|i am|i['’]m|contact\s*:?)\s+(?P<name>{_CAP}(?: {_CAP}){{1,3}})"
)


def contact_in(text: str) -> str | None:
    """« je m'appelle Camille Duval »."""
    match = _CONTACT.search(text)
    if match is None or re.search(rf"\b{_SUFFIX}\b", match["name"]):
        return None
    return match["name"].rstrip(" .,'-")


def company_in(text: str) -> str | None:
    """« on est Duval Sièges », « Martin SARL »; with lower case only where a comma ends it."""
    for pattern in _COMPANY:
        for match in pattern.finditer(text):
            name = match["name"].strip(" .,'’-&")
            if _may_be_company(name):
                return name
    if (first := _BEFORE_WE_ARE.match(text)) and not all(map(is_common, flat(first["name"]).split())):
        return first["name"].strip(" .,'’-&")
    for pattern in (_CALLED, _IN_LOWER_CASE):
        if called := pattern.search(text):
            return called["name"].strip()
    return None


def _may_be_company(name: str) -> bool:
    """Neither a place nor a country nor a bare number."""
    if not re.search(r"[^\W\d]{2}", name) or countries_in(name) or find_region(name):
        return False
    return not any(commune.inhabitants > 2_000 for commune in communes_named(name)) and flat(name) not in (
        "relais",
        "cci",
    )
