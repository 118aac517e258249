"""What can be typed instead of pressing: labels of the buttons just shown, and their numbers."""

from collections.abc import Sequence

from bot.catalogue.folding import flat
from bot.dialogue.messages import Reply


def offers(replies: Sequence[Reply], *, numbered: bool) -> dict[str, str]:
    """Press data by label, and by number for the last reply with buttons unless a number is awaited as an answer."""
    offered: dict[str, str] = {}
    for reply in replies:
        buttons = [button for row in reply.buttons for button in row]
        if not buttons:
            continue
        offered = {key: press for key, press in offered.items() if not key.isdigit()}
        offered |= {label: button.press for button in buttons if button.press and (label := flat(button.label))}
        if numbered:
            offered |= {str(rank): button.press for rank, button in enumerate(buttons, 1) if button.press}
    return offered if numbered else {key: press for key, press in offered.items() if not key.isdigit()}
