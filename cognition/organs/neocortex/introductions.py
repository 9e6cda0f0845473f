"""Who is introduced: relatives and pets that a sentence names, with their ages, and their ties."""

from __future__ import annotations

import re
from dataclasses import replace

from cognition.organs.neocortex import identity
from cognition.organs.neocortex.claims import Claim, Who, claim, possessive, title_gender
from cognition.organs.neocortex.kin_patterns import (
    AGE_BESIDE,
    AGED,
    ALONE,
    AND_A,
    APPOSED,
    BREED_BESIDE,
    CHILDREN,
    CLAUSAL,
    FIRST_NAME,
    FROM_BESIDE,
    GOT,
    LONG_AGO,
    MET,
    NAME_AFTER,
    NOUNS,
    SAID,
    SEVERAL,
    SOMEBODY,
    SPOKEN_OF,
    THAT_IS,
    THEIRS,
    THEY_AGED,
    TOLD_LATER,
    WORDS,
)
from cognition.organs.neocortex.lexicon import KIN, PETS, PLURAL_KIN, PLURAL_PETS
from cognition.organs.neocortex.phrases import NAME, number, person, told_name
from cognition.organs.neocortex.scene import Scene
from cognition.regex import regex

_GREETS = r"\W*(?:(?:hi|hey|hello|hiya|(?:good )?(?:morning|evening|afternoon))[,! ]+)"
_SIGNED = regex(  # "Hi, Dave here!", "hey, it's Marta"
    rf"(?:{_GREETS}*(?P<here>(?-i:[A-Z])[\w'-]+) here"
    rf"|{_GREETS}+(?:it['’]?s|it is|this is) (?P<name>(?-i:[A-Z])[\w'-]+)(?: here| again)?)\W*",
    re.IGNORECASE,
)


def introduce(scene: Scene, text: str) -> tuple[str, list[Claim]]:
    """Find relatives and pets named in a sentence; give it with bare names, and the ties."""
    told: list[Claim] = []
    if text.rstrip().endswith("?"):
        return text, told
    text = _named_later(scene, NAME_AFTER.sub(r"\g<one> called \g<name>", text), told)
    named_last = named_first(scene, text)
    if NOUNS.isdisjoint(WORDS.findall(text.lower())):
        scene.named_last = named_last
        return text, told
    text = _that_is(scene, AND_A.sub(r"\g<me> have \g<one>; \g<me> have ", text), told)
    scene.named_last = named_last
    text = GOT.sub(lambda match: _one(scene, match, told), text)
    text = APPOSED.sub(lambda match: _one(scene, match, told), text)
    text = SAID.sub(lambda match: _one(scene, match, told), text)
    text = SEVERAL.sub(lambda match: _several(scene, match, told), text)
    _theirs(scene, text)
    return text, told


def _that_is(scene: Scene, text: str, told: list[Claim]) -> str:
    """Take in who someone is that the sentence, or the one before, began with."""
    if match := THAT_IS.match(text):
        found, owner = person(match["bare"]), scene.owner(match["owner"])
        if found and owner is not None:
            _tie(scene, owner, match["noun"], found[0], told)
            return f"{match['bare']}{match['between']}{text[match.end() :]}"
    elif (match := ALONE.match(text)) and scene.named_last:
        _tie(scene, scene.me, match["noun"], scene.named_last, told)
    return text


def named_first(scene: Scene, text: str) -> str:
    """Give the name that a sentence begins with."""
    first = FIRST_NAME.match(text)
    found = person(first["bare"]) if first else []
    return found[0] if found and found[0] in scene.names else ""


def _theirs(scene: Scene, text: str) -> None:
    """Keep somebody's relative in mind who was not named: "Lucy brought her boyfriend"."""
    match, first = THEIRS.search(text), FIRST_NAME.match(text)
    owner = scene.somebody(first["bare"]) if first else None
    if match is not None and owner is not None and not owner.me:
        scene.focus = scene.relative(owner, match["noun"])


def _one(scene: Scene, match: re.Match[str], told: list[Claim]) -> str:
    groups = match.groupdict()
    found = told_name(groups["name"]) if groups.get("name") else person(groups["bare"] or "")
    owner = scene.owner(groups.get("owner") or groups.get("me") or "")
    if not found or owner is None:
        return match[0]
    if owner.me and found[0] == scene.speaker:
        return match[0]
    who = _tie(scene, owner, groups["noun"], found[0], told)
    if who.pet and LONG_AGO.search(match.string):
        told[-2] = replace(told[-2], ended=True)
    if not who.pet and (place := FROM_BESIDE.match(match.string, match.end())):
        told.append(claim(who, "from", place["o"], "{S} [come|comes] from {o}"))
    if who.pet and groups.get("kind"):
        told.append(claim(who, "breed", groups["kind"], f"{{S}} is {_a(groups['kind'])}"))
    if who.pet and (kind := BREED_BESIDE.match(match.string, match.end())):
        told.append(claim(who, "breed", kind["o"], f"{{S}} is {_a(kind['o'])}"))
    if "adj" in groups:  # had, not only named
        return match[0] if who.pet else f"{match['me']} have {who.name}"
    if (
        groups.get("soft") == " is"
        or groups.get("told", "") in CLAUSAL
        or " is " in match[0][: match.end("noun") - match.start()]
    ):
        return f"{who.name} is {who.name};"
    apposed = groups.get("soft", ",") == ","
    tail = "" if apposed else groups.get("after", "")
    return who.name + tail


def _several(scene: Scene, match: re.Match[str], told: list[Claim]) -> str:
    """Take in several relatives, each with their age; give the text without the ages."""
    without_ages = AGED.sub(r"\g<name>", match[0])
    noun = match["noun"]
    singular = CHILDREN.get(noun) or PLURAL_KIN.get(noun) or PLURAL_PETS[noun]
    owner = scene.owner(match["owner"] or match["me"] or "")
    if owner is None:
        return without_ages
    names = re.findall(NAME, re.sub(r"\b(?:and)\b", ",", match["names"]))
    ages = {one["name"]: one["n"] for one in AGED.finditer(match.string, match.start("names"))}
    if both := THEY_AGED.match(match.string, match.end("names")):
        ages = dict.fromkeys(names, both["n"])
    for name in dict.fromkeys((*names, *ages)):
        if found := person(name):
            who = _tie(scene, owner, singular, found[0], told)
            if years := number(ages.get(name, "")):
                told.append(claim(who, "age", str(years), "{S} [are|is] {o} years old"))
    return without_ages


def _named_later(scene: Scene, text: str, told: list[Claim]) -> str:
    match = TOLD_LATER.search(text)
    if match is not None and SOMEBODY.search(text, 0, match.start()):
        if name := told_name(match["name"]):  # "I met a girl, her name is Fenna"
            scene.people[name[0]] = scene.focus = Who(name[0], teller=scene.speaker)
            scene.turned = True
        return text
    focus = scene.focus
    if match is None or focus is None or not focus.relation or focus.name in scene.people:
        return text
    found = told_name(match["name"])
    if found and scene.agrees(match["pro"] or match["sub"] or "", focus):
        if scene.looked_back and scene.corrects and focus.name != found[0]:
            relation = "pet" if focus.pet else focus.relation
            told.append(Claim(scene.speaker, relation, focus.name, "", ended=True))
        _tie(scene, scene.of(focus), focus.relation, found[0], told)
        return text[: match.start()] + f"{found[0]} is {found[0]};" + text[match.end() :]
    return text


def _tie(scene: Scene, owner: Who, noun: str, name: str, told: list[Claim]) -> Who:
    """Say that someone named is a relative or pet of someone."""
    if noun in PETS:
        who = Who(name, pet=True, relation=noun, owner=owner.name, teller=scene.speaker)
        told.append(claim(owner, "pet", name, f"{{S}} [have|has] {_a(noun)} called {{o}}"))
        told.append(claim(who, "species", noun, f"{{S}} is {_a(noun)}"))
    else:
        relation, gender = KIN[noun]
        gender = gender or title_gender(name)
        who = Who(name, gender, relation=relation, owner=owner.name, teller=scene.speaker)
        told.append(claim(owner, relation, name, f"{{S's}} {noun} [are|is] {{o}}"))
    scene.people[name] = scene.focus = who
    scene.turned = True
    return who


def attend(scene: Scene, sentence: str) -> None:
    """Keep in mind whom a sentence spoke of, though it was about nobody but the speaker.

    "I miss my dad. He died in March": he is whom the sentence before spoke of, not whoever was
    spoken of before that.
    """
    turned, scene.turned = scene.turned, False
    if turned:
        return
    if first := named_first(scene, sentence):
        scene.focus, scene.looked_back = scene.somebody(first) or scene.focus, False
        return
    found = [
        (one.end(), scene.relative(scene.me, one["noun"].lower()))
        for one in SPOKEN_OF.finditer(sentence)
    ]
    for one in MET.finditer(sentence):
        who = scene.somebody(one["name"]) if one["name"] in scene.names else None
        if who is not None and not who.me:
            found.append((one.end(), who))
    if SOMEBODY.search(sentence):
        scene.focus = None
    if found:
        scene.focus, scene.looked_back = max(found, key=lambda item: item[0])[1], False


def unnamed(scene: Scene, told: list[Claim]) -> None:
    """Keep someone just mentioned without a name in mind: "I have a dog. His name is ..."."""
    nouns = [one.object.split()[-1] for one in told if one.polarity]
    if len(nouns) == 1 and (nouns[0] in PETS or nouns[0] in KIN):
        name = f"{possessive(scene.speaker)} {nouns[0]}"
        gender = KIN.get(nouns[0], ("", ""))[1]
        scene.focus = Who(
            name,
            gender,
            relation=nouns[0],
            pet=nouns[0] in PETS,
            owner=scene.speaker,
            teller=scene.speaker,
        )


def signed(sentence: str, names: tuple[str, ...]) -> str:
    """Read a name that somebody signs with as one told.

    >>> signed("Hi, Dave here!", ("Dave",)), signed("Winter here.", ())
    ('I am Dave.', 'Winter here.')
    """
    match = _SIGNED.fullmatch(sentence)
    name = (match["here"] or match["name"]) if match else ""
    return f"I am {name}." if name in names and identity.answered_name(name) else sentence


def aged(text: str) -> str:
    """Write ages beside names out: "our kids Tim (9) and Lea, 4" as "our kids Tim who is 9 ..."."""
    if NOUNS.isdisjoint(WORDS.findall(text.lower())):
        return text
    return AGE_BESIDE.sub(lambda one: f"{one['name']} who is {one['m'] or one['k']}", text)


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


__all__ = ["aged", "attend", "introduce", "named_first", "signed", "unnamed"]
