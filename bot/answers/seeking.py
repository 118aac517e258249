"""What somebody seeks: a maker or premises; or money, staff, training or examples, which no list of partners gives."""

import re
from functools import lru_cache

from bot.catalogue.folding import REMEMBERED, flat

_MAKERS = (
    r"(?:partenaires?|fournisseurs?|sous traitants?|sous traitance|prestataires?|fabricants?|faconniers?|industriels|ateliers?"
    r"|suppliers?|subcontract\w+|manufacturers?|makers?|partners?|workshops?|shops?|contractors?|vendors?)"
)
_SEEKS = (
    r"(?:(?:re)?cherch(?:e|er|ons|ent|ais|ait|ez)|(?:trouver?|trouvons|trouve t on|denicher|identifier)|besoin(?: de| du| des| d| dune?)?"
    r"|(?:nous |me |m en |lui )?fau(?:t|drait)|voudr(?:ais|ions|ait)|aimer(?:ais|ions|ait)|veut|veux|voulons"
    r"|connais\w*|avez(?: vous)?|existe(?: t il)?|y a(?: t il)?|ya|looking for|look for|search\w*|find|finding|needs?|want|would like|seek\w*)"
)
_SOUGHT = re.compile(
    rf"\b{_SEEKS} (?:\w+ ){{0,4}}{_MAKERS}\b|\bfaire (?:faire|produire|coudre|\w{{2,}}er)\b|\b(?:quelqu un|somebody|someone) (?:pour|qui|to|who|dans)\b|\bvous avez (?:qui|quelqu un)\b|\b(?:any names|anybody|anyone)\b"
    r"|^(?:\w+ ){0,3}?qui (?!est\b|sont\b|ont\b)\w{3,} (?:des|du|de la|de l)\b"
    r"|\bqui (?:sait|sau\w+|fait|font|fabrique\w*|realise\w*|produi\w+|usine\w*|peut|pourrait|pour)\b|\bqui (?:\w+ )?dans le coin\b"
    r"|\b(?:want|need|like|get|have) .{0,40}\b(?:made|machined|sewn|welded|cast|painted|assembled|produced|manufactured)\b"
    rf"|^(?:un |une |des |any )?{_MAKERS} (?:de|d|pour|qui|capables?|for|of)\b"
    r"|\bwho (?:does|do|makes?|can|could)\b|\ba qui (?:confier|sous traiter)\b|\bou (?:faire|trouver)\b"
)
_MAKER = re.compile(rf"\b{_SEEKS} (?:\w+ ){{0,4}}{_MAKERS}\b")
_LOOKS = re.compile(
    r"\b(?:(?:re)?cherch\w+|(?<!se )(?<!s y )trouv\w+|besoin (?:de|du|des|d|dune?)|connais\w*|il (?:me|nous) (?:faut|faudrait)|y a t il|existe t il"
    r"|looking for|needs?|find|finding)\b"
)
_GENERAL = re.compile(
    rf"\b(?:{_SEEKS}|aide\w*|help\w*) (?:\w+ ){{0,4}}{_MAKERS}\b(?! (?:de|d|du|des|en|pour|of|for|certifi\w+|qui)\b)"
)
_IT = re.compile(
    r"\b(?:le|la|les|l|nous|it|them) (?:\w+ )?(?:fabrique|fasse|fait|produi|couse|usine|monte|make|made|produce|manufacture)\w*"
    r"|\b(?:fabriquer|faire|produire|make|produce|manufacture) (?:ca|cela|it|them)\b"
)
_MONEY = re.compile(
    r"\b(?:argent|thunes?|fric|pognon|subventions?|prets? (?!a\b)|prets?$|emprunt\w*|financ\w+|cofinanc\w+|credits? (?:d )?impots?"
    r"|loans?|grants?|funding|money|cash|subsid\w+|pa(?:ie|ye|y)(?:r|nt|ra)?)\b|\b(?:les?|des|du|de|d) sous\b(?! (?:tr|ens))"
    r"|\baides? (?:de|du|a l|pour|financ\w+|public\w+|region\w+)\b|\bdes aides\b|\bquelles? aides?\b"
)
_STAFF = re.compile(
    r"\b(?:recrut|embauch|hir(?:e|ing)\b|personnel\b|main d oeuvre|salaries? qualif|staff\b|workforce|candidats?\b|cdi\b|profils?\b"
    r"|metiers? en tension|penurie)\w*"
    r"|\b(?:ya|y a|il y a|trouve|reste) (?:t il )?plus (?:personne|de|d|des)\b"
    r"|\b(?:des|nos|\d+) (?:couturieres|operateurs?|operatrices?|ouvriers?|ouvrieres?|workers|employees|operators)\b"
)
_TEACHING = re.compile(
    r"\b(?:former|forme|forment|formations?|formateurs?|apprentis?|apprentissage|train|trains|training|trained|alternance)\b"
)
_SCHOOL = r"(?:ecoles?|organismes?|centres?(?: de formation)?|cfa|lycees?|agences?|schools?|agency|bodies|body)"
_WHO_HELPS = re.compile(
    rf"\bqui (?:\w+ ){{0,4}}(?:aid\w+|form(?:er|e|ent)|recrut\w+|connai\w+|trouv\w+|propos\w+)\b|\b(?:une?|quel(?:le)?s?|a|an|any|which) {_SCHOOL}\b"
    r"|\b(?:vers|a|aupres de|chez) qui\b|\bquelqu un\b|\bwho (?:can |could )?(?:\w+ )?(?:help|train|hire|recruit|find)\w*|\bsomebody\b|\bsomeone\b"
)
_PAYING = re.compile(
    rf"{_MONEY.pattern}|\b(?:aides?|dispositifs?|primes?|schemes?|support|gratuit\w*|machines?|presses?|robots?)\b|\b(?:pa(?:ie|ye)|prend\w* en charge|rembours)\w*"
)
_EXAMPLES = re.compile(
    r"\bexemples?\b|\bl ont (?:deja )?(?:fait|tente)\b|\btemoignages?\b|\bretours? d experience\b|\blaureats?\b|\bcase stud|\bexamples?\b"
    r"|\bsuccess stor"
)
_PREMISES = re.compile(
    r"\b(?:un|une|des|les?|la|nos|notre|a|some|du|de|d) (?:(?:petits?|grands?|nouve\w+|autres?|bon|beau|new) )?(?:local|locaux|terrains?|batiments?|hangars?|entrepots?|foncier|premises"
    r"|land|building|warehouse|site industriel|usine a (?:louer|vendre))\b"
    r"|\b(?:m installer|nous installer|s installer|s implanter|m implanter|nous implanter)\b|\binstaller (?:mon|notre|une|l) "
)
_ROLES = re.compile(
    r"^(?:et |ok |and )?(?:qui|lequel|lesquels|chacun) (?:\w+ )?(?:fait|font) quoi$|^(?:et )?(?:ils|elles) (?:font|font ils) quoi$"
    r"|^(?:ok |and )?(?:who|which one|which) does what$|^(?:and )?what (?:do they|does each) do$|^que font (?:ils|elles)$"
)
_SPEAKER = re.compile(
    r"\b(?:je suis|j suis|on est|nous sommes|i am|i['’]m|we are|we['’]re)\b"
    r"(?:(?! (?:et|qui|on|nous|je|j['’]|cherch\w*|need|looking|want|and|who) ?)[^.,;!?\n])*"
    r"|^\s*[\wà-ÿ-]+,(?= (?:j['’]|je |on |nous |i |we ))",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n+")


@lru_cache(REMEMBERED)
def seeks_a_maker(question: str) -> bool:
    """Whether somebody plainly looks for who can make, machine, sew or test something."""
    return bool(_SOUGHT.search(flat(question)))


def asks_who_does_what(question: str) -> bool:
    """Whether it is asked of a list what each does: « qui fait quoi ? »."""
    return bool(_ROLES.search(flat(question)))


def seeks_any_maker(question: str) -> bool:
    """Whether suppliers or subcontractors are looked for by that very word, whatever they are to do."""
    return bool(_GENERAL.search(_asking(question)))


def seeks_maker_of_it(question: str) -> bool:
    """Whether a maker is looked for of what was told before: « trouver un atelier qui le fabrique »."""
    said = _asking(question)
    return bool(_MAKER.search(said) and _IT.search(said))


def seeks_premises(question: str) -> bool:
    """Whether a place to settle is looked for: « trouver un local »."""
    said = _asking(question)
    return bool(_PREMISES.search(said)) and bool(re.search(rf"\b{_SEEKS}\b|\bqui\b|\bwho\b|\bou\b|\bwhere\b", said))


def looks_for(question: str) -> bool:
    """Whether anything is looked for: « il nous faut un soudeur », « besoin de sérigraphie »."""
    return bool(_LOOKS.search(_asking(question)))


@lru_cache(REMEMBERED)
def seeks_no_partner(question: str) -> bool:
    """Whether it is money, staff, training or examples that are asked for, whatever operations are told."""
    said = _asking(question)
    return any(pattern.search(said) for pattern in (_MONEY, _STAFF, _TEACHING, _EXAMPLES))


def seeks_who_trains(question: str) -> bool:
    """Whether it is asked who helps to hire or to train, a school or an office, not who pays: no list of schemes."""
    said = _asking(question)
    return bool(
        _WHO_HELPS.search(said) and (_STAFF.search(said) or _TEACHING.search(said)) and not _PAYING.search(said)
    )


def without_the_speaker(question: str) -> str:
    """The message without what tells who speaks: « designer, j'ai une idée », « je suis acheteur »."""
    return _SPEAKER.sub(" ", question)


def asking_sentences(question: str) -> str:
    """The sentences that ask, as typed; the last one when none has a question mark."""
    pieces = [piece for piece in _SENTENCES.split(question.strip()) if piece.strip()]
    return " ".join([piece for piece in pieces if piece.rstrip().endswith("?")] or pieces[-1:])


def _asking(question: str) -> str:
    return flat(asking_sentences(question))
