"""Requests for a verdict (« suis-je éligible ? », « on peut avoir combien ? »): only a person may give one."""

import re

from bot.catalogue.folding import flat

_CONCERNED = re.compile(r"\b(?:me|nous) concern\w+|\bappl(?:y|ies) to (?:me|us|my|our)\b")
_ASKED = re.compile(
    r"(?:suis je|sommes nous|serai je|serais je|serons nous|serions nous|je suis|nous sommes|on est|on serait|je serais|est (?:il|elle|on)|est ce que \w+ \w+ est"
    r"|(?:mon|ma|notre) [\w ]{2,30}? (?:est|serait)(?: (?:il|elle))?).{0,25}\b(?:eligibles?|concernee?s?|admissibles?|dans les clous|dans les criteres)"
    r"|\beligibles?\b.{0,12}\b(?:ou pas|ou non|non|moi|nous)\b|\b(?:moi|nous) .{0,15}eligibles?"
    r"|(?:ai je|a t on|avons nous|aurai je|aurais je|aurons nous|aurions nous) (?:\w+ ){0,2}?droit|\b(?:ai|as|on a|avons|avoir|aurai\w*|on aura\w*|aurons|aurions) (?:\w+ )?droit\b|\b(?:mon|ma|notre) \w+ a(?: t (?:il|elle))? (?:\w+ )?droit\b"
    r"|(?:puis je|peut on|pouvons nous|pourrais je|pourrions nous|(?:je|on|nous) (?:peu[xt]|pouvons|pourr\w+)) (?:\w+ ){0,2}?(?:pretendre|beneficier|toucher|obtenir|avoir|recevoir|decrocher)"
    r"|(?:combien|quoi|quel montant) (?:est ce que )?(?:je|on|nous|puis je|peut on|pourrais je|pourra t on|pouvons nous)? ?(?:peu[xt]|pouvons|pourr\w+|vais|va|allons|aurai\w*|aurons)? ?(?:toucher|obtenir|avoir|recevoir|esperer|pretendre)\b"
    r"|(?:mon|ma|notre) [\w ]{2,30}? (?:remplit|rempli|correspond|passe|rentre|entre)(?: t)?(?: (?:il|elle))? (?:\w+ ){0,3}(?:criteres?|conditions?|cases?|dedans|cadre)"
    r"|(?:remplissons nous|est ce que (?:je|on|nous) rempli\w*|(?:je|on|nous) rempli\w*) (?:\w+ ){0,3}(?:criteres?|conditions?)"
    r"|(?:vais je|va t on|allons nous|est ce que (?:je vais|on va)) (?:\w+ ){0,2}?(?:avoir|obtenir|toucher|recevoir|etre (?:accepte|retenu|pris))"
    rf"|{_CONCERNED.pattern}"
    r"|(?:mon|notre) (?:dossier|projet) (?:va t il|sera t il|a t il|a ses chances|est il|serait il).{0,30}(?:accepte|retenu|pris|chances?|finance|eligible)?"
    r"|(?:quelles sont|ai je|avons nous|j ai) (?:\w+ ){0,3}chances?\b|ca (?:marche|passe) pour (?:moi|nous|mon|ma|notre)|est ce (?:bon|fait) pour (?:moi|nous|mon|ma|notre)"
    r"|\b(?:am i|are we|is my [\w ]{2,30}?|is our [\w ]{2,30}?|would (?:i|we) be|will (?:i|we) be) (?:\w+ ){0,2}?(?:eligible|entitled|accepted|covered|qualified)"
    r"|(?:do|would|will|does|could) (?:i|we|my \w+|our \w+) (?:\w+ )?(?:qualify|be eligible|meet|fulfil|get it)|(?:can|could|may) (?:i|we|my \w+|our \w+) (?:\w+ ){0,2}?(?:get|have|receive|obtain|claim|apply)\b"
    r"|how much (?:can|could|will|would|may) (?:i|we|my \w+|our \w+) (?:get|have|receive|obtain|claim)|what are (?:my|our) chances"
)  # fmt: skip
_HOW_MUCH = re.compile(r"\bcombien\b|\bquel montant\b|\bhow much\b")


def asks_verdict(question: str) -> bool:
    """Whether a person wants to be told that they have a right to something, or how much they will get."""
    return bool(_ASKED.search(flat(question)))


def asks_whether_concerned(question: str) -> bool:
    """« cela ne nous concerne pas, si ? »: for whom it is counts before all conditions."""
    return bool(_CONCERNED.search(flat(question)))


def asks_own_amount(question: str) -> bool:
    """Whether what is wanted is how much they would get."""
    return bool(_HOW_MUCH.search(flat(question)))
