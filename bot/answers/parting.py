"""Several questions in one message: told apart, and their answers put together again."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot.answers.following import without_lead
from bot.answers.small_talk import small_talk
from bot.answers.types import Answer, Sentence, Thread
from bot.answers.wording import say

_MOST = 4  # questions of one message that are answered
_EACH = 3  # cited sentences kept of each answer, so that all fit a phone
_ENDS = re.compile(r"(?<=[?])[\s»\")]*|\n+|(?:^|[\s;,])(?=[1-4] ?[).°-] ?\w)")
_NUMBER = re.compile(r"^[1-4] ?[).°-] ?")
_WHO = r"qui (?:le |la |l.|les |en )?(?:peut|pourra|finance|paie|paye|verse|donne|propose|gere|gère|contacter|appeler|est|a droit|doit|dois|organise|fait|d[ée]cide|choisit)"
_ASKING = (
    rf"(?:(?:l[ea]s?)?quel(?:le)?s?|which one|combien|comment|pourquoi|quand|jusqu.{{0,2}}[aà]? ?(?:quand|combien|quel)|o[uù] (?:se|est|sont|faut|trouver|d[ée]poser)|{_WHO}"
    r"|[\wà-ÿ]+-(?:t-)?(?:je|il|elle|on|nous|vous|ils|elles|ce)"
    r"|(?:pour|avec|chez|par|[àa]|de|dans|sous|sur) (?:qui|quoi|quel(?:le)?s?|combien)|de quand|faut[- ]il|peut[- ]on|puis[- ]je|est[- ]ce qu(?:e|\W)|y a[- ]t[- ]il|c(?:.?est)? (?:[qk]u?oi|payant|gratuit)|qu[e'’ ]+(?:faut|doit|dois)|que s[e'’ ]+(?:y |est|passe)|qu.?est[- ]ce"
    r"|what|how|when|who|which|where|(?:until|since) when|for (?:whom|how)|at what|is (?:it|there)|can (?:i|we)|do (?:i|we)|do(?:es)? (?:it|this|that|they)|are (?:we|there)|must (?:i|we))"
)
_SIDE = (
    r"(?:l[ae] |les |l.|son |sa |ses |the |its )(?:plafond|taux|montants?|dur[ée]e|d[ée]lais?|dates?(?: limite| de fin)?|co[uû]ts?|prix"
    r"|tarifs?|conditions?|crit[èe]res?|contacts?|ceiling|rate|amount|deadline|duration|price|cost|criteria)\s*\??$"
)
_ASKED_LAST = r"(?:on|je|il|elle|ils|elles|[çc]a|c.est|nous|vous)\b[^?,]{0,40}\b(?:quand|combien|comment|o[uù]|quoi|qui|quel(?:le)?s? [\wà-ÿ]+)\s*\??$"
_NEXT = r"(?:la |the )?(?:prochaine|next) [\wà-ÿ]+\s*\??$"
_JOINT = re.compile(
    rf"[\s,;]+(?:et(?: aussi)?|puis|ainsi que|and(?: also)?|also)\s+(?=(?:{_ASKING})\b|{_SIDE}|{_NEXT}|{_ASKED_LAST})",
    re.IGNORECASE,
)
_LISTED = re.compile(rf"{_JOINT.pattern}|,\s+(?=(?:{_ASKING})\b|{_NEXT})", re.IGNORECASE)
"""Between the questions of a message that begins with one: « quel taux, combien de temps et qui décide ? »."""
_STARTS = re.compile(rf"(?:et |and |alors |sinon |aussi )*{_ASKING}\b", re.IGNORECASE)
_ASKED = re.compile(rf"{_STARTS.pattern}|.*?(?:{_ASKED_LAST}|\bc(?:.?est)? [qk]u?oi\s*$)", re.IGNORECASE)
_TOPIC = re.compile(r"^[^:?]{1,40}:\s*")  # « pour la candidature : que faut-il… »
_SENTENCE_ENDS = re.compile(r"(?<=[.!])\s+")
_LED = re.compile(r"(?:et|and)\b", re.IGNORECASE)
_FEWEST = 3  # words of the question before a joint: « comment et quand déposer ? » is one question
_FEWEST_AFTER = 2  # the same of one between two others: « …, qui décide et quand ? »
_TOLD = re.compile(
    r"\b(?:puisqu|vu qu|sachant\b|[ée]tant donn|since\b|given that|entre\b|between\b|diff[ée]rence)", re.IGNORECASE
)


@dataclass(frozen=True)
class Part:
    """One question of a message; `joined` when « et » ties it to the one before."""

    text: str
    joined: bool = False


def questions_in(message: str) -> tuple[Part, ...]:
    """The questions of a message in order, each with what was told just before it; one message, when it asks one thing."""
    pieces = [_NUMBER.sub("", piece.strip(" ;,")) for piece in _ENDS.split(message) if piece.strip()]
    numbered = len(pieces) > 1 and bool(_NUMBER.match(message.strip()))
    asked: list[Part] = []
    told = ""
    for piece in pieces:
        if small_talk(piece):
            continue
        if not (numbered or piece.endswith("?") or _STARTS.match(piece)):
            told = f"{told} {piece}".strip()
            continue
        asked += _parted(f"{told} {piece}".strip())
        told = ""
    if told and asked:
        asked[-1] = replace(asked[-1], text=f"{asked[-1].text} {told}")
    return tuple(asked[:_MOST]) if len(asked) > 1 else (Part(message),)


def _parted(piece: str) -> list[Part]:
    """One sentence cut where « et » leads to another question, what was told before it kept with the first."""
    *told, last = _SENTENCE_ENDS.split(piece)
    joined = bool(_LED.match(piece))
    if _TOLD.search(last):
        return [Part(piece, joined)]
    joint = _LISTED if _STARTS.match(_TOPIC.sub("", last)) else _JOINT
    first, *others = (part.strip(" ,;") for part in joint.split(last))
    if len(first.split()) < _FEWEST or any(len(part.split()) < _FEWEST_AFTER for part in others[:-1]):
        return [Part(piece, joined)]
    if told and _ASKED.match(told[-1].strip(" .!")):
        before = _parted(" ".join(told).rstrip(" .!"))
        return [*(replace(part, text=_asking(part.text)) for part in before), *_parted(last)]
    whole = " ".join((*told, first))
    return [Part(_asking(whole), joined), *(Part(_asking(part), joined=True) for part in others)]


def topic_of(message: str) -> str:
    """What a message names before all its questions: « pour candidater : qui décide, que faut-il ? »; empty for none."""
    sentence = _SENTENCE_ENDS.split(message)[-1]
    match = _TOPIC.match(sentence)
    return without_lead(match[0].strip(" :")) if match and _STARTS.match(sentence[match.end() :]) else ""


def asks_by_itself(text: str) -> bool:
    """Whether a text has the words of a question, rather than adding to one: « et faut-il… », not « et pour une PME »."""
    return bool(_STARTS.match(text))


def _asking(part: str) -> str:
    return part if part.endswith("?") else f"{part} ?"


def joined(message: str, answers: Sequence[Answer]) -> Answer:
    """One answer to all: citations numbered anew, a part that is refused said so; refused when all parts are."""
    told = _without_repeats(answers)
    cited = {
        citation.passage_id: citation
        for answer, sentences in zip(answers, told, strict=True)
        for number, citation in enumerate(answer.citations, 1)
        if any(number in sentence.citations for sentence in sentences)
    }
    places = {passage: place for place, passage in enumerate(cited, 1)}
    sentences = [
        replace(each, citations=tuple(places[answer.citations[number - 1].passage_id] for number in each.citations))
        for answer, kept in zip(answers, told, strict=True)
        for each in kept
    ]
    first, held = answers[0], [answer for answer in answers if not answer.abstained]
    return replace(
        first,
        question=message,
        sentences=tuple(sentences),
        citations=tuple(cited.values()),
        abstained=not held,
        reason=None if held else first.reason,
        suggestions=tuple(dict.fromkeys(text for answer in answers for text in answer.suggestions))[:3],
        subjects=tuple(dict.fromkeys(subject for answer in answers for subject in answer.subjects)),
        choices=next((answer.choices for answer in answers if answer.choices), ()),
        thread=_last_thread(answers),
        confidence=min((answer.confidence for answer in held), default=first.confidence),
    )


def _without_repeats(answers: Sequence[Answer]) -> list[list[Sentence]]:
    """What is said to each part: each sentence once, under the part that it answers first; each part a paragraph."""
    leads = [lead_of(answer) for answer in answers]
    said: set[str] = set()
    told: list[list[Sentence]] = []
    for place, answer in enumerate(answers):
        elsewhere = (said | set(leads[place + 1 :])) - ({leads[place]} - said)
        new = _told(answer, elsewhere)
        said |= {sentence.text for sentence in new}
        told.append([replace(each, apart=at == 0 and any(told)) for at, each in enumerate(new)])
    return told


def lead_of(answer: Answer) -> str:
    """The sentence that answers first; what a refusal shows after its own is no answer."""
    sentences = answer.sentences[:1] if answer.abstained else answer.sentences
    return next((sentence.text for sentence in sentences if sentence.citations), "")


def _told(answer: Answer, elsewhere: Collection[str]) -> list[Sentence]:
    """The first sentences of an answer but for those that stand elsewhere; never only what announces them."""
    listed = any(sentence.bullet for sentence in answer.sentences)
    if answer.abstained and not listed:
        asked = without_lead(_SENTENCE_ENDS.split(answer.question.strip(" ?"))[-1])
        said = answer.sentences[:2] if answer.sentences[0].text.rstrip().endswith(":") else answer.sentences[:1]
        text = say("about", answer.language, question=asked, text=" ".join(sentence.text for sentence in said))
        return [Sentence(text, said[-1].citations)]
    new = [sentence for sentence in answer.sentences if sentence.text not in elsewhere]
    if listed:
        return new
    cited = [at for at, sentence in enumerate(new) if sentence.citations][:_EACH]
    return new[: cited[-1] + 1] if cited else [] if lead_of(answer) else new


def _last_thread(answers: Sequence[Answer]) -> Thread | None:
    threads = [answer.thread for answer in answers if answer.thread]
    awaiting = next((thread.awaiting for thread in threads if thread.awaiting), "")
    return replace(threads[-1], awaiting=awaiting) if threads else None
