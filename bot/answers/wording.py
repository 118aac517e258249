"""Every sentence that answers are framed with, French beside English, so that one person can review the tone."""

from bot.answers.types import Language

_TEXTS: dict[str, tuple[str, str]] = {
    # status of a scheme
    "closed_on": (
        "{name} : c'est clos depuis le {day}.",
        "{name} closed on {day}: it can no longer be requested.",
    ),
    "closed": (
        "{name} : c'est clos, on ne peut plus déposer de demande.",
        "{name} is closed: it can no longer be requested.",
    ),
    "not_yet": (
        "{name} : ce n'est pas encore ouvert, l'ouverture est prévue le {day}.",
        "{name} is not open yet: it opens on {day}.",
    ),
    "to_check": (
        "{name} : ouverture à vérifier (contact : {contact}).",
        "{name}: opening to be checked (contact: {contact}).",
    ),
    "open_until": ("{name} : c'est ouvert jusqu'au {day}.", "{name} is open until {day}."),
    "open": (
        "{name} : c'est ouvert ; ma base ne donne pas de date de fin.",
        "{name} is open; my knowledge gives no closing date.",
    ),
    "instead": ("À la place, {name} ({text}) est ouvert.", "{name} ({text}) is open instead."),
    "summary": ("{name} est {text}.", "{name} is {text}."),
    "summary_from": (" de {funder}", " from {funder}"),
    "summary_in": (" pour des projets en {regions}", " for projects in {regions}"),
    "summary_until": ("jusqu'au {day}", "until {day}"),
    "summary_range": ("de {low} à {high}", "of {low} to {high}"),
    "summary_to": ("{high} au maximum", "up to {high}"),
    "summary_rate": ("taux de {rate} au maximum", "rate of up to {rate}"),
    "summary_base": ("pour {low} à {high} de dépenses", "on spending of {low} to {high}"),
    "apply_to": ("{name} : adressez-vous à {contact}.", "To apply for {name}, contact {contact}."),
    "apply_before": (
        "Déposez le dossier avant toute commande ou devis signé.",
        "Apply before any order or signed quotation.",
    ),
    "apply_page": ("Page officielle : {link}", "Official page: {link}"),
    "a_grant": ("une subvention", "a grant"),
    "a_repayable_advance": ("une avance récupérable", "a repayable advance"),
    "a_loan": ("un prêt", "a loan"),
    "a_guarantee": ("une garantie", "a guarantee"),
    "a_tax_credit": ("un crédit d'impôt", "a tax credit"),
    "a_exemption": ("une exonération", "an exemption"),
    "a_equity": ("un apport en fonds propres", "equity"),
    "a_study": ("une étude", "a study"),
    "a_support": ("un accompagnement", "support"),
    "a_training": ("une formation", "training"),
    "a_zoning": ("un zonage", "a zone with its own rules"),
    "funder_or_adviser": ("un conseiller CCI", "a CCI adviser"),
    # fields of a scheme
    "amount_range": ("{name} : de {low} à {high}.", "{name}: from {low} to {high}."),
    "amount_max": ("{name} : {high} au maximum.", "{name}: {high} at most."),
    "amount_min": ("{name} : à partir de {low}.", "{name}: from {low}."),
    "amount_in_cases": (
        "{name} : {base} au plus dans le cas général, {high} dans certains cas.",
        "{name}: up to {base} in the general case, {high} in certain cases.",
    ),
    "amount_in_cases_rated": (
        "{name} : {rate}, jusqu'à {base} dans le cas général, {high} dans certains cas.",
        "{name}: {rate}, up to {base} in the general case, {high} in certain cases.",
    ),
    "rate_in_cases": (
        "{name} : taux de {base} au plus dans le cas général, de {high} dans certains cas.",
        "{name}: rate of up to {base} in the general case, {high} in certain cases.",
    ),
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
    "contact": ("{name}, contact : {contact}.", "Contact for {name}: {contact}."),
    "link": ("{name}, page officielle : {link}", "Official page of {name}: {link}"),
    "cumulation": ("{name}, cumul : {text}.", "Combining {name}: {text}."),
    "before_commitment": (
        "{name} : le dossier se dépose avant toute commande ou devis signé.",
        "{name}: the file must be lodged before any order or signed quotation.",
    ),
    "repayable": ("{name} se rembourse ({nature}).", "{name} must be repaid ({nature})."),
    "not_repayable": ("{name} ne se rembourse pas ({nature}).", "{name} is not repaid ({nature})."),
    "partly_repayable": (
        "{name} se rembourse pour la part en {repaid}, pas pour la part en {given}.",
        "{name} must be repaid for its {repaid} part, not for its {given} part.",
    ),
    "headcount": ("{name} : pour les entreprises de {range}.", "{name} is for companies with {range}."),
    "heads_range": ("{low} à {high} salariés", "{low} to {high} employees"),
    "heads_max": ("{high} salariés au plus", "at most {high} employees"),
    "heads_below": ("moins de {high} salariés", "fewer than {high} employees"),
    "heads_min": ("{low} salariés au moins", "at least {low} employees"),
    "partner_contact": ("{name} : {contact}", "{name}: {contact}"),
    "partner_site": ("{name}, site : {site}", "Website of {name}: {site}"),
    "partner_certified": ("{name}, certifications : {text}.", "{name}, certifications: {text}."),
    "partner_uncertified": (
        "Ma base n'indique aucune certification pour {name}.",
        "My knowledge states no certification for {name}.",
    ),
    "partner_place": ("{name} se trouve à {town}.", "{name} is based in {town}."),
    # lists
    "schemes_one": ("{count} dispositif correspond{criteria} :", "{count} scheme matches{criteria}:"),
    "schemes_all": ("{count} dispositifs correspondent{criteria} :", "{count} schemes match{criteria}:"),
    "schemes_some": (
        "{count} dispositifs correspondent{criteria} ; les {shown} premiers :",
        "{count} schemes match{criteria}; the first {shown}:",
    ),
    "schemes_none": (
        "Aucun dispositif de ma base ne correspond{criteria}. Un conseiller CCI peut chercher avec vous.",
        "No scheme in my knowledge matches{criteria}. A CCI adviser can look with you.",
    ),
    "later_one": (
        "{count} dispositif à demander une fois votre société créée{criteria} :",
        "{count} scheme to ask for once your company exists{criteria}:",
    ),
    "later_all": (
        "{count} dispositifs à demander une fois votre société créée{criteria} :",
        "{count} schemes to ask for once your company exists{criteria}:",
    ),
    "later_some": (
        "{count} dispositifs à demander une fois votre société créée{criteria} ; les {shown} premiers :",
        "{count} schemes to ask for once your company exists{criteria}; the first {shown}:",
    ),
    "partners_one": ("{count} partenaire correspond{criteria} :", "{count} partner matches{criteria}:"),
    "partners_all": ("{count} partenaires correspondent{criteria} :", "{count} partners match{criteria}:"),
    "partners_some": (
        "{count} partenaires correspondent{criteria} ; les {shown} premiers :",
        "{count} partners match{criteria}; the first {shown}:",
    ),
    "partners_none": (
        "Aucun partenaire de ma base ne correspond{criteria}. Un conseiller CCI peut chercher avec vous.",
        "No partner in my knowledge matches{criteria}. A CCI adviser can look with you.",
    ),
    "partners_far_some": ("{count} partenaires, les {shown} premiers :", "{count} partners, the first {shown}:"),
    "nobody_there": (
        "Personne dans ma base à cet endroit même{criteria}. Dans la même région :",
        "Nobody in my knowledge at that very place{criteria}. In the same region:",
    ),
    "nobody_but_national": (
        "Personne dans ma base à cet endroit{criteria}. Dans toute la France :",
        "Nobody in my knowledge at that place{criteria}. In all of France:",
    ),
    "nobody_but_these": (
        "Personne dans ma base à cet endroit{criteria}. Les plus proches :",
        "Nobody in my knowledge at that place{criteria}. The nearest:",
    ),
    "nobody_near": (
        "Personne dans ma base à cet endroit{criteria}. Ailleurs :",
        "Nobody in my knowledge at that place{criteria}. Elsewhere:",
    ),
    "nobody_does": (
        "Personne dans ma base n'indique {operations}{place}.",
        "Nobody in my knowledge states {operations}{place}.",
    ),
    "ask_an_adviser": ("Un conseiller CCI peut chercher avec vous.", "A CCI adviser can look with you."),
    "nearest_named": ("Le plus proche, à défaut : {names}.", "The nearest instead: {names}."),
    "nearest_one": ("Le plus proche, à défaut :", "The nearest, for want of one:"),
    "nearest_some": ("Les plus proches, à défaut :", "The nearest, for want of one:"),
    "none_of_kind": (
        "Aucun partenaire de ma base n'est à la fois {kind} et indiqué pour {operations}.",
        "No partner in my knowledge is both {kind} and stated for {operations}.",
    ),
    "covers": (", pour {operations}", ", for {operations}"),
    "only_states": (", qui indique {operations}", ", which states {operations}"),
    "no_workshop": (
        "Ce n'est pas un atelier : demandez-lui quels fabricants il connaît.",
        "This is not a workshop: ask it which makers it knows.",
    ),
    "no_workshops": (
        "Ce ne sont pas des ateliers : demandez-leur quels fabricants ils connaissent.",
        "These are not workshops: ask them which makers they know.",
    ),
    "not_certified": (
        "Ma base n'indique {certification} pour aucun partenaire : demandez-le-leur, ou à un conseiller CCI.",
        "My knowledge states {certification} for no partner: ask them, or a CCI adviser.",
    ),
    "tell_operations": (
        "Dites-moi les opérations (usinage, couture, fonderie…) et le lieu : je cherche qui les fait.",
        "Tell me the operations (machining, sewing, casting…) and the place: I look for who does them.",
    ),
    "line_for": ("Pour : {needs}.", "For: {needs}."),
    "more_conditional": (
        "{count} autres demandent autre chose en plus (énergie, innovation, filière, zone…).",
        "{count} others ask for something more (energy, innovation, a trade, a zone…).",
    ),
    "more_conditional_one": (
        "Un autre demande autre chose en plus (énergie, innovation, filière, zone…).",
        "One other asks for something more (energy, innovation, a trade, a zone…).",
    ),
    "all_conditional": (
        "Chacun demande autre chose en plus (énergie, innovation, filière, zone…) : voyez à qui il s'adresse.",
        "Each asks for something more (energy, innovation, a trade, a zone…): see who it is for.",
    ),
    "more_to_check": (
        "{count} autres ont une ouverture à vérifier.",
        "Whether {count} others are open must be checked.",
    ),
    "more_to_check_one": (
        "Un autre a une ouverture à vérifier.",
        "Whether one other is open must be checked.",
    ),
    "more_without_amount_one": (
        "Un autre n'indique pas de montant.",
        "One other states no amount.",
    ),
    "more_without_amount": (
        "{count} autres n'indiquent pas de montant.",
        "{count} others state no amount.",
    ),
    "held_elsewhere": (
        "{count} autres ne valent que dans d'autres départements.",
        "{count} others hold only in other departments.",
    ),
    "held_elsewhere_one": (
        "Un autre ne vaut que dans d'autres départements.",
        "One other holds only in other departments.",
    ),
    "too_young": (
        "{count} autres demandent une entreprise qui existe depuis plus longtemps.",
        "{count} others require a company that has existed for longer.",
    ),
    "too_young_one": (
        "Un autre demande une entreprise qui existe depuis plus longtemps.",
        "One other requires a company that has existed for longer.",
    ),
    "not_of_each": (
        "Aucune fiche de cette liste ne le dit : demandez-le à l'organisme, ou dites-moi laquelle vous regardez (« le "
        "premier »…).",
        "No sheet of this list says it: ask the funder, or tell me which one you mean (“the first”…).",
    ),
    "none_listed": (
        "Je n'ai pas donné de liste : de quoi parlez-vous ? Dites-moi son nom.",
        "I have given no list: what do you mean? Tell me its name.",
    ),
    "only_one_listed": (
        "Je n'en ai nommé qu'un : {name}. Duquel parlez-vous ?",
        "I named only one: {name}. Which one do you mean?",
    ),
    "sources_are": (
        "Ma réponse vient de {titles} : vous pouvez ouvrir le passage exact sous ce message.",
        "My answer comes from {titles}: you can open the exact passage below.",
    ),
    "page_from": ("« {title} » : {told}.", "“{title}”: {told}."),
    "source_from": ("source {source}", "source {source}"),
    "source_unsaid": ("non indiquée", "not stated"),
    "undated": ("non datée", "undated"),
    "page_checked": (" ; fiche vérifiée le {day}", "; page checked on {day}"),
    "pages_dated": (
        "Chaque fiche de ma base nomme sa source, avec sa date quand elle en a une, et le jour où elle a été vérifiée. "
        "Sous une réponse, ouvrez la source pour les voir.",
        "Each page of my knowledge names its source, with its date when it has one, and the day it was checked. "
        "Below an answer, open the source to see them.",
    ),
    "pages_checked": (
        "Mes fiches ont été vérifiées entre le {first} et le {last}.",
        "My pages were checked between {first} and {last}.",
    ),
    "pages_checked_on": ("Mes fiches ont été vérifiées le {last}.", "My pages were checked on {last}."),
    "no_source": (
        "Ma dernière réponse ne s'appuie sur aucune page. Sous chaque réponse tirée de ma base, vous pouvez ouvrir le "
        "passage exact.",
        "My last answer rests on no page. Below each answer from my knowledge you can open the exact passage.",
    ),
    "not_said_by": (
        "La fiche ne le dit pas pour {names} : demandez-le à l'organisme.",
        "The sheet does not say it for {names}: ask the funder.",
    ),
    "everywhere": ("{name} vaut dans toute la France.", "{name} is for all of France."),
    "only_in": ("{name} vaut seulement pour {region}.", "{name} is only for {region}."),
    "only_in_departments": (
        "{name} vaut seulement pour {region} : {place} n'en fait pas partie.",
        "{name} is only for {region}: {place} is not among them.",
    ),
    "none_so": (
        "Aucun dispositif de ma base ne correspond{criteria} : voici le plus proche.",
        "No scheme in my knowledge matches{criteria}: here is the nearest.",
    ),
    "by_nature": ("On y trouve {counts}.", "Among them: {counts}."),
    "tell_region": (
        "Dites-moi votre région et je raccourcis la liste.",
        "Tell me your region and I shorten the list.",
    ),
    "tell_purpose": (
        "Dites-moi ce qu'il y a à payer (une machine, une étude, une embauche…) et je raccourcis la liste.",
        "Tell me what is to be paid for (a machine, a study, a hire…) and I shorten the list.",
    ),
    "tell_heads": (
        "Dites-moi combien vous avez de salariés et je raccourcis la liste.",
        "Tell me how many employees you have and I shorten the list.",
    ),
    "only_of_nature": ("Liste des {natures}{place}", "List of {natures}{place}"),
    "list_next": ("De {first} à {last} sur {count} :", "{first} to {last} of {count}:"),
    "list_over": ("La liste est finie : vous avez tout vu.", "That is the end of the list: you have seen it all."),
    "list_more": ("Les suivants", "Show more"),
    "confirm_each": (
        "Faites confirmer par le financeur les conditions et les dates avant tout engagement ; /conseiller vous mène à "
        "votre CCI.",
        "Have the funder confirm conditions and dates before you commit; /conseiller leads to your CCI.",
    ),
    "why_listed": (
        "Ma liste suit le lieu, le besoin et l'effectif ; elle ne vérifie pas chaque condition.",
        "My list goes by the place, the need and the headcount; it does not check every condition.",
    ),
    "without": ("Sans {names} :", "Without {names}:"),
    "left_aside": (
        "Je n'ai pas pu tenir compte de {words} : ma base ne permet pas ce tri.",
        "I could not take {words} into account: my knowledge cannot be sorted by it.",
    ),
    "scheme_line": ("{name} : {text}", "{name}: {text}"),
    "partner_line": ("{name} : {text}", "{name}: {text}"),
    "in_region": (" en {region}", " in {region}"),
    "in_the_region": (" dans le {region}", " in {region}"),
    "in_the_regions": (" dans les {region}", " in {region}"),
    "in_department": ("département {place}", "{place}"),
    "none_aims": (
        "Aucun dispositif de ma base ne vise {words} en particulier.",
        "No scheme in my knowledge is meant for {words} in particular.",
    ),
    "no_scheme_speaks": ("Aucune aide de ma base ne parle de {words}.", "No scheme in my knowledge speaks of {words}."),
    "in_france": (" partout en France", " in all of France"),
    "in_place": ("à {place}", "in {place}"),
    "for_operations": ("pour {operations}", "for {operations}"),
    "of_funder": ("de {name}", "from {name}"),
    "with_amount": ("pour {amount}", "for {amount}"),
    "with_amount_from": ("jusqu'à {amount} ou plus", "up to {amount} or more"),
    "with_amount_to": ("plafond de {amount} au plus", "ceiling of {amount} at most"),
    "with_spending": ("pour un projet de {amount}", "for a project of {amount}"),
    "heads_exactly": ("{low} salariés", "{low} employees"),
    "trait_no_guarantee": ("sans garantie", "without guarantee"),
    "trait_no_interest": ("sans intérêt", "interest-free"),
    "trait_free": ("gratuit", "free of charge"),
    "trait_second_hand": ("matériel d'occasion", "second-hand equipment"),
    "unsaid": (
        "Pour le même achat, {count} autres ne parlent pas de {trait} : demandez-leur.",
        "For the same purchase, {count} others do not speak of {trait}: ask them.",
    ),
    "unsaid_one": (
        "Pour le même achat, un autre ne parle pas de {trait} : demandez-lui.",
        "For the same purchase, one other does not speak of {trait}: ask them.",
    ),
    "status_to_check": ("ouverture à vérifier", "opening to be checked"),
    "status_open": ("ouverts", "open"),
    "status_closed": ("clos", "closed"),
    "status_not_yet": ("à venir", "upcoming"),
    "line_closed_on": ("clos depuis le {day}", "closed on {day}"),
    "opens_on": ("ouvre le {day}", "opens on {day}"),
    "nature_grant": ("subvention", "grant"),
    "nature_repayable_advance": ("avance récupérable", "repayable advance"),
    "nature_loan": ("prêt", "loan"),
    "nature_guarantee": ("garantie", "guarantee"),
    "nature_tax_credit": ("crédit d'impôt", "tax credit"),
    "nature_exemption": ("exonération", "exemption"),
    "nature_equity": ("fonds propres", "equity"),
    "nature_study": ("étude", "study"),
    "nature_support": ("accompagnement", "support"),
    "nature_training": ("formation", "training"),
    "nature_zoning": ("zonage", "zoning"),
    "natures_grant": ("subventions", "grants"),
    "natures_repayable_advance": ("avances récupérables", "repayable advances"),
    "natures_loan": ("prêts", "loans"),
    "natures_guarantee": ("garanties", "guarantees"),
    "natures_tax_credit": ("crédits d'impôt", "tax credits"),
    "natures_exemption": ("exonérations", "exemptions"),
    "natures_equity": ("apports en fonds propres", "equity schemes"),
    "natures_study": ("études", "studies"),
    "natures_support": ("accompagnements", "support schemes"),
    "natures_training": ("formations", "training schemes"),
    "natures_zoning": ("zonages", "zonings"),
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
    "no_promise": (
        "Je ne peux pas dire ce que vous obtiendrez : voici ce que vous pouvez demander, un conseiller CCI le vérifie "
        "avec vous.",
        "I cannot say what you will get: here is what you can ask for, a CCI adviser checks it with you.",
    ),
    "no": ("Non :", "No:"),
    "yes": ("Oui :", "Yes:"),
    "said_again": (
        "Je reprends, sans oui ni non : voici ce que dit la source.",
        "Let me take that again, with no yes or no: this is what the source says.",
    ),
    "premise_wrong": ("Non, la source dit autre chose :", "No, the source says otherwise:"),
    # refusals
    "out_of_scope": (
        "Je n'ai rien là-dessus. Je réponds sur la relocalisation industrielle : l'accélérateur des CCI, les "
        "financements, les partenaires et la candidature. Si c'est pour votre projet, un conseiller CCI peut vous "
        "répondre.",
        "I have nothing on this. I answer about bringing industrial production back to France: the CCI accelerator, "
        "financing, partners and applications. If it is for your project, a CCI adviser can answer you.",
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
    "only_national": (
        "Voici ce qui vaut dans toute la France.",
        "Here is what holds in all of France.",
    ),
    "known_unknown": (
        "{text} Un conseiller CCI peut vous répondre.",
        "{text} A CCI adviser can answer you.",
    ),
    "known_unknown_in_french": (
        "",
        "I do not have this information (« {text} »). A CCI adviser can answer you.",
    ),
    "needs_purpose": (
        "C'est noté : {told}. Cherchez-vous une aide, un partenaire ou l'accélérateur ?",
        "Noted: {told}. Are you looking for a scheme, a partner or the accelerator?",
    ),
    "national_ones": ("Quelles aides nationales ?", "Which national schemes?"),
    "schemes_there": ("Quelles aides{place} ?", "Which schemes{place}?"),
    "partners_there": ("Quels partenaires{place} ?", "Which partners{place}?"),
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
    "automaton": (
        "Oui, je suis un assistant automatique. Pour parler à un conseiller CCI, tapez /conseiller.",
        "Yes, I am an automated assistant. To talk to a CCI adviser, type /conseiller.",
    ),
    "either": (
        "Je suis un assistant automatique, pas une personne. Pour parler à un conseiller CCI, tapez /conseiller.",
        "I am an automated assistant, not a person. To talk to a CCI adviser, type /conseiller.",
    ),
    "doubtful": (
        "Dites-moi ce qui manque ou posez la question autrement. Pour parler à un conseiller CCI, tapez /conseiller.",
        "Tell me what is missing or ask it another way. To talk to a CCI adviser, type /conseiller.",
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
    "nothing": (
        "Je n'ai rien trouvé à lire. Écrivez votre question en quelques mots, par exemple « Quelles aides pour "
        "acheter une "
        "machine ? ».",
        "I found nothing to read. Write your question in a few words, for example “Which grants for a machine?”.",
    ),
    "joke": (
        "Ce n'est pas mon métier, mais je peux chercher une aide ou un partenaire pour votre projet.",
        "That is not my trade, but I can look for a scheme or a partner for your project.",
    ),
    "other_language": (
        "Je parle seulement français et anglais. I only speak French and English. Hablo solo francés e inglés. Ich "
        "spreche "
        "nur Französisch und Englisch. Parlo solo francese e inglese. Je réponds sur l'accélérateur relocalisation, "
        "les "
        "financements et les partenaires industriels.",
        "I only speak French and English. Je parle seulement français et anglais. Hablo solo francés e inglés. Ich "
        "spreche "
        "nur Französisch und Englisch. Parlo solo francese e inglese. I answer about the reshoring accelerator, "
        "financing "
        "schemes and industrial partners.",
    ),
    "too_long": (
        "Votre message est trop long ({length} caractères). Posez-moi votre question en moins de {limit} caractères "
        ": je "
        "réponds sur l'accélérateur relocalisation, les financements et les partenaires industriels.",
        "Your message is too long ({length} characters). Ask your question in under {limit} characters: I answer "
        "about the "
        "reshoring accelerator, financing schemes and industrial partners.",
    ),
    "personal": (
        "Je ne donne pas d'information personnelle sur quelqu'un. Un conseiller CCI peut transmettre un message.",
        "I give no personal information about anybody. A CCI adviser can pass on a message.",
    ),
    "order": (
        "Je ne change pas de rôle et je ne suis pas de consigne glissée dans un message. Je réponds, avec mes "
        "sources, sur "
        "l'accélérateur relocalisation, les financements et les partenaires industriels.",
        "I do not change roles and follow no orders slipped into a message. I answer, with sources, about the "
        "reshoring "
        "accelerator, financing schemes and industrial partners.",
    ),
    "about": ("Sur « {question} » : {text}", "On “{question}”: {text}"),
    "which_scheme": (
        "Je ne peux pas dire si votre projet y a droit. De quelle aide parlez-vous ? Je vous donne ses conditions, "
        "et un "
        "conseiller CCI les vérifie avec vous.",
        "I cannot say whether your project qualifies. Which scheme do you mean? I give you its conditions, and a CCI "
        "adviser checks them with you.",
    ),
    "other_region": ("Autre région", "Another region"),
    "type_region": (
        "Tapez le nom de votre région, de votre département ou de votre commune.",
        "Type the name of your region, department or town.",
    ),
    "nature_of": ("{name} est de cette nature : {nature}.", "{name} is of this kind: {nature}."),
    "side_by_side": ("{name} – {fields}.", "{name} – {fields}."),
    "not_stated": ("non précisé : {fields}", "not stated: {fields}"),
    "point_duration": ("durée", "duration"),
    "point_deferral": ("différé", "deferral"),
    "point_guarantee": ("garantie", "guarantee"),
    "span_range": ("{low} à {high}", "{low} to {high}"),
    "span_max": ("{high} au plus", "at most {high}"),
    "span_min": ("{low} au moins", "at least {low}"),
    "field_nature": ("nature :", "kind:"),
    "field_amount": ("montant :", "amount:"),
    "field_rate": ("taux :", "rate:"),
    "field_base": ("dépenses :", "spending:"),
    "field_turnover": ("chiffre d'affaires :", "turnover:"),
    "field_category": ("catégorie :", "category:"),
    "field_operations": ("fait :", "does:"),
    "field_certifications": ("certifications :", "certifications:"),
    "field_heads": ("salariés :", "employees:"),
    "field_region": ("territoire :", "area:"),
    "field_funder": ("financeur :", "funder:"),
    "field_checked": ("fiche vérifiée le :", "sheet checked on:"),
    "field_until": ("fin :", "end:"),
    "premise_right": ("Oui, c'est ce que dit la source :", "Yes, that is what the source says:"),
    "fine": ("Très bien, merci. Que puis-je chercher pour vous ?", "Fine, thank you. What can I look up for you?"),
    # suggestions
    "no_information": (
        "Je n'ai pas cette information dans ma base.",
        "I do not have this information in my knowledge base.",
    ),
    "ask_them": (
        "Contact : {contact} ; sinon un conseiller CCI.",
        "Contact: {contact}; otherwise a CCI adviser.",
    ),
    "where_to_begin": (
        "Par où commencer pour ramener une production en France ?",
        "Where do I start to bring production back to France?",
    ),
    "whether_it_pays": (
        "Est-ce rentable de relocaliser, et quels sont les pièges ?",
        "Does reshoring pay off, and what are the pitfalls?",
    ),
    "where_to_find_money": (
        "Par où commencer pour financer mon projet de relocalisation ?",
        "Where do I start to finance my reshoring project?",
    ),
    "of_the_form": ("Ma candidature : {question}", "My application: {question}"),
    "who_decides": ("Qui décide si j'obtiens une aide ?", "Who decides whether I get a grant?"),
    "before_signing": ("Puis-je signer un devis avant de demander une aide ?", "Can I sign before asking for an aid?"),
    "already_begun": (
        "J'ai déjà commencé mon projet : puis-je encore avoir une aide ?",
        "I have already begun my project: can I still get an aid?",
    ),
    "whether_sme": ("Est-ce que mon entreprise est une PME au sens européen ?", "Are we an SME?"),
    "from_beyond": (
        "Relocaliser depuis un pays hors de l'Union européenne pose-t-il un problème pour les aides ?",
        "Is reshoring from outside the EU a problem for grants?",
    ),
    "from_union": (
        "Puis-je être aidé si je relocalise depuis un autre pays de l'Union européenne ?",
        "Can we get aid when we move production from another EU country to France?",
    ),
    "threshold_sme": ("{name} : que demande cette aide pour une PME ?", "{name}: what is required for an SME?"),
    "threshold_large": (
        "{name} : que demande cette aide pour une grande entreprise ?",
        "{name}: what is required for a large company?",
    ),
    "pays_all": (
        "Une aide paie-t-elle tout le projet, ou faut-il un apport ou un prêt bancaire à côté ?",
        "Does an aid pay for the whole project, or is co-financing required?",
    ),
    "who_we_are": (
        "Je suis Relais, l'assistant automatique de quatre CCI : je n'accorde et ne verse aucune aide.",
        "I am Relais, the automated assistant of four chambers of commerce: I grant and pay no aid.",
    ),
    "combining": ("Puis-je cumuler plusieurs aides ?", "Can I combine several grants?"),
    "service_contact": ("Quelle CCI contacter pour mon projet ?", "Which CCI should I contact for my project?"),
    "service": ("accélérateur relocalisation", "reshoring accelerator"),
    "service_what": ("C'est quoi l'accélérateur relocalisation ?", "What is the reshoring accelerator?"),
    "service_who": ("À qui s'adresse l'accélérateur relocalisation ?", "Who is the reshoring accelerator for?"),
    "service_size": (
        "Faut-il une taille minimum pour entrer dans l'accélérateur relocalisation ?",
        "Is there a minimum or maximum size to join the reshoring accelerator?",
    ),
    "service_price": (
        "L'accélérateur relocalisation est-il gratuit ou payant ?",
        "Is the reshoring accelerator free of charge?",
    ),
    "service_money": (
        "L'accélérateur donne-t-il de l'argent pour mon projet ?",
        "Does the reshoring accelerator give money for my project?",
    ),
    "service_duration": (
        "Combien de temps dure l'accélérateur relocalisation ?",
        "How long does the reshoring accelerator last?",
    ),
    "service_data": ("Comment voir ou effacer mes données dans Relais ?", "What data do you keep about us?"),
    "service_trust": ("Peut-on se fier aux réponses de Relais ?", "Can I trust the answers of Relais?"),
    "service_status": ("Comment savoir où en est ma candidature ?", "Check the status of what I submitted"),
    "service_documents": (
        "Dois-je joindre des documents à ma candidature ?",
        "Is any document required to send the application?",
    ),
    "service_open": ("L'accélérateur existe-t-il encore ?", "Does the reshoring accelerator still exist?"),
    "service_next": (
        "Quand a lieu la prochaine promotion de l'accélérateur ?",
        "When does the next promotion of the reshoring accelerator start?",
    ),
    "service_steps": (
        "Quelles sont les étapes de l'accélérateur relocalisation ?",
        "What are the steps of the reshoring accelerator?",
    ),
    "service_decides": ("Qui lit ma candidature et qui décide ?", "Who reads my application and who decides?"),
    "service_runs": ("Qui organise l'accélérateur relocalisation ?", "Who organises the reshoring accelerator?"),
    "service_regions": (
        "Dans quelles régions existe l'accélérateur relocalisation ?",
        "In which regions does the reshoring accelerator exist?",
    ),
    "service_result": ("À quoi sert l'accélérateur relocalisation ?", "What is the reshoring accelerator good for?"),
    "service_examples": (
        "Quels projets ont été retenus dans l'accélérateur relocalisation ?",
        "Which projects were selected for the reshoring accelerator?",
    ),
    "service_elsewhere": (
        "Mon entreprise est hors des quatre régions : que faire ?",
        "My company is outside the four regions: what can I do?",
    ),
    "service_apply": (
        "Comment candidater à l'accélérateur relocalisation ?",
        "How do I apply to the reshoring accelerator?",
    ),
    "said_before": (
        "Je l'ai dit, et ma base n'a rien de plus précis :",
        "As I said, and my knowledge has nothing more precise:",
    ),
    "not_sure": ("Je n'ai pas de réponse sûre à cette question.", "I have no sure answer to this question."),
    "nearest": ("Ce que j'ai de plus proche, sur « {title} » :", "The nearest that I have, on “{title}”:"),
    "nationwide": ("Ce qui vaut partout en France :", "What holds good in all of France:"),
    "ask_adviser": ("Un conseiller CCI peut vous répondre.", "A CCI adviser can answer you."),
    "can_say": ("Sur {name}, je peux vous dire {sides}.", "About {name}, I can tell you {sides}."),
    "or": ("ou", "or"),
    "and": ("et", "and"),
    "side_amount": ("le montant", "how much it is"),
    "side_who": ("pour qui c'est", "who it is for"),
    "side_what_for": ("ce que cela finance", "what it pays for"),
    "side_how": ("comment faire la demande", "how to apply"),
    "side_deadline": ("jusqu'à quand c'est ouvert", "until when it is open"),
    "side_does": ("ce qui s'y fait", "what it does"),
    "side_where": ("où c'est", "where it is"),
    "side_contact": ("quel est le contact", "whom to contact"),
    "ask_what_for": ("{name} : que finance cette aide ?", "{name}: what does it pay for?"),
    "ask_does": ("Que fait {name} ?", "What does {name} do?"),
    "ask_where": ("Où se trouve {name} ?", "Where is {name}?"),
    "ask_contact": ("{name} : quel contact ?", "{name}: which contact?"),
    "ask_amount": ("{name} : quel montant ?", "{name}: how much?"),
    "ask_who": ("{name} : pour qui ?", "{name}: who for?"),
    "ask_how": ("{name} : comment faire la demande ?", "{name}: how to apply?"),
    "ask_deadline": ("{name} : jusqu'à quand ?", "{name}: until when?"),
}


def say(key: str, language: Language, **holes: str) -> str:
    """The sentence of that key with its holes filled; KeyError for an unknown key or a missing hole."""
    return _TEXTS[key][language is Language.ENGLISH].format(**holes)
