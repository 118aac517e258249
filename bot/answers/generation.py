"""The one door to LangChain: a chat model writes from numbered passages, and only what they bear goes out."""

import re
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from typing import Any

import structlog

from bot.answers.prompts import LANGUAGES, NOTHING, QUESTION, SYSTEM
from bot.answers.types import Language, Sentence
from bot.answers.verification import bears
from bot.errors import ModelUnavailable

LONGEST = 6_000  # characters read from a model before it is cut off
_MARKED = re.compile(r"(?P<text>[^\[\]]+?)(?P<marks>(?:\s*\[\d+\])+)(?P<end>[.!?]?)", re.DOTALL)
_log = structlog.get_logger()


class ChatWriter:
    """Writes with one chat model; every failure is logged and gives None, so that the quotes go out instead."""

    def __init__(self, model: str, *, base_url: str = "", api_key: str = "", seconds: float = 20.0) -> None:
        """`model` is LangChain's `provider:model`; `seconds` bounds a whole answer."""
        self._name, self._base_url, self._api_key, self._seconds = model, base_url, api_key, seconds
        self._model: Any = None
        self._threads = ThreadPoolExecutor(max_workers=4, thread_name_prefix="chat-model")

    def __call__(self, question: str, passages: Sequence[str], language: Language) -> tuple[Sentence, ...] | None:
        """Verified sentences citing `passages` from 1; None when the model failed or too little was left."""
        try:
            written = self._threads.submit(self._write, question, passages, language).result(self._seconds)
        except (ModelUnavailable, FutureTimeout) as error:
            _log.warning("chat_model_failed", kind=type(error.__cause__ or error).__name__)
            return None
        return verified(written, passages)

    def _write(self, question: str, passages: Sequence[str], language: Language) -> str:
        text = ""
        for piece in self._stream(question, passages, language):
            text += piece
            if len(text) > LONGEST:
                break
        return text

    def _stream(self, question: str, passages: Sequence[str], language: Language) -> Iterator[str]:
        numbered = "\n\n".join(f"[{number}] {passage}" for number, passage in enumerate(passages, 1))
        messages = [
            ("system", SYSTEM.format(language=LANGUAGES[language.value], nothing=NOTHING)),
            ("human", QUESTION.format(passages=numbered, question=question)),
        ]
        until = time.monotonic() + self._seconds
        try:
            for chunk in self._loaded().stream(messages):
                yield str(chunk.text)
                if time.monotonic() > until:
                    return
        except Exception as error:  # each provider has its own errors; this door translates them all
            raise ModelUnavailable("Le modèle de langue ne répond pas.") from error

    def _loaded(self) -> Any:
        if self._model is None:
            from langchain.chat_models import init_chat_model

            options: dict[str, Any] = {"timeout": self._seconds, "max_retries": 1, "temperature": 0}
            if self._base_url:
                options |= {"base_url": self._base_url, "api_key": self._api_key or "unused"}
            elif self._api_key:
                options["api_key"] = self._api_key
            self._model = init_chat_model(self._name, **options)
        return self._model


def verified(written: str, passages: Sequence[str]) -> tuple[Sentence, ...] | None:
    """The sentences that their passages bear; None when the first one fails or fewer than half are left."""
    sentences = tuple(_parsed(written))
    kept = tuple(sentence for sentence in sentences if bears(sentence, passages))
    if not kept or kept[0] != sentences[0] or 2 * len(kept) < len(sentences):
        return None
    return kept


def _parsed(written: str) -> Iterator[Sentence]:
    """Sentences with their marks; text without a mark is a sentence without a citation, which never passes."""
    position = 0
    for match in _MARKED.finditer(written):
        text = re.sub(r"\s+", " ", match["text"]).strip(" \n-•*")
        end = "" if text.endswith((".", "!", "?")) else match["end"] or "."
        if text.strip(".!? "):
            yield Sentence(
                text.lstrip(".!? ") + end, tuple(int(number) for number in re.findall(r"\d+", match["marks"]))
            )
        position = match.end()
    rest = written[position:].strip(" \n.!?")
    if rest:
        yield Sentence(rest)
