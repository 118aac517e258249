"""The life of an application: every way leads to an end, nothing else is possible, the applicant may always leave."""

import pytest

from bot.errors import ChangeRefused
from bot.intake.life import ENDED, MOVES, STATUS_NAMES, Act, after, move_of, moves_from
from bot.store.tables import ApplicationStatus as S
from bot.store.tables import Role

EDGES = {
    (S.SUBMITTED, Act.TAKE_UP): S.UNDER_REVIEW,
    (S.SUBMITTED, Act.ASK_CORRECTION): S.CORRECTION_ASKED,
    (S.SUBMITTED, Act.DECLINE): S.DECLINED,
    (S.UNDER_REVIEW, Act.ASK_CORRECTION): S.CORRECTION_ASKED,
    (S.UNDER_REVIEW, Act.SHORTLIST): S.SHORTLISTED,
    (S.UNDER_REVIEW, Act.DECLINE): S.DECLINED,
    (S.CORRECTION_ASKED, Act.ASK_CORRECTION): S.CORRECTION_ASKED,
    (S.CORRECTION_ASKED, Act.RESUME): S.UNDER_REVIEW,
    (S.CORRECTION_ASKED, Act.DECLINE): S.DECLINED,
    (S.SHORTLISTED, Act.STEP_BACK): S.UNDER_REVIEW,
    (S.SHORTLISTED, Act.ACCEPT): S.ACCEPTED,
    (S.SHORTLISTED, Act.PUT_ON_WAITING_LIST): S.WAITING_LIST,
    (S.SHORTLISTED, Act.DECLINE): S.DECLINED,
    (S.WAITING_LIST, Act.ACCEPT): S.ACCEPTED,
    (S.WAITING_LIST, Act.DECLINE): S.DECLINED,
    (S.ACCEPTED, Act.BEGIN_WORKSHOP): S.WORKSHOP,
    (S.WORKSHOP, Act.BEGIN_COACHING): S.COACHING,
    (S.COACHING, Act.CLOSE): S.CLOSED,
    (S.DECLINED, Act.REOPEN): S.UNDER_REVIEW,
    **{(status, Act.WITHDRAW): S.WITHDRAWN for status in S if status not in ENDED},
}


@pytest.mark.parametrize("status", S)
@pytest.mark.parametrize("act", Act)
def test_only_the_known_ways_are_possible(status: S, act: Act) -> None:
    if target := EDGES.get((status, act)):
        assert after(status, act) is target
        assert move_of(act) in moves_from(status)
        return
    with pytest.raises(ChangeRefused, match=r"\w+"):
        after(status, act)
    assert move_of(act) not in moves_from(status)


def test_every_status_is_reached_and_leads_to_an_end() -> None:
    reached, new = {S.SUBMITTED}, {S.SUBMITTED}
    while new:
        new = {move.target for status in new for move in moves_from(status)} - reached
        reached |= new
    assert reached == set(S)
    assert {status for status in S if not [m for m in moves_from(status) if m.act is not Act.REOPEN]} == set(ENDED)


def test_a_refusal_and_a_reopening_need_a_reason_and_an_acceptance_a_cohort() -> None:
    assert {move.act for move in MOVES if move.reason} == {Act.DECLINE, Act.REOPEN, Act.STEP_BACK, Act.WITHDRAW}
    assert {move.act for move in MOVES if move.cohort} == {Act.ACCEPT, Act.PUT_ON_WAITING_LIST}
    assert [move.act for move in MOVES if move.least is not Role.ADVISER] == [Act.REOPEN]


def test_each_act_is_one_edge_and_each_status_has_a_name() -> None:
    assert sorted(move.act for move in MOVES) == sorted(Act)
    assert set(STATUS_NAMES) == set(S)
