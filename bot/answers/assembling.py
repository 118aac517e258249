"""Makes an answer of chosen sentences: passages numbered and cited, figures checked, frames around."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.quoting import Quote
from bot.answers.refusing import tells_whom_to_ask
from bot.answers.replying import without_reply
from bot.answers.types import Answer, Citation, Language, Reason, Sentence
from bot.answers.understanding import Question
from bot.answers.verification import figures_borne
from bot.answers.wording import say
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.models import Passage


class Assembler:
    """Builds the answers of one release."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def answered(
        self,
        asked: Question,
        quotes: Sequence[Quote],
        *,
        before: tuple[str, ...] = (),
        subjects: tuple[str, ...] = (),
        suggestions: tuple[str, ...] = (),
        bullets: bool = False,
    ) -> Answer:
        """Number the passages and cite them; a sentence whose figures its passage does not hold is dropped."""
        kept = [
            quote
            for quote in dict.fromkeys(quotes)
            if figures_borne(quote.text, (quote.passage.title, quote.passage.text))
        ]
        passages = list({quote.passage.id: quote.passage for quote in kept}.values())
        numbers = {passage.id: index for index, passage in enumerate(passages, 1)}
        sentences = [Sentence(text) for text in before]
        sentences += [
            Sentence(
                without_reply(quote.text, asked.text, asked.premise),
                (numbers[quote.passage.id],),
                bullet=bullets or quote.bullet,
                notice=quote.notice,
            )
            for quote in kept
        ]
        answer = Answer(
            question=asked.text,
            sentences=tuple(sentences),
            language=asked.language,
            release=self._catalogue.release,
            citations=tuple(self._citation(passage) for passage in passages),
            subjects=subjects,
            suggestions=suggestions,
            rewritable=bool(kept) and not bullets and not asked.premise,
        )
        return _framed(answer, kept, len(before))

    def citing(
        self, question: str, language: Language, passages: Sequence[Passage], sentences: tuple[Sentence, ...]
    ) -> Answer:
        """An answer of sentences that were written or checked before, on these passages."""
        citations = tuple(map(self._citation, passages))
        return Answer(
            question=question,
            sentences=sentences,
            language=language,
            release=self._catalogue.release,
            citations=citations,
        )

    def _citation(self, passage: Passage) -> Citation:
        record = self._catalogue.records[passage.record]
        return Citation(
            document=record.title,
            origin=passage.origin,
            passage=passage.text,
            passage_id=passage.id,
            valid_until=record.valid_until,
            checked_on=record.checked_on,
            url=record.link or None,
        )

    def refused(self, question: str, language: Language, reason: Reason) -> Answer:
        """The refusal of that reason."""
        return self.said(question, language, reason, say(reason.value, language))

    def unknown(self, asked: Question, quote: Quote) -> Answer:
        """The refusal by which the knowledge itself says that it does not know, with its source."""
        french, told = asked.language is Language.FRENCH, quote.text
        own = french or quote.passage.is_english
        frame = "known_unknown" if own else "known_unknown_in_french"
        text = told if own and tells_whom_to_ask(told) else say(frame, asked.language, text=told)
        answer = self.said(asked.text, asked.language, Reason.NOT_IN_KNOWLEDGE, text)
        sentences = tuple(replace(sentence, citations=(1,)) for sentence in answer.sentences)
        return replace(answer, sentences=sentences, citations=(self._citation(quote.passage),))

    def said(
        self, question: str, language: Language, reason: Reason, text: str, suggestions: tuple[str, ...] = ()
    ) -> Answer:
        """A sentence without a source, which is no answer."""
        return Answer(
            question=question,
            sentences=(Sentence(text),),
            language=language,
            release=self._catalogue.release,
            abstained=True,
            reason=reason,
            suggestions=suggestions,
        )


def _framed(answer: Answer, quotes: Sequence[Quote], before: int) -> Answer:
    """In an English answer, French quotes are announced as such."""
    french = [index for index, quote in enumerate(quotes) if quote.is_french]
    if answer.language is Language.FRENCH or not french:
        return answer
    first = french[0] + before
    frame = Sentence(say("in_french", answer.language))
    return replace(answer, sentences=(*answer.sentences[:first], frame, *answer.sentences[first:]))
