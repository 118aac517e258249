"""A draft that may not go out: why not, what comes nearest, what can be said instead, and whom to ask."""

from collections.abc import Mapping

from bot.answers.assembling import Assembler
from bot.answers.choosing import Draft
from bot.answers.confidence import why_not
from bot.answers.fields import short_name
from bot.answers.lists import Lists
from bot.answers.nearest import nearest, with_nationwide, with_nearest
from bot.answers.noticing import noticed
from bot.answers.offering import offered, whom_to_ask
from bot.answers.quoting import Quote
from bot.answers.ranking import NATIONAL, SURELY
from bot.answers.types import Answer, Reason
from bot.answers.understanding import Question
from bot.answers.wording import say
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.models import AnyRecord, Page
from bot.catalogue.places import is_mainland, regions_in

_NATIONWIDE = 3  # sentences shown below the refusal for a region that is not known


class Refuser:
    """Refuses drafts of one release."""

    def __init__(self, catalogue: Catalogue, lists: Lists, assembler: Assembler) -> None:
        self._catalogue, self._lists, self._assembler = catalogue, lists, assembler

    def refusal(
        self, asked: Question, best: Draft, signals: Mapping[str, float], admits: Quote | None
    ) -> Answer | None:
        """The refusal of the best draft; None when it may go out. `admits` says that the knowledge does not know."""
        refusal = self._why(asked, best, signals, admits)
        return self._instead(asked, best, signals, refusal) if refusal else None

    def _instead(self, asked: Question, best: Draft, signals: Mapping[str, float], refusal: Answer) -> Answer:
        """What comes nearest, what can be said of the subject that is named, and whom to ask."""
        if self._foreign_to(asked, best.candidate.record):
            return self._nationwide(asked, best, signals, refusal)
        if refusal.sentences[0].text != say("not_in_knowledge", asked.language):
            return refusal
        named = next((record for record, sure in asked.named.items() if sure >= SURELY), None)
        record = self._catalogue.records[named] if named else None
        if record:
            refusal = offered(refusal, record, self._catalogue.passages_of(record.id), asked.aspects, asked.today)
        quotes = nearest(best, signals)
        if not quotes:
            return refusal
        told = noticed(self._catalogue, best.candidate.record, quotes, asked.today, asked.language)
        near = self._assembler.answered(asked, told[: len(quotes) + 1])
        title = short_name(best.candidate.record)
        return with_nearest(refusal, near, title, whom_to_ask(record, asked.language))

    def _nationwide(self, asked: Question, best: Draft, signals: Mapping[str, float], refusal: Answer) -> Answer:
        """What would have been the answer, when it holds good everywhere."""
        record = best.candidate.record
        meant = isinstance(record, Page) or best.candidate.named >= SURELY
        quotes = tuple(quote for quote in best.quotes if not regions_in(quote.text))
        if not meant or NATIONAL not in record.regions or why_not(signals) or not quotes:
            return refusal
        told = noticed(self._catalogue, record, quotes, asked.today, asked.language)
        return with_nationwide(refusal, self._assembler.answered(asked, told[:_NATIONWIDE]))

    def _foreign_to(self, asked: Question, record: AnyRecord) -> str:
        """A region that was told, of which the knowledge says nothing; empty when the record holds good there."""
        foreign = self._lists.foreign(asked.regions)
        surely = asked.named.get(record.id, 0.0) >= SURELY and is_mainland(foreign)
        return "" if foreign in record.regions or surely else foreign

    def _why(self, asked: Question, best: Draft, signals: Mapping[str, float], admits: Quote | None) -> Answer | None:
        """Why the best draft may not go out; None when it may."""
        record = best.candidate.record
        if foreign := self._foreign_to(asked, record):
            return self._lists.unknown_region(asked, foreign)
        if best.unknown:
            return self._assembler.unknown(asked, best.unknown)
        reason = why_not(signals) if best.quotes else Reason.NOT_IN_KNOWLEDGE
        if reason is Reason.NOT_IN_KNOWLEDGE and admits:
            return self._assembler.unknown(asked, admits)
        return self._assembler.refused(asked.text, asked.language, reason) if reason else None
