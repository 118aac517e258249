"""Every scripted bad model over HTTP, on a fixed sample of questions: nothing that must be safe is worse with it.

Its answers cite the same sources as the quotes do, whatever it says and however it fails.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from bot.answers.evaluation import Closed, Share, ask_all, closed_on, report
from bot.answers.expectations import read_expectations
from bot.answers.generation import ChatModel
from bot.answers.judging import Judged
from bot.answers.rewriting import Rewriter
from bot.answers.types import Context, WrittenBy
from tests.answers.knowledge import ROOT, answerer_of, read_knowledge
from tests.chat_server.models import BAD, faithful
from tests.chat_server.server import ChatServer

TODAY = date(2026, 11, 27)
SENTENCES = ("number_fidelity", "citation_support")
ANSWERS = ("answers_cited", "expired_announced")
COUNTS = ("verdicts", "premises_adopted")
REFUSALS = ("not_in_knowledge", "out_of_scope")

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")]


@dataclass(frozen=True)
class Sample:
    """Questions answered with quotes alone."""

    judged: list[Judged]
    closed: Closed

    def rewritten(self, rewriter: Rewriter) -> list[Judged]:
        """The same questions with a model."""
        return [Judged(one.expected, rewriter.rewrite(one.answer), 0.0) for one in self.judged]

    def figures(self, judged: list[Judged]) -> dict[str, Any]:
        """What `relais evaluate answers` reports."""
        return report(judged, self.closed)


@pytest.fixture(scope="module")
def sample() -> Sample:
    catalogue = read_knowledge(ROOT / "knowledge", TODAY)
    answerer = answerer_of(catalogue)
    expected = read_expectations(ROOT / "tests/evals/questions.jsonl", ["dev"])
    premises = [row for row in expected if row.kind == "false_premise"]
    chosen = {row.id: row for row in (*premises, *expected[::5])}.values()
    closed = closed_on(catalogue.schemes, TODAY)
    answered = ask_all(chosen, lambda question: answerer.answer(question, Context(), TODAY))
    dead = [f"Combien donne {catalogue.records[scheme].title} ?" for scheme in sorted(closed)[:10]]
    asked = [expected[0].model_copy(update={"question": question, "documents": ()}) for question in dead]
    answered += ask_all(asked, lambda question: answerer.answer(question, Context(), TODAY))
    return Sample(answered, closed)


@pytest.fixture(scope="module")
def server() -> Iterator[ChatServer]:
    with ChatServer().running() as server:
        yield server


def _rewriter(server: ChatServer, seconds: float = 60.0) -> Rewriter:
    model = ChatModel("openai:test", base_url=server.url, seconds=seconds)
    model.warm()  # the import is not what is waited for here
    return Rewriter(model)


def _missing(share: Share) -> int:
    return share.of - share.held


def _check_safe(sample: Sample, judged: list[Judged]) -> None:
    without, with_model = sample.figures(sample.judged), sample.figures(judged)
    for name in SENTENCES:
        assert _missing(with_model[name]) <= _missing(without[name]), name
    for name in ANSWERS:
        assert with_model[name].value >= without[name].value, name
    for name in COUNTS:
        assert with_model[name] <= without[name], name
    for kind in REFUSALS:
        assert with_model["by_kind"][kind] == without["by_kind"][kind], kind
    for one, other in zip(sample.judged, judged, strict=True):
        sources = {citation.passage_id for citation in one.answer.citations}
        assert {citation.passage_id for citation in other.answer.citations} <= sources
        assert other.answer.abstained is one.answer.abstained


@pytest.mark.parametrize("name", sorted(BAD))
def test_no_bad_model_makes_anything_worse(name: str, sample: Sample, server: ChatServer) -> None:
    server.script, server.die_after = BAD[name], None
    _check_safe(sample, sample.rewritten(_rewriter(server)))


def test_a_model_that_hangs_makes_nothing_worse_and_is_soon_left_alone(sample: Sample, server: ChatServer) -> None:
    server.script, server.die_after = None, None
    before = len(server.requests)
    judged = sample.rewritten(_rewriter(server, seconds=0.3))
    _check_safe(sample, judged)
    assert len(server.requests) - before == 3
    assert [one.answer.text for one in judged] == [one.answer.text for one in sample.judged]


def test_a_model_that_dies_in_mid_stream_makes_nothing_worse(sample: Sample, server: ChatServer) -> None:
    server.script, server.die_after = faithful, 2
    judged = sample.rewritten(_rewriter(server))
    _check_safe(sample, judged)
    assert [one.answer.text for one in judged] == [one.answer.text for one in sample.judged]


def test_a_good_model_is_let_through(sample: Sample, server: ChatServer) -> None:
    server.script, server.die_after = faithful, None
    judged = sample.rewritten(_rewriter(server))
    _check_safe(sample, judged)
    written = Counter(one.answer.written_by for one in judged if one.answer.rewritable)
    assert written[WrittenBy.MODEL] >= 0.5 * written.total()


def test_the_sample_is_worth_looking_at(sample: Sample) -> None:
    without = sample.figures(sample.judged)
    assert without["expired_announced"].of >= 5
    assert without["by_kind"]["not_in_knowledge"].of >= 3
    assert without["by_kind"]["false_premise"].of >= 15
    assert sum(one.answer.rewritable for one in sample.judged) >= 20
