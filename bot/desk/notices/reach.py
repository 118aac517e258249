"""Where news of the desk can go: what the operator configured, read once and checked."""

import re
from dataclasses import dataclass, field

from bot.catalogue.places import find_region
from bot.errors import SettingsError

_CHAT = re.compile(r"-?\d{1,20}")


@dataclass(frozen=True, kw_only=True)
class Reach:
    """Nothing is written for a way that is not configured; `base_url` is empty when nobody said it."""

    mail: bool = False
    webhook: bool = False
    chats: dict[str, str] = field(default_factory=dict)  # region code, or "" for all regions -> Telegram chat
    base_url: str = ""

    def chats_of(self, region: str) -> tuple[str, ...]:
        """The staff groups that hear of an application of that region."""
        wanted = (self.chats.get(region), self.chats.get(""))
        return tuple(dict.fromkeys(chat for chat in wanted if chat))

    def link(self, path: str) -> str:
        """The address of a page of the desk; empty when the desk does not know its own."""
        return f"{self.base_url}/guichet{path}" if self.base_url else ""


def read_chats(setting: str) -> dict[str, str]:
    """`-100123`, or one group a region: `BFC=-100123, HDF=-100456`; raises SettingsError."""
    chats: dict[str, str] = {}
    for part in filter(None, (piece.strip() for piece in setting.split(","))):
        name, _, chat = part.rpartition("=")
        region = find_region(name) if name else None
        if not _CHAT.fullmatch(chat.strip()) or (name and region is None):
            raise SettingsError(
                f"RELAIS_STAFF_CHAT : « {part} » n'est pas compris. Écrivez le numéro du groupe (-100123456),"
                " ou un groupe par région (BFC=-100123456, HDF=-100654321)."
            )
        chats[region.code if region else ""] = chat.strip()
    return chats
