"""A chat model over real HTTP, through LangChain: what it writes goes out only when the passages bear it."""

from collections.abc import Iterator

import pytest

from bot.answers.generation import ChatWriter
from bot.answers.types import Language, Sentence
from tests.chat_server.server import ChatServer

PASSAGES = (
    "Prêt Boréal\nLe Prêt Boréal va de 10 000 € à 90 000 €. Les entreprises en difficulté en sont exclues.",
    "Aide Cobalt\nL'Aide Cobalt payait une étude.",
)
GOOD = "Le Prêt Boréal va de 10 000 € à 90 000 € [1]."

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


@pytest.fixture(scope="module")
def server() -> Iterator[ChatServer]:
    with ChatServer().running() as server:
        yield server


@pytest.fixture(scope="module")
def writer(server: ChatServer) -> ChatWriter:
    return ChatWriter("openai:test", base_url=server.url, seconds=3)


def _write(server: ChatServer, writer: ChatWriter, script: str | int | None) -> tuple[Sentence, ...] | None:
    server.script, server.die_after = script, None
    return writer("Combien ?", PASSAGES, Language.FRENCH)


def test_a_good_answer_goes_out_with_its_citations(server: ChatServer, writer: ChatWriter) -> None:
    written = _write(server, writer, f"{GOOD} Les entreprises en difficulté en sont exclues [1].")
    assert written is not None
    assert [(sentence.text, sentence.citations) for sentence in written] == [
        ("Le Prêt Boréal va de 10 000 € à 90 000 €.", (1,)),
        ("Les entreprises en difficulté en sont exclues.", (1,)),
    ]
    said = server.requests[-1]["messages"]
    assert "[1] Prêt Boréal" in said[-1]["content"]
    assert server.requests[-1]["stream"] is True


@pytest.mark.parametrize(
    "script",
    [
        "Le Prêt Boréal va jusqu'à 120 000 € [1].",  # invented figure
        "Le Prêt Boréal va de 10 000 € à 90 000 €.",  # no citation
        "Le Prêt Boréal va de 10 000 € à 90 000 € [9].",  # a citation that is not there
        "Le Prêt Boréal va de 10 000 € à 90 000 € [2].",  # the wrong passage
        "Les entreprises en difficulté y ont droit [1].",  # flipped negation
        "Vous êtes éligible au Prêt Boréal [1].",  # a verdict
        "HACKED [1]",
        "RIEN",
        "",
        "<html><body>Bad gateway</body></html>",
        "x" * 50_000,
        500,
        429,
    ],
)
def test_what_the_passages_do_not_bear_never_goes_out(
    server: ChatServer, writer: ChatWriter, script: str | int
) -> None:
    assert _write(server, writer, script) is None


def test_one_bad_sentence_is_dropped_and_the_good_ones_stay(server: ChatServer, writer: ChatWriter) -> None:
    written = _write(server, writer, f"{GOOD} Il est versé en 3 jours [1].")
    assert written is not None
    assert [sentence.text for sentence in written] == ["Le Prêt Boréal va de 10 000 € à 90 000 €."]


def test_a_model_that_dies_in_mid_stream_gives_nothing(server: ChatServer, writer: ChatWriter) -> None:
    server.script, server.die_after = GOOD, 1
    assert writer("Combien ?", PASSAGES, Language.FRENCH) is None


def test_a_model_that_hangs_is_left_after_the_time_limit(server: ChatServer) -> None:
    server.script = None
    assert ChatWriter("openai:test", base_url=server.url, seconds=0.5)("Combien ?", PASSAGES, Language.FRENCH) is None


def test_a_provider_that_is_not_known_gives_nothing(server: ChatServer) -> None:
    assert ChatWriter("nobody:test", seconds=3)("Combien ?", PASSAGES, Language.FRENCH) is None
