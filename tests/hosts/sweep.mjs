// SPDX-License-Identifier: MIT
// Every function of the wrapper with arguments that cannot be meant: sweep.mjs PACKAGE PLAN. What is thrown does not matter, only
// that the process goes on. The name of each function is printed before it is called; the last one is the one that ended it.
import { createRequire } from "node:module";
import { writeSync } from "node:fs";
import path from "node:path";

const [, , folder, plan] = process.argv;
const require = createRequire(import.meta.url);
const homework = require(folder);
const native = require(path.join(folder, "native.js"));
const { joined } = require(path.join(folder, "values.js"));
const api = require(path.join(folder, "api.json"));
const PLAUSIBLE = {
    hw_date: "2026-09-14", hw_local: "2026-09-14T18:00", hw_moment: "2026-09-14T18:00:00+02:00", size_t: 0, hw_instant: 1795366800,
    hw_duration: "P1D", "const char *": "breathing", double: 1, bool: false, "double[]": [1, 2, null, 4, 5, 6, 7, 8, 9], "hw_date[]": ["2026-09-14"],
    "hw_metric[]": ["done"], "hw_entry[]": [homework.Entry.create("diary", "done")], hw_xmr_limits: homework.xmr([1, 2, 3]),
    hw_sink: () => {}, hw_caseload_watch: () => {}, hw_caseload_sink: () => {},
};
const trap = new Proxy([1, 2], { get() { throw new Error("trap"); } });
const ABSURD = [null, undefined, 0, -1, 2 ** 31, 2 ** 64, 1.5, NaN, -Infinity, 2n ** 70n, "", "x\0y", "\ud800", Symbol("x"), true, [], {},
    () => 0, new Uint8Array(0), new Date(NaN), Object.create(homework.Plan.prototype), native.hw_problems_new(), "9999-12-31", "0001-01-01",
    [null], [[]], [[], [1]], [[1], [2, 3]], [[1, 2], [3, 4]], [{}, "x", 2n], [1e308, -1e308], Array(3), [[1, 2], null, [1, 2]], new BigInt64Array(2),
    new Float64Array(2), { length: 2 ** 31 }, trap, [trap, trap], [trap, [1, 2]], { centre: { value: 1 } }, () => { throw new Error("thrown"); }, () => false];

const pool = { hw_plan: homework.load(plan) };
const inner = (type) => (/^(?:const )?(hw_\w+) \*$/.exec(type) || [])[1];
const takes = new Map(api.functions.map((one) => [one.name, one.takes]));
const attempt = (name, values) => {
    try {
        return native[name](...values);
    } catch {
        return null;
    }
};
const call = (name, values) => attempt(name, values.length > 0 ? joined(takes.get(name), values) : values);
const plausible = (one) => (inner(one.type) ? pool[inner(one.type)] ?? null : PLAUSIBLE[one.type] ?? (one.name === "to" ? "2026-11-23" : 0));
const known = api.functions.filter((one) => native[one.name]).map((one) => ({ ...one, shown: one.takes }));
for (let round = 0; round < 3; round++) {
    for (const one of known) {
        writeSync(1, `${one.name}\n`);
        const answer = call(one.name, one.shown.map(plausible));
        const noun = inner(one.result);
        if (noun && answer) {
            pool[noun] ??= answer;
        }
    }
}
for (const one of known) {
    writeSync(1, `${one.name}\n`);
    call(one.name, []);
    for (const value of ABSURD) {
        if (one.shown.some((other) => other.joins)) {
            attempt(one.name, [value, ...one.shown.filter((other) => other.type !== "double[]").map(plausible)]);
        }
        one.shown.forEach((_, at) => call(one.name, one.shown.map((other, index) => (index === at ? value : plausible(other)))));
        call(one.name, one.shown.map(() => value));
    }
}
// The faces: as methods of what is none of theirs.
for (const owner of Object.values(homework).filter((one) => typeof one === "function" && one.prototype)) {
    for (const name of Object.getOwnPropertyNames(owner.prototype)) {
        for (const self of [null, {}, Object.create(owner.prototype), pool.hw_plan]) {
            try {
                owner.prototype[name].call(self, "x", 1);
            } catch {
                // as it should
            }
        }
    }
}
writeSync(1, `${known.length} functions\n`);
