"""What the companion says of itself when asked: its name, what it is, how it is, what it keeps."""

from __future__ import annotations

import re

from cognition.faculties import Persona
from cognition.regex import regex
from cognition.values import Answer, Mood, Move

_REALLY = r"(?:really |actually |even |ever |truly |just |also )*"
_HAVE = rf"\bdo you {_REALLY}have (?:any )?(?:\w+ )?"
_ABOUT = tuple(
    (about, regex(pattern, re.IGNORECASE))
    for about, pattern in (
        (
            "love",
            rf"\b(?:do|can|could|will|would) you {_REALLY}(?:love|like|miss|hate|care about"
            r"|care for|marry) me\b|\bare you in love\b",
        ),
        (
            "friend",
            r"\bare (?:we|you) (?:my |really |still )*friends?\b|\b(?:be|become) my (?:best )?"
            r"(?:friend|girlfriend|boyfriend)\b|\bbeing my \w+\b"
            r"|\b(?:like|enjoy) talking (?:to|with) me\b",
        ),
        (
            "feelings",
            rf"{_HAVE}(?:feelings|emotions|consciousness|moods?|a soul|a heart)\b"
            rf"|\b(?:do|can) you {_REALLY}feel (?:anything|things|pain|love|joy|sad|lonely"
            r"|emotions?|feelings)\b|\b(?:do|can) you feel\?",
        ),
        (
            "happy",
            rf"\bare you {_REALLY}(?:happy|sad|lonely|angry|unhappy|tired|scared|afraid)\b",
        ),
        (
            "bored",
            rf"\b(?:do|are) you {_REALLY}(?:get |ever )?(?:bored|tired|sleep)\b"
            r"|\bam i (?:boring|annoying|bothering|tiring|keeping) you\b",
        ),
        (
            "normal",
            r"\bis (?:that|this|it) (?:even |really |just |at all )?(?:normal|okay|ok|weird|strange"
            r"|wrong|crazy|silly|stupid|bad of me)\W*$"
            r"|\bam i (?:normal|weird|crazy|mad|going mad|overreacting)\b",
        ),
        (
            "point",
            r"\bwhat(?:'s|s| is) the point of (?:telling|talking|writing|saying"
            r"|this|all this|you)\b"
            r"|\bwhy (?:should|would|do) i (?:tell|talk to|write to) you\b",
        ),
        (
            "hope",
            r"\bdo you think (?:i(?:'ll| will)|it(?:'ll| will)|things will|we(?:'ll| will)"
            r"|everything will) (?:ever )?(?:be|get|turn out|work out)\b",
        ),
        (
            "days",
            r"\bwhat do you do (?:all (?:day|night)|when (?:i'm|i am|we're|nobody|no one)"
            r"|between|in between|in your (?:free|spare) time|at night|the whole day|for fun)\b",
        ),
        (
            "nature",
            r"\bare you (?:really |actually |even )?(?:an? )?(?:human|real|person|ai|a\.i\.|bot"
            r"|robot|machine|computer|program"
            r"|chatbot|alive|conscious|sentient)\b|\bwhat are you\b|\bam i (?:talking"
            r"|speaking) to (?:an? )?(?:human|person|bot|ai"
            r"|machine|computer|robot)",
        ),
        (
            "who",
            r"^\W*(?:(?:hey|hi|hello|ok|so)\W+)*what(?:'s| is) this(?: \w+)?\W*$"
            r"|\bwho are you\b|\b(?:tell me|what) about (?:you|yourself)\W*$",
        ),
        (
            "name",
            r"\b(?:what(?:'s| is)|whats|tell me) your name\b|\bwhat (?:should|can"
            r"|do) i call you\b|\bdo you have a name\b",
        ),
        (
            "mood",
            r"\bhow (?:are|have) (?:you|u)(?: been| doing| feeling| today)*\b(?! going| so)"
            r"|\bhow(?:'s| is) it going\b|\bhow do you feel\b"
            r"|\bhow(?:'s| is| was) your (?:day|week)\b"
            r"|\bwhat(?:'s|s| is) (?:up|good|cracking|popping)\b"
            r"|\byou (?:ok|okay"
            r"|alright)\?|^\W*(?:and |what about |how about )?you\?",
        ),
        (
            "everything",
            r"\b(?:do|can|will) you (?:\w+ )?(?:remember|forget) (?:everything|it all|all of it"
            r"|things|me|this|that|what i (?:say|tell you))\W*$|\bhow (?:good|long) is your memory"
            r"|\b(?:are you (?:going to|gonna)|will you|would you) (?:ever )?forget"
            r" (?:about )?(?:me|us)\b"
            r"|\bhow (?:much|long) (?:can|do) you remember\b",
        ),
        (
            "memory",
            r"\bwhere (?:do you|is|are) .{0,20}(?:stored?|kept|keep)\b"
            r"|\bwho (?:else )?(?:can )?(?:sees?|reads?) (?:this|that|it|what)\b"
            r"|\bis (?:this|that|it) (?:private|off the record)\b"
            r"|\bdo you (?:share|sell|send|tell any)"
            r"|\b(?:can|will) you keep a secret\b"
            r"|\A\W*(?:but |please |and )*(?:don['’]?t|do not|never) tell"
            r" (?:any(?:one|body)|him|her|them|my \w+|mum|mom|dad)\b",
        ),
        (
            "interests",
            r"\bwhat (?:do|are) you (?:like|enjoy|love|interested|into|care)\b"
            r"|\byour (?:hobb|interests)",
        ),
        (
            "skills",
            r"\bwhat (?:else )?can you do\b|\bwhat do you do\W*$|\bhow can you help\b"
            r"|\bwhat are you (?:good |here )?for\b|\bwhat(?:'s| is) your purpose\b",
        ),
        (
            "work",
            r"\bhow (?:do|does) (?:you|this|it) work\b|\bhow do you (?:think\W*$|know (?:that|this"
            r"|things|so much)\b|remember\b|do (?:that|this|it)\b)"
            r"|\b(?:are you|you're|is this)(?: \w+)?"
            r" (?:chat ?gpt|an? llm|a language model|siri|alexa|gemini|claude|replika)\b",
        ),
        ("origin", r"\bwho (?:made|built|created|wrote|programmed) you\b|\bwhere are you from\b"),
        ("age", r"\bhow old are you\b|\bwhen (?:were you|is your) (?:born|birthday|made)\b"),
        ("place", r"\bwhere (?:do you live|are you)\b"),
        (
            "understanding",
            rf"\b(?:do|can) you {_REALLY}(?:understand|get) (?:that|this|me|it|what i mean|how i "
            r"feel)\b|\bare you (?:even |really )?listening\b",
        ),
        (
            "opinion",
            r"\bwhat do you think\b|\bdo you think \w+"
            r"|\bwhat(?:'s| is) your (?:opinion|view|take)\b",
        ),
        (
            "worth",
            r"\bam i (?:a |an |such a )?(?:bad|terrible|horrible|awful|worthless|stupid|ugly)\b",
        ),
        (
            "taste",
            rf"\byour favou?rite\b|\bdo you {_REALLY}(?:like|enjoy|love|prefer|eat|drink|watch"
            r"|read|play|cook|sing|dance|travel|listen to)\b",
        ),
        (
            "company",
            rf"{_HAVE}(?:friends|family|a family|parents|kids|pets"
            r"|an? (?:mother|mum|mom|father|dad|sister|brother|husband|wife|partner|boyfriend"
            r"|girlfriend|child|pet|dog|cat))\b",
        ),
        (
            "reminders",
            r"\b(?:can|could|will|would) you (?:please )?(?:(?:remind|wake|text|ring) me\b"
            r"(?! (?:again )?(?:what|when|who|whose|where|which|how|if|why|of)\b)"
            r"|call me(?= (?:at|on|later|tomorrow|tonight|when|back|in|every|if|up)\b|\W*$))",
        ),
        ("news", r"\bwhat(?:'s| is) new with you\b|\bwhat(?:'s| have| did) you (?:been|do)\b"),
        ("tale", r"\btell me (?:something|a story|anything)\b"),
        (
            "there",
            r"\bis (?:there )?(?:any|some)(?:body|one) (?:out )?(?:there|here|listening)\b"
            r"|\bare you (?:still )?(?:there|here|listening|with me)\b(?! (?:for|to|because)\b)",
        ),
        (
            "here",
            r"\bcan i (?:just |really )?(?:do|write|say|tell|talk|put|vent)\b.{0,30}"
            r"\b(?:here|you)\b",
        ),
        (
            "offer",
            r"\bdo you (?:want to|wanna|care to) (?:hear|know|see)\b"
            r"|\b(?:can|may|shall|should) i (?:just )?tell you\b|\bwant to hear (?:about )?it\b",
        ),
        (
            "change",
            r"\b(?:can|could|shall|may) we (?:please |just )?(?:talk (?:about|of) (?:something"
            r"|anything) else|change the (?:subject|topic)|not talk about)\b",
        ),
        (
            "unlearning",
            r"^\W*(?:please )?(?:(?:can|could) you )?(?:please )?forget (?:that|what|about|the|my)"
            r" (?!it\b)\w+"
            r"|\bunremember\b",
        ),
        ("pray", r"\b(?:will|can|could|would) you (?:please )?pray\b|\bpray for (?:me|us)\W*$"),
        ("faith", r"\b(?:do you believe|have you faith) in\b|\bare you religious\b"),
        ("joke", r"\b(?:tell|know|got) (?:me )?(?:an?|any|another) (?:\w+ )?jokes?\b"),
    )
)
_SAYS = {
    "love": "Love isn't something I have. What I can do is listen, and remember what matters to"
    " you.",
    "friend": "I'd like to be good company. I'm a program, though: keep the friends who can sit"
    " beside you, too.",
    "feelings": "I keep something like a mood, a few numbers that follow our talk, but nobody"
    " feels them.",
    "bored": "No. Between our talks nothing goes on in me, so there's no time to drag.",
    "point": "That it's kept, with its day, where only you look. I can find it again, and I ask"
    " after what lay ahead. Whether that is worth it, you'll know best.",
    "hope": "I can't look ahead. What I can do is remember what you have come through so far.",
    "pray": "I can't pray: I'm a program. I can hold it in memory with you.",
    "faith": "I hold no beliefs: I'm a program. What it means to you I'd gladly hear.",
    "normal": "I can't say what is usual: I know you, not the many. It's worth telling somebody who"
    " knows about it, a doctor or someone who has been there, and it's right to ask.",
    "days": "Nothing at all: between our talks nothing goes on in me. What I have is what you tell"
    " me.",
    "everything": "I keep what you tell me, with its date, though I don't always find the right"
    " piece. You can look at it, correct it or have me forget it.",
    "memory": "I keep what you tell me in a memory on your own machine; you can look at it,"
    " correct it and have me forget it. Say that something is off the record, and I keep nothing.",
    "skills": "I listen, remember what you tell me, answer questions about it, and ask after what"
    " you had planned. Of the world beyond that I know little.",
    "work": "What you tell me becomes a dated memory, and I note the plain facts in it. When you"
    " speak, I look for what bears on it and choose what to say.",
    "origin": "People wrote me, as they write any program. I began for you when we first talked.",
    "age": "I have no age to speak of: for you I began when we first talked.",
    "place": "Nowhere but here: I run on your own machine.",
    "understanding": "I can't know how it feels. But I follow what you tell me, and I take it"
    " seriously.",
    "opinion": "I have no opinion to lean on. But I can think along: what is your own first"
    " feeling?",
    "worth": "I can't judge that, and I wouldn't take one hard moment as the proof. What makes you"
    " ask?",
    "taste": "I have no tastes of my own: no ears, no tongue, no favourites. I do like hearing of"
    " yours, as far as a program can.",
    "company": "No, there's only me and this memory. You have people; I have what they mean to"
    " you.",
    "reminders": "I can't ring or write: I only speak when you open a talk. What you've planned I"
    " do bring up then.",
    "news": "Nothing, honestly: between our talks nothing goes on in me. What's new with you?",
    "tale": "I know little of the world. What I know well is what you've told me: ask me about"
    " that.",
    "there": "Yes, I'm here, and listening.",
    "here": "Yes. Write whatever you like here: I keep it, and it stays on your own machine.",
    "offer": "Yes, please. I'd like to hear it.",
    "change": "Of course. What would you like to talk about?",
    "unlearning": "I can't unlearn a thing by being told to. To erase it for good, there is"
    " `/forget last` right after it was said, and `kindred memory forget` for anything older.",
    "joke": "Jokes aren't my strength, I'm afraid. Listening and remembering are.",
}
_AGREE = regex(
    r"^\W*(?:(?:and|but|oh|aw+)\W+)*(?:is|was|are)n't (?:that|this|it|he|she|they) "
    r"(?:just |so |really |a bit |rather )*(?P<how>[a-z]+)\W*$",
    re.IGNORECASE,
)
_OF_KEEPING = ("everything", "memory", "here")
_NOT_KEPT = (
    "We are off the record: I have this in mind while we talk, and write nothing of it down, until"
    " you say that I may remember again."
)
_NATURE = "What I have is memory of what you tell me, and I attend to how you feel."


def of_itself(
    text: str, persona: Persona, mood: Mood, disclosed: bool = False, off_record: bool = False
) -> Move | None:
    """Answer a question that is put to the companion about itself; None if it is not one.

    `disclosed` says that care's notice tells in this same turn that it is a program, `off_record`
    that nothing of this turn is kept.

    >>> of_itself("What's your name?", Persona(), Mood()).answer.text
    "I'm Kindred."
    """
    text = text.replace("’", "'")
    if agreed := _AGREE.match(text):
        said = Answer(f"It does sound {agreed['how'].lower()}.", 1.0, True)
        return Move(act="disclose", about="agreement", value=0.85, answer=said)
    for about, pattern in _ABOUT:
        if pattern.search(text):
            kept = off_record and about in _OF_KEEPING
            said = Answer(_NOT_KEPT if kept else _says(about, persona, mood, disclosed), 1.0, True)
            return Move(act="disclose", about=about, value=0.85, answer=said)
    return None


def _says(about: str, persona: Persona, mood: Mood, disclosed: bool) -> str:
    kind = "I'm a computer program, not a person"
    if about == "name":
        return f"I'm {persona.name}."
    if about == "nature":
        return _NATURE if disclosed else f"{kind}. {_NATURE}"
    if about == "mood":
        return _feels(mood)
    if about == "happy":
        now = "bright" if mood.valence >= 0.35 else "low" if mood.valence <= -0.25 else "calm"
        return f"Not the way you would be. What I have of a mood, a few numbers, is {now} just now."
    if about == "interests" and persona.interests:
        return f"I care about {', '.join(persona.interests)}."
    if about in _SAYS:
        return _SAYS[about]
    mine = f"I'm {persona.name}, {persona.description.rstrip('.')}"
    return f"{mine}. I listen, and I remember." if disclosed else f"{mine}. {kind}."


def _feels(mood: Mood) -> str:
    if mood.valence >= 0.35:
        return "I'm in a bright mood, as far as a program has moods."
    if mood.valence <= -0.25:
        return "I'm a little subdued, as far as a program has moods."
    return "I'm well and calm, as far as a program has moods."
