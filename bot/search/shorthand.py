"""Words as people write them by ear or in haste on a phone, folded."""

import re

from bot.catalogue.folding import fold

SHORTHAND = {
    "koi": "quoi", "kel": "quel", "kels": "quels", "kelle": "quelle", "ki": "qui", "ke": "que", "kan": "quand",
    "kand": "quand", "pk": "pourquoi", "pq": "pourquoi", "cmt": "comment", "komment": "comment", "cb": "combien",
    "cbien": "combien", "bcp": "beaucoup", "tjs": "toujours", "tjrs": "toujours", "entrep": "entreprise",
    "boite": "entreprise", "fo": "faut", "sa": "ca", "vs": "vous", "ns": "nous", "svp": "plait", "pro": "professionnel",
    "rdv": "rendez", "dde": "demande", "qd": "quand", "pcq": "parce", "dc": "donc", "ds": "dans", "jpeux": "peux",
    "jveux": "veux", "ya": "existe", "qq": "quelque", "tel": "telephone", "cest": "est", "jai": "ai", "quest": "est",
    "mm": "meme", "tps": "temps", "mtn": "maintenant", "auj": "aujourd", "stp": "plait", "elec": "electrique",
    "pr": "pour", "avc": "avec", "tt": "tout", "ts": "tous", "qqn": "quelqu", "jsuis": "suis", "jvoudrais": "voudrais",
    "jrs": "jours", "pri": "prix", "tans": "temps", "tems": "temps", "sem": "semaine", "jusquen": "jusque",
}  # fmt: skip
SHORTHAND |= {"jusqua": "jusqu a", "juska": "jusqu a", "jusquau": "jusqu au", "keske": "qu est ce que"}
SHORTHAND |= {"pourcent": "pour cent", "pourcents": "pour cent"}
SHORTHAND |= {"sal": "salaries", "tjr": "toujours", "subv": "subvention", "proj": "projet"}
_NO_WORDS = (
    "koi kel kels kelle ki kan kand pk pq cmt komment cb cbien bcp tjs tjrs svp rdv qd pcq jpeux jveux jai cest tps mtn"
    " stp avc jsuis jvoudrais jrs jusqua jusquau jusquen"
).split()  # what is no word of French or English, whoever writes it
_ALWAYS = re.compile(rf"\b(?:{'|'.join(_NO_WORDS)})\b", re.IGNORECASE)
_MUTE = re.compile(r"(?<=[a-z]{2})(?:ent|[estdxz]s?)$")
_SOUNDS = tuple(
    (re.compile(written), heard)
    for written, heard in (
        (r"ph", "f"), (r"ch|sh", "x"), (r"h", ""), (r"qu|ck|c(?![eiy])", "k"), (r"s?c(?=[eiy])|(?<!s)t(?=ion)", "ss"),
        (r"gu(?=[eiy])", "g"), (r"ge(?=[ao])|g(?=[eiy])", "j"), (r"y", "i"), (r"eaux|eau|aux|au", "o"),
        (r"ai|ei|oe", "e"), (r"m(?=[bp])", "n"), (r"en(?!ts?$)(?=[bdfgjkpstvxz])", "an"),
        (r"(?<=[aeiou])s(?=[aeiou])", "z"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


def written_out(text: str) -> str:
    """The text with what can only be shorthand written out, even where the knowledge itself holds it."""
    return _ALWAYS.sub(lambda found: SHORTHAND[found[0].lower()], text)


def in_full(text: str) -> str:
    """The text folded, each word of shorthand written out: for patterns, not for what is shown."""
    return " ".join(SHORTHAND.get(word, word) for word in fold(text).split())


def sound(word: str) -> str:
    """Two words with the same sound are pronounced alike, roughly: `fabrike`, `fabrique`; `avansse`, `avance`."""
    for written, heard in _SOUNDS:
        word = written.sub(heard, word)
    return _MUTE.sub("", word)
