# SPDX-License-Identifier: MIT
"""Writes index.d.ts, the types of the Node.js package, from api.json (tools/host_api.py).

    node_types.py API_JSON OUT
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
"""
EXTRA = {
    "plan": ["add(draft: Draft, change: Change): this;", "revise(draft: Draft, change: Change): this;", "save(path: string): void;"],
    "progress": ["figure(subject: number | string, metric: Metric): Figure;"],
}
PLAIN = {"bool": "boolean", "hw_date": "Day", "hw_local": "Local", "hw_duration": "string", "void": "void", "hw_status": "void",
         "double": "number", "size_t": "number", "int": "number", "int32_t": "number", "int64_t": "number", "uint64_t": "number"}
HIDDEN = {"hw_error *", "size_t *", "hw_fold *", "hw_file **", "double *", "int64_t *", "int32_t *", "hw_instant *", "hw_date *",
          "hw_local *", "hw_moment *", "hw_duration *", "hw_role *", "hw_barrier *", "hw_removal *", "hw_achievement *",
          "hw_decision *", "hw_dimension *", "hw_evidence_kind *", "bool *", "hw_estimate *"}

RESERVED = {"with", "for", "in", "new", "delete", "default", "function"}


def camel(name):
    return re.sub(r"_(\w)", lambda match: match[1].upper(), name)


def pascal(name):
    return camel("_" + name)


class Types:
    def __init__(self, api):
        self.api = api
        self.nouns = {name[3:] for name in api["nouns"] + api["views"]}

    def noun(self, type_):
        match = re.fullmatch(r"(?:const )?hw_(\w+) \*", type_)
        return match[1] if match and match[1] in self.nouns else None

    def result(self, type_):
        if type_ in PLAIN:
            return PLAIN[type_]
        if type_ == "hw_moment":
            return "Moment | Day | null"
        if type_ == "hw_instant":
            return "Date"
        if type_ == "hw_estimate":
            return "number | null"
        if type_ in self.api["enumerations"]:
            return pascal(type_[3:])
        if type_ in ("const char *", "char *"):
            return "string | null"
        noun = self.noun(type_)
        return pascal(noun) + (" | null" if type_.startswith("const ") else "") if noun else "unknown"

    def argument(self, one):
        type_ = one["type"]
        if one["name"] in ("data", "calendar", "ours", "theirs", "knowledge"):
            return "string | Uint8Array"
        if type_ == "hw_moment":
            return "MomentLike"
        if type_ == "hw_instant":
            return "InstantLike"
        if type_ == "const char *":
            return "string | null"
        noun = self.noun(type_)
        return pascal(noun) if noun else PLAIN.get(type_) or self.result(type_)

    def visible(self, parameters):
        data = any(one["name"] in ("data", "calendar") for one in parameters)
        return [one for one in parameters if one["type"] not in HIDDEN and not one["type"].endswith("_watch")
                and not one["name"].endswith("_user") and not (data and one["name"] == "size")
                and one["name"][-5:] != "_size"]

    def given_back(self, function):
        """The type of the result: of a value through a pointer, if there is one."""
        for one in function["parameters"]:
            if one["type"] in HIDDEN - {"hw_error *", "size_t *", "hw_fold *", "hw_file **"}:
                inner = one["type"][:-2]
                return ("number" if inner == "int64_t" else self.result(inner)) + (" | null" if function["result"] == "bool" else "")
        return self.result(function["result"])

    def is_left_out(self, function):
        """Arrays, callbacks and results of several figures (bindings/text.i)."""
        back = [one for one in function["parameters"] if one["type"] == "double *"]
        shown = [self.argument(one) for one in self.visible(function["parameters"])] + [self.given_back(function)]
        return len(back) > 1 or "unknown" in shown

    def signatures(self, name, function, parameters):
        """By position, and as one object by name."""
        def is_optional(index):
            return all(one["name"] == "language" or (one["type"].endswith("*") and one["type"] != "const char *")
                       for one in parameters[index:])
        back = self.given_back(function)
        listed = ", ".join(f"{camel(one['name'])}{'_' if one['name'] in RESERVED else ''}{'?' if is_optional(i) else ''}: {self.argument(one)}"
                           for i, one in enumerate(parameters))
        yield f"{name}({listed}): {back};"
        if parameters:
            named = ", ".join(f"{camel(one['name'])}{'?' if one['name'] == 'language' or self.noun(one['type']) else ''}: "
                              f"{self.argument(one)}" for one in parameters)
            yield f"{name}(args: {{ {named} }}): {back};"


def members(types):
    """Methods and statics of each class, and functions of the module; each a list of signatures."""
    methods, statics, module = {}, {}, []
    for function in types.api["functions"]:
        if re.search(r"_(ref|unref|free)$", function["name"]) or function["name"] == "hw_error_clear":
            continue
        if types.is_left_out(function):
            continue
        parameters = types.visible(function["parameters"])
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


def write(api):
    types = Types(api)
    methods, statics, module = members(types)
    out = [HEAD]
    for name, words in api["enumerations"].items():
        out.append(f"export type {pascal(name[3:])} = {' | '.join(chr(34) + word + chr(34) for word in words)};")
    drafts = [match[1] for f in api["functions"] if (match := re.fullmatch(r"hw_plan_add_(\w+)", f["name"])) and match[1] in types.nouns]
    out.append(f"export type Draft = {' | '.join(pascal(one) for one in drafts)};\n")
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


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(write(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))), encoding="utf-8")
