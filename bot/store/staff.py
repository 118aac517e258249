"""Accounts of staff: made by an invitation, changed, disabled; e-mails are kept in small letters."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.store.tables import Role, StaffAccountRow


@dataclass(frozen=True, kw_only=True)
class Account:
    """A member of staff; without a region all regions are theirs."""

    id: int
    email: str
    name: str
    role: Role
    region: str | None
    created_at: datetime
    disabled_at: datetime | None
    notify_instant: bool
    notify_digest: bool


@dataclass(frozen=True, kw_only=True)
class NewAccount:
    """What an accepted invitation makes."""

    email: str
    name: str
    role: Role
    region: str | None
    password_hash: str


def exists(session: Session) -> bool:
    """Whether anybody can sign in at all."""
    usable = select(StaffAccountRow.id).where(StaffAccountRow.disabled_at.is_(None)).limit(1)
    return session.scalar(usable) is not None


def add(session: Session, new: NewAccount, now: datetime) -> Account:
    """Make an account; the e-mail must be free."""
    row = StaffAccountRow(
        email=new.email,
        name=new.name,
        role=new.role,
        region=new.region,
        password_hash=new.password_hash,
        created_at=now,
    )
    session.add(row)
    session.flush()
    return account_of(row)


def find(session: Session, email: str) -> Account | None:
    """By e-mail, in any letter case."""
    row = session.scalar(select(StaffAccountRow).where(StaffAccountRow.email == email.strip().lower()))
    return account_of(row) if row else None


def get(session: Session, account_id: int) -> Account | None:
    """By its number."""
    row = session.get(StaffAccountRow, account_id)
    return account_of(row) if row else None


def password_hash(session: Session, account_id: int) -> str:
    """What the password is checked against."""
    return session.scalars(select(StaffAccountRow.password_hash).where(StaffAccountRow.id == account_id)).one()


def set_password(session: Session, account_id: int, password_hash: str) -> None:
    """From now on this one is checked."""
    session.get_one(StaffAccountRow, account_id).password_hash = password_hash


def change(session: Session, account_id: int, role: Role, region: str | None) -> None:
    """Another role or region."""
    row = session.get_one(StaffAccountRow, account_id)
    row.role, row.region = role, region
    session.flush()


def rename(session: Session, account_id: int, name: str) -> None:
    """How colleagues and applicants see the person."""
    session.get_one(StaffAccountRow, account_id).name = name


def prefer(session: Session, account_id: int, *, instant: bool, digest: bool) -> None:
    """Which notices the person gets."""
    row = session.get_one(StaffAccountRow, account_id)
    row.notify_instant, row.notify_digest = instant, digest


def disable(session: Session, account_id: int, now: datetime) -> None:
    """The account cannot sign in any more; its name stays where it acted."""
    session.get_one(StaffAccountRow, account_id).disabled_at = now


def enable(session: Session, account_id: int) -> None:
    """The account may sign in again."""
    session.get_one(StaffAccountRow, account_id).disabled_at = None


def accounts(session: Session, region: str | None = None) -> tuple[Account, ...]:
    """Everybody, or those of one region; those who may sign in first, by name."""
    rows = select(StaffAccountRow).order_by(StaffAccountRow.disabled_at.is_not(None), StaffAccountRow.name)
    if region:
        rows = rows.where(StaffAccountRow.region == region)
    return tuple(account_of(row) for row in session.scalars(rows))


def assignable(session: Session, region: str | None) -> tuple[Account, ...]:
    """Who may be given a file of that region, by name; without a region, all who may sign in."""
    rows = select(StaffAccountRow).where(StaffAccountRow.disabled_at.is_(None)).order_by(StaffAccountRow.name)
    if region:
        rows = rows.where((StaffAccountRow.region == region) | StaffAccountRow.region.is_(None))
    return tuple(account_of(row) for row in session.scalars(rows))


def count_administrators(session: Session) -> int:
    """How many could still run the desk."""
    able = select(func.count()).where(StaffAccountRow.role == Role.ADMINISTRATOR, StaffAccountRow.disabled_at.is_(None))
    return session.scalar(able) or 0


def account_of(row: StaffAccountRow) -> Account:
    """The row as the desk knows it, without its password."""
    return Account(
        id=row.id,
        email=row.email,
        name=row.name,
        role=Role(row.role),
        region=row.region,
        created_at=row.created_at,
        disabled_at=row.disabled_at,
        notify_instant=row.notify_instant,
        notify_digest=row.notify_digest,
    )
