"""Drafts that wait: one reminder by day, a notice before removal, removed; each said once, however many look."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.channels.bodies import reply_from_json
from bot.channels.draft_keeping import DraftKeeping
from bot.channels.inbox import Inbox
from bot.dialogue.messages import Reply, plain_text
from bot.store import attachments, talks
from bot.store.database import Database
from bot.store.tables import OpenDraftRow, OutboxRow
from tests.talks.stories import SENT, TO_THE_CONSENT, TO_THE_STAGE
from tests.talks.story import NOW, Talk

KEPT = timedelta(days=90)
DAY = timedelta(days=1)


@pytest.fixture
def talk(sqlite_database: Database) -> Talk:
    return Talk(sqlite_database)


@pytest.fixture
def keeping(talk: Talk) -> DraftKeeping:
    return DraftKeeping(Inbox(talk.database), KEPT)


def said(talk: Talk) -> list[Reply]:
    """What was said without being asked."""
    with talk.database.reading() as session:
        rows = session.scalars(select(OutboxRow).where(OutboxRow.inbox_id.is_(None)).order_by(OutboxRow.id))
        return [reply_from_json(row.body) for row in rows]


def test_one_reminder_after_a_day_with_a_button_to_the_step(talk: Talk, keeping: DraftKeeping) -> None:
    talk.expect(TO_THE_STAGE)
    keeping.look(NOW + timedelta(hours=23))
    assert said(talk) == []
    for hours in (25, 26, 49, 300):
        keeping.look(NOW + timedelta(hours=hours))
    (reminder,) = said(talk)
    assert "Duval Sièges" in plain_text(reminder)
    assert "Avancement" in plain_text(reminder)
    talk.told(reminder)
    talk.now = NOW + 30 * DAY
    talk.expect("> Quel prêt ?\n< 55 000 €")
    talk.expect("[Reprendre ma candidature]\n< Reprenons là où vous en étiez\n< Où en est votre projet")


def test_the_button_of_the_reminder_works_when_typed(talk: Talk, keeping: DraftKeeping) -> None:
    talk.expect(TO_THE_STAGE)
    keeping.look(NOW + 2 * DAY)
    talk.expect("> reprendre ma candidature\n< Où en est votre projet")


@pytest.mark.parametrize("hour", [20, 23, 3, 7])
def test_nobody_is_written_to_at_night(talk: Talk, keeping: DraftKeeping, hour: int) -> None:
    talk.expect(TO_THE_STAGE)
    night = datetime(2026, 11, 25, hour, 30, tzinfo=UTC) - timedelta(hours=1)  # in Paris
    keeping.look(night)
    assert said(talk) == []
    keeping.look(datetime(2026, 11, 25, 9, 0, tzinfo=UTC))
    assert len(said(talk)) == 1


@pytest.mark.parametrize("ending", ["> /stop", "[Envoyer]", "> /effacer\n> Oui, tout effacer"])
def test_no_reminder_once_it_is_stopped_sent_or_erased(talk: Talk, keeping: DraftKeeping, ending: str) -> None:
    talk.expect(SENT.partition("[Envoyer]")[0] + ending)
    keeping.look(NOW + 2 * DAY)
    assert said(talk) == []


def test_no_reminder_to_who_blocked_us(talk: Talk, keeping: DraftKeeping) -> None:
    talk.expect(TO_THE_STAGE)
    with talk.database.transaction() as session:
        talks.set_blocked(session, talk.id, NOW)
    keeping.look(NOW + 2 * DAY)
    assert said(talk) == []


def test_at_the_recap_the_reminder_says_that_nothing_is_sent(talk: Talk, keeping: DraftKeeping) -> None:
    talk.expect(SENT.partition("[Envoyer]")[0])
    keeping.look(NOW + 2 * DAY)
    assert "pas encore envoyée" in plain_text(said(talk)[0])


def test_a_draft_is_announced_then_removed_with_its_documents(talk: Talk, keeping: DraftKeeping) -> None:
    talk.expect(TO_THE_CONSENT + "> /stop")
    talk.attach("plan.pdf")
    keeping.look(NOW + 82 * DAY)
    assert said(talk) == []
    for days in (83, 84, 89):
        keeping.look(NOW + days * DAY)
    (warning,) = said(talk)
    assert "sera effacée le 20 février 2027" in plain_text(warning)
    assert talk.state.draft is not None
    keeping.look(NOW + 90 * DAY + timedelta(hours=1))
    assert "est effacée" in plain_text(said(talk)[1])
    assert talk.state.draft is None
    with talk.database.reading() as session:
        assert attachments.waiting_of(session, talk.id) == ()
        assert session.scalars(select(OpenDraftRow)).all() == []
    keeping.look(NOW + 91 * DAY)
    assert len(said(talk)) == 2
    talk.expect("> /candidater\n< Étape 1")


def test_coming_back_after_the_notice_keeps_it(talk: Talk, keeping: DraftKeeping) -> None:
    talk.expect(TO_THE_STAGE + "> /stop")
    keeping.look(NOW + 84 * DAY)
    talk.now = NOW + 85 * DAY
    talk.expect("> /candidater\n[Reprendre]")
    keeping.look(NOW + 95 * DAY)
    assert talk.state.draft is not None


def test_a_house_that_slept_for_months_still_gives_notice_first(talk: Talk, keeping: DraftKeeping) -> None:
    talk.expect(TO_THE_STAGE + "> /stop")
    keeping.look(NOW + 200 * DAY)
    assert talk.state.draft is not None
    keeping.look(NOW + 206 * DAY)
    assert talk.state.draft is not None
    keeping.look(NOW + 208 * DAY)
    assert talk.state.draft is None


def test_a_draft_being_worked_on_is_not_removed(talk: Talk, keeping: DraftKeeping) -> None:
    talk.expect(TO_THE_STAGE + "> /stop")
    keeping.look(NOW + 84 * DAY)
    late = NOW + 92 * DAY
    with talk.database.transaction() as session:
        row = session.get_one(talks.TalkRow, talk.id)
        row.leased_by, row.leased_until = "worker", late + timedelta(seconds=30)
    keeping.look(late)
    assert talk.state.draft is not None


def test_two_processes_remind_once(database: Database) -> None:
    talk = Talk(database)
    talk.expect(TO_THE_STAGE)
    for keeping in (DraftKeeping(Inbox(database), KEPT), DraftKeeping(Inbox(database), KEPT)):
        keeping.look(NOW + 2 * DAY)
    assert len(said(talk)) == 1
