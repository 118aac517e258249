"""What a question names and what stands for it."""

import pytest

from bot.answers.fields import short_name
from bot.answers.types import Context, Language
from bot.answers.understanding import Reader, stands_for
from bot.search.spelling import Speller
from tests.answers.invented import FOLDER, TODAY
from tests.answers.knowledge import read_knowledge

CATALOGUE = read_knowledge(FOLDER, TODAY)
READER = Reader(CATALOGUE, lambda text, _: text)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Quel taux pour le Pass Atelier ?", ["Pass Atelier"]),
        ("Hors Pass Atelier, quelle subvention ?", []),
        ("Which grant other than the Pass Atelier?", []),
        ("Quel est le taux du Prêt Houle, hors Pass Atelier ?", ["Prêt Houle"]),
    ],
)
def test_what_is_set_aside_is_not_what_the_question_is_about(question: str, named: list[str]) -> None:
    read = READER.read(question, Context(), Language.FRENCH, TODAY)
    assert [short_name(CATALOGUE.records[record]) for record in read.named] == named


def test_misspelt_words_are_mended_where_they_stand_and_places_stay() -> None:
    speller = Speller({"aides": 4, "region": 2, "lien": 9})
    reader = Reader(CATALOGUE, lambda text, keep: speller.spell(text).keeping(keep))
    assert reader.mended("Quelles adies de la Région, à Lyon ?") == "Quelles aides de la Région, à Lyon ?"


@pytest.mark.parametrize(
    "question",
    ["peut-on le demander deux fois ?", "faut-il en rembourser une part ?", "can I combine it?", "son taux ?"],
)
def test_a_word_stands_for_what_was_talked_about(question: str) -> None:
    assert stands_for(question)


@pytest.mark.parametrize(
    "question", ["peut-on acheter la machine ?", "faut-il le dossier complet ?", "quand le site ouvre"]
)
def test_other_small_words_stand_for_nothing(question: str) -> None:
    assert not stands_for(question)


@pytest.mark.parametrize(
    ("title", "name"),
    [("Bretagne – Prêt Houle", "Prêt Houle"), ("Occitanie – Bail Clef", "Bail Clef")],
)
def test_the_region_before_a_name_is_no_part_of_it(title: str, name: str) -> None:
    record = next(record for record in CATALOGUE.records.values() if record.title == title)
    assert short_name(record) == name
