"""Rules for what people like, cannot stand, do for pleasure and hope for."""

from __future__ import annotations

import re

from cognition.organs.neocortex import likings, phrases
from cognition.organs.neocortex.claims import own
from cognition.organs.neocortex.lexicon import HOBBY_VERBS, INSTRUMENTS, LANGUAGES, SPORTS
from cognition.organs.neocortex.rules import ALIVE, Rule, rule
from cognition.regex import regex

_GOALS = (
    r"(?:run (?:a|the|my)|write (?:a|my)|learn|become|start (?:a|my|our|an)|open (?:a|my|an|our)"
    r"|build (?:a|my|our)|travel|visit"
    r"|lose \w+|get (?:married|a degree|my|into|fit|better at|a job|a dog|a cat|in shape|promoted"
    r"|back into|a tattoo|certified)|quit (?:smoking|drinking|my job)|finish (?:my|a|writing)"
    r"|climb"
    r"|publish|move (?:to|back)|study|master|buy (?:a|my|our)|adopt|have (?:a |my own |kids"
    r"|children|two|three)|be (?:an?) |save (?:up )?for|retire|go (?:to|back to) (?:college"
    r"|university|med|law|grad|school|[A-Z])|see (?:the northern|the world|[A-Z])"
    r"|create (?:a|my|an)|play (?:in|for|professionally)|compete|win (?:a|the)|make (?:a (?:film"
    r"|movie|documentary|living|career)|my own)|pursue|hike the|teach|volunteer|design|launch"
    r"|own (?:a|my))"
)


def _goal(text: str) -> list[str]:
    phrase = re.sub(
        r"\s+(?:some ?day|one day|eventually|soon|at some point|again|too|as well|so (?:bad|much)"
        r"|really)\b.*",
        "",
        phrases.cut_loose(text),
    )
    if not re.match(_GOALS, phrase, re.IGNORECASE) or len(phrase.split()) > 12:
        return []
    return (
        []
        if re.search(r"\b(?:you|your|it|that|this|them|these|those|there)\b", phrase)
        else [own(phrase)]
    )


def _instrument(text: str) -> list[str]:
    low = re.sub(
        r"^(?:the |some |a bit of |a little |lead |bass |acoustic |electric |classical )*",
        "",
        phrases.cut(text).lower(),
    )
    return [f"playing {word}" for part in re.split(r"\s*,\s*(?:and )?|\s+and\s+", low)
            for word in [re.sub(r"^the ", "", part)] if word in INSTRUMENTS or word in SPORTS
            or word in ("video games", "board games", "card games", "computer games",
                "dungeons and dragons", "table tennis", "ultimate frisbee", "field hockey",
                "the drums", "ice hockey")]  # fmt: skip


_NOW = frozenset({"present"})


def _hobby_verb(verb: str, gerund: str) -> Rule:
    marker = (
        r"(?:a lot|most|every|on weekends|in my (?:free|spare)|for fun|regularly|as a hobby|daily"
        r"|twice|three times|at the weekend|when I can|at night|to relax|in the evenings?|once|\d)"
    )
    return rule(verb, "hobby", rf"(?P<o>(?:[\w ]{{2,25}} )?{marker}.*|competitively.*)?(?:\Z|"
        rf"(?<=.))",
                 lambda text: [gerund] if text else [], "{S} [like|likes] {o}", _NOW)  # fmt: skip


def _collection(text: str) -> list[str]:
    return [f"collecting {one}" for one in likings.things(text) if one.endswith("s")]


_BEGUN = frozenset({"past", "perfect"})


def _begun(text: str) -> list[str]:
    if text.startswith("playing "):
        return _instrument(re.split(r" (?:about|around|when|since|in|last|at)\b", text[8:])[0])
    return [text] if text in HOBBY_VERBS.values() else []


def _many(text: str) -> list[str]:
    countable = re.search(
        r"(?:dog|cat|animal|book|movie|film|horse|bird|comic|game|car|plant"
        r"|sport)\Z",
        text,
    )
    return [text + "s"] if countable else likings.things(text)


def _skill(text: str) -> list[str]:
    """Read a skill being learnt ("to play the piano"), unless it is a language."""
    phrase = phrases.cut(re.sub(r"^(?:how )?to ", "to ", text))
    if not phrase.startswith("to ") or phrase.split()[-1].lower() in LANGUAGES:
        return []
    return [f"learning {phrase}"] if 1 < len(phrase.split()) <= 6 and re.match(
        r"to (?:play|cook|bake|knit|surf|ski|sew|drive|code|dance|paint|draw|swim|sail|ride|sing"
        r"|crochet|juggle|skate|program|fly|dive|climb)\b", phrase) and not re.search(
        r"\b(?:it|that|this|you)\b", phrase) else []  # fmt: skip


_PRESENT = frozenset({"present", "perfect"})
TASTES = (
    rule("like enjoy", "likes", r"(?P<o>.+)", likings.things, "{S} [like|likes] {o}", _PRESENT),
    rule("love adore", "likes", r"(?P<o>.+)", likings.things, "{S} [love|loves] {o}", _PRESENT),
    rule("prefer", "likes", r"(?P<o>.+?)(?: (?:to|over|than|rather) .*)?\Z", likings.things,
        "{S} [prefer|prefers] {o}", _PRESENT),
    rule("hate dislike detest despise", "dislikes", r"(?P<o>.+)", likings.things,
        "{S} [dislike|dislikes] {o}", _PRESENT, deniable=False),
    rule("be", "likes", r"(?:a |an? (?:big|huge|massive|great|avid|die-hard|lifelong) )fan of "
        r"(?:the )?(?P<o>.+)", likings.things, "{S} [like|likes] {o}"),
    rule("be", "likes", r"(?:a )?(?:(?:really |very |so |super |big |huge |massive |pretty )*)"
        r"(?:into|fond of|obsessed with|passionate about|keen on|crazy about|addicted to|partial "
        r"to) (?P<o>.+)", likings.things, "{S} [like|likes] {o}"),
    rule("be", "likes", r"an? (?:big|huge|massive|total|real|avid|true) (?P<o>\w+(?: \w+)?) "
        r"(?:fan|lover|person|enthusiast|buff|addict)\b", _many, "{S} [like|likes] {o}"),
    rule("be", "likes", r"an? (?P<o>dog|cat|animal|coffee|tea|nature|book|music|movie|film|art"
        r"|history|horse|bird|food|wine) (?:fan|lover|person|enthusiast|buff|addict)\b", _many,
        "{S} [like|likes] {o}"),
    rule("be", "hobby", r"an? (?:avid|keen|passionate|enthusiastic|amateur|hobby) (?P<o>\w+(?: "
        r"\w+)?)\Z", phrases.noun, "{S} [are|is] a keen {o}"),
    rule("play", "hobby", r"(?P<o>.+)", _instrument, "{S} [like|likes] {o}", frozenset({"present",
        "perfect", "progressive"})),
    rule("start begin", "hobby", r"(?P<o>playing .+)", _begun, "{S} [like|likes] {o}", _BEGUN),
    rule("start begin", "hobby", r"(?P<o>\w+ing)(?: (?:about|around))? .*\b(?:ago|last|when"
        r"|since)\b.*",
        _begun, "{S} [like|likes] {o}", _BEGUN),
    rule("do practice practise", "hobby", r"(?:some |a lot of )?(?P<o>yoga|pilates|karate|judo"
        r"|ballet|crossfit|pottery|ceramics|photography|calligraphy|martial arts|kickboxing"
        r"|gymnastics|taekwondo|tai chi|archery|parkour|meditation|improv|boxing|jiu jitsu"
        r"|woodworking|origami|stand-up comedy|fencing|wrestling)\b", phrases.noun,
        "{S} [do|does] {o}"),
    rule("collect", "hobby", r"(?P<o>.+)", _collection,
        "{S} [like|likes] {o}"),
    rule("go", "hobby", r"(?P<o>(?:\w+ ?){0,1}(?:hiking|running|swimming|camping|fishing|skiing"
        r"|surfing|cycling|climbing|rock climbing|dancing|sailing|birdwatching|bird watching"
        r"|kayaking|jogging|snowboarding|bowling|skating|horseback riding|horse riding))(?: "
        r"(?:with .*|in .*|on .*))?(?: ?(?:a lot|most|every|often|on (?:weekends|sundays"
        r"|saturdays)|regularly|twice|once|at the weekend|three times|whenever|all the time"
        r"|each)).*", phrases.noun, "{S} [like|likes] {o}", frozenset({"present"})),
    rule("learn", "hobby", r"(?P<o>(?:how )?to .+)", _skill, "{S} [are|is] {o}", frozenset({
        "progressive", "perfect"}), deniable=False),
    rule("be", "goal", r"(?:training|practicing|practising) for (?P<o>(?:a|the|my|his|her) .+)",
        lambda text: [f"do {one}" for one in _thing_ahead(text)], "{S} [want|wants] to {o}", ALIVE),
    rule("train", "goal", r"for (?P<o>(?:a|the|my|his|her) .+)", lambda text: [f"do {one}" for one
        in _thing_ahead(text)], "{S} [want|wants] to {o}", ALIVE, deniable=False),
    rule("save", "goal", r"(?:up )?(?:money )?for (?P<o>(?:a|an|the|my|our) .+)", lambda text: [
        f"save for {one}" for one in _thing_ahead(text)], "{S} [want|wants] to {o}", ALIVE, deniable
        =False),
    rule("save", "goal", r"(?:up )?(?:money )?to (?P<o>buy .+|travel .+|move .+)", _goal,
        "{S} [want|wants] to {o}", ALIVE, deniable=False),
    rule("want hope intend", "goal", r"(?:to (?:some ?day |one day |eventually |really )?)"
        r"(?P<o>.+)", _goal, "{S} [want|wants] to {o}", ALIVE),
    rule("plan", "goal", r"(?:on (?P<x>\b)|to )(?P<o>.+)", _goal, "{S} [want|wants] to {o}", ALIVE,
        deniable=False),
    rule("dream", "goal", r"(?:of|about) (?P<o>(?:opening|becoming|owning|writing|visiting"
        r"|moving to|living in|traveling|travelling|starting|having) .+)", lambda text: [
        own(one) for one in phrases.noun(text, 7)], "{S} [dream|dreams] of {o}", frozenset({
        "present",
        "perfect", "progressive"}), deniable=False),
    *(_hobby_verb(verb, gerund) for verb, gerund in HOBBY_VERBS.items()),
)  # fmt: skip


def _thing_ahead(text: str) -> list[str]:
    phrase = phrases.cut_loose(text)
    return [own(phrase)] if 1 < len(phrase.split()) <= 6 and not phrases.deictic(phrase) else []


# "I can't stand olives", "I can't eat gluten", "I don't eat meat", "I don't drink"
NEGATIVES: tuple[tuple[str, re.Pattern[str], str, str, str], ...] = (
    ("can", regex(r"(?:stand|bear|abide|tolerate) (?P<o>(?!the (?:way|fact|idea|thought)).+)"),
        "dislikes", "things", "{S} [dislike|dislikes] {o}"),
    ("can", regex(r"(?:eat|have|tolerate) (?P<o>gluten|dairy|lactose|nuts|peanuts|shellfish"
        r"|eggs|wheat|meat|pork|seafood|fish|sugar|milk|soy)\b"), "diet", "no",
        "{S} [do not|does not] eat {o}"),
    ("eat", regex(r"(?:any )?(?P<o>meat|pork|beef|dairy|gluten|fish|seafood|eggs|sugar"
        r"|animal products|red meat)\b"), "diet", "no", "{S} [do not|does not] eat {o}"),
)  # fmt: skip
