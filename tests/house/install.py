# SPDX-License-Identifier: MIT
"""Users of an installed library: pkg-config shared and static, find_package, and add_subdirectory on the source, in C and in C++; the
module map, if clang is there.

    install.py <build folder> <cmake> <cc> <c++>

Installs into a temporary folder, moves it, and builds and runs tests/house/consumer against it.
"""
from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Callable

from api import INCLUDE, ROOT, finish, public_headers

CONSUMER = ROOT / "tests" / "house" / "consumer"


class Failed(Exception):
    pass


def run(*command: object, **variables: object) -> str:
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True,
                            env={**os.environ, **{name: str(value) for name, value in variables.items()}})
    if result.returncode != 0:
        raise Failed(f"{' '.join(map(str, command))}: exit status {result.returncode}\n"
                     f"{result.stdout}{result.stderr}")
    return result.stdout


def check_output(text: str) -> None:
    if not text.startswith("homework 0."):
        raise Failed(f"the consumer printed {text!r}")


def needs_shared(program: Path) -> bool:
    return "libhomework.so" in run("readelf", "-d", program)


def stage(build: str, cmake: str, folder: Path) -> tuple[Path, Path]:
    """An installed tree at a place that the build did not know."""
    run(cmake, "--install", build, "--prefix", folder / "first")
    prefix = folder / "moved"
    (folder / "first").rename(prefix)
    return prefix, next(prefix.rglob("homework.pc")).parent


def check_headers(prefix: Path) -> None:
    installed = sorted(path.name for path in (prefix / "include").rglob("*.h"))
    expected = sorted(path.name for path in public_headers())
    if installed != expected:
        raise Failed(f"installed headers: {installed}, expected {expected}")
    others = [sorted(path.relative_to(folder) for kind in ("*.hpp", "*.modulemap") for path in folder.rglob(kind))
              for folder in (prefix / "include", INCLUDE)]
    if others[0] != others[1] or not others[1]:
        raise Failed(f"installed headers of C++ and module map: {others[0]}, expected {others[1]}")


def check_command(prefix: Path) -> None:
    """The command runs from where it was put; its manual and the grammar of plans lie beside it."""
    check_output(run(prefix / "bin" / "homework", "--version"))
    for part in ("share/man/man1/homework.1", "share/homework/schema/plan.rnc", "share/homework/schema/plan.xsd",
                 "share/homework/schema/0.1/plan.rnc", "share/homework/schema/0.1/plan.xsd",
                 "share/homework/schema/plan.schema.json"):
        if not (prefix / part).is_file():
            raise Failed(f"{part} is not installed")


def check_pkg_config(folder: Path, prefix: Path, pc_folder: Path, compiler: str, cxx: str) -> None:
    # Found by itself: who links the shared library needs no development files of its dependencies.
    flags = run("pkg-config", "--cflags", "--libs", "homework", PKG_CONFIG_LIBDIR=pc_folder).split()
    if sum(flag.startswith("-I") for flag in flags) != 1 or any(flag.startswith("-l") and flag != "-lhomework" for flag in flags):
        raise Failed(f"users of the shared library are told to link its dependencies: {flags}")
    run(compiler, CONSUMER / "main.c", "-o", folder / "shared", *flags)
    check_output(run(folder / "shared", LD_LIBRARY_PATH=pc_folder.parent))
    run(cxx, "-std=c++17", CONSUMER / "main.cpp", "-o", folder / "shared_cpp", *flags)
    check_output(run(folder / "shared_cpp", LD_LIBRARY_PATH=pc_folder.parent))


def check_module(folder: Path, prefix: Path, pc_folder: Path) -> None:
    """As a module the headers are found by their name and by that of the module, and say themselves what to link where linkers can
    be told (not by ELF)."""
    clang = shutil.which("clang")
    for language, consumer in (("c", "main.c"), ("c++", "main.cpp")) if clang else ():
        source, program = folder / f"module-{consumer}", folder / f"module-{language}"
        source.write_text("#pragma clang module import CHomework\n" + (CONSUMER / consumer).read_text(encoding="utf-8"), encoding="utf-8")
        run(clang, *(["-std=c++17", "-fcxx-modules"] if language == "c++" else []), "-fmodules", f"-fmodules-cache-path={folder}/modules",
            "-Werror", "-I", prefix / "include", source, "-o", program, "-L", pc_folder.parent, "-lhomework",
            *(["-lstdc++"] if language == "c++" else []))
        check_output(run(program, LD_LIBRARY_PATH=pc_folder.parent))


def check_pkg_config_static(folder: Path, prefix: Path, pc_folder: Path, compiler: str) -> None:
    only_static = folder / "only-static"
    shutil.copytree(prefix, only_static, ignore=shutil.ignore_patterns("*.so*"))
    pc_folder = only_static / pc_folder.relative_to(prefix)
    flags = run("pkg-config", "--static", "--cflags", "--libs", "homework", PKG_CONFIG_PATH=pc_folder).split()
    run(compiler, CONSUMER / "main.c", "-o", folder / "static", *flags)
    if needs_shared(folder / "static"):
        raise Failed("the static consumer needs the shared library")
    check_output(run(folder / "static"))


def check_cmake(folder: Path, project: str, cmake: str, compiler: str, programs: list[str], *settings: str) -> None:
    build = folder / project
    run(cmake, "-S", CONSUMER / project, "-B", build, "-G", "Ninja", f"-DCMAKE_C_COMPILER={compiler}", *settings)
    run(cmake, "--build", build)
    for program in programs:
        check_output(run(build / program))
        if needs_shared(build / program) != program.startswith("shared"):
            raise Failed(f"{project}/{program} is linked to the wrong library")


def main(build: str, cmake: str, compiler: str, cxx: str) -> int:
    found, checked = [], 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prefix, pc_folder = stage(build, cmake, folder)
        checks: list[Callable[[], None]] = [
            lambda: check_headers(prefix),
            lambda: check_command(prefix),
            lambda: check_pkg_config(folder, prefix, pc_folder, compiler, cxx),
            lambda: check_module(folder, prefix, pc_folder),
            lambda: check_pkg_config_static(folder, prefix, pc_folder, compiler),
            lambda: check_cmake(folder, "find_package", cmake, compiler, ["shared", "shared_cpp", "static"],
                                f"-DCMAKE_PREFIX_PATH={prefix}"),
            lambda: check_cmake(folder, "subdirectory", cmake, compiler, ["shared", "static"],
                                f"-DHOMEWORK_SOURCE={ROOT}"),
        ]
        for check in checks:
            checked += 1
            try:
                check()
            except Failed as failure:
                found.append(str(failure))
    return finish("install", found, f"{checked} ways")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
