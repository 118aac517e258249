"""Which record answers a question, and with which sentences: a draft from each of the best few, the best one kept."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.answers.admitting import admitted
from bot.answers.aspects import Aspect
from bot.answers.composing import compose, is_whole
from bot.answers.concepts import Concept
from bot.answers.evidence import Evidence
from bot.answers.expecting import Kind, expected
from bot.answers.fields import is_repaid
from bot.answers.focusing import asks_more_than_yes
from bot.answers.neighbours import Neighbours
from bot.answers.premises import is_contradicted
from bot.answers.quoting import Quote, Scored, score_lines, spoken_for
from bot.answers.ranking import NATIONAL, SURELY, Candidate, rank
from bot.answers.sentences import sentences_of
from bot.answers.showing import is_shown
from bot.answers.sides import sentences_on
from bot.answers.signals import Sought, is_history, weighed
from bot.answers.stating import stated_quotes
from bot.answers.towns import town_words_in
from bot.answers.types import Language
from bot.answers.understanding import Question
from bot.answers.weights import DRAFT
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.folding import flat
from bot.catalogue.models import AnyRecord, Partner, PassageKind, Scheme
from bot.search.analysis import stems
from bot.search.types import Found

SEARCHED = 40  # passages looked at
CONSIDERED = 6  # records that a draft is made from
AS_WRITTEN = 0.65  # likeness from which a question counts as one that an author foresaw
_MEMBERSHIP = re.compile(r"\bcommunes?\b|(?:est|sont) (?:elle|il|elles|ils)? ?(?:en|dans|class\w+|zone)|\bis \w+ in\b")
_BESIDE = 0.5  # share of what is wanted that an admission must speak of, when its record is not named
_FORESEEN = 20.0  # what a likeness beyond that adds to the quality of a draft


@dataclass(frozen=True, kw_only=True, eq=False)
class Draft:
    """What one candidate would answer."""

    candidate: Candidate
    sought: Sought
    ranked: tuple[Scored, ...]
    signals: Mapping[str, float]
    quality: float
    unknown: Quote | None  # the sentence by which the knowledge says that it does not know
    admits: Quote | None  # the same, when nothing else is to be said
    compose: Callable[[], tuple[Quote, ...]]

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """The sentences of the answer, composed when first asked for: few drafts are said."""
        return self.compose()


class Chooser:
    """Ranks the records of one release for a question and drafts what they would answer."""

    def __init__(self, catalogue: Catalogue, search: Callable[[str, int], Found]) -> None:
        self._catalogue, self._search = catalogue, search
        self.evidence = Evidence(catalogue)
        self._neighbours = Neighbours(catalogue.records.values())

    def candidates(self, asked: Question) -> tuple[Candidate, ...]:
        """The records that may answer, best first."""
        votes = self._neighbours.votes(asked.said)
        return rank(self._catalogue, self.evidence, self._search(asked.searched, SEARCHED), votes, asked)

    def widened(self, asked: Question) -> Question:
        """The question with the word families of the knowledge."""
        return replace(asked, concepts=tuple(map(self.evidence.widened, asked.concepts)))

    def drafts(self, asked: Question, candidates: Sequence[Candidate]) -> list[Draft]:
        """What the best few would answer, best first; before all what is named, when it is what must answer."""
        drafts = [self.draft(asked, candidate) for candidate in self._considered(asked, candidates)]
        return sorted(drafts, key=lambda draft: (not _must_answer(draft, asked), -draft.quality))

    def _considered(self, asked: Question, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
        """The best few; when a scheme or partner is surely named, those that are it or speak of it."""
        if max(asked.named.values(), default=0.0) < SURELY:
            return candidates[:CONSIDERED]
        sure = (self._catalogue.records[record] for record, named in asked.named.items() if named >= SURELY)
        no_other = any(isinstance(record, Scheme) for record in sure)
        about = [one for one in candidates if one.named or _may_be_meant(one, no_other=no_other)]
        return about[:CONSIDERED]

    def draft(self, asked: Question, candidate: Candidate) -> Draft:
        """What one record would answer, and what speaks for it."""
        record, passages = candidate.record, self._catalogue.passages_of(candidate.record.id)
        sought = self.sought(asked, candidate)
        ranked = score_lines(record, sought, self.evidence)
        spoken = score_lines(record, sought, self.evidence, asked.language)
        signals = self._signals(asked, candidate, sought, ranked)
        untold = any(signals[f"no_{kind}"] for kind in sought.kinds[:1])
        least = -1.0 if candidate.named >= SURELY else _BESIDE
        told = 1.0 if signals["typed"] else least if untold else signals.get("kind_beside", 0.0)
        unknown = admitted(ranked, sought, self.evidence, told=told)
        admits = admitted(ranked, sought, self.evidence, told=least, about=least)
        weights_of = {**signals, "kind_none": signals.get("kind_none", 0.0) and unknown is None}
        return Draft(
            candidate=candidate,
            sought=sought,
            ranked=tuple(ranked),
            signals=signals,
            quality=candidate.score + weighed(weights_of, DRAFT) + _foreseen(candidate, whole=bool(signals["whole"])),
            unknown=unknown and self.spoken_for(unknown, asked.language),
            admits=admits and self.spoken_for(admits, asked.language),
            compose=lambda: compose(record, passages, sought, spoken, self.evidence),
        )

    def told_first(self, scheme: Scheme, aspect: Aspect, language: Language) -> Quote | None:
        """The first sentence of an author on that side of a scheme."""
        quote = next(sentences_on(aspect, self._catalogue.passages_of(scheme.id)), None)
        return quote and self.spoken_for(quote, language)

    def spoken_for(self, quote: Quote, language: Language) -> Quote:
        """What a sentence of a record says in the language of the question, where its author wrote it."""
        return spoken_for(quote, self.evidence.lines_of(quote.passage.record, language))

    def sought(self, asked: Question, candidate: Candidate) -> Sought:
        """What is asked beside the names of what is asked about."""
        own = self._names_in(asked, candidate)
        rest = tuple(concept for concept in asked.concepts if not concept.stands_in(own))
        said = _unnamed(asked.asking_said, own) + " %" * ("%" in asked.text)
        about = [concept for concept in rest if asked.is_about(concept)]
        places = [concept for concept in about if _is_place_of(concept, candidate.record, asked)]
        wanted = [concept for concept in about if concept not in places]
        asked_of = [concept for concept in wanted if asked.asks_of(concept)]
        if asked_of or asks_more_than_yes(asked.asking):
            places += [concept for concept in wanted if concept not in asked_of]
            wanted = asked_of
        others = () if candidate.named else (c for c in asked.concepts if not c.framing and c.stands_in(own))
        return Sought(
            concepts=rest,
            wanted=tuple(wanted),
            setting=(*places, *others),
            side=tuple(concept for concept in rest if not concept.framing and not asked.is_about(concept)),
            aspects=asked.aspects,
            years=asked.years,
            counted=asked.counted,
            kinds=_expected(said, asked, candidate.record),
            said=said,
            today=asked.today,
            language=asked.language,
            told=asked.told,
        )

    def _names_in(self, asked: Question, candidate: Candidate) -> frozenset[str]:
        """Stems of the names of what is asked about: they say nothing on what is asked of it."""
        sure = [self._catalogue.records[record] for record, named in asked.named.items() if named >= SURELY]
        named = [candidate.record, *sure] if candidate.named else sure
        said = stems(asked.said)
        return frozenset(stem for record in named for name in _called(record, said) for stem in name)

    def _signals(
        self, asked: Question, candidate: Candidate, sought: Sought, ranked: Sequence[Scored]
    ) -> dict[str, float]:
        """How far the record and its best sentences speak of what is asked."""
        record = candidate.record
        return {
            "whole": is_whole(record, self._catalogue.passages_of(record.id)),
            "best_line": ranked[0].score if ranked else 0.0,
            **self._kinds(asked, record, sought, ranked, frozenset(stems(record.title))),
        }

    def _kinds(
        self, asked: Question, record: AnyRecord, sought: Sought, ranked: Sequence[Scored], title: frozenset[str]
    ) -> dict[str, float]:
        """Whether the kinds of things that are asked for are shown by sentences that speak of what is wanted."""
        passages = self._catalogue.passages_of(record.id)
        typed = stated_quotes(record, passages, replace(sought, language=Language.FRENCH))
        if Kind.INTEREST in sought.kinds or (
            Kind.RATE in sought.kinds and isinstance(record, Scheme) and is_repaid(record)
        ):
            typed = ()  # the field is the share that is financed, not the interest of the loan
        told = bool(typed) and (
            not sought.kinds
            or any(is_shown(sought.kinds[0], quote.text, sought, record, self.evidence) for quote in typed)
        )
        texts = [(quote.text, frozenset(stems(quote.text))) for quote in typed]
        texts += [(one.line.text, one.line.under | title) for one in ranked]
        found: dict[str, float] = {}
        for kind in sought.kinds:
            shown = (held for text, held in texts if is_shown(kind, text, sought, record, self.evidence))
            beside = max((self.evidence.share(sought.wanted, held) for held in shown), default=-1.0)
            found[f"no_{kind}"] = beside < 0
            found["kind_none"] = max(found.get("kind_none", 0.0), beside < 0)
            found["kind_beside"] = max(found.get("kind_beside", 0.0), beside, 0.0)
        return {"typed": told, **found}

    def contradicts(self, asked: Question, record: AnyRecord, shown: Sequence[str]) -> bool:
        """Whether a record says otherwise than what the question takes for granted, in the sentences shown."""
        texts = (passage.text for passage in self._catalogue.passages_of(record.id) if passage.kind is PassageKind.TEXT)
        told = [sentence for text in texts for sentence in sentences_of(text) if not is_history(sentence)]
        return is_contradicted(asked.premise, record, told, shown, asked.today)


def _called(record: AnyRecord, said: Sequence[str]) -> list[list[str]]:
    """Stems of each name by which a question calls a record; of all when it gives none of them whole."""
    names = [stems(name) for name in record.names]
    text = f" {' '.join(said)} "
    together = [name for name in names if name and f" {' '.join(name)} " in text]
    return together or [name for name in names if set(name) <= set(said)] or names


def _may_be_meant(candidate: Candidate, *, no_other: bool) -> bool:
    """Whether it may say what is asked of what is named; when that is a scheme, another one speaks of itself."""
    if no_other and isinstance(candidate.record, Scheme):
        return False
    return candidate.alike >= AS_WRITTEN or bool(candidate.signals["mentions"])


def _must_answer(draft: Draft, asked: Question) -> bool:
    """Named without a doubt: a partner whose field tells what is asked, or whatever is only to be defined."""
    if draft.candidate.named < 1:
        return False
    told = isinstance(draft.candidate.record, Partner) and bool(draft.signals["typed"])
    return told or (set(asked.aspects) == {Aspect.DEFINITION} and not draft.sought.wanted)


def _foreseen(candidate: Candidate, *, whole: bool) -> float:
    """What it adds that an author foresaw the question, the more so if it is the title of a page that answers it."""
    beyond = max(0.0, candidate.alike - AS_WRITTEN)
    return _FORESEEN * beyond * (1.3 if whole else 1.0)


def _expected(said: str, asked: Question, record: AnyRecord) -> tuple[Kind, ...]:
    """The kinds of things that are asked for; a later year asks for what is to come, unless it is claimed or a name."""
    kinds = expected(said, counted=bool(asked.counted))
    names = " ".join(record.names)
    whether = isinstance(record, Scheme) and not kinds and Aspect.OPEN in asked.aspects  # « ouvert jusqu'en 2028 ? »
    claimed = bool(asked.premise) or whether
    later = not claimed and any(int(year) > asked.today.year and year not in names for year in asked.years)
    return (Kind.COMING, *kinds) if later and Kind.COMING not in kinds else kinds


def _unnamed(said: str, names: frozenset[str]) -> str:
    """What is said beside the names: « du futur » in a name asks for nothing that is to come."""
    return " ".join(word for word in said.split() if not names.issuperset(stems(word)) or not stems(word))


def _is_place_of(concept: Concept, record: AnyRecord, asked: Question) -> bool:
    """A place where the record holds good: it only says where the project is, unless that is the question."""
    places = concept.regions
    town = not places and town_words_in(asked.text).issuperset(concept.said)
    if not (places or town) or _MEMBERSHIP.search(flat(asked.text)):
        return False
    if town or asked.named.get(record.id, 0.0) >= SURELY:
        return True
    return not record.regions or NATIONAL in record.regions or any(place.name in record.regions for place in places)
