# SPDX-License-Identifier: MIT
"""Everything that was found in a document, not only the first thing."""
from __future__ import annotations

from typing import Any, NamedTuple, Optional, Tuple

from . import _homework as _c
from ._handle import Handle, handle
from .enums import ProblemCode, Severity

__all__ = ["Problem"]


class Problem(NamedTuple):
    """One finding. Neither subject nor message ever holds private text."""

    code: ProblemCode
    severity: Severity
    line: Optional[int]
    column: Optional[int]
    subject: str
    message: str


@handle("hw_problems")
class ProblemList(Handle):
    """The list that the library fills. Around a call it gives what it holds to the exception that the call raises."""

    __slots__ = ()

    def __init__(self) -> None:
        self.this = _c.hw_problems_new().this

    def __enter__(self) -> ProblemList:
        return self

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        if hasattr(error, "problems"):
            error.problems = self.found()

    def found(self) -> Tuple[Problem, ...]:
        """What it holds now."""
        return tuple(
            Problem(_c.hw_problems_code_at(self, i), _c.hw_problems_severity_at(self, i),
                    _c.hw_problems_line_at(self, i) or None, _c.hw_problems_column_at(self, i) or None,
                    _c.hw_problems_subject_at(self, i), _c.hw_problems_message_at(self, i))
            for i in range(_c.hw_problems_count(self)))
