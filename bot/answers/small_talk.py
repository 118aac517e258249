"""Greetings, thanks, « are you human? »: answered kindly, without pretending to search."""

import re

from bot.catalogue.folding import flat

_PATTERNS: tuple[tuple[str, str], ...] = (
    ("human", r".{0,12}\b(?:es tu|etes vous|t es|vous etes|tu es|are you|is this|je parle a|c est)\b.{0,15}\b(?:humain\w*|robot|machine|bot|personne|vrai\w*|ia|ai|human|person|real|automate|automatique|chatgpt)\b.{0,25}"),
    ("human", r".*\bparle\w*\b.*\b(?:a un|avec un|to a)\b.*\b(?:robot|machine|humain|bot|human)\b.*"),
    ("fine", r"(?:bonjour |salut |coucou |hello |hi )?(?:comment (?:ca va|allez vous|vas tu|tu vas)|ca va(?: bien)?|how are you)(?: .{0,20})?"),
    ("greeting", r"(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|bjr|slt|good (?:morning|afternoon|evening))(?: (?:a tous|relais|monsieur|madame|there|tout le monde|bonjour))*"),
    ("thanks", r"(?:ok |super |parfait |tres bien |d accord )?(?:merci|mercii+|thanks|thank you|thx|mrc|cimer)(?: .{0,30})?"),
    ("thanks", r"(?:ok|okay|d accord|super|parfait|genial|top|tres bien|entendu|compris|great|perfect|cool)"),
    ("goodbye", r"(?:au revoir|a bientot|bonne (?:journee|soiree|nuit)|bye|goodbye|a plus|ciao|see you)(?: .{0,20})?"),
    ("help", r"(?:aide|help|aidez moi|aide moi|au secours|menu|tu fais quoi|vous faites quoi|que (?:fais tu|faites vous|sais tu faire|savez vous faire|peux tu faire|pouvez vous faire)|comment (?:ca marche|tu marches|ca fonctionne)|a quoi (?:tu sers|sers tu|servez vous)|qui (?:es tu|etes vous)|tu es qui|t es qui|c est quoi relais|what can you do|who are you|how does (?:it|this) work)"),
    ("rude", r".*\b(?:connard|conne|abruti|debile|stupide|merde|nul a chier|idiot|ta gueule|fuck|stupid|useless|encule|imbecile)\b.*"),
    ("rude", r"(?:t es|tu es|vous etes|c est) (?:nul|nulle|bete|mauvais|inutile)s?"),
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS)


def small_talk(message: str) -> str | None:
    """The wording key of the reply when the whole message is small talk, else None."""
    said = flat(message)
    if len(said) > 80:
        return None
    return next((kind for kind, pattern in _COMPILED if pattern.fullmatch(said)), None)
