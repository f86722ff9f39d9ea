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
const { visible } = require(path.join(folder, "values.js"));
const api = require(path.join(folder, "api.json"));
const PLAUSIBLE = {
    hw_date: "2026-09-14", hw_local: "2026-09-14T18:00", hw_moment: "2026-09-14T18:00:00+02:00", size_t: 0, hw_instant: 1795366800,
    hw_duration: "P1D", "const char *": "breathing", double: 1, bool: false,
};
const ABSURD = [null, undefined, 0, -1, 2 ** 31, 2 ** 64, 1.5, NaN, -Infinity, 2n ** 70n, "", "x\0y", "\ud800", Symbol("x"), true, [], {},
    () => 0, new Uint8Array(0), new Date(NaN), Object.create(homework.Plan.prototype), native.hw_problems_new(), "9999-12-31", "0001-01-01"];

const pool = { hw_plan: homework.load(plan) };
const inner = (type) => (/^(?:const )?(hw_\w+) \*$/.exec(type) || [])[1];
const call = (name, values) => {
    try {
        return native[name](...values);
    } catch {
        return null;
    }
};
const plausible = (one) => (inner(one.type) ? pool[inner(one.type)] ?? null : PLAUSIBLE[one.type] ?? (one.name === "to" ? "2026-11-23" : 0));
const known = api.functions.filter((one) => native[one.name]).map((one) => ({ ...one, shown: visible(one.parameters) }));
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
