"""The life of an application as a pure state machine: which acts lead where, who may do them, what each one needs."""

from dataclasses import dataclass
from enum import StrEnum

from bot.errors import ChangeRefused
from bot.store.life import ENDED
from bot.store.tables import ApplicationStatus, Role

_S = ApplicationStatus


class Act(StrEnum):
    """What somebody does to an application."""

    TAKE_UP = "take_up"
    ASK_CORRECTION = "ask_correction"
    RESUME = "resume"  # the review goes on: corrected, or no longer waited for
    SHORTLIST = "shortlist"
    STEP_BACK = "step_back"
    ACCEPT = "accept"
    PUT_ON_WAITING_LIST = "put_on_waiting_list"
    DECLINE = "decline"
    REOPEN = "reopen"
    BEGIN_WORKSHOP = "begin_workshop"
    BEGIN_COACHING = "begin_coaching"
    CLOSE = "close"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, kw_only=True)
class Move:
    """One edge of the machine; `reason` must be written, `cohort` must be chosen."""

    act: Act
    sources: tuple[ApplicationStatus, ...]
    target: ApplicationStatus
    reason: bool = False
    cohort: bool = False
    least: Role = Role.ADVISER


_UNDER_STUDY = (_S.SUBMITTED, _S.UNDER_REVIEW, _S.CORRECTION_ASKED)
_BEFORE_DECISION = (*_UNDER_STUDY, _S.SHORTLISTED, _S.WAITING_LIST)
SEATED = (_S.ACCEPTED, _S.WORKSHOP, _S.COACHING, _S.CLOSED)  # holds a seat of its cohort

MOVES: tuple[Move, ...] = (
    Move(act=Act.TAKE_UP, sources=(_S.SUBMITTED,), target=_S.UNDER_REVIEW),
    Move(act=Act.ASK_CORRECTION, sources=_UNDER_STUDY, target=_S.CORRECTION_ASKED),
    Move(act=Act.RESUME, sources=(_S.CORRECTION_ASKED,), target=_S.UNDER_REVIEW),
    Move(act=Act.SHORTLIST, sources=(_S.UNDER_REVIEW,), target=_S.SHORTLISTED),
    Move(act=Act.STEP_BACK, sources=(_S.SHORTLISTED,), target=_S.UNDER_REVIEW, reason=True),
    Move(act=Act.ACCEPT, sources=(_S.SHORTLISTED, _S.WAITING_LIST), target=_S.ACCEPTED, cohort=True),
    Move(act=Act.PUT_ON_WAITING_LIST, sources=(_S.SHORTLISTED,), target=_S.WAITING_LIST, cohort=True),
    Move(act=Act.DECLINE, sources=_BEFORE_DECISION, target=_S.DECLINED, reason=True),
    Move(act=Act.REOPEN, sources=(_S.DECLINED,), target=_S.UNDER_REVIEW, reason=True, least=Role.MANAGER),
    Move(act=Act.BEGIN_WORKSHOP, sources=(_S.ACCEPTED,), target=_S.WORKSHOP),
    Move(act=Act.BEGIN_COACHING, sources=(_S.WORKSHOP,), target=_S.COACHING),
    Move(act=Act.CLOSE, sources=(_S.COACHING,), target=_S.CLOSED),
    Move(
        act=Act.WITHDRAW,
        sources=tuple(status for status in _S if status not in ENDED),
        target=_S.WITHDRAWN,
        reason=True,
    ),
)
_BY_ACT = {move.act: move for move in MOVES}

STATUS_NAMES = {  # at the desk; the applicant reads the dialogue's own words
    _S.SUBMITTED: "Nouvelle",
    _S.UNDER_REVIEW: "À l'étude",
    _S.CORRECTION_ASKED: "Correction demandée",
    _S.SHORTLISTED: "Présélectionnée",
    _S.WAITING_LIST: "Liste d'attente",
    _S.ACCEPTED: "Acceptée",
    _S.DECLINED: "Non retenue",
    _S.WORKSHOP: "En atelier",
    _S.COACHING: "En accompagnement",
    _S.CLOSED: "Terminée",
    _S.WITHDRAWN: "Retirée",
}


def move_of(act: Act) -> Move:
    """The edge of that act."""
    return _BY_ACT[act]


def moves_from(status: ApplicationStatus) -> tuple[Move, ...]:
    """What may be done to an application of that status."""
    return tuple(move for move in MOVES if status in move.sources)


def after(status: ApplicationStatus, act: Act) -> ApplicationStatus:
    """The status that the act leads to; raises ChangeRefused when it is not possible from there."""
    move = move_of(act)
    if status in move.sources:
        return move.target
    if status is move.target:
        raise ChangeRefused(f"C'est déjà fait : ce dossier est « {STATUS_NAMES[status]} ».")
    wanted = STATUS_NAMES[move.target]
    raise ChangeRefused(f"Un dossier « {STATUS_NAMES[status]} » ne peut pas passer à « {wanted} » : rechargez la page.")
