"""What staff read about their files: problems with a place and a remedy, and the verdict on each file."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from bot.errors import KnowledgeError


class Severity(StrEnum):
    """An error leaves something out of the release; a warning leaves it in."""

    ERROR = "error"
    WARNING = "warning"


class Outcome(StrEnum):
    """The verdict on a file; the words of `knowledge check --json`."""

    ACCEPTED = "accepted"
    ACCEPTED_WITH_WARNINGS = "accepted_with_warnings"
    REJECTED = "rejected"
    IGNORED = "ignored"


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where in a file, counted from 1; what does not apply is None."""

    line: int | None = None
    page: int | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None

    @property
    def words(self) -> str:
        """`Feuille « Aides », ligne 3, colonne « date_fin »`; empty when the whole file is meant."""
        parts = [f"feuille « {self.sheet} »"] if self.sheet else []
        parts += [f"page {self.page}"] if self.page else []
        parts += [f"ligne {self.row or self.line}"] if self.row or self.line else []
        if self.column:
            parts.append(f"colonne « {self.column} »" if self.row else f"« {self.column} »")
        text = ", ".join(parts)
        return text[:1].upper() + text[1:]


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to repair; `message` is a whole French sentence, place included."""

    severity: Severity
    message: str
    place: Place = NOWHERE

    def to_json(self) -> dict[str, Any]:
        """The contract of `knowledge check --json`."""
        return {
            "severity": self.severity.value,
            "message": self.message,
            "line": self.place.line,
            "sheet": self.place.sheet,
            "row": self.place.row,
            "column": self.place.column,
            "page": self.place.page,
        }


class Problems:
    """Collects the problems of one file while it is read; the same sentence is kept once."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def error(self, what: str, place: Place = NOWHERE) -> None:
        """Something is left out of the release."""
        self._add(Severity.ERROR, what, place)

    def warn(self, what: str, place: Place = NOWHERE) -> None:
        """Something is taken, but staff should look."""
        self._add(Severity.WARNING, what, place)

    @property
    def has_errors(self) -> bool:
        """Whether something is left out."""
        return any(problem.severity is Severity.ERROR for problem in self.found)

    def _add(self, severity: Severity, what: str, place: Place) -> None:
        problem = Problem(severity, f"{place.words} : {what}" if place.words else what, place)
        if problem not in self.found:
            self.found.append(problem)


class Unreadable(KnowledgeError):
    """The whole file is refused; the text is the sentence for staff."""

    def __init__(self, message: str, place: Place = NOWHERE) -> None:
        super().__init__(message)
        self.place = place


@dataclass(frozen=True)
class FileReport:
    """The verdict on one file; `file` is relative to the knowledge folder."""

    file: str
    outcome: Outcome
    problems: tuple[Problem, ...] = ()
    seconds: float = 0.0

    def to_json(self) -> dict[str, Any]:
        """The contract of `knowledge check --json`."""
        return {
            "file": self.file,
            "outcome": self.outcome.value,
            "seconds": round(self.seconds, 3),
            "problems": [problem.to_json() for problem in self.problems],
        }


@dataclass(frozen=True)
class CheckReport:
    """The verdicts on a folder, in the order of the paths."""

    files: tuple[FileReport, ...]
    counts: dict[str, int] = field(default_factory=dict)  # records taken, by French kind

    def count(self, outcome: Outcome) -> int:
        """How many files have this verdict."""
        return sum(report.outcome is outcome for report in self.files)

    @property
    def has_errors(self) -> bool:
        """Whether anything at all is left out: the command then ends with 1."""
        return any(problem.severity is Severity.ERROR for report in self.files for problem in report.problems)

    @property
    def summary(self) -> str:
        """One French sentence."""
        accepted, warned = self.count(Outcome.ACCEPTED), self.count(Outcome.ACCEPTED_WITH_WARNINGS)
        rejected, ignored = self.count(Outcome.REJECTED), self.count(Outcome.IGNORED)
        return (
            f"{_several(len(self.files), 'fichier')} : {_several(accepted, 'accepté')}, "
            f"{_several(warned, 'accepté')} avec remarques, {_several(rejected, 'refusé')}, "
            f"{_several(ignored, 'ignoré')}."
        )

    def to_json(self) -> dict[str, Any]:
        """The contract of `knowledge check --json`."""
        return {"files": [report.to_json() for report in self.files], "summary": self.summary}


def _several(count: int, word: str) -> str:
    return f"{count} {word}{'s' if count > 1 else ''}"


def quoted(text: str, limit: int = 60) -> str:
    """A value between French quotation marks, on one line and short enough for a message."""
    flat = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return f"« {flat[: limit - 1]}… »" if len(flat) > limit else f"« {flat} »"
