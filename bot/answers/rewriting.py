"""A chat model's wording of an answer: only sentences that the cited passages bear, or the quotes as they were."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

import structlog

from bot.answers.english import in_french
from bot.answers.figures import figures
from bot.answers.generation import ModelResting, Request
from bot.answers.language import language_of
from bot.answers.sentences import sentences_of
from bot.answers.types import Answer, Citation, Language, Sentence, WrittenBy
from bot.answers.verification import fault
from bot.answers.wording import say
from bot.catalogue.folding import flat
from bot.errors import ModelUnavailable
from bot.search.analysis import stems

MOST_SENTENCES = 5
MOST_CHECKED = 12  # what a model says beyond is not read
_MARK = re.compile(r"\[\s*(\d{1,2}(?:\s*[,;]\s*\d{1,2})*)\s*\]")
_LATE_MARK = re.compile(r"([.!?…])((?:\s*\[[\d\s,;]+\])+)")  # « … 90 000 €. [1] »
_DECORATION = re.compile(r"\*\*|__|^#+ |^(?:[-*•–]|\d+[.)]) +", re.MULTILINE)
_AGREEMENT = re.compile(
    r"^(?:oui|non|yes|no|en effet|effectivement|exactement|tout à fait|bien sûr|indeed)\s*[,.:!]\s*", re.IGNORECASE
)
"""Agreeing or not with what the question takes for granted is nothing that a passage could bear."""

_DANGLING = re.compile(
    r"(?:il|elle|ils|elles|cela|ceci|ce|c|ces|cette|celui ci|celle ci|y|en outre|de plus|cependant|toutefois|neanmoins"
    r"|par ailleurs|par contre|en revanche|mais|donc|ainsi|aussi|enfin|ensuite|puis|or|car|et|ou|it|they|this|these"
    r"|that|those|however|moreover|furthermore|but|and|so|also|therefore|thus|then)\b"
)
_IMPERSONAL = re.compile(r"il (?:faut|existe|y a|est possible|n y a|n existe)\b")
_LEAD_HELD = 0.4  # share of the words of the quotes' first sentence that the model's text must hold
_log = structlog.get_logger()

Hear = Callable[[Answer], None]
"""Is given the answer as far as it is written and holds, while the model writes."""


class Model(Protocol):
    """Writes a text for a request; raises ModelUnavailable."""

    def write(self, request: Request, hear: Callable[[str], None] | None = None) -> str:
        """The whole text; `hear` is given what has come so far."""


class Rewriter:
    """Rewrites answers with one model; safe to share between threads."""

    def __init__(self, model: Model) -> None:
        self._model = model

    def rewrite(self, answer: Answer, hear: Hear | None = None) -> Answer:
        """The same answer in the model's words when they hold; the same sources in any case."""
        if not _is_rewritable(answer):
            return answer
        passages = [_numbered(citation) for citation in answer.citations]
        request = Request(question=answer.question, passages=passages, language=answer.language)
        try:
            text = self._model.write(request, _Listener(answer, passages, hear) if hear else None)
        except ModelResting:
            return answer
        except ModelUnavailable:
            return replace(answer, written_by=WrittenBy.REJECTED)
        kept = verified(text, passages, answer.language)
        if kept is None or not _says_the_same(answer, kept):
            _log.info("chat_model_rejected", release=answer.release)
            return replace(answer, written_by=WrittenBy.REJECTED)
        return _with(answer, kept)


class _Listener:
    """Passes on what may be shown while the model writes: only whole sentences that hold, from the first one on."""

    def __init__(self, answer: Answer, passages: Sequence[str], hear: Hear) -> None:
        self._answer, self._passages, self._hear = answer, passages, hear
        self._marks = self._shown = 0

    def __call__(self, text: str) -> None:
        """Look again each time that one more mark has come: a sentence ends with its mark."""
        marks = list(_MARK.finditer(text))
        if len(marks) == self._marks:
            return
        self._marks = len(marks)
        kept = verified(text[: marks[-1].end()], self._passages, self._answer.language) or ()
        if len(kept) > self._shown:
            self._shown = len(kept)
            self._hear(_with(self._answer, kept))


def verified(written: str, passages: Sequence[str], language: Language) -> tuple[Sentence, ...] | None:
    """The sentences that their passages bear; None when the first one does not hold or fewer than half do."""
    sentences = _distinct(parsed(written))
    kept: list[Sentence] = []
    fell = False  # the sentence before was dropped: what leans on it falls too
    for sentence in sentences:
        holds = fault(sentence, passages, language) is None
        holds = holds and not (_dangles(sentence.text) and (fell or not kept))
        fell = not holds
        if not holds and not kept:
            return None
        if holds:
            kept.append(sentence)
    return tuple(kept[:MOST_SENTENCES]) if kept and 2 * len(kept) >= len(sentences) else None


def _distinct(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Each sentence once, and no more than are worth checking."""
    first: dict[str, Sentence] = {}
    for sentence in sentences:
        first.setdefault(flat(sentence.text), sentence)
    return list(first.values())[:MOST_CHECKED]


def parsed(written: str) -> Iterator[Sentence]:
    """Sentences with the numbers that they cite; one without a number has no citation, which never holds."""
    plain = _DECORATION.sub("", _LATE_MARK.sub(r"\2\1", written))
    for line in sentences_of(plain):
        numbers = [int(number) for marks in _MARK.findall(line) for number in re.findall(r"\d+", marks)]
        text = re.sub(r"\s+([.,])", r"\1", re.sub(r"\s+", " ", _MARK.sub(" ", line))).strip()
        text = _AGREEMENT.sub("", text)
        if re.search(r"\w", text):
            ended = text if text.endswith((".", "!", "?", "…")) else f"{text.rstrip(' ,;:')}."
            yield Sentence(ended[0].upper() + ended[1:], tuple(dict.fromkeys(numbers)))


def _numbered(citation: Citation) -> str:
    """A passage under its title and heading, as the model reads it and as its sentences are checked."""
    return "\n".join(filter(None, (citation.document, citation.origin.section, citation.passage)))


def _is_rewritable(answer: Answer) -> bool:
    """Prose that answers one question; lists, several answers in one, and bare notices are not."""
    several = any(sentence.bullet or sentence.apart for sentence in answer.sentences)
    return answer.rewritable and not answer.abstained and not several and _lead(answer) is not None


def _dangles(text: str) -> bool:
    """Begins with a word that leans on a sentence before."""
    words = flat(text)
    return bool(_DANGLING.match(words)) and not _IMPERSONAL.match(words)


def _lead(answer: Answer) -> Sentence | None:
    """The sentence with which the quotes answer; notices go out anyway."""
    return next((sentence for sentence in answer.sentences if sentence.citations and not sentence.notice), None)


def _says_the_same(answer: Answer, kept: Sequence[Sentence]) -> bool:
    """Cites the file from which the quotes answer, and holds the figures and enough of the words with which they do."""
    lead = _lead(answer)
    assert lead is not None
    told = " ".join(sentence.text for sentence in kept)
    titles = " ".join(citation.document for citation in answer.citations)
    files = {_file(answer, number) for number in lead.citations}
    if _file(answer, kept[0].citations[0]) not in files or not figures(lead.text) - figures(titles) <= figures(told):
        return False
    wanted = set(stems(lead.text)) - set(stems(titles))
    held = wanted & set(stems(in_french(told) if answer.language is Language.ENGLISH else told))
    return len(held) >= _LEAD_HELD * len(wanted) or _is_english(lead.text, answer)


def _file(answer: Answer, number: int) -> str:
    return answer.citations[number - 1].origin.file


def _is_english(text: str, answer: Answer) -> bool:
    """A sentence made from a field in English: its words are not those of the source."""
    return answer.language is Language.ENGLISH and language_of(text) is Language.ENGLISH


def _with(answer: Answer, kept: Sequence[Sentence]) -> Answer:
    """Frames and notices stay where they stood; the sources are those that are cited, in the order of their marks."""
    first = answer.sentences.index(_lead(answer))
    in_french_frame = say("in_french", answer.language)
    before = [sentence for sentence in answer.sentences[:first] if sentence.text != in_french_frame]
    after = [sentence for sentence in answer.sentences[first:] if sentence.notice]
    return renumbered(replace(answer, sentences=(*before, *kept, *after), written_by=WrittenBy.MODEL))


def renumbered(answer: Answer) -> Answer:
    """With only the sources that are cited, in the order of their marks."""
    cited = dict.fromkeys(number for sentence in answer.sentences for number in sentence.citations)
    new = {old: number for number, old in enumerate(cited, 1)}
    sentences = [replace(s, citations=tuple(new[number] for number in s.citations)) for s in answer.sentences]
    return replace(answer, sentences=tuple(sentences), citations=tuple(answer.citations[old - 1] for old in cited))
