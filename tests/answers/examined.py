"""Answers made up for the tests of what judges them."""

from bot.answers.expectations import Expectation
from bot.answers.judging import Judged
from bot.answers.types import Answer, Citation, Language, Reason, Sentence
from bot.catalogue.models import Origin

PASSAGE = "Le Prêt Boréal va de 10 000 € à 90 000 €. Il ferme le 30 juin 2027."
FILE = "financements/pret-boreal.md"


def citation(passage: str = PASSAGE, file: str = FILE) -> Citation:
    """A source."""
    origin = Origin(file=file)
    return Citation(document="Prêt Boréal", origin=origin, passage=passage, passage_id=f"{file}#1")


def answered(
    text: str, *, cites: tuple[int, ...] = (1,), file: str = FILE, sure: float = 1.0, about: str = ""
) -> Answer:
    """An answer of one sentence."""
    return Answer(
        question="",
        sentences=(Sentence(text, cites),),
        language=Language.FRENCH,
        release="one",
        citations=(citation(file=file),),
        subjects=(about,) if about else (),
        confidence=sure,
    )


def refused(text: str = "Je ne sais pas.") -> Answer:
    """A refusal."""
    return Answer(
        question="",
        sentences=(Sentence(text),),
        language=Language.FRENCH,
        release="one",
        abstained=True,
        reason=Reason.NOT_IN_KNOWLEDGE,
    )


def expected(
    expect: str = "answer", *, all_of: str = "", none_of: str = "", kind: str = "", group: str | None = None
) -> Expectation:
    """What an answer must hold; one variant only."""
    return Expectation.model_validate(
        {
            "id": "one",
            "question": "Combien ?",
            "expect": expect,
            "kind": kind,
            "all_of": [[all_of]] if all_of else [],
            "none_of": [none_of] if none_of else [],
            "documents": [FILE] if expect == "answer" else [],
            "group": group,
        }
    )


def judged(wanted: Expectation, answer: Answer, milliseconds: float = 2.0) -> Judged:
    """Both together."""
    return Judged(wanted, answer, milliseconds)
