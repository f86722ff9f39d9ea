// SPDX-License-Identifier: MIT
// Reads a plan and prints its report as of a moment: load_and_report.mjs PLAN MOMENT
import homework from "homework";

const [path, moment] = process.argv.slice(2);
const day = (moment ?? "").slice(0, 10);
if (process.argv.length !== 4 || Number.isNaN(Date.parse(day))) {
    console.error("usage: load_and_report.mjs PLAN MOMENT");
    process.exit(2);
}
try {
    const plan = homework.load(path);
    const [from, to] = [-70, 1].map((days) => homework.dateAddDays(day, days));
    process.stdout.write(plan.report({ from, to, asOf: moment }));
} catch (error) {
    (error.problems ?? []).forEach((problem) => console.error(`${path}:${problem}`));
    console.error(`${path}:${error.line ?? 0}: ${error.message}`);
    process.exitCode = 1;
}
