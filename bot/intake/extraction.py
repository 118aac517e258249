"""A free sentence to the fields it holds, by rules and vocabularies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from bot.catalogue.communes import communes_named, meant
from bot.catalogue.folding import flat
from bot.catalogue.places import DEPARTMENTS, find_region
from bot.intake.checks import Checked, check
from bot.intake.choices import NEEDS
from bot.intake.countries import countries_in
from bot.intake.form import FIELDS, field_of
from bot.intake.mentions import Span, figures_in
from bot.intake.names import named_and_rest

_CAP = r"[A-ZÀ-ÖØ-Þ0-9][\w&'’.+-]*"
_LINK = r"(?:de|du|des|d['’]|et|&|la|le|les|l['’]|en|and|of)"
_NAME = rf"(?P<name>{_CAP}(?:[ ]+(?:{_LINK}[ ]*)*{_CAP}){{0,5}})"
_SUFFIX = r"(?:SAS|SARL|SA|EURL|SASU|SCOP|SNC|SCI|SELARL)"
_COMPANY = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:(?:soci[ée]t[ée]|entreprise|bo[iî]te|start-?up|pme|company)(?:,? (?:qui )?s['’]appelle| se nomme| est| is(?: called)?)?) (?!(?i:est|a|de|en)\b){_NAME}",
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
_CONTACT = re.compile(
    rf"\b(?i:je m['’]appelle|mon nom est|my name is|je suis|i am|i['’]m|contact\s*:?)\s+(?P<name>{_CAP}(?: {_CAP}){{1,3}})"
)
_PLACE = re.compile(
    r"(?:(?<!\w)(?i:dans (?:le |la |l['’]|les )|en |[àa] |au |aux |pr[èe]s de |pr[èe]s d['’]|vers |sur |from |in |near |de |d['’])|\()"
    r"(?=(?P<name>[\w'’-]+(?:[ -][\w'’-]+){0,5}))"
)
_POSTCODE = re.compile(
    r"(?<!\d)(?<!\d )(?P<code>\d{5})(?=\)|,? [A-ZÀ-Þ]| *$|[,.])|(?i:code postal|cp|postcode)\s*:?\s*(?P<coded>\d{5})\b"
)
_CODE = re.compile(
    r"(?i:dans le|d[ée]partement|dept|\()\s*(?P<code>\d{2,3}|2[AaBb])(?=\)|\b(?! ?(?:€|%|sal|pers|emp|mars|mai)))"
)
_MADE_THERE = re.compile(
    r"(?:fabrique\w*|produit\w*|faite?s?|assemble\w*|sous traite\w*|made|produced|importe\w*|achete\w*|usine|fournisseur\w*)\b[^,.;]{0,25}$"
)
_SOLD = re.compile(r"\b(?:client\w*|export\w*|vend\w*|marches?|concurren\w*|distribu\w*|customer\w*|sell\w*|sold)\b")
_PRODUCT = re.compile(
    r"(?i)\b(?:rapatrier|relocaliser|ramener|rapatrions|relocalisons|r[ée]internaliser|internaliser|refabriquer|fabriquer|produire|reprendre|refaire"
    r"|re-?shore|bring(?:ing)? back|make|manufacture|produce|relocate|move)\s+(?P<product>[^,.;:!?\n()]{3,200})"
)
_PRODUCT_ENDS = re.compile(
    r"(?i)\s+(?:en france|in france|back|ici|chez nous|d['’]ici|pour (?:\w+(?:er|ir|re)\b|un |une |mars|\d)|avec\b|dans\b|pr[èe]s d|proche|au lieu|plut[ôo]t|afin|qui\b|que\b|aujourd['’]hui|actuellement|currently"
    r"|et (?:cr[ée]er|embaucher|investir|recruter|on)|à partir|fabriqu[ée]\w*|produit[es]*\b|made\b|depuis\b|from\b|here\b|to france|vers).*$"
)
_HOME = re.compile(r"(?i)^(?:en france|in france|back|to france|chez nous|ici)\s+")
_SHARE = re.compile(r"(?i)^(?:environ )?\d+ ?% (?:de |of )")
_MADE_ELSEWHERE = re.compile(
    r"(?i)(?:^|[,.;:])\s*(?P<product>(?!on |nous |je |we )[^,.;:]{3,80}?)\s+(?:actuellement |aujourd['’]hui )?"
    r"(?:faite?s?|fabriqu[ée]e?s?|produite?s?|made)\s+(?:actuellement |aujourd['’]hui )?(?:en|au|aux|in)\s+(?!france)"
)
_ARTICLE = re.compile(
    r"(?i)^(?:(?:toute |une partie de |our |my |the |some )?(?:(?:la|notre|ma|une|the|our)\s+(?:production|fabrication|confection|assemblage|manufacture)\s+(?:de |d['’]|des |du |of ))?"
    r"(?:nos|notre|mes|mon|ma|des|les|le|la|l['’]|un|une|du|de la|de l['’]|d['’]|our|the|my)?\s*)"
)
_PLACE_ONLY = re.compile(r"(?:en|a|au|dans|in) .*")
_GENERIC = re.compile(
    r"(?:production|fabrication|activite|produits?|pieces|it|them|cela|ca|tout|usine|notre|nos|manufacturing)s?"
)
_EVERYDAY = frozenset("france tours sens mer plus lens production terme usine die auto".split())
_DEPARTMENT_NAMES = frozenset(flat(department.name) for department in DEPARTMENTS)
_MOST_PLACES = 40  # words after which a place may stand that are looked at
_STAGES = (
    ("ready", r"\bprets? a investir\b|\bfinancement (?:est )?boucle\b|\bready to invest\b"),
    ("prototype", r"\b(?:on a|nous avons|j ai|avons|we have|have|un|le|a) (?:deja )?(?:fait )?(?:un |des |le |a )?(?:prototypes?|maquette)\b"),
    ("study", r"\betudes? (?:de (?:faisabilite|marche) )?(?:en cours|lancee|faite|realisee)|\b(?:au stade|en phase) (?:de l |d )?etude|\ben (?:cours d |phase d )?etude\b|feasibility study"),
    ("idea", r"\b(?:au stade|en phase|qu au stade|stade)(?: de l| d| de la)? (?:idee|reflexion)\b|\bc est (?:encore |juste )?une idee\b|just an idea"),
    ("partners", r"\bon cherche (?:encore )?(?:nos|des) partenaires (?:industriels )?(?:pour demarrer|avant)\b"),
    ("running", r"\bprojet (?:est )?(?:deja )?(?:lance|demarre)\b|\balready started\b"),
)  # fmt: skip
_NEED = re.compile(
    r"\b(?:besoins? d|besoins? de|besoins? en|besoin|cherch\w+|recherch\w+|il nous faut|nous faut|need|looking for)\b([^.;!?\n]{3,90})"
)


@dataclass(frozen=True)
class Finding:
    """A value found for a field, checked as an answer would be; `also` is what it implies of other fields."""

    key: str
    value: Any
    also: dict[str, Any]


def extract(text: str, today: date, department: str | None = None) -> tuple[Finding, ...]:
    """Every field that the text holds, in the order of the form; `department` (a code) helps to choose a commune."""
    if len(text) > 3_000:
        return ()
    found: dict[str, Finding] = {}
    for key, said in _said(text, today):
        if key in found:
            continue
        checked = check(field_of(key), said, today)
        if isinstance(checked, Checked):
            found[key] = Finding(key, checked.value, {name: value for name, value in checked.also.items() if value})
    return tuple(found[field.key] for field in FIELDS if field.key in found)


def _said(text: str, today: date) -> Iterator[tuple[str, str]]:
    """Keys and the words that answer them, the surest first."""
    yield from _labelled(text)
    figures = list(figures_in(text, today))
    for span in figures:
        yield span.key, span.text
    left = _without(text, figures)
    if name := _contact(left):
        yield "contact", name
    if company := _company(left):
        yield "company", company
    if place := _place(left):
        yield "department", place
    if countries := _made_today(text):
        yield "made_today", countries
    if product := _product(left):
        yield "product", product
    yield from _choices(text)


def _labelled(text: str) -> Iterator[tuple[str, str]]:
    """Lines such as « Effectif : 42 »."""
    for line in re.split(r"[\n;]|(?<=[\w)€])\.\s", text):
        if ":" in line or "=" in line:
            named = named_and_rest(line.strip(" -•*"))
            if named and named[0] != "consent":
                yield named


def _without(text: str, spans: list[Span]) -> str:
    for span in spans:
        text = text[: span.start] + "," * (span.end - span.start) + text[span.end :]
    return text


def _contact(text: str) -> str | None:
    match = _CONTACT.search(text)
    if match is None or re.search(rf"\b{_SUFFIX}\b", match["name"]):
        return None
    return match["name"].rstrip(" .,'-")


def _company(text: str) -> str | None:
    for pattern in _COMPANY:
        for match in pattern.finditer(text):
            name = match["name"].strip(" .,'’-&")
            if _may_be_company(name):
                return name
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


def _place(text: str) -> str | None:
    """A postcode with its town, a town after a preposition, a department by its name or code."""
    if match := _POSTCODE.search(text):
        return text[match.start() : match.end() + 40].split(",")[0].strip(" ()") if match["code"] else match["coded"]
    code = _CODE.search(text)
    for match in islice(_PLACE.finditer(text), _MOST_PLACES):
        if _MADE_THERE.search(flat(text[max(0, match.start() - 40) : match.start()])):
            continue
        if town := _town(match["name"], text[match.start()] == "(", code["code"] if code else None):
            return f"{town} ({code['code']})" if code else town
    return code["code"] if code else _between_commas(text)


def _between_commas(text: str) -> str | None:
    """« Duval Sièges, Vesoul, 42 salariés »: a town that stands alone."""
    pieces = [piece.strip() for piece in re.split(r"[,;\n]|\s-\s", text)]
    towns = [piece for piece in pieces[1:] if piece[:1].isupper() and flat(piece) not in _EVERYDAY]
    large = [town for town in towns if any(commune.inhabitants >= 2_000 for commune in communes_named(town))]
    return large[0] if large else None


def _town(words: str, bracketed: bool, code: str | None) -> str | None:
    """The longest run of words that names a commune or a department; lower case only for larger towns.

    A village whose name is a single word is believed only beside the code of its department.
    """
    pieces = re.split(r"[ ]", words)
    for count in range(len(pieces), 0, -1):
        name = " ".join(pieces[:count]).strip(" ,.;")
        if len(name) < 2 or name.isdigit():
            continue
        capital = name[0].isupper()
        named = communes_named(name)
        here = [commune for commune in named if commune.department.code == code]
        commune = meant(here or named) or next(iter(named), None)
        sure = bool(here) or re.search(r"\w[- '’]\w{2}", name) or (commune and commune.inhabitants >= 200)
        if commune and ((capital and sure) or (commune.inhabitants >= 5_000 and len(name) > 4)):
            return name if capital or flat(name) not in _EVERYDAY else None
        if capital and not bracketed and flat(name) in _DEPARTMENT_NAMES:
            return name
    return None


def _made_today(text: str) -> str | None:
    """Countries of clauses that do not tell of customers."""
    clauses = [clause for clause in re.split(r"[,.;!?\n]", text) if not _SOLD.search(flat(clause))]
    return ", ".join(dict.fromkeys(country for clause in clauses for country in countries_in(clause))) or None


def _product(text: str) -> str | None:
    for match in (*_PRODUCT.finditer(text), *_MADE_ELSEWHERE.finditer(text)):
        said = _SHARE.sub("", _HOME.sub("", match["product"]))
        said = _PRODUCT_ENDS.sub("", f" {said}").strip()
        said = _before_place(said)
        said = _ARTICLE.sub("", said, count=1).strip(" ,'’-")
        if len(said) > 2 and not _GENERIC.fullmatch(flat(said)) and not _PLACE_ONLY.fullmatch(flat(said)):
            return said
    return None


def _before_place(said: str) -> str:
    """« nos assises de Pologne » without the country, « des sièges à Vesoul » without the town."""
    for match in re.finditer(
        r"(?i)\s+(?:de|du|des|d['’]|depuis|en|au|aux|à|a|from|in)\s*(?:la |l['’]|le |les )?(?=\S)", said
    ):
        rest = said[match.end() :]
        first = " ".join(rest.split()[:2])
        named = communes_named(rest) or communes_named(rest.split()[0])
        if (countries_in(first) and flat(first).startswith(flat(countries_in(first)[0])[:4])) or (
            named and rest[0].isupper()
        ):
            return said[: match.start()]
    return said


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
