"""What sleep links: episodes that say the same, names of one person, words over two turns."""

from datetime import datetime, timedelta

import pytest

from cognition.organs.sleep.aliases import aliases, short_form
from cognition.organs.sleep.duplicates import says_same
from cognition.organs.sleep.pace import Pace
from cognition.values import Engram

WHEN = datetime(2026, 3, 1, 18, 0)
STORY = "When I was nine I fell through the ice of the mill pond and our dog fetched the miller."


def tell(mind, *told, when=WHEN, ref=""):
    """Observe (speaker, text) a minute apart."""
    mind.observe_many(
        {
            "text": text,
            "speaker": who,
            "when": when + timedelta(minutes=n),
            "ref": f"{ref}{n}" if ref else "",
        }
        for n, (who, text) in enumerate(told)
    )


def slept(mind, clock):
    clock.advance(days=60)
    return mind.sleep()


def links(mind, relation):
    found = mind.faculties.knowledge.facts(relation=relation, kind="link")
    return {(link.subject, link.object) for link in found}


# --- episodes that say the same ------------------------------------------------------------------


def test_a_story_told_again_is_linked_to_the_first_telling_and_both_stay(mind, clock):
    tell(mind, ("Ada", STORY))
    tell(mind, ("Ada", f"Well, {STORY.lower()}"), when=WHEN + timedelta(days=20))
    assert slept(mind, clock).counts["duplicates"] == 1
    later, earlier = mind.memories()
    assert links(mind, "same_as") == {(later.id, earlier.id)}
    found = mind.recall("Who fell through the ice?", k=5)
    assert {r.id: r.same_as for r in found} == {later.id: (earlier.id,), earlier.id: (later.id,)}


def test_a_message_recorded_twice_comes_to_mind_once_and_names_the_other(mind, clock):
    for n, export in enumerate(("phone", "laptop")):
        tell(mind, ("Ada", STORY), when=WHEN + timedelta(seconds=20 * n), ref=export)
    tell(mind, ("Ada", "The pond is frozen again this week, the children skate on it."))
    assert len(mind.recall("Who fell through the ice of the pond?", k=3)) == 3
    slept(mind, clock)
    found = mind.recall("Who fell through the ice of the pond?", k=3)
    assert [r.text for r in found].count(STORY) == 1 and len(found) == 2
    assert [mind.memory(id).text for id in found[0].same_as] == [STORY]
    assert len(mind.memories()) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("I ran 5 km along the river with Rex.", "I ran 8 km along the river with Rex."),
        ("I like the sea, the wind and the salt.", "I do not like the sea, the wind and the salt."),
        ("My sister painted the kitchen wall red.", "My brother painted the kitchen wall red."),
        ("On day 1 Luna climbed tree 2.", "On day 2 Luna climbed tree 1."),
    ],
)
def test_what_differs_in_what_matters_is_not_the_same(one, other):
    assert not says_same(one, other)


def test_the_same_words_of_someone_else_or_few_words_are_not_linked(mind, clock):
    tell(mind, ("Ada", STORY), ("Ben", STORY), ("Ada", "So happy!"), ("Ada", "So happy!"))
    assert slept(mind, clock).counts["duplicates"] == 0


def test_forgetting_one_telling_takes_the_link_and_leaves_the_other(mind, clock):
    tell(mind, ("Ada", STORY))
    tell(mind, ("Ada", STORY), when=WHEN + timedelta(days=20))
    slept(mind, clock)
    mind.forget(ids=[mind.memories()[0].id])
    assert links(mind, "same_as") == set()
    [left] = mind.recall("Who fell through the ice?", k=5)
    assert left.same_as == ()


def test_correcting_one_telling_ends_the_link(mind, clock):
    tell(mind, ("Ada", STORY))
    tell(mind, ("Ada", STORY), when=WHEN + timedelta(days=20))
    slept(mind, clock)
    mind.correct(mind.memories()[0].id, "When I was ten I fell off the roof of the mill.")
    assert all(r.same_as == () for r in mind.recall("Who fell?", k=5))


# --- names of one person -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "alias"),
    [
        ("Everyone calls me Sparrow.", ("Sparrow", "Ada")),
        ("Please just call me Dot!", ("Dot", "Ada")),
        ("We call Elizabeth Lizzy at home.", ("Lizzy", "Elizabeth")),
        ("My aunt Wilhelmina, or Mina for short, bakes bread.", ("Mina", "Wilhelmina")),
        ("Bert is short for Norbert.", ("Bert", "Norbert")),
        ("Margaret goes by Peggy.", ("Peggy", "Margaret")),
    ],
)
def test_a_nickname_that_is_told_is_an_alias(mind, clock, said, alias):
    tell(mind, ("Ada", said), ("Ada", "That is how it has always been with us."))
    slept(mind, clock)
    assert alias[1] in mind.faculties.knowledge.aliases(alias[0])
    assert alias[0] in mind.faculties.knowledge.aliases(alias[1])


@pytest.mark.parametrize(
    "said",
    [
        "Everyone calls me Mum.",
        "Call me when you are there.",
        "They call me lazy.",
        "Please call me Tuesday morning.",
        "She calls me every day.",
    ],
)
def test_what_is_no_nickname_is_none(mind, said):
    engram = Engram(id="0" * 16, text=said, speaker="Ada", act="statement")
    assert list(aliases([engram], mind.faculties, Pace())) == []


def test_the_short_name_by_which_one_of_two_calls_the_other_is_an_alias(mind, clock):
    tell(
        mind,
        ("Ada", "Hey Mel! The storm took half of our cherry tree."),
        ("Melanie", "Oh no, Ada! Is the house all right?"),
        ("Ada", "It is. Thanks, Mel. Marlene helped us with the branches."),
    )
    slept(mind, clock)
    assert links(mind, "also_called") == {("Mel", "Melanie")}
    assert mind.faculties.knowledge.aliases("Mel") == ("Melanie",)
    assert mind.faculties.knowledge.aliases("Marlene") == ()


def test_facts_about_the_full_name_are_found_under_the_short_one(mind, clock):
    tell(mind, ("Melanie", "I live in Tromsø."), when=WHEN - timedelta(days=3))
    tell(mind, ("Ada", "Hey Mel! It rains."), ("Melanie", "Here as well."))
    assert mind.facts(about="Mel") == []
    slept(mind, clock)
    assert [f.object for f in mind.facts(about="Mel") if f.relation == "home"] == ["Tromsø"]


def test_a_name_in_full_and_later_in_short_is_an_alias_unless_they_are_two(mind, clock):
    tell(
        mind,
        ("Ada", "Yesterday I met Samantha at the market."),
        ("Ada", "Then Sam and I had soup."),
        ("Ada", "I also saw Christine and Chris there."),
        ("Ada", "Later Chris played the tuba."),
    )
    slept(mind, clock)
    assert links(mind, "also_called") == {("Sam", "Samantha")}


def test_two_people_who_share_the_beginning_of_their_names_stay_two(mind, clock):
    tell(
        mind,
        ("Ada", "Yesterday I met Samantha at the market."),
        ("Ada", "And I saw Samuel as well."),
        ("Ada", "Then Sam and I had soup."),
    )
    slept(mind, clock)
    assert links(mind, "also_called") == set()


def test_an_alias_is_gone_with_the_words_it_rests_on(mind, clock):
    tell(mind, ("Ada", "Hey Mel! It rains."), ("Melanie", "Here as well."))
    slept(mind, clock)
    mind.forget(query="Hey Mel")
    assert mind.faculties.knowledge.aliases("Mel") == ()
    assert "also_called" not in str(mind._store.journal.dump())


def test_more_witnesses_make_surer_and_then_no_more_are_kept(mind, clock):
    for day in range(6):
        told = ("Ada", f"Hey Mel! It rains on day {day}."), ("Melanie", "Here as well.")
        tell(mind, *told, when=WHEN + timedelta(days=day))
    slept(mind, clock)
    found = mind.faculties.knowledge.facts(relation="also_called", kind="link")
    assert len(found) == 3
    assert mind.faculties.knowledge.aliases("Mel", sure=0.98) == ("Melanie",)


def test_what_makes_a_short_form():
    assert short_form("Nate", "Nathan Smith") and short_form("Jo", "Joanna")
    assert not short_form("Ann", "Bettyann") and not short_form("Tom", "Tim")
    assert not short_form("Anna", "Anna Weber") and not short_form("J", "Joanna")


def test_links_are_no_facts_and_no_entities(mind, clock):
    tell(mind, ("Ada", "Everyone calls me Sparrow, and I like it."), ("Ada", STORY))
    tell(mind, ("Ada", STORY), when=WHEN + timedelta(days=2))
    slept(mind, clock)
    assert len(mind.faculties.knowledge.facts(kind="link")) == 2
    assert "link" not in {fact.kind for fact in mind.facts()}
    assert {memory.id for memory in mind.memories()}.isdisjoint(mind.faculties.knowledge.entities())


# --- words over two turns ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "answer", "learned"),
    [
        ("So where do you live now?", "In Bern.", "Ada lives in Bern."),
        ("And what is your dog's name?", "Rufus!", "Ada has a dog called Rufus."),
        ("What do you do for a living?", "I'm a glass blower.", "Ada works as a glass blower."),
        ("What's your favourite colour?", "Orange.", "Ada's favourite colour is Orange."),
    ],
)  # fmt: skip
def test_a_short_answer_is_read_with_its_question(mind, clock, question, answer, learned):
    tell(mind, ("Ben", question), ("Ada", answer))
    before = {fact.text for fact in mind.facts()}
    assert slept(mind, clock).counts["found"] == 1
    [fact] = [fact for fact in mind.facts() if fact.text == learned]
    assert learned not in before
    assert [mind.memory(id).text for id in fact.sources] == [answer]
    assert mind.sleep().counts["found"] == 0


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Where do you live?", "Why do you ask?"),
        ("Where do you live? And how old are you?", "In Bern."),
        ("Where do you live?", "In the middle of nowhere, and I like it a lot, you know."),
        ("Where would you live?", "In Bern."),
        ("What's your favourite colour?", "All about the light, really."),
    ],
)
def test_what_is_no_plain_answer_teaches_nothing(mind, clock, question, answer):
    tell(mind, ("Ben", question), ("Ada", answer))
    assert slept(mind, clock).counts["found"] == 0


def test_an_answer_to_the_companion_is_read_with_its_question(mind, clock):
    asked = {"text": "Where do you live?", "speaker": "Kindred", "role": "companion"}
    mind.observe_many(
        {"when": WHEN + timedelta(minutes=n), **turn}
        for n, turn in enumerate([{"text": "Hello!"}, asked, {"text": "In Bern."}])
    )
    slept(mind, clock)
    assert [f.object for f in mind.facts() if f.relation == "home"] == ["Bern"]


def test_she_is_looked_for_in_the_turn_before(mind, clock):
    tell(mind, ("Ada", "I went to see my sister."), ("Ada", "She works as a vet."))
    assert not any(fact.relation == "work" for fact in mind.facts())
    slept(mind, clock)
    [work] = [fact for fact in mind.facts() if fact.relation == "work"]
    assert (work.subject, work.object) == ("Ada's sister", "vet")


def test_what_was_read_over_two_turns_and_corrected_stays_corrected(mind, clock):
    tell(mind, ("Ben", "Where do you live?"), ("Ada", "In Bern."))
    slept(mind, clock)
    [home] = [fact for fact in mind.facts() if fact.relation == "home"]
    mind.correct(home.id, "I live in Basel.")
    mind._store.journal.commit(states={"sleep.replayed": 0})
    mind.sleep()
    assert [f.object for f in mind.facts() if f.relation == "home"] == ["Basel"]


def test_what_was_read_over_two_turns_and_forgotten_does_not_come_back(mind, clock):
    tell(mind, ("Ben", "Where do you live?"), ("Ada", "In Bern."))
    slept(mind, clock)
    [home] = [fact for fact in mind.facts() if fact.relation == "home"]
    mind.forget(ids=[home.id])
    mind._store.journal.commit(states={"sleep.replayed": 0})
    mind.sleep()
    assert not any(fact.relation == "home" for fact in mind.facts())
