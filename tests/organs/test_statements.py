"""Open statements about anybody: how they are read, and what they take the place of."""

from datetime import datetime, timedelta

import pytest

from cognition.faculties.knowledge import KnowledgeGraph
from cognition.organs.neocortex import stated
from cognition.organs.neocortex.revision import revises
from cognition.organs.neocortex.statements import read
from cognition.organs.thalamus import perceive
from cognition.values import Fact, Stimulus

START = datetime(2026, 5, 4, 9)


class Talk:
    """Someone telling of others; each turn is a day later than the last."""

    def __init__(self) -> None:
        self.graph = KnowledgeGraph()
        self.day = 0

    def say(self, text: str, when: datetime | None = None, role: str = "person"):
        self.day += 1
        when = when or START + timedelta(days=self.day)
        heard = perceive(
            Stimulus(text=text, speaker="Ada", when=when, ref=f"t{self.day}", role=role),
            when,
            (),
            self.graph.entities(),
        )
        told = stated(heard, self.graph, "Ada")
        self.graph.learn(told)
        return told

    def held(self, about: str) -> list[str]:
        facts = self.graph.facts(about=about, kind="statement")
        return [fact.text for fact in facts if fact.valid_to is None]

    def ended(self, about: str) -> list[str]:
        facts = self.graph.facts(about=about, kind="statement")
        return [fact.text for fact in facts if fact.valid_to is not None]


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        (
            "Nora Falk and Ivo Brandt built a sauna on the lake.",
            [(("Nora Falk", "Ivo Brandt"), "build", ("a sauna", "the lake"))],
        ),
        (
            "Nora Falk, a glass blower from Turku, teaches at the folk school.",
            [
                (("Nora Falk",), "be", ("a glass blower from Turku",)),
                (("Nora Falk",), "teach", ("the folk school",)),
            ],
        ),
        (
            "Nora Falk keeps bees and often lends her veil to Ivo Brandt.",
            [
                (("Nora Falk",), "keep", ("bees",)),
                (("Nora Falk",), "lend", ("her veil", "Ivo Brandt")),
            ],
        ),
        (
            "The ferry timetable was printed by Ivo Brandt.",
            [(("Ivo Brandt",), "print", ())],
        ),
        (
            "Both Nora Falk and Ivo Brandt sing in the choir, where they met on a rainy day.",
            [
                (("Nora Falk", "Ivo Brandt"), "sing", ("the choir",)),
                (("Nora Falk", "Ivo Brandt"), "meet", ("a rainy day",)),
            ],
        ),
    ],
)
def test_a_sentence_is_read_as_who_did_what(sentence, clauses):
    found = read(sentence)
    if found and found[0].verb.passive:
        assert found[0].parts == (("by", "Ivo Brandt"),)
        return
    got = [(one.people, one.verb.base, tuple(said for _, said in one.parts)) for one in found]
    assert got == clauses


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        ("Nora Falk has never sailed to Gotland.", True),
        ("Nora Falk doesn't keep bees.", True),
        ("Nora Falk has no brothers.", True),
        ("Neither Nora Falk nor Ivo Brandt plays the accordion.", True),
        ("Nora Falk sailed to Gotland.", False),
    ],
)
def test_a_denial_is_read_as_one(sentence, denied):
    assert [one.denied for one in read(sentence)] == [denied]


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        (
            "Neither Nora Falk nor Ivo Brandt plays the accordion.",
            "Neither Nora Falk nor Ivo Brandt plays the accordion.",
        ),
        (
            "None of the three, Nora Falk, Ivo Brandt and Pia Moss, have ever been to Gotland.",
            "None of Nora Falk, Ivo Brandt and Pia Moss have ever been to Gotland.",
        ),
    ],
)
def test_a_denial_in_the_subject_is_kept_in_the_text_held(sentence, text):
    (one,) = read(sentence)
    assert one.text == text
    (again,) = read(text)
    assert (again.denied, again.people) == (True, one.people)


def test_what_is_set_aside_is_no_argument():
    (one,) = read("Nora Falk moved to Turku with Ivo Brandt instead of Helsinki.")
    assert one.rejected == ("Helsinki",)
    assert "Helsinki" not in " ".join(said for _, said in one.parts)


def first(text: str):
    return read(text)[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Nora Falk graduated from Lund.", "Nora Falk graduated from Uppsala."),
        ("Nora Falk was born in Turku.", "Nora Falk was born in Vaasa."),
        (
            "Nora Falk and Ivo Brandt wrote a play about the ice road.",
            "Nora Falk and Pia Moss wrote a play about the ice road.",
        ),
        (
            "Ivo Brandt painted the sign of Nora Falk's bakery.",
            "Pia Moss painted the sign of Nora Falk's bakery.",
        ),
        (
            "Nora Falk plays the cello in a village quartet.",
            "Nora Falk plays the viola in a village quartet.",
        ),
        (
            "Nora Falk received her licence from the port authority.",
            "Nora Falk received her licence from the coast guard.",
        ),
        ("Nora Falk keeps two goats.", "Nora Falk does not keep goats."),
        ("Nora Falk has sailed to Gotland.", "Nora Falk has never sailed to Gotland."),
        ("Nora Falk likes winter swimming.", "Nora Falk hates winter swimming."),
        ("Nora Falk coaches the rowing club.", "Nora Falk no longer coaches the rowing club."),
        (
            "Ivo Brandt repaired the organ of the island church.",
            "Pia Moss, not Ivo Brandt, repaired the organ of the island church.",
        ),
        ("Nora Falk is fluent in Finnish and Danish.", "Nora Falk only speaks Swedish."),
        (
            "Nora Falk speaks Finnish and Danish at home.",
            "Nora Falk speaks Polish and Dutch at home.",
        ),
        (
            "Ivo Brandt translated a fishing cookbook with pencil drawings by Nora Falk.",
            "Nora Falk translated a fishing cookbook with pencil drawings by Ivo Brandt.",
        ),
    ],
)
def test_a_newer_statement_takes_the_place_of_an_older(old, new):
    assert revises(first(new), first(old))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # other relations
        ("Nora Falk studied in Lund.", "Nora Falk lectured in Uppsala."),
        ("Nora Falk graduated from Lund.", "Nora Falk teaches at Uppsala."),
        # more of the same kind
        ("Nora Falk enjoys sledging.", "Nora Falk enjoys baking rye bread."),
        ("Nora Falk speaks Finnish.", "Nora Falk also speaks Danish."),
        ("Nora Falk visited Gotland.", "Nora Falk visited Bornholm."),
        ("Nora Falk wrote several essays on seals.", "Nora Falk wrote several essays on lichen."),
        ("Nora Falk won a prize in 2019.", "Nora Falk won a prize in 2022."),
        ("Nora Falk adopted a cat.", "Nora Falk adopted a dog."),
        ("Nora Falk wrote a song with Pia Moss.", "Nora Falk wrote another song with Ivo Brandt."),
        # what many may be at a time
        ("Nora Falk lives in Turku.", "Ivo Brandt lives in Turku."),
        ("Nora Falk is a glass blower.", "Ivo Brandt is a glass blower."),
        ("Nora Falk likes winter swimming.", "Ivo Brandt hates winter swimming."),
        # other people, other things
        ("Nora Falk keeps two goats.", "Ivo Brandt does not keep goats."),
        ("Nora Falk keeps two goats.", "Nora Falk does not keep bees."),
        ("Ivo Brandt met Nora Falk in Oslo.", "Ivo Brandt met Pia Moss at a market in Rauma."),
        (
            "Nora Falk and Ivo Brandt are cousins.",
            "Pia Moss, not Ivo Brandt, mended the net of Nora Falk.",
        ),
        ("Nora Falk won the regatta.", "Nora Falk might have won the regatta in Rauma."),
        ("Nora Falk moved to Turku.", "Ivo Brandt moved to Vaasa instead of Turku."),
    ],
)
def test_what_can_both_hold_stands_side_by_side(old, new):
    assert not revises(first(new), first(old))


def test_what_is_superseded_is_closed_when_the_newer_was_told_and_not_lost():
    talk = Talk()
    (old,) = talk.say("Nora Falk graduated from Lund.")
    closed, new = talk.say("Nora Falk graduated from Uppsala.")
    assert (closed.id, closed.valid_to) == (old.id, new.valid_from)
    assert talk.held("Nora Falk") == ["Nora Falk graduated from Uppsala."]
    assert talk.ended("Nora Falk") == ["Nora Falk graduated from Lund."]


def test_only_the_clause_that_changed_is_closed():
    talk = Talk()
    talk.say("Nora Falk keeps bees and often lends her veil to Ivo Brandt on Sundays.")
    talk.say("Nora Falk does not keep bees.")
    assert talk.ended("Nora Falk") == ["Nora Falk keeps bees."]
    assert "Nora Falk often lends her veil to Ivo Brandt on Sundays." in talk.held("Nora Falk")


def test_what_rests_on_a_changed_statement_is_revisited():
    talk = Talk()
    talk.say("Nora Falk and Ivo Brandt studied at Lund, where they met during a fire drill.")
    talk.say("Nora Falk and Ivo Brandt never studied at Lund.")
    assert talk.held("Ivo Brandt") == ["Nora Falk and Ivo Brandt never studied at Lund."]
    assert len(talk.ended("Ivo Brandt")) == 2


def test_what_was_read_off_a_changed_statement_is_revisited():
    talk = Talk()
    (first_,) = talk.say("Nora Falk is fluent in Finnish and Danish.")
    rests = Fact(
        id="danish",
        subject="Nora Falk",
        relation="language",
        object="Danish",
        valid_from=START,
        sources=first_.sources,
    )
    talk.graph.learn([rests])
    talk.say("Nora Falk only speaks Swedish.")
    danish = talk.graph.fact("danish")
    assert danish is not None
    assert danish.valid_to == START + timedelta(days=2)


def test_what_is_told_again_gains_a_source_and_is_kept_once():
    talk = Talk()
    (once,) = talk.say("Nora Falk graduated from Lund.")
    (again,) = talk.say("Nora Falk graduated from Lund.")
    assert again.id == once.id
    assert len(again.sources) == 2
    assert again.confidence > once.confidence
    assert len(talk.held("Nora Falk")) == 1


def test_an_older_statement_told_later_is_history():
    talk = Talk()
    talk.say("Nora Falk graduated from Uppsala.")
    talk.say("Nora Falk graduated from Lund.", when=START - timedelta(days=900))
    assert talk.held("Nora Falk") == ["Nora Falk graduated from Uppsala."]
    assert talk.ended("Nora Falk") == ["Nora Falk graduated from Lund."]


@pytest.mark.parametrize(
    "text",
    [
        "Did Nora Falk move to Turku?",
        "If Nora Falk moves to Turku, Ivo Brandt will follow.",
        "Nora Falk might move to Turku.",
        "Nora Falk would sell the boat.",
        "Nora Falk says Ivo Brandt moved to Turku.",
        "I wish Nora Falk lived in Turku.",
        "Nora Falk loves my garden.",
        "In the novel, Nora Falk moves to Turku.",
        "Nora Falk!",
        "Great, Nora Falk, see you.",
        "Everyone moved to Turku.",
    ],
)
def test_nothing_is_stated_by_what_asserts_nothing_of_anyone(text):
    assert Talk().say(text) == ()


def test_the_companions_own_words_state_nothing():
    assert Talk().say("Nora Falk moved to Turku.", role="companion") == ()


def test_statements_are_kept_apart_from_the_persons_own_facts():
    talk = Talk()
    talk.say("Nora Falk collaborated with Ivo Brandt on a map.")
    assert talk.graph.facts() == []
    assert talk.graph.facts(about="Nora Falk") == []
    assert talk.graph.entities() == ()
    (one,) = talk.graph.facts(about="ivo brandt", kind="statement")
    assert (one.subject, one.relation) == ("Nora Falk", "collaborate_with")
    talk.graph.unlearn([one.id])
    assert len(talk.graph) == 0
