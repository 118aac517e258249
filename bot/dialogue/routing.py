"""Decides what a message is: a command, a press, an answer to the form, a question… Pure, and says nothing."""

import re
from dataclasses import replace

from bot.answers.following import ordinal_in, without_lead, without_ordinal
from bot.answers.listing import wants_more
from bot.catalogue.folding import flat
from bot.dialogue.messages import Message
from bot.dialogue.presses import FormPress
from bot.intake.mentions import aligned

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
}
_CONTROLS = {
    FormPress.SKIP: r"passer?|skip|suivant|next|(?:je (?:ne )?)?sais pas|aucune idee|nsp|(?:i )?don t know",
    FormPress.BACK: r"retour|precedent|revenir(?: en arriere)?|back|go back",
    FormPress.RESTART: r"(?:tout )?recommencer|on recommence|je recommence|repartir (?:de |a )zero|start (?:over|again)|restart",
    FormPress.STOP: r"stop|arreter?|pause|quitter|annuler|cancel|plus tard|later|j arrete|on arrete",
}
_DECLINED = re.compile(
    r"(?:non|no|nope|nan|rien|nothing|none|neant|aucune?s?|pas (?:de|d|besoin|maintenant)\b.*|je n(?: en)? ai pas\b.*"
    r"|on n(?: en)? a pas\b.*|nous n(?: en)? avons pas\b.*|(?:i )?(?:don t|do not) have\b.*|ca ira|non merci|no thanks|no thank you"
    r"|pas encore|not yet|je prefere (?:pas|ne pas)\b.*|a voir|on verra|a definir|pas defini)"
)
_APPLIES = re.compile(
    r"(?:(?:bonjour|bonsoir|salut|hello|hi|hey)[ ,]+)?(?:(?:je|j|on|nous|i|we)[ ']+(?:veux|veut|voudrais|voudrait|voudrions|voulons|souhaite"
    r"|souhaiterais|souhaiterait|souhaitons|aimerais|aimerait|aimerions|want|wish|would like|d like|'d like)(?: to)?(?: bien)? "
    r"(?:candidater|postuler|deposer (?:une |ma |notre |un )?(?:candidature|dossier)|faire (?:une |ma )?candidature|nous inscrire|m'inscrire|s'inscrire"
    r"|rejoindre l'accelerateur|integrer l'accelerateur|apply|send an application|join the accelerator)"
    r"|(?:je |on )?candidat(?:e|er|ure)|i(?:'m| am) applying|apply)"
    r"(?: (?:a|pour|au|aupres de|to|for)(?: l'| la | le | the )?\s?(?:accelerateur|programme|accelerator|cci)(?: relocalisation)?)?\s*(?P<rest>$|[ :,.;!-].*)",
    re.DOTALL,
)
_PERSON = re.compile(
    r"(?:(?:bonjour|salut|ok|hello|hi) )?"
    r"(?:(?:je|j|on|nous|i|we) (?:\w+ ){1,2}|(?:puis je|pouvez vous|peut on|can i|could i) )?"
    r"(?:(?:a |to )?(?:parler|discuter|echanger|speak|talk) (?:directement )?(?:a|avec|au|to|with) "
    r"(?:quelqu un|un (?:vrai )?conseiller|un humain|une (?:vraie )?personne|la cci|ma cci|someone|somebody|a (?:real )?person"
    r"|a human|an advis[eo]r)(?: (?:de|du|d|a|from|at) .{1,30})?"
    r"|(?:(?:prendre|avoir) )?(?:un )?(?:rendez vous|rdv) avec (?:quelqu un|un conseiller|une conseillere|la cci|ma cci)"
    r"(?: (?:de|du|d|a) .{1,30})?"
    r"|qu(?:e)? (?:on|quelqu un|un conseiller|vous) (?:me |m |nous )?(?:r?appell?e|contacte|rappeliez|appeliez)"
    r"|etre (?:r?appelee?|contactee?)|(?:me |nous )?(?:r?appele[rz]|contacte[rz])(?: moi| nous)?|call me(?: back)?)"
    r"(?: (?:svp|stp|s il vous plait|please|merci|au plus vite|demain|un conseiller))*"
)
_INTERROGATIVE = re.compile(
    r"(?:et |and )?(?:quel(?:le)?s?|combien|comment|pourquoi|quand|ou|qui|quoi|qu est|c est (?:quoi|qui)|est ce"
    r"|puis je|peut on|pouvez vous|peux tu|dois je|doit on|faut il|y a t il|ai je|avez vous|existe t il|a quoi|de quoi"
    r"|que (?:faut|dois|signifie|veut)"
    r"|what|how|why|when|where|which|who|(?:can|do|should|must|may) (?:i|we|you)|(?:is|are) (?:it|there|this)) .*"
)
_SHORTEST_QUESTION = 3  # words, when there is no question mark
_LONGEST_SPOKEN = 25  # words; a longer text without question mark tells something


def with_command(message: Message) -> Message:
    """The same message with a typed `/command` read as one, synonyms and English names included."""
    name, argument = message.command, message.text
    if name is None and (typed := _COMMAND.fullmatch(message.text.strip())):
        name, argument = typed[1], (typed[2] or "").strip()
    if name is None:
        return message
    name = name.lower()
    return replace(message, command=_SAME_COMMAND.get(name, name), text=argument)


def without_text(text: str) -> bool:
    """Nothing to read: empty, signs or pictures only."""
    return re.search(r"\w", text) is None


def control(text: str) -> FormPress | None:
    """« passer », « retour », « stop » and the like, when that is all that is said."""
    said = flat(text)
    return next((press for press, pattern in _CONTROLS.items() if re.fullmatch(pattern, said)), None)


def declines(text: str) -> bool:
    """« non », « je n'en ai pas », « pas encore »: nothing to say to a question that may be left open."""
    return _DECLINED.fullmatch(flat(text)) is not None


def wish_to_apply(text: str) -> str | None:
    """What follows « je veux candidater : … » in a text that begins so, perhaps nothing; None for another text."""
    match = _APPLIES.fullmatch(aligned(text))
    return None if match is None else text[match.start("rest") :].strip(" :,.;!-")


def wishes_a_person(text: str) -> bool:
    """« je voudrais parler à quelqu'un », « qu'on m'appelle », when that is all that is said."""
    return _PERSON.fullmatch(flat(text)) is not None


def points_at_list(text: str, count: int) -> bool:
    """« le deuxième » of a list of `count`, « les suivants », when that is all that is said."""
    ordinal = ordinal_in(text, count) is not None and not without_ordinal(without_lead(text))
    return count > 0 and (ordinal or wants_more(text))


def looks_like_question(text: str) -> bool:
    """A question mark at the end, or an interrogative beginning of a sentence that isn't a long story."""
    if re.search(r"\?[\s!?»\")]*$", text):
        return True
    count = len(flat(text).split())
    spoken = _SHORTEST_QUESTION <= count <= _LONGEST_SPOKEN
    return spoken and _INTERROGATIVE.fullmatch(flat(text)) is not None


def asks_plainly(text: str) -> bool:
    """A question that is no hesitant answer (« Belfort ? » may be one)."""
    starts_so = _INTERROGATIVE.fullmatch(f"{flat(text)} ") is not None
    return looks_like_question(text) and (starts_so or len(flat(text).split()) >= _SHORTEST_QUESTION)


def pressed_by_typing(text: str, offered: dict[str, str]) -> str | None:
    """The press data of the button whose label or number was typed."""
    bare = text.strip().strip("[]().")
    return offered.get(bare) if bare.isdigit() else offered.get(flat(text))
