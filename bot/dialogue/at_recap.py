"""What is typed at the recap: a line to correct, a correction, « envoie » or « n'envoie pas »."""

import re

from bot.catalogue.folding import flat
from bot.dialogue import operations, steps
from bot.dialogue.amending import correct
from bot.dialogue.asking import asked
from bot.dialogue.form_replies import recap
from bot.dialogue.heard import Heard
from bot.dialogue.interrogative import ends_with_mark
from bot.dialogue.moving import stale
from bot.dialogue.noting import findings_in, noted_from
from bot.dialogue.sending import send
from bot.dialogue.state import Draft
from bot.dialogue.turn import Turn
from bot.intake.names import field_named

_LEADS = (
    r"(?:(?:(?:c est|tout est|it s) (?:bon|ok|juste|parfait|good|fine)|ok|oui|yes|non|no|parfait|super|bon|go|vas y"
    r"|allez y|alors|maintenant|attend(?:s|ez)|stop|wait|euh|finalement|en fait|please|svp) )*"
)
_SENDS = re.compile(
    rf"{_LEADS}(?:(?:tu|vous|je|on|you|i) (?:peux|peut|pouvez|veux|veut|can|want to) )?(?:j |on |je |i )?"
    r"(?:l |la |le )?(?:envoi[ers]*|envoye[rz]?|send)"
    r"(?: (?:la|le|it|tout|ma candidature|la candidature|mon dossier|le dossier|my application|the application"
    r"|maintenant|now|svp|stp|please|merci))*"
)
_WAITS_TO_SEND = re.compile(
    rf"{_LEADS}(?:(?:je|j|on|i|nous|n|ne|l|la|le|veux|veut|voudrais|prefere|vais|do|will|d like to|have not"
    r"|haven t) )*"
    r"(?:(?:pas|plus|not|don t|won t) (?:(?:l|la|le|encore|tout de suite|yet|to|want to) )*"
    r"(?:envoi\w+|envoye[rz]?|send)"
    r"|(?:envoi\w+|envoye[rz]) (?:pas|plus))(?: .*)?"
)


def sends(text: str) -> bool:
    """« c'est bon, envoie », and no question whether it may be."""
    return _SENDS.fullmatch(flat(text)) is not None and not ends_with_mark(text)


def waits_to_send(text: str) -> bool:
    """« non attends, j'envoie pas »."""
    return _WAITS_TO_SEND.fullmatch(flat(text)) is not None and not ends_with_mark(text)


def said(heard: Heard, draft: Draft) -> Turn:
    """« le téléphone » names its line; a sentence may hold a correction without saying so."""
    text = heard.message.text
    if sends(text):
        return send(heard, draft)
    if waits_to_send(text):
        return Turn(state=heard.state, replies=(recap(heard, draft, [heard.say("recap_not_sent")]),))
    if re.fullmatch(r"(?:corriger|modifier|changer|correct|change)(?: .*)?", flat(text)):
        return correct(heard, draft, "") or stale(heard, draft)
    if (key := field_named(text)) and (turn := correct(heard, draft, key)):
        return turn
    more = noted_from(heard, draft, findings_in(heard, text), overwrite=True, wording="form_corrected")
    if more.keys:
        return asked(heard, steps.settle(more.draft, more.keys), more.notes)
    if operations.operations_in(heard, draft):
        return asked(heard, steps.settle(draft, ()))
    return Turn(state=heard.state, replies=(recap(heard, draft, [heard.say("recap_not_understood")]),))
