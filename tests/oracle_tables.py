# SPDX-License-Identifier: MIT
"""Tables as CSV and JSON, read back by Python's own csv and json: every cell is what it was.

usage: oracle_tables.py TABLE_DUMP [--full]
"""
from __future__ import annotations

import csv
import datetime
import decimal
import io
import json
import subprocess
import sys
from typing import Any, Iterator

EPOCH = datetime.datetime(1970, 1, 1)
# What a spreadsheet takes for a formula (CWE-1236), also behind blanks.
BLANKS = " \u00a0\u3000\ufeff"
FORMULA = "=+-@\t\r\uff1d\uff0b\uff0d\uff20"


def number(text: str, digits: int) -> decimal.Decimal | float:
    """The decimal that the writers should print, exactly."""
    value = float.fromhex(text)
    exact = decimal.Decimal(value)
    if abs(value) >= 1e15:
        return value  # compared within a few units of the last of 15 digits
    if digits < 0:
        short = "%.15g" % value
        if float(short) == value and abs(int(decimal.Decimal(short).as_tuple().exponent)) <= 15:
            return decimal.Decimal(short)
        digits = 9
    return exact.quantize(decimal.Decimal(1).scaleb(-digits), decimal.ROUND_HALF_EVEN)


def parse(line: str) -> tuple[str, Any]:
    kind, _, rest = line.partition(" ")
    if kind == "none":
        return kind, None
    if kind == "text":
        return kind, bytes.fromhex(rest).decode("utf-8")
    if kind.startswith("number"):
        return "number", number(rest, int(kind[6:]))
    if kind == "bool":
        return kind, rest == "1"
    if kind == "int":
        return kind, int(rest)
    if kind in ("date", "day"):
        days = int(rest) if kind == "date" else int(rest) // 86400
        return kind, (EPOCH + datetime.timedelta(days=days)).strftime("%Y-%m-%d").zfill(10)
    moment = EPOCH + datetime.timedelta(seconds=int(rest))
    return kind, moment.strftime("%Y-%m-%dT%H:%M:%S").zfill(19) + ("Z" if kind == "instant" else "")


def same_number(written: Any, expected: decimal.Decimal | float) -> bool:
    if isinstance(expected, float):
        return abs(float(written) - expected) <= abs(expected) * 1e-13
    return decimal.Decimal(written) == expected


def csv_good(written: Any, kind: str, value: Any) -> bool:
    if kind == "none":
        return bool(written == "")
    if kind == "text":
        bare = value.lstrip(BLANKS)
        return bool(written == ("'" if bare and bare[0] in FORMULA else "") + value)
    if kind == "number":
        return same_number(written, value)
    if kind == "bool":
        return bool(written == ("true" if value else "false"))
    return bool(written == str(value))


def json_good(written: Any, kind: str, value: Any) -> bool:
    if kind == "number":
        return isinstance(written, (decimal.Decimal, int)) and same_number(written, value)
    return type(written) is type(value) and written == value


def check(table: tuple[int, int], lines: Iterator[str]) -> int:
    rows, columns = table
    names = [next(lines) for _ in range(columns)]
    cells = [[parse(next(lines)) for _ in range(columns)] for _ in range(rows)]
    as_csv = bytes.fromhex(next(lines)).decode("utf-8")
    as_json = bytes.fromhex(next(lines)).decode("utf-8")
    read = list(csv.reader(io.StringIO(as_csv, newline=""), strict=True))
    assert as_csv.endswith("\r\n") and read[0] == names, "header"
    assert len(read) == rows + 1, f"{len(read)} rows for {rows}"
    loaded = json.loads(as_json, parse_float=decimal.Decimal)
    assert len(loaded) == rows, f"{len(loaded)} objects for {rows}"
    for row, expected in enumerate(cells):
        assert list(loaded[row]) == names, "keys"
        assert len(read[row + 1]) == columns, f"{len(read[row + 1])} cells"
        for column, (kind, value) in enumerate(expected):
            assert csv_good(read[row + 1][column], kind, value), (kind, value, read[row + 1][column])
            assert json_good(loaded[row][names[column]], kind, value), (kind, value, loaded[row][names[column]])
    return rows * columns


def main() -> None:
    tables = "3000" if "--full" in sys.argv else "150"
    seed = "51"
    print(f"tables: {tables}, seed {seed}")
    dump = subprocess.run([sys.argv[1], tables, seed], check=True, capture_output=True, text=True).stdout
    lines = iter(dump.splitlines())
    total = 0
    for line in lines:
        word, rows, columns = line.split()
        assert word == "table", line
        total += check((int(rows), int(columns)), lines)
    assert total > 10000, total
    print(f"{total} cells are the same")


if __name__ == "__main__":
    main()
