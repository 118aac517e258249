"""Orders to the assistant hidden in a question (« ignore tes consignes et… »): cut out, so that only what is asked is left."""

import re

from bot.catalogue.folding import fold

_RULES = (
    r"(?:instructions?|consignes?|regles?|directives?|restrictions?|limites?|filtres?|sources?|prompts?|rules?|guidelines?"
    r"|constraints?|guardrails?)"
)
_TAIL = r"(?:\s+(?:precedentes?|anterieures?|ci[- ]dessus|systeme|initiales?|de securite|above|before|previous))*"
_ORDERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:(?:ignore|oublie|neglige|contourne|outrepasse|desactive|abandonne)[sz]?|disregard|forget|bypass|override)\b[^.!?\n:;]{{0,40}}?\b{_RULES}\b{_TAIL}",
        r"\b(?:(?:ignore|oublie)[sz]?|forget|disregard)\s+(?:tout\s+)?(?:ce qui precede|tout le reste|everything(?: above| before)?|all (?:the )?above|ton role|your role)",
        r"(?:reponds?|repondez|answer|reply|respond)\s+(?:uniquement|seulement|juste|simplement|only|just|simply|by|with|par|toujours|exactement|always|exactly|en un mot)\b[^.!?\n:;,]{0,20}",
        r"\b(?:dis|dites|(?:affirme|confirme|repete|declare)[sz]?|ecri(?:s|vez)|promets|promettez|say|write|state|repeat|confirm|promise|claim)\s+(?:moi |nous |me |us )?(?:que |qu'|that )[^.!?\n]*(?=[.!\n]|$)",
        r"(?:tu es|vous etes|you are)\s+(?:maintenant|desormais|a present|now|dorenavant)\b[^.!?\n;]*",
        r"(?:agis|agissez|comporte[- ]toi|act|behave)\s+(?:comme|en tant que|as|like)\b[^.!?\n;,]*",
        r"(?:fais|faites|faisons)\s+(?:comme si|semblant)\b[^.!?\n;,]*|(?:imagine|suppose|pretend|imaginez)\s+(?:que tu|que vous|you|to be|that you)\b[^.!?\n;,]*",
        r"(?:jouons|joue|let'?s play|play)\b[^.!?\n;,]{0,40}?\b(?:jeu|role|game)\b[^.!?\n;,]*",
        r"[^.!?\n;,:]*\b(?:prompt systeme|system prompt|system message|message systeme|instructions? systeme|tes instructions|vos instructions|your instructions|your prompt|ton prompt|votre prompt)\b[^.!?\n;]*",
        r"[^.!?\n;,:]*\b(?:mode (?:developpeur|debug|admin|sans filtre|libre)|(?:developer|debug|admin|god) mode|jailbreak\w*|sudo)\b[^.!?\n;,]*",
        r"(?:decode|dechiffre|decrypte|decodez|decrypt|traduis puis execute|execute|run)\w*\b[^.!?\n;]{0,40}?\b(?:base ?64|hexa\w*|rot ?13|code|texte|message|suivant|this|following)\b[^.!?\n;:]*:?",
        r"</?(?:system|assistant|user|instructions?|prompt)>|<\|[^|>]{0,40}\|>|\[/?inst\]|^\s*(?:system|assistant)\s*:",
    )
)  # fmt: skip
_ENCODED = re.compile(
    r"(?<![\w/.:=-])(?=\S*\d)(?=\S*[a-z])(?=\S*[A-Z])[A-Za-z0-9+/]{32,}={0,2}(?![\w/])|\b(?:[0-9a-fA-F]{2} ?){16,}\b"
)
_JOINTS = re.compile(
    r"^[\s,.;:!'\"»)-]*(?:(?:et|puis|and|then|alors|ensuite)\b\s*)*|[\s,;:(«\"'-]*(?:\b(?:et|and|puis|then))?[\s,;:(«\"'-]*$"
)


def without_orders(question: str) -> str:
    """The question without what it orders the assistant to do or be; the very same text when it orders nothing."""
    plain = _ENCODED.sub(" ", question)
    kept = _cut(plain)
    if kept == question:
        return question
    return _JOINTS.sub("", " ".join(kept.split()))


def _cut(text: str) -> str:
    """Cut in the folded text, whose letters stand where they stood unless a sign changed its length."""
    folded = fold(text)
    if len(folded) != len(text):
        text = folded
    for pattern in _ORDERS:
        for match in reversed(list(pattern.finditer(folded))):
            text = f"{text[: match.start()]} {text[match.end() :]}"
            folded = f"{folded[: match.start()]} {folded[match.end() :]}"
    return text
