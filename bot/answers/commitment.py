"""What one may not do before an aid is granted, and what one must do after: « je signe avant ? », « si on ferme ? »."""

import re

from bot.catalogue.folding import flat

_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n+")
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
_MAY = (
    r"(?:(?:je|j|on|nous|i|we|faut il|should) (?:\w{1,6} ){0,2}?(?:peu[xt]|peuvent|pouvons|ai le droit d\w*|a le droit d\w*|can|may|could|are allowed to|am allowed to)"
    r"|(?:puis|pouvons|peut|dois|devons|doit|est ce que) (?:je|on|nous)|(?:can|may|could|should|shall) (?:i|we)|(?:possible|permis|autorise|risque|grave|allowed|ok|okay|safe) (?:de|d|to))"
)
_SIGNING = r"(?:sign(?:er?)?|(?:passer?|place) (?:\w+ )?(?:commande|order)|(?:verser|payer|pay) (?:\w+ ){1,2}(?:acompte|arrhes|deposit|down payment)|go ahead with (?:\w+ )?(?:order|purchase))"
_BOUGHT = (
    r"(?:machines?|presses?|robots?|cobots?|tours?|fours?|lignes?|moules?|outillages?|equipements?|materiels?|travaux|chantier|becanes?"
    r"|equipment|lathes?|ovens?|furnaces?|lines?|tooling|moulds?|molds?|works?)"
)
_ITS = r"(?:la|le|les|l|ma|mon|mes|notre|nos|cette|ce|ces|the|my|our|this|that|these)"
_ORDERING = (
    rf"(?:(?:command(?:er|e)|achet(?:er|e)|lancer?|demarrer?|commencer?|order|buy|start)(?: {_ITS}(?: \w+){{0,2}}? {_BOUGHT}\b|(?= *$))"
    r"|(?:la|le|les|l) (?:commander|acheter)|(?:order|buy) (?:it|them))"
)
_SOON = (
    r"\b(?:avant|tout de suite|maintenant|des (?:maintenant|lundi|demain|aujourd hui)|deja|sans attendre|demain|lundi|cette semaine|la semaine prochaine|ce mois ci|en attendant"
    r"|before|right away|already|now|next (?:week|month)|this week|tomorrow|today|straight away|first|without waiting|in the meantime)\b"
)
_ORDERED = r"(?:command(?:er|e)|achet(?:er|e)|order|buy|sign(?:er?)?|passe[rz]? (?:\w+ )?commande)"
_ALLOWED = re.compile(
    rf"\b{_MAY} (?:\w+ ){{0,3}}?{_SIGNING}\b|\b{_MAY} (?:\w+ ){{0,2}}?{_ORDERING}.{{0,60}}?{_SOON}|\b{_MAY} (?:\w+ ){{0,2}}?{_ORDERING}$"
    rf"|{_SOON}.{{0,40}}\b{_MAY} (?:\w+ ){{0,2}}?{_ORDERING}"
)
_PRESSED = re.compile(
    rf"\b(?:fournisseurs?|vendeurs?|constructeurs?|commercial|suppliers?|sellers?|vendors?|manufacturers?)\b.{{0,30}}"
    rf"\b(?:press\w*|veut|veulent|pousse\w*|insiste\w*|exige\w*|reclame\w*|wants?|push\w*|insists?|urg\w+)\b.{{0,30}}\b{_ORDERED}\b"
)
_OTHERWISE = re.compile(
    r"\b(?:candidat\w*|formulaire|accelerat\w*|convention|consentement|confidentialite|accord de|prets?|application|nda|loan|etude|audit|avec l (?:aide|argent)|with the (?:grant|money|loan|aid)"
    r"|d occas\w*|occasion|reconditionne\w*|used|second hand|refurbished|leasing|a l etranger|electroniquement|en ligne|online|electronically)\b"
)
"""What else is signed or bought, or with what: « signer ma candidature », « acheter d'occasion »."""
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
    if _asks_leave(message) and not _BEGUN.search(said):
        return "before_signing"
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


def _asks_leave(message: str) -> bool:
    """Whether somebody asks if they may sign or order now, or is pressed to: « je peux la commander avant ? »."""
    said = flat(message)
    sentences = [flat(sentence) for sentence in _SENTENCES.split(message) if sentence.strip()]
    asks = any(_ALLOWED.search(sentence) for sentence in (*sentences, said))
    return bool(asks or _PRESSED.search(said)) and not _OTHERWISE.search(said)
