# SPDX-License-Identifier: MIT
"""What all classes over an object of the library share: identity, refusal of what cannot work, typed properties."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Generic, Iterable, NoReturn, Protocol, Tuple, Type, TypeVar, overload

from . import _homework as _c

T = TypeVar("T")
G = TypeVar("G")
S = TypeVar("S")
K = TypeVar("K", covariant=True)
V = TypeVar("V", covariant=True)


class Pairs(Protocol[K, V]):
    """A dict, or what has pairs as one has. (A Mapping of words or members would refuse a dict of words: its keys are invariant.)"""

    def items(self) -> Iterable[Tuple[K, V]]:
        """The pairs."""


class Handle:
    """An object of the library. It counts its owners, so whatever it was taken from may go before it."""

    __slots__ = ("this", "__weakref__")         # no __dict__: a misspelt attribute raises
    this: Any

    def __init__(self) -> None:
        raise TypeError(f"{type(self).__name__} is made by the functions of a plan, not called")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and bool(self.this == other.this)  # type: ignore[attr-defined]

    def __hash__(self) -> int:
        return hash((type(self), int(self.this)))

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def __reduce_ex__(self, protocol: Any) -> NoReturn:
        raise TypeError(f"{type(self).__name__} cannot be copied or pickled by itself; pickle its plan, or what it says")


H = TypeVar("H", bound=Handle)


def handle(c_name: str) -> Callable[[Type[H]], Type[H]]:
    """Makes a class the one that the wrapper builds for every pointer of a C type, and frees it by."""

    def register(cls: Type[H]) -> Type[H]:
        cls.__swig_destroy__ = staticmethod(getattr(_c, "delete_" + c_name))  # type: ignore[attr-defined]
        getattr(_c, c_name + "_swigregister")(cls)
        return cls

    return register


if TYPE_CHECKING:

    class Field(Generic[G, S]):
        """A property that is read as G and set as S."""

        def __init__(self, get: Callable[[Any], Any], set: Callable[[Any, Any], Any], doc: str) -> None: ...

        @overload
        def __get__(self, instance: None, owner: Any) -> Field[G, S]: ...

        @overload
        def __get__(self, instance: object, owner: Any) -> G: ...

        def __get__(self, instance: Any, owner: Any) -> Any: ...

        def __set__(self, instance: object, value: S) -> None: ...

    class ReadOnly(Generic[G]):
        """A property that is only read."""

        def __init__(self, get: Callable[[Any], Any], doc: str) -> None: ...

        @overload
        def __get__(self, instance: None, owner: Any) -> ReadOnly[G]: ...

        @overload
        def __get__(self, instance: object, owner: Any) -> G: ...

        def __get__(self, instance: Any, owner: Any) -> Any: ...

else:

    class Field:
        def __class_getitem__(cls, types):
            return lambda get, set, doc: property(get, set, None, doc)

    class ReadOnly:
        def __class_getitem__(cls, types):
            return lambda get, doc: property(get, None, None, doc)
