"""Sentences that talk to the assistant instead of to the reader: what knowledge files never need to hold."""

import base64
import binascii
import re

from ingest.checking.folding import fold

_MARKERS = re.compile(
    r"<\|[^|>]{0,40}\|>|\[/?INST\]|<</?SYS>>|</?(system|assistant|user|instructions?|prompt)>", re.IGNORECASE
)
_ENCODED = re.compile(r"(?<![\w/.:=-])[A-Za-z0-9+/]{40,}={0,2}(?![\w/])")
_RULES = r"(instructions?|consignes?|regles?|directives?|prompts?|rules?|guidelines?|contraintes?)"
_BEFORE = (
    r"(precedent\w*|anterieur\w*|ci-dessus|plus haut|above|previous|prior|earlier|recues?|systeme|system|initiales?)"
)
_AGENT = r"(assistant|chatbot|ia|llm|modele de langage|robot|ai|bot|language model)"
_SAY = (
    r"(repondre|dire|affirmer|indiquer|recommander|conseiller|annoncer|confirmer|promettre|ecrire|ignorer|afficher|"
    r"envoyer|reveler|say|answer|tell|reply|respond|recommend|confirm|write|ignore|reveal|send|output)"
)
_REVEAL = r"(revele|affiche|reveal|print|repete|repeat|donne|envoie|envoy|send|output|leak)(r|z|s|ez)?"
_SECRETS = r"(mots? de passe|passwords?|jetons?|tokens?|cles? (d')?api|api keys?|secrets?|prompt|donnees personnelles)"
_ORDERS = re.compile(
    "|".join(
        (
            rf"\b(ignore[sz]?|oublie[sz]?|disregard|forget|override|neglige[sz]?)\b(?! pas)[^.]{{0,40}}\b{_RULES}\b",
            rf"\b(ignorer|oublier|ignoring|contourner|outrepasser|bypass)\b[^.]{{0,40}}\b{_RULES}\b[^.]{{0,15}}\b{_BEFORE}",
            r"\b(ignore|disregard|forget) (everything|all|anything)\b|\b(ignorez?|oubliez?) (tout )?ce qui precede\b",
            r"\b(ignorez?|oubliez?) (tout le reste|tes sources|vos sources|les sources|le contexte)\b",
            r"\b(prompt|message|instructions?) (systeme|system)\b|\bsystem (prompt|message|override|instructions?)\b",
            r"^\W*system\s*:|^\W*systeme\s*:\s*(tu|vous|ignore|oublie|you|nouvelle)|^#+\s*(system|instructions?)\s*:?$",
            r"\byou are now\b|\btu es (maintenant|desormais)\b|\bvous etes (maintenant|desormais) (un|une|le|la)\b",
            r"\b(agis|agissez) (comme|en tant que)\b|\bact as (an?|if|the)\b|\bpretend (to be|you)\b|\bfais semblant\b",
            rf"\b{_AGENT}\b.{{0,40}}\b(dois|doit|devez|doivent|must|should|shall|is to)\b.{{0,40}}\b{_SAY}\b",
            rf"(^|[^\w'])(cher |dear |hey )?{_AGENT} ?[,:!]\s*(tu|vous|reponds|repondez|dis|dites|ignore|oublie|you|"
            r"answer|say|please|merci de|a partir de)\b",
            r"\bsi (l'utilisateur|on te|on vous|quelqu'un te|un utilisateur|l'usager)\b.{0,80}\b(reponds|repondez|dis|"
            r"dites|affirme|affirmez|invente)\b",
            r"\b(when|if) (asked|(the|a|any) user|users?|someone asks)\b.{0,80}\b(say|answer|reply|respond|tell)\b",
            r"\b(reponds|repondez) (toujours|uniquement|seulement|exactement|desormais|a toutes?)\b",
            r"\balways (answer|say|reply|respond|recommend)\b",
            r"\b(do not|don't|never) (mention|cite|tell) (the|any|your) ",
            rf"\b{_REVEAL}\b.{{0,40}}\b{_SECRETS}\b|\b{_REVEAL}\b.{{0,20}}\b(tes|vos|your|ton|votre)\b.{{0,20}}\b{_RULES}\b",
            rf"\b(a l'attention de|note (a|pour)|instructions? (a|pour|to|for)|message (a|pour|to|for)) "
            rf"(l'|the |un |an? )?{_AGENT}\b",
            r"\b(nouvelles? (consignes?|instructions?) ?:|new instructions?\b|developer mode|mode developpeur|"
            r"jailbreak|do anything now|sans (aucune )?restrictions?,? (reponds|tu))",
            rf"\b(si (tu es|vous etes)|if you are) (un |une |an? )?({_AGENT}|modele|intelligence artificielle)\b",
        )
    )
)


def gives_orders(sentence: str) -> bool:
    """Whether the sentence addresses the assistant, plainly or in base64."""
    if _MARKERS.search(sentence) or _ORDERS.search(fold(sentence)):
        return True
    return any(_is_readable(encoded) for encoded in _ENCODED.findall(sentence))


def _is_readable(encoded: str) -> bool:
    try:
        text = base64.b64decode(encoded + "=" * (-len(encoded) % 4), validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return False
    return text.isprintable() and " " in text
