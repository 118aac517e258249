"""The one door to LangChain: asks a chat model for a text, within a time limit; it knows nothing of what is true."""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass
from typing import Any, TypeVar

import structlog
from pydantic import BaseModel

from bot.answers.breaker import Breaker
from bot.answers.prompts import LANGUAGES, NOTHING, QUESTION, SYSTEM
from bot.answers.types import Language
from bot.errors import ModelUnavailable

LONGEST = 6_000  # characters read from a model before it is cut off
AT_ONCE = 8  # answers under way; more would wait and time out
_log = structlog.get_logger()

Schema = TypeVar("Schema", bound=BaseModel)
Said = TypeVar("Said")
Hear = Callable[[str], None]
"""Is given the text so far, each time that more of it has come."""


class ModelResting(ModelUnavailable):
    """The model failed several times in a row and is left alone for a while: it was not asked."""


@dataclass(frozen=True, kw_only=True)
class Request:
    """What is asked of the model; passages are numbered from 1."""

    question: str
    passages: Sequence[str]
    language: Language


class ChatModel:
    """One chat model, shared between threads; after failures in a row it is left alone for a while."""

    def __init__(self, model: str, *, base_url: str = "", api_key: str = "", seconds: float = 20.0) -> None:
        """`model` is LangChain's `provider:model`; `seconds` bounds a whole answer, its one retry included."""
        self._name, self._base_url, self._api_key, self._seconds = model, base_url, api_key, seconds
        self._model: Any = None
        self._breaker = Breaker()
        self._threads = ThreadPoolExecutor(max_workers=AT_ONCE, thread_name_prefix="chat-model")

    def warm(self) -> None:
        """Load the provider's library, so that the first answer doesn't wait for it; raises ModelUnavailable."""
        try:
            self._loaded()
        except Exception as error:  # an unknown provider, a key that is missing: each library has its own errors
            raise ModelUnavailable("Le modèle de langue ne se charge pas : vérifiez RELAIS_CHAT_MODEL.") from error

    def write(self, request: Request, hear: Hear | None = None) -> str:
        """What the model says; raises ModelResting when it wasn't asked, ModelUnavailable when it failed."""
        return self._bounded(lambda: self._insist(request, hear), self._seconds)

    def fill(self, schema: type[Schema], instructions: str, text: str, seconds: float) -> Schema:
        """The schema as the model fills it from the text (structured output); the same errors as `write`."""
        return self._bounded(lambda: self._filled(schema, instructions, text), seconds)

    def _bounded(self, ask: Callable[[], Said], seconds: float) -> Said:
        if not self._breaker.lets_through(time.monotonic()):
            raise ModelResting("Le modèle de langue est laissé au repos après plusieurs échecs.")
        writing = self._threads.submit(ask)
        try:
            said = writing.result(seconds)
        except (ModelUnavailable, FutureTimeout) as error:
            writing.cancel()
            self._breaker.note_failure(time.monotonic())
            kind = type(error.__cause__ or error).__name__
            _log.warning("chat_model_failed", kind=kind)
            raise ModelUnavailable(f"Le modèle de langue ne répond pas ({kind}).") from error
        except Exception:  # an error of our own: a trial must not stay open for ever
            self._breaker.note_failure(time.monotonic())
            raise
        self._breaker.note_success()
        return said

    def _filled(self, schema: type[Schema], instructions: str, text: str) -> Schema:
        try:
            filled = self._loaded().with_structured_output(schema).invoke([("system", instructions), ("human", text)])
        except Exception as error:  # each provider has its own errors; this door translates them all
            raise ModelUnavailable("Le modèle de langue ne répond pas.") from error
        if not isinstance(filled, schema):
            raise ModelUnavailable("Le modèle de langue n'a pas rempli le formulaire.")
        return filled

    def _insist(self, request: Request, hear: Hear | None) -> str:
        """One more try when the connection or the server failed; what was refused or garbled would be so again."""
        until = time.monotonic() + self._seconds
        try:
            return self._read(request, hear, until)
        except ModelUnavailable as error:
            if not is_passing(error.__cause__) or time.monotonic() > until:
                raise
        return self._read(request, hear, until)

    def _read(self, request: Request, hear: Hear | None, until: float) -> str:
        text = ""
        for piece in self._stream(request):
            text += piece
            if len(text) > LONGEST:
                break
            if time.monotonic() > until:
                raise ModelUnavailable("Le modèle de langue est trop lent.")
            if hear:
                hear(text)
        if not text.strip():
            raise ModelUnavailable("Le modèle de langue n'a rien écrit.")
        return text

    def _stream(self, request: Request) -> Iterator[str]:
        numbered = "\n\n".join(f"[{number}] {passage}" for number, passage in enumerate(request.passages, 1))
        messages = [
            ("system", SYSTEM.format(language=LANGUAGES[request.language.value], nothing=NOTHING)),
            ("human", QUESTION.format(passages=numbered, question=request.question)),
        ]
        try:
            for chunk in self._loaded().stream(messages):
                yield str(chunk.text)
        except Exception as error:  # each provider has its own errors; this door translates them all
            raise ModelUnavailable("Le modèle de langue ne répond pas.") from error

    def _loaded(self) -> Any:
        if self._model is None:
            from langchain.chat_models import init_chat_model

            options: dict[str, Any] = {"timeout": self._seconds, "max_retries": 0, "temperature": 0}
            if self._base_url:
                options |= {"base_url": self._base_url, "api_key": self._api_key or "unused"}
            elif self._api_key:
                options["api_key"] = self._api_key
            self._model = init_chat_model(self._name, **options)
        return self._model


def is_passing(error: BaseException | None) -> bool:
    """Whether a failure may be over at once: a status of 500 and above, or a connection that failed, not a silence."""
    while error is not None:
        status = getattr(error, "status_code", None) or getattr(getattr(error, "response", None), "status_code", None)
        if isinstance(status, int):
            return status >= 500
        name = type(error).__name__
        if "Timeout" in name:
            return False
        if isinstance(error, ConnectionError) or name in _CUT:
            return True
        error = error.__cause__ or error.__context__
    return False


_CUT = frozenset({"ConnectError", "ReadError", "WriteError", "RemoteProtocolError", "APIConnectionError"})
