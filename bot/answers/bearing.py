"""Whether the sentences of a file say something where it is asked: not denied there, nor of other regions only."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from bot.catalogue.folding import fold
from bot.catalogue.places import regions_in

_EXCEPT = re.compile(
    r"[,;(]? ?\b(?:mais (?:pas|non)|sauf|hormis|excepte|a l'exception d\w*|en dehors d\w*|ailleurs qu\w*|but not"
    r"|except(?: for| in)?)\b"
)
_DENIED = re.compile(r"\b(?:pas|plus|jamais|non|not|never|no longer|ni)(?: \w+){0,2}[ -]$")


@dataclass(frozen=True)
class Said:
    """One sentence on it: the regions that it names (none: anywhere), whether it denies it there, and where it does not
    hold although it does elsewhere."""

    regions: frozenset[str]
    denied: bool
    but: frozenset[str]

    def holds_in(self, region: str) -> bool:
        """Whether it says so of that region; of a region untold when it says so of any."""
        there = not region or not self.regions or region in self.regions
        return not self.denied and there and region not in self.but

    def fails_in(self, region: str) -> bool:
        """Whether it says the contrary of that very region."""
        return bool(region) and (region in self.but or (self.denied and region in self.regions))


def bears(pattern: re.Pattern[str], sentences: Iterable[str], regions: Collection[str]) -> bool:
    """Whether they say it of one of the regions, or of any when none is told, and nothing else denies it there."""
    said = list(_said(pattern, sentences))
    return any(
        any(one.holds_in(region) for one in said) and not any(one.fails_in(region) for one in said)
        for region in regions or ("",)
    )


def says_so(pattern: re.Pattern[str], sentence: str, regions: Collection[str]) -> bool:
    """Whether that sentence alone says it of one of the regions."""
    return any(one.holds_in(region) for one in _said(pattern, (sentence,)) for region in regions or ("",))


def _said(pattern: re.Pattern[str], sentences: Iterable[str]) -> Iterator[Said]:
    for sentence in sentences:
        folded = fold(sentence)
        if match := pattern.search(folded):
            exception = _EXCEPT.search(folded, match.end())
            cut = exception.start() if exception and len(folded) == len(sentence) else len(sentence)
            denied = bool(_DENIED.search(folded[: match.start()]))
            yield Said(_regions(sentence[:cut]), denied, _regions(sentence[cut:]))


def _regions(text: str) -> frozenset[str]:
    return frozenset(region.name for region in regions_in(text))
