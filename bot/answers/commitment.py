"""What one may not do before an aid is granted, and what one must do after: « je signe avant ? », « si on ferme ? »."""

import re

from bot.catalogue.folding import flat

_ENGAGING = r"(?:sign\w+|command\w+|achet\w+|acompte|vers(?:er|e|ez|ons) (?:un |des |l |d )?(?:acomptes?|arrhes)|commenc\w+|demarrer|demarre|order\w*|bought|paid)"
_BEGUN = re.compile(
    rf"\b(?:deja|already|hier|la semaine derniere|le mois dernier|last week) (?:\w+ )?{_ENGAGING}\b|\b{_ENGAGING}\b.{{0,40}}\b(?:hier|la semaine derniere|le mois"
    r" dernier|trop tard|grave|last week|too late)\b"
)
_BEFORE = re.compile(
    rf"\b{_ENGAGING}\b.{{0,40}}\b(?:avant|before)\b.{{0,30}}\b(?:demande|apres|depot|depos\w+|accord|reponse|aide|dossier|subvention|appl\w+|grant)\b"
    rf"|\b(?:attendre|wait)\b.{{0,40}}\bavant de {_ENGAGING}\b"
)
_OF_AN_AID = re.compile(
    r"\b(?:aides?|subventions?|devis|commandes?|commander|machines?|travaux|acompte|dossier|financ\w+|grants?|aid|order)\b"
)
_BACK = re.compile(r"\b(?:rembours\w+|rendre|reverser|repay|pay back|give back)\b")
_PROMISE = re.compile(
    r"\b(?:garanti\w*|promet\w*|promis|assure\w*|certains?|guarantee|promise)\b.{0,25}\b(?:aur\w+|obtien\w+|touch\w+|recev\w+|will get|get it)\b"
)
_BROKEN = re.compile(
    r"\b(?:si|if|en cas|quand (?:on|nous)|when we)\b.{0,80}\b(?:ferm\w+|supprim\w+|licenci\w+|arret\w+|delocalis\w+|revend\w*|vend\w*|quitt\w*|demenag\w+|echou\w+"
    r"|produi\w+ (?:pas|plus)|part(?:ir|ons|ez|ent|ait)?|pars|clos\w+|stop\w*|leav\w+|fail\w*|lay off)\b"
)


def commitment_asked(message: str) -> str:
    """Key of the full question on signing before, or on what was signed already; empty when neither is asked."""
    said = flat(message)
    if not _OF_AN_AID.search(said):
        return ""
    return "already_begun" if _BEGUN.search(said) else "before_signing" if _BEFORE.search(said) else ""


def asks_promise(message: str) -> bool:
    """Whether somebody wants to be sure of an aid before it is granted."""
    return bool(_PROMISE.search(flat(message)))


def asks_clawback(message: str) -> bool:
    """Whether an aid must be given back when something promised is not kept."""
    said = flat(message)
    return bool(_BACK.search(said) and _BROKEN.search(said))
