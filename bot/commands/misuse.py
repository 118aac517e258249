"""What was wrong with a command line, in French: the command-line library says it in English."""

import re

_IN_FRENCH = (
    (r"Missing (?:argument|option|parameter):? '?([^'.]+)'?\.?", r"il manque « \1 »"),
    (r"No such command '(.+?)'\..*", r"il n'y a pas de commande « \1 »"),
    (r"No such option: (\S+).*", r"il n'y a pas d'option « \1 »"),
    (
        r"Got unexpected extra argument(?:s|\(s\))? \((.+)\)",
        r"« \1 » est en trop ; plusieurs mots se mettent entre guillemets",
    ),
    (r"Option '(.+)' requires an argument\.", r"« \1 » demande une valeur"),
    (r"Invalid value for '(.+?)': (.*)", r"« \1 » a une valeur qui ne convient pas"),
)


def in_french(message: str) -> str:
    """One sentence with the way to the help; a message that nobody translated yet stays as it is."""
    for english, french in _IN_FRENCH:
        if match := re.fullmatch(english, message.strip(), re.DOTALL):
            message = match.expand(french)
            break
    return f"Commande mal écrite : {message.rstrip('.')}. « relais --help » montre ce qui existe."
