"""The data behind buttons: parts joined by `:`, at most 64 bytes in all."""

from enum import StrEnum


class Press(StrEnum):
    """What a button does; the first part of its data."""

    SOURCE = "s"  # answer, number of the source
    FEEDBACK = "f"  # answer, + or -
    SUGGESTION = "q"  # answer, position of the suggestion
    CHOICE = "o"  # answer, position of the detail that it asked for
    COMMAND = "c"  # name of the command
    FORM = "a"  # draft, version, FormPress, argument
    REGION = "r"  # region code, - when none of the four
    CONTACT = "h"  # yes or no
    LANGUAGE = "l"  # fr or en
    WITHDRAW = "w"  # reference
    WITHDRAW_SURE = "W"  # reference
    ERASE_SURE = "e"
    NEVER_MIND = "n"
    FOLLOW = "v"  # reference: the application as it stands
    CORRECTION = "k"  # number of the correction that the desk asked for
    LETTER = "m"  # reference: write to the adviser
    PLACE = "p"  # reference of the application that the waiting documents are for
    DOCUMENTS = "d"  # reference, - for the application not yet sent: the documents, to take one out
    TAKE_OUT = "x"  # number of the document
    RESUME_DRAFT = "R"  # draft: to its current step
    SHARE = "O"  # go on on another device
    TAKE = "t"  # code: the draft of the other device takes the place of this one
    TALKED = "T"  # draft, line of the talk or nothing: what of the talk goes with the application


class FormPress(StrEnum):
    """What a button of the form does."""

    PICK = "p"  # key of the choice
    DONE = "d"  # no more choices
    KEEP = "k"
    SKIP = "s"
    BACK = "b"
    STOP = "x"
    RESUME = "r"
    RESTART = "n"
    CORRECT = "c"  # shows the lines; with the key of a field, asks it again
    RECAP = "z"
    SHOW = "h"  # what is filled so far, before the recap
    SEND = "e"
    CONFIRM = "y"  # what the company register says is right
    DENY = "o"
    ANSWER = "a"  # what was typed is the answer
    QUESTION = "q"  # what was typed is a question


def data(press: Press, *parts: object) -> str:
    """The data of a button."""
    return ":".join((press, *map(str, parts)))


def parts(pressed: str) -> tuple[str, list[str]]:
    """The first part and the others."""
    first, *others = pressed.split(":")
    return first, others
