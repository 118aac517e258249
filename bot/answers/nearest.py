"""What comes nearest to a question without surely answering it: shown as such below a refusal, with its source."""

from collections.abc import Mapping
from dataclasses import replace

from bot.answers.choosing import Draft
from bot.answers.confidence import in_scope, known, lacks_all
from bot.answers.evidence import read_as
from bot.answers.quoting import Quote
from bot.answers.ranking import SURELY
from bot.answers.types import Answer, Sentence
from bot.answers.wording import say
from bot.search.analysis import stems

_NEAR = 0.2  # confidence from which a draft that may not go out is worth showing
_OF_THE_FIELD = 0.8  # confidence of being of this field from which a question need not name its subject
_LOOKED_AT, _SHOWN = 4, 2  # sentences


def nearest(draft: Draft, signals: Mapping[str, float]) -> tuple[Quote, ...]:
    """The first sentences of a draft that is not sure enough to answer, each speaking of a word that is asked.

    None when the draft is far from it, or when the question neither names its subject nor surely is of this field.
    """
    of_it = draft.candidate.named >= SURELY or in_scope(signals) >= _OF_THE_FIELD
    if not of_it or lacks_all(signals) or known(signals) < _NEAR:
        return ()
    return tuple(quote for quote in draft.quotes[:_LOOKED_AT] if _speaks_of_it(quote, draft))[:_SHOWN]


def with_nearest(refusal: Answer, near: Answer, title: str, whom: str) -> Answer:
    """What comes nearest, on a page that is named, whom to ask, then what else can be said; « closed » is said once."""
    others = (sentence for sentence in refusal.sentences[1:] if not sentence.notice)
    lead = (Sentence(say("not_sure", refusal.language)), Sentence(say("nearest", refusal.language, title=title)))
    told = (*lead, *near.sentences, Sentence(whom, apart=True), *others)
    return replace(refusal, sentences=told, citations=near.citations)


def with_nationwide(refusal: Answer, near: Answer) -> Answer:
    """Below the refusal for a region that is not known: what holds good in all of France."""
    lead = Sentence(say("nationwide", refusal.language), apart=True)
    return replace(refusal, sentences=(*refusal.sentences, lead, *near.sentences), citations=near.citations)


def _speaks_of_it(quote: Quote, draft: Draft) -> bool:
    wanted = draft.sought.wanted
    heading = "" if quote.passage.is_english else quote.passage.origin.section or ""
    held = frozenset(stems(f"{read_as(quote.text, quote.passage)} {heading}"))
    return quote.typed or not wanted or any(concept.stands_in(held) for concept in wanted)
