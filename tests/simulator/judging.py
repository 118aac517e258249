"""What was sent beside what was true: fields right, messages for each field, sends without recap."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from bot.catalogue.folding import flat
from bot.intake.form import FIELDS
from tests.simulator.playing import Played

_ARTICLES = re.compile(r"^(?:des|les|nos|de la|du|le|la|l|en|au|aux|de) ")


@dataclass
class Verdict:
    """Figures of many applicants."""

    applicants: int = 0
    fields: int = 0
    right: int = 0
    without_recap: int = 0
    stuck: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    messages_per_field: list[float] = field(default_factory=list)

    @property
    def accuracy(self) -> float:
        """Share of the fields that are as they should be, empty ones included."""
        return self.right / self.fields if self.fields else 0.0

    @property
    def median_messages(self) -> float:
        """Messages of the person for each field they dealt with, median over the applicants."""
        return median(self.messages_per_field) if self.messages_per_field else 0.0

    def lines(self) -> list[str]:
        """For a terminal."""
        return [
            f"applicants                       {self.applicants}",
            f"fields right                     {self.right} of {self.fields} = {self.accuracy:.2%}  (target 99.50%)",
            f"sent without an explicit recap   {self.without_recap}  (target 0)",
            f"median messages for each field   {self.median_messages:.2f}  (target 1.30)",
            f"stuck                            {len(self.stuck)}",
        ]


def judge(played: Iterable[Played]) -> Verdict:
    """Compare every application with its applicant."""
    verdict = Verdict()
    for each in played:
        verdict.applicants += 1
        verdict.without_recap += each.without_recap
        person = each.applicant
        if each.stuck or each.application is None:
            verdict.stuck.append(f"{person.number}: {each.stuck or 'nothing sent'}")
        fields = each.application.fields if each.application else {}
        for form_field in FIELDS:
            key = form_field.key
            if key == "siren" and person.truth["company"] is None:
                continue
            verdict.fields += 1
            if _same(key, person.truth.get(key), fields.get(key)):
                verdict.right += 1
            else:
                verdict.wrong.append(f"{person.number} {key}: {person.truth.get(key)!r} became {fields.get(key)!r}")
        dealt_with = len(each.asked | {key for key in fields if key in person.said})
        verdict.messages_per_field.append(each.messages / max(1, dealt_with))
    return verdict


def _same(key: str, true: Any, kept: Any) -> bool:
    if key in ("product", "made_today", "company", "contact") and true and kept:
        return _ARTICLES.sub("", flat(str(true))) == _ARTICLES.sub("", flat(str(kept)))
    if key == "email":
        return str(true).lower() == str(kept).lower()
    return bool(true == kept)
