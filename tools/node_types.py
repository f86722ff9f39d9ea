# SPDX-License-Identifier: MIT
"""Writes index.d.ts, the types of the Node.js package, and index.mjs, its names as an ES module, from api.json (tools/host_api.py).

    node_types.py API_JSON WRAPPER OUT_TYPES OUT_MODULE

The wrapper that SWIG made says which functions there are.
"""
import json
import re
import sys
from pathlib import Path

HEAD = """// SPDX-License-Identifier: MIT
// The types of the package; made of the C headers. What each does stands there, under the name in C.

/** When something is or was: a Date that keeps the time of day where it happened, in `iso`. */
export class Moment extends Date { readonly iso: string; }
/** What a status other than HW_OK becomes. */
export class HomeworkError extends Error {
    readonly code: string; readonly subject: string; readonly line: number; readonly column: number; readonly problems: string[];
}
/** A planned day, "2026-11-16". */
export type Day = string;
/** A planned day, or a day and a time by the clock of a zone, "2026-11-16T20:30:00". */
export type Local = string;
/** When something happened: "2026-11-16T20:30:00+01:00", or a day if only that is known. */
export type MomentLike = Date | string | null;
/** A Date, seconds since 1970, or ISO 8601 text with an offset. */
export type InstantLike = Date | number | string;

export function load(path: string): Plan;
export function parse(data: string | Uint8Array): Plan;
export function change(args: { by: string, origin: string, at?: MomentLike }): Change;
export interface Figure {
    readonly value: number | null; readonly undefined: Undefined; readonly numerator: number; readonly denominator: number;
    readonly n: number; readonly few: boolean;
}
/** Numbers; null, undefined and NaN are missing. */
export type Numbers = ReadonlyArray<number | null | undefined> | Float64Array | Float32Array | Int32Array | Uint32Array | Int16Array | Uint16Array
    | Int8Array | Uint8Array | Uint8ClampedArray;
/** A column of a table: numbers with NaN, moments in milliseconds since 1970 likewise; texts, planned times and flags with null. */
export type Column = Float64Array | readonly (string | null)[] | readonly (boolean | null)[];
export type Columns = { readonly [name: string]: Column };
/** A report as a plain object, for plan.logAll(); due: null answers no occurrence. */
export interface EntryRow {
    assignment: string; extent: Extent; id?: string; at?: MomentLike; due?: Local | null; percent?: number; source?: Source;
    visibility?: Visibility; measures?: Record<string, number | Partial<Record<Phase, number>>>;
    numbers?: Record<string, number | Partial<Record<Phase, number>>>; texts?: Record<string, string>; barriers?: Barrier[];
    notes?: Partial<Record<NoteKind, string>>;
}
"""
MODULE = """// SPDX-License-Identifier: MIT
// The package as an ES module: `import homework from "homework"`, or everything by its name.
import homework from "./index.js";

export default homework;
"""
EXTRA = {
    "plan": ["add(draft: Draft, change: Change): this;", "revise(draft: Draft, change: Change): this;", "save(path: string): void;"],
    "progress": ["figure(subject: number | string, metric: Metric): Figure;"],
    "table": ["column(which: number | string): Column;", "columns(): Columns;"],
}
PLAIN = {"bool": "boolean", "hw_date": "Day", "hw_local": "Local", "hw_duration": "string", "void": "void", "hw_status": "void",
         "double": "number", "size_t": "number", "int": "number", "int32_t": "number", "int64_t": "number", "uint64_t": "number",
         "uint32_t": "number", "column": "Column", "columns": "Columns", "hw_instant": "Date", "hw_moment": "Moment | Day | null",
         "const char *": "string | null", "char *": "string | null"}
TAKEN = {"bytes": "string | Uint8Array", "hw_moment": "MomentLike", "hw_instant": "InstantLike", "const char *": "string | null",
         "double[]": "Numbers", "hw_entry[]": "Iterable<Entry | EntryRow>", "hw_sink": "(piece: Uint8Array) => unknown",
         "hw_caseload_watch": "((done: number, total: number) => unknown) | null", "hw_caseload_sink": "(row: CaseloadRow) => unknown"}

RESERVED = {"with", "for", "in", "new", "delete", "default", "function"}


def camel(name):
    return re.sub(r"_(\w)", lambda match: match[1].upper(), name)


def pascal(name):
    return camel("_" + name)


class Types:
    def __init__(self, api, wrapper):
        self.api = api
        self.there = set(re.findall(r'AddStaticFunction\(exports_obj, "(hw_\w+)"', wrapper))
        self.nouns = {name[3:] for name in api["nouns"] + api["views"]}

    def noun(self, type_):
        match = re.fullmatch(r"(?:const )?hw_(\w+) \*", type_)
        return match[1] if match and match[1] in self.nouns else None

    def result(self, type_, maybe=False):
        """The type of what comes back; where there may be none, null too."""
        if type_.endswith("[]"):
            return "Float64Array" if type_ == "double[]" else f"ReadonlyArray<{self.result(type_[:-2])}>"
        noun = self.noun(type_)
        if noun:
            return pascal(noun) + (" | null" if type_.startswith("const ") or maybe else "")
        if type_ in self.api["enumerations"] or type_ in self.api["structs"]:
            found = pascal(type_[3:])
        if type_ in PLAIN:
            found = PLAIN[type_]
        return found + (" | null" if maybe and not found.endswith("null") else "")

    def argument(self, one):
        """What may be left out may be null, too: something may follow it."""
        found = self.given(one["type"])
        return found + (" | null" if one["optional"] and not found.endswith("null") else "")

    def given(self, type_):
        if type_ in TAKEN:
            return TAKEN[type_]
        if type_.endswith("[]"):
            return f"Iterable<{self.result(type_[:-2])}>"
        noun = self.noun(type_)
        return pascal(noun) if noun else self.result(type_)

    def signatures(self, name, function, parameters):
        """By position, and as one object by name."""
        def is_optional(index):
            return all(one["optional"] for one in parameters[index:])
        back = self.result(function["gives"], function["maybe"])
        listed = ", ".join(f"{camel(one['name'])}{'_' if one['name'] in RESERVED else ''}{'?' if is_optional(i) else ''}: "
                           f"{self.argument(one)}" for i, one in enumerate(parameters))
        yield f"{name}({listed}): {back};"
        if parameters:
            named = ", ".join(f"{camel(one['name'])}{'?' if one['optional'] else ''}: {self.argument(one)}" for one in parameters)
            yield f"{name}(args: {{ {named} }}): {back};"


def members(types):
    """Methods and statics of each class, and functions of the module; each a list of signatures."""
    methods, statics, module = {}, {}, []
    for function in types.api["functions"]:
        if function["name"] not in types.there:
            continue
        parameters = function["takes"]
        noun = types.noun(parameters[0]["type"]) if parameters else None
        if noun and not re.search(r"_(new|from_\w+)$", function["name"]):
            short = re.sub(rf"^hw_({noun}_)?", "", function["name"])
            methods.setdefault(noun, []).extend(types.signatures(camel(short), function, parameters[1:]))
            continue
        made = None if function["result"].startswith("const ") else types.noun(function["result"])
        if made and function["name"].startswith(f"hw_{made}_"):
            short = camel(function["name"][len(f"hw_{made}_"):])
            statics.setdefault(made, []).extend(types.signatures("create" if short == "new" else short, function, parameters))
        else:
            module.extend(types.signatures(camel(function["name"][3:]), function, parameters))
    return methods, statics, module


def write(api, wrapper):
    types = Types(api, wrapper)
    methods, statics, module = members(types)
    out = [HEAD]
    for name, words in api["enumerations"].items():
        out.append(f"export type {pascal(name[3:])} = {' | '.join(chr(34) + word + chr(34) for word in words)};")
    drafts = [match[1] for f in api["functions"] if (match := re.fullmatch(r"hw_plan_add_(\w+)", f["name"])) and match[1] in types.nouns]
    out.append(f"export type Draft = {' | '.join(pascal(one) for one in drafts)};\n")
    for name, fields in api["structs"].items():
        shown = "; ".join(f"readonly {camel(one)}: {types.result(of['type'], of['maybe'])}" for one, of in fields.items())
        out.append(f"export interface {pascal(name[3:])} {{ {shown} }}")
    for noun in sorted(types.nouns):
        out.append(f"export class {pascal(noun)} {{\n    private constructor();")
        out += [f"    static {one}" for one in statics.get(noun, [])]
        out += [f"    {one}" for one in EXTRA.get(noun, []) + methods.get(noun, [])]
        rows = api["lists"].get("hw_" + noun)
        if rows:
            row = f"{pascal(noun)}Row"
            out += ["    readonly length: number;", f"    row(index: number): {row} | undefined;",
                    f"    [Symbol.iterator](): IterableIterator<{row}>;"]
        out.append("}")
        if rows:
            fields = "; ".join(f"readonly {'at' if name == 'value' else camel(name)}: {types.result(type_)}"
                               for name, type_ in rows.items())
            out.append(f"export interface {row} {{ {fields} }}")
    out += [f"export function {one}" for one in module]
    return "\n".join(out) + "\n"


def write_module(api, wrapper):
    types = Types(api, wrapper)
    names = {one.split("(")[0] for one in members(types)[2]} | {pascal(noun) for noun in types.nouns}
    names |= set(re.findall(r"^export (?:class|function) (\w+)", HEAD, re.MULTILINE))
    return MODULE + "export const {\n    " + ",\n    ".join(sorted(names)) + ",\n} = homework;\n"


if __name__ == "__main__":
    known, made = (Path(one).read_text(encoding="utf-8") for one in sys.argv[1:3])
    Path(sys.argv[3]).write_text(write(json.loads(known), made), encoding="utf-8")
    Path(sys.argv[4]).write_text(write_module(json.loads(known), made), encoding="utf-8")
