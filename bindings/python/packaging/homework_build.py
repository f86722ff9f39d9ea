# SPDX-License-Identifier: MIT
"""The build backend of the Python package (PEP 517 and 660): CMake makes the extension with the library inside, this packs it.

Only the standard library is used, so `pip install .` needs no network, and the same sources give the same bytes.
CMAKE_ARGS in the environment holds more options for CMake ("-DHW_WITH_ICAL=OFF")."""
import base64
import gzip
import hashlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
import time
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PYTHON = HERE.parent
ROOT = PYTHON.parents[1]
#: What the build needs, and what a reader of the sources wants first.
SHIPPED = ("CHANGELOG.md", "CMakeLists.txt", "LICENSE", "README.md", "THIRD-PARTY.md", "bindings", "cmake", "include", "lib",
           "pkgconfig", "pyproject.toml", "schema")
LICENCES = ("LICENSE", "THIRD-PARTY.md")
#: SWIG's output, as it lies in a source distribution; CMake takes it where there is no SWIG.
GENERATED = Path("bindings/python/homework_wrap.c")
#: 1980-01-01, the first date that a zip file can say.
EPOCH = 315532800


# ---- what the package is
def version():
    """From the one place where it stands."""
    header = (ROOT / "include" / "homework" / "version.h").read_text(encoding="utf-8")
    return ".".join(re.findall(r"^#define HW_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)$", header, re.M))


def metadata():
    head = (HERE / "METADATA").read_text(encoding="utf-8").replace("@VERSION@", version())
    return head + "\n" + (ROOT / "README.md").read_text(encoding="utf-8")


def tag():
    """Of this interpreter: its wheels hold a C extension that links the system's libraries."""
    python = f"cp{sys.version_info[0]}{sys.version_info[1]}"
    abi = re.match(r"cpython-(\w+)", sysconfig.get_config_var("SOABI") or "")
    if not abi:
        raise SystemExit("libhomework: CPython is needed to build the package")
    platform = re.sub(r"\W", "_", sysconfig.get_platform())
    return f"{python}-cp{abi[1]}-{platform}"


def stem():
    return f"libhomework-{version()}"


# ---- building
def need(program, package):
    found = shutil.which(program)
    if not found:
        raise SystemExit(f"libhomework: {program} is needed to build the package; in Debian and Ubuntu: apt-get install {package}")
    return found


def run(*command):
    subprocess.run([str(part) for part in command], check=True, cwd=ROOT)


def compile_into(build, prefix):
    """The package as CMake installs it into <prefix>/homework."""
    cmake = need("cmake", "cmake")
    generator = ["-G", "Ninja"] if shutil.which("ninja") else []
    run(cmake, "-S", ROOT, "-B", build, *generator, f"-DPython3_EXECUTABLE={sys.executable}", "-DCMAKE_BUILD_TYPE=Release",
        "-DHW_BUILD_BINDINGS=ON", "-DHW_PYTHON_BUNDLE=ON", "-DHW_PYTHON_INSTALL_DIR=homework", "-DHW_BUILD_TESTS=OFF",
        "-DHW_BUILD_EXAMPLES=OFF", *shlex.split(os.environ.get("CMAKE_ARGS", "")))
    run(cmake, "--build", build, "--parallel", os.cpu_count() or 1, "--target", "homework_python", "homework_python_package")
    run(cmake, "--install", build, "--prefix", prefix, "--component", "python")


# ---- packing
def date():
    return max(EPOCH, int(os.environ.get("SOURCE_DATE_EPOCH", EPOCH)))


def pack_wheel(folder, files):
    """Writes {name: bytes} as a wheel with its record; every date is the same."""
    name = f"{stem()}-{tag()}.whl"
    record = f"{stem()}.dist-info/RECORD"
    lines = []
    for file, data in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        lines.append(f"{file},sha256={digest},{len(data)}\n")
    files = {**files, record: "".join([*lines, f"{record},,\n"]).encode()}
    moment = time.gmtime(date())[:6]
    with zipfile.ZipFile(Path(folder) / name, "w", zipfile.ZIP_DEFLATED) as wheel:
        for file, data in files.items():
            entry = zipfile.ZipInfo(file, moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = (0o100755 if file.endswith(".so") else 0o100644) << 16
            wheel.writestr(entry, data)
    return name


def dist_info():
    """{name: bytes} of the folder that describes the package, but for its record."""
    folder = f"{stem()}.dist-info"
    wheel = f"Wheel-Version: 1.0\nGenerator: homework_build ({version()})\nRoot-Is-Purelib: false\nTag: {tag()}\n"
    return {f"{folder}/METADATA": metadata().encode(), f"{folder}/WHEEL": wheel.encode(),
            **{f"{folder}/{name}": (ROOT / name).read_bytes() for name in LICENCES}}


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


# ---- what pip calls
def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    with tempfile.TemporaryDirectory() as name:
        stage = Path(name) / "stage"
        compile_into(Path(name) / "build", stage)
        return pack_wheel(wheel_directory, {**contents(stage), **dist_info()})


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    """The extension in build/editable, beside links to the modules where they are edited."""
    build = ROOT / "build" / "editable" / tag()
    package = build / "package" / "homework"
    shutil.rmtree(package, ignore_errors=True)
    compile_into(build / "cmake", package.parent)
    for module in (PYTHON / "homework").rglob("*"):
        place = package / module.relative_to(PYTHON / "homework")
        if place.is_file():
            place.unlink()
            place.symlink_to(module)
    return pack_wheel(wheel_directory, {"libhomework.pth": f"{package.parent}\n".encode(), **dist_info()})


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    for name, data in dist_info().items():
        path = Path(metadata_directory) / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return f"{stem()}.dist-info"


prepare_metadata_for_build_editable = prepare_metadata_for_build_wheel


def generated():
    """What SWIG makes of the interface files: those who build from a source distribution need no SWIG."""
    if (ROOT / GENERATED).is_file():
        return (ROOT / GENERATED).read_bytes()
    swig = need("swig", "swig")
    with tempfile.TemporaryDirectory() as name:
        out = Path(name) / GENERATED.name
        run(swig, "-python", "-Wall", "-Werror", f"-I{ROOT / 'include'}", f"-I{PYTHON}", "-outdir", name, "-o", out,
            PYTHON / "homework.i")
        return out.read_bytes()


def sources():
    """{name: bytes} of a source distribution."""
    files = {}
    for name in SHIPPED:
        path = ROOT / name
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and "__pycache__" not in file.parts and file.suffix != ".pyc":
                files[file.relative_to(ROOT).as_posix()] = file.read_bytes()
    files[GENERATED.as_posix()] = generated()
    files["PKG-INFO"] = metadata().encode()
    return dict(sorted(files.items()))


def build_sdist(sdist_directory, config_settings=None):
    name = f"{stem()}.tar.gz"
    with open(Path(sdist_directory) / name, "wb") as out, gzip.GzipFile("", "wb", 9, out, date()) as packed, \
            tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for file, data in sources().items():
            entry = tarfile.TarInfo(f"{stem()}/{file}")
            entry.size, entry.mtime, entry.mode = len(data), date(), 0o644
            tar.addfile(entry, io.BytesIO(data))
    return name
