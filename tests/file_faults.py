# SPDX-License-Identifier: MIT
"""What becomes of a plan file when saving it is killed, refused or cut off by a power failure, at every system call.

    file_faults.py <file_saver> [--full]

Killing and errors are injected by strace. Power failures are a model over the calls of one save: what was flushed is there, of
the rest anything may be. In every case the old or the new file must be there, and after the next save no temporary
file. Exits with 77 (skipped) where strace cannot trace.
"""
from __future__ import annotations

import itertools
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Iterable, Sequence

SAVER = os.path.abspath(sys.argv[1])
FULL = "--full" in sys.argv
OK, CONFLICT, IO, NOT_DURABLE = 0, 7, 13, 14  # hw_status

# Calls of a save, with what may go wrong in each.
FAULTS = {
    "openat": ["EIO", "EMFILE"],
    "fstat": ["EIO"],
    "newfstatat": ["EIO"],
    "fcntl": ["EIO"],
    "read": ["EIO"],
    "write": ["ENOSPC", "EIO", "EDQUOT", "EFBIG"],
    "lseek": ["EIO"],
    "fchmod": ["EPERM"],
    "fsync": ["EIO", "ENOSPC"],
    "close": ["EIO"],
    "rename": ["EIO"],
    "renameat": ["EIO", "ENOSPC", "EROFS"],
    "renameat2": ["EIO", "ENOSPC"],
    "linkat": ["EIO"],
    "unlinkat": ["EIO"],
    "getdents64": ["EIO"],
    "flock": ["EIO"],
}
KILLED = list(FAULTS) + ["getpid", "kill", "exit_group"]


class Case:
    """A folder with a plan in it, and one way to save it."""

    def __init__(self, verb: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="homework-faults-"))
        self.path = self.folder / "plan.xml"
        self.verb = verb
        if verb != "make":
            run([SAVER, "make", self.path])
        self.old = self.content()
        self.arguments = {"make": ["make", self.path], "rename": ["rename", self.path, "after"],
                          "replace": ["replace", self.path, "BEGIN:VCALENDAR"]}[verb]

    def content(self) -> bytes | None:
        return self.path.read_bytes() if self.path.exists() else None

    def reset(self) -> None:
        for path in self.folder.iterdir():
            path.unlink()
        if self.old is not None:
            self.path.write_bytes(self.old)

    def save(self, prefix: Sequence[object] = ()) -> int:
        return run([*prefix, SAVER, *self.arguments])

    def leftovers(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir() if path != self.path)

    def remove(self) -> None:
        shutil.rmtree(self.folder)


def run(command: Iterable[object], **options: Any) -> int:
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, timeout=60, **options)
    return done.returncode


def strace_works() -> bool:
    return shutil.which("strace") is not None and run(["strace", "-qq", "-o", "/dev/null", "true"]) == 0


failures = []


def check(good: object, *words: object) -> None:
    if not good:
        failures.append(" ".join(str(word) for word in words))


def inject(case: Case, call: str, number: int, what: str, log: str) -> int:
    return case.save(["strace", "-qq", "-f", "-o", log, "-e", f"trace={call}", "-e", f"inject={call}:{what}:when={number}"])


def fired(log: str) -> bool:
    text = Path(log).read_text(encoding="utf-8", errors="replace")
    return "(INJECTED)" in text


def kills(case: Case, new: bytes, log: str) -> int:
    """SIGKILL at the nth call of each kind."""
    count = 0
    for call in KILLED:
        for number in itertools.count(1):
            case.reset()
            code = inject(case, call, number, "signal=SIGKILL", log)
            if code not in (-signal.SIGKILL, 128 + signal.SIGKILL):
                break
            count += 1
            where = f"{case.verb}: killed at {call} {number}"
            content = case.content()
            check(content in (case.old, new), where, "neither the old nor the new file")
            status = case.save()
            expected = CONFLICT if case.verb == "make" and content == new else OK
            check(status == expected, where, "saving again:", status)
            check(case.verb == "make" and content == new or not case.leftovers(), where, "left", case.leftovers())
    return count


def first_close(case: Case, log: str) -> int:
    """The first close after the temporary file was created. A close that strace refuses is not made at all, as no system does it:
    a file that was closed earlier would keep its lock and stop the save for good."""
    case.reset()
    case.save(["strace", "-qq", "-f", "-o", log, "-e", "trace=close,openat"])
    before = Path(log).read_text(encoding="utf-8").split("O_CREAT")[0]
    return len(re.findall(r"\bclose\(", before)) + 1


def errors(case: Case, new: bytes, log: str) -> int:
    """An error of the nth call of each kind."""
    count = 0
    for call, codes in FAULTS.items():
        first = first_close(case, log) if call == "close" else 1
        for code in codes if FULL else codes[:1]:
            for number in itertools.count(first):
                case.reset()
                status = inject(case, call, number, f"error={code}", log)
                if not fired(log):
                    break
                count += 1
                where = f"{case.verb}: {call} {number} fails with {code}"
                content = case.content()
                if status in (OK, NOT_DURABLE):
                    check(content == new, where, status, "but not the new file")
                else:
                    check(content == case.old, where, status, "but not the old file")
                check(status != OK or call != "fsync", where, "was not noticed")
                check(call == "unlinkat" or not case.leftovers(), where, "left", case.leftovers())
    return count


def ulimit(case: Case, new: bytes) -> None:
    """A write that is short, and then refused: a limit on the size of files."""
    size = len(new) // 2

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    case.reset()
    status = subprocess.run([SAVER, *map(str, case.arguments)], check=False, timeout=60, preexec_fn=limited).returncode
    check(status == IO, "file size limit:", status)
    check(case.content() == case.old and not case.leftovers(), "file size limit: old file gone, or left", case.leftovers())


# ---- power failures ----

CALL = re.compile(r"^\d+\s+(\w+)\((.*)\)\s+= (-?\d+)")


def events(case: Case, log: str) -> list[tuple[Any, ...]]:
    """One save as a list of ("open", fd, name), ("write", fd, n), ("fsync", fd), ("rename", name)."""
    case.reset()
    status = case.save(["strace", "-qq", "-f", "-s", "0", "-o", log, "-e",
                              "trace=openat,open,write,fsync,close,rename,renameat,renameat2,linkat,unlinkat"])
    check(status == OK, "tracing:", status)
    found: list[tuple[Any, ...]] = []
    for line in Path(log).read_text(encoding="utf-8").splitlines():
        match = CALL.match(line)
        if not match:
            continue
        call, arguments, result = match[1], match[2], int(match[3])
        if call == "openat" and "O_CREAT" in arguments and result >= 0:
            found.append(("create", result))
        elif call == "openat" and "O_DIRECTORY" in arguments and result >= 0:
            found.append(("folder", result))
        elif call == "close":
            found.append(("close", int(arguments)))
        elif call == "write" and result > 0:
            found.append(("write", int(arguments.split(",")[0]), result))
        elif call == "fsync" and result == 0:
            found.append(("fsync", int(arguments)))
        elif call in ("rename", "renameat", "renameat2") and result == 0:
            found.append(("rename",))
        elif call == "linkat" and result == 0:
            found.append(("rename",))
    return found


def states(data: bytes, flushed: int) -> list[bytes]:
    """What a file may hold after a power failure: what was flushed, and of the rest anything."""
    if flushed == len(data):
        return [data]
    rest = data[flushed:]
    return [data[:flushed] + tail for tail in (b"", rest[:len(rest) // 2], b"\0" * len(rest), rest)]


def power(case: Case, new: bytes, log: str) -> int:
    """Every state of the disk after every call of one save."""
    temp, folders, data, flushed = None, set(), b"", 0
    renamed = durable = False
    count = 0
    for event in [*events(case, log), ("end",)]:
        if event[0] == "create":
            temp = event[1]
        elif event[0] == "folder":
            folders.add(event[1])
        elif event[0] == "close":
            folders.discard(event[1])
            temp = None if temp == event[1] else temp
        elif event[0] == "write" and event[1] == temp:
            data += new[len(data):len(data) + event[2]]
        elif event[0] == "fsync" and event[1] == temp:
            flushed = len(data)
        elif event[0] == "fsync" and event[1] in folders:
            durable = renamed
        elif event[0] == "rename":
            renamed = True
        names = [True] if durable else [False, True] if renamed else [False]
        for is_new in names:
            kept: list[bytes | None] = [*states(data, flushed)] if is_new else [case.old]
            for content in kept:
                count += 1
                check(content in (case.old, new), case.verb, "power failure after", event)
                check(event[0] != "end" or content == new, case.verb, "saved, but the old file is there after a power failure")
    check(renamed and durable and flushed == len(new), case.verb, "the save was not seen in the trace")
    return count


def main() -> int:
    if not strace_works():
        print("file_faults: strace cannot trace here; skipped")
        return 77
    log = tempfile.mktemp(prefix="homework-strace-")
    for verb in ("make", "rename", "replace"):
        case = Case(verb)
        case.reset()
        status = case.save()
        check(status == OK, verb, status)
        new = case.content() or b""
        thorough = FULL or verb == "rename"
        numbers = (kills(case, new, log) if thorough else 0, errors(case, new, log) if thorough else 0,
                   power(case, new, log))
        if verb == "rename":
            ulimit(case, new)
        print("file_faults: %s: killed %d times, %d errors, %d states after power failures" % (verb, *numbers))
        case.remove()
    if os.path.exists(log):
        os.unlink(log)
    for failure in failures[:40]:
        print("file_faults:", failure)
    return 1 if failures else 0


sys.exit(main())
