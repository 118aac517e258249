"""Which language a talk is in: what the channel reports, then the person's own words, until they choose one."""

from dataclasses import replace

from bot.answers.language import language_shown
from bot.answers.types import Language
from bot.dialogue.messages import Message
from bot.dialogue.state import LanguageBy, TalkState

_AGAIN = 2  # words that it takes to go over to the other language once words have decided: « ok thanks » is not enough


def spoken(state: TalkState, message: Message) -> TalkState:
    """The state with the language of its talk; answers to a form (names, places) say nothing of it."""
    if state.language_by is LanguageBy.CHOICE:
        return state
    reported = _reported(message)
    if message.language_chosen and reported:
        return replace(state, language=reported, language_by=LanguageBy.CHOICE)
    if shown := _shown(state, message):
        return replace(state, language=shown, language_by=LanguageBy.WORDS)
    return replace(state, language=state.language or reported)


def _shown(state: TalkState, message: Message) -> Language | None:
    filling_in = state.draft is not None and not state.draft.paused
    if filling_in or state.pending is not None or message.press or message.command:
        return None
    return language_shown(message.text, by=_AGAIN if state.language_by is LanguageBy.WORDS else 1)


def _reported(message: Message) -> Language | None:
    if message.language is None:
        return None
    return Language.FRENCH if message.language.lower().startswith("fr") else Language.ENGLISH
