"""Time from an update being there to its answer being sent: Relais beside a bare python-telegram-bot echo bot.

    python -m benchmarks.telegram_latency

Both talk to the same fake Bot API server on loopback, by long polling, one question at a time, in turns; Relais runs
as a process of its own with the shipped knowledge, as `relais run` starts it. Also: from process start to first answer.
"""

import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from tests.telegram_server.server import TOKEN, FakeTelegram

QUESTIONS = (
    "Quel est le taux du crédit d'impôt innovation ?",
    "Qui peut m'aider sur le bobinage ?",
    "c koi le plafond de minimis",
    "Comment candidater à l'accélérateur ?",
)
ROUNDS = 100
ECHO = """
import sys
from telegram.ext import ApplicationBuilder, MessageHandler, filters

async def echo(update, _context):
    await update.message.reply_text(update.message.text)

telegram_app = ApplicationBuilder().token(sys.argv[1]).base_url(sys.argv[2] + "/bot").build()
telegram_app.add_handler(MessageHandler(filters.TEXT, echo))
telegram_app.run_polling()
"""


@contextmanager
def started(arguments: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is ended with the block."""
    process = subprocess.Popen(
        arguments, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(30)


def ask(server: FakeTelegram, person: int, text: str, seconds: float = 60.0) -> float:
    """Milliseconds until the answer to one message arrives."""
    before = len(server.texts(person))
    begun = time.perf_counter()
    server.say(person, text)
    server.expect(lambda: len(server.texts(person)) > before, seconds)
    return (time.perf_counter() - begun) * 1000


def received_to_sent(path: Path) -> list[float]:
    """Milliseconds from a message being stored to its answer being taken by Telegram, as the database tells them."""
    query = "SELECT i.received_at, o.sent_at FROM outbox o JOIN inbox i ON i.id = o.inbox_id ORDER BY i.id DESC LIMIT ?"
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute(query, (ROUNDS,)).fetchall()
    return [
        (datetime.fromisoformat(sent) - datetime.fromisoformat(received)).total_seconds() * 1000
        for received, sent in rows
    ]


def quantiles(times: list[float]) -> str:
    """p50 and p95."""
    return f"p50 {statistics.median(times):6.1f} ms   p95 {statistics.quantiles(times, n=20)[18]:6.1f} ms"


def main() -> None:
    """Print the figures of both bots."""
    with tempfile.TemporaryDirectory() as home, FakeTelegram().running() as one, FakeTelegram().running() as other:
        settings = {
            "RELAIS_HOME": home,
            "RELAIS_TELEGRAM_TOKEN": TOKEN,
            "RELAIS_TELEGRAM_API_URL": one.url,
            "RELAIS_HTTP_PORT": "0",
        }
        relais = str(Path(sys.executable).parent / "relais")
        subprocess.run(
            [relais, "knowledge", "release"], env={**os.environ, **settings}, check=True, stdout=subprocess.DEVNULL
        )
        begun = time.perf_counter()
        with started([relais, "run"], settings), started([sys.executable, "-c", ECHO, TOKEN, other.url], {}):
            ask(one, 1, QUESTIONS[0])
            first = time.perf_counter() - begun
            ask(other, 1, QUESTIONS[0])
            for question in QUESTIONS * 3:  # warm
                ask(one, 1, question)
                ask(other, 1, question)
            ours, theirs = [], []
            for number in range(ROUNDS):
                question = QUESTIONS[number % len(QUESTIONS)]
                ours.append(ask(one, 2 + number % 10, question))
                theirs.append(ask(other, 2 + number % 10, question))
        inside = received_to_sent(Path(home) / "relais.db")
    print(f"Relais, a cited answer      {quantiles(ours)}")
    print(f"  of that, received to sent {quantiles(inside)}")
    print(f"python-telegram-bot, echo   {quantiles(theirs)}")
    print(f"ratio of medians            {statistics.median(ours) / statistics.median(theirs):.1f}")
    print(f"process start to the first answer: {first:.1f} s")


if __name__ == "__main__":
    main()
