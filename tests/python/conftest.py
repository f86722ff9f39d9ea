# SPDX-License-Identifier: MIT
"""What several files of tests ask for."""
from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from common import LUNCH


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A copy of an example plan, to be changed."""
    return Path(shutil.copy(LUNCH, tmp_path / "plan.xml"))
