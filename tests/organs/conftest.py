import pytest

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
