// SPDX-License-Identifier: MIT
// The Node.js package: the main job, values, errors, lifetimes. What could crash runs in a process of its own. HOMEWORK is the
// folder of the package.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "..", "..", "..");
const folder = path.resolve(process.env.HOMEWORK || path.join(here, ".."));
const homework = createRequire(import.meta.url)(folder);
const LUNCH = path.join(root, "examples", "plans", "lunch-table.xml");
const NOW = new Date("2026-11-22T18:00:00+01:00");
const week = (plan) => plan.occurrences("2026-11-16", "2026-11-23", NOW);
const change = () => homework.change({ by: "mk", origin: "test", at: NOW });

/** Runs a program in a process of its own, with `homework` and the plan's path; it must end well. */
function alone(body, ...flags) {
    const source = `const homework = require(${JSON.stringify(folder)}); const LUNCH = ${JSON.stringify(LUNCH)};
        const NOW = new Date("2026-11-22T18:00:00+01:00");
        function refused(action, ...names) {
            try { action(); } catch (error) {
                if (!names.includes(error.name)) throw error;
                return;
            }
            throw new Error("nothing was thrown");
        }
        ${body}`;
    const done = spawnSync(process.execPath, [...flags, "-e", source], { encoding: "utf8", timeout: 120000 });
    assert.deepEqual([done.status, done.signal, done.stderr], [0, null, ""]);
}

test("lists are iterable", () => {
    const list = week(homework.load(LUNCH));
    const rows = [...list];
    assert.equal(list.length, 12);
    assert.equal(rows.length, 12);
    assert.deepEqual(list.row(-1), rows[11]);
    assert.equal(list.row(12), undefined);
    assert.equal(list.row(0.5), undefined);
    assert.equal(rows.filter((one) => one.status === "done").length, 5);
    assert.throws(() => { rows[0].status = "done"; }, TypeError);
});

test("times", () => {
    const [first] = week(homework.load(LUNCH));
    assert.equal(first.key, "2026-11-16T20:30:00");
    assert.ok(first.due instanceof Date && first.due instanceof homework.Moment);
    assert.equal(first.due.getTime(), new Date("2026-11-16T20:30:00+01:00").getTime());
    assert.equal(first.due.iso, "2026-11-16T20:30:00+01:00");
    assert.ok(first.settles instanceof Date);
    const plan = homework.load(LUNCH);
    for (const now of [NOW, NOW.getTime() / 1000, "2026-11-22T18:00:00+01:00"]) {
        assert.equal(plan.occurrences({ from: "2026-11-16", to: "2026-11-23", asOf: now }).length, 12);
    }
});

test("figures", () => {
    const progress = homework.load(LUNCH).progress("2026-09-14", "2026-11-23", NOW);
    const done = progress.figure("breathing", "done");
    assert.deepEqual([done.value, done.numerator, done.denominator], [0.75, 21, 28]);
    const none = progress.figure("thoughts", "done");
    assert.deepEqual([none.value, none.undefined], [null, "nothing-due"]);
    assert.throws(() => progress.figure("nobody", "done"), RangeError);
    assert.throws(() => progress.figure(99, "done"), RangeError);
    assert.throws(() => progress.figure("breathing", "flown"), TypeError);
});

test("series, points and limits", () => {
    assert.deepEqual(homework.mean([1, null, undefined, NaN, 4]), { value: 2.5, n: 2, undefined: "not" });
    assert.deepEqual(homework.mean([]), { value: null, n: 0, undefined: "no-values" });
    assert.equal(homework.mannKendall(null, [1, 2, 3, 4, 5]).s, 10);
    assert.equal(homework.mannKendall({ values: [1, 2, 3, 4, 5] }).s, 10);
    const limits = homework.xmr([6, 7, 6, 7, 6, 7, 6]);
    assert.equal(limits.meanRange.value, 1);
    assert.deepEqual(homework.xmrSignals(limits, [6, 20, NaN]), [[], ["outside"], []]);
    assert.throws(() => homework.xmrSignals({}, [6]), TypeError);
    assert.deepEqual(homework.ewma([1, null], 0.2, 1, 1, 3).map((one) => [one.average.n, one.lower !== null, one.signal]),
        [[1, true, "none"], [1, false, "none"]]);
    assert.equal(homework.gasChange([-1, -1], [0, 1], null, 0.3).difference.n, 2);
    for (const bad of ["5", [1, "2"], [1n], new BigInt64Array(2), {}, 5, null, [[1]]]) {
        assert.throws(() => homework.mean(bad), TypeError);
    }
    assert.throws(() => homework.spearman([1, 2], [3]), TypeError);
    assert.throws(() => homework.mean([1e200]), { code: "HW_ERR_RANGE" });
    assert.throws(() => { homework.mean([1]).value = 2; }, TypeError);
    const series = homework.load(LUNCH).series("mood", "2026-09-14", "2026-11-23", NOW);
    assert.equal(series.dayAssociation(new Set(["2026-10-01", "2026-10-03"])).tau.n, series.trend().tau.n);
    assert.throws(() => series.dayAssociation([NOW]), TypeError);
});

test("columns", () => {
    const list = homework.load(LUNCH).occurrences("2026-09-14", "2026-11-23", NOW), columns = list.table().columns();
    const rows = [...list];
    assert.deepEqual(columns.status, rows.map((one) => one.status));
    assert.deepEqual(columns.key, rows.map((one) => one.key));
    assert.deepEqual(Array.from(columns.due), rows.map((one) => one.due.getTime()));
    assert.deepEqual(Array.from(columns.credit), rows.map((one) => one.credit));
    assert.deepEqual(columns.settled, rows.map((one) => one.settled));
    assert.ok(columns.due instanceof Float64Array && columns.credit instanceof Float64Array);
    assert.deepEqual(list.table().column("status"), columns.status);
    const metrics = homework.load(LUNCH).progress("2026-09-14", "2026-11-23", NOW).table();
    const json = JSON.parse(metrics.toJson()), told = metrics.columns();
    told.value.forEach((one, index) => assert.ok(json[index].value === null ? Number.isNaN(one) : Math.abs(one - json[index].value) < 1e-9));
    assert.deepEqual(told.undefined, json.map((one) => one.undefined));
    assert.throws(() => metrics.column("flown"), RangeError);
    assert.throws(() => metrics.column(99), RangeError);
});

test("a caseload", () => {
    const caseload = homework.Caseload.create(NOW), said = [], rows = [];
    caseload.addPath(LUNCH);
    caseload.addBytes("bad", "<plan/>");
    caseload.addBytes("again", readFileSync(LUNCH));
    caseload.setMetrics(["done"]);
    globalThis.gc?.();
    const columns = caseload.table((done, total) => { said.push([done, total]); }).columns();
    assert.deepEqual(said, [[0, 3], [1, 3], [2, 3], [3, 3]]);
    assert.equal(columns.value[0], columns.value.at(-1));
    caseload.run((row) => { rows.push(row); caseload.addPath("more.xml"); });
    assert.deepEqual(rows.map((one) => [one.name, one.error?.status ?? null]), [[LUNCH, null], ["bad", "HW_ERR_INVALID"], ["again", null]]);
    assert.deepEqual(rows[0].progress, rows[2].progress);
    assert.ok(rows[0].progress.value instanceof Float64Array && rows[1].progress === null);
    assert.equal(caseload.count(), 6);
    const mine = new Error("mine");
    assert.throws(() => caseload.table(() => { throw mine; }), (error) => error === mine);
    assert.throws(() => caseload.run(() => false), { code: "HW_ERR_CANCELLED" });
    assert.throws(() => caseload.run("row"), TypeError);
});

test("documents in pieces", () => {
    const plan = homework.load(LUNCH), pieces = [];
    plan.writeXml((piece) => { pieces.push(piece); });
    assert.equal(Buffer.concat(pieces).toString(), plan.toXml());
    assert.throws(() => plan.writeJson(() => { throw new RangeError("full"); }), RangeError);
    plan.writeXml(() => { plan.logAll([{ assignment: "diary", extent: "done" }], change()); });
});

test("many reports at once", () => {
    const plan = homework.load(LUNCH), before = plan.entries().length;
    const entry = homework.Entry.create("diary", "attempted");
    const { key } = [...week(plan)].find((one) => one.assignment === "breathing" && one.status !== "done");
    plan.logAll([entry, { assignment: "breathing", extent: "done", at: NOW, due: key, numbers: { minutes: 12 },
        texts: { where: "at home" }, notes: { insight: "It helped" } }], change());
    assert.equal(plan.entries().length, before + 2);
    assert.throws(() => plan.logAll([{ assignment: "nobody", extent: "done" }, { assignment: "diary", extent: "done" }], change()), homework.HomeworkError);
    assert.throws(() => plan.logAll([{ assignment: "diary", extent: "done", mood: 3 }], change()), TypeError);
    assert.throws(() => plan.logAll([5], change()), TypeError);
    for (const measures of [new Map([["distress", 3]]), [3], 3, "3", { distress: new Map([["before", 3]]) }]) {
        assert.throws(() => plan.logAll([{ assignment: "diary", extent: "done", measures }], change()), TypeError);
    }
    assert.throws(() => plan.logAll([null], change()), TypeError);
    assert.equal(plan.entries().length, before + 2);
});

test("records are immutable and edited", () => {
    const plan = homework.load(LUNCH), one = plan.assignment("breathing"), edit = one.edit();
    edit.setTitle(null, "Breathing out");
    plan.revise(edit, change());
    assert.deepEqual([one.title(), plan.assignment("breathing").title()], ["Slow breathing", "Breathing out"]);
    assert.equal(plan.assignment("nobody"), null);
    assert.throws(() => plan.add(plan, change()), TypeError);
});

test("errors say what", () => {
    assert.throws(() => homework.parse("<plan/>"), (error) => error instanceof homework.HomeworkError &&
        error.code === "HW_ERR_INVALID" && error.problems.length === 1);
    assert.throws(() => homework.load("missing.xml"), { code: "HW_ERR_NOT_FOUND" });
    const draft = homework.Assignment.create("walk", "A walk", "other");
    assert.throws(() => draft.setRecurring("2026-11-22T19:00", "FREQ=SECONDLY"), { subject: "FREQ" });
    const plan = homework.load(LUNCH), before = plan.toXml();
    assert.throws(() => plan.add(draft, change()), { subject: "FREQ" });
    assert.equal(plan.toXml(), before);
});

test("arguments", () => {
    const plan = homework.load(LUNCH);
    assert.throws(() => plan.occurrences("2026-11-16"), TypeError);
    assert.throws(() => plan.occurrences("2026-11-16", "2026-11-23", NOW, 1), TypeError);
    assert.throws(() => plan.occurrences({ from: "2026-11-16", to: "2026-11-23", asof: NOW }), TypeError);
    assert.throws(() => plan.occurrences("2026-11-16", "2026-11-23", new Date(NaN)), TypeError);
    assert.throws(() => plan.occurrences("2026-11-16", "2026-11-23", "noon"), TypeError);
    assert.throws(() => plan.occurrences(NOW, "2026-11-23", NOW), TypeError);
    assert.throws(() => plan.occurrences(1, "2026-11-23", NOW), TypeError);
    assert.throws(() => plan.occurrences("16.11.2026", "2026-11-23", NOW), { code: "HW_ERR_SYNTAX" });
    assert.throws(() => homework.Assignment.create("walk", "a\0b", "other"), TypeError);
    assert.throws(() => homework.Assignment.create("walk", 5, "other"), TypeError);
    assert.throws(() => homework.Assignment.create("walk", "A walk", "flying"), TypeError);
    assert.throws(() => plan.assignmentAt(0.5), TypeError);
    assert.throws(() => homework.Entry.create("diary", "done").setPercent(45.5), TypeError);
    for (const number of [2 ** 32, 0.5, NaN, 1e300]) {
        assert.throws(() => homework.Entry.create("diary", number), TypeError);
    }
    assert.equal(plan.occurrences("2026-11-16", "2026-11-23", NOW.getTime() / 1000 + 0.9).length, 12);
    assert.throws(() => plan.titel(), TypeError);
});

test("documents round-trip", () => {
    const bytes = readFileSync(LUNCH), plan = homework.parse(bytes);
    assert.equal(plan.toXml(), bytes.toString("utf8"));
    assert.equal(homework.parse(plan.toJson()).toXml(), plan.toXml());
    const copy = path.join(mkdtempSync(path.join(tmpdir(), "homework-")), "plan.xml");
    plan.save(copy);
    assert.deepEqual(readFileSync(copy), bytes);
});

test("every document that is not valid is refused", () => {
    const invalid = path.join(root, "tests", "data", "invalid");
    const paths = readdirSync(invalid).map((name) => path.join(invalid, name, "plan.xml")).filter(existsSync);
    assert.ok(paths.length > 100);
    for (const one of paths) {
        assert.throws(() => homework.load(one), homework.HomeworkError, one);
    }
});

test("the ES module is the same", async () => {
    const module = await import(pathToFileURL(path.join(folder, "index.mjs")));
    assert.equal(module.default, homework);
    assert.equal(module.load, homework.load);
    assert.deepEqual(Object.keys(module).filter((name) => name !== "default").sort(), Object.keys(homework).sort());
    Object.keys(homework).forEach((name) => assert.equal(module[name], homework[name], name));
});

test("worker threads", async () => {
    const source = `const { parentPort, workerData } = require("worker_threads");
        const homework = require(workerData.folder);
        let count = 0;
        for (let i = 0; i < 50; i++) count += homework.load(workerData.path).occurrences("2026-11-16", "2026-11-23", 1795366800).length;
        parentPort.postMessage(count);`;
    const workers = Array.from({ length: 4 }, () => new Promise((resolve, reject) => {
        const worker = new Worker(source, { eval: true, workerData: { folder, path: LUNCH } });
        worker.on("message", resolve);
        worker.on("error", reject);
    }));
    assert.deepEqual(await Promise.all(workers), [600, 600, 600, 600]);
});

const ABUSES = {
    "a method of another class": `refused(() => homework.Goal.prototype.title.call(homework.load(LUNCH)), "Error", "TypeError");`,
    "a method of nothing": `refused(() => homework.Goal.prototype.title.call(null), "Error", "TypeError");`,
    "a method of a plain object": `refused(() => homework.Goal.prototype.title.call({}), "Error", "TypeError");`,
    "a class called": `refused(() => new homework.Plan(), "Error", "TypeError"); refused(() => homework.Plan(), "Error", "TypeError");`,
    "another class as an argument": `const plan = homework.load(LUNCH); refused(() => plan.log(plan, plan), "Error", "TypeError");`,
    "null for an object": `const plan = homework.load(LUNCH); refused(() => plan.log(null, null), "TypeError", "HomeworkError");`,
    "far past the end": `const list = homework.load(LUNCH).occurrences("2026-11-16", "2026-11-23", NOW);
        if (list.assignmentAt(99) !== null) throw new Error("something came back");
        refused(() => list.assignmentAt(1e300), "TypeError"); refused(() => list.assignmentAt(NaN), "TypeError"); refused(() => list.assignmentAt(-1), "TypeError");`,
    "dropped parents": `const one = homework.load(LUNCH).assignment("breathing"), list = homework.load(LUNCH).occurrences("2026-11-16",
        "2026-11-23", NOW), inner = homework.load(LUNCH).progress("2026-09-14", "2026-11-23", NOW).occurrences();
        for (let i = 0; i < 200; i++) homework.load(LUNCH);
        global.gc(); if (one.title() !== "Slow breathing" || list.length !== 12 || inner.length < 10) throw new Error("lost");`,
    "lists that change while others are read": `for (const bytes of [0, 8, 1 << 16]) {
            const buffer = new ArrayBuffer(16, { maxByteLength: 1 << 16 }), y = new Float64Array(buffer), x = [1, 2];
            Object.defineProperty(x, 0, { get() { buffer.resize ? buffer.resize(bytes) : structuredClone(y, { transfer: [buffer] }); return 1; } });
            const { n } = homework.theilSen(x, y).slope;
            if (n !== (buffer.resize && bytes > 8 ? 2 : buffer.resize && bytes === 8 ? 1 : 0)) throw new Error("n is " + n);
        }`,
    "a list of holes": `refused(() => homework.mean(new Array(2 ** 32 - 1)), "TypeError");`,
    "setters and frozen prototypes": `for (const name of ["status", "n", "line"]) Object.defineProperty(Object.prototype, name, { set() { throw new Error(name); } });
        Object.freeze(Error.prototype);
        if (homework.mean([1, 2]).value !== 1.5) throw new Error("lost");
        refused(() => homework.load("missing.xml"), "Error", "HomeworkError");`,
    "many plans": `let most = 0;
        for (let i = 0; i < 3000; i++) { homework.load(LUNCH); if (i % 100 === 0) most = Math.max(most, process.memoryUsage.rss()); }
        if (most > 250 << 20) throw new Error("took " + most);`,
    "functions in functions, until the stack ends": `const plan = homework.load(LUNCH); const again = () => { plan.writeXml(again); };
        refused(again, "RangeError"); refused(() => homework.load("missing.xml"), "HomeworkError");`,
    "an edit while iterating": `const plan = homework.load(LUNCH), change = homework.change({ by: "client", origin: "test", at: NOW });
        for (const one of plan.occurrences("2026-11-16", "2026-11-23", NOW)) plan.log(homework.Entry.create("week", "attempted"), change);`,
    "an error while iterating": `const list = homework.load(LUNCH).occurrences("2026-11-16", "2026-11-23", NOW);
        refused(() => { for (const one of list) throw new RangeError(one.assignment); }, "RangeError"); [...list];`,
    "ten thousand rounds": `const plan = homework.load(LUNCH); const change = homework.change({ by: "client", origin: "test", at: NOW });
        const round = () => { plan.assignment("breathing").edit().setTitle(null, "x"); plan.occurrences("2026-11-20", "2026-11-22", NOW);
            refused(() => homework.parse("<plan"), "HomeworkError"); plan.copy().log(homework.Entry.create("week", "done"), change); };
        const settle = () => { for (let i = 0; i < 5; i++) global.gc(); return process.memoryUsage.rss(); };
        for (let i = 0; i < 4000; i++) { round(); if (i % 200 === 0) global.gc(); }
        const before = settle();
        for (let i = 0; i < 6000; i++) { round(); if (i % 200 === 0) global.gc(); }
        const grown = settle() - before;
        if (grown > 6 << 20) throw new Error("grew by " + grown);`,
};
for (const [name, body] of Object.entries(ABUSES)) {
    test(`abuse: ${name}`, () => alone(body, "--expose-gc"));
}
