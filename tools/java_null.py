# SPDX-License-Identifier: MIT
"""Which values of Java's methods may be null, as far as the public headers say so; part of java_classes.py.

@NotNull and @Nullable are known by their names to Kotlin and to editors; the jar does not need their classes. What is not certain
stays without either.
"""
import re

from api import ROOT

#: Where a header says NULL, but not of what comes back.
ELSEWHERE = re.compile(r"Errors: .*?\.(?=\s|$)|\([^)]*\bNULL\b[^)]*\)|\b[\w`*-]+ (?:may be|for|of) NULL\b|\bNULL (?:is ignored|stays NULL|text|language|id|plan)\b"
                       r"|\bNULL: HW_ERR\w+|`\w+` NULL|NULL = |(?:NULL|None) for HW_ERR_MEMORY|\bWithout a measure \(NULL\)")
CERTAIN = ("Instant", "Optional", "OptionalInt", "OptionalLong", "OptionalDouble")
CHECKED = re.compile(r"^HW_(?:OBJECT|RECORD)\((\w+), (\w+)", re.M)


class Nulls:
    def __init__(self, types, docs):
        self.types, self.docs = types, docs
        text = (ROOT / "bindings" / "objects.i").read_text(encoding="utf-8")
        self.records = set(re.findall(r"^HW_RECORD\((\w+),", text, re.M))
        self.checked = {(noun, name) for noun, name in CHECKED.findall(text) if name != "self"}

    def result(self, function, java):
        """The annotation of what a function gives, with a blank after it, or nothing."""
        if java in ("void", "boolean", "int", "long", "double") or java.endswith("[]"):
            return ""
        back = function["result"]
        if re.sub("<.*", "", java) in CERTAIN or back in ("hw_instant", "hw_status", "void") or back == "bool":
            return "@NotNull "
        said = ELSEWHERE.sub(" ", self.docs.said(function["name"]))
        if re.search(r"\bNULL\b|\b[Aa]ll zero\b|\b[Uu]nset\b|_COUNT (?:past|if)", said):
            return "@Nullable "
        if back in self.types.enums or back.startswith("hw_") and "*" not in back:
            return "@NotNull " if back not in ("hw_date", "hw_local", "hw_moment", "hw_duration") else ""
        raises = any(one["type"] == "hw_error *" for one in function["parameters"])
        return "@NotNull " if raises or re.search(r"\bNULL for NULL\b", self.docs.said(function["name"])) else ""

    def parameter(self, one, java):
        type_ = one["type"]
        if self.types.is_optional(one):
            return "@Nullable "
        noun = self.types.noun(type_)
        if noun and (noun, one["name"]) in self.checked or java == "Instant" or type_ in self.types.enums:
            return "@NotNull "
        return ""
