"""Lists in one text: ` | `, new lines or `;`, and commas where no item can hold one."""

import re

from ingest.reading.content import Value

_MARKS = re.compile(r"\||\n|;")
_MARKS_AND_COMMA = re.compile(r"\||\n|;|,")


def items_of(value: Value, *, comma: bool = False) -> tuple[str, ...]:
    """The items in their order, each once; a YAML list is already one."""
    parts = value.items
    if len(parts) == 1:
        parts = tuple((_MARKS_AND_COMMA if comma else _MARKS).split(parts[0]))
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))
