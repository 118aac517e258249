"""What the form says in French about free answers, corrections, the company register, and its own questions."""

FORM_FRENCH: dict[str, str] = {
    "form_understood": "J'ai noté : {values}. Un mot suffit pour corriger, par exemple « non, 45 salariés ».",
    "form_value": "{field} : {value}",
    "form_operations": "Opérations notées : {values}.",
    "form_corrected": "Correction prise en compte : {values}.",
    "form_kept": "Je ne l'ai pas compris : la réponse d'avant reste.",
    "form_passed": "Je laisse cette ligne vide ; un conseiller vous la demandera.",
    "form_open": "Votre candidature est toujours ouverte, à l'étape {at} sur {total} ({field}).",
    "form_open_recap": "Votre candidature est toujours ouverte : il reste à la relire et à l'envoyer.",
    "form_doubt": "« {text} » : est-ce votre réponse ({field}), ou une question ?",
    "form_length": "La candidature compte {total} étapes courtes, dont {skippable} que vous pouvez passer. Vous en "
    "êtes à l'étape {at} ; vous pouvez arrêter et reprendre quand vous voulez.",
    "form_wait": "Prenez votre temps : vos réponses sont gardées.",
    "form_this": "ma candidature",
    "apply_question": "Comment candidater à l'accélérateur relocalisation ?",
    "problem_not_that": "Je cherche ici une seule réponse, en quelques mots.",
    "registry_found": "Le registre public des entreprises indique pour ce numéro :",
    "registry_ask": "Est-ce bien votre entreprise ?",
    "registry_yes_or_no": "Répondez par oui ou par non, s'il vous plaît : est-ce bien votre entreprise ?",
    "registry_taken": "J'ai repris du registre : {values}. Un mot suffit pour corriger.",
    "registry_denied": "D'accord, je n'en reprends rien. Quel est alors le bon numéro ?",
    "registry_dropped": "Je n'en reprends rien ; un conseiller vérifiera le numéro.",
    "registry_unreachable": "Le registre public des entreprises ne répond pas pour l'instant : le numéro sera vérifié "
    "plus tard, vous n'avez rien à faire.",
    "registry_unknown": "Le registre public des entreprises ne connaît pas ce numéro. S'il est récent, c'est normal : "
    "je le garde, il sera vérifié. Sinon, corrigez-le.",
    "registry_ceased": "D'après le registre public, cette entreprise ou cet établissement est fermé. Je garde le "
    "numéro ; un conseiller le vérifiera avec vous.",
    "help_company": "C'est le nom sous lequel votre entreprise est connue. Si elle n'existe pas encore, choisissez « "
    "Pas encore créée ».",
    "help_siren": "Le SIREN est le numéro à 9 chiffres qui identifie une entreprise en France ; le SIRET (14 chiffres) "
    "ajoute 5 chiffres pour l'établissement. Il figure sur vos factures et votre extrait Kbis. Vous pouvez passer.",
    "help_contact": "C'est la personne que le conseiller de la CCI appellera ou à qui il écrira.",
    "help_email": "Le conseiller de la CCI s'en servira pour vous répondre, et pour rien d'autre.",
    "help_phone": "Ce n'est pas obligatoire : vous pouvez passer. Il sert seulement au conseiller pour vous joindre.",
    "help_department": "Le lieu décide de la CCI qui étudiera votre candidature. S'il n'est pas encore choisi, donnez "
    "celui de votre entreprise.",
    "help_town": "La commune aide le conseiller à vous orienter. Vous pouvez passer.",
    "help_address": "L'adresse de l'entreprise, telle qu'au registre. Vous pouvez passer.",
    "help_activity": "Le code NAF (ou APE) dit l'activité de l'entreprise, par exemple 31.01Z. Vous pouvez passer.",
    "help_employees": "Le nombre de personnes de l'entreprise aujourd'hui ; une estimation suffit, vous pouvez passer.",
    "help_product": "Dites avec vos mots ce que vous voulez fabriquer en France.",
    "help_operations": "Les opérations industrielles du projet, par exemple usinage, fonderie. Vous pouvez passer.",
    "help_made_today": "Le pays, ou l'entreprise, où ces produits sont faits aujourd'hui. Vous pouvez passer.",
    "help_stage": "Choisissez ce qui ressemble le plus à votre projet aujourd'hui ; ce n'est pas un engagement.",
    "help_investment": "Une estimation suffit, ou une fourchette ; vous pouvez passer.",
    "help_start": "Une idée suffit : un mois, un trimestre, une année. Vous pouvez passer.",
    "help_jobs": "Une estimation suffit, ce n'est pas un engagement ; vous pouvez passer.",
    "help_needs": "Cochez ce pour quoi vous cherchez de l'aide. Vous pouvez passer.",
    "help_description": "Quelques phrases libres pour le conseiller. Vous pouvez passer.",
    "help_consent": "Sans votre accord, rien n'est envoyé à la CCI. Vous pouvez refuser, et changer d'avis plus tard.",
    "button_is_answer": "C'est ma réponse",
    "button_is_question": "C'est une question",
    "button_confirm": "Oui, c'est nous",
    "button_deny": "Non, ce n'est pas nous",
}
