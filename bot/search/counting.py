"""How often each word stands in each title and text: counted once, then shared by every index."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from bot.search.analysis import content_words

Scores = NDArray[np.float32]
BLOCK = 2_000  # texts counted at a time, to bound the memory


class Numbering(dict[str, int]):
    """Gives each new token the next number."""

    def __missing__(self, token: str) -> int:
        return self.setdefault(token, len(self))


@dataclass(frozen=True)
class Counts:
    """Rows × words, for titles and for texts; stop words are left out."""

    words: list[str]
    titles: sparse.csr_matrix
    texts: sparse.csr_matrix


def count(titles: Sequence[str], texts: Sequence[str]) -> Counts:
    """Count the words of n titles and their n texts."""
    numbers = Numbering()
    in_titles = counted(map(content_words, titles), numbers)
    in_texts = counted(map(content_words, texts), numbers)
    return Counts(list(numbers), _widened(in_titles, len(numbers)), in_texts)


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
    counts = (np.ones(len(ids), np.float32), np.array(ids, np.int32), np.array(borders, np.int32))
    matrix = sparse.csr_matrix(counts, shape=(len(texts), len(numbers)))
    matrix.sum_duplicates()
    return matrix


def _widened(matrix: sparse.csr_matrix, width: int) -> sparse.csr_matrix:
    return sparse.csr_matrix((matrix.data, matrix.indices, matrix.indptr), shape=(matrix.shape[0], width))
