"""Every sentence that answers are framed with, French beside English, so that one person can review the tone."""

from bot.answers.types import Language

_TEXTS: dict[str, tuple[str, str]] = {
    # status of a scheme
    "closed_on": (
        "{name} est clos depuis le {day} : on ne peut plus le demander.",
        "{name} closed on {day}: it can no longer be requested.",
    ),
    "closed": ("{name} est clos : on ne peut plus le demander.", "{name} is closed: it can no longer be requested."),
    "not_yet": ("{name} n'est pas encore ouvert : il ouvre le {day}.", "{name} is not open yet: it opens on {day}."),
    "to_check": (
        "L'ouverture de {name} est à vérifier auprès de {contact}.",
        "Whether {name} is open must be checked with {contact}.",
    ),
    "open_until": ("{name} est ouvert jusqu'au {day}.", "{name} is open until {day}."),
    "open": (
        "{name} est ouvert, sans date de fin indiquée.",
        "{name} is open, with no closing date given.",
    ),
    "funder_or_adviser": ("un conseiller CCI", "a CCI adviser"),
    "alternatives": ("À regarder à la place : {names}.", "To look at instead: {names}."),
    # fields of a scheme
    "amount_range": ("{name} : de {low} à {high}.", "{name}: from {low} to {high}."),
    "amount_max": ("{name} : {high} au maximum.", "{name}: {high} at most."),
    "amount_min": ("{name} : à partir de {low}.", "{name}: from {low}."),
    "rate": ("{name} : taux de {rate} au maximum.", "{name}: rate of {rate} at most."),
    "base_range": (
        "{name} : dépenses prises en compte de {low} à {high}.",
        "{name}: eligible spending from {low} to {high}.",
    ),
    "base_max": (
        "{name} : dépenses prises en compte jusqu'à {high}.",
        "{name}: eligible spending up to {high}.",
    ),
    "base_min": ("{name} : à partir de {low} de dépenses.", "{name}: from {low} of spending."),
    "funder": ("{name} est proposé par {funder}.", "{name} is offered by {funder}."),
    "contact": ("Contact pour {name} : {contact}.", "Contact for {name}: {contact}."),
    "link": ("Page officielle de {name} : {link}", "Official page of {name}: {link}"),
    "cumulation": ("Cumul de {name} : {text}.", "Combining {name}: {text}."),
    "before_commitment": (
        "{name} : le dossier se dépose avant toute commande ou devis signé.",
        "{name}: the file must be lodged before any order or signed quotation.",
    ),
    "repayable": ("{name} se rembourse ({nature}).", "{name} must be repaid ({nature})."),
    "not_repayable": ("{name} ne se rembourse pas ({nature}).", "{name} is not repaid ({nature})."),
    "headcount": ("{name} s'adresse aux entreprises de {range}.", "{name} is for companies with {range}."),
    "heads_range": ("{low} à {high} salariés", "{low} to {high} employees"),
    "heads_max": ("{high} salariés au plus", "at most {high} employees"),
    "heads_min": ("{low} salariés au moins", "at least {low} employees"),
    "partner_contact": ("{name} : {contact}", "{name}: {contact}"),
    "partner_site": ("Site de {name} : {site}", "Website of {name}: {site}"),
    "partner_place": ("{name} se trouve à {town}.", "{name} is based in {town}."),
    # lists
    "schemes_found": (
        "Plusieurs dispositifs correspondent{criteria} ; les premiers :",
        "Several schemes match{criteria}; the first ones:",
    ),
    "schemes_one": ("Un dispositif correspond{criteria} :", "One scheme matches{criteria}:"),
    "partners_found": (
        "Plusieurs partenaires peuvent vous aider ou vous orienter pour : {operations}.",
        "Several partners can help or direct you for: {operations}.",
    ),
    "partners_one": (
        "Un partenaire peut vous aider pour : {operations}.",
        "One partner can help you for: {operations}.",
    ),
    "scheme_line": ("{name} ({funder}) : {text}", "{name} ({funder}): {text}"),
    "partner_line": ("{name}{place} : {text}", "{name}{place}: {text}"),
    "in_region": (" en {region}", " in {region}"),
    "status_to_check": ("ouverture à vérifier", "opening to be checked"),
    # framing
    "in_french": ("", "What the source says, in French:"),
    "outdated": (
        "Cette fiche a été vérifiée le {day} : faites confirmer avant de vous engager.",
        "This page was checked on {day}: have it confirmed before committing.",
    ),
    "verdict": (
        "Je ne peux pas dire si votre projet y a droit : voici les conditions, un conseiller CCI les vérifie avec "
        "vous.",
        "I cannot say whether your project qualifies: here are the conditions, a CCI adviser checks them with you.",
    ),
    "premise_wrong": ("Non, la source dit autre chose :", "No, the source says otherwise:"),
    # refusals
    "out_of_scope": (
        "Je réponds seulement sur la relocalisation industrielle : l'accélérateur des CCI, les financements, les "
        "partenaires et la candidature. Sur ce sujet, je ne peux pas vous aider.",
        "I only answer about bringing industrial production back to France: the CCI accelerator, financing, partners "
        "and applications. I cannot help on this subject.",
    ),
    "not_in_knowledge": (
        "Je n'ai pas cette information dans ma base. Un conseiller CCI peut vous répondre.",
        "I do not have this information in my knowledge base. A CCI adviser can answer you.",
    ),
    "unknown_region": (
        "Je n'ai pas d'information pour la région {region} : ma base couvre {covered} et les aides nationales. "
        "La CCI de votre région peut vous répondre.",
        "I have no information for the {region} region: my knowledge covers {covered} and national schemes. "
        "The CCI of your region can answer you.",
    ),
    "known_unknown": (
        "{text} Un conseiller CCI peut vous répondre.",
        "I do not have this information (« {text} »). A CCI adviser can answer you.",
    ),
    "needs_region": (
        "Pour vous répondre, il me faut votre région : {regions} ?",
        "To answer, I need your region: {regions}?",
    ),
    # small talk
    "greeting": (
        "Bonjour, je suis Relais, l'assistant automatique de quatre CCI pour relocaliser une production en France. "
        "Posez-moi une question sur l'accélérateur, un financement ou un partenaire.",
        "Hello, I am Relais, the automated assistant of four chambers of commerce for bringing production back to "
        "France. Ask me about the accelerator, a financing scheme or a partner.",
    ),
    "thanks": ("Avec plaisir. Une autre question ?", "You're welcome. Anything else?"),
    "goodbye": (
        "Au revoir, et bon courage pour votre projet.",
        "Goodbye, and good luck with your project.",
    ),
    "human": (
        "Non, je suis un assistant automatique. Pour parler à un conseiller CCI, tapez /conseiller.",
        "No, I am an automated assistant. To talk to a CCI adviser, type /conseiller.",
    ),
    "help": (
        "Je réponds, avec mes sources, sur l'accélérateur relocalisation, les financements et les partenaires "
        "industriels, et je prends votre candidature. "
        "Exemples : « Quelles aides pour acheter une machine ? », « Qui fait du bobinage ? ».",
        "I answer, with sources, about the reshoring accelerator, financing schemes and industrial partners, and I "
        "take your application. Examples: “Which grants for a machine?”, “Who does motor winding?”.",
    ),
    "rude": (
        "Je fais de mon mieux, et je peux me tromper. Pour parler à une personne, tapez /conseiller.",
        "I do my best and may be wrong. To talk to a person, type /conseiller.",
    ),
    "fine": ("Très bien, merci. Que puis-je chercher pour vous ?", "Fine, thank you. What can I look up for you?"),
    # suggestions
    "ask_amount": ("Quel est le montant de {name} ?", "How much is {name}?"),
    "ask_who": ("Qui peut avoir {name} ?", "Who can have {name}?"),
    "ask_how": ("Comment demander {name} ?", "How does one apply for {name}?"),
    "ask_deadline": ("Jusqu'à quand demander {name} ?", "Until when can one ask for {name}?"),
}


def say(key: str, language: Language, **holes: str) -> str:
    """The sentence of that key with its holes filled; KeyError for an unknown key or a missing hole."""
    return _TEXTS[key][language is Language.ENGLISH].format(**holes)
