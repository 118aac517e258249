"""The talk at the terminal, with typed lines and written lines handed in."""

import itertools
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import pytest

from bot.channels.console import FRENCH, Console, Source, Terminal
from bot.channels.console_terminal import open_terminal
from bot.store.database import Database
from tests.channels.web_house import WebHouse, clock, web_house


@dataclass
class Script:
    """A person (or a pipe) at the terminal: lines, or errors as `input` raises them."""

    lines: Iterable[str | type[BaseException]]
    written: list[str] = field(default_factory=list)
    forgotten: int = 0

    def __post_init__(self) -> None:
        self._lines = iter(self.lines)

    def read(self, _prompt: str) -> str:
        """The next line."""
        line = next(self._lines, EOFError)
        if isinstance(line, str):
            return line
        raise line

    def forget(self) -> None:
        """The history is emptied."""
        self.forgotten += 1

    @property
    def text(self) -> str:
        """Everything written."""
        return "\n".join(self.written)


_keys = itertools.count()


def talk(
    house: WebHouse,
    *lines: str | type[BaseException],
    interactive: bool = True,
    answer: Callable[[], object] | None = None,
) -> Script:
    """One visit to the terminal."""
    script = Script(lines)
    terminal = Terminal(read=script.read, write=script.written.append, forget=script.forget, interactive=interactive)
    source = Source(
        inbox=house.inbox,
        documents=house.parts.documents,
        answer=answer or house.work,
        clock=clock,
        new_key=lambda: f"line-{next(_keys)}",
    )
    Console(source, terminal, "camille").run()
    return script


@pytest.fixture
def house(sqlite_database: Database) -> WebHouse:
    """A house whose messages are answered by the terminal."""
    return web_house(sqlite_database)


def test_a_first_visit_greets_and_says_goodbye(house: WebHouse) -> None:
    script = talk(house)
    assert script.written[0].startswith("Relais, l'assistant automatique")
    assert "Bonjour, je suis Relais" in script.text
    assert script.written[-1] == FRENCH["goodbye"] + "\n"


def test_a_piped_question_gives_the_replies_alone(house: WebHouse) -> None:
    talk(house, "Bonjour", interactive=False)
    script = talk(house, "Quel prêt ?\n", "", interactive=False)
    assert len(script.written) == 1
    assert script.written[0].startswith("Le prêt Atelier finance")


def test_buttons_bear_the_numbers_that_the_talk_understands(house: WebHouse) -> None:
    assert "  1. [1] Prêt Atelier\n  2. [2] Règles des aides" in talk(house, "Quel prêt ?").text
    assert "  « " not in talk(house).text


def test_an_earlier_talk_goes_on_where_it_stopped(house: WebHouse) -> None:
    talk(house, "Quel prêt ?")
    script = talk(web_house(house.inbox.database), "1")
    assert "Le prêt Atelier finance" in script.written[1]
    assert "Bonjour, je suis" not in script.text


def test_ctrl_c_cancels_the_line_and_twice_leaves(house: WebHouse) -> None:
    script = talk(house, KeyboardInterrupt, "Quel prêt ?", KeyboardInterrupt, KeyboardInterrupt, "jamais lu")
    assert script.text.count(FRENCH["cancelled"]) == 2
    assert "prêt Atelier" in script.text
    assert script.written[-1] == FRENCH["goodbye"] + "\n"
    assert "jamais lu" not in [message.text for message in house.engine.heard]


@pytest.mark.parametrize("word", ["/quitter", "/quit"])
def test_a_word_leaves(house: WebHouse, word: str) -> None:
    talk(house, word, "jamais lu")
    assert [message.text for message in house.engine.heard] == ["/start"]


def test_ctrl_c_while_relais_works_loses_nothing(house: WebHouse) -> None:
    interrupted = threading.Event()

    def answer() -> None:
        if house.engine.heard and not interrupted.is_set():
            interrupted.set()
            raise KeyboardInterrupt
        house.work()

    script = talk(house, "Premier", "Deuxième", answer=answer)
    assert FRENCH["later"] + "\n" in script.written
    assert script.text.count("Le prêt Atelier finance") == 3  # /start, Premier, Deuxième


def test_a_message_that_another_process_took_is_waited_for(house: WebHouse) -> None:
    house.worker.start()
    script = talk(house, "Quel prêt ?", answer=lambda: None)
    house.worker.stop()
    assert "Le prêt Atelier finance" in script.text


def test_erasing_forgets_the_typed_lines_too(house: WebHouse) -> None:
    script = talk(house, "mon secret", "/effacer")
    assert "Tout est effacé." in script.text
    assert script.forgotten == 1


def test_a_pipe_is_read_line_by_line_without_history(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path_factory.mktemp("home")
    piped = home / "lines"
    piped.write_text("Bonjour\nQuel prêt ?")
    with piped.open() as lines:
        monkeypatch.setattr("sys.stdin", lines)
        with open_terminal(home) as terminal:
            assert not terminal.interactive
            assert [terminal.read("› ").strip(), terminal.read("› ").strip()] == ["Bonjour", "Quel prêt ?"]
            with pytest.raises(EOFError):
                terminal.read("› ")
    assert list(home.iterdir()) == [piped]
