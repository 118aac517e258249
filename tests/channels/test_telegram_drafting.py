"""Answers shown on Telegram while they are written: few calls, none after the answer, none where it is impossible."""

import time

import pytest

from bot.channels.telegram_drafting import APART
from tests.channels.house import House, eventually
from tests.telegram_server.server import Call, FakeTelegram

pytestmark = pytest.mark.slow  # over HTTP, with its real waits

PERSON = 7
NUMBER = 12


def _drafts(telegram: FakeTelegram) -> list[Call]:
    return telegram.calls("sendMessageDraft")


def _meet(telegram: FakeTelegram) -> None:
    """The person has written before, else Telegram knows no such chat."""
    telegram.say(PERSON, "Bonjour")
    telegram.expect(lambda: telegram.texts(PERSON) == ["1. Bonjour"])


def test_a_draft_grows_under_one_number_and_at_most_about_once_a_second(telegram: FakeTelegram, house: House) -> None:
    _meet(telegram)
    for end in range(1, 30):
        house.channel.drafting.show(str(PERSON), NUMBER, "mot " * end)
        time.sleep(0.1)
    telegram.expect(lambda: len(_drafts(telegram)) >= 2)
    house.channel.drafting.settle(str(PERSON), NUMBER)
    calls = _drafts(telegram)
    assert len(calls) <= 4
    assert all(later.at - earlier.at > 0.8 * APART for earlier, later in zip(calls, calls[1:], strict=False))  # noqa: RUF007
    assert {call.parameters["draft_id"] for call in calls} == {str(NUMBER)}
    assert [call.status for call in calls] == [200] * len(calls)


def test_nothing_is_shown_once_the_answer_is_there(telegram: FakeTelegram, house: House) -> None:
    _meet(telegram)
    telegram.fail("sendMessageDraft", delay=0.5, accepted=True)
    house.channel.drafting.show(str(PERSON), NUMBER, "premier")
    telegram.expect(lambda: telegram.most_at_once > 0)
    time.sleep(0.2)
    house.channel.drafting.show(str(PERSON), NUMBER, "deuxième")
    house.channel.drafting.settle(str(PERSON), NUMBER)
    assert len(_drafts(telegram)) == 1, "the one under way has ended, the next one never began"
    time.sleep(1.5 * APART)
    assert len(_drafts(telegram)) == 1


def test_where_telegram_knows_no_drafts_they_are_asked_for_once(telegram: FakeTelegram, house: House) -> None:
    telegram.has_drafts = False
    _meet(telegram)
    for number in (1, 2, 3):
        house.channel.drafting.show(str(PERSON), number, "texte")
        eventually(lambda: len(_drafts(telegram)) >= 1)
        house.channel.drafting.settle(str(PERSON), number)
    assert len(_drafts(telegram)) == 1
    telegram.say(PERSON, "encore")
    telegram.expect(lambda: telegram.texts(PERSON)[1:] == ["2. encore"])


def test_too_many_requests_are_obeyed_by_drafts_too(telegram: FakeTelegram, house: House) -> None:
    _meet(telegram)
    telegram.fail("sendMessageDraft", status=429, description="Too Many Requests: retry after 3", retry_after=3)
    house.channel.drafting.show(str(PERSON), NUMBER, "premier")
    telegram.expect(lambda: len(_drafts(telegram)) == 1)
    house.channel.drafting.show(str(PERSON), NUMBER, "deuxième")
    time.sleep(1.5 * APART)
    assert len(_drafts(telegram)) == 1
    house.channel.drafting.settle(str(PERSON), NUMBER)


def test_an_outage_stops_the_draft_and_harms_nothing(telegram: FakeTelegram, house: House) -> None:
    _meet(telegram)
    telegram.fail("sendMessageDraft", cut=True)
    house.channel.drafting.show(str(PERSON), NUMBER, "premier")
    telegram.expect(lambda: len(_drafts(telegram)) == 1)
    house.channel.drafting.settle(str(PERSON), NUMBER)
    telegram.say(PERSON, "encore")
    telegram.expect(lambda: telegram.texts(PERSON)[1:] == ["2. encore"])
