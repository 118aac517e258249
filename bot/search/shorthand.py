"""Words as people write them by ear or in haste on a phone, folded."""

import re

SHORTHAND = {
    "koi": "quoi", "kel": "quel", "kels": "quels", "kelle": "quelle", "ki": "qui", "ke": "que", "kan": "quand",
    "kand": "quand", "pk": "pourquoi", "pq": "pourquoi", "cmt": "comment", "komment": "comment", "cb": "combien",
    "cbien": "combien", "bcp": "beaucoup", "tjs": "toujours", "tjrs": "toujours", "entrep": "entreprise",
    "boite": "entreprise", "fo": "faut", "sa": "ca", "vs": "vous", "ns": "nous", "svp": "plait", "pro": "professionnel",
    "rdv": "rendez", "dde": "demande", "qd": "quand", "pcq": "parce", "dc": "donc", "ds": "dans", "jpeux": "peux",
    "jveux": "veux", "ya": "existe", "qq": "quelque", "tel": "telephone", "cest": "est", "jai": "ai", "quest": "est",
    "mm": "meme", "tps": "temps", "mtn": "maintenant", "auj": "aujourd", "stp": "plait", "elec": "electrique",
    "pr": "pour", "avc": "avec", "tt": "tout", "ts": "tous", "qqn": "quelqu", "jsuis": "suis", "jvoudrais": "voudrais",
}  # fmt: skip
_SOUNDS = (("qu", "k"), ("ph", "f"), ("eaux", "o"), ("eau", "o"), ("aux", "o"), ("au", "o"), ("c", "k"), ("y", "i"))
_TWICE = re.compile(r"(.)\1")
_MUTE = re.compile(r"(?<=[a-z]{2})(?:ent|[estdxz]s?)$")


def sound(word: str) -> str:
    """Two words with the same sound are pronounced alike, roughly: `fabrike` and `fabrique`."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _MUTE.sub("", _TWICE.sub(r"\1", word))
