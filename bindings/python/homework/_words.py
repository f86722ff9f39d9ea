# SPDX-License-Identifier: MIT
"""What all enumerations share: an IntEnum whose members have words, registered with the wrapper."""
from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any, Callable, Dict, Optional, Tuple, Type, TypeVar, Union

from . import _homework as _c

W = TypeVar("W", bound="Word")

#: The words of each class by value, and the members by word. (An Enum keeps no such things of its own.)
_BY_VALUE: Dict[Type[Word], Tuple[str, ...]] = {}
_BY_WORD: Dict[Type[Word], Dict[str, Word]] = {}


class Word(enum.IntEnum):
    """An enumeration whose members have words."""

    if TYPE_CHECKING:
        def __new__(cls: Type[W], value: Union[W, str, int]) -> W: ...

    @property
    def word(self) -> str:
        """The word, as documents, tables and the command line spell it."""
        return _BY_VALUE[type(self)][self]

    @classmethod
    def of(cls: Type[W], value: Union[W, str, int]) -> W:
        """The member for a member, its word or its number. Raises ValueError."""
        return cls(value)

    def __str__(self) -> str:
        return self.word

    def __format__(self, form: str) -> str:
        return format(self.word, form)

    @classmethod
    def _missing_(cls, value: object) -> Any:
        member = _BY_WORD[cls].get(value) if isinstance(value, str) else None
        if member is None:
            raise ValueError(f"{cls.__name__} must be one of {', '.join(_BY_WORD[cls])}, not {value!r}")
        return member


def _named(words: int) -> Callable[[int], str]:
    """Words from the library's word table."""
    return lambda value: str(_c.hw_word_at(words, value))


def _words(c_name: str, word_of: Optional[Callable[[int], str]] = None) -> Callable[[Type[W]], Type[W]]:
    """Gives a class its words and makes it the one that the wrapper uses for a C enumeration. Without words in the library
    a member's own name is its word."""

    def register(cls: Type[W]) -> Type[W]:
        words = tuple(word_of(member.value) if word_of else member.name.lower().replace("_", "-") for member in cls)
        _BY_VALUE[cls] = words
        _BY_WORD[cls] = dict(zip(words, cls))
        _c.hwpy_register(c_name, (cls, _BY_WORD[cls]))
        return cls

    return register
