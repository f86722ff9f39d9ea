# SPDX-License-Identifier: MIT
"""Reads the public headers: tokens with their doc comments, and the declarations made of them.

Knows the C that public headers may use (craft rules: typedefs, enums, structs, prototypes, simple macros) and
refuses anything else by raising HeaderError with file and line.
"""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INCLUDE = ROOT / "include"

TOKEN = re.compile(
    r"""(?P<doc>/\*\*.*?\*/)|(?P<comment>/\*.*?\*/|//[^\n]*)|(?P<directive>^[ \t]*\#(?:\\\n|[^\n])*)
        |(?P<string>"(?:\\.|[^"\\\n])*")|(?P<word>[A-Za-z_]\w*)|(?P<number>\d\w*)|(?P<blank>\s+)|(?P<mark>.)""",
    re.S | re.M | re.X)


class HeaderError(Exception):
    """A header that this reader, and so perhaps other tools, cannot follow."""


@dataclass
class Token:
    kind: str
    text: str
    line: int


@dataclass
class Declaration:
    kind: str                  # function, enum, struct, typedef, macro, member
    name: str
    line: int
    doc: str                   # "" = none
    members: list[Declaration] = field(default_factory=list)


def public_headers() -> list[Path]:
    """homework.h and homework/*.h, sorted, the umbrella last."""
    return sorted((INCLUDE / "homework").glob("*.h")) + sorted(INCLUDE.glob("*.h"))


def tokens(text: str) -> list[Token]:
    """Tokens without blanks and ordinary comments; doc comments and directives stay."""
    line, result = 1, []
    for match in TOKEN.finditer(text):
        kind, piece = str(match.lastgroup), match.group()
        if kind not in ("blank", "comment"):
            result.append(Token(kind, piece, line))
        line += piece.count("\n")
    return result


def _name_of(parts: list[Token]) -> str:
    """The declared name: before the parameter list, the array bound, or the end."""
    for index, token in enumerate(parts):
        if token.text == "(":
            inner = [t.text for t in parts[index + 1:index + 3]]
            if inner[:1] == ["*"]:
                return inner[1]                      # a pointer to a function
            return parts[index - 1].text
        if token.text in ("[", "="):
            return parts[index - 1].text
    words = [t.text for t in parts if t.kind == "word"]
    return words[-1] if words else ""


def _members(body: list[Token], separator: str) -> list[Declaration]:
    """Members of an enum or struct, each with the doc before it or the `/**<` doc after it."""
    result: list[Declaration] = []
    parts: list[Token] = []
    doc = ""

    def finish() -> None:
        if parts:
            result.append(Declaration("member", _name_of(parts), parts[0].line, doc))

    for token in body:
        if token.kind == "doc" and token.text.startswith("/**<"):
            if parts:                                # the last member has no separator
                doc = token.text
            elif result:
                result[-1].doc = result[-1].doc or token.text
        elif token.kind == "doc":
            doc = token.text
        elif token.text == separator:
            finish()
            parts, doc = [], ""
        else:
            parts.append(token)
    finish()
    return result


def _statement(path: Path, parts: list[Token], doc: str) -> Declaration:
    words = [t.text for t in parts if t.kind == "word"]
    line = parts[0].line
    if "{" in [t.text for t in parts]:
        opening = next(i for i, t in enumerate(parts) if t.text == "{")
        closing = max(i for i, t in enumerate(parts) if t.text == "}")
        kind = "enum" if "enum" in words[:2] else "struct"
        if kind == "struct" and "struct" not in words[:2]:
            raise HeaderError(f"{path}:{line}: neither a struct nor an enum")
        name = parts[-1].text if parts[-1].text != "}" else parts[opening - 1].text
        members = _members(parts[opening + 1:closing], "," if kind == "enum" else ";")
        return Declaration(kind, name, line, doc, members)
    code = [t for t in parts if t.kind != "doc"]
    if words[0] == "HW_API":
        return Declaration("function", _name_of(code), line, doc)
    if words[0] == "typedef":
        return Declaration("typedef", _name_of(code), line, doc)
    raise HeaderError(f"{path}:{line}: a declaration that is neither HW_API nor a typedef")


def _macro(token: Token, doc: str) -> Declaration | None:
    match = re.match(r"\s*#\s*define\s+(\w+)", token.text)
    return Declaration("macro", match.group(1), token.line, doc) if match else None


def declarations(path: Path) -> list[Declaration]:
    """Every public declaration of one header, in order. Include guards are left out."""
    text = Path(path).read_text(encoding="utf-8")
    guard = re.search(r"^#ifndef (\w+)\n#define \1\n", text, re.M)
    if not guard:
        raise HeaderError(f"{path}:1: no include guard")
    result: list[Declaration] = []
    parts: list[Token] = []
    doc, depth, macro_end = "", 0, (0, "")
    for token in tokens(text):
        if token.kind == "directive":
            macro = _macro(token, doc or (macro_end[1] if macro_end[0] == token.line - 1 else ""))
            if macro and macro.name != guard.group(1):
                result.append(macro)
                macro_end = (token.line + token.text.count("\n"), macro.doc)
            if macro:
                doc = ""
            continue
        if token.kind == "doc" and not parts:
            doc = token.text
            continue
        if not parts and token.text == "}" and depth == 0:
            continue                                 # the end of extern "C"
        parts.append(token)
        if [t.text for t in parts] == ["extern", '"C"', "{"]:
            parts, doc = [], ""
            continue
        depth += {"{": 1, "}": -1}.get(token.text, 0)
        if token.text == ";" and depth == 0:
            result.append(_statement(path, parts[:-1], doc))
            parts, doc = [], ""
    if parts:
        raise HeaderError(f"{path}:{parts[0].line}: a declaration without an end")
    return result


def exported_functions() -> list[str]:
    """The names declared with HW_API, sorted."""
    return sorted(d.name for path in public_headers() for d in declarations(path) if d.kind == "function")


def finish(title: str, problems: list[str], checked: str) -> int:
    """Prints what was found; the exit status of the check."""
    for problem in problems[:40]:
        print(problem)
    if len(problems) > 40:
        print(f"... and {len(problems) - 40} more")
    print(f"{title}: {checked}, {len(problems)} problems")
    return 1 if problems else 0
