"""What lists are narrowed by, told in the reader's language: the fields hold French words only."""

from collections.abc import Iterable
from functools import cache

from bot.answers.types import Language
from bot.catalogue.folding import flat, fold
from bot.catalogue.models import Operation
from bot.search.analysis import words
from bot.search.languages import english_terms, english_words, french_words

_ENGLISH = {
    "étude": "study",
    "innovation": "innovation",
    "investissement": "investment",
    "implantation": "new site",
    "recrutement": "hiring",
    "formation": "training",
    "trésorerie": "cash",
    "énergie": "energy",
    "international": "international",
    "transmission": "takeover",
    "machines": "machines",
    "matériel": "equipment",
    "besoin en fonds de roulement": "working capital",
    "croissance externe": "acquisition",
    "recherche et développement": "research and development",
}
_SELDOM = 1_500  # times in French subtitles, below which a word that English often says is English


def topic_told(value: str, language: Language) -> str:
    """« formation » as “training”: a stage, an expense or a field of work; as written when no word is known for it."""
    if language is Language.FRENCH:
        return value
    return _ENGLISH.get(value) or _translated().get(fold(value), value)


def operations_told(operations: Iterable[Operation], language: Language) -> dict[str, str]:
    """The name of each operation; in English the first of its other names that is English."""
    if language is Language.FRENCH:
        return {operation.name: operation.name for operation in operations}
    return {o.name: next(filter(_is_english, o.synonyms), o.name) for o in operations}


@cache
def _translated() -> dict[str, str]:
    """The first English word listed for each French one."""
    return {fold(french): english for english, french in reversed(english_terms())}


def _is_english(name: str) -> bool:
    said = words(name)
    telling = [_says_english(word) for word in said]
    return (
        name.isascii()
        and any(telling)
        and all(word in english_words() or told for word, told in zip(said, telling, strict=True))
    )


def _says_english(word: str) -> bool:
    """Whether a word is one of English rather than of French."""
    often = word in english_words() or word in _single_terms() or word.endswith("ing")
    return often and french_words().get(word, 0) < _SELDOM


@cache
def _single_terms() -> frozenset[str]:
    return frozenset(flat(english) for english, _ in english_terms())
