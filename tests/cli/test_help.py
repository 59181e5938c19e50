"""Every command explains itself, with an example that names it."""

from collections.abc import Iterator
from typing import Any

import pytest
from typer.main import get_command

from tilsvar.cli.application import app
from tilsvar.cli.headings import ORDER
from tilsvar.tests.cli.conftest import Tilsvar


def commands(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    children = getattr(command, "commands", None)
    if children is None:
        yield path
        return
    for name, child in children.items():
        yield from commands(child, (*path, name))


EVERY_COMMAND = sorted(commands(get_command(app)))


@pytest.mark.parametrize("command", EVERY_COMMAND, ids=" ".join)
def test_every_command_has_an_example_in_its_help(
    tilsvar: Tilsvar, command: tuple[str, ...]
) -> None:
    said = tilsvar(*command, "--help")

    words = " ".join(said.out.split())
    assert (said.code, said.err) == (0, "")
    assert f"tilsvar {' '.join(command)}" in words.partition("Example: ")[2]


def test_the_program_shows_each_command_once_under_a_heading() -> None:
    assert sorted(ORDER) == sorted({command[0] for command in EVERY_COMMAND})


def test_the_agreed_commands_are_there() -> None:
    names = {" ".join(command) for command in EVERY_COMMAND}

    assert names >= {
        "migrate",
        "demo",
        "serve",
        "web",
        "worker",
        "scheduler",
        "import",
        "replay",
        "due",
        "explain",
        "report unanswered",
        "feed create",
        "feed list",
        "feed revoke",
        "calendar export",
        "user add",
        "user list",
        "user disable",
        "doctor",
    }
