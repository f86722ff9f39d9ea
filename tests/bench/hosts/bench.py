# SPDX-License-Identifier: MIT
import sys
import time
from datetime import date, datetime, timezone

import numpy

import homework

TIMES = range(20_000)
PLANS = 20
SPAN = (date(2026, 1, 1), date(2027, 1, 1))
AS_OF = datetime(2027, 1, 1, tzinfo=timezone.utc)
plan = homework.load(sys.argv[1])
assignment = plan.assignments["breathing"]
assignments = plan.assignments
progress = plan.progress(*SPAN, as_of=AS_OF)
table = homework.caseload([sys.argv[1]] * PLANS, start=SPAN[0], end=SPAN[1], as_of=AS_OF).table()


def attribute():
    for _ in TIMES:
        size = len(assignment.title.encode())
    return size


def child():
    for _ in TIMES:
        one = assignments["breathing"]
    return int(one is not None)


def occurrences():
    return sum(one.status == homework.OccurrenceStatus.DONE for one in list(plan.occurrences(*SPAN, as_of=AS_OF)))


def column():
    return int(sum(one["done"].value or 0 for one in progress.subjects))


def caseload():
    return int(numpy.nansum(table.to_numpy(["value"])["value"]))


for job in (attribute, child, occurrences, column, caseload):
    print("check", job.__name__, job())
    best = 1e300
    for _ in range(5):
        begin = time.perf_counter_ns()
        job()
        best = min(best, time.perf_counter_ns() - begin)
    print("time", job.__name__, best)
