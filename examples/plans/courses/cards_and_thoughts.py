# SPDX-License-Identifier: MIT
"""Sixteen weeks with a diary card and thought records: feelings, urges and skills every evening, a thought written down
when it bites; then less and less paper, and a card now and then when the sessions are over."""
from datetime import date, timedelta

SESSIONS = ["2026-07-06", "2026-07-13", "2026-07-20", "2026-08-03", "2026-08-17", "2026-08-31", "2026-09-14",
            "2026-10-05", "2026-10-26"]

# One letter for each evening from 6 July on: how hard the day was, 0 to 5; - nothing was written; x she says that it was
# not possible; p a card that she keeps to herself.
EVENINGS = ("4 5 4 3 - 4 5  4 3 4 - 4 5 5  3 3 4 x 4 3 3  3 4 2 3 - 3 4  2 3 3 4 3 2 3  2 - 2 3 3 2 2  "
            "5 5 p - 4 4 3  3 2 2 3 - 2 2  2 2 1 2 2 3 2  1 2 2 - 2 1 2  "
            "2 1 2 2 - 1 1  2 - 1 - 2 - -  1 - 2 - 1 - -  1 - - - 1 - -").split()

# day, clock, situation, emotion before and after, thought, belief before and after, for, against, balanced, note
RECORDS = """
2026-07-15 18:10 | My message was not answered        | sadness 80 40, shame 60 30 | They are done with me        | 90 50 | It has been two days        | They answered on Sunday       | They are busy, and it hurts to wait    |
2026-07-19 21:30 | A look in the meeting              | anger 70 40                | He thinks that I am useless  | 80 45 | He rolled his eyes          | He did it with everybody      | It may have been about the agenda      | insight:It helps to write it by hand
2026-07-28 12:20 | Forgot the birthday of a friend    | shame 85 50                | I ruin everything            | 85 40 | I forgot                    | I have remembered nine times  | I forgot once, and can call            |
2026-08-01 09:30 | Slept badly, all day before me     | fear 65 40                 | I shall not get through it   | 75 45 | I am tired                  | I have got through worse      | One hour after the other               |
2026-08-06 22:00 | Alone on a Friday                  | sadness 75 45              | It will always be like this  | 80 40 | It was so last Friday       | Not the one before            | Tonight is quiet, next week is open    | challenge:Hard to find the against
2026-08-12 20:15 | A friend cancelled                 | anger 60 30, sadness 60 40 | Nobody keeps their word      | 75 35 | She cancelled               | She called, and named a day   | This time, and not nobody              |
2026-08-19 19:00 | My plan was criticised             | anger 80 30, fear 50 20    | I am not up to this          | 70 25 | Two points were right       | Eight were fine               | Two things to mend                     |
2026-09-02 20:40 | A bill that I had overlooked       | fear 60 20                 | I cannot cope with money     | 60 20 | I overlooked it             | I pay the others on time      | One was late; I set a reminder         | insight:I knew the answer before I wrote it
"""


def begin(plan):
    plan.at("2026-07-06", "09:00", "ao", "desk").begin("Cards and thoughts", wording="cover", day_start="04:00",
                                                       ends="2026-10-26", calendar_until="2027-01-31")
    plan.add("measure", "misery", title="How hard the day was", min=0, max=5, whole="yes", better="lower")
    plan.add("goal", "waves", title="Let feelings pass before I act", state="active", measure="misery", baseline=4,
             target=2, direction="down", due="2026-10-26")
    plan.add("skill", "ice", title="Cold water and ten slow breaths", goals="waves")
    plan.add("skill", "check", title="Checking the facts", goals="waves")
    plan.add("step", "notice", goal="waves", title="Notice the wave", position=1, state="in-practice")
    plan.add("step", "wait", goal="waves", title="Wait ten minutes", position=2, state="locked",
             criterion="misery at-most 3 times 5 within P1W")
    for number, start in enumerate(SESSIONS, 1):
        plan.do("session", "plan", f"{start}T09:00:00", options=("--id", f"s-{number}"))
    plan.add("template", "card-sheet", title="The card", kind="diary-card", minutes=5,
             instructions="In the evening, before the light goes out. Numbers are enough.",
             rationale="What is written down can be looked at together", source="Our own", licence="CC0-1.0",
             fields={"slept": "number 0..24 unit:h : Hours slept"})
    plan.do("add", "assignment", "card", "field.slept=number 0..24 unit:h : Hours slept",
            "field.kind-act=text confidential: Something kind that I did for myself", state="proposed",
            title="The card of the day", kind="diary-card", cover="Five minutes", minutes=5, goals="waves",
            skills="ice", session="s-1", what="Emotions, urges, skills; numbers are enough", where="In bed",
            when="Before the light goes out", how_often="Every evening", how_long="Five minutes",
            rationale="What is written down can be looked at together", cue="When I have set the alarm clock",
            action="I take the card from under it", likelihood=85, difficulty=20, rehearsed="yes", sheet_given="yes",
            schedule="recurring 2026-07-06 FREQ=DAILY", times="22:30", opens="-PT3H", closes="PT4H", grace="PT12H",
            remind="prompt 0", track="misery", late="ok")
    plan.do(
        "propose", "record", "obstacle.self-criticism=I write it as if a friend had told me", title="A thought record",
        kind="thought-record", cover="Notes", minutes=15, goals="waves", skills="check", session="s-1",
        what="Situation, feeling, thought, what speaks for it and against it", where="Where it can wait till then",
        rationale="A thought on paper is a thought, not a fact", likelihood=70, difficulty=60,
        schedule="quota 2026-07-13 1-3 week")
    plan.at("2026-07-06", "09:45", "client", "phone")
    plan.accept("card")
    plan.accept("record")
    plan.at("2026-07-06", "09:50", "ao", "desk").do("session", "held", "s-1")


def card(plan, day, letter):
    """An evening's card: what was felt, what was wanted, what helped."""
    if letter == "-":
        return
    plan.at(day, "22:50", "client", "phone")
    if letter == "x":
        plan.log("card", "not-attempted", day, barrier="low-energy")
        return
    hard = 4 if letter == "p" else int(letter)
    said = [f"misery={hard}", "emotion.0=sadness", f"intensity.0={hard}", "emotion.1=anger",
            f"intensity.1={max(hard - 2, 0)}", "urge.0=to write angry messages", f"strength.0={hard}",
            f"acted.0={'yes' if hard == 5 else 'no'}", f"slept={9 - hard}", f"skills-rating={min(7, 8 - hard)}"]
    if hard >= 3:
        said += ["skill.0=Cold water and ten slow breaths"]
    notes = {"2026-07-11": ["challenge:The evening was too long"], "2026-08-18": ["trigger:A call from home"],
             "2026-09-07": ["insight:The wave was over before the kettle boiled"]}.get(str(day), [])
    if hard <= 1:
        said += ["kind-act=A bath, and the long book"]
    plan.log("card", "done", (day, "22:45"), said=said, notes=notes, private=letter == "p", name=f"c-{day}")


def record(plan, line):
    when, situation, emotions, thought, belief, pro, con, balanced, note = (part.strip() for part in line.split("|"))
    day, clock = when.split()
    said = [f"situation={situation}", f"thought={thought}", f"belief@before={belief.split()[0]}",
            f"belief@after={belief.split()[1]}", f"evidence-for={pro}", f"evidence-against={con}",
            f"balanced={balanced}"]
    for group, emotion in enumerate(emotions.split(", ")):
        name, before, after = emotion.split()
        said += [f"emotion.{group}={name}", f"intensity.{group}@before={before}", f"intensity.{group}@after={after}"]
    plan.at(day, clock, "client", "phone").log("record", "done", (day, clock), said=said, name=f"r-{day}",
                                              notes=[note] if note else [])


def meet(plan, day):
    number = SESSIONS.index(day) + 1
    plan.at(day, "09:50", "ao", "desk")
    if number == 4:
        plan.do("session", "cancel", "s-4", reason="summer")
        return
    plan.do("session", "held", f"s-{number}")
    decision, findings = {
        2: ("continue", "Seven evenings, five cards, and not one of them polite."),
        3: ("continue", "The thought record is slow work; that is the point."),
        5: ("step-up", "Waiting ten minutes worked four times out of five."),
        6: ("continue", "A call from home, two hard days, and back by oneself."),
        7: ("reduce", "Cards three times a week are enough now."),
    }[number]
    if number == 5:
        plan.do("mark", "notice", "criterion-met")
        plan.do("mark", "wait", "available")
        plan.do("mark", "wait", "in-practice")
        plan.do("mark", "ice", "practised-in-session", options=("--evidence", "s-5"))
    if number == 7:
        plan.do("revise", "card", "taper=2026-09-21 FREQ=WEEKLY;BYDAY=MO,WE,FR", reason="less paper", since=day)
        plan.do("revise", "card", "taper=2026-10-12 FREQ=WEEKLY;BYDAY=SU", reason="less paper", since=day)
        plan.do("mark", "wait", "criterion-met")
        plan.add("assignment", "keep", title="A card now and then", kind="diary-card", cover="Now and then",
                 state="proposed", predecessor="card", goals="waves", minutes=5, maintenance="yes", likelihood=75,
                 rationale="To see a wave coming when nobody asks",
                 schedule="recurring 2026-11-01 FREQ=MONTHLY;BYMONTHDAY=1,15", until="2027-01-31")
        plan.at(day, "09:55", "client", "phone").accept("keep")
        plan.at(day, "09:56", "ao", "desk")
    plan.do("review", f"s-{number}", "card", decision, findings=findings, next="latest")
    for rater, clock in (("client", "09:57"), ("ao", "09:58")):
        plan.at(day, clock, rater, "phone" if rater == "client" else "desk").do(
            "rate", f"s-{number}", rater, quantity=min(4, number // 2 + 1), quality=2 + (rater == "ao"))
    if number >= 5:
        plan.at(day, "09:59", "client", "phone").do("score", "waves", level=min(1, number - 6), session=f"s-{number}")


def beside(plan, day):
    if day == "2026-07-22":
        plan.at(day, "12:00", "client", "phone").do(
            "message", "add", "question", "Do I count an urge that was gone at once?", assignment="card",
            options=("--id", "m-urge"))
    if day == "2026-07-27":
        plan.at(day, "23:30", "client", "phone").log("-", "none", day, private=True, name="night",
                                                     notes=["A page that is nobody else's business"])
    if day == "2026-07-28":
        plan.at(day, "08:00", "client", "phone").do("redact", "night")
    if day == "2026-08-02":
        plan.at(day, "10:00", "client", "phone").log("-", "none", day, name="mistake", notes=["Wrong plan, sorry"])
        plan.do("erase", "mistake")
    if day == "2026-08-17":
        plan.at(day, "09:59", "ao", "desk").do("message", "mark", "m-urge", "discussed")
        plan.do("message", "mark", "m-urge", "resolved")
    if day == "2026-08-20":
        plan.at(day, "21:00", "client", "phone").do("message", "add", "insight", "I did not send it",
                                                    options=("--private", "--id", "m-own"))
        plan.do("message", "add", "concern", "What if the waves come back when this is over?", goal="waves",
                options=("--id", "m-over"))
    if day == "2026-08-31":
        plan.at(day, "09:59", "ao", "desk").do("message", "mark", "m-over", "deferred")


def make(command, path, course):
    plan = course(command, path, "Europe/Berlin", "e0a3c6d2-9b71-4c0f-8d1e-3f5a7b9c2d64")
    begin(plan)
    records = {line[:10]: line for line in RECORDS.strip().splitlines()}
    first = date(2026, 7, 6)
    for number in range(98):
        day = str(first + timedelta(days=number))
        if day in SESSIONS[1:7]:
            meet(plan, day)
        beside(plan, day)
        if day in records:
            record(plan, records[day])
        if number < len(EVENINGS):
            card(plan, day, EVENINGS[number])
