"""Questions and what is done with their answers: sources opened, thumbs, suggestions."""

import re
from dataclasses import replace

from bot.answers.company import Company, at_region, company_told
from bot.answers.types import LONGEST_QUESTION, Answer, Context, Reason, Thread
from bot.answers.wanting import awaits_purpose
from bot.catalogue.folding import flat
from bot.catalogue.places import find_region
from bot.dialogue.effects import RecordAnswer, RecordFeedback
from bot.dialogue.heard import Heard
from bot.dialogue.messages import Reply, paragraph, plain_text
from bot.dialogue.reaching import asks_own_chamber_too
from bot.dialogue.replies import answer_from_json, answer_reply, answer_to_json, source_reply
from bot.dialogue.turn import Turn

_NAMELESS = re.compile(
    r"\b(?:cci|chambre(?: de commerce)?) de (?:la |sa |votre |leur |chaque )region\b"
    r"|\b(?:cci|chamber(?: of commerce)?) (?:of|in) (?:the|your|its|their) region\b"
    r"|\b(?:your|their) (?:regional )?(?:cci|chamber)\b"
)
_SUBJECTS = 5  # records last talked about that are kept


def context_of(heard: Heard) -> Context:
    """What the talk knows, for the answerer."""
    return Context(
        language=heard.state.language,
        subjects=heard.state.subjects,
        last_question=heard.state.last_question,
        company=heard.state.company,
        thread=heard.state.thread,
    )


def asked(heard: Heard, question: str, note: str = "") -> Turn:
    """A question in the person's own words."""
    if len(question) > LONGEST_QUESTION:
        return Turn(state=heard.state, replies=(heard.reply("too_long", length=len(question), limit=LONGEST_QUESTION),))
    return given(heard, _answer(heard, question), note)


def _answer(heard: Heard, question: str) -> Answer:
    """The first answer there is: as the talk stands, or by itself in the form."""
    context, first = context_of(heard), _ask(heard, question, context_of(heard))
    if not first.abstained or first.reason is Reason.SMALL_TALK:
        return first
    alone = replace(context, subjects=(), last_question="", thread=Thread())
    draft = heard.state.draft
    if draft is None or draft.paused:
        return first
    found = _ask(heard, question, alone)
    return found if not found.abstained or (found.citations and not first.citations) else first


def _ask(heard: Heard, question: str, context: Context) -> Answer:
    return heard.abilities.answer(question, context, heard.today, heard.message.id)


def given(heard: Heard, answer: Answer, note: str = "") -> Turn:
    """Say an answer and keep it."""
    state = replace(
        heard.state,
        language=heard.state.language or answer.language,
        subjects=tuple(dict.fromkeys((*heard.state.subjects, *answer.subjects)))[-_SUBJECTS:],
        last_question=answer.question,
        thread=answer.thread or replace(heard.state.thread, awaiting=""),
        company=_company_told(heard, answer),
    )
    reply = answer_reply(heard.with_state(state), answer, heard.message.id)
    if here := _chamber_here(heard, state.company.region, reply):
        reply = replace(reply, paragraphs=(*reply.paragraphs, paragraph(here)))
    if note:
        reply = replace(reply, paragraphs=(paragraph(note), *reply.paragraphs))
    return Turn(state=state, replies=(reply,), effects=(_record(heard, answer),))


def _chamber_here(heard: Heard, region: str, reply: Reply) -> str:
    """The name of « la CCI de votre région » when the region is known and the answer does not give it."""
    said = plain_text(reply)
    wanted = _NAMELESS.search(flat(said)) or asks_own_chamber_too(heard.message.text)
    chamber = heard.abilities.chamber(region) if wanted and region else None
    if chamber is None or chamber.title in said:
        return ""
    link = chamber.site or chamber.link
    return heard.say("adviser_chamber_here", chamber=chamber.title, link=link).rstrip(", ")


def _company_told(heard: Heard, answer: Answer) -> Company:
    """What is known of the company now, with the region by which a question that waited for it was answered."""
    before = heard.state.thread
    wish = answer.thread.wish if answer.thread and before.awaiting and not awaits_purpose(before) else None
    known = heard.state.company
    if wish and len(wish.regions) == 1 and find_region(wish.regions[0]):
        known = at_region(known, wish.regions[0])
    return company_told(answer.question, known)


def open_source(heard: Heard, answer_id: str, number: str) -> Turn:
    """Show the passage behind a source button."""
    answer = _stored(heard, answer_id)
    if answer is None or not number.isdigit() or not 1 <= int(number) <= len(answer.citations):
        return Turn(state=heard.state, replies=(heard.reply("stale_answer"),))
    return Turn(state=heard.state, replies=(source_reply(heard, answer.citations[int(number) - 1]),))


def rate(heard: Heard, answer_id: str, thumb: str) -> Turn:
    """Keep a thumb."""
    if _stored(heard, answer_id) is None:
        return Turn(state=heard.state, replies=(heard.reply("stale_answer"),))
    helpful = thumb == "+"
    effect = RecordFeedback(answer_id=answer_id, helpful=helpful)
    return Turn(state=heard.state, replies=(_thanks(heard, helpful),), effects=(effect,))


def ask_suggestion(heard: Heard, answer_id: str, position: str) -> Turn:
    """Ask what a suggestion button says."""
    answer = _stored(heard, answer_id)
    if answer is None or not position.isdigit() or int(position) >= len(answer.suggestions):
        return Turn(state=heard.state, replies=(heard.reply("stale_answer"),))
    return asked(_back_to(heard, answer), answer.suggestions[int(position)])


def choose(heard: Heard, answer_id: str, position: str) -> Turn:
    """Tell the detail that an answer asked for."""
    answer = _stored(heard, answer_id)
    if answer is None or not position.isdigit() or int(position) >= len(answer.choices):
        return Turn(state=heard.state, replies=(heard.reply("stale_answer"),))
    return asked(_back_to(heard, answer), answer.choices[int(position)])


def _back_to(heard: Heard, answer: Answer) -> Heard:
    """The talk as it stood after an answer: its buttons go on from there."""
    return heard.with_state(replace(heard.state, thread=answer.thread)) if answer.thread else heard


def _thanks(heard: Heard, helpful: bool) -> Reply:
    if helpful:
        return heard.reply("thanks_helpful")
    return heard.reply("thanks_unhelpful", buttons=((heard.command_button("conseiller"),),))


def _stored(heard: Heard, answer_id: str) -> Answer | None:
    stored = heard.abilities.stored_answer(heard.message.talk_id, answer_id)
    return answer_from_json(stored) if stored else None


def _record(heard: Heard, answer: Answer) -> RecordAnswer:
    return RecordAnswer(
        answer_id=heard.message.id,
        question=answer.question,
        body=answer_to_json(answer),
        abstained=answer.abstained,
        reason=answer.reason,
        release=answer.release,
    )
