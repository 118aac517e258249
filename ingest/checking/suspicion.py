"""Characters nobody sees are taken away, and sentences that talk to the assistant are left out and told."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from ingest.checking.orders import gives_orders
from ingest.problems import Place, Problems, quoted
from ingest.reading.content import Block, Content, Row, Table, Value

_ESCAPES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b.?")
_INVISIBLE = re.compile(
    "[\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e0fff\x00-\x08\x0b-\x1f\x7f-\x9f]"
)
_SILENT = re.compile("[\u00ad\ufe0e\ufe0f]|(?<=[\u2190-\U0001faff])\u200d|\x0c")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+|\n|$)\s*")
_DANGEROUS_LINK = re.compile(r"!?\[([^\]]*)\]\(\s*(?:javascript|data|vbscript|file):[^)\n]*\)*", re.IGNORECASE)
_FORMULA = re.compile(r"[=@+-]\s*\w+\s*[(|!].*", re.DOTALL)
_MIXED_ALPHABETS = re.compile("[a-zA-Z][\u0400-\u04ff\u0370-\u03ff]|[\u0400-\u04ff\u0370-\u03ff][a-zA-Z]")


def neutralise(content: Content, problems: Problems) -> Content:
    """The same content without what must not reach a reader or a model; every removal is told with its place."""
    cleaner = _Cleaner(problems)
    return replace(
        content,
        fields={
            cleaner.text(name, value.place): Value(
                tuple(text for item in value.items if (text := cleaner.text(item, value.place))), value.place
            )
            for name, value in content.fields.items()
        },
        blocks=tuple(_blocks(content.blocks, cleaner)),
        tables=tuple(_table(table, cleaner) for table in content.tables),
        title=cleaner.text(content.title, Place()),
    )


def _blocks(blocks: tuple[Block, ...], cleaner: "_Cleaner") -> Iterator[Block]:
    for block in blocks:
        text = cleaner.text(block.text, block.place)
        if text.strip("-•–* \n"):
            yield replace(block, text=text)


def _table(table: Table, cleaner: "_Cleaner") -> Table:
    def clean(row: Row) -> Row:
        place = Place(sheet=table.name, row=row.number)
        return replace(row, cells=tuple(cleaner.cell(cell, place) for cell in row.cells))

    return Table(table.name, tuple(clean(row) for row in table.rows))


class _Cleaner:
    def __init__(self, problems: Problems) -> None:
        self._problems = problems

    def cell(self, text: str, place: Place) -> str:
        if _FORMULA.fullmatch(text):
            self._problems.warn(f"{quoted(text)} est une formule, non reprise : écrivez sa valeur.", place)
            return ""
        return self.text(text, place)

    def text(self, text: str, place: Place) -> str:
        if not (text.isascii() and text.isprintable()):
            text = self._visible(text, place)
        if _DANGEROUS_LINK.search(text):
            self._problems.warn("lien dangereux (javascript:…) retiré : mettez une adresse https://….", place)
            text = _DANGEROUS_LINK.sub(r"\1", text)
        return self._without_orders(text, place)

    def _visible(self, text: str, place: Place) -> str:
        text = _SPACES.sub(" ", _SILENT.sub("", unicodedata.normalize("NFC", text)))
        if _INVISIBLE.search(text):
            self._problems.warn("caractères invisibles retirés : retapez ce texte s'il vous surprend.", place)
            text = _INVISIBLE.sub("", _ESCAPES.sub("", text))
        if _MIXED_ALPHABETS.search(text):
            self._problems.warn("un mot mêle deux alphabets (lettres imitées) : retapez-le.", place)
        return text

    def _without_orders(self, text: str, place: Place) -> str:
        if not gives_orders(text):
            return text
        kept: list[str] = []
        for match in _SENTENCE.finditer(text):
            if gives_orders(match[0]):
                self._tell(match[0], text, match.start(), place)
            else:
                kept.append(match[0])
        return "".join(kept).strip()

    def _tell(self, sentence: str, text: str, start: int, place: Place) -> None:
        if place.line:
            place = replace(place, line=place.line + text[:start].count("\n"))
        self._problems.warn(
            f"contient un texte qui ressemble à une consigne donnée à l'assistant, non repris : {quoted(sentence)} ; "
            "reformulez-le ou supprimez-le.",
            place,
        )
