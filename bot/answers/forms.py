"""The form of a question (how many, since when, who, why, yes or no…), and whether a sentence is of use to it."""

import re
from collections.abc import Iterator
from enum import StrEnum

from bot.answers.aspects import Aspect
from bot.answers.evidence import Evidence
from bot.answers.expecting import Kind
from bot.answers.refusing import says_to_check, says_unknown
from bot.answers.showing import is_shown
from bot.answers.signals import Sought
from bot.catalogue.folding import flat, fold
from bot.catalogue.models import AnyRecord


class Form(StrEnum):
    """What would answer."""

    WHY = "why"
    AGAIN = "again"  # more than once
    AGE = "age"  # since when a company must exist
    COUNT = "count"
    DURATION = "duration"
    REPAYMENT = "repayment"  # over how long
    DATE = "date"
    ENDING = "ending"  # until when
    RATE = "rate"
    CONTACT = "contact"
    MONEY = "money"
    NAMES = "names"
    PERSON = "person"
    PLACE = "place"
    COUNTRY = "country"
    STANDARD = "standard"  # a norm, a certificate, a label
    PAPER = "paper"  # an official form
    ANYTHING = "anything"


_WHICH = r"\b(?:quel(?:le)?s?|kel(?:le)?s?|which|what)"
_ROLE = (
    r"(?:presid\w+|dirige\w*|responsables?|direct(?:eur|rice)\w*|patron\w*|elue?s?|chef\w*|coordonn\w+|coordinat\w+"
    r"|anim(?:e|ait|ent|ateur\w*)|ministre\w*|coachs?|chairs?|heads?|leads?|membres?|members?|sits|prenoms?|suit)"
)
_TYPED = {
    Form.WHY: r"\bpour ?quoi\b|\bpk\b|\bwhy\b|\braisons?\b",
    Form.AGAIN: r"\b(?:deuxieme|2eme|seconde?) (?:fois|demande|dossier)|\bune? seconde?$|\brefaire\b|de nouveau"
    r"|\btwice\b|\b(?:combien de|2|deux|plusieurs) fois\b|a second time|de suite\b",
    Form.AGE: r"\b(?:cree?e?s?|existe\w*|jeunes?)\b.*\b(?:depuis|il y a|temps|ans|mois|assez)\b|\banciennete\b"
    r"|\b(?:depuis|il y a) .* (?:ans|mois)\b.*\bcree|\bage d(?:e l)? entreprise|\bfaut quel age"
    r"|\bquel age\b.*\b(?:faut|boite|entreprise)\b|\bannees? d (?:activite|existence)\b|\bexister depuis\b",
}
"""Recognised before the kind of thing that is expected, in the words as they were typed."""
_UNDERSTOOD = {
    Form.PERSON: rf"(?:^|\. |\b(?:est|c|savoir|dire|connaitre) )(?:qui|ki|who) (?:\w+ ){{0,3}}{_ROLE}\b"
    rf"|\bnoms? (?:\w+ ){{0,3}}{_ROLE}\b|{_WHICH} {_ROLE}\b",
    Form.PLACE: rf"{_WHICH} (?:villes?|communes?|lieux?|adresses?|town|city|place)\b"
    r"|\bou (?:se|est|sont|a|ont|ca)\b",
    Form.COUNTRY: rf"{_WHICH} (?:pays|country|countries)\b",
    Form.STANDARD: rf"{_WHICH} (?:normes?|certif\w+|labels?|standards?)\b",
    Form.PAPER: rf"{_WHICH} (?:formulaires?|imprimes?|cerfa|cases?|forms?)\b",
}
"""Recognised when no kind of thing is expected."""
_KINDS = {
    Form.COUNT: (Kind.COUNT,),
    Form.DURATION: (Kind.DURATION,),
    Form.DATE: (Kind.COMING, Kind.DATE),
    Form.RATE: (Kind.INTEREST, Kind.RATE),
    Form.CONTACT: (Kind.PHONE, Kind.EMAIL),
    Form.MONEY: (Kind.CAP, Kind.PRICE, Kind.SPENDING, Kind.AMOUNT, Kind.TOTAL, Kind.TURNOVER),
    Form.NAMES: (Kind.NAMES,),
}
_QUANTITY = re.compile(
    r"\bcombien\b|\bcb\b|\bhow (?:much|many|big|large)\b|montant|\bprix?\b|tarif"
    r"|\bcout(?!u)|\btaux?\b|pourcent|\bparts?\b"
    r"|plafond|\bmax|\bmini|frais de doss?i|payer|budget|enveloppe|\bcher\b|gratuit|payant|chiffre|assiette|plancher"
    r"|salaires?\b|remuneration|salary|wage|jusqu|depenses|\bcosts?\b|\bprice|\bfee|\brate|amount|ceiling|\bcap\b|\bshare\b|percent|turnover"
    r"|interet|interest|%"
)
"""Without one of these, « ça paye les murs ? » asks for a yes or a no."""
_UNTIL = re.compile(
    r"jusqu|limite|deadline|until|echeance|\bfin\b|finit|\bs arr?ete|termin|clotur|dernier delai|by (?:what|which|when)"
)
_NOUN = re.compile(rf"{_WHICH} (\w+)")

_SHOWN = {
    Form.WHY: r"\bcar\b|\bparce\b|\bpuisqu|en raison|\bafin\b|a cause|grace a|faute de|\bdonc\b|motif|raison|repond a"
    r"|suite a|apres (?:le|la|l|une?) |\bpour (?:que|\w+(?:er|ir|re))\b|besoin",
    Form.AGAIN: r"\bune? seule?\b|\bseule? fois|(?:une|deux) fois|tou(?:te)?s les|par an\b|plusieurs|renouvel|deja",
    Form.AGE: r"\b(?:a|ont|existe) (?:au moins|plus de|moins de|au plus) \w+ (?:ans?|mois)\b"
    r"|\bcree?e?s?\b.*\b(?:ans|mois|depuis)\b|anciennete|d existence|d activite|\bexiste\b|\bage\b|immatricul"
    r"|exercices?\b|jeunes?\b|(?:plus|moins) d(?:e )?\w+ (?:ans?|mois|bilans?|exercices?)\b",
    Form.REPAYMENT: r"rembours|differe|duree|\bva de\b|repa(?:y|id)",
    Form.ENDING: r"jusqu|\bfin\b|clos|clot|termin|limite|avant le|au plus tard|fil de l eau|until|closed|arret|expire"
    r"|valable|toute l annee|\bfinit|depot",
    Form.COUNTRY: r"\b(?:chine|vietnam|italie|espagne|portugal|allemagne|pologne|turquie|maroc|tunisie|roumanie|inde"
    r"|asie|bangladesh|slovaquie|hongrie|japon|taiwan|coree|etats unis|royaume uni|suisse|belgique|europe de l est)\b",
    Form.STANDARD: r"\b(?:iso|en|nf|rge|afnor|norme|label|certif\w+)\b",
    Form.PAPER: r"\b(?:formulaire|imprime|cerfa)\b|\bn ?[o°]? ?\d{3,}",
}
_NAMED = {
    Form.PERSON: re.compile(r"\b[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)? [A-ZÀ-Ý][a-zà-ÿ]+"),
    Form.PLACE: re.compile(r"(?:\bà|\bau|\baux|\bde|\bd'|\bdans) ?(?:l'|la |le |les )?([A-ZÀ-Ý][\w'’-]+)"),
}
_NONE = re.compile(r"\bne (?:verse|paie|finance|donne|rembourse)\w* (?:pas|rien|aucun)|gratuit|sans frais|offert")


def form_of(sought: Sought, question: str) -> Form:
    """The form of a question, as it was typed and as it was understood."""
    typed = flat(question)
    said = f"{typed} . {flat(sought.said)}"
    before = (form for form, pattern in _TYPED.items() if re.search(pattern, typed))
    after = (form for form, pattern in _UNDERSTOOD.items() if re.search(pattern, said))
    return next((form for forms in (before, _by_kind(sought, said), after) for form in forms), Form.ANYTHING)


def _by_kind(sought: Sought, said: str) -> Iterator[Form]:
    for form, kinds in _KINDS.items():
        if not set(kinds).intersection(sought.kinds):
            continue
        if form is Form.DURATION and Aspect.REPAYMENT in sought.aspects:
            yield Form.REPAYMENT
        elif form is Form.DATE and Aspect.DEADLINE in sought.aspects and _UNTIL.search(said):
            yield Form.ENDING
        elif form is Form.NAMES and re.search(_UNDERSTOOD[Form.PERSON], said):
            yield Form.PERSON
        elif form not in (Form.MONEY, Form.RATE) or _QUANTITY.search(said):
            yield form


def nouns_asked(sought: Sought) -> frozenset[str]:
    """The words just after « quel »: « norme » of « selon quelle norme »."""
    return frozenset(_NOUN.findall(flat(sought.said)))


def is_country(name: str) -> bool:
    """Whether it is a foreign country that productions come back from."""
    return bool(re.search(_SHOWN[Form.COUNTRY], flat(name)))


def serves(form: Form, text: str, sought: Sought, record: AnyRecord, evidence: Evidence) -> bool:
    """Whether a sentence of a record shows what a question of that form asks for."""
    if says_unknown(text) or says_to_check(text):
        return False
    if form in _SHOWN and not re.search(_SHOWN[form], flat(text)):
        return False
    known = fold(" ".join((sought.said, record.title, *record.names)))
    if form in _NAMED:
        return any(fold(name) not in known for name in _NAMED[form].findall(text))
    asked = next((kind for kind in sought.kinds if kind in _kinds_of(form)), None)
    none = asked in (Kind.AMOUNT, Kind.CAP) and bool(_NONE.search(flat(text)))
    return asked is None or none or is_shown(asked, text, sought, record, evidence)


def _kinds_of(form: Form) -> tuple[Kind, ...]:
    broader = {Form.REPAYMENT: Form.DURATION, Form.ENDING: Form.DATE}
    return _KINDS.get(broader.get(form, form), ())
