"""Files of prose: one record each, a page, or a scheme or partner when its header says so."""

from collections.abc import Mapping
from datetime import date
from pathlib import PurePosixPath

from bot.catalogue.models import Page
from ingest.checking import fields as contract
from ingest.checking import records
from ingest.checking.results import TakenRecord
from ingest.checking.values import Wrong
from ingest.chunking import passages_of
from ingest.problems import NOWHERE, Place, Problems, Unreadable, quoted
from ingest.reading.content import Content, Value

_START = Place(line=1)


def take(path: str, content: Content, today: date, problems: Problems) -> TakenRecord | None:
    """The record of a document; None when its header is wrong, Unreadable when it holds no text."""
    has_text = any(not block.heading for block in content.blocks)
    if not has_text and not content.fields and not problems.has_errors:
        raise Unreadable(
            f"« {PurePosixPath(path).name} » ne contient aucun texte lisible (image, scan ou page sans texte) : "
            "ajoutez le texte, ou exportez le document d'origine."
        )
    if problems.has_errors:
        return None
    is_markdown = path.lower().endswith(".md")
    kind = _kind(path, content.fields, problems) if is_markdown else "page"
    if kind is None:
        return None
    place = _START if is_markdown else NOWHERE
    titled = _titled(path, content, problems, place)
    identity = {"id": path.rpartition(".")[0], "file": path}
    record = records.build(kind, titled, identity, problems)
    if record is None:
        return None
    if isinstance(record, Page) and not has_text:
        raise Unreadable(f"« {PurePosixPath(path).name} » n'a pas de texte sous son en-tête : ajoutez-le.")
    records.remark(record, today, place, problems)
    return TakenRecord(record, passages_of(record, content.blocks), place)


def _kind(path: str, written: Mapping[str, Value], problems: Problems) -> str | None:
    by_canonical = {contract.canonical(name): value for name, value in written.items()}
    if (said := by_canonical.get("type")) and said.items:
        try:
            return contract.type_of_word(said.text)
        except Wrong as wrong:
            problems.error(str(wrong), said.place)
            return None
    kind = contract.type_of_folder(path)
    if kind and not written:
        problems.error(f"il manque l'en-tête (--- … ---) avec « titre » et les rubriques du {kind}.", _START)
        return None
    if kind is None and (guessed := contract.type_of_names(frozenset(by_canonical))) not in (None, "page"):
        problems.warn(f"« type » n'est pas écrit : {guessed} supposé, ajoutez « type: {guessed} ».", _START)
        return guessed
    return kind or "page"


def _titled(path: str, content: Content, problems: Problems, place: Place) -> dict[str, Value]:
    """The fields with a title: its own, else the first heading, else the name of the file."""
    written = dict(content.fields)
    if any(contract.canonical(name) in contract.TITLES and value.items for name, value in written.items()):
        return written
    written = {name: value for name, value in written.items() if contract.canonical(name) not in contract.TITLES}
    heading = next((block for block in content.blocks if block.heading and block.heading <= 2), None)
    title = " ".join((heading.text if heading else content.title).split())[:200]
    if not title:
        stem = PurePosixPath(path).stem
        title = stem.replace("-", " ").replace("_", " ").strip().capitalize()[:200] or stem
    if path.lower().endswith(".md") or not (heading or content.title):
        problems.warn(f"il n'y a pas de « titre » : {quoted(title)} est pris, écrivez-en un.", place)
    return {**written, "titre": Value((title,), place)}
