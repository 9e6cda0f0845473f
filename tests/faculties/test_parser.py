from importlib import resources

import numpy as np
import pytest

from cognition.errors import EncoderError
from cognition.faculties import parser
from cognition.faculties.parser import NONE, labels, sentences
from cognition.faculties.plain import plain_wordings, plainly, said
from cognition.values import Parse


def meant(encoder, text):
    [trace] = encoder.encode_words([text])[1]
    return [said(one) for one in trace.parses]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("There is a city called Porto in Portugal.", "Porto is in Portugal."),
        ("A further 5 books were issued to Karl.", "Karl bought 5 more books."),
        ("Vera let Hugo have the lamp, wasn't that nice?", "Vera gave the lamp to Hugo."),
        ("Nora's brother, Otto, baked a cake yesterday.", "Otto is Nora's brother."),
        ("Leo got rid of Tom's lamp.", "Leo dropped Tom's lamp."),
        ("Off to the school went Tom.", "Tom went to the school."),
        ("Between Emil and Karl, dear, which one is richer?", "Who is richer, Emil or Karl?"),
        ("Wait how old was Nora on 11 May 1994?", "How old was Nora on 11 May 1994?"),
        ("My neighbour lost 2 of her hens.", "My neighbour lost 2 hens."),
        ("My son Per gave his keys to my sister.", "My son Per gave his keys to my sister."),
    ],
)
def test_what_is_said_in_other_words_is_parsed(encoder, text, plain):
    assert meant(encoder, text) == [plain]


@pytest.mark.parametrize(
    "text",
    [
        "If Mia went to the kitchen, Tom would be glad.",
        "Karl wants 5 more books.",
        "Maybe Rosa is in the garden.",
        "Tom nearly dropped the milk.",
        "Vera won't give Hugo the lamp.",
        "I had a lovely day at the lake with my friends.",
        "What did Mia say about her new job?",
        "How was the concert?",
    ],
)
def test_what_only_resembles_a_meaning_is_not_parsed(encoder, text):
    assert meant(encoder, text) == []


def test_each_sentence_of_a_text_is_parsed_for_itself(encoder):
    text = "Hello there! There is a city called Porto in Portugal. What a day."
    [trace] = encoder.encode_words([text])[1]
    assert plainly(text, trace.parses) == "Hello there! Porto is in Portugal. What a day."
    assert [text[one.start : one.end] for one in trace.parses] == [
        "There is a city called Porto in Portugal."
    ]


def test_two_tellings_in_one_text_are_both_parsed(encoder):
    text = (
        "The concert ended up being two weeks before the wedding. The wedding was on 12 June 2021."
    )
    [trace] = encoder.encode_words([text])[1]
    assert plainly(text, trace.parses) == (
        "The concert was two weeks before the wedding. The wedding was on 12 June 2021."
    )


def test_what_is_asked_only_to_be_answered_is_not_told():
    text = "What age is Emil? He's 25, you know."
    parse = Parse("told.aged", (("who", "Emil"), ("n", "25")), 1.0, 18, len(text))
    assert plainly(text, [parse]) == "Emil is 25 years old."


def test_nothing_is_plainly_told_by_a_question(encoder):
    [trace] = encoder.encode_words(["Can you tell me Tom's age?"])[1]
    assert [one.meaning for one in trace.parses] == ["asked.age"]
    assert plainly("Can you tell me Tom's age?", trace.parses) == ""


def test_sentences_end_where_people_end_them():
    text = "Mr. Lee rang. Did he? Yes!\nGood"
    assert [text[start:end] for start, end in sentences(text)] == [
        "Mr. Lee rang.",
        "Did he?",
        "Yes!",
        "Good",
    ]


def test_every_meaning_has_plain_words_for_each_way_of_filling_it():
    meanings, slots = labels()
    assert set(meanings) - {NONE} == set(plain_wordings())
    wanted = {slot for forms in plain_wordings().values() for _, of in forms for slot in of}
    assert wanted == set(slots)


def test_each_slot_is_given_once_though_words_are_tagged_alike(monkeypatch):
    monkeypatch.setattr(parser, "SURE", 0.3)
    meanings, slots = labels()
    offsets = [(0, 3), (4, 8), (9, 12), (13, 17)]
    votes = np.zeros((4, len(meanings)), np.float32)
    votes[:, meanings.index("told.lives_with")] = 9.0
    tags = np.zeros((4, 1 + 2 * len(slots)), np.float32)
    tags[1, 0] = tags[2, 0] = 1.0
    who, whom = 2 * slots.index("who") + 1, 2 * slots.index("whom") + 1
    tags[0, who], tags[0, whom] = 0.9, 0.1
    tags[3, who], tags[3, whom] = 0.6, 0.4
    [found] = parser.parses("Mia with and Rosa", offsets, tags, votes)
    assert dict(found.slots) == {"who": "Mia", "whom": "Rosa"}
    assert found.sure == pytest.approx(0.4, abs=0.01)


def test_a_slot_keeps_whose_it_is():
    parse = Parse("told.get", (("who", "Mia"), ("thing", "Tom's keys")))
    assert said(parse) == "Mia picked up Tom's keys."


def test_the_weights_are_those_the_card_describes():
    card = (resources.files("cognition") / "weights" / "MODEL_CARD.md").read_text("utf-8")
    assert parser.SHA256 in card


def test_changed_weights_are_refused(monkeypatch):
    monkeypatch.setattr(parser, "SHA256", "0" * 64)
    parser._file.cache_clear()
    parser.network.cache_clear()
    try:
        with pytest.raises(EncoderError, match="reinstall"):
            parser.network()
    finally:
        parser._file.cache_clear()
        parser.network.cache_clear()
