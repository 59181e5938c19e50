"""Who was there: recorded once, put right when it was wrong."""

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.attendance import (
    BothThereAndNot,
    NeverHeld,
    NotBegunYet,
    record_attendance,
)
from tilsvar.commands.invitations import invite, uninvite
from tilsvar.commands.meetings import cancel_meeting, schedule_meeting
from tilsvar.domain.attendance import Attendance
from tilsvar.domain.dates import Edtf
from tilsvar.domain.events import AttendanceCorrected, AttendanceRecorded
from tilsvar.domain.kinds import Kind
from tilsvar.domain.meetings import MeetingTime
from tilsvar.store.event_log import history
from tilsvar.store.unit_of_work import Unknown
from tilsvar.tests.servers.office import HandBell
from tilsvar.tests.workers.council_meeting import (
    AFTERWARDS,
    MAYBE,
    NO,
    START,
    YES,
    call_council,
    it_is,
    say,
)
from tilsvar.tests.workers.invited import do

COUNCIL = {"LEDER", "MEDLEM1", "MEDLEM2"}


@pytest.fixture
def held(app: App, bell: HandBell) -> App:
    """The council meeting is over. LEDER had said yes and MEDLEM1 no, VARA1 yes."""
    call_council(app, bell)
    do(app.office, invite, meeting="R1", who="ola@uio.example", name="Ola Hansen")
    for who, partstat in (("LEDER", YES), ("MEDLEM1", NO), ("VARA1", YES), ("SEK1", MAYBE)):
        say(app, bell, who, partstat)
    it_is(app, AFTERWARDS)
    return app


def recorded(app: App, meeting: str = "R1") -> tuple[set[str], set[str]]:
    with app.office.reading() as work:
        found = work.look(Attendance, meeting)
    assert found is not None
    return set(found.present), set(found.absent)


def record(app: App, present: str = "", absent: str = "", meeting: str = "R1") -> None:
    do(
        app.office,
        record_attendance,
        meeting=meeting,
        present=present.split(),
        absent=absent.split(),
    )


def test_whoever_is_not_named_counts_as_they_answered(held: App) -> None:
    record(held, present="MEDLEM2")

    assert recorded(held) == (
        {"LEDER", "MEDLEM2", "VARA1"},
        {"MEDLEM1", "SEK1", "guest-1"},
    )


def test_where_only_the_absent_are_named_the_others_were_there(held: App) -> None:
    record(held, absent="MEDLEM2")

    assert recorded(held) == (
        {"LEDER", "VARA1", "SEK1", "guest-1"},
        {"MEDLEM1", "MEDLEM2"},
    )


def test_a_deputy_who_never_answered_is_not_taken_for_present(app: App, bell: HandBell) -> None:
    call_council(app, bell)
    say(app, bell, "MEDLEM1", NO)
    it_is(app, START)

    record(app, absent="MEDLEM2")

    assert recorded(app)[1] == {"MEDLEM1", "MEDLEM2", "VARA1"}


def test_what_was_named_beats_what_was_answered(held: App) -> None:
    record(held, present="MEDLEM1 VARA2 HOD ola@uio.example", absent="LEDER VARA1")

    assert recorded(held) == (
        {"MEDLEM1", "VARA2", "HOD", "guest-1"},
        {"LEDER", "MEDLEM2", "VARA1", "SEK1"},
    )


def test_a_correction_changes_those_it_names_and_tells_of_them_alone(held: App) -> None:
    record(held, present="MEDLEM2")
    record(held, present="SEK1", absent="LEDER")
    record(held, present="SEK1", absent="LEDER")

    assert recorded(held) == (
        {"MEDLEM2", "VARA1", "SEK1"},
        {"LEDER", "MEDLEM1", "guest-1"},
    )
    with held.office.reading() as work:
        told = [each.event for each in history(work.session, Kind.MEETING, "R1")][-2:]
    assert told == [
        AttendanceRecorded("R1", ("LEDER", "MEDLEM2", "VARA1"), ("MEDLEM1", "SEK1", "guest-1")),
        AttendanceCorrected("R1", ("SEK1",), ("LEDER",)),
    ]


def test_the_whole_council_belongs_to_its_meeting_invited_or_not(app: App, bell: HandBell) -> None:
    call_council(app, bell)
    day = MeetingTime(Edtf("2023-02-03"))
    do(app.office, schedule_meeting, key="R0", title="Rådsmøte 1/2023", time=day)

    record(app, present="LEDER MEDLEM1", meeting="R0")

    assert recorded(app, "R0") == ({"LEDER", "MEDLEM1"}, {"MEDLEM2"})


def test_whoever_was_uninvited_is_no_longer_awaited(held: App) -> None:
    do(held.office, uninvite, meeting="R1", who="guest-1")
    record(held, present="MEDLEM2")

    assert "guest-1" not in set.union(*recorded(held))


def test_nobody_is_there_before_the_meeting_has_begun_or_when_it_is_cancelled(
    app: App, bell: HandBell
) -> None:
    call_council(app, bell)
    with pytest.raises(NotBegunYet):
        record(app, present="LEDER")

    do(app.office, cancel_meeting, meeting="R1")
    it_is(app, AFTERWARDS)
    with pytest.raises(NeverHeld):
        record(app, present="LEDER")


def test_nobody_is_both_there_and_not_and_everybody_is_known(held: App) -> None:
    with pytest.raises(BothThereAndNot, match="LEDER"):
        record(held, present="leder@ho21.example", absent="LEDER")
    with pytest.raises(Unknown, match="NOBODY"):
        record(held, present="NOBODY")
