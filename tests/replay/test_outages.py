"""Workers and scheduler stop while facts enter: what is told afterwards, reminder by reminder.

Nothing is lost that is neither superseded nor closed, nothing is told twice, and of each object
only the most urgent of what was missed is told, under the version that its date then has.
"""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tilsvar.intake.register.reader import Register
from tilsvar.settings import Settings
from tilsvar.tests.intake.desk import SHEETS
from tilsvar.tests.intake.folder import Folder
from tilsvar.tests.replay.outages import (
    Calm,
    Told,
    calm,
    compared,
    expected,
    played,
    some_outages,
)
from tilsvar.workers.replay import Outage, wired

FIRST = datetime(2016, 5, 1, tzinfo=UTC)
LAST = datetime(2023, 2, 2, tzinfo=UTC)
REPLAYS = 4
AT_A_TIME = 9
"""Outages in one replay: they do not touch one another, so that each stands for itself."""


@pytest.fixture(scope="module")
def undisturbed(example: Register, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Calm]:
    out = tmp_path_factory.mktemp("calm")
    return out, calm(example, out)


def should_be(undisturbed: tuple[Path, Calm], outages: list[Outage]) -> list[Told]:
    out, found = undisturbed
    url = f"sqlite:///{out / 'replay.db'}"
    with wired(Settings(database_url=url), out) as app:
        return expected(app, found, outages)


@pytest.mark.parametrize("seed", range(REPLAYS))
def test_no_reminder_is_lost_or_repeated_by_an_outage_anywhere(
    example: Register, undisturbed: tuple[Path, Calm], out: Path, seed: int
) -> None:
    outages = some_outages(Random(seed), FIRST, LAST, AT_A_TIME)

    assert played(example, out, outages) == should_be(undisturbed, outages)


def test_the_outages_hit_what_they_are_meant_to_hit(undisturbed: tuple[Path, Calm]) -> None:
    """The dice above fall so that rungs are late, superseded and closed, and not only missed."""
    _, found = undisturbed
    late = superseded = closed = 0
    for seed in range(REPLAYS):
        for begin, end in some_outages(Random(seed), FIRST, LAST, AT_A_TIME):
            missed = [each for each in found.fired if begin <= each.at <= end]
            then = found.open_at(end)
            still = [each for each in missed if then.get((each.kind, each.key)) == each.version]
            closed += len(missed) - len(still)
            late += len({(each.kind, each.key) for each in still})
            superseded += len(still) - len({(each.kind, each.key) for each in still})

    assert min(late, superseded, closed) >= 3, (late, superseded, closed)


def test_an_outage_of_all_the_years_tells_only_what_is_open_at_its_end(
    example: Register, undisturbed: tuple[Path, Calm], out: Path
) -> None:
    """From the first letter to the last afternoon: three answers are still missing."""
    outages = [(FIRST, datetime(2023, 2, 3, 15, 17, tzinfo=UTC))]

    told = played(example, out, outages)

    assert told == should_be(undisturbed, outages)
    owed = {(each.key, each.rung) for each in told if each.kind == "obligation" and not each.news}
    assert owed == {
        ("L2021-02/HOD", "+30wd"),
        ("L2021-03/HOD", "+30wd"),
        ("L2022-06/NFD", "+30wd"),
    }
    # What came meanwhile is news all the same.
    assert len({(each.key, each.rung) for each in told if each.news}) == 5


def test_what_is_down_to_the_end_has_told_nothing_since(
    example: Register, undisturbed: tuple[Path, Calm], out: Path
) -> None:
    begin = datetime(2021, 8, 30, 9, 17, tzinfo=UTC)

    told = played(example, out, [(begin, datetime(2024, 1, 1, tzinfo=UTC))])

    assert told == compared(each for each in undisturbed[1].told if each.at < begin)


def test_a_theme_that_moved_and_came_to_rest_within_an_outage_is_told_of_after_it(
    tmp_path: Path,
) -> None:
    """A letter of 1 September 2022, 90 days after it 30 November, and nobody works till Christmas.

    Of the rest since the plan began on 1 January, at the start of April, it was told in time.
    """
    place = tmp_path / "register"
    place.mkdir()
    folder = Folder(place)
    sheets = {
        **{sheet: f"{text.splitlines()[0]}\n" for sheet, text in SHEETS.items()},
        "organisations": SHEETS["organisations"],
        "areas": SHEETS["areas"],
        "people": SHEETS["people"],
        "themes": "key,title,area\nT1,Kunnskapsløft,HELSE\n",
    }
    for sheet, text in sheets.items():
        folder.write(sheet, text)
    folder.add("letters", "L1,letter,Brev,HELSE,2022-09-01,HOD,no,,,004")
    back = datetime(2022, 12, 20, 9, 17, tzinfo=UTC)

    outages = [(datetime(2022, 8, 31, 9, 17, tzinfo=UTC), back)]
    told = played(folder.read(), tmp_path / "out", outages)

    assert [(each.key, each.rung, each.at.date()) for each in told] == [
        ("T1/idle", "+90d", date(2022, 3, 31)),
        ("T1/idle", "+90d", back.date()),
    ]


DAYS = st.dates(date(2022, 8, 1), date(2023, 1, 31))
SPRING = datetime(2022, 8, 1, 0, 0, 17, tzinfo=UTC)


@st.composite
def registers(draw: st.DrawFn) -> dict[str, str]:
    """A letter with an answer or a promise, a consultation, a deadline and a draft, on any days.

    The letter and the draft belong to a theme.
    """

    def day() -> str:
        return draw(DAYS).isoformat()

    sent = draw(st.dates(date(2022, 8, 1), date(2022, 11, 30)))
    answered = sent + timedelta(days=draw(st.integers(1, 90)))
    promised = answered + timedelta(days=draw(st.integers(1, 60)))
    reply = draw(st.sampled_from(["", "interim,,", f"interim,,{promised}", "final,BU,"]))
    rows = f"L1,HOD,{answered},{reply},Svar,004\n" if reply else ""
    known = draw(DAYS)
    later = known + timedelta(days=draw(st.integers(0, 60)))
    status = draw(st.sampled_from(["announced,", "submitted,L1"]))
    return {
        "letters": SHEETS["letters"].splitlines()[0]
        + f"\nL1,letter,Brev,HELSE,{sent},HOD;KD,yes,,,004\n",
        "replies": SHEETS["replies"].splitlines()[0] + f"\n{rows}",
        "consultations": SHEETS["consultations"].splitlines()[0]
        + f"\nC1,Helsedata,HOD,consultation,{known},{later},{status},{known},004\n",
        "deadlines": SHEETS["deadlines"].splitlines()[0]
        + f"\nD1,Innspill,{later},C1,internal,{known},004\n",
        "themes": "key,title,area\nT1,Kunnskapsløft,HELSE\n",
        "opeds": SHEETS["opeds"].splitlines()[0] + f"\nO1,Kronikk,HELSE,draft,,,DM,{day()},004\n",
    }


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    sheets=registers(),
    begins=st.integers(0, 180 * 24 * 60),
    lasts=st.integers(1, 120 * 24 * 60),
)
def test_no_register_and_no_outage_loses_or_repeats_a_reminder(
    tmp_path_factory: pytest.TempPathFactory, sheets: dict[str, str], begins: int, lasts: int
) -> None:
    place, out, again = (tmp_path_factory.mktemp(each) for each in ("register", "calm", "again"))
    folder = Folder(place)
    for sheet, text in {**SHEETS, **sheets}.items():
        folder.write(sheet, text)
    register = folder.read()
    begin = SPRING + timedelta(minutes=begins)
    outages = [(begin, min(begin + timedelta(minutes=lasts), LAST))]
    found = calm(register, out)

    assert played(register, again, outages) == should_be((out, found), outages)
