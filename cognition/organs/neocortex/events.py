"""The nouns that name something with a date: what is looked forward to, and asked about after."""

from __future__ import annotations

import re

from cognition.organs.neocortex.lexicon import words

# a head noun says that its phrase is an event, whatever stands before it: "eye exam", "job fair"
EVENTS = words(
    # examinations, and what is sat or defended
    "exam exams examination final finals midterm quiz test tests resit oral viva defence defense "
    "assessment evaluation audition auditions tryout tryouts lesson class course tutorial seminar "
    "lecture workshop training practice rehearsal bootcamp hackathon induction orientation "
    # health
    "appointment checkup check-up check surgery operation procedure scan x-ray ultrasound biopsy "
    "screening consultation treatment therapy physio chemo chemotherapy dialysis infusion"
    " injection"
    " jab vaccination vaccine booster filling extraction cleaning session fitting delivery"
    " massage "
    "manicure haircut transplant caesarean clinic "
    # work, offices and law
    "interview meeting meetup conference convention congress summit symposium webinar"
    " presentation "
    "pitch demo keynote panel talk speech review appraisal audit inspection hearing trial"
    " mediation"
    " deadline shift handover launch release call briefing viewing closing valuation survey move "
    # the stage, sports and games
    "concert gig show play musical opera ballet recital performance premiere exhibition opening "
    "festival parade carnival reading signing match game tournament championship competition "
    "contest race run ride hike climb marathon half-marathon triathlon regatta gala derby final "
    "semifinal playoff "
    # feasts and company
    "wedding engagement party birthday anniversary reunion graduation prom funeral memorial wake "
    "burial vigil service ceremony christening baptism communion bris shower baby-shower "
    "housewarming farewell send-off picnic barbecue bbq potluck sleepover playdate date dinner "
    "lunch brunch breakfast supper coffee drinks tasting fair evening night "
    # journeys
    "flight trip journey tour excursion outing cruise safari getaway vacation holiday camp"
    " retreat "
    "visit booking reservation"
)
# told without an article: "I am having dinner", "in for surgery"
BARE = words(
    "dinner lunch brunch breakfast supper coffee drinks surgery chemo chemotherapy dialysis"
    " therapy"
    " physio class training practice rehearsal court"
)
# what goes before a place one travels to: "the night train to Oslo", "a weekend in Oslo"
TRAVEL = (
    r"(?:head(?:ing|ed)?|leav(?:e|es|ing)|travel\w*|fly|flies|flying|jet\w*|depart\w*|board\w*"
    r"|go(?:es|ing)?(?! to [a-z]+ (?:to|for|with|on|at|about)\b)"
    r"|drive|driving|sail\w*|cycl\w*|trains?|bus|coach|ferry|boat|plane|flights?"
    r"|trip"
    r"|journey|tickets?|booked|rebooked|reserved|off|set(?:s|ting)? (?:out|off)|pack(?:ed|ing)?"
    r"|hop(?:s|ping)?|pop(?:s|ping)? over|nip(?:s|ping)?|rid(?:e|ing)|trek\w*|hik(?:e|ing)"
    r"|walk(?:ing)?|commut\w+"
    r"|rent(?:ed|ing)?|relocat\w+|emigrat\w+|escap\w+|bound|whisk\w*|drag\w*|way|spend\w*|stay\w*"
    r"|weekend"
    r"|holidays?"
    r"|vacation|getaway|break|hotel|tour|cruise|move|moving|visit\w*|explor\w*|return\w*|arriv\w*"
    r"|land(?:s|ing)?"
    r"|send(?:s|ing)? (?:me|us)|tak(?:es|ing) (?:me|us)|(?:will|to) be)"
)


_PLURALS = words(
    "exams finals midterms tests tryouts auditions appointments meetings drinks results"
)


def with_article(noun: str) -> str:
    """Put "a" or "an" before a noun that takes one.

    >>> with_article("exam")
    'an exam'
    """
    if noun.lower() in BARE or noun.lower().split()[-1] in _PLURALS:
        return noun
    return f"{'an' if noun[0].lower() in 'aeiou' else 'a'} {noun}"


def is_event(noun: str) -> bool:
    """Tell whether a noun phrase names an event by its head.

    >>> is_event("chemistry exam"), is_event("exam notes")
    (True, False)
    """
    said = re.findall(r"[\w-]+", noun.lower())
    return bool(said) and said[-1] in EVENTS


__all__ = ["BARE", "EVENTS", "TRAVEL", "is_event", "with_article"]
