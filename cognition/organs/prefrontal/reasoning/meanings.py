"""What a frame means: a verb's class and what stands around it make premises."""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re
from functools import lru_cache

from cognition.organs.prefrontal.reasoning.frames import BE, Frame, parsed
from cognition.organs.prefrontal.reasoning.literals import Literal, counted, person
from cognition.organs.prefrontal.reasoning.verbs import classes
from cognition.regex import regex

_AT = ("in", "inside", "at", "on", "within", "under", "behind", "onto", "underneath", "beneath")
_TO = ("to", "into", "inside", "onto", "toward", "towards", "for", "in", "at", "on", "upon",
       "through", "within")  # fmt: skip
_TOWARDS = _TO[:6]
_FROM = ("out of", "from", "off")
_WAY = regex(r"\A(?:(?:an?|his|her|their|my|the|some)\b.*\b(?:way|beeline|walk|wander|saunter|amble|ramble|hike|jog|look-in|turn|spin|trip|visit|move"
                  r"|dash|run|stroll|tour|journey|tracks|bus|train|taxi|cab|look|call|drive|ride"
                  r"|detour|stop|appearance|leap|jump|steps|path|tram|bike|bicycle|car)"
                  r"|tracks|refuge|shelter|himself|herself|themselves|myself|up residence)\b",
                  re.IGNORECASE)  # fmt: skip
# what one comes by to be there, not to have it
_ROOM = regex(
    r"\b(?:kitchen|garden|office|hall(?:way)?|bathroom|bedroom|room|park|school|cellar|attic|house|home|flat|shop|store|cinema|church|station|library|bank|pub|bar|cafe|restaurant|market|museum|hospital|street|town|city|village|yard|garage|basement|beach|gym|pool|theatre|place|corner|lobby|porch|stairs|door)\b",
    re.IGNORECASE,
)
_MORE = regex(r"\b(?:more|another|other|further|extra|additional|new)\b", re.IGNORECASE)
_GIVEN = ("give", "hand", "send", "offer", "award", "grant", "present", "pass", "bring", "sell",
          "lend", "gift", "buy", "allot", "show", "assign", "donate")  # fmt: skip
_LOST = regex(r"\b(?:missing|lost|gone|broken|rotten|stolen|astray|to waste)\Z")


def meant(frame: Frame) -> list[Literal]:
    """Give what a frame states; nothing where its verb says nothing of place or possession."""
    if frame.future:
        return []
    if frame.passive:
        return _passive(frame)
    kinds = classes(frame.verb, frame.particle)
    if frame.denied:
        return _denied(frame, kinds)
    for read in (_fear, _contain, _live, _transfer, _counting, _motion, _moving, _place):
        if found := read(frame, kinds):
            return found
    return []


@lru_cache(maxsize=8192)
def framed(clause: str) -> tuple[Literal, ...]:
    """Give what a clause states.

    >>> [tuple(one) for one in framed("Mary strolled over to the kitchen")]
    [('at', 'Mary', 'the kitchen', (), True)]
    """
    frame = parsed(clause)
    return tuple(meant(frame)) if frame else ()


def _to(frame: Frame, *preps: str) -> str:
    return next((what for prep, what in frame.places if prep in preps), "")


def _several(phrase: str) -> list[str]:
    return [part.strip() for part in re.split(r",? and |, ", phrase) if part.strip()]


def _denied(frame: Frame, kinds: frozenset[str]) -> list[Literal]:
    place = _to(frame, *_AT)
    if place and (frame.verb == "be" or kinds & {"stay"}):
        return [Literal("not_at", frame.subject, place)]
    if kinds & {"have", "get"} and frame.objects:
        return [Literal("drop", frame.subject, one) for one in frame.objects]
    return []


def _fear(frame: Frame, kinds: frozenset[str]) -> list[Literal]:
    if "fear" in kinds and frame.objects:
        return [Literal("afraid", frame.subject, frame.objects[0])]
    if frame.verb in ("flee", "run", "shy", "hide", "cower", "shrink") and "." not in frame.subject:
        foe = _to(frame, "from", "before")
        if foe and not foe.lower().startswith("the "):
            return [Literal("afraid", frame.subject, foe)]
    return []


def _contain(frame: Frame, kinds: frozenset[str]) -> list[Literal]:
    if (whole := _to(frame, "in", "inside", "within", "to")) and "part" in _to(frame, "as"):
        return [Literal("part", frame.subject, whole)]
    if frame.verb == "have" and not frame.places and not person(frame.subject):
        return [Literal("part", one, frame.subject) for one in frame.objects if not counted(one)]
    if frame.verb in ("hold", "house", "store", "keep") and not person(frame.subject):
        return [Literal("is_in", one, frame.subject) for one in frame.objects if not counted(one)]
    if "contain" in kinds and "get" not in kinds and frame.objects and not person(frame.subject):
        return [Literal("part", frame.objects[0], frame.subject)]
    if frame.verb == "belong" and (whole := _to(frame, "to")):
        return [Literal("part", frame.subject, whole)]
    return []


def _live(frame: Frame, kinds: frozenset[str]) -> list[Literal]:
    if "live" not in kinds or not person(frame.subject):
        return []
    place = _to(frame, "in", "at", "on", "within", "to")
    with_ = _to(frame, "with")
    if frame.verb in ("inhabit", "occupy") and frame.objects:
        place = frame.objects[0]
    if with_ and not place:
        return [Literal("lives_with", frame.subject, with_)]
    if place.endswith("'s"):
        return [Literal("lives_with", frame.subject, place[:-2])]
    if place and (place[0].isupper() or frame.verb not in ("stay", "lodge")):
        return [Literal("lives", frame.subject, place)]
    return []


def _transfer(frame: Frame, kinds: frozenset[str]) -> list[Literal]:
    """Read who gave what to whom, in its several frames."""
    giver = _to(frame, "from", "off")
    if giver and person(giver) and kinds & {"receive", "get"} and frame.objects:
        return _given(giver, frame.objects[0], frame.subject, "got")
    receiver = _to(frame, "to")
    if (
        giver
        and person(giver)
        and receiver
        and person(receiver)
        and not frame.objects
        and (not person(frame.subject))
    ):
        return _given(giver, frame.subject, receiver)
    if frame.verb in ("present", "provide", "supply", "entrust", "furnish", "leave"):
        thing = _to(frame, "with")
        if thing and frame.objects and person(frame.objects[0]) and not person(thing):
            return _given(frame.subject, thing, frame.objects[0])
    if frame.verb == "let" and frame.objects[1:] and frame.objects[1].startswith("have"):
        thing = " ".join(frame.objects[1:]).removeprefix("have").strip()
        return _given(frame.subject, thing, frame.objects[0])
    if not kinds & {"give", "carry"} and frame.known:
        return []
    to = _to(frame, "to", "with", "for" if "carry" in kinds or frame.verb == "buy" else "to")
    if frame.objects and to and person(to) and not person(frame.objects[0]):
        return _given(frame.subject, frame.objects[0], to)
    if len(frame.objects) > 1 and person(frame.objects[0]):
        return _given(frame.subject, frame.objects[1], frame.objects[0])
    return []


def _given(giver: str, thing: str, to: str, how: str = "gave") -> list[Literal]:
    if how_many := counted(thing):
        n, what = how_many
        return [Literal("gave_n", giver, what, (to, n))]
    things = _several(thing)
    if how == "got":
        return [Literal("got", to, one, (giver,)) for one in things]
    return [Literal("gave", giver, one, (to,)) for one in things]


def _counting(frame: Frame, kinds: frozenset[str]) -> list[Literal]:
    """Read how many of something someone has, gets or loses."""
    lost = frame.verb == "go" and _LOST.search(" ".join(frame.objects))
    if lost and (of := re.match(r"(?P<n>\S+) of (?P<who>[\w' ]+?)'s (?P<what>\w+)", frame.subject)):
        return [Literal("counted_less", of["who"], of["what"], (of["n"],))]
    phrase = next((one for one in frame.objects if counted(one)), "")
    phrase = re.sub(
        r"\A(?:rid of|hold of) ",
        "",
        phrase or _to(frame, "of", "with", "upon", "on", "across", "by"),
    )
    how_many = counted(phrase)
    if frame.objects and frame.objects[0].startswith("rid of "):
        how_many, kinds = counted(frame.objects[0][7:]), frozenset({"lose"})
    if "give" in kinds and _to(frame, "to") and phrase:  # to whom nobody counts: "to charity"
        kinds = frozenset({"lose"})
    if frame.verb == "let" and phrase:
        kinds = frozenset({"lose"})
    if how_many is None or frame.verb in BE:
        return []
    n, what = how_many
    if "gain" in kinds and ("have" not in kinds or _MORE.search(phrase)):
        return [Literal("counted_more", frame.subject, what, (n,))]
    if kinds & {"lose", "drop"} and not kinds & {"have"}:
        return [Literal("counted_less", frame.subject, what, (n,))]
    if "have" in kinds or frame.verb == "have":
        return [Literal("has_count", frame.subject, what, (n,))]
    if _MORE.search(phrase) or frame.verb == "add":
        return [Literal("counted_more", frame.subject, what, (n,))]
    return []


def _enters(frame: Frame, kinds: frozenset[str], object_: str) -> bool:
    """Tell whether what is done is entering a place: who "joined the choir" went nowhere by it."""
    if "enter" not in kinds or not object_ or _WAY.match(object_) or _COMPANY.search(object_):
        return False
    return frame.verb != "join" or bool(_ROOM.search(object_))


def _motion(frame: Frame, kinds: frozenset[str]) -> list[Literal]:
    """Read where someone went, entered or left."""
    object_ = frame.objects[0] if frame.objects else ""
    who = _several(frame.subject)
    if _enters(frame, kinds, object_):
        return [Literal("at", one, object_) for one in who]
    if frame.verb == "leave":
        place = _to(frame, "for")
        if place and not person(place):
            return [Literal("left_from", one, object_ or place, (place,)) for one in who]
        if object_ and (frame.places or frame.particle):
            return []
    elif "exit" in kinds and object_ and not frame.particle:
        return [Literal("not_at", one, object_) for one in who]
    idiom = bool(object_) and bool(_WAY.match(object_))
    moves = (
        "go" in kinds
        or bool(frame.verb == "drop" and not object_)
        or not frame.known
        or (idiom and frame.verb in _IDIOMS)
    )
    if not moves or (object_ and not idiom) or kinds & {"say", "fear"}:
        return []
    met = (
        _to(frame, "by", "across", "upon", "on")
        if frame.verb in ("come", "happen", "stumble")
        else ""
    )
    if met and not person(met) and not _ROOM.search(met) and not _to(frame, *_TO[:4]):
        return [Literal("get", one, met) for one in who]
    to = _to(frame, *_TO) or (_to(frame, "by") if frame.verb in ("drop", "stop", "come") else "")
    there = _to(frame, *_TOWARDS)
    if not (frame.known or _ROOM.search(to) or (there and there != "Whereq")):
        to = ""  # "collaborated on a project": what is done need not be a going
    if to and not re.match(r"(?:lunch|dinner|breakfast|a while|fun|\d)", to):
        relation = "moved" if frame.verb in _SETTLES else "at"
        return [Literal(relation, one, to) for one in who]
    place = _to(frame, *_FROM)
    return [Literal("not_at", one, place) for one in who] if place else []


# people are joined, not entered; and who "got ill" has nothing in hand
_COMPANY = regex(r"\b(?:others|rest|everyone|everybody|us|them|people|friends|family|others'|game|fun)\Z", re.IGNORECASE)  # fmt: skip
_BECAME = regex(r"(?:(?:very|so|really|all|too|quite) )?(?:ill|sick|wet|lost|tired|angry|cold|hot|hungry|thirsty|bored|drunk|married|ready|dressed|hurt|old|older|better|worse|well|fat|dirty|stuck|mad|sad|nervous|worried|scared|upset|busy|rich|poor|engaged|divorced|excited|going|started|caught|home|there|away|back|up|out|here)\Z", re.IGNORECASE)  # fmt: skip
_SETTLES = ("move", "relocate", "emigrate", "immigrate", "migrate", "transfer")
_IDIOMS = ("make", "take", "pay", "find", "wend", "beat", "work", "pick", "go", "seek", "catch",
           "have", "bend", "direct", "turn", "set", "let", "show", "put", "betake", "thread")  # fmt: skip


def _moving(frame: Frame, kinds: frozenset[str]) -> list[Literal]:
    """Read what someone took, put down, carried somewhere or put somewhere."""
    if frame.verb == "part" and (thing := _to(frame, "with")):
        return [Literal("drop", frame.subject, thing)]
    if not frame.objects:
        thing = _to(frame, "of", "to") if frame.particle == "hold" or not frame.known else ""
        return [Literal("get", frame.subject, thing)] if thing and frame.verb == "help" else []
    phrase = frame.objects[0]
    subject = frame.subject
    if match := re.match(r"(?P<how>rid|hold|possession|control|charge) of (?P<what>.+)", phrase):
        relation = "drop" if match["how"] == "rid" else "get"
        return [Literal(relation, subject, one) for one in _several(match["what"])]
    if re.fullmatch(r"(?:(?:his|her|their|my) )?hands", phrase) and (thing := _to(frame, "on")):
        return [Literal("get", subject, thing)]
    if phrase in ("himself", "herself", "themself") and (thing := _to(frame, "to")):
        return [Literal("get", subject, thing)]
    place, to = _to(frame, *_AT), _to(frame, "to", "into", "onto", "toward", "towards")
    things = [one for each in frame.objects for one in _several(each) if not _WAY.match(one)]
    if frame.verb == "get":
        things = [one for one in things if not _BECAME.match(one)]
    out: list[Literal] = []
    for thing in things:
        if to and kinds & {"carry", "give"} and not person(to):
            out += [Literal("get", subject, thing), Literal("at", subject, to)]
        elif (place or to) and "put" in kinds:
            out.append(Literal("put", subject, thing, (place or to,)))
        elif kinds & {"drop"} or frame.particle in ("down", "off", "away", "aside"):
            out += [Literal("drop", subject, thing)]
        elif kinds & {"get", "have"} or frame.particle == "up":
            out += [Literal("at", subject, place)] if place and "get" in kinds else []
            out.append(Literal("get", subject, thing))
    return out


def _place(frame: Frame, kinds: frozenset[str]) -> list[Literal]:
    """Read where someone or something is."""
    place = _to(frame, "in", "inside", "at", "on", "within", "under", "behind", "underneath")
    if not place or re.match(r"(?:\d|the (?:moment|time|end))", place):
        return []
    if frame.verb == "be" and frame.objects and not frame.objects[0].startswith("either"):
        return []
    if "stay" in kinds or frame.progressive:
        if " or " in place:
            one, other = re.sub(r"\Aeither ", "", place).split(" or ", 1)
            other = re.sub(r"\A(?:in|at|on) ", "", other)
            return [Literal("at_either", frame.subject, one, (other,))]
        return [Literal("is_in", one, place) for one in _several(frame.subject)]
    return []


def _passive(frame: Frame) -> list[Literal]:
    """Turn a passive round: what is its subject was done by whom "by" names."""
    by, kinds = _to(frame, "by"), classes(frame.verb, frame.particle)
    places = tuple(pair for pair in frame.places if pair[0] != "by")
    if frame.denied:
        return _denied(frame, kinds | {"stay"})
    if "give" in kinds and (frame.objects or _to(frame, "with")) and person(frame.subject):
        thing = frame.objects[0] if frame.objects else _to(frame, "with")
        if by:
            return _given(by, thing, frame.subject)
        if how_many := counted(thing):
            return [Literal("counted_more", frame.subject, how_many[1], (how_many[0],))]
        return [Literal("get", frame.subject, thing)]
    of = re.match(r"(?P<n>\S+) of (?P<who>[A-Z]\w*)'s (?P<what>\w+)\Z", frame.subject)
    if of and kinds & {"lose", "drop", "get"}:
        return [Literal("counted_less", of["who"], of["what"], (of["n"],))]
    if by:
        active = Frame(by, frame.verb, frame.particle, (frame.subject, *frame.objects), places)
        return meant(active)
    to = _to(frame, *_TO)
    if to and not person(to) and kinds & {"carry", "put", "go", "give"}:
        return [Literal("is_in", frame.subject, to)]
    return _place(frame, kinds | {"stay"})


__all__ = ["Literal", "counted", "framed", "meant", "person"]
