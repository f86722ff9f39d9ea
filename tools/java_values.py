# SPDX-License-Identifier: MIT
"""Enumerations and structs of numbers as Java, and the C that puts such structs into an array; part of java_classes.py."""
import re

from java_docs import plain
from java_types import STRUCTS, camel, pascal
from api import ROOT

FIELD = re.compile(r"(\w+) (\w+);\s*(/\*\*<.*?\*/)", re.S)


def fields(type_):
    """(type, name, comment) of a struct."""
    text = (ROOT / "include" / "homework" / "statistics.h").read_text(encoding="utf-8")
    return FIELD.findall(re.search(rf"typedef struct {type_} \{{(.*?)\}} {type_};", text, re.S)[1])


def width(type_):
    """How many doubles it takes."""
    return sum(width(field) if field in STRUCTS else 1 for field, _, _ in fields(type_))


def constant(word):
    return word.upper().replace("-", "_")


def enum_file(type_, words, docs):
    name = pascal(type_[3:])
    comments, javadoc = docs.members[type_], docs.javadoc
    rows = [javadoc(comment or word, "    ") + f'\n    {constant(word)}("{word}")' for word, (_, comment) in zip(words, comments)]
    return "\n".join([
        javadoc(docs.type(type_), ""), f"public enum {name} {{", ",\n".join(rows) + ";", "",
        f"    private static final {name}[] ALL = values();", "    private final String word;", "",
        f"    {name}(String word) {{", "        this.word = word;", "    }", "",
        javadoc("Its word. @since 0.2", "    "), "    public @NotNull String word() {", "        return word;", "    }", "",
        javadoc("The one of a word. Throws IllegalArgumentException if there is none. @since 0.2", "    "),
        f"    public static @NotNull {name} of(String word) {{", f"        for ({name} one : ALL) {{", "            if (one.word.equals(word)) {",
        "                return one;", "            }", "        }",
        f'        throw new IllegalArgumentException("there is no such word of {name}");', "    }", "",
        f"    static {name} at(int value) {{", "        return value < 0 || value >= ALL.length ? null : ALL[value];", "    }", "}", ""])


def java_field(type_, name):
    if type_ in STRUCTS:
        return pascal(type_[3:])
    if name == "undefined":
        return "Undefined"
    return {"double": "double", "int64_t": "long", "int32_t": "int"}[type_]


def record_file(type_, docs):
    name, listed, read, put, at = pascal(type_[3:]), [], [], [], 0
    javadoc = docs.javadoc
    for field, short, _ in fields(type_):
        java, own = java_field(field, short), camel(short)
        listed.append(f"{java} {own}" if java in ("double", "long", "int") else f"@NotNull {java} {own}")
        place = f"from + {at}" if at else "from"
        if field in STRUCTS:
            read.append(f"{java}.read(fields, {place})")
            put.append(f"{own}.put(fields, {place});")
        elif java == "Undefined":
            read.append(f"Undefined.at((int) fields[{place}])")
            put.append(f"fields[{place}] = {own}.ordinal();")
        else:
            read.append(f"fields[{place}]" if java == "double" else f"({java}) fields[{place}]")
            put.append(f"fields[{place}] = {own};")
        at += width(field) if field in STRUCTS else 1
    text = docs.type(type_)
    parameters = "\n".join(f" * @param {camel(short)} {javadoc(plain(comment), '').split(' * ', 1)[1].rsplit(chr(10), 1)[0]}"
                           for _, short, comment in fields(type_))
    head = javadoc(text + " @since 0.2", "").replace(" */", parameters + "\n */")
    out = [head, f"public record {name}({', '.join(listed)}) {{", f"    static final int FIELDS = {at};", "",
           f"    static {name} read(double[] fields, int from) {{", f"        return new {name}({', '.join(read)});", "    }", "",
           f"    static java.util.List<{name}> all(double[] fields) {{",
           "        return java.util.stream.IntStream.range(0, fields.length / FIELDS).mapToObj(at -> read(fields, at * FIELDS)).collect(",
           "                java.util.stream.Collectors.toUnmodifiableList());", "    }", "",
           "    void put(double[] fields, int from) {", *("        " + line for line in put), "    }", "",
           "    double[] fields() {", "        double[] made = new double[FIELDS];", "        put(made, 0);", "        return made;", "    }"]
    if type_ == "hw_estimate":
        out += ["", javadoc("The value, if there is one. @since 0.2", "    "), "    public @NotNull java.util.OptionalDouble defined() {",
                "        return undefined == Undefined.NOT ? java.util.OptionalDouble.of(value) : java.util.OptionalDouble.empty();", "    }"]
    return "\n".join(out + ["}", ""])


def values_header():
    """For each struct its width, and how it is put into doubles and taken from them."""
    out = ["/* SPDX-License-Identifier: MIT */", "/* Structs of numbers as doubles. Written by tools/java_classes.py. */",
           "#ifndef HWJ_VALUES_H", "#define HWJ_VALUES_H", "", '#include "homework.h"', ""]
    for type_ in STRUCTS:
        put, take, at = [], [], 0
        for field, name, _ in fields(type_):
            if field in STRUCTS:
                put.append(f"    hwj_put_{field}(to + {at}, &from->{name});")
                take.append(f"    hwj_take_{field}(&to->{name}, from + {at});")
            else:
                put.append(f"    to[{at}] = (double)from->{name};")
                take.append(f"    to->{name} = ({field})from[{at}];")
            at += width(field) if field in STRUCTS else 1
        out += [f"#define HWJ_SIZE_{type_} {at}", f"static inline void hwj_put_{type_}(double *to, const {type_} *from)", "{", *put, "}",
                f"static inline void hwj_take_{type_}({type_} *to, const double *from)", "{", *take, "}", ""]
    return "\n".join(out + ["#endif", ""])
