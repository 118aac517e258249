"""The golden questions: what an answer must hold, which document it must cite, or that it must be refused."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from bot.answers.english import figures_in_french
from bot.answers.types import Answer, Language
from bot.catalogue.models import GoldenQuestion
from ingest.checking.folding import fold
from ingest.problems import quoted

Ask = Callable[[str], Answer]
_VARIANT = re.compile(r"\s+ou\s+", re.IGNORECASE)


@dataclass(frozen=True)
class GoldenFailure:
    """A golden question that is not answered as it should be; `why` is a French clause."""

    question: str
    why: str


def run(questions: Iterable[GoldenQuestion], ask: Ask) -> list[GoldenFailure]:
    """Ask each question; the failures in their order."""
    asked = ((golden.question, judge(golden, ask(golden.question))) for golden in questions)
    return [GoldenFailure(question, why) for question, why in asked if why]


def judge(golden: GoldenQuestion, answer: Answer) -> str | None:
    """What is wrong with an answer, or None."""
    if golden.refused:
        return None if answer.abstained else "une réponse est donnée alors que la question devait être refusée"
    if answer.abstained:
        return "aucune réponse n'est donnée"
    said = _squeezed(answer.text)
    if answer.language is Language.ENGLISH:  # staff write what they expect as the French files do
        said += _squeezed(figures_in_french(answer.text))
    missing = [term for term in golden.expected if not any(_squeezed(variant) in said for variant in _variants(term))]
    if missing:
        return f"la réponse ne contient pas {', '.join(quoted(term) for term in missing)}"
    if golden.document and not any(is_document(golden.document, cited) for cited in _cited(answer)):
        return f"la réponse ne cite pas {quoted(golden.document)}"
    return None


def _variants(term: str) -> list[str]:
    return _VARIANT.split(term)


def _squeezed(text: str) -> str:
    """Without case, accents nor spaces, so that `3 M€` is found in `3 M€`."""
    return fold(text).replace(" ", "")


def _cited(answer: Answer) -> list[str]:
    return [name for citation in answer.citations for name in (citation.origin.file, citation.document)]


def is_document(wanted: str, cited: str) -> bool:
    """Whether a file or title is the document meant: its path, name, or either without ending."""
    path = PurePosixPath(cited)
    return fold(wanted) in {fold(cited), fold(path.name), fold(path.stem), fold(str(path.with_suffix("")))}
