"""What the bot says in French: warm, short, plain."""

from bot.dialogue.wording_after_fr import AFTER_FRENCH
from bot.dialogue.wording_form_fr import FORM_FRENCH

FRENCH: dict[str, str] = {
    # first message and help
    "welcome": "Bonjour, je suis **Relais**, l'assistant automatique des CCI de Bourgogne-Franche-Comté, des "
    "Hauts-de-France, de Paris Île-de-France et de Normandie. J'aide les entrepreneurs qui veulent ramener une "
    "production en France : je réponds à partir de fiches vérifiées et je cite mes sources.",
    "welcome_data": "Vos messages sont gardés pour que la conversation puisse reprendre. Une candidature ne part à "
    "la CCI qu'avec votre accord. /mesdonnees montre ce que je garde, /effacer l'efface.",
    "welcome_person": "Pour parler à une personne : /conseiller.",
    "welcome_ask": "Posez votre question avec vos mots, ou choisissez :",
    "welcome_short": "Je suis **Relais**, l'assistant automatique des CCI pour relocaliser une production. Je garde "
    "vos messages pour la suite de la conversation (/effacer les efface) ; /conseiller vous mène à une personne.",
    "help": "Posez une question avec vos mots, par exemple « quelles aides pour acheter une machine en Normandie ? "
    "». Je réponds avec mes sources : le bouton [1] ouvre le passage cité.",
    "help_commands": "/financement : les aides\n/partenaires : qui peut fabriquer ou aider\n/candidater : candidater "
    "à l'accélérateur relocalisation\n/dossier : où en est votre candidature\n/documents : les documents "
    "joints\n/continuer : poursuivre sur un autre appareil\n/conseiller : parler à une "
    "personne\n/mesdonnees : voir ce que je garde\n/effacer : tout effacer\n/langue : français ou anglais",
    "unknown_command": "Je ne connais pas cette commande. /aide les montre toutes.",
    "nothing_to_stop": "Rien n'est en cours. Que puis-je faire pour vous ?",
    "language_ask": "Dans quelle langue préférez-vous parler ?",
    "language_set": "C'est noté, je vous parle en français.",
    "ask_in_language": "{question}, en français ?",
    "known_title": "Ce que je retiens de votre entreprise :",
    "known_nothing": "Vous ne m'avez encore rien dit de votre entreprise. Dites-moi où elle est et combien vous "
    "êtes : j'en tiendrai compte.",
    "known_place": "Lieu : {place}",
    "known_heads": "Effectif : {heads}",
    "known_age": "Ancienneté, en années : {age}",
    "known_unfounded": "Société : pas encore créée",
    "known_all": "/mesdonnees montre tout ce que je garde, /effacer l'efface.",
    "never_mind": "D'accord, je ne change rien.",
    "sorry": "Je n'ai pas réussi à traiter votre message, et j'en suis désolé. Réessayez dans un moment, ou parlez à "
    "une personne : /conseiller.",
    # what cannot be read
    "nothing_to_read": "Je ne vois pas de texte dans votre message. Écrivez-moi quelques mots, ou /aide.",
    "too_long": "Votre message est très long ({length} caractères). Résumez votre question en moins de {limit} "
    "caractères, ou envoyez-en plusieurs courtes.",
    "cannot_read_voice": "Je ne sais pas écouter les messages vocaux. Pouvez-vous l'écrire en quelques mots ?",
    "cannot_read_video": "Je ne sais pas lire les vidéos. Dites-moi par écrit ce que vous cherchez.",
    "cannot_read_sticker": "Je ne lis que le texte. Écrivez-moi votre question en quelques mots.",
    "cannot_read_location": "Je ne lis pas les positions. Écrivez le nom de votre commune ou de votre département.",
    "cannot_read_contact": "Je ne lis pas les fiches de contact. Écrivez le numéro ou l'adresse e-mail.",
    "cannot_read_other": "Je ne lis que le texte. Écrivez-moi votre question en quelques mots.",
    # answers
    "thanks_helpful": "Merci, c'est noté.",
    "thanks_unhelpful": "Merci de me le dire. Vous pouvez poser la question autrement, ou parler à un conseiller.",
    "edit_answered": "J'ai vu votre correction ; voici la réponse.",
    "edit_too_old": "J'ai vu que vous avez modifié un message plus ancien. Envoyez-le à nouveau pour que j'en tienne "
    "compte.",
    "source_file": "Fichier {value}",
    "source_section": "section « {value} »",
    "source_page": "page {value}",
    "source_sheet": "feuille {value}",
    "source_row": "ligne {value}",
    "source_valid": "Valable jusqu'au {day}.",
    "source_checked": "Vérifié le {day}.",
    "financing_question": "Quelles aides pour {subject} ?",
    "financing_note": "Voici des financements à regarder. Dites-moi votre projet et votre région pour une réponse "
    "plus précise, par exemple « prêt sans garantie en Normandie ».",
    "partners_question": "Qui peut faire {subject} ?",
    "partners_note": "Dites-moi les opérations que vous cherchez et votre région, par exemple « usinage et bobinage "
    "près de Belfort ».",
    # old buttons
    "stale_answer": "Cette réponse n'est plus disponible. Posez la question à nouveau, je vous répondrai.",
    "stale_button": "Ce bouton ne fonctionne plus. Écrivez-moi votre demande, ou /aide.",
    "stale_form": "Ce bouton n'est plus actif. /dossier montre vos candidatures, /candidater reprend ou commence.",
    "stale_form_step": "Ce bouton était celui d'une étape passée ; rien n'a changé. Voici où nous en sommes :",
    "stale_withdrawal": "Cette candidature ne peut plus être retirée. /dossier montre où elle en est.",
    # the form
    "form_opening": "Nous allons remplir votre candidature à l'accélérateur relocalisation, une question à la fois. "
    "Rien n'est envoyé avant votre accord. Répondez dans l'ordre que vous voulez, même plusieurs choses d'un coup ; "
    "vous pouvez passer, revenir, corriger, arrêter et reprendre, ou me poser une question.",
    "form_already_sent": "Vous avez déjà envoyé la candidature {reference} ; celle-ci en sera une autre.",
    "form_step": "Étape {at} sur {total} · {field}",
    "form_current": "Réponse actuelle : {value}",
    "form_noted": "Noté : {value}.",
    "form_doubtful": "Je garde votre réponse telle quelle ; un conseiller la vérifiera.",
    "form_more_choices": "C'est noté. Autre chose ? Sinon, choisissez « C'est tout ».",
    "form_needed": "Cette réponse est nécessaire pour étudier votre candidature. Vous pouvez aussi "
    "l'arrêter (« Arrêter ») et la reprendre plus tard.",
    "form_outside": "L'accélérateur fonctionne aujourd'hui dans quatre régions, et {region} n'en fait pas partie. "
    "Vous pouvez continuer : votre candidature sera gardée pour votre région, sans promesse de suite.",
    "form_back_to": "Revenons à votre candidature.",
    "form_resumed": "Reprenons là où vous en étiez.",
    "form_stopped": "C'est gardé. Vous reprendrez quand vous voudrez avec /candidater ; /effacer efface tout ce que je "
    "garde.",
    "form_refused": "Sans votre accord, rien ne part à la CCI. Vos réponses restent ici ; /candidater les reprend et "
    "/effacer les efface.",
    "form_incomplete": "Il manque encore une réponse avant l'envoi.",
    "draft_open": "Vous avez une candidature commencée ({company}, étape {at} sur {total}). Voulez-vous la continuer ?",
    "edit_not_understood": "J'ai vu votre modification, mais je ne la comprends pas ; l'ancienne réponse reste.",
    "ask_company": "Comment s'appelle votre entreprise ?",
    "ask_siren": "Quel est son numéro SIREN (9 chiffres) ou SIRET (14 chiffres) ?",
    "ask_contact": "Qui est la personne à contacter ? Prénom et nom.",
    "ask_email": "À quelle adresse e-mail un conseiller peut-il vous écrire ?",
    "ask_phone": "Et à quel numéro de téléphone ?",
    "ask_department": "Où est votre projet ? Une commune, un département ou un code postal.",
    "ask_town": "Dans quelle commune ?",
    "ask_address": "Quelle est l'adresse de l'entreprise ?",
    "ask_activity": "Quelle est l'activité de l'entreprise (code NAF) ?",
    "ask_employees": "Combien de personnes travaillent dans l'entreprise ? Un nombre, même approximatif.",
    "ask_product": "Quel produit ou quelles pièces voulez-vous fabriquer en France ?",
    "ask_operations": "Quelles opérations industrielles ? Par exemple : usinage, fonderie, injection plastique.",
    "ask_made_today": "Où sont-ils fabriqués aujourd'hui ? Par exemple : Pologne, Chine, nulle part encore.",
    "ask_stage": "Où en est votre projet ?",
    "ask_investment": "Quel investissement prévoyez-vous ? Par exemple 800 k€, 1,2 M€, ou entre 1 et 2 millions "
    "d'euros.",
    "ask_start": "Quand voulez-vous commencer à produire en France ? Par exemple : mars 2027, T2 2027, dans 6 mois.",
    "ask_jobs": "Combien d'emplois pensez-vous créer ? Un nombre, même approximatif.",
    "ask_needs": "De quoi avez-vous besoin ? Plusieurs réponses sont possibles.",
    "ask_description": "Voulez-vous décrire votre projet en quelques phrases ?",
    "ask_consent": "Votre accord, s'il vous plaît. Vos réponses iront à la CCI de votre région, qui s'en servira "
    "seulement pour étudier votre candidature et vous contacter.\nVous pourrez les voir (/mesdonnees), retirer la "
    "candidature (/dossier) ou tout effacer (/effacer) à tout moment. Acceptez-vous ?",
    "problem_empty": "Je n'ai pas trouvé de texte dans votre réponse.",
    "problem_long": "C'est un peu long : {longest} caractères au plus, s'il vous plaît.",
    "problem_name": "Je cherche un prénom et un nom, par exemple « Camille Duval ».",
    "problem_siren_length": "Un SIREN a 9 chiffres et un SIRET en a 14. Pouvez-vous vérifier ?",
    "problem_siren_digits": "Ce SIREN n'est pas valable : un chiffre doit être faux. Pouvez-vous le relire ?",
    "problem_siret_digits": "Ce SIRET n'est pas valable : un chiffre doit être faux. Pouvez-vous le relire ?",
    "problem_email": "Je ne reconnais pas une adresse e-mail, par exemple camille@duval.example.",
    "problem_email_meant": "Est-ce bien cette adresse ? Choisissez la bonne, ou écrivez-la à nouveau.",
    "problem_phone": "Je ne reconnais pas ce numéro, par exemple 06 12 34 56 78 ou +33 6 12 34 56 78.",
    "problem_department": "Je ne trouve pas ce lieu. Donnez une commune, un département ou un code postal, par "
    "exemple « Vesoul », « Doubs », « 25 » ou « 25000 ».",
    "problem_town": "Je ne trouve pas cette commune. Donnez son nom ou son code postal.",
    "problem_department_choose": "Plusieurs lieux ressemblent à cela. Lequel est-ce ?",
    "problem_department_region": "C'est une région. Dans quel département ?",
    "problem_choice": "Choisissez une des réponses, par son bouton ou par son nom.",
    "problem_consent": "Répondez « J'accepte » ou « Je n'accepte pas », s'il vous plaît.",
    "problem_amount": "Je ne lis pas ce montant. Par exemple : 800 k€, 1,2 M€ ou 1 200 000 €.",
    "problem_amount_unit": "Est-ce en euros, en k€ ou en M€ ? Par exemple « 800 k€ ».",
    "problem_date": "Je ne lis pas cette date. Par exemple : mars 2027, T2 2027, 31/12/2027 ou dans 6 mois.",
    "problem_count": "Je cherche un nombre, par exemple 12 ou « entre 10 et 15 ».",
    "recap_title": "Voici votre candidature",
    "recap_line": "**{label}** : ",
    "recap_empty": "—",
    "recap_doubtful": " (à vérifier)",
    "recap_ask": "Tout est juste ? Rien n'est encore parti. Choisissez « Envoyer », ou corrigez une ligne : par son "
    "bouton, son numéro, ou avec vos mots.",
    "recap_not_understood": "Écrivez « envoyer », le numéro d'une ligne, ou par exemple « corriger le téléphone ».",
    "correct_which": "Quelle ligne voulez-vous corriger ?",
    "sent": "C'est envoyé. Votre référence est **{reference}** : gardez-la.",
    "sent_already": "Cette candidature était déjà envoyée. Sa référence est **{reference}**.",
    "sent_next": "Un conseiller de la CCI la lira et vous contactera. /dossier montre où elle en est.",
    # following
    "file_none": "Vous n'avez pas encore de candidature.",
    "file_title": "Vos candidatures",
    "file_line": "**{reference}**, envoyée le {sent} : {status} (depuis le {changed})",
    "status_submitted": "reçue par la CCI",
    "status_under_review": "à l'étude",
    "status_correction_asked": "une précision vous est demandée",
    "status_shortlisted": "présélectionnée",
    "status_waiting_list": "acceptée, sur liste d'attente",
    "status_accepted": "acceptée",
    "status_declined": "non retenue",
    "status_workshop": "en atelier",
    "status_coaching": "en accompagnement",
    "status_closed": "terminée",
    "status_withdrawn": "retirée",
    "withdraw_sure": "Voulez-vous vraiment retirer la candidature {reference} ? La CCI ne l'étudiera plus.",
    "withdrawn": "La candidature {reference} est retirée.",
    "not_withdrawn": "La candidature {reference} n'a pas pu être retirée ; /dossier montre où elle en est.",
    # a person
    "apology": "Je suis désolé que cela se passe ainsi. Un conseiller de la CCI peut reprendre avec vous.",
    "adviser_region": "Dans quelle région est votre projet ? Je vous dirai quelle CCI contacter.",
    "adviser_region_unknown": "Je ne reconnais pas cette région. Choisissez, ou écrivez un département ou une ville.",
    "adviser_type_region": "Écrivez le nom de votre région, de votre département ou de votre ville.",
    "adviser_chamber": "Pour la région {region}, adressez-vous à la **{chamber}**.",
    "adviser_outside": "L'accélérateur fonctionne aujourd'hui dans quatre régions, et {region} n'en fait pas partie. "
    "La CCI de votre région reste votre interlocuteur.",
    "adviser_offer": "Je peux aussi transmettre un téléphone ou un e-mail, pour qu'un conseiller vous réponde.",
    "adviser_offer_question": "Je peux aussi transmettre un téléphone ou un e-mail, avec votre dernière question, "
    "pour qu'un conseiller vous réponde.",
    "adviser_ask_contact": "Écrivez votre téléphone ou votre e-mail. Il servira seulement à vous répondre.",
    "adviser_contact_unknown": "Je ne reconnais ni un téléphone ni un e-mail. Pouvez-vous vérifier ?",
    "adviser_called": "C'est transmis. Un conseiller de la CCI vous répondra.",
    "adviser_no_contact": "D'accord. /conseiller reste là si vous changez d'avis.",
    # data
    "exported": "Voici tout ce que je garde sur notre conversation, dans un fichier.",
    "export_name": "mes-donnees-relais.json",
    "erase_sure": "Voulez-vous vraiment tout effacer : messages, réponses, brouillon, documents et candidatures "
    "envoyées ? Une candidature déjà acceptée reste, sans votre nom ni vos coordonnées, car la CCI doit en rendre "
    "compte. On ne peut pas revenir en arrière.",
    "erased": "C'est effacé.",
    "erased_messages": "Messages de vous : {count}",
    "erased_replies": "Messages de moi : {count}",
    "erased_answers": "Réponses gardées : {count}",
    "erased_calls": "Demandes de rappel : {count}",
    "erased_applications": "Candidatures : {count}",
    "erased_draft": "Le brouillon et les réglages de cette conversation sont effacés aussi. Votre canal (Telegram "
    "par exemple) peut encore montrer les anciens messages : effacez-les de votre côté.",
    # buttons
    "button_candidater": "Candidater à l'accélérateur",
    "button_financement": "Trouver un financement",
    "button_partenaires": "Trouver des partenaires",
    "button_conseiller": "Parler à un conseiller",
    "button_dossier": "Suivre ma candidature",
    "button_helpful": "👍 Utile",
    "button_unhelpful": "👎 Pas utile",
    "button_open": "Ouvrir la page officielle",
    "button_skip": "Passer",
    "button_back": "Retour",
    "button_stop": "Arrêter",
    "button_keep": "Garder : {value}",
    "button_done": "C'est tout",
    "button_send": "Envoyer",
    "button_recap": "Retour au récapitulatif",
    "button_resume": "Reprendre",
    "button_restart": "Tout recommencer",
    "button_go_on": "Reprendre ma candidature",
    "button_other_region": "Une autre région",
    "button_contact": "Laisser un contact",
    "button_no_contact": "Non merci",
    "button_withdraw": "Retirer {reference}",
    "button_withdraw_sure": "Oui, retirer",
    "button_erase_sure": "Oui, tout effacer",
    "button_never_mind": "Non, ne rien changer",
    "button_no_letter": "Ne rien envoyer",
    "button_french": "Français",
    "button_english": "English",
    **AFTER_FRENCH,
    **FORM_FRENCH,
}
