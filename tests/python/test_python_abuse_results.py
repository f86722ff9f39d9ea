# SPDX-License-Identifier: MIT
"""Lifetimes and misuse of what is made of a plan, as in test_python_abuse.py: each case in a process of its own, with the garbage
collector run at every allocation."""
from __future__ import annotations


import pytest
from common import FULL
from test_python_abuse import attempt, stays

SETUP = """
import math
from homework import Instrument, Norms, statistics
from test_python_results import AT, DAYS, LUNCH, PLANS, phq_plan
lunch = lambda: homework.load(LUNCH)
forms = lambda: phq_plan().questionnaires("2025-03-01", "2025-04-01", as_of=AGREED.replace(day=20))
"""

CASES = {
    "a series outlives its plan": ("s = lunch().series('mood', *DAYS, as_of=AT); gc.collect(); assert len(list(s)) == len(s.table()) > 9 "
                                   "and s.trend().p.n == len(s) and s.statistics['mean'].value", None),
    "two series of plans that are gone": ("a, b = lunch().series('mood', *DAYS, as_of=AT), lunch().series('tension', *DAYS, as_of=AT); "
                                          "assert a.association(b).tau.n > 0", None),
    "practices outlive their plan": ("p = lunch().practices(*DAYS, as_of=AT, texts=True); gc.collect(); assert list(p) and "
                                     "p.summaries and len(p.summary_table()) > 1", None),
    "patterns outlive their plan": ("p = lunch().patterns(*DAYS, as_of=AT, measure='mood'); gc.collect(); assert list(p) and "
                                    "p.comparisons('weekday', 'mean') > 1", None),
    "attainment outlives its plan": ("a = homework.load(PLANS[2]).attainment(as_of=AT); gc.collect(); assert a.raters[0].t.value and "
                                     "a.goals[0].levels and len(a.table()) > 0", None),
    "areas outlive their plan": ("a = lunch().areas(*DAYS, as_of=AT); gc.collect(); assert [x.evidence for x in a] and a.suggestions "
                                 "and a.barriers and a.initiative and a.text(0)", None),
    "evidence outlives its areas": ("e = lunch().areas(*DAYS, as_of=AT).suggestions[0].evidence + lunch().areas(*DAYS, as_of=AT)"
                                    ".barriers[0].evidence; gc.collect(); assert all(x.id and x.kind.word for x in e) and e", None),
    "occurrences keep their areas": ("o = lunch().areas(*DAYS, as_of=AT).occurrences; gc.collect(); assert o[0].assignment", None),
    "an agenda outlives its plan": ("a = lunch().session_agenda(as_of=AT, parameters={'done': 1}, flags=[('goal', 'lunch')]); "
                                    "gc.collect(); assert a.page(language='de') and a[0].evidence is not None and a.text(1)", None),
    "attention outlives plan and progress": ("p = lunch(); a = p.attention(p.progress(*DAYS, as_of=AT)); del p; gc.collect(); "
                                             "assert a.text(0) and a[0].number", None),
    "a score keeps its questionnaires": ("s = forms()[0].score; gc.collect(); assert s.total.value == 9 and s.instrument.title and "
                                         "s.flags == (9,) and len(s.table()) > 1", None),
    "questionnaires outlive instruments": (
        "own = Instrument.from_json((ROOT / 'lib/progress/instruments/phq-9.json').read_bytes()); q = phq_plan().questionnaires("
        "'2025-03-01', '2025-04-01', instruments=[own], as_of=AGREED.replace(day=20)); del own; gc.collect(); assert "
        "q[0].score.instrument.items[0].safety is None and q[0].total.value == 9", None),
    "a score outlives its instrument": (
        "s = Instrument.from_json((ROOT / 'lib/progress/instruments/phq-9.json').read_bytes()).score([1] * 9); gc.collect(); "
        "assert s.instrument.items and s.band", None),
    "a change outlives its norms": ("c1 = Norms('a', 'b', 'lower', 's', points=3).compare(9, 1); gc.collect(); assert "
                                    "c1.outcome.word == 'improved' and c1.table().to_dict()[0]['source'] == 's'", None),
    "a change keeps its pair": ("n = Norms.find('phq-9-iapt'); one = homework.compare_pair(n, 9, 1, n, 8, 2).one; del n; gc.collect(); "
                                "assert one.points == -8 and one.table()", None),
    "norms of the library stay": ("for _ in range(50):\n n = Norms.find('phq-9-iapt'); del n; gc.collect()\nassert "
                                  "Norms.find('phq-9-iapt').points == 6", None),
    "instruments of the library stay": ("for _ in range(50):\n i = Instrument.find('phq-9'); s = i.score([0] * 9); j = s.instrument; "
                                        "assert i == j; del i, j, s; gc.collect()\nassert Instrument.find('phq-9').title", None),
    "off track outlives its norms": ("t = homework.off_track(Norms.find('phq-9-iapt').copy('a'), [20, 19, 27], days=[0, 7, 28], by=2); "
                                     "gc.collect(); assert all(r.source for r in t)", None),
    "a progress of occurrences that are gone": ("p = lunch(); g = p.progress_of(p.occurrences(*DAYS, as_of=AT), by=['week', 'measure']); "
                                                "del p; gc.collect(); assert g.occurrences[0].assignment and g.table()", None),
    "occurrences of another plan": ("p = small_plan(); p.progress_of(lunch().occurrences(*DAYS, as_of=AT))", "StateError"),
    "progress of another plan": ("p = small_plan(); p.attention(lunch().progress(*DAYS, as_of=AT))", "StateError"),
    "a caseload of bytes that are gone": (
        "t = homework.caseload(((str(i), bytearray(PLANS[0].read_bytes())) for i in range(3)), as_of=AT, metrics=['done']); "
        "gc.collect(); assert len(t) == 3 and t.to_dict()[0]['done'] is not None", None),
    "a caseload whose plans raise": ("def bad():\n yield PLANS[0]\n raise ZeroDivisionError\nhomework.caseload(bad())",
                                     "ZeroDivisionError"),
    "a series that shrinks while it is read": (
        "class Nasty:\n def __float__(self):\n  values.clear(); gc.collect(); return 1.0\nvalues = [Nasty()] + [2.0] * 50\n"
        "assert statistics.mean(values).n == 51", None),
    "a number that raises": ("class Nasty:\n def __float__(self): raise ZeroDivisionError\nstatistics.theil_sen([1, Nasty()], [1, 2])",
                             "ZeroDivisionError"),
    "a sequence that lies": ("class Nasty:\n def __len__(self): return 10**7\n def __getitem__(self, i):\n  if i > 3: raise IndexError"
                             "\n  return float(i)\nassert statistics.mean(Nasty()).n == 4", None),
    "a sequence that raises": ("class Nasty:\n def __len__(self): return 2\n def __getitem__(self, i): raise KeyError(i)\n"
                               "statistics.kendall_tau_b([1, 2], Nasty())", "KeyError"),
    "answers that are none": ("Instrument.find('phq-9').score(None)", "TypeError"),
    "answers of something else": ("Instrument.find('phq-9').score('000000000')", "TypeError"),
    "weights that are too few": ("homework.gas_t([1, 2, 0], [1])", "ValueError"),
    "dates that raise": ("def bad():\n yield '2026-09-20'\n raise ZeroDivisionError\nlunch().series('mood', *DAYS).day_association("
                         "bad())", "ZeroDivisionError"),
    "limits of something else": ("statistics.xmr_signals(None, [1])", "TypeError"),
    "limits of strings": ("statistics.xmr_signals(statistics.XmrLimits(*['abc'] * 5), [1])", "TypeError"),
    "limits with huge counts": ("e = statistics.Estimate(1.0, 2 ** 70, 0); statistics.xmr_signals(statistics.XmrLimits(*[e] * 5), [1])",
                                "OverflowError"),
    "classes that are not called": ("for cls in (homework.Series, homework.Practices, homework.Patterns, homework.Areas, "
                                    "homework.Agenda, homework.Attention, homework.Attainment, homework.Questionnaires, homework."
                                    "Instrument, homework.QuestionnaireScore, homework.ReliableChange, homework.PairedChange, homework."
                                    "SuddenChanges, homework.OffTrack):\n try:\n  cls()\n except TypeError: pass\n else: raise "
                                    "SystemExit(3)\n try:\n  len(cls.__new__(cls)), cls.__new__(cls).table()\n except TypeError: pass\n"
                                    " else: raise SystemExit(4)\n x = cls.__new__(cls); del x", None),
    "None as self": ("for name in ('series_count', 'practices_count', 'patterns_count', 'areas_count', 'agenda_count', "
                     "'attention_count', 'attainment_goal_count', 'questionnaires_count', 'instrument_title', 'norms_id', "
                     "'reliable_change_n', 'sudden_count', 'off_track_count', 'questionnaire_score_raw', 'caseload_table'):\n try:\n"
                     "  getattr(c, 'hw_' + name)(None)\n except TypeError: pass\n else: raise SystemExit(name)", None),
    "norms without init": ("Norms.__new__(Norms).id", "TypeError"),
    "norms made twice": ("n = Norms('a', 'b', 'lower', 's'); n.__init__('c', 'd', 'higher', 't'); assert n.id == 'c'", None),
    "norms that cannot be": ("for _ in range(20):\n try:\n  Norms('a', 'b', 'lower', 's', clinical=(1, 2), functional=(5, 1))\n except "
                             "homework.RangeError: pass\n else: raise SystemExit(3)", None),
    "pickling an agenda": ("pickle.dumps(lunch().session_agenda(as_of=AT))", "TypeError"),
    "copying areas": ("copy.deepcopy(lunch().areas(*DAYS, as_of=AT))", "TypeError"),
    "copying an area": ("a = lunch().areas(*DAYS, as_of=AT)[0]; b = pickle.loads(pickle.dumps(copy.deepcopy(a))); assert a == b and "
                        "type(b.rule) is homework.AreaRule", None),
    "past the end in C": ("a = lunch().areas(*DAYS, as_of=AT); assert c.hw_areas_evidence_at(a, 999) == () and c.hw_areas_id_at(a, 999) "
                          "is None and c.hw_areas_value_at(a, 999) is None and c.hw_agenda_kind_at(lunch().session_agenda(as_of=AT), "
                          "99) is None and c.hw_patterns_dimension_at(lunch().patterns(*DAYS), 999) == 5", None),
    "numbers out of range for an enumeration": ("assert c.hw_area_rule_definition(77) == '' and c.hw_statistic_name(-3) == 'unknown' and "
                                                "c.hw_series_statistic_value(lunch().series('mood', *DAYS), 55).value is None", None),
    "threads over one series": (
        "s = lunch().series('mood', *DAYS, as_of=AT); r = []\nt = [threading.Thread(target=lambda: r.append(s.trend())) for _ in "
        "range(4)]\n[x.start() for x in t]; [x.join() for x in t]; assert len(set(r)) == 1 and len(r) == 4", None),
}


@pytest.mark.parametrize("name", CASES)
def test_abuse(name: str) -> None:
    statements, raised = CASES[name]
    attempt(SETUP + statements, raised)


LEAKS = SETUP + """
import resource
def round():
    plan = phq_plan()
    at, days = AGREED.replace(day=20), ("2025-03-01", "2025-04-01")
    series = plan.series("suds", *days, as_of=at)
    list(series), series.statistics, series.trend(), series.overlap("2025-03-06"), series.day_association(["2025-03-06"])
    series.table().columns(), series.statistics_table(), series.association(series)
    practices = plan.practices(*days, as_of=at, kind="relaxation", texts=True)
    list(practices), practices.summaries, practices.table()
    list(plan.patterns(*days, as_of=at, measure="suds")), plan.attainment(as_of=at).goals, plan.attainment(as_of=at).table()
    forms = plan.questionnaires(*days, as_of=at, private_too=True, instruments=[Instrument.find("gad-7")],
                                scoring={"phq-9": homework.Scoring()})
    list(forms), forms.series("phq-9"), forms[0].score.subset("phq-2") if forms[0].score.instrument.subsets else 0
    areas = plan.areas(*days, as_of=at, norms={"suds": Norms("n", "suds", "lower", "s", points=5)}, parameters={"done": 0.4})
    list(areas), areas.suggestions, areas.barriers, areas.accomplishments, areas.initiative, areas.text(0, "de"), areas.evidence_table()
    areas.occurrences[0:2], areas.parameters
    agenda = plan.session_agenda(as_of=at, flags=[("goal", "calm")])
    agenda.items, agenda.page(language="de"), agenda.text(0), plan.assignment_sheet("breathing", as_of=at, language="de")
    progress = plan.progress(*days, as_of=at, by=["week", "measure"])
    progress.table(), progress.by("week")[0]["done"], plan.attention(progress)[:], plan.report(*days, as_of=at, language="de")
    plan.progress_of(progress.occurrences)
    homework.caseload([("a", plan.to_bytes()), "/nowhere.xml"], as_of=at, metrics=["done"], silence=3, errors="skip").columns()
    norms = Norms("a", "b", "lower", "s", clinical=(20, 5), reliability=("alpha", 0.8))
    norms.compare(20, 3).table(), norms.trend([1, 2], [3, None]), homework.compare_pair(norms, 1, 2, norms, 2, None).other.points
    homework.off_track(norms, [20, 19], days=[0, 7], by=2)[:], homework.sudden_gains([30, 29, 31, 15, 14, 13], 7)[:]
    statistics.xmr_signals(statistics.xmr([1, 2, 3]), [1, None, 9]), statistics.ewma([1, 2], weight=1, target=0, sigma=1)
    statistics.baseline_corrected_tau(range(9), [1] * 9, 4), statistics.nap([1, 2], [3]), homework.gas_change([1], [2], [1])
    for call in (lambda: statistics.mean([math.inf]), lambda: statistics.theil_sen([1], [1, 2]), lambda: statistics.mean(["x"]),
                 lambda: homework.gas_t([5]), lambda: Norms("a", "b", "neutral", "s"), lambda: Norms("a", "b", "lower", "s", points=-1),
                 lambda: Instrument.from_json("{}"), lambda: Instrument.find("phq-9").score([7] * 9), lambda: plan.series("no", *days),
                 lambda: plan.areas(*days, parameters={"done": 3}), lambda: plan.session_agenda(flags=[("goal", "a b")]),
                 lambda: series.day_association(["x"]), lambda: homework.caseload([("a", 3)]), lambda: plan.patterns(*days, measure="no"),
                 lambda: homework.caseload(["a"], metrics=["no"]), lambda: plan.questionnaires(*days, scoring={"no": homework.Scoring()}),
                 lambda: statistics.xmr_signals(statistics.XmrLimits(1, 2, 3, 4, 5), [1]), lambda: homework.gas_change([1], [2], [1, 2])):
        try:
            call()
        except (homework.HomeworkError, TypeError, ValueError):
            pass
"""


def test_nothing_leaks() -> None:
    """Over many rounds of work and of errors, from when the caches and arenas of everything in use have grown to their size."""
    stays(LEAKS, *((6000, 1500) if FULL else (300, 300)))
