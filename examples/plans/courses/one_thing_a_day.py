# SPDX-License-Identifier: MIT
"""Twelve weeks of getting going again: activities are planned the evening before, and what they give is written down
beside what was expected. There is a week in bed with the flu, a dip in November, and a way out of it."""
from datetime import date, timedelta

# day, clock, activity, what was expected of it (mastery, pleasure), what it gave, how much was done, note
DAYS = """
09-08 20:10 | A walk round the pond               | 2 1 | 3 4 | done      |
09-10 20:30 | Called my aunt                      | 3 2 | 5 5 | done      | insight:She was glad, and so was I
09-12 21:00 | Cooked instead of toast             | 2 1 | 2 2 | partial   | Burnt the onions, ate it anyway
09-13 20:15 |                                     |     |     | not-attempted | low-energy
09-15 20:00 | A walk round the pond               | 2 2 | 4 4 | done      |
09-17 20:40 | Sorted one drawer                   | 4 1 | 6 2 | done      |
09-19 20:20 | Coffee on the balcony               | 1 3 | 2 5 | done      | insight:Pleasure does not have to be big
09-20 20:50 | Library                             | 3 3 | 5 4 | done      |
09-22 20:10 | A walk round the pond               | 3 3 | 4 5 | done      |
09-24 20:30 | Answered three letters              | 5 1 | 7 3 | done      |
09-26 20:05 |                                     |     |     | not-attempted | forgot
09-27 20:45 | Baked bread                         | 3 3 | 6 6 | done      |
09-29 20:15 | Walk with the neighbour's dog       | 2 4 | 3 7 | done      |
09-30 20:30 | Repotted the fig                    | 3 2 | 5 4 | done      |
10-01 20:20 | Swimming, twenty minutes            | 4 3 | 6 5 | done      |
10-02 20:40 | Sorted photos                       | 2 3 | 2 2 | attempted | challenge:Got stuck in old times
10-03 20:10 | Coffee with Lou                     | 3 4 | 4 7 | exceeded  | Stayed two hours
10-05 20:25 | A walk round the pond               | 3 4 | 4 5 | done      |
10-06 20:30 | Ironed and listened to the radio    | 4 2 | 5 3 | done      |
10-07 20:30 | Swimming                            | 4 4 | 6 6 | done      |
10-09 20:50 | Fixed the bicycle bell              | 4 2 | 7 4 | done      |
10-10 20:15 | Market, bought pears                | 2 4 | 3 5 | done      |
10-11 20:35 | Wrote to the choir                  | 5 2 | 8 5 | done      | insight:The hard part was the first line
10-20 20:20 | A short walk                        | 2 2 | 3 3 | partial   | Still coughing
10-21 20:40 | Soup for two days                   | 2 2 | 4 3 | done      |
10-22 20:10 | A walk round the pond               | 3 3 | 4 4 | done      |
10-24 20:30 | Choir, just listened                | 4 4 | 6 7 | done      | insight:Nobody asked where I had been
10-25 20:20 | Planted tulips                      | 3 3 | 5 5 | done      |
10-27 20:15 | Swimming                            | 4 4 | 5 5 | done      |
10-29 20:30 | Walk in the rain                    | 3 2 | 4 4 | done      |
10-31 20:45 | Choir                               | 4 5 | 6 7 | done      |
11-03 20:50 |                                     |     |     | not-attempted | low-motivation
11-05 21:30 |                                     |     |     | not-attempted | low-energy
11-06 21:10 | Opened the curtains, that was it    | 1 0 | 2 1 | partial   | challenge:The anniversary is near
11-08 21:20 |                                     |     |     | not-attempted | distress
11-10 20:20 | Ten minutes outside                 | 1 1 | 3 3 | done      |
11-11 20:30 | Ten minutes outside                 | 2 1 | 3 3 | done      |
11-13 20:25 | Called Lou                          | 2 3 | 4 6 | done      | insight:Asking is an activity, too
11-15 20:40 | Bread again                         | 3 3 | 5 5 | done      |
11-17 20:15 | A walk round the pond               | 3 3 | 4 5 | done      |
11-18 20:30 | Choir                               | 4 5 | 6 7 | done      |
11-19 20:20 | Swimming                            | 4 4 | 6 6 | done      |
11-20 20:35 | Lunch with two from the choir       | 4 5 | 6 8 | exceeded  | I suggested it
"""

PICTURES = {"10-25": "https://example.org/tulips.jpg image/jpeg 182044"}
SESSIONS = ["09-07", "09-14", "09-21", "09-28", "10-05", "10-12", "10-19", "10-26", "11-02", "11-09", "11-16",
            "11-23", "11-30"]
QUESTIONNAIRE = {"09-14": 17, "09-21": 15, "09-28": 14, "10-05": 12, "10-19": 12, "10-26": 10, "11-02": 11,
                 "11-09": 16, "11-16": 13}


def day(text):
    return f"2026-{text}"


def first_session(plan):
    plan.at("2026-09-07", "16:00", "rn", "desk").begin(
        "One thing a day", wording="cover", day_start="03:00", calendar_until="2026-12-20", capacity_minutes=240,
        capacity_assignments=5)
    plan.add("person", "lou", role="supporter", name="Lou")
    plan.add("measure", "mood", title="Mood in the evening", min=0, max=10, whole="yes", better="higher")
    plan.add("measure", "low-mood", title="Weekly low-mood questionnaire", kind="score", min=0, max=27, whole="yes",
             better="lower")
    plan.add("goal", "days", title="Days with something in them", state="active", measure="mood", baseline=3,
             target=6, direction="up", due="2026-11-30")
    plan.do("add", "goal", "people", "level.-2=Sees nobody for a whole week", "level.-1=Answers when called",
            "level.0=Meets somebody once a week", "level.1=Suggests it now and then",
            "level.2=Has a fixed evening with others", title="See people again", state="active", due="2026-11-30",
            weight=2)
    plan.add("step", "answer", goal="people", title="Answer a message the same day", position=1, difficulty=25,
             state="available")
    plan.add("step", "coffee", goal="people", title="Meet one person for a coffee", position=2, difficulty=50, state="locked",
             criterion="mood at-least 5 times 2 within P3W")
    plan.add("step", "choir", goal="people", title="Go to the choir evening", position=3, difficulty=75,
             state="locked")
    plan.add("skill", "plan-ahead", title="Planning a day the evening before", goals="days",
             description="One thing, small enough to be done on a bad day, with a time and a place.")
    for start in SESSIONS:
        plan.do("session", "plan", f"{day(start)}T16:00:00", options=("--id", f"s-{SESSIONS.index(start) + 1}"),
                mode="in-person")
    plan.propose(
        "activities", title="One thing a day", kind="activity-scheduling", cover="Evening note", session="s-1",
        goals="days", skills="plan-ahead", minutes=20, what="One thing that is planned the evening before",
        where="Wherever it takes place", when="Mondays to Sundays, four days of them", how_often="Four times a week",
        how_long="From five minutes to an hour",
        rationale="Doing comes before feeling like it. What it gives is written down, since memory is gloomy",
        cue="When I put the kettle on in the evening", action="I write down one thing for tomorrow",
        obstacles={"low-energy": "I do the first five minutes of it", "forgot": "The card lies on the kettle"},
        likelihood=75, difficulty=40, rehearsed="yes", sheet_given="yes", track="mood",
        schedule="recurring 2026-09-08 FREQ=WEEKLY;BYDAY=TU,TH,SA,SU", times="20:00", closes="PT5H", grace="P1D",
        remind="prompt -15", attach="https://example.org/sheets/one-thing-a-day.pdf application/pdf 48213")
    plan.propose(
        "questionnaire", title="The weekly questionnaire", kind="measure", cover="Form", goals="days", minutes=5,
        rationale="So that both of us see the direction and not only the day", likelihood=90,
        schedule="session-anchored 2026-09-08 before P1D", track="low-mood", grace="PT12H")
    plan.propose("gym", title="Gym three times a week", kind="other", label="Sport", goals="days", minutes=60,
                 schedule="quota 2026-09-08 3 week", likelihood=20)
    plan.at("2026-09-07", "16:40", "client", "phone")
    plan.accept("activities")
    plan.accept("questionnaire")
    plan.do("decline", "gym")
    plan.at("2026-09-07", "16:50", "rn", "desk").do("session", "held", "s-1")


def report(plan, line):
    date, clock, activity, expected, given, extent, note = read(line)
    plan.at(day(date), clock, "client", "phone")
    said = []
    if activity and extent != "not-attempted":
        expected, given = expected.split(), given.split()
        said = [f"activity={activity}", f"mastery@predicted={expected[0]}", f"pleasure@predicted={expected[1]}",
                f"mastery={given[0]}", f"pleasure={given[1]}", f"mood={(int(given[0]) + int(given[1])) // 2 + 1}"]
    plan.log("activities", extent, (day(date), clock), name=f"a-{date}", said=said, file=PICTURES.get(date), barrier=note if extent == "not-attempted" else None,
             notes=[note] if note and extent != "not-attempted" else [])


def read(line):
    when, activity, expected, given, extent_and_note = (part.strip() for part in line.split("|", 4))
    date, clock = when.split()
    extent, note = (part.strip() for part in extent_and_note.split("|"))
    return date, clock, activity, expected, given, extent, note


def session(plan, date):
    """What is settled when they meet."""
    number = SESSIONS.index(date) + 1
    plan.at(day(date), "16:45", "rn", "desk")
    if date == "10-12":
        plan.do("session", "missed", "s-6", reason="ill")
        return
    if date == "11-23":
        return
    plan.do("session", "held", f"s-{number}")
    if number > 1:
        decide(plan, date, f"s-{number}")
    for rater, clock in (("client", "16:47"), ("rn", "16:48")):
        if date in ("09-28", "11-09", "11-16"):
            ahead = 1 if rater == "rn" else 0
            low = date == "11-09"
            plan.at(day(date), clock, rater, "desk" if rater == "rn" else "phone")
            plan.do("rate", f"s-{number}", rater, assignment="activities", quantity=1 if low else 3,
                    quality=2 + ahead, pleasure=1 if low else 3, difficulty=3 if low else 2)
    if date in ("10-05", "11-02", "11-16"):
        level = {"10-05": -1, "11-02": 0, "11-16": 1}[date]
        plan.at(day(date), "16:49", "client", "phone").do("score", "people", level=level, session=f"s-{number}")


def decide(plan, date, number):
    findings = {
        "09-14": ("continue", "It gives more than expected, nearly every time."),
        "09-21": ("continue", "Sorting is for mastery, the balcony for pleasure; both belong."),
        "09-28": ("increase", "Four days are easy now."),
        "10-05": ("step-up", "Two coffees, and the second one was longer than planned."),
        "10-19": ("continue", "A week in bed is no step back. Begin small."),
        "10-26": ("step-up", "The choir asked nothing of anybody."),
        "11-02": ("continue", "The anniversary comes closer; we have spoken about it."),
        "11-09": ("simplify", "A hard week. Ten minutes outside are enough for now."),
        "11-16": ("step-up", "Asking Lou was what turned the week."),
    }
    decision, text = findings[date]
    if date == "09-28":
        plan.do("revise", "activities", reason="ready for more", since="2026-09-29", times="20:00",
                schedule="recurring 2026-09-08 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU",
                how_often="Every day, and a day off is allowed")
        plan.do("mark", "answer", "in-practice")
        plan.do("mark", "answer", "criterion-met")
        plan.do("mark", "coffee", "available")
        plan.do("mark", "coffee", "in-practice")
        plan.do("mark", "plan-ahead", "practised-in-session", options=("--evidence", "s-3"))
    if date == "10-05":
        plan.do("mark", "coffee", "criterion-met")
        plan.do("mark", "choir", "available")
        plan.do("mark", "plan-ahead", "practised-safe", options=("--evidence", "a-10-03"))
    if date == "10-26":
        plan.do("mark", "choir", "in-practice")
        plan.do("mark", "coffee", "consolidated")
    if date == "11-09":
        plan.do("revise", "activities", reason="a hard week", since="2026-11-10", minutes=10, likelihood=85,
                what="Ten minutes outside, or anything else that is small", how_often="Every day that it is possible")
        plan.do("mark", "choir", "available", reason="it waits")
    if date == "11-16":
        plan.do("revise", "activities", reason="the way up again", since="2026-11-17", minutes=20, likelihood=80,
                what="One thing that is planned the evening before")
        plan.do("mark", "choir", "in-practice")
        plan.do("mark", "plan-ahead", "applied", options=("--evidence", "a-11-13"))
        plan.do("revise", "people", achievement="improving")
    plan.do("review", number, "activities", decision, findings=text, next="latest")


def beside(plan, date):
    """What happens between sessions."""
    if date == "09-16":
        plan.at(day(date), "21:30", "client", "phone")
        plan.do("message", "add", "question", "Does lying on the balcony count?", assignment="activities",
                options=("--id", "m-balcony"))
    if date == "09-21":
        plan.at(day(date), "16:46", "rn", "desk").do("message", "mark", "m-balcony", "discussed")
        plan.do("revise", "m-balcony", session="s-3", answer="If it was planned, yes.")
        plan.do("message", "mark", "m-balcony", "resolved")
        plan.propose("go-round", title="When the thoughts go round", kind="skill-practice", cover="Stand up",
                     goals="days", schedule="event-contingent 2026-09-21", trigger="I notice that I go over the same "
                     "thing for the third time", action="I stand up and do something with my hands for five minutes",
                     minutes=5, likelihood=70, rationale="Brooding feels like thinking, and is not")
        plan.at(day(date), "16:47", "client", "phone").accept("go-round")
        plan.at(day(date), "16:52", "rn", "desk").propose(
            "reading", title="Two pages on how activity and mood hang together", kind="psychoeducation",
            cover="Reading", goals="days", minutes=10, schedule="once 2026-09-24T20:00:00", closes="P3D")
        plan.propose("note-it", title="A line on what it was like", kind="journaling", cover="A line", minutes=3,
                     goals="days", schedule="sequenced 2026-09-21 reading PT0S", closes="P2D")
        plan.at(day(date), "16:53", "client", "phone").accept("reading")
        plan.accept("note-it")
        plan.do("new", "breathing", since="slow-breathing", title="Slow breathing before getting up", goals="days",
                schedule="session-anchored 2026-09-21 after P1D 2", times="07:30", cover="Window", minutes=5)
        plan.do("propose", "breathing")
        plan.at(day(date), "16:54", "client", "phone").accept("breathing")
    if date == "09-23":
        plan.at(day(date), "22:00", "client", "phone").log("go-round", "done", (day(date), "21:50"), minutes=5,
                                                          said=["skill=Hands", "helpfulness=6"])
    if date == "09-29":
        plan.at(day(date), "08:00", "client", "phone").log(
            "breathing", "substituted", (day(date), "07:40"), name="b-09-29", notes=["Sang in the shower instead"])
    if date == "10-02":
        plan.at(day(date), "12:00", "client", "phone").do("revise", "breathing",
                                                         "move=2026-10-13T07:30:00>2026-10-13T08:30:00",
                                                         reason="a late start that day")
    if date == "10-05":
        plan.at(day(date), "16:50", "rn", "desk").do("review", "s-5", "breathing", "continue",
                                                    findings="Singing is breathing.", equivalents="b-09-29")
    if date == "09-25":
        plan.at(day(date), "21:00", "client", "phone").log(
            "reading", "done", (day(date), "20:40"),
            said=["material=Two pages", "fraction=1", "key-point=The loop can be entered anywhere"])
    if date == "09-28":
        plan.at(day(date), "20:00", "client", "phone").log("note-it", "done", (day(date), "19:50"), due=None,
                                                          said=["text=I had not seen it as a loop"])
    if date == "10-12":
        plan.at(day(date), "09:00", "client", "phone")
        plan.do("hold", "2026-10-12", "2026-10-20", "reason=illness", "note=The flu", options=("--id", "flu"))
    if date == "11-04":
        plan.at(day(date), "22:10", "client", "phone")
        plan.do("message", "add", "concern", "I am afraid that it all comes back", goal="days",
                options=("--id", "m-back"))
        plan.do("message", "add", "insight", "I have begun to count the days again", options=("--private",))
        plan.do("message", "add", "challenge", "It is eight years this week", visibility="shared-summary")
    if date == "11-07":
        plan.at(day(date), "12:00", "client", "phone").do("excuse", "activities", "2026-11-07T20:00:00",
                                                         "reason=bereavement")
    if date == "11-09":
        plan.at(day(date), "16:46", "rn", "desk").do("message", "mark", "m-back", "discussed")
    if date == "11-12":
        plan.at(day(date), "21:00", "client", "phone").log("go-round", "no-opportunity", day(date))
    if date == "11-20":
        plan.at(day(date), "11:00", "rn", "desk").do("session", "move", "s-12", "2026-11-24T17:00:00")
        plan.at(day(date), "21:00", "client", "phone").do(
            "message", "add", "request", "Could we look at Christmas next time?", goal="people")
        plan.at(day(date), "21:10", "rn", "desk").do("revise", "activities", "taper=2026-12-01 FREQ=WEEKLY;BYDAY=SU",
                                                    reason="to be kept up by oneself", since="2026-12-01")


def make(command, path, course):
    plan = course(command, path, "Europe/Berlin", "2c7d7a1e-3b0f-4a57-8a1c-6f1f0f4b9d10")
    first_session(plan)
    reports = {}
    for line in DAYS.strip().splitlines():
        reports[line[:5]] = line
    today = date(2026, 9, 8)
    while today <= date(2026, 11, 20):
        name = f"{today:%m-%d}"
        if name in SESSIONS:
            session(plan, name)
        beside(plan, name)
        tomorrow = f"{today + timedelta(days=1):%m-%d}"
        if tomorrow in QUESTIONNAIRE:
            plan.at(day(name), "19:00", "client", "phone").log(
                "questionnaire", "done", (day(name), "18:50"),
                said=[f"low-mood={QUESTIONNAIRE[tomorrow]}", "instrument=Weekly low-mood questionnaire"])
        if name in reports:
            report(plan, reports[name])
        today += timedelta(days=1)
