"""« Oui, … » replies to the question that its author foresaw; said to another question it would agree with that one."""

import re

from bot.answers.focusing import asks_more_than_yes

_REPLY = re.compile(r"^(?:oui|non|yes|no)\s*[,:]\s*", re.IGNORECASE)


def without_reply(text: str, question: str, premise: str) -> str:
    """The sentence without the yes or no that it begins with, unless the question asks for one and claims nothing."""
    if not (premise or asks_more_than_yes(question)):
        return text
    rest = _REPLY.sub("", text)
    return rest[:1].upper() + rest[1:]
