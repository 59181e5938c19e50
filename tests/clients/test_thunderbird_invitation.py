"""A guest's Thunderbird: it accepts, follows a move, drops what is cancelled, and is understood."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.invitations import invite, uninvite
from tilsvar.commands.meetings import cancel_meeting, move_meeting, schedule_meeting
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import MeetingKind, PartStat
from tilsvar.domain.meetings import MeetingTime
from tilsvar.tests.clients.correspondence import KARI, REPLY_ADDRESS, Correspondence
from tilsvar.tests.clients.shown import seconds
from tilsvar.tests.clients.thunderbird import Thunderbird
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.dovecot_server import DovecotServer
from tilsvar.tests.servers.mail_server import MailServer
from tilsvar.tests.servers.office import HandBell, MakeApp, settle_in, with_bell
from tilsvar.workers.inbox import Polled

SOMETHING_ELSE = b"From: ola@kd.example\r\nTo: moter@ho21.example\r\nSubject: Hei\r\n\r\nHei\r\n"
MARCH = datetime(2023, 3, 8, 9, tzinfo=UTC)
APRIL = datetime(2023, 4, 12, 8, tzinfo=UTC)


@pytest.fixture
def inviting(make_app: MakeApp, sqlite: Databases, tmp_path: Path, bell: HandBell) -> App:
    """A council whose invitations are answered to an address of its own."""
    app = with_bell(make_app(sqlite.migrated(tmp_path), reply_address=REPLY_ADDRESS), bell)
    settle_in(app.office)
    return app


@pytest.fixture
def dovecot() -> Iterator[DovecotServer]:
    """The council's mailbox, with a mail in it that is no answer."""
    server = DovecotServer()
    server.deliver(SOMETHING_ELSE)
    yield server
    server.stop()


@pytest.fixture
def correspondence(
    inviting: App,
    bell: HandBell,
    thunderbird: Thunderbird,
    mail_server: MailServer,
    dovecot: DovecotServer,
) -> Correspondence:
    return Correspondence(inviting, bell, thunderbird, mail_server, dovecot)


def at(start: datetime) -> MeetingTime:
    return MeetingTime(Edtf(start.date().isoformat()), start, start.replace(hour=start.hour + 2))


def test_an_invitation_is_accepted_followed_and_dropped(
    correspondence: Correspondence, dovecot: DovecotServer
) -> None:
    correspondence.record(
        schedule_meeting,
        key="M1",
        title="Dialogmøte: «helsedata», blåbær; og 👩🏽‍⚕️",
        time=at(MARCH),
        kind=MeetingKind.DIALOGUE,
        place="Lysaker, møterom Ål",
    )
    correspondence.record(invite, meeting="M1", who=KARI, name="Kari Nordmann, NFD")

    told = correspondence.open("imipAcceptButton")
    assert (told["sort"], told["action"]) == ("REQUEST", "REQUEST")
    assert {"imipAcceptButton", "imipTentativeButton", "imipDeclineButton"} <= {*told["buttons"]}
    assert "Lysaker, møterom Ål" in told["text"]
    [event] = correspondence.in_her_calendar()
    assert event["title"] == "Dialogmøte: «helsedata», blåbær; og 👩🏽‍⚕️"
    assert event["place"] == "Lysaker, møterom Ål"
    assert (event["start"], event["partstat"]) == (seconds(MARCH), ["ACCEPTED"])

    reply, polled = correspondence.receive()
    assert b"METHOD:REPLY" in reply
    assert polled == Polled(looked_at=2, recorded=1)
    assert correspondence.on_our_list().partstat is PartStat.ACCEPTED
    [left] = dovecot.messages()
    assert (left.content, r"\Seen" in left.flags) == (SOMETHING_ELSE, False)

    correspondence.record(move_meeting, meeting="M1", time=at(APRIL))
    assert correspondence.on_our_list().partstat is PartStat.NEEDS_ACTION
    told = correspondence.open("imipTentativeButton")
    assert told["action"] == "REQUEST:UPDATE"
    [moved] = correspondence.in_her_calendar()
    assert (moved["uid"], moved["start"]) == (event["uid"], seconds(APRIL))
    assert moved["sequence"] > event["sequence"]
    _, polled = correspondence.receive()
    assert polled == Polled(looked_at=1, recorded=1)
    assert correspondence.on_our_list().partstat is PartStat.TENTATIVE

    correspondence.record(cancel_meeting, meeting="M1")
    told = correspondence.open("imipDeleteButton")
    assert (told["sort"], told["action"]) == ("CANCEL", "CANCEL")
    assert correspondence.in_her_calendar() == []


def test_a_guest_who_is_not_wanted_any_more_loses_the_meeting_too(
    correspondence: Correspondence,
) -> None:
    correspondence.record(
        schedule_meeting, key="M1", title="Dialogmøte", time=at(MARCH), kind=MeetingKind.DIALOGUE
    )
    correspondence.record(invite, meeting="M1", who=KARI)
    correspondence.open("imipDeclineButton")
    correspondence.receive()
    assert correspondence.on_our_list().partstat is PartStat.DECLINED

    correspondence.record(uninvite, meeting="M1", who=KARI)

    told = correspondence.open("imipDeleteButton")
    assert told["action"] == "CANCEL"
    assert correspondence.in_her_calendar() == []
