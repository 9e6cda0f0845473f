from __future__ import annotations

from datetime import datetime

import pytest

from cognition.organs.thalamus.times import when

NOW = datetime(2026, 11, 21, 15, 30)  # a Saturday


def iso(moment: datetime) -> str:
    return moment.isoformat(" ", "minutes").removesuffix(" 00:00")


def seen(text: str, tense: str | None = None) -> list[tuple[str, str, str]]:
    return [(span.text, iso(span.start), iso(span.end)) for span in when(text, NOW, tense)]


@pytest.mark.parametrize(
    ("text", "expression", "start", "end"),
    [
        ("My sister visits on Friday.", "Friday", "2026-11-27", "2026-11-28"),
        ("I saw her on Friday.", "Friday", "2026-11-20", "2026-11-21"),
        ("I saw her on Saturday.", "Saturday", "2026-11-14", "2026-11-15"),
        ("I went there in July", "July", "2026-07-01", "2026-08-01"),
        ("I'm going there in July", "July", "2027-07-01", "2027-08-01"),
    ],
)
def test_the_clause_tells_which_friday(text, expression, start, end):
    assert seen(text) == [(expression, start, end)]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("They've moved my operation forward to 15th December", "2026-12-15"),
        ("I got a date for my scan, 4 December", "2026-12-04"),
        ("I heard my operation is on 4 December", "2026-12-04"),
        ("we moved to Leeds on 15 December", "2025-12-15"),
    ],
)
def test_what_is_set_for_a_day_is_to_come(text, start):
    assert seen(text)[0][1] == start


def test_a_given_tense_overrides_the_clause():
    assert seen("Friday", "past") == [("Friday", "2026-11-20", "2026-11-21")]
    assert seen("Friday", "future") == [("Friday", "2026-11-27", "2026-11-28")]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("yesterday", "2026-11-20", "2026-11-21"),
        ("the day before yesterday", "2026-11-19", "2026-11-20"),
        ("the Friday after next", "2026-12-04", "2026-12-05"),
        ("the week before last", "2026-11-02", "2026-11-09"),
        ("next weekend", "2026-11-28", "2026-11-30"),
        ("three weekends ago", "2026-10-31", "2026-11-02"),
        ("a couple of days ago", "2026-11-19", "2026-11-20"),
        ("two years and three months ago", "2024-08-21", "2024-08-22"),
        ("in two and a half years", "2029-05-21", "2029-05-22"),
        ("two days after Christmas", "2026-12-27", "2026-12-28"),
        ("past two years", "2024-11-21", "2026-11-21"),
        ("last few months", "2026-08-21", "2026-11-21"),
        ("the 15th of last month", "2026-10-15", "2026-10-16"),
        ("ten minutes ago", "2026-11-21 15:20", "2026-11-21 15:20"),
    ],
)
def test_relative_dates(text, start, end):
    assert seen(text) == [(text, start, end)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("5 June 2021", "2021-06-05", "2021-06-06"),
        ("2021-06-05T14:30", "2021-06-05 14:30", "2021-06-05 14:30"),
        ("23.04.2022", "2022-04-23", "2022-04-24"),
        ("Sept 2019", "2019-09-01", "2019-10-01"),
        ("Q3 2025", "2025-07-01", "2025-10-01"),
        ("the 80s", "1980-01-01", "1990-01-01"),
        ("the 21st century", "2000-01-01", "2100-01-01"),
        ("early 2020", "2020-01-01", "2020-05-01"),
        ("summer of 2015", "2015-06-01", "2015-09-01"),
        ("the second week of June 2027", "2027-06-07", "2027-06-14"),
        ("first Monday of May 2027", "2027-05-03", "2027-05-04"),
        ("Easter Monday 2027", "2027-03-29", "2027-03-30"),
        ("New Year's Eve", "2026-12-31", "2027-01-01"),
        ("the week of Thanksgiving", "2026-11-23", "2026-11-30"),
    ],
)
def test_calendar_dates(text, start, end):
    assert seen(text) == [(text, start, end)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("tonight", "2026-11-21 20:00", "2026-11-21 23:59"),
        ("this morning", "2026-11-21 08:00", "2026-11-21 12:00"),
        ("Friday night", "2026-11-27 20:00", "2026-11-27 23:59"),
        ("7pm tomorrow", "2026-11-22 19:00", "2026-11-22 19:00"),
        ("tomorrow at a quarter to nine", "2026-11-22 08:45", "2026-11-22 08:45"),
        ("last night at 11", "2026-11-20 23:00", "2026-11-20 23:00"),
        ("tomorrow from 2 to 4", "2026-11-22 14:00", "2026-11-22 16:00"),
    ],
)
def test_times_of_day(text, start, end):
    assert seen(text) == [(text, start, end)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("from Monday to Wednesday", "2026-11-23", "2026-11-25"),
        ("between June and August 2024", "2024-06-01", "2024-08-01"),
        ("9 to 12 of June 2027", "2027-06-09", "2027-06-12"),
        ("June 5th through 8th", "2027-06-05", "2027-06-08"),
        ("from 2007 to the end of 2008", "2007-01-01", "2009-01-01"),
        ("since last year", "2025-01-01", "2026-11-21 15:30"),
    ],
)
def test_ranges(text, start, end):
    assert seen(text) == [(text, start, end)]


@pytest.mark.parametrize(
    "text",
    [
        "This may take long.",
        "March on!",
        "I have two cats and 3 dogs.",
        "He is 25 years old.",
        "I've been running for 3 days.",
        "twice a week",
        "every Friday",
        "Call me at 555-1234.",
        "the second time",
        "a 4:3 screen",
        "day after day",
        "2015-1-32",
    ],
)
def test_what_tells_no_time_is_left_alone(text):
    assert seen(text) == []


def test_several_expressions_are_found_in_order():
    found = seen("We met in 2019 and married on 3 May 2021.")
    assert [text for text, _, _ in found] == ["2019", "3 May 2021"]


def test_a_month_end_is_not_overrun():
    assert seen("in one month")[0][1] == "2026-12-21"
    spans = when("in one month", datetime(2026, 1, 31))
    assert spans[0].start == datetime(2026, 2, 28)
