"""How surely a text asks something: by its words and their order more than by its question mark."""

import re
from enum import IntEnum

from bot.catalogue.folding import flat


class Asking(IntEnum):
    """How surely."""

    NO = 0
    MAYBE = 1  # it is put as a statement, or only has a question mark
    SURELY = 2


_REPROACH = (
    r"(?:tu|t|vous) (?:(?:ne|n|me|m) )*(?:(?:as|avez) (?:\w+ )?(?:pas|jamais|rien) (?:\w+ )?repondu?|(?:reponds?|repondez) (?:\w+ )?(?:pas|jamais|rien))"
    r"(?: (?:du tout|a (?:ma|mes|la) questions?))*"
    r"|je (?:te |vous )?(?:repete|redemande|repose)(?: (?:ca|encore|la question|ma question))*"
    r"|je (?:te |vous |t |l )+(?:ai )?(?:deja )?(?:demande|pose)e?(?: (?:ca|la question|une question))*"
    r"|(?:reponds?|repondez)(?: (?:moi|a (?:ma|la) question|d abord))*"
    r"|you (?:did not|didn t|haven t|have not|never) (?:answer(?:ed)?|repl(?:y|ied))(?: (?:me|my question|yet))*"
    r"|i (?:ask(?:ed)?|repeat)(?: (?:you|again|my question))+"
)
_LEADS = re.compile(
    rf"(?:(?:{_REPROACH})|(?:re)?bonjour|bonsoir|salut|coucou|hello|hi|hey|ok|okay|oui|non|yes|no|bon|bien|ben|bah|euh|heu|alors|donc|et|mais|and|but|so|well"
    r"|attend(?:s|ez)?|wait|(?:une|deux|1|2) (?:minutes?|secondes?)|d abord|first|pardon|excusez? moi|excuse me|sorry|desolee?"
    r"|(?:dites|dis)(?: moi)?(?! si\b)|svp|stp|please|s il (?:vous|te) plait|merci|thanks|thank you|au fait|by the way|sinon|du coup|juste|just|d accord"
    r"|(?:j ai )?(?:une |un )?(?:petite |derniere |autre |quick )?question|super|parfait|tiens|ah|oh|hum|en fait|actually|franchement"
    r"|avant(?: (?:ca|tout|de (?:continuer|repondre|commencer)))?)(?: |$)"
)
_WORD = (
    r"quel(?:le)?s?|kel|combien|conbien|comment(?! dire\b)|coment|pourquoi|quand|qui|ki|quoi|qu est|k est|lequel|laquelle|lesquel(?:le)?s|a qui|avec qui|par qui"
    r"|pour qui|de qui|a quoi|de quoi|d ou|jusqu (?:a quand|ou)|c est (?:quoi|qui|combien|comment|quand|ou)"
    r"|que (?:faut|dois|doit|signifie|veut|deviennent|devient|faites|fait|se passe)|qu (?:en|y|arrive)|what(?! (?:we|i)\b)|how|why|when|where|which|whose|who"
)
_INVERTED = (
    r"est ce(?! pas)(?: qu\w*)?|esce qu\w*|qu est ce|(?:puis|dois|ai|vais|serai|aurai|pourrai|devrai) je|(?:peut|doit|va|sera|aura) (?:t )?(?:on|il|elle)"
    r"|(?:faut|existe|sera|aura|va|y a|reste|suffit) (?:t )?il|a t on|(?:pouvez|pourriez|avez|allez|etes|serez|gardez|faites|demandez|savez|aurez) vous"
    r"|(?:peux|as|vas|es|sais) tu|(?:pouvons|devons|avons) nous|(?:sont|ont|vont|seront) (?:ils|elles)|(?:est|serait) (?:il|elle)"
    r"|(?:can|could|may|must|should|do|does|did|will|would|have|has|am) (?:i|we|you|they|it|he|she|someone|somebody|my|the)"
    r"|(?:is|are|was|were) (?:it|there|this|that|you|we|they|my|the)"
)
_WHERE = r"ou (?:est|sont|puis|peut|peu[tx]|trouver?|dois|doit|vont?|va|se|s|en est|envoyer|ca|faut|je (?:peux|dois|trouve)|on (?:doit|trouve|envoie|s inscrit))"
_BEGINS = re.compile(rf"(?:{_WORD}|{_INVERTED}|{_WHERE})\b .*")
_WISHES_TO_KNOW = re.compile(
    r"(?:.*\b(?:veu[xt]|voudr\w+|aimer\w+|souhait\w+|peut|peux|puis je|want to|like to|need to) (?:\w+ )?(?:savoir|comprendre|know|understand)"
    r"|.*\bme demande|.*\bi wonder|(?:.*\b(?:can you|could you|pouvez vous|peux tu) )?(?:me )?(?:dites moi|dis moi|dire|expliquez(?: moi)?|explique moi|expliquer|tell me))"
    rf" (?:si|if|whether|ce que?|{_WORD}|ou)\b.*"
)
_DO_NOT_KNOW = re.compile(
    r"\b(?:sais|sait|savons|know) (?:pas|plus|encore|trop|not)\b|\b(?:don t|do not) know\b|\bn importe\b|\bje ne sais\b"
)
_ENDS = re.compile(
    r".*\b\w+ (?:combien(?: de temps)?|conbien|comment|coment|quand|ou(?: ca)?|pourquoi|quoi|qui|lequel|laquelle|how much|how long|when|where|why)"
    r"(?: (?:svp|stp|s il vous plait|please|exactement|au juste|du coup|alors|en fait|environ|a peu pres|enfin|en moyenne|par mois|par an"
    r"|au total|en tout|exactly|maintenant|apres))*"
)
_EITHER = re.compile(r".*\b\w+ (?:ou (?:pas|non)|or not|ou (?:c est|est ce) (?:\w+ ?){1,3}|hein|n est ce pas)")
_PLAINLY = re.compile(
    r"(?:c est|ce sera|ca sera|it s|it is|c) (?:\w+ )?(?:payant|gratuit|obligatoire|facultatif|securise|confidentiel|anonyme|free|mandatory|compulsory|safe"
    r"|secure|confidential)\w*(?: \w+){0,2}"
)
_ALONE = re.compile(
    r"combien|comment(?: ca)?|pourquoi|quoi|hein|c est a dire|quel rapport|how|why|what|how (?:come|much|long)|what do you mean|meaning"
)
_QUOI = re.compile(
    r".*\b(?:mets?|mettre|fai(?:s|t|re|tes)|faut|ecri(?:s|re)|dis|dire|reponds?|choisis|prends) quoi\b.*|.*\b(?:laquelle|lequel) (?:je|on|il|faut)\b.*"
)
_WHAT_IS_THERE = re.compile(
    r"(?:.* )?(?:y a t il|(?:il )?y a(?:urait)?) (?:quoi|pas (?:un|une|des|quelque chose|moyen)|quelque chose|quel\w*|un truc|moyen)\b.*|(?:.* )?(?:vous avez|tu as|t as) quoi\b.*"
)
_SPOKEN = re.compile(
    r"\b(?:est|sont|coutent?|durent?|il|elle|ils|elles|is|are|costs?|ca|cela|je|j|on|vous|me|m|moi|nous|tu|c est|y a|il faut|si|i|you|we|it|there|this)\b"
)
_SPOKEN_QUESTION = 4  # words with one of those and a question mark: asked by the voice alone
_INSIDE = re.compile(rf"(?:\w+ ){{1,5}}(?:combien|conbien|pourquoi|{_INVERTED})\b.*")
_AS_ONE_LIKES = re.compile(
    r"(?:la )?(?:ou|quand|comme|combien|qui|ce que?|quoi|where|when|how|who|what)(?:ever)? (?:on|je|j|nous|vous|tu|il|ca|we|i|you|it)"
    r" (?:\w+ ){0,2}(?:veu[xt]|voul\w+|voudr\w+|peu[tx]|pourr\w+|faut|faudra|plai\w*|want|wants|can|like|please|need|suits?|possible|pret\w*|ready|sera)"
)
_WHEN_TOLD = re.compile(
    r"(?:quand|when|comme|qui) (?:on|je|j|nous|le|la|les|l|un|une|tout|ils?|elles?|ce|cette|notre|nos|mon|ma|we|i|the|our)\b.*"
)
_OF_THE_TALK = re.compile(
    r"\bvous (?:(?:me|m|nous|les|la|le|l|en|y|ne|n) )?(?:gard|fai[ts]|pouv|pourr|av|aur|ete|etes|all|donn|envo|transm|utilis|partag|vend|stock|conserv|lis|decid"
    r"|contact|rappel|r?appel|repond|sav|demand|pren|accept|aid|publi|montr|proteg|serv|propos)\w*"
    r"|\b(?:mes|nos|my|our) (?:donnees|infos?|informations?|reponses?|coordonnees|data|answers|details)\b"
    r"|\b(?:concurrents?|competitors?)\b.*\b(?:voir|voient|verront|lire|lisent|liront|savoir|sauront|see|read|know)\b"
    r"|\b(?:ma|la|my|the) (?:candidature|application) (?:est|sera|va|arrive|part|reste|peut|is|will|can|goes)\b|\bapres (?:le depot|l envoi|avoir (?:envoye|depose|valide))\b|\bafter (?:sending|i send|submi\w+)\b"
    r"|^(?:et |and )?(?:c est|ce sera|ca sera|it s|c) (?:\w+ )?(?:payant|gratuit|obligatoire|facultatif|long|cher|sur|securise|confidentiel|prive|public|anonyme"
    r"|normal|rapide|complique|possible|definitif|serieux|engageant|free|mandatory|safe|confidential|long|private)\w*"
    r"|^(?:et |and )?(?:ca|cela|it) (?:\w+ )?(?:coute|prend|dure|engage|sert|marche|fonctionne|cost|take|last|va (?:durer|prendre|couter|servir))\w*"
    r"|^(?:et |and )?(?:y a|il y a|il reste|reste) .*\b(?:questions?|etapes?|delais?|frais|minutes?)\b"
    r"|\bje (?:\w+ )?(?:cherche|veux|voulais|voudrais|aimerais) (?:\w+ ){0,3}(?:aides?|financements?|prets?|subventions?|argent)\b"
    r"|^(?:et|and) (?:le|la|les|l|mes|mon|ma|the|my|your|vos|votre) (?:\w+ ?){1,3}$"
    r"|^(?:et )?si (?:c|je|j|on|ca|il|mon|ma|le|la) |^(?:and )?(?:if|what if) |^(?:et|and|ok et|what about|how about)(?: (?:pour|apres|sinon|en|avec|sans|for|after|with)\b.*| si\b.*)"
)
_MODAL = re.compile(
    r"(?:je|j|on|nous|i|we) (?!ne\b|n\b)(?:\w+ )?(?:peux|peut|pourrai\w*|pourra|pouvons|suis oblige\w*|est oblige\w*|recoi\w*|recevr\w+|serai|sera|saur\w+"
    r"|ai le droit|a le droit|ai droit|a droit|est prevenu\w*|suis prevenu\w*|can|could|should)\b(?! (?:pas|plus|not)\b).*"
    r"|(?:il )?faut (?:un|une|des|le|la|quoi|avoir|etre|joindre|envoyer|payer)\b.*|(?:il )?y a (?:un|une|des|du|de la)\b.*"
)
_LAST_WORD = re.compile(r"(?:.* )?(?:combien|comment|quand|ou|pourquoi|qui|when|where|why|how|who)")
_SHORTEST = 3  # words of a question by its order of words
_LONGEST = 25  # words; a longer text without question mark tells something


def asking(text: str) -> Asking:
    """How surely the text asks something; a long story with a question at its end does so perhaps."""
    text = _without_lead_sentences(text)
    said = plain(text)
    level = Asking.NO if _AS_ONE_LIKES.fullmatch(said) else _by_words(flat(text), said, ends_with_mark(text))
    if not ends_with_mark(text):
        return level
    if _LAST_WORD.fullmatch(said):
        return Asking.SURELY
    long = len(said.split()) > _LONGEST or len(re.findall(r"[.;!\n]\s*\w", text)) > 0
    by_voice = len(said.split()) >= _SPOKEN_QUESTION and (_SPOKEN.search(said) or _MODAL.fullmatch(said))
    if not long and (level is Asking.MAYBE or by_voice):
        return Asking.SURELY
    return Asking.MAYBE if long and not _BEGINS.fullmatch(said) else max(level, Asking.MAYBE)


def looks_like_question(text: str) -> bool:
    """Asked surely, or with a question mark at the end."""
    return asking(text) is Asking.SURELY or ends_with_mark(text)


def is_modal(text: str) -> bool:
    """« je peux changer après », « il faut un kbis »: said so, a question or a plain statement."""
    return _MODAL.fullmatch(plain(text)) is not None


def tells_when(text: str) -> bool:
    """« quand on aura le financement »: a time, though it begins as a question does."""
    return _WHEN_TOLD.fullmatch(plain(text)) is not None and not ends_with_mark(text)


def plain(text: str) -> str:
    """The folded words of a text without what leads up to them: « bonjour », « ok mais », « attendez »."""
    said = flat(text)
    while match := _LEADS.match(said):
        rest = said[match.end() :]
        if not rest:
            return said
        said = rest
    return said


def reproaches(text: str) -> bool:
    """« t'as pas répondu », when that is all that is said."""
    return (
        re.fullmatch(
            rf"(?:(?:mais|bon|ben|et|but|eh|hey|non) )*(?:{_REPROACH})(?: (?:svp|stp|please|quand meme))*", flat(text)
        )
        is not None
    )


def _without_lead_sentences(text: str) -> str:
    """« t'as pas répondu. c'est payant ? »: the question."""
    first, *others = re.split(r"(?<=[.;!\n])\s+", text.strip(), maxsplit=1)
    said = flat(first)
    while match := _LEADS.match(said):
        said = said[match.end() :]
    return text if said or not others else _without_lead_sentences(others[0])


def ends_with_mark(text: str) -> bool:
    """Whether it ends with a question mark."""
    return re.search(r"\?[\s!?»\")]*$", text) is not None


def _by_words(whole: str, said: str, marked: bool) -> Asking:
    count = len(said.split())
    if count > _LONGEST:
        return Asking.NO
    if _WHEN_TOLD.fullmatch(said) and not _ENDS.fullmatch(said):
        return Asking.MAYBE
    if _WISHES_TO_KNOW.fullmatch(said) and not _DO_NOT_KNOW.search(said):
        return Asking.SURELY
    spoken = count >= _SHORTEST - marked
    if _ALONE.fullmatch(said):
        return Asking.SURELY
    put = spoken and any(pattern.fullmatch(said) for pattern in (_ENDS, _INSIDE, _EITHER, _QUOI, _WHAT_IS_THERE))
    if (spoken and _BEGINS.fullmatch(said)) or _PLAINLY.fullmatch(said) or (put and not _DO_NOT_KNOW.search(said)):
        return Asking.SURELY
    return Asking.MAYBE if _OF_THE_TALK.search(whole) or _OF_THE_TALK.search(said) else Asking.NO
