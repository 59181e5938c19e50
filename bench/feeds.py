"""A subscribed calendar of many entries, as programs fetch it, against a bare server.

Both servers run in processes of their own and are asked over one kept connection each. The bare one
has a single route that makes the same lookup of the token and sends the same bytes, which it was
given beforehand. Then: a calendar made anew after one change, against the whole of it.
"""

import gzip
from collections.abc import Iterator
from datetime import timedelta
from http import HTTPStatus
from typing import Any
from uuid import uuid4

from sqlalchemy import insert

from tilsvar.calendar.press import Order, Press
from tilsvar.calendar.selection import Selection
from tilsvar.commands.feeds import create_feed
from tilsvar.commands.meetings import correct_meeting, schedule_meeting
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import DeadlineKind, DeadlineStatus, MeetingKind, MeetingStatus
from tilsvar.domain.meetings import MeetingTime
from tilsvar.store import tables
from tilsvar.store.unit_of_work import Office

from .measuring import Line, compare
from .places import NOW, Place
from .serving import Asked, asking, running

GOAL = 0.8
GOAL_OF_CHANGE = 0.05
AT_ONCE = 1000
ENTRY = b"BEGIN:VEVENT"
ZIPPED = {"Accept-Encoding": "gzip"}


def measure(place: Place, entries: int, fetches: int, rounds: int) -> Iterator[Line]:
    """Answers per second, `fetches` in each batch, from a calendar of that many entries."""
    with place.office() as office:
        _fill(office, entries)
        with office.work(by="bench") as work:
            token = create_feed(work, name="council")
            # What a command records is what tells the web that calendars have changed.
            day = MeetingTime(Edtf("2023-03-10"))
            schedule_meeting(work, key="M2023-01", title="Rådsmøte 2/2023", time=day)
            work.commit()
        yield from _over_http(place, office, token, (entries, fetches, rounds))
        yield _after_a_change(place, office, entries, rounds)


def _over_http(
    place: Place, office: Office, token: str, sizes: tuple[int, int, int]
) -> Iterator[Line]:
    entries, fetches, rounds = sizes
    url = office.engine.url.render_as_string(hide_password=False)
    file = place.folder / "constant.ics.gz"
    path = f"/feeds/{token}/council.ics"
    file.write_bytes(b"")
    with running("feed_server", "ours", url) as port, asking(port) as ask:
        whole = ask(path, ZIPPED)
        sent = gzip.decompress(whole.content).count(ENTRY)
        if whole.status != HTTPStatus.OK or sent != entries + 1:
            raise AssertionError(whole.status)
        file.write_bytes(whole.content)
        with running("feed_server", "bare", url, str(file)) as other, asking(other) as ask_bare:
            for what, known, expected in (
                ("304", {"If-None-Match": whole.tag}, 304),
                ("in full", {}, 200),
            ):
                asked = Asked(path, {**ZIPPED, **known}, expected)
                found = compare(asked.batch(ask, fetches), asked.batch(ask_bare, fetches), rounds)
                said = f"feed of {entries:,} entries: {what}, {place.name}"
                yield Line.of_speed(said, found, GOAL)


def _after_a_change(place: Place, office: Office, entries: int, rounds: int) -> Line:
    order = Order("council", Selection(), False, "nb", "https://tilsvar.example.no")
    press = Press(office)
    press.edition(order)
    numbers = iter(range(1_000_000))

    def change() -> None:
        with office.work(by="bench") as work:
            correct_meeting(work, meeting="M2023-01", place=f"Rom {next(numbers)}")
            work.commit()

    def anew() -> int:
        return len(press.edition(order).zipped) > 0

    def whole() -> int:
        return len(Press(office).edition(order).zipped) > 0

    found = compare(anew, whole, rounds, change)
    what = f"feed of {entries:,} after one change, {place.name}"
    return Line.of_cost(what, found, GOAL_OF_CHANGE)


def _fill(office: Office, entries: int) -> None:
    """Three meetings with hours to one deadline, with the texts that people write."""
    timed = [number for number in range(entries) if number % 4]
    days = [number for number in range(entries) if not number % 4]
    with office.engine.begin() as connection:
        for table, rows in (
            (tables.meeting, [_meeting(number) for number in timed]),
            (tables.deadline, [_deadline(number) for number in days]),
        ):
            for start in range(0, len(rows), AT_ONCE):
                connection.execute(insert(table), rows[start : start + AT_ONCE])


def _meeting(number: int) -> dict[str, Any]:
    start = NOW + timedelta(days=number % 5000, hours=3)
    return _item() | {
        "key": f"M{number}",
        "kind": MeetingKind.DIALOGUE if number % 3 else MeetingKind.COUNCIL,
        "title": f"Møte {number} om helsedata, næring og «innovasjon»",
        "on_date": Edtf.on(start.date()),
        "starts": start,
        "ends": start + timedelta(hours=2),
        "place": "Forskningsrådet, Lysaker; møterom Hassel 2",
        "participants": (),
        "status": MeetingStatus.SCHEDULED,
        "followed": False,
        "agenda": "1. Godkjenning av innkalling\n2. Årsrapport\n3. Eventuelt",
        "join_url": "",
        "papers_url": "",
    }


def _deadline(number: int) -> dict[str, Any]:
    return _item() | {
        "key": f"D{number}",
        "kind": DeadlineKind.INTERNAL,
        "title": f"Innspill {number} til strategi for helsedata",
        "due": Edtf.on(NOW.date() + timedelta(days=number % 5000)),
        "status": DeadlineStatus.OPEN,
    }


def _item() -> dict[str, Any]:
    return {
        "source": "",
        "version": 1,
        "uid": str(uuid4()),
        "sequence": 0,
        "created": NOW,
        "modified": NOW,
    }
