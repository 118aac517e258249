"""Chooses which sentences of the knowledge answer a question: the extractive writer.

Nothing is rephrased: a sentence comes from a typed field (`answers.fields`) or stands so in a passage.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answers.aspects import HEADINGS, NUMERIC, Aspect
from bot.answers.concepts import Concept
from bot.answers.counting import counts
from bot.answers.evidence import Evidence
from bot.answers.fields import stated
from bot.answers.figures import figures
from bot.answers.sentences import sentences_of
from bot.answers.types import Language
from bot.catalogue.folding import fold
from bot.catalogue.models import AnyRecord, Page, Partner, Passage, PassageKind
from bot.search.analysis import stems

MOST_SENTENCES = 4
FRAMING = 0.5  # what a word that frames the question counts in the choice of sentences
_LEADS = 1.5  # times the first sentence's score that another one needs to stand before it
_NEAR, _NEAR_PARTNER = 0.55, 0.0  # share of the best sentence's score that another one needs beside it
WHOLE_PAGE = 700  # characters: a page this short is given whole, its author wrote it as one answer
_HISTORY = re.compile(r"\bancien(?:ne)?s?\b|auparavant|autrefois|avant 20\d\d|n'est plus|fut \b|former", re.IGNORECASE)
_UNSURE = re.compile(r"verifier")
_EVIDENCE: dict[Aspect, re.Pattern[str]] = {
    Aspect.RATE: re.compile(r"\d ?%|\bmoitie\b"),
    Aspect.AMOUNT: re.compile(r"\d[\d ,.]*(?:€|k€|m€|md€|euros|%)"),
    Aspect.BASE: re.compile(r"\d[\d ,.]*(?:€|k€|m€|md€|euros)"),
    Aspect.FREE: re.compile(r"gratuit|payant|paie|paye|coute|reste a charge|\d ?€"),
    Aspect.COST: re.compile(r"gratuit|\d ?(?:€|k€|m€|euros)"),
    Aspect.DIFFERENCE: re.compile(
        r"differ|tous les deux|toutes les deux|alors que|tandis que|n.est pas|ne sont pas|\blui\b,"
    ),
    Aspect.UPCOMING: re.compile(r"prochain|a venir"),
    Aspect.DEADLINE: re.compile(r"\b(?:19|20)\d\d\b(?![^(]*\))|\d+ (?:mois|semaines?|jours?|ans?)\b|fil de l.eau"),
    Aspect.DURATION: re.compile(r"\d+ ?(?:h|heures?|ans?|annees?|mois|semaines?|jours?)\b"),
    Aspect.OPEN: re.compile(r"\bclos|\bouvert|ferme|plus mobilisable|n.est plus|toujours"),
    Aspect.PHONE: re.compile(r"\b0\d(?:[ .]?\d\d){4}\b|\b39 ?\d\d\b|\+33"),
    Aspect.EMAIL: re.compile(r"\w@\w"),
    Aspect.CONTACT: re.compile(r"@|contact|conseiller|\b0\d|www|https|adresse"),
    Aspect.COMMITMENT: re.compile(r"avant|commenc|commande|devis"),
    Aspect.CUMULATION: re.compile(r"cumul"),
    Aspect.REPAYMENT: re.compile(r"rembours"),
    Aspect.WHERE: re.compile(r"\ba [A-Z]|\ba (?:la|l)|siege|accueil"),
}

_REQUIRED = NUMERIC | {
    Aspect.PHONE,
    Aspect.EMAIL,
    Aspect.DEADLINE,
    Aspect.DURATION,
    Aspect.REPAYMENT,
    Aspect.CUMULATION,
}


@dataclass(frozen=True)
class Quote:
    """A sentence and the passage that holds it; `typed` when made from a field, `notice` when it says what is open."""

    text: str
    passage: Passage
    score: float
    typed: bool = False
    notice: bool = False


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the writer needs of the question: content concepts, those naming the record left out, and aspects."""

    concepts: tuple[Concept, ...]
    plain: bool  # nothing is asked beside the aspects
    aspects: tuple[Aspect, ...]
    years: frozenset[str]
    counted: frozenset[str]  # stems of what is counted: « combien de projets »
    language: Language
    today: date

    @property
    def dated(self) -> bool:
        """Open or until when: computed from the fields on the day, never left to prose."""
        return Aspect.OPEN in self.aspects or Aspect.DEADLINE in self.aspects


def compose(record: AnyRecord, passages: Sequence[Passage], asked: Asked, evidence: Evidence) -> tuple[Quote, ...]:
    """The sentences that answer, the most direct first; empty when the record has no text."""
    typed = _typed(record, passages, asked)
    whole = _whole_page(record, passages, asked, evidence)
    if whole:
        return whole
    ranked = sorted(
        (
            _scored(sentence, passage, rank, passage is passages[0], asked, evidence)
            for rank, sentence, passage in _prose(passages)
        ),
        key=lambda quote: -quote.score,
    )
    near = _NEAR_PARTNER if isinstance(record, Partner) else _NEAR
    chosen: list[Quote] = []
    for quote in ranked:
        if len(chosen) >= MOST_SENTENCES or (chosen and quote.score < near * chosen[0].score):
            break
        if fold(quote.text) not in {fold(other.text) for other in chosen}:
            chosen.append(quote)
    kept = [quote for quote in typed if not _repeats(quote, chosen[:1], asked)]
    return (*kept, *_in_reading_order(chosen[: MOST_SENTENCES - len(kept)], asked))


def _repeats(typed: Quote, chosen: Sequence[Quote], asked: Asked) -> bool:
    """The author's own first sentence says the figures of the field, and better; an English reader is given both."""
    told = frozenset().union(*(figures(quote.text) for quote in chosen))
    wanted = figures(typed.text) - figures(typed.passage.title)
    return asked.language is Language.FRENCH and bool(wanted) and wanted <= told and not asked.dated


def _typed(record: AnyRecord, passages: Sequence[Passage], asked: Asked) -> tuple[Quote, ...]:
    """One sentence from the fields for each asked aspect that a field answers."""
    source = next((passage for passage in passages if passage.kind is PassageKind.FIELDS), None)
    if source is None:
        return ()
    wanted = asked.aspects[:2] if asked.aspects else ()
    sentences = (stated(record, aspect, asked.today, asked.language) for aspect in wanted)
    return tuple(Quote(text, source, 99.0, typed=True) for text in dict.fromkeys(sentences) if text)


def _whole_page(record: AnyRecord, passages: Sequence[Passage], asked: Asked, evidence: Evidence) -> tuple[Quote, ...]:
    """All sentences of a short page, led by the one that answers when that is clearly not the first."""
    if not is_whole(record, passages):
        return ()
    told = [
        _scored(sentence, passage, rank, True, asked, evidence)
        for rank, sentence, passage in _prose(passages)
        if not _outdated(sentence, asked)
    ]
    best = max(told, key=lambda quote: quote.score, default=None)
    if best and best.score > _LEADS * told[0].score:
        told = [best, *(quote for quote in told if quote is not best)]
    return tuple(told[:5])


def is_whole(record: AnyRecord, passages: Sequence[Passage]) -> bool:
    """A page short enough to be one answer, as a question and its answer is."""
    return isinstance(record, Page) and len(passages) == 1 and len(passages[0].text) <= WHOLE_PAGE


def required(aspects: Sequence[Aspect]) -> Aspect | None:
    """The first asked aspect that only a certain kind of thing answers."""
    return next((aspect for aspect in aspects if aspect in _REQUIRED), None)


def is_met(aspects: Sequence[Aspect], quotes: Sequence[Quote]) -> bool:
    """Whether the sentences hold the kind of thing that is asked for (a rate, an amount, a date…)."""
    wanted = required(aspects)
    if wanted is None:
        return True
    typed_enough = wanted not in (Aspect.PHONE, Aspect.EMAIL)
    return any((quote.typed and typed_enough) or _EVIDENCE[wanted].search(fold(quote.text)) for quote in quotes)


def is_history(sentence: str) -> bool:
    """A sentence on how things used to be."""
    return bool(_HISTORY.search(sentence))


def _outdated(sentence: str, asked: Asked) -> bool:
    """How things used to be misleads whoever asks how they are."""
    return is_history(sentence) and Aspect.OPEN not in asked.aspects


def _prose(passages: Sequence[Passage]) -> Iterator[tuple[int, str, Passage]]:
    """The sentences of the texts with their rank; typed fields are prose only for want of any."""
    texts = [passage for passage in passages if passage.kind is PassageKind.TEXT] or passages
    for passage in texts:
        for rank, sentence in enumerate(sentences_of(passage.text)):
            yield rank, sentence, passage


def _scored(sentence: str, passage: Passage, rank: int, first: bool, asked: Asked, evidence: Evidence) -> Quote:
    held = frozenset(stems(sentence))
    near = held | frozenset(stems(f"{passage.origin.section or ''}"))
    score = sum(
        (FRAMING if concept.framing else 1.0) * evidence.weight(concept)
        for concept in asked.concepts
        if concept.stands_in(held)
    )
    score += 0.4 * sum(evidence.weight(concept) for concept in asked.concepts if concept.stands_in(near - held))
    score += _aspect_bonus(sentence, passage, asked)
    score += sum(2.0 for year in asked.years if year in sentence)
    score += 3.0 * bool(asked.counted and counts(sentence, asked.counted))
    score += 0.6 / (1 + rank)
    if first and Aspect.DEFINITION in asked.aspects:
        score += 2.0 / (1 + rank)
    if _outdated(sentence, asked):
        score *= 0.1
    if _UNSURE.search(fold(passage.origin.section or "")):
        score *= 0.6
    return Quote(sentence, passage, score)


def _aspect_bonus(sentence: str, passage: Passage, asked: Asked) -> float:
    heading = fold(passage.origin.section or "")
    folded = fold(sentence)
    bonus = 0.0
    for aspect in asked.aspects or (Aspect.DEFINITION,):
        pattern = _EVIDENCE.get(aspect)
        if re.search(HEADINGS[aspect], heading):
            bonus += 3.0 if aspect in NUMERIC else 2.5
        if pattern and pattern.search(folded):
            bonus += 2.5
    return bonus / math.sqrt(max(1, len(asked.aspects)))


def _in_reading_order(chosen: list[Quote], asked: Asked) -> list[Quote]:
    """The best sentence first, then those of its passage; as their author ordered them when only an aspect is asked."""
    if not chosen:
        return []
    if asked.plain and asked.aspects and not asked.counted and len({quote.passage.id for quote in chosen}) == 1:
        return sorted(chosen, key=lambda quote: quote.passage.text.find(quote.text))
    best, rest = chosen[0], chosen[1:]
    return [best, *sorted(rest, key=lambda quote: (quote.passage.id != best.passage.id, -quote.score))]
