"""One applicant at work: reads what is asked, answers in their way, digresses, changes their mind, sends."""

import re
from dataclasses import dataclass, field
from typing import Any

from bot.catalogue.folding import flat
from bot.intake.companies import LookedUp, Standing
from bot.intake.form import FIELDS
from bot.store.applications import SentApplication
from tests.simulator import wording
from tests.simulator.lines import Line
from tests.simulator.people import Applicant

MOST_MESSAGES = 120
_STEP = re.compile(r"(?:Étape|Step) \d+ (?:sur|of) \d+ · (.+)")
_LABELS = {label: each.key for each in FIELDS for label in (each.label.fr, each.label.en)}
_WAYS = {"Passer", "Skip", "Retour", "Back", "Arrêter", "Stop", "C'est tout", "That is all", "Done"}
_RECAP = ("Voici votre candidature", "Here is your application")
_CODE = re.compile(r"/reprendre [A-Z0-9]{4}-[A-Z0-9]{4}")
_QUESTIONS = (
    "c'est quoi un SIREN ?", "c'est payant ?", "Quel est le montant du prêt ?", "combien de temps ça prend ?",
    "pourquoi cette question ?", "qui va lire ma candidature ?", "merci", "est-ce que c'est obligatoire ?",
)  # fmt: skip


@dataclass
class Played:
    """What came of one applicant; `messages` is all that they wrote, pressed or sent."""

    applicant: Applicant
    application: SentApplication | None = None
    messages: int = 0
    asked: set[str] = field(default_factory=set)
    without_recap: int = 0
    stuck: str = ""


def register_says(number: str) -> LookedUp:
    """A register that knows half of the numbers, does not answer for some, and never heard of the others."""
    last = int(number[-1])
    if last < 5:
        return LookedUp(standing=Standing.ACTIVE, name="AU REGISTRE", address="1 RUE DU REGISTRE", activity="31.01Z")
    return LookedUp(standing=Standing.UNREACHABLE if last < 8 else Standing.UNKNOWN)


class Player:
    """Plays one applicant on one line until the application is sent."""

    def __init__(self, person: Applicant, line: Line) -> None:
        self._person, self._line, self._chance = person, line, person.chance
        self._played = Played(person)
        self._old: list[str] = []
        self._tries: dict[str, int] = {}
        self._slipped: set[str] = set()
        self._changed = self._moved = False

    def play(self) -> Played:
        """From the first word to the reference."""
        self._open()
        while not self._played.stuck:
            if self._played.messages > MOST_MESSAGES:
                self._played.stuck = f"too many messages; last: {self._line.text[-300:]}"
                break
            if any(title in self._line.text for title in _RECAP):
                if self._at_recap():
                    break
                continue
            self._step()
        sent = self._line.sent()
        self._played.application = sent[0] if sent else None
        if len(sent) > 1:
            self._played.stuck = f"{len(sent)} applications"
        return self._played

    def _open(self) -> None:
        way = self._chance.random()
        if way < 0.4:
            self._say("/candidater")
        elif way < 0.7:
            wish = self._chance.choice(("je veux candidater : ", "je souhaite postuler. "))
            self._say(f"{wish}{wording.opening(self._person)}")
        elif way < 0.85:
            self._say("/candidater")
            self._say(wording.opening(self._person) or "/candidater")
        else:
            self._say("/candidater")
            self._say(wording.listed(self._person) or "/candidater")
        self._played.asked |= self._person.said

    def _step(self) -> None:
        """One question: perhaps something else first, then the answer."""
        if "Est-ce bien votre entreprise" in self._line.text or "Is this your company" in self._line.text:
            self._confirm()
            return
        key = self._asked()
        if key is None:
            self._say("/candidater")
            if "Reprendre" in self._line.buttons:
                self._press("Reprendre")
            return
        self._played.asked.add(key)
        if self._digress(key):
            return
        self._answer(key)

    def _asked(self) -> str | None:
        titles = _STEP.findall(self._line.text)
        return _LABELS.get(titles[-1].strip()) if titles else None

    def _digress(self, key: str) -> bool:
        chance = self._chance.random()
        if chance < 0.04:
            self._say(self._chance.choice(_QUESTIONS))
        elif chance < 0.055:
            self._count()
            self._line.send_file(self._chance.randint(0, 9))
        elif chance < 0.06 and not self._moved:
            self._change_device()
        elif chance < 0.075:
            self._say(self._chance.choice(("stop", "plus tard", "pause")))
            self._person.days += (days := self._chance.randint(1, 30))
            self._line.wait(days)
            self._say("/candidater")
            self._press("Reprendre" if "Reprendre" in self._line.buttons else "Resume")
        elif chance < 0.09 and (old := self._earlier_step()):
            self._count()
            self._line.press(old)  # the other device still shows it
        elif chance < 0.12 and not self._changed:
            return self._change_of_mind(key)
        else:
            return False
        return True

    def _change_device(self) -> None:
        """Go on with the same draft on another device, by the code shown here."""
        self._moved = True
        self._say("/continuer")
        code = _CODE.search(self._line.text)
        if code is None:
            self._played.stuck = f"no code: {self._line.text[-300:]}"
            return
        self._line, self._old = self._line.elsewhere(), []
        self._say(code[0])

    def _earlier_step(self) -> str | None:
        """A button of a step that is over: its version is none of those shown now."""
        now = {data.split(":")[2] for data in self._line.buttons.values() if data.startswith("a:")}
        over = [data for data in self._old if data.startswith("a:") and data.split(":")[2] not in now]
        return self._chance.choice(over) if over else None

    def _change_of_mind(self, key: str) -> bool:
        """An earlier figure takes another value, named or not."""
        able = [name for name in ("employees", "investment", "jobs") if name in self._person.truth]
        known = [name for name in able if name in self._played.asked and name != key]
        if not known:
            return False
        name, self._changed = self._chance.choice(known), True
        if name == "investment":
            value: Any = self._chance.choice((650_000, 1_800_000, 4_000_000))
            written = wording.amount(self._chance, value)
            said = (f"corrige l'investissement : {written}", f"en fait le budget c'est {written}")
        else:
            value = self._chance.randint(3, 99)
            noun = "salariés" if name == "employees" else "emplois"
            said = (f"non, {value} {noun}", f"en fait {value} {noun}", f"pardon, {value} {noun}")
        self._person.truth[name] = value
        self._note(f"{name} now {value}")
        self._say(self._chance.choice(said))
        return True

    def _confirm(self) -> None:
        self._person.truth |= {"address": "1 RUE DU REGISTRE", "activity": "31.01Z"}
        if "company" not in self._played.asked:
            self._played.asked.add("company")
        if self._chance.random() < 0.5:
            self._say(self._chance.choice(("oui", "oui c'est ça", "c'est nous", "ok")))
        else:
            self._press("Oui, c'est nous" if "Oui, c'est nous" in self._line.buttons else "Yes, that is us")

    def _answer(self, key: str) -> None:
        self._tries[key] = self._tries.get(key, 0) + 1
        if self._choose_offered(key):
            return
        text = wording.answer(self._person, key)
        if key == "consent":
            self._press_or_say(("J'accepte", "I agree"), self._chance.choice(("oui", "j'accepte", "d'accord")))
        elif text is None:
            self._press_or_say(("Passer", "Skip"), self._chance.choice(("passer", "je ne sais pas")))
        elif key == "needs" and (self._chance.random() < 0.4 or any("✓" in label for label in self._line.buttons)):
            self._tick()
        elif key == "stage" and self._chance.random() < 0.5:
            self._press_like(text)
        else:
            self._say(self._with_slip(key, text))

    def _with_slip(self, key: str, text: str) -> str:
        """Once in a while a finger slips where Relais can see it."""
        if key in self._slipped or self._chance.random() > 0.1:
            return text
        self._slipped.add(key)
        if key == "siren":
            return text[:-1] + str((int(text[-1]) + 1) % 10)
        if key == "email" and "@gmail.com" in text:
            return text.replace("gmail.com", self._chance.choice(("gmial.com", "gmail.fr", "gamil.com")))
        if key == "email":
            return self._person.truth["email"].replace("@", " arobase ").replace(".", " point ")
        if (
            key == "department"
            and self._person.town
            and len(self._person.town.name) > 6
            and text == self._person.town.name
        ):
            return wording.slip(self._chance, text)
        return text

    def _choose_offered(self, key: str) -> bool:
        """Several readings are shown as buttons: the right one, or the answer in full."""
        offered = {label: data for label, data in self._line.buttons.items() if label not in _WAYS and "~" in data}
        if not offered:
            return False
        wanted = self._wanted(key)
        found = next((label for label in offered if flat(label) in wanted), None)
        if found:
            self._press(found)
            return True
        if key == "department" and self._person.town:
            town = self._person.town
            self._say(f"{town.name} ({town.department.name})" if "town" in self._person.truth else town.department.code)
            return True
        return False

    def _wanted(self, key: str) -> set[str]:
        value = self._person.truth.get(key)
        if key == "department" and self._person.town:
            town = self._person.town
            name = f"{town.department.name} ({town.department.code})"
            return {flat(f"{town.name} ({town.department.name})" if "town" in self._person.truth else name)}
        if key == "investment" and isinstance(value, int):
            return {flat(f"{value:,} €".replace(",", " "))}
        return {flat(str(value))}

    def _tick(self) -> None:
        """Press the needs one by one, those not ticked yet."""
        for key in self._person.truth["needs"]:
            label = next(need.label.fr for need in wording.NEEDS if need.key == key)
            english = next(need.label.en for need in wording.NEEDS if need.key == key)
            if not {f"✓ {label}", f"✓ {english}"} & set(self._line.buttons):
                self._press(label if label in self._line.buttons else english)
        self._press("C'est tout" if "C'est tout" in self._line.buttons else "That is all")

    def _press_like(self, text: str) -> None:
        label = next(stage.label for stage in wording.STAGES if stage.key == self._person.truth["stage"])
        self._press_or_say((label.fr, label.en), text)

    def _at_recap(self) -> bool:
        """Send it; now and then after one more change of mind, or with a second tap from another device."""
        if not self._changed and self._chance.random() < 0.05 and "jobs" in self._person.truth:
            self._changed = True
            self._person.truth["jobs"] = value = self._chance.randint(3, 60)
            self._note(f"jobs now {value}")
            self._say(f"non, {value} emplois")
            return False
        before = self._line.sent()
        self._played.without_recap += len(before)  # nothing may have gone before this very press
        label = "Envoyer" if "Envoyer" in self._line.buttons else "Send"
        data = self._line.buttons[label]
        self._press(label)
        if self._chance.random() < 0.2:
            self._line.press(data)
        if not self._line.sent():
            self._played.stuck = f"not sent: {self._line.text[-300:]}"
        return True

    def _press_or_say(self, labels: tuple[str, ...], text: str) -> None:
        label = next((label for label in labels if label in self._line.buttons), None)
        if label and self._chance.random() < 0.5:
            self._press(label)
        else:
            self._say(text)

    def _press(self, label: str) -> None:
        if label not in self._line.buttons:
            self._played.stuck = f"no button {label}: {self._line.text[-300:]}"
            return
        self._note(f"[{label}]")
        self._old.append(self._line.buttons[label])
        self._count()
        self._line.press(self._line.buttons[label])

    def _say(self, text: str) -> None:
        self._note(f"> {text}")
        self._old += [data for label, data in self._line.buttons.items() if label in ("Passer", "Retour")][:1]
        self._count()
        self._line.say(text)

    def _count(self) -> None:
        self._played.messages += 1

    def _note(self, what: str) -> None:
        self._person.notes.append(what)
