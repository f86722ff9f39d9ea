# SPDX-License-Identifier: MIT
"""The generated part of the R package: a function of R's for each one of C's, and their help pages.

    r_functions.py API_JSON WRAP_C PACKAGE

api.json (tools/host_api.py) says what there is, wrap.c (SWIG's) which arguments R gives. Writes R/api.R, src/nouns.h and
man/*.Rd below PACKAGE. A function that only sets something gives its first argument back, invisibly, so that drafts can be piped.
"""
import itertools
import json
import re
import sys
from pathlib import Path

from java_docs import Docs
from r_pages import pages

HEAD = """# Written by tools/r_functions.py: the functions of the C headers.

# What stands for nothing, and the functions of C that tell of it put in its place.
.no_day <- structure(NA_real_, class = "Date")
.no_time <- structure(NA_real_, class = c("POSIXct", "POSIXt"), tzone = "UTC")
.no_span <- as.difftime(NA_real_, units = "mins")
.or <- function(value, none) if (is.null(value)) none else value
.unless <- function(value, none) if (value == none) NA_real_ else value
"""
#: What C borrows from the caller, by function: the object that needs it keeps it.
HELD = {"hw_caseload_add_bytes": "data"}
#: What stands for nothing, by the type of a result or of what a pointer gives back.
NOTHING = {"hw_date": ".no_day", "hw_local": "NA_character_", "hw_moment": ".no_time", "hw_instant": ".no_time", "hw_duration": ".no_span",
           "double": "NA_real_", "int64_t": "NA_real_", "int32_t": "NA_real_", "size_t": "NA_real_", "bool": "NA"}
OFTEN_NOTHING = {"hw_date", "hw_local", "hw_moment", "hw_duration"}
#: Columns with words of which no getter says the enumeration: it gives a whole number, or there is none.
SAID = {"hw_reminders_table": {"kind": "hw_reminder_kind"}, "hw_areas_accomplishment_table": {"kind": "hw_accomplishment"},
        "hw_practices_table": {"kind": "hw_kind"}, "hw_practices_summary_table": {"kind": "hw_kind"}}
PROTOTYPES = {**NOTHING, "const char *": "NA_character_", "int": "NA_real_", "uint64_t": "NA_real_"}


class Functions:
    def __init__(self, api, wrapper):
        self.api = api
        self.docs = Docs()
        self.borrowed = set(api["borrowed"])
        self.given = {name: re.findall(r"SEXP (\w+)", arguments)
                      for name, arguments in re.findall(r"^R_swig_(\w+) \( ?(.*)\)$", wrapper, re.M)}
        self.known = [f for f in api["functions"] if f["name"] in self.given]

    def arguments(self, f):
        """What R gives, with its type: what the wrapper takes, and what joins that in one list."""
        given = self.given[f["name"]]
        return {one["name"]: one["type"] for one in f["takes"] if one["name"] in given or one["joins"]}

    def formals(self, f):
        """What may be NULL may be left out, but for the first."""
        optional = {one["name"] for one in f["takes"] if one["optional"]}
        return [name if i == 0 or name not in optional else f"{name} = NULL" for i, name in enumerate(self.arguments(f))]

    def changed(self, f):
        """The draft or plan that a function which gives nothing back changes: its first argument."""
        if f["gives"] not in ("hw_status", "void"):
            return None
        first = next(iter(self.arguments(f).items()), ("", ""))
        return first[0] if re.fullmatch(r"hw_\w+ \*", first[1]) else "NULL"

    def with_nothing(self, f, call):
        """A value that may be missing is NA of its own type; points are rows."""
        given, enumerations = f["gives"], self.api["enumerations"]
        said = self.docs.known.get(("function", f["name"])) or ""
        if re.search(r"(?<![\w.])-1 (?:if|for|past)", said) and f["result"] in NOTHING:
            return f".unless({call}, -1)"
        if given.removesuffix("[]") in self.api["structs"] and given.endswith("[]"):
            return f".rows({call}, {self.point(given.removesuffix('[]'))})"
        if given != f["result"] and (given in enumerations or given in NOTHING):
            return f".or({call}, {NOTHING.get(given, 'NA_character_')})"
        return f".or({call}, {NOTHING[given]})" if given in OFTEN_NOTHING or given == "size_t" and "SIZE_MAX" in said else call

    def point(self, struct):
        """A list of what stands for nothing in each field."""
        structs = self.api["structs"]
        return "list(" + ", ".join(f"{name} = " + (self.point(field["type"]) if field["type"] in structs else
                                                    NOTHING.get(field["type"], "NA_character_"))
                                   for name, field in structs[struct].items()) + ")"

    def body(self, f):
        call = f".Call({', '.join(['R_swig_' + f['name'], *self.call(f)])})"
        if f["result"] == "hw_table *":
            return f'.Call(R_swig_hwr_keep, {call}, .factors[["{f["name"]}"]])'
        if f["name"] in self.borrowed:
            return f".Call(R_swig_hwr_keep, {call}, {next(iter(self.arguments(f)))})"
        changed = self.changed(f)
        if changed:
            held = HELD.get(f["name"])
            before = f"  {held} <- .raw({held})\n" if held == "data" else ""
            after = f"  .Call(R_swig_hwr_hold, {changed}, {held}, FALSE)\n" if held else ""
            return f"{{\n{before}  {call}\n{after}  invisible({changed})\n}}"
        return self.with_nothing(f, call)

    def call(self, f):
        """The arguments of the wrapper: lists that belong together are one of its."""
        for name in self.given[f["name"]]:
            if name == "s_swig_copy":
                yield "FALSE"
                continue
            at = next(i for i, one in enumerate(f["takes"]) if one["name"] == name)
            joined = [one["name"] for one in itertools.takewhile(lambda one: one["joins"], f["takes"][at + 1:])]
            if name == "plan" and any(one["name"] == "sink" for one in f["takes"]):
                yield "hw_plan_copy(plan)"  # what is called back may change the plan
                continue
            plain = f".plain({name})" if f["takes"][at]["type"] == "hw_metric[]" else ".clock(clock)" if name == "clock" else name
            yield f"list({', '.join([name, *joined])})" if joined else plain

    def functions(self):
        return [f'{f["name"]} <- function({", ".join(self.formals(f))}) {self.body(f)}' for f in self.known]

    def factors(self):
        """Of each table the columns that hold words of an enumeration, by the getters of its rows."""
        enumerations = self.api["enumerations"]
        getters = {}
        for f in self.api["functions"]:
            if f["gives"] in enumerations and f["gives"] != "hw_status" and re.match("const hw_", next(iter(f["parameters"]), {"type": ""})["type"]):
                getters[f["name"].removesuffix("_at")] = f["gives"]
        for f in self.known:
            if f["result"] == "hw_table *":
                stem = f["name"].removesuffix("_table")
                one = "hw_" + stem.rsplit("_", 1)[-1].removesuffix("s")
                found = {}
                for name, type_ in getters.items():
                    for prefix in (one + "_", stem + "_"):
                        if name.startswith(prefix):
                            found[name.removeprefix(prefix)] = type_
                yield f["name"], {**found, **SAID.get(f["name"], {})}

    def fields(self):
        """Of each record what it can be asked for alone: one value, and a vector of its type."""
        for noun in self.api["nouns"]:
            if f"{noun}_unref" not in {f["name"] for f in self.api["functions"]}:
                continue
            found = {}
            for f in self.known:
                field = f["name"].removeprefix(noun + "_")
                alone = f["parameters"] and f["parameters"][0]["type"] == f"const {noun} *" and not set(self.arguments(f)) - {
                    f["parameters"][0]["name"], "language"}
                value = f["gives"] in {**self.api["enumerations"], **PROTOTYPES}
                if f["name"] != field and alone and value and f["result"] != "hw_status" and not field.endswith("_count"):
                    type_ = f["gives"]
                    found[field] = f"factor(NA, .words${type_})" if type_ in self.api["enumerations"] else PROTOTYPES[type_]
            if "id" in found or noun == "hw_settings":
                yield noun, found


def quoted(texts):
    return "c(" + ", ".join(f'"{one}"' for one in texts) + ")"


def named(texts):
    return ", ".join(f'`{name}` = "{text}"' for name, text in texts.items())


def r_source(functions):
    api = functions.api
    words = ",\n  ".join(f"{type_} = {quoted(words)}" for type_, words in api["enumerations"].items())
    tables = ",\n  ".join(f"{name} = c({named(found)})" for name, found in functions.factors())
    fields = ",\n  ".join(f'{noun} = list({", ".join(f"{field} = {words}" for field, words in found.items())})'
                          for noun, found in functions.fields())
    return "\n".join([HEAD, f".words <- list(\n  {words}\n)",
                      f".factors <- list(\n  {tables}\n)", f".fields <- list(\n  {fields}\n)", *functions.functions()]) + "\n"


def nouns(api):
    """How objects are freed."""
    names = {f["name"] for f in api["functions"]}
    rows = []
    for noun in api["nouns"]:
        release = noun + ("_free" if noun + "_free" in names else "_unref")
        rows.append((noun, release))
    calls = "\n".join(f"static void release_{noun}(void *object)\n{{\n    {release}(object);\n}}" for noun, release in rows)
    table = "\n".join(f'    {{"{noun}", release_{noun}}},' for noun, release in rows)
    return ("/* SPDX-License-Identifier: MIT */\n/* How objects are freed. Written by tools/r_functions.py. */\n" + calls +
            f"\nstatic const struct {{\n    const char *name;\n    void (*release)(void *);\n}} hwr_nouns[] = {{\n{table}\n}};\n")


if __name__ == "__main__":
    known = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    made = Functions(known, Path(sys.argv[2]).read_text(encoding="utf-8"))
    package = Path(sys.argv[3])
    for folder in ("R", "src", "man"):
        (package / folder).mkdir(parents=True, exist_ok=True)
    (package / "R" / "api.R").write_text(r_source(made), encoding="utf-8")
    (package / "src" / "nouns.h").write_text(nouns(known), encoding="utf-8")
    for name, page in pages(made):
        (package / "man" / name).write_text(page, encoding="utf-8")
