"""What pyproject.toml lists is what lies in the folders, so that the wheel forgets nothing."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOT_OF_THE_PACKAGE = {"tests", "tools", "bench", "docs", "build", "dist", "var", "node_modules"}


def folders_with_python() -> set[str]:
    folders = set()
    for top in ROOT.iterdir():
        if top.is_dir() and top.name not in NOT_OF_THE_PACKAGE and not top.name.startswith("."):
            folders |= {
                ".".join(("tilsvar", *file.parent.relative_to(ROOT).parts))
                for file in top.rglob("*.py")
            }
    return folders


def listed_packages() -> list[str]:
    packages: list[str] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"][
        "setuptools"
    ]["packages"]
    return packages


def test_the_packages_listed_are_the_folders_with_python_in_them() -> None:
    assert set(listed_packages()) == folders_with_python() | {"tilsvar", "tilsvar.calendar"}


def test_the_list_is_sorted_and_names_each_package_once() -> None:
    assert listed_packages() == sorted(set(listed_packages()))


def test_every_package_but_calendar_has_an_init_file() -> None:
    without = [
        name
        for name in listed_packages()
        if not (ROOT.joinpath(*name.split(".")[1:]) / "__init__.py").exists()
    ]

    assert without == ["tilsvar.calendar"]
