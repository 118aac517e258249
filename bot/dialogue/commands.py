"""The commands: first message, help, financing, partners, data, language."""

from collections.abc import Callable
from dataclasses import replace

from bot.answers.types import Language
from bot.dialogue import advising, applying, attaching, correcting, corresponding, following, moving, sharing
from bot.dialogue.effects import EraseMyData, ExportMyData
from bot.dialogue.heard import Heard
from bot.dialogue.messages import Button, Reply
from bot.dialogue.presses import Press
from bot.dialogue.questions import asked, context_of, given
from bot.dialogue.state import LanguageBy, Pending, TalkState
from bot.dialogue.turn import Turn

DEEP_LINKS = ("candidater", "financement", "partenaires")  # payloads of /start
BUTTONS = (*DEEP_LINKS, "dossier", "conseiller")  # commands that have a button somewhere


def run(heard: Heard, command: str) -> Turn:
    """Do what a command says; an unknown one is told so."""
    known = _COMMANDS.get(command)
    if known is None:
        return Turn(state=heard.state, replies=(heard.reply("unknown_command", buttons=main_buttons(heard)),))
    return known(heard)


def welcome(heard: Heard) -> Reply:
    """Who speaks, what happens to data, how to reach a person."""
    return heard.reply("welcome", "welcome_data", "welcome_person", "welcome_ask", buttons=main_buttons(heard))


def main_buttons(heard: Heard) -> tuple[tuple[Button, ...], ...]:
    """The three things that people come for."""
    return tuple((heard.command_button(command),) for command in DEEP_LINKS)


def _start(heard: Heard) -> Turn:
    if heard.message.text.strip().startswith(sharing.START):
        return sharing.take(heard)
    heard = heard.with_state(replace(heard.state, greeted=True))
    payload = heard.message.text.strip().lower()
    if payload not in DEEP_LINKS:
        return Turn(state=heard.state, replies=(welcome(heard),))
    introduction = heard.reply("welcome_short")
    plain = heard.with_message(replace(heard.message, text=""))
    turn = run(plain, payload)
    return replace(turn, replies=(introduction, *turn.replies))


def _help(heard: Heard) -> Turn:
    return Turn(state=heard.state, replies=(heard.reply("help", "help_commands", buttons=main_buttons(heard)),))


def _financing(heard: Heard) -> Turn:
    if heard.message.text:
        return asked(heard, heard.say("financing_question", subject=heard.message.text))
    return given(heard, heard.abilities.find_schemes(context_of(heard), heard.today), heard.say("financing_note"))


def _partners(heard: Heard) -> Turn:
    if heard.message.text:
        return asked(heard, heard.say("partners_question", subject=heard.message.text))
    return given(heard, heard.abilities.find_partners(context_of(heard), heard.today), heard.say("partners_note"))


def _stop(heard: Heard) -> Turn:
    draft = heard.state.draft
    if draft is None or draft.paused:
        return Turn(state=heard.state, replies=(heard.reply("nothing_to_stop", buttons=main_buttons(heard)),))
    return moving.stop(heard, draft)


def _export(heard: Heard) -> Turn:
    return Turn(state=heard.state, effects=(ExportMyData(),))


def _erase(heard: Heard) -> Turn:
    state = replace(heard.state, pending=Pending.ERASE)
    buttons = (
        (heard.button("button_erase_sure", Press.ERASE_SURE),),
        (heard.button("button_never_mind", Press.NEVER_MIND),),
    )
    return Turn(state=state, replies=(heard.reply("erase_sure", buttons=buttons),))


def erase(heard: Heard) -> Turn:
    """Erase everything, only when that was just asked."""
    if heard.state.pending is not Pending.ERASE:
        return _erase(heard)
    return Turn(state=_nothing_but_the_language(heard.state), effects=(EraseMyData(),))


def _nothing_but_the_language(state: TalkState) -> TalkState:
    return TalkState(greeted=True, language=state.language, language_by=state.language_by)


def _language(heard: Heard) -> Turn:
    buttons = (
        (heard.button("button_french", Press.LANGUAGE, Language.FRENCH),),
        (heard.button("button_english", Press.LANGUAGE, Language.ENGLISH),),
    )
    return Turn(state=heard.state, replies=(heard.reply("language_ask", buttons=buttons),))


def speak(heard: Heard, code: str) -> Turn:
    """Speak that language from now on; an open form goes on in it."""
    if code not in {*Language}:
        return _language(heard)
    heard = heard.with_state(replace(heard.state, language=Language(code), language_by=LanguageBy.CHOICE))
    reply = heard.reply("language_set")
    draft = heard.state.draft
    if draft is None or draft.paused:
        return Turn(state=heard.state, replies=(reply,))
    turn = applying.ask_current(heard)
    return replace(turn, replies=(reply, *turn.replies))


_COMMANDS: dict[str, Callable[[Heard], Turn]] = {
    "start": _start,
    "aide": _help,
    "financement": _financing,
    "partenaires": _partners,
    "candidater": lambda heard: applying.open_form(heard, heard.message.text),
    "dossier": following.show,
    "corriger": correcting.show,
    "repondre": corresponding.command,
    "documents": attaching.command,
    "joindre": attaching.how,
    "continuer": sharing.share,
    "reprendre": sharing.take,
    "conseiller": advising.call,
    "mesdonnees": _export,
    "effacer": _erase,
    "langue": _language,
    "stop": _stop,
}
