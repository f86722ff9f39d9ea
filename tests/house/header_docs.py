# SPDX-License-Identifier: MIT
"""Every public declaration, member and macro has a doc comment, and every function says since when."""
from __future__ import annotations

import re
import sys
from pathlib import Path

from api import INCLUDE, ROOT, declarations, finish, public_headers

def check(path: Path) -> tuple[list[str], int]:
    name = path.relative_to(ROOT)
    text = path.read_text(encoding="utf-8")
    found = []
    if not text.startswith("/* SPDX-License-Identifier: MIT */\n/** @file " + path.name + "\n"):
        found.append(f"{name}:1: does not begin with the SPDX line and a @file comment")
    count = 0
    for declaration in declarations(path):
        for item in [declaration] + declaration.members:
            count += 1
            body = re.sub(r"^/\*\*<?|\*/$", "", item.doc).strip()
            if len(body) < 3 and declaration.name != "HW_API":
                found.append(f"{name}:{item.line}: {item.kind} {item.name} has no doc comment")
        if declaration.kind == "function" and declaration.doc and not re.search(r"@since \d+\.\d+", declaration.doc):
            found.append(f"{name}:{declaration.line}: {declaration.name} does not say @since")
    return found, count


def check_umbrella() -> list[str]:
    umbrella = INCLUDE / "homework.h"
    if not umbrella.exists():
        return ["include/homework.h: missing"]
    listed = re.findall(r'^#include "homework/(\w+\.h)"', umbrella.read_text(encoding="utf-8"), re.M)
    present = [path.name for path in public_headers() if path.parent != INCLUDE and path.name != "export.h"]
    return [f"include/homework.h: does not include homework/{name} once"
            for name in present if listed.count(name) != 1]


def main() -> int:
    found, count = check_umbrella(), 0
    for path in public_headers():
        some, number = check(path)
        found += some
        count += number
    return finish("header docs", found, f"{count} declarations in {len(public_headers())} headers")


if __name__ == "__main__":
    sys.exit(main())
