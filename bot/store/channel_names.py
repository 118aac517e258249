"""The names by which channels are reached from one another: the process that talks to Telegram tells all others."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store.tables import ChannelNameRow


def keep(session: Session, channel: str, name: str) -> None:
    """Remember the name."""
    session.merge(ChannelNameRow(channel=channel, name=name))


def name_of(session: Session, channel: str) -> str:
    """The name, or nothing while it is unknown."""
    return session.scalar(select(ChannelNameRow.name).where(ChannelNameRow.channel == channel)) or ""
