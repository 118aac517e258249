"""Carries one message through one turn: nothing is kept until one short transaction at the end keeps all of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Protocol

import structlog

from bot.channels import notices
from bot.channels.bodies import message_from_json, reply_to_json
from bot.channels.documents import Documents
from bot.channels.draft_steps import note_step
from bot.channels.inbox import Inbox
from bot.dialogue.effects import Effect, Erased, Outcome
from bot.dialogue.messages import Message, Reply
from bot.dialogue.state import state_from_json, state_to_json
from bot.dialogue.turn import Engine, Turn
from bot.store import drafts, inbox, outbox, talks
from bot.store.database import Session
from bot.store.drafts import DraftSeen
from bot.store.inbox import Claim

MOST_FAILURES = 3  # then the person is told
MOST_ATTEMPTS = 10  # a message that kills the process is not tried for ever
FIRST_RETRY = timedelta(seconds=1)

log = structlog.get_logger()


class LeaseLost(Exception):
    """Somebody else took the talk over meanwhile; what this turn found is thrown away."""


class ApplyEffect(Protocol):
    """Carry an effect out within the transaction of its turn."""

    def __call__(self, session: Session, talk_id: int, effect: Effect, now: datetime) -> Outcome | None:
        """What came of it, when there is something to say about it."""


@dataclass(frozen=True, kw_only=True)
class Turns:
    """Everything that a turn needs; `readers` turn a stored body into a message where it isn't our own JSON."""

    inbox: Inbox
    engine: Engine
    apply_effect: ApplyEffect
    clock: Callable[[], datetime]
    readers: Mapping[str, Callable[[dict[str, Any]], Message]]
    documents: Documents

    def carry_out(self, claim: Claim) -> None:
        """Answer the message, or note the failure; raises only when the database does."""
        try:
            if claim.attempts > MOST_ATTEMPTS:
                self._give_up(claim, "crashed")
            else:
                self._finish(claim, self._respond(claim))
        except LeaseLost:
            log.warning("lease_lost", inbox_id=claim.inbox_id, talk_id=claim.talk_id)
        except Exception as error:  # the edge: one bad turn must not stop the others
            self._note_failure(claim, error)
        self.inbox.replied.ring()

    def _respond(self, claim: Claim) -> Turn:
        message = replace(self._read(claim), id=str(claim.inbox_id), channel=claim.channel, talk_id=claim.talk_id)
        if message.attachment is not None and not message.edited:  # an edit changes the words beside it only
            last_try = claim.failures + 1 >= MOST_FAILURES
            taken = self.documents.take_in(claim.channel, message.attachment, last_try=last_try)
            message = replace(message, attachment=taken, more_follow=self._more_follow(claim, message))
        return self.engine.respond(state_from_json(claim.state), message, self.clock())

    def _read(self, claim: Claim) -> Message:
        return self.readers.get(claim.channel, message_from_json)(claim.body)

    def _more_follow(self, claim: Claim, message: Message) -> bool:
        """Whether the next message of the talk is of the same album."""
        if not message.album:
            return False
        with self.inbox.database.reading() as session:
            following = inbox.following(session, claim.talk_id, claim.inbox_id)
        return following is not None and self._read(replace(claim, body=following)).album == message.album

    def _finish(self, claim: Claim, turn: Turn) -> None:
        now = self.clock()
        with self.inbox.database.transaction() as session:
            if not talks.save_state(session, claim.talk_id, claim.token, state_to_json(turn.state), now):
                raise LeaseLost
            self.documents.check_kept(turn.effects)
            drafts.note(session, claim.talk_id, draft_seen(turn), now)
            note_step(session, claim.talk_id, turn, now)
            done = [self.apply_effect(session, claim.talk_id, effect, now) for effect in turn.effects]
            outcomes = [outcome for outcome in done if outcome is not None]
            announced = [reply for outcome in outcomes for reply in self.engine.announce(turn.state, outcome)]
            forget = any(isinstance(outcome, Erased) for outcome in outcomes)
            kept = inbox.finish(session, claim.inbox_id, now, forget=forget)
            self._keep(session, claim, [*turn.replies, *announced], now, inbox_id=claim.inbox_id if kept else None)

    def _keep(
        self, session: Session, claim: Claim, replies: list[Reply], now: datetime, *, inbox_id: int | None
    ) -> None:
        for position, reply in enumerate(replies):
            kept = outbox.NewReply(
                talk_id=claim.talk_id,
                inbox_id=inbox_id,
                key=f"{claim.inbox_id}:{position}",
                body=reply_to_json(reply),
                read_by_page=claim.channel != "telegram",
            )
            outbox.add(session, kept, now)

    def _note_failure(self, claim: Claim, error: Exception) -> None:
        kind = type(error).__name__
        log.error("turn_failed", inbox_id=claim.inbox_id, talk_id=claim.talk_id, kind=kind, failures=claim.failures + 1)
        if claim.failures + 1 >= MOST_FAILURES:
            self._give_up(claim, kind)
            return
        with self.inbox.database.transaction() as session:
            if talks.release(session, claim.talk_id, claim.token):
                at = self.clock() + FIRST_RETRY * 4**claim.failures
                inbox.retry(session, claim.inbox_id, failure=kind, at=at)

    def _give_up(self, claim: Claim, kind: str) -> None:
        apology = self._apology(claim)
        now = self.clock()
        with self.inbox.database.transaction() as session:
            if talks.release(session, claim.talk_id, claim.token):
                inbox.finish(session, claim.inbox_id, now, failure=kind)
                self._keep(session, claim, [apology], now, inbox_id=claim.inbox_id)

    def _apology(self, claim: Claim) -> Reply:
        try:
            return self.engine.apologise(state_from_json(claim.state))
        except Exception as error:  # whatever broke the turn may break its apology
            log.error("apology_failed", inbox_id=claim.inbox_id, kind=type(error).__name__)
            return notices.failed(None)


def draft_seen(turn: Turn) -> DraftSeen | None:
    """What the daily job is told of the draft after a turn."""
    draft = turn.state.draft
    return DraftSeen(id=draft.id, step=draft.step, stopped=draft.paused) if draft else None
