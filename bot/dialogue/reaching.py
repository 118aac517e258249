"""Somebody wants a person, complains, or wants to be spoken to in the other language."""

import re

from bot.answers.retorting import asks_recap
from bot.answers.types import Language
from bot.catalogue.folding import flat
from bot.dialogue.candidacy import wish_to_apply
from bot.dialogue.interrogative import Asking, asking, plain
from bot.dialogue.phrases import ANYBODY, LONGEST, WANTS, only_asks, parts, words_of

_HUMANS = words_of(
    "humain humaine humains conseiller conseillere conseillers conseille interlocuteur interlocutrice human humans adviser"
    " advisor advisers counsellor humin humian agent operator operateur"
)
_SOMEBODY = words_of(
    "quelqu qqun qq quelqun personne personnes someone somebody person people anyone anybody vrai vraie"
)
_REACHES = words_of(
    "parler parle passe passez discuter echanger joindre appeler appel appelle apeler rappeler rappelez contacter avoir avois voir rencontrer telephoner"
    " speak talk call phone reach contact get have meet rdv"
)
_CALLS = words_of("appeler apeler telephoner joindre appelle call phone ring")
_NUMBERS = words_of("numero num tel telephone telephonique phone coordonnees ligne number")
_GIVES = words_of(
    "donne donner donnez filer filez passe passez give voudrais veux veut aimerais cherche auriez avez aurais as avoir faut svp stp"
    " please plait have get need want votre your vos quel what there y"
)
_REACHING = (
    ANYBODY - words_of("la plus demain tomorrow")
    | _HUMANS
    | _SOMEBODY
    | _REACHES
    | _NUMBERS
    | _GIVES
    | words_of(
        "la plus 1 un directement directly plutot vite rapidement simplement seulement juste just possible est que qu si real actual live"
        " chez avec with qui who or ou nom name contact contacts francais french anglais english robot bot machine instead"
        " from tout suite besoin there here possibilite moyen way d un one quelle quel quoi cci direct directe donc is are back for in"
    )
)
_HUMAN_ONLY = 4  # words of « un humain svp », « conseiller please »
_WITH_MORE = re.compile(
    r"(?:(?:je|j|on|nous|i|we) (?:\w+ ){1,2}|(?:puis je|pouvez vous|peut on|can i|could i) )?"
    r"(?:(?:a |to )?(?:parler|discuter|echanger|speak|talk) (?:directement )?(?:a|avec|au|to|with) "
    r"(?:quelqu un|un (?:vrai )?conseiller|un humain|une (?:vraie )?personne|la cci|ma cci|someone|somebody|a (?:real )?person"
    r"|a human|an advis[eo]r)(?: (?:de|du|d|a|from|at) .{1,30})?"
    r"|(?:(?:prendre|avoir) )?(?:un )?(?:rendez vous|rdv) avec (?:quelqu un|un conseiller|une conseillere|la cci|ma cci)"
    r"(?: (?:de|du|d|a) .{1,30})?"
    r"|qu(?:e)? (?:on|quelqu un|un conseiller|vous) (?:me |m |nous )?(?:r?appell?e|contacte|rappeliez|appeliez)"
    r"|etre (?:r?appelee?|contactee?)|(?:me |nous )?(?:r?appele[rz]|contacte[rz])(?: moi| nous)?|call me(?: back)?)"
    r"(?: (?:svp|stp|s il vous plait|please|merci|au plus vite|demain|un conseiller))*"
)  # what is reached may have a name of its own: « parler à quelqu'un de la chambre de Dijon »
_ENDS_SO = re.compile(
    r".*\b(?:je|j|on|nous|i) (?:\w+ )?(?:veu[xt]|voudr\w+|voul\w+|aimer\w+|souhait\w+|prefer\w+|peu[xt]|pourr\w+|ai besoin|a besoin|want|need|would|prefer|d like)"
    r"(?: (?:juste|plutot|bien|vraiment|to|de|rather))* (?:parler|discuter|echanger|avoir|voir|joindre|speak|talk|reach|have)(?: (?:directement|plutot))?(?: (?:a|avec|au|to|with))?"
    r" (?:quelqu un|qqun|un (?:vrai )?(?:humain|conseiller|interlocuteur)|un(?:e)? vraie? (?:personne|gens)|une personne|des (?:vrais )?(?:gens|humains)|someone|somebody|a (?:real )?(?:person|human)|an advis[eo]r)"
    r"(?: (?:de (?:vrai|reel|la cci|chez vous)|en vrai|au telephone|par telephone|svp|stp|s il vous plait|please|merci|maintenant|now|directement))*(?: (?:qui|who) (?:s y |me |nous )?(?:connai\w+|sai\w+|compren\w+|peu\w+|pourr\w+|aide\w*|knows?|understands?|can)\b.*)?"
    r"|(?:.* )?(?:je|j|on|i) (?:\w+ )?(?:veu[xt]|voudr\w+|want) (?:quelqu un|un (?:vrai )?(?:humain|conseiller|etre humain)|une vraie personne|a (?:real )?(?:person|human))(?: (?:svp|stp|please|maintenant|now|pas un robot|et pas un robot))*"
    r"|.*\b(?:mett\w+|mets)(?: moi| nous)? en (?:contact|relation) avec (?:quelqu un|un (?:vrai )?(?:humain|conseiller)|la cci|une (?:vraie )?personne)(?: (?:svp|stp|de la cci|please))*"
    r"|.*\b(?:y a|y aurait|il y a|is there) (?:t il )?(?:pas )?(?:quelqu un|un humain|une vraie personne|someone|a human)(?: (?:a qui parler|de vrai|derriere|i can talk to|to talk to|de reel|pour me repondre))+"
)  # whatever comes before: « ça sert à rien votre robot je veux parler à quelqu'un »
_TIMES = (
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|matin\w*|midi|soir\w*|semaine|mois|prochaine?|demain|aujourd|hui|tot|tard|vite|rapidement|directement|plutot|possible|des que"
    r"|vers|avant|apres|entre|heures?|h|\d+h?\d*|partir|telephone|dans|journee|jours?|fin|debut"
    r"|monday|tuesday|wednesday|thursday|friday|morning|afternoon|evening|next|week|tomorrow|today|soon|before|after|between|am|pm|asap|day)"
)
_ABOUT = r"(?:pour|au sujet|a propos|concernant|sur|about|regarding|to (?:talk|discuss)|car|because)(?! (?:quel\w*|qui|quoi|que|qu|quand|combien|comment|what|which)\b)"
_TAIL = (
    rf"(?: (?:{_TIMES}|le|la|les|l|en|de|des|du|d|a|au|ou|et|si|s|il|vous|te|plait|merci|svp|stp|on|at|in|the|or|and|this|by|cette|ce|un|une|back|please"
    rf"|par|ici|cci|conseill\w+|quelqu|personne))*(?: {_ABOUT} .*)?"
)
_CALLED = r"(?:r?appel(?:er|le|lent|iez|ez)|re ?appele[rz]?|re?contact(?:er|e|iez|ez)|telephone[rz]?|passer? (?:un coup de fil|un appel)|joindre)"
_WOULD = r"(?:(?:j|je|on|nous) (?:aimer\w+|voudr\w+|veux|veut|voulons|souhait\w+|prefer\w+|demand\w+)(?: (?:bien|plutot|juste))*)"
_ADVISER = r"(?:quelqu un|qqun|un(?:e)? (?:vraie? )?(?:conseill\w+|personne|humain|collegue)|la cci|ma cci|someone|somebody|anyone|an advis[eo]r|a (?:real )?(?:person|human)|the chamber)(?: (?:de|d|at|from) (?:la |chez |ma |the )?\w+)?"
_CALL_ME = re.compile(
    rf"(?:(?:pouvez vous|pourriez vous|peux tu|pourrais tu|vous (?:pouvez|pourriez)|tu (?:peux|pourrais)|peut on|pourrait on|est ce (?:que |qu )(?:{_ADVISER}|on|vous) (?:peut|peux|pourrait|pouvez|pourriez)"
    rf"|{_ADVISER} (?:peut|pourrait)(?: t)?(?: il| elle)?|{_WOULD} (?:que |qu )(?:{_ADVISER}|on|vous|la cci)|merci de|(?:il )?faudrait (?:que |qu )(?:{_ADVISER}|on|vous))"
    rf" (?:(?:demander|dire|faire en sorte) (?:a )?(?:{_ADVISER} |que |qu |on |vous )+(?:de |d )?)?(?:me |m |nous )(?:faire )?{_CALLED}"
    rf"|(?:demande[rz]?|dites|dis|dire) a {_ADVISER} (?:de |qu il |qu on )(?:me |m |nous ){_CALLED}"
    rf"|(?:rappelez|rappelle|appelez|appelle|contactez|recontactez|telephonez) (?:moi|nous)"
    rf"|(?:{_WOULD}|puis je|pourrais je|peut on) etre (?:r?appele|re?contacte|joint)e?s?"
    rf"|{_WOULD} (?:(?:prendre|avoir|fixer|caler) )?(?:un )?(?:rendez vous|rdv|entretien|appel|coup de fil) avec {_ADVISER}"
    rf"|(?:(?:can|could) (?:you )?)(?:please )?(?:(?:ask|tell|get|have) )?(?:{_ADVISER} )?(?:please )?(?:to )?(?:call|phone|ring|contact) (?:me|us)"
    rf"|(?:ask|tell|get|have) {_ADVISER} (?:to )?(?:call|phone|ring|contact) (?:me|us)|(?:call|phone|ring) (?:me|us)"
    rf"|(?:i|we) (?:would|d|want|wish|need)(?: (?:like|prefer|rather))? to be (?:called|phoned|contacted|rung)"
    rf"|(?:(?:can|could|may) (?:i|we)|(?:i|we) (?:would|d) like to) (?:have|get|schedule|book|arrange) (?:a |an )?(?:phone )?(?:call|meeting|appointment) with {_ADVISER})"
    rf"{_TAIL}"
)
"""To be called, at some time or about something: « demandez à un conseiller de me rappeler lundi »."""
_OWN = re.compile(
    r"\b(?:mon|ma|notre|nos|my|our) (?:\w+ )?(?:interlocut\w+|cci|chambre|contact|conseill\w+|chamber|advis[eo]r)\b"
    r"|\b(?:cci|chambre|chamber|interlocut\w+)\b.*\b(?:chez (?:moi|nous)|d ici|(?:de|dans|in|of|for|pour) (?:ma|mon|notre|my|our)|(?:plus|pres|a cote) (?:proche|pres|de)|near|du coin|closest|nearest)\b"
    r"|\b(?:chez (?:moi|nous)|dans (?:ma|mon|notre) \w+)\b.*\b(?:cci|chambre|interlocut\w+)\b|\b(?:nearest|closest) (?:cci|chamber)\b"
)
_WHICH = re.compile(
    r"\b(?:qui|ki|quel(?:le)?|laquelle|lequel|who|which|what|nom|name|numero|tel|telephone|phone|mail|email|courriel|coordonnees|adresse|site|website|contacter|joindre|reach)\b"
)
_CHAMBER = _REACHING | words_of(
    "notre nos cci chambre chamber commerce industrie interlocuteurs laquelle lequel which my our region departement coin ville secteur"
    " proche pres plus cote nearest closest near mail email courriel adresse site website internet s appelle trouve dis dites moi alors"
    " contacter joindre reach c ki ce est qu exactement au juste exactly pour projet project name address department area town"
)
_REACH_ME = re.compile(
    r"\b(?:je|j|on|nous|i|we)? ?(?:(?:vous |te |leur )?(?:laisse|laissons|leave)|(?:r?appelez|r?appelle|contactez|recontactez|joignez|telephonez|ecrivez) (?:moi|nous)"
    r"|(?:me|m|nous) (?:r?appel(?:er|le|iez)|re?contacte[rz]?|joindre|telephoner)|(?:r?appele|re?contacte|joint)e? (?:au|sur|par)|(?:call|phone|ring|reach) (?:me|us))\b"
)
_SAYS_WHEN = re.compile(rf"\b(?:{_TIMES}|{_ABOUT})\b")
_COMPLAINS = re.compile(
    r".*\b(?:fois (?:que|qu) .*\b(?:renv|demand|repet|repos|pos|repond|dis|dit|envo|transfer|balad|appel|relanc|ecri)\w*"
    r"|on (?:me|m|nous) (?:renv\w+|balad\w+|promene\w*|fait tourner)"
    r"|(?:vous|tu) (?:ne )?(?:m |nous |me )?(?:servez|sers|repondez|reponds|aidez|aides|comprenez|comprends) (?:\w+ ){0,2}(?:a (?:quoi|rien)|rien|pas|a cote)"
    r"|(?:(?:votre|ton|vos|ce|cet|your|this) (?:robot|bot|truc|machin|site|outil|assistant|ia|chatbot|machine)s?|relais) (?:(?:ne|me|m|nous|il|elle|y) )*(?:sert|servent|comprend|comprennent|repond|aide)(?: absolument| vraiment| strictement)? (?:a )?rien\b"
    r"|(?:ca|cela) (?:ne )?sert (?:absolument |vraiment |strictement |franchement )?a rien(?= (?:votre|ton|ce|cet|vos|de (?:vous )?(?:parler|discuter|demander))\b|$)"
    r"|(?:votre|ton|ce|cet|your|this) (?:robot|bot|truc|machin|outil|assistant|ia|chatbot|machine|site|thing) (?:est|is|c est) (?:vraiment |completement |trop |really |so )?(?:nule?|bidon|inutile|bete|con|pourri|debile|useless|stupid|rubbish)"
    r"|reclamations?|me plaindre|porter plainte|file a complaint|(?:want|like) to complain|a complaint"
    r"|inadmissible|inacceptable|scandaleux|honteux|lamentable|foutage de gueule|(?:perte|perdre (?:mon|du)|perds mon) (?:de )?temps|tourne en rond"
    r"|c est (?:vraiment )?n importe quoi|(?:en ai|y en a) (?:marre|assez|ras le bol)(?! d)"
    r"|(?:vos|tes) reponses? (?:sont|est) (?:\w+ )?(?:nulles?|pourries?|inutiles?|fausses?|a cote)"
    r"|(?:mails?|messages?|courriers?|demande|relances?|appels?) .*\b(?:sans|aucune|pas de|toujours pas de) (?:reponse|nouvelles?|retour)"
    r"|waste of (?:my )?time|(?:round|around) in circles|you (?:are not|re not|don t|do not|never) (?:help|understand|answer)\w*"
    r"|times? (?:that )?i (?:have |ve )?(?:ask|been|get|was)\w*|nobody (?:answers|replies|ever))\b.*"
)
_COMPLAINT = 30  # words
_LANGUAGES = {
    Language.ENGLISH: words_of("anglais english englsh anglai inglish"),
    Language.FRENCH: words_of("francais french frances francai"),
}
_SPEAKING = ANYBODY | words_of(
    "parler parle parlez speak talk answer repondre reponds repondez repond reply ecrire ecrivez ecris write passer passe passez"
    " switch change changer continue continuer continuez langue language in into possible est ce que qu possible plutot instead"
    " only uniquement seulement juste just also aussi from on version traduire traduisez translate t tu as etes say tell that it this again repeat redis redites redire dire dis ca cela could would give donne donnez me moi sorry"
    " desole desolee answers reponses rather better everything tout now maintenant understand comprends pas rien ne n not do don can"
    " cannot read lis lire"
)
_UNREAD = re.compile(
    r"\b(?:(?:i|we) )?(?:don t|do not|dont|cannot|can t|cant|can not|couldn t|not able to|unable to)(?: (?:really|actually))? (?:read|speak|understand|know|get)(?: (?:any|much|your))? (?P<en>french|english)\b"
    r"|\bmy (?P<en2>french|english) is (?:\w+ )?(?:bad|poor|terrible|weak|not good|rusty)\b|\bno (?P<en3>french|english)\b"
    r"|\b(?:(?:je|on|nous) )?(?:ne )?(?:parle|parlons|lis|lisons|comprends|comprenons|comprend|sais pas (?:lire|parler))(?: (?:pas|rien|mal|peu))+(?: bien)?(?: (?:a|en|l|le|du|au))* ?(?P<fr>francais|anglais)\b"
)
_PIECE = re.compile(r"(?<=[.!?;])\s+|,\s+(?=(?:could|can|please|in english|en anglais|so|and))", re.IGNORECASE)


def wishes_a_person(text: str) -> bool:
    """« un humain je peux en avoir un », « donnez-moi un numéro », « who can I call »."""
    if len(flat(text).split()) > LONGEST or asks_recap(text):
        return False
    if _ENDS_SO.fullmatch(flat(text)) and not only_asks(text):
        return True
    said = plain(text)
    called = _CALL_ME.fullmatch(said) or _CALL_ME.fullmatch(flat(text)) or _WITH_MORE.fullmatch(said)
    return called is not None or any(map(_reaches, parts(text)))


def asks_own_chamber(text: str) -> bool:
    """« c'est qui mon interlocuteur ? », « la CCI chez moi, c'est laquelle ? », when that is all that is said."""
    others = (part for part in [*parts(text)][1:] if not _is_own_chamber(part))
    return asks_own_chamber_too(text) and not any(asking(part) is Asking.SURELY for part in others)


def asks_own_chamber_too(text: str) -> bool:
    """The same beside another question: « quelles aides, et qui est notre interlocuteur à la CCI ? »."""
    return any(map(_is_own_chamber, parts(text)))


def _is_own_chamber(part: str) -> bool:
    return bool(_OWN.search(part) and _WHICH.search(part)) and set(part.split()) <= _CHAMBER


def wishes_to_be_reached(text: str) -> bool:
    """« rappelez-moi au 06… », "can someone call me on…", whatever else is said with it."""
    return _REACH_ME.search(flat(text)) is not None and wish_to_apply(text) is None


def when_and_why(text: str) -> str:
    """The wish for a person, when it says at which time or about what; empty when it is bare."""
    return text.strip() if _SAYS_WHEN.search(flat(text)) else ""


def complains(text: str) -> bool:
    """Somebody has had enough of being sent around, or of the answers."""
    said = flat(text)
    if len(said.split()) > _COMPLAINT or not _COMPLAINS.fullmatch(said):
        return False
    others = [part for part in parts(text) if not _COMPLAINS.fullmatch(part)]
    return not any(asking(part) is Asking.SURELY and len(part.split()) > _HUMAN_ONLY for part in others)


def language_wished(text: str) -> Language | None:
    """« pouvez-vous répondre en anglais », "I don't read French", when that is all that is said."""
    unread = _UNREAD.search(flat(text))
    words = (_UNREAD.sub(" ", flat(text)) if unread else flat(text)).split()
    for language, names in _LANGUAGES.items():
        if names.intersection(words) and all(word in names or word in _SPEAKING for word in words):
            return language
    if unread and all(word in _SPEAKING for word in words):
        spoken = next(filter(None, unread.groups()))
        return Language.FRENCH if spoken in _LANGUAGES[Language.ENGLISH] else Language.ENGLISH
    return None


def language_wished_first(text: str) -> tuple[Language | None, str]:
    """The language wished by the first sentences of a message, and the rest of it."""
    pieces = _PIECE.split(text.strip())
    for count in range(len(pieces) - 1, 0, -1):
        if language := language_wished(" ".join(pieces[:count])):
            return language, " ".join(pieces[count:])
    return None, text


def _reaches(part: str) -> bool:
    words = set(part.split())
    if not words <= _REACHING:
        return False
    count, human = len(part.split()), bool(words & _HUMANS)
    reach, somebody = bool(words & _REACHES), bool(words & _SOMEBODY or "quelqu un" in part)
    if human and (reach or count <= _HUMAN_ONLY or words & (WANTS - {"est", "suis"}) or words & _GIVES):
        return True
    if somebody and (reach or words & _NUMBERS):
        return True
    if words & _CALLS and {"qui", "who"} & words:
        return True
    return bool(words & _NUMBERS) and bool(words & _GIVES) and count > 1
