"""Ways out of a question or of everything, in one's own words: skip, go back, stop, erase."""

import re

from bot.catalogue.folding import flat
from bot.dialogue.phrases import ANYBODY, APPLYING, LONGEST, is_of, only_asks, parts, words_of
from bot.dialogue.presses import FormPress

_STOPS = re.compile(
    r"stop+e?[rz]?|arr?et+(?:e|er|ez|ons|es)?s?|pause|quitt?(?:e|er|ez|ons)|annul+(?:e|er|ez|ons)|abandon+(?:e|er|ez|ons)|tomber|cancel|quit|exit"
    r"|later|forget|basta|nevermind|drop|give|suffit"
)
_STOPS_IN_TWO = re.compile(
    r"plus tard|une autre fois|another time|(?:plus|pas) (?:envie|le temps|continuer|candidater|m inscrire|postuler)|continue (?:pas|plus)|no (?:longer|more)"
    r"|(?:reprendrai|continuerai|finirai|reviendrai|reviens)\b.*|(?:don t|do not) want to (?:continue|go on|apply)|enough|(?:ferai|verrai|fais) .*(?:demain|plus tard)"
)
_STOPPING = (
    ANYBODY
    | APPLYING
    | words_of(
        "toute toutes j ai temps trop long complique assez autre fois envie reviendrai revient reviens reprends reprendre"
        " reprendrai continuer continue continuerai finir finirai finis candidater postuler inscrire time up all everything"
        " enough with go on continue apply longer more another about not don laisse laisser laissez lais lese que qu tant pis"
        " avec sur soit reponses garder gardez never mind maybe see here ferai verrai verra fais"
    )
)
_NO_STOP = re.compile(r"(?:give|drop|forget|later)")  # only with what makes a whole of them
_WHOLE_STOP = re.compile(
    r"never ?mind|give (?:it )?up|drop it|forget (?:about )?it|(?:maybe |see you )?later|do (?:it|this) later"
)
_GIVES_A_REASON = re.compile(
    r"(?:j|je|c|ca|trop|non|no|bon|ok|merci|desolee?|sorry|i|it|this|too|on|nous|we|euh|pfff*)\b"
)
_SKIPS = re.compile(
    r"pas+(?:e|er|ez|ons)|saut+(?:e|er|ez|ons)|ignor(?:e|er|ez|ons)|skip+|next|suivante?s?|nsp|vide|blank|zap+(?:e|er|ez)"
)
_SKIPS_IN_TWO = re.compile(
    r"(?:sais|sait) (?:pas|plus|vraiment pas|encore pas)|pas (?:repondre|dire)|aucune idee|(?:don t|do not) know|no idea|not sure|not answer"
)
_SKIPPING = ANYBODY - words_of("tomorrow demain tout dois doit") | words_of(
    "cette cet celle question etape ligne champ autre chose suite encore trop quoi possible ce que qu idee aucune savoir"
    " sais sait vraiment honnetement repondre repondrai reponds reponse answer y revenir reviendrai reviens apres one step"
    " know don idea sure not leave laisser laisse dire mettre quoi directement yet c"
)
_ERASES = re.compile(r"ef+ac\w*|sup+r?im\w*|delet\w*|eras\w*|wipe|detrui\w+|oublie[rz]?|efa[cs]\w*|remove")
_ERASED = re.compile(
    r"\b(?:tout|toutes|everything|all|(?:mes|my|nos|our|les|the|cette|ma|notre|mon) (?:donnees|infos?|informations?|reponses|messages|coordonnees|traces"
    r"|data|details|answers|messages|conversation|discussion|historique|history|brouillon|draft|compte|account)|(?:ma|my|la|the) (?:candidature|application)"
    r"|(?:mon|le) dossier)\b"
)
_ERASING = (
    ANYBODY
    | APPLYING
    | words_of(
        "tous toute toutes donnees infos info informations reponses messages coordonnees traces data details answers history"
        " historique conversation discussion brouillon draft compte account nos notre cette everything all que qu j ai dit"
        " donne ecrit chez avez have about everything said wrote immediatement right away completement"
    )
)
_WAYS = {
    FormPress.BACK: r"retour|precedent|revenir(?: en arriere)?|back|go back",
    FormPress.RESTART: r"(?:tout )?recommencer|on recommence|je recommence|repartir (?:de |a )zero|start (?:over|again)|restart",
}


def control(text: str) -> FormPress | None:
    """« passer », « retour », « je veux tout arrêter »: a way through the form, when that is what is said."""
    said = flat(text)
    if way := next((press for press, pattern in _WAYS.items() if re.fullmatch(pattern, said)), None):
        return way
    if len(said.split()) > LONGEST:
        return None
    if _stops(text):
        return FormPress.STOP
    return FormPress.SKIP if _skips(text) else None


def wishes_erasure(text: str) -> bool:
    """« effacez tout », « supprimez mes données »: an order, not a question how."""
    if len(flat(text).split()) > LONGEST or only_asks(text):
        return False
    orders = [part for part in parts(text) if is_of(part, _ERASES, _ERASING)]
    return any(_ERASED.search(part) or (len(part.split()) <= 2 and "oubli" not in part) for part in orders)


def _stops(text: str) -> bool:
    """As a whole, or first of all; last of all, where what comes before gives no answer."""
    if only_asks(text):
        return False
    whole, *others = parts(text)
    if _stops_here(whole) or (others and _stops_here(others[0])):
        return True
    return bool(others) and _stops_here(others[-1]) and _GIVES_A_REASON.match(others[0]) is not None


def _stops_here(part: str) -> bool:
    words = part.split()
    whole = _WHOLE_STOP.search(part) or _STOPS_IN_TWO.search(part)
    found = [word for word in words if _STOPS.fullmatch(word) and not _NO_STOP.fullmatch(word)]
    if "tomber" in found and not re.search(r"\b(?:laiss?e[rsz]?|lai[cs]+er?|lese) (?:moi )?tomber", part):
        return False
    along = all(word in _STOPPING or _STOPS.fullmatch(word) for word in words)
    return along and bool(found or whole)


def _skips(text: str) -> bool:
    part = flat(text)
    words = part.split()
    found = [word for word in words if _SKIPS.fullmatch(word)]
    along = all(word in _SKIPPING or _SKIPS.fullmatch(word) for word in words)
    return along and bool(found or _SKIPS_IN_TWO.search(part))
