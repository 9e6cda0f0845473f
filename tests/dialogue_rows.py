"""Rows of the README's table about what is planned, wished for and done over many conversations."""

from __future__ import annotations

from typing import Any

Row = tuple[str, str, str]


def prospective(found: Any) -> list[Row]:
    seen, held_out = found["seen"], found["held_out"]
    return [
        (
            f"{seen['plans']} plans told over eight weeks, asked about once, in the first talk "
            "after their date",
            f"{seen['followed_up']:.3f}; before it {1 - seen['not_before']:.3f}, twice "
            f"{1 - seen['not_twice']:.3f}, though called off or told of "
            f"{1 - seen['not_when_over']:.3f}",
            f"in a second set of wordings, whose failures were seen: {held_out['followed_up']:.3f}"
            + (
                f"; in one that was not: {found['blind']['followed_up']:.3f}"
                if "blind" in found
                else ""
            ),
        )
    ]


def procedures(found: Any) -> list[Row]:
    seen, further = found["seen"], found["further"]
    return [
        (
            f"{seen['instructions']} wishes how to be treated, kept by replies of both voices, "
            "over restarts, until changed",
            f"{seen['held']:.3f}; lifted or changed, {seen['took_effect']:.3f} took effect",
            f"in a second set of wordings: {further['held']:.3f}, "
            f"{further['took_effect']:.3f}; both were in view when the rules were written"
            + (
                f"; in one that was not: {found['blind']['held']:.3f}, "
                f"{found['blind']['took_effect']:.3f}"
                if "blind" in found
                else ""
            ),
        )
    ]


def voice(found: Any) -> list[Row]:
    return [
        (
            f"the native voice over one side of {found['conversations']} long conversations "
            f"({found['turns']:,} turns, {found['data']})",
            f"{found['repeated']} replies word for word among the 50 before",
            f"{found['unsupported']} of {found['claims']:,} replies claim of the past what their "
            "sources do not bear out",
        )
    ]


def tasks(found: Any) -> list[Row]:
    return [
        (
            f"{found['tasks']} tasks left half-done, resumed over days and restarts "
            f"({found['begun_or_resumed']} times)",
            f"{found['right']:.3f} at the right step",
            "steps by decomposition; what did not help is left out, what worked comes first",
        )
    ]
