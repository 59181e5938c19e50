"""The folder `calendar/` must not take the place of the standard library's `calendar`.

Whatever puts the root on `sys.path` would otherwise lose `datetime.strptime` (docs/decisions/0002).
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent

ASKS_THE_STANDARD_LIBRARY = """
import calendar, datetime, email.utils, http.cookiejar, sys
assert calendar.isleap(2024), calendar
assert datetime.datetime.strptime("3 Feb 2023", "%d %b %Y").day == 3
assert any(root in sys.path for root in ("", sys.argv[1])), sys.path
print(calendar.__file__)
"""


def run_in_root(*words: str, **extra_environment: str) -> str:
    finished = subprocess.run(
        words,
        cwd=ROOT,
        env=os.environ | extra_environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    return finished.stdout


def test_python_started_in_the_root_finds_the_standard_librarys_calendar() -> None:
    found = run_in_root(sys.executable, "-c", ASKS_THE_STANDARD_LIBRARY, str(ROOT))

    assert Path(found.strip()).parent != ROOT / "calendar"


def test_so_does_python_with_the_root_first_on_its_path(tmp_path: Path) -> None:
    script = tmp_path / "asks.py"
    script.write_text(ASKS_THE_STANDARD_LIBRARY)

    found = run_in_root(sys.executable, str(script), str(ROOT), PYTHONPATH=str(ROOT))

    assert Path(found.strip()).parent != ROOT / "calendar"


def test_our_calendar_stands_beside_it_under_its_full_name() -> None:
    found = run_in_root(
        sys.executable, "-c", "import calendar, tilsvar.calendar as ours; print(*ours.__path__)"
    )

    assert Path(found.strip()).samefile(ROOT / "calendar")


@pytest.mark.parametrize(
    "command",
    [
        (sys.executable, "-m", "pytest", "--version"),
        (sys.executable, "-m", "dramatiq", "--version"),
        (sys.executable, "-m", "uvicorn", "--version"),
        (sys.executable, "-m", "alembic", "--version"),
        (str(BIN / "pytest"), "--version"),
        (str(BIN / "dramatiq"), "--version"),
        (str(BIN / "uvicorn"), "--version"),
        (str(BIN / "alembic"), "--version"),
    ],
    ids=lambda command: " ".join(Path(word).name for word in command),
)
def test_the_command_lines_we_use_start_in_the_root(command: tuple[str, ...]) -> None:
    run_in_root(*command, PYTHONPATH=str(ROOT))


def test_calendar_has_no_init_file() -> None:
    assert not (ROOT / "calendar" / "__init__.py").exists()
