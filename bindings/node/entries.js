// SPDX-License-Identifier: MIT
// Reports as plain objects, for plan.logAll():
//
//     { assignment: "breathing", extent: "done", due: "2026-11-16T20:30:00", at: new Date(),
//       measures: { distress: { before: 7, after: 3 } }, numbers: { minutes: 12 }, texts: { where: "at home" }, notes: { insight: "It helped" } }
"use strict";

const isObject = (value) => value !== null && typeof value === "object";
/** Of plain objects only: a Map, an array or a text would lose what it holds, or mean something else. */
function each(values, action) {
    if (!isObject(values) || ![Object.prototype, null].includes(Object.getPrototypeOf(values))) {
        throw new TypeError("values of an entry are an object by their names");
    }
    Object.entries(values).forEach(([name, value]) => action(name, value));
}

/** What each key does to the entry. */
const KEYS = {
    assignment: () => {}, extent: () => {},
    id: (entry, id) => entry.setId(id),
    at: (entry, at) => entry.setAt(at),
    due: (entry, due) => (due === null ? entry.setUnscheduled() : entry.setDue(due)),
    percent: (entry, percent) => entry.setPercent(percent),
    source: (entry, source) => entry.setSource(source),
    visibility: (entry, visibility) => entry.setVisibility(visibility),
    measures: (entry, measures) => each(measures, (name, value) => (isObject(value)
        ? each(value, (phase, number) => entry.addMeasure(name, phase, number)) : entry.addMeasure(name, "none", value))),
    numbers: (entry, numbers) => each(numbers, (name, value) => (isObject(value)
        ? each(value, (phase, number) => entry.addNumber(name, phase, 0, number)) : entry.addNumber(name, "none", 0, value))),
    texts: (entry, texts) => each(texts, (name, text) => entry.addText(name, 0, text)),
    barriers: (entry, barriers) => barriers.forEach((one) => entry.addBarrier(one, null)),
    notes: (entry, notes) => each(notes, (kind, text) => entry.addNote(kind, null, text)),
};

/** An entry, which stays as it is, or one that is made of a row. */
function entryOf(row, Entry) {
    if (row instanceof Entry) {
        return row;
    }
    if (!isObject(row) || Object.getPrototypeOf(row) !== Object.prototype) {
        throw new TypeError("an entry is an Entry, or an object with an assignment and an extent");
    }
    const unknown = Object.keys(row).find((key) => !Object.hasOwn(KEYS, key));
    if (unknown !== undefined) {
        throw new TypeError(`an entry has no ${unknown}`);
    }
    const entry = Entry.create(row.assignment, row.extent);
    Object.entries(row).filter(([key, value]) => value !== undefined && (value !== null || key === "due")).forEach(([key, value]) => KEYS[key](entry, value));
    return entry;
}

module.exports = { entryOf };
