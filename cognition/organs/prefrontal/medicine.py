"""What somebody takes: the medicine that a telling names, newest first.

"The doctor put me on propranolol" has no word of "What medicine am I on?": only the form tells.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from cognition.organs.prefrontal.phrase import reported
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.tellings import sentences_told
from cognition.organs.prefrontal.wording import by_asker, quoted
from cognition.regex import regex
from cognition.values import Answer, Recollection, unsaid

ASKS_MEDICINE = regex(
    r"\b(?:what|which)(?:['’]?s| is| are)?(?: (?:kind|sort|type) of)? (?:\w+ )?(?:medic(?:ines?"
    r"|ations?)|meds?|tablets?|pills?|drugs?|antibiotics?|antidepressants?|painkillers?"
    r"|statins?)\b.*\b(?:on|takes?|taking|gets?|getting|prescribed|given|need)\b"
    r"|\bwhat (?:am|is|are|was) (?:i|he|she|they|we|(?:my )?[\w'-]+) (?:on|taking) for\b"
    r"|\bwhat (?:did|has|have) (?:the|my|his|her) (?:doctor|doc|vet|gp|consultant|specialist"
    r"|hospital|clinic) (?:put|give|given|prescribed?|start(?:ed)?)\b",
    re.IGNORECASE,
)
_DRUG = (
    r"(?:insulin|antibiotics|antidepressants|steroids|statins|painkillers|hrt|lithium|aspirin"
    r"|(?:blood|water) \w+|beta[- ]?blockers|morphine|methotrexate|chemo|iron(?: tablets)?"
    r"|[a-z]{2,}(?:[aeiou]l+ol|olol|illin|mycin|pril|sartan|statin|azole|pine|tine|mine|pam|lam"
    r"|ide|cetin|xin|idone|formin|profen|tamol|pezil|triptan|triptyline|traline|azepam|zolam|mab"
    r"|nib|parin|farin|cycline|oxin|gabalin|pentin|odeine|sone|solone|oxetine|opram|zine|thyroxine"
    r"|semide|dipine|barbital|odone|caine|vir))"
)
_WHOSE = r"(?P<whom>me|us|him|her|them|[a-z][\w'-]+|my [\w'-]+)"
_TOLD = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:chang|switch|swapp?|mov)\w* (?:{_WHOSE} )?(?:[\w ]+ )?from (?:the )?[\w-]+ "
        r"(?:on)?to (?:the )?(?P<drug>[\w-]+)",
        rf"\b(?:put|start(?:s|ed)?|got|keeps?|kept|has|have|gave|gives|prescribed|given)"
        rf" (?:{_WHOSE} )?(?:back )?(?:on )?(?:the |some |a course of )?(?P<drug>{_DRUG})\b",
        rf"\b(?P<whom>i|he|she|they|we|[a-z][\w-]+)(?:['’]?(?:m|s|re)| am| is| are| was)?"
        r" (?:now |still |back |also )?(?:on|tak(?:es?|ing)) (?:the |some |a course of )?"
        rf"(?P<drug>{_DRUG})\b",
    )
)
_MEDICAL = regex(
    r"\b(?:tablets?|pills?|medic\w+|meds|dose|doctor|gp|vet|consultant)\b", re.IGNORECASE
)
_OWN = frozenset({"i", "me", "us", "we", "my"})


def medicine(
    question: Question, who: Collection[str], recollections: Sequence[Recollection], cite: bool
) -> Answer | None:
    """Answer which medicine somebody is on; None where that is not asked, or was not told.

    >>> told = Recollection(text="The doctor put me on propranolol.", speaker="Jo", role="person")
    >>> asked = Question(text="What medicine am I on?", people=("Jo",), asker="Jo")
    >>> medicine(asked, ("jo",), [told], cite=False).text
    'Propranolol'
    """
    if not ASKS_MEDICINE.search(question.text):
        return None
    own = question.asker.lower() in who
    for one, sentence in sentences_told(question, recollections):
        if drug := _named(sentence, one, own, who):
            said = reported(drug, by_asker(question, one))
            return quoted(question, said, one, 0.85, cite, sentence)
    return None


def _named(sentence: str, told: Recollection, own: bool, who: Collection[str]) -> str:
    """Give the medicine that a sentence names of whom it is asked, empty where it names none."""
    for number, pattern in enumerate(_TOLD):
        for match in pattern.finditer(sentence):
            medical = number or re.fullmatch(_DRUG, match["drug"], re.IGNORECASE)
            if not medical and not _MEDICAL.search(sentence):
                continue
            if _meant((match["whom"] or "").lower(), sentence, told, own, who):
                return match["drug"]
    return ""


def _meant(whom: str, sentence: str, told: Recollection, own: bool, who: Collection[str]) -> bool:
    """Tell whether it is the one asked about who takes what a sentence names."""
    low = f" {sentence.lower()} "
    named = any(name in low for name in who if name)
    if own:
        return whom in _OWN or whom.startswith("my ") or (not whom and " my " in low)
    if named or any(name.lower() in who for name in unsaid(told)):
        return True
    pointing = re.search(r"\b(?:he|him|his|she|her|hers)\b", low) is not None
    return pointing and not told.names


__all__ = ["ASKS_MEDICINE", "medicine"]
