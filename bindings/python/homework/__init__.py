# SPDX-License-Identifier: MIT
"""Homework between therapy sessions: what was agreed, what happened, what it amounts to.

    >>> import homework
    >>> monday = dict(by="mk", origin="desk", recorded="2025-03-03T17:40:00+01:00")
    >>> plan = homework.Plan("Europe/Berlin", "therapist", **monday)
    >>> walk = homework.Assignment("walk", "A walk after work", "activity-scheduling", minutes=20)
    >>> walk.recur("2025-03-06T19:00", "FREQ=WEEKLY;BYDAY=TH")
    >>> plan.add(walk, **monday)
    >>> plan.log("walk", "done", by="mk", origin="desk", recorded="2025-03-06T19:20:00+01:00")
    'desk-4'
    >>> progress = plan.progress("2025-03-03", "2025-03-17", as_of="2025-03-17T09:00:00+01:00")
    >>> progress.plan["done"].numerator, progress.plan["done"].denominator, progress.plan["done"].value
    (1, 2, 0.5)

`homework.load("plan.xml")` reads one, `plan.save()` writes it back, and `homework.samples` has invented ones.

Every rule and number is the C library's. Planned times are datetimes without tzinfo (wall time), or dates; moments are
datetimes with tzinfo; ISO 8601 text will do for either. Words will do for enumerations ("done" for Extent.DONE).
"""
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import plots as plots
    from . import samples as samples
    from ._names import *
    from ._names import __version__ as __version__
else:
    import importlib

    _MODULES = ("plots", "samples")

    def __getattr__(name):
        """What is asked for first brings all names along: importing the package alone costs next to nothing. Pictures and samples
        come when they are asked for themselves."""
        if name.startswith("_") and name not in ("__all__", "__version__"):
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        names = importlib.import_module(f"{__name__}._names")
        globals().update({known: getattr(names, known) for known in names.__all__}, __version__=names.__version__,
                         __all__=[*names.__all__, *_MODULES])
        if name in _MODULES:
            return importlib.import_module(f"{__name__}.{name}")
        if name not in globals():
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return globals()[name]

    def __dir__():
        """The public names."""
        return [*__getattr__("__all__"), "__version__"]
