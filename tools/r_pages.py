# SPDX-License-Identifier: MIT
"""Help pages of R, one for each public header; part of r_functions.py."""
import re
import textwrap

from host_api import enumerations
from java_docs import plain
from api import public_headers

WHAT = {"hw_date": "a day: a Date, or text like \"2025-03-06\".", "bool": "TRUE or FALSE.", "double": "a number.",
        "hw_local": "a planned time: text like \"2025-03-06T19:00\", a POSIXct as it is shown, or a Date for a whole day.",
        "hw_moment": "a moment: a POSIXct, text with an offset, or a Date if only the day is known.",
        "hw_instant": "an instant: a POSIXct, or text with an offset like \"2025-03-06T19:00:00+01:00\".",
        "hw_duration": "a duration: a difftime, or text like \"P1D\" or \"PT30M\".", "const char *": "one text.",
        "double[]": "numbers; NA is missing.", "hw_date[]": "days.", "hw_entry[]": "a list of entries.", "bytes": "a raw vector or one text.",
        "hw_metric[]": "names of metrics."}


def members(api):
    """HW_STATUS_DONE -> "done"."""
    return {name: word for type_, names in enumerations() for name, word in zip(names, api["enumerations"][type_])}


class Page:
    def __init__(self, functions):
        self.functions, self.docs, self.members = functions, functions.docs, members(functions.api)

    def words(self, text):
        """A comment of C's in R's terms, escaped."""
        text = re.sub(r"(?:^|(?<=\s))(?:Owned|Borrowed|Opaque|Static storage)\b[^.;]*(?:\.(?=\s|$)|;)", "", text)
        text = re.sub(r"@(?:since|file|param|return)\b(?:\s+[\d.]+)?", "", text)
        text = re.sub(r"\bHW_ERR_(\w+)", lambda match: "hw_" + match[1].lower(), text)
        text = re.sub(r"\bHW_[A-Z0-9_]+\b", lambda match: f'"{self.members[match[0]]}"' if match[0] in self.members else match[0], text)
        text = text.replace("SIZE_MAX", "NULL").replace("NaN", "NA")
        text = text.replace("\\", "\\\\").replace("%", "\\%").replace("{", "\\{").replace("}", "\\}")
        return "\n\n".join(textwrap.fill(" ".join(one.split()), 110) for one in re.split(r"\n\s*\n", text.strip()))

    def head(self, path):
        """The title and what follows it in the comment of a header; examples in C are left out."""
        comment = plain(re.search(r"/\*\* @file.*?\*/", path.read_text(encoding="utf-8"), re.S)[0])
        comment = re.sub(r"^@file \S+\s*", "", comment)
        comment = re.sub(r"(?s)\n\s*\n(?:     +[^\n]*\n?)+", "\n\n", comment)
        kept = [one for one in re.split(r"\n\s*\n", comment) if not re.match(r"\s{4}", one) and not one.rstrip().endswith(":")]
        first, *rest = kept or [path.stem]
        title = re.split(r"[:;,]", " ".join(first.split()), 1)[0].rstrip(".")
        return self.words(title), "\n\n".join(self.words(one) for one in rest) or self.words(title) + "."

    def what(self, type_):
        if type_ in WHAT:
            return WHAT[type_]
        if type_ in self.functions.api["enumerations"]:
            return "one of " + ", ".join(f'"{one}"' for one in self.functions.api["enumerations"][type_]) + "."
        match = re.fullmatch(r"(?:const )?(hw_\w+) \*", type_)
        return f"an object of the class {match[1]}." if match else "figures as they were given out." if "hw_" in type_ else "a number."

    def page(self, path):
        listed = [f for f in self.functions.known if f["header"] == path.name]
        if not listed:
            return None
        title, description = self.head(path)
        usage = [textwrap.fill(f'{f["name"]}({", ".join(self.functions.formals(f))})', 88, subsequent_indent="  ") for f in listed]
        arguments = {}
        for f in listed:
            for name, type_ in self.functions.arguments(f).items():
                arguments.setdefault(name, []).append(self.what(type_))
        items = "\n".join(f"\\item{{{name}}}{{{textwrap.fill(self.words(' Or: '.join(dict.fromkeys(what))), 110)}}}" for name, what in arguments.items())
        details = "\n".join(f'\\item{{\\code{{{f["name"]}}}}}{{{self.words(self.docs.known[("function", f["name"])]) or "See C."}}}' for f in listed)
        parts = [f"% Written by tools/r_pages.py.\n\\name{{{path.stem}-functions}}\n\\alias{{{path.stem}-functions}}",
                 "\n".join(f'\\alias{{{f["name"]}}}' for f in listed), f"\\title{{{title}}}", f"\\description{{\n{description}\n}}",
                 "\\usage{\n" + "\n".join(usage) + "\n}", f"\\arguments{{\n{items}\n}}" if items else "",
                 "\\details{\nIndexes count from 0. What sets something gives its first argument back, invisibly.\n\\describe{\n" + details + "\n}\n}",
                 "\\value{What is asked for; NULL or NA if there is none.}"]
        return "\n".join(part for part in parts if part) + "\n"


def pages(functions):
    maker = Page(functions)
    for path in public_headers():
        page = maker.page(path)
        if page:
            yield f"{path.stem}-functions.Rd", page
