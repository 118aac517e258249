"""The few words that a channel says itself, when the dialogue is not asked."""

from bot.dialogue.messages import Button, Reply, paragraph

TOO_MANY = {
    "fr": "Vous avez envoyé beaucoup de messages à la fois : je réponds d'abord aux premiers. "
    "Les suivants n'ont pas été lus ; merci de les renvoyer dans une minute.",
    "en": "You sent many messages at once: I am answering the first ones. "
    "The later ones were not read; please send them again in a minute.",
}
FAILED = {
    "fr": "Je n'ai pas réussi à traiter votre message, et ce n'est pas de votre fait. "
    "Réessayez dans un moment, ou écrivez /conseiller pour joindre une personne.",
    "en": "I could not process your message, and it is not your fault. "
    "Please try again in a moment, or write /conseiller to reach a person.",
}
IN_PRIVATE = {
    "fr": "Pour protéger vos données, je réponds seulement en conversation privée : appuyez sur le bouton ci-dessous.",
    "en": "To protect your data, I only answer in a private chat: press the button below.",
}
OPEN_PRIVATE = {"fr": "Ouvrir la conversation privée", "en": "Open the private chat"}


def too_many(language: str | None) -> Reply:
    """A flood: the last messages were not read."""
    return Reply(paragraphs=(paragraph(TOO_MANY[_known(language)]),))


def failed(language: str | None) -> Reply:
    """A turn failed for good and even the dialogue's own apology did."""
    return Reply(paragraphs=(paragraph(FAILED[_known(language)]),))


def in_private(language: str | None, link: str) -> Reply:
    """Somebody spoke to us in a group."""
    known = _known(language)
    return Reply(
        paragraphs=(paragraph(IN_PRIVATE[known]),),
        buttons=((Button(OPEN_PRIVATE[known], link=link),),),
    )


def _known(language: str | None) -> str:
    return "en" if (language or "").lower().startswith("en") else "fr"
