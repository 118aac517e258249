"""Questions with what their answers must hold, read from a JSONL file and checked once."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.errors import UsageError

Group = tuple[str, ...]


class Expectation(BaseModel):
    """One line of the file; of each group of `all_of` one variant must stand in the answer."""

    model_config = ConfigDict(frozen=True)

    id: str
    question: str = Field(min_length=1)
    expect: Literal["answer", "abstain"]
    kind: str = ""
    split: str = ""
    all_of: tuple[Group, ...] = ()
    none_of: Group = ()
    documents: Group = Field((), description="files, any of which may be cited first")
    group: str | None = Field(None, description="wordings of one question bear the same name")

    @property
    def named_kind(self) -> str:
        """The kind, or what is expected when the file does not say."""
        return self.kind or self.expect


def read_expectations(path: Path, splits: Sequence[str] = ()) -> list[Expectation]:
    """The questions of a file, of these splits when named; raises UsageError naming the bad line or the splits."""
    try:
        lines = path.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    except OSError as error:
        raise UsageError(f"Le fichier « {path} » ne se lit pas : vérifiez son nom.") from error
    read = [_read(line, path, number) for number, line in enumerate(lines, 1) if line.strip()]
    if not read:
        raise UsageError(f"« {path} » ne contient aucune question.")
    _refuse_unknown(splits, read, path)
    return [row for row in read if not splits or row.split in splits]


def _read(line: bytes, path: Path, number: int) -> Expectation:
    try:
        return Expectation.model_validate_json(line)
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"]))
        what = f"« {place} » manque ou ne convient pas" if place else "ce n'est pas un objet JSON en UTF-8"
        raise UsageError(
            f"« {path} », ligne {number} : {what} ; il faut id, question et expect (answer ou abstain)."
        ) from error


def _refuse_unknown(splits: Sequence[str], read: Sequence[Expectation], path: Path) -> None:
    present = Counter(row.split for row in read if row.split)
    unknown = [split for split in splits if split not in present]
    if unknown:
        named = ", ".join(f"{split} ({count})" for split, count in sorted(present.items())) or "aucune"
        raise UsageError(f"« {path} » n'a pas de part « {unknown[0]} » ; parts présentes : {named}.")
