"""Releases from which the sentences that answer one question were taken: they must refuse what they answered before."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.answers.aspects import Aspect
from bot.answers.fields import stated
from bot.answers.judging import holds
from bot.answers.sentences import sentences_of
from bot.answers.types import Language
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.models import AnyRecord, Passage, PassageKind, Scheme

_FIELDS: dict[Aspect, tuple[str, ...]] = {
    Aspect.AMOUNT: ("amount_min", "amount_max"),
    Aspect.BASE: ("base_min", "base_max"),
    Aspect.RATE: ("rate_max",),
    Aspect.WHO: ("headcount_min", "headcount_max"),
    Aspect.FUNDER: ("funder",),
    Aspect.CONTACT: ("contact",),
    Aspect.LINK: ("link",),
    Aspect.CUMULATION: ("cumulation",),
    Aspect.COMMITMENT: ("before_commitment",),
}
_EMPTY: dict[str, Any] = {"funder": "", "contact": "", "link": "", "cumulation": ""}


def without_answer(
    catalogue: Catalogue, answering: Collection[str], all_of: Sequence[Sequence[str]], today: date
) -> Catalogue | None:
    """The same release, the answering records of which say nothing of what is expected; None when that cannot be."""
    variants = [variant for group in all_of for variant in group]
    records = {key: catalogue.records[key] for key in answering}
    if not records or not variants or any(_holds(record.title, variants) for record in records.values()):
        return None
    kept = {key: _emptied(record, variants, today) for key, record in records.items()}
    passages = {
        key: _shortened(passage, variants) if passage.record in records else passage
        for key, passage in catalogue.passages.items()
    }
    if not any(passages[key].text for key in passages if passages[key].record in records):
        return None
    return Catalogue("x", {**catalogue.records, **kept}, passages, catalogue.operations, catalogue.terms)


def _holds(text: str, variants: Sequence[str]) -> bool:
    return any(holds(text, variant) for variant in variants)


def _emptied(record: AnyRecord, variants: Sequence[str], today: date) -> AnyRecord:
    """Without the fields whose sentence says it, nor the authored ways of asking, which promise an answer."""
    emptied: dict[str, Any] = {"questions": ()}
    if isinstance(record, Scheme):
        for aspect, fields in _FIELDS.items():
            if _holds(stated(record, aspect, today, Language.FRENCH) or "", variants):
                emptied.update({field: _EMPTY.get(field) for field in fields})
    return record.model_copy(update=emptied)


def _shortened(passage: Passage, variants: Sequence[str]) -> Passage:
    if passage.kind is PassageKind.FIELDS:
        lines = passage.text.splitlines()
        return replace(passage, text="\n".join(line for line in lines if not _holds(line, variants)))
    kept = (sentence for sentence in sentences_of(passage.text) if not _holds(sentence, variants))
    return replace(passage, text="\n".join(kept))
