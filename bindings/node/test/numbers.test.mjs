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
        const now = Number(fixture.as_of_seconds);
        assert.deepEqual([...plan.allReminders(now, now + 7 * 86400, now)].map((one) => ({ at: one.at.iso, at_seconds: seconds(one.at),
            assignment: one.assignment, state: one.state, priority: one.priority })), fixture.reminders);
    });
}
