# SPDX-License-Identifier: MIT
"""A worksheet from one of the library's templates, and a report that its form does not take."""
import homework

monday = homework.Change("mk", "desk", "2025-03-03T17:40:00+01:00")
plan = homework.Plan("Europe/Berlin", "therapist", monday, uid="5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10")
plan.add(homework.Template.starter("worry-journal"), monday)
journal = homework.Assignment.from_template("journal", plan.templates["worry-journal"])
journal.on_demand()
plan.add(journal, monday)

for question in plan.assignments["journal"].form:
    print(f"{question.name} ({question.type}): {question.title}")

report = homework.Entry("journal", "done")
report.answer("weather", "fair")
try:
    plan.log(report, change=monday)
except homework.HomeworkError as error:
    for problem in error.problems:
        print(f"{problem.code}: {problem.message}")
