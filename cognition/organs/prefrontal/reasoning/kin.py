"""The words for kin: which relation each names, and how to say it."""

from __future__ import annotations

import re

_PLAIN = (
    "mother father sister brother son daughter wife husband grandmother grandfather grandson "
    "granddaughter aunt uncle niece nephew cousin"
)
_GREAT = "grandmother grandfather aunt uncle niece nephew"
_FEMALE = (
    "mother sister daughter wife grandmother granddaughter aunt niece mother_in_law sister_in_law "
    "daughter_in_law great_grandmother great_aunt great_niece"
)
_MALE = (
    "father brother son husband grandfather grandson uncle nephew father_in_law brother_in_law "
    "son_in_law great_grandfather great_uncle great_nephew"
)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


KIN = {
    **{word: word for word in _words(_PLAIN)},
    **{f"{word}-in-law": f"{word}_in_law" for word in _words(_PLAIN)[:6]},
    **{f"great-{word}": f"great_{word}" for word in _words(_GREAT)},
    "mom": "mother", "mum": "mother", "dad": "father", "grandma": "grandmother",
    "granny": "grandmother", "grandpa": "grandfather", "granddad": "grandfather",
    "grandad": "grandfather", "gran": "grandmother", "nan": "grandmother", "nana": "grandmother",
    "grandmom": "grandmother", "granddaddy": "grandfather", "gramps": "grandfather",
    "mommy": "mother", "mummy": "mother", "mama": "mother", "daddy": "father", "papa": "father",
    "sis": "sister", "bro": "brother", "auntie": "aunt", "aunty": "aunt", "hubby": "husband",
    "mother in law": "mother_in_law", "father in law": "father_in_law",
    "sister in law": "sister_in_law", "brother in law": "brother_in_law",
    "daughter in law": "daughter_in_law", "son in law": "son_in_law",
    "great grandmother": "great_grandmother", "great grandfather": "great_grandfather",
    "great aunt": "great_aunt", "great uncle": "great_uncle", "widow": "wife", "widower": "husband",
    "bride": "wife", "groom": "husband", "grand-mother": "grandmother",
    "grand-father": "grandfather", "great-grandma": "great_grandmother",
    "great-grandpa": "great_grandfather",
}  # fmt: skip
NEUTRAL = {
    "parent": "parent", "child": "child", "kid": "child", "sibling": "sibling", "spouse": "spouse",
    "grandparent": "grandparent", "grandchild": "grandchild", "twin": "sibling",
    "grandkid": "grandchild", "partner in marriage": "spouse",
}  # fmt: skip
FEMALE = frozenset(_words(_FEMALE))
MALE = frozenset(_words(_MALE))
ONE = frozenset({"mother", "father", "husband", "wife", "spouse"})  # of which one has one
_PLURALS = {"children": "child", "kids": "child", "wives": "wife",
            "grandchildren": "grandchild"}  # fmt: skip


def noun(word: str) -> str:
    """Give the relation that a noun names, empty if it names none.

    >>> noun("Mum"), noun("sisters"), noun("sisters-in-law"), noun("table")
    ('mother', 'sister', 'sister_in_law', '')
    """
    low = word.lower().replace("s-in-law", "-in-law")
    low = _PLURALS.get(low, low)
    for one in (low, low.removesuffix("s")):
        if found := KIN.get(one) or NEUTRAL.get(one):
            return found
    return ""


def said(relation: str) -> str:
    """Write a relation as a noun.

    >>> said("mother_in_law")
    'mother-in-law'
    """
    return relation.replace("great_", "great-").replace("_", "-")
