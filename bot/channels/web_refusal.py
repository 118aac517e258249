"""Why the chat page does not take something that a person sent; the words stand in `web_words`."""

from enum import StrEnum


class Refusal(StrEnum):
    """Each is told in one sentence, beside the box, and the text stays in the box."""

    EXPIRED = "expired"  # no cookie, another site's form, or a form of another person
    EMPTY = "empty"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    OUTDATED = "outdated"  # a button of a reply that is no longer there
    FILE_TOO_LARGE = "file_too_large"
    NO_FILE = "no_file"  # none was chosen

    @property
    def status(self) -> int:
        """The HTTP status that goes with it."""
        return {"expired": 403, "too_long": 413, "file_too_large": 413, "too_many": 429, "outdated": 409}.get(
            self.value, 422
        )
