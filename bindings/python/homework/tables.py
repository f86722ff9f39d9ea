# SPDX-License-Identifier: MIT
"""Any result as named, typed columns."""
from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any, Callable, Dict, List, NamedTuple, Tuple

from . import _homework as _c
from ._handle import Handle, handle
from .enums import ColumnType

__all__ = ["Column", "Table"]

_EPOCH = datetime(1970, 1, 1)
_EPOCH_UTC = datetime(1970, 1, 1, tzinfo=timezone.utc)
_WHOLE_DAY = 2

#: How the packed values of a type are read, and what one of them is in Python (given its validity byte).
_READERS: Dict[ColumnType, Tuple[str, Callable[[Any, int], Any]]] = {
    ColumnType.INT: ("q", lambda value, valid: value),
    ColumnType.NUMBER: ("d", lambda value, valid: value),
    ColumnType.BOOL: ("B", lambda value, valid: bool(value)),
    ColumnType.LOCAL: ("q", lambda value, valid: _local(value, valid)),
    ColumnType.DATE: ("i", lambda value, valid: date.fromordinal(_EPOCH.toordinal() + value)),
    ColumnType.INSTANT: ("q", lambda value, valid: _EPOCH_UTC + timedelta(seconds=value)),
}


def _local(seconds: int, valid: int) -> date:
    wall = _EPOCH + timedelta(seconds=seconds)
    return wall.date() if valid == _WHOLE_DAY else wall


class Column(NamedTuple):
    """What a column is."""

    name: str
    type: ColumnType
    unit: str
    meaning: str


@handle("hw_table")
class Table(Handle):
    """A result as a table. It owns its memory and points into nothing. len() is the number of rows."""

    __slots__ = ()

    def __len__(self) -> int:
        count: int = _c.hw_table_row_count(self)
        return count

    @property
    def schema(self) -> Tuple[Column, ...]:
        """The columns: name, type, unit and meaning."""
        return tuple(
            Column(_c.hw_table_column_name(self, i), _c.hw_table_column_type(self, i), _c.hw_table_column_unit(self, i),
                   _c.hw_table_column_meaning(self, i))
            for i in range(_c.hw_table_column_count(self)))

    def columns(self) -> Dict[str, List[Any]]:
        """Every column as a list by name; what is undefined is None."""
        return {column.name: self._column(i, column.type) for i, column in enumerate(self.schema)}

    def _column(self, index: int, type: ColumnType) -> List[Any]:
        valid = _c.hw_table_column_valid(self, index)
        data = _c.hw_table_column_data(self, index)
        if type == ColumnType.TEXT:
            texts = [_c.hw_table_text_at(self, index, code) for code in range(_c.hw_table_text_count(self, index))]
            return [texts[code] if code >= 0 else None for code in memoryview(data).cast("i")]
        form, value_of = _READERS[type]
        return [value_of(value, flag) if flag else None for value, flag in zip(memoryview(data).cast(form), valid)]

    def to_dict(self) -> List[Dict[str, Any]]:
        """A dict for each row."""
        columns = self.columns()
        return [dict(zip(columns, row)) for row in zip(*columns.values())]

    def to_csv(self) -> str:
        """RFC 4180 text with CRLF and a header row."""
        text: str = _c.hw_table_to_csv(self)
        return text

    def to_json(self) -> str:
        """An array with an object for each row."""
        text: str = _c.hw_table_to_json(self)
        return text

    def __repr__(self) -> str:
        return f"<Table: {len(self)} rows of {', '.join(column.name for column in self.schema)}>"
