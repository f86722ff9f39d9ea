# SPDX-License-Identifier: MIT
"""What a user writes: checked by mypy, never run. test_python_types.py compares the types and errors in the comments."""
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import homework
from homework import plots, samples

plan = homework.load(Path("plan.xml"))
now = datetime.now(timezone.utc)
change = homework.Change("mk", "desk", now, reason="agreed")

reveal_type(plan)                                                # homework.plan.Plan
reveal_type(plan.uid)                                            # str
reveal_type(plan.assignments)                                    # homework.changes.Records[homework.assignments.Assignment]
reveal_type(plan.assignments["breathing"])                       # homework.assignments.Assignment
reveal_type(plan.assignments[:2])                                # Tuple[homework.assignments.Assignment, ...]
reveal_type(plan.assignments.get("breathing"))                   # Union[homework.assignments.Assignment, None]
reveal_type(plan.assignments[0].kind)                            # homework.enums.Kind
reveal_type(plan.assignments[0].title)                           # Union[str, None]
reveal_type(plan.assignments[0].opens)                           # Union[timedelta, None]
reveal_type(plan.goals[0].due)                                   # Union[date, None]
reveal_type(plan.goals[0].edit())                                # homework.records.Goal
reveal_type(plan.assignments[0].with_)                           # Union[homework.enums.Role, None]
reveal_type(plan.assignments[0].obstacles[0].coping)             # Union[str, None]
reveal_type(plan.assignments[0].likelihood)                      # Union[int, None]
reveal_type(homework.Criterion("suds").within)                   # Union[timedelta, None]
reveal_type(plan.ratings[0].values)                              # dict[homework.enums.Dimension, int]
reveal_type(plan.messages.get("m-1"))                            # Union[homework.reviews.Message, None]
reveal_type(homework.Agreement("mk", now).by)                    # str
reveal_type(plan.mark(plan.goals[0], "completed", change))       # homework.records.Goal
reveal_type(plan.move_session("s-2", "2025-03-17T09:00", change))  # homework.records.Session
reveal_type(plan.sessions[0].start)                              # datetime
reveal_type(plan.entries[0].happened)                            # Union[date, None]
reveal_type(plan.progress(date(2025, 3, 3), "2025-03-10").plan["done"].value)  # Union[float, None]
reveal_type(plan.occurrences("2025-03-03", "2025-03-10")[0].status)            # homework.codes.OccurrenceStatus
reveal_type(plan.occurrences("2025-03-03", "2025-03-10")[0].due)  # datetime
reveal_type(plan.occurrences("2025-03-03", "2025-03-10")[0].key)  # date
reveal_type(plan.reminders(now, now)[0].at)                      # datetime
reveal_type(plan.entries["phone-1"].recorded)                    # datetime
reveal_type(plan.entries["phone-1"].values[0].number)            # Union[float, None]
reveal_type(plan.goals[0].revision.recorded)                     # Union[datetime, None]
reveal_type(homework.Zones().show("Europe/Berlin", now))         # datetime
reveal_type(plan.to_calendar("todos", as_of=now))                # bytes
reveal_type(plan.log("breathing", "done", at=now, change=change))  # str

draft = homework.Goal("calm", "Calmer evenings", target=30)
draft.state = "on-hold"
draft.due = "2025-06-30"
draft.due = None
draft.state = homework.GoalState.ACTIVE
breathing = homework.Assignment("breathing", "Slow breathing", homework.Kind.RELAXATION)
breathing.grace = timedelta(hours=3)
plan.add(draft, change)
plan.add(breathing, by="mk", origin="desk")
reveal_type(plan.lint(as_of=now)[0].code)                        # homework.codes.LintCode
reveal_type(plan.assignments[0].form["mood", "after"].least)     # Union[float, None]
reveal_type(plan.diff(plan)[0].before)                           # Union[str, None]
reveal_type(plan.next_step("calm"))                              # Union[homework.records.Step, None]
reveal_type(plan.step_progress("sit").first_met)                 # Union[date, None]
reveal_type(plan.thread("breathing")[0].reviews)                 # Tuple[str, ...]
reveal_type(plan.changes_since(plan.knowledge()))                # bytes
reveal_type(plan.removal("m-1"))                                 # Union[homework.enums.Removal, None]
reveal_type(homework.Assignment.from_template("a", plan.templates[0]))  # homework.assignments.Assignment
rating = homework.Rating("r-1", "s-2", "client", values={"quantity": 3})
rating.values = {homework.Dimension.QUALITY: 2}
step = homework.Step("sit", "calm", "Sit down", criterion=homework.Criterion("suds", value=30, times=3))
with plan.editing(plan.assignments["breathing"], change) as agreed:
    agreed.obstacles = [("no-time", "Before breakfast"), (homework.Barrier.FORGOT, None)]
    agreed.with_ = "partner"

window = ("2025-03-03", date(2025, 6, 1))
series = plan.series("mood", *window, phase="after", as_of=now)
reveal_type(series[0].value)                                     # float
reveal_type(series.statistic("slope").value)                     # Union[float, None]
reveal_type(series.statistic("slope").undefined)                 # homework.codes.Undefined
reveal_type(series.trend().p.n)                                  # int
reveal_type(series.overlap("2025-04-01").nap.value)              # Union[float, None]
areas = plan.areas(*window, parameters={"done": 0.6, homework.AreaParameter.LAST: 5}, norms={"mood": homework.Norms.all()[0]})
reveal_type(areas[0].state)                                      # homework.clinical.AreaState
reveal_type(areas.suggestions[0].kind.decision)                  # Union[homework.enums.Decision, None]
reveal_type(areas.raters[0].dimension)                           # Union[homework.enums.Dimension, None]
reveal_type(areas[0].evidence[0].kind)                           # homework.clinical.EvidenceKind
agenda = plan.session_agenda(as_of=now, flags=[("goal", "calm"), (homework.EvidenceKind.STEP, "sit")])
reveal_type(agenda.items[0].reason)                              # homework.clinical.AgendaReason
reveal_type(agenda.page(language="de", width=60))                # str
reveal_type(plan.assignment_sheet("breathing", language="de"))   # str
reveal_type(plan.attainment("mk").goals[0].levels[0].latest)     # int
reveal_type(plan.questionnaires(*window)[0].score)               # Union[homework.instruments.QuestionnaireScore, None]
reveal_type(plan.practices(*window, kind="exposure")[0].item)    # Union[int, None]
reveal_type(plan.patterns(*window)[0].figures["done"].few)       # bool
reveal_type(plan.progress(*window, by=["week", homework.Subject.MONTH]).by("week")[0]["done"].few)  # bool
reveal_type(plan.attention(plan.progress(*window))[0].days)      # Union[int, None]
reveal_type(homework.caseload([Path("a.xml"), ("b", b"<plan/>")], metrics=["done"]))  # homework.caseloads.Caseload
reveal_type(homework.statistics.theil_sen([1, 2.5], [3, None]).slope.value)  # Union[float, None]
reveal_type(homework.gas_t([0, 1, None]).n)                      # int
reveal_type(homework.Norms.find("phq-9-iapt"))                   # Union[homework.change.Norms, None]
reveal_type(homework.Norms("a", "b", "lower", "s").compare(9, None).outcome)  # homework.clinical.ChangeClass
reveal_type(homework.Instrument.from_json("{}").score([1, None]).flags)  # Tuple[int, ...]

draft.due = 5                                                    # error: assignment
draft.id = "other"                                               # error: assignment|misc
draft.state = 1.5                                                # error: assignment
draft.titel = "x"                                                # error: attr-defined
plan.add("draft", change)                                        # error: arg-type
plan.mark("calm", "completed", change)                           # error: type-var
plan.changes_since("text")                                       # error: arg-type
breathing.fields = ["mood"]                                      # error: list-item
agreed.likelihood = "high"                                       # error: assignment
plan.progress(3, 4)                                              # error: arg-type
plan.goals["calm"].minutes                                       # error: attr-defined
plan.series("mood", 3, 4)                                        # error: arg-type
plan.session_agenda(flags=["goal"])                              # error: list-item
homework.statistics.mean(["1"])                                  # error: list-item
homework.gas_t(5)                                                # error: arg-type
series.statistic(3)                                              # error: arg-type
reveal_type(plan.log.extend([{"assignment": "breathing"}], change))    # list[str]
reveal_type(plan.entries.columns()["extent"])                    # list[Any]
reveal_type(plan.entries.to_dict())                              # list[dict[str, Any]]
reveal_type(plan.entries.to_numpy(["percent"])["percent"])       # numpy.ndarray[Any, Any]
reveal_type(homework.samples.caseload(3))                        # dict[str, homework.plan.Plan]
reveal_type(homework.caseload("plans", by="week").errors[0].status)  # homework.codes.Status
reveal_type(plan.lint().as_of)                                   # datetime
with plan.edit(change) as same:
    same.add(draft)
reveal_type(same)                                                # homework.plan.Plan
plan.goals.to_dataframe(zone=3)                                  # error: arg-type
homework.caseload("plans", "done")                               # error: misc

log = plan.entries
occurrences = plan.occurrences(*window, as_of=now)
progress = plan.progress(*window)
table = progress.table()
caseload = homework.caseload({"a": plan, "b": Path("b.xml")}, metrics=["done", homework.Metric.MINUTES], by="goal", errors="skip", tidy=True)
norms = homework.Norms.all()[0]
reveal_type([*plan.goals, *plan.steps][0].id)                    # str
reveal_type(plan.holds[0].first)                                 # date
reveal_type(plan.excuses[0].due)                                 # Union[datetime, date]
reveal_type(plan.reviews[0].assignment)                          # str
reveal_type(plan.assignments[0].exceptions)                      # Tuple[Union[datetime, date], ...]
reveal_type(plan.assignments[0].start)                           # Union[datetime, date, None]
reveal_type(homework.Extent("done"))                             # homework.enums.Extent
reveal_type(homework.Extent.of("done").word)                     # str
reveal_type(table)                                               # homework.tables.Table
reveal_type(table.schema[0].type)                                # homework.codes.ColumnType
reveal_type(table.to_dataframe(["metric"], zone="UTC"))          # Any
reveal_type(table.texts("metric"))                               # Tuple[str, ...]
reveal_type(table.to_csv())                                      # str
reveal_type(log[0].happened)                                     # Union[date, None]
reveal_type(log[0].extent)                                       # homework.enums.Extent
reveal_type(occurrences.to_numpy()["due"])                       # numpy.ndarray[Any, Any]
reveal_type(occurrences.status_count("done"))                    # int
reveal_type(occurrences.plot(plan=plan))                         # Any
reveal_type(progress.by("week")[0].id)                           # str
reveal_type(progress.assignment("breathing")["done"].numerator)   # int
reveal_type(plots.calendar([one for one in occurrences if one.settled]))  # Any
reveal_type(caseload.columns()["done"])                          # list[Any]
reveal_type(caseload.as_of)                                      # datetime
reveal_type(caseload.plot())                                     # Any
reveal_type(caseload.errors[0].line)                             # Union[int, None]
reveal_type(samples.plan("mood", seed=8, weeks=6))               # homework.plan.Plan
reveal_type(samples.AS_OF)                                       # datetime
reveal_type(plan.calendar_resources("todos", as_of=now)[0].etag)  # str
reveal_type(plan.calendar_files("google", feed=60)[0].data)      # bytes
reveal_type(plan.read_calendar(b"", as_of=now)[0].kind)          # homework.codes.ProposalKind
reveal_type(plan.apply(plan.read_calendar(b""), change))         # int
reveal_type(plan.check_leaks(b"", terms=["clinic"])[0].property)  # str
reveal_type(plan.reminders(now, now)[0].key)                     # Union[date, None]
reveal_type(plan.reminders(now, now).find("breathing", day="2025-03-06"))  # Union[int, None]
reveal_type(homework.statistics.mean([1, None, 2.5]).undefined)   # homework.codes.Undefined
reveal_type(homework.statistics.wilson(3, 4).low)                # Union[float, None]
reveal_type(homework.statistics.xmr_signals(homework.statistics.xmr([1, 2]), [1, None])[0])  # Tuple[homework.codes.Signal, ...]
reveal_type(homework.statistics.ewma([1], weight=0.3, target=0, sigma=1)[0].outside)  # bool
reveal_type(norms.compare(18, 12).points)                        # Union[float, None]
reveal_type(homework.off_track(norms, [20, 19], days=[0, 7])[0].holds)  # Union[bool, None]
reveal_type(homework.sudden_gains([30, 15], 7)[0].size)          # float
reveal_type(homework.compare_pair(norms, 9, 1, norms, 8, 2)["recovery"].holds)  # Union[bool, None]
measured = {("suds", "before"): 70.5}
reveal_type(plan.log("breathing", values=measured, change=change))  # str
with plan.editing(plan.sessions[0], change) as session:
    session.start = "2025-03-17T09:00"
reveal_type(session)                                             # homework.records.Session
plan.log("breathing", values={"suds": "high"}, change=change)    # error: dict-item
plan.sessions[0].start = None                                    # error: assignment
occurrences.status_count(3.5)                                    # error: arg-type
log["phone-1"] = log[0]                                          # error: index
homework.samples.caseload("ten")                                 # error: arg-type
plan.log.extend([{"assignment": "breathing"}], by=3)             # error: arg-type
homework.Extent(None)                                            # error: arg-type
