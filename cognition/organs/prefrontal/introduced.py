"""Who or what somebody is by the words that a telling introduces them with.

"My dispatcher Luanne", "his mother's name, Edith", "my neighbour's dog, Boris", "a greyhound called
Spaghetti": the noun beside a name says who it is, or of which breed (apposition).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from cognition.organs.neocortex.events import with_article
from cognition.organs.neocortex.lexicon import KIN, PETS
from cognition.organs.prefrontal.continuing import continued, goes_on
from cognition.organs.prefrontal.phrase import reported
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.tellings import told_by_asker
from cognition.organs.prefrontal.wording import by_asker, quoted, source
from cognition.organs.prefrontal.words import sentences
from cognition.organs.thalamus.sentences import asking
from cognition.regex import regex
from cognition.values import Answer, Recollection, unsaid

_WHO = regex(
    r"\W*(?:(?:and|so|but|remind me|tell me|wait)\W+)*(?:who|what)(?:['’]?s| is| was) "
    r"(?P<name>(?!(?:my|the|our|he|she|it|that|this|in|on)\b)[\w.'’-]+(?: [A-Z][\w'’-]+)?)"
    r"(?: again)?\W*\Z",
    re.IGNORECASE,
)
_WHOSE = regex(r"\W*whose (?P<noun>\w+) (?:is|was) (?P<name>[\w'’ -]+?)\W*\Z", re.IGNORECASE)
_BREED = regex(
    r"\b(?:what|which) (?:breed|(?:kind|sort|type|breed) of (?:dog|cat|horse|bird|pet|animal))\b",
    re.IGNORECASE,
)
_OF_BREED = (
    r"(?:labrador|retriever|poodle|greyhound|whippet|spaniel|terrier|collie|sheepdog|shepherd"
    r"|dachshund|sausage dog|bulldog|pug|husky|malamute|beagle|rottweiler|dalmatian|chihuahua"
    r"|corgi|mastiff|schnauzer|setter|doberman|akita|lurcher|cockapoo|labradoodle|cavapoo|staff(?:ie"
    r"|y)|westie|yorkie|mongrel|mutt|galgo|vizsla|samoyed|shih ?tzu|maltese|pomeranian|newfoundland"
    r"|st\.? bernard|great dane|tabby|siamese|persian|maine coon|bengal|ragdoll|sphynx|ginger tom"
    r"|tortoiseshell|moggy|shorthair|cockatiel|budgie|parakeet|canary|macaw|thoroughbred|cob|pony)"
)
_BRED = regex(
    rf"\b(?:an? |the )?(?P<breed>(?:(?:[a-z]+ )?(?:golden|border|german|jack russell|cocker|black"
    rf"|yellow|chocolate|british|old english|english|french|siberian|bull|basset|springer|rescue"
    rf"|retired|ginger|miniature|toy|giant|half|part)[ -])?{_OF_BREED}(?: (?:cross|mix))?)\b",
    re.IGNORECASE,
)
_ROLES = (
    r"(?:\w{2,}(?:er|or|ist|ant|mate|man|woman|ian|ee|ess)|friend|buddy|pal|bff|boss|ex|gf|bf|nurse"
    r"|coach|mum|mom|dad|nan|gran|colleague|client|crush|date|vet|priest|vicar|guide|chef|cook|gp"
    r"|flatmate|wife|twin|" + "|".join(sorted({*KIN, *PETS}, key=len, reverse=True)) + r")"
)
_OWNER = r"(?P<what>(?:my|our|his|her|their|the) (?:[\w-]+(?:['’]s)? ){0,3}?"
_ANYBODY = r"(?:guy|man|woman|girl|boy|bloke|lad|lady|person|someone|somebody|chap|kid|fella)"
_SOMEBODY = regex(rf"\b{_ANYBODY}\b", re.IGNORECASE)


def introduced(
    question: Question, recollections: Sequence[Recollection], cite: bool
) -> Answer | None:
    """Say who somebody is, whose something is or of which breed, as it was told beside the name.

    >>> told = Recollection(text="My dispatcher Luanne rang.", speaker="Jo", role="person")
    >>> introduced(Question(text="Who's Luanne?", kind="who", asker="Jo"), [told], cite=False).text
    'Your dispatcher'
    """
    if _BREED.search(question.text):
        return _bred(question, told_by_asker(question, recollections), cite)
    asked = _WHOSE.match(question.text) or _WHO.match(question.text)
    if asked is None:
        return None
    whose = "noun" in asked.groupdict()
    for one in told_by_asker(question, recollections):
        for sentence in sentences(one.text):
            what = "" if asking(sentence) else _beside(asked["name"], sentence)
            if what and whose:
                what = _possessor(what)
            if what:
                return _said(question, one, sentence, what, cite)
    return None


@lru_cache(maxsize=64)
def _forms(name: str) -> tuple[re.Pattern[str], ...]:
    called = re.escape(name)
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"\b{_OWNER}[\w-]+)['’]?s name,? (?:is |was )?{called}\b",
            rf"\b{_OWNER}{_ROLES})(?:,| is| was| called| named| is called| is named)* {called}\b",
            rf"\b(?P<what>(?:(?:an?|this|the|some) )?(?:[a-z]+ )?{_ANYBODY}(?: from [\w ]+?)?)"
            rf"(?: called| named|,? (?:her|his|their) name(?:['’]?s| is)?) {called}\b",
            rf"\b{called}(?:,|['’]s| is| was) (?P<what>(?:my|our|the|his|her|an?) (?:[\w-]+"
            rf"(?:['’]s)? ){{0,3}}?{_ROLES})(?=\W*\Z|[.,;!]| (?:and|but|who|from|at|in|of)\b)",
        )
    )


def _beside(name: str, sentence: str) -> str:
    """Give the noun that stands beside a name in a sentence and says who it is, else nothing."""
    if name.lower() not in sentence.lower():
        return ""
    for pattern in _forms(name):
        if found := pattern.search(sentence):
            return str(found["what"])
    return ""


def _possessor(what: str) -> str:
    """Give whose something is: "my neighbour's" of "my neighbour's dog", "yours" of "my dog"."""
    owner, apostrophe, _ = what.replace("’", "'").rpartition("'s ")
    if apostrophe:
        return f"{owner}'s"
    return {"my": "yours", "our": "yours", "his": "his", "her": "hers"}.get(what.split()[0], "")


def _bred(question: Question, own: Sequence[Recollection], cite: bool) -> Answer | None:
    """Give the breed told of the pet asked about, or right after it was told of."""
    low = question.text.lower()
    asked = {word for word in re.findall(r"\w+", low) if word not in ("what", "breed", "is", "my")}
    for one in own:
        found = None if asking(one.text) else _BRED.search(one.text)
        if found is None:
            continue
        before = continued(one, own) if goes_on(one.text) else None
        about = f"{one.text} {before.text if before else ''} {' '.join(unsaid(one))}".lower()
        if any(re.search(rf"\b{re.escape(word)}s?\b", about) for word in asked & _pets(about, low)):
            return _said(question, one, one.text, with_article(found["breed"]), cite)
    return None


def _pets(about: str, question: str) -> set[str]:
    """Give the last word of a question, its pet's noun or name, and any noun for a pet in it."""
    last = re.findall(r"\w+", question)[-1:]
    return {*last, *(noun for noun in PETS if noun in question.split())}


def _said(question: Question, one: Recollection, sentence: str, what: str, cite: bool) -> Answer:
    meant = unsaid(one)
    if len(meant) == 1 and what.lower().startswith(("his ", "her ")):
        what = f"{meant[0]}'s {what.split(' ', 1)[1]}"
    unclear = what.lower().startswith(("his ", "her ", "their ")) or _SOMEBODY.search(what)
    if unclear and question.kind == "who":  # whose, or which, only the telling may say
        whole = "" if goes_on(sentence) else sentence
        return Answer(source(question, one, whole), 0.6, True, (one,))
    said = reported(what, by_asker(question, one))
    return quoted(question, said, one, 0.85, cite, sentence)


__all__ = ["introduced"]
