"""What speaks for a record's saying what is asked: is there a sentence of use to such a question, and what of the
question does it leave out?
"""

import re
from collections.abc import Sequence

from bot.answers.choosing import Draft
from bot.answers.concepts import Concept
from bot.answers.evidence import Evidence
from bot.answers.forms import Form, form_of, is_country, nouns_asked, serves
from bot.answers.ranking import SURELY
from bot.answers.refusing import foreign_years
from bot.answers.towns import town_words_in
from bot.answers.understanding import Question
from bot.catalogue.folding import fold
from bot.search.analysis import stems

_NAME = re.compile(r"(?<=[a-zà-ÿ,;:] )[A-ZÀ-Ý][\w-]+|(?<=['’])[A-ZÀ-Ý][\w-]+")
_YEAR = re.compile(r"\b20\d\d\b")
_MOST = 3  # words wanting that are counted
_LATE = 6  # the place in the order from which a sentence is one of the last
_LONG = 12  # words of a long question


def reading_signals(asked: Question, draft: Draft, evidence: Evidence, text: str) -> dict[str, float]:
    """Numbers in 0…1; `text` is all that the record of the draft says."""
    record, sought = draft.candidate.record, draft.sought
    form = form_of(sought, asked.asking)
    title = frozenset(stems(record.title))
    whole = evidence.stems_of[record.id] | title
    wanted = sought.wanted
    told = _told(draft, title)
    first = told[0][1] if told else title
    serving = [
        (place, held)
        for place, (said, held, _) in enumerate(told)
        if serves(form, said, sought, record, evidence) and _speaks_of_it(form, held, wanted)
    ]
    lacking = [(sum(not concept.stands_in(held) for concept in wanted), place) for place, held in serving]
    least, place = min(lacking, default=(len(wanted), _LATE))
    served = [told[place][2] for place, _ in serving]
    years = asked.years - frozenset(_YEAR.findall(" ".join((record.title, *record.names))))
    nouns = [concept for concept in wanted if nouns_asked(sought).intersection(concept.said)]
    return {
        "serves": bool(serving),
        "lacks": min(least, _MOST) / _MOST,
        "late": min(place, _LATE) / _LATE,
        "first_lacks": min(sum(not concept.stands_in(first) for concept in wanted), _MOST) / _MOST,
        "first_holds": evidence.share(wanted, first),
        "record_says": evidence.share(wanted, whole),
        "name_lacks": not asked.premise and any(_is_another_name(c, asked, whole, evidence) for c in wanted),
        "unheard_of": min(sum(not evidence.is_known(concept) for concept in wanted), _MOST) / _MOST,
        "side_lacks": _side_lacks(sought.side, serving),
        "year_lacks": bool(years) and not any(years.intersection(_YEAR.findall(said)) for said in served),
        "another_named": max(asked.named.values(), default=0.0) >= SURELY and asked.named.get(record.id, 0.0) < SURELY,
        "noun_asked": bool(nouns),
        "noun_lacks": bool(nouns) and not any(concept.stands_in(whole) for concept in nouns),
        "field": any(quote.typed for quote in draft.quotes),
        "long": min(len(asked.concepts), _LONG) / _LONG,
        "lexical": draft.candidate.signals["lexical"],
        "premise": bool(asked.premise),
        "foreign_year": not asked.premise and foreign_years(asked.text, text, asked.today),
    }


def _told(draft: Draft, title: frozenset[str]) -> list[tuple[str, frozenset[str], str]]:
    """What the fields and then the sentences say, each with its stems under its heading, and the text of both."""
    told = [(quote.text, frozenset(stems(quote.text)) | title, quote.text) for quote in draft.quotes if quote.typed]
    lines = [one.line for one in draft.ranked]
    return told + [(line.text, line.under | title, f"{line.text} {line.passage.origin.section}") for line in lines]


def _speaks_of_it(form: Form, held: frozenset[str], wanted: Sequence[Concept]) -> bool:
    """Any sentence may hold a name: it must also speak of something that is asked."""
    named = form in (Form.NAMES, Form.PERSON)
    return not named or not wanted or any(concept.stands_in(held) for concept in wanted)


def _is_another_name(concept: Concept, asked: Question, whole: frozenset[str], evidence: Evidence) -> bool:
    """A name of the knowledge, typed as one, of which this record says nothing; where something is is no such name."""
    if concept.stands_in(whole) or not evidence.is_proper(concept):
        return False
    named = {fold(name) for name in _NAME.findall(asked.text)}.issuperset(concept.said)
    place = concept.regions or town_words_in(asked.text).issuperset(concept.said) or is_country(" ".join(concept.said))
    return named and not place


def _side_lacks(side: Sequence[Concept], serving: Sequence[tuple[int, frozenset[str]]]) -> float:
    """Share of the words naming the side asked for that the best serving sentence lacks."""
    return min((1 - _share(held, side) for _, held in serving), default=1.0) if side else 0.0


def _share(held: frozenset[str], wanted: Sequence[Concept]) -> float:
    """Share of what is wanted that is spoken of; 1 when nothing is."""
    return sum(concept.stands_in(held) for concept in wanted) / len(wanted) if wanted else 1.0
