"""Prepared situations said by the native voice: read tests/golden/voice.txt as a user would."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from cognition.faculties import Faculties, Persona
from cognition.organs.broca import Broca, Meant
from cognition.values import (
    Affect,
    Answer,
    Care,
    Decision,
    Engram,
    Fact,
    Mood,
    Move,
    Percept,
    Recollection,
    TimeSpan,
)

GOLDEN = Path(__file__).parents[1] / "golden" / "voice.txt"
NOW = datetime(2026, 5, 13, 19, 30)  # a Wednesday


@dataclass
class Kept:
    """The least journal and knowledge that Broca needs."""

    engrams: list[Engram] = field(default_factory=list)
    held: list[Fact] = field(default_factory=list)
    states: dict = field(default_factory=dict)

    def latest(self, n, role=None):
        return [e for e in self.engrams if role is None or e.role == role][-n:]

    def state(self, key, default=None):
        return self.states.get(key, default)

    def facts(self, about=None, relation=None, kind=None, at=None):
        return [
            fact
            for fact in self.held
            if (relation is None or fact.relation == relation)
            and (about is None or about.lower() in (fact.subject.lower(), fact.object.lower()))
        ]


def faculties(owner="Ada", engrams=None, held=(), states=None, language=None, seed=7) -> Faculties:
    before = [Engram(id="e0", text="Hello.", speaker=owner, when=NOW - timedelta(days=2))]
    kept = Kept(before if engrams is None else engrams, list(held), states or {})
    return Faculties(
        owner=owner,
        encoder=None,
        journal=kept,
        index=None,
        knowledge=kept,
        timeline=None,
        clock=None,
        language=language,
        persona=Persona(),
        seed=seed,
    )


def heard(text, act="statement", names=(), when=NOW, speaker="Ada") -> Percept:
    sentences = tuple(part for part in re.split(r"(?<=[.!?]) ", text) if part)
    return Percept(
        text=text,
        speaker=speaker,
        when=when,
        sentences=sentences,
        questions=tuple(s for s in sentences if s.endswith("?")),
        act=act,
        names=names,
    )


def feeling(emotion, valence, arousal=0.3, confidence=0.7) -> Affect:
    return Affect(valence, arousal, 0.0, emotion, confidence)


def memory(text, when, id="m1", speaker="Ada") -> Recollection:
    return Recollection(id=id, text=text, speaker=speaker, when=when)


def moves(*made: Move) -> Decision:
    return Decision(moves=made)


CAT = memory("I adopted a cat, Luna.", datetime(2026, 3, 1, 18, 0))
TREATMENT = Fact(id="p1", kind="procedure", subject="Ada", relation="prefers_treatment")
VISIT = Fact(
    id="f9",
    kind="plan",
    subject="Ada's sister",
    relation="plan",
    text="Ada's sister is going to visit on Friday.",
    due=TimeSpan("on Friday", datetime(2026, 5, 8), datetime(2026, 5, 9)),
    sources=("m9",),
)
INTERVIEW = Fact(
    id="f8",
    kind="plan",
    subject="Ada",
    relation="plan",
    text="Ada has a job interview tomorrow.",
    due=TimeSpan("tomorrow", datetime(2026, 5, 14), datetime(2026, 5, 15)),
)
MIA = Fact(id="f1", subject="Ada", relation="sister", object="Mia", text="Ada's sister is Mia.")
HOTLINE = "If you might hurt yourself, please call 988 or your local emergency number now."


def m(act: str, about: str = "", **more) -> Move:
    return Move(act=act, about=about, **more)


SITUATIONS: dict[str, Callable[[], tuple[Meant, Faculties]]] = {
    "first meeting": lambda: (Meant(heard("", "empty", speaker="you")), faculties("you", [])),
    "first meeting, name known": lambda: (
        Meant(heard("Hello!", "greeting")),
        faculties(engrams=[]),
    ),
    "greeting in the evening": lambda: (
        Meant(heard("Hi Kindred", "greeting"), decision=moves(m("greet"))),
        faculties(),
    ),
    "greeting after a month, morning": lambda: (
        Meant(heard("", "empty", when=datetime(2026, 6, 12, 8, 0)), decision=moves(m("greet"))),
        faculties(),
    ),
    "speaks first, with a plan that is past": lambda: (
        Meant(heard("", "empty"), decision=moves(m("greet"), m("follow_up", facts=(VISIT,)))),
        faculties(),
    ),
    "speaks first, with a plan ahead": lambda: (
        Meant(heard("", "empty"), decision=moves(m("greet"), m("follow_up", facts=(INTERVIEW,)))),
        faculties(),
    ),
    "adopted a cat": lambda: (
        Meant(
            heard("Guess what, I adopted a cat! Her name is Luna.", names=("Luna",)),
            affect=feeling("excitement", 0.7, 0.6),
            decision=moves(m("celebrate"), m("ask", "Luna")),
        ),
        faculties(),
    ),
    "new fact noted": lambda: (
        Meant(
            heard("I live in Lyon now.", names=("Lyon",)),
            learned=(Fact(id="n1", subject="Ada", relation="home", object="Lyon"),),
            decision=moves(m("acknowledge"), m("ask")),
        ),
        faculties(),
    ),
    "a correction": lambda: (
        Meant(
            heard("Actually, I don't work at Acme any more, I work at Initech."),
            learned=(
                Fact(id="n0", subject="Ada", relation="employer", object="Acme", valid_to=NOW),
                Fact(id="n1", subject="Ada", relation="employer", object="Initech"),
            ),
            decision=moves(m("acknowledge")),
        ),
        faculties(),
    ),
    "driving test failed": lambda: (
        Meant(
            heard("I failed my driving test again because I panicked at the roundabout."),
            affect=feeling("disappointment", -0.6, 0.4),
            decision=moves(m("validate"), m("ask")),
        ),
        faculties(),
    ),
    "grief for a dog": lambda: (
        Meant(
            heard("Our dog Rex died last night. I can't stop crying.", names=("Rex",)),
            affect=feeling("grief", -0.9, 0.6, 0.9),
            decision=moves(m("validate"), m("ask")),
        ),
        faculties(),
    ),
    "anger at a boss": lambda: (
        Meant(
            heard("My boss shouted at me in front of everyone today."),
            affect=feeling("anger", -0.7, 0.7),
            decision=moves(m("validate"), m("reflect"), m("ask")),
        ),
        faculties(),
    ),
    "nervous about an exam": lambda: (
        Meant(
            heard("I'm so nervous about my exam tomorrow."),
            affect=feeling("nervousness", -0.5, 0.6),
            decision=moves(m("validate"), m("ask")),
        ),
        faculties(),
    ),
    "faint unease": lambda: (
        Meant(
            heard("I don't know, things feel a bit off lately."),
            affect=feeling("sadness", -0.3, 0.1, 0.4),
            decision=moves(m("validate"), m("ask")),
        ),
        faculties(),
    ),
    "got the job": lambda: (
        Meant(
            heard("I got the job!!"),
            affect=feeling("joy", 0.9, 0.8, 0.9),
            decision=moves(m("celebrate"), m("ask")),
        ),
        faculties(),
    ),
    "an even statement": lambda: (
        Meant(
            heard("I went to the market and bought some tomatoes."),
            decision=moves(m("reflect"), m("ask")),
        ),
        faculties(),
    ),
    "a plan told": lambda: (
        Meant(
            heard("We're going to Portugal next week.", names=("Portugal",)),
            decision=moves(m("reflect"), m("ask")),
        ),
        faculties(),
    ),
    "known sister": lambda: (
        Meant(
            heard("Mia called me yesterday.", names=("Mia",)),
            known=(MIA,),
            decision=moves(m("reflect", "Mia"), m("ask", "Mia")),
        ),
        faculties(),
    ),
    "unknown person": lambda: (
        Meant(
            heard("I had lunch with Tobias.", names=("Tobias",)),
            decision=moves(m("reflect"), m("ask", "Tobias")),
        ),
        faculties(),
    ),
    "unparseable": lambda: (Meant(heard("lol idk whatevs :/")), faculties()),
    "answer": lambda: (
        Meant(
            heard("What is my cat called?", "question"),
            decision=moves(
                m(
                    "answer",
                    answer=Answer(
                        'Luna. On 1 March 2026 you told me: "I adopted a cat, Luna."',
                        0.9,
                        True,
                        (CAT,),
                    ),
                )
            ),
        ),
        faculties(),
    ),
    "unsure answer": lambda: (
        Meant(
            heard("When did I adopt her?", "question"),
            decision=moves(m("answer", answer=Answer("Around 1 March 2026.", 0.35, True, (CAT,)))),
        ),
        faculties(),
    ),
    "abstain": lambda: (
        Meant(heard("What is my blood type?", "question"), decision=moves(m("abstain"))),
        faculties(),
    ),
    "recall, retold": lambda: (
        Meant(
            heard("Luna knocked a glass off the table.", names=("Luna",)),
            decision=moves(m("reflect"), m("recall", evidence=(CAT,))),
        ),
        faculties(),
    ),
    "recall, quoted": lambda: (
        Meant(
            heard("I'm thinking about the marathon again."),
            decision=moves(
                m(
                    "recall",
                    evidence=(
                        memory(
                            "I will run the Lyon marathon next year!", datetime(2025, 10, 2, 9, 0)
                        ),
                    ),
                )
            ),
        ),
        faculties(),
    ),
    "keep it short": lambda: (
        Meant(
            heard("I'm exhausted after that shift."),
            affect=feeling("sadness", -0.5, 0.2),
            decision=Decision(
                (m("validate"), m("reflect"), m("ask")), (replace(TREATMENT, object="keep_short"),)
            ),
        ),
        faculties(),
    ),
    "just listen": lambda: (
        Meant(
            heard("My mother forgot my birthday."),
            affect=feeling("sadness", -0.6, 0.3),
            decision=Decision(
                (m("validate"), m("suggest", "calling her"), m("ask")),
                (replace(TREATMENT, object="just_listen"),),
            ),
        ),
        faculties(),
    ),
    "asks for a name": lambda: (
        Meant(
            heard("Please call me Addie.", "request"),
            learned=(
                Fact(id="c1", kind="procedure", subject="Ada", relation="call_me", object="Addie"),
            ),
            decision=moves(m("acknowledge")),
        ),
        faculties(),
    ),
    "crisis": lambda: (
        Meant(
            heard("I don't want to be alive any more."),
            affect=feeling("sadness", -0.95, 0.5, 0.9),
            care=Care("crisis", HOTLINE, (), "self-harm"),
            decision=moves(m("validate"), m("ask")),
        ),
        faculties(),
    ),
    "are you human?": lambda: (
        Meant(
            heard("Are you a real person?", "question"),
            decision=moves(
                m(
                    "disclose",
                    "nature",
                    answer=Answer("I'm a computer program, not a person.", 1.0, True),
                )
            ),
        ),
        faculties(),
    ),
    "how are you?": lambda: (
        Meant(
            heard("How are you?", "question"),
            mood=Mood(0.5),
            decision=moves(
                m(
                    "disclose",
                    "mood",
                    answer=Answer(
                        "I'm in a bright mood, as far as a program has moods.", 1.0, True
                    ),
                )
            ),
        ),
        faculties(),
    ),
    "thanks": lambda: (
        Meant(heard("Thank you, that helped.", "thanks"), decision=moves(m("thank"))),
        faculties(),
    ),
    "farewell": lambda: (
        Meant(
            heard("I have to go now, bye!", "farewell"),
            care=Care("notice", "", ("let_go",)),
            decision=moves(m("part"), m("ask")),
        ),
        faculties(),
    ),
    "a health worry": lambda: (
        Meant(
            heard("Should I double my blood pressure tablets?", "question"),
            care=Care("notice", "", ("not_a_clinician",)),
            decision=moves(m("abstain")),
        ),
        faculties(),
    ),
}


def replies() -> str:
    lines = []
    for name, make in SITUATIONS.items():
        see, use = make()
        spoken = Broca().step(see, use)
        lines += [f"# {name}", f"> {see.percept.text}", spoken.utterance.text, ""]
    return "\n".join(lines)


def test_native_replies_match_the_golden_file(update_golden):
    said = replies()
    if update_golden:
        GOLDEN.write_text(said, encoding="utf-8", newline="\n")
    assert said == GOLDEN.read_text(encoding="utf-8")
