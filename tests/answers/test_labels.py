"""What a list is narrowed by is told in the reader's language."""

import re
from pathlib import Path

from bot.answers.labels import operations_told, topic_told
from bot.answers.types import Context, Language
from bot.catalogue.models import Operation
from bot.finders.financing import STAGES
from tests.answers.invented import TODAY, answerer_on

FOLDER = Path(__file__).parents[1] / "evals" / "invented" / "knowledge"


def test_stages_and_expenses_are_english_for_who_reads_english() -> None:
    told = {stage: topic_told(stage, Language.ENGLISH) for stage in STAGES}
    assert told["formation"] == "training"
    assert not [label for label in told.values() if re.search("[é]|ment$", label) and label != "investment"]
    assert topic_told("équipement", Language.ENGLISH) == "equipment"
    assert topic_told("formation", Language.FRENCH) == "formation"
    assert topic_told("licornes", Language.ENGLISH) == "licornes"


def test_an_operation_is_told_by_its_first_english_name() -> None:
    milling = Operation(name="fraisage", synonyms=("fraiseuse", "milling", "milling machine"))
    bare = Operation(name="pultrusion", synonyms=("profilés pultrudés",))
    assert operations_told((milling, bare), Language.ENGLISH) == {"fraisage": "milling", "pultrusion": "pultrusion"}
    assert operations_told((milling,), Language.FRENCH) == {"fraisage": "fraisage"}


def test_lists_for_an_english_reader_name_needs_in_english() -> None:
    text = answerer_on(FOLDER).answer("is there money to train my workers?", Context(), TODAY).text
    assert "(training" in text


def test_that_the_opening_must_be_checked_is_said_once_a_line() -> None:
    answer = answerer_on(FOLDER).answer("quelles aides pour une machine, avec la date limite ?", Context(), TODAY)
    lines = [line for line in answer.text.split("\n") if line.startswith("•")]
    assert lines
    assert all(line.count("à vérifier") <= 1 for line in lines)
