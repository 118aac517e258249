"""What was typed may be the answer or a question: the person tells which, and nothing of it is lost."""

import re

from bot.catalogue.folding import flat
from bot.dialogue import steps
from bot.dialogue.heard import Heard
from bot.dialogue.messages import Button
from bot.dialogue.presses import FormPress, Press, data
from bot.dialogue.state import Draft
from bot.dialogue.turn import Turn
from bot.intake.form import Field

_LONGEST_SHOWN = 80  # characters of what was typed
_SETTLES = (
    r"(?:(?:oui|non|yes|no) )?(?:c est|c etait|it s|it is|it was|that s) (?:une|ma|la|a|my) (?:question|reponse|answer)"
)
_ANSWER = ("1", "oui", "yes", "reponse", "ma reponse", "la reponse", "answer", "my answer", "c est la reponse")
_QUESTION = ("2", "non", "no", "question", "une question", "a question", "ma question")


def asked(heard: Heard, draft: Draft, field: Field, text: str) -> Turn:
    """Ask which it is, by two buttons."""
    doubtful = steps.doubt(draft, text)
    shown = text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"
    buttons = tuple(
        (Button(heard.say(key), press=_press(doubtful, press)),)
        for key, press in (("button_is_answer", FormPress.ANSWER), ("button_is_question", FormPress.QUESTION))
    )
    label = field.label.of(heard.language)
    reply = heard.reply("form_doubt", text=shown.replace("**", ""), field=label, buttons=buttons)
    return Turn(state=heard.with_draft(doubtful).state, replies=(reply,))


def typed(draft: Draft) -> dict[str, str]:
    """What may be typed instead of pressing, beside the labels of the two buttons."""
    words = ((_ANSWER, FormPress.ANSWER), (_QUESTION, FormPress.QUESTION)) if draft.said else ()
    return {word: _press(draft, press) for said, press in words for word in said}


def settles(text: str) -> bool:
    """« c'est une question », « c'est ma réponse », whatever is in doubt: by itself no answer to any field."""
    return re.fullmatch(_SETTLES, flat(text)) is not None


def _press(draft: Draft, press: FormPress) -> str:
    return data(Press.FORM, draft.id, draft.version, press)
