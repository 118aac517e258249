"""The same talk at the terminal: lines go to the inbox, replies come from the outbox, so the talk survives."""

from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime

from bot.channels.bodies import message_to_json, reply_from_json
from bot.channels.console_files import Unreadable, path_in, take_in
from bot.channels.console_text import Look, render
from bot.channels.documents import Documents
from bot.channels.inbox import Inbox
from bot.dialogue.messages import Message, Reply
from bot.dialogue.state import state_from_json
from bot.store import transcript
from bot.store.transcript import END, Cursor, TalkSeen

CHANNEL = "console"
PROMPT = "› "
LEAVING = ("/quitter", "/quit", "/exit")
PATIENCE = 1.0  # seconds before the person is told that the answer is being looked for
ELSEWHERE = 60  # looks, half a second apart, at a message that another process took
MOST_SHOWN = 200

FRENCH = {
    "hello": "Relais, l'assistant automatique des CCI. /aide pour les commandes, /quitter pour sortir.",
    "typing": "Relais cherche la réponse…",
    "cancelled": "(ligne annulée ; encore Ctrl-C ou Ctrl-D pour quitter)",
    "unreadable": "Je ne trouve pas ce fichier, ou il ne se lit pas : {path}. Écrivez /joindre suivi de son chemin.",
    "later": "(la réponse arrivera à votre prochaine ligne)",
    "goodbye": "Au revoir. La conversation est conservée : « relais chat » la reprend.",
}
ENGLISH = {
    "hello": "Relais, the automated assistant of the French CCI. /aide lists the commands, /quit leaves.",
    "typing": "Relais is looking for the answer…",
    "cancelled": "(line cancelled; Ctrl-C again or Ctrl-D leaves)",
    "unreadable": "I cannot find or read this file: {path}. Write /attach followed by its path.",
    "later": "(the answer will come with your next line)",
    "goodbye": "Goodbye. The conversation is kept: `relais chat` takes it up again.",
}


@dataclass(frozen=True, kw_only=True)
class Terminal:
    """What the talk reads from and writes to; `read` raises EOFError and KeyboardInterrupt like `input`."""

    read: Callable[[str], str]
    write: Callable[[str], None]  # one or more whole lines
    forget: Callable[[], None] = lambda: None  # the person erased their data: the lines typed too
    look: Look = Look()  # noqa: RUF009 - frozen
    interactive: bool = False  # False = a script reads along: only replies are written


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where the talk is kept; `answer` carries every waiting message of it through its turn."""

    inbox: Inbox
    documents: Documents
    answer: Callable[[], object]
    clock: Callable[[], datetime]
    new_key: Callable[[], str]


class Console:
    """One talk of one person, from `run` until they leave."""

    def __init__(self, source: Source, terminal: Terminal, address: str) -> None:
        self._source = source
        self._terminal = terminal
        self._address = address
        self._cursor = Cursor()
        self._cancelled = False
        self._turns = ThreadPoolExecutor(1, thread_name_prefix="turn")  # Ctrl-C must not cut a turn in two

    def run(self) -> None:
        """Talk until the person leaves; a turn under way is carried to its end first."""
        with self._turns:
            self._resume()
            while (line := self._read()) is not None and line not in LEAVING:
                if line:
                    self._say(line)
            self._note("goodbye")

    def _resume(self) -> None:
        """Show where an earlier talk stopped, or greet."""
        seen = self._look(Cursor())
        self._note("hello")
        if seen is None:
            if self._terminal.interactive:
                self._say("/start")
            return
        self._cursor = seen.cursor
        replies = [reply_from_json(said.body) for said in seen.said if not said.by_person]
        if self._terminal.interactive:
            self._show(replies[-1:], seen)

    def _read(self) -> str | None:
        try:
            line = self._terminal.read(PROMPT).strip()
        except EOFError:
            return None
        except KeyboardInterrupt:
            if self._cancelled:
                return None
            self._cancelled = True
            self._note("cancelled")
            return ""
        self._cancelled = False
        return line

    def _say(self, text: str) -> None:
        key = self._source.new_key()
        message = Message(id=key, channel=CHANNEL, text=text)
        if path := path_in(text):
            try:
                message = replace(message, text="", attachment=take_in(self._source.documents, path))
            except Unreadable:
                self._terminal.write(self._words()["unreadable"].format(path=path) + "\n")
                return
        body = message_to_json(message)
        self._source.inbox.receive(CHANNEL, key, self._address, body, self._source.clock())
        try:
            self._await_answer()
        except KeyboardInterrupt:
            self._note("later")
            return
        self._show_news()

    def _await_answer(self) -> None:
        turn = self._turns.submit(self._source.answer)
        try:
            turn.result(timeout=PATIENCE)
        except TimeoutError:
            self._note("typing")
            turn.result()
        bell = self._source.inbox.replied
        for _ in range(ELSEWHERE):
            seen = self._look(END)
            if seen is None or not seen.working:
                return
            bell.wait(bell.rings, 0.5)

    def _show_news(self) -> None:
        seen = self._look(self._cursor)
        if seen is None:
            return
        self._cursor = seen.cursor
        self._show([reply_from_json(said.body) for said in seen.said if not said.by_person], seen)
        if any(said.by_person and not said.body for said in seen.said):
            self._terminal.forget()

    def _show(self, replies: list[Reply], seen: TalkSeen) -> None:
        """Numbers stand only where the talk understands them: not where it waits for a number as an answer."""
        offered = [key for key in state_from_json(seen.state).offered if key.isdigit()]
        last = max((rank for rank, reply in enumerate(replies) if reply.buttons), default=-1)
        for rank, reply in enumerate(replies):
            numbers: Collection[str] = offered if rank == last else ()
            self._terminal.write(render(reply, self._terminal.look, numbers) + "\n")

    def _note(self, name: str) -> None:
        """A word of the terminal itself; a script that reads along gets none."""
        if self._terminal.interactive:
            self._terminal.write(self._words()[name] + "\n")

    def _words(self) -> dict[str, str]:
        seen = self._look(END)
        english = seen is not None and state_from_json(seen.state).language == "en"
        return ENGLISH if english else FRENCH

    def _look(self, after: Cursor) -> TalkSeen | None:
        with self._source.inbox.database.reading() as session:
            return transcript.read_talk(session, CHANNEL, self._address, after, MOST_SHOWN)
