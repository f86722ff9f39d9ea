# SPDX-License-Identifier: MIT
"""A couple learns to hear each other out. Both keep the log; there is a talk at the kitchen table between sessions, a
role-play before every second one, and concerns that one of them would rather write than say."""

SESSIONS = ["09-15", "09-29", "10-13", "10-27", "11-10", "11-24"]

# day, clock, who writes, rating, whether they would do it again, what was said (kept with its author), how the other
# answered, note
TALKS = """
09-17 20:30 | client  | 4 | yes | I feel alone with the evenings                | He was quiet for a long time      |
09-20 21:00 | partner | 3 | no  | I said it too late in the evening             | She was tired                     | challenge:Not after ten
09-22 20:15 | client  | 5 | yes | I would like to plan Saturday together        | We did                            |
09-25 20:40 | partner | 5 | yes | I need ten minutes when I come home           | Of course                         | insight:It was that simple
10-01 20:30 | client  | 5 | yes | When the phone is on the table I stop talking | It went into the drawer           |
10-04 20:30 | partner | 6 | yes | I was hurt on Sunday                          | She asked what exactly            |
10-06 20:20 | client  | 6 | yes | I want to see my sister more often            | Then let us fix a day             |
10-09 21:10 | partner | 4 | no  | We were both hungry                           | It got loud                       | challenge:First eat
10-15 20:30 | client  | 7 | yes | I was proud of us                             | So was he                         |
10-18 20:30 | partner | 7 | yes | I am worried about money                      | She took out the folder           | insight:Naming it took the weight off
10-22 20:40 | client  | 6 | yes | I need you to ask first                       | He wrote it down                  |
11-05 20:30 | partner | 6 | yes | The week away was good for me                 | For her, too                      |
11-08 20:30 | client  | 7 | yes | I miss dancing                                | He booked two lessons             | insight:We can still surprise each other
11-12 20:20 | partner | 8 | yes | I heard you, and I was silent                 | Thank you for saying so           |
11-15 20:30 | client  | 7 | yes | Let us keep Thursdays                         | Agreed                            |
11-19 20:30 | partner | 8 | yes | I would like to begin today                   | She listened to the end           |
"""


def day(text):
    return f"2026-{text}"


def begin(plan):
    plan.at("2026-09-15", "18:00", "st", "desk").begin("At the kitchen table", wording="neutral", week_start="mo",
                                                       calendar_until="2026-12-31")
    plan.add("person", "partner", role="partner")
    plan.add("measure", "heard", title="How much I felt heard", min=0, max=10, whole="yes", better="higher")
    plan.do("add", "goal", "listen", "level.-2=It ends in silence or in shouting", "level.-1=One of us stops in time",
            "level.0=Both have their say, most of the time", "level.1=Also when it is about money",
            "level.2=We look forward to it", title="Hear each other out", state="active", due="2026-11-24")
    plan.add("goal", "time", title="An evening a week for the two of us", state="proposed")
    plan.add("skill", "speak", title="Speaking for oneself", goals="listen",
             description="I feel, I need, I would like; one thing at a time.")
    plan.add("skill", "repeat", title="Saying back what was heard", goals="listen")
    plan.add("step", "small", goal="listen", title="Talk about something small", position=1, difficulty=20,
             state="in-practice")
    plan.add("step", "money", goal="listen", title="Talk about money", position=2, difficulty=70, state="locked",
             criterion="heard at-least 6 times 3 within P4W")
    for number, start in enumerate(SESSIONS, 1):
        plan.do("session", "plan", f"{day(start)}T18:00:00", options=("--id", f"s-{number}"), minutes=75,
                mode="video" if number == 4 else "in-person")
    plan.add("template", "talk-sheet", title="A talk with two chairs", kind="communication-practice",
             instructions="One speaks for five minutes, the other says back what was heard. Then the other way round.",
             rationale="Being heard comes before being right", minutes=20, source="Our own", licence="CC0-1.0",
             fields={"began": "choice choices:one|other: Who began?"})
    plan.propose("talk", title="Twenty minutes at the table", kind="communication-practice", cover="Tea", minutes=20,
                 goals="listen", skills="speak,repeat", steps="small", session="s-1", what="One speaks, one says back",
                 where="At the kitchen table", when="After supper, before ten", how_often="Twice a week, four times at most",
                 how_long="Twenty minutes, with a kitchen timer", rationale="Being heard comes before being right",
                 cue="When the table is cleared", action="The one whose turn it is sets the timer",
                 obstacles={"other-people": "The children watch their film then", "no-time": "Five minutes each"},
                 likelihood=80, difficulty=50, rehearsed="yes", sheet_given="yes", track="heard",
                 schedule="quota 2026-09-16 2-4 week", **{"with": "partner"})
    plan.at("2026-09-15", "18:50", "client", "phone-a").do("agree", "talk", "client")
    plan.at("2026-09-15", "18:51", "partner", "phone-b").do("start", "talk")
    plan.propose("letter", title="A letter that is not sent", kind="journaling", minutes=30, goals="listen",
                 schedule="session-anchored 2026-09-16 before P2D 2", cover="Post", rationale="To find the words first")
    plan.at("2026-09-15", "18:55", "client", "phone-a").accept("letter")
    plan.at("2026-09-15", "19:00", "st", "desk").do("session", "held", "s-1")
    plan.do("mark", "speak", "practised-in-session", options=("--evidence", "s-1"))


def talk(plan, line):
    when, who, rating, again, said, response, note = (part.strip() for part in line.split("|"))
    date, clock = when.split()
    plan.at(day(date), clock, who, "phone-a" if who == "client" else "phone-b")
    plan.log("talk", "done" if int(rating) > 3 else "partial", (day(date), clock), name=f"t-{date}", minutes=20,
             said=["setting=rehearsed" if date < "09-25" else "setting=in-vivo", f"said={said}", f"response={response}", f"self-rating={rating}",
                   f"again={again}", f"heard={rating}"], notes=[note] if note else [])


def meet(plan, number):
    date, name = day(SESSIONS[number - 1]), f"s-{number}"
    plan.at(date, "19:10", "st", "desk").do("session", "held", name)
    decision, findings = {
        2: ("continue", "Both have begun; it is too late after ten."),
        3: ("step-up", "Something small goes well. Eating first is part of it."),
        4: ("continue", "The folder was on the table, and nobody left."),
        5: ("increase", "The week away did not undo it."),
    }[number]
    if number == 3:
        plan.do("mark", "small", "criterion-met")
        plan.do("mark", "money", "available")
        plan.do("mark", "money", "in-practice")
        plan.do("revise", "talk", reason="the second step", since="2026-10-14", steps="money",
                what="One speaks, one says back; once a week about money")
        plan.do("mark", "speak", "practised-safe", options=("--evidence", "t-09-22"))
        plan.propose("scene", title="The scene with the bill", kind="role-play", minutes=15, goals="listen",
                     skills="speak", schedule="session-anchored 2026-10-14 before PT3H", cover="Rehearsal", unheld="close",
                     **{"with": "partner"})
        plan.propose("good", title="One thing that was good today", kind="communication-practice", minutes=2,
                     goals="time", skills="repeat", schedule="session-anchored 2026-10-14 until", times="22:00",
                     unheld="extend", opens="-PT4H", closes="PT3H", cover="Good night", likelihood=90,
                     rationale="What is good is easily passed over", **{"with": "client"})
    if number == 5:
        plan.do("mark", "money", "criterion-met")
        plan.do("mark", "speak", "applied", options=("--evidence", "t-10-18"))
        plan.do("revise", "time", state="accepted")
    plan.do("review", name, "talk", decision, findings=findings, next="latest")
    for rater, quantity, quality in (("client", 2 + number // 4, 2), ("partner", 2, 2 + number // 4),
                                     ("st", 3, 2 + number // 3)):
        origin = {"client": "phone-a", "partner": "phone-b", "st": "desk"}[rater]
        plan.at(date, "19:12", rater, origin).do("rate", name, rater, assignment="talk", quantity=quantity,
                                                quality=quality, collaboration=3)
        plan.do("score", "listen", level=(-1, -1, 0, 1)[number - 2] + (rater == "partner" and number == 3),
                session=name)
    if number == 3:
        plan.at(date, "19:15", "partner", "phone-b").accept("scene", "partner")
        plan.accept("good", "partner")


GOOD = ["10-14", "10-15", "10-17", "10-18", "10-19", "10-21", "10-22", "10-23", "10-25", "10-26"]


def later(plan, date):
    """What is said between sessions, and what a week away does."""
    if date == "09-21":
        plan.at(day(date), "23:05", "partner", "phone-b").do(
            "message", "add", "concern", "I am afraid of saying something wrong and then having to live with it",
            goal="listen", options=("--id", "m-wrong"))
    if date == "09-29":
        plan.at(day(date), "19:20", "st", "desk").do("message", "mark", "m-wrong", "discussed")
        plan.do("message", "mark", "m-wrong", "resolved")
    if date == "10-09":
        plan.at(day(date), "21:40", "client", "phone-a").do(
            "message", "add", "challenge", "It got loud, and I do not know who began", assignment="talk",
            options=("--id", "m-loud"))
    if date == "10-11":
        plan.at(day(date), "11:00", "client", "phone-a").log(
            "letter", "done", (day(date), "10:30"), said=["text=To my father, two pages"], private=True)
    if date == "10-13":
        plan.at(day(date), "19:20", "st", "desk").do("message", "mark", "m-loud", "deferred")
    if date in GOOD:
        plan.at(day(date), "22:05", "partner" if GOOD.index(date) % 2 else "client", "phone-b" if GOOD.index(date) % 2 else "phone-a").log(
            "good", "done", (day(date), "22:00"), said=["setting=in-vivo", "again=yes"])
    if date == "10-23":
        plan.at(day(date), "12:00", "partner", "phone-b").do("hold", "2026-10-28", "2026-11-03", "reason=travel",
                                                            "note=A week away from each other", options=("--id", "away"))
    if date == "10-26":
        plan.at(day(date), "13:00", "st", "desk").do("session", "move", "s-4", "2026-10-27T19:30:00")
    if date == "10-27":
        plan.at(day(date), "16:45", "client", "phone-a").log(
            "scene", "done", (day(date), "16:30"), minutes=15,
            said=["scenario=The bill that was not opened", "setting=rehearsed", "partner-role=Myself",
                  "target-behavior=Asking instead of telling", "self-rating=6", "partner-rating=7"])
        plan.at(day(date), "20:00", "st", "desk").do("message", "mark", "m-loud", "discussed")
    if date == "11-16":
        plan.at(day(date), "22:30", "partner", "phone-b").do(
            "message", "add", "question", "What do we do when both want to begin?", assignment="talk")
        plan.do("message", "add", "insight", "I had forgotten how she laughs", options=("--private",))
    if date == "11-18":
        plan.at(day(date), "09:00", "st", "desk").propose(
            "thursdays", title="Thursdays, without a sheet", kind="communication-practice", goals="listen,time",
            predecessor="talk", minutes=30, schedule="recurring 2026-11-26 FREQ=WEEKLY;BYDAY=TH", times="20:30",
            cover="Thursday", rationale="To keep what was won", maintenance="no", **{"with": "partner"})


def make(command, path, course):
    plan = course(command, path, "Europe/Berlin", "7a9d0b4c-51de-4f4e-9c35-0d6b8c2f7e41")
    begin(plan)
    talks = {line[:5]: line for line in TALKS.strip().splitlines()}
    days = sorted({*talks, *GOOD, "09-21", "09-29", "10-11", "10-13", "10-23", "10-26", "10-27", "11-10", "11-16", "11-18"})
    for date in days:
        if date in SESSIONS[1:5]:
            meet(plan, SESSIONS.index(date) + 1)
        if date in talks:
            talk(plan, talks[date])
        later(plan, date)
