"""What somebody wants to pay for, in everyday words, as the fields of the schemes call it (`etapes`, `depenses`)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.catalogue.folding import REMEMBERED, flat

_NOT_MACHINES = "heur|nombr|seri|danger|preci|couteu|avantag|oner|curi|luxu|ambiti|vend|coiff|travaill|religi|gazeu|fameu|moyeu|audaci"
_MACHINE = (
    r"(?:ro?bots?|cobots?|presse?s?(?! releases?)|machines?|tours? (?:numeriques?|cn|a commande)|centres? d usinage|cnc|(?<=une )cn|(?<=des )cn|lignes?"
    r" (?:automatisees?|d assemblage|de (?:production|montage|conditionnement|fabrication|decoupe|soudure|couture))"
    r"|chaines? (?:numeriques?|de (?:production|montage|fabrication)|d assemblage)|outillages?|outils? de production|moules?"
    r"|equipements?|materiels?(?! (?:informatique|pedagogique))|matos|becanes?|fours?|convoyeurs?|imprimantes?(?: 3d)?|ateliers? automatises?"
    r"|moulds?|molds?|tooling|machinery|equipment|assembly lines?|production lines?|furnaces?|ovens?|lathes?|printers?"
    + "".join(
        rf"|(?<={before} )(?!{_NOT_MACHINES})[a-z]{{3,}}euses?"
        for before in ("une", "des", "la", "deux", "trois", "nouvelle", "nouvelles", "grosse", "petite")
    )
    + ")"
)
_KIND = r"(?: (?:a|de|d|en) (?:la |l )?(?!la\b|un|mon|notre|ma\b|nos|\d|quelle?|relance\b)[a-z]+){0,2}"
_STATE = (
    r"neuf|neuve|neufs|neuves|(?:d )?occas(?:ion|e)|occaz|reconditionnee?s?|automatisee?s?|automatiques?|numeriques?|industriel(?:le)?s?"
    r"|second hand|secondhand|used|refurbished|new|automated|grosses?|grands?|grandes?|petite?s?|vieux|vieilles?|nouve(?:aux?|lles?)"
)
_BUYING = (
    r"achet\w*|achats?|acquerir|acquisition|commander|changer|remplacer|equiper|install(?:er|ation)|moderniser|modernisation|buy(?:ing)?"
    r"|purchase\w*|replac(?:e|ing)|piece|pieces|financer|financement|payer|pay(?:ing)?"
)
_TAKEN = r"(?:une?|l|d une?|cette|mon|ma|notre|le|la|des|un autre|a|an|my|our|the)"
_FIRM = (
    r"(?:\w+ )?(?:usine|entreprise|boite|societe|atelier|site|affaire|fournisseur|sous traitant|concurrent|confrere|fabricant|supplier"
    r"|competitor|company|factory|business|plant|firm|workshop)\w*"
)
_WHOM = (
    r"(?: (?:mes|nos|des|les|une?|ma|mon|notre|de|\d+|deux|trois|quatre|cinq|dix|my|our|the|some|two|three|new)"
    r" (?!zero\b)[a-z]+(?: (?:au|aux|a la|a l|en|sur la|sur le|in|on|to) [a-z]+)?)?"
)
"""Who is to be trained or hired, and for what work: no scheme is sorted by it."""
_PURPOSES: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("transmission", "reprise", "croissance externe"),
        rf"\brach(?:at|et)\w*(?: (?:de |d )?{_TAKEN} {_FIRM})?|\b(?:reprendre|reprise|reprend\w*) (?:de |d )?{_TAKEN} {_FIRM}|\breprise d entreprise"
        rf"|\btransmission\b|\b(?:take over|taking over|buy(?:ing)? out|acquir\w+|buy(?:ing)?) {_TAKEN} {_FIRM}",
    ),
    (
        ("trésorerie", "besoin en fonds de roulement"),
        r"\btreso\w*|\bcash\b|\bbfr\b|\bfonds de roulement|\bcash ?flow\b|\bworking capital\b|\b(?:achet\w*|achat d?e?|financer|payer|avancer|buy(?:ing)?|pay for)"
        r" (?:la |les |le |des |de la |du |de |d |mes |nos |our |the |my )?(?:matieres?(?: premieres?)?|stocks?|raw materials?|appro\w*|fournisseurs|salaires|suppliers|wages)"
        r"|\bstocks?\b|\b(?:le temps|en attendant) (?:que|d) .{0,25}(?:clients?|factures?|pai\w+|regl\w+)|\bdecalage de (?:paiement|tresorerie)",
    ),
    (
        ("énergie",),
        r"\bisol(?:er|ation|ant)\b|\bchauffage\b|\bchaudieres?\b|\bfactures? (?:d |de )?(?:l )?(?:elec\w*|energie|gaz)|\b(?:conso\w*|economi\w*|economies?)"
        r" (?:\w+ ){0,2}(?:energie|electricite|gaz)\b|\belectrifi\w+|\bdecarbon\w+|\bcompresseurs?\b|\bchaleur (?:fatale|perdue)|\b(?:en|a l) electrique\b"
        r"|\bdepenser moins d energie|\benerg(?:ie|y)\b|\benergetiques?\b|\bphotovolt\w+|\bpanneaux solaires (?:sur|pour|au)\b|\b(?:pos|install|mett)\w+ (?:des )?panneaux\b|\binsulat\w+|\bboilers?\b|\bcompressors?\b|\bwaste heat\b|\bcut (?:our )?emissions\b",
    ),
    (
        ("recrutement", "embauche", "salaires"),
        rf"\b(?:embauch\w*|recrut\w*|hir(?:e|es|ing)|recruit\w*)\b{_WHOM}|\btrouver du (?:personnel|monde)\b",
    ),
    (
        ("formation",),
        rf"\b(?:form(?:er|ons|ez)|formations?)\b{_WHOM}|\bformes? de zero\b|\bmont\w* en competences?|\btrain(?:ing)?\b(?! station){_WHOM}",
    ),
    (
        ("machines", "équipement", "matériel", "investissement"),
        rf"\b(?:(?:{_STATE}) )*{_MACHINE}\b{_KIND}(?: (?:{_STATE})\b)*|\b(?:automatis|robotis|mecanis|automat)(?:er|ation|ing|e)\b|\brobotics?\b",
    ),
    (
        ("implantation", "foncier", "investissement"),
        r"\bbatiments?\b(?: industriels?)?|\bhangars?\b|\bterrains?\b|\bconstru(?:ire|ction)\b|\bimplant(?:er|ation)\b"
        r"|\bouvrir (?:une? |de )?(?:\w+ )?(?:usine|site|atelier)|\b(?:set(?:ting)? up|open(?:ing)?|build(?:ing)?) (?:an? |our )?(?:\w+ ){0,3}?(?:plant|factory|site|workshop|shop)\b",
    ),
    (
        ("innovation", "prototype", "recherche et développement"),
        r"\bprototyp\w*|\bmaquettes?\b|\binnov(?:er|ation|ations|ating)\b|\bmise au point\b|\br d\b|\brecherche et developpement\b",
    ),
    (
        ("investissement",),
        r"\binvest\w*|\bmodernis\w*|\b(?:refaire|renov\w+|rehabilit\w+|remettre) (?:l |la |le |mon |ma |notre )(?:atelier|usine|hangar|site|toit\w*|sol|local)|\baugmenter (?:\w+ )?capacites?|\bagrandi\w*|\bextension\b|\bexpand\w*|\bupgrad\w+",
    ),
)
"""Each purpose by the values that fields may hold, the first of which names it, and how it is said."""

_FAMILIES = dict.fromkeys(("machines", "équipement", "matériel", "implantation", "foncier"), "investissement")
"""What is bought for one and the same plant is one need."""
_THEMES = frozenset({"énergie", "innovation", "prototype", "recherche et développement"})
"""They say what a need is about."""
_OF_INVESTMENTS = ("machines", "équipement", "matériel")
_MAKING = re.compile(r"(?:fabriqu|produi|vend|concev|concoi|make|making|manufactur|sell|produc)\w*(?: \w+){0,2} $")
_LEARNT = re.compile(r"\b(?:sur|on|regl\w+|pilot\w+|condui\w+|utilis\w+|manipul\w+|set|run|use|operate)(?: \w+){0,2} $")
"""What people are trained for is not what is bought."""
_CIRCUMSTANCE = (
    r"\b(?:rapatri|relocalis|reloc\b|reshor|reindustrialis|revenir|faire revenir|ramen|sous trait)\w*|\b(?:de zero|from scratch)\b"
    r"|\b(?:gars|mecs|gens|monde|equipes?|ouvri(?:er|ere)s?|operat(?:eur|rice)s?|techniciens?|personnel|collegues|team|crew|staff|people|guys|workers?)\b"
    r"|\bsous\b|\bneu(?:f|ve)s?\b|\bpieces?\b|\bpers\b"
)
"""How, why and with whom, which no scheme is sorted by."""

_MONEY = (
    r"(?:argent|sous(?! traitan)|thune|fric|cash|fonds|aides?|financements?|subventions?|prets?|soutien|money|funding|funds|help|support|grants?|loans?"
    r"|dispositifs?|schemes?|coups? de (?:pouce|main)|primes?|bonus)"
)
_ASKED_FOR = re.compile(
    rf"\b(?:y (?:a|aurait|en a)|ya|existe|on a|vous avez|avez vous|as tu|auriez vous|connaissez|cherch\w+|besoin|trouver"
    rf"|is there|are there|any|get|need|looking|want) (?:\w+ ){{0,4}}{_MONEY}\b|\b{_MONEY} (?:pour|for|afin|de la region|de l etat|from the region)\b"
    r"|\bqui (?:\w+ ){0,4}(?:pay\w*|pai\w+|financ\w*|filer|file|donn\w+|pret\w+|subventionn\w*|sout\w+|avanc\w+)\b"
    r"|\bqui (?:\w+ ){0,4}aid\w+(?: \w+)?(?: (?:a |pour |dans |sur )?(?:\w+ )?(?:pay|financ|achet|invest|embauch|recrut|chang|remplac|rapatri)\w*|$)"
    rf"|\b{_MONEY} (?:\w+ ){{0,4}}exist\w+|\b{_MONEY} to (?:train|hir|recruit|buy|pay|automat|invest)\w*"
    r"|\bpaye?e?s? par (?:qui|quoi)\b|\bvous (?:\w{1,2} )?(?:payez|financez|subventionnez|aidez)\b|\b(?:m|nous) aider (?:a|pour) (?:\w+ )?(?:pay|financ|achet|embauch|recrut|form)\w*"
    r"|\bwho (?:\w+ ){0,4}(?:pay\w*|fund\w*|financ\w*|help\w*|lend\w*)\b|\bhelp (?:\w+ )?(?:pay|with|fund)\w*"
    r"|\b(?:vers qui|a qui) (?:aller|s adresser|m adresser|demander)\b|\b(?:aides?|subventions?|prets?|grants?|loans?|help|funding)$|\bfinancer\b|\bil (?:me|nous|m en|nous en) faut\b"
)
_COMPARING = re.compile(r"\bmieux\b|\bplutot que\b|\bdifferen\w+|\bbetter\b|\brather than\b|\bversus\b|\bvs\b")
_COMING_HOME = re.compile(
    r"\b(?:rapatri|relocalis|reshor|reindustrialis)\w*|\b(?:ramener|faire revenir|faire rentrer|rapporter|reloc|bring\w*)\b"
)
_OWN = re.compile(
    r"\b(?:on|nous|je|j|me|m|mon|ma|mes|notre|nos|we|i|us|my|our|y a|ya|is there|are there|any|possible d (?:avoir|obtenir))\b"
    rf"|^(?:une? |de l |des |du |les )?{_MONEY}\b"
    r"|\bdes (?:aide|subvention|pret|financement)s$|\baides? de (?:la region|l etat)(?: (?:\w+ )?\w+)?$"
)
"""Somebody speaks of themselves, or asks whether there is an aid at all."""
_INTENDING = re.compile(
    r"\b(?:on|nous|je|j|we|i) (?:\w{1,2} )?(?:veu[tx]|voul\w+|va|vais|allons|doi[st]|devons|souhait\w+|compt\w+|aimer\w+|voudr\w+|envisag\w+|prevo\w+"
    r"|pens\w+|want|need|plan|have to|must|are going to|would like)\b|\b(?:me|nous) (?:faut|manque)\b|\bbesoin d\w*\b|\bplus de tres\w*|\bprojet d\w*\b"
)


@dataclass(frozen=True)
class Purpose:
    """What is to be paid for: what the fields may call it, the first its name; the words by which it is said; what
    puts a scheme before others."""

    topics: tuple[str, ...]
    words: frozenset[str]
    favoured: tuple[str, ...] = ()


@lru_cache(REMEMBERED)
def purposes_in(text: str) -> tuple[Purpose, ...]:
    """All that a message wants to pay for; what somebody makes is not what they buy."""
    said = flat(text)
    found: list[Purpose] = []
    for topics, pattern in _PURPOSES:
        matches = [match for match in re.finditer(pattern, said) if not _MAKING.search(said[: match.start()])]
        told = topics[0] == "investissement" and any("investissement" in other.topics for other in found)
        if matches and not told:
            words = frozenset(word for match in matches for word in match[0].split())
            if found and _is_learnt(matches, said, found[-1]):
                found[-1] = replace(found[-1], words=found[-1].words | words)
                continue
            found.append(Purpose(topics, words, _OF_INVESTMENTS if topics == ("investissement",) else ()))
    return tuple(found)


def _is_learnt(matches: Iterable[re.Match[str]], said: str, before: Purpose) -> bool:
    """Whether it is only what people are trained for: « une formation sur la nouvelle machine »."""
    return before.topics[0] == "formation" and all(_LEARNT.search(said[: match.start()]) for match in matches)


def are_apart(purposes: Iterable[Purpose]) -> bool:
    """Whether they are needs of their own, each with its schemes: a machine and people to hire; not a theme of one."""
    return len({_FAMILIES.get(purpose.topics[0], purpose.topics[0]) for purpose in purposes} - _THEMES) > 1


def words_beside(text: str) -> frozenset[str]:
    """The words by which a purpose is told without being one: buying, new or old, bringing back."""
    said = flat(text)
    patterns = (rf"\b(?:{_BUYING})\b", rf"\b(?:{_STATE})\b", _CIRCUMSTANCE)
    return frozenset(word for one in patterns for match in re.finditer(one, said) for word in match[0].split())


def wants_it_paid(text: str) -> bool:
    """Whether a message asks who pays for what it tells, or tells what somebody is about to pay and asks nothing."""
    said = flat(text)
    if not purposes_in(text) or _COMPARING.search(said):
        return False
    settling = all(
        purpose.topics[0] == "implantation" for purpose in purposes_in(text)
    )  # it may be a place that is sought
    intends = not settling and "?" not in text and _INTENDING.search(said) and not _COMING_HOME.search(said)
    own = _OWN.search(said)
    return bool((own and _ASKED_FOR.search(said)) or intends)
