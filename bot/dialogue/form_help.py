"""Questions about the form itself: what a SIREN is, why something is asked, whether it is needed."""

import re
from dataclasses import replace

from bot.dialogue.heard import Heard
from bot.dialogue.interrogative import Asking, asking, plain
from bot.dialogue.messages import Reply, paragraph
from bot.dialogue.state import Draft
from bot.dialogue.steps import current, progress
from bot.dialogue.stopping import waits
from bot.intake.form import Field, asked_fields
from bot.intake.names import fields_mentioned

_ABOUT = re.compile(
    r"\b(?:c est quoi|qu est ce que?|c est|quoi|pourquoi|obligatoire|obligee?s?|necessaire|facultatif|ou (?:est ce que )?(?:je |puis je |on )?"
    r"(?:le |la |l )?(?:peux )?trouver?|ou trouve|a quoi|comment|dois je|faut il|what is|what s|why|mandatory|required|optional|where|how|need)\b"
)
_NEEDED = re.compile(
    r"\b(?:obligatoires?|obligee?s?|facultati\w+|necessaire|dois|mandatory|required|optional|compulsory|needed|(?:have|need) to)\b"
)
_LACKING = (
    r"(?:(?:je|j|on|nous|i) (?:(?:ne|n|l|le|la|les|en|don t|do not|haven t|have not) )*(?:ai|a|avons|sais|retrouve|trouve|connais|have|got|know)(?: (?:pas|plus|got|it))*"
    r"(?: (?:sous la main|sur moi|en tete|par coeur|avec moi|ici|la|encore|trop|exactement|sous les yeux|at hand|to hand|with me|yet|here|on me|by heart))* )?"
)
"""« je l'ai pas sous la main », said before the question."""
_WHETHER_NEEDED = (
    r"(?:et |mais |but )?(?:(?:est ce (?:que c est )?|c est |c |ca c est |is (?:it|this|that) )?(?:vraiment |si |really )?(?:obligatoire|obligee?|facultatif|necessaire|grave|important|utile"
    r"|un probleme|genant|mandatory|required|needed|optional|compulsory|a problem)|(?:on|je|j) (?:est|suis) (?:vraiment )?obligee?|(?:je|on) (?:dois|doit) (?:vraiment )?(?:repondre|le (?:donner|mettre))"
    r"|(?:dois je|do i (?:really )?(?:have|need) to)|(?:je peux|on peut|puis je|can i) (?:le |la |les |l )?(?:donner|mettre|remplir|ajouter|envoyer|passer|sauter|skip|give|add)(?: it)?)"
    r"(?: (?:de (?:repondre|le (?:donner|mettre|remplir))|le donner|answer|give it|pour continuer|plus tard|apres|later|then|du coup|ca|cela|it|this|la|le))*"
)
_WHY_ASKED = (
    r"(?:et )?(?:pourquoi|why|pk)(?: (?:est ce que )?(?:tu|vous|on|do you|you))?(?: (?:me |nous |l )?(?:demand\w*|veu\w+|voul\w+|avez|as|need|ask|want)(?: (?:besoin|savoir|to know|for|de))*)?"
    r"(?: (?:ca|cela|tout ca|cette question|la question|cette info\w*|le savoir|it|this|that|this question|faire))?"
    r"|(?:c est )?pour quoi(?: faire)?|(?:et )?(?:ca|cela) (?:va |vous |te )*(?:sert|servir|servira) a quoi|(?:et )?a quoi (?:ca|cela) (?:va |vous |te )*(?:sert|servir|servira)|what (?:is|s) (?:it|this|that) for"
)
_UNCLEAR = (
    r"(?:c|c est|ce sont) quoi(?: (?:ca|cela|ce truc|exactement|au juste|la|deja))?|what (?:is|s) (?:it|this|that)|kesako|(?:et )?si (?:je|j|on) (?:ne |n )?(?:(?:le |la |l |en )?(?:sais|sait|ai|a|connais)) pas"
    r"(?: (?:encore|trop|exactement))?|(?:what )?if i (?:don t|do not) (?:know|have (?:it|one))(?: yet)?|(?:j ai|je n ai) pas (?:bien )?compris(?: la question)?|je (?:ne )?comprends pas(?: la question)?"
    r"|c est a dire|comment ca|hein|pardon|quoi|ca veut dire quoi|quel rapport|(?:je (?:dois )?|il faut |faut )?(?:mets|mettre|met) quoi(?: la| ici)?|que (?:dois je|faut il) mettre"
    r"|(?:i )?don t (?:understand|get it)(?: the question)?|what do you mean|ou (?:est ce que )?(?:je )?(?:le )?trouve(?:r)?(?: ca| cela)?"
)
_ABOUT_THE_STEP = re.compile(rf"(?:{_LACKING}(?:{_WHETHER_NEEDED}|{_WHY_ASKED}|{_UNCLEAR}))(?: (?:svp|stp|please))?")
_PARTS = re.compile(r"[,;:.!?]\s+|\s(?:et|and)\s", re.IGNORECASE)
_LENGTH = re.compile(
    r"(?!.*\b(?:programme?|accelerat\w+|parcours|accompagnement|dispositif|scheme)\b)(?:\w+ ){0,5}(?:combien (?:de |d )?(?:questions?|etapes?|champs)|how many (?:questions?|steps?)|(?:reste|encore) combien|combien (?:il )?(?:en )?reste"
    r"|(?:ca|cela) (?:va )?(?:prend|prendre|prendra) (?:combien|longtemps|beaucoup)|(?:will|does|is) (?:it|this) (?:take )?(?:long|much longer)"
    r"|(?:encore|c est|il y en a) (?:tres |bien |encore )?(?:long|longtemps|beaucoup|fini)|how long (?:does|will) (?:it|this|the form)|how much longer|on en a pour (?:longtemps|combien)|(?:encore |y en a encore |il en reste )?(?:beaucoup|trop|too many|many more) (?:de )?(?:questions?|etapes?|steps)|y en a encore (?:beaucoup|combien)|il en reste beaucoup)(?: \w+){0,5}"
)
_THIS = re.compile(
    r"\b((?:li(?:re|t|sent|ra)|voi(?:r|t|ent)|re[cç]oi(?:t|vent)|recevoir|trait(?:e|er|ent)|gard(?:e|er|ez)|envoy(?:er|ez)|remplir|rempli(?:t|s)|corriger"
    r"|modifier|changer|reads?|sees?|keeps?|gets?|handles?|send|change|fill in))\s+(?:ça|ca|cela|this|it|un truc|quelque chose|something)\b",
    re.IGNORECASE,
)
_TYPED = re.compile(
    r"\b(?:tout )?(?:ce que (?:je|j['’]|on)\s*(?:vous |viens de )?(?:tape|écris|ecris|dis|mets|note|raconte|saisis|réponds|reponds|donne|ai (?:tapé|écrit|dit|mis)|tapé?)(?:[rz]|ire)?"
    r"|what i (?:type|write|say|enter|typed|wrote|said|put))(?:\s+(?:là|la|ici|here|dedans))*",
    re.IGNORECASE,
)
_THE_SERVICE = re.compile(
    r"\b(?:ce|cet|votre|ton|le|this|your) (?:truc|machin|bazar|bidule|dispositif|programme|service|thing|scheme|programme)(?= ?[?!.,]|$| (?:est|c|ca|il|is|coute|dure|marche|sert)\b)",
    re.IGNORECASE,
)
_LONGEST = 14  # words
_ALWAYS = ("siren",)  # explained at any step


def help_asked(heard: Heard) -> tuple[tuple[Reply, ...], str]:
    """What is to be known of the form itself, and what the message asks beside it."""
    text = heard.message.text
    if whole := _helped(heard, text):
        return (whole,), ""
    asks = [part for part in _PARTS.split(text) if asking(part) is not Asking.NO]
    helped = {part: reply for part in asks if (reply := _helped(heard, part))}
    left = text if not helped else " ; ".join(part.strip() for part in asks if part not in helped)
    return tuple(helped.values()), of_the_form(heard, left)


def is_about_the_form(text: str) -> bool:
    """« pourquoi ? », « j'ai pas compris », « il en reste beaucoup ? »: of the step or of how many there are."""
    said = plain(text)
    length = len(said.split()) <= _LONGEST and _LENGTH.fullmatch(said) is not None
    return length or _ABOUT_THE_STEP.fullmatch(said) is not None


def _helped(heard: Heard, text: str) -> Reply | None:
    """What is to be known of the field that a question is about; None when it is about something else."""
    draft = heard.state.draft
    field = current(draft) if draft else None
    if draft is None or field is None:
        return None
    said = plain(text)
    if len(said.split()) <= _LONGEST and _LENGTH.fullmatch(said):
        return _length(heard, draft)
    if waits(text):
        return heard.reply("form_wait")
    if _ABOUT_THE_STEP.fullmatch(said):
        return _of_the_step(heard, field, said)
    needed = _NEEDED.search(said) is not None
    about = [key for key in fields_mentioned(text) if key == field.key or key in _ALWAYS or needed]
    if about and _ABOUT.search(said) and len(said.split()) <= _LONGEST:
        return heard.reply(f"help_{about[-1] if field.key not in about else field.key}")
    return None


def _of_the_step(heard: Heard, field: Field, said: str) -> Reply:
    """The help of the field; when it is asked whether it must be answered, that it must."""
    reply = heard.reply(f"help_{field.key}")
    if field.skippable or not _NEEDED.search(said):
        return reply
    return replace(reply, paragraphs=(paragraph(heard.say("form_needed")), *reply.paragraphs))


def of_the_form(heard: Heard, text: str) -> str:
    """The question with what it speaks of by its name: « qui va lire ça », « c'est payant votre truc »."""
    named, answers = heard.say("form_this"), heard.say("form_answers")
    text = _THIS.sub(lambda found: f"{found[1]} {named}", _TYPED.sub(answers, text))
    return _THE_SERVICE.sub(heard.say("form_service"), text)


def _length(heard: Heard, draft: Draft) -> Reply:
    at, total = progress(draft)
    skippable = sum(field.skippable for field in asked_fields(draft.values))
    return heard.reply("form_length", at=at, total=total, skippable=skippable)
