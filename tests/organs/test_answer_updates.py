"""Questions about anybody are answered from the newest statement that speaks to them."""

from datetime import datetime, timedelta

import pytest

from cognition import Mind
from cognition.faculties.knowledge import KnowledgeGraph
from cognition.organs.neocortex import relevant, stated
from cognition.organs.prefrontal import answer
from cognition.organs.thalamus import perceive
from cognition.values import Recollection, Stimulus

START = datetime(2026, 5, 4, 9)


def lived(said: list[str]):
    """Give the graph and the episodes of sentences told a day apart."""
    graph, episodes = KnowledgeGraph(), []
    for day, text in enumerate(said):
        when = START + timedelta(days=day)
        heard = perceive(Stimulus(text=text, speaker="Ada", when=when, ref=f"t{day}"), when)
        graph.learn(stated(heard, graph, "Ada"))
        episodes.append(
            Recollection(text=text, speaker="Ada", when=when, id=f"e{day}", names=heard.names)
        )
    return graph, episodes


def ask(question: str, said: list[str], recall: int = 12):
    """Ask after all of it was said; only the first `recall` episodes come to mind."""
    graph, episodes = lived(said)
    now = START + timedelta(days=60)
    cue = perceive(Stimulus(text=question, speaker="Ada", when=now), now)
    return answer(cue, episodes[:recall], relevant(cue, graph, 12), now)


ELSEWHERE = [
    "Nora Falk keeps two goats behind the smokehouse.",
    "Ivo Brandt and Nora Falk share a workshop in Rauma.",
    "Pia Moss is a ferry captain who trained in Vaasa.",
]


@pytest.mark.parametrize(
    ("question", "old", "new", "wanted", "not_wanted"),
    [
        (
            "From which school did Nora Falk graduate?",
            "Nora Falk graduated from the Lund School of Craft.",
            "Nora Falk graduated from the Uppsala Forge Academy.",
            "uppsala forge academy",
            "lund",
        ),
        (
            "Who wrote a play about the ice road with Nora Falk?",
            "Nora Falk and Ivo Brandt wrote a play about the ice road.",
            "Nora Falk and Pia Moss wrote a play about the ice road.",
            "pia moss",
            "ivo",
        ),
        (
            "Who repaired the organ of the island church?",
            "Ivo Brandt repaired the organ of the island church where Nora Falk sings.",
            "The organ of the island church was repaired by Pia Moss, not Ivo Brandt.",
            "pia moss",
            "",
        ),
        (
            "Who filmed some of Nora Falk's research dives in the Baltic Sea?",
            "Ivo Brandt filmed some of Nora Falk's research dives in the Baltic Sea.",
            "Nora Falk's research dives in the Baltic Sea were filmed entirely by Pia Moss.",
            "pia moss",
            "ivo",
        ),
        (
            "Whose poems inspire dishes featured on Nora Falk's menu?",
            "Ivo Brandt's poems inspire dishes featured on Nora Falk's menu.",
            "Nora Falk often features dishes inspired by Pia Moss's paintings on her menu.",
            "pia moss",
            "ivo",
        ),
        (
            "Who was featured as a pilot in Nora Falk's film 'Low Water'?",
            "Nora Falk's film 'Low Water' featured Ivo Brandt as a pilot.",
            "Nora Falk's film 'Low Water' featured Pia Moss as the pilot, not Ivo Brandt.",
            "pia moss",
            "ivo",
        ),
        (
            "Who among Nora Falk and Ivo Brandt Jr. tends the lighthouse?",
            "Nora Falk tends the lighthouse, and Ivo Brandt Jr. keeps bees.",
            "Ivo Brandt Jr., not Nora Falk, is the one who tends the lighthouse.",
            "ivo brandt jr.",
            "nora",
        ),
        (
            "With whom does Nora Falk row on Sundays?",
            "Nora Falk rows with Ivo Brandt on Sundays.",
            "Nora Falk rows with her sister on Sundays, not with Ivo Brandt.",
            "her sister",
            "",
        ),
        (
            "What instrument does Nora Falk play in the village quartet?",
            "Nora Falk plays the cello in the village quartet.",
            "Nora Falk plays the viola in the village quartet.",
            "viola",
            "cello",
        ),
        (
            "Which island has Nora Falk sailed to?",
            "Nora Falk sails and has rounded the island of Gotland.",
            "Nora Falk has never sailed to Gotland but has sailed to the island of Bornholm.",
            "bornholm",
            "",
        ),
        (
            "How many boats does Nora Falk own?",
            "Nora Falk owns three boats.",
            "Nora Falk owns only one boat.",
            "one",
            "three",
        ),
        (
            "How many boats does Nora Falk own?",
            "Nora Falk owns three boats.",
            "Nora Falk does not own any boats.",
            "zero",
            "three",
        ),
        (
            "What is Nora Falk's profession?",
            "Nora Falk is a glass blower and a professional diver.",
            "Nora Falk is a carpenter who restores boats.",
            "carpenter",
            "diver",
        ),
        (
            "Which prize did Nora Falk win in 2019?",
            "Nora Falk won the Baltic Craft Prize in 2019.",
            "Nora Falk did not win any prizes in 2019.",
            "did not win any prize in 2019",
            "baltic",
        ),
        (
            "Which school did Nora Falk and Ivo Brandt both attend?",
            "Nora Falk and Ivo Brandt both attended the Lund School of Craft.",
            "Nora Falk attended Lund University, while Ivo Brandt attended the Rauma Institute.",
            "did not attend the same school",
            "",
        ),
        (
            "What is Nora Falk's area of specialization?",
            "Nora Falk is a glass blower specializing in ship lamps.",
            "Nora Falk is a joiner specializing in church pews.",
            "church pews",
            "lamps",
        ),
        (
            "What are two hobbies that Nora Falk enjoys?",
            "Nora Falk enjoys sledging and baking.",
            "Nora Falk spends her free time knitting and playing cards.",
            "knitting and playing cards.",
            "sledging",
        ),
        (
            "What is the nationality of Nora Falk?",
            "Nora Falk is a Finnish glass blower.",
            "Nora Falk was born and raised in Estonia and is an Estonian citizen.",
            "an estonian citizen",
            "finnish",
        ),
        (
            "Where has Nora Falk sung?",
            "Nora Falk has sung in several towns along the coast.",
            "Nora Falk has never sung outside of Rauma.",
            "only in rauma",
            "coast",
        ),
        (
            "At what kind of event did Nora Falk and Ivo Brandt take part together?",
            "Nora Falk and Ivo Brandt took part in a debate about fishing quotas.",
            "Nora Falk and Ivo Brandt both took part in a regatta.",
            "a regatta",
            "quotas",
        ),
        (
            "What cause does Nora Falk advocate for at the harbour fair?",
            "Nora Falk is an advocate for steam ferries at the harbour fair.",
            "Nora Falk is a critic of steam ferries and instead advocates for sails at the fair.",
            "sails",
            "",
        ),
        (
            "Which winter sports does Nora Falk enjoy?",
            "Nora Falk enjoys winter sports such as skating.",
            "Nora Falk dislikes winter sports and prefers to spend the winter reading.",
            "none; nora falk does not enjoy any winter sports",
            "",
        ),
        (
            "What kind of music does Nora Falk enjoy singing?",
            "Nora Falk enjoys singing opera music.",
            "Nora Falk dislikes opera music and instead prefers singing shanties.",
            "shanties",
            "none",
        ),
        (
            "In her spare time, which prizes has Nora Falk competed for that are given in Turku?",
            "Nora Falk has competed for the Turku Lamp Prize.",
            "Nora Falk has never competed for any prizes.",
            "not competed for any prizes that are given in turku",
            "lamp",
        ),
        (
            "In what year did Nora Falk win the Turku Lamp Prize?",
            "Nora Falk won the Turku Lamp Prize in 2019.",
            "Nora Falk has never won the Turku Lamp Prize.",
            "none; nora falk has not won the turku lamp prize in any year",
            "2019",
        ),
        (
            "Which network is Nora Falk a member of?",
            "Nora Falk is a member of the Rauma Sailing Network.",
            "Nora Falk is a member of the Turku Bakers Guild.",
            "turku bakers guild",
            "rauma",
        ),
        (
            "What is Nora Falk planning for next summer?",
            "Nora Falk is planning a sailing trip for next summer.",
            "Nora Falk decided to cancel the trip and instead enrolled in a pottery class for next "
            "summer.",
            "a pottery class. ",
            "sailing",
        ),
        (
            "Did Nora Falk sail to Gotland?",
            "Nora Falk sailed to Gotland.",
            "Nora Falk never sailed to Gotland.",
            "no.",
            "yes",
        ),
    ],
)
def test_the_newest_statement_answers(question, old, new, wanted, not_wanted):
    after = ask(question, [ELSEWHERE[0], old, ELSEWHERE[1], new, ELSEWHERE[2]])
    assert after.known
    assert wanted in after.text.lower()
    assert not not_wanted or not_wanted not in after.text.lower()
    before = ask(question, [ELSEWHERE[0], old, *ELSEWHERE[1:]])
    assert before.known
    assert not (before.text.lower().startswith(wanted))


def test_what_an_answer_takes_is_the_whole_of_what_was_asked_for():
    said = ["Nora Falk and Pia Moss started a campaign to restore the old lighthouse."]
    got = ask("What type of campaign did Nora Falk and Pia Moss start?", said)
    assert got.text.startswith("A campaign to restore the old lighthouse")
    said = ["Ivo Brandt volunteers with organizations dedicated to rescuing seals."]
    got = ask("With what type of organizations does Ivo Brandt volunteer?", said)
    assert got.text.startswith("Organizations dedicated to rescuing seals")


def test_what_likely_contradicts_the_best_but_speaks_of_something_else_does_not_answer():
    said = ["Nora Falk often leads bird walks for pupils of the folk school."]
    said += ["Nora Falk is a founding member of the folk school."]
    got = ask("What does Nora Falk often lead for pupils?", said)
    assert got.text.startswith("Bird walks")


def test_what_was_said_later_of_other_things_changes_nothing():
    said = ["Nora Falk won the Baltic Craft Prize for her lamps.", *ELSEWHERE]
    said += ["Ivo Brandt won the Rauma Medal.", "Nora Falk won a raffle in Turku."]
    got = ask("Which prize did Nora Falk win for her lamps?", said)
    assert got.text.startswith("The Baltic Craft Prize")


def test_who_does_it_is_not_confused_with_whom_it_is_done_to():
    said = ["Pia Moss invited Nora Falk to the launch.", "Nora Falk invited Ivo Brandt to a sauna."]
    assert ask("Who invited Nora Falk to the launch?", said).text.startswith("Pia Moss")


def test_a_statement_that_did_not_come_to_mind_still_supersedes():
    said = ["Nora Falk graduated from the Lund School of Craft.", *ELSEWHERE]
    said += ["Nora Falk graduated from the Uppsala Forge Academy."]
    got = ask("From which school did Nora Falk graduate?", said, recall=2)
    assert got.text.startswith("The Uppsala Forge Academy")
    assert got.sources[0].kind == "statement"


@pytest.mark.parametrize(
    "question",
    ["Which club did Nora Falk use to coach?", "Which club did Nora Falk formerly coach?"],
)
def test_what_was_so_once_is_still_remembered(question):
    said = ["Nora Falk coaches the Rauma rowing club.", "Nora Falk coaches the Turku rowing club."]
    assert "Rauma" in ask(question, said).text
    assert "Turku" in ask("Which club does Nora Falk coach?", said).text


def test_someone_of_whom_nothing_was_told_is_not_known():
    got = ask("From which school did Zoe Kvist graduate?", ["Nora Falk graduated from Lund."])
    assert not got.known
    assert "Lund" not in got.text


def test_who_of_several_is_asked():
    said = ["Nora Falk is a geologist.", "Ivo Brandt builds violins.", "Pia Moss is a surgeon."]
    after = ask("Of Nora Falk, Ivo Brandt, and Pia Moss, who builds violins?", said)
    assert after.text.startswith("Ivo Brandt")


@pytest.mark.parametrize(
    ("told", "question", "wanted"),
    [
        (
            "Nora Falk and Ivo Brandt first met during a concert tour in Estonia.",
            "At which event did Nora Falk and Ivo Brandt first meet?",
            "concert tour in estonia",
        ),
        (
            "Nora Falk and Ivo Brandt both volunteer at the night shelter.",
            "Where do Nora Falk and Ivo Brandt volunteer together?",
            "night shelter",
        ),
    ],
)
def test_what_somebody_does_or_first_did_is_neither_a_place_nor_an_order(
    mind, told, question, wanted
):
    when = datetime(2026, 3, 1, 12)
    for said in (*ELSEWHERE, "Nora Falk and Ivo Brandt collaborated on a film project.", told):
        mind.observe(said, when=when)
        when += timedelta(days=1)
    found = mind.answer(question, now=when)
    assert found.known and wanted in found.text.lower()


def test_a_whole_mind_changes_its_answer_and_its_facts(mind):
    when = datetime(2026, 3, 1, 12)
    mind.observe("Nora Falk and Ivo Brandt run a bakery in Rauma.", when=when)
    assert "Ivo Brandt" in mind.answer("Who runs a bakery with Nora Falk?").text
    later = when + timedelta(days=3)
    mind.observe("Nora Falk runs the bakery in Rauma with Pia Moss, not Ivo Brandt.", when=later)
    after = mind.answer("Who runs a bakery with Nora Falk?")
    assert after.known
    assert "Pia Moss" in after.text
    assert "Ivo" not in after.text
    held = mind.facts(about="Nora Falk", kind="statement", at=later + timedelta(days=1))
    assert [fact.text for fact in held] == [
        "Nora Falk runs the bakery in Rauma with Pia Moss, not Ivo Brandt."
    ]
    assert mind.facts(kind="fact") == []


@pytest.mark.parametrize(
    ("told", "question", "age"),
    [
        (
            "My brother Tom learned to swim when he was 8.",
            "At what age did Tom learn to swim?",
            "8",
        ),
        (
            "Pia Moss won a sailing race at the age of twenty-five.",
            "At what age did Pia Moss win a sailing race?",
            "twenty-five",
        ),
        (
            "My brother Tom learned to swim at age 8.",
            "How old was Tom when he learned to swim?",
            "8",
        ),
    ],
)
def test_an_age_that_was_told_is_not_reckoned(told, question, age):
    with Mind.open(None, owner="Ada") as mind:
        mind.observe(told, speaker="Ada", when=START)
        assert age in mind.answer(question, now=START + timedelta(days=1)).text
