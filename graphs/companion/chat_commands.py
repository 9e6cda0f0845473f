"""What a person can ask of the program itself in the midst of a conversation."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from rich.text import Text

from graphs.companion.memory_commands import counted, listing, signals
from graphs.companion.screen import line, moment

if TYPE_CHECKING:
    from cognition.values import Mood
    from graphs.companion.chat import Terminal

HELP = (
    ("/why", "what the last reply rests on"),
    ("/memory [words]", "what is remembered, newest first, or what comes to mind at these words"),
    ("/forget last", "forget what was said and learned in the last turn, for good"),
    ("/pause", "remember nothing of what you say from now on; /resume ends that"),
    ("/mood", "how the companion feels, and how you seemed to it"),
    ("/help", "this list"),
    ("/quit", "leave (Ctrl-D does too)"),
)


def help_(chat: Terminal, rest: str) -> None:
    """List the commands."""
    for name, words in HELP:
        chat.console.print(Text(f"{name:<16}", "bold") + Text(f" {words}"))


def why(chat: Terminal, rest: str) -> None:
    """Say what the last reply did and what it rests on."""
    state = chat.last
    if "utterance" not in state:
        chat.console.print("Nothing was said yet.")
        return
    spoken = state["utterance"]
    acts = ", ".join(act.replace("_", " ") for act in spoken.acts) or "nothing in particular"
    chat.console.print(f"What I meant to do: {acts}.")
    found = {memory.id: memory for memory in state.get("recollections", ())}
    known = {fact.id: fact for fact in (*state.get("known", ()), *state.get("learned", ()))}
    for key in spoken.cites:
        if key in found:
            memory = found[key]
            chat.console.print(f"- I remembered “{line(memory.text)}” ({signals(memory.why)})")
        elif key in known:
            chat.console.print(f"- I know: {line(known[key].text)}")
    if not spoken.cites:
        chat.console.print("It mentions no memory.")
    for name, value in _reasons(state):
        chat.console.print(f"{name}: {line(value)}")


def memory(chat: Terminal, rest: str) -> None:
    """Show the newest memories, or those that come to mind at some words."""
    if (since := chat.mind.paused_since) is not None:
        chat.console.print(Text(f"Remembering is paused since {moment(since)}.", "dim"))
    found = chat.mind.recall(rest, k=8) if rest else chat.mind.memories(limit=8)
    chat.console.print(listing(found) if found else "Nothing is remembered yet.")


def forget(chat: Terminal, rest: str) -> None:
    """Forget what the last turn left behind."""
    if rest.lower() != "last":
        chat.console.print("Say `/forget last`; for the rest there is `kindred memory forget`.")
        return
    receipt = chat.last.get("receipt")
    if receipt is None or not receipt.ids:
        chat.console.print("The last turn left nothing to forget.")
        return
    with chat.console.status("forgetting"):
        gone = chat.mind.forget(ids=list(receipt.ids))
    chat.last = {}
    chat.console.print(f"Forgotten, for good: {counted(gone)}.")


def pause(chat: Terminal, rest: str) -> None:
    """Remember nothing from now on."""
    chat.mind.pause()
    chat.console.print("Remembering is paused: nothing of what you say is kept. /resume ends that.")


def resume(chat: Terminal, rest: str) -> None:
    """Remember again."""
    was = chat.mind.paused_since
    chat.mind.resume()
    chat.last = chat.last if was is None else {}
    chat.console.print("Remembering is on, from the next thing you say.")


def mood(chat: Terminal, rest: str) -> None:
    """Say how the companion feels and how the person seemed."""
    own, seen = chat.last.get("mood"), chat.last.get("affect")
    if own is not None:
        chat.console.print(
            f"I feel {feeling(own)} ({own.valence:+.2f}, arousal {own.arousal:+.2f})."
        )
    if seen is not None and seen.confidence > 0:
        chat.console.print(f"You seemed {seen.emotion} to me ({seen.confidence:.0%} sure).")
    if own is None and seen is None:
        chat.console.print("There is no feeling in this circuit yet.")


def feeling(mood: Mood) -> str:
    """Name a mood by its place in the plane of valence and arousal (Russell 1980).

    >>> from cognition.values import Mood
    >>> feeling(Mood(valence=0.5, arousal=0.4))
    'cheerful'
    """
    if abs(mood.valence) < 0.08 and abs(mood.arousal) < 0.15:
        return "even"
    if mood.valence >= 0:
        return "cheerful" if mood.arousal > 0.15 else "calm and content"
    return "troubled" if mood.arousal > 0.15 else "low"


def _reasons(state: dict[str, Any]) -> list[tuple[str, str]]:
    appraisal, care = state.get("appraisal"), state.get("care")
    reasons: list[tuple[str, str]] = []
    if appraisal is not None and appraisal.why:
        reasons.append(("How I took what you said", appraisal.why))
    if care is not None and care.reason:
        reasons.append(("What I took care of", care.reason))
    return reasons


COMMANDS: dict[str, Callable[[Terminal, str], None]] = {
    "help": help_,
    "why": why,
    "memory": memory,
    "forget": forget,
    "pause": pause,
    "resume": resume,
    "mood": mood,
}
