"""A phone number or an e-mail passed on to an adviser with what it is about, and what was passed on so far."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.answers.company import only_tells
from bot.answers.types import Reason
from bot.catalogue.folding import flat
from bot.catalogue.formats import day
from bot.catalogue.places import find_region, region_of
from bot.dialogue.effects import CallHuman
from bot.dialogue.heard import Heard
from bot.dialogue.messages import Layout, Reply, paragraph
from bot.dialogue.phrases import ANYBODY, words_of
from bot.dialogue.replies import answer_from_json
from bot.dialogue.turn import Turn
from bot.intake.checks import Checked
from bot.intake.form import field_of

_CONTACTS = (
    ("email", re.compile(r"[^\s<>,;()\[\]:\"«»]+@[^\s<>,;()\[\]\"«»]+")),
    ("phone", re.compile(r"(?<![\w.])(?:\+|\(?0)[\d .\-/()]{7,}\d(?!\w)")),  # a SIREN does not begin so
)
_PIECES = re.compile(r"[,.;:!?\n]+(?=\s|$)")
_CARRYING = ANYBODY | words_of(
    "laisse laissez laisser leave leaving numero num number tel telephone phone portable mobile fixe mail email courriel adresse"
    " address contact coordonnees voici voila here joindre joignable appelle appelez appeler rappelle rappelez rappeler contacte"
    " contactez contacter ecrire ecrivez repondre call ring reach sur par via on at is mine passe passer passez transmets transmettez"
    " transmettre note notez prends prenez donne give take est sera and par quelqu someone somebody can peut back"
)
_LEFT_OVER = re.compile(r"[\s\-–—]+(?:(?:au|a|à|sur|par|le|at|on|is|est|et|and|c'est)[\s\-–—]*)?$")
_BEFORE = re.compile(r"^(?:(?:ok|oui|yes|et|and|alors)\s+)+", re.IGNORECASE)
_SENT = re.compile(
    r"\b(?:(?:tu|vous|t) (?:(?:ne|n|leur|lui|l|y|en) )*(?:as|avez|a)|as tu|avez vous) (?:\w+ )?"
    r"(?:envoye|transmis|communique|passe|fait suivre)(?:es?|s)?\b"
    r"|\bdid you (?:\w+ )?(?:send|pass on|forward)\b|\b(?:have you|you have|you) (?:\w+ )?(?:sent|passed on|forwarded)\b"
)
_TO_THEM = re.compile(
    r"\b(?:leur|lui|them|(?:a|au|aux|to) (?:(?:la|ma|un|une|l|les|the|my|an) )?(?:\w+ )?(?:cci|conseill\w+|chambre|advis[eo]r|chamber))\b"
)
_WHAT = re.compile(r"\b(?:qu|que|quoi|ce que|kwa|koi|what|anything|quelque chose|rien|deja|bien)\b")


@dataclass(frozen=True)
class Given:
    """How somebody is to be reached, and the rest of what they said with it."""

    contact: str
    rest: str


def given_in(heard: Heard) -> Given | None:
    """The phone number or e-mail of a message, with the wish around it."""
    rest, contacts = heard.message.text, []
    for key, pattern in _CONTACTS:
        for match in pattern.finditer(rest):
            if isinstance(heard.check(field_of(key), match[0]), Checked):
                contacts.append(match[0].strip(" .!?"))
        rest = pattern.sub(" , ", rest)
    return Given(" · ".join(contacts), _wish(rest)) if contacts else None


def _wish(text: str) -> str:
    """The clauses that say more than « je laisse mon numéro »."""
    clauses = (_LEFT_OVER.sub("", _BEFORE.sub("", clause.strip())) for clause in _PIECES.split(text))
    return ", ".join(clause for clause in clauses if set(flat(clause).split()) - _CARRYING)


def passed_on(heard: Heard, contact: str, rest: str = "") -> Turn:
    """The call for an adviser, and what goes with it said back."""
    region = find_region(heard.state.company.region)
    subject = " — ".join(filter(None, (last_question(heard), heard.state.call_wish, rest)))
    effect = CallHuman(subject=subject, region=region.code if region else None, contact=contact)
    key = "adviser_called_about" if subject else "adviser_called"
    told = heard.say(key, to=_recipient(heard, region.name if region else ""), contact=contact, subject=subject)
    reply = Reply(paragraphs=(paragraph(told), paragraph(heard.say("adviser_will_answer"))))
    return Turn(state=replace(heard.state, pending=None, call_wish=""), replies=(reply,), effects=(effect,))


def last_question(heard: Heard) -> str:
    """What was asked last, greetings and facts on the company left out."""
    answers = [answer_from_json(stored) for stored in heard.abilities.records.answers(heard.message.talk_id)]
    asked = (answer.question.strip() for answer in reversed(answers) if answer.reason is not Reason.SMALL_TALK)
    return next((question for question in asked if not only_tells(question)), "")


def asks_what_was_sent(text: str) -> bool:
    """« qu'est-ce que tu leur as envoyé ? », not what happens once something is."""
    said = flat(text)
    return bool(_SENT.search(said) and _TO_THEM.search(said) and _WHAT.search(said))


def sent(heard: Heard) -> Turn:
    """The calls and the applications of this talk, or that nothing left."""
    lines = [paragraph(line, Layout.BULLET) for line in _sent(heard)]
    title = paragraph(heard.say("passed_title" if lines else "passed_nothing"))
    buttons = () if lines else ((heard.command_button("conseiller"),), (heard.command_button("candidater"),))
    return Turn(state=heard.state, replies=(Reply(paragraphs=(title, *lines), buttons=buttons),))


def _sent(heard: Heard) -> Iterator[str]:
    for call in heard.abilities.records.calls(heard.message.talk_id):
        region = region_of(call.region or "")
        to = _recipient(heard, region.name if region else "")
        key = "passed_call_about" if call.subject else "passed_call"
        when = day(call.at, heard.language)
        yield heard.say(key, day=when, to=to, contact=call.contact or "", subject=call.subject)
    for application in heard.abilities.applications(heard.message.talk_id):
        yield heard.say(
            "passed_application",
            day=day(application.submitted_at, heard.language),
            reference=application.reference,
        )


def _recipient(heard: Heard, region: str) -> str:
    chamber = heard.abilities.chamber(region) if region else None
    return heard.say("adviser_to_chamber", chamber=chamber.title) if chamber else heard.say("adviser_to_any")
