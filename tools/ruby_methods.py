# SPDX-License-Identifier: MIT
"""Writes functions.rb, the methods of the Ruby library.

    ruby_methods.py API_JSON WRAPPER OUT

Each is one call of the wrapper. Arguments that were given by name come as a Hash in the place of the first of them; what is left out and
must be given is Names::MISSING, a Hash too."""
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from java_docs import Docs  # noqa: E402
from ruby_api import Api, pascal  # noqa: E402

HEAD = """# frozen_string_literal: true

# SPDX-License-Identifier: MIT
# Made of the C headers by tools/ruby_methods.py. What is said here of a function is what its header says.

module Homework
"""


class Methods:
    def __init__(self, api):
        self.api, self.docs = api, Docs()

    def comment(self, text, indent):
        text = re.sub(r"[ \t]+$", "", text, flags=re.M).strip()
        return [f"{indent}# {line}".rstrip() for line in text.splitlines()]

    def call(self, function, arguments, borrowed):
        called = f"Native.{function}({', '.join(arguments)})"
        return f"Native.keep({called}, self)" if borrowed else called

    def passed(self, parameters):
        """Arrays that belong together are one list of lists."""
        found = []
        for one in parameters:
            if one.joins:
                found[-1] = f"[{found[-1].strip('[]')}, {one.local}]"
            else:
                found.append(one.local)
        return found

    def signature(self, method):
        """The parameters, and the line that takes those that were given by name."""
        shown, last = [], max(index for index, one in enumerate(method.parameters) if not one.optional) if method.required else -1
        for index, one in enumerate(method.parameters):
            shown.append(f"{one.local} = {'nil' if index > last else 'Names::MISSING'}")
        names = [one.local for one in method.parameters]
        by_name = " || ".join(f"Hash === {name}" for name in names[max(last, 0):])
        listed = " ".join(one.name for one in method.parameters)
        free = " ".join(one.name for one in method.parameters if one.optional)
        taken = f"Names.take([{', '.join(names)}], %i[{listed}], %i[{free}])"
        return ", ".join(shown), f"{names[0]}, = {taken} if {by_name}" if len(names) == 1 else f"{', '.join(names)} = {taken} if {by_name}"

    def define(self, method, indent):
        lines = self.comment(self.docs.function(method.function), indent)
        name = ("self." if method.own else "") + method.name
        # A block may change the plan that is being written.
        owner = "dup" if method.block and method.name.startswith("write_") else "self"
        arguments = ([] if method.own else [owner]) + self.passed(method.parameters)
        called = self.call(method.function, arguments, method.borrowed)
        if method.parameters:
            shown, taken = self.signature(method)
            block = method.block and method.block.local
            lines += [f"{indent}def {name}({shown}{', &block' if block else ''})", f"{indent}  {taken}"]
            lines += [f"{indent}  {block} ||= block"] if block else []
            lines += [f"{indent}  {called}", f"{indent}end"]
        else:
            # JSON.generate and Rails say how they want it, which the library decides itself.
            lines += [f"{indent}def {name}{'(*)' if name == 'to_json' else ''}", f"{indent}  {called}", f"{indent}end"]
        return lines + self.setter(method, indent)

    def setter(self, method, indent):
        """goal.title = text sets it in the plan's own language."""
        given = [one for one in method.parameters if one.name != "language"]
        if not method.name.startswith("set_") or len(given) != 1:
            return []
        arguments = ["self"] + ["nil" if one.name == "language" else "value" for one in method.parameters]
        return ["", f"{indent}def {method.name[4:]}=(value)", f"{indent}  Native.{method.function}({', '.join(arguments)})", f"{indent}end"]

    def cell(self, column):
        _, function, _, _, count = column
        return self.call(function, ["self", "index"] + ["nil"] * (count - 2), function in self.api.api["borrowed"])

    def row(self, name, columns, called=None):
        names = [one[0] or called for one in columns]
        flags = [one[0] or called for one in columns if one[2] == "bool"]
        return [f"    {name} = Homework::Row.of(%i[{' '.join(names)}]{f', %i[{chr(32).join(flags)}]' if flags else ''})"]

    def making(self, name, columns, indent):
        cells = ",\n".join(f"{indent}  {self.cell(one)}" for one in columns)
        return [f"{indent}{name}.new(", cells, f"{indent}).freeze"]

    def of_list(self, one):
        """Rows, and how many there are."""
        size = ["    def size", f"      Native.{one.noun}_count(self)", "    end"]
        row = ["    def row(index)", *self.making("Row", one.columns, "      "), "    end"]
        return [*self.row("Row", one.columns), "", *size, "", *row]

    def of_part(self, one, part):
        name, called, counted, columns = part
        if len(columns) == 1:
            return ["", f"    def {name}", f"      Array.new(Native.{counted}(self)) {{ |index| {self.cell(columns[0])} }}.freeze", "    end"]
        row = "".join(word.capitalize() for word in called.split("_"))
        return ["", *self.row(row, columns, called), "", f"    def {name}", f"      Array.new(Native.{counted}(self)) do |index|",
                *self.making(row, columns, "        "), "      end.freeze", "    end"]

    def of_class(self, one):
        fields = " ".join(method.name for method in one.fields)
        lines = self.comment(self.docs.type(one.noun), "  ") + [f"  class {one.name}", f"    FIELDS = %i[{fields}].freeze"]
        if one.columns:
            lines += self.of_list(one)
        for part in one.parts:
            lines += self.of_part(one, part)
        for method in one.methods:
            lines += ["", *self.define(method, "    ")]
        return lines + ["  end", ""]

    def of_struct(self, name, fields):
        flags = " ".join(one for one, what in fields.items() if what["type"] == "bool")
        made = f"Row.of(%i[{' '.join(fields)}]{f', %i[{flags}]' if flags else ''})"
        return [*self.comment(self.docs.type(name), "  "), f"  {pascal(name[3:])} = {made}"]

    def all(self):
        lines = []
        for name, fields in self.api.structs.items():
            lines += self.of_struct(name, fields)
        lines.append("")
        for one in self.api.classes.values():
            lines += self.of_class(one)
        for method in self.api.module:
            lines += [*self.define(method, "  "), ""]
        return HEAD + "\n".join(lines[:-1]) + "\nend\n"


if __name__ == "__main__":
    Path(sys.argv[3]).write_text(Methods(Api(sys.argv[1], sys.argv[2])).all(), encoding="utf-8")
