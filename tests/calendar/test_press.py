"""A calendar is made anew when something in it has changed, and then only what has changed."""

from datetime import datetime, timedelta

import pytest

from tilsvar.calendar.feeds import export
from tilsvar.calendar.press import Edition, Order, Press
from tilsvar.calendar.selection import Selection
from tilsvar.calendar.shelf import Shelf
from tilsvar.commands.areas import register_area
from tilsvar.commands.consultations import decline_consultation, publish_consultation
from tilsvar.commands.deadlines import cancel_deadline, set_deadline
from tilsvar.commands.meetings import cancel_meeting, correct_meeting, schedule_meeting
from tilsvar.domain.consultations import Consultation
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import MeetingKind
from tilsvar.domain.meetings import MeetingTime
from tilsvar.domain.organisations import Organisation
from tilsvar.store.calendar_change import last_change
from tilsvar.store.clock import FixedClock
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.calendar.linter import faults
from tilsvar.wording.language import language

NB = language("nb")
BASE = "https://tilsvar.example.no"
COUNCIL = Order("council", Selection(), alarms=False, language="nb", base_url=BASE)


@pytest.fixture(autouse=True)
def _a_few_things(office: Office) -> None:
    with office.work(by="SEK1") as work:
        register_area(work, key="DATA", name="Helsedata")
        day = MeetingTime(Edtf("2023-02-16"))
        schedule_meeting(work, key="M1", title="Rådsmøte 1/2023", time=day)
        schedule_meeting(
            work,
            key="M2",
            title="Dialog",
            time=day,
            kind=MeetingKind.DIALOGUE,
            participants=["KD"],
            area="DATA",
        )
        publish_consultation(
            work,
            key="C1",
            title="Langtidsplan",
            publisher="KD",
            deadline=Edtf("2023-03-01"),
            area="DATA",
        )
        set_deadline(work, key="D1", title="Utkast", due=Edtf("2023-02-20"), consultation="C1")
        set_deadline(work, key="D2", title="Delrapport", due=Edtf("2023-02-16"))
        work.commit()


@pytest.fixture
def press(office: Office) -> Press:
    return Press(office)


def change_of(office: Office) -> int:
    with office.reading() as work:
        return last_change(work.session)


def written_for(press: Press, order: Order = COUNCIL) -> tuple[Edition, int]:
    """The calendar, and how many of its entries were written for it."""
    before = len(press._pieces)
    edition = press.edition(order)
    assert faults(edition.content) == []
    return edition, len(press._pieces) - before


def test_the_first_calendar_is_written_whole_and_the_next_not_at_all(press: Press) -> None:
    first, count = written_for(press)
    again, none = written_for(press)

    assert (count, none) == (5, 0)
    assert again is first


def test_after_a_change_only_what_it_touches_is_written(office: Office, press: Press) -> None:
    first, _ = written_for(press)

    for name in ("Lysaker", "Oslo"):
        with office.work(by="SEK1") as work:
            correct_meeting(work, meeting="M1", place=name)
            work.commit()
        changed, count = written_for(press)
        assert count == 1
        assert f"LOCATION:{name}\r\n".encode() in changed.content

    assert changed.tag != first.tag
    with office.reading() as work:
        assert changed.content == export(work, "council", NB, BASE)


def test_other_words_reach_every_entry_that_tells_them(office: Office, press: Press) -> None:
    written_for(press)
    with office.work(by="SEK1") as work:
        kind = work.get(Organisation, "KD").kind
        work.get(Organisation, "KD").correct(name="KD og co", kind=kind, email="", note="")
        work.get(Consultation, "C1").correct(work.now, title="Ny plan")
        work.commit()

    changed, count = written_for(press)

    # The meeting with KD, the consultation from KD, and the deadline that belongs to it.
    assert count == 3
    assert changed.content.count(b"KD og co") == 2
    assert changed.content.count(b"Ny plan") == 2
    assert b"Langtidsplan" not in changed.content


def test_readers_in_other_languages_and_with_alarms_have_their_own(press: Press) -> None:
    bokmaal, _ = written_for(press)
    english, count = written_for(press, COUNCIL._replace(language="en"))
    alarmed, count_alarmed = written_for(press, COUNCIL._replace(alarms=True))

    assert (count, count_alarmed) == (5, 5)
    assert b"CATEGORIES:Council meeting" in english.content
    assert b"VALARM" in alarmed.content
    assert written_for(press)[0] is bokmaal


def test_calendars_share_what_they_both_show(press: Press) -> None:
    written_for(press)

    deadlines, count = written_for(press, COUNCIL._replace(selection=Selection(("deadline",))))

    assert count == 0
    assert deadlines.content.count(b"BEGIN:VEVENT") == 3


def test_the_calendar_of_an_area_holds_what_belongs_to_it(press: Press) -> None:
    order = COUNCIL._replace(name="helsedata", selection=Selection(area="DATA"))
    edition, _ = written_for(press, order)

    assert edition.content.count(b"BEGIN:VEVENT") == 3
    assert b"X-WR-CALNAME:helsedata\r\n" in edition.content
    assert "Bare området Helsedata.".encode() in edition.content


def test_an_order_is_kept_for_its_change_and_its_day_and_no_longer(
    office: Office, press: Press
) -> None:
    clock = office.clock
    assert isinstance(clock, FixedClock)
    edition = press.edition(COUNCIL)
    now = change_of(office)

    assert press.kept(COUNCIL, now) is edition
    assert press.kept(COUNCIL, now + 1) is None
    clock.set(datetime.fromisoformat("2023-02-03T23:59:59+01:00"))
    assert press.kept(COUNCIL, now) is edition
    clock.set(datetime.fromisoformat("2023-02-04T00:00:00+01:00"))
    assert press.kept(COUNCIL, now) is None
    assert press.edition(COUNCIL).content == edition.content


def test_what_is_cancelled_stays_for_thirty_days_after_its_date_and_then_goes(
    office: Office, press: Press
) -> None:
    clock = office.clock
    assert isinstance(clock, FixedClock)
    with office.work(by="SEK1") as work:
        cancel_meeting(work, meeting="M1")
        cancel_deadline(work, deadline="D2")
        work.commit()
    before = press.edition(COUNCIL)
    assert "SUMMARY:AVLYST: Rådsmøte 1/2023\r\n".encode() in before.content
    assert before.content.count(b"STATUS:CANCELLED\r\n") == 2

    clock.set(datetime.fromisoformat("2023-03-18T23:00:00+01:00"))
    assert press.edition(COUNCIL).content == before.content

    clock.set(datetime.fromisoformat("2023-03-19T00:00:00+01:00"))
    after = press.edition(COUNCIL)
    assert "AVLYST: Rådsmøte".encode() not in after.content
    assert b"AVLYST: Delrapport" not in after.content
    # It went by itself, and whoever goes by the date must see that it did.
    assert after.modified == int(clock.now().timestamp())
    assert before.modified == after.change


def test_what_takes_place_stays_for_good(office: Office, press: Press) -> None:
    clock = office.clock
    assert isinstance(clock, FixedClock)
    before = press.edition(COUNCIL)

    clock.set(clock.now() + timedelta(days=3650))

    assert press.edition(COUNCIL).content == before.content


def test_a_consultation_that_is_declined_goes_at_once(office: Office, press: Press) -> None:
    press.edition(COUNCIL)
    with office.work(by="SEK1") as work:
        decline_consultation(work, consultation="C1")
        work.commit()

    edition, count = written_for(press)

    assert count == 0
    assert b"/consultations/" not in edition.content


def test_a_press_without_room_still_makes_every_calendar(office: Office) -> None:
    press = Press(office, room=100)

    assert press.edition(COUNCIL).content == press.edition(COUNCIL).content


def test_the_packed_calendar_is_the_same_bytes_each_time(office: Office) -> None:
    one, other = Press(office).edition(COUNCIL), Press(office).edition(COUNCIL)

    before, packed = one.is_zipped, one.zip()
    assert (before, one.is_zipped) == (False, True)
    assert packed == other.zip()
    assert one.tag == other.tag


def test_a_shelf_lets_go_of_the_oldest_when_it_is_full() -> None:
    shelf: Shelf[str, bytes] = Shelf(10, len)

    shelf.put("a", b"aaaa")
    shelf.put("b", b"bbbb")
    shelf.put("a", b"aa")
    shelf.put("c", b"cccc")
    assert [shelf.get(key) for key in "abc"] == [b"aa", b"bbbb", b"cccc"]

    shelf.put("d", b"d")
    assert shelf.get("b") is None
    shelf.put("e", b"e" * 11)
    assert len(shelf) == 0
