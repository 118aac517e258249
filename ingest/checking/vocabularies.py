"""The three vocabularies at the root of the folder: operations, everyday words, golden questions."""

from collections.abc import Callable, Mapping
from functools import partial

from bot.catalogue.models import GoldenQuestion, Operation, Term
from ingest.checking import tables, values
from ingest.checking.fields import canonical
from ingest.checking.lists import items_of
from ingest.checking.results import VocabularyRow
from ingest.checking.values import Wrong
from ingest.problems import Place, Problems, Unreadable, quoted
from ingest.reading.content import Content, Value

Row = Mapping[str, Value]
_EMPTY = Value(())


def _operation(row: Row) -> Operation:
    return Operation(
        name=row["operation"].text,
        parent=row.get("parent", _EMPTY).text,
        synonyms=items_of(row.get("synonymes", _EMPTY)),
    )


def _term(row: Row) -> Term:
    return Term(term=row["terme"].text, equivalents=items_of(row.get("equivalents", _EMPTY)))


def _question(row: Row) -> GoldenQuestion:
    refused = row.get("refus", _EMPTY).text
    question = GoldenQuestion(
        question=row["question"].text,
        expected=items_of(row.get("attendu", _EMPTY)),
        document=row.get("document", _EMPTY).text,
        refused=bool(refused) and values.yes_or_no(refused),
    )
    if not question.refused and not question.expected and not question.document:
        raise Wrong("remplissez « attendu » ou « document », ou mettez oui dans « refus ».")
    return question


_HEADINGS: dict[str, tuple[tuple[str, ...], Callable[[Row], VocabularyRow]]] = {
    "operations": (("operation", "parent", "synonymes"), _operation),
    "lexique": (("terme", "equivalents"), _term),
    "questions": (("question", "attendu", "document", "refus"), _question),
}


def vocabulary_of(path: str) -> str | None:
    """`operations`, `lexique` or `questions` for the tables of these names at the root."""
    stem, _, suffix = path.rpartition(".")
    return stem if stem in _HEADINGS and suffix.lower() in ("csv", "xlsx") else None


def read(name: str, content: Content, problems: Problems) -> tuple[VocabularyRow, ...]:
    """The good rows; the others are told. Raises Unreadable without the wanted headings."""
    wanted, build = _HEADINGS[name]
    for table in content.tables:
        if found := tables.headed(table, frozenset(wanted), at_least=min(2, len(wanted))):
            break
    else:
        raise Unreadable(f"La première ligne doit porter les titres {' ; '.join(wanted)} : ajoutez-les.")
    tables.check_headings(found, problems)
    taken: dict[str, VocabularyRow] = {}
    for row, cells in tables.rows_of(found, problems):
        place = Place(sheet=found.table.name, row=row.number)
        by_canonical = {canonical(heading): value for heading, value in cells.items()}
        first = by_canonical.get(wanted[0])
        if first is None:
            problems.error(f"la colonne {quoted(wanted[0])} est vide : complétez-la ou supprimez la ligne.", place)
        elif first.text in taken:
            problems.warn(f"{quoted(first.text)} est déjà plus haut : réunissez les deux lignes.", place)
        else:
            _add(taken, first.text, partial(build, by_canonical), place, problems)
    if name == "operations":
        _check_parents(taken, problems)
    return tuple(taken.values())


def _add(
    taken: dict[str, VocabularyRow], key: str, build: Callable[[], VocabularyRow], place: Place, problems: Problems
) -> None:
    try:
        taken[key] = build()
    except Wrong as wrong:
        problems.error(str(wrong), place)


def _check_parents(taken: Mapping[str, VocabularyRow], problems: Problems) -> None:
    for operation in taken.values():
        if isinstance(operation, Operation) and operation.parent and operation.parent not in taken:
            problems.warn(
                f"{quoted(operation.name)} a pour parent {quoted(operation.parent)}, qui n'a pas de ligne : ajoutez-la."
            )
