"""Numbers written out in French or English: « cinq cent mille », « one point two », « mille deux cents »."""

import re

_SMALL = dict(
    zip(
        "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split(),
        range(17),
        strict=True,
    )
)
_ENGLISH = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen".split(),
        range(1, 20),
        strict=True,
    )
)
_TENS = {
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "huitante": 80, "nonante": 90, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_HUNDREDS = ("cent", "cents", "hundred")
_THOUSANDS = ("mille", "thousand")
_VALUES = {**_SMALL, **_ENGLISH, **_TENS, "une": 1}
_WORD = "|".join(sorted((*_VALUES, *_HUNDREDS, *_THOUSANDS), key=len, reverse=True))
_RUN = re.compile(rf"\b(?:{_WORD})(?:[ -]+(?:(?:et|and)[ -]+)?(?:{_WORD}))*\b")


def in_figures(text: str) -> str:
    """The same text, lower case and without accents, with each number written out as figures."""
    return _RUN.sub(lambda match: _figures(match[0]), text)


def _figures(words: str) -> str:
    """Several numbers side by side (« six douze ») that make no single one stay apart."""
    total, group, last = 0, 0, 1_000
    for word in re.split(r"[ -]+", words):
        if word in ("et", "and"):
            continue
        if word in _THOUSANDS:
            total, group, last = total + (group or 1) * 1_000, 0, 1_000
        elif word in _HUNDREDS:
            group, last = (group or 1) * 100, 100
        elif word.startswith("vingt") and group % 100 == 4:  # quatre-vingt
            group, last = group - 4 + 80, 80
        else:
            value = _VALUES[word]
            if value >= last and not (last in (60, 80) and value < 20):
                return words
            group, last = group + value, value
    return str(total + group)
