"""One turn: reads what a message is, hands it to the part that answers it, and notes what may be typed next."""

from dataclasses import replace
from datetime import datetime

from bot.answers.types import Language
from bot.catalogue.folding import flat
from bot.dialogue import (
    advising,
    applying,
    attaching,
    besides,
    commands,
    correcting,
    corresponding,
    doubting,
    fulfilling,
    moving,
    outcomes,
    pressing,
    questions,
    returning,
    sharing,
    steps,
)
from bot.dialogue.abilities import Abilities
from bot.dialogue.candidacy import wish_to_apply
from bot.dialogue.effects import DraftTaken, Outcome
from bot.dialogue.form_help import help_asked
from bot.dialogue.heard import Heard
from bot.dialogue.interrogative import looks_like_question
from bot.dialogue.meaning import Meant
from bot.dialogue.messages import Attachment, Message, Reply
from bot.dialogue.offers import offers
from bot.dialogue.presses import Press
from bot.dialogue.routing import points_at_list, pressed_by_typing, with_command, without_text
from bot.dialogue.speaking import spoken
from bot.dialogue.state import Pending, TalkState
from bot.dialogue.turn import Turn

TYPED = (Pending.CONTACT, Pending.CONTACT_AGAIN, Pending.CORRECTION, Pending.LETTER)  # a number typed is no button


class TalkEngine:
    """Fulfils `turn.Engine`; holds nothing but its abilities."""

    def __init__(self, abilities: Abilities) -> None:
        self._abilities = abilities

    def respond(self, state: TalkState, message: Message, now: datetime) -> Turn:
        """One turn; writes nothing."""
        message = with_command(message)
        if message.press is None and message.command is None and not message.edited:
            typed = pressed_by_typing(message.text, state.offered)
            message = replace(message, press=typed, text="") if typed else message
        state = spoken(state, message)
        heard = Heard(state=state, message=message, now=now, abilities=self._abilities)
        return _finished(heard, _greeted(heard, returning.told(heard, _turn(heard))))

    def announce(self, state: TalkState, outcome: Outcome) -> tuple[Reply, ...]:
        """What came of an effect."""
        if isinstance(outcome, DraftTaken):
            message = Message(id="", talk_id=outcome.talk_id)
            heard = Heard(state=state, message=message, now=outcome.at, abilities=self._abilities)
            return sharing.taken(heard, outcome)
        return outcomes.announce(state.language or Language.FRENCH, self._abilities, outcome)

    def apologise(self, state: TalkState) -> Reply:
        """A turn failed for good."""
        return outcomes.apology(state.language or Language.FRENCH)


def _turn(heard: Heard) -> Turn:
    message = heard.message
    if message.attachment is not None and not message.edited:
        return _attachment(heard)
    if message.press is not None:
        return _back_to_form(heard, pressing.press(heard, message.press))
    if message.command is not None:
        return _back_to_form(heard, commands.run(_settled(heard), message.command))
    if message.edited:
        return _edited(heard)
    return _text(heard)


def _text(heard: Heard) -> Turn:
    text = heard.message.text
    if without_text(text):
        return _back_to_form(heard, Turn(state=heard.state, replies=(heard.reply("nothing_to_read"),)))
    if fulfilled := fulfilling.at_any_time(heard):
        return _back_to_form(heard, fulfilled)
    heard = fulfilling.in_another_language(heard)
    text = heard.message.text
    if awaited := _awaited(heard):
        return _back_to_form(heard, awaited)
    if heard.state.pending is Pending.CORRECTION:
        return _back_to_correction(heard, questions.asked(heard, text))
    heard = _settled(heard)
    if fulfilled := fulfilling.when_nothing_is_awaited(heard):
        return _back_to_form(heard, fulfilled)
    if _filling_in(heard.state):
        return _in_form(heard)
    if not heard.state.greeted and heard.abilities.is_small_talk(text):
        return commands.run(heard, "start")
    if not looks_like_question(text):
        wish = wish_to_apply(text)
        if wish is not None or applying.tells_a_project(heard):
            return applying.open_form(heard, text if wish is None else wish)
    return _question(heard)


def _in_form(heard: Heard) -> Turn:
    if parted := besides.parted(heard):
        return _answer_and_aside(heard, parted)
    return _question(heard) if _is_question(heard) else applying.answered_by_text(heard)


def _awaited(heard: Heard) -> Turn | None:
    """What the text answers that was asked outside the form: a region, a contact, a message, a correction."""
    if advising.is_awaited(heard):
        return advising.answered(heard)
    if corresponding.is_awaited(heard):
        return corresponding.written(heard)
    return correcting.answered(heard) if correcting.is_awaited(heard) else None


def _question(heard: Heard, note: str = "") -> Turn:
    """A question; in the middle of a form, the same step is asked again after its answer."""
    if not _filling_in(heard.state):
        return fulfilling.with_way_to_apply(heard, questions.asked(heard, heard.message.text, note))
    return _back_to_form(heard, _question_in_form(heard, note))


def _question_in_form(heard: Heard, note: str = "") -> Turn:
    helped, left = help_asked(heard)
    turn = questions.asked(heard, left, note) if left else Turn(state=heard.state)
    return replace(turn, replies=(*helped, *turn.replies))


def _answer_and_aside(heard: Heard, parted: besides.Parted) -> Turn:
    """« 732 829 320, mais c'est payant ? »: the question is answered, then the answer taken; nothing of it is lost."""
    aside = heard.with_message(replace(heard.message, text=parted.aside))
    said = Turn(state=heard.state) if parted.stops else _question_in_form(aside)
    answer = replace(heard.message, text=parted.answer)
    turn = applying.answered_by_text(heard.with_state(said.state).with_message(answer))
    if parted.stops and turn.state.draft is not None:
        stopped = moving.stop(heard.with_state(turn.state), turn.state.draft)
        return replace(stopped, effects=(*turn.effects, *stopped.effects))
    return replace(turn, replies=(*said.replies, *turn.replies), effects=(*said.effects, *turn.effects))


def _is_question(heard: Heard) -> bool:
    """In a form: questions, greetings and « le deuxième » of a list; what is in doubt is the form's to ask."""
    if points_at_list(heard.message.text, len(heard.state.thread.listed)) and not applying.holds(heard):
        return True
    return applying.meant_by(heard) is Meant.QUESTION


def _edited(heard: Heard) -> Turn:
    """An edit of the last message counts; an older one is told to be sent anew."""
    last = heard.message.sent_as and heard.message.sent_as == heard.state.last_message
    if not last or without_text(heard.message.text):
        return _back_to_form(heard, Turn(state=heard.state, replies=(heard.reply("edit_too_old"),)))
    draft = heard.state.draft
    if draft is not None and _filling_in(heard.state) and draft.answered and not _is_question(heard):
        return applying.corrected_by_edit(heard)
    return _question(_settled(heard), heard.say("edit_answered"))


def _attachment(heard: Heard) -> Turn:
    """What cannot be read is said so; a caption is read as a message."""
    attachment = heard.message.attachment
    if attachment is not None and attachment.kind in attaching.TAKEN:
        return _document(heard, attachment)
    kind = attachment.kind if attachment else "other"
    note = heard.reply(f"cannot_read_{kind}")
    if without_text(heard.message.text):
        return _back_to_form(heard, Turn(state=heard.state, replies=(note,)))
    turn = _turn(heard.with_message(replace(heard.message, attachment=None)))
    return replace(turn, replies=(note, *turn.replies))


def _document(heard: Heard, attachment: Attachment) -> Turn:
    """A document is kept, what was written beside it is read as a message."""
    noted = attaching.received(heard, attachment)
    if not noted.replies:
        return noted
    text = attaching.caption(heard.state, heard.message.text)
    heard = heard.with_state(noted.state)
    if without_text(text):
        if heard.state.pending is Pending.CORRECTION:
            return _back_to_correction(heard, noted)
        return _back_to_form(heard, noted)
    turn = _turn(heard.with_message(replace(heard.message, attachment=None, text=text)))
    return replace(turn, replies=(*noted.replies, *turn.replies), effects=(*noted.effects, *turn.effects))


def _back_to_correction(heard: Heard, turn: Turn) -> Turn:
    """After something else, the answer that the desk waits for is asked for again."""
    state = replace(turn.state, pending=heard.state.pending)
    return replace(turn, state=state, replies=(*turn.replies, *correcting.ask_again(heard)))


def _back_to_form(heard: Heard, turn: Turn) -> Turn:
    """After something else in the middle of a form, its current question is asked again."""
    draft, after = heard.state.draft, turn.state.draft
    interrupted = _filling_in(turn.state) and draft is not None and after is not None and after.version == draft.version
    if not interrupted or not turn.replies or turn.state.pending is not None or _shows_form(turn):
        return turn
    asked = applying.ask_current(heard.with_state(_forget_answer(turn.state)), heard.say("form_back_to"))
    return replace(turn, state=asked.state, replies=(*turn.replies, *asked.replies))


def _shows_form(turn: Turn) -> bool:
    buttons = [button for reply in turn.replies for row in reply.buttons for button in row]
    return any(button.press.startswith(f"{Press.FORM}:") for button in buttons)


def _forget_answer(state: TalkState) -> TalkState:
    return replace(state, draft=replace(state.draft, answered=None, said="")) if state.draft else state


def _filling_in(state: TalkState) -> bool:
    return state.draft is not None and not state.draft.paused


def _settled(heard: Heard) -> Heard:
    """What was awaited is no longer."""
    return heard.with_state(replace(heard.state, pending=None))


def _greeted(heard: Heard, turn: Turn) -> Turn:
    """The first message of all says who speaks, whatever was asked."""
    if turn.state.greeted:
        return turn
    state = replace(turn.state, greeted=True)
    return replace(turn, state=state, replies=(heard.reply("welcome_short"), *turn.replies))


def _finished(heard: Heard, turn: Turn) -> Turn:
    """Note what may be typed next and which message was last."""
    state = turn.state
    typing = _filling_in(state) and state.draft is not None and steps.awaits_typing(state.draft)
    awaiting = typing or state.pending in TYPED
    said = heard.message.press is None and heard.message.command is None and not heard.message.edited
    last = heard.message.sent_as if said else state.last_message
    doubted = doubting.typed(state.draft) if state.draft else {}
    offered = _standing_offers(heard) | offers(turn.replies, numbered=not awaiting) | doubted
    invited = fulfilling.invites(turn.replies)
    return replace(turn, state=replace(state, offered=offered, last_message=last, last_at=heard.now, invited=invited))


def _standing_offers(heard: Heard) -> dict[str, str]:
    """Buttons that stay true, those under announcements among them."""
    buttons = [heard.command_button(command) for command in commands.BUTTONS]
    if heard.state.draft is not None:
        buttons.append(heard.button("button_go_on", Press.RESUME_DRAFT, heard.state.draft.id))
    return {flat(button.label): button.press for button in buttons}
