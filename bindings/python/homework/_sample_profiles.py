# SPDX-License-Identifier: MIT
"""What invented plans are made of: profiles as tables. Nobody in them is real."""
from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Callable, Dict, Mapping, NamedTuple, Optional, Tuple

from .assignments import Assignment

Fields = Mapping[str, Any]
Schedule = Callable[[Assignment, date], None]


class Homework(NamedTuple):
    """An assignment. measures: (id, phase). texts: what may be said in a field of its form. instrument: that it asks to be filled
    in. with_: who does it besides the client, by role."""

    id: str
    title: str
    kind: str
    schedule: Schedule
    fields: Fields = {}
    measures: Tuple[Tuple[str, str], ...] = ()
    texts: Mapping[str, Tuple[str, ...]] = {}
    instrument: Optional[str] = None


class Profile(NamedTuple):
    """A course of treatment. measures, goals, steps, skills: (id, fields). levels: how a goal is worded, -2 to 2."""

    title: str
    measures: Tuple[Tuple[str, Fields], ...]
    goals: Tuple[Tuple[str, Fields], ...]
    steps: Tuple[Tuple[str, Fields], ...]
    skills: Tuple[Tuple[str, Fields], ...]
    homework: Tuple[Homework, ...]
    levels: Tuple[str, ...]
    notes: Tuple[str, ...]
    question: str


def _daily(clock: str) -> Schedule:
    return lambda assignment, day: assignment.recur(f"{day}T{clock}", "FREQ=DAILY")


def _weekly(days: str) -> Schedule:
    return lambda assignment, day: assignment.recur(day, f"FREQ=WEEKLY;BYDAY={days}")


def _quota(times: int, most: int) -> Schedule:
    return lambda assignment, day: assignment.quota(day, times, "week", most)


PROFILES: Dict[str, Profile] = {
    "anxiety": Profile(
        "Back to the market",
        (("suds", dict(title="Distress", min=0, max=100, whole=True, better="lower")),),
        (("crowds", dict(title="Go to the market again", state="active", measure="suds", baseline=80, target=30,
                         direction="down")),),
        (("square", dict(goal="crowds", title="Cross the square in the morning", position=1, state="in-practice", difficulty=40)),
         ("stalls", dict(goal="crowds", title="Walk along the stalls", position=2, state="available", difficulty=60)),
         ("saturday", dict(goal="crowds", title="Shop on a Saturday", position=3, state="available", difficulty=90))),
        (("breath", dict(title="Breathing slowly")),),
        (Homework("breathing", "Slow breathing", "relaxation", _daily("19:00"),
                  dict(minutes=10, goals=["crowds"], skills=["breath"], cover="Ten minutes", likelihood=80, grace="PT12H",
                       rationale="The body learns to calm down", cue="When I have brushed my teeth",
                       action="I breathe slowly for ten minutes", obstacles=[("forgot", "A note at the mirror")]),
                  texts={"technique": ("slow breathing",)}),
         Homework("market", "At the market", "exposure", _quota(2, 4),
                  dict(minutes=30, goals=["crowds"], steps=["square"], where="The market by the station", likelihood=70,
                       obstacles=[("avoidance", "Stay two minutes longer than I want to")]),
                  (("suds", "peak"),),
                  {"feared": ("I faint", "Everybody looks at me"), "safety-behavior": ("Kept close to the exit",)}),
         Homework("thoughts", "What went through my mind", "thought-record", lambda a, day: a.upon(day, "When I turn back"),
                  dict(minutes=15, goals=["crowds"]),
                  texts={"situation": ("At the bakery", "On the bus", "Waiting in a queue"), "emotion": ("fear", "shame"),
                         "thought": ("I will faint", "They all see it"), "balanced": ("It passes within minutes",)}),
         Homework("bet", "Who looks at me?", "behavioral-experiment", lambda a, day: a.follow(day, "market", "P1D"),
                  dict(minutes=20, goals=["crowds"]),
                  texts={"thought": ("Everybody stares",), "prediction": ("Ten people look",),
                         "result": ("Two did", "Nobody did"), "learned": ("People look at their shopping",)}),
         Homework("reading", "How fear works", "psychoeducation", lambda a, day: a.once(day + timedelta(days=3)),
                  dict(minutes=30), texts={"material": ("Leaflet",), "key-point": ("Fear falls by itself",)}),
         Homework("gad", "Questionnaire", "measure", _weekly("SU"), dict(minutes=5), instrument="gad-7")),
        ("Does not leave the house", "Crosses the square", "Shops in the morning", "Shops on a Saturday", "Goes to concerts"),
        ("Less than I thought", "Too many people today", "It was easier in the morning", "A neighbour said hello"),
        "Does it count if I leave early?"),
    "mood": Profile(
        "Days that count",
        (("mood", dict(title="Mood", min=0, max=10, whole=True, better="higher")),),
        (("days", dict(title="Do something that counts every day", state="active", measure="mood", baseline=3, target=6,
                       direction="up")),),
        (), (),
        (Homework("activities", "One thing a day", "activity-scheduling", _daily("18:00"),
                  dict(minutes=20, goals=["days"], likelihood=75, rationale="Doing comes before feeling like it"),
                  (("mood", "after"),),
                  {"activity": ("A walk in the park", "Called a friend", "Watered the plants", "Cooked a meal")}),
         Homework("journal", "Three good things", "journaling", _weekly("MO,WE,FR"), dict(minutes=10, goals=["days"]),
                  texts={"text": ("The sun was out", "A message from my sister", "I slept through")}),
         Homework("sheet", "What I can influence", "worksheet", lambda a, day: a.around_sessions(day),
                  dict(minutes=20, goals=["days"])),
         Homework("phq", "Questionnaire", "measure", _weekly("SU"), dict(minutes=5), instrument="phq-9")),
        ("Stays in bed", "Gets up by noon", "One thing a day", "Sees friends each week", "Back at work"),
        ("Better once I had begun", "Slept badly", "I had not expected to laugh", "Raining all day"),
        "What if nothing is fun?"),
    "couple": Profile(
        "At the kitchen table",
        (("closeness", dict(title="Closeness", min=0, max=10, whole=True, better="higher")),),
        (("listen", dict(title="Hear each other out", state="active", measure="closeness", baseline=4, target=7, direction="up")),),
        (), (("speak", dict(title="Speaking for oneself", goals=["listen"])),),
        (Homework("talk", "Twenty minutes at the table", "communication-practice", _quota(3, 0),
                  dict(minutes=20, goals=["listen"], skills=["speak"], with_="partner", likelihood=80),
                  (("closeness", "after"),),
                  {"said": ("I felt left alone on Sunday", "Thank you for the evening"), "response": ("That is news to me",)}),
         Homework("rehearsal", "The talk with the landlord", "role-play", _weekly("SA"), dict(minutes=15, with_="partner"),
                  texts={"scenario": ("The landlord calls",), "outcome": ("Stayed calm", "Got loud once")})),
        ("Silence for days", "One talk a week", "Three talks a week", "Quarrels end the same day", "They teach their friends"),
        ("We stopped in time", "The phone rang", "I understood something", "Both tired"),
        "Who begins when both want to?"),
    "skills": Profile(
        "Riding the wave",
        (("misery", dict(title="Misery", min=0, max=5, whole=True, better="lower")),),
        (("waves", dict(title="Let feelings pass before acting", state="active", measure="misery", baseline=4, target=2,
                        direction="down")),),
        (), (("ice", dict(title="Cold water", goals=["waves"])),),
        (Homework("card", "The card of the day", "diary-card", _daily("22:30"),
                  dict(minutes=5, goals=["waves"], likelihood=85, cover="Five minutes", grace="PT12H"), (("misery", "none"),),
                  {"emotion": ("sadness", "anger", "shame"), "urge": ("to withdraw", "to shout"), "skill": ("cold water",)}),
         Homework("water", "Cold water", "skill-practice", _weekly("TU,TH,SA"),
                  dict(minutes=10, goals=["waves"], skills=["ice"]), texts={"skill": ("cold water",)}),
         Homework("watch", "What came before", "behavior-tracking", lambda a, day: a.upon(day, "When I have shouted"),
                  dict(minutes=5, goals=["waves"]),
                  texts={"antecedent": ("A hard call", "Hungry"), "behavior": ("Shouted",), "place": ("At home", "At work")}),
         Homework("music", "Music before bed", "other", lambda a, day: a.on_demand(), dict(label="music"))),
        ("Acts at once", "Waits a minute", "Waits ten minutes", "The wave passes", "Helps others to wait"),
        ("It passed after a while", "A hard call", "Went for a walk instead", "Nothing special"),
        "Do small waves count, too?"),
}
