from __future__ import annotations

import pytest

from cognition.organs.thalamus.sentences import asking, sentences
from cognition.organs.thalamus.speech_act import speech_act


def act(text: str) -> str:
    said = sentences(text)
    return speech_act(said, [sentence for sentence in said if asking(sentence)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hi! My sister visits on Friday.", "statement"),
        ("I adopted a cat, Luna.", "statement"),
        ("What a day!", "statement"),
        ("Hello!", "greeting"),
        ("good morning Ada", "greeting"),
        ("good night, talk tomorrow", "farewell"),
        ("Bye, see you later!", "farewell"),
        ("ok", "backchannel"),
        ("haha", "backchannel"),
        ("mm-hm", "backchannel"),
        ("🙂", "backchannel"),
        ("Thank you so much!", "thanks"),
        ("Sorry about that", "apology"),
        ("Hey, what's my dog called?", "question"),
        ("do you remember my sister's name", "question"),
        ("Can you tell me when Luna was born?", "question"),
        ("Please call me Sam from now on.", "request"),
        ("Could you remind me to water the plants?", "request"),
        ("don't mention my ex again", "request"),
        ("That's great! How are you?", "question"),
        ("  \n ", "empty"),
    ],
)
def test_the_act_is_that_of_the_content(text, expected):
    assert act(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "do you remember my sister's name",
        "tell me when I moved to Lyon",
        "what's my dog called",
        "You remember me, right?",
        "you like tea, don't you",
        "how many siblings do I have",
        "so where did she go",
        "is it raining",
        "why not",
        "Mia is Tom's sister, isn't she?",
        "How good is that school?",
        "what about Luna",
    ],
)
def test_these_ask(text):
    assert asking(text)


@pytest.mark.parametrize(
    "text",
    [
        "How nice!",
        "Olga let him have her bike, wasn't that kind?",
        "What a day!",
        "how I wish I could fly",
        "When I was young, I lived in Lyon.",
        "What I like is tea.",
        "Have a nice day",
        "Do the dishes",
        "You're right.",
        "I know who you are.",
    ],
)
def test_these_do_not_ask(text):
    assert not asking(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dr. Smith came. We talked.", ("Dr. Smith came.", "We talked.")),
        ("Well... maybe", ("Well... maybe",)),
        ("One line\nanother line", ("One line", "another line")),
        ("Great 🎉! See you.", ("Great 🎉!", "See you.")),
        ("", ()),
    ],
)
def test_sentences(text, expected):
    assert sentences(text) == expected
