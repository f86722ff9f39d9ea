# SPDX-License-Identifier: MIT
"""What the faces of other host languages need to know of the public headers; made when they are built.

    host_api.py FOLDER

text_enums.h: the words of every enumeration, for hosts that take them as text, and the fields of every struct of figures
(hw_estimate and its kin). A word is that of hw_word_at() where the enumeration has any (words.h says which), else its member's
name. api.json: every function with its result and parameters, what of them a caller gives and what comes back (takes, gives), the
fields of every list's rows and of every struct, and every enumeration with its words.
"""
import functools
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "house"))
from api import declarations, public_headers  # noqa: E402

HEAD = """/* SPDX-License-Identifier: MIT */
/* The words of every enumeration, the fields of every struct of figures. Written by tools/host_api.py. */
#ifndef HWT_TEXT_ENUMS_H
#define HWT_TEXT_ENUMS_H

#include <stddef.h>
#include <string.h>

#include "homework.h"

typedef struct hwt_enum {
    const char *type;
    int words; /* an hw_words; -1 = none, and then the names count */
    int count;
    const char *const *names;
} hwt_enum;

/* A field of a struct: a double, a whole number of 64 bits, a flag or a word in an int32_t, another struct. */
typedef enum hwt_kind {
    HWT_A_DOUBLE,
    HWT_A_LONG,
    HWT_A_FLAG,
    HWT_A_WORD,
    HWT_A_STRUCT
} hwt_kind;
typedef struct hwt_field {
    const char *name, *camel; /* mean_range, meanRange */
    hwt_kind kind;
    const char *type; /* of a word or a struct */
    size_t at;
    size_t undefined; /* where it is told that there is none: an int32_t; SIZE_MAX = nowhere */
} hwt_field;
#define HWT_MOST_FIELDS 12
#define HWT_MOST_COLUMNS 32
typedef struct hwt_struct {
    const char *name;
    size_t size;
    int count;
    const hwt_field *fields;
} hwt_struct;

"""
FOOT = """
static inline const hwt_enum *hwt_enum_of(const char *type)
{
    for (size_t i = 0; i < sizeof hwt_enums / sizeof *hwt_enums; i++) {
        if (strcmp(hwt_enums[i].type, type) == 0) {
            return &hwt_enums[i];
        }
    }
    return NULL;
}

/* NULL: there is none. */
static inline const char *hwt_enum_word(const char *type, int value)
{
    const hwt_enum *known = hwt_enum_of(type);
    if (!known || value < 0 || value >= known->count) {
        return NULL;
    }
    return known->words < 0 ? known->names[value] : hw_word_at((hw_words)known->words, value);
}

/* Hyphens and underscores are alike. */
static inline int hwt_same_word(const char *a, const char *b)
{
    while (*a && (*a == *b || (*a == '-' && *b == '_') || (*a == '_' && *b == '-'))) {
        a++;
        b++;
    }
    return *a == *b;
}

/* -1: there is none. */
static inline int hwt_enum_find(const char *type, const char *word)
{
    const hwt_enum *known = hwt_enum_of(type);
    for (int i = 0; known && i < known->count; i++) {
        if (hwt_same_word(hwt_enum_word(type, i), word)) {
            return i;
        }
    }
    return -1;
}

/* NULL: there is none. */
static inline const hwt_struct *hwt_struct_of(const char *type)
{
    for (size_t i = 0; i < sizeof hwt_structs / sizeof *hwt_structs; i++) {
        if (strcmp(hwt_structs[i].name, type) == 0) {
            return &hwt_structs[i];
        }
    }
    return NULL;
}

#endif
"""


@functools.lru_cache
def enumerations():
    """(type, names of its values from 0 on) of every enumeration that is dense from 0."""
    found = []
    for path in public_headers():
        for one in declarations(path):
            if one.kind == "enum":
                names = [member.name for member in one.members]
                found.append((one.name, names[:-1] if names[-1].endswith("_COUNT") else names))
    return found


def word(type_, name, names):
    """HW_STATUS_DONE_LATE of hw_occurrence_status: done-late. What all members begin with is left out."""
    first = names[0]
    shared = len(first)
    for other in names[1:]:
        while not other.startswith(first[:shared]):
            shared -= 1
    shared = first[:shared].rfind("_") + 1
    return name[shared:].lower().replace("_", "-")


def held():
    """Which enumerations hw_word_at() knows."""
    text = (ROOT / "include" / "homework" / "words.h").read_text(encoding="utf-8")
    return {type_: name for name, type_ in re.findall(r"(HW_WORDS_\w+)(?: = 0)?,\s*/\*\*< (hw_\w+)", text)}


def enum_words(type_, names):
    return [word(type_, name, names) for name in names]


def text_enums():
    words, rows, lists = held(), [], []
    for type_, names in enumerations():
        listed = "NULL"
        if type_ not in words:
            listed = f"hwt_names_{type_[3:]}"
            quoted = ", ".join(f'"{one}"' for one in enum_words(type_, names))
            lists.append(f"static const char *const {listed}[] = {{{quoted}}};")
        rows.append(f'    {{"{type_}", {words.get(type_, "-1")}, {len(names)}, {listed}}},')
    table = "\nstatic const hwt_enum hwt_enums[] = {\n" + "\n".join(rows) + "\n};\n"
    return HEAD + "\n".join(lists) + "\n" + table + text_structs() + FOOT


STRUCT = re.compile(r"^typedef struct (hw_\w+) \{\n(.*?)^\} \1;", re.M | re.S)
MEMBER = re.compile(r"^ +(\w+) (\w+); +/\*\*< (.*?) ?\*/", re.M | re.S)


@functools.lru_cache
def figures():
    """The structs that begin with a number and its reason: of each its members (type, name, what is said of it)."""
    found = {}
    for path in public_headers():
        for name, body in STRUCT.findall(path.read_text(encoding="utf-8")):
            members = MEMBER.findall(body)
            if name == "hw_estimate" or any(type_ == "hw_estimate" or type_ in found for type_, _, _ in members):
                found[name] = members
    return found


def field(known, type_, name, said):
    """(kind, type of a word or struct, member that tells whether it is there) of a member."""
    if type_ in known:
        return "HWT_A_STRUCT", type_, None
    if type_ == "double":
        given = re.search(r"0 when (?:the )?(\w+) is\s+undefined", said)
        return "HWT_A_DOUBLE", None, given and ("undefined" if given[1] == "it" else f"{given[1].lower()}.undefined")
    if said.startswith("1: "):
        return "HWT_A_FLAG", None, None
    word_of = re.search(r"\ba (hw_\w+)", said)
    member = re.search(r"\bHW_[A-Z_]+", said)
    if type_ == "int32_t" and (word_of or member):
        return "HWT_A_WORD", word_of[1] if word_of else next(one for one, names in enumerations() if member[0] in names), None
    return {"int64_t": "HWT_A_LONG"}[type_], None, None


def camel(name):
    return re.sub(r"_(\w)", lambda match: match[1].upper(), name)


def text_structs():
    known, lists, rows = figures(), [], []
    for name, members in known.items():
        lines = []
        for type_, one, said in members:
            kind, of, given = field(known, type_, one, said)
            of = f'"{of}"' if of else "NULL"
            given = f"offsetof({name}, {given})" if given else "SIZE_MAX"
            lines.append(f'    {{"{one}", "{camel(one)}", {kind}, {of}, offsetof({name}, {one}), {given}}},')
        lists.append(f"static const hwt_field hwt_fields_{name[3:]}[] = {{\n" + "\n".join(lines) + "\n};\n")
        rows.append(f'    {{"{name}", sizeof({name}), {len(members)}, hwt_fields_{name[3:]}}},')
    return "\n" + "".join(lists) + "\nstatic const hwt_struct hwt_structs[] = {\n" + "\n".join(rows) + "\n};\n"


FUNCTION = re.compile(r"^HW_API ([^;(]*?)(hw_\w+)\(([^)]*)\);", re.M | re.S)


#: Several values that come back at once, and what they are called together.
TOGETHER = {
    ("mean", "sd"): "hw_norm", ("share", "best"): "hw_response_rule", ("mean", "moved"): "hw_movement",
    ("index", "slope"): "hw_trend_index", ("baseline", "achieved", "difference"): "hw_gas_difference",
    ("days", "totals"): "hw_totals",
}
#: What a function is given that a caseload calls for each of its rows.
ROWS = {
    "hw_row_problem": {"line": ("int32_t", False), "message": ("const char *", False)},
    "hw_row_error": {"status": ("const char *", False), "message": ("const char *", False), "subject": ("const char *", False),
                     "line": ("int32_t", False), "column": ("int32_t", False)},
    "hw_caseload_row": {"index": ("size_t", False), "name": ("const char *", False), "uid": ("const char *", True), "error": ("hw_row_error", True),
                        "problems": ("hw_row_problem[]", False), "from": ("hw_date", True), "to": ("hw_date", True),
                        "progress": ("columns", True), "attention": ("columns", True)},
}
#: What comes back in another shape than C's types say.
SHAPES = {"hw_ewma": "hw_ewma_point[]", "hw_xmr_signals": "hw_signal[][]", "hw_table_column_data": "column",
          "hw_table_column_valid": "double[]"}


def parameter(text):
    type_, name = re.fullmatch(r"(.*?)(\w+)(?:\[\w*\])?", " ".join(text.split())).groups()
    return {"name": name, "type": type_.strip()}


def functions():
    for path in public_headers():
        for result, name, parameters in FUNCTION.findall(path.read_text(encoding="utf-8")):
            listed = [] if parameters.strip() == "void" else [parameter(one) for one in parameters.split(",")]
            yield {"name": name, "result": " ".join(result.split()), "parameters": listed, "header": path.name}


def taken(f, nouns):
    """What a caller gives: of arrays their length is known, and what is given back through pointers is not given. One that
    joins is handed to the wrapper in one list with those before it."""
    found, owner = [], None
    for one in f["parameters"]:
        name, type_ = one["name"], one["type"]
        inner = re.sub(r"^const | ?\*.*$", "", type_)
        if owner and type_ == "size_t" and name in ("size", "count", "room", f"{owner}_size", f"{owner}_count"):
            continue
        if name == "user" or name.endswith("_user"):
            continue
        if type_ in ("const double *", "const hw_date *", "const hw_metric *", "hw_entry *const *"):
            owner, type_ = name, f"{inner}[]"
        elif type_ == "const char *" and any(other["name"] in ("size", f"{name}_size") for other in f["parameters"]) and \
                name in ("data", "calendar", "ours", "theirs", "knowledge"):
            owner, type_ = name, "bytes"
        elif type_.startswith("const ") and type_.endswith(" *") and inner in figures():
            type_ = inner
        elif type_.endswith("*") and not type_.startswith("const ") and (inner not in nouns or type_.endswith("**")):
            owner = name
            continue
        is_optional = name in ("language", "knowledge", "watch") or (inner in nouns and type_.endswith("*")) or \
            (f["name"], name) in (("hw_mann_kendall", "times"), ("hw_gas_t", "weights"), ("hw_gas_change", "weights"))
        joins = bool(found) and type_ == found[-1]["type"] == "double[]" and f["name"] != "hw_nap"
        found.append({"name": name, "type": type_, "optional": is_optional, "joins": joins})
    return found


def given_back(f, nouns):
    """The type of what comes back, and whether it may be nothing."""
    back = [one for one in f["parameters"] if re.fullmatch(r"\w+ \*", one["type"]) and f["name"] != "hw_string_free"
            and one["type"][:-2] not in [*nouns, "hw_error", "size_t", "void", "hw_fold"] or one["name"] == "applied"]
    is_maybe = f["result"] == "bool" and bool(back)
    if f["name"] in SHAPES:
        return SHAPES[f["name"]], is_maybe
    if [one["name"] for one in back] == ["days", "clock"]:
        return "double", is_maybe
    if len(back) > 1:
        return TOGETHER[tuple(one["name"] for one in back)], is_maybe
    return (back[0]["type"][:-2] if back else f["result"]), is_maybe


def lists(known):
    """The rows of a list: hw_<list>_<field>_at(list, index), or hw_<list>_at() itself, with its result."""
    counted = {f["name"][:-6] for f in known if f["name"].endswith("_count") and len(f["parameters"]) == 1}
    found = {}
    for f in known:
        types = [one["type"] for one in f["parameters"] if one["type"] != "hw_error *"]
        for stem in counted:
            match = re.fullmatch(rf"{stem}(?:_(\w+))?_at", f["name"])
            if match and types == [f"const {stem} *", "size_t"]:
                found.setdefault(stem, {})[match[1] or "value"] = f["result"]
    return found


#: Borrowed from an object, beside what is said of the borrowed types.
BORROWED = {"hw_progress_occurrences", "hw_areas_occurrences", "hw_paired_change_of", "hw_questionnaires_score_at"}
VIEWS = ["hw_evidence", "hw_revision"]


def borrowed(known):
    """Functions whose results live as long as what they were asked of (bindings/objects.i)."""
    return [f["name"] for f in known if f["name"] in BORROWED or f["result"] in {f"const {one} *" for one in VIEWS}]


def faces():
    """Every function as its callers in other languages see it, and the types that are objects there."""
    known = list(functions())
    nouns = sorted({f["name"].rsplit("_", 1)[0] for f in known if re.fullmatch(r"hw_\w+_(free|unref)", f["name"])} - {"hw_string"})
    for f in known:
        f["takes"] = taken(f, nouns + VIEWS)
        f["gives"], f["maybe"] = given_back(f, nouns)
    return known, nouns


def structs():
    """The fields of each struct of figures: (type, whether there may be none)."""
    known, found = figures(), {}
    for name, members in known.items():
        found[name] = {}
        for type_, one, said in members:
            kind, of, given = field(known, type_, one, said)
            found[name][one] = {"type": of or {"HWT_A_FLAG": "bool"}.get(kind, type_), "maybe": bool(given)}
    for names, together in TOGETHER.items():
        f = next(f for f in functions() if [one["name"] for one in f["parameters"] if one["name"] in names] == list(names))
        types = {one["name"]: one["type"][:-2] for one in f["parameters"]}
        found[together] = {one: {"type": "double[]" if one in ("totals", "days") else types[one], "maybe": False} for one in names}
    for name, fields in ROWS.items():
        found[name] = {one: {"type": type_, "maybe": maybe} for one, (type_, maybe) in fields.items()}
    return found


def api():
    known, nouns = faces()
    return {"nouns": nouns, "views": VIEWS, "borrowed": borrowed(known), "functions": known, "lists": lists(known), "structs": structs(),
            "enumerations": {type_: enum_words(type_, names) for type_, names in enumerations()}}


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "text_enums.h").write_text(text_enums(), encoding="utf-8")
    (folder / "api.json").write_text(json.dumps(api(), indent=1) + "\n", encoding="utf-8")
