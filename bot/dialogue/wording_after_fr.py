"""What the bot says in French about documents, what happens after sending, other devices and one's data."""

AFTER_FRENCH: dict[str, str] = {
    # told by the desk
    "status_waiting_list": "sur liste d'attente",
    "told_submitted": "La candidature {reference} est reçue par la CCI.",
    "told_under_review": "Du nouveau : la candidature {reference} est à l'étude. Un conseiller de la CCI la lit.",
    "told_correction_asked": "Le conseiller demande une précision sur la candidature {reference}.",
    "told_shortlisted": "Bonne nouvelle : la candidature {reference} est présélectionnée.",
    "told_waiting_list": "La candidature {reference} est retenue, mais la promotion est complète : elle est sur liste "
    "d'attente.",
    "told_accepted": "Bonne nouvelle : la candidature {reference} est acceptée.",
    "told_declined": "La candidature {reference} n'est pas retenue.",
    "told_workshop": "La candidature {reference} entre dans la phase d'ateliers.",
    "told_coaching": "La candidature {reference} entre dans la phase d'accompagnement.",
    "told_closed": "L'accompagnement de la candidature {reference} est terminé.",
    "told_withdrawn": "La candidature {reference} est retirée.",
    "told_cohort": "Promotion : {cohort}.",
    "cohort_dates": "du {starts} au {ends}",
    "told_rank": "Rang sur la liste d'attente : {rank}.",
    "told_reason": "Ce que le conseiller écrit :",
    "told_corrections": "Le conseiller demande une précision sur la candidature {reference}.",
    "told_corrections_way": "Choisissez une ligne pour répondre ici. /corriger les montre à nouveau.",
    "told_letter": "**{author}**, de la CCI, vous écrit au sujet de la candidature {reference} :",
    "told_letter_way": "Pour répondre, appuyez sur le bouton ou écrivez /repondre.",
    "told_field": "La CCI a corrigé une ligne de la candidature {reference}, **{field}** :",
    "told_transfer": "La candidature {reference} est désormais suivie par la CCI de la région {region}.",
    # after sending
    "sent_to": "Elle est à la **{chamber}**, qui la lira et vous contactera.",
    "sent_by": "Chaque étape vous sera annoncée ici. Sans nouvelle le {day}, écrivez /repondre : votre message ira "
    "au conseiller.",
    "file_which": "De quelle candidature parlez-vous ?",
    "file_company": "Entreprise : {company}",
    "file_sent": "Envoyée le {day}",
    "file_sent_to": "Envoyée le {day} à la {chamber}",
    "file_now": "Aujourd'hui : **{status}**, depuis le {day}",
    "file_step": "Le {day} : {status}",
    "file_documents": "Documents joints : {count}",
    "file_letters": "Messages échangés avec la CCI : {count}",
    "file_awaited": "Le conseiller attend une précision de votre part :",
    "file_awaited_line": "**{field}** : {message}",
    "next_submitted": "La suite : un conseiller de la CCI l'ouvre, puis vous dit qu'elle est à l'étude.",
    "next_under_review": "La suite : le conseiller présélectionne le projet, demande une précision, ou donne une "
    "réponse avec ses raisons.",
    "next_correction_asked": "La suite : dès votre réponse, l'étude reprend.",
    "next_shortlisted": "La suite : la CCI choisit les projets de la prochaine promotion.",
    "next_waiting_list": "La suite : si une place se libère, vous serez prévenu ici.",
    "next_accepted": "La suite : les ateliers de la promotion ; la CCI vous contacte pour les dates.",
    "next_declined": "Vous pouvez en parler avec le conseiller, ou candidater à nouveau avec un projet changé.",
    "next_workshop": "La suite : l'accompagnement individuel.",
    "next_coaching": "La suite : le bilan avec votre conseiller.",
    "next_closed": "Le parcours est terminé.",
    "next_withdrawn": "La CCI ne l'étudie plus.",
    "correct_none": "Aucune précision n'est attendue de vous.",
    "correct_asks": "Le conseiller demande, pour « {field} » :",
    "correct_now": "Valeur envoyée : {value}",
    "correct_write": "Écrivez la nouvelle réponse.",
    "correct_choose": "Choisissez la nouvelle réponse.",
    "corrected": "C'est corrigé. {field} : {value}. Le conseiller le voit.",
    "corrected_doubtful": "Je transmets votre réponse telle quelle ; le conseiller la vérifiera.",
    "corrected_more": "Il reste une précision à donner.",
    "corrected_all": "Tout est répondu : la candidature {reference} est de nouveau à l'étude.",
    "correct_stale": "Cette précision n'est plus attendue. /dossier montre où en est la candidature.",
    "letter_write": "Écrivez votre message pour le conseiller (candidature {reference}). « annuler » pour ne rien "
    "envoyer.",
    "letter_sent": "C'est transmis au conseiller de la CCI (candidature {reference}). Sa réponse arrivera ici.",
    "letter_long": "C'est un peu long : {longest} caractères au plus. Envoyez-le en deux messages, ou joignez un "
    "document.",
    "letter_none": "Vous n'avez pas encore de candidature envoyée. Pour joindre une personne : /conseiller.",
    # documents
    "document_kept": "J'ai bien reçu **{name}** ({size}).",
    "documents_kept": "J'ai bien reçu {count} documents :",
    "document_line": "{name} ({size})",
    "document_to_draft": "Avec votre candidature commencée : {count} sur {most} documents.",
    "document_to_file": "Le conseiller le voit dans la candidature {reference}.",
    "document_waits": "Je le garde pour la candidature que vous commencerez.",
    "document_which": "Pour quelle candidature ?",
    "document_known": "**{name}** est déjà là : je ne le garde qu'une fois.",
    "document_type": "Je ne peux pas garder **{name}** : j'accepte les PDF, Word (.docx), Excel (.xlsx) et les images "
    "(PNG, JPEG, WEBP, HEIC).",
    "document_too_large": "**{name}** est trop lourd : 20 Mo au plus. Réduisez-le (une photo plus petite, un PDF "
    "compressé) ou coupez-le en deux.",
    "document_empty": "**{name}** est vide (0 octet). Vérifiez le fichier, puis renvoyez-le.",
    "document_damaged": "**{name}** est abîmé ou incomplet : je n'ai pas pu le lire en entier. Ouvrez-le chez vous, "
    "enregistrez-le à nouveau, puis renvoyez-le.",
    "document_locked": "**{name}** est protégé par un mot de passe ou dans un ancien format Office. Enregistrez-le en "
    ".docx, .xlsx ou PDF sans mot de passe, puis renvoyez-le.",
    "document_macros": "**{name}** contient des macros, que je n'accepte pas. Enregistrez-le en .docx ou .xlsx, puis "
    "renvoyez-le.",
    "document_not_fetched": "Je n'ai pas réussi à recevoir **{name}**, malgré plusieurs essais. Rien d'autre n'est "
    "perdu : renvoyez-le dans un moment.",
    "document_too_many": "Je ne peux pas ajouter **{name}** : {most} documents au plus. Retirez-en un, puis "
    "renvoyez-le.",
    "document_unnamed": "le document",
    "document_how": "Envoyez le fichier dans cette conversation (le trombone) : PDF, Word, Excel ou image, 20 Mo au "
    "plus.",
    "documents_title": "Vos documents",
    "documents_none": "Aucun document n'est joint.",
    "documents_way": "Choisissez un document pour le retirer.",
    "document_removed": "**{name}** est retiré.",
    "document_stays": "Ce document ne peut plus être retiré : la candidature est envoyée. Écrivez au conseiller si "
    "c'était une erreur.",
    "document_placed": "C'est rangé : {count} document(s) dans la candidature {reference}.",
    "recap_documents": "Documents joints",
    # what the talk knows
    "recap_talked": "Joint de notre échange",
    "recap_talked_count": "{count} ligne(s)",
    "talked_title": "Voulez-vous joindre des éléments de notre échange ?",
    "talked_why": "Rien n'est joint sans votre accord. Choisissez ligne par ligne ce que la CCI peut voir ; choisir à "
    "nouveau une ligne la retire.",
    "talked_question": "Question : {text}",
    "talked_record": "Fiche regardée : {text}",
    "talked_none": "Il n'y a rien à joindre : nous n'avons parlé de rien d'autre.",
    # drafts, other devices
    "draft_reminder": "Votre candidature{company} est gardée, à l'étape {at} sur {total} : {field}. Voulez-vous la "
    "continuer ?",
    "draft_reminder_recap": "Votre candidature{company} est complète mais pas encore envoyée. Voulez-vous la relire ?",
    "draft_reminder_once": "Je ne vous le rappellerai pas une seconde fois. /candidater la retrouve à tout moment.",
    "draft_warning": "Votre candidature commencée{company} sera effacée le {day} si vous n'y revenez pas.",
    "draft_removed": "Comme annoncé, votre candidature commencée{company} est effacée. /candidater en commence une "
    "autre.",
    "draft_gone": "Cette candidature commencée n'est plus ici. /dossier montre vos candidatures.",
    "share_none": "Aucune candidature n'est commencée ici. /candidater en commence une.",
    "share_code": "Pour continuer sur un autre appareil, ouvrez-y Relais et écrivez :",
    "share_command": "/reprendre {code}",
    "share_links": "ou ouvrez là-bas un de ces liens :",
    "share_expires": "Le code sert une seule fois, jusqu'au {moment}. Votre candidature quittera alors cette "
    "conversation.",
    "take_how": "Écrivez /reprendre suivi du code donné par l'autre appareil, par exemple /reprendre ABCD-EFGH.",
    "take_replaces": "Une candidature est déjà commencée ici{company}. Celle de l'autre appareil prendrait sa place, "
    "et celle-ci serait effacée.",
    "taken": "Votre candidature est ici. Reprenons là où vous en étiez.",
    "taken_away": "Votre candidature commencée continue sur un autre appareil. Elle n'est plus dans cette "
    "conversation.",
    "take_unknown": "Je ne connais pas ce code, ou il a déjà servi. Sur l'autre appareil, /continuer en donne un "
    "nouveau.",
    "take_expired": "Ce code a expiré. Sur l'autre appareil, /continuer en donne un nouveau.",
    "take_gone": "La candidature de ce code n'est plus commencée : elle a été envoyée ou effacée. /dossier le montre "
    "sur l'autre appareil.",
    "take_here": "Cette candidature est déjà ici.",
    # data
    "export_readable": "mes-donnees-relais.html",
    "exported_readable": "Le même contenu, à lire : ouvrez ce fichier dans votre navigateur.",
    "exported_elsewhere": "Une candidature a été déplacée entre cette conversation et une autre. Demandez /mesdonnees "
    "là-bas aussi pour ce que cette autre conversation garde.",
    "erased_documents": "Documents : {count}",
    "erased_letters": "Messages échangés avec la CCI : {count}",
    "erased_receipt": "Votre reçu : **{receipt}**, le {moment}.",
    "erased_kept": "Gardée sans votre nom ni vos coordonnées, car la CCI doit rendre compte de l'accompagnement "
    "(obligation légale) : {references}.",
    "erased_elsewhere": "Une autre conversation a été reliée à celle-ci. Pour l'effacer aussi, écrivez-y /effacer.",
    "erased_bytes": "Les fichiers et les copies techniques sont effacés dans les minutes qui suivent ; l'adresse de "
    "cette conversation, sous un jour.",
    "export_title": "Ce que Relais garde sur vous",
    "export_made": "Établi le {moment}.",
    "export_nothing": "Rien.",
    "export_talk": "La conversation",
    "export_messages": "Vos messages",
    "export_replies": "Les réponses de Relais",
    "export_answers": "Les réponses avec leurs sources",
    "export_calls": "Vos demandes d'être rappelé",
    "export_applications": "Vos candidatures envoyées",
    "export_application_events": "Ce qui leur est arrivé",
    "export_letters": "Messages échangés avec la CCI",
    "export_corrections": "Précisions demandées",
    "export_notes": "Notes des conseillers",
    "export_documents": "Vos documents",
    "export_drafts": "Votre candidature commencée",
    "export_resume_links": "Codes pour changer d'appareil",
    # buttons
    "button_corriger": "Voir les précisions demandées",
    "button_reply": "Répondre",
    "button_write_adviser": "Écrire au conseiller",
    "button_correct_field": "Corriger : {field}",
    "button_documents": "Documents ({count})",
    "button_take_out": "Retirer {name}",
    "button_talked": "Joindre de notre échange ({count})",
    "button_share": "Continuer sur un autre appareil",
    "button_take": "Remplacer par celle de l'autre appareil",
}
