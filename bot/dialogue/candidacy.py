"""Somebody wants to apply, asks how, or agrees to begin."""

import re

from bot.catalogue.folding import flat
from bot.dialogue.interrogative import Asking, asking
from bot.dialogue.phrases import ANYBODY, words_of
from bot.intake.mentions import aligned

_GOES = re.compile(
    r"(?:(?:ok|oui|yes|yeah|bon|alors|allez|super|parfait|d accord|sure|great|bien|go|donc|eh) )*"
    r"(?:on y va|allons y|c est parti|ces? parti|go(?: ahead| for it)?|let s (?:go|start|do it|begin)|lets go|on commence|commencons|je commence|je me lance|on se lance"
    r"|j y vais|je veux bien|volontiers|start|begin|demarrons|on demarre|vas y|allez y|je suis partante?|on est partants?|i m in|i am in)"
    r"(?: (?:merci|svp|please|alors|maintenant|now|then|pour (?:la |une )?candidature))*"
)
_RESUMES = re.compile(
    r"(?:(?:ok|oui|yes|bon|alors|allez|d accord|c est bon|rebonjour|bonjour|hello|hi|me revoila|i m back) )*"
    r"(?:me (?:revoila|voila de retour)|je suis (?:de retour|revenue?)|i (?:m|am) back"
    r"|(?:(?:on|je|nous|i|we|let s|lets) )?(?:(?:peux|peut|veux|voudrais|want to|can we|can i) )?(?:reprend(?:s|re|ons)?|reprenons|continu(?:e|er|ons)|resume|go on|carry on)"
    r"(?: (?:la|ma|my|the) (?:candidature|application))?(?: (?:maintenant|now|svp|please|merci|la|ou j en etais|ou on en etait|(?:on|j) en (?:etait|etais|est|suis) ou|where (?:i was|was i|were we)))*)"
)
_APPLY_VERBS = (
    r"(?:candidater|postuler|poser (?:ma |une )?candidature|(?:deposer|envoyer|faire|commencer|demarrer|lancer|ouvrir|remplir|debuter|monter) "
    r"(?:une |ma |notre |la |un |mon |le )?(?:candidature|dossier(?: de candidature)?)|deposer (?:mon|notre|un) projet"
    r"|(?:m'|m |s'|nous |s )inscrire|inscrire (?:mon|ma|notre) (?:entreprise|societe|boite|projet)|(?:reprendre|continuer|finir|terminer) (?:ma|la|une|notre|mon|le) (?:candidature|dossier)|participer|rejoindre (?:l'accelerateur|le programme)"
    r"|integrer (?:l'accelerateur|le programme)|(?:to )?(?:apply|sign up|enrol{1,2}|register|join(?: the (?:accelerator|programme|program))?"
    r"|(?:send|start|begin|open|submit|make|file|fill in|resume|continue) (?:an |my |the |our )?application))"
)
_HELLO = (
    r"(?:(?:bonjour|bonsoir|salut|hello|hi|hey|ok|okay|oui|yes|bon|bien|bah|ben|alors|donc|merci|thanks|super|parfait|d'accord|great|cool|c'est bon|finalement"
    r"|du coup|euh|et|mais|well|so|then|sure|allez)[ ,.!:]+)*"
)
_APPLIES = re.compile(
    rf"{_HELLO}(?:(?:je |j'ai |j ai |g |on a )(?:trop |bien |tres )?envie d(?:e |')\s?{_APPLY_VERBS}"
    rf"|(?:une |mon |notre |demande d')?inscription"
    rf"|(?:je|j|on|nous|i|we)[ ']*(?:veux|veut|veu|vx|veus|voudrais|voudrai|voudrait|voudrions|voulons|souhaite"
    r"|souhaiterais|souhaiterait|souhaitons|aimerais|aimerai|aimerait|aimerions|want|wish|would like|would love|d like|'d like|need)(?: to)?"
    rf"(?: (?:bien|aussi|donc|juste|maintenant))* {_APPLY_VERBS}"
    r"|(?:je |on )?candidat(?:e|er|ure)|je (?:m'inscris|postule)|on s'inscrit|inscri(?:vez|s)[ -](?:moi|nous)|i(?:'m| am) applying|apply|sign (?:me|us) up|let me apply"
    r"|(?:on |je )?(?:commence|commencer|demarrer|ouvrir|ouvrez|lancer) (?:la |ma |une |notre )?candidature)"
    r"(?: (?:maintenant|now|tout de suite|svp|stp|please|s'il vous plait))*"
    r"(?: (?:a|pour|au|aupres de|to|for)(?: l'| la | le | the | votre | your | ce | cet | this )?\s?(?:accelerateur|programme|accelerator|program|cci|parcours)(?: relocalisation)?)?"
    r"(?! (?:a|au|aux)\b| (?:pour|to|for|d'|de|du)\b[^:.;]{0,40}\b(?:aides?|subventions?|pret|prets|financements?|fonds|credit|grants?|loans?|funding|appel|formation))"
    r"\s*(?P<rest>$|[ :,.;!-].*)",
    re.DOTALL,
)
_SIGNS_UP = re.compile(r"\b(?:inscri\w+|incri\w+|sign\w* up|enrol\w*|register)\b")
_APPLY_WORDS = re.compile(
    r"inscri\w+|incri\w+|candidat\w*|postul\w*|appl(?:y|ying)|application|sign|enrol\w*|register|formulaire|form"
)
_HOWS = re.compile(
    r"comment|coment|how|quoi|ou|where|faut|marche|demarche|procedure|etapes?|steps?|lien|link|formulaire|form|quelle?|what"
)
_APPLY_HOW = ANYBODY | words_of(
    "on fait faire fais faut il quoi comment coment how where ou quelle quel est que qu what are steps step etapes etape demarche demarches"
    " procedure marche suivre lien link bouton page up in into deposer dossier projet mon mes notre envoyer trouve trouver est ce si s se"
    " accelerateur accelerator programme program parcours relocalisation cci chez votre vous english anglais french francais concretement"
    " exactement exactly peut faire aussi depuis ici via avec premiere fois start commencer commence commencer demarrer debuter begin does one"
    " quoi savoir dire dites moi expliquer expliquez tell"
)


def wish_to_apply(text: str) -> str | None:
    """What stands beside « je veux candidater » in a text that begins or ends so; None for another text."""
    if match := _APPLIES.fullmatch(aligned(text)):
        return text[match.start("rest") :].strip(" :,.;!-")
    *_, last = re.split(r"[,.;:!\n]\s+", text)
    before = text[: len(text) - len(last)].strip(" :,.;!-\n")
    ends = _APPLIES.fullmatch(aligned(last.strip(" .!")))
    return before if before and ends and not ends["rest"] and asking(before) is Asking.NO else None


def asks_how_to_apply(text: str) -> bool:
    """« comment on fait pour s'inscrire », when nothing else is named."""
    words = flat(text).split()
    of_it = [word for word in words if _APPLY_WORDS.fullmatch(word)]
    allowed = all(word in _APPLY_HOW or word in of_it for word in words)
    asks = any(map(_HOWS.fullmatch, words)) and (not (wish := wish_to_apply(text)) or _HOWS.fullmatch(flat(wish)))
    return bool(of_it) and allowed and bool(asks) and wish != ""


def asks_to_sign_up(text: str) -> bool:
    """Whether it is of signing up, which is said of no grant or loan."""
    return _SIGNS_UP.search(flat(text)) is not None


def agrees_to_begin(text: str) -> bool:
    """« on y va », « let's go », when that is all that is said."""
    return _GOES.fullmatch(flat(text)) is not None


def resumes(text: str) -> bool:
    """« on reprend », « let's continue », when that is all that is said."""
    return _RESUMES.fullmatch(flat(text)) is not None
