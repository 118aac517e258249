"""Greetings, thanks, « are you human? »: answered kindly, without pretending to search."""

import re

from bot.catalogue.folding import flat

DOUBTFUL = "doubtful"  # « bof »: no small talk where the form waits for an answer
_LONGEST = 90  # characters
_NAMED = r"(?: (?:a tous|a toi|a vous|relais|monsieur|madame|messieurs|mesdames|there|tout le monde|everyone|le bot|bonjour|cher \w+))*"
_HELLO = r"(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|bjr|bsr|slt|cc|yo|rebonjour|re|all?o+|good (?:morning|afternoon|evening|day)|greetings)"
_OK = r"(?:ok|okay|oki|d accord|super|parfait|genial|top|tres bien|entendu|compris|great|perfect|cool|nice|wonderful|nickel|impeccable|excellent|bien|alright|understood|got it)"
_THANKS = r"(?:merci+|mercii+|remerci\w*|thanks?|thank you|thx|mrc|cimer|ty)"
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("fine", rf"(?:{_HELLO} )?(?:comment (?:ca va|allez vous|vas tu|tu vas|vous allez)|(?:tu vas|vous allez|ca va)(?: bien)?|(?:et )?(?:toi|vous) ca va|how are you(?: doing)?|how s it going|what s up|quoi de neuf)(?: (?:aujourd hui|today|bien|toi|vous|relais))*"),
    ("either", r"(?:(?:mais|et|bon|en fait) )*(?:(?:je|j|on) (?:parle|discute|cause|ecris|ai affaire|a affaire) (?:a|avec) (?:qui|quoi)|(?:a|avec) qui (?:je (?:parle|discute)|ai je affaire|est ce que je (?:parle|discute))|qui (?:me |nous )?(?:repond|parle|ecrit)|who am i (?:talking|speaking|writing) (?:to|with)|who is (?:answering|writing|this))(?: (?:la|au juste|exactement|en fait|ici|moi|me|here))*"),
    ("greeting", rf"{_HELLO}{_NAMED}(?: {_HELLO}{_NAMED})?"),
    ("thanks", rf"(?:{_OK} )*(?:un (?:grand|gros) )?(?:je (?:te|vous) )?{_THANKS}(?: {_THANKS})*(?: (?!de|d|qui|quel|pour (?:quoi|qui|quel))\w+){{0,5}}"),
    ("thanks", rf"{_OK}(?: {_OK})*(?: (?:pour moi|then|alors|c est (?:note|clair|tout bon|parfait)))?|c est (?:note|clair|parfait|super|genial|tres clair|gentil)|(?:tu es|vous etes|you are|you re) (?:super|genial|genialt?e?s?|gentille?|great|awesome|helpful|the best)"),
    ("goodbye", r"(?:au revoir|a bientot|a (?:la prochaine|demain|plus tard|tantot)|bonne (?:journee|soiree|nuit|continuation|fin de journee)|bye(?: bye)?|goodbye|good bye|a plus|ciao|see you|good night|have a (?:nice|good) (?:day|evening))(?: (?!quel|qui|combien)\w+){0,3}"),
    ("goodbye", rf"(?:(?:non|bon|bah|ben|ok|bref|allez|oh|well|no) )*(?:laiss?e[rsz]? tomber|tant pis|c est pas grave|ce n est pas grave|c est bon|ca (?:va )?aller|ca ira|je (?:vais )?me debrouill\w+|j arrete(?: la)?|stop|on arrete(?: la)?|oublie[rz]? (?:ca|cela)|never ?mind|forget (?:about )?it|drop it|no worries|that s (?:all|it|ok|fine)|i ll manage)(?: (?:pour (?:aujourd hui|l instant|moi|le moment)|alors|du coup|then|quand meme|anyway|{_THANKS}|vous|beaucoup|bien|tant pis|au revoir|bonne journee|bye|bonne soiree|a plus|for (?:now|your help)))*"),
    ("help", r"(?:aide|help|aidez moi|aide moi|help me|au secours|sos|menu|tu fais quoi|vous faites quoi|(?:tu|vous) (?:peux|pouvez|sais|savez) faire quoi|que (?:fais tu|faites vous|sais tu faire|savez vous faire|peux tu (?:faire|m apporter)|pouvez vous faire)|(?:qu est ce que|kes ?ke) (?:tu|vous) (?:sais|savez|peux|pouvez|fais|faites)(?: faire)?|comment (?:ca marche|tu marches|ca fonctionne|tu fonctionnes|t utiliser|vous utiliser)|a quoi (?:tu sers|sers tu|servez vous|vous servez|ca sert)|qui (?:es tu|etes vous|t a (?:cree|fait|programme))|(?:tu es|t es|vous etes) qui|comment (?:t appelles tu|tu t appelles|vous appelez vous)|(?:c est )?(?:quoi|qui) (?:ton|votre) (?:nom|role)|(?:quel est )?(?:ton|votre) (?:nom|role)|c est (?:quoi|qui) relais|what can you do(?: for me)?|who (?:are|made) you|what are you|what is (?:your name|relais)|how does (?:it|this) work|(?:(?:tu|vous) )?(?:peux|pouvez|faites|fais)(?: vous| tu)? (?:faire )?quoi pour (?:moi|nous|(?:mon|notre|une) (?:entreprise|boite|projet|societe|usine))|(?:et )?comment ca (?:marche|fonctionne) (?:ton|votre|ce|le|cet) (?:truc|outil|bot|assistant|service|systeme|machin|appli\w*)|(?:quel est l |c est quoi l |l )interet (?:de passer par (?:vous|toi|relais)|de relais|de (?:votre|ton) (?:outil|service))|pourquoi (?:passer|je passerais) par (?:vous|toi|relais)|que puis je (?:te|vous) demander|what can i ask(?: you)?|je (?:ne )?(?:comprends rien|sais pas quoi (?:faire|demander))|i am lost|je suis perdue?)(?: (?:stp|svp|s il te plait|s il vous plait|please))?"),
    (DOUBTFUL, r"(?:(?:mouais?|mwai?s|bof|euh+|heu+|hu?m+|hmm+|pff+|meh|um+|uh+)(?: |$))+(?:(?:pas (?:tres )?convaincue?|je (?:ne )?sais pas(?: trop)?|not (?:so )?sure))?"),
    ("rude", r".*\b(?:connard|connasse|conne?|abruti\w*|debiles?|stupides?|merd\w*|nul a chier|idiote?s?|ta gueule|fuck\w*|stupid|useless|encule\w*|imbeciles?|putain|pute|salope?|salaud|batard\w*|cretins?|bouffon\w*|degage|va te faire|nique\w*|moron|dumb|idiot|shut up|asshole|shit\w*|suck\w*|bullshit|crap)\b.*"),
    ("rude", r"(?:t es|tu es|vous etes|c est|you are|you re|this is|tu) (?:vraiment |trop |tellement |completement |so )?(?:nul(?:le)?|bete|mauvaise?|inutile|pourrie?|con|bad|terrible|rubbish|sers a rien|ne sers a rien)s?(?: .{0,20})?"),
    ("joke", r"(?:(?:raconte|dis|fais|tell|connais|connaissez)\w*(?: tu| vous)?(?: moi| me| nous)? (?:une|des|a|some) (?:blagues?|jokes?|histoires?|story|devinette)(?: drole)?(?: stp| svp| please)?|je (?:t aime|vous aime|m ennuie)|i love you|(?:tu|vous) m aimez?|veux tu m epouser)"),
)  # fmt: skip
_COURTESY = re.compile(
    r"^\s*(?:(?:ok |bon |super |great |perfect )*(?:merci+(?: beaucoup| bcp| bien)?|mrc|thanks?(?: you| a lot| very much)?|thank you)[\s,!.:;-]+)+"
    r"(?:(?:et |and |juste |just )?(?:(?:one )?last (?:thing|question)|derni[eè]re? (?:truc|chose|question)|une derni[eè]re question|autre (?:chose|question))"
    r"[\s,!.:;-]+)?",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"^\s*(?:(?:m?ouais?|mwai?s|mouaip|ouaip|bof|euh+|heu+|hu?m+|hmm+|pff+|bah|ben|meh|um+|uh+|er+m|yeah)\b[\s,.:;!…-]*)+(?=\w)",
    re.IGNORECASE,
)
"""« mouais. », « bof, »: no word of a question."""
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS)
_BEINGS = frozenset(
    "humain humaine humains humaines robot robots machine bot bots chatbot ia ai ordinateur algorithme programme logiciel"
    " personne quelqu qqun vivant vivante reel reelle chatgpt gpt automate automatique virtuel virtuelle intelligence"
    " artificielle human humans person people computer program real alive artificial llm someone somebody anybody anyone"
    " conscience sentiments emotions feelings conscious sentient assistant mistral claude gemini gars mec guy".split()
)
_ADDRESSED = frozenset(
    "tu t toi te vous etes es parler parle parles parlons discute echange reponds repond repondez repondent ecris ecrit you"
    " talking talk chatting chat speaking speak answering replying this there c ai as avez have there y derriere affaire".split()
)
_BETWEEN = frozenset(
    "est ce que qu un une des a au avec en de du la le les l d ou et je j ici la vrai vraie vraies vrais bien juste"
    " seulement moi me m qui train on si non oui svp stp bonjour salut hello hi the am i is are do does did an with to"
    " or and just really truly actually it t hey pas ne n suis quoi quel comme par il elle of behind here intelligence"
    " s etre dis dites savoir veux voudrais connaitre curieux question avoir dans chez relais please tell vraiment genre"
    " sorte simple chose etes being made any mean cote autre bout fil aupres can could i in english francais anglais"
    " cci conseiller conseillere homme femme vous some at from adviser chamber".split()
)
_LIVING = frozenset(
    "humain humaine humains humaines personne quelqu qqun vivant vivante reel reelle human humans person people real alive"
    " someone somebody anybody anyone conscience sentiments emotions feelings conscious sentient gars mec guy conseiller conseillere"
    " homme femme adviser".split()
)
_ENGLISH = frozenset("you are an is this i am talking talk with can".split())
_OR = frozenset({"ou", "or"})
_THINGS = frozenset("machine ordinateur algorithme programme logiciel automate automatique program computer".split())
_TO_YOU = frozenset(
    "tu t toi te vous etes es parle parler parles parlons repond reponds repondez you talking discute affaire".split()
)


def without_courtesy(message: str) -> str:
    """A message without the thanks and the hesitation that it begins with, when anything follows."""
    message = _UNSURE.sub("", message, count=1) or message
    rest = _COURTESY.sub("", message, count=1)
    return rest if len(rest.split()) > 1 else message


def small_talk(message: str) -> str | None:
    """The wording key of the reply when the whole message is small talk, else None."""
    said = flat(message)
    if len(said) > _LONGEST:
        return None
    if not said:
        return "nothing" if not any(letter.isalpha() for letter in message) else None
    if _asks_who_is_there(said.split()):
        return _who_is_meant(set(said.split()))
    return next((kind for kind, pattern in _COMPILED if pattern.fullmatch(said)), None)


def _asks_who_is_there(words: list[str]) -> bool:
    """Every word is one of addressing somebody, of being one, or stands between them."""
    if "ai" in words and not _ENGLISH.intersection(words):
        words = [word for word in words if word != "ai"]  # « j'ai »
    if (_THINGS.intersection(words) and not _TO_YOU.intersection(words)) or {"quoi", "quel"}.intersection(words):
        return False
    if not _BEINGS.intersection(words) or not all(w in _BEINGS or w in _ADDRESSED or w in _BETWEEN for w in words):
        return False
    either_or = bool(_OR.intersection(words)) and len(_BEINGS.intersection(words)) > 1
    return bool(_ADDRESSED.intersection(words)) or either_or


def _who_is_meant(words: set[str]) -> str:
    """Whether a person is asked for, a machine, or which of the two."""
    living, made = words & _LIVING, words & (_BEINGS - _LIVING)
    if (living and made) or ("qui" in words and _OR & words):
        return "either"
    return "human" if living else "automaton"
