"""A typed text becomes answers: the current field first, then whatever else it holds; two failures never trap."""

import re
from dataclasses import replace

from bot.catalogue.folding import flat
from bot.dialogue import doubting, operations, steps
from bot.dialogue.amending import key_of
from bot.dialogue.asking import asked
from bot.dialogue.form_replies import noted, understood
from bot.dialogue.heard import Heard
from bot.dialogue.meaning import is_speech, speaks
from bot.dialogue.noting import findings_in, noted_from
from bot.dialogue.repairing import repair_in
from bot.dialogue.state import Draft
from bot.dialogue.turn import Turn
from bot.intake.checks import Checked, Problem
from bot.intake.extraction import Finding
from bot.intake.form import Field, Kind
from bot.intake.likeness import looks_like
from bot.intake.names import field_named, keys_stated
from bot.intake.places_said import before_place
from bot.intake.products import only_made, without_made
from bot.search.languages import is_common

MOST_FAILURES = 2  # tries of one field before the answer is taken as typed
_SHORT = 2  # words beside a figure that say what it is and nothing else: « environ 42 salariés »
_LONGEST_NAME = 5  # words that a person may insist on
_LITTLE = frozenset("est nous sommes attendez attends bon alors maintenant now are wait".split())
_DENIES = re.compile(r"\b(?:pas|plus|non|not)\b")
_FIGURES = ("siren", "email", "phone", "investment", "employees", "start")
_NO_NAME = re.compile(
    r"(?i)(?:à|a|dans|en|au|aux|près|on|nous|je|we|i|environ|entre|de|une|avec|budget|investissement)(?:\s|$)|.?$"
)  # a place, or nothing
_LEAD = re.compile(
    r"[,;:(\n]|\s[-/]\s|\s+(?:(?:nous )?on (?:est|a)|nous (?:sommes|avons)|we (?:are|have))\s"
    r"|\s+(?:à|a|basée?s?|située?s?|at|in|based)\s+(?=[A-ZÀ-Þ])|\s(?=[+\d]|\S+@)"
)


def tried(heard: Heard, draft: Draft, field: Field, text: str) -> Turn:
    """The text as an answer to the field, which it may name: « le contact c'est Léa Roux »."""
    named = repair_in(text) if field.key not in ("description", "made_today") else None
    if named and key_of(named, draft) == field.key and named.said:
        text = named.said
    if field.kind in (Kind.TEXT, Kind.NAME) and field.key != "description":
        return _words_tried(heard, draft, field, text)
    if field.key == "description" and (turn := _mere_figure(heard, draft, field, text, findings_in(heard, text))):
        return turn
    checked = heard.check(field, text)
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
    named = [each for each in others if each.key in keys_stated(heard.message.text)]
    more = noted_from(heard, answered, [each for each in others if each not in named])
    again = noted_from(heard, more.draft, named, overwrite=True)
    return asked(heard, steps.settle(again.draft, (*more.keys, *again.keys)), [*said, *more.notes, *again.notes])


def insisted(heard: Heard, draft: Draft, field: Field, text: str) -> Turn:
    """The person says that this is the answer: taken, as typed where it does not hold."""
    return tried(heard, replace(draft, failures=MOST_FAILURES - 1), field, text)


def failed(heard: Heard, draft: Draft, field: Field, text: str, problem: Problem) -> Turn:
    """Say what is wrong, once; then the answer is taken as typed, unless a good one is there or it is mere talk."""
    again = steps.fail(draft, problem.candidates)
    nothing = not re.search(r"\w", text) or problem.key == "problem_company"
    if again.failures < MOST_FAILURES or field.kind is Kind.CONSENT or nothing:
        return asked(heard, again, [heard.say(problem.key, longest=field.longest)])
    insisted_on = _is_insisted(draft, text)
    if is_speech(text) and not insisted_on:
        return doubting.asked(heard, draft, field, text)
    if field.key in draft.values and field.key not in draft.doubtful:
        return asked(heard, steps.go_on(draft), [heard.say("form_kept")])
    if field.choices and field.kind is not Kind.TEXT:
        return asked(heard, again, [heard.say(problem.key, longest=field.longest), heard.say("form_may_pass")])
    if not insisted_on and not looks_like(field, text):
        return doubting.asked(heard, draft, field, text)
    doubtful = steps.answer(draft, field, text.strip()[: field.longest], doubtful=True)
    return asked(heard, doubtful, [heard.say("form_doubtful")])


def _elsewhere(heard: Heard, draft: Draft, field: Field, text: str) -> Turn | None:
    """Nothing for this field, something for others: « 45 salariés » where a phone number was asked."""
    findings = findings_in(heard, text)
    alone = len(findings) == 1 and (_is_bare(text) or _DENIES.search(flat(text)) is not None)
    wording = "form_corrected" if any(each.key in draft.values for each in findings) else "form_understood"
    more = noted_from(heard, draft, findings, overwrite=alone, wording=wording)
    told = more.keys or operations.says_only(heard, draft, field)
    return asked(heard, steps.settle(more.draft, more.keys), more.notes) if told else None


def _words_tried(heard: Heard, draft: Draft, field: Field, text: str) -> Turn:
    """Fields that any words would fill: a sentence is taken apart, a mere figure is something else."""
    findings = findings_in(heard, text, helped=field.key == "company")
    own = [each for each in findings if each.key == field.key]
    others = [each for each in findings if each.key != field.key]
    if turn := _mere_figure(heard, draft, field, text, findings):
        return turn
    if not own and operations.says_only(heard, draft, field):
        more = noted_from(heard, draft, others)
        return asked(heard, steps.settle(more.draft, more.keys), more.notes)
    if field.key == "made_today":
        others = []
    if field.key == "product" and any(each.key == "made_today" for each in others):
        if only_made(text):
            more = noted_from(heard, draft, others, overwrite=True)
            return asked(heard, steps.settle(more.draft, more.keys), more.notes)
        text = without_made(text)
    if own and field.key in ("company", "contact") and (others or is_speech(text)):
        answered = noted_from(heard, draft, own, overwrite=True)
        more = noted_from(heard, answered.draft, others)
        keys = (*answered.keys, *more.keys)
        said = understood(heard, more.draft, keys)
        return asked(heard, steps.settle(more.draft, keys), [said] if said else [])
    words = _first_words(text) if others and field.key in ("company", "contact") else text
    talk = field.key in ("company", "contact") and (speaks(words) or is_speech(words))
    if talk and others and not _is_insisted(draft, text):
        return _elsewhere(heard, draft, field, text) or failed(heard, draft, field, text, Problem("problem_not_that"))
    if others and (_NO_NAME.match(words) or (words != text and (field_named(words) or findings_in(heard, words)))):
        return _elsewhere(heard, draft, field, text) or failed(heard, draft, field, text, Problem("problem_not_that"))
    checked = heard.check(field, words)
    if isinstance(checked, Problem):
        return _elsewhere(heard, draft, field, text) or failed(heard, draft, field, text, checked)
    sentence = talk and len(flat(words).split()) > _LONGEST_NAME  # said to be the answer, but no name stands in it
    return taken(heard, draft, field, replace(checked, doubtful=checked.doubtful or sentence), others)


def _mere_figure(heard: Heard, draft: Draft, field: Field, text: str, findings: tuple[Finding, ...]) -> Turn | None:
    """« 45 salariés » and nothing else, where words were asked."""
    lone = len(findings) == 1 and findings[0].key in _FIGURES and findings[0].key != field.key
    if not lone or not _is_bare(text) or _begins_with_a_name(field, text):
        return None
    more = noted_from(heard, draft, findings, overwrite=True)
    return asked(heard, steps.settle(more.draft, more.keys), more.notes)


def _first_words(text: str) -> str:
    return before_place(_LEAD.split(text)[0]).strip()


def _begins_with_a_name(field: Field, text: str) -> bool:
    """« Paul Viret, p.viret@x.example » where a name is asked for; « oui, 45 salariés » holds none."""
    words = _first_words(text)
    told = [word for word in flat(words).split() if word not in _LITTLE]
    if field.key not in ("company", "contact") or words == text or re.search(r"\d", words) or field_named(words):
        return False
    return len(told) > (field.key == "contact") and not _NO_NAME.match(words) and not all(map(is_common, told))


def _is_insisted(draft: Draft, text: str) -> bool:
    """The person was asked whether it is the answer, and said so."""
    return bool(draft.said) and draft.said == text


def _is_bare(text: str) -> bool:
    words = re.findall(r"[^\W\d_]{3,}", re.sub(r"\S+@\S+", "", text))
    return sum(flat(word) not in _LITTLE for word in words) <= _SHORT
