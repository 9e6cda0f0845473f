"""The words an appraisal listens to besides the embedding, which is blind to case and emoji."""

from __future__ import annotations

import re

from cognition.regex import regex

LONGEST = 4_000  # characters; of a longer text the beginning and the end are read

# what common emoji say in words that the training texts use; the emoji itself is kept as well
_EMOJI_WORDS = {
    "love": "❤🧡💛💚💙💜🖤🤍🤎💕💖💗💘💝💞💓😍🥰😘♥🫶😻",
    "happy": "😀😃😄😁😊☺🙂😌😇🤗😸😺",
    "lol": "😂🤣😆😹😅",
    "sad": "😢😥🙁☹😞😔😟🥺😿🥲",
    "crying": "😭",
    "heartbroken": "💔",
    "angry": "😠😡🤬👿💢😤",
    "scared": "😨😱😰🫣🙀",
    "nervous": "😬😓🫨",
    "disgusting": "🤢🤮",
    "wow": "😲😮😯🤯😳",
    "excited": "🎉🎊🥳🏆🥇🍾🎂",
    "thanks": "🙏",
    "awesome": "👍🙌💪🔥🤩✨💯👏😎⭐🌟",
    "annoying": "🙄😒👎😑",
    "confused": "😕🤔🤷🧐",
    "tired": "😩😫😪😴🥱",
    "sick": "🤒🤕🤧😷",
}
_SPOKEN = {ord(mark): word for word, marks in _EMOJI_WORDS.items() for mark in marks}
_EMOJI = "\u203c\u2049\u231a-\u23ff\u25aa-\u27bf\u2b05-\u2b55\U0001f000-\U0001faff"
_TOKEN = regex(
    r"[:;=8x][-']?[)(\]\[dpo/\\3]+(?!\w)|<3+|</3|\.{2,}|[!?]+|[^\W_]+(?:'[^\W_]+)*|["
    + _EMOJI
    + "]",
    re.IGNORECASE,
)
_STRETCHED = regex(r"(\w)\1{2,}")
_SHOUTED = regex(r"\b[A-Z]{3,}\b")
_MARKUP = regex(r"https?://\S+|\[(?:name|religion)\]", re.IGNORECASE)
_FOLD = str.maketrans({"’": "'", "\ufe0f": None, "\u200d": None})


def features(text: str) -> list[str]:
    """Split a text into lower-case words, emoji, marks and pairs of neighbours, each once.

    Stretched letters are folded and noted ("sooo" gives "soo" and "~"); shouting gives "^".

    >>> features("Sooo HAPPY!!")
    ['soo', 'happy', '!!', '<_soo', 'soo_happy', 'happy_!!', '~', '^']
    """
    text = _MARKUP.sub(" ", _trimmed(text))
    plain = text.translate(_FOLD).lower()
    folded = _STRETCHED.sub(r"\1\1", plain)
    words = [_mark(word) for word in _TOKEN.findall(folded)]
    found = dict.fromkeys(words)
    found.update(dict.fromkeys(map("_".join, zip(["<", *words], words, strict=False))))
    if not text.isascii():
        found.update(dict.fromkeys(_SPOKEN[ord(word)] for word in words if _is_spoken(word)))
    if folded != plain:
        found["~"] = None
    if _SHOUTED.search(text):
        found["^"] = None
    return list(found)


def says_anything(text: str) -> bool:
    r"""Tell whether a text holds letters or digits, which is what the sentence encoder can read.

    >>> says_anything("ok 👍"), says_anything("😢!"), says_anything("\x00 \n")
    (True, False, False)
    """
    return any(map(str.isalnum, _trimmed(text)))


def _trimmed(text: str) -> str:
    half = LONGEST // 2
    return text if len(text) <= LONGEST else f"{text[:half]} {text[-half:]}"


def _mark(word: str) -> str:
    # runs of marks differ in length without differing in meaning
    return word[:2] if word[0] in ".!?" else word


def _is_spoken(word: str) -> bool:
    return len(word) == 1 and ord(word) in _SPOKEN
