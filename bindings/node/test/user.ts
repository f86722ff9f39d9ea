// SPDX-License-Identifier: MIT
// What users write, as the compiler of TypeScript sees it; it is not run.
import * as homework from "./homework";
const plan = homework.load("plan.xml");
for (const one of plan.occurrences({ from: "2026-11-16", to: "2026-11-23", asOf: new Date() })) {
    const status: homework.OccurrenceStatus = one.status;
    console.log(one.assignment, one.due, status);
}
const done: number | null = plan.progress("2026-09-14", "2026-11-23", new Date()).figure("breathing", "done").value;
const walk = homework.Assignment.create("walk", "A walk", "activity-scheduling");
walk.setRecurring("2025-03-06T19:00", "FREQ=WEEKLY;BYDAY=TH");
plan.add(walk, homework.change({ by: "mk", origin: "desk" }));
// @ts-expect-error a misspelt kind
homework.Assignment.create("walk", "A walk", "flying");
// @ts-expect-error a number is no day
plan.occurrences(5, "2026-11-23", new Date());
// @ts-expect-error there is no such method
plan.titel();
const line: homework.TrendLine = homework.theilSen([1, 2, null], new Float64Array(3));
const slope: number | null = line.slope.value, n: number = line.slope.n;
homework.gasT([1, 0], null, 0.3);
homework.gasT({ levels: [1], rho: 0.3 });
homework.mannKendall(null, new Uint16Array(3));
homework.mannKendall({ times: null, values: [1] });
plan.writeCalendar(new Date(), null, (piece) => piece.length > 0);
const signals: ReadonlyArray<readonly homework.Signal[]> = homework.xmrSignals(homework.xmr([1, 2, 3]), [1, 2]);
const difference: homework.Estimate = [...plan.practices(null, "2026-09-14", "2026-11-23", new Date())][0].difference;
const caseload = homework.Caseload.create(new Date());
caseload.setMetrics(["done", "credit"]);
caseload.run((row) => { console.log(row.name, row.error?.status, row.progress?.value); });
const values = caseload.table((at, total) => at < total).columns().value as Float64Array;
plan.logAll([{ assignment: "breathing", extent: "done", measures: { distress: { before: 7, after: 3 } } }], homework.change({ by: "a", origin: "b" }));
plan.writeXml((piece) => { console.log(piece.length); });
// @ts-expect-error a text is no list of numbers
homework.mean("5");
// @ts-expect-error no such metric
caseload.setMetrics(["flown"]);
// @ts-expect-error no such field
console.log(line.steepness);
console.log(done, slope, n, signals, difference.n, values.length);
