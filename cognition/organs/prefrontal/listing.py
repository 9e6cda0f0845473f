"""Lists that somebody keeps: what is to be packed, bought or asked, and crossed off."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from cognition.faculties import Faculties
from cognition.organs.neocortex.claims import sentence as say
from cognition.organs.prefrontal.deeds import is_done
from cognition.organs.prefrontal.own_tasks import (
    LISTING,
    guided_lately,
    procedure,
    set_at,
    this_turn,
)
from cognition.organs.prefrontal.scene import Scene, told
from cognition.organs.words import enumerated, stem_set
from cognition.regex import regex
from cognition.values import Fact, Move, derive_id

LIST, ITEM = "list", "list_item"  # relations of procedures
_ASKS = r"(?:(?:please|hey|ok(?:ay)?|oh|and|also|so|can you|could you|will you|would you)\W+)*"
_LISTED = r"(?:the|my|our|that|this) (?:[\w'’-]+ ){0,2}?list(?: (?:for|of) [\w'’ -]+)?"
_BEGUN = regex(
    r"\b(?:(?:make|start|write|begin|keep|create|do|draw up|put together) (?:me |us |up |down )*"
    r"|(?:need|want) )(?:an?|the|my|our) (?P<list>(?:[\w'’-]+ ){0,2}?list"
    r"(?: (?:for|of|with) [^?.!:]+?)?)(?: with me| please)?\s*(?::(?P<items>[^?!]+))?[?.!]*\s*\Z",
    re.IGNORECASE,
)
_ADDS = regex(
    rf"\A\W*{_ASKS}(?:add|put|write|stick|note) (?P<items>[^?!:]+?)(?: down)? (?:to|on|onto|in)"
    rf" (?P<list>{_LISTED})(?: (?:too|as well|please))*[?.!]*\s*\Z",
    re.IGNORECASE,
)
_CROSSES = regex(
    rf"\A\W*{_ASKS}(?:(?:cross|tick|strike|take|scratch|remove|delete|check)(?: off)?"
    rf" (?P<item>[^?!:]+?)(?: off)?(?: (?:from|of|off|on)? ?{_LISTED})?"
    r"|(?:I(?:['’]ve| have)? |we(?:['’]ve| have)? )?(?:(?:just|already|finally|also) )*"
    r"(?:got|bought|packed|found|done|did|sorted|asked(?: about)?|picked up) (?P<got>[^?!:]+?)"
    r"|(?P<is>[^?!:]+?) (?:is|are) (?:done|packed|bought|sorted|in the bag))"
    r"(?: now| too)?[.!]*\s*\Z",
    re.IGNORECASE,
)
_READ = regex(
    rf"\bwhat(?:['’]s| is| else is)?(?: still)?(?: left)? on {_LISTED}"
    rf"|\b(?:show|tell|read)(?: me)? {_LISTED}"
    rf"|\bwhat(?: else)? (?:do|did) (?:i|we) (?:still )?(?:have|put|write)? ?(?:left )?on {_LISTED}"
    r"|\bwhat(?: else)? do (?:i|we) still (?:need|have) to (?:pack|buy|get|bring)\b",
    re.IGNORECASE,
)
_OVER = regex(
    r"\A\W*(?:that(?:['’]s| is) (?:all|it|everything)|nothing else|no more)\b", re.IGNORECASE
)
_ENDS = regex(
    rf"\A\W*{_ASKS}(?:delete|drop|throw away|get rid of|clear|forget) {_LISTED}\W*\Z", re.IGNORECASE
)
_APART = regex(
    r"\s*(?:[,;\n&]|\band\b|^\s*(?:\d{1,2}[.)]|[-*•–]))+\s*", re.IGNORECASE | re.MULTILINE
)
_LEAD = regex(
    r"\A(?:(?:oh|and|also|um+|uh|er+|plus|then|maybe|yes|ok(?:ay)?)\b[, ]*)+", re.IGNORECASE
)
# what begins a sentence that names no item
_SAYS = regex(
    r"(?:i|you|we|he|she|it|they|there|that|this|who|what|when|where|how|why|thanks?|no|not|hi|hello"
    r"|bye|if|because|but)\b|[^,;\n]*\b(?:is|are|was|were|am|has|had|have|will|can|feels?)\b",
    re.IGNORECASE,
)
_LONGEST = 8  # words of an item
_PLAIN = stem_set("list what still left else show tell read delete drop throw clear forget")


def items_of(text: str) -> tuple[str, ...]:
    """Give the items that a text names, and nothing where it says something else.

    >>> items_of("sleeping bags and a torch"), items_of("oh, and milk"), items_of("I am tired")
    (('sleeping bags', 'a torch'), ('milk',), ())
    """
    bare = _LEAD.sub("", text.strip(" .!"))
    found = tuple(_LEAD.sub("", one.strip(" .!")) for one in _APART.split(bare))
    found = tuple(one for one in found if one)
    if _SAYS.match(bare) or any(len(one.split()) > _LONGEST for one in found):
        return ()
    return found


def listing(scene: Scene, use: Faculties) -> list[Move]:
    """Give the move that keeps a list: begun, added to, read out, crossed off from or let go.

    Its `facts` are what procedural memory is to learn: the list, then the items. A turn that speaks
    of no list costs a look at the text, and one for a list where it may name items.
    """
    percept = scene.percept
    text = percept.text.replace("’", "'")
    names_list = "list" in text.lower()
    lists = _lists(use)
    if percept.role != "person" or not (names_list or lists):
        return []
    if names_list and (begun := _BEGUN.search(text)) and not _READ.search(text):
        return [_begun(begun, scene, use)]
    adds = _ADDS.match(text) if names_list else None
    if adds:
        name = adds["list"].partition(" ")[2]
        kept = _meant(name, lists) or _new(name, scene, use)
        return [_added(kept, items_of(adds["items"]), scene, use)]
    if not lists:
        return []
    if (names_list or "still" in text) and (asked := _READ.search(text)):
        return [_read(_meant(asked[0], lists) or lists[-1], use)]
    if names_list and _ENDS.match(text) and (kept := _meant(text, lists)):
        return [Move("guide", "list_ended", 0.9, facts=(replace(kept, valid_to=scene.now),))]
    if crossed := _crossed(text, lists, scene, use):
        return [crossed]
    if not guided_lately(use) or percept.questions or scene.now - _latest(lists[-1], use) > LISTING:
        return []
    if _OVER.match(text):
        return [Move("guide", "list_over", 0.9, facts=(lists[-1],))]
    said = " ".join(told(percept))
    named = items_of(text if "\n" in text else said)
    return [_added(lists[-1], named, scene, use)] if named else []


def _lists(use: Faculties) -> list[Fact]:
    """Give the lists that are kept, the one begun last at the end."""
    held = use.knowledge.facts(relation=LIST, kind="procedure")
    return sorted((one for one in held if one.valid_to is None), key=set_at)


def _meant(words: str, lists: list[Fact]) -> Fact | None:
    """Give the list whose name some words have most of; the last where they name no kind."""
    said = stem_set(words) - _PLAIN
    fit = {one.id: len(said & stem_set(one.object)) for one in lists}
    best = max(reversed(lists), key=lambda one: fit[one.id], default=None)
    return best if best is None or fit[best.id] or not said else None


def items(kept: Fact, use: Faculties) -> list[Fact]:
    """Give what is on a list, in the order in which it was put there."""
    held = use.knowledge.facts(relation=ITEM, kind="procedure")
    on_it = [one for one in held if one.valid_to is None and one.id == _id(kept, one.object)]
    return sorted(on_it, key=set_at)


def _latest(kept: Fact, use: Faculties) -> datetime:
    return max(map(set_at, (kept, *items(kept, use))))


def _id(kept: Fact, item: str) -> str:
    return derive_id("procedure", kept.id, ITEM, item.lower())


def _new(name: str, scene: Scene, use: Faculties) -> Fact:
    source = this_turn(scene, use)
    id = derive_id("procedure", use.owner, LIST, name, source)
    text = say("{S} [keep|keeps] this: {o}", use.owner, name)
    return procedure(id, LIST, name, text, (source,), scene, use)


def _begun(match: re.Match[str], scene: Scene, use: Faculties) -> Move:
    kept = _new(match["list"].strip(), scene, use)
    return _added(kept, items_of(match["items"] or ""), scene, use)


def _added(kept: Fact, named: tuple[str, ...], scene: Scene, use: Faculties) -> Move:
    source = (this_turn(scene, use),)
    facts: list[Fact] = []
    for number, item in enumerate(named):
        text = say(f"{{S}} [have|has] {{o}} on the {kept.object}", use.owner, item)
        fact = procedure(_id(kept, item), ITEM, item, text, source, scene, use)
        at = scene.now + timedelta(microseconds=number)  # in the order in which they were named
        facts.append(replace(fact, valid_from=at))
    how = "list_added" if named else "list_begun"
    return Move("guide", f"{how}: {enumerated(named)}", 0.95, facts=(kept, *facts))


def _read(kept: Fact, use: Faculties) -> Move:
    on_it = [one.object for one in items(kept, use)]
    about = f"list_read: {enumerated(on_it)}" if on_it else "list_empty"
    return Move("guide", about, 0.95, facts=(kept,))


def _crossed(text: str, lists: list[Fact], scene: Scene, use: Faculties) -> Move | None:
    """Cross off what is said to be done or bought, of the list that has it."""
    match = _CROSSES.match(text)
    said = stem_set((match["item"] or match["got"] or match["is"] or "") if match else "")
    for kept in reversed(lists):
        on_it = items(kept, use)
        gone = [
            one
            for one in on_it
            if is_done(text, one.object) or (said and stem_set(one.object) <= said)
        ]
        if gone:
            left = [one.object for one in on_it if one not in gone]
            about = f"list_crossed: {enumerated(left)}" if left else "list_done"
            ended = (replace(one, valid_to=scene.now) for one in gone)
            return Move("guide", about, 0.95, facts=(kept, *ended))
    return None


__all__ = ["ITEM", "LIST", "items", "items_of", "listing"]
