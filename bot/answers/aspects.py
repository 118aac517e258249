"""Which side of its subject a question asks about: the amount, the rate, the dates, who can have it…"""

import re
from enum import StrEnum

from bot.answers.counting import asks_count
from bot.catalogue.folding import fold


class Aspect(StrEnum):
    """What is asked of a subject; the order of `_PATTERNS` settles which wins."""

    REPAYMENT = "repayment"
    CUMULATION = "cumulation"
    COMMITMENT = "commitment"  # may one order before the file is lodged
    RATE = "rate"
    BASE = "base"  # eligible spending: floor and ceiling
    FREE = "free"  # does the company pay at all
    COST = "cost"  # how much it pays
    DIFFERENCE = "difference"
    UPCOMING = "upcoming"
    OPEN = "open"
    DEADLINE = "deadline"
    PHONE = "phone"
    EMAIL = "email"
    CONTACT = "contact"
    LINK = "link"
    FUNDER = "funder"
    WHO = "who"
    AMOUNT = "amount"
    DURATION = "duration"
    WHAT_FOR = "what_for"
    HOW = "how"
    WHERE = "where"
    CERTIFICATION = "certification"
    DEFINITION = "definition"


_PATTERNS: tuple[tuple[Aspect, str], ...] = (
    (Aspect.REPAYMENT, r"rembours|rendre l.argent|a rendre|repa(?:y|id)|pay back|give back"),
    (Aspect.CUMULATION, r"cumul|combiner|additionner|en meme temps|tous les deux|toutes les deux|avoir les (?:2|deux)|stack|combine"),
    (
        Aspect.COMMITMENT,
        r"avant (?:de |d.)?(?:signer|commander|commencer|demarrer|acheter|deposer|le depot)|(?:deja|peut on|puis je) (?:signe|commande|commence|achete)"
        r"|devis signe|bon de commande|before (?:signing|ordering|applying|starting)",
    ),
    (Aspect.RATE, r"\btaux\b|pourcent|pour cent|\bla part (?:de|des)\b|(?<!a )(?<!de )\bpart d(?:u|es|e la|e l)\b|quelle part|quelle proportion|a quelle hauteur|a hauteur de (?:combien|quel)|en charge (?:a |de )?combien|%|\brate\b|percent|what share"),
    (
        Aspect.BASE,
        r"assiette|plancher|taille (?:de |d.|du |des )(?:projet|investissement|operation)|(?:project|investment) size|size of (?:the )?(?:project|investment)|montant (?:de |du |des )(?:travaux|projet|depenses|invest)|depenses? mini|invest\w* mini|minimum (?:de |d.)(?:depense|invest)|a partir de (?:combien|quel montant)|montant minimum|minimum spend",
    ),
    (Aspect.FREE, r"payant|gratuit|free of charge|\bfree\b|faut il payer|(?:est ce que|elle|il|cci) (?:fait|font) payer"),
    (Aspect.COST, r"\bcout(?!u)|(?:revient|reviendra\w*) a combien|(?:quel|prevoir(?: un| quel)?|mon|notre) budget|\bprix\b|tarif|reste a charge|a la charge|\bcost|\bprice|\bfees?\b|\bpayer\b|\bpays?\b.{0,20}(?:company|still)|(?:company|firm|we|i) (?:still )?pay"),
    (Aspect.DIFFERENCE, r"\bc(?: est)? (?:pareil|la meme chose)|same thing|differen|distingu|\bversus\b|\bvs\b|compare"),
    (Aspect.UPCOMING, r"prochain|a venir|y aura|aura t|aura lieu|\b(?:ouvrira|lancera|commencera|debutera|reviendra|rouvr\w+)\b|nouvelle (?:edition|session|promotion)|\bnext\b|upcoming|will (?:there|applications?|the)"),
    (
        Aspect.OPEN,
        r"\bencore\b|toujours|\bouvert(?:es?|s|ure)?\b|\bclos|\bfermee?s?\b|plus dispo|disponible|existe (?:t|tou)|still|\bopen\b|available|closed",
    ),
    (Aspect.DEADLINE, r"jusqu.?.? ?a? ?quand|jusqu a quand|date limite|deadline|echeance|cloture|date de fin|fin de|\bquand\b|quelles? dates?|\bwhen\b|until|what date|which dates?|\bdates?\b|quels? jours?|dernier delai|derniere limite|ca finit|prend.{0,6} fin|(?:s|se) arrete"),
    (Aspect.DURATION, r"duree|validite|valable (?:combien|jusqu)|combien (?:de |d )?(?:temps|ans?|an+e+s?|mois|semaines?|jours?|heures?|h)\b|how (?:long|many (?:years|months|weeks|days|hours))"),
    (Aspect.PHONE, r"telephon|\btel\b|\bnumero (?!siren|siret|de siren|de siret)|\bphone"),
    (Aspect.EMAIL, r"\be ?mails?\b|\bmails?\b|courriel"),
    (Aspect.CONTACT, r"contact|joindre|(?<!s )adresse|a qui (?:m|s|dois|puis|faut|parler|ecrire)|interlocuteur|who (?:do|should|can) (?:i|we) (?:call|ask|write|talk|speak)"),
    (Aspect.LINK, r"\bleurs? sites?\b|\blien\b|(?<!un nouveau )(?<!nouveau )(?<!d un )(?<!new )\bsite(?! (?:de prod|indus|exist|deja|actuel))(?: internet| web)?\b|page officielle|\burl\b|\blink\b|website"),
    (Aspect.FUNDER, r"qui (?:le |la |l |les )?(?:finance|donne|verse|attribue|propose|gere|paie|paye|octroie)|quel organisme|par qui|who (?:funds|pays|gives|runs|offers)"),
    (
        Aspect.WHO,
        r"pour qui|pour quel(?:le)?s? |qui peut|qui a droit|quelles? entreprises?|eligib|condition|critere|beneficiaire|ai je droit|ai droit|avons droit|a droit|concerne|reserve|\bfaite?s? pour\b|\bpour (?:moi|nous)$|who can|who is|eligible|\bappl(?:y|ies) to (?:us|me|my|our|compan)|^can (?:i|we|my|a)|(?:which|what kind of) (?:compan|firm|business)|what size|\btaille|\bsize|\bemployes?\b|\bemployees?|salarie|effectif|(?:est ce que|si) (?:je|on|nous) (?:peu[xt]|pouvons) (?:le |la |l |les )?(?:demander|avoir|obtenir|toucher)",
    ),
    (Aspect.AMOUNT, r"combien(?: (?:je |on |nous )?(?:peu\w+ |puis je )?(?:on |t on )?(?:prete\w*|emprunter|toucher|recevoir|obtenir|donne|verse)\b)?|\bprete(?: t (?:il|elle|on))? (?=jusqu|combien)|montant|quelles? sommes?|plafon|maximum|\bmax\b|jusqu.?.? ?a combien|quels? montants?|touche|how much|how big|amount|ceiling|\bcap\b|up to"),
    (Aspect.WHAT_FOR, r"finance (?:quoi|t|les|des|la|l)|que finance|quoi (?:sert|finance)|sert a|a quoi|couvre|quelles? depenses?|pour quoi|what (?:does|is) .* (?:for|cover|fund|pay)|cover"),
    (Aspect.HOW, r"comment|demarche|deposer|demander|candidat|postuler|obtenir|dossier|procedure|\bhow\b(?! (?:much|many|long|big|large))|apply(?! to (?:us|me|my|our|compan))"),
    (Aspect.WHERE, r"\b(?:c est|ca se passe|ca se trouve|ca a lieu) ou$|\bou\b(?= (?:se|est|sont|a|ont|trouver|faut|dois|puis))|^ou\b|\bville\b|quel lieu|\blieu\b|quel endroit|\bse situe|\bc ou\b|\bou$|\bwhere\b"),
    (Aspect.CERTIFICATION, r"certif|\bnormes?\b|accredit|\biso\b"),
    (Aspect.DEFINITION, r"c.?est quoi|qu.?est.?ce|c koi|definition|definir|signifie|veut dire|explique|presente|what is|what.s|meaning|tell me about"),
)  # fmt: skip
_COMPILED = tuple((aspect, re.compile(pattern)) for aspect, pattern in _PATTERNS)

HEADINGS: dict[Aspect, str] = {
    Aspect.REPAYMENT: r"combien|rembours|en bref",
    Aspect.CUMULATION: r"cumul|combien|verifier",
    Aspect.COMMITMENT: r"comment|demarche|quand",
    Aspect.RATE: r"combien|taux|montant",
    Aspect.BASE: r"combien|assiette|montant|depenses",
    Aspect.FREE: r"combien|cout|prix|tarif|gratuit",
    Aspect.COST: r"combien|cout|prix|tarif",
    Aspect.DIFFERENCE: r"differen|distin|en bref",
    Aspect.UPCOMING: r"date|quand|calendrier|20\d\d|prochain",
    Aspect.OPEN: r"en bref|date|quand|calendrier",
    Aspect.DEADLINE: r"date|quand|calendrier|en bref|comment|duree|20\d\d",
    Aspect.DURATION: r"duree|combien|calendrier|date|comment",
    Aspect.PHONE: r"contact|comment|qui",
    Aspect.EMAIL: r"contact|comment|qui",
    Aspect.CONTACT: r"contact|comment|qui",
    Aspect.LINK: r"lien|comment|contact",
    Aspect.FUNDER: r"en bref|qui",
    Aspect.WHO: r"pour qui|qui|condition|beneficiaire|eligib|critere",
    Aspect.AMOUNT: r"combien|montant|plafond",
    Aspect.WHAT_FOR: r"finance|depense|quoi|sert",
    Aspect.HOW: r"comment|demarche|etape|candidat|demande",
    Aspect.WHERE: r"\bou\b|lieu|date",
    Aspect.CERTIFICATION: r"certif|label",
    Aspect.DEFINITION: r"en bref|presentation|c.est quoi|definition|qu.est",
}
"""Words of section headings under which staff usually answer each aspect."""

_BARE = re.compile(
    r"quand|qui|ou|comment|encore|toujours|combien (?:de |d )?[a-z]+|when|who|where|how|still|how (?:long|many [a-z]+)"
)
_COMPLEMENT = re.compile(
    r"\b(?:taux|montants?|plafonds?|prix|couts?|tarifs?|dates?|delais?|duree|part|frais|seuils?|budget|numero|adresse|chiffre|quand)"
    r" (?:de la |de l |du |des |de |d )?([a-z0-9]+)"
    r"|\bpour quel(?:le)?s? ([a-z]+)|\bcombien (?:il )?(?:y )?(?:en )?(reste|manque)\b|\b([a-z]+) (?:rates?|price|costs?|fees?|date|number|amount)\b"
)
_OF_THE_SIDE = frozenset("mail email electronique limite maximum max maximal minimum mini un une".split())
"""Words that make no other side of it: « adresse mail », « date limite »."""

NUMERIC = frozenset({Aspect.RATE, Aspect.BASE, Aspect.COST, Aspect.AMOUNT})


def aspects_of(question: str) -> tuple[Aspect, ...]:
    """Every aspect that the question asks for, most specific first; a count ("combien de projets") is no aspect."""
    folded = _flat(question)
    found = tuple(aspect for aspect, pattern in _COMPILED if pattern.search(folded))
    if asks_count(question) or Aspect.DURATION in found:
        return tuple(aspect for aspect in found if aspect is not Aspect.AMOUNT)
    return found


def complements_in(question: str) -> frozenset[str]:
    """Words that make a side of the subject another one: « intérêt » in « taux d'intérêt »."""
    found = (word for match in _COMPLEMENT.finditer(_flat(question)) for word in match.groups() if word)
    return frozenset(found) - _OF_THE_SIDE


def spelled_out(question: str) -> frozenset[Aspect]:
    """The aspects that a word of their own asks for (« le taux »), not only a question word (« quand », « qui »)."""
    folded = _flat(question)
    return frozenset(
        aspect
        for aspect, pattern in _COMPILED
        if any(not _BARE.fullmatch(match[0]) for match in pattern.finditer(folded))
    )


def aspect_words(question: str) -> frozenset[str]:
    """The words by which the aspects are asked for: « reste », « à » and « charge » of « reste à charge »."""
    folded = _flat(question)
    asked = (match for _, pattern in _COMPILED for match in pattern.finditer(folded))
    return frozenset(word for match in asked for word in _whole_words(folded, match.start(), match.end()))


def _whole_words(text: str, start: int, end: int) -> list[str]:
    begin, stop = text.rfind(" ", 0, start) + 1, text.find(" ", end)
    return text[begin : stop if stop >= 0 else len(text)].split()


def _flat(question: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9%]+", " ", fold(question)).split())
