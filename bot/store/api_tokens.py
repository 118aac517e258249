"""Keys to the API: kept as hashes, for a region and some scopes, counted by the minute, revoked at the desk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store.tables import ApiTokenRow


@dataclass(frozen=True, kw_only=True)
class ApiToken:
    """A key as the desk knows it; without a region it reads all of them."""

    id: int
    name: str
    scopes: frozenset[str]
    region: str | None
    created_by: str
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    last_used_at: datetime | None

    def is_valid(self, now: datetime) -> bool:
        """Whether it opens anything now."""
        return self.revoked_at is None and now < self.expires_at


@dataclass(frozen=True, kw_only=True)
class NewToken:
    """A key to be made; `token_hash` is all that is kept of its secret."""

    token_hash: str
    name: str
    scopes: Iterable[str]
    region: str | None
    created_by: str
    expires_at: datetime


def add(session: Session, new: NewToken, now: datetime) -> int:
    """Keep a key; its number."""
    row = ApiTokenRow(
        token_hash=new.token_hash,
        name=new.name,
        scopes=sorted(new.scopes),
        region=new.region,
        created_by=new.created_by,
        created_at=now,
        expires_at=new.expires_at,
    )
    session.add(row)
    session.flush()
    return row.id


def is_known(session: Session, token_hash: str) -> bool:
    """Whether there is such a key at all: who guesses takes no lock."""
    return session.scalar(select(ApiTokenRow.id).where(ApiTokenRow.token_hash == token_hash)) is not None


def use(session: Session, token_hash: str, most: int, now: datetime) -> tuple[ApiToken, int] | None:
    """The key, and how many calls are left to it in this minute (negative: too many); None when it opens nothing."""
    row = session.scalar(select(ApiTokenRow).where(ApiTokenRow.token_hash == token_hash).with_for_update())
    if row is None or not _token(row).is_valid(now):
        return None
    minute = int(now.timestamp() // 60)
    if row.minute != minute:
        row.minute, row.calls = minute, 0
    row.calls += 1
    row.last_used_at = now
    session.flush()
    return _token(row), most - row.calls


def all_of(session: Session, region: str | None) -> tuple[ApiToken, ...]:
    """The keys of one region, or all of them; those that open something first, newest first."""
    rows = select(ApiTokenRow).order_by(ApiTokenRow.revoked_at.is_not(None), ApiTokenRow.id.desc())
    if region:
        rows = rows.where(ApiTokenRow.region == region)
    return tuple(_token(row) for row in session.scalars(rows))


def get(session: Session, token_id: int) -> ApiToken | None:
    """By its number."""
    row = session.get(ApiTokenRow, token_id)
    return _token(row) if row else None


def revoke(session: Session, token_id: int, now: datetime) -> None:
    """It opens nothing from now on."""
    row = session.get_one(ApiTokenRow, token_id)
    row.revoked_at = row.revoked_at or now


def _token(row: ApiTokenRow) -> ApiToken:
    return ApiToken(
        id=row.id,
        name=row.name,
        scopes=frozenset(row.scopes),
        region=row.region,
        created_by=row.created_by,
        created_at=row.created_at,
        expires_at=row.expires_at,
        revoked_at=row.revoked_at,
        last_used_at=row.last_used_at,
    )
