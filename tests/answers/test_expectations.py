from pathlib import Path

import pytest

from bot.answers.expectations import read_expectations
from bot.errors import UsageError

GOOD = '{"id": "a", "question": "Combien ?", "expect": "answer", "split": "dev", "all_of": [["90", "neuf"]]}'
TEST = GOOD.replace("dev", "test")


def _file(folder: Path, text: str) -> Path:
    path = folder / "questions.jsonl"
    path.write_text(text, encoding="utf-8")
    return path


def test_questions_are_read_by_split_and_a_line_separator_in_a_text_cuts_nothing(tmp_path: Path) -> None:
    path = _file(tmp_path, "\ufeff" + GOOD + "\n\n" + TEST.replace("Combien", "Combien\u2028") + "\n")
    assert [row.split for row in read_expectations(path)] == ["dev", "test"]
    assert [row.split for row in read_expectations(path, ["test"])] == ["test"]
    assert len(read_expectations(path, ["dev", "test"])) == 2
    assert read_expectations(path)[0].all_of == (("90", "neuf"),)


def test_a_split_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"« dve » ; parts présentes : dev \(1\), test \(1\)"):
        read_expectations(_file(tmp_path, f"{GOOD}\n{TEST}"), ["dev", "dve"])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "ligne 2 : ce n'est pas un objet JSON"),
        ("[]", "ligne 2 : ce n'est pas un objet JSON"),
        ('{"id": "a", "question": "Q"}', "« expect » manque"),
        (GOOD.replace("answer", "maybe"), "« expect » manque ou ne convient pas"),
        (GOOD.replace('[["90", "neuf"]]', '"90"'), "« all_of »"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        read_expectations(_file(tmp_path, f"{GOOD}\n{line}\n"))


def test_a_missing_or_empty_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="ne se lit pas"):
        read_expectations(tmp_path / "none.jsonl")
    with pytest.raises(UsageError, match="aucune question"):
        read_expectations(_file(tmp_path, "\n"))
