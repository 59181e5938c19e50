"""The same register gives the same bytes: again, on both sizes, and from a later day on."""

from datetime import date
from pathlib import Path

import redis

from tilsvar.intake.register.reader import Register
from tilsvar.settings import Settings
from tilsvar.tests.replay.outcome import DATABASE, UNTIL, Outcome
from tilsvar.tests.servers.databases import Databases
from tilsvar.workers.replay import replay


def test_a_second_replay_leaves_the_same_files_byte_for_byte(
    example: Register, first: Outcome, out: Path
) -> None:
    second = Outcome(out, replay(example, until=UNTIL, out=out, settings=Settings()))

    assert second.files == first.files
    assert {name for name in first.files if "/" not in name} == {
        *("council.ics", "events.jsonl", "unanswered.json", DATABASE),
    }
    assert second.summary.months == first.summary.months


def test_postgres_and_redis_leave_the_same_files_as_one_process(
    example: Register, first: Outcome, out: Path, postgres: Databases, redis_url: str
) -> None:
    url = postgres.empty(out)
    settings = Settings(database_url=url, redis_url=redis_url)

    grown = Outcome(out, replay(example, until=UNTIL, out=out, settings=settings))

    assert grown.files == first.told
    assert grown.summary.months == first.summary.months
    with redis.Redis.from_url(redis_url) as client:
        assert client.dbsize() == 0
    postgres.drop(url)


def test_from_a_later_day_on_the_same_mails_go_out_and_none_of_the_earlier(
    example: Register, first: Outcome, out: Path
) -> None:
    since = date(2021, 6, 1)

    summary = replay(example, until=UNTIL, out=out, settings=Settings(), since=since)

    later = Outcome(out, summary)
    # An idea without a day of its own rests from when it is entered, and is brought up 90 days on.
    rested = {f"2021-08-30-Digest-{reader}" for reader in ("SEK", "SEK1", "SEK2")}
    assert {name for name in later.mails if name not in first.mails} == rested
    # What is recorded late suggests nothing: the numbers of that year's suggestions begin anew.
    assert {name: mail for name, mail in later.mails.items() if name not in rested} == {
        name: mail.replace(b"A2021-04", b"A2021-01").replace(b"A2021-05", b"A2021-02")
        for name, mail in first.mails.items()
        if name >= since.isoformat()
    }
    asked = [each for each in first.summary.months if each.name >= "2021-06"]
    assert [each for each in asked if each.name != "2021-08"] == [
        each for each in summary.months if each.name != "2021-08"
    ]
    assert later.files["unanswered.json"] == first.files["unanswered.json"]
