"""python -m tests.simulator --applicants 1000 --telegram 100: how well the form is filled by conversation."""

import argparse
import sys
import time

from tests.simulator.judging import judge
from tests.simulator.running import simulate


def main() -> int:
    """Print the figures; 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--applicants", type=int, default=1000)
    parser.add_argument("--telegram", type=int, default=100, help="how many of them talk through Telegram's HTTP")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--wrong", action="store_true", help="show every field that is not as it should be")
    options = parser.parse_args()
    begun = time.monotonic()
    played = simulate(options.applicants, min(options.telegram, options.applicants), options.seed)
    verdict = judge(played)
    print("\n".join([*verdict.lines(), f"seconds                          {time.monotonic() - begun:.0f}"]))
    if options.wrong:
        print("\n".join([*verdict.wrong, *verdict.stuck]))
    met = verdict.accuracy >= 0.995 and not verdict.without_recap and verdict.median_messages <= 1.3
    return 0 if met and not verdict.stuck else 1


if __name__ == "__main__":
    sys.exit(main())
