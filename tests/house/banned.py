# SPDX-License-Identifier: MIT
"""The library reads no clock, locale, environment or random source, prints nothing, ends no process, keeps no
mutable state of its own and takes memory from one place.

    banned.py <libhomework.a> <libhomework.so>

Reads the sources in lib/ (comments and strings left out), then the symbols of what was built.
"""
from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from api import ROOT, finish

LIB = ROOT / "lib"
# word: the files that may use it
BANNED = {
    "unbounded or locale-dependent text": (
        "strcpy strcat sprintf vsprintf gets strtok strtok_r atoi atol atoll atof strtod strtof strtold scanf sscanf "
        "fscanf strcoll strxfrm isalpha isdigit isalnum isspace isupper islower isprint toupper tolower "
        "strcasecmp strncasecmp alloca"),
    "clock, locale, environment, random source": (
        "time localtime localtime_r gmtime gmtime_r mktime timegm strftime strptime tzset gettimeofday clock "
        "clock_gettime getenv secure_getenv setenv putenv setlocale newlocale uselocale localeconv rand srand random "
        "srandom drand48 getrandom arc4random tmpnam mktemp mkstemp"),
    "prints, ends or disturbs the process": (
        "printf fprintf vprintf vfprintf puts fputs putchar perror stderr stdout stdin abort exit _exit quick_exit "
        "assert atexit signal sigaction chdir umask system popen fork longjmp setjmp raise syslog"),
    "approximate arithmetic": "pow powf exp expf exp2 log log2 log10 sqrt sin cos",
}
ALLOCATION = "malloc calloc realloc free strdup strndup aligned_alloc posix_memalign reallocarray"
ALLOCATION_FILE = "base/alloc.c"
# file: what may change in it. The switch by which tests make an allocation fail, hidden in the shared library; the counts of
# objects, in builds that count them; and the lock
# around a parser that has state of its own.
MUTABLE = {"alloc.c.o": None, "objects.c.o": None, "calendar_in.c.o": "libical"}
QUOTED = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def code_only(text: str) -> str:
    """The text with comments and literals blanked, lines kept."""
    return QUOTED.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def check_source(path: Path) -> list[str]:
    name = path.relative_to(LIB).as_posix()
    text = code_only(path.read_text(encoding="utf-8"))
    rules = dict(BANNED)
    if name != ALLOCATION_FILE:
        rules["memory comes from base/alloc.h"] = ALLOCATION
    found = []
    for reason, words in rules.items():
        # A call or a plain use; not a member, nor a declaration of our own with that name.
        calls = "|".join(word for word in words.split() if not word.startswith("std"))
        streams = "|".join(word for word in words.split() if word.startswith("std"))
        pattern = rf"(?<![\w.>])(?:{calls})\s*\(" + (rf"|\b(?:{streams})\b" if streams else "")
        for match in re.finditer(pattern, text):
            line = text.count("\n", 0, match.start()) + 1
            found.append(f"lib/{name}:{line}: {match.group().rstrip('( ')}: {reason}")
    for match in re.finditer(r"\b_Thread_local\b|\bthread_local\b|__thread\b|\blong double\b", text):
        found.append(f"lib/{name}:{text.count(chr(10), 0, match.start()) + 1}: {match.group()}")
    return found


def check_symbols(shared: str) -> list[str]:
    """What the linker sees cannot hide behind a macro."""
    lines = subprocess.run(["nm", "-D", "--undefined-only", shared], check=True, capture_output=True,
                           text=True).stdout.splitlines()
    used = {re.sub("@.*", "", line.split()[-1]) for line in lines}
    used = {re.sub(r"^__(\w+)_chk$", r"\1", name) for name in used}
    return [f"{shared}: uses {word}: {reason}"
            for reason, words in BANNED.items() for word in words.split() if word in used]


def check_state(static: str) -> list[str]:
    """Objects in writable sections; constants with pointers (.data.rel.ro) are not."""
    lines = subprocess.run(["objdump", "-t", static], check=True, capture_output=True, text=True).stdout.splitlines()
    found, member = [], ""
    for line in lines:
        if re.match(r"\S+:\s+file format", line):
            member = line.split(":")[0]
        match = re.search(r"\sO\s+(\.data|\.bss|\.tdata|\.tbss|\*COM\*)(?:\.(?!rel\.ro)\S+)?\s+\S+\s+(?:\.hidden )?(\S+)$",
                          line)
        if match and MUTABLE.get(member, "") not in (None, match.group(2)):
            found.append(f"{member}: {match.group(2)} is mutable state")
    return found


def main(static: str, shared: str) -> int:
    sources = sorted(LIB.rglob("*.[ch]"))
    found = [problem for path in sources for problem in check_source(path)]
    found += check_symbols(shared) + check_state(static)
    return finish("banned", found, f"{len(sources)} files")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
