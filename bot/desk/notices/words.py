"""What staff are told by e-mail and in their Telegram group: references, counts and links, never a person's words."""

from enum import StrEnum


class News(StrEnum):
    """What there is to tell of one application."""

    SUBMITTED = "submitted"
    ANSWERED = "answered"  # a message or a document of the applicant
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    TRANSFERRED = "transferred"  # to the region of whoever is told
    ASSIGNED = "assigned"  # to whoever is told


HEADLINES = {
    News.SUBMITTED: "Nouvelle candidature {reference}",
    News.ANSWERED: "L'entreprise a écrit : dossier {reference}",
    News.CORRECTED: "Correction faite : dossier {reference}",
    News.WITHDRAWN: "Candidature retirée : dossier {reference}",
    News.TRANSFERRED: "Dossier {reference} transmis à votre région",
    News.ASSIGNED: "Le dossier {reference} vous est affecté",
}
SENTENCES = {
    News.SUBMITTED: "Une candidature vient d'arriver ({region}).",
    News.ANSWERED: "L'entreprise a envoyé un message ou un document.",
    News.CORRECTED: "L'entreprise a répondu à toutes les corrections demandées.",
    News.WITHDRAWN: "L'entreprise a retiré sa candidature.",
    News.TRANSFERRED: "Une autre région vous a transmis ce dossier ({region}).",
    News.ASSIGNED: "Un collègue vous a confié ce dossier.",
}
OPEN_FILE = "Ouvrir le dossier : {link}"
OPEN_FILE_WITHOUT_LINK = "Ouvrez le guichet et cherchez {reference}."
OPEN_DESK = "Ouvrir le guichet : {link}"
WHY_INSTANT = "Vous recevez ce message parce que les avis immédiats sont cochés dans « Mon compte » au guichet."
WHY_DIGEST = "Vous recevez ce résumé parce que « Résumé quotidien » est coché dans « Mon compte » au guichet."

DIGEST_HEADLINE = "Résumé du {day} : {summary}"
DIGEST_NOTHING_LATE = "rien en retard"
DIGEST_LINES = (  # figure, one, several
    ("new", "1 candidature jamais ouverte", "{count} candidatures jamais ouvertes"),
    ("late", "1 dossier sans suite depuis plus de 3 jours", "{count} dossiers sans suite depuis plus de 3 jours"),
    (
        "very_late",
        "1 dossier sans suite depuis plus de 7 jours",
        "{count} dossiers sans suite depuis plus de 7 jours",
    ),
    (
        "letters",
        "1 dossier avec un message non lu de l'entreprise",
        "{count} dossiers avec un message non lu de l'entreprise",
    ),
    ("calls", "1 demande d'être rappelé par un conseiller", "{count} demandes d'être rappelé par un conseiller"),
    (
        "questions",
        "1 question restée sans réponse depuis le dernier résumé",
        "{count} questions restées sans réponse depuis le dernier résumé",
    ),
)
ALL_REGIONS = "Toutes les régions"
