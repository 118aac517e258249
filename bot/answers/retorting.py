"""What people say to an answer: « d'où ça sort ? », « non, je parlais du prêt, pas de la garantie »."""

import re
from collections.abc import Sequence

from bot.answers.towns import without_places
from bot.catalogue.folding import flat
from bot.catalogue.places import place_words_in
from bot.search.analysis import stems

_SOURCE = re.compile(
    r"(?:(?:et|ok|mais|oui|non|hum|tu|vous|inventez?s?|n|pas|hein|c est|ca|sur) )*"
    r"(?:(?:ta|votre|la|les|vos|tes|quelle?s?|the|your|which|what)? ?(?:est |sont |is |are )?(?:ta |votre |la |the |your )?sources?"
    r"|(?:c est )?ecrit (?:ou|quelque part)|(?:ou )?(?:c est|est ce) (?:ecrit|marque)(?: ou)?|d ou (?:ca|cela|c est|tu|vous|est ce que) .{1,20}"
    r"|(?:tu|vous) (?:tiens|tenez|sors|sortez|trouve\w*) (?:ca|cela) (?:d )?ou|qui (?:le )?dit(?: ca)?|where (?:does|did|do) (?:it|this|that|you) .{1,20}"
    r"|says who|t es sure?s?|(?:vous etes|tu es|are you) sure?s?)"
    r"(?: (?:stp|svp|please|de ca|exactement|au juste|alors|ca|pour ca))*"
)
_MINE = r"(?:vos|tes|votre|ta|ton|les|la|le|l|ces|cette|ce|des|de|your|the|these|this|that)"
_THING = (
    r"(?:\w+ )?(?:fiches?|infos?|informations?|sources?|donnees?|chiffres?|pages?|bases?|reponses?|textes?|documents?|contenus?"
    r"|montants?|pourcentages?|affirmations?|information|data|answers?|sheets?|figures?|numbers?|amounts?|claims?|content|knowledge(?: base)?)"
)
_THIS = rf"(?:ca|cela|c est|elles?|ils?|it|this|that|they|{_MINE} {_THING})"
_WHEN = re.compile(
    r"(?:(?:et|ok|donc|mais|bon|alors|and|so|but|then|je (?:parle|parlais) des? .{1,60}|dites moi|dis moi|au fait|by the way|tell me) )*"
    r"(?:(?:c est quoi |quelle? (?:est|sont) |what (?:is|are) |what s |give me |donne[zr]? moi )?(?:la |les |the )?(?:dates?|anciennete|fraicheur|age)(?: exacte)? "
    rf"(?:de |des |d |du |of )?(?:{_MINE} )?{_THING}"
    rf"|de quand (?:ca |cela |est ce que |elles? |ils? )?(?:dat\w+|est|sont|c est)(?: t? ?(?:elles?|ils?|ca|cela|tout ca))?(?: {_MINE} {_THING})?"
    rf"|{_THIS}(?: (?:elles?|ils?))? (?:dat\w+|est|sont|c est) de quand|(?:est ce que )?{_THIS} (?:est |sont |c est |is |are )?(?:(?:toujours|encore|bien|vraiment|still|really|elles|ils) )*"
    r"(?:a jour|recente?s?|up to date|current|recent|outdated|perimee?s?)(?! (?:de|des|du|with|on)\b)"
    rf"|(?:est ce(?: que)? |is |are )?{_THIS} (?:(?:toujours|encore|bien|still) )*(?:a jour|recente?s?|up to date|current|recent|outdated)(?! (?:de|des|du|with|on)\b)"
    rf"|how (?:old|recent|fresh|current|up to date) (?:is|are) {_THIS}|(?:from )?when (?:is|are|was|were|did you) .{{0,30}}\b(?:check\w*|updat\w+|written|verif\w+|publish\w+|from)"
    rf"|(?:c est |est ce )?quand (?:est ce (?:que|qu) )?.{{0,30}}(?:verifi|mis a jour|mise?s? a jour|actualis)\w*"
    rf"|(?:quelle est )?(?:la |votre |ta |your |the )?(?:date de )?(?:derniere mise a jour|last update)"
    r"|(?:quelle?s? (?:est|sont) |what (?:is|are) |c est quoi )?(?:la |les |ta |tes |votre |vos |the |your )?sources? .{0,60}\b(?:date|quand|when|dated)\b"
    rf")(?: (?:(?:de|du|of|sur|pour|on|for) .{{1,60}}|et .{{1,40}}|and .{{1,40}}|exactement|au juste|svp|stp|please|alors|hein|now|{_THING}|{_MINE} {_THING}))?"
)
_SOURCE_OF = re.compile(
    r"(?:(?:et|ok|donc|mais|and|so|but) )*(?:quelle?s? (?:est|sont)|c est quoi|what (?:is|are)|what s|donne[rz]? moi|give me) "
    rf"(?:la |les |ta |tes |votre |vos |the |your )sources? (?:de|of|for|du|des|pour) (?:{_MINE} )?(?:{_THING}|ca|cela|this|that)(?: .{{1,60}})?"
)
_GIVEN = r"(?:viennent|vient|provien\w+|sort\w*|tenez|tiens|tirez|tires|prenez|prends|avez|sors)"
_SOURCED = re.compile(
    rf"(?:(?:et|ok|donc|mais|and|so|but) )*(?:d ou {_GIVEN}(?: (?:vous|tu))? (?:ca|cela|{_MINE} {_THING})"
    rf"|(?:vous|tu) {_GIVEN} (?:ca|cela|{_MINE} {_THING}) d ou|{_MINE} {_THING}(?: (?:ca|elles?|ils?))? {_GIVEN}(?: (?:elles?|ils?))? d ou|where (?:does|do|did) (?:you (?:get|find) )?{_MINE} {_THING}(?: come)?(?: from)?"
    r"|(?:sur quoi|what) (?:vous |te |tu |are you |do you )?(?:t |vous )?(?:basez|bases|appuyez|appuies|fondez|fondes|basing|base)(?: (?:vous|toi|tu))?(?: (?:this|that|it|them|these))?(?: on)?"
    r"|(?:(?:j ai|nous avons|on a) besoin (?:de )?|il (?:me|nous) faut(?: aussi)? |(?:je|nous) (?:veux|voudrais|voulons) |(?:i|we) (?:need|want) |(?:(?:pouvez vous|peux tu|pourriez vous|can you|could you|merci de) )?(?:me )?(?:donne[rz]? |give me |cite[rz]? |indique[rz]? |precise[rz]? )(?:moi )?|(?:vous avez|avez vous|tu as|as tu|do you have) |(?:quelle?s? (?:est|sont) |what (?:is|are) |what s ))"
    r"(?:la |les |ta |tes |votre |vos |des |une |the |your |a )?sources?(?: (?:et|and|avec|with) (?:sa |leurs? |la |les |une |its |their |the |a )?dates?)?"
    r"|(?:est ce que )?(?:vous (?:en )?etes|(?:en )?etes vous|tu (?:en )?es|(?:en )?es tu|t (?:en )?es|are you)(?: (?:bien|vraiment|absolument|really|quite))?(?: en)? (?:sure?s?|certaine?s?|certain)"
    rf")(?: (?:(?:pour|de|sur|of|for|about|on) (?:chac\w+|chaque .{{1,30}}|each(?: .{{1,30}})?|ca|cela|vous|this|that|{_MINE} {_THING}(?: (?:sur|about|on) .{{1,60}})?)|exactement|au juste|svp|stp|please))*"
)
_OF_WHICH = re.compile(
    r"(?:(?:non|mais|et|bon|sorry|no|and) )*(?:je (?:parle|parlais)|i (?:meant|mean|was (?:talking|asking))|pour|sur|concernant|a propos|au sujet|about|for|on)\b.*"
)
"""What stands before a colon, when it only says of which figures the source is asked."""
_BRIEF = re.compile(
    r"\ben (?:une|1|deux|2) (?:seule )?(?:phrases?|lignes?|mots?)\b|\bin (?:one|a|two|a few) (?:single )?(?:sentences?|words?|lines?)\b"
    r"|\bin short\b|\b(?:keep it|make it|be) (?:short(?:er)?|brief(?:er)?)\b|\bsum (?:it|this|that) up\b|\btl ?;?dr\b",
    re.IGNORECASE,
)
_BRIEF_ALONE = frozenset(
    "trop long longue longs court courts courte courtes bref breve concis concise resume resumer resumez abrege abreger abregez"
    " too long shorter brief briefer short".split()
)
_LONG, _TOO = frozenset({"long", "longue", "longs", "longues"}), frozenset({"trop", "too"})
_BRIEF_FILLERS = frozenset(
    "c est juste mais tu peux vous pouvez me moi la le ca cela stp svp please et ok d accord oui non donc alors ta votre reponse plus"
    " bien merci it s that is this but can you could the answer your give say possible une version faire fais fait faites refaire dire redire"
    " l en encore bon un peu beaucoup much way bit a quoi long sois soyez trop tout vraiment really bcp phrase".split()
)
_LEADING = r"(?:(?:non+|nan|no+|mais|pardon|desolée?|désolée?|sorry|oups|ah|euh|but|well|actually)\b[\s,.!]*)"
_RETORT = re.compile(
    rf"^\s*(?:{_LEADING}+(?:(?:je|j'|moi je)\s*(?:parl\w+|voulais? (?:dire|parler|savoir)|demand\w+|disais|pensais)(?:\s+pas)?|i (?:meant?|was (?:talking|asking)|asked|mean)"
    r"(?: about)?(?: not)?|c'?\s?(?:est|était) pas(?: ça)?|(?=pas\b|not\b))"
    rf"|{_LEADING}*(?:moi )?(?:(?:je|j')\s*(?:parl(?:e|ais)(?= (?:de|du|des|d')\b| d')|voulais dire|pensais (?=[àa]u?\b))|i (?:meant|was (?:talking|asking) about)(?! to)(?: not)?))",
    re.IGNORECASE,
)
_ADDED = re.compile(
    rf"^\s*{_LEADING}+(?P<added>(?:en|dans|à|au|aux|pour|chez|in|for|near)\b(?! (?:fait|effet|revanche|plus|gros|qu|wh|ça|cela|moi|nous|l'instant))[^?]{{2,40}})$",
    re.IGNORECASE,
)
_COMPLAINT_ENDS = re.compile(r"[:?!.;\n]+\s*")
_FUND = (
    r"(?:argent|aides?|financements?|subventions?|sous|dispositifs?|prets?|money|funding|funds|grants?|schemes?|loans?)"
)
_NO_MONEY = re.compile(rf"\b(?:pas|non|not|no|n t)\b(?: (?!mais\b|but\b)\w+){{0,4}}? {_FUND}\b")
_SOMEBODY_MEANT = re.compile(
    r"\b(?:qui|quelqu un|(?:une?|des) (?:ecole|organisme|partenaire|personne|contact|agence|centre)s?|who|somebody|someone|an? (?:school|partner|person|body|agency))\b"
)
_FUNDS = re.compile(
    rf"(?:quel(?:le)?s?|des|les|une?|which|what|any) {_FUND}(?: \w+)? (?:pour|for|to) (?=\w+(?:er|ir|re)\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!;?])\s+")
_ESTIMATE = re.compile(
    r"\b(?:(?:t.?as|tu as|as[- ]tu|vous avez|avez[- ]vous|vous auriez|auriez[- ]vous|donne[zr]?[- ]moi|juste|même|meme|you have|do you have|give me|any|just)\s+)?(?:(?:pas|ne|même|meme|not|even)\s+)*(?:une? |an? |le |la |the )?"
    r"(?:ordres? de grandeur|fourchette|estimation|approximation|idée(?: du prix| du co[uû]t)?|ballpark(?: figure)?|rough (?:figure|idea|number|estimate)|idea of the (?:price|cost))"
    r"|\b(?:environ|à peu près|a peu pres|grosso modo|en gros|roughly|more or less|approximately|about how much)\b",
    re.IGNORECASE,
)
_DENIED_FIRST = re.compile(r"(?:\bpas|\bnot|\bc'?\s?(?:est|était) pas(?: ça)?)\s*$", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:et )?(?:pas|not|non)\b\s+[^,;.!?]*", re.IGNORECASE)
_WISH = re.compile(r"\b(?:je (?:veux|voudrais|cherche)|il me faut|i (?:want|need)|quel\w*|combien|comment|how|what)\b")
_CONTEST = re.compile(
    r"^\s*(?:(?:mais|eh|euh|ben|bah|but|well|hein|ah)[\s,]+)*(?:comment (?:[çc]a|cela)[\s,]*(?:non|oui|nan)|pourquoi (?:dites[- ]vous |tu dis )?non|(?:non|nan)(?= ?\?)"
    r"|how come[\s,]*(?:no|yes)|why (?:do you say )?no|what do you mean[\s,]*[\"“']?(?:no|yes))\b[\s\"”'?!.,]*"
    r"|^\s*(?:(?:mais|ben|but)[\s,]+)*(?=(?:vous venez|tu viens) (?:d'|de )|you(?:'ve| have)? just (?:said|told|wrote))",
    re.IGNORECASE,
)
"""« comment ça, non ? », « vous venez d'écrire 25 % »: said to an answer that was held against what one knows."""
_YOU_SAID = re.compile(
    r"^(?:(?:vous|tu) (?:venez|viens|avez|as) (?:d'|de |juste |bien )?(?:[ée]crire|[ée]crit|dire|dit|m'[ée]crire|me dire)(?: que| qu')?"
    r"|you(?:'ve| have)? just (?:said|told me|wrote|written)(?: that)?)\s*",
    re.IGNORECASE,
)
_QUESTION = r"(?:question|demande|point|partie|part)"
_NTH = r"(?:premiere?|1er?|1ere|deuxieme|seconde?|2e|2eme|2nde?|troisieme|3e|3eme|derniere?|autre|first|second|third|last|other|1st|2nd|3rd)"
_MY_PART = rf"(?:a |sur |to |pour |and |et |mais |about |what about )*(?:ma|mon|l|la|le|my|the|mes|that) ?(?:{_NTH} )?{_QUESTION}s?(?: {_NTH})?"
_UNANSWERED = re.compile(
    r"(?:(?:mais|et|but|and|hum|non|euh|ben|merci|ok|pardon|alors|desolee?|sorry) )*"
    r"(?:(?:(?:vous|tu|t) (?:n |ne )?(?:avez|as|a|m avez|m as|repondez|reponds) (?:pas|toujours pas|jamais|rien|oublie\w*|saute\w*|zappe\w*)(?: (?:encore|du tout|vraiment))*(?: repondu| dit| traite)?"
    rf"|you (?:did not|didn t|have not|haven t|never|forgot|skipped|missed|ignored)(?: (?:to )?(?:yet )?answer(?:ed)?)?)(?: {_MY_PART})"
    rf"|(?:(?:vous|tu) (?:n )?(?:avez|as) pas(?: encore| vraiment| du tout)* repondu|you (?:did not|didn t|have not|haven t) answer(?:ed)?)(?: (?:a|to) (?:tout|everything|all|(?:mes|my) questions))?"
    rf"|(?:et |and )?(?:(?:pour|sur|quid de|what about|how about) )?(?:ma|my) (?:{_NTH} question|question {_NTH}))"
)
"""« vous n'avez pas répondu à ma seconde question », « et ma 2e question ? »: what part of the last message is meant."""
_REPEAT = re.compile(r"\b(?:repet\w+|redi\w+|rappel\w+|encore une fois|again|repeat|pardon|comment ca)\b")
_LIST_AGAIN = re.compile(
    r"\b(?:re(?:fai|donn|montr|affich|envo|mett|pass|dit|dis)\w*|rappel\w*|repet\w*|repeat)\b.{0,20}\b(?:liste?|ceux|celles|noms|list|ones|names)\b"
    r"|\b(?:la|ta|votre|the|your) liste? (?:encore|de nouveau|a nouveau|again|stp|svp|d avant|de tout a l heure|precedente)"
    r"|\b(?:re ?list|list again|list (?:me |them |it )?once more)\b|\blist (?:me )?(?:the|your|all) .{1,30}\bagain\b"
    r"|\b(?:show|give|send) (?:me )?(?:the|that|your) list (?:again|once more)|\bback to (?:the|your) list\b|\b(?:retour|revenons|reviens) (?:a|sur) (?:la|ta|votre) liste\b"
    r"|\b(?:ceux|celles|la liste|les \w+|the ones|those) (?:que )?(?:tu|vous|you) (?:m |me |nous )?(?:as|avez|gave|told|listed|have)\b.{0,20}\b(?:donn|dit|cite|list|propos|montr|gave|given|told|earlier|before)?"
)
_NEAREST = re.compile(
    r"\bplus (?:pres|pret|proches?|pre)\b|\b(?:nearest|closest|nearer|closer)\b|\bquels? (?:est|sont) (?:les? )?(?:plus )?(?:pres|proches?)\b"
)
_SOMEBODY = re.compile(
    r"\b(?:quelqu un|d autres|un autre|une autre|(?:rien|personne|pas) (?:\w+ )?(?:de )?plus (?:pres|proche)|some(?:one|body)|any(?:one|body)|others?)\b"
)
_OTHER = re.compile(
    r"\b(?:l.autre|les? (?:second|2e|deuxi[eè]me) des deux|the other)\b(?: (?:one|loan|grant|scheme|aid|pr[eê]t|aide|subvention|dispositif|garantie|fiche|partenaire|p[oô]le))?"
    r"(?! (?:half|side|hand|day|way|moiti[eé]|c[oô]t[eé]|jour|fois|r[eé]gion|bout|partie|part)\b)(?=\W|$)",
    re.IGNORECASE,
)
_POINT = re.compile(
    r"(?:(?:et|ok|alors|mais|dis moi|c est quoi|quoi|what|about|is) )*(?:pour )?(?:le|la|celui|celle|the) "
    r"(?:premiere?|1er|1ere|deuxieme|seconde?|2e|2eme|troisieme|3e|3eme|derniere?|first|second|third|last)(?: one)?"
    r"(?: (?:(?:c est|il|elle|ca|ils|que|qui|quoi|combien|where|what|how|is|does|it|you|vous|tu|de la liste|on the list|fait|est|a|peut|on).*))?"
)
_RECAP = re.compile(
    r"\b(?:resume[rz]?|resumons|recapitul\w*|recap|synthes\w+|sum(?: it| this| that| all this)? up|summari[sz]e|summary)\b"
    r"|\b(?:fai(?:s|tes|re)|donne[rz]?)(?: moi| nous)? (?:un|le|un petit) (?:point|bilan|resume)\b"
)
_RECAPPED = re.compile(
    r"\bretenue?s?\b|\ba verifier\b|\ba contacter\b|\brapporter\b|\b(?:dirigeante?|patronn?e?|direction|chef|boss|manager|director|board)\b|\b(?:notre|cet) echange\b"
    r"|\b(?:la|notre|cette) (?:conversation|discussion)\b|\btout (?:ca|cela|ce (?:que|qu))\b|\bce (?:que|qu) (?:vous|tu|on|nous) (?:\w+ )?(?:avez|as|a|avons|viens|venez) (?:dit|propos|vu|d )"
    r"|\bto (?:check|contact|report|verify)\b|\bso far\b|\b(?:we|you)(?: ve| have)? (?:discussed|said|told|shown|listed|found|suggested)\b"
)
"""What of a talk is summed up, for somebody else."""
_TOLD_BY_YOU = r"(?:donn|dit|cit|propos|conseill|indiqu|trouv|list|recommand|parl|repond)\w*"
_RECALLED = re.compile(
    r"(?:(?:ok|et|dis|bon|au fait|mais|alors|sinon|rappelle[rz]? moi|so|and|remind me) )*"
    rf"(?:(?:tu|vous|t) (?:me |m |nous |leur )?(?:avais|aviez|as|avez) {_TOLD_BY_YOU} (?:quoi|qui|quel\w*(?: \w+)?|combien)(?: deja)?"
    rf"|(?:c etait |c est )?(?:quoi|quel\w*(?: \w+)?|qui)(?: deja)? (?:est ce )?(?:que |ce que |qu )?(?:(?:tu|vous|t) (?:me |m |nous )?(?:avais|aviez|as|avez)|(?:m |nous )?(?:avais|aviez|as|avez) (?:tu|vous)) {_TOLD_BY_YOU}"
    rf"|(?:qu est )?(?:ce )?(?:que?|qu) (?:(?:tu|vous) (?:me |m |nous )?(?:avais|aviez|as|avez)|(?:m |nous )?(?:avais|aviez|as|avez) (?:tu|vous)) {_TOLD_BY_YOU}"
    r"|(?:what|who|whom|which (?:\w+ )?)(?: was it)?(?: that)? ?(?:did you|had you|you)(?: had)? (?:give|gave|given|tell|told|say|said|suggest\w*|list\w*|recommend\w*|name[d]?|mention\w*|find|found)(?: (?:me|us))?"
    r")(?: deja| again| before| earlier)? (?:pour|sur|en|comme|a propos d[eu]s?|for|about|on|regarding) (?P<what>.+?)(?: (?:deja|tout a l heure|avant|au debut|again|earlier|before|stp|svp|please))*"
)
"""« tu m'avais donné quoi pour la soudure, déjà ? »."""


def asks_recap(message: str) -> bool:
    """« résumez : aides retenues, points à vérifier, personne à contacter »: a talk summed up."""
    said = flat(message)
    return bool(_RECAP.search(said) and _RECAPPED.search(said))


def recalled(message: str) -> str:
    """The thing for which somebody asks what they were told; empty when they ask it of none."""
    last = [flat(piece) for piece in _SENTENCE.split(message) if flat(piece)][-1:]
    found = _RECALLED.fullmatch(last[0]) if last else None
    return found["what"] if found else ""


def asks_source(message: str) -> bool:
    """Whether a message only asks where the last answer comes from."""
    return bool(_SOURCE.fullmatch(flat(message))) or _only_asks(message, _SOURCE_OF, _SOURCED)


def asks_when(message: str) -> bool:
    """« de quand datent vos fiches ? »: whether a message only asks how old the last answer is."""
    return _only_asks(message, _WHEN)


def without_brevity(message: str) -> str | None:
    """What is left of a message that wishes a shorter answer (« en une phrase : le CIR ? »); None when it wishes none."""
    if asks_recap(message):
        return None
    kept = [clause for clause in re.split(r"(?<=[.,;:!?])\s+", message) if not _only_wishes_brevity(clause)]
    rest = " ".join(kept)
    if not _BRIEF.search(rest):
        return None if rest == message else rest
    rest = re.sub(r"^[\s,.:;!?-]+|\s+$", "", _BRIEF.sub(" ", rest))
    return rest if set(flat(rest).split()) - _BRIEF_FILLERS else ""


def _only_wishes_brevity(clause: str) -> bool:
    """« mais c'est trop long », « fais plus court stp »: every word is of brevity or frames it."""
    said = set(flat(clause).split())
    if _LONG & said and not _TOO & said:
        return False  # « c'est long ? » asks how long it lasts
    return bool(_BRIEF_ALONE.intersection(said)) and _BRIEF_ALONE.union(_BRIEF_FILLERS).issuperset(said)


def _only_asks(message: str, *patterns: re.Pattern[str]) -> bool:
    """Whether one sentence of a message is such a question, and no other one of it asks anything else."""
    pieces = [_without_of_which(piece) for piece in re.split(r"(?<=[.!?])\s+", message.strip()) if flat(piece)]
    asked = [any(pattern.fullmatch(flat(piece)) for pattern in patterns) for piece in pieces]
    others = (piece for one, piece in zip(asked, pieces, strict=True) if not one and piece.rstrip().endswith("?"))
    return any(asked) and all(_SOURCED.fullmatch(flat(piece)) for piece in others)


def _without_of_which(piece: str) -> str:
    """« pour le Prêt Vert : quelle source ? » without what it is asked of."""
    before, colon, after = piece.partition(":")
    return after if colon and _OF_WHICH.fullmatch(flat(before)) else piece


def contested(message: str) -> str | None:
    """What a message says beside contesting the no (or the yes) it was given; None when it contests none."""
    match = _CONTEST.match(message)
    if match is None:
        return None
    return _YOU_SAID.sub("", message[match.end() :].strip(" ?!.,:;"))


def left_unanswered(message: str) -> tuple[str, str] | None:
    """The complaint that a question went without an answer and what is asked beside it; None without a complaint."""
    complaint, *rest = _COMPLAINT_ENDS.split(message, maxsplit=1)
    said = flat(complaint)
    return (said, "".join(rest).strip()) if _UNANSWERED.fullmatch(said) else None


def asks_again(message: str) -> bool:
    """Whether a message asks for what was said to be said once more."""
    return bool(_REPEAT.search(flat(message)))


def points_at_one(message: str) -> bool:
    """« le deuxième, c'est quoi ? »: one of things that were listed."""
    return bool(_POINT.fullmatch(flat(message)))


def asks_list_again(message: str) -> bool:
    """« tu peux me refaire la liste ? », « ceux que tu m'as donnés »."""
    return bool(_LIST_AGAIN.search(flat(message)))


def asks_nearest(message: str) -> bool:
    """« lesquels sont les plus près de Dole ? »: which of those that were given."""
    return bool(_NEAREST.search(flat(message)))


def asks_somebody_else(message: str) -> bool:
    """« quelqu'un de plus proche, dans l'Eure ? »: others than those that were given, nearer."""
    return bool(_SOMEBODY.search(flat(message)))


def points_at_the_other(message: str) -> bool:
    """« et l'autre ? », "the other one": of two things that were talked about."""
    return bool(_OTHER.search(message))


def with_the_other(message: str, name: str) -> str:
    """A message with that name for « l'autre »."""
    return _OTHER.sub(name, message, count=1)


def asks_estimate(message: str) -> bool:
    """« t'as pas un ordre de grandeur ? », "roughly?": whether at least about how much is asked for."""
    return bool(_ESTIMATE.search(message))


def without_estimate(message: str) -> str:
    """What is left of a message without these words."""
    return _ESTIMATE.sub(" ", message)


def rectified(message: str, asked: str) -> str:
    """The question asked before, as a message corrects it (« non, je parlais du prêt, pas de la garantie »); empty when
    it corrects nothing."""
    if asked and asks_who_instead(message):
        return _FUNDS.sub("qui peut aider à ", asked)
    if asked and (addition := _ADDED.match(message)):
        return f"et {addition['added'].strip(' .!')} ?"
    sentences = _SENTENCE.split(message)
    sentence = next((one for one in reversed(sentences) if _RETORT.match(one)), "")
    retort = _RETORT.match(message if len(sentences) == 1 or sentence == sentences[0] else sentence)
    if retort is None or not asked:
        return ""
    rest = retort.string[retort.end() :].strip(" ,.!")
    if _DENIED_FIRST.search(retort[0]):
        denied, _, meant = rest.partition(",")
    else:
        denied, meant = " ".join(_DENIED.findall(rest)), _DENIED.sub(" ", rest)
    meant = re.sub(r"^(?:mais|but|plutôt|rather|juste|just)\b\s*", "", meant.strip(" ,.!?"), flags=re.IGNORECASE)
    if not meant or _WISH.search(flat(meant)):
        return f"{meant} ?" if meant else ""
    kept = without_places(asked) if place_words_in(meant) else asked
    return f"{_without(kept, stems(denied))} {meant} ?"


def asks_who_instead(message: str) -> bool:
    """« j'ai pas demandé de l'argent, j'ai demandé qui »: somebody was meant, no money."""
    said = flat(message)
    return "?" not in message and bool(_NO_MONEY.search(said) and _SOMEBODY_MEANT.search(said))


def _without(asked: str, denied: Sequence[str]) -> str:
    """A question without the words that were taken back."""
    words = asked.rstrip(" ?").split()
    return " ".join(word for word in words if not stems(word) or not set(stems(word)) <= set(denied))
