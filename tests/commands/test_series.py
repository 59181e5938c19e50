"""The year's council meetings in one go."""

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.meetings import cancel_meeting, schedule_meeting
from tilsvar.commands.series import SeriesRefused, schedule_series
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import MeetingKind
from tilsvar.domain.meetings import Meeting, MeetingTime
from tilsvar.domain.numbered_meetings import numbered
from tilsvar.tests.workers.invited import do


def days(*texts: str) -> list[MeetingTime]:
    return [MeetingTime(Edtf(text)) for text in texts]


def meetings(app: App) -> list[Meeting]:
    with app.office.reading() as work:
        return work.all(Meeting)


def test_the_days_of_a_year_become_numbered_meetings_each_with_a_uid_of_its_own(app: App) -> None:
    do(app.office, schedule_series, times=days("2023-06-02", "2023-03-10", "2024-01-19"))

    made = sorted(meetings(app), key=lambda each: each.time.on.sort_key())
    assert [each.title for each in made] == [
        "Rådsmøte 1/2023",
        "Rådsmøte 2/2023",
        "Rådsmøte 1/2024",
    ]
    assert [each.key for each in made] == ["M2023-01", "M2023-02", "M2024-01"]
    assert len({each.uid for each in made}) == 3


def test_the_numbers_go_on_from_the_years_own_whatever_their_keys(app: App) -> None:
    def register(title: str, day: str, kind: MeetingKind = MeetingKind.COUNCIL) -> Meeting:
        found: Meeting = do(
            app.office, schedule_meeting, title=title, time=MeetingTime(Edtf(day)), kind=kind
        )
        return found

    register("Rådsmøte 03/23", "2023-02-10")
    cancelled = register("Rådsmøte 4/2023", "2023-04-10")
    do(app.office, cancel_meeting, meeting=cancelled.key)
    register("Dialogmøte 9/2023", "2023-03-01", MeetingKind.DIALOGUE)
    register("Ekstraordinært rådsmøte", "2023-02-20")

    do(app.office, schedule_series, times=days("2023-04-10"), title="Møte")

    assert meetings(app)[-1].title == "Møte 5/2023"


def test_it_is_all_or_nothing_and_every_error_names_its_date(app: App) -> None:
    do(app.office, schedule_series, times=days("2023-03-10"))

    with pytest.raises(SeriesRefused) as refusal:
        do(
            app.office,
            schedule_series,
            times=days(
                "2023-03-10", "2023-06-02", "2023-06-02", "2022-06-02", "2023-21", "2023-12-01"
            ),
        )

    assert sorted(fault.partition(":")[0] for fault in refusal.value.faults) == [
        "2022-06-02",
        "2023-03-10",
        "2023-06-02",
        "2023-21",
    ]
    assert "Rådsmøte 1/2023 (M2023-01)" in str(refusal.value)
    assert len(meetings(app)) == 1


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Rådsmøte 1/2023", (2023, 1)),
        ("Rådsmøte 01/16", (2016, 1)),
        ("Rådsmøte", None),
        ("Dialog 24/7 om 2023", None),
    ],
)
def test_a_number_is_read_off_the_end_of_a_title(
    title: str, number: tuple[int, int] | None
) -> None:
    assert numbered(title) == number
