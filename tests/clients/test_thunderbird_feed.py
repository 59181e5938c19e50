"""Thunderbird subscribes, is spared what it has, follows changes, and stops when told to."""

from datetime import UTC, datetime
from typing import Any

from tilsvar.commands.feeds import list_feeds, revoke_feed
from tilsvar.commands.meetings import cancel_meeting, move_meeting, schedule_meeting
from tilsvar.domain.dates import Edtf
from tilsvar.domain.meetings import MeetingTime
from tilsvar.tests.clients.council import Council
from tilsvar.tests.clients.shown import seconds
from tilsvar.tests.clients.thunderbird import Thunderbird
from tilsvar.tests.clients.watched import Watched

MARCH = datetime(2023, 3, 1, 9, tzinfo=UTC)
APRIL = datetime(2023, 4, 12, 8, tzinfo=UTC)


def at(start: datetime) -> MeetingTime:
    return MeetingTime(Edtf(start.date().isoformat()), start)


def by_title(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(events, key=lambda each: str(each["title"]))


def test_thunderbird_follows_a_feed_from_subscription_to_withdrawal(
    council: Council, watched: Watched, thunderbird: Thunderbird
) -> None:
    with council.office.work(by="SEK1") as work:
        schedule_meeting(work, key="M1", title="Dialogmøte", time=at(MARCH))
        schedule_meeting(work, key="M2", title="Rådsmøte", time=at(APRIL))
        work.commit()

    name = thunderbird.do("subscribe.js", council.address)
    assert name == "council"
    dialogue, whole_council = sorted(
        thunderbird.do("list.js", name), key=lambda each: each["title"]
    )
    assert (dialogue["title"], dialogue["start"]) == ("Dialogmøte", seconds(MARCH))
    assert (whole_council["title"], whole_council["status"]) == ("Rådsmøte", "CONFIRMED")

    thunderbird.do("refresh.js", name)
    watched.wait_for(200, 304)
    assert len(thunderbird.do("list.js", name)) == 2

    with council.office.work(by="SEK1") as work:
        move_meeting(work, meeting="M1", time=at(APRIL))
        cancel_meeting(work, meeting="M2")
        work.commit()
    thunderbird.do("refresh.js", name)

    watched.wait_for(200, 304, 200)
    assert watched.answers().count(200) == 2
    cancelled, moved = by_title(thunderbird.do("list.js", name))
    assert (moved["uid"], moved["start"]) == (dialogue["uid"], seconds(APRIL))
    assert moved["sequence"] == dialogue["sequence"] + 1
    assert (cancelled["title"], cancelled["status"]) == ("AVLYST: Rådsmøte", "CANCELLED")

    with council.office.work(by="SEK1") as work:
        [feed] = list_feeds(work)
        revoke_feed(work, feed=feed.id)
        work.commit()
    thunderbird.do("refresh.js", name)

    watched.wait_for(200, 304, 200, 410)
    assert thunderbird.do("is_disabled.js", name)
