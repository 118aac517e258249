"""What the dialogue may read of a talk: each question is one short reading of the store."""

from typing import Any

from bot.store import answers, attachments, calls, corrections, following
from bot.store.attachments import StoredDocument
from bot.store.calls import Call
from bot.store.corrections import Correction
from bot.store.database import Database
from bot.store.following import Followed

MOST_ANSWERS = 40  # the last ones


class StoredRecords:
    """Fulfils `dialogue.abilities.Records`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def follow(self, talk_id: int, reference: str) -> Followed | None:
        """One application with what happened to it."""
        with self._database.reading() as session:
            return following.follow(session, talk_id, reference)

    def corrections(self, talk_id: int) -> tuple[Correction, ...]:
        """What the desk waits for, oldest first."""
        with self._database.reading() as session:
            return tuple(reversed(corrections.open_of_talk(session, talk_id)))

    def documents(self, talk_id: int, reference: str) -> tuple[StoredDocument, ...]:
        """Those of an application of the talk."""
        with self._database.reading() as session:
            own = following.follow(session, talk_id, reference)
            return attachments.of_application(session, reference) if own else ()

    def waiting_documents(self, talk_id: int) -> tuple[StoredDocument, ...]:
        """Those of the application not yet sent."""
        with self._database.reading() as session:
            return attachments.waiting_of(session, talk_id)

    def calls(self, talk_id: int) -> tuple[Call, ...]:
        """Those for an adviser, oldest first."""
        with self._database.reading() as session:
            return calls.of_talk(session, talk_id)

    def answers(self, talk_id: int) -> tuple[dict[str, Any], ...]:
        """The last answers given, oldest first."""
        with self._database.reading() as session:
            return answers.latest(session, talk_id, MOST_ANSWERS)
