"""Where a replay may work, which days it covers, and what it says of a register it cannot play."""

import json
from datetime import date
from pathlib import Path

import pytest

from tilsvar.intake.register.reader import Register
from tilsvar.intake.register.refusal import RegisterRefused
from tilsvar.settings import Settings
from tilsvar.tests.intake.folder import Folder
from tilsvar.tests.replay.outcome import mails_in
from tilsvar.workers.replay import NotEmpty, replay

THE_DAY = date(2016, 6, 20)
THE_MAIL = "2016-06-20-Digest-SEK"
EARLIER = ("2016-02-29-Digest-SEK", "2016-05-18-Digest-SEK")
"""The ideas had lain still, and then the letter went out and suggested an activity."""


def test_a_database_with_tables_is_refused_and_left_alone(
    example: Register, out: Path, database_url: str
) -> None:
    with pytest.raises(NotEmpty, match="has tables already"):
        replay(example, until=THE_DAY, out=out, settings=Settings(database_url=database_url))
    assert list(out.iterdir()) == []


def test_the_folder_of_an_earlier_replay_is_refused_and_its_mails_stay(
    example: Register, out: Path
) -> None:
    replay(example, until=THE_DAY, out=out, settings=Settings())
    with pytest.raises(NotEmpty):
        replay(example, until=date(2016, 6, 1), out=out, settings=Settings())
    assert list(mails_in(out)) == [*EARLIER, THE_MAIL]


@pytest.mark.parametrize(
    ("until", "mails"),
    [(THE_DAY, [*EARLIER, THE_MAIL]), (date(2016, 6, 19), [*EARLIER])],
    ids=["day", "day before"],
)
def test_the_last_day_is_part_of_it(
    example: Register, out: Path, until: date, mails: list[str]
) -> None:
    replay(example, until=until, out=out, settings=Settings())
    assert list(mails_in(out)) == mails
    assert json.loads((out / "unanswered.json").read_text())["as_of"] == until.isoformat()


def test_before_the_first_fact_there_is_nothing_to_tell(example: Register, out: Path) -> None:
    summary = replay(example, until=date(2014, 1, 1), out=out, settings=Settings())
    assert summary.months == []
    assert mails_in(out) == {}
    assert json.loads((out / "unanswered.json").read_text())["rows"] == []


def test_facts_without_a_known_day_are_counted_as_assumed(example: Register, out: Path) -> None:
    summary = replay(example, until=date(2016, 12, 31), out=out, settings=Settings())
    # Of 2016's meetings the first four lay before the minutes that tell of the others; fifteen of
    # the themes stand in no area whose plan would tell since when there is such a theme.
    assert summary.assumed == 4 + 15


def test_what_the_domain_refuses_is_told_with_its_file_and_line(out: Path, tmp_path: Path) -> None:
    place = tmp_path / "register"
    place.mkdir()
    folder = Folder(place)
    folder.write("opeds", "id,title,status,known\nO1,Uten avis,published,2020-01-01\n")

    with pytest.raises(RegisterRefused, match=r"opeds\.csv line 2: Say which outlet O1 went to"):
        replay(folder.read(), until=date(2021, 1, 1), out=out, settings=Settings())
