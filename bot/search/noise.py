"""Questions as people type them on a phone: with slips of the finger, without accents, in shorthand."""

import re
from enum import StrEnum
from random import Random

from bot.catalogue.folding import flat
from bot.search.keyboard import NEIGHBOURS

_WORD = re.compile(r"[^\W\d_]{4,}")
_SHORT = {
    "pourquoi": "pk", "comment": "cmt", "combien": "cb", "beaucoup": "bcp", "quoi": "koi", "quand": "kan",
    "quel": "kel", "quels": "kel", "quelle": "kel", "quelles": "kel", "que": "ke", "qui": "ki", "toujours": "tjs",
    "faut": "fo", "vous": "vs", "nous": "ns", "dans": "ds", "avec": "avc", "pour": "pr", "tout": "tt", "est": "e",
    "plus": "+", "rendez": "rdv", "demande": "dde", "ca": "sa", "cest": "c", "jai": "g",
}  # fmt: skip
_SOUNDS = (("qu", "k"), ("ph", "f"), ("eaux", "o"), ("eau", "o"), ("aux", "o"), ("au", "o"))
_MUTE = re.compile(r"(?<=[a-z]{3})(?:es|e|s|t|x|d)$")
_RESPELT = 0.5  # share of the longer words that are written by ear


class Noise(StrEnum):
    """How a question is spoilt."""

    TYPO = "typo"  # one or two words with one or two slips each
    SMS = "sms"  # shorthand and spelling by ear, on top of `accents`
    ACCENTS = "accents"  # lower case, no accents, no punctuation


def noisy(text: str, kind: Noise, random: Random) -> str:
    """The text as a hurried person would have typed it."""
    if kind is Noise.TYPO:
        return _mistyped(text, random)
    if kind is Noise.ACCENTS:
        return flat(text)
    return " ".join(_by_ear(word, random) for word in flat(text).split())


def _mistyped(text: str, random: Random) -> str:
    """Only words of four letters and more: shorter ones are rarely mistyped and seldom matter."""
    places = list(_WORD.finditer(text))
    chosen = random.sample(places, min(len(places), random.randint(1, 2)))
    for place in sorted(chosen, key=lambda found: found.start(), reverse=True):
        word = place[0]
        for _ in range(random.randint(1, 2)):
            word = _slip(word, random)
        text = text[: place.start()] + word + text[place.end() :]
    return text


def _slip(word: str, random: Random) -> str:
    """One letter replaced by its neighbour on the keyboard, inserted, dropped, or swapped with the next one."""
    at = random.randrange(len(word) - 1)
    before, letter, after = word[:at], word[at], word[at + 1 :]
    neighbour = random.choice(NEIGHBOURS.get(letter.lower(), "e"))
    return random.choice(
        (
            f"{before}{neighbour}{after}",
            f"{before}{letter}{neighbour}{after}",
            f"{before}{after}",
            f"{before}{after[0]}{letter}{after[1:]}",
        )
    )


def _by_ear(word: str, random: Random) -> str:
    if word in _SHORT:
        return _SHORT[word]
    if len(word) < 4 or not word.isalpha() or random.random() > _RESPELT:
        return word
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _MUTE.sub("", word)
