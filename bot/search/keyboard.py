"""Slips of the finger on a French (azerty) keyboard, and how likely each is."""

NEIGHBOURS = {
    "a": "zq", "b": "vn", "c": "xv", "d": "sfe", "e": "zrd", "f": "dgr", "g": "fht", "h": "gjy", "i": "uok",
    "j": "hku", "k": "jli", "l": "kmo", "m": "lp", "n": "bh", "o": "ipl", "p": "om", "q": "sa", "r": "etf",
    "s": "qdz", "t": "ryg", "u": "yij", "v": "cb", "w": "xq", "x": "wc", "y": "tuh", "z": "aes",
}  # fmt: skip
"""Keys beside each key."""
LIKELY, UNLIKELY = 0.7, 1.0
"""What a slip costs: to the key beside, a letter doubled, dropped or swapped with the next; any other change."""


def slip_cost(typed: str, meant: str) -> float:
    """Least cost of the slips between two words (optimal string alignment, weighted); 0 when they are the same."""
    before: list[float] = []
    row = [LIKELY * at for at in range(len(meant) + 1)]
    for at, letter in enumerate(typed, 1):
        earlier, before, row = before, row, [UNLIKELY * at]
        for to, wanted in enumerate(meant, 1):
            least = min(
                before[to - 1] + (letter != wanted and _substitution(letter, wanted)),
                before[to] + _insertion(typed, at - 1),
                row[to - 1] + LIKELY,
            )
            if at > 1 and to > 1 and letter == meant[to - 2] and typed[at - 2] == wanted:
                least = min(least, earlier[to - 2] + LIKELY)
            row.append(least)
    return row[-1]


def _substitution(typed: str, meant: str) -> float:
    return LIKELY if typed in NEIGHBOURS.get(meant, "") else UNLIKELY


def _insertion(typed: str, at: int) -> float:
    """A letter too many: likely beside the key of the letters around it, or when it doubles one."""
    around = typed[max(at - 1, 0) : at] + typed[at + 1 : at + 2]
    near = any(typed[at] == letter or typed[at] in NEIGHBOURS.get(letter, "") for letter in around)
    return LIKELY if near else UNLIKELY
