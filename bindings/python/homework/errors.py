# SPDX-License-Identifier: MIT
"""One exception for each status of the library, each also one of Python's own kinds.

    >>> import homework
    >>> try:
    ...     homework.load(b'<plan xmlns="x"/>')
    ... except homework.InvalidError as error:
    ...     [(problem.line, problem.code.word, problem.message) for problem in error.problems]
    [(1, 'namespace', 'the root is not in the namespace of plans')]
"""
from __future__ import annotations

from typing import Any, Dict, Optional, Sequence, Tuple, Type

from . import _homework as _c
from .enums import Status
from .problems import Problem

__all__ = [
    "ArgumentError", "CancelledError", "ConflictError", "DuplicateError", "FileError", "HomeworkError", "InvalidError",
    "LimitError", "MissingFileError", "NotDurableError", "NotFoundError", "OutOfMemoryError", "ParseError", "RangeError",
    "ReadOnlyError", "StateError", "UnsupportedError",
]


class HomeworkError(Exception):
    """Something that the library refused. Nothing has been changed.

    status: a Status. subject: the id, field, zone or limit concerned, "" if none. line, column: the place in a document,
    from 1, None if there is none. message: one sentence, never private text. problems: everything that was found in a document."""

    def __init__(self, message: str, status: Status = Status.ARGUMENT, subject: str = "", line: Optional[int] = None,
                 column: Optional[int] = None, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.status = status
        self.subject = subject
        self.line = line
        self.column = column
        self.problems: Tuple[Problem, ...] = tuple(problems)

    def __str__(self) -> str:
        place = f"line {self.line}: " if self.line else ""
        about = f" ({self.subject})" if self.subject and self.subject not in self.message else ""
        return f"{place}{self.message}{about}"

    def __reduce__(self) -> Tuple[Any, ...]:
        return type(self), (self.message, self.status, self.subject, self.line, self.column, self.problems)


class OutOfMemoryError(HomeworkError, MemoryError):
    """Memory ran out."""


class ArgumentError(HomeworkError, ValueError):
    """An argument is missing or cannot be meant."""


class ParseError(HomeworkError, ValueError):
    """Text does not follow its grammar."""


class RangeError(HomeworkError, ValueError):
    """A value is outside the permitted range."""


class NotFoundError(HomeworkError, LookupError):
    """There is no such id or zone."""


class MissingFileError(NotFoundError, FileNotFoundError):
    """There is no such file."""


class DuplicateError(HomeworkError, ValueError):
    """The id is taken."""


class ConflictError(HomeworkError, RuntimeError):
    """Based on something that has changed meanwhile."""


class StateError(HomeworkError, RuntimeError):
    """Not allowed in the present state: what a plan has taken in no longer changes; change an edit() copy and revise()."""


class UnsupportedError(HomeworkError, NotImplementedError):
    """Known, but not supported."""


class LimitError(HomeworkError, ValueError):
    """A named limit was passed."""


class InvalidError(HomeworkError, ValueError):
    """The document has problems; see the attribute `problems`."""


class ReadOnlyError(HomeworkError, RuntimeError):
    """The plan must not be changed."""


class FileError(HomeworkError, OSError):
    """The operating system refused to read or write."""


class NotDurableError(HomeworkError, OSError):
    """Written and visible, but perhaps not yet safe from a power cut."""


class CancelledError(HomeworkError, RuntimeError):
    """A function of the caller's asked to stop."""


_CLASSES: Dict[Status, Type[HomeworkError]] = {
    Status.MEMORY: OutOfMemoryError,
    Status.ARGUMENT: ArgumentError,
    Status.SYNTAX: ParseError,
    Status.RANGE: RangeError,
    Status.NOT_FOUND: NotFoundError,
    Status.DUPLICATE: DuplicateError,
    Status.CONFLICT: ConflictError,
    Status.STATE: StateError,
    Status.UNSUPPORTED: UnsupportedError,
    Status.LIMIT: LimitError,
    Status.INVALID: InvalidError,
    Status.READ_ONLY: ReadOnlyError,
    Status.IO: FileError,
    Status.NOT_DURABLE: NotDurableError,
    Status.CANCELLED: CancelledError,
}


def error_class(status: Status) -> Type[HomeworkError]:
    """The exception for a status that is not OK."""
    return _CLASSES[status]


def _from_c(status: int, message: str, subject: str, line: int, column: int) -> HomeworkError:
    """The exception for an error of the library. A setter gives only the status's name: then the class says what it means."""
    kind = _CLASSES[Status(status)]
    if not message or message.startswith("HW_ERR_"):
        message = (kind.__doc__ or message).rstrip(".")
    message = message.replace("must not be NULL", "must not be None")
    return kind(message, Status(status), subject, line or None, column or None)


_c.hwpy_register("error", _from_c)
