"""The reading process: a file that stalls or kills it is refused, and the next one is read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.checking.worker import ReadingProcess
from ingest.problems import Outcome
from tests.ingest.making import TODAY, scheme, write


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReadingProcess]:
    with ReadingProcess(tmp_path_factory.mktemp("knowledge"), TODAY, seconds=1.0) as process:
        yield process


def test_stalling_file_is_refused_and_the_next_is_read(reading: ReadingProcess) -> None:
    write(reading.root, "lent.md", "# T\n\n" + "*a_ " * 300_000)
    write(reading.root, "financements/bon.md", scheme())

    slow, good = reading.examine("lent.md"), reading.examine("financements/bon.md")

    assert slow.report.outcome is Outcome.REJECTED
    assert "demande plus de 1 secondes de lecture" in slow.report.problems[0].message
    assert slow.report.seconds >= 1.0
    assert good.report.outcome is Outcome.ACCEPTED
    assert good.records[0].record.title == "Prêt Forge"


def test_killed_reader_is_replaced(reading: ReadingProcess) -> None:
    write(reading.root, "financements/bon.md", scheme())
    reading.examine("financements/bon.md")
    assert reading.process is not None
    reading.process.kill()
    reading.process.wait()

    refused, good = reading.examine("financements/bon.md"), reading.examine("financements/bon.md")

    assert "ne peut pas être lu" in refused.report.problems[0].message
    assert good.report.outcome is Outcome.ACCEPTED


def test_file_that_asks_for_too_much_memory_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "gros.md", "# T\n\n" + "mot " * 1_000_000)

    with ReadingProcess(tmp_path, TODAY, memory=120_000_000) as process:
        result = process.examine("gros.md")

    assert result.report.outcome is Outcome.REJECTED
    assert "Memory" not in result.report.problems[0].message
