"""Rows of the README's table on memory: at scale, asleep, adapted, part by part, beside peers."""

from __future__ import annotations

from typing import Any

Row = tuple[str, str, str]


def ablation(found: Any) -> list[Row]:
    rows: list[Row] = []
    for data, one in found.items():
        if isinstance(one, dict) and "mechanisms" in one:
            cells = {name: at["all"]["R@10"] for name, at in one["mechanisms"].items()}
            clear = [f"{n} {c['adds']:+.3f}" for n, c in cells.items() if c["interval"][0] > 0]
            some = ", ".join(clear) or "none"
            rows.append(
                (
                    f"what each mechanism adds to R@10, {data}",
                    f"{len(clear)} of {len(cells)} clearly",
                    f"interval above 0: {some}",
                )
            )
    return rows


def peers(found: Any) -> list[Row]:
    ours, quick = found["recall"]["kindred"]["all"], found["speed"]["kindred"]
    rows = [
        (
            f"beside peers with the same encoder ({found['questions']:,} questions)",
            f"R@10 {ours['R@10']:.3f}; {quick['turns_per_s_with_encoding']:.0f} turns a second "
            f"written; {quick['recall_ms_p50_with_encoding']:.1f} ms to recall",
            "Kindred",
        )
    ]
    for name, at in found["recall"].items():
        if name == "kindred":
            continue
        speed, better = found["speed"][name], found["kindred_is_better_by"][name]
        rows.append(
            (
                f"… {name}",
                f"R@10 {at['all']['R@10']:.3f}; {speed['turns_per_s_with_encoding']:.0f} turns a "
                f"second; {speed['recall_ms_p50_with_encoding']:.1f} ms",
                f"Kindred: {better['R@10']:.2f} times the recall, "
                f"{better['turns_per_s_with_encoding']:.2f} times as fast to write, "
                f"{better['recall_ms_p50_with_encoding']:.2f} to recall",
            )
        )
    return rows


def scaling(found: Any) -> list[Row]:
    return [
        (
            f"a memory of {one['memories']:,}: to recall, encoding included",
            f"p50 {one['recall_ms']['p50']:.1f} ms, p95 {one['recall_ms']['p95']:.1f} ms",
            f"opens in {one['open_s']:.1f} s; {one['peak_mb'] / 1024:.1f} GB of memory at most, "
            f"{one['disk_mb'] / 1024:.1f} GB on disk",
        )
        for one in found["sizes"]
        if "recall_ms" in one
    ]


def sleep(found: Any) -> list[Row]:
    rows = [
        (
            f"the longest wait of a turn while a memory of {one['memories']:,} sleeps",
            f"{one['longest_wait_ms']:.0f} ms over the median turn",
            f"awake {one['longest_wait_awake_ms']:.0f} ms; {one['turns_asleep']:,} turns in "
            f"{one['slept_s']:.0f} s of sleep",
        )
        for one in found["waits"]
    ]
    if told := found.get("recall"):
        before, after = told["before"]["all"]["R@10"], told["after"]["all"]["R@10"]
        rows.append(
            (
                f"evidence recalled after sleep, {told['data']}",
                f"R@10 {after:.3f}, before {before:.3f}",
                f"lower in: {', '.join(told['lower_after']) or 'no category'}",
            )
        )
    return rows


def adaptation(found: Any) -> list[Row]:
    shown = found["show"]
    gain, spread = shown["own minus off"]["MRR"]
    over, apart = shown["own minus another's"]["MRR"]
    nearest = shown["nearest mind is of the same habit"]
    return [
        (
            f"adapting to a person ({found['lives']} made-up lives of each habit), later weeks",
            f"MRR of the memory meant {shown['own']['MRR'][0]:.3f}; "
            f"{shown['off']['MRR'][0]:.3f} without",
            f"gain {gain:+.3f} ± {spread:.3f}; over another person's {over:+.3f} ± {apart:.3f}; "
            f"the nearest mind is of the same habit in {nearest:.2f} (chance "
            f"{shown['by chance']:.2f})",
        )
    ]
