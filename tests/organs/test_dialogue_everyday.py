"""Everyday talk, turn by turn: what a new user would find odd if it were answered otherwise."""

import re

import pytest


def test_a_crisis_taken_back_is_met_with_relief_not_with_an_echo(say):
    reply = say("I want to end my life.", "I mean I'm fine, just tired thoughts")
    assert "glad you say so" in reply


def test_being_fine_without_a_crisis_before_is_nothing_special(say):
    assert "glad you say so" not in say("Hello", "I mean I'm fine")


def test_who_goes_by_a_nickname_is_known(say):
    told = 'My father-in-law keeps calling the baby "the little professor".'
    assert say(told, "Who is the little professor?").startswith("The baby.")


def test_what_only_wants_assent_is_not_looked_up(say):
    assert say("Toby asked if the moon gets lonely.", "Isn't that sweet?").startswith("It does")


def test_help_beyond_what_is_known_is_thinking_along(say):
    assert "think along" in say("Hello", "I want to run a marathon, can you help me plan it?")


def test_a_wish_put_as_a_question_is_agreed_to(say):
    reply = say("I'm Nadia.", "Can you call me Nad?")
    assert "Nad" in reply and "remember" not in reply


def test_forgetting_is_explained_where_it_cannot_be_done_by_asking(say):
    assert "kindred memory forget" in say("I'm allergic to nuts.", "Forget that I'm allergic.")


def test_another_topic_may_be_asked_for(say):
    assert "What would you like" in say("My grandma is sick.", "can we talk about something else")


def test_a_home_moved_from_is_no_longer_lived_in(say, clock):
    say("My brother Arjun lives in Toronto.")
    clock.advance(days=2)
    assert "Vancouver" in say("arjun moved to Vancouver btw", "Where does Arjun live?")


def test_where_kin_live_is_not_where_i_lived(say):
    say("My brother Arjun lives in Toronto.")
    assert "Toronto" not in say("Where did I live before?")


def test_a_trade_is_no_place(say):
    say("I work as a nurse in Manchester.")
    assert say("Where do I work?").startswith("Manchester")


def test_what_happened_to_somebody_is_quoted(say):
    say("My grandson Max lives in Leeds.", "Max broke his arm on the trampoline.")
    assert "broke his arm" in say("What happened to Max?")


@pytest.mark.parametrize(
    "text",
    ["gn", "good night", "gtg ttyl", "ok bye"],
)
def test_leaving_is_heard_however_it_is_typed(say, mind, text):
    say("Hello", text)
    assert mind.faculties.journal.latest(2)[0].act == "farewell"


def test_to_talk_to_somebody_is_not_to_leave(say, mind):
    say("You're right, I'll talk to her")
    assert mind.faculties.journal.latest(2)[0].act == "statement"


def test_a_name_given_to_a_thing_is_known_as_its_name(say):
    say("I'm Dana.", "The dishwasher is here and it's glorious.", "We named it Sir Splashalot.")
    assert say("What's the name of our dishwasher?").startswith("Sir Splashalot")


def test_who_he_is_is_told_where_he_did_something(say):
    told = ("I had a fight with my boyfriend Luis.", "He says I nag.")
    assert say(*told, "Who said I nag?").startswith("Luis")


def test_a_parcel_is_no_visitor(say):
    assert "company" not in say("He bought a dishwasher.", "it arrives next Tuesday")


def test_a_place_in_small_letters_is_no_thing(say):
    assert say("i moved to leeds last week", "Where do I live?").startswith("You live in Leeds")


def test_he_is_whom_the_question_before_was_about(say):
    say("My brother Marek moved to Prague in June.", "He opened a bakery there.", "I like tea.")
    assert "Prague" in say("What did Marek open?", "Where does he live?")


def test_what_is_to_come_was_not_good_yet(say):
    say("My brother Marek lives in Prague.")
    assert "made it so good" not in say("I'm visiting him on Saturday!")


def test_what_a_relative_without_a_name_does_is_held(say):
    say("My dad came by today.", "He's an accountant.")
    assert "accountant" in say("We talked about the garden.", "What does my dad do?")


def test_what_was_only_asked_is_no_telling_of_it(say):
    say("I took the driving test on Saturday.", "when was the driving test")
    assert "when was" not in say("My hair is wet.", "When was the driving test?")


def test_a_name_that_is_asked_for_is_one(say):
    say("I have an appointment with Dr Patel on Thursday.", "The doctor says it's arthritis.")
    assert say("It rains.", "What was the name of my doctor?").startswith("Patel.")


def test_what_was_made_for_somebody_is_the_thing_made(say):
    say("Lucy came for lunch on Sunday.", "I made her a shepherd's pie.")
    assert " A shepherd's pie." in " " + say("It rains.", "What did I make for Lucy?")


def test_all_that_was_told_of_somebody_is_told(say, clock):
    say("I was at the allotment with Jean.", "Jean has a tandem.")
    clock.advance(days=3)
    reply = say("I beat Jean at Scrabble.", "What have I told you about Jean?")
    assert all(word in reply for word in ("allotment", "tandem", "Scrabble")), reply


@pytest.mark.parametrize(
    "question",
    [
        "What have we talked about?",
        "What happened this week?",
        "what did I tell you on Monday?",
        "How was my week?",
    ],
)
def test_a_time_is_recounted_with_what_was_told_in_it(say, clock, question):
    clock.advance(days=1)  # to a Monday
    say("I lost my grandmother's ring in the park.", "Don't give me advice, please.")
    clock.advance(days=1)
    reply = say("Hello", question)
    assert "ring in the park" in reply and "advice" not in reply, reply


def test_a_time_of_which_nothing_was_told_is_not_made_up(say):
    assert "“" not in say("I lost my grandmother's ring.", "What did I tell you last year?")


def test_how_to_be_treated_is_no_memory_to_come_back_to(say, clock):
    say("dont tell me what to do about the boiler")
    clock.advance(days=2)
    assert "dont tell me" not in say("Hello", "The boiler is broken again, no idea what to do.")


def test_a_day_of_the_week_still_to_come_is_not_today(say, clock):
    clock.advance(days=1)  # to a Monday
    say("I got the job at Acme!", "I start on Monday!")
    assert "9 March 2026" in say("It rains.", "When do I start at Acme?")


def test_who_was_told_of_is_named(say):
    say("My partner is called Jo.", "My brother Callum lives in Leith.")
    reply = say("It rains.", "Who have I told you about?")
    assert "Jo" in reply and "Callum" in reply


def test_what_happened_somewhere_is_what_was_told_there(say, clock):
    say("We are going to Skye in May.")
    clock.advance(days=90)
    say("Back from Skye!", "We saw an otter in the bay.")
    reply = say("Jo is fine.", "What happened on Skye?")
    assert "otter" in reply and "in May" not in reply


def test_what_somebody_did_is_told_in_the_words_of_it(say):
    say("Jo slipped on the rocks and bruised her knee.")
    assert "bruised her knee" in say("It rains.", "What did Jo do to her knee?")


def test_that_somebody_is_named_does_not_call_for_all_that_is_known_of_them(say, clock):
    say("My partner Jo is a teacher.", "Jo says I should talk to someone at work.")
    clock.advance(days=2)
    reply = say("Hello", "Jo and I are going to Skye next weekend.")
    assert "teacher" not in reply and "someone at work" not in reply


def test_what_is_done_as_asked_answers_though_its_object_goes_without_saying(say):
    say("I am looking for a job.", "They hired me!", "I start on 1 December.")
    assert "1 December 2026" in say("It rains.", "When do I start the job?")


def test_how_something_was_is_how_it_was_found(say):
    say("Zosia has a performance at school on Friday.", "The performance was so beautiful.")
    assert "so beautiful" in say("It rains.", "How was the performance?")


def test_what_is_not_expected_is_nothing_to_look_forward_to(say):
    assert "forward" not in say("I had an interview.", "I think they will not take me.")


def test_what_stands_before_a_word_taken_for_an_abbreviation_is_read(say):
    say("Work is the only thing that's going ok. I'm a bridge engineer.")
    assert "bridge engineer" in say("It rains.", "What do I do for a living?")


def test_what_it_is_good_for_may_be_asked(say):
    reply = say("I lost my job.", "What's the point of telling you this?")
    assert "kept" in reply and "point of telling" not in reply


def test_what_somebody_thinks_is_what_was_told_of_it(say, clock):
    say("I started a pottery class with my friend Nora.", "Nora says I should glaze it blue.")
    clock.advance(days=2)
    assert "glaze it blue" in say("Hello", "What does Nora think?")


def test_all_that_was_told_is_recounted_when_that_is_asked(say):
    assert "kiln" in say(
        "I'm Ruth.", "My first bowl cracked in the kiln.", "What have I told you so far?"
    )


def test_a_boyfriend_of_once_is_none_now(say, clock):
    told = "I live in Leeds with my boyfriend Tom."
    assert say(told, "Do I have a boyfriend?").startswith("Yes, your boyfriend is Tom")
    clock.advance(days=2)
    reply = say("Tom and I broke up.", "Do I have a boyfriend?")
    assert reply.startswith("Not any more.") and "broke up" in reply
    assert say("Am I single?").startswith("Yes.")
    assert not say("Am I married?").startswith(("Yes", "Not any more"))


def test_a_dog_that_died_is_not_had_any_more(say):
    reply = say("My dog Biscuit is old.", "Biscuit died yesterday.", "Do I have a dog?")
    assert reply.startswith("Not any more.")


def test_somebody_elses_boyfriend_is_not_hers(say):
    reply = say(
        "Huma is staying in Leeds with her boyfriend. Sana is home.",
        "Does Sana have a boyfriend?",
    )
    assert not reply.startswith("Yes")


def test_what_was_given_up_is_not_done_any_more(say):
    assert say("I used to smoke but I stopped in March.", "Do I smoke?").startswith("Not any more")


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("Do you have a mother?", "only me and this memory"),
        ("Do you play games?", "no tastes of my own"),
        ("Are you going to forget me too?", "I keep what you tell me"),
        ("What if it doesn't fit?", "I can't look ahead"),
    ],
)
def test_what_is_asked_of_the_companion_is_not_looked_up_in_a_life(say, question, part):
    assert part in say("My mother is called Naoko.", question)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Imran's lost his job.", "sorry"),
        ("Kate lost the baby.", "sorry"),
        ("The letter came. It is cancer, they say. I am angry rather than frightened.", "sorry"),
        ("They took the spade. It was all I had left of him.", "sorry"),
        ("Poppy asked when I'm coming home. Broke me.", "sorry"),
    ],
)
def test_hard_news_of_others_is_met_with_sympathy(say, text, part):
    assert part in say("Hello", text)


def test_thanks_with_a_word_of_address_are_thanks(say):
    assert "sound pleased" not in say("Hello", "Thanks for being there, bro")


def test_what_another_felt_is_not_read_back_as_ones_own(say):
    reply = say("Hello", "Sami lost his first tooth today and Nour was so jealous")
    assert "you're feeling" not in reply and "You sound" not in reply


def test_a_family_is_told_of_with_who_they_are(say):
    told = ("My wife Leila is a midwife and we have twins, Sami and Nour.", "My friend Jo called.")
    told = (*told, "My employee Zelda is ill.")
    reply = say(*told, "What do you know about my family?")
    assert "Leila is a midwife" in reply and "Your child is Sami" in reply
    assert "Jo" not in reply and "Zelda" not in reply


def test_who_has_a_title_is_known_with_its_dot_and_without(say):
    for asked in ("Who is Mr. Haddad?", "Who is Mr Haddad?"):
        assert "our teacher" in say("My teacher is called Mr. Haddad.", asked)


@pytest.mark.parametrize("asked", ["When did Mia find the ring?", "When did Mia find a ring?"])
def test_when_is_answered_with_a_time_and_not_with_what_was_done(say, asked):
    assert re.match(r"\d{1,2} \w+ \d{4}", say("Mia found a ring last night.", asked))


def test_who_is_named_after_he_was_told_of_is_told_with_what_was_said_before(say):
    reply = say("The repairman comes on Thursday. His name is Willem.", "Who is Willem?")
    assert "The repairman comes on Thursday" in reply


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("I run a small bakery in Ghent.", " running a small bakery in Ghent"),
        ("I drive a tram in Basel.", " driving a tram in Basel"),
    ],
)
def test_a_work_that_has_no_name_of_its_own_is_known(say, told, answer):
    assert answer in say(told, "What do I do for a living?")


def test_what_is_told_of_us_is_told_back_as_of_you(say):
    reply = say("I'm worried we can't pay the rent.", "What am I worried about?")
    assert "ou can't pay the rent" in reply


def test_a_repairman_is_no_company(say):
    assert "company" not in say("Hello", "The repairman comes on Thursday.")


@pytest.mark.parametrize(
    ("told", "asked", "quoted"),
    [
        (
            "My friend Sara called. She said the doctor found nothing.",
            "What did Sara say?",
            "doctor found nothing",
        ),
        (
            "I miss my dad. He'd always say “flour forgives nobody”.",
            "What did my dad always say?",
            "He'd always say",
        ),
        ("I live in Porto with Ines.", "What was the first thing I told you?", "I live in Porto"),
    ],
)
def test_what_somebody_said_is_quoted(say, told, asked, quoted):
    assert quoted in say(told, asked)


def test_what_somebody_else_said_is_not_taken_for_it(say):
    assert "tired" not in say("I saw Sara. My boss said he was tired.", "What did Sara say?")


def test_good_news_from_a_doctor_is_good_and_bad_is_not(say):
    assert "good" in say("Hello", "The doctor said my sugar is better.").lower()
    assert "relief" not in say("Hello", "The doctor said my sugar is not better.").lower()


def test_what_a_doctor_wants_is_an_appointment(say):
    told = "The doctor wants to see me on the 12th of November."
    assert "appointment with the doctor" in say(told, "What's coming up in November?")


def test_what_somebody_used_to_do_is_found_though_only_she_is_said(say):
    told = "I miss my wife Edith in the mornings. She used to bring me tea in bed."
    assert "tea in bed" in say(told, "What did Edith use to do?")


def test_it_is_there_when_called(say):
    assert "I'm here" in say("Hello", "Is anybody there?")


@pytest.mark.parametrize(
    ("told", "asked", "said"),
    [
        ("We haven't told Layla yet, it's a secret.", "Is it a secret?", "Yes"),
        ("I went to the party, but I didn't dance.", "Did I dance?", "No"),
        ("I live in Bristol with my husband Omar.", "Who lives with me?", "Your husband Omar"),
        ("Nora is moving in and I'm dreading it.", "How do I feel about Nora?", "dreading it"),
        ("I'm pregnant again, due in February!", "When is the baby due?", "February 2027"),
        ("My sister has a boyfriend.", "Does my sister have a boyfriend?", "Yes"),
    ],
)
def test_what_is_asked_is_answered_by_its_own_clause(say, told, asked, said):
    assert said in say(told, asked)


def test_she_is_nobody_who_is_named_only_after(say):
    told = ("My mother-in-law is Fatima.", "My daughter is Layla.", "Fatima moved in.")
    reply = say(*told, "She taught Layla to make samosas.", "What did Fatima teach Layla?")
    assert "samosas" in reply


def test_a_month_is_summed_up_and_no_wish_read_into_that(say):
    reply = say(
        "I moved to Lyon on Monday and it rained.", "Can you sum up what happened this month?"
    )
    assert "moved to Lyon" in reply and "short" not in reply


@pytest.mark.parametrize(
    ("told", "asked", "said"),
    [
        (("My knee hurts.",), "Is my knee ok?", "No"),
        (("My knee hurts.", "My knee is fine again."), "Does my knee hurt?", "No"),
        (("My knee hurts.", "My knee is fine again."), "Is my knee ok?", "Yes"),
        (
            ("I go swimming every Friday.", "I swam 40 lengths."),
            "How often do I swim?",
            "every friday",
        ),
        (
            ("I have three students on Mondays: Emil, Sophie and little Max.",),
            "Who are my students?",
            "max, sophie and emil",
        ),
    ],
)
def test_what_was_told_last_and_how_often(say, told, asked, said):
    assert said.lower() in say(*told, asked).lower()


def test_what_has_no_day_is_reminded_of_once(say, clock):
    assert "Is there a day for it?" in say("Remind me to order the telescope.")
    assert "telescope" in say("What do I have to do?")
    clock.advance(days=1)
    assert "telescope" in say("hi")
    clock.advance(days=1)
    assert "telescope" not in say("hi")


def test_what_was_planned_and_is_done_is_not_asked_about(say, clock):
    say("Remind me to ring the GP tomorrow.")
    clock.advance(days=1)
    say("Morning.", "I rang them.")
    clock.advance(days=7)
    assert "GP" not in say("Good evening")


def test_what_a_pet_feels_is_not_read_back_as_ones_own(say, mind):
    reply = say("We have a dog called Rex.", "hes 4 and scared of everything")
    assert "you're uneasy" not in reply and "you're feeling" not in reply
    assert "Rex is 4 years old." in {fact.text for fact in mind.facts()}


def test_one_who_is_called_so_is_not_asked_about(say):
    assert "know Priya" not in say("I'm called Priya")


def test_a_dog_that_barked_at_one_is_not_ones_own(say):
    assert "your dog" not in say("I was attacked by a huge dog while walking to work.")


def test_whom_something_is_not_told_is_no_name_to_be_called_by(say, mind):
    say("Call me Baz", "not told Craig")
    assert "call_me" not in {f.relation for f in mind.facts() if f.object == "Craig"}


def test_one_who_says_a_name_is_asked_no_story(say):
    assert "?" not in say("Call me Baz")


def test_what_has_no_day_and_is_done_is_over(say, clock):
    say("Remind me to call the insurance.")
    reply = say("I called the insurance, it took an hour.")
    assert "will stick" not in reply  # nothing was given a name
    assert "insurance" not in say("What do I have to do?")
    clock.advance(days=1)
    assert "insurance" not in say("hi")


def test_a_trade_that_ends_in_ing_and_a_noun_has_an_article(say):
    assert "you're teaching assistant" not in say("I am a teaching assistant.")


def test_who_visits_somebody_every_evening_is_no_guest(say):
    assert "planned" not in say("My brother Wout visits her every evening.")


def test_a_pet_without_a_name_is_called_by_its_kind(say):
    say("I have a dog.")
    assert "your your" not in say("yeah")


def test_shouting_at_home_is_heard(say):
    reply = say("mum and dad shout at each other every night")
    assert "hard to listen to" in reply or "near shouting" in reply


def test_a_secret_asked_for_is_told_where_it_is_kept(say):
    assert "your own machine" in say("i hide my sweets", "dont tell anyone ok?")


def test_homework_is_not_looked_up_in_memory(say):
    assert "think along" in say("can you do my homework")


def test_whose_operation_it_is_was_told_before(say):
    say("My dad is in hospital with his heart.", "I'm so worried.")
    assert "your father has an operation" in say("The operation is on Friday.")


def test_ones_own_operation_is_ones_own(say):
    say("I hurt my knee when Mia's dog ran into me.")
    assert "you have surgery" in say("The surgery is on Friday.")


def test_a_dog_that_is_ill_is_not_the_cat(say):
    say("My cat Fips is really ill.")
    assert "Fips" not in say("my dog is sick")


def test_a_pet_is_said_by_its_kind_and_name(say):
    say("I have a cat called Luna.")
    assert "cat Luna" in say("Luna's surgery is on Friday.")


def test_next_week_is_no_next_step(say):
    say("Can you help me plan the trip to Oslo?")
    assert "step" not in say("I see Kayla next week")
    assert "2 March" in say("When do I see Kayla next?")
    assert "fix the days" in say("what's next?")


def test_what_is_held_of_somebody_is_said_once(say):
    say("Karl lives in Porto.")
    assert say("What do you know about Karl?").count("Porto") == 1


def test_no_plan_is_asked_about_amid_bad_news(say, clock):
    say("I have an audition tomorrow.")
    clock.advance(days=2)
    say("My dad is in hospital with his heart.")
    assert "audition" not in say("he has three blocked arteries")


def test_who_says_their_name_is_called_that_the_day_after(say, clock):
    say("Hi, I am Zoe")
    clock.advance(days=1)
    assert "Zoe" in say("hello")


def test_what_somebody_without_ties_is_like_is_told_by_a_pronoun(say):
    say("I've started piano lessons with an old man called Mr Pringle.")
    say("He smells of peppermints and he never smiles.")
    assert "eppermints" in say("What does Mr Pringle smell of?")
    assert say("Does Mr Pringle smile a lot?").startswith("No.")


def test_who_cried_is_whom_the_sentence_before_was_about(say):
    assert "you cried" not in say("she came back. cried the whole way home in the car")


def test_so_did_i_asks_nothing(say):
    reply = say("She cried when she saw her nan, though. So did I, in the car park.")
    assert "remember" not in reply


def test_an_exam_is_moved_and_put_right_in_haste(say):
    say("got my am2 exam on the 20th. bricking it")
    say("exams moved to the 18th now cos the centre is closed")
    assert "18 March" in say("when is it again?")
    say("no wait its the 19th i read it wrong")
    assert "19 March" in say("so when do i sit it?")


def test_a_game_is_told_of_and_asked_about(say, clock):
    say("we got a match on sunday against the brewers, theyre top")
    say("im in goal this time cos kareem broke his wrist")
    assert "goal" in say("what position do i play").lower()
    clock.advance(days=7)
    say("WE WON 3-2!!!")
    assert "3-2" in say("what was the score")
    assert "brewers" in say("who did we play")
    clock.advance(days=1)
    assert "how did it go" not in say("hi")


def test_what_would_be_paid_is_the_money(say):
    say("its the practical one, if i fail i gotta resit and its like 900 quid")
    assert "900 quid" in say("how much would a resit cost?")


def test_who_does_not_let_anyone_in_has_won_nothing(say):
    assert "news" not in say("Jens says she won't let anyone see her")


def test_a_missing_cat_worries_and_its_return_relieves(say):
    say("I have two cats, Schnitzel and Mo.")
    assert "Schnitzel" in say("Schnitzel is missing since I came back")
    assert any(word in say("He's back!!") for word in ("relief", "goodness"))


def test_a_test_that_was_disturbed_is_no_plan(say):
    assert "have a test" not in say("somebody set off the fire alarm during my test today")
