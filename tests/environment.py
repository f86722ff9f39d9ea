# SPDX-License-Identifier: MIT
"""The same bytes in every environment: locales with other commas and letters, time zones that do not exist, a small
stack, a umask that hides nothing, no home and no folder for temporary files, and standard streams that are closed.

    environment.py <everything> <homework> <source folder> [--full]
"""
from __future__ import annotations

import os
import resource
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Callable, Sequence

EVERYTHING, HOMEWORK = (os.path.abspath(path) for path in sys.argv[1:3])
SOURCE = Path(sys.argv[3])
FULL = "--full" in sys.argv
PLAIN = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC0", "HOME": "/", "TMPDIR": "/tmp"}
LOCALES = ["de_DE.UTF-8", "tr_TR.UTF-8", "fr_FR.UTF-8", "en_US.ISO-8859-1", "hi_IN.UTF-8", "fa_IR.UTF-8"]
ZONES = ["Asia/Kathmandu", "America/St_Johns", "No/Such_Zone", ":/etc/passwd", "XXX-99:99:99YYY,M9.9.9", "",
         "A" * 5000]
STACK = 64 * 1024
AS_OF = ["--as-of", "2026-11-20T18:00:00+01:00"]

bad = []


def same(what: str, got: bytes, expected: bytes) -> None:
    if got != expected:
        at = next((i for i, (a, b) in enumerate(zip(got, expected)) if a != b), min(len(got), len(expected)))
        bad.append(what)
        print(f"{what}: other bytes from {at} of {len(expected)} on: {got[at:at + 60]!r}, not {expected[at:at + 60]!r}")


def expect(what: str, condition: object) -> None:
    if not condition:
        bad.append(what)
        print(f"{what}: not so")


def make_locales(folder: Path) -> list[str]:
    """Those that this machine has the sources of, and what each must be called by."""
    made = []
    for name in LOCALES if FULL else LOCALES[:2]:
        source, charset = name.split(".")
        try:
            subprocess.run(["localedef", "-i", source, "-f", charset, str(folder / name)], capture_output=True)
        except FileNotFoundError:
            break
        if (folder / name).is_dir():
            made.append(name)
    return made


def small_stack() -> None:
    resource.setrlimit(resource.RLIMIT_STACK, (STACK, STACK))


def dump(plan: Path, env: dict[str, str] | None = None, setup: Callable[[], object] | None = None) -> subprocess.CompletedProcess[bytes]:
    run = subprocess.run([EVERYTHING, str(plan)], capture_output=True, env=env or PLAIN, preexec_fn=setup, timeout=120)
    expect(f"everything {plan.name} with {env or PLAIN} ends well", run.returncode == 0)
    return run


def compare_outputs(plan: Path, locales: list[str], locpath: Path) -> None:
    plain = dump(plan)
    expect("there is something to compare", len(plain.stdout) > 10000)
    commas = 0
    for name in ["C.UTF-8", "POSIX"] + locales:
        run = dump(plan, {**PLAIN, "LC_ALL": name, "LANG": name, "LANGUAGE": "de:tr", "LOCPATH": str(locpath)})
        same(f"{plan.name}, {name}", run.stdout, plain.stdout)
        commas += run.stderr.startswith(b"0,5")
    expect("a locale changed what printf writes", commas > 0 or not locales)
    for zone in ZONES:
        same(f"{plan.name}, TZ={zone[:30]}", dump(plan, {**PLAIN, "TZ": zone}).stdout, plain.stdout)
    same(f"{plan.name}, TZDIR", dump(plan, {**PLAIN, "TZDIR": "/nonexistent"}).stdout, plain.stdout)
    same(f"{plan.name}, empty", dump(plan, {"NOTHING": ""}).stdout, plain.stdout)
    same(f"{plan.name}, no home", dump(plan, {**PLAIN, "HOME": "/nonexistent", "TMPDIR": "/nonexistent"}).stdout,
         plain.stdout)
    same(f"{plan.name}, 64 KiB of stack", dump(plan, setup=small_stack).stdout, plain.stdout)


def work(folder: Path, plan: Path, setup: Callable[[], object] | None = None, env: dict[str, str] | None = None,
         output: int = subprocess.PIPE) -> tuple[list[int], bytes, bytes | None]:
    """Logs, writes a calendar beside the plan, and refuses what is not a plan; what is then in the files."""
    folder.mkdir()
    copy, calendar, broken = folder / "plan.xml", folder / "plan.ics", folder / "broken.xml"
    copy.write_bytes(plan.read_bytes())
    broken.write_bytes(plan.read_bytes()[:-30])
    copy.chmod(0o600)
    codes = []
    for words in (["log", copy, "-", "--note", "it works", "--by", "client", *AS_OF],
                  ["remind", copy, "--output", calendar, *AS_OF], ["check", broken], ["log", broken, "-", *AS_OF]):
        run = subprocess.run([HOMEWORK, *map(str, words)], env=env or PLAIN, preexec_fn=setup, timeout=60,
                             stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        codes.append(run.returncode)
    expect(f"{folder.name}: what is broken is refused", codes[2] != 0 and codes[3] != 0)
    expect(f"{folder.name}: what is broken is left alone", broken.read_bytes() == plan.read_bytes()[:-30])
    for path in (copy, calendar):
        if path.exists():
            expect(f"{path} is nobody else's", stat.S_IMODE(path.stat().st_mode) == 0o600)
    names = sorted(path.name for path in folder.iterdir())
    expect(f"{folder.name}: no other files, but {names}", set(names) <= {"plan.xml", "plan.ics", "broken.xml"})
    return codes[:2], copy.read_bytes(), calendar.read_bytes() if calendar.exists() else None


def closed(numbers: Sequence[int]) -> Callable[[], None]:
    def close() -> None:
        for number in numbers:
            os.close(number)
    return close


def compare_files(plan: Path, folder: Path) -> None:
    codes, saved, calendar = work(folder / "plain", plan)
    expect("the plain run ends well", codes == [0, 0] and b"it works" in saved and calendar)
    calendar = calendar or b""
    setups = {"umask": lambda: os.umask(0), "stack": small_stack, "no-stdin": closed([0])}
    for name, setup in setups.items():
        same(f"{name}: plan", work(folder / name, plan, setup)[1], saved)
        same(f"{name}: calendar", (folder / name / "plan.ics").read_bytes(), calendar)
    # With nowhere to print to a run may fail; but a file is the right one, or the one from before.
    for numbers in ([1], [2], [0, 1], [1, 2], [0, 2], [0, 1, 2]):
        name = "closed-" + "-".join(map(str, numbers))
        _, got, its = work(folder / name, plan, closed(numbers))
        same(f"{name}: plan", got, plan.read_bytes() if got == plan.read_bytes() else saved)
        same(f"{name}: calendar", its or calendar, calendar)
    env = {**PLAIN, "HOME": "/nonexistent", "TMPDIR": "/nonexistent", "TZ": "No/Such"}
    same("no home: plan", work(folder / "no-home", plan, env=env)[1], saved)


def main() -> int:
    plans = sorted((SOURCE / "examples/plans").glob("*.xml")) + [SOURCE / "tests/data/valid/small.xml"]
    with tempfile.TemporaryDirectory(prefix="homework-environment-") as name:
        folder = Path(name)
        (folder / "locales").mkdir()
        locales = make_locales(folder / "locales")
        print(f"locales: {', '.join(locales) or 'none can be made here, only C'}")
        for plan in plans if FULL else plans[:1]:
            compare_outputs(plan, locales, folder / "locales")
        compare_files(plans[0], folder)
    print(f"{len(bad)} findings")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
