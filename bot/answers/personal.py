"""Questions on the private life of people, or on somebody else's file: never looked up, whatever the knowledge holds."""

import re
from collections.abc import Callable

from bot.catalogue.folding import flat

_MEANS = r"(?:adresses?|telephones?|tel|numeros?|mails?|e ?mails?|courriels?|portables?|mobiles?|coordonnees|contact|linkedin|phone|number|address|cell)"
_SOMEBODY = r"(?!(?:l|la|le|les|un|une|mon|ma|notre|votre|cet|cette|the|a|an|my|our|your|this) )[a-z]+ [a-z]+"
_PRIVATE = re.compile(
    rf"quel age a|\bage d(?:e|u) (?:m|mr|mme|monsieur|madame|{_SOMEBODY})\b|date de naissance|ou (?:habite|vit|reside)|\bhabite t (?:il|elle)"
    rf"|{_MEANS} (?:\w+ )?(?:perso\w*|prive\w*|domicile|personnel\w*)|{_MEANS} (?:de portable|portable) d"
    r"|domicile d(?:e|u)|situation familiale|est (?:il|elle) (?:marie|divorce|malade)|est ce que \w+ \w+ est (?:marie|divorce)"
    rf"|(?:salaire|remuneration|patrimoine|fortune|religion|opinions? politiques?|etat de sante|vie privee|casier) d(?:e|u) (?:{_SOMEBODY}|m\b|mme)"
    rf"|combien gagne|how old is|(?:home|private|personal) (?:address|phone|number|mail|email)|\b(?:cell|mobile|phone|salary|age|address) (?:number )?of (?:mr|mrs|ms|{_SOMEBODY})"
    r"|where does \w+ \w+ live|(?:mr|mrs|ms) \w+ s (?:phone|mobile|address|salary|age|email|number|cell)"
    rf"|{_MEANS} (?:\w+ ){{0,2}}d(?:e|u) (?:m|mr|mme|mlle|monsieur|madame|president|directeur|directrice) [a-z]{{2,}}"
    r"|(?:candidature|dossier|coordonnees) (?:de|d) (?:l entreprise|la societe|la boite|monsieur|madame|mr|mme) \w"
)  # fmt: skip
_OF_SOMEONE = re.compile(
    r"(?i:adresse|téléphone|telephone|numéro|numero|mail|e-mail|courriel|portable|mobile|coordonnées|coordonnees|phone|number|address|salaire|âge)"
    r"(?i:\s+\w+)?\s+(?i:de|d'|d’|of|for)\s*(?P<name>[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?\s+[A-ZÀ-Ý][\w-]+)"
)


def asks_personal(question: str, is_known: Callable[[str], bool]) -> bool:
    """Whether private things of a person are asked for; `is_known` tells a name that is no person's (a place, a partner)."""
    if _PRIVATE.search(flat(question)):
        return True
    someone = _OF_SOMEONE.search(question)
    return bool(someone and not is_known(someone["name"]))
