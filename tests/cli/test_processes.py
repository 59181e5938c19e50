"""A few commands as real processes, as a script or a person starts them."""

import os
import subprocess
import sys
from importlib.resources import as_file, files
from pathlib import Path

import pytest


@pytest.fixture
def run(tmp_path: Path) -> "Runner":
    return Runner(tmp_path)


class Runner:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "tilsvar.cli", *arguments],
            cwd=self.folder,
            env={**os.environ, "COLUMNS": "200", **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )


def test_a_register_is_imported_and_reported_on_by_separate_processes(run: Runner) -> None:
    assert run("migrate").returncode == 0
    with as_file(files("tilsvar.examples.helseomsorg21")) as folder:
        tried = run("import", str(folder), "--dry-run")
        imported = run("import", str(folder))
        again = run("import", str(folder))

    assert tried.stdout.splitlines()[0] == imported.stdout.splitlines()[0].replace(
        " are ", " would be "
    )
    assert (imported.returncode, imported.stderr) == (0, "")
    assert again.stdout.startswith("0 rows are new, 0 are corrected, ")
    report = run("report", "unanswered", "--as-of", "2023-02-03")
    assert (report.returncode, report.stderr) == (0, "")
    assert "L2022-06" in report.stdout


def test_a_mistake_ends_with_a_code_and_a_sentence(run: Runner) -> None:
    done = run("report", "unanswered")

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == "The database has no tables of this version yet: run `tilsvar migrate`.\n"


def test_a_reader_that_stops_reading_is_no_fault(run: Runner) -> None:
    run("migrate")

    command = [sys.executable, "-m", "tilsvar.cli", "calendar", "export", "council"]
    with subprocess.Popen(
        command, cwd=run.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as started:
        assert started.stdout is not None
        started.stdout.close()
        started.wait(timeout=60)
        assert started.stderr is not None
        complaints = started.stderr.read()

    assert complaints == b""


def test_help_does_not_wait_for_the_database_libraries(run: Runner) -> None:
    code = (
        "import sys; from tilsvar.cli import main; main(['letter', 'sent', '--help'])\n"
        "print('sqlalchemy' in sys.modules, 'dramatiq' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=run.folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )

    assert done.stderr == "False False\n"


def test_a_demo_ends_with_the_three_open_answers_and_says_where_things_lie(run: Runner) -> None:
    done = run("demo")

    told = done.stdout.replace("\u00a0", " ")
    assert done.returncode == 0
    assert "LETTERS SENT" in told
    assert "I alt: 3 ubesvarte, 2 over fristen, 1 foreløpig svar." in told
    assert "make serve" in told
    demo = run.folder / "var" / "demo"
    assert list((demo / "mails").glob("*.eml"))
    assert (demo / "council.ics").is_file()
    assert not (run.folder / "var" / "tilsvar.db").exists()
