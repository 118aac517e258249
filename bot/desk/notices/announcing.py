"""From an event of an application to who is told: staff by e-mail, their groups, the chamber's own system."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from bot.desk.notices.composing import Notice, compose, news_body
from bot.desk.notices.reach import Reach
from bot.desk.notices.words import News
from bot.dialogue import telling
from bot.dialogue.messages import Reply, paragraph
from bot.intake.life import Act
from bot.store import announcing, applicants, dispatches, staff_notices, talks
from bot.store.announcing import Happened
from bot.store.applications import APPLICANT
from bot.store.database import Session
from bot.store.staff_notices import Told
from bot.store.tables import ApplicationStatus, Medium

AT_ONCE = 100  # events a transaction
SILENCE = timedelta(minutes=10)  # the same news of the same file is told once in this time
CHAT_CHANNEL = "telegram"
_OWN = (News.TRANSFERRED, News.ASSIGNED)  # for persons, not for a group that hears of every file anyway
_ACTS_OF_APPLICANT: dict[str, News] = {
    ApplicationStatus.SUBMITTED: News.SUBMITTED,
    ApplicationStatus.WITHDRAWN: News.WITHDRAWN,
    Act.WITHDRAW: News.WITHDRAWN,
    Act.RESUME: News.CORRECTED,
}
_ACTS_OF_STAFF = {"transfer": News.TRANSFERRED, "assign": News.ASSIGNED}


def announce(session: Session, reach: Reach, now: datetime) -> int:
    """Tell of the oldest events that nobody was told of; how many."""
    happened = announcing.take(session, AT_ONCE, now)
    for event in happened:
        announcing.keep_stay(session, event)
        if reach.webhook:
            key = f"webhook/{event.id}"
            dispatches.add(session, Medium.WEBHOOK, key, webhook_body(event, reach), now)
        if news := news_of(event):
            _tell(session, reach, event, news, now)
    return len(happened)


def news_of(event: Happened) -> News | None:
    """What staff are told at once; a corrected field alone is no news: the last one resumes the review."""
    if event.who != APPLICANT:
        return _ACTS_OF_STAFF.get(event.what)
    if event.what.startswith("field:"):
        return None
    if news := _ACTS_OF_APPLICANT.get(event.what):
        return news
    return News.ANSWERED if event.at - event.submitted_at >= SILENCE else None  # documents come with the application


def webhook_body(event: Happened, reach: Reach) -> dict[str, Any]:
    """Which application changed and how; the receiver asks the API for what it holds."""
    kind = "application.updated"
    if event.status is ApplicationStatus.SUBMITTED and event.who == APPLICANT:
        kind = "application.submitted"
    elif event.status:
        kind = "application.status_changed"
    address = f"{reach.base_url}/api/v1/applications/{event.reference}"
    return {
        "id": f"evt_{event.id}",
        "type": kind,
        "timestamp": event.at.isoformat(),
        "data": {
            "reference": event.reference,
            "region": event.region,
            "change": event.what.partition(":")[0],
            "status": event.status or event.status_now,
            "previous_status": event.before if event.status and event.before else None,
            "version": event.version,
            "application": address if reach.base_url else None,
            "desk": reach.link(f"/dossiers/{event.reference}") or None,
        },
    }


def _tell(session: Session, reach: Reach, event: Happened, news: News, now: datetime) -> None:
    body = news_body(news, event.reference, event.region)
    when = int(event.at.timestamp() // SILENCE.total_seconds())
    key = f"{news}/{event.reference}/{when}"
    if reach.mail:
        for account in _readers(session, event, news):
            dispatches.add(session, Medium.EMAIL, f"{key}/{account.id}", body, now, account.id)
    if news not in _OWN:
        for chat in reach.chats_of(event.region):
            tell_chat(session, chat, f"staff/{key}/{chat}", compose(body, reach), now)


def _readers(session: Session, event: Happened, news: News) -> Iterator[Told]:
    if news is not News.ASSIGNED:
        assignee = None if news is News.SUBMITTED else event.assignee_id
        yield from staff_notices.interested(session, event.region, assignee)
        return
    given_to = staff_notices.account(session, event.assignee_id) if event.assignee_id else None
    if given_to and given_to.instant and given_to.name != event.who:
        yield given_to


def tell_chat(session: Session, chat: str, key: str, notice: Notice, now: datetime) -> None:
    """Leave the notice in the outbox of a group's own talk; the delivery of Telegram does the rest."""
    lines = [paragraph(f"**{notice.headline}**"), *(paragraph(line) for line in notice.lines)]
    if notice.way:
        lines.append(paragraph(notice.way))
    talk = talks.open_talk(session, CHAT_CHANNEL, chat, now)
    applicants.tell_talk(session, talk, key=key[:128], body=telling.body(Reply(paragraphs=tuple(lines))), now=now)
