"""What a sentence claims of a record: figures with what they count, natures, funders, places; true, false or not told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from bot.answers.concepts import Concept
from bot.catalogue.folding import fold
from bot.catalogue.formats import MONTHS_EN, MONTHS_FR
from bot.catalogue.models import AnyRecord, Nature, Page, Partner, Scheme
from bot.catalogue.places import regions_in, towns_in
from bot.search.analysis import stem_of, stems

NATIONAL = "France"
_NUMBER = r"\d{1,3}(?:[  ]\d{3})+(?:[.,]\d+)?|\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
_SPELLED = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "douze": 12,
    "onze": 11, "treize": 13, "quatorze": 14, "quinze": 15, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50,
    "soixante": 60, "cent": 100, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "ten": 10,
}  # fmt: skip
_SCALES = {
    "k": 1e3,
    "mille": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "million": 1e6,
    "md": 1e9,
    "milliard": 1e9,
    "billion": 1e9,
}
_FIGURE = re.compile(
    rf"(?P<pound>€\s?)?(?P<number>{_NUMBER}|\b(?:{'|'.join(_SPELLED)})\b)\s?"
    r"(?:(?P<scale>milliards?|millions?|billion|thousand|mille|md|m|k)(?![a-z]))?\s?(?:d'|de |of )?"
    r"(?P<unit>%|€|eur(?:os?)?\b|pour ?cents?\b|per ?cent\b|[a-z]+)?"
)
_MONTHS = {fold(name): at % 12 + 1 for at, name in enumerate((*MONTHS_FR, *MONTHS_EN))}
_DATE = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:er)?(?: et (?P<last>\d{{1,2}}))? )?(?P<month>{'|'.join(_MONTHS)}),? (?P<year>(?:19|20)\d\d)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ALIKE = (
    frozenset(map(stem_of, ("emploi", "emplois", "cdi", "postes", "poste", "embauches", "jobs"))),
    frozenset(map(stem_of, ("salaries", "salarie", "employes", "personnes", "employees", "people", "staff"))),
    frozenset(map(stem_of, ("ans", "an", "annees", "annee", "years", "year"))),
    frozenset(map(stem_of, ("mois", "months", "month"))),
    frozenset(map(stem_of, ("jours", "jour", "days", "day"))),
    frozenset(map(stem_of, ("heures", "heure", "h", "hours"))),
)
_MEASURES = {"%", "€", "year", "date", "month of a year", *(min(group) for group in _ALIKE[2:])}
_NO_UNIT = frozenset(
    "a et ou de du des d l la le les un une par pour en sur au aux and or of the in on for per to".split()
)
_NATURES: tuple[tuple[str, Nature], ...] = (
    (r"subventions?|grants?|dons?|subsid\w+", Nature.GRANT),
    (r"avances? (?:recup|rembours)\w*|repayable advances?", Nature.REPAYABLE_ADVANCE),
    (r"prets?|loans?|emprunts?", Nature.LOAN),
    (r"garanties?|guarantees?", Nature.GUARANTEE),
    (r"credits? d.?impots?|tax credits?", Nature.TAX_CREDIT),
    (r"exonerations?|exemptions?", Nature.EXEMPTION),
)
_BEING = r"(?:est|sont|etant|c ?'?est|is|are|being|serait|reste)\s+(?:bien |donc |en fait |toujours |really |indeed )?(?:pas |not )?(?:une?|des|de la|a|an|the|le|la|l')?\s*"
_PAID_BY = re.compile(
    r"(?:finance\w*|paye\w*|paie|verse\w*|propose\w*|gere\w*|porte\w*|accorde\w*|donne\w*|lance\w*|octroye\w*|distribue\w*|mene\w*|vient|anime\w*"
    r"|funded|paid|run|offered|given|aide|pret|subvention|dispositif|programme|credit|celui|celle|grant|loan|scheme)\s+(?:\w+\s){0,3}?(?:par|de|du|d'|des|by|from|of)\b"
    r"|\bqui (?:le |la |l'|les )?(?:finance|paye|paie|verse|gere|donne|propose|porte|accorde)"
)
_OF_ALL_FRANCE = re.compile(r"\bnationale?s?\b|partout en france|toute la france|nationwide|whole country|national")
_RESERVED = re.compile(r"reserve\w*|seulement|uniquement|only|que (?:pour|dans|en)\b")
_BOUND = re.compile(
    r"plafon|maxi|\bmax\b|jusqu|limit|au plus|a partir|minim|au moins|plancher|c ?'?est\b(?=\W*(?:bien |de |a |jusqu'a )?€? ?\d)|up to|ceiling|\bcap|at most|at least"
)
_ON_A_BOUND = re.compile(rf"{_BOUND.pattern}|\b(?:exig\w+|demand\w+|requi\w+|faut|mont\w+|va (?:a|jusqu))\b")
"""A claim on the bound itself: « exige 20 CDI », « monte à 10 M€ »."""
_AT_MOST = re.compile(r"au plus|maxim|\bmax\b|moins de|jusqu|plafon|limite|at most|up to|fewer|less than|ceiling")
_AT_LEAST = re.compile(r"au moins|minim|a partir|plus de|at least|more than")
_BETWEEN = re.compile(r"\d[^.;,]{0,12} (?:a|to|et|and) (?:€ ?)?\d")
_COMPANY_OF = re.compile(
    r"\b(?:une?|mon|ma|notre|l')\s?(?:entreprise|boite|societe|usine|pme|tpe|eti|atelier) (?:de|avec|a) \d+ "
    r"|\b(?:company|firm|factory|plant|sme|business) (?:of|with) \d+ |\b(?:an?|our) \d+[ -](?:person|people|employee)"
)
"""A company of so many people: how many it has is claimed of nobody else."""
_OWN_HEADS = re.compile(
    r"^\W*(?:(?:pour|avec|a|on est|nous sommes|with|at|for|et|donc|chez nous)\W+)*\d+ (?:salarie|employe|personne|pers\b|people|staff)"
    r"|\b(?:avec|with) (?:nos |mes |our )?\d+ (?:salarie|employe|personne|people|staff)"
)
"""The same, told bare: « 180 salariés, donc 25 % »."""
_CASE = re.compile(r"\b(?:si|s'il|if|when|quand|lorsque|pourvu que|provided|a condition)\b[^,;?!]*")
"""What is supposed, not claimed: « si notre CA est sous 50 M€ »."""
_LITTLE = 2  # things claimed of which a sentence speaks, up to which a field says it better
_ENOUGH_OF_A_PAGE = 2  # nobody named it
_FAR = 1000  # times
_SAME_THING = 2  # words in common
_ENOUGH = 1  # stems beside the names that a sentence must share with a claim on a number of things


class Verdict(Enum):
    """What a record says of a claim."""

    TRUE = "true"
    FALSE = "false"
    UNTOLD = "untold"


@dataclass(frozen=True)
class Figure:
    """A number and what it counts: `%`, `€`, `year`, or a stem."""

    value: float
    unit: str


@dataclass(frozen=True)
class Judgement:
    """A verdict and what bears it: a sentence of the record's text, or the name of what its fields say."""

    verdict: Verdict
    sentence: str = ""
    field: str = ""


def figures_of(text: str) -> tuple[Figure, ...]:
    """The figures of a text with what they count, in order."""
    return tuple(_figures(" ".join(fold(text).replace("’", "'").split())))


def _figures(folded: str) -> Iterator[Figure]:
    for match in _DATE.finditer(folded):
        day = int(match["day"] or match["last"] or 0)
        yield Figure(int(match["year"]) * 12 + _MONTHS[match["month"]], "month of a year")
        if day:
            yield Figure(float(f"{match['year']}{_MONTHS[match['month']]:02}{day:02}"), "date")
    folded = _DATE.sub(" ", folded)
    for match in _FIGURE.finditer(folded):
        number, unit = match["number"], match["unit"] or ""
        value = float(_SPELLED[number]) if number in _SPELLED else _value(number)
        scale = _SCALES.get((match["scale"] or "").removesuffix("s"), 1.0)
        if unit == "%" or unit.startswith(("pour cent", "pourcent", "per cent", "percent")):
            yield Figure(value, "%")
        elif unit in ("€", "eur", "euro", "euros") or match["pound"] or (scale > 1 and number not in _SPELLED):
            yield Figure(value * scale, "€")
        elif _YEAR.fullmatch(number):
            yield Figure(value, "year")
        elif unit and unit not in _NO_UNIT:
            yield Figure(value * scale, _unit_of(unit))


def _value(number: str) -> float:
    compact = re.sub(r"[  ]", "", number)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", compact):
        return float(compact.replace(",", ""))
    return float(compact.replace(",", "."))


def _unit_of(word: str) -> str:
    stem = stem_of(word)
    return next((min(group) for group in _ALIKE if stem in group), stem)


def judge(clause: str, record: AnyRecord, sentences: Sequence[str], about: Sequence[Concept]) -> Judgement:
    """The first thing that the record denies, else what it confirms, else untold.

    `sentences` say how things are; `about` is what the claim is on, the record's names left out.
    """
    bare = _without_names(clause, record)
    figures = [*_on_figures(bare, record, sentences, about)]
    judgements = list(figures)
    if isinstance(record, Scheme):
        judgements += [_on_nature(bare, record), _on_regions(clause, record)]
    if isinstance(record, Partner):
        judgements.append(_on_place(bare, record))
    said = {judgement.verdict for judgement in judgements}
    if Verdict.FALSE in said:
        return next(judgement for judgement in judgements if judgement.verdict is Verdict.FALSE)
    confirmed = [judgement for judgement in judgements if judgement.verdict is Verdict.TRUE]
    doubtful = any(judgement.verdict is Verdict.UNTOLD for judgement in figures)
    return confirmed[0] if confirmed and not doubtful else Judgement(Verdict.UNTOLD)


def _without_names(clause: str, record: AnyRecord) -> str:
    """The clause, folded, without the record's names: « Prêt Vert » does not claim to be a loan."""
    folded = " ".join(fold(clause).replace("’", "'").split())
    for name in sorted(record.names, key=len, reverse=True):
        folded = folded.replace(fold(name.split(" (")[0]), " ")
    for year in {year for name in record.names for year in _YEAR.findall(name)}:
        folded = folded.replace(f" {year} ", " ")
    return " ".join(folded.split())


def is_counted_otherwise(clause: str, told: Sequence[str], shown: Sequence[str]) -> bool:
    """Whether a figure of a clause stands nowhere in what is told, and a shown sentence counts the same thing otherwise.

    They speak of the same thing when they have two words in common.
    """
    held = {figure for sentence in told for figure in figures_of(sentence)}
    said, bounded = set(stems(clause)), bool(_ON_A_BOUND.search(fold(clause)))
    wrong = [figure for figure in _claimed(clause) if figure not in held]
    near = [sentence for sentence in shown if len(said.intersection(stems(sentence))) >= _SAME_THING]
    return any(_counts_otherwise(sentence, claimed, bounded=bounded) for claimed in wrong for sentence in near)


def _counts_otherwise(sentence: str, claimed: Figure, *, bounded: bool) -> bool:
    """Whether a sentence counts the same thing, and what is claimed is neither told nor within the bounds told.

    A claim that is `bounded` is on the bound itself.
    """
    values = [figure.value for figure in figures_of(sentence) if _is_alike(figure, claimed)]
    if not values or claimed.value in values:
        return False
    folded = fold(sentence)
    low = min(values) if _AT_LEAST.search(folded) or _BETWEEN.search(folded) else None
    high = max(values) if _AT_MOST.search(folded) or _BETWEEN.search(folded) else None
    within = (low is None or low <= claimed.value) and (high is None or claimed.value <= high)
    return bounded or (low is None and high is None) or not within


def _is_alike(figure: Figure, claimed: Figure) -> bool:
    """Whether two figures may count the same thing: « 1 € de banque pour 1 € » says nothing of 90 000 €."""
    far = claimed.unit == "€" and max(figure.value, claimed.value) > _FAR * min(figure.value, claimed.value)
    return figure.unit == claimed.unit and not far


def _claimed(clause: str) -> tuple[Figure, ...]:
    """The figures that a clause claims: not those of what it supposes, nor how many people its author has."""
    bare = _CASE.sub(" ", " ".join(fold(clause).replace("’", "'").split()))
    own = bool(_OWN_HEADS.search(bare) or _COMPANY_OF.search(bare))
    return tuple(figure for figure in _figures(bare) if not (own and figure.unit == _unit_of("salaries")))


def is_sum_done(clause: str, sentences: Sequence[str]) -> bool:
    """Whether two amounts of a claim are in the proportion of a rate that is told."""
    claims = figures_of(clause)
    told = [(sentence, figures_of(sentence)) for sentence in sentences]
    return any(_is_share(claimed, claims, told) for claimed in claims if claimed.unit == "€")


def _on_figures(
    bare: str, record: AnyRecord, sentences: Sequence[str], about: Sequence[Concept]
) -> Iterator[Judgement]:
    enough = _ENOUGH_OF_A_PAGE if isinstance(record, Page) else _ENOUGH
    told = [(sentence, figures_of(sentence)) for sentence in sentences]
    own = {figure.value for name in record.names for figure in figures_of(name) if figure.unit == "year"}
    own |= {float(year) for name in record.names for year in _YEAR.findall(name)}
    claims = tuple(figure for figure in _claimed(bare) if figure.unit != "year" or figure.value not in own)
    for claimed in claims:
        if claimed.unit == "€" and (_is_share(claimed, claims, told) or _may_be(claimed, bare, record)):
            continue
        bounded = bool(_ON_A_BOUND.search(bare))
        fields = _typed(record).get(claimed.unit, ())
        if claimed.unit == "%" and not bounded:  # the field is a ceiling
            fields = tuple((value, name) for value, name in fields if claimed.value >= value)
        yield _on_figure(claimed, about, fields, told, enough, bounded=bounded)
    heads = [figure.value for figure in _figures(bare) if figure.unit == _unit_of("salaries")]
    if not claims[1:] and isinstance(record, Scheme) and any(_too_many(record, value) for value in heads):
        yield Judgement(Verdict.FALSE, "", "who")


def _on_figure(
    claimed: Figure,
    about: Sequence[Concept],
    fields: Sequence[tuple[float, str]],
    told: Sequence[tuple[str, tuple[Figure, ...]]],
    enough: int,
    *,
    bounded: bool,
) -> Judgement:
    """Denied by the sentence that speaks most of what is claimed, when that counts the same thing otherwise."""
    bearing = [(_shared(about, s), s) for s, figures in told if claimed in figures]
    denying = [
        (_shared(about, s), s)
        for s, figures in told
        if claimed not in figures and _counts_otherwise(s, claimed, bounded=bounded)
    ]
    most_for = max(bearing, default=(0, ""), key=lambda pair: pair[0])
    most_against = max(denying, default=(0, ""), key=lambda pair: pair[0])
    in_fields = _field(fields, claimed)
    if fields and not bearing and not in_fields and most_against[0] <= _LITTLE:
        return Judgement(Verdict.FALSE, most_against[1], fields[0][1])
    if most_for[0] < most_against[0] == len(about) and (bearing or in_fields):
        return Judgement(Verdict.FALSE, most_against[1])
    if (in_fields or bearing) and most_for[0] == len(about):
        return Judgement(Verdict.TRUE, most_for[1], in_fields)
    if bearing:
        return Judgement(Verdict.UNTOLD)
    counted = claimed.unit not in _MEASURES and enough == _ENOUGH  # what is counted is named itself
    if denying and (most_against[0] >= enough or fields or counted):
        return Judgement(Verdict.FALSE, most_against[1])
    return Judgement(Verdict.FALSE, "", fields[0][1]) if fields else Judgement(Verdict.UNTOLD)


def _shared(about: Sequence[Concept], sentence: str) -> int:
    """Of how many of the things claimed a sentence speaks."""
    held = set(stems(sentence))
    return sum(concept.stands_in(held) for concept in about)


def _is_share(claimed: Figure, claims: Sequence[Figure], told: Sequence[tuple[str, tuple[Figure, ...]]]) -> bool:
    """« 20 000 € sur 100 000 € » is a sum done with a rate that is told."""
    rates = {figure.value / 100 for _, figures in told for figure in figures if figure.unit == "%"}
    sums = [other.value for other in claims if other.unit == "€" and other != claimed]
    return any(
        abs(a * rate - b) < 1 for rate in rates for one in sums for a, b in ((one, claimed.value), (claimed.value, one))
    )


def _may_be(claimed: Figure, bare: str, record: AnyRecord) -> bool:
    """An amount below the ceiling, when no ceiling or floor is spoken of."""
    if not isinstance(record, Scheme) or record.amount_max is None or _BOUND.search(bare):
        return False
    return (record.amount_min or 0.0) <= claimed.value < record.amount_max


def _field(fields: Sequence[tuple[float, str]], claimed: Figure) -> str:
    return next((name for value, name in fields if value == claimed.value), "")


def _typed(record: AnyRecord) -> dict[str, tuple[tuple[float, str], ...]]:
    """The typed figures of a record by unit, each with the aspect that states it."""
    if not isinstance(record, Scheme):
        return {}
    money = [
        (record.amount_max, "amount"),
        (record.amount_min, "amount"),
        (record.base_max, "base"),
        (record.base_min, "base"),
    ]
    return {
        "€": tuple((value, name) for value, name in money if value is not None),
        "%": ((record.rate_max, "rate"),) if record.rate_max is not None else (),
    }


def _too_many(scheme: Scheme, heads: float) -> bool:
    return scheme.headcount_max is not None and heads > scheme.headcount_max + 1


def _on_nature(bare: str, scheme: Scheme) -> Judgement:
    claimed = [nature for pattern, nature in _NATURES if re.search(rf"{_BEING}(?:{pattern})\b", bare)]
    if not claimed or not scheme.natures:
        return Judgement(Verdict.UNTOLD)
    held = bool(set(claimed) & set(scheme.natures))
    denied = bool(re.search(r"\bpas\b|\bnot\b", bare))
    return Judgement(Verdict.TRUE if held is not denied else Verdict.FALSE, field="nature")


def _on_regions(clause: str, scheme: Scheme) -> Judgement:
    folded = fold(clause)
    if not scheme.regions or Nature.ZONING in scheme.natures:  # a zone is a part of a region: ask of the commune
        return Judgement(Verdict.UNTOLD)
    national = NATIONAL in scheme.regions
    if _OF_ALL_FRANCE.search(folded):
        return Judgement(Verdict.TRUE if national else Verdict.FALSE, field="regions")
    named = " ".join(scheme.names)
    claimed = [region.name for region in regions_in(clause) if region not in regions_in(named)]
    if not claimed:
        return Judgement(Verdict.UNTOLD)
    if national:
        return Judgement(Verdict.FALSE if _RESERVED.search(folded) else Verdict.UNTOLD, field="regions")
    return Judgement(Verdict.TRUE if set(claimed) & set(scheme.regions) else Verdict.FALSE, field="regions")


def _on_place(bare: str, partner: Partner) -> Judgement:
    towns = towns_in(bare.title())
    if (
        not towns
        or not partner.town
        or not re.search(r"\b(?:est|c'est|a son siege|situe|base|siege|is|located|based|ne|born)\b", bare)
    ):
        return Judgement(Verdict.UNTOLD)
    held = any(town in fold(partner.town).replace("-", " ") for town in towns)
    return Judgement(Verdict.TRUE if held else Verdict.FALSE, field="where")


def claims_funder(clause: str) -> bool:
    """Whether a sentence says who pays or runs something."""
    return bool(_PAID_BY.search(" ".join(fold(clause).replace("’", "'").split())))
