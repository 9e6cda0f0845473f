"""What is said later changes what is held: it repeats, refines, ends or denies, never piles up."""

from datetime import datetime, timedelta

from cognition.faculties.knowledge import KnowledgeGraph
from cognition.organs.neocortex import extract
from cognition.organs.thalamus import perceive
from cognition.values import Fact, Stimulus, engram_id

START = datetime(2026, 5, 4, 9)


class Talk:
    """Someone talking to a mind that learns at once; each turn is a day later than the last."""

    def __init__(self, speaker: str = "Ada") -> None:
        self.graph = KnowledgeGraph()
        self.speaker = speaker
        self.day = 0

    def say(self, text: str, when: datetime | None = None) -> tuple[Fact, ...]:
        self.day += 1
        when = when or START + timedelta(days=self.day - 1)
        stimulus = Stimulus(text=text, speaker=self.speaker, when=when, ref=f"t{self.day}")
        learned = extract(perceive(stimulus, when, (), self.graph.entities()), self.graph)
        self.graph.learn(learned)
        return learned

    def held(self, relation: str, about: str | None = None) -> list[str]:
        now = START + timedelta(days=self.day)
        facts = self.graph.facts(about=about or self.speaker, relation=relation, at=now)
        return sorted(fact.object for fact in facts if fact.polarity)


def test_a_move_ends_the_old_home_and_keeps_it_as_history() -> None:
    talk = Talk()
    (old,) = talk.say("I live in Rome.")
    learned = talk.say("I moved to Lyon.")
    assert talk.held("home") == ["Lyon"]
    ended = next(fact for fact in learned if fact.id == old.id)
    assert ended.valid_to == START + timedelta(days=1)
    assert [fact.object for fact in talk.graph.facts(about="Ada", relation="home")] == [
        "Lyon",
        "Rome",
    ]


def test_a_relation_with_many_values_keeps_them_all() -> None:
    talk = Talk()
    talk.say("I love hiking.")
    talk.say("I love jazz.")
    assert talk.held("likes") == ["hiking", "jazz"]


def test_repeating_a_fact_adds_a_source_and_confidence_but_no_duplicate() -> None:
    talk = Talk()
    (first,) = talk.say("I live in Rome.")
    (again,) = talk.say("I live in rome, by the way.") or (first,)
    talk.say("I live in Rome.")
    assert len(talk.graph.facts(about="Ada", relation="home")) == 1
    held = talk.graph.fact(first.id)
    assert held is not None
    assert again.id == first.id
    assert len(held.sources) >= 2
    assert held.confidence > first.confidence
    assert held.valid_from == first.valid_from


def test_the_same_turn_twice_teaches_nothing_new() -> None:
    talk = Talk()
    stimulus = Stimulus(text="I live in Rome.", speaker="Ada", when=START, ref="x")
    percept = perceive(stimulus, START)
    talk.graph.learn(extract(percept, talk.graph))
    assert extract(percept, talk.graph) == ()


def test_facts_rest_on_the_engram_of_their_turn() -> None:
    stimulus = Stimulus(text="I live in Rome.", speaker="Ada", when=START, ref="D1:3")
    (fact,) = extract(perceive(stimulus, START), KnowledgeGraph(), "owner")
    assert fact.sources == (engram_id("owner", "D1:3", "Ada", START, stimulus.text),)


def test_leaving_an_employer_ends_it() -> None:
    talk = Talk()
    talk.say("I work at Acme.")
    talk.say("I no longer work at Acme.")
    assert talk.held("employer") == []


def test_leaving_another_employer_ends_nothing() -> None:
    talk = Talk()
    talk.say("I work at Acme.")
    talk.say("I no longer work at Bosch.")
    assert talk.held("employer") == ["Acme"]


def test_quitting_ends_work_and_employer() -> None:
    talk = Talk()
    talk.say("I work as a nurse at Charité.")
    talk.say("I quit my job.")
    assert talk.held("work") == []
    assert talk.held("employer") == []


def test_a_break_up_ends_the_partner() -> None:
    talk = Talk()
    talk.say("My boyfriend Karim is a chef.")
    talk.say("We broke up.")
    assert talk.held("partner") == []
    assert talk.held("event") == ["broke up"]


def test_no_longer_vegetarian() -> None:
    talk = Talk()
    talk.say("I'm vegetarian.")
    talk.say("I'm not vegetarian anymore.")
    assert talk.held("diet") == []


def test_a_dislike_ends_the_liking_of_the_same_thing_only() -> None:
    talk = Talk()
    talk.say("I love olives and cheese.")
    talk.say("I don't like olives.")
    assert talk.held("likes") == ["cheese"]
    assert talk.held("dislikes") == ["olives"]


def test_a_pets_death_ends_having_it_and_is_remembered() -> None:
    talk = Talk()
    talk.say("My dog Rex is ten years old.")
    talk.say("My dog Rex died.")
    assert talk.held("pet") == []
    assert talk.held("event", "Rex") == ["died"]
    assert [fact.object for fact in talk.graph.facts(about="Ada", relation="pet")] == ["Rex"]


def test_a_name_told_later_completes_the_fact() -> None:
    talk = Talk()
    (nameless,) = talk.say("I have a dog.")
    talk.say("My dog is called Rex.")
    assert talk.held("pet") == ["Rex"]
    completed = talk.graph.fact(nameless.id)
    assert completed is not None
    assert completed.object == "Rex"


def test_a_kinship_word_means_the_one_sister_that_is_known() -> None:
    talk = Talk()
    talk.say("My sister Mia is a vet.")
    talk.say("My sister lives in Bern.")
    assert talk.held("home", "Mia") == ["Bern"]


def test_a_kinship_word_stays_unresolved_between_two_brothers() -> None:
    talk = Talk()
    talk.say("I have two brothers, Tom and Ben.")
    talk.say("My brother lives in Bern.")
    assert talk.held("home", "Tom") == []
    assert talk.held("home", "Ada's brother") == ["Bern"]


def test_a_first_name_means_the_known_full_name() -> None:
    talk = Talk()
    talk.say("Kimberly Thomsen is a photographer.")
    (fact,) = talk.say("Kimberly lives in Oslo.")
    assert fact.subject == "Kimberly Thomsen"


def test_a_pronoun_is_resolved_within_its_utterance_only() -> None:
    talk = Talk()
    talk.say("My sister Mia is a vet. She lives in Bern.")
    assert talk.held("home", "Mia") == ["Bern"]
    assert talk.say("She lives in Rome.") == ()


def test_an_older_turn_imported_later_does_not_replace_what_is_newer() -> None:
    talk = Talk()
    talk.say("I live in Lyon.")
    (older,) = talk.say("I live in Rome.", when=START - timedelta(days=900))
    assert talk.held("home") == ["Lyon"]
    assert older.valid_to == START


def test_a_year_and_a_day_of_birth_stand_side_by_side() -> None:
    talk = Talk()
    talk.say("I was born in 1990.")
    talk.say("My birthday is on 3 May.")
    assert talk.held("birthday") == ["1990", "3 May"]


def test_a_cancelled_plan_is_ended() -> None:
    talk = Talk()
    (plan,) = talk.say("I have an interview on Friday.")
    talk.say("The interview was cancelled.")
    ended = talk.graph.fact(plan.id)
    assert ended is not None
    assert ended.valid_to is not None


def test_cancelling_something_else_ends_nothing() -> None:
    talk = Talk()
    (plan,) = talk.say("I have an interview on Friday.")
    assert talk.say("The concert was cancelled.") == ()
    held = talk.graph.fact(plan.id)
    assert held is not None
    assert held.valid_to is None


def test_a_rescheduled_plan_is_replaced() -> None:
    talk = Talk()
    talk.say("I have an interview on Thursday.")
    talk.say("My interview was moved to Friday.")
    now = START + timedelta(days=talk.day)
    (plan,) = talk.graph.facts(about="Ada", kind="plan", at=now)
    assert plan.due is not None
    assert plan.due.start.date() == datetime(2026, 5, 8).date()
    assert plan.text == "Ada has an interview on 8 May 2026."


def test_a_denial_is_not_held_as_true() -> None:
    talk = Talk()
    (fact,) = talk.say("I don't live in Rome.")
    assert fact.polarity is False
    assert fact.text == "Ada does not live in Rome."


def test_a_denial_ends_what_it_denies() -> None:
    talk = Talk()
    talk.say("I live in Rome.")
    talk.say("I don't live in Rome.")
    assert talk.held("home") == []


def test_whoever_gave_no_name_is_addressed() -> None:
    talk = Talk("you")
    talk.say("My name is Ada and my sister Mia is a vet.")
    talk.say("I live in Lyon.")
    texts = {fact.text for fact in talk.graph.facts(about="you")}
    assert texts == {"Your name is Ada.", "Your sister is Mia.", "You live in Lyon."}
    assert talk.held("home", "ada") == ["Lyon"]
