// SPDX-License-Identifier: MIT
// Numbers equal C's: tests/data/numbers.json, which the tests of every host read.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "..", "..", "..");
const homework = createRequire(import.meta.url)(path.resolve(process.env.HOMEWORK || path.join(here, "..")));
const { plans } = JSON.parse(readFileSync(path.join(root, "tests", "data", "numbers.json"), "utf8"));
const seconds = (date) => String(date.getTime() / 1000);

for (const fixture of plans) {
    test(path.basename(fixture.file, ".xml"), () => {
        const plan = homework.load(path.join(root, fixture.file));
        const window = [fixture.from, fixture.to, fixture.as_of];
        assert.deepEqual([plan.uid(), plan.settings().zone()], [fixture.uid, fixture.zone]);
        assert.deepEqual(Array.from({ length: plan.assignmentCount() }, (_, index) => plan.assignmentAt(index))
            .map((one) => ({ id: one.id(), title: one.title() })), fixture.assignments);
        const list = plan.occurrences(...window);
        assert.deepEqual([...list].map((one, index) => ({ assignment: one.assignment, key: one.key, due: one.due.iso,
            due_seconds: seconds(one.due), status: one.status, settled: one.settled, credit: one.credit, entries: list.entryCount(index) })),
            fixture.occurrences.map((one) => ({ ...one, key: one.key })));
        const progress = plan.progress(...window);
        for (const row of fixture.metrics) {
            const found = progress.figure(progress.find(row.subject, row.id), row.metric);
            assert.deepEqual({ value: found.value, undefined: found.undefined, numerator: String(found.numerator),
                denominator: String(found.denominator), n: String(found.n) },
                { value: row.value, undefined: row.undefined, numerator: row.numerator, denominator: row.denominator, n: row.n }, row.metric);
        }
        assert.deepEqual([...plan.entries()].map((one, index) => ({ id: one.id, assignment: one.assignment, recorded: one.recorded.iso,
            recorded_seconds: seconds(one.recorded), by: one.by, values: plan.entries().valueCount(index) })), fixture.entries);
        for (const row of fixture.statistics) {
            const found = plan.series(row.measure, ...window).statisticValue(row.statistic);
            assert.deepEqual({ value: found.value, undefined: found.undefined, n: String(found.n) },
                { value: row.value, undefined: row.undefined, n: row.n }, row.statistic);
        }
        const now = Number(fixture.as_of_seconds);
        assert.deepEqual([...plan.allReminders(now, now + 7 * 86400, now)].map((one) => ({ at: one.at.iso, at_seconds: seconds(one.at),
            assignment: one.assignment, state: one.state, priority: one.priority })), fixture.reminders);
    });
}

/** A table of tests/data/statistics, as text. */
function table(name) {
    const [head, ...lines] = readFileSync(path.join(root, "tests", "data", "statistics", name), "utf8").trim().split("\n")
        .map((line) => line.split(","));
    return lines.map((line) => Object.fromEntries(head.map((field, index) => [field, line[index]])));
}
const near = (estimate, text, what) =>
    assert.ok(text === "" || Math.abs(estimate.value - text) <= 1e-9 * Math.max(1, Math.abs(text)), `${what}: ${estimate.value}, not ${text}`);

test("statistics of series are those of scipy and R", () => {
    const scipy = table("scipy.csv"), r = table("r.csv");
    table("series.csv").forEach((row, index) => {
        const [times, values] = [row.times, row.values].map((list) => Float64Array.from(list.split(" "), Number));
        const line = homework.theilSen(times, values), tau = homework.kendallTauB({ x: times, y: Array.from(values) });
        const before = Number(row.before), nap = homework.nap(values.slice(0, before), values.slice(before), "higher");
        for (const [found, name] of [[homework.mean(values), "mean"], [homework.median(values), "median"], [line.slope, "slope"],
            [line.intercept, "intercept"], [tau.tau, "tau"], [homework.spearman(times, values), "rho"], [nap.nap, "nap"]]) {
            near(found, scipy[index][name], name);
        }
        const there = times.filter((one, at) => !Number.isNaN(one) && !Number.isNaN(values[at])).length;
        if (there >= 8) { /* fewer say nothing */
            near(tau.z, r[index].z, "z");
            near(tau.p, tau.exact ? r[index].exact : r[index].p, "p");
        }
        near(homework.autocorrelation(values).r1, r[index].r1, "r1");
        assert.equal(tau.tau.n, there);
    });
    for (const row of table("wilson.csv")) {
        const found = homework.wilson(Number(row.successes), Number(row.trials), Number(row.z));
        near({ value: found.low }, row.low, "low");
        near({ value: found.high }, row.high, "high");
    }
});
