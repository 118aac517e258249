"""What kind of thing a question expects (a price, a rate, a date, names…), and whether a sentence shows one.

« Quel est le prix ? » is not answered by a grant's ceiling: a question that expects a kind of thing of which the
record shows none is most likely not answered by it.
"""

import re
from enum import StrEnum
from functools import lru_cache

from bot.catalogue.folding import REMEMBERED, fold
from bot.catalogue.formats import MONTHS_EN, MONTHS_FR
from bot.search.analysis import words


class Kind(StrEnum):
    """Kinds of things that can be asked for and recognised."""

    TURNOVER = "turnover"  # of a company
    INTEREST = "interest"  # of a loan
    RATE = "rate"
    PRICE = "price"  # what the company pays
    CAP = "cap"  # at most how much
    TOTAL = "total"  # what there is for everybody
    SPENDING = "spending"  # how much the company must invest
    AMOUNT = "amount"
    COMING = "coming"  # what is still to come
    DATE = "date"
    DURATION = "duration"
    PHONE = "phone"
    EMAIL = "email"
    NAMES = "names"
    COUNT = "count"


_UNITS = r"(?:heures?|h|jours?|semaines?|mois|ans?|an+e+s?)"
_ASKED: dict[Kind, tuple[str, ...]] = {
    Kind.TURNOVER: (r"(?:quel|combien|how).*chiffre d affaires?|chiffre d affaires? (?:de|d) |\bturnover\b",),
    Kind.INTEREST: (
        r"\binterets?\b|\binterest\b|taux (?:fixe|variable|d emprunt)|a quel(?:le)? taux|\bkel taux|cout du credit",
    ),
    Kind.RATE: (
        r"\btaux\b|pourcent|pour cent|\b(?:quel(?:le)?|la) part\b|(?<!a )(?<!de )\bpart d(?:u|es|e la|e l)\b|proportion|%|\brates?\b|percent|what share",
    ),
    Kind.PRICE: (
        r"\bcout(?!u)|\bprix\b|\bpri\b|tarif|\bcher\b|\bpayer\b|cotis(?!ations? (?:fonciere|sociale|patronale))",
        r"adhesion|\bfrais\b|factur(?:er|ent|ez|ation)|factur\w* (?:a |combien)|loyer|(?:revient|reviendra\w*) a combien",
        r"(?:je|on|nous|entreprise|pme|a|reste|faut(?: il)?) (?:me |nous |la |le |l )?(?:pay\w*|paie)",
        r"(?:quel|prevoir|un|mon|notre) budget|reste a charge|a (?:ma|notre|sa) charge",
        r"\bcosts?\b|\bprices?\b|\bfees?\b|(?:i|we|company) pay",
    ),
    Kind.TOTAL: (
        r"enveloppe|dotation|\bdote(?:e|es|s)?\b|(?:montant|budget) (?:total|global|annuel)|combien y a t il (?:en tout )?dans"
        r"|\bdedans\b|dispose t (?:il|elle)|total (?:amount|budget|size)",
    ),
    Kind.SPENDING: (
        r"assiette|plancher|minimum|\bmini\b|au moins|a partir de (?:combien|quel)|invest\w* (?:requis|exige)",
        r"at least|require",
    ),
    Kind.CAP: (
        r"plafon|maximum|maximal|\bmax\b|au plus|au mieux|jusqu (?:a |ou )(?!quand|quel(?:le)?s? (?:date|jour|heure|annee|mois))|jusqu.?a combien",
        r"ceiling|\bcap\b|up to|at most",
    ),
    Kind.AMOUNT: (
        r"montant|quelles? sommes?|amount|quel total",
        r"combien (?:donne|touche|verse|prete|finance|rend|rapporte|de subvention|d aide|d euro|d argent|pour)",
        r"combien (?:de |d )(?:depenses?|frais|fonds|budget|tresorerie|credits?)\b",
        r"(?:quel(?:le)?s? (?:est |sont )?(?:le |la |les )?|combien gagne |\bun )(?:salaires?|remunerations?)\b|\bsalary\b|\bwages?\b",
        r"combien (?:peut|puis|je|on|il|elle|ca|l|le|la)\b",
        r"(?:donne|touche|verse|prete|rapporte|finance|aide|subvention\w*|recuper\w*|obtenir) (?:de )?combien",
        r"(?:cest|c est|euros?|ca fait) combien",
    ),
    Kind.COMING: (
        r"prochain|nouvelle (?:edition|session|promotion)|annee prochaine|l an prochain|a venir|futur",
        r"\b(?:aura|sera|ouvrira|commencera|lancera|debutera|reviendra|rouvr\w+)\b|\bnext\b|upcoming|\bwill\b",
    ),
    Kind.DATE: (
        r"\bquand\b|\bdates?\b|quels? jours?|echeance|en quelle annee|quel mois|depuis quand",
        r"deadline|\bwhen\b|until|dernier delai|derniere limite",
    ),
    Kind.DURATION: (
        rf"combien (?:de |d )?(?:temps|{_UNITS})\b|\bduree|(?<!dernier )\bdelais?\b|\bdure\b|\bvalidite",
        r"how (?:long|many (?:years|months|weeks|days|hours))",
    ),
    Kind.PHONE: (r"telephon|\btel\b|\bnumero\b(?! (?:de )?(?:siren|siret|dossier))|\bphone",),
    Kind.EMAIL: (r"\be ?mails?\b|\bmails?\b|courriel",),
    Kind.NAMES: (
        r"qui a (?:gagne|remporte|recu)|\blaureats?\b|gagnants?|\bcite|qui sont les",
        r"\bliste (?:de|des) |\bnoms? (?:de|des|d|du)\b|^qui est\b|comment s appelle",
        r"quel(?:le)?s? (?:entreprises?|societes?|projets?|boites?)\b(?!.*\bdroit\b).*\b(?:ont|a|compos\w+|etai\w+|retenu\w*)\b",
        r"who won|\bnames? (?:of|one|a)|which (?:companies|projects|firms)",
        r"^(?:(?:a|en|et|alors|chez) (?:\w+ )?)?(?:qui|who) (?:(?!nous|vous|me|te)\w+ )?(?:suit|dirige|preside|coordonne|anime|pilote|s occupe de|est (?:le |la )?responsable|is in charge|runs|leads|chairs|heads)\b",
    ),
}
_COMPILED = tuple((kind, re.compile("|".join(patterns))) for kind, patterns in _ASKED.items())
_PREVAILS: tuple[tuple[Kind, frozenset[Kind]], ...] = (
    (Kind.INTEREST, frozenset({Kind.RATE, Kind.PRICE})),
    (Kind.RATE, frozenset({Kind.PRICE, Kind.COUNT})),
    (Kind.DURATION, frozenset({Kind.AMOUNT, Kind.CAP, Kind.SPENDING, Kind.COUNT})),
    (Kind.COUNT, frozenset({Kind.CAP, Kind.SPENDING})),
    (Kind.TOTAL, frozenset({Kind.CAP, Kind.AMOUNT, Kind.PRICE})),
)
"""A question of the first kind uses the words of the others too: « combien », « au plus », « quelle part du coût »."""
_QUANTITIES = frozenset(
    {Kind.INTEREST, Kind.RATE, Kind.PRICE, Kind.TOTAL, Kind.CAP, Kind.SPENDING, Kind.AMOUNT, Kind.DURATION}
)
_HOW_MUCH = re.compile(r"\bcombien\b|how much")

_MONEY = r"(?:\d[\d ,.]*(?:€|k€|m€|md€|euros?|millions? d)|€\d)"
_SHARE = r"(?:\d ?%|\bmoitie\b|\btiers\b|\bquarts?\b)"
_PERCENT = rf"(?:{_SHARE}|taux (?:zero|nul))"
_PRICE = r"(?:cout|prix|tarif|payant|pay[ae]|paie|charge|cotis|factur|reste|frais|loyer|\bloue\b|commission|adhesion)"
_FLOOR = r"(?:au moins|minim|plancher|a partir|plus d|superieur|\bde\b.*\b(?:a|et)\b|entre|depass|seuil|demande)"
_TOTAL = r"(?:total|enveloppe|budget|\bdot(?:e|ee|ation)\b|dispose)"
_CHARGED = r"\b(?:coute(?:nt)?|tarif|commission|cotisation)"  # « coûte 0,8 % », not « 50 % du coût »
_CAP = r"(?:jusqu|up to|at most|plafon|maxim|au plus|limite|\bmax\b|atteint|atteindre|depasse|plus de|\d[^a-z]{0,4}m?(?: €)? (?:a|et) (?=\d))"
_MONTHS = "|".join(fold(month) for month in (*MONTHS_FR, *MONTHS_EN))
_SHOWN: dict[Kind, str] = {
    Kind.TURNOVER: rf"chiffre d.affaires.*{_MONEY}|{_MONEY}.*(?:chiffre d.affaires|de ca\b)",
    Kind.INTEREST: r"\btaux\b.*(?:\d ?%|zero|nul)|sans interet|\binterets?\b.*\d|\d ?%.*\binterets?\b",
    Kind.RATE: _PERCENT,
    Kind.PRICE: rf"gratuit|offert|sans frais|pris\w* en charge|ne paie|{_PRICE}.*{_MONEY}|{_MONEY}.*{_PRICE}|{_CHARGED}\b[^.]*\d ?%",
    Kind.CAP: rf"{_CAP}.*(?:{_MONEY}|{_SHARE})|(?:{_MONEY}|{_SHARE}).*(?:au plus|maxim|plafon|at most)",
    Kind.TOTAL: rf"{_TOTAL}.*{_MONEY}|{_MONEY}.*{_TOTAL}",
    Kind.SPENDING: rf"{_FLOOR}.*(?:{_MONEY}|\d ?%|\d+ (?:salarie|emploi|cdi|ans?|mois))",
    Kind.AMOUNT: rf"{_MONEY}|{_SHARE}",
    Kind.DATE: rf"\b(?:{_MONTHS})\b|\b(?:19|20)\d\d\b(?![^(]*\))|fil de l.eau|toute l.annee|\d{{1,2}}/\d{{1,2}}"
    rf"|\b(?:lun|mar|mercre|jeu|vendre|same)di\b|dimanche|(?:chaque|tous les|toutes les) {_UNITS}|(?:au bout|apres) (?:de )?\d+ {_UNITS}",
    Kind.DURATION: rf"\d+ ?(?:{_UNITS})\b|\b(?:un|une|deux|trois|quatre|cinq|six|dix|douze) {_UNITS}\b",
    Kind.PHONE: r"\b0\d(?:[ .]?\d\d){4}\b|\b39 ?\d\d\b|\+33",
    Kind.EMAIL: r"\w@\w",
}
_PATTERNS = {kind: re.compile(pattern) for kind, pattern in _SHOWN.items()}
_SPENT = re.compile(
    r"d.invest\w+|de depenses|chiffre d.affaires|assiette|\bbilan\b|au total|de budget|depenses? (?:eligible|minimum)"
)
_IN_EUROS = re.compile(r"montant|amount|euro|(?<!nous )sommes?\b|plafon|ceiling|argent")
_CEILING = re.compile(r"plafon|ceiling")
_PROPER = re.compile(r"(?<=[a-zà-ÿ,;:] )[A-ZÀ-Ý][\w'’-]{2,}")
_YEAR = re.compile(r"\b20\d\d\b")
_NEXT, _UNTIL = re.compile(r"prochain|nouvelle|\bnext\b"), re.compile(r"\bjusqu|\buntil\b")
_UNIT_ASKED = re.compile(rf"combien (?:de |d )?({_UNITS})\b|how many (years|months|weeks|days|hours)")
_UNIT_FRENCH = {"years": "an", "months": "mois", "weeks": "semaine", "days": "jour", "hours": "heure"}


@lru_cache(REMEMBERED)
def expected(question: str, *, counted: bool) -> tuple[Kind, ...]:
    """The kinds of things that a question expects, the most telling first; `counted` when things are to be counted."""
    said = " ".join(re.sub(r"[^a-z0-9%]+", " ", fold(question)).split())
    found: set[Kind] = {kind for kind, pattern in _COMPILED if pattern.search(said)}
    if counted:
        found = found - {Kind.AMOUNT, Kind.PRICE} | {Kind.COUNT}
    elif not found & _QUANTITIES and _HOW_MUCH.search(said):
        found.add(Kind.AMOUNT)
    for kind, others in _PREVAILS:
        if kind in found and not (kind is Kind.DURATION and _IN_EUROS.search(said)):
            found -= others
    return tuple(kind for kind in Kind if kind in found)


def shows(kind: Kind, sentence: str, question: str, year: int) -> bool:
    """Whether a sentence shows a thing of that kind; `year` is the current one, `question` may name a unit.

    Names are those that the question does not hold; counts are the business of `answers.counting`.
    """
    folded = fold(sentence)
    if kind is Kind.COMING:
        wanted = [named for named in _YEAR.findall(question) if int(named) > year]
        told = [int(found) for found in _YEAR.findall(folded)]
        if wanted:
            return any(int(named) in told for named in wanted)
        if _NEXT.search(fold(question)) and _UNTIL.search(folded):
            return False  # the end of this edition is no date of the next one
        return "prochain" in folded or any(found > year for found in told)
    if kind is Kind.NAMES:
        return bool(names_in(sentence, question))
    if kind in (Kind.AMOUNT, Kind.CAP) and (_SPENT.search(folded) or (_in_euros(question, folded))):
        return False
    if not _PATTERNS[kind].search(folded):
        return False
    return kind is not Kind.DURATION or _in_unit(folded, question)


def _in_euros(question: str, folded: str) -> bool:
    """Whether euros are asked for and not shown; a ceiling may be a share when the sentence calls it so."""
    asked = _IN_EUROS.findall(fold(question))
    share = "plafon" in folded and all(map(_CEILING.match, asked))
    return bool(asked) and not share and not re.search(_MONEY, folded)


def names_in(sentence: str, question: str) -> list[str]:
    """Words with a capital inside a sentence that the question does not hold."""
    said = set(words(question))
    return [name for name in _PROPER.findall(sentence) if not said.issuperset(words(name))]


def _in_unit(folded: str, question: str) -> bool:
    """« Combien de jours ? » is answered in days; any other question of duration in any unit."""
    asked = _UNIT_ASKED.search(" ".join(re.sub(r"[^a-z0-9]+", " ", fold(question)).split()))
    if not asked:
        return True
    unit = _UNIT_FRENCH.get(asked[2] or "", (asked[1] or "").rstrip("s"))
    if re.fullmatch(r"an(?:n+e+)?", unit):
        return bool(re.search(r"\d ?(?:ans?|annees?|mois)\b|\b(?:un|deux|trois|cinq|dix) ans?\b", folded))
    return bool(re.search(rf"\b(?:\d+|un|une|deux|trois|quatre|cinq|six|sept|dix|douze) ?{unit}s?\b", folded))
