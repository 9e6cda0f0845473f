import pytest

from cognition.organs.prefrontal.reasoning.reader import Reader, Reading
from cognition.values import Recollection
from graphs.companion import companion, turn


@pytest.fixture
def say(mind, clock):
    """Say things, two minutes apart; gives the reply to the last."""
    app = companion()

    def said(*texts):
        replies = []
        for text in texts:
            clock.advance(minutes=2)
            replies.append(turn(app, mind.faculties, text)["utterance"].text)
        return replies[-1]

    return said


@pytest.fixture
def premises():
    """Read what Ada tells, each turn for itself; gives (relation, subject, object) of each."""

    def read(*told):
        reader = Reader()
        for one in told:
            reader.read(
                Reading(Recollection(text=one, speaker="Ada", role="person")), follows=False
            )
        return {(one.relation, one.subject, one.object) for one in reader.premises}

    return read
