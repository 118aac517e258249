"""A free sentence to the fields it holds, with a chat model's help: it only adds what the rules missed.

Whatever it says is checked as an answer would be and must stand in the text; a model that fails changes nothing.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from pydantic import BaseModel, Field, create_model

from bot.catalogue.folding import flat, fold
from bot.errors import ModelUnavailable
from bot.intake.checks import Checked, check
from bot.intake.extraction import Finding, extract
from bot.intake.form import FIELDS, Kind, field_of
from bot.intake.number_words import in_figures
from bot.intake.whereabouts import Near

SHORTEST = 8  # words; a shorter text is an answer, not a story
_NOT_TOLD = ("consent", "address", "activity", "description", "operations")
_CHOSEN = (Kind.CHOICE, Kind.CHOICES)


def _described(key: str) -> str:
    field = field_of(key)
    names = ", ".join(choice.label.fr for choice in field.choices if choice.key != "none")
    return f"{field.label.fr}{f' : {names}' if names else ''}"


_DEFINITIONS: dict[str, Any] = {
    field.key: (str | None, Field(default=None, description=_described(field.key)))
    for field in FIELDS
    if field.key not in _NOT_TOLD
}
_MEANING = "Ce que le texte dit de l'entreprise et de son projet, avec les mots du texte ; null quand il n'en dit rien."
Told: type[BaseModel] = create_model("Told", __doc__=_MEANING, **_DEFINITIONS)
"""The schema of the structured output, made from the form."""

Fill = Callable[[type[BaseModel], str], BaseModel]
"""Fills the schema from a text; raises ModelUnavailable."""


class HelpedReader:
    """Fulfils `abilities.Extract`: the rules first, the model for the rest."""

    def __init__(self, fill: Fill) -> None:
        self._fill = fill

    def __call__(self, text: str, today: date, *, helped: bool = False, near: Near = ()) -> tuple[Finding, ...]:
        """The model is asked only when help is wanted and the text tells a story."""
        found = extract(text, today, near)
        if not helped or len(text.split()) < SHORTEST:
            return found
        try:
            told = self._fill(Told, text)
        except ModelUnavailable:
            return found
        known = {key for finding in found for key in (finding.key, *finding.also)}
        by_key = {finding.key: finding for finding in (*_checked(told, text, today, known), *found)}
        return tuple(by_key[field.key] for field in FIELDS if field.key in by_key)


def _checked(told: BaseModel, text: str, today: date, known: set[str]) -> Iterator[Finding]:
    for key, said in told.model_dump().items():
        if key in known or not isinstance(said, str) or not said.strip() or not _stands_in(key, said, text):
            continue
        checked = check(field_of(key), said, today)
        if isinstance(checked, Checked) and checked.value is not None:
            yield Finding(key, checked.value, {name: value for name, value in checked.also.items() if value})


def _stands_in(key: str, said: str, text: str) -> bool:
    """Every figure and every longer word of the value is in the text; a choice has words of its own."""
    if field_of(key).kind in _CHOSEN:
        return True
    written = in_figures(fold(text))
    if any(figure not in written for figure in re.findall(r"\d+", in_figures(fold(said)))):
        return False
    words = set(flat(text).split())
    return all(word in words for word in flat(said).split() if len(word) > 3 and not word.isdigit())


def without_model(text: str, today: date, *, helped: bool = False, near: Near = ()) -> tuple[Finding, ...]:
    """The rules alone; fulfils `abilities.Extract` too."""
    return extract(text, today, near)
