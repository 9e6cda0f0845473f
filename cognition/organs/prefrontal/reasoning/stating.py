"""A sentence as the plain statement it makes: without what only leads in, clefts undone.

"It was the kitchen that Mia went to", "the kitchen is where Mia went" and "what Mia went to was the
kitchen" all say that Mia went to the kitchen: a cleft is a statement whose gap is filled outside of
it (Huddleston & Pullum 2002, ch. 16).
"""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501, SIM905
from __future__ import annotations

import re
from functools import lru_cache

from cognition.organs.prefrontal.reasoning.kin_reading import about_kin
from cognition.organs.prefrontal.reasoning.leads import EVIDENCE
from cognition.organs.prefrontal.reasoning.scenes import set_up
from cognition.organs.prefrontal.reasoning.tokens import AUX, finite, tokens
from cognition.organs.prefrontal.reasoning.verbs import forms, inflected
from cognition.organs.prefrontal.words import lower_first
from cognition.regex import regex

_BE = r"(?:is|was|are|were|am)"
_NP = r"(?:(?:the|an?|my|our|his|her|their) )?[\w'-]+(?: [\w'-]+){0,3}?"
_IT = regex(
    rf"\A(?:it|that|this) {_BE} (?:only |just |really |actually )?(?P<x>(?!before\b|after\b|only\b|\w+ \w+ (?:before|after)\b|true|clear|known|said|likely|possible|right|usual|normal|typical|customary|common|a fact|not)[^,;]+?)(?:,)? "
    r"(?P<wh>that|who|whom|which|where) (?P<rest>.+)\Z",
    re.IGNORECASE,
)
_GENERIC = r"(?:one|person|man|woman|place|room|spot|town|city|village|country|land|thing|things|object|item|animal|animals|creature|creatures|people|stuff|house|flat)"
_IS_WHERE = regex(
    rf"\A(?P<x>[^,;?]+?) (?P<be>{_BE})(?P<not> no longer| not)? (?:also |just |now |exactly )?(?:(?:the|a|one) (?:very )?{_GENERIC} )?"
    r"(?P<wh>where|in which|what|who|whom|that|which|how old)(?: it is (?:that )?)? (?P<rest>[^?]+)\Z",
    re.IGNORECASE,
)
_IS_THE = regex(
    rf"\A(?P<x>[^,;?]+?) {_BE} the (?:only )?{_GENERIC} (?P<rest>(?-i:[A-Z])[\w-]+ [^,;?]+|[a-z]+ (?:fear|dread|are)\b[^,;?]*)\Z",
    re.IGNORECASE,
)
_WHAT_IS = regex(
    rf"\A(?:if there is (?:one|any|some|an?) ?{_GENERIC} (?:that )?|(?P<wh>what|whom?|where)(?: it is that)? |(?:the|one) (?:(?:only|one|next|first|last|very|other) )?(?P<noun>{_GENERIC}) (?:(?P<in>where|in which)|that|which|who|whom)? ?)"
    rf"(?P<rest>[^?]+?),? (?:(?:it|that|then it) )?(?P<be>is|was|are|were) (?P<x>{_NP})\Z",
    re.IGNORECASE,
)
_SHORT = regex(
    r"(?<=\b[Ww]ho)'s\b|(?<=\b[Ww]hat)'s\b|(?<=\b[Ss]he)'s\b|(?<=\b[Ii]t)'s\b|(?<=\b[Tt]hat)'s\b|(?<=\b[Tt]here)'s\b|(?<=\b[Hh]e)'s\b"
)
_DID = regex(
    r"\A(?P<who>.+?) (?P<how>usually |always |normally |generally |regularly |then |next )?(?P<does>did|does|do)\b(?P<when>.*)\Z",
    re.IGNORECASE,
)
_OFF = regex(
    rf"\A(?:as for|about|regarding|concerning|speaking of|talking of|(?:do )?you(?:'ll| will| may| might| must| probably| surely| already| all|'ve| have| would|'d)* (?:know|known|remember|met|heard of|seen|recall)|have you met|I believe you(?:'ve)? (?:know|met)|meet) (?P<x>{_NP})[,:?-] ?(?:well,? )?(?:that|this|it|he|she)(?: is|'s) (?P<y>.+)\Z|"
    rf"\A(?P<x2>{_NP})(?:[,:?]| [-–]) (?:that|this|it)(?: is|'s) (?!(?:when|where|how|what|who|because|why)\b)(?P<y2>.+)\Z",
    re.IGNORECASE,
)
# what a cleft may set apart: a name, a noun with its article, a number, a phrase, a plural
_NOUN = regex(
    r"(?:(?-i:[A-Z])|(?:the|an?|my|our|his|her|their|some|two|in|on|at|to|into|from|with|by|inside|of|under|for)\b|\d)|[a-z-]*(?:s|sheep|mice|geese|men|people)\Z",
    re.IGNORECASE,
)
# "Leo went shopping, that is Tom's brother by the way"
_ASIDE = regex(
    r"\A(?P<who>(?!(?:you|I|we|they|it|there|this|that)\b)(?-i:[A-Z])[\w-]+) (?P<did>[^,;:()]+?)(?:,| [-–]|;| \() ?(?:and )?(?:that|this|he|she)(?: is|'s| was) (?P<y>[^,;()]+?)"
    r"(?:,? (?:by the way|you know|as you know|incidentally|of course|mind you|in case you (?:did not|didn't|do not|don't) know|if you (?:remember|recall)|remember|actually|I mean|you see|in fact))*\)?\Z",
    re.IGNORECASE,
)
_ASIDE_AT = regex(
    r"\A(?P<who>(?-i:[A-Z])[\w-]+)(?: \(|,? [-–] )(?:that|this|he|she)(?: is|'s) (?P<y>[^,;()–]+?)(?:\)| [-–]),? (?P<did>[^,;:()]+)\Z",
    re.IGNORECASE,
)
_PRONOUN = regex(
    r"(?:that|this|it|he|she|they|what|who|where|there|here|the (?:month|day|date|year|time))\b",
    re.IGNORECASE,
)
_ASKED_CLEFT = regex(
    r"\A(?P<be>is|was) it (?P<x>(?:the|my) [\w ]+?|[A-Z][\w-]+) (?:that|who|which) (?:is|was) ",
    re.IGNORECASE,
)
_MORE = regex(r"\A(?:more \w+|less \w+|\w+er) than\b", re.IGNORECASE)
# nouns that lead in: "in the meantime", "on top of that", "by the look of it"
_LEADING = frozenset(
    "way total top that this it moment time while meantime meanwhile end beginning start first last now map all sum fact "
    "these those them once point whole truth chance luck curiosity word surprise course addition general short long "
    "fun present outset begin then day stage instant bit look looks sounds account record knowledge sure certain best "
    "some short before after later next other hand things number colour color terms size height age weight speed "
    "good bad of the a an and little then on in by at for as with without from to out along about under upon over until up "
    "mistake accident chance error mishap oversight carelessness luck misfortune another any each every what later yet still however later while soon much only just right shortly far long not so "
    "goes happens turns seems known said told remember recall think believe see we I you as if when it's was were is can could "
    "start starting beginning continue conclude summarise add years months weeks days ages many several birthday christmas easter wedding anniversary present presents gift reward treat prize souvenir surprise bonus breakfast lunch dinner week weekend morning evening afternoon night noon pass passed passing".split()
)
_ADVERB = regex(
    r"\A(?!(?:actually|possibly|probably|supposedly|allegedly|presumably|apparently|hardly|reportedly|seemingly|hopefully)\b)(?P<lead>(?:[A-Z]?[a-z]{3,}ly|somehow|sometime|somewhere|anyway|still|so|well|right|nowadays|there|here|plus|besides|also|geographically|indeed|furthermore|moreover|nonetheless|nevertheless|however|therefore|thus|hence|instead|again|later on|now|by now|on and off|off and on))\b,? (?=(?-i:[A-Z])|the |my |our |\d)",
    re.IGNORECASE,
)
_DAY = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)"
_SUBJECT = regex(
    rf"(?<= )(?P<who>{_DAY}(?-i:[A-Z])[\w-]+(?:'s)?|(?:the|my) [\w-]+(?! [A-Z])|\d+|I|he|she|they|you)(?= )"
)
_WH = regex(r"\A(?:what|who|where|when|how|why|which|it|there|that)\b", re.IGNORECASE)
_AGREES = regex(
    r"\A(?:everyone|everybody|people|all|we all|nobody|anyone|no one|they|we|you|I)(?:'ll| will| can| would|'d| \w+)? (?:agrees?|says?|knows?|thinks?|sees?|can see|can tell|would agree|doubts?|denies|find|see|notice|know|learn|hear|will find|will see|will notice|should know|noticed?|remember|am sure|know)(?: for sure| by now)? (?:that )(?=(?-i:[A-Z])|the )|"
    r"\A(?:it is|it's) (?:(?:quite|very|pretty|rather|fairly|really|perfectly|also|always) )*(?:easy|plain|clear|obvious|evident|apparent|not hard|no secret|common knowledge|well known|well-known|widely known|safe|fair|certain|no wonder|undeniable|noticeable|a known fact|known|hard to miss|worth knowing|good to know|no news)(?: to (?:see|say|tell|notice|know|everyone|everybody|anyone|all|me|us))*(?: (?:for|by) (?:everyone|everybody|anyone|all|me|us))?(?: to see)? that (?=(?-i:[A-Z])|[a-z]+ )|"
    r"\A(?:(?:every|any|each|most|all|even an?|ask any|the|our|my) (?!one\b)[a-z]+|anyone|anybody|everyone|everybody|a look at them|one look)(?: (?:with eyes|who knows them|around here|here|in town|in the village|in the family))?(?:'ll|'d)? (?:(?:and (?:he|she|they)(?:'ll|'d)?|will|would|can|could|should|surely) )*(?:tell you|tells you|confirms?|agrees?|knows?|tell|tells|sees?|shows?(?: you)?|notices?)(?: straight away| at once| for sure)? that (?=(?-i:[A-Z])|the |[a-z]+ (?:are|is|fear|dread|get|run|have)\b)|"
    r"\A(?:(?:nobody|no one|no-one|none of us|you) (?:(?:would|could|can|will|can't|cannot|'d|ever) )*(?:deny|denies|doubts?|disputes?|argues?(?: with the fact)?|contests?|contradicts?)|(?:you|we) (?:can|may|could) (?:safely )?(?:bet|be (?:sure|certain)|rest assured|count on it|take it|trust me|rely on it)|rest assured|be assured|bear in mind|remember|note|mind you|keep in mind|I promise(?: you)?|I swear|I can assure you|don't forget|do not forget) that (?=(?-i:[A-Z])|the |[a-z]+ (?:are|is|fear|dread|get|run|have)\b)|"
    r"\A(?:everybody|everyone|they all|we all|all of us|people|I) (?:says?|agrees?|knows?|sees?|noticed) (?:so|it|this|that)(?: too| as well)?(?::|,| -) |"
    r"\A(?:in case|if) you (?:did not|do not|didn't|don't)(?: already)? know,? |\A(?:if you (?:want|like|ask me|wish|must know|will)|believe it or not|as luck would have it|to be (?:honest|exact|precise|fair)|truth be told|needless to say|all things considered)(?:, | (?!to\b))|\A(?:there is|there's) no (?:doubt|question|denying)(?: about it)?(?: that|:|,) |\A(?:it (?:seems|appears|turns out|so happens|is a fact|is true|is clear|is known) that) |\Adid (?:I|you) (?:ever )?(?:tell|mention|know|hear|say|realise|realize|notice)(?: to)?(?: you)? that ",
    re.IGNORECASE,
)


# "tired of carrying it, Mia put it down"
_STATE = regex(
    r"\A(?:(?:so |very |being |feeling |getting |having (?:grown|become) )?(?:tired|sick|weary|bored|fed up|fond|happy|glad|keen|eager|afraid|hungry|thirsty|curious|generous|kind|nice|careful|careless|busy|late|early|lazy|cold|hot|angry|sad|pleased|proud|worried|ill|full)\b|having had)[^,]*, (?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
# "the wolf (that) I told you about"
_TOLD_OF = regex(
    r" (?:that |whom? |which )?(?:I|we|you) (?:have |had |just |once |already |ever )*(?:told|mentioned|spoke|spoken|talked|know|mean|met|meant|described|see|saw|like)(?: to)?(?: you)?(?: about| of)?(?= (?:is|has|was|are)\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def stated(text: str) -> str:
    """Give the plain statement that a sentence makes.

    >>> stated("It was the kitchen that Mia went to"), stated("By now Tom is in the hall")
    ('Mia went to the kitchen', 'Tom is in the hall')
    >>> stated("What Mia picked up was the ball"), stated("Lyon is where Tom lives")
    ('Mia picked up the ball', 'Tom lives in Lyon')
    """
    bare = text.strip(" .!")
    asks = bare.endswith("?")
    plain = _AGREES.sub("", EVIDENCE.sub("", bare))
    if asks and plain == bare:
        return text
    written = _SHORT.sub(" is", bare)
    plain = _SHORT.sub(" is", plain.strip(" ?"))
    plain = _STATE.sub("", _TOLD_OF.sub("", plain))
    for undo in (_aside, set_up, _what_is, _unfronted, _dislocated, _it_cleft, _is_what):
        plain = undo(plain) or plain
    return plain if plain != written or asks else text


def resolved(question: str) -> str:
    """Name in a question the thing that it sets up first: "if I face the box, is Y left of it"."""
    plain = set_up(question) or question
    return _ASKED_CLEFT.sub(r"\g<be> \g<x> ", plain)


def _unfronted(text: str) -> str:
    """Take off an adverb, or a phrase of leading words alone, before the subject."""
    text = _ADVERB.sub("", text, count=1)
    if _WH.match(text):
        return text
    for match in _SUBJECT.finditer(text):
        lead = text[: match.start()]
        words = re.findall(r"[A-Za-z']+", lead.lower())
        if (
            not lead[0].isupper()
            or len(words) > 6
            or not set(words) <= _LEADING
            or re.search(r"\d", lead)
        ):
            return text
        set_off = lead.rstrip().endswith(",")
        if len(words) == 1 and not set_off and words[0] not in _ALONE:
            return text
        if not set_off and not _SAID.isdisjoint(words):
            return text
        if words[-1] not in _OPEN or set_off or lead.endswith("a while "):
            return text[match.start() :]  # else the phrase goes on: "next to Mia", "before Tom"
    return text


_ALONE = frozenset("then later next first last soon afterwards now once still yet before".split())
_SAID = frozenset(
    "i you we it is was were can could see think believe know said told remember recall goes happens turns seems".split()
)
# words after which a noun phrase, or a clause, follows
_OPEN = frozenset("once time moment day on onto into inside off of in by at for with without from to out along about under upon over until up before after as if when while is was were that than next like so right far long not".split()) - {"that", "far", "long"}  # fmt: skip


def _filled(rest: str, x: str, wh: str = "") -> str:
    """Put what a gap stands for into its clause: as subject, as object, or after its preposition."""
    words = tokens(rest)
    if not words:
        return rest
    if wh not in ("where", "in which") and _verbal(*words[:2]):
        return f"{x} {rest}"
    x = re.sub(
        r"\A(?:The|An?|In|On|At|To|From|Into|Inside|With|By|Of|My|Our)\b", lambda m: m[0].lower(), x
    )
    if wh in ("where", "in which") and not re.match(r"(?:in|at|on|to|inside|from|under|near)\b", x):
        went = any(f.base in ("go", "walk", "run", "move", "travel", "head", "come") for f in forms(words[1] if len(words) > 1 else ""))  # fmt: skip
        rest = re.sub(r" (?:in|at|to)\Z", "", rest)
        rest = re.sub(r" (?:next|then|now|kept|found|lies|stands|sits|goes|belongs)\Z", lambda m: "" if m[0] in (" next", " then", " now") else m[0], rest)  # fmt: skip
        return f"{rest} {'to' if went else 'in'} {x}"
    return f"{rest} {x}"


def _verbal(word: str, after: str = "") -> bool:
    """Say whether a word begins a clause that lacks its subject."""
    low = word.lower()
    if low not in AUX and (after in AUX or forms(after)):
        return False  # "swans dread"
    kinds = {one.kind for one in forms(low)}
    return word.islower() and (low in AUX or bool(kinds & {"s", "past"}) or low.endswith("ed"))


def _clausal(rest: str) -> bool:
    """Say whether what is left is a clause that lacks something, not a noun."""
    words = tokens(rest)
    return any(finite(["Who", *words], n + 1) for n in range(len(words))) or any(
        forms(word) for word in words[1:]
    )


def _it_cleft(text: str) -> str | None:
    match = _IT.match(text)
    if match is None or not _clausal(match["rest"]):
        return None
    if not _NOUN.match(match["x"]) or match["x"].split()[-1] in ("so", "that", "such"):
        return None  # "it is nice that", "it is so that"
    return _filled(match["rest"], match["x"], match["wh"].lower())


def _is_what(text: str) -> str | None:
    """Undo "the kitchen is where Mia is", "Mia is who took it", "33 is how old Mia is"."""
    match = _IS_WHERE.match(text)
    if match is None or not _clausal(match["rest"]):
        if (the := _IS_THE.match(text)) and _clausal(the["rest"]):
            return _filled(the["rest"], the["x"])
        return None
    x, wh, rest = match["x"], match["wh"].lower(), match["rest"]
    if _PRONOUN.match(x):
        return None
    if wh == "how old":
        return f"{rest} {x} years old"
    if wh in ("that", "which", "who", "whom") and not re.search(
        rf"\b{_GENERIC} {wh}\b|\b{_BE} whom? ", text
    ):
        return None
    if match["not"]:
        rest = re.sub(r"\b(is|are|was|were)\b", r"\1 not", rest, count=1)
    return _filled(rest, x, wh)


def _what_is(text: str) -> str | None:
    """Undo "what Mia took was the ball", "the town Mia lives in is Lyon"."""
    match = _WHAT_IS.match(text)
    if match is None or _PRONOUN.match(match["x"]):
        return None
    rest, x = (
        re.sub(
            r" (?:most|more than anything(?: else)?|above all)\Z", "", match["rest"].strip(" ,")
        ),
        match["x"],
    )
    if did := _DID.match(rest):
        verb, _, more = re.sub(r"\Ato ", "", x).partition(" ")
        past = did["does"].lower() == "did"
        done = inflected(verb, "past" if past else "s")
        when = re.sub(r"\A (?:next|then|now)\b", "", did["when"])
        if of := re.match(r" (?:with|to|about) (?P<what>the [\w-]+)\Z", when):
            more, when = re.sub(r"\b(?:it|them)\b", of["what"], more), ""
        return f"{did['who']} {(did['how'] or '').strip()} {done} {more}{when}".replace("  ", " ")
    if not _NOUN.match(x) or re.match(
        r"(?:in|on|at|to|into|from|with|by|inside|of|under|for)\b", x
    ):
        return None  # "the house that Tom bought is in Rome", "the one I like is good"
    if not _clausal(rest) or (
        " is " in f" {rest} " and match["noun"] is None and match["wh"] is None
    ):
        return None
    where = "where" if match["in"] or (match["wh"] or "").lower() == "where" else ""
    return _filled(rest, x, where)


def _aside(text: str) -> str | None:
    """Put "Leo went shopping, that is Tom's brother" as what is said of Leo, whose kin he is."""
    match = _ASIDE.match(text)
    if match is None:
        match = _ASIDE_AT.match(text)
    if match is None or not finite(["Who", *tokens(match["did"])], 1):
        return None
    if not about_kin(match["y"]) or about_kin(match["did"]):
        return None
    return f"{match['who']}, who is {match['y']}, {match['did']}"


def _dislocated(text: str) -> str | None:
    """Undo "as for Mia, that's a wolf" and "Mia, that's my aunt"."""
    match = _OFF.match(text)
    if match is None:
        return None
    x, y = (match["x"], match["y"]) if match["x"] else (match["x2"], match["y2"])
    if _MORE.match(x):
        return f"{y} is {lower_first(x)}"
    return f"{x} is {y}"


__all__ = ["resolved", "stated"]
