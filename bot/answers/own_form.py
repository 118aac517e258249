"""Questions on applying by Relais that do not name the application: « si c'est refusé ? », « qui va lire mes réponses »."""

import re

from bot.catalogue.folding import flat

_OF_APPLYING = re.compile(
    r"\b(?:candidat\w*|postul\w*|inscri\w+|formulaire|questionnaire|remplir|remplis\w*|rempli|recale\w*|confidenti\w+|deposer|le depot"
    r"|apply|applying|application|sign up|the form|fill in|rejected|turned down|confidential)\b"
    r"|\b(?:mes|nos|vos|les|ces|my|our) (?:donnees|infos?|informations?|reponses?|coordonnees|data|answers|details)\b"
    r"|\b(?:refuse\w*|refus|pas (?:pris|retenue?s?|selectionne\w*|accepte\w*)|(?:suis|est|sera|serai|soit) (?:pris|retenue?|selectionne\w*|accepte\w*))\b"
    r"|\bm a dit non\b|\b(?:apres (?:l envoi|avoir envoye)|(?:une )?fois (?:que c est )?(?:envoye|parti|transmis|depose)\w*|(?:ai|avons|a) (?:tout )?(?:envoye|depose|valide)\w*"
    r"|after (?:sending|submitting|i send)|(?:have|ve) sent)\b"
    r"|\b(?:li(?:re|t|ra|sent)|voi(?:r|t|ent)|reads?|sees?)\b.*\b(?:ca|cela|reponses?|dossier|projet|ecri\w+|this|it|data)\b"
    r"|\b(?:concurrents?|competitors?)\b.*\b(?:voi\w+|li\w+|sav\w+|acces|tomb\w+|see|read|know)\b"
    r"|\b(?:connexion|wifi|internet|reseau|batterie|page|onglet|telephone|connection|battery)\b.*\b(?:coup\w*|saut\w*|ferm\w*|perd\w*|lach\w*|plant\w*|eteint|drop\w*|lost|close\w*|dies)\b"
    r"|\b(?:perd\w*|recommenc\w*|lose|lost)\b.*\b(?:ferme|quitte|coupe|ecrit|tout|everything|close|leave)\b"
    r"|\b(?:combien de|nombre de|how many) (?:questions?|etapes?|steps?)\b"
)
_LONGEST = 22  # words


def is_of_the_form(question: str) -> bool:
    """Whether a short question may be about applying here, its data or its outcome."""
    said = flat(question)
    return len(said.split()) <= _LONGEST and bool(_OF_APPLYING.search(said))
