# SPDX-License-Identifier: MIT
"""What all records of a plan share: revisions, drafts, texts in several languages, lists of ids."""
from __future__ import annotations

from datetime import datetime
from typing import Any, Callable, Dict, Iterable, NamedTuple, Optional, Tuple, Type, TypeVar

from . import _homework as _c
from ._handle import Field, Handle, ReadOnly, handle
from .times import Local

Text = Optional[str]
R = TypeVar("R", bound="Record")


class Revision(NamedTuple):
    """A revision's own facts; id and by are None in a draft."""

    id: Optional[str]
    follows: Optional[str]
    effective: Local
    recorded: Optional[datetime]
    by: Optional[str]
    reason: Optional[str]


_c.hwpy_register("Revision", Revision)


class Record(Handle):
    """What all records have."""

    __slots__ = ()
    _noun = ""
    _functions: Dict[str, Callable[..., Any]] = {}
    _texts: Tuple[str, ...] = ()

    @property
    def revision(self) -> Revision:
        """Who recorded this revision, when and why."""
        facts: Revision = self._functions["revision"](self)
        return facts

    @property
    def is_draft(self) -> bool:
        """Whether it can still be changed: no plan has taken it in."""
        return self.revision.id is None

    def edit(self: R) -> R:
        """A draft that starts as a copy: change it and give it to `Plan.revise()`."""
        if "edit" not in self._functions:
            raise TypeError(f"{type(self).__name__} cannot be changed")
        draft: R = self._functions["edit"](self)
        return draft

    def text(self, name: str, language: Optional[str] = None) -> Text:
        """A text of the record ("title") in a language, by BCP 47 lookup; None = the plan's own language."""
        found: Text = self._text_functions(name)[0](self, language)
        return found

    def set_text(self, name: str, text: Text, language: Optional[str] = None) -> None:
        """Sets a text in a language; None removes it."""
        self._text_functions(name)[1](self, language, text)

    def _text_functions(self, name: str) -> Tuple[Callable[..., Any], Callable[..., Any]]:
        if name not in self._texts:
            raise AttributeError(f"{type(self).__name__} has no text {name!r}; it has {', '.join(self._texts) or 'none'}")
        return getattr(_c, f"hw_{self._noun}_{name}"), getattr(_c, f"hw_{self._noun}_set_{name}")

    @classmethod
    def _properties(cls) -> Tuple[str, ...]:
        """The names of what it says, but for what is an object of its own."""
        return tuple(name for name, thing in vars(cls).items()
                     if isinstance(thing, property) and name not in ("fields", "form"))

    def _set(self, values: Dict[str, Any]) -> None:
        for name, value in values.items():
            if not isinstance(getattr(type(self), name, None), property):
                raise TypeError(f"{type(self).__name__} has no property {name!r}")
            setattr(self, name, value)

    def __copy__(self: R) -> R:
        return self.edit() if self.is_draft else self

    def __deepcopy__(self: R, memo: Any) -> R:
        return self.__copy__()

    def __repr__(self) -> str:
        name = getattr(self, "id", "")
        return f"<{type(self).__name__}{' ' if name else ''}{name}{' (draft)' if self.is_draft else ''}>"


class Noun(Record):
    """What all records have that are known by an id: all but the settings."""

    __slots__ = ()
    id: ReadOnly[str]


def _record(noun: str, *texts: str) -> Callable[[Type[R]], Type[R]]:
    """Binds a class to the functions hw_<noun>_* and hw_plan_*_<noun>."""

    def register(cls: Type[R]) -> Type[R]:
        cls._noun = noun
        cls._texts = texts
        names = {"revision": f"hw_{noun}_revision", "edit": f"hw_{noun}_edit", "add": f"hw_plan_add_{noun}",
                 "revise": f"hw_plan_revise_{noun}", "count": f"hw_plan_{noun}_count", "at": f"hw_plan_{noun}_at",
                 "find": f"hw_plan_{noun}", "revision_count": f"hw_plan_{noun}_revision_count",
                 "revision_at": f"hw_plan_{noun}_revision_at", "mark": f"hw_plan_mark_{noun}"}
        cls._functions = {key: getattr(_c, name) for key, name in names.items() if hasattr(_c, name)}
        return handle("hw_" + noun)(cls)

    return register


def _text(noun: str, name: str, doc: str) -> Field[Text, Text]:
    """A text in the plan's own language."""
    get, put = getattr(_c, f"hw_{noun}_{name}"), getattr(_c, f"hw_{noun}_set_{name}")
    return Field[Text, Text](lambda self: get(self, None), lambda self, text: put(self, None, text), doc)


def _ids(noun: str, name: str, doc: str) -> Field[Tuple[str, ...], Iterable[str]]:
    """A list of ids; setting it replaces the list."""
    count, at = getattr(_c, f"hw_{noun}_{name}_count"), getattr(_c, f"hw_{noun}_{name}_at")
    clear, add = getattr(_c, f"hw_{noun}_clear_{name}s"), getattr(_c, f"hw_{noun}_add_{name}")

    def put(self: Record, ids: Iterable[str]) -> None:
        if isinstance(ids, str):
            raise TypeError(f"{name}s must be a list of ids, not one str")
        wanted = list(ids)
        clear(self)
        for value in wanted:
            add(self, value)

    return Field[Tuple[str, ...], Iterable[str]](lambda self: tuple(at(self, i) for i in range(count(self))), put, doc)


def _option(get: Callable[[Any], Any], put: Callable[[Any, Any], Any], none: int, doc: str
            ) -> Field[Optional[int], Optional[int]]:
    """A whole number that may be missing; `none` stands for that in the library."""

    def read(self: Any) -> Optional[int]:
        value: int = get(self)
        return None if value == none else value

    return Field[Optional[int], Optional[int]](
        read, lambda self, value: put(self, none if value is None else value), doc)
