"""Two subjects named in one question: what each says of what is asked, side by side."""

from collections.abc import Sequence

from bot.answers.aspects import Aspect
from bot.answers.choosing import Chooser
from bot.answers.composing import Quote
from bot.answers.ranking import SURELY, Candidate
from bot.answers.understanding import Question

EACH = 2  # sentences on each subject


def compared(asked: Question, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The subjects to set side by side: two or three that are surely named, when their difference is asked."""
    sure = tuple(candidate for candidate in candidates if candidate.named >= SURELY)
    return sure[:3] if len(sure) > 1 and Aspect.DIFFERENCE in asked.aspects else ()


def side_by_side(asked: Question, candidates: Sequence[Candidate], chooser: Chooser) -> tuple[Quote, ...]:
    """The best sentences on each subject, subject after subject."""
    return tuple(quote for candidate in candidates for quote in chooser.draft(asked, candidate).quotes[:EACH])
