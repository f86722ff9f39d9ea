# SPDX-License-Identifier: MIT
"""The library as Ruby sees it: classes, their methods, lists and parts; part of ruby_methods.py and ruby_types.py.

What there is says the wrapper that SWIG made, and how much each function takes; api.json (tools/host_api.py) says what it is."""
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

#: Names that Ruby's own objects and Enumerable have for something else.
RENAMED = {"find": "index_of", "count": "row_count", "method": "method_used", "class": "classification"}
RESERVED = set("alias and begin break case class def do else elsif end ensure false for if in module next nil not or redo rescue retry "
               "return self super then true undef unless until when while yield".split())
OBJECTS = Path(__file__).resolve().parents[1] / "bindings" / "objects.i"
#: Called back; the first of a function's may be given as a block.
CALLS = ("hw_caseload_watch", "hw_caseload_sink", "hw_sink")
#: What has a face written by hand instead (bindings/ruby/lib).
WRITTEN = {"hw_file_load", "hw_plan_copy"}


@dataclass
class Parameter:
    name: str
    type: str
    optional: bool
    #: An array that goes with the one before it: the wrapper takes both as a list of lists.
    joins: bool

    @property
    def local(self):
        return self.name + "_" if self.name in RESERVED else self.name


@dataclass
class Method:
    function: str
    name: str
    parameters: list
    result: str
    #: A bool that says whether there is a result.
    maybe: bool
    borrowed: bool
    own: bool = False  #: of the class itself

    @property
    def block(self):
        """The parameter that may be a block."""
        return next((one for one in self.parameters if one.type in CALLS), None)

    @property
    def required(self):
        return sum(not one.optional for one in self.parameters)

    @property
    def is_field(self):
        plain = not self.result.endswith("*") or self.result == "const char *"
        return (not self.own and plain and self.result not in ("void", "hw_status") and not self.name.endswith("_count")
                and all(one.name == "language" for one in self.parameters))


@dataclass
class Class:
    noun: str
    methods: list = field(default_factory=list)
    #: Of a row of the list: (name, function, result).
    columns: list = field(default_factory=list)
    #: Lists in it: (name, what one is called, the function that counts, columns).
    parts: list = field(default_factory=list)

    @property
    def name(self):
        return pascal(self.noun[3:])

    @property
    def fields(self):
        """What can be asked for without arguments and is a value: for to_h and patterns."""
        return [one for one in self.methods if one.is_field]


def pascal(name):
    return "".join(part.capitalize() for part in name.split("_"))


def plural(name):
    if name == "person":
        return "people"
    if name == "evidence":
        return name
    return name[:-1] + "ies" if name.endswith("y") else name + ("es" if name.endswith("ch") else "s")


class Api:
    def __init__(self, api_json, wrapper):
        self.api = json.loads(Path(api_json).read_text(encoding="utf-8"))
        self.enumerations, self.structs = self.api["enumerations"], self.api["structs"]
        self.nouns = self.api["nouns"] + self.api["views"]
        self.functions = {one["name"]: one for one in self.api["functions"]}
        self.refused = set(re.findall(r"^HW_(?:OBJECT|RECORD)\((\w+), (\w+)", OBJECTS.read_text(encoding="utf-8"), re.M))
        text = Path(wrapper).read_text(encoding="utf-8")
        self.takes = {name: int(count) for name, count in
                      re.findall(r"\n_wrap_(hw_\w+)\(int argc, VALUE \*argv, VALUE self\) \{(?:(?!\n\}).)*?\(argc > (\d+)\)", text, re.S)}
        self.classes = {noun: Class(noun) for noun in self.nouns if f'"Hw{pascal(noun[3:])}"' in text}
        self.module = []
        for name in self.takes:
            if name not in WRITTEN and re.search(r"^hw_", name) and name in self.functions:
                self.place(self.functions[name])
        for one in self.classes.values():
            self.find_lists(one)

    def noun(self, type_):
        match = re.fullmatch(r"(?:const )?(hw_\w+) \*", type_)
        return match[1] if match and match[1] in self.nouns else None

    def parameters(self, function):
        """What may be missing says host_api.py, and objects.i what may not."""
        shown = [Parameter(one["name"], one["type"], self.is_optional(one), bool(one.get("joins"))) for one in function["takes"]]
        if sum(not one.joins for one in shown) != self.takes[function["name"]]:
            raise SystemExit(f"{function['name']}: {[one.name for one in shown]}, but the wrapper takes {self.takes[function['name']]}")
        return shown

    def is_optional(self, one):
        bare = re.sub(r"^const | \*$", "", one["type"])
        return one["optional"] and (bare, one["name"]) not in self.refused or one["type"] in CALLS

    def place(self, function):
        name, parameters = function["name"], self.parameters(function)
        result, maybe = function["gives"], function["maybe"]
        noun = self.noun(parameters[0].type) if parameters else None
        made = None if result.startswith("const ") else self.noun(result)
        borrowed = name in self.api["borrowed"]
        if noun and not re.search(r"_(new|from_\w+)$", name):
            short = re.sub(rf"^hw_({noun[3:]}_)?", "", name)
            self.classes[noun].methods.append(Method(name, self.asked(short, result, maybe), parameters[1:], result, maybe, borrowed))
        elif made and name.startswith(made + "_"):
            self.classes[made].methods.append(Method(name, name[len(made) + 1:], parameters, result, maybe, False, True))
        else:
            self.module.append(Method(name, self.asked(name[3:], result, maybe), parameters, result, maybe, False, True))

    def asked(self, short, result, maybe):
        short = RENAMED.get(short, short)
        return re.sub("^is_", "", short) + "?" if result == "bool" and not maybe else short

    def column(self, name):
        """What a function of an object and an index gives; the index apart, only a language may be asked for."""
        function = self.functions.get(name)
        if not function or name not in self.takes:
            return None
        parameters = self.parameters(function)
        asks = [one.type for one in parameters[1:2]] == ["size_t"] and all(one.name == "language" for one in parameters[2:])
        return (name, function["gives"], function["maybe"], len(parameters)) if asks else None

    def find_lists(self, one):
        """Rows by hw_<noun>_<field>_at(), and parts by hw_<noun>_<part>_<field>_at(), each where there is a count."""
        stem = one.noun + "_"
        counted = {name[len(stem):-6] for name in self.takes if re.fullmatch(rf"{stem}\w+_count", name) and self.takes[name] == 1}
        counted = {part for part in counted if self.noun(self.functions[f"{stem}{part}_count"]["parameters"][0]["type"]) == one.noun}
        columns = {}
        for name in self.takes:
            match = re.fullmatch(rf"{stem}(?:(\w+)_)?at", name)
            found = match and self.noun(self.functions[name]["parameters"][0]["type"]) == one.noun and self.column(name)
            if found:
                short = match[1] or ""
                part = max((part for part in counted if short == part or short.startswith(part + "_")), key=len, default=None)
                columns.setdefault(part, []).append((short[len(part) + 1:] if part else short, *found))
        if f"{one.noun}_count" in self.takes and columns.get(None):
            one.columns = [(name or "at", *rest) for name, *rest in columns[None]]
        there = {method.name for method in one.methods}
        for part in sorted(counted & set(columns)):
            if plural(part) not in there:
                one.parts.append((plural(part), part, f"{stem}{part}_count", columns[part]))
