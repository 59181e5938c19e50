"""Lays out `.check/`, a tree of links in which mypy and import-linter see the package whole.

Neither looks into a folder without `__init__.py`, and `calendar/` has none, so that the standard
library's `calendar` wins (docs/decisions/0002). In the tree it is a real folder with an empty
`__init__.py` and links to its files; everything else is one link per folder. The tests, which
import each other's helpers as `tilsvar.tests.…`, stand in it too, for mypy only.
`--names` prints what stands in the tree for mypy's `-p`, and lays out nothing.
"""

import shutil
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TREE = ROOT / ".check"
BESIDE_THE_PACKAGE = ("tools", "bench")


def folders_of_the_package() -> list[str]:
    """Return the top-level folders that pyproject.toml lists as packages."""
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packages: list[str] = listed["tool"]["setuptools"]["packages"]
    return sorted({name.split(".")[1] for name in packages if "." in name})


def folders_beside_the_package() -> list[str]:
    return [name for name in BESIDE_THE_PACKAGE if any((ROOT / name).rglob("*.py"))]


def lay_out() -> None:
    shutil.rmtree(TREE, ignore_errors=True)
    package = TREE / "tilsvar"
    package.mkdir(parents=True)
    for module in ROOT.glob("*.py"):
        (package / module.name).symlink_to(module)
    for name in folders_of_the_package():
        folder = ROOT / name
        if (folder / "__init__.py").exists():
            (package / name).symlink_to(folder)
        else:
            as_a_package(folder, package / name)
    (package / "tests").symlink_to(ROOT / "tests")
    for name in folders_beside_the_package():
        (TREE / name).symlink_to(ROOT / name)


def as_a_package(folder: Path, place: Path) -> None:
    place.mkdir()
    (place / "__init__.py").touch()
    for entry in folder.iterdir():
        if entry.name != "__pycache__":
            (place / entry.name).symlink_to(entry)


if __name__ == "__main__":
    if sys.argv[1:] == ["--names"]:
        print("tilsvar", *folders_beside_the_package())
    else:
        lay_out()
