"""How likely two sentences contradict each other, on everyday ones."""

import pytest

from cognition.organs.neocortex.contradiction import LIKELY, contradicts


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Nora Falk plays the cello.", "Nora Falk plays the viola."),
        ("Nora Falk lives in Rauma.", "Nora Falk lives in Turku."),
        ("Nora Falk is a doctor.", "Nora Falk is a carpenter."),
        ("Nora Falk keeps two goats.", "Nora Falk does not keep goats."),
        ("Nora Falk works at the library.", "Nora Falk works at the harbour office now."),
        ("Mia is not allergic to anything.", "Mia is allergic to nuts."),
        ("Mia loves cilantro.", "Mia hates cilantro."),
        ("Tom went to Rome in 2019.", "Tom never went to Rome."),
        ("The wedding of Mia and Tom is in May.", "The wedding of Mia and Tom is in June."),
        (
            "Pia Moss painted the sign of Nora Falk's bakery.",
            "Ivo Brandt painted the sign of Nora Falk's bakery.",
        ),
        (
            "Nora Falk wrote several essays on the seals of the archipelago.",
            "Nora Falk wrote several essays on the lichen of the archipelago.",
        ),
        (
            "Pia Moss translated a fishing cookbook with drawings by Nora Falk.",
            "Nora Falk translated a fishing cookbook with drawings by Pia Moss.",
        ),
        # what only might be so is read too
        (
            "Nora Falk might have studied carpentry at a school in Lund.",
            "Nora Falk studied carpentry at a school in Turku.",
        ),
    ],
)
def test_what_speaks_of_one_thing_otherwise_is_noticed(old, new):
    assert contradicts(new, old) >= LIKELY


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Nora Falk keeps two goats.", "Nora Falk bakes rye bread."),
        ("Nora Falk likes goats.", "Nora Falk likes rye bread."),
        ("Nora Falk has a dog.", "Nora Falk has a brother."),
        ("Nora Falk is a carpenter.", "Nora Falk is an avid climber."),
        ("Nora Falk is a member of the choir.", "Nora Falk is the sister of a baker."),
        ("Nora Falk adopted a cat.", "Nora Falk adopted a dog."),
        ("Nora Falk visited Gotland.", "Nora Falk visited Bornholm."),
        ("Nora Falk met Pia Moss in Rauma.", "Nora Falk met Ivo Brandt in Oslo on Monday."),
        ("Pia Moss invited Nora Falk to the launch.", "Nora Falk invited Ivo Brandt to a sauna."),
        ("Nora Falk won the Baltic Craft Prize.", "Nora Falk won a raffle in Turku."),
        ("Tom lives in Berlin.", "Tom sent me a postcard from Rome."),
        # said in addition, said again, said of another
        ("Nora Falk plays the cello.", "Nora Falk also plays the viola."),
        ("Nora Falk plays the cello.", "Nora Falk plays the cello."),
        ("Nora Falk keeps two goats.", "Ivo Brandt keeps two goats."),
    ],
)
def test_what_can_both_be_so_is_not(old, new):
    assert contradicts(new, old) < LIKELY


def test_of_a_long_sentence_the_clause_about_the_same_people_counts():
    old = "Pia Moss is a botanist known for her books on ferns."
    of_her = "Pia Moss is a nurse, while Nora Falk is a botanist known for her books on ferns."
    of_another = (
        "Ivo Brandt is a nurse, while Nora Falk is a botanist known for her books on ferns."
    )
    assert contradicts(of_her, old) >= LIKELY
    assert contradicts(of_another, old) == 0.0


def test_likelihoods_stay_in_range_and_a_denial_is_surer_than_a_change():
    old = "Nora Falk sang in the harbour choir of Rauma."
    changed = contradicts("Nora Falk sang in the church choir of Turku.", old)
    denied = contradicts("Nora Falk never sang in the harbour choir of Rauma.", old)
    assert 0.0 <= changed < denied <= 1.0
