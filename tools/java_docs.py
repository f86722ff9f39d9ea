# SPDX-License-Identifier: MIT
"""Javadoc made of the comments of the public headers; part of java_classes.py."""
import re
import sys
import textwrap
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "house"))
from api import declarations, public_headers  # noqa: E402


def plain(doc):
    """A comment of C without its marks."""
    text = re.sub(r"^/\*\*<?|\*/$", "", doc.strip())
    return "\n".join(re.sub(r"^\s*\* ?", "", line).rstrip() for line in text.splitlines()).strip()


def javadoc(text, indent):
    """A comment of C as one of Java's."""
    since = re.search(r"@since\s+([\d.]+)", text)
    text = re.sub(r"@since\s+[\d.]+", "", text)
    text = re.sub(r"(?:^|\s)(?:Owned|Borrowed|Opaque)\b[^.]*\.(?=\s|$)", "", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;").replace("*/", "*&#47;")
    lines = []
    for index, paragraph in enumerate(re.split(r"\n\s*\n", text.strip())):
        lines += (["", "<p>"] if index else []) + textwrap.wrap(" ".join(paragraph.split()), 110)
    if since:
        lines += ["", "@since " + since[1]]
    return "\n".join([indent + "/**", *(f"{indent} * {line}".rstrip() for line in lines), indent + " */"])


class Docs:
    def __init__(self):
        self.known, self.members = {}, {}
        for path in public_headers():
            for one in declarations(path):
                if one.kind == "macro":
                    continue
                self.known.setdefault((one.kind, one.name), plain(one.doc))
                if one.kind == "enum":
                    self.members[one.name] = [plain(member.doc) for member in one.members]

    def function(self, name):
        text = self.known[("function", name)]
        return f"{text}\n\nIn C: {name}()." if text else f"In C: {name}()."

    def since(self, name):
        match = re.search(r"@since\s+([\d.]+)", self.known[("function", name)])
        return match[1] if match else "0.1"

    def type(self, name):
        for kind in ("typedef", "enum", "struct"):
            text = self.known.get((kind, name))
            if text:
                return text
        return f"In C: {name}."
