"""The dates of a series as people write them."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tilsvar.commands.series import SeriesRefused
from tilsvar.domain.dates import Edtf
from tilsvar.domain.meetings import MeetingTime
from tilsvar.intake.meeting_dates import (
    NoDates,
    UnreadableFile,
    dates_in_file,
    read_meeting_date,
    read_meeting_dates,
)

OSLO = ZoneInfo("Europe/Oslo")
DAY = Edtf("2023-03-10")
NINE, TWO = datetime(2023, 3, 10, 9, tzinfo=UTC), datetime(2023, 3, 10, 14, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2023-03-10", MeetingTime(DAY)),
        ("2023-03-10T10:00", MeetingTime(DAY, NINE)),
        ("2023-03-10T10:00-15:00", MeetingTime(DAY, NINE, TWO)),
        (" 10.3.2023 kl. 10.00\N{EN DASH}15.00 ", MeetingTime(DAY, NINE, TWO)),
        ("10. mars 2023", MeetingTime(DAY)),
    ],
)
def test_a_day_is_read_with_the_hours_that_are_named(text: str, time: MeetingTime) -> None:
    assert read_meeting_date(text, OSLO) == time


def test_every_date_that_cannot_be_is_named() -> None:
    texts = ["2023-03-10", "2023-02-31", "2023-03-10T10:00-25:00", "2023-03-10T15:00-10:00", "?"]

    with pytest.raises(SeriesRefused) as refusal:
        read_meeting_dates(texts, OSLO)

    assert len(refusal.value.faults) == 4
    for text, fault in zip(texts[1:], refusal.value.faults, strict=True):
        assert text.partition("T")[0] in fault


def test_a_file_has_one_date_a_line_and_comments(tmp_path: Path) -> None:
    path = tmp_path / "dates.txt"
    path.write_text("\ufeff# 2023\n2023-03-10T10:00-15:00  # Oslo\n\n2.6.2023\r\n", "utf-8")

    assert dates_in_file(path) == ["2023-03-10T10:00-15:00", "2.6.2023"]


def test_what_is_no_text_or_holds_no_date_is_said_to_be_so(tmp_path: Path) -> None:
    path = tmp_path / "dates.txt"
    path.write_bytes(b"10. m\xe6rs 2023")

    with pytest.raises(UnreadableFile):
        dates_in_file(path)
    with pytest.raises(NoDates):
        read_meeting_dates([], OSLO)
