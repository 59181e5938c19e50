"""Asks ical.js, Thunderbird's own reader, how it understands a calendar."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

_HERE = Path(__file__).parent
_PACKAGE = _HERE.parent.parent / "node_modules" / "ical.js"


def read(data: bytes) -> list[dict[str, Any]]:
    """The calendar's events in its order; without ical.js the test is skipped and says so."""
    node = shutil.which("node")
    if node is None:
        _give_up("node is not installed")
    if not _PACKAGE.is_dir():
        _give_up("the npm package ical.js is not in node_modules: run npm ci")
    run = subprocess.run(
        [str(node), str(_HERE / "judge.mjs"), str(_PACKAGE)],
        input=data,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    judged: list[dict[str, Any]] = json.loads(run.stdout)
    return judged


def _give_up(reason: str) -> None:
    if os.environ.get("TILSVAR_TEST_STRICT") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
