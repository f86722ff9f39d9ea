// SPDX-License-Identifier: MIT
// Values between JavaScript and the wrapper, which takes ISO 8601 text, words and numbers; and errors.
"use strict";

/** What a status other than HW_OK becomes. The message never has private text. */
class HomeworkError extends Error {
    name = "HomeworkError";

    constructor(message, { code, subject = "", line = 0, column = 0 } = {}) {
        super(message);
        /** "HW_ERR_NOT_FOUND" and so on. */
        this.code = code;
        /** The id, field, zone or limit concerned. */
        this.subject = subject;
        /** Of the input, from 1; 0 = none. */
        this.line = line;
        this.column = column;
        /** All that was found in a document. */
        this.problems = [];
    }
}

/** When something is or was: a Date that keeps the time of day where it happened, in `iso`. */
class Moment extends Date {
    constructor(iso) {
        super(iso);
        this.iso = iso;
    }
}

function translated(action) {
    try {
        return action();
    } catch (error) {
        throw error instanceof Error && typeof error.code === "string" && error.code.startsWith("HW_ERR_")
            ? new HomeworkError(error.message, error) : error;
    }
}

function seconds(value) {
    const date = value instanceof Date ? value : typeof value === "string" && /(Z|[+-]\d\d:\d\d)$/.test(value) ? new Date(value) : null;
    const number = date ? date.getTime() / 1000 : value;
    if (typeof number !== "number" || !Number.isFinite(number)) {
        throw new TypeError("an instant is a Date, seconds since 1970, or ISO 8601 text with an offset");
    }
    return number;
}

/** What the wrapper takes for a value of the caller's. */
function argument(value, type) {
    if (value === undefined || value === null) {
        return null;
    }
    if (type.endsWith("[]")) {
        return listed(value, type.slice(0, -2));
    }
    if (type === "hw_instant") {
        return seconds(value);
    }
    if (value instanceof Moment) {
        return value.iso;
    }
    if (value instanceof Date) {
        if (type !== "hw_moment") {
            throw new TypeError("a Date is a moment: give planned days and times as ISO 8601 text");
        }
        return `${value.toISOString().slice(0, 19)}+00:00`;
    }
    return value;
}

/** Numbers as they are; of anything else that is iterable, but no text, an array. */
function listed(value, type) {
    if (type === "double" && (Array.isArray(value) || ArrayBuffer.isView(value))) {
        return value;
    }
    return typeof value === "object" && typeof value[Symbol.iterator] === "function"
        ? Array.from(value, (one) => argument(one, type)) : value;
}

/** What belongs together is handed over as one list. */
function joined(takes, values) {
    const groups = [];
    takes.forEach((one, index) => {
        if (one.joins) {
            groups.at(-1).push(values[index]);
        } else if (takes[index + 1]?.joins) {
            groups.push([values[index]]);
        } else {
            groups.push(values[index]);
        }
    });
    return groups;
}

/** What the caller gets for a value of the wrapper's. */
function result(value, type) {
    if (type === "hw_instant" && typeof value === "number") {
        return new Date(value * 1000);
    }
    return type === "hw_moment" && typeof value === "string" && value.includes("T") ? new Moment(value) : value;
}

module.exports = { HomeworkError, Moment, argument, joined, result, translated };
