# SPDX-License-Identifier: MIT
"""Writes a plan's to-dos as a file to import and its events as a feed to subscribe to: feed.py PLAN MOMENT [FOLDER]"""
import sys
from pathlib import Path

import homework

path, moment = sys.argv[1:3]
folder = Path(*sys.argv[3:])
plan = homework.load(path)
# A feed shows; many clients ring nothing of one. So the file has the to-dos, and their alarms.
(folder / "practice.ics").write_bytes(plan.to_calendar("todos", as_of=moment))
print("practice.ics: to import")
(folder / "feed.ics").write_bytes(plan.to_calendar("events", as_of=moment, feed=720))
print("feed.ics: to subscribe to")
