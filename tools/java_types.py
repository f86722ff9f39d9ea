# SPDX-License-Identifier: MIT
"""How types of C are called in Java, and how they cross; part of java_classes.py."""
import re

STRUCTS = ["hw_estimate", "hw_trend_line", "hw_rank_test", "hw_overlap", "hw_phase_effect", "hw_proportion", "hw_xmr_limits",
           "hw_ewma_point", "hw_serial"]
#: Borrowed from the object that gives them out, which has to stay.
PARTS = ["hw_evidence", "hw_revision"]
BORROWED = {"hw_progress_occurrences", "hw_areas_occurrences", "hw_paired_change_of", "hw_questionnaires_score_at"}
PLAIN = {"void": "void", "hw_status": "void", "bool": "boolean", "double": "double", "int": "int", "int32_t": "int", "int64_t": "long",
         "size_t": "long", "uint32_t": "long", "uint64_t": "long", "const char *": "String", "char *": "String"}
TIMES = {"hw_date": ("LocalDate", "Values.date({})"), "hw_local": ("Local", "Local.read({})"), "hw_moment": ("Moment", "Moment.read({})"),
         "hw_duration": ("Span", "Span.read({})"), "hw_instant": ("Instant", "Instant.ofEpochSecond({})")}
BOXED = {"boolean": "Boolean", "int": "Integer", "long": "Long", "double": "Double"}
RESERVED = set("abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally "
               "float for goto if implements import instanceof int interface long native new package private protected public return short "
               "static strictfp super switch synchronized this throw throws transient try void volatile while true false null".split())
OBJECTS = {"clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait", "equals", "close", "handle", "iterator"}
#: java.lang has a Thread.
RENAMED = {"hw_thread": "AssignmentThread"}


def camel(name):
    return re.sub(r"_(\w)", lambda match: match[1].upper(), name)


def pascal(name):
    return camel("_" + name)


def safe(name, method=False):
    return name + "_" if name in RESERVED or name in OBJECTS else name


class Types:
    def __init__(self, api):
        self.enums = set(api["enumerations"])
        self.parts = set(PARTS)
        self.nouns = set(api["nouns"]) | self.parts

    def class_of(self, noun):
        return RENAMED.get(noun) or pascal(noun[3:])

    def noun(self, type_):
        match = re.fullmatch(r"(?:const )?(hw_\w+) \*", type_)
        return match[1] if match and match[1] in self.nouns else None

    def is_object(self, type_):
        return self.noun(type_) is not None

    def is_part(self, function):
        return function["name"] in BORROWED or self.noun(function["result"]) in self.parts

    def is_optional(self, one):
        noun = self.noun(one["type"]) or ""
        return one["name"] == "language" or noun.endswith("_options") or noun in ("hw_problems", "hw_zones")

    def is_hidden(self, one):
        type_ = one["type"]
        return type_ in ("hw_error *", "hw_fold *", "hw_file **") or (type_ == "size_t *" and one["name"] == "size") or \
            type_.endswith("_watch") or one["name"] == "watch_user"

    def java(self, type_):
        if type_ in PLAIN:
            return PLAIN[type_]
        if type_ in TIMES:
            return TIMES[type_][0]
        noun = self.noun(type_)
        if noun:
            return self.class_of(noun)
        if type_ in STRUCTS or type_ in self.enums:
            return pascal(type_[3:])
        if type_ == "const hw_xmr_limits *":
            return "XmrLimits"
        raise ValueError(f"no Java for {type_}")

    def boxed(self, java):
        return BOXED.get(java, java)

    def given(self, type_, value, part=None):
        """The expression for what a native method gave."""
        if type_ in PLAIN:
            return value
        if type_ in TIMES:
            return TIMES[type_][1].replace("{}", value)
        noun = self.noun(type_)
        if noun:
            return f"{self.class_of(noun)}.of({value}, {part or 'null'})"
        return f"{self.java(type_)}.{'read' if type_ in STRUCTS else 'at'}({value}{', 0' if type_ in STRUCTS else ''})"

    def passed(self, type_, name):
        """The expression for what a native method takes."""
        if type_ in PLAIN:
            return name
        if type_ == "hw_instant":
            return f'Values.seconds({name}, "{name}")'
        if type_ in TIMES:
            return f"Values.text({name})"
        if self.noun(type_):
            return f"Handle.address({name})"
        if type_ == "const hw_xmr_limits *":
            return f"{name} == null ? null : {name}.fields()"
        return f'Values.number({name}, "{name}")'

    def array(self, listed, index):
        """(Java's type, how it is passed) of an array that comes in, if it is one."""
        type_, name = listed[index]["type"], listed[index]["name"]
        following = listed[index + 1] if index + 1 < len(listed) else {"name": "", "type": ""}
        if type_ == "const char *" and following["type"] == "size_t" and following["name"] in ("size", name + "_size"):
            return "byte[]", "{}"
        return {"const double *": ("double[]", "{}"), "const hw_metric *": ("Metric[]", "Values.numbers({})"),
                "const hw_date *": ("LocalDate[]", "Values.texts({})"),
                "hw_entry *const *": ("List<Entry>", "Handle.addresses({}_)")}.get(type_)

    def is_out(self, one):
        inner = one["type"][:-2]
        return one["type"].endswith(" *") and not one["type"].startswith("const ") and not self.noun(one["type"]) and inner != "char"

    def out_array(self, one, sized_by):
        inner, name = one["type"][:-2], one["name"]
        size = f"{pascal(inner[3:])}.FIELDS" if inner in STRUCTS else "1"
        if name in ("signals", "points"):
            size = f"Values.length({sized_by})" + (f" * {size}" if size != "1" else "")
        if inner in TIMES and inner != "hw_instant":
            return "String", size
        return ("double" if inner == "double" or inner in STRUCTS else "long"), size

    def out_value(self, one, name):
        """(Java's type, the expression) of what was given back in an array."""
        inner = one["type"][:-2]
        if one["name"] == "signals":
            return "long[]", name
        if one["name"] == "points":
            return "List<EwmaPoint>", f"EwmaPoint.all({name})"
        if inner in STRUCTS:
            return self.java(inner), f"{self.java(inner)}.read({name}, 0)"
        if inner in ("double", "int64_t", "size_t"):
            return PLAIN[inner], f"{name}[0]"
        if inner == "int32_t":
            return "int", f"(int) {name}[0]"
        if inner == "bool":
            return "boolean", f"{name}[0] != 0"
        if inner in self.enums:
            return self.java(inner), f"{self.java(inner)}.at((int) {name}[0])"
        return self.java(inner), self.given(inner, f"{name}[0]")

    def optional(self, java):
        """(the type, how one is made, none) of what may be missing."""
        special = {"double": "OptionalDouble", "int": "OptionalInt", "long": "OptionalLong"}.get(java)
        if special:
            return special, f"{special}.of", f"{special}.empty()"
        return f"Optional<{self.boxed(java)}>", "Optional.of", "Optional.empty()"
