"""Whether words that cannot be read still look like an answer to a field: « 123 456 789 » where a SIREN was asked."""

import re

from bot.catalogue.folding import flat
from bot.intake.form import WORDS, Field, Kind
from bot.intake.number_words import in_figures

_SHAPES = {
    Kind.SIREN: r"(?:\D*\d){5,20}\D*",
    Kind.PHONE: r"(?:\D*\d){5,20}\D*",
    Kind.EMAIL: r".*(?:@|\b(?:arobase|arobas|at|chez)\b).*",
    Kind.AMOUNT: r".*\d.*|.*\b(?:euros?|millions?|milliers?|k|ke|me)\b.*",
    Kind.COUNT: r"(?:\D*\b\d{1,5}\b){1,2}\D*",
    Kind.DATE: r".*\b(?:20\d\d|mois|ans?|annees?|semaines?|trimestres?|semestres?|months?|years?|weeks?|quarters?"
    r"|printemps|ete|automne|hiver|spring|summer|autumn|fall|winter|rentree|debut|fin|mi|des que possible|asap"
    r"|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)\b.*",
}
_LONGEST_PLACE = 4  # words
_LONGEST_FIGURE = 8  # words


def looks_like(field: Field, text: str) -> bool:
    """Any words where words are asked for; else what has the shape of it, in few words."""
    said = flat(text)
    words = len(said.split())
    if field.kind in WORDS:
        return True
    if field.kind in (Kind.DEPARTMENT, Kind.TOWN):
        return words <= _LONGEST_PLACE
    shape = _SHAPES.get(field.kind)
    figured = text.lower() if field.kind is Kind.EMAIL else re.sub(r"(?<=\d) (?=\d{3}\b)", "", in_figures(said))
    return shape is not None and words <= _LONGEST_FIGURE and re.fullmatch(shape, figured) is not None
