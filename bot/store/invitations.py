"""Invitations: links that work once; the newest link of an e-mail replaces the others. Tokens are kept as hashes."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.store.tables import Role, StaffInvitationRow


@dataclass(frozen=True, kw_only=True)
class Invitation:
    """Somebody invited; of an e-mail that has an account, it sets a new password."""

    id: int
    email: str
    name: str
    role: Role
    region: str | None
    invited_by: str
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class NewInvitation:
    """Who is invited as what; `token_hash` is the SHA-256 of the link's token, in hex."""

    token_hash: str
    email: str
    name: str
    role: Role
    region: str | None
    invited_by: str
    expires_at: datetime


def add(session: Session, new: NewInvitation, now: datetime) -> None:
    """Invite; older open links of the same e-mail stop working."""
    withdraw(session, new.email, now)
    session.add(
        StaffInvitationRow(
            token_hash=new.token_hash,
            email=new.email,
            name=new.name,
            role=new.role,
            region=new.region,
            invited_by=new.invited_by,
            created_at=now,
            expires_at=new.expires_at,
        )
    )
    session.flush()


def find_open(session: Session, token_hash: str, now: datetime) -> Invitation | None:
    """The invitation of that link, ours until the transaction ends; None when used, replaced or too old."""
    own = select(StaffInvitationRow).where(
        StaffInvitationRow.token_hash == token_hash,
        StaffInvitationRow.used_at.is_(None),
        StaffInvitationRow.expires_at > now,
    )
    row = session.scalar(own.with_for_update())
    return _invitation(row) if row else None


def use(session: Session, invitation_id: int, now: datetime) -> None:
    """The link has done its work."""
    session.get_one(StaffInvitationRow, invitation_id).used_at = now


def withdraw(session: Session, email: str, now: datetime) -> None:
    """Open links of that e-mail stop working."""
    still = update(StaffInvitationRow).where(
        StaffInvitationRow.email == email, StaffInvitationRow.used_at.is_(None), StaffInvitationRow.expires_at > now
    )
    session.execute(still.values(expires_at=now))


def open_invitations(session: Session, region: str | None, now: datetime) -> tuple[Invitation, ...]:
    """Links that still work, of one region or of all, newest first."""
    rows = (
        select(StaffInvitationRow)
        .where(StaffInvitationRow.used_at.is_(None), StaffInvitationRow.expires_at > now)
        .order_by(StaffInvitationRow.id.desc())
    )
    if region:
        rows = rows.where(StaffInvitationRow.region == region)
    return tuple(_invitation(row) for row in session.scalars(rows))


def _invitation(row: StaffInvitationRow) -> Invitation:
    return Invitation(
        id=row.id,
        email=row.email,
        name=row.name,
        role=Role(row.role),
        region=row.region,
        invited_by=row.invited_by,
        created_at=row.created_at,
        expires_at=row.expires_at,
        used_at=row.used_at,
    )
