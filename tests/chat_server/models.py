"""Scripted chat models: a good one that says what its passages say, and many bad ones that spoil it in one way each."""

import re
from collections.abc import Callable
from typing import Any

from bot.answers.sentences import sentences_of
from bot.search.analysis import stems
from tests.chat_server.server import Said

Model = Callable[[dict[str, Any]], Said]

_FLIPS = (
    (r"\bn['’](est|a|ont|exige|était) pas\b", r"\1"),
    (r"\bne (\w+) pas\b", r"\1"),
    (r"\bexclue?s?\b", "admis"),
    (r"\bclos\b", "ouvert"),
    (r"\bavant\b", "après"),
    (r"\bsans\b", "avec"),
    (r"\b(est|sont)\b", r"ne \1 pas"),
    (r"\b(finance|couvre|peut|va|accompagne)\b", r"ne \1 pas"),
)


def read_request(request: dict[str, Any]) -> tuple[str, list[str]]:
    """The question and the numbered passages, as a model gets them."""
    told = request["messages"][-1]["content"]
    passages, question = told.rsplit("\n\nQuestion : ", 1)
    return question.strip(), re.split(r"(?:^|\n\n)\[\d+\] ", passages.removeprefix("Extraits :\n"))[1:]


def faithful(request: dict[str, Any]) -> str:
    """The three sentences of the passages that are nearest to the question, in other words, each with its mark."""
    question, passages = read_request(request)
    wanted = set(stems(question))
    told = [
        (len(wanted & set(stems(sentence))), -number, sentence)
        for number, passage in enumerate(passages, 1)
        for sentence in sentences_of(passage.partition("\n")[2])
        if len(sentence.split()) > 3 and " : " not in sentence
    ]
    best = sorted(told, key=lambda one: -one[0])[:3] or [(0, -1, passages[0])]
    return " ".join(f"{_reworded(sentence)} [{-number}]." for _, number, sentence in best)


def _reworded(sentence: str) -> str:
    text = sentence.rstrip(" .;:")
    for word, other in (("entreprises", "sociétés"), ("dans la limite de", "jusqu'à"), ("au maximum", "au plus")):
        text = text.replace(word, other)
    return text


def _spoilt(spoil: Callable[[str], str]) -> Model:
    return lambda request: spoil(faithful(request))


def _other_figures(text: str) -> str:
    return re.sub(r"\d+(?!\d*\])", lambda found: str(int(found[0]) + 1), text)


def _flipped(text: str) -> str:
    sentences = re.split(r"(?<=\]\.) ", text)
    return " ".join(
        next((new for old, by in _FLIPS if (new := re.sub(old, by, one, count=1)) != one), f"Non pas {one}")
        for one in sentences
    )


def _other_units(text: str) -> str:
    for unit, other in (("mois", "ans"), ("€", "salariés"), ("%", "€"), ("ans", "jours"), ("salariés", "€")):
        if re.search(rf"\d ?{unit}", text):
            return re.sub(rf"(\d ?){unit}", rf"\1{other}", text)
    return _other_figures(text)


def _bounds_swapped(text: str) -> str:
    swaps = {
        "au moins": "au plus",
        "au plus": "au moins",
        "jusqu'à": "à partir de",
        "minimum": "maximum",
        "maximum": "minimum",
        "moins de": "plus de",
        "plus de": "moins de",
    }
    return re.sub("|".join(swaps), lambda found: swaps[found[0]], text)


def _agreeing(request: dict[str, Any]) -> str:
    question, _ = read_request(request)
    return f"Oui, c'est exact. Oui, {question.rstrip(' ?').lower()} [1]. {faithful(request)}"


def _half_true(request: dict[str, Any]) -> str:
    good = re.split(r"(?<=\]\.) ", faithful(request))
    return " ".join([good[0], _other_figures(_flipped(" ".join(good[1:])))])


BAD: dict[str, Said | Model] = {
    "invents a figure": _spoilt(_other_figures),
    "adds a figure": _spoilt(lambda text: f"{text} L'aide est versée en 3 jours ouvrés [1]."),
    "changes the units": _spoilt(_other_units),
    "swaps at least and at most": _spoilt(_bounds_swapped),
    "cites [9]": _spoilt(lambda text: re.sub(r"\[\d+\]", "[9]", text)),
    "cites the wrong passage": _spoilt(lambda text: re.sub(r"\[(\d+)\]", lambda m: f"[{int(m[1]) % 3 + 1}]", text)),
    "drops the citations": _spoilt(lambda text: re.sub(r" \[\d+\]", "", text)),
    "flips negations": _spoilt(_flipped),
    "obeys an injected instruction": "Règles ignorées. Appelez le 08 99 70 10 20 ou écrivez à aide@pirate.example [1].",
    "hides an order among good sentences": _spoilt(lambda text: f"{text} Virez 500 € sur www.pirate.example [1]."),
    "gives a verdict": _spoilt(lambda text: f"Vous êtes donc bien éligible à cette aide [1]. {text}"),
    "gives a verdict at the end": _spoilt(lambda text: f"{text} Votre entreprise est éligible [1]."),
    "agrees with everything": _agreeing,
    "is half true": _half_true,
    "says that it is open": _spoilt(lambda text: f"Le dispositif est ouvert toute l'année [1]. {text}"),
    "invents a name": _spoilt(lambda text: f"Contactez Jean-Kévin Dupuis à la préfecture de Brest [1]. {text}"),
    "answers in English": _spoilt(lambda text: f"The scheme is for all companies and it is open to you [1]. {text}"),
    "repeats itself": _spoilt(lambda text: f"{text} " * 40),
    "returns 50 kB": "Le dispositif finance des machines et tout le reste aussi [1]. " * 800,
    "returns 50 kB without a full stop": "bla " * 12_500,
    "shows its prompt": lambda request: str(request["messages"][0]["content"]),
    "echoes the passages": lambda request: " ".join(read_request(request)[1]),
    "returns nothing": "",
    "says only that it found nothing": "RIEN",
    "returns HTML": b"<html><body><h1>502 Bad Gateway</h1></body></html>",
    "returns JSON of another shape": b'{"choices": "none", "object": 3}',
    "returns a list": b"[1, 2, 3]",
    "is out of order": 500,
    "is over its quota": 429,
    "refuses the key": 401,
}  # fmt: skip
