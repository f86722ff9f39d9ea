# SPDX-License-Identifier: MIT
# The C extension: the functions of homework.h under their C names. The classes around it carry the types.
from typing import Any

def __getattr__(name: str) -> Any: ...
