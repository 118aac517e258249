"""How people name the lines of the form: « corrige l'e-mail », « effectif : 45 », « le budget c'est 1 M€ »."""

import re

from bot.catalogue.folding import flat
from bot.intake.form import FIELDS

_NAMES = {
    "company": "(?:nom (?:de (?:l |la |ma |notre )?)?)?(?:entreprise|societe|boite|start ?up|raison sociale|company)"
    "(?: name)?",
    "siren": "(?:numero (?:de )?)?(?:siren|siret)(?: ou siret)?(?: number)?",
    "contact": "contact|(?:mon |le )?nom(?: du contact)?|interlocuteur|personne a contacter|contact person|name",
    "email": "(?:adresse )?(?:e mail|email|mail|mel|courriel|electronique)(?: address)?",
    "phone": "(?:numero de )?(?:telephone|tel|portable|mobile)|numero|phone(?: number)?",
    "department": "departement|lieu|localisation|implantation|place|location|department",
    "town": "commune|ville|town|city",
    "address": "adresse(?: de l entreprise)?|address",
    "activity": "activite(?: naf)?|code naf|naf|ape|activity",
    "employees": "effectifs?|(?:nombre (?:de |d ))?(?:salaries|employes|collaborateurs)|head ?count|employees|staff",
    "product": "produits?(?: ou pieces)?|pieces|products?|parts",
    "operations": "operations?(?: industrielles)?|procedes?|industrial operations?|process(?:es)?",
    "made_today": "fabrique aujourd hui|fabrication actuelle|lieu de fabrication|pays(?: actuel)?|made today|origine",
    "stage": "avancement|stade|etape|stage",
    "investment": "investissement|budget|montant|investment|amount",
    "start": "demarrage|date(?: de demarrage)?|calendrier|debut|start(?: date)?|date",
    "jobs": "(?:nombre d )?emplois(?: crees)?|creations? d emplois?|embauches|recrutements|jobs",
    "needs": "besoins?|needs",
    "description": "description|projet|resume|project",
    "consent": "accord|consentement|consent",
}
_ALL = {key: re.compile(rf"(?:{pattern})") for key, pattern in _NAMES.items()}
_DETERMINERS = r"(?:l |le |la |les |mon |ma |mes |notre |nos |son |the |my |our )?"

_SAYS = (
    r"(?:(?:c['’ ]?est|[çc]a (?:sera|s['’ ]appelle)|ce sera|s['’ ]appelle|se nomme|sera|will be|is called|it['’]s)"
    r"(?: plut[ôo]t| donc| bien| de)?|[:=])"
)
_LINK = re.compile(rf"^(?:{_SAYS}|est(?: plut[ôo]t)?|à|en|par|to|is)\s+", re.IGNORECASE)
_STATES = re.compile(rf"^{_SAYS}\s+", re.IGNORECASE)
_FILLER = re.compile(r"^(?:(?:en fait|finalement|du coup|donc|plut[ôo]t|actually)\s+)+", re.IGNORECASE)
_IS = re.compile(r"^(?:est(?: plut[ôo]t)?|is)\s+(?=\S)")
_NO_VALUE = re.compile(
    r"(?:pas|plus|not|encore|toujours|deja|trop|tres|bien|quoi|qui|ou|combien|quel\w*|comment|obligatoire|necessaire|important|secret"
    r"|confidentiel\w*"
    r"|prive\w*|base\w*|situe\w*|install\w*|en (?:cours|creation)|what|who|where|how|which|based|located|private"
    r"|faux|fausse|mauvaise?|bone?|bonne|correct\w*|incorrect\w*|errone\w*"
    r"|wrong|right)\b"
)
_NAMES_ONLY = ("company", "contact")


def field_named(text: str) -> str | None:
    """The key of the field that a whole text names: « l'e-mail », « le nom de l'entreprise », its label."""
    said = re.sub(rf"^{_DETERMINERS}", "", flat(text))
    labels = {flat(label): field.key for field in FIELDS for label in (field.label.fr, field.label.en)}
    return labels.get(said) or next((key for key, pattern in _ALL.items() if pattern.fullmatch(said)), None)


def named_and_rest(text: str) -> tuple[str, str] | None:
    """The field that a text begins with and what is said of it: « e-mail : x@y.example », « le budget c'est 1 M€ »."""
    match = re.match(r"([^:=]{2,40}?)\s*[:=]\s*(\S.*)", text, re.DOTALL)
    if match and (key := field_named(match[1])):
        return key, match[2].strip()
    words = text.split()
    for count in range(min(6, len(words) - 1), 0, -1):
        if key := field_named(" ".join(words[:count])):
            return key, _LINK.sub("", " ".join(words[count:]))
    return None


def stated(text: str) -> tuple[str, str] | None:
    """The field that a short statement tells, and its value: « le produit c'est des hélices »."""
    words = text.split()
    for count in range(min(6, len(words) - 1), 0, -1):
        key, rest = field_named(" ".join(words[:count])), " ".join(words[count:])
        if key is None:
            continue
        rest = _FILLER.sub("", rest)
        link = _STATES.match(rest) or _IS.match(rest)
        value = rest[link.end() :].strip() if link else ""
        lower = key in _NAMES_ONLY and link is not None and _IS.match(rest) and not value[:1].isupper()
        return (key, value) if value and not lower and not _NO_VALUE.match(flat(value)) else None
    return None


def keys_stated(text: str) -> tuple[str, ...]:
    """The fields that the clauses of a sentence name and tell: « Léa Roux, et ma société c'est Duval »."""
    clauses = re.split(r"[,;.!\n]\s+(?:(?:et|and|mais|but)\s+)?|\s(?:et|and|mais|but)\s+", text)
    return tuple(told[0] for told in map(stated, clauses) if told)


def fields_mentioned(text: str) -> tuple[str, ...]:
    """The fields whose names stand in a question or a request, in the order of the form."""
    said = f" {flat(text)} "
    return tuple(key for key, pattern in _NAMES.items() if re.search(rf" (?:{pattern})s? ", said))
