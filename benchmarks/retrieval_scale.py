"""How the search grows: seconds to index and to load, milliseconds a query, memory, from 1,000 passages up.

    python -m benchmarks.retrieval_scale FOLDER [PASSAGES...]

FOLDER holds `corpus.jsonl`, `queries.jsonl` and `qrels.tsv`, as for `relais evaluate retrieval`. Its sentences are
drawn again and again to make passages, with invented words among them, since a larger knowledge has a larger
vocabulary. Each size runs in a process of its own on one core; times are CPU times, so that a busy machine does not
change them. Queries are searched as served by default; `typo` are misspelt ones; `Chroma` is one query of the vectors,
which a model adds.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.search.embedding import HashedEmbedder
from bot.search.judged import read_judged
from bot.search.noise import Noise
from bot.search.retrieval import Retriever
from bot.search.types import Entry
from bot.search.vectors import Vectors, open_vectors

SIZES = (1_000, 10_000, 100_000)
ASKED = 200
INVENTED = 0.01  # share of words that are new
SYLLABLES = "ba be bi bo cha cle co dra du fa fe gri ha jo ka lan le mar mi no or pa pe qui ra ri sa se ta tou va vi zo"
VECTORS_AT_MOST = 10_000  # beyond, Chroma alone takes several minutes to write; `--vectors` asks for it


def passages(entries: list[Entry], size: int, draw: random.Random) -> Iterator[Entry]:
    """Passages as long as those given, of sentences drawn from all of them."""
    sentences = [sentence for entry in entries for sentence in entry.text.split(". ") if sentence.strip()]
    syllables = SYLLABLES.split()
    for number in range(size):
        like = draw.choice(entries)
        text = ""
        while len(text) < len(like.text):
            text += draw.choice(sentences) + ". "
        words = [
            "".join(draw.choices(syllables, k=3)) if draw.random() < INVENTED else word
            for word in text[: len(like.text)].split(" ")
        ]
        yield Entry(f"{number}", like.title, " ".join(words), f"{number // 4}")


def measure(folder: Path, size: int, *, with_vectors: bool) -> dict[str, float]:
    """All figures of one size, in this process."""
    asked = list(read_judged(folder).questions.values())[:ASKED]
    mistyped = list(read_judged(folder, Noise.TYPO).questions.values())[:ASKED]
    entries = list(passages(read_judged(folder).entries, size, random.Random(size)))
    before = resident()
    begun = time.process_time()
    retriever = Retriever(entries, None, None)
    loaded = time.process_time() - begun
    figures = {"load s": loaded}
    figures |= spent("", asked, retriever) | spent("typo ", mistyped, retriever)
    figures |= {"index MB": resident() - before, "process MB": resident()}
    if with_vectors:
        with tempfile.TemporaryDirectory() as home:
            vectors, figures["build s"] = stored(Path(home), entries)
            embedder = HashedEmbedder()
            figures |= timed("Chroma ", asked, lambda text: vectors.query(embedder.embed_query(text), 50))
            vectors.close()
    return figures


def stored(home: Path, entries: list[Entry]) -> tuple[Vectors, float]:
    """Embed and write all vectors, and the seconds that took."""
    begun = time.process_time()
    embedder = HashedEmbedder()
    vectors = open_vectors(home, "", "scale", embedder.name, embedder.dimension)
    for start in range(0, len(entries), 500):
        part = entries[start : start + 500]
        vectors.add([entry.key for entry in part], embedder.embed_passages([f"{e.title} {e.text}" for e in part]))
    return vectors, time.process_time() - begun


def spent(name: str, asked: list[str], retriever: Retriever) -> dict[str, float]:
    """Milliseconds of a search."""
    return timed(name, asked, retriever.search)


def timed(name: str, asked: list[str], search: Callable[[str], object]) -> dict[str, float]:
    """p50 and p95 in milliseconds."""
    times = []
    for text in asked:
        begun = time.process_time()
        search(text)
        times.append((time.process_time() - begun) * 1000)
    return {f"{name}p50 ms": statistics.median(times), f"{name}p95 ms": statistics.quantiles(times, n=20)[-1]}


def resident() -> float:
    """Memory of this process, in MB."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def main() -> None:
    """One process for each size, then the table."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--vectors"]
    if not arguments:
        sys.exit("usage: python -m benchmarks.retrieval_scale FOLDER [PASSAGES...] [--vectors]")
    folder, sizes = Path(arguments[0]), [int(size) for size in arguments[1:]] or list(SIZES)
    if os.environ.get("RELAIS_SCALE_CHILD"):
        all_vectors = "--vectors" in sys.argv
        print(json.dumps(measure(folder, sizes[0], with_vectors=all_vectors or sizes[0] <= VECTORS_AT_MOST)))
        return
    columns: list[str] = []
    rows = []
    for size in sizes:
        one_core = {"RELAIS_SCALE_CHILD": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        command = [
            sys.executable,
            "-m",
            "benchmarks.retrieval_scale",
            str(folder),
            str(size),
            *(["--vectors"] if "--vectors" in sys.argv else []),
        ]
        child = subprocess.run(command, env=os.environ | one_core, capture_output=True, text=True, check=True)
        figures = json.loads(child.stdout.splitlines()[-1])
        columns = list(dict.fromkeys((*columns, *figures)))
        rows.append((size, figures))
    table = Table("passages", *columns)
    for size, figures in rows:
        table.add_row(f"{size:,}", *(f"{figures[name]:.2f}" if name in figures else "—" for name in columns))
    Console(width=140).print(table)


if __name__ == "__main__":
    main()
