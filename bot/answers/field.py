"""What a message must hold to be of this field: the words of firms, of making things, of money, of applying."""

import re

from bot.catalogue.folding import flat

_WORDS = re.compile(
    r"\b(?:entreprises?|boites?|societes?|pme|eti|tpe|start ?ups?|patron\w*|gerante?s?|dirigeante?s?|filiales?"
    r"|usines?|ateliers?|industri\w+|fabri(?:qu|c)\w*|produi(?:re|s|t|ts|sons|sent)|productions?|prod|assembl\w+|machines|moules?"
    r"|avant de (?:signer|commander|acheter|investir|commencer les travaux|deposer)"
    r"|fournisseurs?|sous trait\w+|prestataires?|partenaires?|import(?:e|es|er|ons)|export\w*|made in france|matiere premiere"
    r"|relocalis\w+|rapatri\w+|reindustrialis\w+|delocalis\w+|implant\w+|salarie\w*|employes?|embauch\w+|recrut\w+|operateurs?|effectifs?"
    r"|banques?|bancaires?|prets?|emprunt\w*|subvention\w*|financ\w+|tresorerie|treso|redressement|sauvegarde|liquidation|fonds|garanti\w*|cautions?|impots?|aides|dispositifs?"
    r"|invest\w+|chiffre d affaires?|bilan|devis|cci|conseill\w+|accelerateur|accompagn\w+|candidat\w+|dossiers?|inscri\w+"
    r"|participer|prototypes?|bpi\w*|ademe|urssaf|opco|france 2030|siren|siret|brevets?|friche|locaux|zone industrielle"
    r"|compan(?:y|ies)|firms?|business|factor(?:y|ies)|plants?|workshops?|manufactur\w+|produc(?:e|es|ing|tion)|suppliers?|subcontract\w+"
    r"|reshor\w+|employees?|hir(?:e|ing)|loans?|grants?|funding|subsid\w+|taxe?s?|credits?|appl(?:y|ication)|adviser|advisor|eligible)\b"
)


def field_words(text: str) -> int:
    """How many different words of this field a text holds."""
    return len(set(_WORDS.findall(flat(text))))
