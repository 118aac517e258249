"""What a message takes for granted of the service or of who gives an aid: the full question that puts it right.

« vu que l'accélérateur verse 50 000 €… », « puisque vous êtes Bpifrance… », « le dossier se dépose à la mairie, non ? »
"""

import re
from dataclasses import dataclass

from bot.answers.premises import premise_of
from bot.answers.service import names_service, points_at_service
from bot.catalogue.folding import flat
from bot.search.shorthand import in_full

_GIVING = (
    r"(?:vers\w*|donn\w*|pa[iy](?:e|es|ez|ent|er)|financ\w*|pret(?:e|es|ez|ent|er)|accord\w*|attribu\w*|octroi\w*|offr\w*"
    r"|distribu\w*|subventionn\w*|pays?|gives?|grants?|lends?|funds?|offers?|hands?)"
)
_MONEY = (
    r"(?:\d[\d ]*(?: ?[km])? ?(?:€|euros?|%|balles)|\d[\d ]{3,}|€ ?\d|\d+ ?k\b|subventions?|aides?|primes?|argent|sous"
    r"|cheques?|avances?|dotations?|bourses?|money|cash|grants?|subsid\w+|bonus)"
)
_PAYS = re.compile(rf"\b{_GIVING}\b(?:\W+\w+){{0,5}}?\W+{_MONEY}|\b(?:recoit|touche|get|receive)\w*\b.{{0,20}}{_MONEY}")
_FINANCES = re.compile(
    r"\b(?:financ\w+|pa[iy]e|subventionn\w+|rembours\w+|funds?|pays for|covers?) (?:\w+ )?(?:une?|les?|la|l|nos|mes|votre|the|our|half|part)\b"
    r"|\brapport\w+\b.{0,20}\b(?:€|euros?|argent|k)"
)
_WE_PAY = re.compile(rf"\b(?:vous (?:qui |nous |me |leur )?|you (?:(?:guys|all) )?|c est vous qui ){_GIVING}\b")
_ARE_A_PAYER = re.compile(
    r"\b(?:vous etes|t es|tu es|etant|you are|you re) (?:(?:bien|donc|aussi|de|chez|a|la|le|l|les|une?|d|the|an?|from|with|part of) )*"
    r"(?:bpi\w*|banque\w*|bank\w*|region\b|etat\b|state\b|government|gouvernement|ministere|ademe|prefecture|mairie|urssaf"
    r"|financeurs?|bailleurs?|funders?|administration|fisc|impots|tax office|europe\b|union europeenne|caisse des depots)"
)
_DECIDING = re.compile(
    r"\b(?:vous|you) (?:qui )?(?:decid\w+|accord\w+|attribu\w+|valid\w+|instruis\w+|choisiss\w+|tranch\w+|decide|grant|approve|award)\b"
)
_OF_AN_AID = re.compile(
    r"\b(?:aides?|subventions?|prets?|financements?|dossiers?|argent|grants?|aid|loans?|funding|money)\b"
)
_PROGRAMME = re.compile(r"\b(?:le|ce|the|this|that) (?:programme?|parcours|accompagnement)\b")
_EVERYWHERE = re.compile(
    r"\b(?:toute la france|france entiere|partout|national\w*|(?:toutes les|chaque) regions?|tout le pays|nationwide"
    r"|everywhere|all (?:over|of|across) france|whole (?:of france|country)|every region)\b"
)
_FILED = re.compile(
    r"\b(?:dossiers?|demandes?|formulaires?|papiers|application|file|request|paperwork)\b.{0,40}"
    r"\b(?:depos\w+|envo\w+|adress\w+|remet\w*|remis\w*|se fai\w+|transm\w+|filed|lodged|sent|submitted|goes|handed)\b.{0,20}"
    r"\b(?:mairies?|prefectures?|intercommunalite|communes?|impots|urssaf|departement|tribunal|notaire|ministere"
    r"|town hall|city hall|prefecture|tax office|council|ministry)\b"
)
_ALL_OF_IT = re.compile(
    r"\b(?:aides?|subventions?|region|etat|grants?|subsid\w+|state|on)\b(?: \w+){0,4}? (?:pa[iy]\w*|financ\w*|couvr\w*|rembours\w*|prend\w*|"
    r"covers?|pays?|funds?|reimburses?)\b.{0,12}(?:100 ?(?:%|pour cent|pourcent|percent)|la totalite|integral\w+|en entier|entierement|tout(?:e)? (?:la|le|l|mon|notre)"
    r"|all of|the whole|everything|in full|completely)"
)  # fmt: skip
_COMMITTING = re.compile(r"\b(?:je|on|nous|i|we) (?:\w+ )?(?:command\w+|sign\w+|achet\w+|order\w*|buy)\b")


@dataclass(frozen=True)
class Belief:
    """The keys (`answers.wording`) of the full question that puts it right, and of what is said before its answer."""

    question: str
    lead: str = ""


def belief_in(message: str) -> Belief | None:
    """What a message wrongly takes for granted of the service or of who gives; None when that is nothing of the kind."""
    premise = in_full(premise_of(message) or premise_of(message.split("?")[0]))
    if not premise:
        return None
    said = flat(premise)
    if _ARE_A_PAYER.search(said) or (_DECIDING.search(said) and _OF_AN_AID.search(said)):
        return Belief("who_decides", "who_we_are")
    of_service = bool(_PROGRAMME.search(said)) or names_service(premise) or points_at_service(premise)
    if (of_service and (_PAYS.search(premise) or _FINANCES.search(said))) or (
        _WE_PAY.search(said) and _PAYS.search(premise)
    ):
        return Belief("service_money")
    if of_service and _EVERYWHERE.search(said):
        return Belief("service_regions")
    if _FILED.search(said):
        return Belief("service_apply" if of_service else "who_decides")
    if not of_service and _ALL_OF_IT.search(premise):
        return Belief("before_signing" if _COMMITTING.search(flat(message)) else "pays_all")
    return None
