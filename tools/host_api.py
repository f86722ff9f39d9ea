# SPDX-License-Identifier: MIT
"""What the faces of other host languages need to know of the public headers; made when they are built.

    host_api.py FOLDER

text_enums.h: the words of every enumeration, for hosts that take them as text. A word is that of hw_word_at() where the
enumeration has any (words.h says which), else its member's name. api.json: every function with its result and parameters, the
fields of every list's rows, and every enumeration with its words; api.R: the functions again, as R.
"""
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "house"))
from api import declarations, public_headers  # noqa: E402

HEAD = """/* SPDX-License-Identifier: MIT */
/* The words of every enumeration. Written by tools/host_api.py. */
#ifndef HWT_TEXT_ENUMS_H
#define HWT_TEXT_ENUMS_H

#include <string.h>

#include "homework.h"

typedef struct hwt_enum {
    const char *type;
    int words; /* an hw_words; -1 = none, and then the names count */
    int count;
    const char *const *names;
} hwt_enum;

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

#endif
"""


def enumerations():
    """(type, names of its values from 0 on) of every enumeration that is dense from 0."""
    for path in public_headers():
        for one in declarations(path):
            if one.kind == "enum":
                names = [member.name for member in one.members]
                yield one.name, names[:-1] if names[-1].endswith("_COUNT") else names


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
    return HEAD + "\n".join(lists) + "\n" + table + FOOT


FUNCTION = re.compile(r"^HW_API ([^;(]*?)(hw_\w+)\(([^)]*)\);", re.M | re.S)


def parameter(text):
    type_, name = re.fullmatch(r"(.*?)(\w+)(?:\[\w*\])?", " ".join(text.split())).groups()
    return {"name": name, "type": type_.strip()}


def functions():
    for path in public_headers():
        for result, name, parameters in FUNCTION.findall(path.read_text(encoding="utf-8")):
            listed = [] if parameters.strip() == "void" else [parameter(one) for one in parameters.split(",")]
            yield {"name": name, "result": " ".join(result.split()), "parameters": listed, "header": path.name}


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


def api():
    known = list(functions())
    nouns = sorted({f["name"].rsplit("_", 1)[0] for f in known if re.fullmatch(r"hw_\w+_(free|unref)", f["name"])} - {"hw_string"})
    return {"nouns": nouns, "views": VIEWS, "borrowed": borrowed(known), "functions": known, "lists": lists(known),
            "enumerations": {type_: enum_words(type_, names) for type_, names in enumerations()}}


def r_api(known):
    """An R list: of each function the type of its result, and of each parameter the type under its name."""
    rows = []
    for f in known:
        parameters = ", ".join(f'`{one["name"]}` = "{one["type"]}"' for one in f["parameters"])
        rows.append(f'  `{f["name"]}` = list(result = "{f["result"]}", parameters = c({parameters}))')
    kept = ",\n  ".join(f'"{one}"' for one in borrowed(known))
    return "# Written by tools/host_api.py.\n.api <- list(\n" + ",\n".join(rows) + f"\n)\n.borrowed <- c(\n  {kept}\n)\n"


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "text_enums.h").write_text(text_enums(), encoding="utf-8")
    (folder / "api.json").write_text(json.dumps(api(), indent=1) + "\n", encoding="utf-8")
    (folder / "api.R").write_text(r_api(list(functions())), encoding="utf-8")
