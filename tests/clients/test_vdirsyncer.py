"""A subscriber with vdirsyncer and khal sees at the next sync what is moved and what is gone."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tilsvar.commands.consultations import decline_consultation, publish_consultation
from tilsvar.commands.meetings import move_meeting, schedule_meeting
from tilsvar.domain.dates import Edtf
from tilsvar.domain.meetings import MeetingTime
from tilsvar.tests.clients.council import Council
from tilsvar.tests.clients.shown import sent
from tilsvar.tests.clients.subscriber import Subscriber

pytestmark = pytest.mark.usefixtures("watched")

MARCH = MeetingTime(Edtf("2023-03-01"), datetime(2023, 3, 1, 9, tzinfo=UTC))
APRIL = MeetingTime(Edtf("2023-04-12"), datetime(2023, 4, 12, 8, tzinfo=UTC))


def test_the_next_sync_moves_what_was_moved_and_drops_what_is_gone(
    council: Council, tmp_path: Path
) -> None:
    with council.office.work(by="SEK1") as work:
        schedule_meeting(work, key="M1", title="Dialogmøte", time=MARCH)
        schedule_meeting(work, key="M2", title="Rådsmøte", time=MARCH, place="Lysaker")
        publish_consultation(
            work, key="C1", title="Forskrift", publisher="KD", deadline=Edtf("2023-03-08")
        )
        work.commit()
    folder = tmp_path / "subscriber"
    folder.mkdir()
    subscriber = Subscriber(folder, council.address)
    subscriber.sync()
    before = sent(council.feed())
    assert sorted(each.title for each in subscriber.shown()) == [
        *("Dialogmøte", "Høringsfrist: Forskrift", "Rådsmøte"),
    ]

    written = {each.name: each.stat().st_mtime_ns for each in subscriber.files()}
    subscriber.sync()
    assert {each.name: each.stat().st_mtime_ns for each in subscriber.files()} == written

    with council.office.work(by="SEK1") as work:
        move_meeting(work, meeting="M1", time=APRIL)
        decline_consultation(work, consultation="C1")
        work.commit()
    subscriber.sync()

    after = sent(council.feed())
    assert before != after
    shown = subscriber.shown()
    assert sorted(shown, key=repr) == sorted(after.values(), key=repr)
    assert [(each.title, each.start) for each in sorted(shown, key=repr)] == [
        ("Dialogmøte", int(datetime(2023, 4, 12, 8, tzinfo=UTC).timestamp())),
        ("Rådsmøte", int(datetime(2023, 3, 1, 9, tzinfo=UTC).timestamp())),
    ]
    # What did not change stays in the file that held it.
    assert len(written.keys() & {each.name for each in subscriber.files()}) == 1
