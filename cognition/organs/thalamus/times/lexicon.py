"""The words that tell time, each with what it stands for."""

from __future__ import annotations

from cognition.organs.thalamus.words import listed, words

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "monday mondays mon",
            "tuesday tuesdays tue tues",
            "wednesday wednesdays wed weds",
            "thursday thursdays thu thur thurs",
            "friday fridays fri",
            "saturday saturdays sat",
            "sunday sundays sun",
        )
    )
    for name in names.split()
}
# Words that are more often something else: they count only in company that tells time.
DOUBTFUL = frozenset(
    {"may", "march", "mar", "sat", "sun", "mon", "wed", "second", "fall", "spring"}
)

UNITS: dict[str, str] = {
    name: unit
    for unit, names in {
        "second": "second seconds sec secs",
        "minute": "minute minutes min mins",
        "hour": "hour hours hr hrs h",
        "day": "day days",
        "workday": "workday workdays",
        "week": "week weeks wk wks",
        "workweek": "workweek workweeks",
        "fortnight": "fortnight fortnights",
        "weekend": "weekend weekends",
        "month": "month months",
        "quarter": "quarter quarters",
        "year": "year years yr yrs",
        "decade": "decade decades",
        "century": "century centuries",
    }.items()
    for name in names.split()
}
CLOCK_UNITS = frozenset({"second", "minute", "hour"})

NUMBERS: dict[str, int] = {
    name: number
    for number, name in enumerate(
        listed(
            """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen
    """
        )
    )
}
TENS: dict[str, int] = {
    name: number * 10
    for number, name in enumerate(
        listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2
    )
}
ORDINALS: dict[str, int] = {
    name: number
    for number, name in enumerate(
        listed(
            """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
    """
        ),
        start=1,
    )
} | {"thirtieth": 30}
VAGUE: dict[str, int] = {"couple": 2, "few": 3, "several": 5}
DECADES: dict[str, int] = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}

# How many periods away from the present one a word points.
STEPS: dict[str, int] = {
    "this": 0,
    "current": 0,
    "present": 0,
    "same": 0,
    "that": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
}
# Hours a part of the day spans; a night ends with its day, by convention.
PARTS: dict[str, tuple[float, float]] = {
    "morning": (8, 12),
    "mornings": (8, 12),
    "am": (8, 12),
    "noon": (12, 12),
    "midday": (12, 12),
    "lunchtime": (11, 13),
    "afternoon": (12, 16),
    "afternoons": (12, 16),
    "pm": (12, 16),
    "evening": (16, 20),
    "evenings": (16, 20),
    "night": (20, 24),
    "nights": (20, 24),
    "nite": (20, 24),
    "midnight": (0, 0),
    "daytime": (8, 18),
}
SEASONS: dict[str, int] = {
    "spring": 3,
    "springtime": 3,
    "summer": 6,
    "summertime": 6,
    "autumn": 9,
    "fall": 9,
    "winter": 12,
    "wintertime": 12,
}
NEAR_DAYS: dict[str, int] = {
    "today": 0,
    "tomorrow": 1,
    "tmrw": 1,
    "tmr": 1,
    "tomorow": 1,
    "tommorow": 1,
    "tommorrow": 1,
    "yesterday": -1,
    "yday": -1,
    "otd": 0,
}
TONIGHT = frozenset({"tonight", "tonite", "tonights"})
# Which third of a period its edge is; a relative period is halved instead.
EDGES: dict[str, str] = {
    "early": "early",
    "earlier": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "midway": "mid",
    "late": "late",
    "later": "late",
    "end": "late",
}
PREPOSITIONS = words(
    """
    in of by since until till from during for to between before after around circa about
    through thru this next last past previous late early mid every each and or = on year
    summer winter spring fall autumn til late back following coming over
    """
)
