# SPDX-License-Identifier: MIT
"""How pages are written: language, width, for a terminal or not."""
from __future__ import annotations

from typing import Optional

from . import _homework as _c
from ._handle import Handle, handle


@handle("hw_report_options")
class _ReportOptions(Handle):
    __slots__ = ()


def _report_options(language: Optional[str], width: int, terminal: bool) -> _ReportOptions:
    options: _ReportOptions = _c.hw_report_options_new()
    _c.hw_report_options_set_language(options, language)
    _c.hw_report_options_set_width(options, width)
    _c.hw_report_options_set_terminal(options, terminal)
    return options
