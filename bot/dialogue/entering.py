"""A typed text becomes answers: the current field first, then whatever else it holds; two failures never trap."""

import re
from dataclasses import replace

from bot.dialogue import doubting, operations, steps
from bot.dialogue.asking import asked
from bot.dialogue.form_replies import noted
from bot.dialogue.heard import Heard
from bot.dialogue.meaning import is_speech
from bot.dialogue.noting import findings_in, noted_from
from bot.dialogue.state import Draft
from bot.dialogue.turn import Turn
from bot.intake.checks import Checked, Problem
from bot.intake.extraction import Finding
from bot.intake.form import Field, Kind
from bot.intake.names import field_named

MOST_FAILURES = 2  # tries of one field before the answer is taken as typed
_SHORT = 2  # words beside a figure that say what it is and nothing else: « environ 42 salariés »
_FIGURES = ("siren", "email", "phone", "investment", "employees", "start")
_NO_NAME = re.compile(
    r"(?i)(?:à|a|dans|en|au|aux|près|on|nous|je|we|i|environ|entre|de|une|avec|budget|investissement)(?:\s|$)|.?$"
)  # a place, or nothing
_LEAD = re.compile(r"[,;:(\n]|\s-\s|\s+(?:à|a|basée?s?|située?s?|at|in|based)\s+(?=[A-ZÀ-Þ])|\s(?=[+\d]|\S+@)")


def tried(heard: Heard, draft: Draft, field: Field, text: str) -> Turn:
    """The text as an answer to the field."""
    if field.kind in (Kind.TEXT, Kind.NAME) and field.key != "description":
        return _words_tried(heard, draft, field, text)
    checked = heard.abilities.check(field, text, heard.today)
    if isinstance(checked, Problem):
        return _elsewhere(heard, draft, field, text) or failed(heard, draft, field, text, checked)
    quiet = field.kind in (Kind.CHOICES, Kind.CONSENT, Kind.TEXT, Kind.OPERATIONS)
    others = () if quiet else [each for each in findings_in(heard, text) if each.key not in (field.key, "needs")]
    return taken(heard, draft, field, checked, others)


def taken(
    heard: Heard, draft: Draft, field: Field, checked: Checked, others: tuple[Finding, ...] | list[Finding] = ()
) -> Turn:
    """The field has its value; others that the same text holds come with it."""
    implied = {key: value for key, value in checked.also.items() if value}
    noted_so_far = steps.note(draft, implied) if implied else draft
    answered = steps.answer(noted_so_far, field, checked.value, doubtful=checked.doubtful)
    said = [note for note in (noted(heard, answered, field),) if note]
    if not others:
        return asked(heard, answered, said)
    more = noted_from(heard, answered, others)
    return asked(heard, steps.settle(more.draft, more.keys), [*said, *more.notes])


def insisted(heard: Heard, draft: Draft, field: Field, text: str) -> Turn:
    """The person says that this is the answer: taken, as typed where it does not hold."""
    return tried(heard, replace(draft, failures=MOST_FAILURES - 1), field, text)


def failed(heard: Heard, draft: Draft, field: Field, text: str, problem: Problem) -> Turn:
    """Say what is wrong, once; then the answer is taken as typed, unless a good one is there or it is mere talk."""
    again = steps.fail(draft, problem.candidates)
    if again.failures < MOST_FAILURES or field.kind is Kind.CONSENT or not re.search(r"\w", text):
        return asked(heard, again, [heard.say(problem.key, longest=field.longest)])
    if is_speech(text) and draft.said != text:
        return doubting.asked(heard, draft, field, text)
    if field.key in draft.values and field.key not in draft.doubtful:
        return asked(heard, steps.go_on(draft), [heard.say("form_kept")])
    doubtful = steps.answer(draft, field, text.strip()[: field.longest], doubtful=True)
    return asked(heard, doubtful, [heard.say("form_doubtful")])


def _elsewhere(heard: Heard, draft: Draft, field: Field, text: str) -> Turn | None:
    """Nothing for this field, something for others: « 45 salariés » where a phone number was asked."""
    findings = findings_in(heard, text)
    alone = len(findings) == 1 and _is_bare(text)
    more = noted_from(heard, draft, findings, overwrite=alone)
    told = more.keys or operations.says_only(heard, draft, field)
    return asked(heard, steps.settle(more.draft, more.keys), more.notes) if told else None


def _words_tried(heard: Heard, draft: Draft, field: Field, text: str) -> Turn:
    """Fields that any words would fill: a sentence is taken apart, a mere figure is something else."""
    findings = findings_in(heard, text, helped=field.key == "company")
    own = [each for each in findings if each.key == field.key]
    others = [each for each in findings if each.key != field.key]
    if others and not own and len(others) == 1 and others[0].key in _FIGURES and _is_bare(text):
        more = noted_from(heard, draft, others, overwrite=True)
        return asked(heard, steps.settle(more.draft, more.keys), more.notes)
    if not own and operations.says_only(heard, draft, field):
        more = noted_from(heard, draft, others)
        return asked(heard, steps.settle(more.draft, more.keys), more.notes)
    if field.key == "made_today":
        others = []
    if own and others and field.key in ("company", "contact"):
        more = noted_from(heard, draft, findings)
        return asked(heard, steps.settle(more.draft, more.keys), more.notes)
    words = _LEAD.split(text)[0].strip() if others and field.key in ("company", "contact") else text
    if others and (_NO_NAME.match(words) or (words != text and (field_named(words) or findings_in(heard, words)))):
        return _elsewhere(heard, draft, field, text) or failed(heard, draft, field, text, Problem("problem_not_that"))
    checked = heard.abilities.check(field, words, heard.today)
    if isinstance(checked, Problem):
        return _elsewhere(heard, draft, field, text) or failed(heard, draft, field, text, checked)
    return taken(heard, draft, field, checked, others)


def _is_bare(text: str) -> bool:
    return len(re.findall(r"[^\W\d_]{3,}", re.sub(r"\S+@\S+", "", text))) <= _SHORT
