"""The words of each title and text, numbered, counted and kept in their order: once, then shared by every index."""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from bot.catalogue.folding import fold
from bot.search.analysis import content_words

Scores = NDArray[np.float32]
Numbers = NDArray[np.int32]
BLOCK = 2_000  # texts counted at a time, to bound the memory
WINDOW = 160  # characters that a window of whole sentences holds at most, unless one sentence alone is longer
_SENTENCE = re.compile(r"(?<=[.!?;:\n])\s+")


class Numbering(dict[str, int]):
    """Gives each new token the next number."""

    def __missing__(self, token: str) -> int:
        return self.setdefault(token, len(self))


@dataclass(frozen=True)
class Counts:
    """Rows × words, for titles and for texts, and all words in their order; stop words are left out.

    `sequence` are the numbers of the words; window w of it is `sequence[windows[w] : windows[w + 1]]`, and row r has
    the windows `rows[r]` to `rows[r + 1]`, of which the first is its title.
    """

    words: list[str]
    titles: sparse.csr_matrix
    texts: sparse.csr_matrix
    sequence: Numbers
    windows: Numbers
    rows: Numbers


def count(titles: Sequence[str], texts: Sequence[str]) -> Counts:
    """Count the words of n titles and their n texts."""
    numbers = Numbering()
    sequence, windows, rows = array("i"), array("i", [0]), array("i", [0])
    for title, text in zip(titles, texts, strict=True):
        for part in (title, *windows_of(fold(text))):
            sequence.extend(map(numbers.__getitem__, content_words(part)))
            windows.append(len(sequence))
        rows.append(len(windows) - 1)
    ordered, ends, bounds = (np.array(part, np.int32) for part in (sequence, windows, rows))
    of_title = np.zeros(len(ends) - 1, bool)
    of_title[bounds[:-1]] = True
    in_title = np.repeat(of_title, np.diff(ends))
    title_ends = np.concatenate([[0], np.cumsum(np.diff(ends)[of_title])]).astype(np.int32)
    titled = summed(ordered[in_title], title_ends, len(numbers))
    rest = summed(ordered[~in_title], ends[bounds] - title_ends, len(numbers))
    return Counts(list(numbers), titled, rest, ordered, ends, bounds)


def windows_of(text: str) -> Iterator[str]:
    """Runs of whole sentences; the windows of a text make the text."""
    window = ""
    for sentence in _SENTENCE.split(text):
        if window and len(window) + len(sentence) > WINDOW:
            yield window
            window = sentence
        else:
            window = f"{window} {sentence}"
    yield window


def summed(numbers: Numbers, borders: Numbers, width: int) -> sparse.csr_matrix:
    """Counts of the numbers between each two borders."""
    counts = (np.ones(len(numbers), np.float32), numbers, borders)
    matrix = sparse.csr_matrix(counts, shape=(len(borders) - 1, width), copy=True)  # summing works in place
    matrix.sum_duplicates()
    return matrix


def counted(texts: Iterable[Iterable[str]], numbers: Numbering) -> sparse.csr_matrix:
    """Counts of each token in each text, n × tokens, in the columns that `numbers` gives."""
    rest = iter(texts)
    blocks = [_block([], numbers)]
    while part := list(islice(rest, BLOCK)):
        blocks.append(_block(part, numbers))
    return sparse.csr_matrix(sparse.vstack([_widened(block, len(numbers)) for block in blocks]))


def _block(texts: Sequence[Iterable[str]], numbers: Numbering) -> sparse.csr_matrix:
    ids, borders = array("i"), [0]
    for tokens in texts:
        ids.extend(map(numbers.__getitem__, tokens))
        borders.append(len(ids))
    return summed(np.array(ids, np.int32), np.array(borders, np.int32), len(numbers))


def _widened(matrix: sparse.csr_matrix, width: int) -> sparse.csr_matrix:
    return sparse.csr_matrix((matrix.data, matrix.indices, matrix.indptr), shape=(matrix.shape[0], width))
