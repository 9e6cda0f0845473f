"""Prepared situations said by the native voice: read tests/golden/voice.txt as a user would."""

import re
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from cognition.faculties import Faculties, Persona
from cognition.faculties.language import Scripted
from cognition.organs.broca import Broca, Meant
from cognition.organs.insula import PAUSING
from cognition.organs.insula.off_record import OFF_RECORD
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

MODEL_GOLDEN = Path(__file__).parents[1] / "golden" / "voice_model.txt"
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


def m(act: str, about: str = "", **more) -> Move:
    return Move(act=act, about=about, **more)


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


def turn(percept, *made: Move, use: Faculties | None = None, policies=(), **more):
    return Meant(percept, decision=Decision(made, policies), **more), use or faculties()


NAMELESS = faculties("you", [])
NEW_HERE = faculties(engrams=[])
JUNE = datetime(2026, 6, 12, 8, 0)
HOME = Fact(id="n1", subject="Ada", relation="home", object="Lyon")
LEFT = Fact(id="n0", subject="Ada", relation="employer", object="Acme", valid_to=NOW)
JOINED = Fact(id="n1", subject="Ada", relation="employer", object="Initech")
ADDIE = Fact(id="c1", kind="procedure", subject="Ada", relation="call_me", object="Addie")
BRIEF = replace(TREATMENT, object="keep_short")
LISTEN = replace(TREATMENT, object="just_listen")
LUNA = Answer('Luna. On 1 March 2026 you told me: "I adopted a cat, Luna."', 0.9, True, (CAT,))
MAYBE = Answer("Around 1 March 2026.", 0.35, True, (CAT,))
NATURE = Answer("I'm a computer program, not a person.", 1.0, True)
BRIGHT = Answer("I'm in a bright mood, as far as a program has moods.", 1.0, True)
MARATHON = memory("I will run the Lyon marathon next year!", datetime(2025, 10, 2, 9, 0))
TABLETS = "Should I double my blood pressure tablets?"
ROUNDABOUT = "I failed my driving test again because I panicked at the roundabout."
RACCOONS = Fact(
    id="j1",
    kind="joke",
    subject="Ada",
    relation="laughed_about",
    object="raccoon parliament",
    text="Ada and Kindred laughed about “raccoon parliament” on Friday 1 May 2026, and again on "
    "Friday 8 May 2026.",
    valid_from=datetime(2026, 5, 8, 18, 0),
    sources=("j8", "j9"),
)
FIRST_MARATHON = Fact(
    id="k1",
    kind="milestone",
    subject="Ada",
    relation="first",
    object="I ran my first marathon today!",
    text="Ada told on 13 May 2024: “I ran my first marathon today!”",
    valid_from=datetime(2024, 5, 13, 18, 0),
    sources=("k9",),
)
CARE = Care("crisis", HOTLINE, (), "self-harm")
R, A, V, C = m("reflect"), m("ask"), m("validate"), m("celebrate")

SITUATIONS = {
    "first meeting": turn(heard("", "empty", speaker="you"), use=NAMELESS),
    "first meeting, name known": turn(heard("Hello!", "greeting"), use=NEW_HERE),
    "greeting in the evening": turn(heard("Hi Kindred", "greeting"), m("greet")),
    "greeting after a month, morning": turn(heard("", "empty", when=JUNE), m("greet")),
    "speaks first, with a plan that is past": turn(
        heard("", "empty"), m("greet"), m("follow_up", facts=(VISIT,))
    ),
    "speaks first, with a plan ahead": turn(
        heard("", "empty"), m("greet"), m("follow_up", facts=(INTERVIEW,))
    ),
    "adopted a cat": turn(
        heard("Guess what, I adopted a cat! Her name is Luna.", names=("Luna",)),
        C,
        m("ask", "Luna"),
        affect=feeling("excitement", 0.7, 0.6),
    ),
    "new fact noted": turn(
        heard("I live in Lyon now.", names=("Lyon",)), m("acknowledge"), A, learned=(HOME,)
    ),
    "a correction": turn(
        heard("Actually, I don't work at Acme any more, I work at Initech."),
        m("acknowledge"),
        learned=(LEFT, JOINED),
    ),
    "driving test failed": turn(
        heard(ROUNDABOUT), V, A, affect=feeling("disappointment", -0.6, 0.4)
    ),
    "grief for a dog": turn(
        heard("Our dog Rex died last night. I can't stop crying.", names=("Rex",)),
        V,
        A,
        affect=feeling("grief", -0.9, 0.6, 0.9),
    ),
    "anger at a boss": turn(
        heard("My boss shouted at me in front of everyone today."),
        V,
        R,
        A,
        affect=feeling("anger", -0.7, 0.7),
    ),
    "nervous about an exam": turn(
        heard("I'm so nervous about my exam tomorrow."),
        V,
        A,
        affect=feeling("nervousness", -0.5, 0.6),
    ),
    "faint unease": turn(
        heard("I don't know, things feel a bit off lately."),
        V,
        A,
        affect=feeling("sadness", -0.3, 0.1, 0.4),
    ),
    "got the job": turn(heard("I got the job!!"), C, A, affect=feeling("joy", 0.9, 0.8, 0.9)),
    "an even statement": turn(heard("I went to the market and bought some tomatoes."), R, A),
    "a plan told": turn(heard("We're going to Portugal next week.", names=("Portugal",)), R, A),
    "known sister": turn(
        heard("Mia called me yesterday.", names=("Mia",)),
        m("reflect", "Mia"),
        m("ask", "Mia"),
        known=(MIA,),
    ),
    "unknown person": turn(
        heard("I had lunch with Tobias.", names=("Tobias",)), R, m("ask", "Tobias")
    ),
    "unparseable": turn(heard("lol idk whatevs :/")),
    "answer": turn(heard("What is my cat called?", "question"), m("answer", answer=LUNA)),
    "unsure answer": turn(heard("When did I adopt her?", "question"), m("answer", answer=MAYBE)),
    "abstain": turn(heard("What is my blood type?", "question"), m("abstain")),
    "recall, retold": turn(
        heard("Luna knocked a glass off the table.", names=("Luna",)),
        R,
        m("recall", evidence=(CAT,)),
    ),
    "recall, quoted": turn(
        heard("I'm thinking about the marathon again."), m("recall", evidence=(MARATHON,))
    ),
    "keep it short": turn(
        heard("I'm exhausted after that shift."),
        V,
        R,
        A,
        policies=(BRIEF,),
        affect=feeling("sadness", -0.5, 0.2),
    ),
    "just listen": turn(
        heard("My mother forgot my birthday."),
        V,
        m("suggest", "calling her"),
        A,
        policies=(LISTEN,),
        affect=feeling("sadness", -0.6, 0.3),
    ),
    "asks for a name": turn(
        heard("Please call me Addie.", "request"), m("acknowledge"), learned=(ADDIE,)
    ),
    "advice wanted": turn(heard("Should I quit my job?", "question"), m("reflect")),
    "crisis": turn(
        heard("I don't want to be alive any more."),
        V,
        A,
        affect=feeling("sadness", -0.95, 0.5, 0.9),
        care=CARE,
    ),
    "are you human?": turn(
        heard("Are you a real person?", "question"), m("disclose", "nature", answer=NATURE)
    ),
    "how are you?": turn(
        heard("How are you?", "question"), m("disclose", "mood", answer=BRIGHT), mood=Mood(0.5)
    ),
    "thanks": turn(heard("Thank you, that helped.", "thanks"), m("thank")),
    "farewell": turn(
        heard("I have to go now, bye!", "farewell"),
        m("part"),
        A,
        care=Care("notice", "", ("let_go",)),
    ),
    "a shared joke comes up again": turn(
        heard("Haha, the raccoon parliament is back on the shed."),
        m("recall", facts=(RACCOONS,)),
        affect=feeling("amusement", 0.5),
    ),
    "the day of a milestone": turn(
        heard("", "empty"), m("greet"), m("recall", facts=(FIRST_MARATHON,))
    ),
    "an unknown person, where it hurts a little": turn(
        heard("Leo asked if it was his fault.", names=("Leo",)),
        V,
        m("ask", "Leo"),
        affect=Affect(valence=-0.16, emotion="neutral", confidence=0.6),
    ),
    "asked to speak off the record": turn(
        heard("Off the record please."), R, care=Care("notice", PAUSING, (OFF_RECORD,))
    ),
    "off the record, a wish": turn(
        heard("Please call me Addie.", "request"),
        m("acknowledge", facts=(ADDIE,)),
        learned=(ADDIE,),
        care=Care(boundaries=(OFF_RECORD,)),
    ),
    "a health worry": turn(
        heard(TABLETS, "question"), m("abstain"), care=Care("notice", "", ("not_a_clinician",))
    ),
}


def replies() -> str:
    lines = []
    for name, (see, use) in SITUATIONS.items():
        spoken = Broca().step(see, use)
        lines += [f"# {name}", f"> {see.percept.text}", spoken.utterance.text, ""]
    return "\n".join(lines)


def test_native_replies_match_the_golden_file(update_golden):
    said = replies()
    if update_golden:
        GOLDEN.write_text(said, encoding="utf-8", newline="\n")
    assert said == GOLDEN.read_text(encoding="utf-8")


def replies_by_a_model() -> str:
    """What a scripted chat model is asked for in each situation, and what is said of its reply."""
    lines = []
    for name, (see, use) in SITUATIONS.items():
        model = Scripted(["I hear you. Thank you for telling me."])
        spoken = Broca().step(see, replace(use, language=model)).utterance
        asked = model.heard[0][0][1] if model.heard else ""
        plan = asked.partition("in this order\n")[2].partition("\n\n")[0]
        lines += [f"# {name}", f"> {see.percept.text}", *plan.splitlines()]
        lines += [f"{spoken.voice}: {spoken.text}", ""]
    return "\n".join(lines)


def test_a_model_is_asked_for_the_plan_and_held_to_care_as_in_the_golden_file(update_golden):
    said = replies_by_a_model()
    if update_golden:
        MODEL_GOLDEN.write_text(said, encoding="utf-8", newline="\n")
    assert said == MODEL_GOLDEN.read_text(encoding="utf-8")
