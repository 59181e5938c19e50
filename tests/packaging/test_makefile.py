"""`make` alone explains itself, and each target that a person may want is in its list."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def help_text() -> str:
    return subprocess.run(
        ["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout


@pytest.mark.parametrize("target", ["demo", "serve", "test", "check", "bench", "format", "clean"])
def test_make_alone_lists_the_target_with_a_sentence(target: str) -> None:
    assert re.search(rf"^ +make {target} +[A-Z].+", help_text(), re.MULTILINE)


def test_every_target_for_people_explains_itself() -> None:
    phony = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert phony is not None
    only_for_other_targets = {"env", "assets"}

    unexplained = [
        target
        for target in phony[1].split()
        if target not in only_for_other_targets
        and not re.search(rf"^{target}:.*## \S", MAKEFILE, re.MULTILINE)
    ]

    assert unexplained == []


def test_the_image_is_built_with_the_same_uv_as_the_environment() -> None:
    named = re.search(r"^UV_VERSION := (\S+)$", MAKEFILE, re.MULTILINE)
    assert named is not None

    assert f"uv=={named[1]}\n" in (ROOT / "Dockerfile").read_text("utf-8")
