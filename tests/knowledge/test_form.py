"""What the pages say of the form is what the form is."""

import re

from bot.intake.form import asked_fields
from tests.knowledge.test_files import KNOWLEDGE


def test_the_number_of_steps_is_that_of_the_form() -> None:
    page = (KNOWLEDGE / "faq" / "candidature-conversation.md").read_text("utf-8")
    assert re.findall(r"compte (\d+) questions", page) == [str(len(asked_fields({})))]
