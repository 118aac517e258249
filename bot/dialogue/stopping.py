"""Ways out of a question or of everything, in one's own words: skip, go back, stop, erase."""

import re

from bot.catalogue.folding import flat
from bot.dialogue.phrases import ANYBODY, APPLYING, LONGEST, is_of, only_asks, parts, words_of
from bot.dialogue.presses import FormPress
from bot.dialogue.rereading import asks_what_is_noted

_STOPS = re.compile(
    r"stop+e?[rz]?|arr?et+(?:e|er|ez|ons|es)?s?|pause|quitt?(?:e|er|ez|ons)|annul+(?:e|er|ez|ons)|abandon+(?:e|er|ez|ons)|tomber|cancel|quit|exit"
    r"|later|forget|basta|nevermind|drop|give|suffit"
)
_STOPS_IN_TWO = re.compile(
    r"plus tard|une autre fois|another time|(?:plus|pas) (?:envie|le temps|continuer|candidater|m inscrire|postuler)|continue (?:pas|plus)|no (?:longer|more)"
    r"|(?:reprendrai|continuerai|finirai|reviendrai|reviens)\b.*|(?:don t|do not) want to (?:continue|go on|apply)|enough|(?:dois|have to|got to|gotta|vais) (?:y aller|partir|filer|go|leave|vous laisser|raccrocher)|gotta go|(?:i m|i am) done|je (?:file|vous laisse)|decroche"
    r"|(?:plus|pas|not) (?:interesse\w*|interested)|plus la peine|(?:ferai|verrai|fais) .*(?:demain|plus tard)"
)
_DAY = (
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)
_ANOTHER_TIME = (
    r"(?:plus tard|demain|ce soir|cet apres midi|cet aprem|tout a l heure|une autre fois|un autre (?:jour|moment)|apres"
    rf"|(?:on )?{_DAY}|(?:la )?semaine prochaine|(?:dans|in) (?:une?|deux|quelques|an|a|two|few|\d+) (?:heures?|jours?|minutes?|hours?|days?)"
    r"|later|tomorrow|tonight|next week|another (?:day|time))"
)
_TO_BE_CONTINUED = re.compile(
    r"(?:(?:bon|ok|allez|non|euh|alors|merci|donc|well|desolee?) )*(?:(?:on|je|j|nous|i|we|i ll|we ll|let s) )?(?:(?:vais|va|will|prefere|peux|peut|can|pourrai) )*"
    r"(?:reprend\w*|continu\w*|fini\w*|termin\w*|revien\w*|completer\w*|remplir\w*|poursui\w*|ferai|fera|finish|resume|go on|come back|carry on|do)"
    r"(?: (?:ca|le|la|les|tout|it|this|reste|suite|the rest|ma|my|candidature|application|formulaire|form|ici|here|y|avec vous|a ca|to it|to this))*"
    rf" {_ANOTHER_TIME}(?: (?:matin|soir|apres midi|prochaine?|morning|afternoon|svp|stp|please|merci|thanks|si possible|plutot|tranquillement|a tete reposee))*"
    r"|(?:c est (?:tout|bon|assez)|ca (?:suffit|ira)|assez|(?:that s|it s) (?:all|it|enough)|enough|i m done|stop)(?: (?:la|pour|for))* (?:aujourd hui|ce soir|today|tonight)(?: (?:merci|thanks))?"
)
_STOPPING = (
    ANYBODY
    | APPLYING
    | words_of(
        "toute toutes j ai temps trop long complique assez autre fois envie reviendrai revient reviens reprends reprendre"
        " reprendrai continuer continue continuerai finir finirai finis candidater postuler inscrire time up all everything"
        " enough with go on continue apply longer more another about not don laisse laisser laissez lais lese que qu tant pis"
        " avec sur soit reponses garder gardez never mind maybe see here ferai verrai verra fais aller partir filer file laisser raccrocher gotta got leave done interesse interessee interested anymore"
        " revoir bye bientot bonne journee soiree peine decroche frais rdv reunion retard am have go"
    )
)
_NO_STOP = re.compile(r"(?:give|drop|forget|later)")  # only with what makes a whole of them
_WHOLE_STOP = re.compile(
    r"never ?mind|give (?:it )?up|drop it|forget (?:about )?it|(?:maybe |see you )?later|(?:au revoir|bye|a (?:demain|plus|bientot)|bonne (?:journee|soiree))|do (?:it|this) later"
)
_STOPS_AND_WHY = re.compile(
    r"(?:(?:bon|ok|non|attend(?:s|ez)|euh|oui|desolee?|sorry|wait) )*(?:(?:stop|on (?:s )?arrete|j (?:arrete|m arrete)|je m arrete|on stoppe|arretez|i (?:have to |must )?stop|let s stop|pause)"
    r"(?: (?:tout|la|ici|pour (?:aujourd hui|l instant|le moment)|maintenant|now|here|svp|please))* )+"
    r"(?:(?:car|parce que|because|il faut que|faut que|on m|quelqu un|mon|ma|j ai|je dois|je suis|je vais|je n ai|on doit|on a|on est|i have|i need|i ve|i m|i got|someone)\b.*)"
)
_GIVES_A_REASON = re.compile(
    r"(?:un|une|mon|ma|my|a|j|je|c|ca|sa|trop|non|no|bon|ok|merci|desolee?|sorry|i|it|this|too|on|nous|we|euh|pfff*|pff"
    r"|pas|faut|il|allez|franchement|la c|la j|attend\w*|vous|tu|oh|ah|ras|marre|well)\b"
)
_SKIPS = re.compile(
    r"pas+(?:e|er|ez|ons)|saut+(?:e|er|ez|ons)|ignor(?:e|er|ez|ons)|skip+|next|suivante?s?|nsp|vide|blank|zap+(?:e|er|ez)|pass|jsp"
)
_SKIPS_IN_TWO = re.compile(
    r"(?:sais|sait) (?:pas|plus|vraiment pas|encore pas)|pas (?:repondre|dire)|aucune idee|(?:don t|do not) know|no idea|not sure|not answer"
    r"|plus tard pour (?:ca|celle)|refuse de repondre|(?:veux|prefere|souhaite|peux|envie|aime|aimerais) (?:ne )?(?:pas )?(?:trop |vraiment |beaucoup )?(?:de )?(?:le |la |vous )?(?:donner|dire|communiquer|laisser)|pas (?:cette|ces|l) (?:info\w*)"
    r"|regarde pas|donne pas|sous la main"
)
_SKIPPING = ANYBODY - words_of("tomorrow demain tout dois doit") | words_of(
    "cette cet celle question etape ligne champ autre chose suite encore trop quoi possible ce que qu idee aucune savoir"
    " sais sait vraiment honnetement repondre repondrai reponds reponse answer y revenir reviendrai reviens apres one step"
    " know don idea sure not leave laisser laisse dire mettre quoi directement yet c donner donne refuse regarde"
    " aime aimerais tel telephone numero mail email adresse phone nom siren siret chiffre chiffres montant perso personnel communiquer"
    " info infos information confidentiel confidentielle prive privee envie franchement comptable main sous avons avoir"
)
_WAITS = re.compile(
    r"(?:(?:oui|ok|euh|bon|yes) )*(?:(?:attend(?:s|ez)|patiente[rz]?|wait|hold on|(?:une|deux|1|2|one|just a|a|two|cinq|5|dix) (?:petites? )?(?:minutes?|secondes?|instants?|seconds?|moment|sec|min)"
    r"|un (?:instant|moment)|je (?:cherche|regarde|verifie|reviens)|je vais (?:chercher|voir|regarder)|let me (?:check|see|look))(?: (?:moi|svp|stp|please|je cherche|que je cherche|que je regarde|a sec))*(?: |$))+"
)
_ERASES = re.compile(
    r"ef+ac\w*|sup+r?im\w*|delet\w*|eras\w*|wipe|detrui\w+|oublie[rz]?|retir(?:e|er|ez)|efa[cs]\w*|remove"
)
_ERASED = re.compile(
    r"\b(?:tout|toutes|everything|all|(?:mes|my|nos|our|les|the|cette|ma|notre|mon) (?:donnees|infos?|informations?|reponses|messages|coordonnees|traces"
    r"|data|details|answers|messages|conversation|discussion|historique|history|brouillon|draft|compte|account)|(?:ma|my|la|the) (?:candidature|application)"
    r"|(?:mon|le) dossier)\b"
)
_ERASES_ALONE = r"(?:ef+ac\w*|sup+r?im\w*|delete|erase)(?: (?:moi|ca|it|svp|please))?|oublie[rz]? moi|forget me"
_ERASING = (
    ANYBODY
    | APPLYING
    | words_of(
        "tous toute toutes donnees infos info informations reponses messages coordonnees traces data details answers history"
        " historique conversation discussion brouillon draft compte account nos notre cette everything all que qu j ai dit"
        " donne ecrit chez avez have about everything said wrote immediatement right away completement"
    )
)
_LETS = r"(?:(?:bon|ok|non|attend(?:s|ez)|et|euh|alors|oui|finalement|wait) )*(?:(?:je|on|nous|i|we|let s|lets) )?(?:(?:peux|peut|veux|voudrais|voudrait|aimerais|pouvez vous|peux tu|est ce que je peux|puis je|want to|can|can i|can you|could you|please|d like to) )?(?:(?:je|vous|you) )?"
_POLITELY = r"(?: (?:svp|stp|s il (?:vous|te) plait|please|merci|maintenant|now))*"
_BEFORE = r"(?: (?:en arriere|d avant|avant|(?:a |sur )?(?:la |une |l )?(?:question|etape) (?:d avant|precedente|avant|plus tot)|au precedent|back|one step|a step|to the (?:previous|last) (?:question|step)|d une (?:question|etape)))"
_SHOWN = (
    r"(?:(?:montre[rz]?|affiche[rz]?|voi[rs]|revoir|relire|vois|rappelle[rz]?|resume[rz]?|donne[rz]?|fai(?:s|tes)|show|see|check|review|read)(?: moi| me| nous| voir)? )?"
    r"(?:un |le |la |les |mes |mon |ma |ce que |my |the |a |what )?"
    r"(?:recap\w*|resume|recapitulation|summary|recap|candidature|formulaire|dossier|reponses|answers|application|form"
    r"|(?:vous avez|tu as|j ai|i|you) (?:note|mis|rempli|repondu|saisi|entered|noted|have)\w*|ou j en suis|ou on en est|ou on en etait)"
    r"(?: (?:jusqu ici|deja|so far|actuel\w*|de (?:ma |la )?candidature|complet|entier\w*|en entier))*"
)
_ASKED_WHERE = (
    r"(?:on|j) en (?:est|suis|etait|etais|etions) ou|ou (?:en (?:est on|suis je|etait on|etais je)|(?:on|j) en (?:est|suis|etait|etais))"
    r"|where (?:was i|were we|are we|am i)|(?:(?:c est bon|ok|bon|alors|je reprends|on reprend|me revoila) )+(?:on|j) en (?:est|suis|etait|etais) ou"
)
_SHOWN_ALONE = r"(?:un |le |la |mon |ma |a |the )?(?:recap\w*|summary)"
_WAYS = {
    FormPress.BACK: rf"retour|precedente?|{_LETS}(?:revenir|reviens|revenez|revient|revenons|retourne[rz]?|retournons|recule[rz]?|go back|step back|back){_BEFORE}?{_POLITELY}"
    rf"|{_LETS}(?:la )?(?:question|etape) (?:precedente|d avant){_POLITELY}|previous(?: (?:question|step))?"
    rf"|(?:(?:oups|oh|pardon|mince|non|attend(?:s|ez)) )*(?:je me suis trompee?|j ai fait une erreur|i made a mistake) (?:(?:a|sur|dans|in|on) )?(?:(?:la|l|ma|the) )?(?:(?:question|etape|reponse|step|answer) (?:d avant|precedente)|(?:previous|last) (?:question|step|answer)|juste avant|avant){_POLITELY}",
    FormPress.SHOW: rf"{_SHOWN_ALONE}{_POLITELY}|{_LETS}(?=(?:montr|affich|voi|revoi|relire|rappel|resum|donn|fai|show|see|check|review|read)){_SHOWN}{_POLITELY}|{_ASKED_WHERE}",
    FormPress.RESTART: r"(?:tout )?recommencer|on recommence|je recommence|repartir (?:de |a )zero|start (?:over|again)|restart",
}


def control(text: str) -> FormPress | None:
    """« passer », « retour », « je veux tout arrêter »: a way through the form, when that is what is said."""
    said = flat(text)
    if way := next((press for press, pattern in _WAYS.items() if re.fullmatch(pattern, said)), None):
        return way
    if asks_what_is_noted(text):
        return FormPress.SHOW
    if _STOPS_AND_WHY.fullmatch(said):
        return FormPress.STOP
    if len(said.split()) > LONGEST:
        return None
    if _stops(text):
        return FormPress.STOP
    return FormPress.SKIP if _skips(text) else None


def wishes_erasure(text: str) -> bool:
    """« effacez tout », « supprimez mes données »: an order, not a question how."""
    if len(flat(text).split()) > LONGEST or only_asks(text):
        return False
    said = (*parts(text), re.sub(r"^(?:(?:en fait|finalement|actually|du coup|bon|non|ok) )+", "", flat(text)))
    orders = [part for part in said if is_of(part, _ERASES, _ERASING)]
    return any(_ERASED.search(part) or re.fullmatch(_ERASES_ALONE, part) for part in orders)


def _stops(text: str) -> bool:
    """As a whole, or first of all; last of all, where what comes before gives no answer."""
    if only_asks(text):
        return False
    whole, *others = parts(text)
    if _stops_here(whole) or (others and _stops_here(others[0])):
        return True
    return bool(others) and _stops_here(others[-1]) and _GIVES_A_REASON.match(others[0]) is not None


def _stops_here(part: str) -> bool:
    if _TO_BE_CONTINUED.fullmatch(part):
        return True
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


def waits(text: str) -> bool:
    """« attendez deux minutes », « une seconde », when that is all that is said."""
    return _WAITS.fullmatch(flat(text)) is not None
