"""What a message is beside its words: a command, a press, one of a list, nothing to read. Pure, and says nothing."""

import re
from dataclasses import replace

from bot.answers.following import ordinal_in, without_lead, without_ordinal
from bot.answers.listing import wants_more
from bot.catalogue.folding import flat
from bot.dialogue.messages import Message
from bot.dialogue.stopping import control

_COMMAND = re.compile(r"/(\w+)(?:@\w+)?(?:\s+(.*))?", re.DOTALL)
_SAME_COMMAND = {
    "help": "aide",
    "funding": "financement",
    "financements": "financement",
    "partners": "partenaires",
    "partenaire": "partenaires",
    "apply": "candidater",
    "candidature": "candidater",
    "status": "dossier",
    "correct": "corriger",
    "reply": "repondre",
    "attach": "joindre",
    "move": "continuer",
    "take": "reprendre",
    "human": "conseiller",
    "adviser": "conseiller",
    "mydata": "mesdonnees",
    "erase": "effacer",
    "language": "langue",
    "cancel": "stop",
    "annuler": "stop",
    "arreter": "stop",
    "pause": "stop",
    "quitter": "stop",
}
_DECLINED = re.compile(
    r"(?:non|no|nope|nan|rien|nothing|none|neant|aucune?s?|pas (?:de|d|besoin|maintenant)\b.*|je? (?:ne |n )?(?:(?:l|en|les) )?ai pas\b(?!.*\b(?:compris|fini|recu|vu)\b).*"
    r"|pas sous la main\b.*|on n(?: en)? a pas\b.*|nous n(?: en)? avons pas\b.*|(?:i )?(?:don t|do not) have\b.*|ca ira|non merci|no thanks|no thank you"
    r"|pas encore|not yet|je prefere (?:pas|ne pas)\b.*|a voir|on verra|a definir|pas defini)"
)


def with_command(message: Message) -> Message:
    """The same message with a typed `/command` read as one, synonyms and English names included."""
    name, argument = message.command, message.text
    if name is None and (typed := _COMMAND.fullmatch(message.text.strip())):
        name, argument = typed[1], (typed[2] or "").strip()
    if name is None:
        return message
    name = flat(name)
    return replace(message, command=_SAME_COMMAND.get(name, name), text=argument)


def without_text(text: str) -> bool:
    """Nothing to read: empty, signs or pictures only."""
    return re.search(r"\w", text) is None


def declines(text: str) -> bool:
    """« non », « je n'en ai pas », « pas encore »: nothing to say to a question that may be left open."""
    return _DECLINED.fullmatch(flat(text)) is not None and control(text) is None


def points_at_list(text: str, count: int) -> bool:
    """« le deuxième » of a list of `count`, « les suivants », when that is all that is said."""
    ordinal = ordinal_in(text, count) is not None and not without_ordinal(without_lead(text))
    return count > 0 and (ordinal or wants_more(text))


def pressed_by_typing(text: str, offered: dict[str, str]) -> str | None:
    """The press data of the button whose label or number was typed."""
    bare = text.strip().strip("[]().")
    return offered.get(bare) if bare.isdigit() else offered.get(flat(text))
