"""Everyday questions about what was told in other words, or in a telling that only goes on."""

import pytest


@pytest.mark.parametrize(
    "asked",
    [
        "Am I allowed to be happy?",
        "is it bad that i want a week away from everyone?",
        "Will I ever be happy again?",
        "how do i forgive her?",
        "Why did he have to die?",
    ],
)
def test_a_question_that_no_memory_answers_is_listened_to(say, asked):
    reply = say("My brother Theo died in spring.", asked)
    assert "memory" not in reply and "remember" not in reply and "told" not in reply


@pytest.mark.parametrize(
    ("told", "asked", "answer"),
    [
        (
            "Yesterday he called me by his mother's name, Edith.",
            "Who is Edith?",
            "his mother's name",
        ),
        ("My dispatcher Luanne rang about the delay.", "Who's Luanne?", "Your dispatcher."),
        ("We told mum. She cried, then said go.", "What did mum say?", "She cried, then said go."),
        ("My boss Helen laughed.", "Who is Helen?", "Helen is your boss."),
        ("My boss Helen laughed.", "Have I mentioned Helen?", "Yes. Your boss is Helen."),
        ("I've got a cat called Biscuit, he's 6 and terrified of the hoover.",
         "What is Biscuit scared of?", "The hoover."),
        ("I'm giving a speech and I'm dreading it.", "What was I dreading?",
         "I'm giving a speech and I'm dreading it."),
        ("I walk my neighbour's dog, Boris.", "Whose dog is Boris?", "Your neighbour's."),
        (
            "we got a dog last month, a greyhound called Spaghetti",
            "what breed is my dog",
            "Spaghetti is a greyhound.",
        ),
        ("Got two cats. Mabel is diabetic.", "which cat is diabetic", "Mabel."),
        ("The doctor put me on propranolol.", "What medicine am I on?", "Propranolol."),
        ("They're changing Frank's tablets from donepezil to memantine.",
         "What tablets is Frank on?", "Memantine."),
        ("my gf Anouk is doing her phd on mosses lol", "whats my gf studying", "Mosses."),
        ("My husband Vikram is in Singapore till the end of the month.",
         "When does Vikram come back?", "The end of the month"),
        ("I bought her a shower chair from argos for 40 quid", "where did i get the shower chair",
         "Argos."),
        ("Jonas left a pan in the sink so I hid it under his bed", "where did i hide the pan",
         "s bed"),
        ("I work at a record shop called Vinyl Tap, thursday evenings and all day sunday",
         "when do i work", "Thursday evenings and all day sunday."),
        ("the wedding is moved to june cos the venue flooded", "why did the wedding move",
         "The venue flooded."),
        ("I got a wetsuit in two parts, thirty quid.", "How much did the wetsuit cost?",
         "Thirty quid."),
        ("Arjun wants a telescope for his birthday, which is on 11 December.",
         "What does Arjun want for his birthday?", "A telescope."),
        ("My buddy Ray passed last year. Heart attack at a truck stop.", "How did Ray die?",
         "Heart attack"),
        ("I'm cutting my samples from twelve sites to five.",
         "How many sites do I sample?", "Five."),
    ],
)  # fmt: skip
def test_what_was_told_in_other_words_is_found(say, told, asked, answer):
    assert answer in say(told, asked)


def test_where_somebody_lives_may_be_told_by_with_whom(say):
    told = ("my mum Beverley moved in with me in september", "mum fell in the bathroom last night")
    assert say(*told, "where does mum live").startswith("With you.")


def test_a_telling_without_a_subject_goes_on_with_the_one_before(say):
    told = ("i got a job interview for shift lead", "got the job!!!", "starts january 4th")
    assert "4 January" in say(*told, "when do i start the new job")


def test_a_telling_right_after_another_answers_with_it(say):
    told = ("I have an appointment at the eye clinic in Deventer.", "Wim will drive me.")
    assert say(*told, "Who drives me to the eye clinic?").startswith("Wim.")


def test_one_week_without_it_denies_no_habit(say):
    told = (
        "My daughter Helen comes on Thursdays to sit with him.",
        "Helen can't come this week, her boy's got chicken pox.",
    )
    assert say(*told, "Which day does Helen come?").startswith("On Thursdays.")


def test_the_age_of_another_is_not_that_of_the_one_who_asks(say):
    told = ("im 27", "we got a dog, a greyhound called Spaghetti")
    assert "27" not in say(*told, "how old is spaghetti")


def test_what_somebody_else_is_called_names_nothing(say):
    told = ("I drive a truck.", "Dana is remarrying, a guy called Curtis.")
    assert "Curtis" not in say(*told, "What's my truck called?")


def test_whether_it_was_this_week_is_told_by_what_was_told_of_this_week(say, clock):
    say("My daughter Helen comes on Thursdays so I can go to choir.")
    clock.advance(days=10)
    said = say("Helen sat with Frank so I got to choir.", "Did I go to choir this week?")
    assert said.startswith("Yes.") and "got to choir" in said


def test_what_was_missed_was_not_gone_to(say):
    assert say("So I missed choir today.", "Did I go to choir today?").startswith("No.")


def test_where_no_reason_was_told_what_came_right_before_is_quoted(say):
    told = ("I missed the recital.", "Meera won't speak to me.")
    said = say("My child is Meera.", *told, "Why didn't Meera speak to me?")
    assert "didn't say why" in said and "I missed the recital" in said


def test_used_to_tells_no_purpose(say):
    told = ("Mrs. Jansen was angry with me.", "I used to get up at three in the morning.")
    assert not say(*told, "Why was Mrs. Jansen angry?").startswith("Get up")


def test_an_interview_asked_for_is_still_to_come(say):
    said = say("i got a job interview on wednesday for shift lead", "when's my interview?")
    assert "28 October" not in said


def test_what_took_the_place_of_something_is_what_is_used(say, clock):
    say("I've got sleep apnea so I use a CPAP.")
    clock.advance(days=5)
    said = say("Doc switched me from the CPAP to a mouth guard.", "What do I use for sleep apnea?")
    assert "mouth guard" in said.lower().partition(".")[0]


def test_what_to_keep_away_from_is_what_was_told_of_it(say):
    assert "penicillin" in say("I'm allergic to penicillin.", "What should I not eat or take?")


@pytest.mark.parametrize(
    "asked", ["who covered my shift", "did robin cover my shift", "what breed is the dog"]
)
def test_a_question_without_its_mark_is_one(asked):
    from cognition.organs.thalamus.sentences import asking

    assert asking(asked)


@pytest.mark.parametrize(
    "told", ["what mum did was awful", "did robin a favour", "which my mum is happy about"]
)
def test_what_only_begins_like_a_question_is_none(told):
    from cognition.organs.thalamus.sentences import asking

    assert not asking(told)


def test_what_one_was_is_told_without_an_end_that_nobody_told(say):
    reply = say("I used to be a watchmaker.", "Do you know what I did for a living?")
    assert reply.startswith("Watchmaker.") and "until" not in reply


def test_a_relative_of_somebody_is_known_by_any_word_for_her(say):
    assert "88" in say("Sue's mum is moving in, she's 88.", "how old is Sue's mum?")


def test_the_word_for_kin_does_not_matter(say):
    assert "Perth" in say("our lad Craig lives in Perth", "where does my son live?")


def test_how_a_place_was_is_told(say):
    assert "wet and beautiful" in say("Kerry was wet and beautiful.", "How was Kerry?")


def test_whom_one_meets_is_told_from_the_plan(say):
    told = say("Kuka wants to talk to me on Thursday at 10.", "Who am I meeting on Thursday?")
    assert "Kuka" in told


def test_how_often_is_told_by_a_sentence_beside_the_one_that_names_it(say):
    told = "The kids love the beach. We don't go often, only once or twice a year."
    assert "Once or twice a year" in say(told, "How often do we go to the beach?")


def test_what_was_paid_is_told_though_the_thing_is_only_pointed_to(say):
    say("Meera wants to learn the violin.", "we got her a second hand one for 60 pounds")
    assert say("what did we pay for the violin?").startswith("60 pounds.")


def test_a_time_is_that_of_what_is_asked_of_not_of_another_thing_about_the_same_person(say):
    say("My mum had a fall last week and she's in hospital.", "They're operating on Thursday.")
    assert "Thursday" in say("when is mum's operation?")


def test_what_should_be_is_not_told_as_done(say):
    say("she'll come home on Monday", "My sister Anjali says mum should go into a home")
    reply = say("Did mum come home?")
    assert not reply.startswith("Yes") and "should" not in reply


def test_somebody_is_named_with_a_title(say):
    say("Meera had her first violin lesson, the teacher is called Mr. Okafor")
    assert "Mr. Okafor" in say("who is the violin teacher?").partition("“")[0]


def test_what_happened_with_somebody_is_told_without_what_came_between(say):
    say("Anjali rang to say sorry", "she lives in Toronto", "where does my sister live?")
    reply = say("Mum came home this morning", "What happened with Anjali?")
    assert "say sorry" in reply and "this morning" not in reply


def test_an_operation_that_went_well_is_a_relief(say):
    reply = say("Mum's operation went well thank god")
    assert "best part" not in reply and "like most" not in reply


def test_of_a_thing_told_of_another_deed_is_no_yes(say):
    say("I left my job as a nurse and I'm looking for something calmer.")
    reply = say("Did I find a new job?")
    assert not reply.startswith("Yes") and "looking for something calmer" in reply


def test_a_wish_is_heeded_and_not_asked_about(say):
    assert "?" not in say("Hello", "I'd rather you didn't give me advice, just listen.")


def test_what_happened_to_somebody_is_what_befell_them_not_how_they_are(say):
    reply = say(
        "My dad had a fall yesterday and he's in hospital in Hull.",
        "They think it's his hip. I'm driving up tomorrow.",
        "I'm in Hull now. Dad is grumpy, so he's feeling better!",
        "What happened to my dad?",
    )
    assert "had a fall" in reply


def test_how_something_was_is_told_by_its_telling_not_by_the_plan(say):
    told = ("we have a gig on the 14th at the Crane Lane", "gig was class!! we were all there")
    assert "gig was class" in say(*told, "how was the gig?")
