"""The part of a message that asks: « on est 40, on fait des profilés ; le Prêt Vert, combien de temps ? » asks for a
length of time, and tells the rest.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from bot.catalogue.folding import flat
from bot.search.languages import is_everyday

_SENTENCES = re.compile(r"(?<=[.;?!])\s+|\s*:\s+|\n+|\s+[-–—]\s+")
_CLAUSES = re.compile(
    r",\s+(?:(?:et|mais|donc|alors|and|but|so)\s+)?|\s+(?:mais|donc|car|but)\s+|\s+(?=parce qu)"
    r"|\s+(?=est[ -]ce qu)|\s+(?=because )"
)
_PIECES = re.compile(
    r"[,;:.!?\n()]+(?:\s+(?:et|mais|donc|alors|and|but|so)\b)?\s*"
    r"|\s+(?:mais|donc|car|but|pcq|parce qu\w*|because|vu qu\w*|pour que|sachant)\s+"
)
_MORE_THAN_YES = re.compile(
    r"\b(?:combien|cb|cbien|quel(?:le)?s?|kel(?:le)?s?|quand(?! meme)|kan|comment|cmt)\b"
    r"|\b(?:pourquoi|pk|quoi|koi|lequel|laquelle)\b"
    r"|\b(?:how|what|which|when|where|why|who)\b|^(?:qui|ki)\b|\bou (?:se|est|sont|faut|dois|puis)\b"
    r"|\b(?:c est|c|a|par|avec|chez|pour|de|vers|et) (?:qui|ki)\b"
)
_ASKS = re.compile(
    r"\bj(?:e | )?(?:me demande|aimerais?t?|voudrais?t?|voulais?t?|veux|cherche)\b|\bi (?:would like|need|want)\b"
    r"|\b(?:dites|dis moi|savoir|connaitre|verifier|comprendre|tell me)\b|\b(?:peut|a t|t) (?:on|ils?|elles?)\b"
    r"|\b(?:est ce qu\w*|faut il|puis je|y a|ya|can|is|are|does|do)\b"
)
_TELLS = re.compile(
    r"^(?:on|nous|je|j|moi|mon|ma|mes|notre|nos|quelqu un|vu qu\w*|sachant|parce|car|avant|depuis|pour qu\w*|si"
    r"|il parait|we|i|my|our|someone|before|because|if)\b"
)
_TOPIC = 6  # words of a sentence that only names what is asked about: « Banque Verdier : quelle durée ? »
_TACKED = 2  # words of a piece that belongs to the one before: « au plus », « différé compris »


def asks_more_than_yes(text: str) -> bool:
    """Whether a question has a word that a yes or a no does not answer: « combien », « quel », « qui »…"""
    return bool(_MORE_THAN_YES.search(flat(text)))


def asking_part(message: str) -> str:
    """The clauses of a message that ask, as they were typed; the whole of it when that cannot be told."""
    sentences = [sentence for sentence in _SENTENCES.split(message) if sentence]
    told = [_kept(_clauses(s), _may_matter) for s in _kept(sentences, _may_name)]
    if sum(map(len, told)) == sum(len(_clauses(sentence)) for sentence in sentences):
        return message
    part = " ; ".join(", ".join(clauses) for clauses in told)
    return message if not asks_more_than_yes(part) and all(map(_says_little, flat(part).split())) else part


def asking_clauses(message: str) -> tuple[tuple[str, str], ...]:
    """Each clause of a message that asks by itself, with all that is told beside it; none when it is all one clause."""
    pieces = _tacked(piece.strip(' -«»"') for piece in _PIECES.split(message))
    asking = [piece for piece in pieces if asks_more_than_yes(piece)] or [p for p in pieces if _ASKS.search(flat(p))]
    whole = [piece for piece in asking if len(piece.split()) > _TACKED] if len(pieces) > 1 else []
    return tuple((piece, ", ".join(other for other in pieces if other != piece)) for piece in whole)


def _kept(pieces: Sequence[str], may_matter: Callable[[str], bool]) -> list[str]:
    """The pieces that ask, with those that may say what about; all when none asks."""
    asking = [piece for piece in pieces if asks_more_than_yes(piece)]
    asking = asking or [piece for piece in pieces if piece.rstrip().endswith("?") or _ASKS.search(flat(piece))]
    return [piece for piece in pieces if not asking or piece in asking or may_matter(piece)]


def _says_little(word: str) -> bool:
    return len(word) == 1 or is_everyday(word)


def _may_name(sentence: str) -> bool:
    return len(sentence.split()) <= _TOPIC and _may_matter(sentence)


def _may_matter(clause: str) -> bool:
    return not _TELLS.match(flat(clause))


def _clauses(sentence: str) -> list[str]:
    return _tacked(piece.strip() for piece in _CLAUSES.split(sentence))


def _tacked(texts: Iterable[str]) -> list[str]:
    """The texts, a short one that asks nothing joined to the one before."""
    pieces: list[str] = []
    for piece in filter(None, texts):
        if pieces and len(piece.split()) <= _TACKED and not _ASKS.search(flat(piece)):
            pieces[-1] = f"{pieces[-1]}, {piece}"
        else:
            pieces.append(piece)
    return pieces
