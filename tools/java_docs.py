# SPDX-License-Identifier: MIT
"""Javadoc made of the comments of the public headers; part of java_classes.py.

What they say of owners, and of NULL where Java has an object for certain, is left out; errors become @throws; functions, types,
members and parameters are called by their names in Java, with links.
"""
import re
import sys
import textwrap
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "house"))
from api import declarations, public_headers  # noqa: E402

#: The exception of each status, and what there is to say of it where the header says nothing.
EXCEPTIONS = {"ARGUMENT": ("Argument", "an argument is missing, or cannot be meant"), "SYNTAX": ("Syntax", "a text does not follow its grammar"),
              "RANGE": ("OutOfRange", "a value is outside of its range"), "NOT_FOUND": ("NotFound", "there is no such thing"),
              "DUPLICATE": ("Duplicate", "the id is taken"), "CONFLICT": ("Conflict", "what it is based on has changed"),
              "STATE": ("WrongState", "it is in another state"), "UNSUPPORTED": ("Unsupported", "it is known, but not supported"),
              "LIMIT": ("Limit", "a limit was passed"), "INVALID": ("Invalid", "the document has problems"),
              "READ_ONLY": ("ReadOnly", "the plan must not be changed"), "IO": ("InputOutput", "the operating system refused"),
              "NOT_DURABLE": ("NotDurable", "it is written, but may not outlast a loss of power"), "CANCELLED": ("Cancelled", "it was called off"),
              "MEMORY": ("Memory", "memory ran out"), "UNKNOWN": ("", "something else went wrong")}
ERRORS = re.compile(r"\s*\bErrors:\s+(.*?)\.(?=\s|$)", re.S)
#: A whole clause of its own: "malformed: HW_ERR_SYNTAX."
BARE = re.compile(r"(?:(?<=[.;])\s+|^)([^.;:()]+): HW_ERR_([A-Z_]+)[.;](?=\s|$)")
#: What has no meaning in Java: (what is found, what stands there instead).
LEFT_OUT = [
    (r"\b(?:Owned|Opaque)\b[^.]*\.(?=\s|$)", ""),
    (r"\bBorrowed\b[^.;]*; (\w)", lambda match: match[1]),
    (r"\bBorrowed\b[^.;]*\.(?=\s|$)", ""),
    (r"\bHW_OK for none, (?:and for NULL HW_ERR_ARGUMENT|HW_ERR_ARGUMENT for NULL)\.", "nothing is thrown if there is none."),
    (r"; see \w+\.h(?=\.)", ""),
    (r"\bHW_[A-Z_]+_COUNT (?=past the end|if there is none)", "NULL "),
    (r"\bNULL (?:is ignored|stays NULL)\.", ""),
    (r"[;,]? ?(?:`size` \(may be NULL\) gets the number of bytes|`size` may be NULL)(?=[.;])", ""),
    (r"\b([\w-]+) for NULL, and (?=if|past|for|of)", r"\1 "),
    (r"(past the end|if there is none|if there are none), and for NULL(?=\.)", r"\1"),
    (r"[;,] (?:and )?[\w-]+ for NULL(?=[.;,])", ""),
    (r"(?:^|(?<=\. ))[\w-]+ for NULL\.", ""),
]


def plain(doc):
    """A comment of C without its marks."""
    text = re.sub(r"^/\*\*<?|\*/$", "", doc.strip())
    return "\n".join(re.sub(r"^\s*\* ?", "", line).rstrip() for line in text.splitlines()).strip()


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;").replace("*/", "*&#47;")


def commas(text):
    """Apart at commas that are in no parentheses."""
    parts, depth, start = [], 0, 0
    for at, mark in enumerate(text):
        depth += (mark == "(") - (mark == ")")
        if mark == "," and depth == 0:
            parts.append(text[start:at])
            start = at + 1
    return [re.sub(r"^and ", "", part.strip()) for part in [*parts, text[start:]]]


class Docs:
    """Comments by (kind, name); `links` has what C's names are in Java: "hw_plan_areas()" is "Plan#areas"."""

    def __init__(self):
        self.known, self.members, self.links = {}, {}, {}
        for path in public_headers():
            for one in declarations(path):
                if one.kind == "macro":
                    continue
                self.known.setdefault((one.kind, one.name), plain(one.doc))
                if one.kind == "enum":
                    self.members[one.name] = [(member.name, plain(member.doc)) for member in one.members]

    def said(self, name):
        """What is said of a function, in one line."""
        return " ".join(self.known[("function", name)].split())

    def function(self, name):
        text = self.known[("function", name)]
        errors = " ".join(f"Errors: {found}." for found in ERRORS.findall(text))
        text = ERRORS.sub("", text)
        return f"{text}\n\nIn C: {name}. {errors}"

    def since(self, name):
        match = re.search(r"@since\s+([\d.]+)", self.known[("function", name)])
        return match[1] if match else "0.1"

    def type(self, name):
        for kind in ("typedef", "enum", "struct"):
            text = self.known.get((kind, name))
            if text:
                return text
        return f"In C: {name}."

    # ---- as Java ----
    def linked(self, text):
        """Escaped, and with Java's names for C's."""
        def code(match):
            inner = match[1]
            if inner in self.links:
                return f"{{@link {self.links[inner]}}}"
            return "{@code " + (re.sub(r"_(\w)", lambda m: m[1].upper(), inner) if re.fullmatch(r"[a-z_0-9]+", inner) else inner) + "}"

        def name(match):
            link = self.links.get(match[0])
            if match[1] == "{@code " or not link:
                return match[0] if match[1] else "{@code " + match[0] + "}"
            return f"{{@link {link}}}"

        text = re.sub(r"`([^`]*)`", code, escaped(text))
        text = re.sub(r"(?:(?<=\{)@code )?\bHW_ERR_(\w+)", lambda match: self.exception(match), text)
        text = re.sub(r"(\{@code )?\b(?:hw_\w+(?:\(\))?|HW_[A-Z0-9_]+)", name, text)
        return re.sub(r"\bNULL\b", "null", text)

    @staticmethod
    def exception(match):
        own = EXCEPTIONS.get(match[1])
        return match[0] if own is None else "{@link HomeworkException" + (f".{own[0]}" if own[0] else "") + "}"

    def thrown(self, found):
        """@throws of one sentence of errors. That memory may run out, and NULL, is said elsewhere for all."""
        lines = []
        for part in commas(" ".join(found.split())):
            match = re.fullmatch(r"HW_ERR_(\w+)(?: \((.*)\))?", part)
            if not match:
                lines.append("@throws HomeworkException " + self.linked(part))
                continue
            own, usual = EXCEPTIONS[match[1]]
            why = re.sub(r"^NULL(?: id| plan| text or out)?(?:, | or |$)", "", " ".join((match[2] or "").split()))
            if own != "Memory" and not (match[2] and not why):
                lines.append(f"@throws HomeworkException{'.' + own if own else ''} {self.linked(why) or usual}")
        return lines

    def javadoc(self, text, indent):
        """A comment of C as one of Java's."""
        since = re.search(r"@since\s+([\d.]+)", text)
        text = re.sub(r"@since\s+[\d.]+", "", text)
        thrown = [line for found in ERRORS.findall(text) for line in self.thrown(found)]
        text = ERRORS.sub("", text)
        for why, what in BARE.findall(text):
            thrown += self.thrown(f"HW_ERR_{what} ({why})")
        text = BARE.sub("", text)
        lines = []
        for paragraph in re.split(r"\n\s*\n", text.strip()):
            said = " ".join(paragraph.split())
            for pattern, instead in LEFT_OUT:
                said = re.sub(pattern, instead, said)
            said = re.sub(r"(?:^|(?<=[a-z}]\. ))(?:nothing|malformed)\b", lambda match: match[0].capitalize(), self.linked(" ".join(said.split())))
            said = re.sub(r"(^|(?<=\. ))null (?=past|if|for|where|in|when|until|unless|of|likewise|after)", "Null ", said)
            if said:
                lines += (["", "<p>"] if lines else []) + textwrap.wrap(said, 110, break_long_words=False, break_on_hyphens=False)
        tags = [line for one in dict.fromkeys(thrown) for line in textwrap.wrap(one, 110, subsequent_indent="    ", break_on_hyphens=False)]
        if since:
            tags.append("@since " + since[1])
        if tags:
            lines += ["", *tags] if lines else tags
        return "\n".join([indent + "/**", *(f"{indent} * {line}".rstrip() for line in lines), indent + " */"])
