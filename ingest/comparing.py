"""What differs between two states of the knowledge: files, and records field by field."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from ingest.checking.fields import RECORDS
from ingest.checking.folding import fold
from ingest.problems import quoted

_PLACE = ("id", "file", "sheet", "row", "type")
_NAMES = ("title", "operation", "name", "term", "question")
_TEXT = "texte"
_CHANGES = {"added": "nouvelle fiche", "removed": "fiche retirée", "changed": "fiche modifiée"}


class Content(Protocol):
    """A record or vocabulary row, stored or about to be."""

    @property
    def kind(self) -> str:
        """page, financement, partenaire, operation, terme or question."""

    @property
    def path(self) -> str:
        """The file that it comes from."""

    @property
    def body(self) -> dict[str, Any]:
        """Its JSON."""


@dataclass(frozen=True)
class State:
    """The files (path to hash), their content, and the prose of each record by its id."""

    files: Mapping[str, str]
    content: tuple[Content, ...]
    prose: Mapping[str, str]


@dataclass(frozen=True)
class FieldChange:
    """One field; an empty text where there was or is nothing."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class RecordChange:
    """A record that was added, removed or changed; `fields` is empty unless it changed."""

    kind: str
    title: str
    file: str
    change: str  # added, removed, changed
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True)
class Difference:
    """From one state to the other."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]
    records: tuple[RecordChange, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.added or self.removed or self.changed or self.records)

    def lines(self) -> Iterator[str]:
        """The same for staff to read: one line a file, a record or a field."""
        for paths, word in ((self.added, "ajouté"), (self.removed, "retiré"), (self.changed, "modifié")):
            yield from (f"Fichier {word} : {path}" for path in paths)
        for record in self.records:
            yield f"{record.kind} « {record.title} » ({record.file}) : {_CHANGES[record.change]}"
            for change in record.fields:
                yield f"    {change.field} : {_short(change.before)} → {_short(change.after)}"


def compare(before: State, after: State) -> Difference:
    """What one must do to `before` to get `after`."""
    common = before.files.keys() & after.files.keys()
    return Difference(
        added=tuple(sorted(after.files.keys() - common)),
        removed=tuple(sorted(before.files.keys() - common)),
        changed=tuple(sorted(path for path in common if before.files[path] != after.files[path])),
        records=tuple(_records(before, after)),
    )


def _records(before: State, after: State) -> Iterable[RecordChange]:
    old, new = _by_key(before.content), _by_key(after.content)
    for key in sorted({*old, *new}):
        if key not in old:
            yield _change(new[key], "added")
        elif key not in new:
            yield _change(old[key], "removed")
        elif fields := tuple(_fields(old[key], new[key], before, after)):
            yield _change(new[key], "changed", fields)


def _by_key(content: Iterable[Content]) -> dict[tuple[str, str, str], Content]:
    """A record alone in its file is known by the file, a row by its title: rows move when one is put in."""
    return {
        (item.path, item.kind, fold(_title(item)) if "#" in str(item.body.get("id", "#")) else ""): item
        for item in content
    }


def _title(item: Content) -> str:
    return next((str(item.body[name]) for name in _NAMES if item.body.get(name)), "")


def _change(item: Content, change: str, fields: tuple[FieldChange, ...] = ()) -> RecordChange:
    return RecordChange(item.kind, _title(item), item.path, change, fields)


def _fields(old: Content, new: Content, before: State, after: State) -> Iterable[FieldChange]:
    names = [name for name in {**old.body, **new.body} if name not in _PLACE]
    for name in names:
        told_before, told_after = _told(old.body.get(name)), _told(new.body.get(name))
        if told_before != told_after:
            yield FieldChange(_label(new.kind, name), told_before, told_after)
    prose_before = before.prose.get(str(old.body.get("id")), "")
    prose_after = after.prose.get(str(new.body.get("id")), "")
    if prose_before != prose_after:
        yield FieldChange(_TEXT, prose_before, prose_after)


def _label(kind: str, name: str) -> str:
    model = RECORDS.get(kind)
    info = model.model_fields.get(name) if model else None
    return str(info.alias) if info and info.alias else name


def _short(text: str) -> str:
    return quoted(text, 120) if text else "(vide)"


def _told(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, list):
        return " | ".join(_told(item) for item in value)
    if isinstance(value, dict):
        return " ; ".join(f"{name} : {_told(item)}" for name, item in value.items())
    return f"{value:.10g}" if isinstance(value, float) else str(value)
