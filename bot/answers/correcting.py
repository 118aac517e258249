"""What a message asserts, checked against the record that it names: corrected or confirmed first, with the source."""

import re
from collections.abc import Sequence
from datetime import date

from bot.answers.aspects import Aspect
from bot.answers.assembling import Assembler
from bot.answers.assertions import Assertion, assertion_in
from bot.answers.choosing import Chooser
from bot.answers.claims import Judgement, Verdict, claims_funder, judge
from bot.answers.concepts import Concept
from bot.answers.extent import claims_to_cover, claims_whole_place, covering_words, reach_told
from bot.answers.fields import short_name, stated
from bot.answers.listing import fields_of
from bot.answers.noticing import noticed
from bot.answers.premises import asks_which_status, claims_status, misdates
from bot.answers.quoting import Quote
from bot.answers.ranking import SURELY, Candidate
from bot.answers.sentences import sentences_of
from bot.answers.signals import is_history
from bot.answers.types import Answer, Language
from bot.answers.understanding import Question, Reader
from bot.answers.verdicts import asks_verdict
from bot.answers.wording import say
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.formats import listed
from bot.catalogue.models import AnyRecord, Page, Partner, PassageKind, Scheme
from bot.search.analysis import stems, words

_PAGES = 3  # that may be what is asserted of
_LIKELY = 0.25  # share of the question that an unnamed record must hold to be what is asserted of
_IS_THE = re.compile(r"\b(?:est|c'? ?est|étant|etant|is|being)\b", re.IGNORECASE)
_ORIGINALLY = re.compile(r"à l'origine|initialement|au départ|originally", re.IGNORECASE)
_MORE = 2  # sentences on what is asked, after the correction


def _is_past(sentence: str) -> bool:
    return is_history(sentence) or bool(_ORIGINALLY.search(sentence))


class Corrector:
    """Checks assertions against the records of one release."""

    def __init__(self, catalogue: Catalogue, reader: Reader, chooser: Chooser, assembler: Assembler) -> None:
        self._catalogue, self._reader, self._chooser, self._assembler = catalogue, reader, chooser, assembler
        names = {name.strip() for s in catalogue.schemes for name in re.split(r"[,()/]| et ", s.funder)}
        names |= {name for partner in catalogue.partners for name in partner.names}
        self._fields = {frozenset(stems(sector)) for partner in catalogue.partners for sector in partner.sectors}
        names |= {name.split()[0] for name in names if name.startswith("Région ")}
        self._payers = {frozenset(stems(name)): name for name in names if len(name) > 2 and name[:1].isupper()}

    def answer(self, asked: Question, candidates: Sequence[Candidate]) -> Answer | None:
        """The correction or the confirmation, or None when nothing is asserted that the record speaks of."""
        assertion = assertion_in(asked.text)
        if assertion and (reached := self._reached(assertion, asked, candidates)):
            return reached
        if assertion is None or asks_verdict(asked.text) or asks_which_status(asked.text):
            return None
        for candidate in self._meant(assertion, candidates):
            judgement = self._judged(assertion, candidate.record, asked)
            if judgement.verdict is Verdict.FALSE or (judgement.verdict is Verdict.TRUE and assertion.alone):
                wondered = judgement.field == "open" and assertion.alone and not assertion.sure
                return self._said(asked, candidate, judgement, wondered=wondered)
        return None

    def _meant(self, assertion: Assertion, candidates: Sequence[Candidate]) -> list[Candidate]:
        """The records named in the clause, else the page that speaks of nearly all of it."""
        named = self._reader.named_in(assertion.clause)
        sure = [c for c in candidates if named.get(c.record.id, 0.0) >= SURELY]
        if named:
            return sure[:2] or [c for c in candidates[:1] if c.record.id in named]
        if not assertion.sure and assertion.alone:
            return []
        return [c for c in candidates[:_PAGES] if isinstance(c.record, Page) and c.support.share >= _LIKELY]

    def _reached(self, assertion: Assertion, asked: Question, candidates: Sequence[Candidate]) -> Answer | None:
        """How far a record reaches, before what is asked of it, when a claim takes it to reach further."""
        for candidate in self._meant_to_reach(assertion, candidates):
            quotes = self._on_reach(assertion, candidate.record, asked)
            if quotes:
                return self._with_more(asked, candidate, quotes, before=())
        return None

    def _meant_to_reach(self, assertion: Assertion, candidates: Sequence[Candidate]) -> list[Candidate]:
        """Beside what is meant, the pages that the clause calls by a name; a zone may be named outside of it."""
        meant, said = self._meant(assertion, candidates), set(stems(assertion.clause))
        if not meant and claims_whole_place(assertion.clause):
            return [c for c in candidates if c.named >= SURELY][:1]
        pages = [c for c in candidates if isinstance(c.record, Page) and c not in meant]
        return [*meant, *(c for c in pages if _is_called(c.record, said))]

    def _on_reach(self, assertion: Assertion, record: AnyRecord, asked: Question) -> list[Quote]:
        lines = {line.text: line for line in self._chooser.evidence.lines_of(record.id, asked.language)}
        texts = reach_told(assertion.clause, record, [text for text in lines if not _is_past(text)])
        if texts or not (assertion.sure and isinstance(record, Scheme)):
            return [Quote(text, lines[text].passage, 1.0) for text in texts]
        return self._covered(assertion.clause, record, asked)

    def _covered(self, clause: str, scheme: Scheme, asked: Question) -> list[Quote]:
        """For whom and what it is, when it is said to cover a thing of which its file does not speak."""
        if not claims_to_cover(clause):
            return []
        said, held = set(words(clause)) - covering_words(clause), self._chooser.evidence.stems_of[scheme.id]
        things = [c for c in self._about(scheme, asked) if said.issuperset(c.said) and not c.regions]
        if all(thing.stands_in(held) for thing in things):
            return []
        sides = (Aspect.WHO, Aspect.WHAT_FOR)
        return [quote for side in sides if (quote := self._chooser.told_first(scheme, side, asked.language))]

    def _about(self, record: AnyRecord, asked: Question) -> list[Concept]:
        """What is said beside the names of a record."""
        named = {stem for name in record.names for stem in stems(name)} if not isinstance(record, Page) else set()
        return [c for c in asked.concepts if not c.framing and not c.stands_in(named) and not c.said[0].isdigit()]

    def _judged(self, assertion: Assertion, record: AnyRecord, asked: Question) -> Judgement:
        if isinstance(record, Scheme):
            if misdates(assertion.clause, record, asked.today):
                return Judgement(Verdict.FALSE, field="open")
            funder = self._on_funder(assertion.clause, record)
            if funder is not Verdict.UNTOLD:
                return Judgement(funder, field="funder")
        elif claims_status(assertion.clause):  # of one of the schemes that it speaks of
            return Judgement(Verdict.UNTOLD)
        told = self._told(record)
        if isinstance(record, Partner) and told and self._is_of_another_field(assertion.clause, record):
            return Judgement(Verdict.FALSE, told[0])
        return judge(assertion.clause, record, told, self._about(record, asked))

    def _is_of_another_field(self, clause: str, partner: Partner) -> bool:
        """« X est le pôle du textile » when nothing on X speaks of textile."""
        said = set(stems(clause)) - {stem for name in partner.names for stem in stems(name)}
        claimed = [key for key in self._fields if key <= said]
        return bool(claimed and _IS_THE.search(clause)) and not any(
            key <= self._chooser.evidence.stems_of[partner.id] for key in claimed
        )

    def _told(self, record: AnyRecord) -> list[str]:
        texts = [p.text for p in self._catalogue.passages_of(record.id) if p.kind is PassageKind.TEXT]
        return [sentence for text in texts for sentence in sentences_of(text) if not _is_past(sentence)]

    def _on_funder(self, clause: str, scheme: Scheme) -> Verdict:
        if not scheme.funder or not claims_funder(clause):
            return Verdict.UNTOLD
        said = set(stems(clause)) - set(stems(scheme.title))
        payers = [key for key in self._payers if key and key <= said]
        longest = [key for key in payers if not any(key < other for other in payers)]
        if not longest:
            return Verdict.UNTOLD
        funder = set(stems(scheme.funder)) | set(stems(scheme.contact)) - set(stems("région"))
        return Verdict.TRUE if any(key <= funder for key in longest) else Verdict.FALSE

    def _said(self, asked: Question, candidate: Candidate, judgement: Judgement, *, wondered: bool) -> Answer | None:
        record = candidate.record
        quotes = self._bearing(record, judgement, asked.language, asked.today)
        if not quotes:
            return None
        wrong = judgement.verdict is Verdict.FALSE
        key = ("no" if wrong else "yes") if wondered else ("premise_wrong" if wrong else "premise_right")
        return self._with_more(asked, candidate, quotes, before=(say(key, asked.language),))

    def _with_more(
        self, asked: Question, candidate: Candidate, quotes: list[Quote], *, before: tuple[str, ...]
    ) -> Answer:
        """What bears on the claim, what must be noticed, and what else is asked."""
        record = candidate.record
        bearing = {quote.text for quote in quotes}
        drafted = self._chooser.draft(asked, candidate).quotes
        more = [quote for quote in drafted if quote.text not in bearing][:_MORE]
        told = noticed(self._catalogue, record, [*quotes, *more], asked.today, asked.language)
        notices = [quote for quote in told if quote.notice and quote.text not in bearing]
        noted = {quote.text for quote in notices}
        quotes += [*notices, *(quote for quote in more if quote.text not in noted)]
        return self._assembler.answered(asked, quotes, before=before, subjects=(record.id,))

    def _bearing(self, record: AnyRecord, judgement: Judgement, language: Language, today: date) -> list[Quote]:
        """The sentence that bears the verdict, from the text or from the fields."""
        fields, quotes = fields_of(self._catalogue, record), []
        text = _stated(record, judgement.field, language, today)
        if fields and text:
            quotes.append(Quote(text, fields, 1.0, typed=True))
        passages = self._catalogue.passages_of(record.id) if judgement.sentence else ()
        source = next((passage for passage in passages if judgement.sentence in sentences_of(passage.text)), None)
        if source:
            quotes.append(self._chooser.spoken_for(Quote(judgement.sentence, source, 1.0), language))
        return quotes


def _is_called(page: AnyRecord, said: set[str]) -> bool:
    """Whether one of the names of a page is said."""
    return any(name <= said for name in (set(stems(alias)) for alias in page.aliases) if name)


def _stated(record: AnyRecord, field: str, language: Language, today: date) -> str | None:
    if field == "nature" and isinstance(record, Scheme):
        natures = listed([say(f"nature_{nature.name.lower()}", language) for nature in record.natures])
        return say("nature_of", language, name=short_name(record), nature=natures)
    if field == "regions" and isinstance(record, Scheme | Partner):
        return say("only_in", language, name=short_name(record), region=listed(record.regions))
    return stated(record, Aspect(field), today, language) if field else None
