from dataclasses import dataclass, field

from bot.channels.drafts import Drafts
from bot.store.inbox import Claim


@dataclass
class Screen:
    """Notes what it is told to show."""

    told: list[tuple[object, ...]] = field(default_factory=list)
    broken: bool = False

    def show(self, address: str, number: int, text: str) -> None:
        if self.broken:
            raise RuntimeError("no loop")
        self.told.append((address, number, text))

    def settle(self, address: str, number: int) -> None:
        self.told.append((address, number))


def _claim(number: int, channel: str = "web") -> Claim:
    return Claim(
        token="t", inbox_id=number, talk_id=1, channel=channel, address=f"p{number}", body={}, state={},
        attempts=1, failures=0,
    )  # fmt: skip


def test_a_draft_reaches_the_person_who_waits_for_that_answer() -> None:
    drafts, screen = Drafts(), Screen()
    drafts.show_on("web", screen)
    drafts.begun(_claim(3))
    drafts.begun(_claim(4))
    drafts.show("3", "Le prêt")
    drafts.settle("3")
    assert screen.told == [("p3", 3, "Le prêt"), ("p3", 3)]


def test_nobody_is_shown_a_draft_of_a_turn_that_ended_or_of_a_channel_that_shows_none() -> None:
    drafts, screen = Drafts(), Screen()
    drafts.show_on("web", screen)
    drafts.begun(_claim(3))
    drafts.ended(_claim(3))
    drafts.begun(_claim(4, "console"))
    for message in ("3", "4", "5", ""):
        drafts.show(message, "Le prêt")
        drafts.settle(message)
    assert screen.told == []


def test_a_screen_that_breaks_harms_nothing() -> None:
    drafts, screen = Drafts(), Screen(broken=True)
    drafts.show_on("web", screen)
    drafts.begun(_claim(3))
    drafts.show("3", "Le prêt")
    assert screen.told == []
    screen.broken = False
    drafts.show("3", "Le prêt croissance")
    drafts.settle("3")
    assert screen.told == [("p3", 3, "Le prêt croissance"), ("p3", 3)]
