"""The inbox is read: answers and bounces are taken out of it, all else stays untouched."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.bounces import marked_addresses, record_bounce, unmark_address
from tilsvar.domain.kinds import Kind, PartStat
from tilsvar.intake.inbox.port import Message
from tilsvar.store import flow
from tilsvar.store.event_log import history
from tilsvar.tests.servers.office import HandBell, answer
from tilsvar.tests.servers.rows import count, rows
from tilsvar.tests.workers.invited import do, hold_dialogue, invitation, mails, meeting
from tilsvar.workers.inbox import Polled, poll

ANSWER = """\
From: Helse <postmottak@hod.example>
To: <tilsvar+{token}@localhost>
Subject: Godtatt: Dialogmote
Message-ID: <1@hod.example>
MIME-Version: 1.0
Content-Type: text/calendar; method=REPLY; charset=UTF-8

BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Test//NO
METHOD:REPLY
BEGIN:VEVENT
UID:{uid}
SEQUENCE:0
DTSTAMP:20230204T090000Z
ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:postmottak@hod.example
END:VEVENT
END:VCALENDAR
"""
LETTER = "From: ola@uio.example\nSubject: Hei\n\nNoe helt annet.\n"


@dataclass
class Tray:
    """An inbox in memory: its messages by number, and what was put away."""

    letters: list[bytes] = field(default_factory=list)
    handled: list[str] = field(default_factory=list)
    place: str = "tray"

    def messages(self, after: str = "") -> Iterator[Message]:
        for number, content in enumerate(self.letters[int(after or 0) :], int(after or 0) + 1):
            yield Message(id=str(number), mark=str(number), content=content)

    def done(self, message_id: str) -> None:
        self.handled.append(message_id)

    def count(self) -> int:
        return len(self.letters)

    def close(self) -> None:
        pass


@pytest.fixture
def invited(app: App, bell: HandBell) -> App:
    hold_dialogue(app.office, "HOD")
    answer(app, bell)
    return app


def accepting(app: App) -> bytes:
    token = invitation(app.office, "M1/HOD").reply_token
    return ANSWER.format(token=token, uid=meeting(app.office).uid).encode()


def test_an_answer_is_recorded_and_put_away_and_a_letter_stays(invited: App) -> None:
    tray = Tray([LETTER.encode(), accepting(invited)])

    found = poll(invited.office, tray, reply_address="tilsvar@localhost")

    assert found == Polled(looked_at=2, recorded=1)
    assert tray.handled == ["2"]
    assert invitation(invited.office, "M1/HOD").partstat is PartStat.ACCEPTED


def test_what_was_looked_at_is_not_looked_at_again_and_another_inbox_is(invited: App) -> None:
    tray = Tray([accepting(invited)])
    poll(invited.office, tray)

    assert poll(invited.office, tray) == Polled()
    tray.letters.append(LETTER.encode())
    assert poll(invited.office, tray) == Polled(looked_at=1)
    assert poll(invited.office, Tray(tray.letters, place="other")) == Polled(looked_at=2, dropped=1)


def test_an_answer_to_a_meeting_of_somebodys_own_stays_where_it_is(invited: App) -> None:
    theirs = ANSWER.format(token="x", uid="theirs").replace("tilsvar+x@localhost", "kari@example")
    tray = Tray([theirs.encode()])

    assert poll(invited.office, tray, reply_address="tilsvar@localhost") == Polled(looked_at=1)
    assert tray.handled == []


def bounce(app: App, *, hard: bool = True, code: str = "5.1.1", mail: int = 0) -> bool:
    (sent, *_) = rows(app.office, flow.mail)[mail:]
    found: bool = do(
        app.office,
        record_bounce,
        recipient="Postmottak@hod.example",
        message_id=f"<{sent.id}@localhost>",
        hard=hard,
        code=code,
    )
    return found


def names(app: App) -> list[str]:
    with app.office.reading() as work:
        return [each.event.name for each in history(work.session, Kind.PERSON, "HOD")]


def marked(app: App) -> list[str]:
    with app.office.reading() as work:
        return [row.address for row in marked_addresses(work)]


def test_an_address_that_takes_no_mail_is_marked_once(invited: App) -> None:
    assert bounce(invited)
    assert bounce(invited)

    assert names(invited) == ["MailBounced", "AddressMarked"]
    assert marked(invited) == ["postmottak@hod.example"]
    assert do(invited.office, unmark_address, address="postmottak@hod.example")
    assert marked(invited) == []


def test_the_secretariat_is_told_once_and_not_of_what_works_again(
    invited: App, bell: HandBell
) -> None:
    bounce(invited)
    bounce(invited, code="5.2.1")
    answer(invited, bell)

    (told,) = [mail for mail in mails(invited) if "sek1@" in str(mail["To"])]
    assert str(told["Subject"]) == "Helse- og omsorgsdepartementet kan ikke nås på e-post"
    text = told.get_body(("plain",))
    assert text is not None
    assert "tilsvar inbox unmark postmottak@hod.example" in text.get_content()

    do(invited.office, unmark_address, address="postmottak@hod.example")
    bounce(invited, code="5.7.1")
    do(invited.office, unmark_address, address="postmottak@hod.example")
    answer(invited, bell)
    assert len([mail for mail in mails(invited) if "sek1@" in str(mail["To"])]) == 1


def test_an_address_that_is_full_is_marked_the_fifth_time(invited: App) -> None:
    for number in range(4):
        bounce(invited, hard=False, code=f"4.2.{number}")
    assert marked(invited) == []

    bounce(invited, hard=False, code="4.2.9")

    assert marked(invited) == ["postmottak@hod.example"]


def test_a_bounce_of_somebody_elses_mail_is_theirs(invited: App) -> None:
    theirs = do(
        invited.office,
        record_bounce,
        recipient="a@b.example",
        message_id="<x@y>",
        hard=True,
        code="5.1.1",
    )

    assert not theirs
    assert count(invited.office, flow.bounced_address) == 0


BOUNCES = Path(__file__).parent.parent / "intake" / "inbox" / "bounces"


def come_back(app: App, sample: str, *, to: str, to_whom: str) -> bytes:
    """That sample of a bounce, about the mail of ours that was written to that address."""
    content = (BOUNCES / sample).read_text(encoding="utf-8")
    sent, *_ = [row for row in rows(app.office, flow.mail) if row.person == to_whom]
    for was, now in (
        ("Kari.Nordmann@nfd.example.org", to),
        ("41@raadet.example.org", f"{sent.id}@localhost"),
    ):
        assert was in content
        content = content.replace(was, now)
    return content.encode()


def test_a_mail_that_came_back_is_put_away_and_the_secretariat_is_told(
    invited: App, bell: HandBell
) -> None:
    address = "postmottak@hod.example"
    back = come_back(invited, "postfix-unknown-user.eml", to=address, to_whom="HOD")
    somebody_elses = (BOUNCES / "exchange-not-found.eml").read_bytes()
    tray = Tray([back, somebody_elses, LETTER.encode()])

    found = poll(invited.office, tray)
    answer(invited, bell)

    assert found == Polled(looked_at=3, bounces=1)
    assert tray.handled == ["1"]
    assert marked(invited) == [address]
    told = [mail for mail in mails(invited) if "kan ikke nås" in str(mail["Subject"])]
    assert [mail["To"].addresses[0].addr_spec for mail in told] == ["sek1@ho21.example"]
