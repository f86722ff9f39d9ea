# SPDX-License-Identifier: MIT
"""Writes homework.rbs, the types of what ruby_methods.py writes.

    ruby_types.py API_JSON WRAPPER OUT

What is written by hand has its types in bindings/ruby/sig."""
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from ruby_api import CALLS, RESERVED, Api, pascal  # noqa: E402

HEAD = """# SPDX-License-Identifier: MIT
# The types of homework/functions.rb, made of the C headers by tools/ruby_types.py.

module Homework
"""
NUMBERS = {"int": "Integer", "int32_t": "Integer", "uint32_t": "Integer", "int64_t": "Integer", "uint64_t": "Integer", "size_t": "Integer"}
TAKEN = {**NUMBERS, "const char *": "text", "bytes": "String", "bool": "bool", "double": "Numeric", "hw_date": "day", "hw_local": "local",
         "hw_moment": "moment", "hw_instant": "instant", "hw_duration": "duration", "double[]": "Array[Numeric?]",
         "hw_date[]": "Array[Date | String]", "hw_caseload_watch": "^(Integer, Integer) -> untyped", "hw_sink": "^(String) -> untyped",
         "hw_caseload_sink": "^(CaseloadRow) -> untyped"}
GIVEN = {**NUMBERS, "const char *": "String?", "char *": "String", "bool": "bool", "double": "Float", "void": "nil", "hw_status": "nil",
         "hw_date": "Date?", "hw_local": "(Local | Date)?", "hw_moment": "(Time | Date)?", "hw_instant": "Time", "hw_duration": "String",
         "column": "Array[untyped]", "double[]": "Array[Float?]", "columns": "Hash[Symbol, Array[untyped]]"}


class Types:
    def __init__(self, api):
        self.api = api

    def named(self, type_):
        """An object, an enumeration or a struct of figures; nothing if it is none of them."""
        noun = self.api.noun(type_)
        if noun:
            return pascal(noun[3:])
        if type_ in self.api.enumerations:
            return type_[3:]
        return pascal(type_[3:]) if type_ in self.api.structs else None

    def taken(self, one):
        type_ = one.type
        if type_ in TAKEN:
            return f"({TAKEN[type_]})?" if type_ in CALLS else TAKEN[type_]
        if type_.endswith("[]"):
            return f"Array[{self.named(type_[:-2]) or self.named(type_[:-2] + ' *')}{' | String' if type_[:-2] in self.api.enumerations else ''}]"
        name = self.named(type_)
        return f"({name} | String)" if type_ in self.api.enumerations else name + ("?" if one.optional else "")

    def given(self, type_, maybe=False, function=""):
        if type_ == "size_t" and not function.endswith(("_count", "_n", "_at")):
            return "Integer?"
        found = GIVEN.get(type_)
        if found:
            return found + "?" if maybe and not found.endswith("?") else found
        if type_.endswith("[]"):
            return f"Array[{self.given(type_[:-2])}]"
        name = self.named(type_)
        return name + ("?" if maybe or type_.startswith("const ") else "")

    def signature(self, method):
        """By position, and by name."""
        back = self.given(method.result, method.maybe, method.function)
        if method.name.startswith("to_json"):
            return f"(*untyped) -> {back}"
        last = max((index for index, one in enumerate(method.parameters) if not one.optional), default=-1)
        places = ", ".join(f"{'?' if index > last else ''}{self.taken(one)}{'' if one.name in RESERVED else ' ' + one.name}"
                           for index, one in enumerate(method.parameters))
        names = ", ".join(f"{'?' if one.optional else ''}{one.name}: {self.taken(one)}" for one in method.parameters)
        block = f" ?{{ {TAKEN[method.block.type][1:]} }}" if method.block else ""
        return f"({places}){block} -> {back}" + (f" | ({names}){block} -> {back}" if names else "")

    def define(self, method, indent):
        lines = [f"{indent}def {'self.' if method.own else ''}{method.name}: {self.signature(method)}"]
        given = [one for one in method.parameters if one.name != "language"]
        if method.name.startswith("set_") and len(given) == 1:
            lines.append(f"{indent}def {method.name[4:]}=: ({self.taken(given[0])} value) -> {self.taken(given[0])}")
        return lines

    def row(self, name, columns, called=None):
        lines = [f"    class {name} < Homework::Row"]
        for short, function, type_, maybe, _ in columns:
            shown = short or called
            lines.append(f"      attr_reader {shown}: {self.given(type_, maybe, function)}")
            lines += [f"      alias {shown}? {shown}"] if type_ == "bool" else []
        return lines + ["    end"]

    def of_class(self, one):
        lines = [f"  class {one.name}", "    FIELDS: Array[Symbol]"]
        lines += ["    extend Attributes"] if one.name.endswith("Options") else []
        lines += ["    include Handle"] + (["    include Record"] if one.fields and not one.columns else [])
        if one.columns:
            lines += ["    include List[Row]", *self.row("Row", one.columns), "    def size: () -> Integer", "    def row: (Integer index) -> Row"]
        for name, called, _, columns in one.parts:
            row = "".join(word.capitalize() for word in called.split("_"))
            lines += self.row(row, columns, called) if len(columns) > 1 else []
            of = row if len(columns) > 1 else self.given(columns[0][2], columns[0][3], columns[0][1]).rstrip("?")
            lines.append(f"    def {name}: () -> Array[{of}]")
        for method in one.methods:
            lines += self.define(method, "    ")
        return lines + ["  end", ""]

    def all(self):
        lines = [f"  type {type_[3:]} = {' | '.join(':' + word.replace('-', '_') for word in words)}"
                 for type_, words in self.api.enumerations.items()] + [""]
        for name, fields in self.api.structs.items():
            lines.append(f"  class {pascal(name[3:])} < Row")
            lines += [f"    attr_reader {one}: {self.given(what['type'], what['maybe'])}" for one, what in fields.items()]
            lines += [f"    alias {one}? {one}" for one, what in fields.items() if what["type"] == "bool"] + ["  end", ""]
        for one in self.api.classes.values():
            lines += self.of_class(one)
        for method in self.api.module:
            lines += self.define(method, "  ")
        return HEAD + "\n".join(lines) + "\nend\n"


if __name__ == "__main__":
    Path(sys.argv[3]).write_text(Types(Api(sys.argv[1], sys.argv[2])).all(), encoding="utf-8")
