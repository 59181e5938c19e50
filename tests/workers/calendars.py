"""Calendars of people who are invited, as RFC 5546 has them behave, and the mail in between."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from icalendar import Calendar

from tilsvar.bootstrap import App
from tilsvar.commands import invitations, meetings
from tilsvar.commands.invitation_answers import answer_here, record_answer
from tilsvar.domain.dates import Edtf
from tilsvar.domain.errors import TilsvarError
from tilsvar.domain.invitation_answers import Answer, Asks
from tilsvar.domain.invitations import Invitation
from tilsvar.domain.kinds import MeetingStatus, PartStat
from tilsvar.domain.meetings import Meeting, MeetingTime
from tilsvar.store.clock import FixedClock
from tilsvar.tests.servers.office import HandBell, answer
from tilsvar.tests.workers.invited import START, calendar_bytes, mails

WHO = ("HOD", "MEDLEM1", "LEDER")
PLACES = ("Lysaker", "Oslo", "Bergen")
SAYS = (PartStat.ACCEPTED, PartStat.TENTATIVE, PartStat.DECLINED)
Step = tuple[str, int, int]


def at(number: int) -> MeetingTime:
    """One of several times for the meeting."""
    start = START + timedelta(days=number)
    return MeetingTime(Edtf.on(start.date()), start, start + timedelta(hours=2))


@dataclass(frozen=True)
class Slip:
    """What a calendar shows of the meeting."""

    start: datetime
    place: str
    partstat: PartStat


@dataclass
class TheirCalendar:
    """One attendee's calendar: newer wins by SEQUENCE, then DTSTAMP; whatever is older is ignored.

    An answer that its owner gave stays theirs while the time does, whatever else changes.
    """

    address: str
    newest: tuple[int, datetime] | None = None
    shown: Slip | None = None

    def receive(self, message: bytes) -> None:
        calendar: Any = Calendar.from_ical(message)
        (event,) = calendar.walk("VEVENT")
        version = (int(event["SEQUENCE"]), event["DTSTAMP"].dt)
        if self.newest is not None and version <= self.newest:
            return
        self.newest = version
        if calendar["METHOD"] == "CANCEL":
            self.shown = None
            return
        start, kept = event["DTSTART"].dt, self.shown
        said = self._named(event)
        moved = kept is not None and kept.start != start
        assert not moved or said is PartStat.NEEDS_ACTION, "whoever is told another time is asked"
        if kept is not None and kept.start == start and kept.partstat in SAYS:
            said = kept.partstat
        self.shown = Slip(start, str(event["LOCATION"]), said)

    def _named(self, event: Any) -> PartStat:
        found = event["ATTENDEE"]
        listed = found if isinstance(found, list) else [found]
        (own,) = [each for each in listed if str(each) == f"mailto:{self.address}"]
        return PartStat(own.params["PARTSTAT"])

    def say(self, partstat: PartStat, uid: str, now: datetime) -> Answer | None:
        """The reply that goes out when its owner answers; None while it shows no meeting."""
        if self.shown is None or self.newest is None:
            return None
        self.shown = Slip(self.shown.start, self.shown.place, partstat)
        return Answer(
            asks=Asks.REPLY,
            uid=uid,
            attendee=self.address,
            sender=self.address,
            partstat=partstat,
            sequence=self.newest[0],
            stamp=now,
        )


@dataclass
class World:
    """The organiser, those invited, and messages that come late, twice or in another order."""

    app: App
    bell: HandBell
    calendars: dict[str, TheirCalendar] = field(default_factory=dict)
    delivered: dict[str, int] = field(default_factory=dict)
    post: list[Answer] = field(default_factory=list)
    old_post: list[Answer] = field(default_factory=list)

    def live(self, steps: list[Step]) -> None:
        for what, who, number in steps:
            clock = self.app.office.clock
            assert isinstance(clock, FixedClock)
            clock.set(clock.now() + timedelta(minutes=1))
            getattr(self, f"_{what}")(WHO[who], number)
        self._work("", 0)
        for each in WHO:
            self._deliver(each, 99)
        while self.post:
            self._post("", 0)

    def _fact(self, fact: Any, **values: Any) -> None:
        with self.app.office.work(by="SEK1") as work:
            try:
                fact(work, meeting="M1", **values)
            except TilsvarError:
                return
            work.commit()

    def _work(self, _who: str, _number: int) -> None:
        answer(self.app, self.bell)

    def _invite(self, who: str, _number: int) -> None:
        self._fact(invitations.invite, who=who)

    def _uninvite(self, who: str, _number: int) -> None:
        self._fact(invitations.uninvite, who=who)

    def _resend(self, who: str, _number: int) -> None:
        self._fact(invitations.repeat_invitation, who=who)

    def _move(self, _who: str, number: int) -> None:
        self._fact(meetings.move_meeting, time=at(number))

    def _unfix(self, _who: str, _number: int) -> None:
        self._fact(meetings.move_meeting, time=MeetingTime(Edtf("2023-05")))

    def _place(self, _who: str, number: int) -> None:
        self._fact(meetings.correct_meeting, place=PLACES[number % len(PLACES)])

    def _cancel(self, _who: str, _number: int) -> None:
        self._fact(meetings.cancel_meeting)

    def _deliver(self, who: str, number: int) -> None:
        """Some more of the mails to them arrive, in their order; an old one may come once more."""
        calendar = self._calendar(who)
        if calendar is None:
            return
        sent = self._sent_to(calendar.address)
        done = self.delivered.get(who, 0)
        for message in sent[done : done + number + 1]:
            calendar.receive(message)
        self.delivered[who] = min(len(sent), done + number + 1)
        if sent[:done]:
            calendar.receive(sent[number % done])

    def _say(self, who: str, number: int) -> None:
        calendar = self._calendar(who)
        if calendar is not None:
            said = SAYS[number % len(SAYS)]
            reply = calendar.say(said, self._meeting().uid, self.app.office.clock.now())
            if reply is not None:
                self.post.append(reply)

    def _page(self, who: str, number: int) -> None:
        """They answer on our page, and mark it in their own calendar too."""
        calendar, found, meeting = self._calendar(who), self.invitation(who), self._meeting()
        if calendar is None or found is None or calendar.shown is None:
            return
        if not calendar.shown.start == meeting.time.start == found.asked.start:
            return
        said = SAYS[number % len(SAYS)]
        with self.app.office.work(by="web") as work:
            try:
                answer_here(work, invitation=found.key, partstat=said)
            except TilsvarError:
                return
            work.commit()
        calendar.shown = Slip(calendar.shown.start, calendar.shown.place, said)

    def _post(self, _who: str, number: int) -> None:
        """One of the replies under way arrives, and an old one once more."""
        if self.post:
            reply = self.post.pop(number % len(self.post))
            self._record(reply)
            self.old_post.append(reply)
        if self.old_post:
            self._record(self.old_post[number % len(self.old_post)])

    def _record(self, reply: Answer) -> None:
        with self.app.office.work(by="inbox") as work:
            record_answer(work, reply)
            work.commit()

    def _calendar(self, who: str) -> TheirCalendar | None:
        found = self.invitation(who)
        if found is None:
            return None
        return self.calendars.setdefault(who, TheirCalendar(found.address))

    def invitation(self, who: str) -> Invitation | None:
        with self.app.office.reading() as work:
            return work.look(Invitation, f"M1/{who}")

    def _meeting(self) -> Meeting:
        with self.app.office.reading() as work:
            found = work.look(Meeting, "M1")
        assert found is not None
        return found

    def _sent_to(self, address: str) -> list[bytes]:
        """The calendar's parts of all mails to that address, in the order in which they left."""
        theirs = [mail for mail in mails(self.app) if f"<{address}>" in str(mail["To"])]
        theirs.sort(key=lambda mail: int(str(mail["X-Tilsvar-Key"]).rsplit(" ", 1)[1]))
        return [calendar_bytes(mail) for mail in theirs]

    def agree(self) -> None:
        """What each calendar shows is what the organiser has; nobody else shows the meeting."""
        meeting = self._meeting()
        on = meeting.status is not MeetingStatus.CANCELLED and meeting.time.on.is_day
        for who in WHO:
            found, calendar = self.invitation(who), self.calendars.get(who)
            shown = calendar.shown if calendar else None
            if found is None or found.withdrawn or not on:
                assert shown is None, (who, shown)
            else:
                assert meeting.time.start is not None
                wanted = Slip(meeting.time.start, meeting.place, found.answer_to(meeting))
                assert shown == wanted, (who, shown, wanted)


def outbox(folder: str) -> str:
    return f"file:{Path(folder) / 'outbox'}"
