"""Two subjects named in one question: what is open, what authors say of both, then their fields side by side."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.answers.aspects import Aspect
from bot.answers.choosing import Chooser
from bot.answers.columns import row
from bot.answers.evidence import Line
from bot.answers.fields import short_name, status
from bot.answers.figures import figures
from bot.answers.listing import fields_of
from bot.answers.measures import quantities
from bot.answers.noticing import says_open
from bot.answers.points import Point, asks_date_of_sheets, line_on, points_asked
from bot.answers.quoting import Quote
from bot.answers.ranking import SURELY, Candidate
from bot.answers.refusing import admits
from bot.answers.repeating import is_told
from bot.answers.types import Language
from bot.answers.understanding import Question
from bot.answers.verification import gives_verdict
from bot.answers.wording import say
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.folding import flat, fold
from bot.catalogue.formats import listed
from bot.catalogue.models import AnyRecord, Availability, Page, Scheme
from bot.search.analysis import stems

SCREEN = 900  # characters: what authors add to the fields must fit on a phone
EACH = 2  # sentences on each subject, beside its fields
ON_BOTH = 2  # sentences of authors on their difference
_PAGES = 3  # that may speak of both
_SOON = timedelta(days=183)  # an end this near is said first
_EITHER = re.compile(
    r"\b(?:ou(?: bien| plutot)?|or|vs|versus|plutot que|rather than)\b"
    r"|\blequel|\blaquelle|which (?:one|is better)|mieux entre|choisir entre"
    r"|\bcompar(?:e[rz]?|ons|aison|ison)\b(?! (?:a|au|aux|to)\b)"
)
_WHICH = re.compile(r"\b(?:lequel|laquelle|which (?:one|of (?:the|them|these)))\b")
_CONTRAST = re.compile(
    r"\b(?:plutot|alors que|tandis que|contrairement|a la difference|differ\w*|au lieu|mais|en revanche|lui|elle)\b"
    r"|\bn['e].{0,12} (?:pas|plus)\b|, et \w"
)
_NOT_ASKED = (Aspect.DIFFERENCE, Aspect.DEFINITION, Aspect.HOW)
"""Sides that « quelle différence » does not single out."""
IN_ROWS = frozenset({Aspect.AMOUNT, Aspect.RATE, Aspect.BASE, Aspect.FUNDER})
"""Sides that the fields tell of each."""

NamedIn = Callable[[str], dict[str, float]]
"""Ids of the records that a text names, each with how surely."""


def compared(asked: Question, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Two or three subjects that are surely named, when their difference or a choice between them is asked."""
    sure = tuple(candidate for candidate in candidates if candidate.named >= SURELY)
    return sure[:3] if len(sure) > 1 and asks_to_compare(asked) else ()


def asks_to_compare(asked: Question) -> bool:
    """Whether the difference of what is named, or a choice between them, is asked."""
    return Aspect.DIFFERENCE in asked.aspects or bool(_EITHER.search(flat(asked.text)))


def asks_which(text: str) -> bool:
    """« lequel est payant ? »: one of things that were named."""
    return bool(_WHICH.search(flat(text)))


class Comparer:
    """Compares records of one release."""

    def __init__(self, catalogue: Catalogue, chooser: Chooser, named_in: NamedIn) -> None:
        self._catalogue, self._chooser, self._named_in = catalogue, chooser, named_in

    def side_by_side(
        self, asked: Question, sides: Sequence[Candidate], candidates: Sequence[Candidate]
    ) -> tuple[Quote, ...]:
        """What is closed or ends soon, the side that is asked for, what authors say of both, then each."""
        sides = sorted(sides, key=lambda side: place_of_mention(side.record, asked))
        records = [side.record for side in sides]
        pages = [candidate.record for candidate in candidates if isinstance(candidate.record, Page)][:_PAGES]
        about_both = [page for page in pages if self._is_about_both(page, records)]
        on_both = self._on_both(asked.language, records, about_both)
        statuses = [quote for quote in self._statuses(records, asked) if not _is_said_by(on_both, quote)]
        pressing = any(_is_pressing(record, asked) for record in records)
        points = points_asked(asked.text, [name for record in records for name in record.names])
        closing = [quote for quote in on_both if quote.notice]
        first = [
            *closing,
            *(statuses if pressing else ()),
            *self._on_points(points, records, asked.language),
            *(quote for side in sides for quote in self._asked_for(asked, side, points)),
        ]
        rows = [self._row(side.record, records, asked, dated=not pressing) for side in sides]
        lines = list(filter(None, rows))
        if asked.language is Language.ENGLISH:  # what is English before what is quoted in French
            first = sorted([*first, *lines], key=lambda quote: quote.is_french)
        notices = [quote for quote in statuses if quote.notice]
        others = self._on_both(asked.language, (), pages, records)
        kept = _fitting((*first, *lines, *notices), [*on_both, *others[:1]])
        quotes = [*first, *(quote for quote in kept if quote in on_both)]
        told = [*first, *lines, *notices, *kept]
        for record, line in zip(records, rows, strict=True):
            beside = self._beside(record, asked.language, [quote.text for quote in told], 1 if records[2:] else EACH)
            fitting = _fitting(told, list(beside), anew=False)
            told += fitting
            quotes += [line, *fitting] if line and line not in quotes else fitting
        return tuple(dict.fromkeys((*quotes, *kept, *notices)))

    def _on_points(self, points: Sequence[Point], records: Sequence[AnyRecord], language: Language) -> list[Quote]:
        """What each says on each point that is asked, then which of them each leaves out."""
        found: dict[str, Quote] = {}
        lacking: dict[str, list[str]] = {}
        for point in points:
            for record in records:
                if line := self._line_on(point, record, language):
                    found[line.text] = Quote(line.text, line.passage, 1.0)
                else:
                    lacking.setdefault(record.id, []).append(say(point.key, language))
        for record in records:
            source = fields_of(self._catalogue, record)
            if source and record.id in lacking:
                left_out = say("not_stated", language, fields=listed(lacking[record.id], say("and", language)))
                text = say("side_by_side", language, name=short_name(record), fields=left_out)
                found[text] = Quote(text, source, 1.0, typed=True)
        return list(found.values())

    def _line_on(self, point: Point, record: AnyRecord, language: Language) -> Line | None:
        """In the language of the question where its author says it there."""
        lines_of = self._chooser.evidence.lines_of
        return line_on(point, lines_of(record.id, language)) or line_on(point, lines_of(record.id))

    def _is_about_both(self, page: AnyRecord, records: Sequence[AnyRecord]) -> bool:
        """Whether its title or a question that its author foresaw names the subjects."""
        return any(len(self._told_of(text, records)) > 1 for text in (page.title, *page.questions))

    def _told_of(self, text: str, records: Sequence[AnyRecord]) -> set[str]:
        """Which of the subjects a text names without a doubt."""
        return {name for name, sure in self._named_in(text).items() if sure == 1} & {record.id for record in records}

    def _statuses(self, records: Sequence[AnyRecord], asked: Question) -> list[Quote]:
        """Whether each is open today, those that are not first; a notice where that is not as one expects."""
        schemes = [record for record in records if isinstance(record, Scheme)]
        ordered = sorted(schemes, key=lambda scheme: scheme.availability(asked.today) is not Availability.CLOSED)
        return [
            Quote(
                status(scheme, asked.today, asked.language),
                source,
                1.0,
                typed=True,
                notice=scheme.availability(asked.today) is not Availability.OPEN,
            )
            for scheme in ordered
            if (source := fields_of(self._catalogue, scheme))
        ]

    def _row(self, record: AnyRecord, records: Sequence[AnyRecord], asked: Question, *, dated: bool) -> Quote | None:
        source = fields_of(self._catalogue, record)
        text = row(record, records, asked.language, dated=dated, checked=asks_date_of_sheets(asked.text))
        return Quote(text, source, 1.0, typed=True, bullet=True) if source and text else None

    def _asked_for(self, asked: Question, side: Candidate, points: Sequence[Point]) -> list[Quote]:
        """The first sentence on the side of the subject that the question singles out, beside the points told."""
        left_out = (*_NOT_ASKED, *((Aspect.DURATION, Aspect.AMOUNT, Aspect.REPAYMENT) if points else ()))
        left_out += (Aspect.DEADLINE,) if asks_date_of_sheets(asked.text) else ()
        aspects = tuple(a for a in asked.aspects if a in asked.spelled_out and a not in left_out)
        if not aspects:
            return []
        draft = self._chooser.draft(replace(asked, aspects=(*aspects, Aspect.DIFFERENCE)), side)
        answers = draft.signals["typed"] or draft.signals.get("kind_beside") or not draft.sought.kinds
        return [quote for quote in draft.quotes if not admits(quote.text)][:1] if answers else []

    def _on_both(
        self,
        language: Language,
        sides: Sequence[AnyRecord],
        pages: Sequence[AnyRecord],
        about: Sequence[AnyRecord] = (),
    ) -> list[Quote]:
        """The sentences of authors that tell one subject from the other, the plainest contrast first."""
        about = about or sides
        found: list[tuple[int, Quote]] = []
        for record in (*sides, *pages):
            for line in self._chooser.evidence.lines_of(record.id, language):
                named = _apart(self._told_of(line.text, about), record, about, line.held)
                if len(named) < 2 or gives_verdict(line.text) or admits(line.text):
                    continue
                points = 2 * bool(_CONTRAST.search(fold(line.read))) + bool(quantities(line.text))
                if points < (1 if record in sides else 2):
                    continue
                found.append((points, Quote(line.text, line.passage, 1.0, notice=says_open(line.text))))
        kept: list[Quote] = []
        for _, quote in sorted(found, key=lambda one: -one[0]):
            if not kept or not _has_figures_of(kept, quote):
                kept.append(quote)
        return kept[:ON_BOTH]

    def _beside(self, record: AnyRecord, language: Language, told: Sequence[str], most: int) -> Iterator[Quote]:
        """What its author says of it first, and then what is not told by its fields."""
        evidence, said = self._chooser.evidence, list(told)
        for line in evidence.lines_of(record.id, language):
            left_out = line.text in told or says_open(line.text) or gives_verdict(line.text)
            if not most or not line.first or left_out:
                continue
            figured = figures(line.text)
            known = figured and figured <= figures(" ".join(said)) and len(said) > len(told)
            if known or is_told(line.text, said, record.names, evidence):
                continue
            yield Quote(line.text, line.passage, 1.0, bullet=True)
            said.append(line.text)
            most -= 1


def _fitting(told: Sequence[Quote], more: Sequence[Quote], *, anew: bool = True) -> list[Quote]:
    """Those that still fit on the screen; `anew` without those whose figures were all told."""
    kept: list[Quote] = []
    for quote in more:
        size = sum(len(one.text) for one in (*told, *kept, quote))
        if size <= SCREEN and not (anew and _has_figures_of((*told, *kept), quote)):
            kept.append(quote)
    return kept


def _has_figures_of(told: Sequence[Quote], quote: Quote) -> bool:
    """Whether a sentence has figures and all of them were told."""
    return bool(figures(quote.text)) and figures(quote.text) <= figures(" ".join(other.text for other in told))


def _is_said_by(authors: Sequence[Quote], status_of: Quote) -> bool:
    """Whether an author's sentence says the same of what is open, with its date."""
    return any(says_open(one.text) and figures(status_of.text) <= figures(one.text) for one in authors)


def _apart(named: Collection[str], record: AnyRecord, records: Sequence[AnyRecord], held: Collection[str]) -> set[str]:
    """What a sentence of a record names, with the record itself; a part of the record's own name names nothing else."""
    own = [name for name in _keys(record) if name <= set(held)]
    others = (other for other in records if other.id in named and other.id != record.id)
    told = {o.id for o in others if any(not any(key <= name for name in own) for key in _keys(o) if key <= set(held))}
    return told | ({record.id} if record in records else set())


def _keys(record: AnyRecord) -> list[set[str]]:
    return [key for name in record.names if (key := set(stems(name)))]


def place_of_mention(record: AnyRecord, asked: Question) -> int:
    """Where in the question it is named."""
    said = stems(asked.said)
    named = [frozenset(stems(name)) for name in record.names]
    whole = max((name for name in named if name <= set(said)), key=len, default=frozenset())
    return max((said.index(stem) for stem in whole), default=len(said))


def _is_pressing(record: AnyRecord, asked: Question) -> bool:
    """Closed, not yet open, or closing soon."""
    if not isinstance(record, Scheme):
        return False
    if record.availability(asked.today) in (Availability.CLOSED, Availability.NOT_YET):
        return True
    return record.valid_until is not None and record.valid_until - asked.today <= _SOON
