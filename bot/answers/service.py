"""What people ask of the service itself without naming it: « c'est pour moi votre truc ? », « combien ça coûte de
participer ». Each side of it has one full question, which the knowledge answers like any other.
"""

import re

from bot.catalogue.folding import flat

_LIKE_US = r"(?:une?|des) (?:boite|entreprise|pme|tpe|societe|atelier|gens)s? comme (?:moi|nous|la (?:mienne|notre)|les? notres?)\b"
_PAPERS = r"(?:documents?|papiers?|pieces?|justificatifs?|kbis|bilans?|business plan|bp|liasse|paperwork|papers?)"
_GIVING = r"(?:fournir|joindre|envoyer|preparer|prevoir|demand\w+|faut|besoin|provide|need|attach|send|prepare)"
_DOCUMENTS = (
    rf"\b{_PAPERS} (?:\w+ ){{0,3}}{_GIVING}\b|\b{_GIVING} (?:\w+ ){{0,4}}{_PAPERS}\b|\b{_PAPERS} (?:a|necessaires|requis|required)\b"
    r"|\b(?:faut|dois|doit|devons) (?:il |je |on |nous )?(?:\w+ )?(?:fournir|envoyer|preparer|joindre)\b"
)
_SAID_HERE = (
    r"(?:donnees|messages?|infos?|informations?|chiffres|reponses|echanges|conversations?|data|answers|details)"
)
_KEPT = r"(?:gard\w+|conserv\w+|stock\w+|enregistr\w+|vont|partag\w+|transmi\w+|confidenti\w+|lus?|lues|kept|keep|stored?|shared?|saved?|protect\w*)"
_DATA = (
    rf"\b(?:mes|nos|les|ces|vos|my|our|the) {_SAID_HERE}\b (?:\w+ ){{0,8}}{_KEPT}\b|\b{_KEPT} (?:\w+ ){{0,3}}{_SAID_HERE}\b"
    rf"|\b(?:faites|fais|fait|do) (?:\w+ )?(?:de |des |with )(?:mes|nos|ces|my|our) {_SAID_HERE}\b|\brgpd\b|\bgdpr\b|\bdata protection\b"
    r"|\b(?:peur|risque|veu\w+ pas|want) (?:\w+ ){0,5}(?:fuite\w*|sache\w*|leak\w*)\b"
)
_TRUST = (
    r"\b(?:tu|vous|you) (?:\w+ ){0,3}(?:invent\w+|hallucin\w+|mens|mentez|mak(?:e|ing) (?:\w+ ){0,2}up|lie|lying)\b"
    r"|\b(?:me |nous |se |s y )(?:fier|fie)\b|\b(?:vous|te|you) (?:croire|faire confiance)\b|\bcroire (?:a )?(?:vos|tes|ces|les|ce que)\b|\b(?:faire confiance|confiance) (?:a|en|aux|dans) (?:vous|toi|vos|tes|votre|un robot|une ia)\b"
    r"|\b(?:vos|tes|your|ces|votre|ta) (?:\w+ ){0,2}(?:fiables?|exacte?s?|justes?|reliable|accurate|correct)\b|\b(?:trust|rely on) (?:you|your|this|what|the|these)\b|\b(?:t es|tu es|vous etes|are you) (?:\w+ )?(?:fiable|sure?|reliable)\b"
)
_STATUS = (
    r"\b(?:ma|mon|notre|my|our) (?:candidature|candid|dossier|demande|application)\b.*\b(?:en est (?:ou|il|elle|mon|ma)|ou (?:ca )?en est|avance\w*|nouvelles?"
    r"|pas de reponse|toujours (?:pas|rien)|bien recu\w*|status|heard|progress\w*|going)\b|\bou en est (?:ma|mon|notre) \w+|\bstatus of (?:my|our) \w+"
)
_POINTED = re.compile(
    r"\b(?:ce|this) (?:programme?|parcours|accompagnement|accelerat(?:eur|or))\b|\b(?:votre|vos|ton|your) (?:\w+ )?(?:trucs?|machin|programme?|accompagnement|dispositif|parcours|services?|offre|systeme|affaire"
    r"|chose|histoire|accelerateur|formule|thing|scheme|support|promotion|promo)\b|\b(?:chez|pour|avec) vous\b"
    r"|\b(?:l accompagnement|le (?:programme|parcours)) ?$"
    r"|\b(?:prochaine|nouvelle) (?:promo\w*|session|edition)\b"
    r"|\b(?:une|la|de|des) (?:sessions?|promos?|promotions?) (?:bientot|prevue|programmee|a venir|pres|dans|en|a)\b"
)
_ADDRESSED = re.compile(
    r"\b(?:participer|candidater|postuler|(?:s|m|nous) inscri(?:re|t|s|vons))\b(?! (?:a|au|aux|to|sur|en)\b)"
    r"|\b(?:etre|est|suis|sommes|serai\w*|sera|seront) (?:pris\w*|retenue?s?|acceptee?s?|accompagnee?s?|selectionnee?s?)\b"
    r"|\b(?:vous|vs) (?:\w{1,3} )?(?:acceptez|choisissez|selectionnez|retenez|accompagnez|recrutez|versez|donnez)\b"
    r"|\b(?:on|je|nous) peu(?:t|x|vons) (?:\w+ )?(?:venir|en etre|en faire partie|rejoindre)\b"
    r"|\b(?:join|take part|participate|sign up|enroll?)\b(?! (?:to|in)\b)|\bare we (?:eligible|too)\b"
    r"|\bdo you (?:accept|take|select|choose|charge|offer)\b|\b(?:c est|est ce|marche\w*|valable|c) (?:\w+ ){0,2}pour (?:moi|nous)\b"
    rf"|\bpour {_LIKE_US}|\b(?:a|for) (?:company|firm|business|factory|workshop|start ?up) like (?:mine|ours|us|me)\b"
)

_SIDES: tuple[tuple[str, str], ...] = (
    ("service_data", _DATA),
    ("service_trust", _TRUST),
    ("service_status", _STATUS),
    ("service_documents", _DOCUMENTS),
    ("service_contact", r"\bcontact\w*|telephon\w*|\btel\b|\bnumero\b|appeler|joindre|interlocut\w+|\bphone\b|\bcall\b"),
    ("service_money", r"vous (?:nous )?(?:donnez|versez|pretez|financez)|do you (?:give|lend|pay)"),
    ("service_open", r"(?:\btoujours|\bencore) (?:\w+ )?(?:ouverte?s?|en cours|d actualite|actifs?|exist\w+)\b|\bexist\w+ (?:\w+ )?(?:encore|toujours)\b|\bstill (?:open|running|exists?|going|on)\b"),
    ("service_size", r"que (?:pour )?les (?:gros|grands|petit\w*|pme|eti)|trop (?:petite?s?|grosse?s?|gros|grande?s?|jeunes?)|\btaille\b|chiffre d affaires?|\bca min\w*|minimum|too (?:small|big|young)"),
    ("service_price", r"combien (?:\w+ ){0,2}(?:cout\w+|pay\w+)|\bcouts?\b|\bcoute\w*\b|payante?|gratuite?|\bc(?: est)? combien\b(?! d)|\bcombien (?:c est|ca fait)\b|\bprix\b|tarifs?|\bcher\b|payer|qui (?:\w+ )?(?:paie|paye)\b|how much|\bcosts?\b|price|\bfree\b|\bfees?\b|\b(?:you|they|it) charges?\b"),
    ("service_next", r"\bquand\b(?! meme)|prochaine|date limite|\bdates?\b|\bbientot\b|calendrier|\bwhen\b|deadline"),
    ("service_duration", r"combien de temps|combien de mois|\blongs?\b|\bduree?\b|ca dure|how long"),
    ("service_decides", r"\bqui (?:\w+ )?(?:choisi\w+|decid\w+|selectionn\w+|retien\w+)|who (?:decides|chooses|selects)"),
    ("service_runs", r"\bqui (?:\w+ )?(?:organise|gere|porte|finance)|derriere|who (?:runs|is behind)"),
    ("service_elsewhere", r"(?:pas|hors) (?:\w+ ){0,3}(?:regions?|quatre)|autres? regions?|other regions?|outside"),
    ("service_steps", r"\betapes?\b|comment (?:ca|cela) (?:se passe|marche|fonctionne)|(?:ca|cela) (?:se passe|marche|fonctionne) comment|deroul\w+|how does (?:it|this) work|\bsteps?\b"),
    ("service_result", r"a la fin|(?:ca|cela) (?:m |nous |me )?(?:apporte|rapporte)|qu est ce qu (?:on|je) (?:\w )?gagne|\b(?:on|je|nous) (?:y )?gagn\w+ (?:quoi|a)\b|a quoi (?:ca |cela )?sert|\binteret\b|j y gagne|on y gagne|what do (?:i|we) get"),
    ("service_examples", r"exemples?|qui l ont fait|l ont deja fait|deja (?:accompagne|aide)|examples?"),
    ("service_who", rf"pour (?:moi|nous|qui|{_LIKE_US})|like (?:mine|ours|us)\b|eligib\w+|accept\w+|conditions?|criteres?|\bare we\b|profil"),
    ("service_apply", r"comment (?:\w+ ){0,4}(?:s |m |nous )?(?:inscrire|candidater|candidate|postuler)\b|(?:pour|de|faire|quoi) (?:\w+ ){0,2}(?:s |m |nous )(?:inscrire)|how (?:do|can|to) (?:\w+ )?(?:apply|sign up|join)"),
    ("service_what", r"c(?: est)? [qk]u?oi|qu est ce|what is"),
    ("service_size", r"\b\d+ (?:salarie\w*|personnes|pers|employe\w*|people)\b"),
)  # fmt: skip
"""The sides of the service, by the key of the full question (`answers.wording`); the first that is asked wins."""

_NOT_KNOWN = {
    "service_price": re.compile(r"\b(?:exacte?(?:ment)?|en euros|precis\w*)\b"),
    "service_data": re.compile(r"\b(?:combien de temps|cb de tps|how long|durees?)\b"),
}
"""What the page on a side says that it does not know: it is asked as it stands."""
_FIRM = re.compile(r"\b(?:boites?|entreprises?|societes?|pme|eti|tpe|groupe|start ?ups?|compan(?:y|ies)|firms?)\b")
_CHAMBER = re.compile(r"\bcci\b|\bchambre de commerce\b|\bchamber of commerce\b")
_NAMED = re.compile(r"\b(?:l |votre |cet |the |this |your )?(?:acc?ell?erateur|accelerator)\b(?! bpi)")
_APPLYING = re.compile(
    r"\b(?:candidater|postuler|(?:s|m|nous) inscri(?:re|t|vons))\b(?! (?:a|au|aux|sur|en)\b)"
    r"|\b(?:candidature|(?:my|the|an) application|to apply|we apply|sign up)\b"
)
_HERE = re.compile(
    r"\bexist\w+|\bmarche\w* (?:\w+ )?(?:chez|dans|pour)|\bchez (?:nous|moi)\b|\bdans ma region\b|\bvalable\b|\bexists?\b"
)
_MAY = re.compile(r"\bpeu(?:t|x|vons)\b|\bpossible\b|\bcan (?:we|i|a)\b")  # may one enter, when nothing else is asked
_COMPILED = tuple((key, re.compile(rf"(?:{pattern})")) for key, pattern in _SIDES)


def points_at_service(message: str) -> bool:
    """Whether a message calls the service « votre programme », « chez vous »."""
    return bool(_POINTED.search(flat(message)))


def names_service(message: str) -> bool:
    """Whether a message calls the accelerator by its name."""
    return bool(_NAMED.search(flat(message)))


def speaks_of_applying(message: str) -> bool:
    """Whether a message speaks of an application, without saying to what."""
    return bool(_APPLYING.search(flat(message)))


def asks_whether_here(message: str) -> bool:
    """Whether a message asks if the service exists where somebody is."""
    return bool(_HERE.search(flat(message)))


def asks_for_the_chamber(message: str) -> bool:
    """Whether a message asks how to reach a chamber of commerce."""
    return side_of_service(message) == "service_contact" and bool(_CHAMBER.search(flat(message)))


def side_of_service(message: str) -> str:
    """Key of the full question about the side of the service that a message asks for; empty when none is."""
    return _side(flat(message)) or ("service_who" if only_asks_to_enter(message) else "")


def only_asks_to_enter(message: str) -> bool:
    """« on peut quand même participer ? » after something told, which may be what counts."""
    said = flat(message)
    return bool(_ADDRESSED.search(said) and _MAY.search(said)) and not _side(said)


def _side(said: str) -> str:
    side = next((key for key, pattern in _COMPILED if pattern.search(said)), "")
    return "" if side in _NOT_KNOWN and _NOT_KNOWN[side].search(said) else side


def is_addressed(message: str) -> bool:
    """Whether a message speaks of entering the service, or to whoever runs it."""
    return bool(_ADDRESSED.search(flat(message)))


def beside_service(message: str) -> str:
    """What a message says beside the words that ask for a side of the service."""
    said = _FIRM.sub(" ", _ADDRESSED.sub(" ", _POINTED.sub(" ", _NAMED.sub(" ", flat(message)))))
    return next((pattern.sub(" ", said) for _, pattern in _COMPILED if pattern.search(said)), said)
