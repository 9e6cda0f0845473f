"""The conversation itself: with a person at a terminal, or line by line on a pipe."""

from __future__ import annotations

import contextlib
import gc
import importlib
import sys
from collections.abc import Callable, Generator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from cognition.errors import CognitionError
from graphs.companion import companion, turn
from graphs.companion.chat_commands import COMMANDS
from graphs.companion.faults import explain
from graphs.companion.opening import folder_of, open_mind
from graphs.companion.persona import persona_in
from graphs.companion.resting import sleeping
from graphs.companion.screen import interactive, line, out, safe

if TYPE_CHECKING:
    from cognition.faculties import Faculties
    from cognition.mind import Mind


def converse(
    data: Path | None,
    config: Path | None,
    voice: str,
    base_url: str | None,
    owner: str | None,
    persona: Path | None,
) -> None:
    """Open everything, talk until the person leaves, close everything."""
    from cognition.faculties.encoder import prefetch
    from cognition.faculties.language import open_voice

    prefetch()
    folder = folder_of(data)
    console = out()
    waking = console.status("waking up") if interactive() else contextlib.nullcontext()
    with contextlib.ExitStack() as stack:
        with waking, made_to_stay():
            app = companion(config)
            language = open_voice(voice, base_url=base_url)
            who = persona_in(folder, persona)
            mind = stack.enter_context(open_mind(data, owner, persona=who, language=language))
        with contextlib.suppress(KeyboardInterrupt, EOFError), sleeping(mind):
            if interactive():
                Terminal(app, mind, console).run()
            else:
                on_pipe(app, mind.faculties)


@contextlib.contextmanager
def made_to_stay() -> Generator[None]:
    """Collect no garbage while all this is made, nor look through it again in each collection."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.freeze()


def on_pipe(app: Any, faculties: Faculties) -> None:
    """Greet, then answer each line of stdin with a paragraph of plain text."""
    said = turn(app, faculties)["utterance"].text
    for words in sys.stdin:
        if said:
            print(safe(said), end="\n\n", flush=True)  # noqa: T201
        said = turn(app, faculties, words.strip())["utterance"].text if words.strip() else ""
    if said:
        print(safe(said), flush=True)  # noqa: T201


@dataclass
class Terminal:
    """A conversation at a terminal; `last` holds the channels of the turn before."""

    app: Any
    mind: Mind
    console: Console
    last: dict[str, Any] = field(default_factory=dict[str, Any])

    def run(self) -> None:
        """Greet, then read and answer until the person leaves."""
        name = self.mind.faculties.persona.name
        self.console.print(Text(f"{line(name)}  ·  /help for commands, /quit to leave", "dim"))
        try:
            self.answer("")
            ask = prompt(self.console)
            while self.heed(input(ask).strip()):
                pass
        except (EOFError, KeyboardInterrupt):
            self.console.print()
        self.console.print(Text("Until next time.", "dim"))

    def heed(self, words: str) -> bool:
        """Answer words or carry out a command; False if the person leaves."""
        if words.startswith("/"):
            name, _, rest = words[1:].partition(" ")
            if name.lower() in ("quit", "exit", "bye"):
                return False
            act = COMMANDS.get(name.lower())
            if act is None:
                self.console.print(
                    Text(f"There is no /{line(name)}; /help lists what there is.", "dim")
                )
            else:
                self.guarded(lambda: act(self, rest.strip()))
        elif words:
            self.guarded(lambda: self.answer(words))
        return True

    def guarded(self, act: Callable[[], None]) -> None:
        """Do something; what goes wrong is said in one line and the conversation goes on."""
        try:
            act()
        except (CognitionError, ValueError, OSError) as error:
            self.console.print(Text(safe(explain(error)), "yellow"))

    def answer(self, words: str) -> None:
        """Take one turn and show what is said, then what was newly learned and kept."""
        with self.thinking() as faculties:
            self.last = turn(self.app, faculties, words)
        said = self.last["utterance"].text
        if said:
            name = Text(f"{line(self.mind.faculties.persona.name)} › ", "bold magenta")
            self.console.print(name + Text(safe(said)))
        for kept in learned(self.last):
            self.console.print(Padding(Text(f"remembered: {line(kept)}", "dim"), (0, 0, 0, 2)))
        if self.mind.paused_since is not None:
            self.console.print(
                Padding(Text("not remembered; /resume ends that", "dim"), (0, 0, 0, 2))
            )

    @contextlib.contextmanager
    def thinking(self) -> Generator[Faculties]:
        """Show a spinner, and words as a chat model finds them; give the faculties for the turn.

        What streams is taken away again: only what the companion finally says stays on the screen.
        """
        faculties = self.mind.faculties
        with self.console.status("", spinner="dots") as status:
            if faculties.language is not None:
                from cognition.faculties.language import Aloud

                heard: list[str] = []

                def show(token: str) -> None:
                    heard.append(token)
                    status.update(Text(safe("".join(heard)), "dim"))

                faculties = replace(faculties, language=Aloud(faculties.language, show))
            yield faculties


def prompt(console: Console) -> str:
    """Make the prompt; colours are marked so that line editing knows how wide it is."""
    try:
        importlib.import_module("readline")  # gives input() editing; its history is never written
    except ImportError:
        return "\nyou › "
    return "\n\x01\x1b[1;36m\x02you › \x01\x1b[0m\x02" if console.color_system else "\nyou › "


def learned(state: dict[str, Any]) -> list[str]:
    """Say which facts this turn taught and durably kept; replaced ones are not news."""
    receipt = state.get("receipt")
    kept = frozenset(receipt.ids) if receipt is not None else frozenset[str]()
    return [
        fact.text or f"{fact.subject} {fact.relation} {fact.object}"
        for fact in state.get("learned", ())
        if fact.id in kept and fact.valid_to is None
    ]
