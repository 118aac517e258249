"""Trusts no writer: each sentence must be borne by the passages that it cites."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache

from bot.answers.english import in_french
from bot.answers.figures import MONTHS, figures
from bot.answers.language import language_of
from bot.answers.measures import Quantity, dates, phones, quantities
from bot.answers.polarity import Clause, Source, agrees, clauses_of
from bot.answers.sentences import sentences_of
from bot.answers.types import Language, Sentence
from bot.catalogue.folding import REMEMBERED, flat, fold
from bot.search.analysis import STOP_WORDS, stems, words

ENOUGH_WORDS = 0.6
"""Share of a sentence's content words that its passages must hold (ALCE-like support, arXiv:2305.14627, by words).

Calibrated on `tests/answers/pairs.py` and on sentences of the knowledge held against another record: at 0.6, 36 of 37
rewordings pass and 1 of 1,103 strangers; at 0.7 one rewording in seven is lost, at 0.5 twice as many strangers pass.
"""

LONGEST_SENTENCE = 400  # characters; longer ones are no sentences for a phone

_ADVERBS = "(?:donc |bien |probablement |certainement |pas |not |indeed |likely )*"
_VERDICT = re.compile(
    r"(?<!\bsi )(?<!\bif )(?<!\bwhether )(?:"
    rf"\bvous (?:n )?(?:etes|serez|seriez) {_ADVERBS}(?:in)?eligibles?"
    rf"|\bvous (?:n )?(?:y )?(?:avez|aurez|auriez) {_ADVERBS}droit"
    rf"|\b(?:votre|ton|ta) (?:projet|entreprise|societe|dossier) (?:n )?(?:est|sera|serait) {_ADVERBS}(?:in)?eligible"
    rf"|\byou (?:are|will be|would be) {_ADVERBS}(?:(?:in)?eligible|entitled)"
    r"|\byou (?:do not |don t |would |will )?qualify"
    rf"|\byour (?:project|company|business) (?:is {_ADVERBS}(?:in)?eligible|qualifies|does not qualify))"
)
"""Not « si vous êtes éligible » or "whether your project qualifies": that leaves it open."""
_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[\w-]+(?:\.[\w-]+)*\.(?:fr|com|org|eu|net|io|gouv)\b"
)
_NAME = re.compile(r"(?<![\w'’])(?:[dlDL]['’])?(?P<name>[A-ZÀ-ÖØ-Þ][\w&'’+-]*)")
_COMMON_NAMES = frozenset(
    "france francais francaise europe europeen europeenne french european i euro euros relais cci".split()
)
_SHARES = re.compile(r"\b(?:moitie|tiers|quarts?|double|doubler|triple|half|third|quarter|twice)\b")
_NATURES = re.compile(
    r"\b(?:subvention|pret|avance|garantie|credit d impot|exoneration|fonds propres|remboursable|recuperable|gratuit"
    r"|grant|loan|guarantee|tax credit|exemption|equity)"
)


class Fault(StrEnum):
    """Why a written sentence may not go out."""

    UNCITED = "uncited"
    NO_SUCH_PASSAGE = "no_such_passage"
    TOO_LONG = "too_long"
    LANGUAGE = "language"
    VERDICT = "verdict"
    FIGURE = "figure"
    UNIT = "unit"
    DATE = "date"
    SIDE = "side"
    ANOTHER_FIGURE = "another_figure"
    ADDRESS = "address"
    NAME = "name"
    NATURE = "nature"
    WORDS = "words"
    POLARITY = "polarity"


def bears(sentence: Sentence, passages: Sequence[str], language: Language = Language.FRENCH) -> bool:
    """Whether a written sentence may go out; `passages` are all numbered passages, citations count from 1."""
    return fault(sentence, passages, language) is None


def fault(sentence: Sentence, passages: Sequence[str], language: Language = Language.FRENCH) -> Fault | None:
    """The first reason why a written sentence may not go out."""
    if not sentence.citations:
        return Fault.UNCITED
    if not all(0 < number <= len(passages) for number in sentence.citations):
        return Fault.NO_SUCH_PASSAGE
    if len(sentence.text) > LONGEST_SENTENCE:
        return Fault.TOO_LONG
    if language_of(sentence.text, language) is not language:
        return Fault.LANGUAGE
    if gives_verdict(sentence.text):
        return Fault.VERDICT
    cited = [passages[number - 1] for number in sentence.citations]
    if language is Language.FRENCH:
        return _figure_fault(sentence.text, sentence.text, cited) or _word_fault(sentence.text, sentence.text, cited)
    french, held = in_french(sentence.text), [_with_french(passage) for passage in cited]
    return _figure_fault(sentence.text, french, held) or _word_fault(sentence.text, french, held)


def figures_borne(text: str, passages: Iterable[str]) -> bool:
    """Every figure of the text stands in one of the passages."""
    held: frozenset[str] = frozenset().union(*(figures(passage) for passage in passages))
    return figures(text) <= held


def words_borne(text: str, passages: Iterable[str]) -> bool:
    """Enough content words of the text, or of an English text put into French, stand in the passages."""
    if language_of(text) is Language.ENGLISH:
        return _enough(set(stems(in_french(text))), {stem for one in passages for stem in stems(_with_french(one))})
    return _enough(set(stems(text)), {stem for passage in passages for stem in stems(passage)})


@lru_cache(REMEMBERED)
def _with_french(passage: str) -> str:
    """A passage with its English sentences once more, put into French as an English text that is held against it."""
    english = (text for text in sentences_of(passage) if language_of(text) is Language.ENGLISH)
    return "\n".join((passage, *map(in_french, english)))


def _enough(said: set[str], held: set[str]) -> bool:
    return len(said & held) >= ENOUGH_WORDS * len(said)


@lru_cache(REMEMBERED)
def gives_verdict(text: str) -> bool:
    """Promises or denies somebody a right that only a person may decide on."""
    return bool(_VERDICT.search(flat(text)))


def _figure_fault(text: str, french: str, cited: Sequence[str]) -> Fault | None:
    if not figures_borne(text, cited):
        return Fault.FIGURE
    if not phones(text) <= _all(phones(passage) for passage in cited):
        return Fault.FIGURE
    if not dates(text) <= _all(dates(passage) for passage in cited):
        return Fault.DATE
    said, held = quantities(text), [q for passage in cited for q in quantities(passage)]
    if not all(any(_same(one, other) for other in held) for one in said):
        return Fault.UNIT
    if any(_sides_against(one, [other for other in held if _same(one, other)]) for one in said):
        return Fault.SIDE
    return Fault.ANOTHER_FIGURE if _has_rival(clauses_of(french), _source(tuple(cited))) else None


def _word_fault(text: str, french: str, cited: Sequence[str]) -> Fault | None:
    held = " ".join(cited)
    if any(address not in fold(held) for address in _ADDRESS.findall(fold(text))):
        return Fault.ADDRESS
    if not _names(text) <= set(words(held)):
        return Fault.NAME
    for critical in (_SHARES, _NATURES):
        if not set(critical.findall(flat(french))) <= set(critical.findall(flat(held))):
            return Fault.NATURE
    if not words_borne(text, cited):
        return Fault.WORDS
    return None if agrees(french, _source(tuple(cited))) else Fault.POLARITY


def _same(one: Quantity, other: Quantity) -> bool:
    """A unit that is missing on one side contradicts nothing; neither do two words that are no units."""
    if one.value != other.value or not one.unit or not other.unit:
        return one.value == other.value
    return one.unit == other.unit


def _sides_against(one: Quantity, held: Sequence[Quantity]) -> bool:
    """« Au moins » where the source only ever says « au plus »."""
    sides = {other.side for other in held}
    return one.side is not None and None not in sides and one.side not in sides


def _has_rival(told: Sequence[Clause], source: Source) -> bool:
    """Whether what a clause speaks of has another figure of the same unit in the source, which is not said."""
    said = frozenset(quantity for clause in told for quantity in clause.figures)
    counting = [clause for clause in told if clause.figures]
    if len(counting) == 1:  # « Pour les PME, le taux est de… »: the whole sentence is about its one figure
        counting = [replace(counting[0], about=_all(clause.about for clause in told))]
    return any(
        quantity.unit and not _is_own(quantity, clause, said, source)
        for clause in counting
        for quantity in clause.figures
    )


def _is_own(quantity: Quantity, written: Clause, said: frozenset[Quantity], source: Source) -> bool:
    """Whether no clause speaks more nearly of the same things with another figure of this unit."""
    rated = [(source.likeness(written, clause), clause) for clause in source.clauses]
    own = max((like for like, clause in rated if any(_same(quantity, held) for held in clause.figures)), default=0.0)
    return all(
        _stated(clause.figures, said)
        for like, clause in rated
        if like > own and any(held.unit == quantity.unit for held in clause.figures)
    )


def _stated(figures_held: frozenset[Quantity], said: frozenset[Quantity]) -> bool:
    return any(_same(held, one) for held in figures_held for one in said)


@lru_cache(maxsize=64)
def _source(cited: tuple[str, ...]) -> Source:
    titles = {stem for passage in cited for stem in stems(passage.partition("\n")[0])}
    return Source([sentence for passage in cited for sentence in _sentences(passage)], titles)


def _sentences(passage: str) -> list[str]:
    """Sentences; what follows a line that ends with a colon belongs to it."""
    joined = re.sub(r":\s*\n\s*(?:[-*•–]\s+)?", ": ", passage)
    return sentences_of(re.sub(r"(?<=[;,])\s*\n\s*(?:[-*•–]\s+)?", " ", joined))


def _names(text: str) -> set[str]:
    """Folded words that begin with a capital, but the first of the sentence."""
    found = (match["name"] for match in _NAME.finditer(text) if text[: match.start()].strip(" «\"“('’*-"))
    return (
        {word for name in found for word in words(name) if len(word) > 1} - _COMMON_NAMES - STOP_WORDS - MONTHS.keys()
    )


def _all(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)
