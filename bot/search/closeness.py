"""What only the order of the words tells, for a few passages: query words side by side, and the best window.

Pairs of words as in Rasolofo, Savoy, « Term proximity scoring for keyword-based retrieval systems », ECIR 2003; windows
are the title and runs of sentences, so that one telling sentence of a long passage counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.search.counting import Counts, Numbers, Scores
from bot.search.nearword import Likeness, NearWordIndex

REACH = 3  # words apart, at most, for two to stand side by side


@dataclass(frozen=True)
class Term:
    """One place of the query: the stems that may stand there, by number, and what the place weighs."""

    stems: tuple[int, ...]
    weight: float


@dataclass(frozen=True)
class _Gathered:
    """The words of some rows in their order, with the window of each (0…m-1); the windows, with the row of each."""

    words: Numbers
    window: NDArray[np.int64]
    windows: Numbers  # their numbers in the index
    row_of_window: NDArray[np.int64]

    @property
    def row(self) -> NDArray[np.int64]:
        """The row of each word."""
        return self.row_of_window[self.window]


class Closeness:
    """Reads the words of a few rows in their order."""

    def __init__(self, counts: Counts, stem_numbers: Numbers) -> None:
        """`stem_numbers` gives the stem of each word."""
        self._sequence, self._windows, self._rows = counts.sequence, counts.windows, counts.rows
        self._stem_numbers = stem_numbers
        self._stems = int(stem_numbers.max(initial=-1)) + 1

    def scores(
        self, rows: Numbers, terms: Sequence[Term], near: NearWordIndex, likeness: Likeness
    ) -> tuple[Scores, Scores]:
        """For each row: the share of the query's pairs that stand side by side, and the cosine of its best window."""
        gathered = self._gather(rows)
        return self._pairs(gathered, len(rows), terms), _best_window(gathered, len(rows), near, likeness)

    def _gather(self, rows: Numbers) -> _Gathered:
        windows, row_of_window = _ranges(self._rows[rows], self._rows[rows + 1])
        places, window = _ranges(self._windows[windows], self._windows[windows + 1])
        return _Gathered(self._sequence[places], window, windows, row_of_window)

    def _pairs(self, gathered: _Gathered, count: int, terms: Sequence[Term]) -> Scores:
        """Neighbours in the query found within reach, the nearer the more, over the weight of all terms: below 1."""
        total = sum(term.weight for term in terms)
        scores = np.zeros(count, np.float32)
        if len(terms) < 2 or not total:
            return scores
        place_of_stem = np.full(self._stems, -9, np.int16)
        for number, term in enumerate(terms):
            place_of_stem[list(term.stems)] = number
        place, row = place_of_stem[self._stem_numbers[gathered.words]], gathered.row
        found = np.zeros((count, len(terms) - 1), np.float32)
        for apart in range(REACH, 0, -1):
            left, right = place[:-apart], place[apart:]
            hits = np.flatnonzero((np.abs(left - right) == 1) & (row[:-apart] == row[apart:]))
            found[row[hits], np.minimum(left[hits], right[hits])] = 1 / apart
        weights = np.array([term.weight for term in terms], np.float32)
        return np.asarray(found @ ((weights[:-1] + weights[1:]) / (2 * total)), np.float32)


def _best_window(gathered: _Gathered, count: int, near: NearWordIndex, likeness: Likeness) -> Scores:
    added = np.bincount(gathered.window, likeness.words[gathered.words], len(gathered.windows))
    cosines = added / near.window_norms(gathered.windows)
    best = np.zeros(count, np.float32)
    np.maximum.at(best, gathered.row_of_window, cosines.astype(np.float32))
    return best


def _ranges(starts: Numbers, stops: Numbers) -> tuple[Numbers, NDArray[np.int64]]:
    """All numbers of n ranges one after the other, and the range of each."""
    lengths = (stops - starts).astype(np.int64)
    owner = np.repeat(np.arange(len(lengths)), lengths)
    offsets = np.arange(len(owner)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return (starts[owner] + offsets).astype(np.int32), owner
