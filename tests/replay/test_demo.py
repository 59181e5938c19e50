"""The demo: the example register in a folder of its own, as often as anybody likes."""

from pathlib import Path

import pytest

from tilsvar.settings import Settings
from tilsvar.tests.replay.outcome import Outcome
from tilsvar.workers.demo import run_demo


def test_the_demo_touches_only_its_own_folder_and_can_be_run_twice(
    first: Outcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    demo = tmp_path / "demo"
    demo.mkdir()
    (demo / "notes.txt").write_text("mine")
    settings = Settings(
        database_url=f"sqlite:///{elsewhere / 'real.db'}",
        redis_url="redis://127.0.0.1:1/0",
        mail_url=f"file:{elsewhere / 'outbox'}",
    )

    once = Outcome(demo, run_demo(demo, settings)).files
    (demo / "mails" / "left-over.eml").write_text("from an older demo")
    twice = Outcome(demo, run_demo(demo, settings)).files

    assert once == twice == first.files | {"notes.txt": b"mine"}
    assert list(elsewhere.iterdir()) == []
