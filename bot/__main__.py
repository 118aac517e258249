"""The command `relais`; the only file that imports both the talking side and the reading side."""

import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import Abort, TyperException

from bot import bootstrap, settings
from bot.answers.library import Library
from bot.commands import applying, ask, doctor, measuring
from bot.commands.logs import configure_logs
from bot.commands.misuse import in_french
from bot.errors import RelaisError, UsageError
from bot.search.embedding import load_embedder
from bot.search.noise import Noise
from bot.settings import Settings

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Relais, l'assistant de la relocalisation.",
)
knowledge = typer.Typer(no_args_is_help=True, help="Vérifier et publier la base de connaissances.")
evaluate = typer.Typer(no_args_is_help=True, help="Mesurer la recherche et les réponses.")
applications = typer.Typer(no_args_is_help=True, help="Les candidatures reçues.")
app.add_typer(knowledge, name="knowledge")
app.add_typer(evaluate, name="evaluate")
app.add_typer(applications, name="applications")
staff = typer.Typer(no_args_is_help=True, help="Les comptes du guichet.")
app.add_typer(staff, name="staff")

Json = Annotated[bool, typer.Option("--json", help="Écrire du JSON.")]
Today = Annotated[str, typer.Option(metavar="AAAA-MM-JJ", help="Répondre comme si l'on était ce jour-là.")]


@app.command()
def run() -> None:
    """Démarre le chat web, le guichet, et Telegram si un jeton est réglé."""
    from bot.commands.serving import serve

    read = settings.read()
    _publish_first(read)
    serve(bootstrap.build(read))


@app.command()
def chat() -> None:
    """La même conversation, dans ce terminal."""
    from bot.commands.chatting import talk

    read = settings.read()
    _publish_first(read)
    talk(bootstrap.build(read))


@app.command("ask")
def ask_once(
    question: Annotated[str, typer.Argument(help="La question.")] = "",
    as_json: Json = False,
    today: Today = "",
    batch: Annotated[Path | None, typer.Option(help="Fichier JSONL : {id, question} par ligne.")] = None,
) -> None:
    """Une réponse ; ou une réponse JSON par ligne d'un fichier."""
    if bool(question.strip()) == bool(batch):
        raise UsageError("Donnez une question, ou --batch FICHIER.jsonl.")
    asking, _ = _asking(_day(today))
    if batch:
        ask.print_batch(asking, batch)
        return
    answer, milliseconds = ask.timed(asking, question)
    if as_json:
        ask.print_json(ask.answer_to_json(answer, milliseconds))
    else:
        ask.print_answer(answer)


@app.command("doctor")
def examine() -> None:
    """Ce qui est réglé, et ce qui répond."""
    findings = doctor.examine(settings.read())
    doctor.print_findings(findings)
    if any(finding.fine is False for finding in findings):
        raise typer.Exit(1)


@knowledge.command("check")
def knowledge_check(folder: Annotated[Path | None, typer.Argument()] = None, as_json: Json = False) -> None:
    """Lit et vérifie tous les fichiers, sans rien changer."""
    from ingest.commands import check_folder

    if not check_folder(folder or settings.read().knowledge, date.today(), as_json=as_json):  # noqa: DTZ011 - staff's day
        raise typer.Exit(1)


@knowledge.command("release")
def knowledge_release(
    note: Annotated[str, typer.Option(help="Ce qui change, pour s'y retrouver.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Publier malgré des questions de contrôle perdues.")] = False,
) -> None:
    """Publie le dossier : les réponses s'en servent aussitôt."""
    from ingest.commands import release

    release(_shop(settings.read()), note, bootstrap.utc_now(), force=force)


@knowledge.command("list")
def knowledge_list() -> None:
    """Les versions publiées."""
    from ingest.commands import list_all

    list_all(_shop(settings.read()))


@knowledge.command("diff")
def knowledge_diff(
    older: Annotated[str, typer.Argument(help="Une version.")] = "",
    newer: Annotated[str, typer.Argument(help="Une autre ; sans rien, le dossier contre la version en service.")] = "",
) -> None:
    """Ce qui a changé."""
    from ingest.commands import diff

    if older and not newer:
        raise UsageError("Donnez deux versions, ou aucune pour comparer le dossier à la version en service.")
    diff(_shop(settings.read()), date.today(), older, newer)  # noqa: DTZ011 - staff's day


@knowledge.command("back")
def knowledge_back(
    release: Annotated[str, typer.Argument(help="Une version ; sans rien, la précédente.")] = "",
) -> None:
    """Revient à une version plus ancienne."""
    from ingest.commands import back

    back(_shop(settings.read()), bootstrap.utc_now(), release)


@knowledge.command("passages")
def knowledge_passages(as_json: Json = False) -> None:
    """Tous les extraits de la version en service."""
    from ingest.commands import passages

    passages(_shop(settings.read()), as_json=as_json)


@evaluate.command("retrieval")
def evaluate_retrieval(
    folder: Path,
    as_json: Json = False,
    noise: Annotated[Noise | None, typer.Option(help="Abîmer les questions comme on les tape vite.")] = None,
    choose: Annotated[bool, typer.Option("--choose", help="Dire quels poids conviennent à ces questions.")] = False,
) -> None:
    """Rappel, MRR, nDCG et temps sur un dossier corpus.jsonl, queries.jsonl, qrels.tsv."""
    if choose:
        measuring.print_choice(folder, load_embedder(settings.read().embedding_model), noise, as_json=as_json)
        return
    measuring.print_retrieval(folder, load_embedder(settings.read().embedding_model), noise, as_json=as_json)


@evaluate.command("answers")
def evaluate_answers(
    file: Path,
    as_json: Json = False,
    today: Today = "",
    split: Annotated[list[str] | None, typer.Option(help="Seulement ces parts du fichier (dev, test).")] = None,
    misses: Annotated[Path | None, typer.Option(help="Fichier JSONL où écrire les questions manquées.")] = None,
    noise: Annotated[Noise | None, typer.Option(help="Abîmer les questions comme on les tape vite.")] = None,
) -> None:
    """Part de réponses justes, de refus justes et de citations justes sur un fichier de questions."""
    day = _day(today)
    asking, library = _asking(day)
    splits = [name for names in split or () for name in names.split(",") if name]
    examination = measuring.Examination(file=file, splits=splits, today=day, misses=misses, noise=noise)
    measuring.print_answers(examination, asking, library.catalogue().schemes, as_json=as_json)


@applications.command("list")
def applications_list(region: Annotated[str, typer.Option(help="Par exemple BFC.")] = "") -> None:
    """Les candidatures reçues, les dernières d'abord."""
    applying.print_applications(applying.read_applications(bootstrap.open_database(settings.read()), region))


@applications.command("export")
def applications_export(
    file: Annotated[Path, typer.Argument(help="Fichier .csv ou .xlsx à écrire.")] = Path("candidatures.xlsx"),
    region: Annotated[str, typer.Option(help="Par exemple BFC.")] = "",
) -> None:
    """Écrit les candidatures dans un fichier CSV ou XLSX."""
    found = applying.read_applications(bootstrap.open_database(settings.read()), region)
    applying.export_applications(found, file)


@staff.command("add")
def staff_add(
    email: Annotated[str, typer.Argument(help="L'adresse de la personne.")],
    name: Annotated[str, typer.Option(help="Prénom et nom.")] = "",
    role: Annotated[str, typer.Option(help="adviser, manager ou administrator.")] = "adviser",
    region: Annotated[str, typer.Option(help="Par exemple BFC ; inutile pour un administrateur.")] = "",
) -> None:
    """Écrit un lien d'invitation ; pour un compte qui existe, un lien de nouveau mot de passe."""
    from bot.commands import staffing

    read, now = settings.read(), bootstrap.utc_now()
    invitation, token = staffing.invitation(email, name, role, region, now)
    link = staffing.invite(bootstrap.open_database(read), staffing.public_url(read), invitation, token, now)
    typer.echo(f"Lien pour {email}, valable une fois pendant 7 jours :\n{link}")


@staff.command("list")
def staff_list() -> None:
    """Les comptes du guichet."""
    from bot.commands import staffing

    staffing.print_accounts(bootstrap.open_database(settings.read()))


@staff.command("disable")
def staff_disable(email: Annotated[str, typer.Argument(help="L'adresse du compte.")]) -> None:
    """Désactive un compte et ferme ses sessions."""
    from bot.commands import staffing

    staffing.disable(bootstrap.open_database(settings.read()), email, bootstrap.utc_now())
    typer.echo(f"Compte {email} désactivé ; ses sessions sont fermées.")


def _shop(read: Settings):  # type: ignore[no-untyped-def]  # `Shop` is imported where it is needed, it loads the readers
    from ingest.commands import Shop

    return Shop(
        folder=read.knowledge,
        database=bootstrap.open_database(read),
        home=read.home,
        chroma_url=read.chroma_url,
        embedder=partial(load_embedder, read.embedding_model),
    )


def _publish_first(read: Settings) -> None:
    from ingest.commands import publish_first

    publish_first(_shop(read), bootstrap.utc_now())


def _asking(today: date) -> tuple[ask.Ask, Library]:
    """Ask without a talk, in the words of the chat model when one is set."""
    read = settings.read()
    library = bootstrap.open_library(read, bootstrap.open_database(read))
    library.warm()
    rewriter = bootstrap.open_rewriter(read)
    return ask.ask_function(library.answerer().answer, today, rewriter.rewrite if rewriter else None), library


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text) if text else date.today()  # noqa: DTZ011 - the day where the person is
    except ValueError as error:
        raise UsageError(f"« {text} » n'est pas une date : écrivez AAAA-MM-JJ.") from error


def main() -> None:
    """Exit 0 done, 1 refused or checks failed, 2 wrong usage; errors are one sentence on stderr."""
    configure_logs()
    try:
        code = app(standalone_mode=False)
    except RelaisError as error:
        _leave(str(error), 2 if isinstance(error, UsageError) else 1)
    except TyperException as error:
        if not error.format_message():  # the help is on the screen already
            sys.exit(2)
        _leave(in_french(error.format_message()), 2)
    except (Abort, KeyboardInterrupt):
        _leave("Interrompu.", 130)
    else:
        sys.exit(code if isinstance(code, int) else 0)


def _leave(sentence: str, code: int) -> None:
    sys.stderr.write(f"{sentence}\n")
    sys.exit(code)


if __name__ == "__main__":
    main()
