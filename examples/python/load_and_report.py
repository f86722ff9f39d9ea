# SPDX-License-Identifier: MIT
"""Reads a plan and prints its report as of a moment: load_and_report.py PLAN MOMENT"""
import sys
from datetime import datetime, timedelta

import homework

path, moment = sys.argv[1:]
now = datetime.fromisoformat(moment)
try:
    plan = homework.load(path)
except homework.HomeworkError as error:
    sys.exit(f"{path}: {error}")
for problem in plan.problems:
    print(f"{path}:{problem.line}: {problem.message}", file=sys.stderr)
today = now.date()
print(plan.report(today - timedelta(days=70), today + timedelta(days=1), as_of=now), end="")
