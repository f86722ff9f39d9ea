# SPDX-License-Identifier: MIT
"""Two devices give each other only what the other lacks: exchange.py PLAN MOMENT"""
import copy
import sys

import homework


def give(to: homework.Plan, sender: homework.Plan, what: str) -> None:
    """One way: `to` says what it has, `sender` answers with what is missing there. The bytes would travel."""
    known = to.knowledge()
    changes = sender.changes_since(known)
    to.merge_changes(changes)
    print(f"{what}: {len(known)} bytes asked, {len(changes)} bytes answered")


path, now = sys.argv[1:]
phone = homework.load(path)
desk = copy.copy(phone)
someone = phone.people[0].id

# The client reports on the phone; the therapist takes out, on the computer, what a goal says.
question = homework.Entry(None, "none")
question.note("Is once a day enough?", "question")
phone.log(question, change=homework.Change(someone, "phone", now))
desk.redact(desk.goals[0].id, homework.Change(someone, "desk", now))

give(desk, phone, "from the phone")
give(phone, desk, "from the desk")
same = phone.to_bytes() == desk.to_bytes()
print(f"{'equal' if same else 'different'}: {len(phone.to_bytes())} bytes each")
