// SPDX-License-Identifier: MIT
// Homework between therapy sessions: plans, occurrences, progress, reminders.
//
//     const homework = require("homework");
//     const plan = homework.load("plan.xml");
//     for (const one of plan.occurrences("2026-11-16", "2026-11-23", new Date()))
//         console.log(one.assignment, one.due.iso, one.status);
//
// Every function of the C library is a method: hw_goal_title(goal) is goal.title(), hw_plan_is_read_only(plan) is
// plan.isReadOnly(), and what has no object is homework.name(). The headers are the manual. Arguments are given in order, or as
// one object by the names that they have there; what may be NULL may be left out. Lists are iterable. Enumerations are their
// words. A status other than HW_OK is a HomeworkError with a code.
"use strict";

const api = require("./api.json");
const native = require("./native.js");
const { entryOf } = require("./entries.js");
const { HomeworkError, Moment, argument, joined, result, translated } = require("./values.js");

const BORROWED = new Set(api.borrowed);
const parents = new WeakMap();

const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
const pascal = (name) => camel(`_${name}`);
const nounOf = (type) => (/^(?:const )?hw_(\w+) \*$/.exec(type) || [])[1];

// What the wrapper returns is of the class above the one that it shows. A class of ours stands before it, since an object that
// is made by `new` of SWIG's has nothing inside and would end the process.
function classFor(name) {
    const shown = { [pascal(name.slice(3))]: function () { throw new TypeError(`there is no constructor of ${pascal(name.slice(3))}`); } };
    const [owner] = Object.values(shown);
    owner.prototype = Object.getPrototypeOf(native[name].prototype);
    Object.defineProperty(owner.prototype, "constructor", { value: owner });
    return owner;
}
const classes = new Map([...api.nouns, ...api.views].filter((name) => native[name]).map((name) => [name.slice(3), classFor(name)]));

const isPlain = (value) => value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;

function ordered(name, parameters, given) {
    if (given.length === 1 && isPlain(given[0])) {
        const unknown = Object.keys(given[0]).find((key) => !parameters.some((one) => camel(one.name) === key));
        if (unknown !== undefined) {
            throw new TypeError(`${name}: there is no argument ${unknown}`);
        }
        given = parameters.map((one) => given[0][camel(one.name)]);
    }
    if (given.length > parameters.length) {
        throw new TypeError(`${name}: ${given.length} arguments, at most ${parameters.length}`);
    }
    return parameters.map((one, index) => {
        if ((given[index] === undefined) && !one.optional) {
            throw new TypeError(`${name}: ${camel(one.name)} is missing`);
        }
        return argument(given[index], one.type);
    });
}

/** Calls a function. What it borrows from its object keeps it. */
function ask(name, values) {
    const answer = translated(() => native[name](...values));
    if (BORROWED.has(name) && answer) {
        parents.set(answer, values[0]);
    }
    return answer;
}

function call(known, values) {
    const answer = ask(known.name, values);
    return known.gives === "hw_status" && answer === null ? undefined : result(answer, known.gives);
}

function defineMethod(owner, known, noun) {
    const short = camel(known.name.replace("hw_", "").replace(new RegExp(`^${noun}_`), ""));
    const [, ...rest] = known.takes;
    Object.defineProperty(owner.prototype, short, {
        configurable: true,
        writable: true,
        value(...given) {
            if (!(this instanceof owner)) {
                throw new TypeError(`${short} is a method of ${pascal(noun)}`);
            }
            return call(known, [this, ...joined(rest, ordered(short, rest, given))]);
        },
    });
}

function defineFunction(known) {
    const noun = nounOf(known.result);
    const owned = classes.has(noun) && !known.result.startsWith("const ") && known.name.startsWith(`hw_${noun}_`);
    const short = camel(known.name.replace(owned ? `hw_${noun}_` : "hw_", ""));
    const made = (...given) => call(known, joined(known.takes, ordered(short, known.takes, given)));
    (owned ? module.exports[pascal(noun)] : module.exports)[short === "new" ? "create" : short] = made;
}

function* rows(list, size, fields) {
    for (let index = 0; index < size; index++) {
        yield row(list, index, fields);
    }
}

function row(list, index, fields) {
    return Object.freeze(Object.fromEntries(fields.map(([name, reader, type]) =>
        [name, result(ask(reader, [list, index]), type)])));
}

function defineList(stem, columns) {
    const owner = classes.get(stem.slice(3));
    const fields = Object.entries(columns)
        .map(([field, type]) => [field === "value" ? "at" : camel(field), field === "value" ? `${stem}_at` : `${stem}_${field}_at`, type])
        .filter(([, reader]) => native[reader]);
    if (!owner || !native[`${stem}_count`] || fields.length === 0) {
        return;
    }
    const size = (list) => native[`${stem}_count`](list);
    Object.defineProperties(owner.prototype, {
        length: { configurable: true, get() { return size(this); } },
        [Symbol.iterator]: { configurable: true, value() { return rows(this, size(this), fields); } },
        row: {
            configurable: true,
            value(index) {
                const at = index < 0 ? size(this) + index : index;
                return Number.isInteger(at) && at >= 0 && at < size(this) ? row(this, at, fields) : undefined;
            },
        },
    });
}

function reading(read) {
    const problems = native.hw_problems_new();
    try {
        return translated(() => read(problems));
    } catch (error) {
        if (error instanceof HomeworkError) {
            error.problems = Array.from({ length: native.hw_problems_count(problems) }, (_, index) =>
                `${native.hw_problems_line_at(problems, index)}: ${native.hw_problems_message_at(problems, index)}`);
        }
        throw error;
    }
}

module.exports = { HomeworkError, Moment };
for (const [noun, owner] of classes) {
    module.exports[pascal(noun)] = owner;
}
for (const known of api.functions) {
    if (native[known.name]) {
        const noun = known.takes.length > 0 && nounOf(known.takes[0].type);
        const owner = classes.get(noun);
        if (owner && !/^hw_\w+_(new|from_\w+)$/.test(known.name)) {
            defineMethod(owner, known, noun);
        } else {
            defineFunction(known);
        }
    }
}
for (const [stem, columns] of Object.entries(api.lists)) {
    defineList(stem, columns);
}

/** Reads a plan from a file. The error of one that is not valid has all problems. */
module.exports.load = (path) => reading((problems) => native.hw_file_load(String(path), null, problems));
/** Reads a plan from XML or JSON: a string or a Uint8Array. */
module.exports.parse = (data) => reading((problems) => {
    const first = typeof data === "string" ? data.trimStart()[0] : String.fromCharCode(data.find((byte) => byte > 32));
    return first === "{" ? native.hw_plan_from_json(data, null, problems) : native.hw_plan_from_xml(data, null, problems);
});
/** Who does something, when, and on which origin. */
module.exports.change = ({ by, origin, at = new Date() }) => module.exports.Change.create(at, by, origin);

const { Plan, Progress, Table } = module.exports;
function nounOfDraft(draft) {
    const found = [...classes].find(([, owner]) => draft instanceof owner);
    if (!found || !native[`hw_plan_add_${found[0]}`]) {
        throw new TypeError("a plan takes goals, assignments, sessions and other drafts of records");
    }
    return found[0];
}
/** Takes a draft into the plan: a goal, an assignment, a session ... */
Plan.prototype.add = function add(draft, change) {
    translated(() => native[`hw_plan_add_${nounOfDraft(draft)}`](this, draft, change));
    return this;
};
/** Takes an edit copy into the plan as the next revision. */
Plan.prototype.revise = function revise(draft, change) {
    translated(() => native[`hw_plan_revise_${nounOfDraft(draft)}`](this, draft, change));
    return this;
};
// A function that is called back may change the plan: pieces are of a copy.
for (const name of ["writeXml", "writeJson", "writeCalendar"]) {
    const write = Plan.prototype[name];
    Plan.prototype[name] = function writeCopy(...given) {
        return write.call(this instanceof Plan ? this.copy() : this, ...given);
    };
}
const { logAll } = Plan.prototype;
/** Takes many reports, all or none: entries, or rows of them (entries.js). */
Plan.prototype.logAll = function logAllRows(entries, change) {
    if (isPlain(entries)) {
        return logAllRows.call(this, entries.entries, entries.change);
    }
    return logAll.call(this, Array.from(entries, (one) => entryOf(one, module.exports.Entry)), change);
};
/** Writes it in the way that leaves the old file or the new one. */
Plan.prototype.save = function save(path) {
    translated(() => native.hw_file_replace(String(path), native.hw_plan_to_xml(this)));
};
/** A metric of a subject, by its index or by the id of an assignment, goal or plan; its value is null if it is undefined. */
Progress.prototype.figure = function figure(subject, metric) {
    const count = native.hw_progress_subject_count(this);
    let index = subject;
    if (typeof subject === "string") {
        index = Array.from({ length: count }, (_, at) => native.hw_progress_subject_id(this, at)).indexOf(subject);
    }
    if (!Number.isInteger(index) || index < 0 || index >= count) {
        throw new RangeError(`there is no ${subject}`);
    }
    const part = (name) => translated(() => native[`hw_progress_${name}`](this, index, metric));
    return {
        value: part("value"), undefined: part("undefined"), numerator: part("numerator"), denominator: part("denominator"),
        n: part("n"), few: part("few"),
    };
};
/** A column by its name or index: a Float64Array, with NaN for what is undefined, or an array of texts or flags, with null. Moments
 *  are milliseconds since 1970, as Date takes them; days and planned times are ISO 8601. */
Table.prototype.column = function column(which) {
    const index = typeof which === "string" ? native.hw_table_find(this, which) : which;
    if (!Number.isInteger(index) || index < 0 || index >= native.hw_table_column_count(this)) {
        throw new RangeError(`there is no column ${which}`);
    }
    const data = native.hw_table_column_data(this, index);
    return native.hw_table_column_type(this, index) === "instant" ? data.map((one) => one * 1000) : data;
};
/** All of them under their names. */
Table.prototype.columns = function columns() {
    return Object.fromEntries(Array.from({ length: native.hw_table_column_count(this) }, (_, index) =>
        [native.hw_table_column_name(this, index), this.column(index)]));
};
