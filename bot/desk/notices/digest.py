"""The daily digest: once a working morning, to whoever wants it, when there is anything to say."""

from dataclasses import asdict
from datetime import datetime, timedelta

from bot.catalogue.formats import PARIS
from bot.desk.notices.announcing import tell_chat
from bot.desk.notices.composing import compose, digest_body
from bot.desk.notices.reach import Reach
from bot.store import dispatches, staff_notices
from bot.store.database import Session
from bot.store.tables import Medium

HOUR, NOON = 8, 12  # in Paris; who was down all morning sends none that day
JOB = "digest"
KEPT = timedelta(days=30)  # a dispatch that is done stays this long
_SATURDAY, _MONDAY = 5, 0


def is_due(now: datetime) -> bool:
    """Whether it is the morning of a working day."""
    local = now.astimezone(PARIS)
    return HOUR <= local.hour < NOON and local.weekday() < _SATURDAY


def write_digests(session: Session, reach: Reach, now: datetime) -> int:
    """Leave today's digests for sending, once a day whichever process comes first; how many."""
    local = now.astimezone(PARIS)
    today = local.date()
    if not staff_notices.begin_day(session, JOB, local.replace(hour=0, minute=0, second=0, microsecond=0), now):
        return 0
    since = now - timedelta(days=3 if today.weekday() == _MONDAY else 1)
    written = 0
    for account in staff_notices.of_digest(session) if reach.mail else ():
        counts = staff_notices.count(session, account.region, now, since)
        if counts.is_nothing:
            continue
        body = digest_body(asdict(counts), account.region, today)
        key = f"digest/{today}/{account.id}"
        written += dispatches.add(session, Medium.EMAIL, key, body, now, account.id)
    for region, chat in reach.chats.items():
        counts = staff_notices.count(session, region or None, now, since)
        if not counts.is_nothing:
            notice = compose(digest_body(asdict(counts), region or None, today), reach)
            tell_chat(session, chat, f"staff/digest/{today}/{chat}", notice, now)
            written += 1
    dispatches.forget(session, now - KEPT)
    return written
