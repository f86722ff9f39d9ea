// SPDX-License-Identifier: MIT
// What was taken from an object outlives the object, and calls that fail leave nothing behind: lifetimes.mjs PACKAGE PLAN, with
// --expose-gc.
import assert from "node:assert";
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import process from "node:process";

const [, , folder, file] = process.argv;
const homework = createRequire(import.meta.url)(folder);
const AS_OF = "2026-11-22T18:00:00+01:00";
const progress = () => homework.load(file).progress("2026-09-14", "2026-11-23", AS_OF);
const keys = (list) => Array.from(list, (one) => one.key).join();
const expected = keys(progress().occurrences());
const kept = Array.from({ length: 50 }, () => progress().occurrences());
const revisions = Array.from({ length: 50 }, () => homework.load(file).assignment("breathing").revision());
for (let i = 0; i < 200; i++) {
    progress();
    if (i % 20 === 0) {
        globalThis.gc();
        await new Promise(setImmediate);
    }
}
assert(kept.every((one) => keys(one) === expected));
assert(revisions.every((one) => one.id() && one.id() === revisions[0].id()));

const plan = homework.load(file);
const long = "x".repeat(2000), numbers = Array.from({ length: 500 }, (_, index) => index), entry = homework.Entry.create("diary", "done");
const table = plan.occurrences("2026-09-14", "2026-11-23", AS_OF).table();
const failing = [
    () => plan.assignment("breathing").setTitle(long, Symbol("x")), () => plan.occurrences("2026-09-14", long, AS_OF),
    () => plan.reviseGoal(long, {}), () => homework.Assignment.create("walk", long, "flying"),
    () => homework.Change.create(AS_OF, long, 5),
    () => homework.mean([...numbers, "x"]), () => homework.theilSen(numbers, [1]), () => homework.xmrSignals({}, numbers),
    () => plan.writeXml(() => { throw new Error("full"); }), () => plan.logAll([entry, {}], homework.change({ by: "a", origin: "b" })),
];
// What does not fail leaves nothing either.
const working = [() => homework.ewma(numbers, 0.2, 1, 1, 3), () => table.columns(), () => plan.writeXml(() => {})];
async function rounds(count) {
    for (let i = 0; i < count; i++) {
        failing.forEach((one) => assert.throws(one));
        if (i % 20 === 0) {
            working.forEach((one) => one());
        }
        if (i % 500 === 0) {
            globalThis.gc();
            await new Promise(setImmediate);
        }
    }
    globalThis.gc();
    return process.memoryUsage().rss / 1024;
}
await rounds(2000);
const before = await rounds(2000);
const grown = (await rounds(20000)) - before;
assert(grown < 16384, `100,000 calls that fail leave ${grown} KiB`);

// Threads that end while objects live.
for (let i = 0; i < 8; i++) {
    const code = `const homework = require(${JSON.stringify(folder)});
        globalThis.kept = Array.from({ length: 200 }, () => homework.load(${JSON.stringify(file)}).occurrences("2026-09-14", "2026-11-23", "${AS_OF}"));
        ${i % 2 ? "process.exit(0)" : ""}`;
    const worker = new Worker(code, { eval: true });
    await new Promise((resolve, reject) => worker.on("exit", resolve).on("error", reject));
}
console.log("ok");
