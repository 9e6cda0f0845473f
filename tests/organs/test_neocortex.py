"""The organ: what it brings to mind, what it learns, and from whom it never learns."""

from dataclasses import replace
from datetime import datetime
from types import SimpleNamespace
from typing import cast

import pytest

from cognition.faculties import Faculties
from cognition.faculties.knowledge import KnowledgeGraph
from cognition.organs.neocortex import Heard, Known, Neocortex, extract
from cognition.organs.thalamus import perceive
from cognition.values import Engram, Fact, Percept, Stimulus

NOW = datetime(2026, 5, 4, 9)
SILENT = SimpleNamespace(latest=lambda n, role=None: [])  # a journal in which nothing was said


def heard(
    text: str, speaker: str = "Ada", role: str = "person", known: KnowledgeGraph | None = None
) -> Percept:
    names = known.entities() if known else ()
    return perceive(
        Stimulus(text=text, speaker=speaker, when=NOW, ref=text, role=role), NOW, (), names
    )


def fact(subject: str, relation: str, object: str, until: datetime | None = None) -> Fact:
    return Fact(
        id=f"{subject}-{relation}-{object}",
        subject=subject,
        relation=relation,
        object=object,
        text=f"{subject} {relation} {object}.",
        valid_from=datetime(2026, 1, 1),
        valid_to=until,
    )


def turn(graph: KnowledgeGraph, text: str, k: int = 12) -> Known:
    use = cast("Faculties", SimpleNamespace(knowledge=graph, owner="Ada", journal=SILENT))
    said = Neocortex(k=k).step(Heard(percept=heard(text, known=graph)), use)
    assert said is not None
    return said


def objects(known: Known) -> list[str]:
    return [fact.object for fact in known.known]


@pytest.fixture
def graph() -> KnowledgeGraph:
    return KnowledgeGraph(
        [
            fact("Ada", "work", "nurse"),
            fact("Ada", "home", "Rome", until=datetime(2026, 3, 1)),
            fact("Ada", "home", "Lyon"),
            fact("Ada", "sister", "Mia"),
            fact("Mia", "home", "Bern"),
            fact("Ada", "pet", "Luna"),
            fact("Luna", "species", "cat"),
            fact("Ada", "pet", "Rex"),
            fact("Rex", "species", "dog"),
            fact("Ada", "favourite_food", "sushi"),
        ]
    )


def test_a_named_person_brings_facts_about_them(graph: KnowledgeGraph) -> None:
    assert "Bern" in objects(turn(graph, "I called Mia yesterday."))


def test_a_kinship_word_brings_facts_about_the_relative(graph: KnowledgeGraph) -> None:
    assert {"Mia", "Bern"} <= set(objects(turn(graph, "I miss my sister.")))


def test_a_pet_word_brings_the_pet_of_that_kind(graph: KnowledgeGraph) -> None:
    found = objects(turn(graph, "The cat is asleep on my keyboard."))
    assert "Luna" in found
    assert "Rex" not in found


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("What's my job?", "nurse"),
        ("Where do I live?", "Lyon"),
        ("What is my favourite food?", "sushi"),
        ("Where does Mia live?", "Bern"),
    ],
)
def test_a_question_brings_the_relation_it_asks_first(
    graph: KnowledgeGraph, question: str, first: str
) -> None:
    assert objects(turn(graph, question))[0] == first


def test_what_has_ended_is_not_brought_to_mind(graph: KnowledgeGraph) -> None:
    assert "Rome" not in objects(turn(graph, "Where do I live?"))


def test_small_talk_brings_nothing(graph: KnowledgeGraph) -> None:
    assert turn(graph, "Lovely weather today.") == Known()


def test_no_more_than_k_facts_come(graph: KnowledgeGraph) -> None:
    assert len(turn(graph, "What do you know about me?", k=3).known) == 3


def test_what_is_learned_in_a_turn_was_not_known_in_it() -> None:
    said = turn(KnowledgeGraph(), "I live in Lyon.")
    assert said.known == ()
    assert [fact.object for fact in said.learned] == ["Lyon"]


def test_a_resting_percept_is_tolerated() -> None:
    nothing = SimpleNamespace(knowledge=KnowledgeGraph(), owner="you", journal=SILENT)
    use = cast("Faculties", nothing)
    assert Neocortex().step(Heard(percept=Percept()), use) == Known()


def test_nothing_is_learned_from_the_companion() -> None:
    text = "I live in Rome and my sister Mia is a vet."
    assert extract(heard(text), KnowledgeGraph())
    assert extract(heard(text, "Kindred", "companion"), KnowledgeGraph()) == ()


def test_someone_elses_words_are_about_them() -> None:
    (fact,) = extract(heard("I live in Rome.", "Tom", "other"), KnowledgeGraph(), "Ada")
    assert fact.subject == "Tom"


def test_reported_speech_is_about_the_teller_and_less_sure() -> None:
    facts = extract(heard("My friend Tom says he lives in Rome."), KnowledgeGraph())
    home = next(fact for fact in facts if fact.relation == "home")
    assert home.subject == "Tom"
    assert home.confidence <= 0.5


def test_plans_carry_when_they_are_due() -> None:
    (plan,) = extract(heard("I have an interview on Tuesday."), KnowledgeGraph())
    assert plan.kind == "plan"
    assert plan.due is not None
    assert plan.due.start == datetime(2026, 5, 5)
    assert plan.text == "Ada has an interview on 5 May 2026."


def test_a_percept_without_sentences_is_read_too() -> None:
    bare = replace(heard("Hi there. I live in Lyon."), sentences=())
    assert [fact.object for fact in extract(bare, KnowledgeGraph())] == ["Lyon"]


def test_play_is_not_believed_even_sentences_later() -> None:
    text = "Let's role-play. I'm a doctor. I live in Rome."
    assert extract(heard(text), KnowledgeGraph()) == ()


def test_ids_are_stable() -> None:
    one, other = (extract(heard("I live in Lyon."), KnowledgeGraph()) for _ in range(2))
    assert one == other


@pytest.mark.parametrize(
    ("said", "named", "unnamed"),
    [
        ("I was born in Leeds.", "Ada was born in Leeds.", "You were born in Leeds."),
        ("I was raised in Ohio.", "Ada grew up in Ohio.", "You grew up in Ohio."),
        ("I'm a nurse.", "Ada is a nurse.", "You are a nurse."),
        ("I don't like olives.", "Ada dislikes olives.", "You dislike olives."),
        ("I used to work at IBM.", "Ada used to work at IBM.", "You used to work at IBM."),
        ("My dog is called Rex.", "Ada has a dog called Rex.", "You have a dog called Rex."),
        ("My mum loves jazz.", "Ada's mother loves jazz.", "Your mother loves jazz."),
    ],
)
def test_facts_are_said_in_the_third_person_or_to_you(said: str, named: str, unnamed: str) -> None:
    assert extract(heard(said, "Ada"), KnowledgeGraph())[0].text == named
    assert extract(heard(said, "you"), KnowledgeGraph())[0].text == unnamed


@pytest.mark.parametrize(
    ("told", "held"),
    [
        (
            ["I have two kids, Zosia is 8 and Antek is 5."],
            {"Antek is 5 years old.", "Ada's kid is Antek."},
        ),
        (["My sister Ana has two boys, Max and Ben."], {"Ana's son is Max.", "Ana's son is Ben."}),
        (["Lucy is coming on Sunday, that's my granddaughter."], {"Ada's granddaughter is Lucy."}),
        (["Lucy brought her new boyfriend.", "He's called Tom."], {"Lucy's boyfriend is Tom."}),
        (["my sister mia is 15"], {"Ada's sister is Mia.", "Mia is 15 years old."}),
        (["My mother is 67, she lives alone in Poland."], {"Ada's mother lives in Poland."}),
    ],
)
def test_who_is_whose_is_read_from_how_people_say_it(mind, told, held):
    for text in told:
        mind.observe(text)
    assert held <= {fact.text for fact in mind.facts()}


def test_a_verb_after_kin_is_no_name(mind):
    for text in ("my mom ate the last cake", "my friend just made it", "my boss yelled at me"):
        mind.observe(text)
    assert not [fact for fact in mind.facts() if fact.object in ("Ate", "Just", "Yelled")]


@pytest.mark.parametrize(
    ("told", "ended"),
    [
        ("I split up with Anna after nine years.", True),
        ("I broke up with my boyfriend Nick.", True),
        ("We split the bill at dinner.", False),
    ],
)
def test_who_somebody_parted_from_is_held_as_what_was(mind, told, ended):
    mind.observe(told)
    partners = mind.faculties.knowledge.facts(relation="partner")
    assert bool(partners) is ended and all(fact.valid_to is not None for fact in partners)


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("Rob called. He's my brother.", ["Ada's brother is Rob."]),
        ("My boss is a woman named Odile.", ["Ada's boss is Odile."]),
        (
            "Two kids, Max who's 9 and Poppy who's 6.",
            [
                "Ada's kid is Max.",
                "Max is 9 years old.",
                "Ada's kid is Poppy.",
                "Poppy is 6 years old.",
            ],
        ),
        (
            "We've two girls at uni, Sana and Huma.",
            ["Ada's daughter is Sana.", "Ada's daughter is Huma."],
        ),
        ("my mate kaz is funny", ["Ada's mate is Kaz."]),
        ("hi im jess", ["Ada's name is Jess."]),
        ("hi im bored", []),
        ("names dmitri, im 27", ["Ada's name is Dmitri.", "Ada is 27 years old."]),
        ("names don't matter to me", []),
        ("My name is Ms. Chandra Iyer.", ["Ada's name is Ms Chandra Iyer."]),
        (
            "we got a dog last month, a greyhound called Spaghetti",
            [
                "Ada has a dog called Spaghetti.",
                "Spaghetti is a dog.",
                "Spaghetti is a greyhound.",
            ],
        ),
        (
            "We have a rabbit, her name is Clover.",
            ["Ada has a rabbit called Clover.", "Clover is a rabbit."],
        ),
        ("I died laughing.", []),
        (
            "I am Father Brendan, a parish priest in Cork",
            ["Ada's name is Father Brendan.", "Ada is a parish priest."],
        ),
        (
            "our lad Craig lives in Perth",
            ["Ada's lad is Craig.", "Craig lives in Perth."],
        ),
        (
            "I was off sick, doctor's sending me for tests on the 24th",
            ["Ada has tests on 24 May 2026."],
        ),
        ("hey its mike", ["Ada's name is Mike."]),
        ("hey its late", []),
        (
            "My roommate is Carla from Brazil, she is loud.",
            ["Ada's roommate is Carla.", "Carla comes from Brazil."],
        ),
        ("Grandmother is 91 years old.", ["Ada's grandmother is 91 years old."]),
        ("I manage a shop in Boise.", ["Ada is running a shop in Boise."]),
        ("Mum passed on two years ago.", ["Ada's mother died."]),
        ("My dad passed on the offer.", []),
        (
            "I got a job interview on Friday for shift lead",
            ["Ada has a job interview for shift lead on 8 May 2026."],
        ),
        ("Remind me to order the telescope.", ["Ada is going to order the telescope."]),
        ("I study in Manchester since September.", []),
        ("I hate myself.", []),
        ("I'm seeing someone.", ["Ada is seeing someone."]),
        ("Hi, Priya here!", ["Ada's name is Priya."]),
        ("hey, its Marta", ["Ada's name is Marta."]),
        ("Hello, it's Monday.", []),
        ("It's Marta who called.", []),
        ("Winter here.", []),
        (
            "I've two dogs, Rex and Tyson. Rex is a rottweiler.",
            [
                "Ada has a dog called Rex.",
                "Rex is a dog.",
                "Ada has a dog called Tyson.",
                "Tyson is a dog.",
                "Rex is a rottweiler.",
            ],
        ),
        (
            "We have a dog, Bruno, a wire-haired dachshund.",
            ["Ada has a dog called Bruno.", "Bruno is a dog.", "Bruno is a wire-haired dachshund."],
        ),
        ("I've a dog, Bo. He is a good boy.", ["Ada has a dog called Bo.", "Bo is a dog."]),
        ("my gf chloe is mad at me", ["Ada's girlfriend is Chloe."]),
        (
            "im jonas, 19, just moved to Lyon to study biology",
            [
                "Ada's name is Jonas.",
                "Ada is 19 years old.",
                "Ada lives in Lyon.",
                "Ada studies biology.",
            ],
        ),
        ("I met a girl today, her name is Fenna. She's studying law.", ["Fenna studies law."]),
        ("My son is Jon, he is nine.", ["Ada's son is Jon.", "Jon is 9 years old."]),
        (
            "We have twins, Ole and Per, they are two years old.",
            [
                "Ada's child is Ole.",
                "Ole is 2 years old.",
                "Ada's child is Per.",
                "Per is 2 years old.",
            ],
        ),
        (
            "Our kids are Tim (9) and Lea, 4.",
            [
                "Ada's kid is Tim.",
                "Tim is 9 years old.",
                "Ada's kid is Lea.",
                "Lea is 4 years old.",
            ],
        ),
        (
            "I have two kids, Jon who is nine and little Noor, she turned four last week.",
            [
                "Ada's kid is Jon.",
                "Jon is 9 years old.",
                "Ada's kid is Noor.",
                "Noor is 4 years old.",
            ],
        ),
        (
            "I have a daughter, Mia, who is 12, and a son, Jon.",
            ["Ada's daughter is Mia.", "Ada's son is Jon.", "Mia is 12 years old."],
        ),
        ("My ex-wife Maria still calls.", ["Ada's ex-wife is Maria."]),
        (
            "I teach maths at a high school in Bonn.",
            ["Ada teaches.", "Ada works at a high school in Bonn."],
        ),
    ],
)
def test_what_is_told_in_passing_is_learned_of_the_right_one(text, texts):
    learned = extract(heard(text), KnowledgeGraph())
    assert [fact.text for fact in learned] == texts


def test_a_pronoun_does_not_mean_somebody_whose_title_forbids_it():
    graph = KnowledgeGraph()
    graph.learn(extract(heard("My landlord is Mr Skelton."), graph))
    learned = extract(heard("I have one employee, Bex. She's a student."), graph)
    assert [fact.subject for fact in learned if fact.relation == "work"] == ["Bex"]


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("I miss my dad. He died in March.", ["Ada's father died."]),
        ("I keep thinking about my uncle. He's a sailor.", ["Ada's uncle is a sailor."]),
        ("I had coffee with Priya. She is a nurse.", ["Priya is a nurse."]),
        ("I met a guy, his name is Rob. He is a baker.", ["Rob is a baker."]),
        ("I talked to a man on the train. He is a baker.", []),
        ("Jon met my dad. He is nine.", ["Jon is 9 years old."]),
        ("I was so tired. He is nine.", ["Jon is 9 years old."]),
    ],
)
def test_he_is_whom_the_sentence_before_spoke_of(text, texts):
    graph = KnowledgeGraph()
    graph.learn(extract(heard("My son is Jon."), graph))
    before = (Engram(text="My son is Jon.", speaker="Ada", when=heard("").when, names=("Jon",)),)
    percept = replace(heard(text), names=tuple(n for n in ("Jon", "Priya") if n in text))
    assert [one.text for one in extract(percept, graph, "", before)] == texts


def test_to_be_married_names_nobody_else() -> None:
    graph = KnowledgeGraph()
    graph.learn(extract(heard("My husband is Frank."), graph))
    assert extract(heard("We have been married for 46 years."), graph) == ()


def test_a_pet_of_long_ago_is_no_longer_had():
    (had, _) = extract(heard("I had a cat called Bo when I was a girl."), KnowledgeGraph())
    assert had.relation == "pet" and had.valid_to is not None


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("I gave up my job at the library.", False),
        ("I've given up my job.", False),
        ("I nearly gave up my job.", True),
        ("I almost gave up my job last year.", True),
        ("My friend gave up her job.", True),
    ],
)
def test_a_job_given_up_is_held_no_more(text: str, works: bool) -> None:
    known = KnowledgeGraph([fact("Ada", "work", "nurse")])
    known.learn(extract(heard(text, known=known), known, "Ada"))
    assert any(one.valid_to is None for one in known.facts(relation="work")) == works


def test_an_age_is_learnt_before_a_clause_of_its_own() -> None:
    learnt = extract(heard("I'm Ada, 34, I drive a tram in Basel."), KnowledgeGraph(), "Ada")
    assert "Ada is 34 years old." in [one.text for one in learnt]
