"""What of a release is searched: every French passage, and every other name and way of asking as a row of its own.

An English section is read out, not searched: it says what the French one says, and its words would count among the
French ones. Who asks in English finds the record by the ways of asking that its author wrote in English.
"""

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.models import AnyRecord, Passage, PassageKind
from bot.search.acronyms import Acronyms
from bot.search.types import Entry


def entries_of(catalogue: Catalogue) -> list[Entry]:
    """Rows keyed by passage id; authored wordings lead to the main passage of their record and are shown as it."""
    passages = [passage for passage in catalogue.passages.values() if not passage.is_english]
    acronyms = Acronyms(catalogue.terms, [passage.text for passage in passages])
    rows = [_row(catalogue.records[passage.record], passage, acronyms) for passage in passages]
    for record in catalogue.records.values():
        own = catalogue.passages_of(record.id)
        if own:
            main = _main(own)
            rows.extend(Entry(main.id, wording, "", record.id) for wording in (*record.questions, *record.aliases))
    return rows


def vocabulary_of(catalogue: Catalogue) -> list[str]:
    """The terms and operation names that people may type and that are no spelling mistakes."""
    terms = [term.term for term in catalogue.terms]
    return terms + [name for operation in catalogue.operations for name in (operation.name, *operation.synonyms)]


def _row(record: AnyRecord, passage: Passage, acronyms: Acronyms) -> Entry:
    section = passage.origin.section
    title = f"{record.title} — {section}" if section else record.title
    return Entry(passage.id, title, passage.text, record.id, acronyms.spelt_out(f"{title} {passage.text}"))


def _main(passages: tuple[Passage, ...]) -> Passage:
    """The typed fields of a record, else its first passage."""
    return next((passage for passage in passages if passage.kind is PassageKind.FIELDS), passages[0])
