"""What is told or asked in a roundabout way is read as the plain sentence it stands for."""

from __future__ import annotations

import pytest

from cognition.organs.prefrontal.reasoning.canonical import plainly, roundabout
from cognition.organs.prefrontal.reasoning.reader import Reader, Reading
from cognition.organs.prefrontal.reasoning.talk import unadorned
from cognition.organs.prefrontal.reasoning.unwrapping import unwrapped
from cognition.values import Recollection


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("It's no use searching for Mia in the attic.", ("not_at", "mia", "attic")),
        ("I looked for Mia in the attic, but they had already left.", ("not_at", "mia", "attic")),
        ("Tom saw the lamp lying there and picked it up.", ("get", "tom", "lamp")),
        ("I saw Tom pick up the lamp.", ("get", "tom", "lamp")),
        ("The lamp became too heavy for Tom, who put it down.", ("drop", "tom", "lamp")),
        ("Tom didn't want the lamp any more, so Mia got it from them.", ("gave", "tom", "lamp")),
        ("Tom had plenty, so 4 books went from Tom to Mia.", ("gave_n", "tom", "books")),
        ("If you look in the drawer, you will see the apple.", ("is_in", "apple", "drawer")),
        ("You can see the apple in the drawer.", ("is_in", "apple", "drawer")),
        ("Guess where Tom went: the attic!", ("at", "tom", "attic")),
        ("Tom goes into the hallway.", ("at", "tom", "hallway")),
        ("If there is one thing that frightens mice, it's cats.", ("afraid", "mice", "cats")),
        ("The taller one of Mia and Tom is Tom.", ("compared", "tom", "mia")),
        ("Did I tell you that Mia is Tom's mother?", ("mother", "mia", "tom")),
        (
            "You know Tom, on a Monday they normally run.",
            ("habit", "Tom normally run on Mondays", ""),
        ),
        ("The lamp was lying around, so Tom took it.", ("get", "tom", "lamp")),
        ("The milk slipped through Tom's fingers and spilled.", ("drop", "tom", "milk")),
        ("It was getting heavy, so Tom put the lamp down.", ("drop", "tom", "lamp")),
        ("Mia isn't holding the lamp, having put it down.", ("drop", "mia", "lamp")),
        ("Tom offered the apple and Mia accepted it.", ("gave", "tom", "apple")),
        ("The lamp was a present from Tom to Mia.", ("gave", "tom", "lamp")),
        ("Our cat chewed up 3 of Mia's books.", ("counted_less", "mia", "books")),
        ("Mia's aunt sent her 4 stamps.", ("counted_more", "mia", "stamps")),
        ("If you'd like to visit Graz, you must travel to Austria.", ("land", "graz", "austria")),
        ("If you take the radio apart, you'll find the coil.", ("part", "coil", "radio")),
        ("If you try to fit the box in the crate, it goes in.", ("bigger", "crate", "box")),
        ("Mia and Tom are both tall, but Tom is the taller one.", ("compared", "tom", "mia")),
        ("Mia is old, but Tom isn't as old.", ("compared", "mia", "tom")),
        ("No one would dispute that Mia is older than Tom.", ("compared", "mia", "tom")),
        ("Any child knows that mice fear cats.", ("afraid", "mice", "cats")),
        ("When it comes to mice, cats are what they're afraid of.", ("afraid", "mice", "cats")),
        ("We had a swan for years, and its name was Rosa.", ("is_kind", "rosa", "swan")),
        ("Our neighbour keeps a wolf she calls Rex.", ("is_kind", "rex", "wolf")),
        ("I fed Rex today, and that animal is grey.", ("coloured", "rex", "grey")),
        ("If you wonder how old Mia is: 40.", ("aged", "mia", "40")),
        ("The last I saw of Mia, she was heading into the attic.", ("at", "mia", "attic")),
        ("We called Mia over into the attic, and that's where she is.", ("is_in", "mia", "attic")),
        ("Mia ran downstairs to the cellar.", ("at", "mia", "cellar")),
        ("Mia tucked the lamp under her arm.", ("get", "mia", "lamp")),
        ("Mia was generous enough to give Tom the lamp.", ("gave", "mia", "lamp")),
        ("Guess where the lamp is? In the attic.", ("is_in", "lamp", "attic")),
        ("Mia rented a flat in Graz and has lived there since.", ("lives", "mia", "graz")),
        ("If you're in Graz, you're in Austria.", ("land", "graz", "austria")),
        ("Tom can't rival Mia: Mia is faster.", ("compared", "mia", "tom")),
        ("Everyone agrees on it: Mia is faster than Tom.", ("compared", "mia", "tom")),
        (
            "Rabbits don't trust foxes because they're afraid of them.",
            ("afraid", "rabbits", "foxes"),
        ),
        ("Our aunt has a goose. Its name is Rosa.", ("is_kind", "rosa", "goose")),
        ("Rex is a dark shade of brown.", ("coloured", "rex", "brown")),
        ("The trip? Two days after the party.", ("offset", "the trip was", "the party")),
        ("Friday is Mia's day to play chess.", ("habit", "Mia usually plays chess on Fridays", "")),
        (
            "Mia sold the boat. It was only later that Tom came.",
            ("precedes", "Mia sold the boat", "Tom came"),
        ),
        ("On an ordinary Friday, Mia plays chess.", ("habit", "Mia plays chess on Fridays", "")),
    ],
)
def test_what_is_told_in_a_roundabout_way_ispremises(
    told: str, said: tuple[str, str, str], premises
) -> None:
    assert said in premises(told)


@pytest.mark.parametrize(
    "told",
    [
        "There's no point arguing with Mia in the kitchen.",
        "The lamp was in the hall, so Tom took it along.",
        "Tom held out the apple but Mia refused it.",
        "If you want to put the box in the crate, it won't fit.",
        "The dog looked at 3 of Mia's books.",
        "Mia's aunt promised her 4 stamps.",
        "I doubt that Mia is older than Tom.",
        "As for me, it was nice.",
        "If you're in Graz, you're lucky.",
        "Mia was clever enough to see it.",
        "It was not raining, so Mia went out.",
        "Mia went to the attic, and that's where the fun began.",
        "Show Mia some love and they get along.",
    ],
)
def test_what_only_looks_like_it_is_left_as_it_is(told: str) -> None:
    assert plainly(told) == told


@pytest.mark.parametrize(
    "told",
    [
        "Mia and Tom are the same age, but is Mia taller?",
        "Nobody claims that Mia is older than Tom.",
        "If you want to visit Mia, you have to ask Tom.",
        "Tom doubts that mice fear cats.",
        "Did I tell you about the kitchen?",
        "Tom, he's late.",
        "Mia was sad, so Tom told her 2 jokes.",
        "I saw Mia give Tom a kiss.",
    ],
)
def test_nothing_is_concluded_from_what_is_not_said(told: str, premises) -> None:
    assert {relation for relation, _, _ in premises(told)} <= {"event", "habit"}


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        (
            "The milk wasn't always in the attic. Where was it before?",
            "where was the milk before the attic?",
        ),
        ("Where does Mia live? Just the country.", "in which country does Mia live?"),
        ("Who among these people is Tom's uncle?", "who is Tom's uncle?"),
        ("Tom's uncle, would that be Leo?", "is Leo Tom's uncle?"),
        ("Can you count the things Mia is carrying?", "how many things is Mia carrying?"),
        ("I always forget, how is Mia related to Tom?", "how is Mia related to Tom?"),
        ("I heard Mia lives in Rome, is that true?", "is it true that Mia lives in Rome?"),
        (
            "The party and the trip are how many weeks apart?",
            "how many weeks were there between the party and the trip?",
        ),
        ("I can't remember when the party was. Do you know the date?", "when was the party?"),
        (
            "Did it all happen like this: Mia left, then Tom came?",
            "was it before Tom came that Mia left?",
        ),
        ("If Mia stood beside Tom, would Mia be shorter?", "is Mia shorter than Tom?"),
        ("Picture Mia and Tom side by side. Who is taller?", "who is taller, Mia or Tom?"),
        ("If everyone raced, who would be the fastest?", "who is the fastest?"),
        ("Mia should be Tom's aunt, shouldn't she?", "is Mia Tom's aunt?"),
        (
            "How can we get to the attic if we start in the hall?",
            "how do I get from the hall to the attic?",
        ),
        (
            "What would Mia say if she stood beside Tom?",
            "What would Mia say if she stood beside Tom?",
        ),
        ("Where is Mia? I am bored.", "Where is Mia? I am bored."),
        ("Mia and Tom came. Which cake was first?", "Mia and Tom came. Which cake was first?"),
    ],
)
def test_what_is_asked_in_a_roundabout_way_is_put_plainly(asked: str, plain: str) -> None:
    assert roundabout(asked) == plain


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("We checked, and the saw slides into the case with no effort.", ("bigger", "case", "saw")),
        ("To make the clock, one of the parts you use is the spring.", ("part", "spring", "clock")),
        ("Whenever you meet Rex, you'll see that Rex is brown.", ("coloured", "rex", "brown")),
        ("Tom waved goodbye and went to the barn.", ("at", "tom", "barn")),
        ("Tom felt cold and walked into the barn.", ("at", "tom", "barn")),
        ("I just saw Tom going into the barn.", ("at", "tom", "barn")),
        ("The saw became too heavy, so Tom put it down.", ("drop", "tom", "saw")),
        ("We went to the barn but couldn't find Mia anywhere.", ("not_at", "mia", "barn")),
        ("Between Tom and Mia lie 4 years, and Mia is older.", ("measured_more", "mia", "tom")),
        ("Each time goats smell wolves, they get so frightened.", ("afraid", "goats", "wolves")),
        ("Mia thanked Tom for lending her the saw.", ("gave", "tom", "saw")),
    ],
)  # fmt: skip
def test_what_was_tried_seen_or_said_on_the_way_ispremises(
    told: str, said: tuple[str, str, str], premises
) -> None:
    assert said in premises(told)


@pytest.mark.parametrize(
    "told",
    [
        "We tried it, and the saw does not go into the case.",
        "The saw almost goes into the case.",
        "To make the clock, one of the pieces you need is not the spring.",
        "Whenever you meet Rex, you'll wish that Rex were brown.",
        "Tom did not say goodbye and go to the barn.",
        "Tom would not leave without the saw.",
        "At 10, Mia is at school.",
        "I saw Tom holding up the barn.",
    ],
)
def test_what_was_tried_in_vain_or_only_wished_is_notpremises(told: str, premises) -> None:
    wrong = {"bigger", "part", "coloured", "at", "get", "aged", "gave"}
    assert not {one[0] for one in premises(told)} & wrong


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        (
            "I want to pack the saw into the case, will it fit?",
            "does the saw fit in the case",
        ),
        ("I must ring Mia's uncle. Who is it?", "who is Mia's uncle"),
        ("I'd like to paint Rex. Which colour do I need?", "what colour is Rex"),
        ("Tom and Mia are related, but how?", "how is Tom related to Mia"),
        ("Compare Tom with Mia: who is taller?", "who is taller, Tom or Mia"),
        ("Tom gave the saw away, but to whom?", "who did Tom give the saw to"),
        ("This week, did Tom sing on Friday?", "did Tom sing this Friday"),
        ("Has Tom sung on Friday this week?", "has Tom sung this Friday"),
        (
            "Tom sold the van, but where did Tom live then?",
            "where did Tom live when Tom sold the van",
        ),
        ("Tom got the saw, but who gave it to him?", "who gave the saw to Tom"),
        ("Who is the older one: is it Tom or is it Mia?", "who is older, Tom or Mia"),
        (
            "If you take the clock apart, is the spring among them?",
            "is the spring part of the clock",
        ),
        ("I forgot Mia's uncle's name.", "I forgot Mia's uncle's name"),
    ],
)
def test_what_is_asked_after_a_wish_is_put_plainly(asked: str, plain: str) -> None:
    assert roundabout(asked).strip(" ?.").lower() == plain.lower()


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("A moment ago Tom stepped into the barn.", ("at", "tom", "barn")),
        ("It was the barn that Tom went to next.", ("at", "tom", "barn")),
        ("Tom isn't in the barn any more because he went out.", ("not_at", "tom", "barn")),
        ("The barn was where Tom was, but now he is gone.", ("not_at", "tom", "barn")),
        ("Until just now Tom was in the barn.", ("not_at", "tom", "barn")),
        ("Tom isnt in the barn anymore", ("not_at", "tom", "barn")),
        ("Tom bent down to pick up the saw.", ("get", "tom", "saw")),
        ("The saw hit the floor when Tom let go of it.", ("drop", "tom", "saw")),
        ("If you count up the nuts that Tom has, there are 4.", ("has_count", "tom", "nuts")),
        ("I counted Tom's nuts, and there were 4.", ("has_count", "tom", "nuts")),
        ("Among the bits that make up the clock is the spring.", ("part", "spring", "clock")),
        ("What makes up the clock includes the spring.", ("part", "spring", "clock")),
        ("Tom got rid of the saw by giving it to Mia.", ("gave", "tom", "saw")),
        ("You should know Rex is a wolf.", ("is_kind", "rex", "wolf")),
    ],
)
def test_what_is_told_with_when_why_or_how_one_counts_ispremises(
    told: str, said: tuple[str, str, str], premises
) -> None:
    assert said in premises(told)


@pytest.mark.parametrize(
    "told",
    [
        "If mice see cats they may get scared.",
        "The price fell as Tom lost interest.",
        "Down came the rain as Mia let out a cry.",
        "The barn is where Tom was happy, but not any more.",
        "The trip does go into detail.",
        "If you count the days, there are 4.",
        "You should know Tom.",
    ],
)
def test_what_only_sounds_like_it_is_notpremises(told: str, premises) -> None:
    wrong = {"afraid", "drop", "not_at", "bigger", "has_count", "is_kind"}
    assert not {one[0] for one in premises(told)} & wrong


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("I'm looking for Tom, any idea where they are?", "where is Tom"),
        ("I can't find the saw. Can anyone help?", "where is the saw"),
        ("I need to see Tom. Is he in the barn?", "is Tom in the barn"),
        ("I'm after the saw. Is the barn the right place to look?", "is the saw in the barn"),
        ("Is Tom in the barn or somewhere else?", "is Tom in the barn"),
        ("Can I get the saw into the case, or is it too big?", "can I get the saw into the case"),
        ("If I look to the left of the red box, is that where the cone is?",
         "is the cone to the left of the red box"),
        ("Can you count the days between the fair and the match for me?",
         "how many days were there between the fair and the match"),
        ("Can you count the nuts Tom has?", "how many nuts does Tom have"),
        ("Is the spring among the bits that make up the clock?", "is the spring part of the clock"),
        ("Mia has the saw. Who gave it to her?", "who gave the saw to Mia"),
    ],
)  # fmt: skip
def test_what_is_asked_in_looking_for_it_is_put_plainly(asked: str, plain: str) -> None:
    assert roundabout(asked).strip(" ?.").lower() == plain.lower()


@pytest.mark.parametrize(
    ("asked", "bare"),
    [
        ("Would you mind telling me where Tom is?", "where Tom is"),
        ("I'd be grateful if you could tell me where Tom is.", "where Tom is"),
        ("If you don't mind, where is Tom?", "where is Tom"),
        ("Where is Tom, if I may ask?", "where is Tom"),
        ("As far as you know, who is the tallest?", "who is the tallest"),
    ],
)
def test_more_politeness_is_taken_off_a_question(asked: str, bare: str) -> None:
    assert unwrapped(asked).lower() == bare.lower()


def test_a_thing_asked_after_is_the_one_both_know() -> None:
    assert unadorned("Where on earth is that saw?", asked=True) == "Where is the saw?"
    assert unadorned("Where did that come from?", asked=True) == "Where did that come from?"


def _relations(*told: str) -> set[tuple[str, str, str]]:
    reader = Reader()
    for one in told:
        reader.read(Reading(Recollection(text=one, speaker="Ada")), follows=False)
    return {
        (p.relation, p.subject, p.object)
        for p in reader.premises
        if p.relation not in ("event", "habit")
    }


@pytest.mark.parametrize(
    ("told", "plain"),
    [
        ("Out of those two, Mia and Tom, it's Mia who's taller.", "Mia is taller than Tom."),
        ("Comparing Tom and Mia, I'd say Mia is taller.", "Mia is taller than Tom."),
        ("Tom can't be taller than Mia, Mia is taller.", "Mia is taller than Tom."),
        ("Before, Mia was in the hall, but now not any more.", "Mia is not in the hall."),
        ("On top of the ones they already had, Mia got 5 books.", "Mia got 5 more books."),
        (
            "The valve's one of the bits that make up the engine.",
            "The valve is part of the engine.",
        ),
        ("Mia's got 2 years on Tom, age-wise.", "Mia is 2 years older than Tom."),
        ("Tom? Oh, that one's brown!", "Tom is brown."),
        ("You know what mice are afraid of? Wolves.", "Mice are afraid of wolves."),
    ],
)
def test_reads_what_strangers_write_as_the_plain_statement(told: str, plain: str) -> None:
    assert _relations(told) == _relations(plain) != set()


@pytest.mark.parametrize(
    "told",
    [
        "With Mia and Tom, Mia is the teacher.",
        "Mia joined the others in the game.",
        "Mia got ill.",
        "Mia? 5 years already since we met!",
        "The meeting? In the end we skipped it.",
        "Mia's 5 minutes late.",
    ],
)
def test_makes_no_fact_of_ordinary_talk(told: str) -> None:
    stated = {one[0] for one in _relations(told)}
    assert not stated & {"compared", "at", "get", "aged", "is_in", "more:taller"}
