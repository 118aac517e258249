from pathlib import Path

import pytest

from bot.errors import UsageError
from bot.search.judged import CHUNK, OVERLAP, chunks, document_of, read_judged
from bot.search.noise import Noise
from tests.search.judged_folder import write_folder


def test_only_judged_questions_are_asked(tmp_path: Path) -> None:
    judged = read_judged(write_folder(tmp_path))
    assert judged.questions == {"q1": "Prêt, croissance", "q2": "quiches du traiteur"}
    assert judged.relevant == {"q1": {"loan"}, "q2": {"long"}}


def test_every_part_knows_its_document(tmp_path: Path) -> None:
    judged = read_judged(write_folder(tmp_path))
    assert judged.documents == 3 < len(judged.entries)
    assert {document_of(entry.key) for entry in judged.entries} == {"loan", "grant", "long"}


def test_questions_are_spoilt_the_same_way_each_time(tmp_path: Path) -> None:
    write_folder(tmp_path)
    assert read_judged(tmp_path, Noise.ACCENTS).questions["q1"] == "pret croissance"
    assert read_judged(tmp_path, Noise.TYPO) == read_judged(tmp_path, Noise.TYPO) != read_judged(tmp_path)


@pytest.mark.parametrize("unit", ["des mots ", "Une phrase entière. ", "Un paragraphe.\n\n", "x" * 50])
def test_chunks_are_short_overlap_and_lose_nothing(unit: str) -> None:
    text = unit * 200
    parts = chunks(text)
    assert len(parts) > 1
    assert all(0 < len(part) <= CHUNK for part in parts)
    assert set(" ".join(parts).split()) == set(text.split()) or " " not in unit
    assert len("".join(parts)) >= len(text)
    assert len("".join(parts)) <= len(text) + OVERLAP * len(parts)


def test_a_short_or_empty_text_is_one_chunk() -> None:
    assert chunks("court") == ["court"]
    assert chunks("") == [""]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"corpus\.jsonl"):
        read_judged(tmp_path)
    write_folder(tmp_path)
    (tmp_path / "qrels.tsv").unlink()
    with pytest.raises(UsageError, match=r"qrels\.tsv"):
        read_judged(tmp_path)


@pytest.mark.parametrize("line", ["{", "[1]", '{"id": "q9"}'])
def test_a_broken_line_is_named_with_its_number(tmp_path: Path, line: str) -> None:
    folder = write_folder(tmp_path)
    with (folder / "queries.jsonl").open("a", encoding="utf-8") as queries:
        queries.write(line + "\n")
    with pytest.raises(UsageError, match=r"queries\.jsonl.*ligne 4"):
        read_judged(folder)


def test_judgements_of_no_question_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Rien à mesurer"):
        read_judged(write_folder(tmp_path, "q7\tloan\n"))
