"""The names that the desk's pages share: acts, origins, roles, badges, what was done."""

from bot.catalogue.places import region_of
from bot.intake.life import Act
from bot.store.listing import Order
from bot.store.tables import CohortStatus, Origin, Role

ALL_REGIONS = "Toutes les régions"
OTHER_REGIONS = {"FRA": "Région à déterminer"}


def region_name(code: str | None) -> str:
    """As people say it; without a code, all of them."""
    known = region_of(code) if code else None
    return known.name if known else ALL_REGIONS if code is None else OTHER_REGIONS.get(code, code)


ROLES = {
    Role.ADVISER: "Conseiller",
    Role.MANAGER: "Responsable de région",
    Role.ADMINISTRATOR: "Administrateur",
}
ROLES_EXPLAINED = {
    Role.ADVISER: "traite les dossiers de sa région",
    Role.MANAGER: "traite les dossiers, tient les promotions et l'équipe de sa région",
    Role.ADMINISTRATOR: "voit toutes les régions, tient les comptes et lit le journal",
}
ORIGINS = {
    Origin.SAID: "dit par l'entreprise",
    Origin.REGISTRY: "registre public",
    Origin.CHAT: "repris de la conversation",
    Origin.DESK: "saisi au guichet",
}
ORDERS = {
    Order.WAITING: "Attente la plus longue",
    Order.NEWEST: "Les plus récents",
    Order.OLDEST: "Les plus anciens",
    Order.COMPANY: "Entreprise, de A à Z",
}
COHORT_STATUSES = {
    CohortStatus.OPEN: "Ouverte aux candidatures",
    CohortStatus.CLOSED: "Fermée",
    CohortStatus.CANCELLED: "Annulée",
}
ACTS = {  # on the buttons
    Act.TAKE_UP: "Commencer l'étude",
    Act.ASK_CORRECTION: "Demander une correction",
    Act.RESUME: "Reprendre l'étude sans attendre",
    Act.SHORTLIST: "Présélectionner",
    Act.STEP_BACK: "Revenir à l'étude",
    Act.ACCEPT: "Accepter dans une promotion",
    Act.PUT_ON_WAITING_LIST: "Mettre sur liste d'attente",
    Act.DECLINE: "Ne pas retenir",
    Act.REOPEN: "Rouvrir le dossier",
    Act.BEGIN_WORKSHOP: "Passer aux ateliers",
    Act.BEGIN_COACHING: "Passer à l'accompagnement",
    Act.CLOSE: "Terminer le parcours",
    Act.WITHDRAW: "Retirer à la demande de l'entreprise",
}
EVENTS = {  # in the timeline; acts have their own words
    "submitted": "Candidature envoyée",
    "withdrawn": "Candidature retirée par l'entreprise",
    "assign": "Affectation",
    "transfer": "Transmission à une autre région",
    "message": "Message à l'entreprise",
    "answer": "Message de l'entreprise",
    "note": "Note ajoutée",
    "document": "Documents de l'entreprise",
    Act.TAKE_UP: "Étude commencée",
    Act.ASK_CORRECTION: "Correction demandée",
    Act.RESUME: "Étude reprise",
    Act.SHORTLIST: "Dossier présélectionné",
    Act.STEP_BACK: "Retour à l'étude",
    Act.ACCEPT: "Dossier accepté",
    Act.PUT_ON_WAITING_LIST: "Mis sur liste d'attente",
    Act.DECLINE: "Dossier non retenu",
    Act.REOPEN: "Dossier rouvert",
    Act.BEGIN_WORKSHOP: "Ateliers commencés",
    Act.BEGIN_COACHING: "Accompagnement commencé",
    Act.CLOSE: "Parcours terminé",
    Act.WITHDRAW: "Dossier retiré à la demande de l'entreprise",
}
DONE = {  # said once on the next page
    "connecte": "Vous êtes connecté.",
    "deconnecte": "Vous êtes déconnecté.",
    "note": "Note ajoutée.",
    "message": "Message envoyé à l'entreprise.",
    "message-garde": "Message gardé au dossier. L'entreprise n'a plus de conversation ouverte : joignez-la autrement.",
    "affecte": "Affectation enregistrée.",
    "transmis": "Dossier transmis.",
    "champ": "Ligne modifiée ; l'entreprise en est informée.",
    "correction": "Correction demandée à l'entreprise.",
    "etape": "C'est fait. L'entreprise est prévenue.",
    "etape-non-dite": "C'est fait. L'entreprise n'a plus de conversation ouverte : prévenez-la autrement.",
    "correction-non-dite": "Correction notée. L'entreprise n'a plus de conversation ouverte : joignez-la autrement.",
    "vue": "Vue enregistrée.",
    "vue-retiree": "Vue retirée.",
    "promotion": "Promotion enregistrée.",
    "compte": "Compte modifié.",
    "desactive": "Compte désactivé ; ses sessions sont fermées.",
    "reactive": "Compte réactivé.",
    "invitation-annulee": "Invitation annulée : son lien ne marche plus.",
    "session-fermee": "Session fermée.",
    "mot-de-passe": "Mot de passe changé ; vos autres sessions sont fermées.",
    "profil": "Profil enregistré.",
    "cle-revoquee": "Clé révoquée : elle n'ouvre plus rien.",
    "relance": "L'envoi est relancé pour un jour.",
}
AUDIT = {
    "sign_in": "connexion",
    "sign_in_failed": "connexion refusée",
    "sign_out": "déconnexion",
    "open_file": "dossier ouvert",
    "print_file": "dossier imprimé",
    "export": "liste téléchargée",
    "make_key": "clé d'accès faite",
    "revoke_key": "clé d'accès révoquée",
    "send_again": "envoi relancé",
    "take_document": "document téléchargé",
    "invite": "invitation",
    "cancel_invitation": "invitation annulée",
    "join": "compte créé",
    "new_password": "mot de passe changé",
    "change_account": "compte modifié",
    "disable": "compte désactivé",
    "enable": "compte réactivé",
    "revoke_session": "session fermée",
    "cohort": "promotion modifiée",
    "assign": "affectation",
    "transfer": "transmission à une région",
    "note": "note",
    "message": "message à l'entreprise",
    "field": "ligne modifiée",
    **{str(act): EVENTS[act].lower() for act in Act},
}
