"""A small house behind the chat page: an engine that answers like the real one looks, a worker, a real server."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.answers.types import Language
from bot.channels.documents import Documents
from bot.channels.effects import Effects
from bot.channels.inbox import Inbox
from bot.channels.turns import Turns
from bot.channels.web import create_app
from bot.channels.web_parts import WebParts
from bot.channels.web_server import WebServer
from bot.channels.worker import Worker
from bot.dialogue.effects import EraseMyData, Outcome
from bot.dialogue.engine import TalkEngine
from bot.dialogue.messages import Button, Document, Layout, Message, Paragraph, Reply, Run, Style, paragraph
from bot.dialogue.state import TalkState
from bot.dialogue.turn import Turn
from bot.store.attachment_files import AttachmentFiles
from bot.store.database import Database
from bot.store.inbox import Claim
from tests.talks.story import abilities_on

KEY = "a signing key of the tests"


def clock() -> datetime:
    """The real time."""
    return datetime.now(UTC)


def says(text: str, *rows: tuple[Button, ...]) -> Reply:
    """A reply of one paragraph."""
    return Reply(paragraphs=(paragraph(text),), buttons=rows)


WELCOME = Reply(
    paragraphs=(
        paragraph("Bonjour, je suis **Relais**, l'assistant automatique des CCI."),
        paragraph("Vos messages sont conservés pour vous répondre ; « Effacer » les supprime."),
    )
)
ANSWER = Reply(
    paragraphs=(
        paragraph("Le **prêt Atelier** finance l'achat de machines entre 55 000 € et 1,2 M€. [1]"),
        paragraph("Il couvre 40 % de l'investissement au plus ; trois conditions : [1]"),
        paragraph("l'usine est en France ;", Layout.BULLET),
        paragraph("elle a moins de 250 salariés ;", Layout.BULLET),
        paragraph("la commande n'est pas signée. [2]", Layout.BULLET),
    ),
    buttons=(
        (Button("[1] Prêt Atelier", press="source:1"), Button("[2] Règles des aides", press="source:2")),
        (Button("👍 Utile", press="thumb:up"), Button("👎 Pas utile", press="thumb:down")),
    ),
)
SOURCE = Reply(
    paragraphs=(
        paragraph("**Prêt Atelier**"),
        paragraph("Montant : de 55 000 € à 1 200 000 €, remboursé sur 7 ans.", Layout.QUOTE),
        Paragraph((Run("financements/pret-atelier.md, vérifié le 3 novembre 2026", Style.ITALIC),)),
    ),
    buttons=((Button("Ouvrir la page officielle", link="https://aides.example/pret-atelier"),),),
)
MY_DATA = Reply(
    paragraphs=(paragraph("Voici ce qui est conservé."),),
    document=Document(name="mes données.json", content='{"messages": []}'),
)


@dataclass
class NeighbourEngine:
    """Greets once, answers anything the same; « lent » waits until `pause` is set, « muet » says nothing."""

    pause: threading.Event = field(default_factory=threading.Event)
    heard: list[Message] = field(default_factory=list)

    def respond(self, state: TalkState, message: Message, now: datetime) -> Turn:
        """One turn."""
        self.heard.append(message)
        if message.text == "lent":
            self.pause.wait(10)
        if message.text == "/effacer":
            return Turn(state=TalkState(greeted=True), effects=(EraseMyData(),))
        if message.press and message.press.startswith("l:"):
            following = replace(state, language=Language(message.press[2:]))
            return Turn(state=following, replies=(says("I will speak English from now on."),))
        offered = {"1": "source:1", "2": "source:2", "3": "thumb:up", "4": "thumb:down"}
        following = replace(state, greeted=True, last_question=message.text, offered=offered)
        greeting = () if state.greeted else (WELCOME,)
        return Turn(state=following, replies=(*greeting, *_answers(message)))

    def announce(self, state: TalkState, outcome: Outcome) -> tuple[Reply, ...]:
        """Say that all is erased."""
        return (says("Tout est effacé."),)

    def apologise(self, state: TalkState) -> Reply:
        """Plain words."""
        return says("Désolé, joignez un conseiller.")


def _answers(message: Message) -> tuple[Reply, ...]:
    if message.text == "muet":
        return ()
    if message.text == "/mesdonnees":
        return (MY_DATA,)
    if message.text.startswith("répète "):
        echo = message.text.removeprefix("répète ")
        return (Reply(paragraphs=(Paragraph((Run(echo), Run(echo, link="javascript:alert(1)"))),)),)
    if message.press == "thumb:up":
        return (says("Merci, c'est noté."),)
    return (SOURCE,) if message.press else (ANSWER,)


@dataclass
class Seen:
    """Notes which turns began."""

    claims: list[Claim] = field(default_factory=list)

    def begun(self, claim: Claim) -> None:
        """A turn begins."""
        self.claims.append(claim)

    def ended(self, claim: Claim) -> None:
        """It ended."""


@dataclass
class WebHouse:
    """Everything behind the page, its worker not started."""

    inbox: Inbox
    engine: NeighbourEngine
    parts: WebParts
    worker: Worker
    claims: list[Claim]  # turns begun

    def work(self) -> None:
        """Answer everything that waits, in this thread."""
        while self.worker.work_once():
            pass


def web_house(database: Database, **more: Any) -> WebHouse:
    """A house on this database."""
    inbox, engine = Inbox(database), NeighbourEngine()
    home = Path(database.url.database or "").parent  # beside the SQLite file
    documents = Documents(AttachmentFiles(home / "attachments"), {})
    turns = Turns(inbox=inbox, engine=engine, apply_effect=Effects(), clock=clock, readers={}, documents=documents)
    parts = WebParts(**{"inbox": inbox, "clock": clock, "signing_key": KEY, "documents": documents, **more})
    seen = Seen()
    return WebHouse(inbox, engine, parts, Worker(turns, [parts.drafts, seen], threads=2), seen.claims)


@contextmanager
def serving(house: WebHouse, port: int = 0) -> Iterator[str]:
    """Run the worker and a real server; gives its URL."""
    server = WebServer(create_app(house.parts), "127.0.0.1", port)
    running = threading.Thread(target=asyncio.run, args=(server.run(),))
    house.worker.start()
    running.start()
    try:
        yield server.url
    finally:
        house.engine.pause.set()
        server.stop()
        running.join()
        house.worker.stop()


def talking_house(database: Database) -> WebHouse:
    """The same with the real dialogue behind it."""
    house = web_house(database)
    turns = Turns(
        inbox=house.inbox,
        engine=TalkEngine(abilities_on(database)),
        apply_effect=Effects(),
        clock=clock,
        readers={},
        documents=house.parts.documents,
    )
    return replace(house, worker=Worker(turns, threads=2))
