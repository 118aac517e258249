"""Fits the weights of `bot/answers/weights.py` on the development questions: `python -m tests.evals.calibrate --write`.

The questions of split `dev`, the development files and the ways of asking that authors wrote (each left out of the
index x The figures printed are cross-validated by subject: no subject is judged by weights fitted on it.
"""

import argparse
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from bot.answers import weights
from bot.answers.choosing import Chooser, Draft
from bot.answers.confidence import IN_SCOPE, SURE_ENOUGH, gate_signals
from bot.answers.expectations import read_expectations
from bot.answers.judging import holds
from bot.answers.language import language_of
from bot.answers.quoting import score_lines
from bot.answers.types import Context
from bot.answers.understanding import Question, Reader
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.loading import load_catalogue
from bot.catalogue.models import Page
from bot.search.entries import entries_of, vocabulary_of
from bot.search.retrieval import Retriever
from bot.search.types import Found
from ingest.checking.check import Checked
from ingest.drafting import draft
from ingest.folder import survey
from tests.evals.counterfactual import without_answer
from tests.ingest.publishing import read_here

TODAY = date(2026, 11, 27)
HERE = Path(__file__).parent
INVENTED = HERE / "invented" / "knowledge"
FILES = (
    (Path("knowledge"), HERE / "questions.jsonl", ("dev",)),
    (Path("knowledge"), HERE / "development.jsonl", ()),
    (Path("knowledge"), HERE / "first_messages.jsonl", ()),
    (INVENTED, HERE / "invented" / "questions.jsonl", ()),
)
FOLDS = 5
RANKED = {"authored": 0.025}  # its neighbours often answer an authored wording as well
SCOPED = {"answerable": 1.0, "false_premise": 1.0, "authored": 0.07, "out_of_scope": 2.0, "elsewhere": 0.3}
GATED = {"answerable": 1.0, "false_premise": 1.0, "authored": 0.05, "not_in_knowledge": 1.0, "untold": 0.0}
"""What each kind of question counts in the three fits; a kind that is not named is left out. What was untold is only
judged: to fit on it as well refuses more of it, and no more of what people ask and the knowledge does not say."""

DRAFT_SIGNALS = {"score", "best_line", "typed", "whole", "kind_none"}
SCOPE_SIGNALS = {
    *("bias", "record_proper", "record_named", "record_held", "record_about", "record_alike", "record_very_alike"),
    *(
        "record_lexical",
        "record_voted",
        "record_title",
        "record_searched",
        "record_page",
        "record_here",
        "margin",
        "typed",
        "best_line",
    ),
    *("nobody_says", "unreadable", "short", "empty", "held_beside_places", "words_held", "weight_held"),
    *("record_says", "unheard_of", "first_holds"),
    *("words_anywhere", "anything_named", "terms", "operation", "kind_of_partner", "schemes_wanted"),
    *("producing", "field_words"),
}
KNOWN_SIGNALS = {
    *("bias", "serves", "lacks", "late", "first_lacks", "first_holds", "record_says", "unheard_of", "side_lacks"),
    *("noun_asked", "noun_lacks", "year_lacks", "foreign_year", "another_named", "field", "premise"),
    *("long", "lexical"),
}

Signals = Mapping[str, float]
Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """One question and the release that it is asked of; `right` says whether a record answers, None for perhaps."""

    kind: str
    subject: str
    right: Callable[[str], bool | None]
    variants: tuple[str, ...]
    catalogue: Catalogue
    chooser: Chooser
    asked: Question


def main() -> None:
    """Fit stage after stage, each on what the one before it chose."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write bot/answers/weights.py")
    write = parser.parse_args().write
    cases = list(_cases())
    _replace(weights.RECORD, _chosen(cases, _records, "fiche"))
    _replace(weights.LINE, _chosen(cases, _lines, "phrase"))
    fitted = _chosen(cases, _drafts, "réponse")
    _replace(weights.DRAFT, {name: value / fitted["score"] for name, value in fitted.items() if name != "score"})
    gated = [(case, signals) for case in cases if (signals := _gate(case)) is not None]
    _replace(weights.SCOPE, _logistic(gated, SCOPED, 1.0, SCOPE_SIGNALS, IN_SCOPE, "domaine"))
    _replace(weights.KNOWN, _logistic(gated, GATED, 2.0, KNOWN_SIGNALS, SURE_ENOUGH, "connu"))
    if write:
        Path("bot/answers/weights.py").write_text(_source(), encoding="utf-8")


# questions

Asking = tuple[Catalogue, Chooser, Reader, Callable[[str, int], Found]]


def _cases() -> Iterator[Case]:
    shipped, invented = _catalogue(Path("knowledge")), _catalogue(INVENTED)
    for folder, path, splits in FILES:
        catalogue = invented if folder == INVENTED else shipped
        ask = _asking(catalogue)
        for row in read_expectations(path, splits):
            variants = tuple(variant for group in row.all_of for variant in group)
            right = _told(catalogue, row.documents, row.all_of)
            subject = row.documents[0] if row.documents else row.id
            case = _case(row.kind, subject, right, variants, ask, row.question)
            yield case
            if row.kind == "answerable" and not _fold(case) and (untold := _untold(ask, right, row.all_of)):
                yield _case("untold", subject, lambda _: False, (), untold, row.question)
    for catalogue in (shipped, invented):
        yield from _authored(catalogue)
    ask = _asking(shipped)
    for line in (HERE / "elsewhere.txt").read_text(encoding="utf-8").splitlines()[1:]:
        yield _case("elsewhere", line, lambda _: False, (), ask, line)


def _untold(ask: Asking, right: Callable[[str], bool | None], all_of: Sequence[Sequence[str]]) -> Asking | None:
    """The same search over a release in which no record that answers, or may, says what is expected."""
    catalogue, _, reader, search = ask
    answering = [record for record in catalogue.records if right(record) is not False]
    silent = without_answer(catalogue, answering, all_of, TODAY)
    return (silent, Chooser(silent, search), reader, search) if silent else None


def _authored(catalogue: Catalogue) -> Iterator[Case]:
    """Each way of asking, of a release that holds only the other half of them."""
    for half in (0, 1):
        records = {
            key: record.model_copy(update={"questions": record.questions[half::2]})
            for key, record in catalogue.records.items()
        }
        parted = Catalogue("x", records, catalogue.passages, catalogue.operations, catalogue.terms)
        ask = _asking(parted)
        for record in catalogue.records.values():
            for text in record.questions[1 - half :: 2]:
                yield _case("authored", record.file, _own(parted, record.id), (), ask, text)


def _asking(catalogue: Catalogue) -> Asking:
    retriever = Retriever(entries_of(catalogue), None, None, vocabulary=vocabulary_of(catalogue))
    return catalogue, Chooser(catalogue, retriever.search), Reader(catalogue, retriever.correct), retriever.search


def _case(
    kind: str, subject: str, right: Callable[[str], bool | None], variants: tuple[str, ...], ask: Asking, text: str
) -> Case:
    catalogue, chooser, reader, _ = ask
    asked = chooser.widened(reader.read(text, Context(), language_of(text), TODAY))
    return Case(kind, subject, right, variants, catalogue, chooser, asked)


def _own(catalogue: Catalogue, own: str) -> Callable[[str], bool | None]:
    """Its own record is right; a page may answer what was written for a scheme."""
    page = isinstance(catalogue.records[own], Page)

    def right(record: str) -> bool | None:
        perhaps = isinstance(catalogue.records[record], Page) and not page
        return True if record == own else None if perhaps else False

    return right


def _told(
    catalogue: Catalogue, documents: Sequence[str], all_of: Sequence[Sequence[str]]
) -> Callable[[str], bool | None]:
    """A record that holds what is wanted and is one of the documents is right; perhaps so when it is one of the two."""

    def right(record: str) -> bool | None:
        texts = (passage.text for passage in catalogue.passages_of(record))
        text = "\n".join((catalogue.records[record].title, *texts))
        held = all(any(holds(text, variant) for variant in group) for group in all_of)
        named = catalogue.records[record].file in documents
        return True if held and named else None if held or named else False

    return right


def _catalogue(folder: Path) -> Catalogue:
    found = survey(folder)
    read = read_here(folder, [file.path for file in found.files], TODAY, lambda *_: None)
    drafted = draft(folder, Checked(read, found.reports), None)
    return load_catalogue("calibration", drafted.records, drafted.passages)


# choices: the right ones among several


Options = list[tuple[Signals, bool]]


def _records(case: Case) -> Iterator[Options]:
    """The records that may answer."""
    if case.kind in SCOPED and case.kind not in ("out_of_scope", "elsewhere"):
        found = ((one.signals, case.right(one.record.id)) for one in case.chooser.candidates(case.asked))
        yield [(signals, right) for signals, right in found if right is not None]


def _lines(case: Case) -> Iterator[Options]:
    """The sentences of each record that answers."""
    if not case.variants:
        return
    for candidate in case.chooser.candidates(case.asked):
        if case.right(candidate.record.id):
            sought = case.chooser.sought(case.asked, candidate)
            scored = score_lines(candidate.record, sought, case.chooser.evidence)
            yield [(one.signals, any(holds(one.line.text, text) for text in case.variants)) for one in scored]


def _drafts(case: Case) -> Iterator[Options]:
    """What the best few records would answer."""
    if case.kind in SCOPED and case.kind not in ("out_of_scope", "elsewhere"):
        yield [
            ({"score": one.candidate.score, **{n: v for n, v in one.signals.items() if n in DRAFT_SIGNALS}}, right)
            for one in _best(case)
            if (right := case.right(one.candidate.record.id)) is not None
        ]


def _best(case: Case) -> list[Draft]:
    return case.chooser.drafts(case.asked, case.chooser.candidates(case.asked))


def _chosen(cases: Sequence[Case], options: Callable[[Case], Iterator[Options]], title: str) -> dict[str, float]:
    """Weights by which the right ones stand first."""
    groups = [(case, group) for case in cases for group in options(case) if _tells(group)]
    names = sorted({name for _, group in groups for signals, _ in group for name in signals})
    held = [(case, _matrix([signals for signals, _ in group], names), _right(group)) for case, group in groups]
    judged: list[tuple[str, bool]] = []
    for fold in range(FOLDS):
        fitted = _softmax([one for one in held if _fold(one[0]) != fold])
        judged += [(c.kind, bool(right[np.argmax(rows @ fitted)])) for c, rows, right in held if _fold(c) == fold]
    _tell(f"{title} : la bonne en tête", judged)
    return dict(zip(names, map(float, _softmax(held)), strict=True))


def _tells(group: Options) -> bool:
    return len({right for _, right in group}) == 2


def _right(group: Options) -> NDArray[np.bool_]:
    return np.array([right for _, right in group])


def _softmax(held: Sequence[tuple[Case, Matrix, NDArray[np.bool_]]]) -> Matrix:
    """Most likely weights of a choice among several, with a Gaussian prior."""
    rows = np.concatenate([matrix for _, matrix, _ in held])
    right = np.concatenate([mask for _, _, mask in held]).astype(float)
    sizes = [len(matrix) for _, matrix, _ in held]
    counts = np.array([RANKED.get(case.kind, 1.0) for case, _, _ in held])
    starts, of = np.cumsum([0, *sizes[:-1]]), np.repeat(np.arange(len(held)), sizes)

    def loss(given: Matrix) -> tuple[float, Matrix]:
        values = rows @ given
        powers = np.exp(values - np.maximum.reduceat(values, starts)[of])
        whole, good = np.add.reduceat(powers, starts), np.add.reduceat(powers * right, starts) + 1e-12
        slope = rows.T @ (counts[of] * (powers / whole[of] - powers * right / good[of]))
        return float(counts @ (np.log(whole) - np.log(good)) + given @ given / 2), slope + given

    return np.asarray(minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B").x)


# gates: whether to answer at all


def _gate(case: Case) -> Signals | None:
    """The signals of the best draft; None when the knowledge itself says that it does not know."""
    drafts = _best(case)
    if not drafts or drafts[0].unknown:
        return None
    record = drafts[0].candidate.record
    text = " ".join((record.title, *(passage.text for passage in case.catalogue.passages_of(record.id))))
    return gate_signals(case.asked, drafts[0], drafts[1:], case.chooser.evidence, text)


def _logistic(
    gated: Sequence[tuple[Case, Signals]],
    counted: Mapping[str, float],
    prior: float,
    kept: Collection[str],
    threshold: float,
    title: str,
) -> dict[str, float]:
    """Weights by which what can be answered is told from what cannot."""
    used = [(case, signals) for case, signals in gated if case.kind in counted]
    names = sorted({name for _, signals in used for name in signals if name in kept})
    rows = _matrix([signals for _, signals in used], names)
    goal = np.array([case.kind in ("answerable", "false_premise", "authored") for case, _ in used], float)
    counts = np.array([counted[case.kind] for case, _ in used])
    folds = np.array([_fold(case) for case, _ in used])
    judged: list[tuple[str, bool]] = []
    for fold in range(FOLDS):
        fitted = _fit(rows[folds != fold], goal[folds != fold], counts[folds != fold], prior)
        passed = 1 / (1 + np.exp(-rows @ fitted)) >= threshold
        judged += [(case.kind, bool(passed[at])) for at, (case, _) in enumerate(used) if folds[at] == fold]
    _tell(f"{title} : laissées passer", judged)
    return dict(zip(names, map(float, _fit(rows, goal, counts, prior)), strict=True))


def _fit(rows: Matrix, goal: Matrix, counts: Matrix, prior: float) -> Matrix:
    def loss(given: Matrix) -> tuple[float, Matrix]:
        values = rows @ given
        slope = rows.T @ (counts * (1 / (1 + np.exp(-values)) - goal)) + prior * given
        return float(counts @ (np.logaddexp(0, values) - goal * values) + prior * given @ given / 2), slope

    return np.asarray(minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B").x)


# showing and writing


def _matrix(rows: Sequence[Signals], names: Sequence[str]) -> Matrix:
    return np.array([[float(signals.get(name, 0.0)) for name in names] for signals in rows])


def _fold(case: Case) -> int:
    """Questions on one subject are always fitted on, or held out, together."""
    return zlib.crc32(case.subject.encode()) % FOLDS


def _tell(title: str, judged: Sequence[tuple[str, bool]]) -> None:
    for kind in sorted({kind for kind, _ in judged}):
        of_kind = [held for one, held in judged if one == kind]
        print(f"{title}, {kind} : {sum(of_kind) / len(of_kind):.3f} de {len(of_kind)}")


def _replace(table: dict[str, float], fitted: Mapping[str, float]) -> None:
    table.clear()
    table.update({name: round(value, 2) for name, value in sorted(fitted.items()) if abs(value) >= 0.02})


def _source() -> str:
    """The module of the weights."""
    text = '"""What each signal counts: fitted by `python -m tests.evals.calibrate --write`, never by hand."""\n'
    for name, told in _TABLES.items():
        lines = "".join(f'    "{signal}": {value},\n' for signal, value in getattr(weights, name).items())
        text += f'\n{name}: dict[str, float] = {{\n{lines}}}\n"""{told}"""\n'
    return text


_TABLES = {
    "RECORD": "Signals of a record (`answers.ranking`).",
    "LINE": "Signals of a sentence (`answers.signals`).",
    "DRAFT": "Signals of what a record would answer (`answers.choosing`), added to those of the record.",
    "SCOPE": "Signals that a question is of this field (`answers.confidence`), as logits.",
    "KNOWN": "Signals that the knowledge says what is asked (`answers.confidence`), as logits.",
}

if __name__ == "__main__":
    main()
