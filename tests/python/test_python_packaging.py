# SPDX-License-Identifier: MIT
"""The package as users install it: a wheel and a source distribution, made offline and the same each time, in environments that have
nothing else. HW_TEST_FULL=1 tries every Python of this machine, without SWIG, editable, and by `cmake --install`."""
from __future__ import annotations

import base64
import csv
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import homework
import pytest
from common import BUILD, FULL, GOLDEN, ROOT
from test_examples import ARGUMENTS

BACKEND = ROOT / "bindings" / "python" / "packaging"
VERSIONS = ("3.9", "3.10", "3.11", "3.12", "3.13")
NO_SWIG = "-DCMAKE_DISABLE_FIND_PACKAGE_SWIG=ON"
#: Optimising takes two thirds of the time that a wheel takes, and nothing here is about speed; with HW_TEST_FULL=1 it is built as users do.
FLAGS = {} if FULL else {"CMAKE_ARGS": "'-DCMAKE_C_FLAGS_RELEASE=-O0 -DNDEBUG'"}
only_full = pytest.mark.skipif(not FULL, reason="HW_TEST_FULL=1 tries it")


def run(*command: object, folder: Path = ROOT, **variables: str) -> str:
    """Without what points at the build; pip may ask nobody. Returns what was printed."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_"))}
    environment.update(variables, PIP_NO_INDEX="1", PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_CONFIG_FILE=os.devnull)
    result = subprocess.run([str(word) for word in command], cwd=folder, env=environment, capture_output=True, text=True, timeout=900)
    assert result.returncode == 0, f"{command}\n{result.stdout}\n{result.stderr}"
    return result.stdout


def backend(hook: str, folder: Path, root: Path = ROOT, **variables: str) -> Path:
    """What a hook of the backend makes in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    line = f"import homework_build; print('made', homework_build.{hook}({str(folder)!r}))"
    line = f"import sys; sys.path.insert(0, {str(root / BACKEND.relative_to(ROOT))!r}); {line}"
    made = run(sys.executable, "-B", "-c", line, folder=ROOT, **variables)
    return folder / str(re.findall("^made (.*)$", made, re.M)[-1])


def environment_of(python: str | Path, folder: Path) -> Path:
    """An empty environment; its Python."""
    run(python, "-m", "venv", folder)
    return folder / "bin" / "python"


def check_installed(python: Path, folder: Path, *options: str) -> None:
    """The examples say what they say elsewhere, from a folder that has nothing to do with the sources."""
    said = run(python, *options, "-X", "dev", "-W", "error", "-c", "import homework, importlib.metadata as m, sys; print(homework.__version__, "
               "'pandas' in sys.modules, homework.__file__)", folder=folder).split()
    assert said[:2] == [homework.__version__, "False"] and not said[2].startswith(str(BUILD))
    for name, words in ARGUMENTS.items():
        words = [str(ROOT / word) if word.endswith(".xml") else word for word in words]
        out = subprocess.run([str(python), *options, "-X", "dev", "-W", "error", str(ROOT / "examples" / "python" / f"{name}.py"), *words],
                             cwd=folder, capture_output=True, timeout=60, env={"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"})
        assert (out.returncode, out.stderr) == (0, b"") and out.stdout == (GOLDEN / f"example.{name}.txt").read_bytes(), name


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return backend("build_sdist", tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """By pip, with build isolation and without an index."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--wheel-dir", folder, ROOT, folder=ROOT, **FLAGS)
    (made,) = folder.iterdir()
    return made


# ---- what is in it
def test_wheel(wheel: Path) -> None:
    version = f"cp{sys.version_info[0]}{sys.version_info[1]}"
    assert wheel.name == f"libhomework-{homework.__version__}-{version}-{version}-linux_{os.uname().machine}.whl"
    with zipfile.ZipFile(wheel) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    info = f"libhomework-{homework.__version__}.dist-info/"
    modules = {path.relative_to(ROOT / "bindings" / "python").as_posix() for path in (ROOT / "bindings" / "python" / "homework").rglob("*")
               if path.is_file() and "__pycache__" not in path.parts}
    (extension,) = [name for name in files if name.endswith(".so")]
    assert set(files) == modules | {extension} | {info + name for name in ("METADATA", "WHEEL", "RECORD", "LICENSE", "THIRD-PARTY.md")}
    assert "homework/py.typed" in files
    rows = {name: (digest, size) for name, digest, size in csv.reader(files[info + "RECORD"].decode().splitlines())}
    assert set(rows) == set(files) and rows.pop(info + "RECORD") == ("", "")
    for name, (digest, size) in rows.items():
        assert digest == "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(files[name]).digest()).rstrip(b"=").decode(), name
        assert int(size) == len(files[name])


def test_metadata(wheel: Path) -> None:
    from email import message_from_bytes
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("/METADATA")]
        found = message_from_bytes(archive.read(name))
    assert (found["Name"], found["Version"], found["License"]) == ("libhomework", homework.__version__, "MIT")
    assert found["Requires-Python"] == ">=3.9" and {"pandas", "plot"} <= set(found.get_all("Provides-Extra"))
    assert all("; extra ==" in needed for needed in found.get_all("Requires-Dist"))
    assert found.get_payload().startswith("# libhomework")
    classifiers = [line.rsplit(" ", 1)[1] for line in found.get_all("Classifier") if re.fullmatch(r".*Python :: 3\.\d+", line)]
    assert tuple(classifiers) == VERSIONS


def test_extension_has_the_library_inside(wheel: Path, tmp_path: Path) -> None:
    """It needs no libhomework, tells no build folder, and shows other modules nothing but its beginning."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".so")]
        path = archive.extract(name, tmp_path)
    dynamic = run("readelf", "-d", path)
    assert "libxml2" in dynamic and "homework" not in dynamic and not re.search("RPATH|RUNPATH", dynamic)
    shown = [line.split()[-1] for line in run("nm", "-D", "--defined-only", path).splitlines()]
    assert shown == ["PyInit__homework"]
    assert str(ROOT).encode() not in Path(path).read_bytes()


def test_sdist(sdist: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as archive:
        members = archive.getmembers()
        archive.extractall(tmp_path)
    assert {(member.mtime, member.uid, member.uname) for member in members} == {(315532800, 0, "")}
    root = tmp_path / f"libhomework-{homework.__version__}"
    for name in ("pyproject.toml", "PKG-INFO", "LICENSE", "CMakeLists.txt", "bindings/core.i", "bindings/python/homework_wrap.c",
                 "bindings/python/homework/py.typed", "include/homework.h", "lib/CMakeLists.txt"):
        assert (root / name).is_file(), name
    again = backend("build_sdist", tmp_path / "again")
    of_itself = backend("build_sdist", tmp_path / "itself", root, PATH=os.defpath if not shutil.which("swig", path=os.defpath)
                        else str(tmp_path))
    assert sdist.read_bytes() == again.read_bytes() == of_itself.read_bytes()


# ---- installed
def test_installed(wheel: Path, tmp_path: Path) -> None:
    python = environment_of(sys.executable, tmp_path / "venv")
    run(python, "-m", "pip", "install", "--quiet", wheel)
    check_installed(python, tmp_path, "-I")
    listed = run(python, "-m", "pip", "list", "--format=freeze")
    assert f"libhomework=={homework.__version__}" in listed and run(python, "-m", "pip", "check")
    run(python, "-m", "pip", "uninstall", "--quiet", "--yes", "libhomework")
    assert not list((tmp_path / "venv").rglob("homework"))


@only_full
def test_wheel_is_the_same_again(wheel: Path, tmp_path: Path) -> None:
    """Also from another folder, and from a source distribution that is built without SWIG."""
    with tarfile.open(backend("build_sdist", tmp_path)) as archive:
        archive.extractall(tmp_path)
    root = tmp_path / f"libhomework-{homework.__version__}"
    assert backend("build_wheel", tmp_path / "one", root).read_bytes() == wheel.read_bytes()
    assert backend("build_wheel", tmp_path / "two", root, CMAKE_ARGS=NO_SWIG).read_bytes() == wheel.read_bytes()


def interpreter(version: str) -> str | None:
    """A Python of this version with its headers; None where there is none."""
    places = [shutil.which(f"python{version}"), *sorted(map(str, Path.home().glob(f".pyenv/versions/{version}.*/bin/python3"))),
              *sorted(map(str, Path("/usr/bin").glob(f"python{version}")))]
    for place in filter(None, places):
        asked = subprocess.run([place, "-c", "import os, sys, sysconfig, venv, ensurepip; print(sys.version_info[:2], os.path.exists(os.path.join("
                                "sysconfig.get_paths()['include'], 'Python.h')))"], capture_output=True, text=True)
        if asked.stdout.strip() == f"({version.replace('.', ', ')}) True":
            return place
    return None


@only_full
@pytest.mark.parametrize("version", VERSIONS)
def test_every_python(version: str, sdist: Path, tmp_path: Path) -> None:
    """`pip install` of the source distribution, without SWIG, with build isolation."""
    found = interpreter(version)
    if not found:
        pytest.skip(f"no Python {version} with headers here")
    python = environment_of(found, tmp_path / "venv")
    run(python, "-m", "pip", "install", "--quiet", sdist, CMAKE_ARGS=NO_SWIG)
    check_installed(python, tmp_path, "-I")


@only_full
def test_editable(tmp_path: Path) -> None:
    """A module that is edited is the one that is used."""
    python = environment_of(sys.executable, tmp_path / "venv")
    run(python, "-m", "pip", "install", "--quiet", "--editable", ROOT)
    check_installed(python, tmp_path, "-I")
    used = run(python, "-I", "-c", "import homework.plan; print(homework.plan.__file__)", folder=tmp_path).strip()
    assert Path(used).resolve() == ROOT / "bindings" / "python" / "homework" / "plan.py"


@only_full
def test_installed_by_cmake(tmp_path: Path) -> None:
    """Into an environment, which finds the package by itself, and into a folder that is named; both find the library."""
    python = environment_of(sys.executable, tmp_path / "venv")
    run("cmake", "--install", BUILD, "--prefix", tmp_path / "venv")
    check_installed(python, tmp_path, "-I")
    run("cmake", "--install", BUILD, "--prefix", tmp_path / "first")
    (tmp_path / "first").rename(tmp_path / "moved")
    (site,) = (tmp_path / "moved").rglob("site-packages")
    assert run(sys.executable, "-c", "import homework; print(homework.__file__)", folder=tmp_path, PYTHONPATH=str(site)).startswith(str(site))


@only_full
def test_without_cmake(tmp_path: Path) -> None:
    """What is missing is named."""
    line = f"import sys; sys.path.insert(0, {str(BACKEND)!r}); import homework_build; homework_build.build_wheel('.')"
    result = subprocess.run([sys.executable, "-B", "-c", line], cwd=tmp_path, env={"PATH": str(tmp_path)}, capture_output=True, text=True)
    assert result.returncode == 1 and "cmake is needed" in result.stderr and "apt-get install cmake" in result.stderr
