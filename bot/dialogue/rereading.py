"""Somebody asks what of the application is noted: « t'as noté quoi comme nom ? », « c'est corrigé ? »."""

import re

from bot.catalogue.folding import flat
from bot.dialogue.interrogative import plain
from bot.intake.names import fields_mentioned

_NOTED = (
    r"(?:note|mis|marque|enregistre|garde|retenu|rempli|inscrit|ecrit|saisi|compris|recu|noted?|saved|recorded|written"
    r"|got|get|put|understood|kept|entered)(?:e|es|s)?"
)
_WHAT = re.compile(
    rf"(?:(?:tu|t|vous|on|j|je) )?(?:as|avez|a|ai|avais|aviez) (?:bien |deja )?{_NOTED} (?:quoi|quel\w*)\b.*"
    r"|(?:qu est ce qu?e? ?|qu |que |what |quel\w* (?:\w+ ){1,3}|quoi |which (?:\w+ ){1,3})(?:have |do |did |has )?"
    r"(?:tu|t|vous|on|j|je|you|avez|as|i|is|ai)\b(?: (?:as|avez|a|ai|avais|aviez|have|vous|tu))?(?: (?:bien|deja))? "
    rf"(?:{_NOTED}|have)\b"
    r"(?! (?:comme|as|for) (?:aides?|financements?|partenaires?|schemes?|funding|grants?)\b).*"
)
_DONE = re.compile(
    r"(?:ca|c|tu as|t as|vous avez|you have|have you|did you|avez vous|as tu) (?:est |a )?"
    rf"(?:bien |deja |ete )*(?:{_NOTED}|save|keep|record|write)"
    r"(?: (?:ca|tout|bien|mon|ma|mes|le|la|les|l|notre|nos|that|my|the|everything)\b.*)?"
)
_STANDS = re.compile(
    r"(?:c est bon )?(?P<line>tout |(?:(?:la|le|l|mon|ma|the|my|notre|our|et) )+\w+(?: \w+)? )?"
    r"(?:(?:elle|il|ca|c|it) )?(?:est |a |is |was |s |has )?"
    r"(?:(?:bien|deja|toujours|bon|ete|encore|been|it|still|now|enfin) )*"
    r"(?:corrige|modifie|change|rectifie|mis a jour|pris en compte|reste|enregistre"
    r"|corrected|fixed|updated|noted?|saved)"
    r"e?s?d?\b(?! (?:quoi|combien|sur|pour|par|depuis|quand|comment|pourquoi)\b).*"
)
_IF_I_GO_ON = re.compile(r"^(?:(?:si|quand) je reprends?|if i (?:go on|come back)) ")
_LONGEST = 16  # words


def asks_what_is_noted(text: str) -> bool:
    """Of what the form holds so far, not of what becomes of it."""
    said = _IF_I_GO_ON.sub("", plain(re.sub(r"\bkoi\b", "quoi", flat(text))))
    if len(said.split()) > _LONGEST:
        return False
    if _WHAT.fullmatch(said):
        return True
    stands = _STANDS.fullmatch(said)
    of_the_form = _DONE.fullmatch(said) or (
        stands and (not stands["line"] or stands["line"] == "tout " or fields_mentioned(text))
    )
    return "?" in text and bool(of_the_form)
