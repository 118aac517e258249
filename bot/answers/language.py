"""French or English, from the words of the question; a doubt is French."""

import re

from bot.answers.types import Language
from bot.catalogue.folding import fold

_ENGLISH = frozenset(
    "the is are am do does did can could what which who whom whose when where why how much many for of to in on with"
    " my our your their this that these those there have has i we you they an any and or from about should would will"
    " it not need want looking please tell give find help apply grant loan funding open still"
    " deadline hello thanks as company companies foreign by at be if us read speak".split()
)
_FRENCH = frozenset(
    "le la les un une des du de est sont suis ai as a que quoi quel quelle quels quelles qui quand ou comment pourquoi"
    " combien pour dans sur avec mon ma mes notre nos votre vos ce cette ces il elle on nous vous je tu et au aux en"
    " par pas ne plus y se son sa ses c d l j n qu aide aides bonjour merci svp jusqu puis peut peux faut à où"
    " veux veut voulons voudrais voudrait souhaite souhaitons candidater candidature".split()
)

_WISHED = re.compile(
    r"(?:\s*[,;(]\s*(?:but |and |mais |et )?(?P<after>in english|en anglais|in french|en francais)"
    r"|\s(?P<with>in english|en anglais|in french|en francais)(?= (?:please|svp|stp|s.il (?:vous|te) plait)))"
    r"(?: (?:please|svp|stp|s.il (?:vous|te) plait))?[\s?!.)]*$"
)
"""« …, in English? », « … en anglais svp »: in which language the answer is wished, at the end of a question."""

_SHORTENED = re.compile(r"(?<=[a-z])['’]s\b")  # « what's » is English, « s'adresse » is not
_WORD = re.compile(r"(?<![a-zà-ÿ-])[a-zà-ÿ]+(?!-?[a-zà-ÿ])|[a-zà-ÿ]{2,}")  # no letter of a name such as « I-Form »


def language_of(text: str, default: Language = Language.FRENCH) -> Language:
    """The language of a message; names, figures and ties give the default."""
    return language_shown(text) or default


def without_wish(text: str) -> tuple[str, Language | None]:
    """A question without the language in which its answer is wished, and that language; None when none is."""
    wished = _WISHED.search(fold(text))
    if wished is None or len(fold(text)) != len(text):
        return text, None
    english = "eng" in wished[0] or "ang" in wished[0]
    return text[: wished.start()].rstrip(), Language.ENGLISH if english else Language.FRENCH


def language_shown(text: str, by: int = 1) -> Language | None:
    """The language of which a message holds so many words more than of the other; None when there is none."""
    words = _WORD.findall(_SHORTENED.sub(" is", text.lower()))
    lead = sum(word in _FRENCH for word in words) - sum(word in _ENGLISH for word in words)
    if abs(lead) < by:
        return None
    return Language.FRENCH if lead > 0 else Language.ENGLISH


def foreign_words(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    return re.findall(r"[a-z]+", fold(text))


def spoken_words(words: list[str]) -> list[str]:
    """Those of the words by which French and English are told from each other."""
    return [word for word in words if word in _ENGLISH or word in _FRENCH]
