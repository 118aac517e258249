"""Drafts that wait: reminded of once, announced before they are removed, removed; by day only."""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.catalogue.formats import PARIS
from bot.channels.inbox import Inbox
from bot.dialogue import reminding
from bot.dialogue.messages import Reply
from bot.dialogue.state import Draft, TalkState, state_from_json
from bot.dialogue.telling import body
from bot.store import applicants, drafts
from bot.store.database import Session
from bot.store.drafts import DueDraft

REMIND_AFTER = timedelta(days=1)
WARN_BEFORE = timedelta(days=7)
AWAKE = range(8, 20)  # hours in Paris in which people are written to

Words = Callable[[TalkState, Draft], Reply]


class DraftKeeping:
    """Every message is keyed: however many processes look, each is said once."""

    def __init__(self, inbox: Inbox, kept: timedelta) -> None:
        self._inbox = inbox
        self._kept = kept

    def look(self, now: datetime) -> None:
        """Do what is due, unless it is night."""
        if now.astimezone(PARIS).hour not in AWAKE:
            return
        with self._inbox.database.transaction() as session:
            said = self._remind(session, now) + self._warn(session, now) + self._remove(session, now)
        if said:
            self._inbox.replied.ring()

    def _remind(self, session: Session, now: datetime) -> int:
        due = drafts.to_remind(session, now - REMIND_AFTER)
        for each in due:
            drafts.mark_reminded(session, each.id, now)
            _tell(session, each, f"reminder:{each.id}", reminding.reminder, now)
        return len(due)

    def _warn(self, session: Session, now: datetime) -> int:
        due = drafts.to_warn(session, now - self._kept + WARN_BEFORE)
        removal = (now + WARN_BEFORE).astimezone(PARIS).date()
        for each in due:
            drafts.mark_warned(session, each.id, now)
            key = f"warning:{each.id}:{each.touched_at:%Y%m%d}"
            _tell(session, each, key, lambda state, draft: reminding.warning(state, draft, removal), now)
        return len(due)

    def _remove(self, session: Session, now: datetime) -> int:
        due = drafts.to_remove(session, now - self._kept, now - WARN_BEFORE)
        gone = [each for each in due if drafts.remove(session, each, now)]
        for each in gone:
            _tell(session, each, f"removed:{each.id}", reminding.removed, now)
        return len(gone)


def _tell(session: Session, due: DueDraft, key: str, words: Words, now: datetime) -> None:
    state = state_from_json(due.state)
    if state.draft is not None and state.draft.id == due.id:
        applicants.tell_talk(session, due.talk_id, key=key, body=body(words(state, state.draft)), now=now)
