# SPDX-License-Identifier: MIT
"""Prints lib/progress/instrument_table.c or docs/instruments.md from lib/progress/instruments/*.json.

    tools/instruments.py table > lib/progress/instrument_table.c
    tools/instruments.py docs > docs/instruments.md
    tools/instruments.py table|docs FILE     compares instead, and says whether FILE has to be printed again
"""
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "lib" / "progress" / "instruments"
WIDTH = 108


def instruments():
    read = [json.loads(path.read_text(encoding="utf-8")) for path in DATA.glob("*.json")]
    return sorted(read, key=lambda data: data["id"])


# ---- C ----

def literal(text):
    return "NULL" if text is None else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def broken(cell, indent):
    """A string literal in lines that fit, broken at its blanks."""
    lines, line = [], ""
    for word in cell.split(" "):
        piece = f"{line} {word}" if line else word
        if line and len(piece) + indent + 3 > WIDTH:
            lines.append(line + ' "')
            line = '"' + word
        else:
            line = piece
    return lines + [line]


def filled(cells, indent):
    """Cells with commas between, in lines that fit."""
    lines = [""]
    for index, cell in enumerate(cells):
        cell += "," if index + 1 < len(cells) else ""
        if lines[-1] and len(lines[-1]) + len(cell) + 1 + indent > WIDTH:
            lines.append("")
        if not lines[-1] and len(cell) + indent > WIDTH:
            lines[-1:] = broken(cell, indent)
        else:
            lines[-1] += (" " if lines[-1] else "") + cell
    return f"\n{' ' * indent}".join(lines)


class Tables:
    """The arrays that lists stand for; equal lists share one."""

    def __init__(self):
        self.text, self.names = [], {}

    def add(self, name, kind, rows):
        """An array of structs, of rows of cells; returns what stands for the list."""
        if not rows:
            return "{NULL, 0}"
        body = "\n".join(f"    {{{filled(row, 5)}}}," for row in rows)
        return self.keep(name, f"hw__instrument_{kind}", f"{{\n{body}\n}}", len(rows))

    def add_numbers(self, name, values):
        if not values:
            return "{NULL, 0}"
        body = ", ".join(str(value) for value in values)
        return self.keep(name, "int32_t", f"{{{body}}}", len(values))

    def keep(self, name, kind, body, count):
        if (kind, body) not in self.names:
            self.names[kind, body] = name
            self.text.append(f"static const {kind} {name}[] = {body};\n")
        return f"{{{self.names[kind, body]}, {count}}}"


def number(row, key):
    return repr(float(row[key])) if key in row else "NAN"


def yes(value):
    return "true" if value else "false"


def lists_of(data, tables):
    """What stands for each list of an instrument."""
    def name(kind):
        return f"{data['id'].replace('-', '_')}_{kind}"

    def heads(row, *keys):
        return [literal(row[key]) for key in keys]

    sets = [heads(row, "id", "source") +
            [tables.add(name(f"bands_{index}"), "band",
                        [[repr(float(band["from"]))] + heads(band, "word", "title") for band in row["bands"]])]
            for index, row in enumerate(data.get("band_sets", []))]
    subsets = [heads(row, "id", "title", "source") +
               [tables.add_numbers(name(f"{key}_{index}"), row.get(key)) for key in ("items", "counts_from")] +
               [str(row.get("needed", 0))]
               for index, row in enumerate(data.get("subsets", []))]
    variants = [heads(row, "id", "title", "source") +
                [tables.add_numbers(name(f"left_out_{index}"), row.get("leave_out")), str(row.get("shift", 0)),
                 yes(row.get("prorate")), yes(row["named"])]
                for index, row in enumerate(data.get("variants", []))]
    return {
        "answers": tables.add(name("answers"), "answer",
                              [[str(row["value"]), literal(row["text"]), literal(row.get("loinc"))]
                               for row in data.get("answers", [])]),
        "items": tables.add(name("items"), "item",
                            [[str(row["min"]), str(row["max"]), str(row.get("safety", "HW__NO_ANSWER")),
                              yes(row.get("reversed")), literal(row.get("text")), literal(row.get("loinc"))]
                             for row in data["items"]]),
        "sets": tables.add(name("sets"), "set", sets),
        "screens": tables.add(name("screens"), "screen",
                              [[number(row, "from"), number(row, "to")] + heads(row, "id", "source")
                               for row in data.get("screens", [])]),
        "subsets": tables.add(name("subsets"), "subset", subsets),
        "variants": tables.add(name("variants"), "variant", variants),
    }


def print_instrument(data, lists):
    texts = ("id", "title", "version", "licence", "notice", "source", "language", "lead_in", "panel_loinc",
             "total_loinc", "may_miss_source")
    members = {key: literal(data[key]) for key in texts if key in data}
    members["better"] = f"HW_BETTER_{data['better'].upper()}"
    members["method"] = f"HW__METHOD_{data['method'].upper()}"
    members["rounding"] = f"HW__ROUND_{data.get('round', 'half-up').upper().replace('-', '_')}"
    members["times"] = str(data.get("times", 1))
    members["may_miss"] = str(data.get("may_miss", 0))
    members.update({key: value for key, value in lists.items() if value != "{NULL, 0}"})
    return "    {\n        " + filled([f".{key} = {value}" for key, value in members.items()], 8) + ",\n    },\n"


def print_table():
    tables = Tables()
    rows = "".join(print_instrument(data, lists_of(data, tables)) for data in instruments())
    return ("/* SPDX-License-Identifier: MIT */\n"
            "/* The instruments of the library. Printed by tools/instruments.py from lib/progress/instruments; do not\n"
            " * edit. The wording and the notices belong to those whom each licence names. */\n"
            "/* clang-format off */\n"
            "#include <math.h>\n\n#include \"progress/instrument.h\"\n\n" + "\n".join(tables.text) +
            f"\nconst hw_instrument hw__instruments[] = {{\n{rows}}};\n\n"
            "const size_t hw__instruments_count = sizeof hw__instruments / sizeof *hw__instruments;\n")


# ---- the page ----

HEAD = """<!-- Printed from lib/progress/instruments by tools/instruments.py; do not edit. -->
# Instruments
"""


def main(words):
    printers = {"table": print_table}
    if not words or words[0] not in printers:
        sys.exit(__doc__)
    text = printers[words[0]]()
    if len(words) == 1:
        sys.stdout.buffer.write(text.encode("utf-8"))
    elif Path(words[1]).read_bytes() != text.encode("utf-8"):
        sys.exit(f"{words[1]}: not what lib/progress/instruments says; print it again with tools/instruments.py")


if __name__ == "__main__":
    main(sys.argv[1:])
