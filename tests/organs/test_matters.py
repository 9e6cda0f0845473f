import re

import pytest

from cognition.organs.broca.grammar import phrases
from cognition.organs.prefrontal.matters import _rules, matter_of, matters


@pytest.mark.parametrize(
    ("said", "name", "feel"),
    [
        ("I lost my job today.", "job_lost", "bad"),
        ("My dog Rex died last night.", "loss_pet", "bad"),
        ("My mum passed away in May.", "loss", "bad"),
        ("She passed away in 2015.", "loss", "bad"),
        ("Nora died last year.", "loss", "bad"),
        ("My brother passed his driving test!", "kin_success", "good"),
        ("Tom passed his exam.", "kin_success", "good"),
        ("he thinks im running away", "thinks_of_me", "bad"),
        ("kinda nervous", "nervous", "bad"),
        ("I slipped last night.", "relapse", "bad"),
        ("so day 1", "day_count", "plain"),
        ("I am so happy but also afraid.", "both", "bad"),
        ("I missed the recital.", "missed_it", "bad"),
        ("my parents are splitting up", "parents_part", "bad"),
        ("nobody asks what I want", "forgotten", "bad"),
        ("I sneak one on Sundays, don't tell the missus", "secret", "plain"),
        ("I wish you were real", "wish_real", "plain"),
        ("back again", "back_again", "plain"),
        ("My cat is six and terrified of the hoover.", "afraid_of", "plain"),
        ("My dog is scared of fireworks.", "afraid_of", "plain"),
        ("my bf Leo proposed last night", "engaged", "good"),
        ("they liked me!!", "liked_me", "good"),
        ("Voltaro turned me down without an interview", "rejected", "bad"),
        ("I applied at three companies today", "applied", "plain"),
        ("My phone died.", "broken", "bad"),
        ("My mum's got dementia.", "diagnosis", "bad"),
        ("I worry about him every day", "worried_for", "bad"),
        ("he hasnt answered since sunday", "no_answer", "bad"),
        ("my brothr is anoying me", "annoyed", "bad"),
        ("I got the job at Acme!", "job_got", "good"),
        ("We just got engaged!", "engaged", "good"),
        ("my daughter told me she got into medical school", "kin_success", "good"),
        ("it's raining here", "weather", "plain"),
        ("you're stupid", "rude", "plain"),
        ("The interview was brutal.", "was_bad", "bad"),
        ("lunch was lovely, Lucy brought a friend", "was_good", "good"),
        ("the math section was fine", "was_ok", "plain"),
        ("I beat Jean at Scrabble!", "beat", "good"),
        ("dad said he was proud", "proud_of_me", "good"),
        ("My dad thinks it's dumb", "puts_down", "bad"),
        ("I've decided to get the cat after all", "made_decision", "plain"),
        ("Perhaps I'll have a word with him", "perhaps", "plain"),
        ("My neighbour's been playing music till two", "noise", "bad"),
        ("I used to teach geography", "used_to_do", "plain"),
        ("She doesn't eat meat", "no_meat", "plain"),
        ("Most days I don't get dressed before noon.", "low_days", "bad"),
        ("Maybe I'm making a fuss.", "self_doubt", "bad"),
        ("A stranger sat with me until it passed.", "kindness", "good"),
        ("The meeting went better than I thought.", "went_well", "good"),
        ("I think that's all.", "thats_all", "plain"),
        ("Back from Skye!", "home_from", "plain"),
        ("my brother Callum still isn't talking to me", "not_talking", "bad"),
        ("That's not what I said", "wrong", "plain"),
    ],
)
def test_a_matter_is_known_by_its_words(said, name, feel):
    found = matter_of([said])
    assert found is not None and (found.name, found.feel) == (name, feel)


@pytest.mark.parametrize(
    "said",
    [
        "I hope I passed.",
        "What if I lost my job?",
        "I dreamt that my dog died.",
        "I didn't lose my job.",
        "I play the cello on Tuesdays.",
        "his dad died in the war",
        "The bus was full.",
        "I got a job interview.",
        "Helen can't come this week.",
        "The battery died.",
        "I applied the cream twice.",
        "I thought I failed",
        "I slipped on the ice",
        "Sue fell out with her mum.",
        "It's also challenging, but rewarding.",
        "I heard he was a vegan so it didn't matter that he died",
        "don't tell me to go for a walk",
        "I call her every sunday",
        "good morning",
    ],
)
def test_what_is_hoped_feared_or_denied_is_no_news(said):
    found = matter_of([said])
    assert found is None or found.feel == "plain"


def test_bad_news_weighs_more_than_good():
    found = matter_of(["I passed my exam.", "But I lost my job."])
    assert found is not None and found.name == "job_lost"


def test_what_and_who_are_in_the_persons_own_words():
    found = matter_of(["I got the job at Acme!"])
    assert found is not None and found.what == "the job at Acme"
    found = matter_of(["My boss yelled at me."])
    assert found is not None and found.who == "My boss"


def test_every_matter_has_lines_and_every_line_a_matter():
    spoken = {
        tag.removeprefix("m_")
        for rule in ("matter", "matter_ask", "matter_later")
        for shape in phrases()[rule]
        for tag in shape.needs
        if tag.startswith("m_")
    }
    assert spoken == matters()
    assert all(f"matter m_{name}" in phrases() for name in matters())


def test_every_matter_has_a_line_that_needs_no_words_of_the_person():
    for name in matters():
        shapes = phrases()[f"matter m_{name}"]
        assert any(shape.slots <= {"what", "who", "pet_name"} for shape in shapes), name
        assert not any(re.search(r"\bI (?:know|understand) how\b", str(s.parts)) for s in shapes)


def test_every_match_of_a_pattern_holds_one_of_its_anchors():
    from cognition.organs.prefrontal.anchors import anchors

    needed = {rule.name: anchors(rule.pattern.pattern) for rule in _rules()}
    lines = [line for sets in needed.values() for lines in sets for line in lines]
    said = [f"my sister {line} my dog, i {line} it" for line in lines]
    tried = 0
    for rule in _rules():
        for line in said:
            if rule.pattern.search(line):
                tried += 1
                for some in needed[rule.name]:
                    assert any(anchor in line for anchor in some), (rule.name, line)
    assert tried > 100
    assert anchors(r"(?:ab|cd)?x+yz") == (("yz",), ("x",)) and anchors(r"a?b?") == ()
    assert anchors(r"(?:abc|\w+)") == () and anchors(r"(?:abc|de)+f?") == (("abc", "de"),)


def test_only_patterns_whose_every_needed_string_is_there_are_tried():
    from cognition.organs.prefrontal.anchors import Anchored

    rules = [r"\Athe \w+ (?:can|could) hold", r"HELD", r"\w+", r"the (?:cat|dog)? ran"]
    assert Anchored(rules).fitting("the box could hold it") == [0, 2]
    assert Anchored(rules).fitting("the dog ran", after=2) == [3]
    assert Anchored(rules).fitting("it held") == [1, 2]
