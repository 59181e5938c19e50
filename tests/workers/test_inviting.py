"""Whoever is invited hears of it, sees the meeting move, and is left alone otherwise."""

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from sqlalchemy import update

from tilsvar.bootstrap import App
from tilsvar.commands.invitation_answers import answer_here
from tilsvar.commands.invitations import (
    AddressInvited,
    MeetingIsCancelled,
    MeetingIsOver,
    NoAddress,
    invite,
    invite_council,
    repeat_invitation,
    uninvite,
)
from tilsvar.commands.meetings import cancel_meeting, correct_meeting, move_meeting
from tilsvar.domain.dates import Edtf
from tilsvar.domain.invitation_errors import NotInvited
from tilsvar.domain.invitations import same_address
from tilsvar.domain.kinds import PartStat
from tilsvar.domain.meetings import MeetingTime
from tilsvar.domain.organisations import Organisation
from tilsvar.store import flow
from tilsvar.tests.servers.office import HandBell, answer, pass_time
from tilsvar.tests.servers.rows import states, the_row
from tilsvar.tests.workers.invited import (
    LATER,
    TIME,
    attendees,
    calendar_bytes,
    do,
    event_of,
    hold_dialogue,
    invitation,
    mails,
    meeting,
    told,
)

HOD = "Helse- og omsorgsdepartementet <postmottak@hod.example>"
MEMBER = "Person MEDLEM1 <medlem1@ho21.example>"


def test_an_invitation_is_one_mail_with_what_a_calendar_needs(app: App, bell: HandBell) -> None:
    hold_dialogue(app.office, "HOD")
    answer(app, bell)

    (mail,) = mails(app)
    event, found = event_of(mail), invitation(app.office, "M1/HOD")
    assert str(mail["To"]) == HOD
    assert (str(event["UID"]), event["SEQUENCE"]) == (meeting(app.office).uid, 0)
    assert event["DTSTART"].dt == TIME.start
    organizer = str(event["ORGANIZER"]).removeprefix("mailto:")
    assert organizer == f"tilsvar+{found.reply_token}@localhost"
    assert organizer in str(mail["Reply-To"])
    assert attendees(mail) == [("postmottak@hod.example", "NEEDS-ACTION")]


def test_outside_parties_see_themselves_alone_and_members_the_councils_own(
    app: App, bell: HandBell
) -> None:
    hold_dialogue(app.office, "HOD", "MEDLEM1", "LEDER")
    answer(app, bell)

    listed = {str(mail["To"]): {address for address, _ in attendees(mail)} for mail in mails(app)}
    assert listed[HOD] == {"postmottak@hod.example"}
    assert listed[MEMBER] == {"medlem1@ho21.example", "leder@ho21.example"}


def test_who_is_invited_later_hears_alone_and_who_is_invited_stays_so(
    app: App, bell: HandBell
) -> None:
    hold_dialogue(app.office, "HOD")
    answer(app, bell)

    do(app.office, invite, meeting="M1", who="kari@uio.example", name="Kari Nordmann")
    do(app.office, invite, meeting="M1", who="HOD")
    answer(app, bell)

    assert [each[:2] for each in told(app)] == [
        (HOD, "REQUEST"),
        ("Kari Nordmann <kari@uio.example>", "REQUEST"),
    ]
    assert invitation(app.office, "M1/guest-1").external


def test_a_move_is_told_with_a_higher_sequence_and_asks_anew(app: App, bell: HandBell) -> None:
    hold_dialogue(app.office, "HOD")
    answer(app, bell)
    do(app.office, answer_here, invitation="M1/HOD", partstat=PartStat.ACCEPTED)

    do(app.office, move_meeting, meeting="M1", time=LATER)
    answer(app, bell)

    assert told(app) == [(HOD, "REQUEST", 0), (HOD, "REQUEST", 1)]
    assert invitation(app.office, "M1/HOD").partstat is PartStat.NEEDS_ACTION


def test_a_new_place_is_told_and_leaves_the_answers_as_they_are(app: App, bell: HandBell) -> None:
    hold_dialogue(app.office, "HOD")
    answer(app, bell)
    do(app.office, answer_here, invitation="M1/HOD", partstat=PartStat.ACCEPTED)

    do(app.office, correct_meeting, meeting="M1", place="Oslo", agenda="1. Helsedata")
    answer(app, bell)

    first, second = sorted(mails(app), key=lambda mail: event_of(mail)["SEQUENCE"])
    assert str(event_of(second)["LOCATION"]) == "Oslo"
    assert event_of(second)["DTSTAMP"].dt > event_of(first)["DTSTAMP"].dt
    assert attendees(second) == [("postmottak@hod.example", "ACCEPTED")]


def test_a_cancelled_meeting_is_called_off_for_everybody(app: App, bell: HandBell) -> None:
    hold_dialogue(app.office, "HOD", "MEDLEM1")
    answer(app, bell)

    do(app.office, cancel_meeting, meeting="M1")
    answer(app, bell)

    assert told(app)[2:] == [(HOD, "CANCEL", 1), (MEMBER, "CANCEL", 1)]
    (cancelled,) = {str(event_of(each).get("STATUS")) for each in mails(app)} - {"CONFIRMED"}
    assert cancelled == "CANCELLED"
    with pytest.raises(MeetingIsCancelled):
        do(app.office, invite, meeting="M1", who="LEDER")


def test_who_need_not_come_is_told_alone_and_may_be_asked_again(app: App, bell: HandBell) -> None:
    hold_dialogue(app.office, "HOD", "MEDLEM1")
    answer(app, bell)

    do(app.office, uninvite, meeting="M1", who="HOD")
    answer(app, bell)

    assert told(app)[2:] == [(HOD, "CANCEL", 1)]
    assert "STATUS" not in event_of(next(each for each in mails(app) if _cancels(each)))
    with pytest.raises(NotInvited):
        do(app.office, uninvite, meeting="M1", who="HOD")

    do(app.office, invite, meeting="M1", who="HOD")
    answer(app, bell)
    assert told(app)[3:] == [(HOD, "REQUEST", 1)]


def _cancels(mail: EmailMessage) -> bool:
    return b"METHOD:CANCEL" in calendar_bytes(mail)


def test_an_invitation_sent_again_is_the_same_to_the_byte(app: App, bell: HandBell) -> None:
    hold_dialogue(app.office, "MEDLEM1", "LEDER")
    answer(app, bell)
    do(app.office, answer_here, invitation="M1/LEDER", partstat=PartStat.DECLINED)

    do(app.office, repeat_invitation, meeting="M1", who="MEDLEM1")
    pass_time(app, bell, datetime(2023, 2, 5, tzinfo=UTC))

    theirs = [calendar_bytes(each) for each in mails(app) if str(each["To"]) == MEMBER]
    assert len(theirs) == 2
    assert theirs[0] == theirs[1]
    assert len({str(each["Message-ID"]) for each in mails(app)}) == 3


def test_changes_that_come_before_the_mail_has_left_become_one_mail(
    app: App, bell: HandBell
) -> None:
    hold_dialogue(app.office, "HOD")
    do(app.office, move_meeting, meeting="M1", time=LATER)
    do(app.office, correct_meeting, meeting="M1", title="Dialogmøte om data")
    answer(app, bell)

    assert told(app) == [(HOD, "REQUEST", 1)]
    assert str(event_of(mails(app)[0])["SUMMARY"]) == "Dialogmøte om data"
    assert states(app.office, flow.mail)["sent"] == 1


def test_who_was_never_told_of_a_meeting_is_not_told_that_it_is_off(
    app: App, bell: HandBell
) -> None:
    hold_dialogue(app.office, "HOD", "MEDLEM1")
    do(app.office, uninvite, meeting="M1", who="HOD")
    do(app.office, cancel_meeting, meeting="M1")
    answer(app, bell)

    assert mails(app) == []
    assert states(app.office, flow.delivery).keys() == {"done"}


def test_a_mail_that_was_refused_is_as_if_it_had_never_been_told(app: App, bell: HandBell) -> None:
    hold_dialogue(app.office, "HOD")
    answer(app, bell)
    with app.office.engine.begin() as connection:
        connection.execute(update(flow.mail).values(state="failed"))

    do(app.office, correct_meeting, meeting="M1", place="Oslo")
    answer(app, bell)

    says = [str(each["X-Tilsvar-Key"]).split()[3] for each in mails(app)]
    assert says == ["invited", "invited"]


def test_nothing_goes_out_for_a_meeting_that_is_over(app: App, bell: HandBell) -> None:
    hold_dialogue(app.office, "HOD")
    answer(app, bell)
    pass_time(app, bell, datetime(2023, 3, 8, 11, 1, tzinfo=UTC))

    do(app.office, correct_meeting, meeting="M1", place="Oslo")
    do(app.office, repeat_invitation, meeting="M1", who="HOD")
    do(app.office, cancel_meeting, meeting="M1")
    answer(app, bell)

    assert len(mails(app)) == 1
    hold_dialogue(app.office, key="M2")
    with pytest.raises(MeetingIsOver):
        do(app.office, invite, meeting="M2", who="LEDER")


def test_a_meeting_that_loses_its_day_is_called_off_until_it_has_one(
    app: App, bell: HandBell
) -> None:
    hold_dialogue(app.office, "HOD")
    answer(app, bell)

    do(app.office, move_meeting, meeting="M1", time=MeetingTime(Edtf("2023-05")))
    answer(app, bell)
    do(app.office, move_meeting, meeting="M1", time=LATER)
    answer(app, bell)

    assert told(app) == [(HOD, "REQUEST", 0), (HOD, "CANCEL", 1), (HOD, "REQUEST", 2)]


def test_the_council_is_invited_as_it_is_on_the_day_once_an_address(
    app: App, bell: HandBell
) -> None:
    hold_dialogue(app.office, "MEDLEM1")

    fresh = do(app.office, invite_council, meeting="M1")
    again = do(app.office, invite_council, meeting="M1")
    answer(app, bell)

    assert ([each.who for each in fresh], again) == (["LEDER", "SEK1"], [])
    assert len(mails(app)) == 3


def test_an_address_is_asked_once_and_somebody_without_one_not_at_all(app: App) -> None:
    hold_dialogue(app.office, "HOD")
    with app.office.work(by="SEK1") as work:
        work.get(Organisation, "KD").correct(
            name="KD", kind="ministry", email="Postmottak@HOD.example", note=""
        )
        work.commit()

    with pytest.raises(AddressInvited, match="as HOD"):
        do(app.office, invite, meeting="M1", who="KD")
    with pytest.raises(NoAddress, match="NFD"):
        do(app.office, invite, meeting="M1", who="NFD")


def test_a_mail_that_may_have_arrived_is_repeated_as_it_was_or_not_at_all(
    app: App, bell: HandBell
) -> None:
    hold_dialogue(app.office, "HOD")
    answer(app, bell)
    sent = the_row(app.office, flow.mail, flow.mail.c.state == "sent")
    before = calendar_bytes(mails(app)[0])
    cut_off = update(flow.mail).where(flow.mail.c.id == sent.id).values(state="unknown")

    with app.office.engine.begin() as connection:
        connection.execute(cut_off)
    app.post.send(sent.id)
    assert [calendar_bytes(each) for each in mails(app)] == [before]

    with app.office.engine.begin() as connection:
        connection.execute(cut_off)
    do(app.office, move_meeting, meeting="M1", time=LATER)
    app.post.send(sent.id)
    assert the_row(app.office, flow.mail, flow.mail.c.id == sent.id).state == "withdrawn"
    answer(app, bell)
    assert told(app) == [(HOD, "REQUEST", 0), (HOD, "REQUEST", 1)]


def test_a_domain_with_a_norwegian_letter_is_the_same_in_its_other_form() -> None:
    assert same_address("Kari@RÅD.example", "kari@xn--rd-yia.example")
    assert not same_address("kari@rad.example", "kari@xn--rd-yia.example")
