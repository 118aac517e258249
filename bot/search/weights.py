"""What each signal of the search counts."""

from dataclasses import asdict, dataclass, fields
from typing import Any, Self

from bot.search.embedding import Embedder, HashedEmbedder

WEIGHTS = "weights"  # their place in the settings of a release


@dataclass(frozen=True)
class Weights:
    """What each signal counts beside BM25F, whose best score is 1; one set, measured on three public sets."""

    near_word: float = 0.5
    pairs: float = 1.0
    window: float = 0.4
    whole: float = 0.3
    vector: float = 0.2

    @classmethod
    def beside(cls, embedder: Embedder | None) -> Self:
        """The default; hashed vectors hold the words and n-grams that are scored already, so they count nothing."""
        return cls(vector=0.0) if isinstance(embedder, HashedEmbedder) else cls()

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        """From the settings of a release; what a later version called otherwise is left out."""
        names = {field.name for field in fields(cls)}
        return cls(**{name: float(value) for name, value in stored.items() if name in names})

    def to_json(self) -> dict[str, float]:
        """For the settings of a release."""
        return asdict(self)
