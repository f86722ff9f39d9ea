# SPDX-License-Identifier: MIT
"""Writes the Java classes, and java_values.h, from api.json (tools/host_api.py) and the comments of the public headers.

    java_classes.py API_JSON FOLDER

A class for each noun, an enum for each enumeration, a record for each struct of numbers; functions without an object are in
Library; `sources` lists the files. Each method holds its objects, so that none is closed or used by another thread meanwhile, and calls homeworkJNI.
"""
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from java_docs import Docs  # noqa: E402
from java_null import Nulls  # noqa: E402
from java_types import STRUCTS, Types, camel, pascal, safe  # noqa: E402
from java_values import constant, enum_file, record_file, values_header  # noqa: E402

HEAD = "// SPDX-License-Identifier: MIT\n// Written by tools/java_classes.py.\npackage org.homework;\n\n"
NULLS = "import org.jetbrains.annotations.NotNull;\nimport org.jetbrains.annotations.Nullable;\n\n"
IMPORTS = "import java.time.*;\nimport java.util.*;\n" + NULLS
#: What is written by hand for a class: the class that it extends.
BASES = {"hw_table": "TableColumns", "hw_progress": "ProgressFigures", "hw_questionnaires": "QuestionnaireTotals"}
#: Setters give the object back, so that calls may follow one another.
CHAINED = re.compile(r"^hw_\w+?_(set|add)(_|$)")
#: Not for a host: memory, and functions of the caller's that the library would call.
LEFT_OUT = re.compile(r"_(ref|unref|free)$|^hw_error_clear$|^hw_plan_write_|^hw_zones_from_reader$|^hw_caseload_r(un$|ow_)"
                      r"|^hw_caseload_add_copy$|^hw_status_name$|^hw_table_column_(data|valid)$|^hw_questionnaires_series$")


class Method:
    """One function of the library as a method: what stands before, in and after its call."""

    def __init__(self, types, nulls, function, receiver):
        self.types, self.nulls, self.function = types, nulls, function
        self.receiver = receiver
        self.shown, self.native, self.held, self.before, self.outs = [], [], [], [], []
        listed = function["parameters"]
        start = 0
        if receiver:
            self.native.append("handle.address()")
            self.held.append("this")
            start = 1
        waiting = []
        for index in range(start, len(listed)):
            waiting = self.parameter(listed, index, waiting)

    def parameter(self, listed, index, waiting):
        """Adds one; `waiting` are the arrays whose length comes next."""
        types, one = self.types, listed[index]
        type_, name = one["type"], safe(camel(one["name"]))
        if types.is_hidden(one):
            return waiting
        if waiting and type_ == "size_t" and re.search(r"(count|size)$", one["name"]):
            self.before += [f"Values.same({waiting[0]}, {other});" for other in waiting[1:]]
            self.native.append(f"Values.length({waiting[0]})")
            return []
        array = types.array(listed, index)
        if array:
            java, passed = array
            self.shown.append((java, name, one))
            self.native.append(passed.format(name))
            if type_.startswith("hw_entry"):
                self.before.append(f"NativeObject[] {name}_ = Handle.copy({name}, Entry.class);")
                self.held.append("*" + name + "_")
                return [*waiting, name + "_"]
            return [*waiting, name]
        if types.is_out(one):
            self.outs.append(one)
            java, size = types.out_array(one, self.sized_by())
            self.before.append(f"{java}[] {name}_ = new {java}[{size}];")
            self.native.append(name + "_")
            return waiting
        self.shown.append((types.java(type_), name, one))
        self.native.append(types.passed(type_, name))
        if types.is_object(type_):
            self.held.append(name)
        return waiting

    def sized_by(self):
        return next((name for java, name, _ in self.shown if java == "double[]"), None)

    def result(self):
        """(Java's type, the expression for it, with {} for the native call)."""
        types, back = self.types, self.function["result"]
        if self.is_chained():
            return types.class_of(self.receiver), "this"
        if not self.outs:
            return types.java(back), types.given(back, "{}", self.part())
        values = [types.out_value(one, safe(camel(one["name"])) + "_") for one in self.outs]
        if len(values) == 1:
            java, value = values[0]
        else:
            java = pascal(self.function["name"][3:])
            value = f"new {java}(" + ", ".join(value for _, value in values) + ")"
        if back == "bool":
            boxed, full, none = types.optional(java)
            return boxed, f"{{}} ? {full}({value}) : {none}"
        return java, value

    def is_chained(self):
        return self.receiver and not self.outs and self.types.java(self.function["result"]) == "void" and CHAINED.match(self.function["name"])

    def listed(self, shown=None):
        """The parameters as they are declared."""
        return ", ".join(self.nulls.parameter(one, java) + f"{java} {name}" for java, name, one in (self.shown if shown is None else shown))

    def declared(self, java):
        """What it gives, with what is known of null."""
        if self.is_chained() or len(self.outs) > 1:
            return "@NotNull " + java
        if self.outs:
            return ("" if java in ("int", "long", "double", "boolean") or java.endswith("[]") else "@NotNull " if java.startswith("Optional") else "") + java
        return self.nulls.result(self.function, java) + java

    def record(self):
        """The record of several values, if there are several."""
        if len(self.outs) < 2:
            return None
        fields = [(self.types.out_value(one, "x")[0], safe(camel(one["name"]))) for one in self.outs]
        return pascal(self.function["name"][3:]), fields

    def part(self):
        function = self.function
        return "this" if self.types.is_part(function) else None

    def body(self):
        java, value = self.result()
        call = f"homeworkJNI.{self.function['name']}({', '.join(self.native)})"
        lines = list(self.before)
        if java == "void":
            inner = [call + ";"]
        elif "{}" in value:
            inner = [f"return {value.replace('{}', call)};"]
        else:
            inner = [call + ";", f"return {value};"]
        if self.held == ["this"]:
            lines += ["handle.hold();", "try {", *("    " + one for one in inner), "} finally {", "    handle.release();", "}"]
        elif self.held:
            several = [one for one in self.held if one.startswith("*")]
            objects = ", ".join(one for one in self.held if not one.startswith("*"))
            held = f"Handle.holdAll({several[0][1:]}, {objects})" if several else f"Handle.hold({objects})"
            lines += [f"Handle[] held = {held};", "try {", *("    " + one for one in inner), "} finally {", "    Handle.release(held);", "}"]
        else:
            lines += inner
        return java, lines


def written(name, method, docs, static):
    """Javadoc and methods: the whole one, and one without what may be left out."""
    java, lines = method.body()
    word = "static " if static else ""
    text = docs.function(method.function["name"])
    out = [docs.javadoc(text, "    "), f"    public {word}{method.declared(java)} {name}({method.listed()}) {{"]
    out += ["        " + line for line in lines] + ["    }", ""]
    return out


def shorter(name, method, docs, static):
    """(number of parameters, text) of the overload without a language, options, zones and problems; None if there are none."""
    kept = [one for one in method.shown if not method.types.is_optional(one[2])]
    if len(kept) == len(method.shown) or (not kept and name.startswith("set")):
        return None
    java, _ = method.body()
    passed = ", ".join(one if not method.types.is_optional(known) else f"({type_}) null" for type_, one, known in method.shown)
    whole = f"{name}({', '.join(re.sub('<.*>', '', type_) for type_, _, _ in method.shown)})"
    docs.links[whole] = "#" + whole
    text = f"Like `{whole}`, with null for the {' and the '.join(one for _, one, k in method.shown if method.types.is_optional(k))}."
    call = f"{name}({passed});"
    return tuple(type_ for type_, _, _ in kept), [
        docs.javadoc(text + f" @since {docs.since(method.function['name'])}", "    "),
        f"    public {'static ' if static else ''}{method.declared(java)} {name}({method.listed(kept)}) {{",
        f"        {'' if java == 'void' else 'return '}{call}", "    }", ""]


class Writer:
    def __init__(self, api, docs):
        self.api, self.docs, self.types = api, docs, Types(api)
        self.nulls = Nulls(self.types, docs)
        self.bodies, self.signatures = {}, set()
        self.methods, self.later = {}, []

    def add(self, owner, name, types, lines):
        """Once for each signature."""
        key = (owner, name, types)
        if key in self.signatures:
            return False
        self.signatures.add(key)
        self.bodies.setdefault(owner, []).extend(lines)
        return True

    def place(self, function):
        """(class, method, whether it is static, the receiver)."""
        types, name = self.types, function["name"]
        listed = function["parameters"]
        receiver = types.noun(listed[0]["type"]) if listed else None
        made = None if function["result"].startswith("const ") else types.noun(function["result"])
        if receiver and not (made and re.search(r"_(new|from_\w+)$", name)):
            owner, short, static = receiver, re.sub(rf"^{receiver}_", "", name), False
        elif made and name.startswith(made + "_"):
            owner, short, static = made, name[len(made) + 1:], True
            receiver = None
        else:
            owner, short, static, receiver = "Library", name[3:], True, None
        return owner, "create" if short == "new" else safe(camel(re.sub("^hw_", "", short)), method=True), static, receiver

    def link(self):
        """What C's names are called here, for the Javadoc."""
        links, types = self.docs.links, self.types
        for function in self.api["functions"]:
            if not LEFT_OUT.search(function["name"]):
                owner, short, _, _ = self.place(function)
                links[function["name"] + "()"] = f"{self.class_of(owner)}#{short}"
        for noun in [*types.nouns, *types.enums, *STRUCTS]:
            links[noun] = self.class_of(noun)
        for type_, words in self.api["enumerations"].items():
            for (member, _), word in zip(self.docs.members[type_], words):
                links[member] = f"{self.class_of(type_)}#{constant(word)}"

    def class_of(self, owner):
        return owner if owner == "Library" else self.types.class_of(owner)

    def function(self, function):
        types, name = self.types, function["name"]
        owner, short, static, receiver = self.place(function)
        method = Method(types, self.nulls, function, receiver)
        signature = tuple(type_ for type_, _, _ in method.shown)
        self.add(owner, short, signature, written(short, method, self.docs, static))
        if not static:
            self.methods[name] = (short, method)
        record = method.record()
        if record:
            fields = ", ".join(f"{type_} {one}" for type_, one in record[1])
            self.add(owner, record[0], None, [self.docs.javadoc(f"What {short} gives. @since 0.2", "    "),
                                              f"    public record {record[0]}({fields}) {{", "    }", ""])
        added = re.fullmatch(r"hw_plan_(add|revise)_(\w+)", name)
        if added and "hw_" + added[2] in types.nouns:
            self.add(owner, added[1], signature, written(added[1], method, self.docs, static))
        self.later.append((owner, short, shorter(short, method, self.docs, static)))

    def lists(self, noun):
        """Views of the rows of a noun, and of what it has several of."""
        counts = [f["name"][:-6] for f in self.api["functions"]
                  if f["name"].endswith("_count") and [one["type"] for one in f["parameters"]] == [f"const {noun} *"]]
        for stem in sorted(counts, key=len):
            if stem + "_count" in self.methods:
                self.one_list(noun, stem, [other for other in counts if other != stem and other.startswith(stem + "_")])

    def one_list(self, noun, stem, deeper):
        fields = []
        for name, (short, method) in self.methods.items():
            match = re.fullmatch(rf"{stem}(?:_(\w+))?_at", name)
            if not match or [type_ for type_, _, _ in method.shown] != ["long"]:
                continue
            if method.function["parameters"][0]["type"] != f"const {noun} *" or any(re.match(other + "_", name) for other in deeper):
                continue
            java = method.result()[0]
            fields.append((safe(camel(match[1])) if match[1] else None, short, java, method.declared(java)))
        sub = stem[len(noun) + 1:]
        own = camel(sub) or ("at" if any(name == "value" for name, *_ in fields) else "value")
        if not fields:
            return
        size = self.methods[stem + "_count"][0]
        named = [(one or own, short, declared) for one, short, _, declared in fields]
        if not sub:
            self.rows(noun, "Row", "rows", size, "row", named)
            self.bodies[noun] += ["    @Override", "    public @NotNull Iterator<Row> iterator() {", "        return rows().iterator();", "    }", ""]
        elif len(fields) == 1 and fields[0][0] is None:
            self.view(noun, self.types.boxed(fields[0][2]), plural(camel(sub)), size, fields[0][1])
        else:
            self.rows(noun, pascal(sub) + "Row", plural(camel(sub)), size, camel(sub) + "Row", named)

    def rows(self, noun, record, name, size, one, fields):
        listed = ", ".join(f"{type_} {field}" for field, _, type_ in fields)
        read = ", ".join(f"{short}(index)" for _, short, _ in fields)
        javadoc = self.docs.javadoc
        self.bodies[noun] += [javadoc("What stands in one row. @since 0.2", "    "), f"    public record {record}({listed}) {{", "    }", "",
                              javadoc("One row. Throws IndexOutOfBoundsException if there is none. @since 0.2", "    "),
                              f"    public @NotNull {record} {one}(long index) {{", f"        return {one}Read(View.checked(index, {size}()));", "    }", "",
                              f"    private {record} {one}Read(long index) {{", f"        return new {record}({read});", "    }", ""]
        self.view(noun, record, name, size, one + "Read")

    def view(self, noun, type_, name, size, one):
        if not self.add(noun, name, (), []):
            name += "List"
        self.bodies[noun] += [self.docs.javadoc("All of them, read when they are asked for. @since 0.2", "    "), f"    public @NotNull List<{type_}> {name}() {{",
                              f"        return new View<>(this::{size}, this::{one});", "    }", ""]

    def noun_file(self, noun):
        name = self.types.class_of(noun)
        is_part = noun in self.types.parts
        has_rows = any("public record Row(" in line for line in self.bodies.get(noun, []))
        face = " implements Iterable<" + name + ".Row>" if has_rows else ""
        lines = [self.docs.javadoc(self.docs.type(noun), ""), f"public final class {name} extends {BASES.get(noun, 'NativeObject')}{face} {{"]
        lines += [f"    private {name}(long address, NativeObject parent) {{", f"        super(address, {'' if noun in self.nulls.records else 'parent, '}{'null' if is_part else f'homeworkJNI::delete_{noun}'});",
                  "    }", ""]
        lines += [f"    static {name} of(long address, NativeObject parent) {{",
                  f"        return address == 0 ? null : new {name}(address, parent);", "    }", ""]
        if (noun, "id", ()) in self.signatures:
            lines += ["    @Override", "    public String toString() {", "        return shown(this::id);", "    }", ""]
        return HEAD + IMPORTS + "\n".join(lines + self.bodies.get(noun, [])).rstrip() + "\n}\n"

    def library_file(self):
        lines = [self.docs.javadoc("What the library can do without a plan: statistics, dates, words, and reading files. @since 0.2", ""),
                 "public final class Library {", "    private Library() {", "    }", ""]
        return HEAD + IMPORTS + "\n".join(lines + self.bodies["Library"]).rstrip() + "\n}\n"

    def write(self, folder):
        self.link()
        for function in self.api["functions"]:
            if not LEFT_OUT.search(function["name"]):
                self.function(function)
        for owner, name, short in self.later:
            if short:
                self.add(owner, name, *short)
        for noun in sorted(self.types.nouns):
            self.lists(noun)
            (folder / f"{self.types.class_of(noun)}.java").write_text(self.noun_file(noun), encoding="utf-8")
        (folder / "Library.java").write_text(self.library_file(), encoding="utf-8")


def plural(word):
    return re.sub("(?<=[^aeiou])y$", "ie", word) + ("es" if word.endswith("s") else "s")


def main(api_path, out):
    api = json.loads(Path(api_path).read_text(encoding="utf-8"))
    docs = Docs()
    folder = Path(out) / "org" / "homework"
    folder.mkdir(parents=True, exist_ok=True)
    Writer(api, docs).write(folder)
    for type_, words in api["enumerations"].items():
        (folder / f"{pascal(type_[3:])}.java").write_text(HEAD + NULLS + enum_file(type_, words, docs), encoding="utf-8")
    for type_ in STRUCTS:
        (folder / f"{pascal(type_[3:])}.java").write_text(HEAD + NULLS + record_file(type_, docs), encoding="utf-8")
    (Path(out) / "sources").write_text("".join(f'"{path}"\n' for path in sorted(folder.glob("*.java"))), encoding="utf-8")
    (Path(out) / "java_values.h").write_text(values_header(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
