"""How far an application begun has come: the fields in the order of the form, then the recap, then sent."""

from bot.intake.form import FIELDS

RECAP, SENT = "recap", "sent"
STEPS = (*(field.key for field in FIELDS if field.asked), RECAP, SENT)  # a step counts as reached when it is asked
_RANKS = {step: rank for rank, step in enumerate(STEPS)}


def further(known: str | None, step: str) -> bool:
    """Whether the step lies beyond the one known; one that the form no longer has lies before all."""
    return known is None or _RANKS.get(step, -1) > _RANKS.get(known, -1)


def reached(ended: dict[str, int]) -> dict[str, int]:
    """From how many drafts ended at each step to how many reached it: those that ended there or further."""
    counts, total = {}, 0
    for step in reversed(STEPS):
        total += ended.get(step, 0)
        counts[step] = total
    return {step: counts[step] for step in STEPS}
