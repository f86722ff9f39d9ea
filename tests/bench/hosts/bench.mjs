// SPDX-License-Identifier: MIT
import { createRequire } from "node:module";

const [, , file, folder] = process.argv;
const homework = createRequire(import.meta.url)(folder);
const TIMES = 20000;
const PLANS = 20;
const SPAN = ["2026-01-01", "2027-01-01", 1798761600];
const plan = homework.load(file);
const assignment = plan.assignment("breathing");
const progress = plan.progress(...SPAN);
const load = homework.Caseload.create(SPAN[2]);
load.setWindow(SPAN[0], SPAN[1]);
for (let i = 0; i < PLANS; i++) {
    load.addPath(file);
}
const table = load.table();
const repeated = (job) => () => {
    let last;
    for (let i = 0; i < TIMES; i++) {
        last = job();
    }
    return last;
};
const jobs = {
    attribute: repeated(() => Buffer.byteLength(assignment.title())),
    child: repeated(() => (plan.assignment("breathing") ? 1 : 0)),
    occurrences: () => [...plan.occurrences(...SPAN)].filter((one) => one.status === "done").length,
    column: () => Array.from({ length: progress.subjectCount() }, (_, i) => progress.value(i, "done") ?? 0).reduce((a, b) => a + b, 0),
    caseload: () => table.column("value").reduce((sum, one) => (Number.isNaN(one) ? sum : sum + one), 0),
};
for (const [name, job] of Object.entries(jobs)) {
    console.log(`check ${name} ${Math.trunc(job())}`);
    let best = Infinity;
    for (let i = 0; i < 5; i++) {
        const begin = process.hrtime.bigint();
        job();
        best = Math.min(best, Number(process.hrtime.bigint() - begin));
    }
    console.log(`time ${name} ${best}`);
}
