"""What the State's company register says of a company; it knows no network."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Standing(StrEnum):
    """What became of a look-up."""

    ACTIVE = "active"
    CEASED = "ceased"  # known, closed
    HIDDEN = "hidden"  # known and active, the company asked not to be shown
    UNKNOWN = "unknown"  # the register answered that it has no such number
    UNREACHABLE = "unreachable"  # slow, down, refused or garbled: to be tried later
    OFF = "off"  # no register is configured


@dataclass(frozen=True, kw_only=True)
class LookedUp:
    """One look-up; the company's own facts are there only when it is `ACTIVE`. `employees` is a number or a range."""

    standing: Standing
    name: str = ""
    address: str = ""
    activity: str = ""  # NAF code
    employees: int | list[int] | None = None

    @property
    def settles(self) -> bool:
        """Whether the number is confirmed as that of a living company."""
        return self.standing in (Standing.ACTIVE, Standing.HIDDEN)

    @property
    def values(self) -> dict[str, Any]:
        """The fields of the form that it fills."""
        found = {"company": self.name, "address": self.address, "activity": self.activity, "employees": self.employees}
        return {key: value for key, value in found.items() if value}


OFF = LookedUp(standing=Standing.OFF)
