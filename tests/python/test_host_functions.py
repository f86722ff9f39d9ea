# SPDX-License-Identifier: MIT
"""Every function of the library is in every language, but for those that are named here, each with its reason."""
from __future__ import annotations

import re
from typing import Dict, List, Set

import pytest

from common import ROOT
from test_hosts import HOSTS

#: The wrapper that SWIG made, and how a function is called in it.
WRAPPERS = {
    "python": ("python/swig/homeworkPYTHON_wrap.c", r'\{ "(hw_\w+)", _wrap_'),
    "ruby": ("ruby/swig/homeworkRUBY_wrap.c", r'rb_define_module_function\(\w+, "(hw_\w+)"'),
    "node": ("node/swig/homeworkJAVASCRIPT_wrap.cxx", r'AddStaticFunction\(exports_obj, "(hw_\w+)"'),
    "r": ("r/homework/src/wrap.c", r'\{"R_swig_(hw_\w+)", \(DL_FUNC\)'),
    "java": ("java/swig/homework_wrap.c", r"Java_org_homework_homeworkJNI_(hw_1\w+)\("),
}
EVERYWHERE = {
    r"_(ref|unref|free)$": "classes count owners and free",
    r"^hw_error_clear$": "errors are exceptions",
    r"^hw_string_free$": "texts are copied",
    r"^hw_zones_from_reader$": "its function would be called on any thread, as long as the zones live",
    r"^hw_caseload_row_": "what a row borrows is gone after the call: it is told as values",
}
OTHERS = {
    "python": {
        r"^hw_(date|local|moment|duration)_|_parse$": "datetime has them",
        r"^hw_revision_|^hw_evidence_": "copied into a tuple at once",
        r"^hw_caseload_(run|add_copy)$": "a caseload is its rows; it keeps the bytes itself",
        r"^hw_plan_write_": "a document is bytes",
    },
    "java": {
        r"^hw_status_name$": "a status is the class of its exception",
        r"^hw_table_column_(data|valid)$": "columns.c copies them into arrays",
        r"^hw_caseload_run$": "a caseload is its table",
        r"^hw_plan_write_": "a document is bytes",
    },
}


def exported() -> Set[str]:
    text = (ROOT / "lib" / "libhomework.map").read_text(encoding="utf-8")
    return set(re.findall(r"\b(hw_\w+);", text))


def wrapped(host: str) -> Set[str]:
    path, pattern = WRAPPERS[host]
    if not (HOSTS / path).exists():
        pytest.skip(f"{host} is not built: ./dev test-hosts does it")
    return {name.replace("_1", "_") for name in re.findall(pattern, (HOSTS / path).read_text(encoding="utf-8"))}


@pytest.mark.parametrize("host", list(WRAPPERS))
def test_every_function_is_there(host: str) -> None:
    there = wrapped(host)
    reasons: Dict[str, str] = {**EVERYWHERE, **OTHERS.get(host, {})}
    missing = exported() - there
    left_out: Dict[str, List[str]] = {pattern: [name for name in missing if re.search(pattern, name)] for pattern in reasons}
    assert sorted(missing - {name for names in left_out.values() for name in names}) == []
    assert [pattern for pattern, names in left_out.items() if not names] == [], "reasons that no function needs"
    assert len(there & exported()) > 1300
