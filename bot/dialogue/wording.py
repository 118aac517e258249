"""Every sentence the bot says by itself, by key and language; answers to questions have their own words."""

from bot.answers.types import Language
from bot.dialogue.wording_en import ENGLISH
from bot.dialogue.wording_fr import FRENCH


def say(key: str, language: Language, **holes: object) -> str:
    """The sentence of that key with its holes filled; KeyError for an unknown key or a missing hole."""
    texts = ENGLISH if language is Language.ENGLISH else FRENCH
    return texts[key].format(**holes)
