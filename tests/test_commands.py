"""The command as a person runs it: processes of their own, a home of their own, an invented knowledge folder."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

RELAIS = Path(sys.executable).parent / "relais"
FICTITIOUS = Path(__file__).parent / "fictitious"

pytestmark = pytest.mark.slow


class Shell:
    """Runs `relais` with its own home and knowledge folder."""

    def __init__(self, folder: Path) -> None:
        self.knowledge = folder / "knowledge"
        shutil.copytree(FICTITIOUS, self.knowledge)
        self.environment = {**os.environ, "RELAIS_HOME": str(folder / "home"), "RELAIS_KNOWLEDGE": str(self.knowledge)}

    def run(self, *arguments: str, expect: int = 0, **settings: str) -> str:
        """What it prints; the exit code must be the expected one, and stderr never shows a stack trace."""
        done = self.start(*arguments, **settings)
        assert "Traceback" not in done.stderr
        assert done.returncode == expect, done.stderr
        return done.stdout if expect == 0 or done.stdout else done.stderr

    def start(self, *arguments: str, **settings: str) -> "subprocess.CompletedProcess[str]":
        """The ended process, however it ended."""
        return subprocess.run(
            [RELAIS, *arguments],
            capture_output=True,
            text=True,
            env={**self.environment, **settings},
            timeout=120,
            check=False,
        )

    def json(self, *arguments: str) -> Any:
        return json.loads(self.run(*arguments))


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    shell = Shell(tmp_path_factory.mktemp("shell"))
    shell.run("knowledge", "release", "--note", "première")
    return shell


def test_an_answer_is_one_json_object_with_its_sources(shell: Shell) -> None:
    answer = shell.json("ask", "--json", "--today", "2026-11-24", "Combien peut-on emprunter avec le Prêt Boréal ?")
    assert "90 000 €" in answer["text"]
    assert answer["citations"]["1"]["file"] == "financements/pret-boreal.md"
    assert answer["citations"]["1"]["valid_until"] == "2027-06-30"
    assert (answer["abstained"], answer["reason"], answer["language"]) == (False, None, "fr")
    assert set(answer) == {
        "id", "question", "text", "abstained", "reason", "language", "citations", "suggestions", "release",
        "milliseconds",
    }  # fmt: skip
    assert set(answer["citations"]["1"]) == {
        "document", "file", "section", "page", "sheet", "row", "passage", "valid_until", "url",
    }  # fmt: skip


def test_the_day_decides_what_is_open(shell: Shell) -> None:
    assert "clos" in shell.run("ask", "--today", "2027-07-01", "Le Prêt Boréal est-il encore ouvert ?")
    assert "clos" not in shell.run("ask", "--today", "2027-06-30", "Le Prêt Boréal est-il encore ouvert ?")


def test_a_batch_gives_one_answer_a_line_in_order(shell: Shell, tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text(
        '{"id": "a", "question": "qui fait du bobinage ?"}\n\n{"id": "b", "question": "recette de crêpes"}\n'
    )
    first, second = map(json.loads, shell.run("ask", "--batch", str(questions)).splitlines())
    assert (first["id"], first["abstained"]) == ("a", False)
    assert "Atelier Gwenn" in first["text"]
    assert (second["id"], second["abstained"], second["reason"]) == ("b", True, "out_of_scope")


def test_a_batch_of_a_thousand_names_its_bad_lines_and_answers_the_others(shell: Shell, tmp_path: Path) -> None:
    lines = [json.dumps({"id": number, "question": "qui fait du bobinage ?"}) for number in range(1_000)]
    lines[10], lines[500], lines[999] = "{broken", '{"id": 500}', '{"question": "sans id"}'
    questions = tmp_path / "many.jsonl"
    questions.write_text("\n".join(lines))
    done = shell.start("ask", "--batch", str(questions))
    numbers = [json.loads(line)["id"] for line in done.stdout.splitlines()]
    assert numbers == [number for number in range(1_000) if number not in (10, 500, 999)]
    assert all(f"ligne {number} :" in done.stderr for number in (11, 501, 1_000))
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)


def test_answers_are_measured_as_a_table_as_json_and_with_their_misses(shell: Shell, tmp_path: Path) -> None:
    rows = [
        {"id": "a", "question": "qui fait du bobinage ?", "expect": "answer", "all_of": [["Gwenn"]], "split": "dev"},
        {"id": "b", "question": "qui fait du bobinage ?", "expect": "answer", "all_of": [["Nantes"]], "split": "dev"},
        {"id": "c", "question": "recette de crêpes", "expect": "abstain", "split": "test"},
    ]
    questions, misses = tmp_path / "questions.jsonl", tmp_path / "misses.jsonl"
    questions.write_text("\n".join(map(json.dumps, rows)))
    measured = shell.json("evaluate", "answers", str(questions), "--json", "--misses", str(misses))
    assert (measured["questions"], measured["right"], measured["refused_rightly"]) == (3, 1 / 3, 1 / 3)
    assert measured["number_fidelity"] == 1.0
    missed = json.loads(misses.read_text())
    assert (missed["id"], missed["faults"]) == ("b", ["missing: Nantes"])
    assert "2 / 2" in shell.run("evaluate", "answers", str(questions), "--split", "dev")
    assert "3" in shell.run("evaluate", "answers", str(questions), "--split", "dev,test")
    assert "abîmées (sms)" in shell.run("evaluate", "answers", str(questions), "--noise", "sms")
    assert "dev (2), test (1)" in shell.run("evaluate", "answers", str(questions), "--split", "dve", expect=2)


def test_wrong_usage_is_one_sentence_and_exit_2(shell: Shell, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{}\n")
    assert "question" in shell.run("ask", expect=2)
    assert "AAAA-MM-JJ" in shell.run("ask", "--today", "demain", "bonjour", expect=2)
    assert "ligne 1" in shell.run("ask", "--batch", str(bad), expect=2)
    assert "corpus.jsonl" in shell.run("evaluate", "retrieval", str(tmp_path), expect=2)
    assert shell.run("nonsense", expect=2)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("staff", "add"), "il manque « email »"),
        (("nonsense",), "il n'y a pas de commande « nonsense »"),
        (("ask", "--nope"), "il n'y a pas d'option « --nope »"),
        (("ask", "quel", "prêt"), "« prêt » est en trop"),
        (("ask", "--batch"), "« --batch » demande une valeur"),
        (("evaluate", "retrieval", ".", "--noise", "x"), "« --noise » a une valeur qui ne convient pas"),
    ],
)
def test_wrong_usage_is_told_in_french(shell: Shell, arguments: tuple[str, ...], told: str) -> None:
    said = shell.run(*arguments, expect=2)
    assert told in said
    assert "relais --help" in said


def test_a_group_of_commands_alone_shows_its_help(shell: Shell) -> None:
    done = shell.start("applications")
    assert (done.returncode, "mal écrite" in done.stderr) == (2, False)
    assert "export" in done.stdout + done.stderr


def test_what_cannot_be_opened_is_one_sentence(shell: Shell, tmp_path: Path) -> None:
    taken = tmp_path / "a-file"
    taken.touch()
    for command in (("run",), ("ask", "bonjour"), ("applications", "list"), ("staff", "list")):
        assert "changez RELAIS_HOME" in shell.run(*command, expect=1, RELAIS_HOME=str(taken))
        away = {"RELAIS_DATABASE_URL": "postgresql://relais:secret@127.0.0.1:9/relais"}
        said = shell.run(*command, expect=1, **away)
        assert "La base de données ne s'ouvre pas" in said
        assert "secret" not in said
    assert "RELAIS_DATABASE_URL" in shell.run("ask", "bonjour", expect=1, RELAIS_DATABASE_URL=f"sqlite:///{taken}/x.db")
    fresh = {"RELAIS_HOME": str(tmp_path / "fresh"), "RELAIS_KNOWLEDGE": str(tmp_path / "nowhere")}
    done = shell.start("run", **fresh)
    assert (done.returncode, "n'existe pas" in done.stderr, "Traceback" in done.stderr) == (1, True, False)


def test_a_port_that_is_taken_is_one_sentence(shell: Shell) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        assert f"127.0.0.1:{port}, déjà pris" in shell.run("run", expect=1, RELAIS_HTTP_PORT=port)


def test_a_release_that_stopped_half_way_is_not_served_and_a_lost_one_is_told(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    process = subprocess.Popen([RELAIS, "knowledge", "release"], env=shell.environment, stderr=subprocess.DEVNULL)
    releases = tmp_path / "home" / "releases"
    until = time.monotonic() + 60
    while not any(releases.glob("*")) and process.poll() is None and time.monotonic() < until:
        time.sleep(0.01)
    process.kill()
    process.wait()
    served = "Aucune version" not in shell.run("knowledge", "list")
    assert shell.start("ask", "qui fait du bobinage ?").returncode == (0 if served else 1)
    shell.run("knowledge", "release")
    assert "Atelier Gwenn" in shell.run("ask", "qui fait du bobinage ?")
    shutil.rmtree(releases)
    assert "Atelier Gwenn" in shell.run("ask", "qui fait du bobinage ?")
    assert "plus de vecteurs" in " ".join(shell.run("doctor", expect=1).split())


def test_settings_that_are_wrong_are_named(shell: Shell) -> None:
    assert "RELAIS_HTTP_PORT" in shell.run("doctor", expect=1, RELAIS_HTTP_PORT="http")
    assert "RELAIS_WEBHOOK_SECRET" in shell.run("doctor", expect=1, RELAIS_WEBHOOK_URL="https://relais.example")


def test_the_doctor_says_what_answers_and_what_does_not(shell: Shell) -> None:
    assert "bon" in shell.run("doctor")
    assert "à corriger" in shell.run("doctor", expect=1, RELAIS_CHROMA_URL="http://127.0.0.1:9")
    away = {"RELAIS_CHAT_MODEL": "openai:test", "RELAIS_CHAT_BASE_URL": "http://127.0.0.1:9/v1"}
    assert "RELAIS_CHAT_BASE_URL" in shell.run("doctor", expect=1, **away)


def test_knowledge_is_checked_published_compared_and_taken_back(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    assert all(file["outcome"] != "rejected" for file in shell.json("knowledge", "check", "--json")["files"])
    shell.run("knowledge", "release")
    scheme = shell.knowledge / "financements" / "pret-boreal.md"
    scheme.write_text(scheme.read_text().replace("90 000", "95 000").replace("90000", "95000"))
    assert "95000" in shell.run("knowledge", "diff")
    assert "échoue" in shell.run("knowledge", "release", expect=1)  # the golden question wants 90 000
    shell.run("knowledge", "release", "--force", "--note", "plafond")
    assert "95 000" in shell.run("ask", "Combien peut-on emprunter avec le Prêt Boréal ?")
    assert "plafond" in shell.run("knowledge", "list")
    shell.run("knowledge", "back")
    assert "90 000" in shell.run("ask", "Combien peut-on emprunter avec le Prêt Boréal ?")
    passages = [json.loads(line) for line in shell.run("knowledge", "passages", "--json").splitlines()]
    assert {"file", "section", "page", "sheet", "row", "text"} == set(passages[0])


def test_a_bad_file_is_told_and_leaves_the_good_ones(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    (shell.knowledge / "financements" / "cassee.md").write_text(
        "---\ntitre: Aide\nmontant_max: beaucoup\n---\nTexte.\n"
    )
    report = json.loads(shell.run("knowledge", "check", "--json", expect=1))
    broken = next(file for file in report["files"] if file["file"] == "financements/cassee.md")
    assert broken["outcome"] == "rejected"
    assert broken["problems"][0]["line"] == 3


def test_applications_are_listed_and_exported(shell: Shell, tmp_path: Path) -> None:
    assert "Aucune candidature" in shell.run("applications", "list")
    shell.run("applications", "export", str(tmp_path / "candidatures.csv"))
    heading = (tmp_path / "candidatures.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert heading.startswith("Référence;")
    assert ".xlsx" in shell.run("applications", "export", str(tmp_path / "candidatures.pdf"), expect=2)
    assert "Région inconnue" in shell.run("applications", "list", "--region", "Atlantide", expect=2)


def test_answers_are_measured_on_a_file(shell: Shell, tmp_path: Path) -> None:
    line = {
        "id": "1",
        "question": "Combien avec le Prêt Boréal ?",
        "expect": "answer",
        "all_of": [["90 000"]],
        "none_of": [],
    }
    (tmp_path / "q.jsonl").write_text(json.dumps(line))
    figures = shell.json("evaluate", "answers", str(tmp_path / "q.jsonl"), "--json")
    assert (figures["questions"], figures["right"], figures["number_fidelity"]) == (1, 1.0, 1.0)


def test_a_chat_in_a_pipe_answers_each_line(shell: Shell) -> None:
    done = subprocess.run(  # noqa: PLW1510 - the code is looked at below
        [RELAIS, "chat"],
        input="qui fait du bobinage ?\n",
        capture_output=True,
        text=True,
        env=shell.environment,
        timeout=60,
    )
    assert done.returncode == 0
    assert "Atelier Gwenn" in done.stdout


def test_an_unknown_legal_status_is_named_before_anything_starts(shell: Shell) -> None:
    said = shell.run("chat", expect=1, RELAIS_RETENTION_LEGAL_STATUSES="accepted,adopted")
    assert "RELAIS_RETENTION_LEGAL_STATUSES" in said
