"""Which record answers a question, and with which sentences: a draft from each of the best few, the best one kept."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.answers.aspects import Aspect
from bot.answers.composing import Asked, Quote, compose, is_history, is_met, is_whole, required
from bot.answers.concepts import Concept
from bot.answers.counting import counts
from bot.answers.evidence import Evidence
from bot.answers.fields import is_repaid
from bot.answers.premises import is_contradicted
from bot.answers.ranking import Candidate, Clues, rank
from bot.answers.refusing import says_unknown
from bot.answers.sentences import sentences_of
from bot.answers.understanding import Question
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.folding import fold
from bot.catalogue.models import AnyRecord, PassageKind, Scheme
from bot.search.analysis import stems
from bot.search.types import Found

SEARCHED = 40  # passages looked at
CONSIDERED = 4  # records that a draft is made from
SURELY = 0.8  # how surely a record is named for others to be left aside
ALIKE_ENOUGH = 0.3  # likeness from which an author's wordings count as said
AS_WRITTEN = 0.65  # likeness from which a question counts as one that an author foresaw
RARE = 6.0  # burden of a word that stands in less than about a tenth of the records
ANSWERED = 0.55
"""Share of what is asked, beside the names, that one quoted passage must speak of; set on the development part."""


@dataclass(frozen=True)
class Draft:
    """What one candidate would answer; `answers` when that speaks of what is asked."""

    candidate: Candidate
    quotes: tuple[Quote, ...]
    share: float
    counted: bool
    met: bool
    quality: float
    unknown: str  # the sentence by which the knowledge says that it does not know; empty if it does

    @property
    def answers(self) -> bool:
        """Whether this may go out."""
        return bool(self.quotes) and self.counted and self.met and self.share >= ANSWERED


class Chooser:
    """Ranks the records of one release for a question and drafts what they would answer."""

    def __init__(self, catalogue: Catalogue, search: Callable[[str, int], Found]) -> None:
        self._catalogue, self._search = catalogue, search
        self.evidence = Evidence(catalogue)

    def candidates(self, asked: Question) -> tuple[Candidate, ...]:
        """The records that may answer, best first."""
        found = self._search(asked.searched, SEARCHED)
        clues = Clues(
            question_stems=frozenset(stems(found.corrected)),
            concepts=asked.concepts,
            named=asked.named,
            regions=asked.regions,
        )
        return rank(self._catalogue, self.evidence, found, clues)

    def drafts(self, asked: Question, candidates: Sequence[Candidate]) -> list[Draft]:
        """What the best few would answer, the best draft first."""
        drafts = [self.draft(asked, candidate) for candidate in self._considered(candidates)]
        return sorted(drafts, key=lambda draft: -draft.quality)

    def _considered(self, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
        """The best few; when a scheme or partner is surely named, those that are it or speak of it."""
        sure = [candidate.record for candidate in candidates if candidate.named >= SURELY]
        if not sure:
            return candidates[:CONSIDERED]
        names = [frozenset(stems(name)) for record in sure for name in record.names]
        about = [
            candidate
            for candidate in candidates
            if candidate.named
            or candidate.alike >= AS_WRITTEN
            or any(name <= self.evidence.stems_of[candidate.record.id] for name in names)
        ]
        return about[:CONSIDERED]

    def draft(self, asked: Question, candidate: Candidate) -> Draft:
        """What one record would answer, and how well that speaks of the question."""
        record, passages = candidate.record, self._catalogue.passages_of(candidate.record.id)
        own = self._names_in(asked, candidate)
        rest = tuple(concept for concept in asked.concepts if not concept.stands_in(own))
        brief = Asked(
            concepts=rest,
            plain=not any(map(asked.is_about, rest)),
            aspects=asked.aspects,
            years=asked.years,
            counted=asked.counted,
            language=asked.language,
            today=asked.today,
        )
        quotes = compose(record, passages, brief, self.evidence)
        wanted = self._wanted(asked, rest, surely=candidate.named >= SURELY)
        spelled_out = required(asked.aspects) in asked.spelled_out and candidate.support.share >= ANSWERED
        if candidate.named >= SURELY and spelled_out:
            wanted = [concept for concept in wanted if asked.complements.intersection(concept.said)]
        share = self._share(asked, candidate, quotes, wanted)
        directs = [self.evidence.share(wanted, _said_by(record, quote)) for quote in quotes]
        evident = self._evident(asked, candidate, quotes, wanted)
        counted = not asked.counted or any(counts(quote.text, asked.counted) for quote in quotes)
        met = evident >= ANSWERED or is_met(asked.aspects, ())
        quality = candidate.score + 0.6 * share + 0.4 * max(directs, default=0.0) + 0.3 * counted + 0.3 * met
        quality += 0.5 * candidate.named + 0.15 * is_whole(record, passages)
        return Draft(candidate, quotes, share, counted, met, quality, _unknown(asked, quotes, directs, evident))

    def _names_in(self, asked: Question, candidate: Candidate) -> frozenset[str]:
        """Stems of the names of what is asked about: they say nothing on what is asked of it."""
        sure = [self._catalogue.records[record] for record, named in asked.named.items() if named >= SURELY]
        named = [candidate.record, *sure] if candidate.named else sure
        return frozenset(stem for record in named for name in record.names for stem in stems(name))

    def contradicts(self, asked: Question, record: AnyRecord) -> bool:
        """Whether a record says otherwise than what the question takes for granted."""
        texts = (passage.text for passage in self._catalogue.passages_of(record.id) if passage.kind is PassageKind.TEXT)
        told = [sentence for text in texts for sentence in sentences_of(text) if not is_history(sentence)]
        return is_contradicted(asked.premise, record, told, asked.today)

    def _wanted(self, asked: Question, rest: Sequence[Concept], *, surely: bool) -> list[Concept]:
        """What must be spoken of; of a sure name, common words and unreadable ones are no test."""
        about = [concept for concept in rest if asked.is_about(concept)]
        if not surely:
            return about
        return [c for c in about if self.evidence.burden(c) >= RARE and not self.evidence.is_unreadable(c)]

    def _share(
        self, asked: Question, candidate: Candidate, quotes: Sequence[Quote], wanted: Sequence[Concept]
    ) -> float:
        """How far the record (when surely named) or one quoted passage speaks of what is wanted."""
        surely = candidate.named >= SURELY
        held = [self.evidence.stems_of[candidate.record.id]] if surely else list(self._held(candidate, quotes))
        strict = not asked.premise
        return max(
            (self.evidence.share(wanted, text) for text in held if not strict or self._holds_rarest(wanted, text)),
            default=0.0,
        )

    def _evident(
        self, asked: Question, candidate: Candidate, quotes: Sequence[Quote], wanted: Sequence[Concept]
    ) -> float:
        """How far the sentences that hold the kind of thing asked for (a rate, a date…) speak of what is wanted."""
        essential = [concept for concept in wanted if asked.complements.intersection(concept.said)]
        whole = self.evidence.stems_of[candidate.record.id]
        best = 0.0
        for quote in quotes:
            if is_met(asked.aspects, [quote]) and not _is_other_rate(asked, candidate.record, quote):
                said = _said_by(candidate.record, quote)
                beside = candidate.named >= SURELY and all(concept.stands_in(said) for concept in essential)
                best = max(best, self.evidence.share(wanted, whole if beside else said))
        return best

    def _holds_rarest(self, wanted: Sequence[Concept], held: frozenset[str]) -> bool:
        """Whether a text speaks of the rarest thing asked for, when that is rare enough to matter."""
        rarest = max(wanted, key=self.evidence.burden, default=None)
        return rarest is None or self.evidence.burden(rarest) < RARE or rarest.stands_in(held)

    def _held(self, candidate: Candidate, quotes: Sequence[Quote]) -> Iterator[frozenset[str]]:
        """Stems of each quoted passage under its titles, with the author's wordings when they resemble the question."""
        wordings = candidate.record.questions if candidate.alike > ALIKE_ENOUGH else ()
        for quote in {quote.passage.id: quote for quote in quotes}.values():
            text = quote.text if quote.typed else quote.passage.text
            said = (candidate.record.title, quote.passage.origin.section or "", text, *wordings)
            yield frozenset(stems(" ".join(said)))


def _said_by(record: AnyRecord, quote: Quote) -> frozenset[str]:
    """Stems of one sentence under its title and heading."""
    return frozenset(stems(f"{record.title} {quote.passage.origin.section or ''} {quote.text}"))


def _is_other_rate(asked: Question, record: AnyRecord, quote: Quote) -> bool:
    """A share of something, when the rate of a loan is asked: that would be taken for its interest."""
    if Aspect.RATE not in asked.aspects or not isinstance(record, Scheme) or not is_repaid(record):
        return False
    return not re.search(r"\btaux\b.*(?:\d ?%|zero)", fold(quote.text))


def _unknown(asked: Question, quotes: Sequence[Quote], directs: Sequence[float], evident: float) -> str:
    """The sentence that says that this is not known, unless another one answers as directly."""
    if quotes and says_unknown(quotes[0].text):
        return quotes[0].text
    if is_met(asked.aspects, ()):
        return ""
    said = ((value, quote.text) for value, quote in zip(directs, quotes, strict=True) if says_unknown(quote.text))
    value, text = max(said, default=(0.0, ""))
    return text if value >= ALIKE_ENOUGH and value >= evident else ""
