"""Whether a text typed in the form answers its question, asks one of its own, or may do either."""

import re
from enum import StrEnum

from bot.catalogue.folding import flat
from bot.dialogue.interrogative import Asking, asking, ends_with_mark, is_modal, plain, tells_when
from bot.intake.form import Field, Kind

_NAMES = ("company", "contact", "made_today")  # a few words, none of them a sentence
_NAME_LIKE = re.compile(r"[«\"“&]|\b(?:SAS|SARL|SA|EURL|SASU|SCOP|SNC|SCI)\b")
_SPOKEN = re.compile(
    r"\b(?:ca|cela|c est|je|j|on|vous|me|moi|est ce|y a|il faut|svp|stp|i|you|we|it|this|that|please|mes|ma|mon|my)\b"
)
_STORY = 12  # words from which a question at the end belongs to what is told
_SENTENCE = 4  # words
_SPEECH = frozenset(
    "je j on nous vous tu il elle ca c est et mais si pour que qui pas ne n mes mon ma votre vos i we you it"
    " is and but if for to my your"
    " do does can this that".split()
)
_SPEAKERS = frozenset("je j on vous tu ca i you we".split())
_SPOKEN_LEAST = 3  # words
_SPEECH_LEAST = 2  # such words in a sentence


class Meant(StrEnum):
    """What a text is, where a field is asked for."""

    ANSWER = "answer"
    QUESTION = "question"
    DOUBT = "doubt"


def meant(field: Field, text: str, *, holds: bool) -> Meant:
    """What the text is; `holds` tells that the field would take it as it stands."""
    level = asking(text)
    if field.kind in (Kind.TEXT, Kind.NAME, Kind.OPERATIONS):
        return _of_words(field, text, level)
    if level is Asking.SURELY:
        return Meant.QUESTION
    if _is_hesitant(text, level) or tells_when(text) or (level is Asking.NO and not is_modal(text)):
        return Meant.ANSWER
    if holds:
        return Meant.DOUBT if field.kind in (Kind.DEPARTMENT, Kind.TOWN) else Meant.ANSWER
    return Meant.QUESTION


def speaks(text: str) -> bool:
    """Somebody says something of themselves or to Relais: no name of a company or a person."""
    words = flat(text).split()
    return len(words) >= _SPOKEN_LEAST and any(word in _SPEAKERS for word in words) and not is_a_name(text)


def is_speech(text: str) -> bool:
    """A sentence, rather than a name or a figure that was misread."""
    words = flat(text).split()
    figures = re.search(r"\d|@", text)
    return len(words) >= _SENTENCE and not figures and sum(word in _SPEECH for word in words) >= _SPEECH_LEAST


def _of_words(field: Field, text: str, level: Asking) -> Meant:
    """Any words would fill it: a name may sound like a question, a story may end with one."""
    if field.key in _NAMES:
        level = max(level, Asking.MAYBE) if is_modal(text) else level
        if _is_hesitant(text, level) or (field.key == "company" and is_a_name(text)):
            return Meant.ANSWER
        short = len(plain(text).split()) < _SENTENCE and not _SPOKEN.search(plain(text)) and not ends_with_mark(text)
        return _by_level(Asking.MAYBE if short and level else level)
    if len(flat(text).split()) >= _STORY and not _asks_throughout(text):
        return Meant.ANSWER
    return Meant.ANSWER if _is_hesitant(text, level) else _by_level(level)


def _by_level(level: Asking) -> Meant:
    return {Asking.NO: Meant.ANSWER, Asking.MAYBE: Meant.DOUBT, Asking.SURELY: Meant.QUESTION}[level]


def _is_hesitant(text: str, level: Asking) -> bool:
    """« Belfort ? », « Duval Sièges ? »: a mark and nothing else that asks."""
    asks = asking(re.sub(r"[?!\s]+$", "", text)) is not Asking.NO or is_modal(text)
    return (
        level is Asking.MAYBE
        and ends_with_mark(text)
        and not asks
        and not _SPOKEN.search(flat(text))
        and _is_a_noun(text)
    )


def _is_a_noun(text: str) -> bool:
    return (
        re.fullmatch(
            r"(?:vraiment|ah bon|serieux|serieusement|really|sure|hein|quoi|comment|pourquoi|why|pardon|et)",
            plain(text),
        )
        is None
    )


def is_a_name(text: str) -> bool:
    """Each longer word has a capital, or it stands in quotation marks, or a legal form beside it."""
    longer = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 2]
    capitals = len(longer) > 1 and all(word[0].isupper() and word[1:].islower() for word in longer)
    return capitals or _NAME_LIKE.search(text) is not None


def _asks_throughout(text: str) -> bool:
    """Every sentence of it asks."""
    sentences = [each for each in re.split(r"(?<=[.!?;])\s+|\n", text) if re.search(r"\w", each)]
    return all(asking(each) is Asking.SURELY for each in sentences)
