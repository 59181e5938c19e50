"""What an outlet takes, coverage that is taken back, and who may speak for the council."""

from datetime import date
from typing import Any

import pytest

from tilsvar.domain.dates import Edtf
from tilsvar.domain.events import (
    CoverageCorrected,
    CoverageRestored,
    CoverageWithdrawn,
    OutletDescribed,
    SpeakerNamed,
    SpeakerUnnamed,
)
from tilsvar.domain.links import NotALink
from tilsvar.domain.media import (
    Coverage,
    CoverageSort,
    NotALeadTime,
    NotALength,
    Outlet,
    Speaker,
    SpeaksOnOneThing,
)


def described(**values: Any) -> Outlet:
    outlet = Outlet("DM")
    known: dict[str, Any] = {"longest": 5000, "lead_days": 7, "submit_to": "", "note": ""} | values
    outlet.describe(**known)
    return outlet


def test_the_last_day_is_so_many_days_before_the_wanted_one() -> None:
    assert described().last_day(date(2023, 3, 10)) == date(2023, 3, 3)
    assert described(lead_days=0).last_day(date(2023, 3, 10)) == date(2023, 3, 10)
    assert described(lead_days=None).last_day(date(2023, 3, 10)) is None


def test_a_text_is_measured_with_its_spaces_but_not_those_around_it() -> None:
    outlet = described(longest=11)

    assert outlet.too_long("  Helse nå å \n") == 0
    assert outlet.too_long("Helse nå åå") == 0
    assert outlet.too_long("Helse nå ååå") == 1
    assert described(longest=None).too_long("x" * 100_000) == 0


def test_what_it_takes_is_told_only_when_it_changes() -> None:
    outlet = described()
    assert outlet.events == [OutletDescribed("DM", ("longest", "lead_days"))]

    outlet.describe(longest=5000, lead_days=7, submit_to="", note="")
    assert len(outlet.events) == 1


@pytest.mark.parametrize("longest", [0, -5, 1_000_001])
def test_a_length_that_cannot_be_is_refused(longest: int) -> None:
    with pytest.raises(NotALength):
        described(longest=longest)


@pytest.mark.parametrize("lead_days", [-1, 366])
def test_a_lead_time_that_cannot_be_is_refused(lead_days: int) -> None:
    with pytest.raises(NotALeadTime):
        described(lead_days=lead_days)


def test_coverage_is_withdrawn_and_counts_again() -> None:
    found = Coverage.of("MO1", "Svar", Edtf("2021-02"), sort=CoverageSort.ANSWER, outlet="DM")
    found.withdraw("Registrert to ganger")
    found.withdraw()
    found.restore()
    found.restore()

    assert not found.withdrawn
    assert found.events[1:] == [
        CoverageWithdrawn("MO1", "Registrert to ganger"),
        CoverageRestored("MO1"),
    ]


def test_only_web_addresses_are_kept() -> None:
    with pytest.raises(NotALink):
        Coverage.of("MO1", "Svar", Edtf("2021"), url="javascript:alert(1)")
    found = Coverage.of("MO1", "Svar", Edtf("2021"), url=" https://dm.example/1 ")
    with pytest.raises(NotALink):
        found.correct(url="ftp://dm.example")
    found.correct(url="https://dm.example/2", title="Svar")

    assert found.url == "https://dm.example/2"
    assert found.events[-1] == CoverageCorrected("MO1", ("url",))


def test_a_spokesperson_is_named_once_and_ended_once() -> None:
    speaker = Speaker.of("LEDER", area="KOMMUNELOFT")
    for _ in range(2):
        speaker.name()
    for _ in range(2):
        speaker.unname()

    assert speaker.events == [
        SpeakerNamed("LEDER", None, "KOMMUNELOFT"),
        SpeakerUnnamed("LEDER", None, "KOMMUNELOFT"),
    ]
    with pytest.raises(SpeaksOnOneThing):
        Speaker.of("LEDER", theme="T1", area="A1")
