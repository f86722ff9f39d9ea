# SPDX-License-Identifier: MIT
"""The total of a questionnaire against the homework done in the seven days before it: numbers, warnings and a picture.

Whether the two go together is told with the number of pairs that it rests on. It does not say why, and no result is a diagnosis."""
from __future__ import annotations

import argparse
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, List, NamedTuple
from zoneinfo import ZoneInfo

import homework
import matplotlib
from homework import samples, statistics

matplotlib.use("Agg")
from matplotlib import pyplot  # noqa: E402

ENOUGH = 8                                      # pairs: below, the library gives no p


class Pair(NamedTuple):
    """A total, and the share done before it. few: the share rests on fewer than 5 occurrences."""

    at: datetime
    total: float
    done: float
    numerator: int
    denominator: int
    few: bool


def pairs(plan: homework.Plan, instrument: str, weeks: int, as_of: datetime) -> List[Pair]:
    """A pair for each total of the questionnaire before whose day anything counted."""
    found, day = [], as_of.astimezone(ZoneInfo(plan.settings.zone or "UTC")).date() + timedelta(days=1)
    for form in plan.questionnaires(day - timedelta(weeks=weeks), day, as_of=as_of):
        if form.instrument != instrument or form.total.value is None or not isinstance(form.happened, datetime):
            continue
        end = form.happened.date()
        done = plan.progress(end - timedelta(days=7), end, as_of=as_of, lean=True).plan["done"]
        if done.value is not None:
            found.append(Pair(form.happened, form.total.value, done.value, done.numerator, done.denominator, done.few))
    return found


def warnings(found: List[Pair], test: homework.statistics.RankTest) -> List[str]:
    """What keeps the numbers from being leant on."""
    said = ["It does not say why: what else changed in these weeks is not in it."]
    if len(found) < ENOUGH:
        said.append(f"Only {len(found)} pairs: fewer than {ENOUGH} tell little, and have no p.")
    elif test.p.value is not None and test.p.value >= 0.05:
        said.append("It may be chance: p is 0.05 or more.")
    if sum(pair.few for pair in found):
        said.append(f"{sum(pair.few for pair in found)} of {len(found)} shares rest on fewer than 5 occurrences (hollow).")
    trends = [statistics.mann_kendall([getattr(pair, name) for pair in found]).p.value for name in ("total", "done")]
    if all(p is not None and p < 0.05 for p in trends):
        said.append("Both rise or fall over the weeks: two trends go together whatever they are of.")
    elif any(p is not None and p < 0.05 for p in trends):
        said.append("One of them rises or falls over the weeks, so that its values are not independent.")
    return said


def draw(found: List[Pair], instrument: str, lines: List[str]) -> Any:
    """Both over time, and one against the other; the numbers at the points are the questionnaires."""
    figure, (time, against) = pyplot.subplots(1, 2, figsize=(10, 4.6), layout="constrained")
    weeks, totals, shares = list(range(1, len(found) + 1)), [pair.total for pair in found], [100 * pair.done for pair in found]
    time.plot(weeks, totals, "s-", color="#14466b", label=f"{instrument}, total (left)")
    other = time.twinx()
    other.plot(weeks, shares, "o--", color="#777777", label="done of what counts (right)")
    other.set(ylim=(-4, 104), ylabel="%")
    time.set(xlabel="questionnaire, and how many were done of how many", ylabel="total", ylim=(0, None), xticks=weeks,
             xticklabels=[f"{week}\n{pair.numerator}/{pair.denominator}" for week, pair in zip(weeks, found)])
    time.legend(handles=[*time.lines, *other.lines], loc="lower left", bbox_to_anchor=(0, 1), ncol=2, frameon=False, fontsize="small")
    for week, pair, share, total in zip(weeks, found, shares, totals):
        against.plot(share, total, "o", color="#14466b", markerfacecolor="white" if pair.few else "#14466b")
        against.annotate(week, (share, total), (5, 4), textcoords="offset points", fontsize=8)
    against.set(xlabel="done of what counts in the seven days before, %", ylabel=f"{instrument}, total", xlim=(-4, 112),
                ylim=(0, 1.1 * max(totals, default=1)))
    figure.supxlabel("\n".join(lines), fontsize=8.5, x=0.01, ha="left")
    return figure


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plan", nargs="?", help="a plan document; an invented one without it")
    parser.add_argument("--instrument", default="gad-7", help="the id of the questionnaire, %(default)s unless given")
    parser.add_argument("--weeks", type=int, default=12, help="how many weeks before the moment, %(default)s unless given")
    parser.add_argument("--as-of", type=datetime.fromisoformat, default=samples.AS_OF, help="a moment with its offset")
    parser.add_argument("--to", type=Path, default=Path(), help="the folder to write scores.png to")
    given = parser.parse_args()
    plan = samples.plan() if given.plan is None else homework.load(given.plan)
    found = pairs(plan, given.instrument, given.weeks, given.as_of)
    test = statistics.kendall_tau_b([pair.done for pair in found], [pair.total for pair in found])
    tau, p = ("undefined" if it.value is None else f"{it.value:.2f}" for it in (test.tau, test.p))
    told = [f"Kendall's tau-b {tau}, p {p}, n = {len(found)} pairs", *warnings(found, test)]
    print("\n".join(told))
    draw(found, given.instrument, told).savefig(given.to / "scores.png", dpi=130)
