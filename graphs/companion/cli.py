"""The command line: `kindred chat` and what goes with it; what is slow is imported when needed."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from graphs.companion.care_command import care
from graphs.companion.faults import debugging, explain
from graphs.companion.memory_commands import memory
from graphs.companion.mood_command import mood
from graphs.companion.opening import Data, Owner, begun, existing_mind, folder_of
from graphs.companion.screen import line, progress, say
from graphs.companion.wishes_command import wishes

app = typer.Typer(
    name="kindred",
    help="A companion that remembers you, on your own machine.",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(memory, name="memory")
app.command()(care)
app.command()(wishes)
app.command()(mood)
Force = Annotated[bool, typer.Option("--force", help="Replace what is there.")]


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False,
) -> None:
    """Show help if no command is given."""
    if version:
        from importlib.metadata import version as installed

        say(f"kindred {installed('kindred')}")
    elif context.invoked_subcommand is None:
        say(context.get_help())


@app.command()
def chat(
    data: Data = None,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Circuit to run (YAML).")
    ] = None,
    voice: Annotated[
        str,
        typer.Option(
            metavar="VOICE", help="native, PROVIDER:MODEL (ollama, openai), or a model's PATH."
        ),
    ] = "native",
    base_url: Annotated[
        str | None, typer.Option(metavar="URL", help="Server of the chat model, if not the usual.")
    ] = None,
    owner: Owner = None,
    persona: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Who the companion is (default: persona.yaml in --data)."
        ),
    ] = None,
) -> None:
    """Talk with your companion; on a pipe, each line is a turn."""
    from graphs.companion.chat import converse

    converse(data, config, voice, base_url, owner, persona)


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Export: a file, zip or folder.")],
    format: Annotated[
        str,
        typer.Option(help="auto, conversation, chatgpt, claude, whatsapp or sillytavern."),
    ] = "auto",
    me: Annotated[
        str | None, typer.Option(metavar="NAME", help="Which speaker of the file is you.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show, keep nothing.")] = False,
    data: Data = None,
    owner: Owner = None,
) -> None:
    """Bring in conversations of another program."""
    from graphs.companion.importing import bring

    bring(file, format, data=data, owner=owner, me=me, yes=yes, dry_run=dry_run)


@app.command()
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="File to write.")],
    data: Data = None,
    force: Force = False,
) -> None:
    """Write the whole memory to one file; nothing is lost."""
    if file.is_dir():
        raise ValueError(f"{file}: is a folder; name a file in it")
    if file.exists() and not force:
        raise ValueError(f"{file}: exists; choose another name, or say --force to replace it")
    with existing_mind(data) as mind, progress("Exporting") as report:
        mind.export(file, progress=report)
    say(f"Exported to {file}.")


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="File that export wrote.")],
    data: Data = None,
    force: Force = False,
) -> None:
    """Make a memory from an exported file."""
    from graphs.companion.restoring import bring_back

    folder = folder_of(data)
    with progress("Restoring") as report:
        aside = bring_back(file, folder, force, report)
    say(f"Restored to {folder}.")
    if aside is not None:
        say(f"What was there before is in {aside}; delete it when you no longer need it.")


@app.command()
def sleep(data: Data = None) -> None:
    """Consolidate memory: replay, abstract, link what is the same, reconcile."""
    with existing_mind(data) as mind, progress("Sleeping") as report:
        slept = mind.sleep(progress=report)
    for note in slept.notes:
        say(line(note))
    if not slept.notes:
        say("Slept; there was nothing to do.")


@app.command()
def doctor(
    data: Data = None,
    reset_adaptation: Annotated[
        bool, typer.Option("--reset-adaptation", help="Unlearn what recall adapted to in you.")
    ] = False,
) -> None:
    """Check that the memory and what it needs are in order, and how it has adapted to you."""
    from cognition.mind import Mind

    folder = folder_of(data)
    with existing_mind(data, as_itself=True) if begun(folder) else Mind.open(None) as mind:
        if reset_adaptation:
            mind.reset_adaptation()
        checks = mind.doctor()
    if not begun(folder):
        say(f"There is no memory in {folder} yet; this is what one would have.")
    for name, fine, words in checks:
        say(f"{'ok ' if fine else 'BAD'}  {name}: {line(words)}")
    bad = [name for name, fine, _ in checks if not fine]
    if bad:
        raise ValueError(f"not in order: {', '.join(bad)}; do what the lines marked BAD say")


@app.command()
def reencode(
    model: Annotated[
        str, typer.Argument(metavar="MODEL", help="Name or folder of a transformers model.")
    ],
    data: Data = None,
) -> None:
    """Encode the memory anew with another sentence encoder."""
    from cognition.faculties.encoder import open_encoder

    encoder = open_encoder(model)
    with existing_mind(data) as mind, progress("Encoding") as report:
        mind.reencode(encoder, progress=report)
    say(f"Encoded anew with {encoder.name}.")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; exits with 0, or with 2 and one line on stderr that says what to do."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # pyright: ignore[reportAttributeAccessIssue]
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    command = typer.main.get_command(app)
    try:
        result = command.main(
            None if arguments is None else list(arguments), "kindred", standalone_mode=False
        )
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except BrokenPipeError:  # the reader went away, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (Exception, KeyboardInterrupt) as error:
        if debugging():
            raise
        usage = getattr(error, "format_message", None)  # what the parser raises
        words = f"{' '.join(usage().split())} (see kindred --help)" if usage else explain(error)
        print(f"kindred: {line(words)}", file=sys.stderr)  # noqa: T201
        return 2


if __name__ == "__main__":
    main()
