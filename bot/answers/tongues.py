"""Languages that Relais does not speak: recognised, so that whoever writes in one is told so kindly."""

import re

from bot.answers.language import foreign_words, spoken_words

_OTHERS: dict[str, frozenset[str]] = {
    "es": frozenset(
        "que cual cuales cuanto cuanta como donde cuando quien el los las una para por con mi mis nuestra es son"
        " nuestro esta estoy tengo puedo ayuda ayudas empresa hola gracias buenos dias hay subvencion y del al"
        " quiero necesito fabrica tasa prestamo".split()
    ),
    "de": frozenset(
        "der die das ein eine und ist sind wie was welche welcher welches wann wo wer kann konnen ich wir mein meine"
        " unser unsere fur mit von zu auf nicht gibt es hallo danke guten tag bitte mochte brauche firma forderung"
        " zuschuss darlehen unternehmen hilfe".split()
    ),
    "it": frozenset(
        "il lo gli una che quale quali quanto come dove quando chi per con mia mio nostra nostro sono ho posso"
        " aiuto aiuti azienda ciao grazie buongiorno della dei delle di e vorrei impresa fabbrica prestito".split()
    ),
    "pt": frozenset(
        "o os um uma que qual quais quanto como onde quando quem para por com minha meu nossa nosso sao tenho posso"
        " ajuda ajudas empresa ola obrigado obrigada bom dia da do das dos e voce fabrica".split()
    ),
    "nl": frozenset(
        "de het een en is zijn wat welke hoe wanneer waar wie kan ik wij mijn ons onze voor met van naar niet hallo"
        " bedankt goedendag bedrijf subsidie lening".split()
    ),
}  # fmt: skip
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[a-zA-ZÀ-ɏ]")
_ENOUGH = 2  # words of another language that are no French or English ones


def speaks_otherwise(text: str) -> bool:
    """Whether a text is in none of the languages that Relais speaks; a doubt is no."""
    letters = _LETTER.findall(text)
    if letters and sum(bool(_LATIN.match(letter)) for letter in letters) < len(letters) / 2:
        return True
    words = foreign_words(text)
    spoken = spoken_words(words)
    best = max(sum(word in known for word in words) for known in _OTHERS.values())
    own = max(len([word for word in words if word in known and word not in spoken]) for known in _OTHERS.values())
    return own >= _ENOUGH and best > len(spoken)
