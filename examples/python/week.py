# SPDX-License-Identifier: MIT
"""What is due in the week from a day on, as of its first moment: week.py PLAN DAY"""
import sys
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import homework

path, text = sys.argv[1:]
day = date.fromisoformat(text)
plan = homework.load(path)
midnight = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(plan.settings.zone))
for occurrence in plan.occurrences(day, day + timedelta(days=7), as_of=midnight):
    title = plan.assignments[occurrence.assignment].title
    print(f"{occurrence.due.isoformat()}  {occurrence.status.word:<12}  {title}")
