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

HEAD = """\
<!-- Printed from lib/progress/instruments by tools/instruments.py; do not edit. -->
# Instruments

Questionnaires that the library can score. Each is a data file, `lib/progress/instruments/ID.json`, built into the
library; a host adds its own in the same form with `hw_instrument_from_json()`. `homework instrument list` shows them,
`homework instrument score phq-9 2,2,2,2,1,1,2,0,0` scores a form.

A total has a name that others gave it, and every band and every threshold says who did. None of them is a diagnosis, and
the library gives no advice. What is marked "as remembered" or "at second hand" was not read in the publication itself.

## How a form is scored

- There is one answer for each item, a whole number in the item's range, or none. Anything else is refused, never clamped;
  the error names the item.
- Items that are reversed count least + greatest - answer.
- Where answers are missing, and the instrument allows so many, the mean of the others stands in for them, and the score says
  so. Otherwise there is no total (`too-few`), which is not the same as 0.
- A total is rounded last, to a whole number, halves up; bands and thresholds look at that.
- An item with a threshold for safety raises a flag from that answer on. Flags come with every score: with low totals, with
  forms that are not complete, and in the log also with forms that cannot be scored.
- Where the field does not agree there are several sets of bands, or variants. The first set is the default.

## Questionnaires in a log

`hw_plan_questionnaires()` finds the entries about assignments of the kind `measure` ([payloads](payloads.md)). An item is
named by its number, its LOINC code or its wording; without a name it has the number of its group. A stated total that is not
the computed one is shown beside it, never put in its place and never corrected. Private entries are left out with all that
they say, their flags too, unless they are asked for: what somebody keeps to themself is not read behind their back. A program
that wants to see flags in private entries has to ask its user first.

"""

TAIL = """\
## What is not here, and why

| what | why |
|---|---|
| wording of the WHO-5, WSAS, OASIS and CORE-10 | not free to ship in this form, or the statements about it do not agree; the numbers are here |
| PHQ-9, tenth question (difficulty) | never in the total |
| PHQ-9, "major" and "other depressive syndrome" | these are diagnoses of an algorithm; its counts are here as subsets |
| PCL-5, "provisional PTSD" | likewise: the counts of the four clusters and how many each takes are here, the verdict is not |
| PCL-5 item 16 (risks) as a safety item | no source that says so was found |
| thresholds of change (reliable change, minimal important difference) | they belong to change, not to one form |
| PSWQ, DASS-21, ISI, AUDIT-C, CES-D | could be added as data; a host can do so |
| SDQ, SWEMWBS and WEMWBS, BDI-II, HADS, EQ-5D, EPDS, ORS and SRS, OQ-45, HRS-II | a licence, a fee or a permission is needed |
| PSYCHLOPS, goal-based outcomes form | owned wording, and two totals in circulation |

## The form of a data file

One JSON object. Members that are not listed are refused, and so is whatever does not fit together: thresholds outside their
items, bands that leave a total without a name, ids that stand twice.

| member | what it is |
|---|---|
| `id`, `title`, `version`, `licence`, `source` | needed; an id is 1 to 64 letters, digits, hyphens, underscores and full stops |
| `notice` | what has to be shown with the wording |
| `better` | needed: `lower`, `higher` or `neutral` |
| `language`, `lead_in` | of the wording |
| `panel_loinc`, `total_loinc` | LOINC codes |
| `method` | needed: `sum`, or `mean` of what was answered |
| `times` | what that is multiplied by; 1 |
| `round` | `half-up`, or `none` |
| `may_miss`, `may_miss_source` | how many answers may be missing, and who says so; none |
| `answers` | `value`, `text`, perhaps `loinc` |
| `items` | needed, 1 to 200: `min`, `max`, perhaps `text`, `reversed`, `safety` (from which answer on, after reversing), `loinc` |
| `band_sets` | `id`, `source`, `bands`: `from`, `word`, `title`, ascending, from the least total on |
| `screens` | `id`, `source`, and `from` or `to`: the total at which it is reached |
| `subsets` | `id`, `title`, `source`, `items` (numbers from 1), perhaps `counts_from` (an answer for each) and `needed` |
| `variants` | `id`, `title`, `source`, `named` (whether bands and thresholds hold), perhaps `leave_out` (items), `prorate`, `shift` (of every answer) |

## LOINC

LOINC codes are given only where several independent sources agree; the others are left empty, because those in circulation
contradict each other. This material contains content from LOINC (https://loinc.org). LOINC is copyright © Regenstrief
Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the
license at https://loinc.org/license. LOINC® is a registered United States trademark of Regenstrief Institute, Inc.
"""


def plain(value):
    return f"{value:g}"


def item_note(item):
    notes = []
    if item.get("reversed"):
        notes.append("reversed")
    if "safety" in item:
        notes.append(f"safety item from {item['safety']} on")
    return ", ".join(notes)


def print_items(data):
    items = data["items"]
    if "text" in items[0]:
        coded = any("loinc" in item for item in items)
        lines = ["| item | wording |" + (" LOINC |" if coded else "") + " |",
                 "|---|---|" + ("---|" if coded else "") + "---|"]
        for number, item in enumerate(items, 1):
            code = f" {item.get('loinc', '')} |" if coded else ""
            lines.append(f"| {number} | {item['text']} |{code} {item_note(item)} |")
        answers = ", ".join(f"{answer['value']} = {answer['text']}" for answer in data["answers"])
        return [f"*{data['lead_in']}*", ""] + lines + ["", f"Answers: {answers}."]
    noted = [f"item {number}: {item_note(item)}" for number, item in enumerate(items, 1) if item_note(item)]
    span = f"{len(items)} items, each {items[0]['min']} to {items[0]['max']}"
    return [f"{span}; the wording is not shipped." + (f" {'; '.join(noted).capitalize()}." if noted else "")]


def print_method(data):
    items = data["items"]
    low, high = sum(item["min"] for item in items), sum(item["max"] for item in items)
    times = data.get("times", 1)
    if data["method"] == "mean":
        text = f"{times} times the mean of what was answered"
        low, high = low / len(items), high / len(items)
    else:
        text = "sum" if times == 1 else f"sum, times {times}"
    text += f": {plain(low * times)} to {plain(high * times)}; {data['better']} is better"
    if "may_miss" in data:
        text += f"; {data['may_miss']} may be missing ({data['may_miss_source']})"
    return text


def print_bands(bands, high):
    names = []
    for index, band in enumerate(bands):
        last = bands[index + 1]["from"] - 1 if index + 1 < len(bands) else high
        names.append(f"{plain(band['from'])}-{plain(last)} {band['title']}")
    return "; ".join(names)


def print_page(data):
    items = data["items"]
    high = sum(item["max"] for item in items)
    lines = [f"### {data['title']}", "", f"`{data['id']}`, version {data['version']}", "",
             f"- Licence: {data['licence']}"]
    if "notice" in data:
        lines.append(f"- Notice: {data['notice']}")
    lines += [f"- Source: {data['source']}", f"- Total: {print_method(data)}"]
    if "panel_loinc" in data:
        lines.append(f"- LOINC: {data['panel_loinc']}, total {data['total_loinc']}")
    for index, row in enumerate(data.get("band_sets", [])):
        default = ", the default" if index == 0 and len(data["band_sets"]) > 1 else ""
        lines.append(f"- Bands `{row['id']}`{default}: {print_bands(row['bands'], high)} ({row['source']})")
    for row in data.get("screens", []):
        edge = f"from {plain(row['from'])} on" if "from" in row else f"up to {plain(row['to'])}"
        lines.append(f"- Threshold `{row['id']}`: {edge} ({row['source']})")
    for row in data.get("subsets", []):
        text = f"- Subset `{row['id']}`, {row['title']}: items {', '.join(str(number) for number in row['items'])}"
        if "counts_from" in row:
            edges = sorted(set(row["counts_from"]), reverse=True)
            text += f"; counted from {' or '.join(str(edge) for edge in edges)} on"
        if "needed" in row:
            text += f", {row['needed']} needed"
        lines.append(f"{text} ({row['source']})")
    for row in data.get("variants", []):
        lines.append(f"- Variant `{row['id']}`: {row['title']} ({row['source']})")
    return "\n".join(lines + [""] + print_items(data)) + "\n\n"


def print_docs():
    found = instruments()
    rows = "".join(f"| `{data['id']}` | {data['title']} | {len(data['items'])} | "
                   f"{'yes' if 'lead_in' in data else 'no'} |\n" for data in found)
    return (HEAD + "## The instruments\n\n| id | title | items | wording |\n|---|---|---|---|\n" + rows + "\n" +
            "".join(print_page(data) for data in found) + TAIL)


def main(words):
    printers = {"table": print_table, "docs": print_docs}
    if not words or words[0] not in printers:
        sys.exit(__doc__)
    text = printers[words[0]]()
    if len(words) == 1:
        sys.stdout.buffer.write(text.encode("utf-8"))
    elif Path(words[1]).read_bytes() != text.encode("utf-8"):
        sys.exit(f"{words[1]}: not what lib/progress/instruments says; print it again with tools/instruments.py")


if __name__ == "__main__":
    main(sys.argv[1:])
