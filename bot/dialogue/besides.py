"""What a message says beside the answer to the form: « 732 829 320, c'est payant ? », « Dole, on finit demain »."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.catalogue.folding import flat
from bot.dialogue import registering, steps
from bot.dialogue.heard import Heard
from bot.dialogue.interrogative import Asking, asking, ends_with_mark, plain, reproaches
from bot.dialogue.meaning import is_a_name, is_speech, speaks
from bot.dialogue.noting import findings_in
from bot.dialogue.presses import FormPress
from bot.dialogue.stopping import control
from bot.intake.checks import Checked
from bot.intake.form import WORDS, Field, Kind

_SENTENCE_ENDS = re.compile(r"(?<=[.!?;])\s+|\n+")
_CUTS = re.compile(
    r"(?<=[.!?;,])\s+|\n+|\s-\s|\s+(?=(?:mais|et|sinon|au fait|par contre|d['’]ailleurs|avant (?:[çc]a|tout)|but|and"
    r"|by the way)\b)",
    re.IGNORECASE,
)
_NO_NAME = frozenset(
    "je j on tu t vous il elle ca c est et pas non oui ok si que qui quoi i you it yes no mais bon alors attends"
    " attendez desole merci svp stp as avez".split()
)
_TOLD_WHOLE = ("description", "consent")  # a story may end with a question; consent is given with nothing in doubt
_LONGEST_NAME = 5  # words
_TOO_SHORT = 2  # words that may only hesitate


@dataclass(frozen=True)
class Parted:
    """The answer of a message, and what it asks beside it or, when it `stops`, the wish to go on later."""

    answer: str
    aside: str
    stops: bool = False


def parted(heard: Heard) -> Parted | None:
    """Both parts of a message that answers the form and says something else too; None for any other."""
    draft, text = heard.state.draft, heard.message.text
    field = steps.current(draft) if draft else None
    if draft is None or (field and field.key in _TOLD_WHOLE) or (field and field.key == "company" and is_a_name(text)):
        return None
    for first, second in _cut(text, _CUTS):
        stops = control(second) is FormPress.STOP
        if stops and control(text) is FormPress.STOP and not findings_in(heard, first):
            return None  # « ça me saoule, on reprend plus tard »
        if (stops or _begins_to_ask(second)) and _answers(heard, field, first):
            return Parted(first, second, stops)
        passes = field is not None and not draft.proposed and control(first) is FormPress.SKIP
        if passes and _begins_to_ask(second):
            return Parted(first, second)
    for first, second in _cut(text, _SENTENCE_ENDS):
        if _begins_to_ask(first) and not ends_with_mark(second) and _answers(heard, field, second):
            return Parted(second, first)
    return None


def _cut(text: str, where: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Both sides of each cut, the shortest beginning first."""
    for match in where.finditer(text):
        first = text[: match.start()].strip(" ,;-")
        yield re.sub(r"(?<!\.\w)\.$", "", first), text[match.end() :].strip()


def _begins_to_ask(text: str) -> bool:
    """It asks from its first words on, and surely."""
    pieces = [piece for piece in _CUTS.split(text) if flat(piece)]
    asks = [asking(piece) for piece in pieces]
    whole = ends_with_mark(text) and len(flat(text).split()) > _TOO_SHORT and asking(text) is Asking.SURELY
    begun = bool(pieces) and (asks[0] is not Asking.NO or _only_leads(pieces[0]) or len(pieces) == 1)
    return begun and (whole or Asking.SURELY in asks)


def _only_leads(piece: str) -> bool:
    return plain(f"{piece} why") == "why"


def _answers(heard: Heard, field: Field | None, text: str) -> bool:
    """It holds something of the form, asks for nothing and is no mere word of the talk."""
    if not text or asking(text) is not Asking.NO or reproaches(text) or heard.abilities.is_small_talk(text):
        return False
    draft = heard.state.draft
    if draft is not None and draft.proposed:
        return registering.says_yes(text) or registering.says_no(text)
    if findings_in(heard, text):
        return True
    if field is None:
        return False
    if field.kind not in WORDS:
        return isinstance(heard.check(field, text), Checked)
    words = flat(text).split()
    named = (
        len(words) <= _LONGEST_NAME and not _NO_NAME.intersection(words) and not is_speech(text) and not speaks(text)
    )
    return named and field.kind is not Kind.OPERATIONS and isinstance(heard.check(field, text), Checked)
