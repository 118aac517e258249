"""Questions about the form itself: what a SIREN is, why something is asked, whether it is needed."""

import re

from bot.catalogue.folding import flat
from bot.dialogue.heard import Heard
from bot.dialogue.messages import Reply
from bot.dialogue.steps import current
from bot.intake.names import fields_mentioned

_ABOUT = re.compile(
    r"\b(?:c est quoi|qu est ce que?|c est|quoi|pourquoi|obligatoire|obligee?s?|necessaire|facultatif|ou (?:est ce que )?(?:je |puis je |on )?"
    r"(?:le |la |l )?(?:peux )?trouver?|ou trouve|a quoi|comment|dois je|faut il|what is|what s|why|mandatory|required|optional|where|how|need)\b"
)
_ABOUT_THE_STEP = re.compile(
    r"(?:et )?(?:(?:est ce (?:que c est )?|c est )?(?:obligatoire|facultatif|necessaire)(?: de repondre)?|pourquoi(?: (?:cette|la) question|"
    r" vous (?:demandez|voulez savoir) (?:ca|cela)| faire)?|a quoi (?:ca|cela) sert|(?:et )?si je (?:ne )?(?:sais|l ai|en ai) pas|why(?: this question|"
    r" do you ask)?|is (?:it|this) (?:mandatory|required|needed)|ou (?:est ce que )?(?:je )?(?:le )?trouve(?:r)?(?: ca| cela)?)"
)
_ALWAYS = ("siren",)  # explained at any step


def help_asked(heard: Heard) -> Reply | None:
    """What is to be known of the field that a question is about; None when it is about something else."""
    draft = heard.state.draft
    field = current(draft) if draft else None
    if field is None:
        return None
    said = flat(heard.message.text)
    if _ABOUT_THE_STEP.fullmatch(said):
        return heard.reply(f"help_{field.key}")
    about = [key for key in fields_mentioned(heard.message.text) if key == field.key or key in _ALWAYS]
    if about and _ABOUT.search(said) and len(said.split()) <= 14:
        return heard.reply(f"help_{about[-1] if field.key not in about else field.key}")
    return None
