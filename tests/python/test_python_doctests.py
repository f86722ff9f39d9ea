# SPDX-License-Identifier: MIT
"""What the docstrings show is what happens; and everything that is public says what it is."""
from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil
from types import ModuleType
from typing import Iterator

import homework
import pytest

MODULES = sorted(["homework", *(f"homework.{module.name}" for module in pkgutil.iter_modules(homework.__path__)
                                if module.name != "_homework")])


def examples(name: str) -> list[doctest.DocTest]:
    module = importlib.import_module(name)
    return [test for test in doctest.DocTestFinder(exclude_empty=True).find(module, name) if test.examples]


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name: str) -> None:
    said: list[str] = []
    runner = doctest.DocTestRunner(verbose=False)
    for test in examples(name):
        runner.run(test, out=said.append)
    assert "".join(said) == ""


def test_there_are_examples() -> None:
    assert sum(len(test.examples) for name in MODULES for test in examples(name)) > 60


def public(module: ModuleType) -> Iterator[tuple[str, object]]:
    """(name, thing) of all that a module defines and that belongs to the outside; members of classes too."""
    for name, thing in vars(module).items():
        if name.startswith("_") or getattr(thing, "__module__", None) != module.__name__:
            continue
        if inspect.isclass(thing) or inspect.isfunction(thing):
            yield name, thing
        if inspect.isclass(thing):
            for member, value in vars(thing).items():
                value = getattr(value, "__func__", value)
                if not member.startswith("_") and (inspect.isfunction(value) or isinstance(value, property)):
                    yield f"{name}.{member}", value


@pytest.mark.parametrize("name", [name for name in MODULES if "._" not in name])
def test_everything_says_what_it_is(name: str) -> None:
    module = importlib.import_module(name)
    assert (module.__doc__ or "").strip()
    assert [found for found, thing in public(module) if not (thing.__doc__ or "").strip()] == []


def test_rows_say_what_they_are() -> None:
    """In words, not by the names of their fields, which a NamedTuple would give."""
    rows = [cls for cls in vars(homework).values() if inspect.isclass(cls) and issubclass(cls, tuple)]
    assert len(rows) > 30 and all((cls.__doc__ or "").strip() and not (cls.__doc__ or "").startswith(f"{cls.__name__}(") for cls in rows)
