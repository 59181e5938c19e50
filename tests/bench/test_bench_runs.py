"""The benchmark runs and measures what it says; how fast that was is nobody's test."""

import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).parents[2] / "bench" / "run.py"


def test_the_quick_benchmark_prints_every_ratio_beside_its_goal() -> None:
    ran = subprocess.run(
        [sys.executable, "-W", "error", str(BENCH), "--quick", "--sqlite"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
    head, *lines = ran.stdout.split("\n\n")[-1].strip().splitlines()
    assert head.split() == ["what", "ours", "bare", "ratio", "goal", "met"]
    assert [line.split(", SQLite")[0] for line in lines] == [
        "a deadline set: 3 rows",
        "a letter to three ministries: 6 rows",
        "relay of pending deliveries",
        "due scan among 1,000 rungs",
        "due scan among 2,000 rungs",
        "due scan among 10,000 rungs",
        "our scan, 10,000 against 1,000",
        "mails, mixed as in the register",
        "mails on letters to three ministries",
        "digests of 3 people with 4 items each",
        "our digests, 1,000 other reminders against 100",
        "feed of 200 entries: 304",
        "feed of 200 entries: in full",
        "feed of 200 after one change",
        "today, 200 letters",
        "letters, 200 letters",
        "letters, filtered, 200 letters",
        "a letter, 200 letters",
        "history, 200 letters",
        "today, 4,000 letters against 200",
        "letters, 4,000 letters against 200",
        "letters, filtered, 4,000 letters against 200",
        "letters of a year, 4,000 letters against 200",
        "letters with a word that all have, 4,000 letters against 200",
        "letters with a word that one has, 4,000 letters against 200",
        "letters, last page, 4,000 letters against 200",
        "a letter, 4,000 letters against 200",
        "history, 4,000 letters against 200",
        "history, last page, 4,000 letters against 200",
        "consultations, 4,000 letters against 200",
        "organisations, 4,000 letters against 200",
        "an organisation, 4,000 letters against 200",
        "unanswered, 4,000 letters against 200",
        "search, 4,000 letters against 200",
        "today, 400 contacts against 200",
        "themes, 400 contacts against 200",
        "plan of action, 400 contacts against 200",
        "who has gone quiet, 400 contacts against 200",
        "a theme, 400 contacts against 200",
        "a theme's timeline, 400 contacts against 200",
        "a stakeholder, 400 contacts against 200",
        "new stakeholders, 400 contacts against 200",
        "an invitation list, 400 contacts against 200",
        "organisations, 400 contacts against 200",
        "an organisation, 400 contacts against 200",
        "an organisation's timeline, 400 contacts against 200",
        "communications, 400 contacts against 200",
        "communications of the year, 400 contacts against 200",
        "communications, gaps, 400 contacts against 200",
        "outlets, 400 contacts against 200",
        "coverage, 400 contacts against 200",
        "a letter, 400 contacts against 200",
        "answer times of a year, 4,000 letters against 200",
        "activities of a year, 4,000 letters against 200",
        "annual lists of a year, 4,000 letters against 200",
        "unanswered, 400 of 4,000 letters",
    ]
    assert all(line.endswith(("yes", "NO")) for line in lines)
