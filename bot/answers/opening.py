"""The first message of an entrepreneur, who tells of a project: where to begin, where to find money, what it is worth."""

import re

from bot.answers.company import UNKNOWN, company_told
from bot.answers.focusing import asks_more_than_yes
from bot.answers.forms import is_country
from bot.answers.service import names_service, points_at_service
from bot.catalogue.folding import flat

_MAKING = (
    r"(?:fabriqu|produi|fais(?:ons)? (?:fabriquer|produire)|fait (?:fabriquer|produire)|mak(?:e|ing)|manufactur|produc)"
)
_RETURNING = (
    r"\b(?:rapatri|relocalis|reindustrialis|reshor)\w+"
    r"|\b(?:ramen\w+|faire revenir|faire rentrer|revenir|rapporter|bring|move)\b.*"
    r"\b(?:production|prod|fab|fabrication|usine|france|chez nous|ici|back)\b"
    r"|\b(?:sous traitant|fournisseur|fabricant|usine)s? (?:chinois|asiatique|etranger|turc|polonais|roumain|indien)"
    r"|\b(?:refai\w+|refabriqu\w+|reprodui\w+|remont\w+|faire) (?:\w+ ){0,2}(?:ici|en france|chez nous|sur place)\b"
    r"|\b(?:arret\w+|quitt\w+|lach\w+|sort\w+ de|parti\w* de|leave|leaving|quit) (?:la |le |l |les |du |d )?"
    r"(?:chine|asie|inde|turquie|tunisie|maroc|pologne|roumanie|vietnam|bangladesh|bulgarie|portugal|taiwan|china|asia|india|turkey)\b"
    r"|\b(?:produire|fabriquer)\b.*\ben france\b|\b(?:ici|en france|chez nous) plutot qu"
    r"|\b(?:fabrication|production|prod)\b.{0,40}\ben (?:chine|asie|inde|turquie|tunisie|pologne|roumanie|italie|espagne|bulgarie|hongrie)\b"
    r"|\b(?:fabrication|production|prod)\b.{0,40}\bau (?:vietnam|bangladesh|maroc|portugal|pakistan|cambodge)\b"
)
_PROJECT = re.compile(
    rf"\b(?:on|nous|je|j|we|i) (?:(?!veux|voudr|aimer|cherch|want|need|would)\w+ ){{0,2}}{_MAKING}\w*|{_RETURNING}"
)
_COMING_BACK = re.compile(_RETURNING)
_BRIEF = 14  # words of a message that may leave out that it is about coming back
_DOUBT = re.compile(
    r"\bcout de revient\b|\bplus cher\w* (?:ici|en france)\b|\bpieges?\b|\brentab\w+|\bpitfalls?\b|\bpays? off\b"
)
_WORTH = re.compile(
    r"\b(?:vous|tu) en (?:pensez|penses) quoi\b|\bqu en (?:pensez vous|penses tu)\b|\bbonne idee\b|\bj hesite\b|\bvau\w+ (?:\w+ )?le coup\b"
    r"|\bviable\b|\brisques?\b|\btient? la route\b|\bworth it\b|\bwhat do you think\b"
)
_SPEAKER = re.compile(r"\b(?:on|nous|je|j|jai|g|moi|notre|mon|ma|we|i|our|my|bonjour|salut|hello|bjr|slt)\b")
_INTRODUCTION = 25  # words
_WANTS = re.compile(
    r"\b(?:veu[tx]|voul\w+|voudr\w+|aimer\w+|souhait\w+|besoin|projet|plutot|non|pas|want|need|would like|not)\b"
)
_BEGINNING = (
    r"\bpar (?:ou|quoi) (?:\w+ ){0,3}(?:commenc|debut|demarr)\w*|\b(?:commenc|debut|demarr)\w* par (?:ou|quoi)\b|\bou (?:commencer|demarrer)\b"
    r"|\bwhere (?:do|should|can|would) (?:i|we) (?:start|begin)\b"
)
_BEGIN = re.compile(_BEGINNING)
_HELP = re.compile(
    rf"{_BEGINNING}|\bcomment (?:m y|s y|nous y|y)? ?(?:prendre|proceder|commencer|demarrer|faire)\b"
    r"|\b(?:pouvez|peux|pourriez|sauriez) (?:vous |tu )?(?:m |nous )?aider\b|\baide[zr] (?:moi|nous)\b"
    r"|\b(?:faites|fais|proposez|proposes|pouvez|peux) (?:\w+ )?quoi\b|\bque (?:faites|proposez|pouvez) vous\b"
    r"|\ba qui (?:je|on|nous|dois|puis|peut|faut)\b.{0,25}(?:adress|parl)"
    r"|\b(?:where|how) (?:do|should|can|would) (?:i|we) (?:start|begin|proceed)\b"
    r"|\b(?:can|could) you help\b|\bwhat can you do\b"
)
_BARE_BEGIN = re.compile(
    r"(?:(?:et|ok|bon|alors|du coup|bonjour|merci) )*(?:je |on |nous )?(?:(?:par|avec) (?:ou|quoi) |where )(?:\w+ ){0,3}"
    r"(?:commenc\w+|debut\w*|demarr\w+|start|begin)(?: du coup| alors| svp| stp)?"
)
_MONEY = re.compile(r"\b(?:financ\w*|aides?|eligibles?|subventions?|argent|prets?|funding|grants?|money)\b")
_ASKS = re.compile(
    r"\b(?:puis (?:je|on)|peut (?:on|il|elle)|est ce qu\w*|faut il|y a t|existe|vaut|dites moi|dis moi|suis je|eligible|vous pouvez"
    r"|tu peux|pouvez vous|peux tu|ou pas|ou non|peu(?:t|x|vons)"
    r"|is there|are there|can|could|do you|does|should)\b"
)
_SEEKS = re.compile(
    r"\b(?:(?:trouv|cherch|find|look|financ|fund|subvention|candidat|dossier)\w*|aides|prets?|loans?)\b"
)


def only_tells_of_a_project(message: str) -> bool:
    """Whether somebody tells of a production that is to come back to France, and asks nothing."""
    said = flat(message)
    asks = "?" in message or asks_more_than_yes(message) or _ASKS.search(said)
    abroad = bool(_SPEAKER.search(said)) and any(map(is_country, said.split()))
    return not asks and (abroad or bool(_PROJECT.search(said)))


def only_introduces_itself(message: str) -> bool:
    """Whether somebody tells of their company, and neither of a production abroad nor of anything that they seek."""
    said = flat(message)
    asks = "?" in message or asks_more_than_yes(message) or not _SPEAKER.search(said)
    asks = asks or names_service(message) or points_at_service(message)
    if asks or len(said.split()) > _INTRODUCTION or any(map(is_country, said.split())):
        return False
    beyond = (_ASKS, _SEEKS, _HELP, _MONEY, _WANTS, _COMING_BACK)
    told = company_told(message, UNKNOWN)
    return bool(told.region or told.heads) and not any(pattern.search(said) for pattern in beyond)


def asks_where_to_begin(message: str) -> bool:
    """Whether somebody tells of such a production and asks for help or for the first step."""
    said = flat(message)
    begins = bool(_BARE_BEGIN.fullmatch(said)) or bool(_PROJECT.search(said) and _HELP.search(said))
    return begins and not _SEEKS.search(said)


def speaks_of_money(message: str) -> bool:
    """Whether a message speaks of aids, or of who may have them."""
    return bool(_MONEY.search(flat(message)))


def asks_where_to_find_money(message: str) -> bool:
    """Whether somebody asks for the first step towards money."""
    said = flat(message)
    return bool(_BEGIN.search(said) and _MONEY.search(said))


def asks_whether_it_pays(message: str) -> bool:
    """Whether somebody tells of such a production and asks what it is worth, or what is risked."""
    said = flat(message)
    doubts, tells = bool(_DOUBT.search(said)), bool(_PROJECT.search(said))
    return (doubts and len(said.split()) <= _BRIEF) or (tells and (doubts or bool(_WORTH.search(said))))
