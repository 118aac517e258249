"""A small folder of documents, questions and judgements."""

import json
from pathlib import Path

CORPUS = [
    {"id": "loan", "title": "Prêt", "text": "Un prêt pour la croissance des industriels."},
    {"id": "grant", "title": "Subvention", "text": "Une subvention pour acheter des machines."},
    {
        "id": "long",
        "title": "Calendrier",
        "text": "Le calendrier des ateliers. " * 60 + "Le traiteur sert des quiches.",
    },
]
QUERIES = [
    {"id": "q1", "text": "Prêt, croissance"},
    {"id": "q2", "text": "quiches du traiteur"},
    {"id": "unjudged", "text": "autre"},
]


def write_folder(path: Path, qrels: str = "q1\tloan\nq2\tlong\n") -> Path:
    """Fill the folder; two questions are judged."""
    for name, lines in (("corpus.jsonl", CORPUS), ("queries.jsonl", QUERIES)):
        (path / name).write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    (path / "qrels.tsv").write_text(qrels, encoding="utf-8")
    return path
