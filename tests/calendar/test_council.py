"""The council's calendar follows what is recorded: meetings, deadlines, consultations to answer."""

from datetime import UTC, date, datetime
from typing import Any

from tilsvar.calendar.entries import AllDay, Entry, Timed
from tilsvar.calendar.ics import render_event
from tilsvar.commands.consultations import publish_consultation, submit_consultation
from tilsvar.commands.deadlines import cancel_deadline, meet_deadline, move_deadline, set_deadline
from tilsvar.commands.letters import send_letter
from tilsvar.commands.meetings import (
    cancel_meeting,
    hold_meeting,
    move_meeting,
    schedule_meeting,
)
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import (
    ConsultationKind,
    DeadlineKind,
    LetterKind,
    MeetingKind,
    MeetingStatus,
)
from tilsvar.domain.meetings import MeetingTime
from tilsvar.store.unit_of_work import Office, UnitOfWork
from tilsvar.tests.calendar.at_once import council_entries
from tilsvar.tests.servers.office import set_clock
from tilsvar.wording.language import language

NB = language("nb")
BASE = "https://tilsvar.example.no"
NBSP = "\N{NO-BREAK SPACE}"


def shown(office: Office, *kinds: str) -> list[Entry]:
    with office.reading() as work:
        return council_entries(work, NB, BASE, *kinds)


def the_only(office: Office) -> Entry:
    entries = shown(office)
    assert len(entries) == 1
    return entries[0]


def meet(work: UnitOfWork, time: MeetingTime, **facts: Any) -> None:
    said: dict[str, Any] = {"title": "Rådsmøte 1/2023", "key": "M2023-01"}
    schedule_meeting(work, time=time, **(said | facts))


def test_a_council_meeting_stands_with_its_hours_its_place_and_the_way_to_its_page(
    office: Office,
) -> None:
    start, end = datetime(2023, 2, 3, 9, tzinfo=UTC), datetime(2023, 2, 3, 14, tzinfo=UTC)
    with office.work(by="SEK1") as work:
        meet(work, MeetingTime(Edtf("2023-02-03"), start, end), place="Forskningsrådet, Lysaker")
        work.commit()

    entry = the_only(office)
    assert (entry.kind, entry.title) == ("council", "Rådsmøte 1/2023")
    assert entry.when == Timed(start, end)
    assert entry.place == "Forskningsrådet, Lysaker"
    assert entry.url == f"{BASE}/meetings/M2023-01"
    assert entry.description == (
        f"Sted: Forskningsrådet, Lysaker.\nMer i Tilsvar: {BASE}/meetings/M2023-01"
    )
    assert not entry.cancelled
    assert not entry.tentative


def test_a_start_without_an_end_lasts_two_hours_and_no_hour_takes_the_day(office: Office) -> None:
    start = datetime(2023, 2, 3, 9, tzinfo=UTC)
    with office.work(by="SEK1") as work:
        meet(work, MeetingTime(Edtf("2023-02-03"), start), key="M1")
        meet(work, MeetingTime(Edtf("2023-03-01")), key="M2")
        work.commit()

    assert [entry.when for entry in shown(office)] == [
        Timed(start, datetime(2023, 2, 3, 11, tzinfo=UTC)),
        AllDay(date(2023, 3, 1), date(2023, 3, 1)),
    ]


def test_a_dialogue_meeting_names_those_who_come(office: Office) -> None:
    with office.work(by="SEK1") as work:
        meet(
            work,
            MeetingTime(Edtf("2022-09-27")),
            kind=MeetingKind.DIALOGUE,
            title="Dialogmøte om et kunnskapsløft",
            participants=["HOD", "KD"],
        )
        work.commit()

    entry = the_only(office)
    assert entry.kind == "dialogue"
    assert entry.description.startswith(
        "Med Helse- og omsorgsdepartementet og Kunnskapsdepartementet."
    )


def test_a_meeting_planned_for_spring_spans_it_and_may_still_change(office: Office) -> None:
    with office.work(by="SEK1") as work:
        meet(work, MeetingTime(Edtf("2022-21")), status=MeetingStatus.PLANNED)
        work.commit()

    entry = the_only(office)
    assert entry.when == AllDay(date(2022, 3, 1), date(2022, 5, 31))
    assert entry.imprecise == Edtf("2022-21")
    assert b"STATUS:TENTATIVE" in render_event(entry, NB)


def test_a_planned_meeting_with_a_day_says_that_the_day_is_not_settled(office: Office) -> None:
    with office.work(by="SEK1") as work:
        meet(work, MeetingTime(Edtf("2021-10-14")), status=MeetingStatus.PLANNED)
        work.commit()

    entry = the_only(office)
    assert entry.description.startswith("Planlagt; datoen er ikke endelig.")
    assert b"STATUS:TENTATIVE" in render_event(entry, NB)


def test_a_moved_meeting_keeps_its_identity_and_a_held_one_stays_as_it_was(
    office: Office,
) -> None:
    with office.work(by="SEK1") as work:
        meet(work, MeetingTime(Edtf("2023-02-16")))
        work.commit()
    before = the_only(office)

    with office.work(by="SEK1") as work:
        move_meeting(work, meeting="M2023-01", time=MeetingTime(Edtf("2023-05-16")))
        work.commit()
    moved = the_only(office)
    set_clock(office, datetime(2023, 5, 16, 12, tzinfo=UTC))
    with office.work(by="SEK1") as work:
        hold_meeting(work, meeting="M2023-01")
        work.commit()
    held = the_only(office)

    assert moved.uid == before.uid == held.uid
    assert (before.sequence, moved.sequence, held.sequence) == (0, 1, 1)
    assert moved.when == held.when == AllDay(date(2023, 5, 16), date(2023, 5, 16))


def test_a_cancelled_meeting_stays_to_be_seen_as_cancelled(office: Office) -> None:
    with office.work(by="SEK1") as work:
        meet(work, MeetingTime(Edtf("2023-02-16")))
        cancel_meeting(work, meeting="M2023-01")
        work.commit()

    entry = the_only(office)
    assert entry.cancelled
    assert entry.sequence == 1


def test_a_deadline_says_of_which_sort_it_is_and_what_it_belongs_to(office: Office) -> None:
    with office.work(by="SEK1") as work:
        publish_consultation(work, key="C2021-02", title="Revidert langtidsplan", publisher="KD")
        set_deadline(
            work,
            key="D2021-01",
            title="Medlemmenes innspill",
            due=Edtf("2021-09-03"),
            consultation="C2021-02",
        )
        set_deadline(
            work,
            key="D2023-10",
            title="Folkehelsemeldingen",
            due=Edtf("2023-21"),
            kind=DeadlineKind.EXTERNAL_PUBLICATION,
        )
        work.commit()

    ours, others = shown(office)
    assert (ours.kind, ours.category) == ("deadline", "Intern frist")
    assert ours.description == (
        f"Høring: Revidert langtidsplan.\nMer i Tilsvar: {BASE}/deadlines/D2021-01"
    )
    assert ours.when == AllDay(date(2021, 9, 3), date(2021, 9, 3))
    assert others.category == "Ventet publisering"
    assert others.when == AllDay(date(2023, 3, 1), date(2023, 5, 31))


def test_a_deadline_that_was_met_stays_and_says_so_and_a_cancelled_one_is_marked(
    office: Office,
) -> None:
    with office.work(by="SEK1") as work:
        for key in ("D1", "D2"):
            set_deadline(work, key=key, title="Delrapport", due=Edtf("2023-02-17"))
        move_deadline(work, deadline="D1", due=Edtf("2023-02-20"))
        meet_deadline(work, deadline="D1", on=Edtf("2023-02-02"))
        cancel_deadline(work, deadline="D2")
        work.commit()

    met, cancelled = shown(office)
    assert f"Gjort 2.{NBSP}februar 2023." in met.description
    assert (met.sequence, met.cancelled) == (1, False)
    assert cancelled.cancelled


def test_a_consultation_shows_its_deadline_until_the_council_has_answered(office: Office) -> None:
    with office.work(by="SEK1") as work:
        publish_consultation(
            work,
            key="C2021-02",
            title="Revidert langtidsplan",
            publisher="KD",
            kind=ConsultationKind.CALL_FOR_INPUT,
            deadline=Edtf("2021-09-10"),
        )
        publish_consultation(work, key="C2021-01", title="Uten frist", publisher="HOD")
        work.commit()

    entry = the_only(office)
    assert entry.title == "Frist for innspill: Revidert langtidsplan"
    assert entry.category == "Frist for innspill"
    assert entry.description == (
        f"Fra Kunnskapsdepartementet.\nMer i Tilsvar: {BASE}/consultations/C2021-02"
    )

    with office.work(by="SEK1") as work:
        send_letter(
            work,
            key="L2021-05",
            kind=LetterKind.SUBMISSION,
            title="Innspill",
            sent=Edtf("2021-09-10"),
            recipients=["KD"],
        )
        submit_consultation(work, consultation="C2021-02", letter="L2021-05")
        work.commit()
    assert shown(office) == []


def test_a_reader_may_want_only_some_kinds(office: Office) -> None:
    with office.work(by="SEK1") as work:
        meet(work, MeetingTime(Edtf("2023-02-16")), key="M1")
        meet(work, MeetingTime(Edtf("2023-02-17")), key="M2", kind=MeetingKind.DIALOGUE)
        set_deadline(work, key="D1", title="Delrapport", due=Edtf("2023-02-17"))
        work.commit()

    assert [entry.kind for entry in shown(office)] == ["council", "dialogue", "deadline"]
    assert [entry.kind for entry in shown(office, "council", "deadline")] == [
        *("council", "deadline"),
    ]
    assert shown(office, "workshop") == []


def test_a_key_with_letters_of_its_own_still_makes_an_address(office: Office) -> None:
    with office.work(by="SEK1") as work:
        meet(work, MeetingTime(Edtf("2023-02-16")), key="M2023/Å 1")
        work.commit()

    assert the_only(office).url == f"{BASE}/meetings/M2023%2F%C3%85%201"
