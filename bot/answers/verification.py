"""Trusts no writer: each sentence must be borne by the passages that it cites."""

import re
from collections.abc import Iterable, Sequence

from bot.answers.figures import figures
from bot.answers.types import Sentence
from bot.catalogue.folding import fold
from bot.search.analysis import stems

ENOUGH_WORDS = 0.6
"""Share of a sentence's content words that its passages must hold (ALCE-like support, arXiv:2305.14627, by words)."""

_NEGATIONS = re.compile(
    r"\b(?:ne|n|pas|plus|jamais|aucune?|sans|exclue?s?|sauf|hors|clos|not|no|never|without|excluded|closed)\b"
)
_VERDICT = re.compile(
    r"\bvous (?:etes|serez) (?:donc )?(?:bien )?(?:ineligibles?|eligibles?)|\bvous (?:avez|aurez) droit"
    r"|\bvotre (?:projet|entreprise) est (?:in)?eligible|you (?:are|will be) (?:not )?(?:in)?eligible|you qualify"
    r"|your (?:project|company) (?:is eligible|qualifies)"
)


def figures_borne(text: str, passages: Iterable[str]) -> bool:
    """Every figure of the text stands in one of the passages."""
    held: frozenset[str] = frozenset().union(*(figures(passage) for passage in passages))
    return figures(text) <= held


def words_borne(text: str, passages: Iterable[str]) -> bool:
    """Enough content words of the text stand in the passages."""
    said = set(stems(text))
    held = {stem for passage in passages for stem in stems(passage)}
    return not said or len(said & held) >= ENOUGH_WORDS * len(said)


def polarity_agrees(text: str, passages: Sequence[str]) -> bool:
    """The text denies only if the nearest sentence of its passages denies too."""
    nearest = max(
        (line for passage in passages for line in re.split(r"(?<=[.!?;])\s+|\n", passage)),
        key=lambda line: _overlap(text, line),
        default="",
    )
    return bool(_NEGATIONS.search(_flat(text))) == bool(_NEGATIONS.search(_flat(nearest)))


def gives_verdict(text: str) -> bool:
    """Promises or denies somebody a right that only a person may decide on."""
    return bool(_VERDICT.search(fold(text)))


def bears(sentence: Sentence, passages: Sequence[str]) -> bool:
    """Whether a written sentence may go out; `passages` are all numbered passages, citations count from 1."""
    cited = [passages[number - 1] for number in sentence.citations if 0 < number <= len(passages)]
    if not cited or len(cited) != len(sentence.citations) or gives_verdict(sentence.text):
        return False
    return (
        figures_borne(sentence.text, cited)
        and words_borne(sentence.text, cited)
        and polarity_agrees(sentence.text, cited)
    )


def _overlap(left: str, right: str) -> float:
    one, other = set(stems(left)), set(stems(right))
    return len(one & other) / (1 + len(one | other))


def _flat(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", fold(text))
