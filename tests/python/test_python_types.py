# SPDX-License-Identifier: MIT
"""Types: the package is clean under mypy --strict, a user's script sees the right ones, and nothing of the C interface is missing."""
from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import homework
import pytest
from homework import _homework as c
from common import ROOT, found

PACKAGE = Path(homework.__file__).parent
SOURCE = ROOT / "bindings" / "python" / "homework"
USER = ROOT / "tests" / "python" / "user_script.py"

# Not in the module: the classes own and free, Python has times of its own, evidence is copied, bytes of a caseload are kept, and functions that call back come
# later.
ELSEWHERE = re.compile(r"hw_(\w+_(ref|unref|free)|error_clear|revision_(id|follows|effective|recorded|by|reason)|(date|local|moment)_\w+|\w+_parse"
                       r"|plan_write_(xml|json|calendar)|zones_from_reader|evidence_(count|(kind|id|key)_at)|caseload_(run|add_copy|row_\w+))")
# In the module, and not (yet) behind a class.
BARE = re.compile(r"hw_(\w+_check|(assignment|template)_field_count|duration_text|metric_find|problems_(clear|dropped|error_count)|read_options_set_limit|status_name"
                  r"|(leak_kind|leak_place|lint_code)_find|(agenda_reason|attention|cell_figure|pattern|practice|practice_figure|statistic|subject)_find|table_find|version"
                  r"|areas_options_value|attention_copy|caseload_(count|flag|set_(progress|reading))|word_(count|find)|zone_name_is_valid)")


#: What nobody has written types for is not asked for them.
STRICT = ("--strict", "--python-version", "3.9", "--ignore-missing-imports")


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for what mypy remembers of the packages that all look at."""
    return tmp_path_factory.mktemp("mypy")


def mypy(*arguments: object, folder: Path, cwd: Path | None = None) -> str:
    """What mypy finds fault with, line by line."""
    pytest.importorskip("mypy")
    return subprocess.run([sys.executable, "-m", "mypy", "--no-error-summary", "--cache-dir", str(folder / "cache"),
                           *map(str, arguments)], capture_output=True, text=True, cwd=cwd or folder, timeout=300).stdout


def test_the_package_is_strict(cache: Path) -> None:
    assert mypy("--strict", "--python-version", "3.9", SOURCE, folder=cache) == ""


def test_the_examples_are_strict(cache: Path) -> None:
    examples = [*(ROOT / "examples" / "python").glob("*.py"), *(ROOT / "bindings" / "python" / "examples").glob("*.py")]
    assert len(examples) > 5 and mypy(*STRICT, *sorted(examples), folder=cache) == ""


@pytest.mark.parametrize("name", ["python", "house", "bench", "."])
def test_the_tests_are_strict(name: str, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each folder by itself, since its files import each other by their names; a benchmark reads calendars as the tests do."""
    folder = ROOT / "tests" / name
    monkeypatch.setenv("MYPYPATH", str(USER.parent) if name == "bench" else "")
    assert mypy(*STRICT, *sorted(path for path in folder.glob("*.py") if path != USER), folder=cache, cwd=folder) == ""


def test_a_users_script(cache: Path) -> None:
    told: dict[int, str] = {}
    for line in mypy(*STRICT, USER, folder=cache).splitlines():
        number, text = found(r"user_script\.py:(\d+): (.*)", line).groups()
        told.setdefault(int(number), text)
    for place, line in enumerate(USER.read_text(encoding="utf-8").splitlines(), 1):
        code, _, comment = line.partition("#")
        text = told.pop(place, "")
        if code.startswith("reveal_type"):
            revealed = found(r'Revealed type is "(.*)"', text)[1]
            plain = re.sub(r"builtins\.|datetime\.(?=date|time)", "", revealed).replace("tuple[", "Tuple[")
            assert plain == comment.strip(), place
        elif comment.strip().startswith("error: "):
            assert re.fullmatch(rf"error: .*\[({comment.split()[1]})\]", text), (place, text)
        else:
            assert text == "", place
    assert told == {}


def exported() -> list[str]:
    return re.findall(r"^\s+(hw_\w+);", (ROOT / "lib" / "libhomework.map").read_text(), re.M)


def test_every_function_of_the_library_is_in_the_module() -> None:
    missing = [name for name in exported() if not hasattr(c, name) and not ELSEWHERE.fullmatch(name)]
    assert missing == [] and len(exported()) > 400


def behind_classes() -> set[str]:
    """The C functions that the package calls, those whose names it puts together included."""
    source = "".join(path.read_text(encoding="utf-8") for path in SOURCE.glob("*.py"))
    used = set(re.findall(r"_c\.(hw_\w+)", source))
    for noun, name in re.findall(r'_ids\("(\w+)", "(\w+)"', source):
        used |= {f"hw_{noun}_{name}_count", f"hw_{noun}_{name}_at", f"hw_{noun}_clear_{name}s", f"hw_{noun}_add_{name}"}
    for name in re.findall(r'_keys\("(\w+)"\)', source):
        used |= {f"hw_assignment_{name}_count", f"hw_assignment_{name}_at"}
    for noun in re.findall(r'_fields\("(\w+)"\)', source):
        used |= {f"hw_{noun}_form", f"hw_{noun}_clear_fields", f"hw_{noun}_add_field"}
    for noun, texts in re.findall(r'@_record\("(\w+)"([^)]*)\)', source):
        used |= {f"hw_{noun}_{verb}{text}" for text in re.findall(r'"(\w+)"', texts) for verb in ("", "set_")}
        used |= {f"hw_{noun}_revision", f"hw_{noun}_edit", f"hw_plan_{noun}"}
        used |= {f"hw_plan_{verb}_{noun}" for verb in ("add", "revise", "mark")}
        used |= {f"hw_plan_{noun}_{what}" for what in ("count", "at", "revision_count", "revision_at")}
    return used


def test_every_word_of_the_library_is_a_member() -> None:
    source = "".join((SOURCE / name).read_text(encoding="utf-8") for name in ("enums.py", "codes.py", "clinical.py"))
    named = set(re.findall(r"_c\.(HW_\w+)", source))
    for header in sorted((ROOT / "include" / "homework").glob("*.h")):
        for type, body in re.findall(r"typedef enum (\w+) \{(.*?)\} \1;", header.read_text(encoding="utf-8"), re.S):
            members = re.findall(r"^\s*(HW_\w+)", re.sub(r"/\*.*?\*/", "", body, flags=re.S), re.M)
            missing = [name for name in members if name not in named and not re.search("(?<!DONE)_COUNT$", name)]
            assert members and (missing == [] or type in ("hw_limit", "hw_precision", "hw_words")), (type, missing)


def test_every_function_of_the_module_is_behind_a_class() -> None:
    used = behind_classes()
    assert [name for name in exported() if hasattr(c, name) and name not in used and not BARE.fullmatch(name)] == []


def test_the_package_is_whole() -> None:
    assert (PACKAGE / "py.typed").exists() and not (PACKAGE.parent / "homework.py").exists()
    assert {path.name for path in SOURCE.iterdir() if path.is_file()} == {
        path.name for path in PACKAGE.iterdir() if path.is_file() and path.suffix != ".so"}
    assert all(hasattr(homework, name) for name in dir(homework)) and homework.__version__.count(".") == 2
    undocumented = [f"{cls.__name__}.{name}" for cls in vars(homework).values() if isinstance(cls, type)
                    for name, thing in vars(cls).items()
                    if not name.startswith("_") and (callable(thing) or isinstance(thing, property))
                    and not (thing.__doc__ or issubclass(cls, tuple))]
    assert undocumented == []
