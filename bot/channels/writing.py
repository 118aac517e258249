"""Has a chat model write an answer for whoever still may have one today, and shows it while it is written."""

from dataclasses import dataclass
from datetime import date, datetime, time

from bot.answers.rewriting import Rewriter
from bot.answers.types import Answer
from bot.catalogue.formats import PARIS
from bot.channels.drafts import Drafts
from bot.store import answers
from bot.store.database import Database


@dataclass(frozen=True, kw_only=True)
class Writing:
    """`per_day` is how often a model is asked for one person and day; past it, the quotes go out."""

    rewriter: Rewriter
    drafts: Drafts
    database: Database
    per_day: int

    def finish(self, answer: Answer, message: str, today: date) -> Answer:
        """The answer to this message in the model's words when they hold; no transaction is open meanwhile."""
        if not answer.rewritable or not self._may_write(message, today):
            return answer
        try:
            return self.rewriter.rewrite(answer, lambda so_far: self.drafts.show(message, _shown(so_far)))
        finally:
            self.drafts.settle(message)

    def _may_write(self, message: str, today: date) -> bool:
        if not message.isdigit():
            return self.per_day > 0
        with self.database.reading() as session:
            asked = answers.count_by_model(session, int(message), datetime.combine(today, time(), PARIS))
        return asked < self.per_day


def _shown(answer: Answer) -> str:
    """The sentences without their marks, and three dots: more is to come."""
    return f"{' '.join(sentence.text for sentence in answer.sentences)} …"
