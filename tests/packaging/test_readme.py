"""What the README and the guide tell people to type exists, with the options that they name."""

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from tilsvar.cli.application import app

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def told() -> list[str]:
    """Every command line that begins with `tilsvar` in the pages, without its comment."""
    found = []
    for page in PAGES:
        text = page.read_text("utf-8")
        lines = re.findall(r"^ {4}(tilsvar .+)$", text, re.MULTILINE)
        lines += re.findall(r"`(tilsvar [^`]+)`", text)
        found += [line.split(" #")[0].strip() for line in lines]
    return sorted(set(found))


@pytest.mark.parametrize("line", told())
def test_a_command_that_the_pages_name_can_be_typed(line: str) -> None:
    command = get_command(app)
    words = shlex.split(line)[1:]
    while words and hasattr(command, "commands") and not words[0].startswith("-"):
        command = command.commands[words.pop(0)]
    known = {option for each in command.params for option in (*each.opts, *each.secondary_opts)}

    named = [word for word in words if word.startswith("-")]
    assert set(named) <= known | {"--help"}, line


def test_the_pages_do_name_commands() -> None:
    assert "tilsvar serve" in told()
