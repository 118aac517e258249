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
    "told_rank": "Rang sur la liste d'attente : {rank}.",
    "told_reason": "Ce que le conseiller écrit :",
    "told_corrections": "Le conseiller demande une précision sur la candidature {reference}.",
    "told_corrections_way": "Choisissez une ligne pour répondre ici. /corriger les montre à nouveau.",
    "told_letter": "**{author}**, de la CCI, vous écrit au sujet de la candidature {reference} :",
    "told_letter_way": "Pour répondre, appuyez sur le bouton ou écrivez /repondre.",
    "told_field": "La CCI a corrigé une ligne de la candidature {reference}, **{field}** :",
    "told_transfer": "La candidature {reference} est désormais suivie par la CCI de la région {region}.",
    # buttons
    "button_reply": "Répondre",
    "button_correct_field": "Corriger : {field}",
}
