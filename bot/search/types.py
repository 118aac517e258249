"""What is searched and what is found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the index; rows that share `key` are shown as one (authored wordings of one passage).

    `whole` names the record or document that the row is a part of, when it has several; `also` are the long
    forms of its acronyms, searched as its last sentence.
    """

    key: str
    title: str
    text: str
    whole: str = ""
    also: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A found key; `score` is the fused score of this query (comparable within it only), best first."""

    key: str
    score: float
    lexical: float
    near_word: float
    vector: float


@dataclass(frozen=True, slots=True)
class Found:
    """The hits of one query, the query as corrected, and its coverage.

    `coverage` in 0…1 is the best lexical score over the sum of the idf of all query words, unknown words counted at
    the largest idf: low means that the index does not know what is asked. `unknown` are the words that no spelling
    correction could save.
    """

    hits: tuple[Hit, ...]
    corrected: str
    coverage: float
    unknown: tuple[str, ...]
