"""Find the people, places and things an utterance names, as they are written."""

from __future__ import annotations

import re

from cognition.organs.thalamus.words import words
from cognition.regex import regex

# Words that are capitalised for other reasons: grammar, the calendar, courtesy.
COMMON = words(
    """
    two three four five six seven eight nine ten hundred thousand
    i i'm i'll i've i'd im ive me my mine myself you your yours yourself u he him his she her
    hers it its we us our ours they them their theirs this that these those here there who whom
    whose what which when where why how a an the and or but nor so yet for if then else than as
    at by in into of off on onto out over to too up with without from about after before during
    since until till while because although though unless whether within between is are was were
    be been being am do does did done has have had having can could will would shall should may
    might must let let's don't doesn't didn't isn't aren't wasn't can't won't not no yes nope
    yep yeah yup yea ok okay oh ah aw aww wow hey hi hello hiya howdy bye goodbye thanks thank
    thx please sorry congrats congratulations cheers welcome haha hahaha lol lmao omg hmm hm mm
    um uh ugh yay oops phew damn gosh geez whoa woah well anyway anyways btw fyi monday tuesday
    wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    january february march april june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec today tomorrow yesterday tonight now later soon
    recently lately currently sometimes often always never ever once morning afternoon evening
    night noon midnight day week weekend month year spring summer autumn fall winter christmas
    easter thanksgiving halloween hanukkah ramadan eid diwali valentine valentine's new one two
    three four five six seven eight nine ten first second third last next another other others
    each every some any all both many much most more less few several lots plenty enough such
    same own good great nice cool awesome amazing wonderful lovely beautiful fantastic super
    sweet perfect fun funny happy glad sad sure true right wrong real really very quite pretty
    just only even also still already maybe perhaps actually honestly definitely absolutely
    totally exactly obviously certainly probably basically luckily unfortunately sadly hopefully
    finally suddenly meanwhile however instead otherwise therefore plus besides especially
    apparently seriously literally looking going getting doing making taking working trying
    feeling seeing hearing keep keeping go went gone got get give gave given make made take took
    taken come came see saw seen know knew think thought feel felt look looks sounds sound seems
    seem say said says tell told ask asked want wanted need needed like liked love loved hope
    hoping wish guess bet mean believe remember remind forget miss missed try tried work works
    worked start started stop help call wait stay hang enjoy enjoyed check read watch play eat
    drink cook run walk visit buy send share people person someone somebody anyone anybody
    everyone everybody nobody nothing something anything everything friend friends family mom
    mum mother dad father mama papa mommy daddy sister brother son daughter wife husband grandma
    grandpa granny aunt uncle cousin kids kid baby boy girl man woman guy guys buddy boss doctor
    dog cat parents child life time times school home house job music food art nature money
    health news weather things thing stuff way place idea question questions answer advice book
    books movie movies game games photo picture pic car water coffee tea dinner lunch breakfast
    rain snow birthday party holiday vacation trip college university student teacher english
    french spanish german italian chinese japanese american british dear sir madam mr mrs ms dr
    eh er tbh imo idk tv pm pc diy faq asap rip ps nb vs re kinda gonna wanna gotta best worst
    better bad big small long short old young hot cold early late far near back away again
    together alone woohoo yo oof ouch yum mmm nah gotcha alright dang bummer hah ahh whenever
    anytime cute agree agreed overall tons dance yoga pottery basketball football soccer chess
    success change confidence parenting guitar animals animal pets pet turtles exams exam
    balance progress challenges setbacks fingers injury words word chef store pride shadow
    adding knowing realizing startin mentor mentors energy peace joy fear anger stress anxiety
    depression therapy exercise fitness sleep faith courage creativity passion practice patience
    kindness honesty trust respect freedom education science history technology internet phone
    computer laptop video photography fashion design business company office team meeting
    project traffic train bus plane bike wind garden flowers plants tree trees everything's city
    town country world earth beach mountain river lake sea ocean street room kitchen bed
    hospital surgery medicine cancer pain headache fever flu covid class lesson homework degree
    career salary rent bill bills pizza pasta bread cheese chocolate cake fruit vegetables meat
    fish chicken beer wine sugar milk hunger half part kind sort bit end beginning middle side
    top bottom front name number age size color colour men women boys girls children neighbors
    neighbours students teachers doctors nurses police dogs cats marriage wedding divorce
    pregnancy death birth funeral war politics religion government society community culture
    speaking thinking talking reading writing painting running hiking camping cooking dancing
    singing swimming playing
    """
)
_TITLES = words(
    """
    dr mr mrs ms prof st mt sir lady lord aunt uncle grandma grandpa king queen saint mount lake
    new los san el la the
    """
)
_RELATED = frozenset({"aunt", "uncle", "grandma", "grandpa"})
# A sentence's first word names someone if what follows is said of people and places.
_PREDICATE = regex(
    r"(?:['’]s\b|['’](?=\s)|,?\s+(?:and\s+(?:I|[A-Z])|here(?=[.,!]|\Z)|is|isn't|was|wasn't|has|had|hasn't|will|won't|would|said|says|told|loves|likes|"
    r"hates|wants|needs|lives|works|called|came|went|got|gave|made|moved|and\s+I|does|doesn't|did|didn't|can|"
    r"can't|could|thinks|knows|asked|left|broke|fell|ate|lost|won|found|bought|sold|sent|felt|kept|began|ran|sat|slept|spoke|threw|wore|wrote|drove|flew|grew|knew|sang|swam|thought|taught|caught|brought|paid|rang|gave|hurt|died|visits|visited|plays|who|helped|took|met|[a-z]{2,}ed|just|also|really|never|always)\b)"
)
_WORD = r"[^\W\d_][^\W_]*(?:['’\-.&][^\W_]+)*"
_CAPITALISED = regex(rf"(?<![\w@#/]){_WORD}")
_GAP = regex(r"(?:\.?\s+|\s+(?:of|de|da|del|la|van|von|der|the|&|of\s+the)\s+)", re.ASCII)
_START = regex(r"(?:^|[.!?…\n:;\"“”*(]|[^\w\s,'’\-&/)])\s*$")
_QUOTED = regex(r"[\"“«]([^\W\d_a-z][^\"“”«»\n]{1,80}?)[,.!]?[\"”»]")
_POSSESSIVE = regex(r"['’](?:s|S|ll|d|ve|re|m)?$")
_WORDS = regex(r"\w+(?:['’-]\w+)*")
_MOST = 60


def named(text: str, known: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Give the names in a text, in order, each once.

    `known` are casefolded names recognised in any case. Words in capitals throughout a shouted
    stretch name nothing; a sentence's first word counts only if it cannot well be an ordinary word.

    >>> named("My cat Luna met Dr. Seuss's fan in New York.")
    ('Luna', 'Dr. Seuss', 'New York')
    """
    found: list[tuple[int, str]] = []
    taken: list[tuple[int, int]] = []
    if '"' in text or "“" in text or "«" in text:
        for match in _QUOTED.finditer(text):
            title = match[1].strip(" ,.!")
            if _is_title(title):
                found.append((match.start(1), title))
                taken.append(match.span())
    capitals = [match for match in _CAPITALISED.finditer(text) if match[0][0].isupper()]
    shouting = _shouts(capitals)
    for start, end in _spans(text, capitals, shouting):
        if not any(begin <= start < stop for begin, stop in taken):
            found.append((start, _POSSESSIVE.sub("", text[start:end])))
    if known:
        found.extend(_recognised(text, known))
    names: dict[str, str] = {}
    for _, name in sorted(found, key=_by_position):
        names.setdefault(name.casefold(), name)
        if len(names) >= _MOST:
            break
    return tuple(names.values())


def _by_position(item: tuple[int, str]) -> tuple[int, int]:
    return item[0], -len(item[1])


def _is_title(title: str) -> bool:
    words = title.split()
    if not 1 <= len(words) <= 8 or title[-1:] in "?…":
        return False
    capital = sum(1 for word in words if word[0].isupper())
    small = sum(1 for word in words if word.lower() in COMMON and not word[0].isupper())
    if len(words) == 1:
        return title.lower() not in COMMON and not title.isupper()
    return capital + small >= len(words) and capital >= 2


def _shouts(capitals: list[re.Match[str]]) -> frozenset[int]:
    """Give the starts of capitals-only words that stand in company of their like."""
    loud = [match for match in capitals if match[0].isupper() and len(match[0]) > 1]
    if len(loud) < 2:
        return frozenset(match.start() for match in loud if len(match[0]) > 6)
    return frozenset(match.start() for match in loud)


def _spans(
    text: str, capitals: list[re.Match[str]], shouting: frozenset[int]
) -> list[tuple[int, int]]:
    """Join neighbouring capitalised words into spans, and drop those that name nothing."""
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(capitals):
        first = capitals[at]
        run = [first]
        while at + 1 < len(capitals) and len(run) < 8 and _joined(text, run[-1], capitals[at + 1]):
            at += 1
            run.append(capitals[at])
        at += 1
        opens = _START.search(text, max(0, first.start() - 4), first.start()) is not None
        kept = [match for match in run if match.start() not in shouting]
        while kept and _empty(kept[0], len(kept)):
            kept.pop(0)
        while kept and (
            (_bare(kept[-1]) in COMMON and len(_bare(kept[-1])) != 1) or kept[-1][0] == "I"
        ):
            kept.pop()
        if kept and not (opens and kept == [first] and _ordinary(text, first)):
            spans.append((kept[0].start(), kept[-1].end()))
    return spans


def _joined(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    if right.start() - left.end() > 9 or _POSSESSIVE.search(left[0]):
        return False
    gap = text[left.end() : right.start()]
    if gap == " ":
        return True
    if _GAP.fullmatch(gap) is None:
        return False
    return not gap.startswith(".") or _bare(left) in _TITLES or len(left[0]) == 1


def _bare(match: re.Match[str]) -> str:
    return _POSSESSIVE.sub("", match[0]).lower().replace("’", "'")


def _empty(match: re.Match[str], length: int) -> bool:
    """Tell whether a span's first word is no part of a name, like 'My' in 'My Luna'."""
    word = match[0].lower().replace("’", "'")
    if length > 1 and _bare(match) in _TITLES and word != "the":
        return False
    if length == 1 and (word in _TITLES or word in _RELATED):
        return True
    return word in COMMON or _bare(match) in COMMON or len(_bare(match)) == 1


def _ordinary(text: str, match: re.Match[str]) -> bool:
    """Tell whether a sentence's capitalised first word may be an ordinary word."""
    word = match[0]
    if _POSSESSIVE.search(word):
        return word[-2:].lower() not in {"'s", "’s"} and not word.endswith(("'", "’"))
    if any(letter.isupper() for letter in word[1:]) and not word.isupper():
        return False
    lower = word.lower()
    if (
        "'" in lower
        or "’" in lower
        or (lower.endswith("s") and not text.startswith(("is ", "was "), match.end() + 1))
    ):
        return True
    if lower.endswith(("ing", "ly", "ed", "ness", "tion", "ful", "able", "est", "ies")):
        return True
    rest = text[match.end() : match.end() + 24]
    if not rest or rest[0] in "!,?":
        # "Caroline, how are you?" calls someone; a word alone ("Gorgeous!") seldom does.
        return not (rest.startswith(",") and " " in rest and len(word) > 2)
    return _PREDICATE.match(rest) is None


def _recognised(text: str, known: frozenset[str]) -> list[tuple[int, str]]:
    """Find known names of up to three words, whatever their case."""
    found: list[tuple[int, str]] = []
    words = [(match.start(), match.end()) for match in _WORDS.finditer(text)]
    for at, (start, end) in enumerate(words):
        for length in (3, 2, 1):
            if at + length <= len(words):
                stop = words[at + length - 1][1] if length > 1 else end
                name = _POSSESSIVE.sub("", text[start:stop])
                if name.casefold() in known and name.lower() not in COMMON:
                    found.append((start, name))
                    break
    return found
