# SPDX-License-Identifier: MIT
"""Writes a plan's reminders as a calendar: reminders.py PLAN MOMENT"""
import sys

import homework

path, moment = sys.argv[1:]
sys.stdout.buffer.write(homework.load(path).to_calendar("events", as_of=moment))
