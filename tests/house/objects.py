# SPDX-License-Identifier: MIT
"""Every type of the interface that has an end (_free, _unref) is counted in builds with HW_COUNT_OBJECTS: it has a row in
lib/base/object_table.h, and the library makes and frees it by that row."""
from __future__ import annotations

import re
import sys

from api import INCLUDE, ROOT, finish

LIB = ROOT / "lib"
END = re.compile(r"HW_API void hw_(\w+)_(?:free|unref)\(hw_(\w+) \*")


def main() -> int:
    kinds = {noun for path in (INCLUDE / "homework").glob("*.h")
             for name, noun in END.findall(path.read_text(encoding="utf-8")) if name == noun}
    rows = re.findall(r"^HW__OBJECT_ROW\((\w+)\)$", (LIB / "base" / "object_table.h").read_text(encoding="utf-8"), re.M)
    code = "\n".join(path.read_text(encoding="utf-8") for path in LIB.rglob("*.c"))
    found = [f"hw_{kind}: no row in lib/base/object_table.h" for kind in sorted(kinds - set(rows))]
    found += [f"lib/base/object_table.h: {row} is no type that is freed" for row in rows if row not in kinds]
    records = len(re.findall(r"\bHW__\w+,", (LIB / "model" / "section.h").read_text(encoding="utf-8")))
    for row in rows[records:]:                      # those before are made by hw__record_new()
        found += [f"hw_{row}: made or freed without HW__NEW({row}) and HW__DELETE({row}, ...)"
                  for verb in (["NEW"] if row == "field" else ["NEW", "DELETE"]) if f"HW__{verb}({row}" not in code]
    # What is allocated otherwise would be freed by its row and counted below none.
    found += [f"{kind}: allocated as `{match.group()}`" for kind in sorted(kinds)
              for match in re.finditer(rf"hw_{kind} \*\w+ = hw__z?alloc\([^;]*;", code)]
    return finish("objects", found, f"{len(rows)} kinds")


if __name__ == "__main__":
    sys.exit(main())
