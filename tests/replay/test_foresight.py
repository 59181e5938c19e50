"""What is foretold of a coming day is what that day then brings, to the last mail.

Left out are days on which a fact enters, since nobody can foresee those.
"""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from tilsvar.bootstrap import App
from tilsvar.cli import main
from tilsvar.intake.facts import facts_of
from tilsvar.intake.register.reader import Register
from tilsvar.reports.foresight import due_on
from tilsvar.settings import Settings
from tilsvar.store import flow
from tilsvar.store.clock import local_day
from tilsvar.tests.replay.outcome import DATABASE, UNTIL, Outcome
from tilsvar.workers.replay import play, replay, wired

THE_DAY = date(2021, 8, 27)
SECRETARIAT = {"SEK", "SEK1", "SEK2"}
MEMBERS = {f"M{number:02}" for number in (*range(1, 13), 14)}

Mails = set[tuple[str, str, str]]
"""Who hears of which object at which rung."""


def foretold(app: App, day: date) -> Mails:
    with app.office.reading() as work:
        messages = due_on(work, day).messages
    found = [
        (message.person.key, key, line.rung)
        for message in messages
        for line in message.lines
        for key in line.objects
    ]
    assert len(found) == len(set(found))
    return set(found)


def sent(app: App) -> dict[date, Mails]:
    """What each day brought: the reminders of the mails that went out."""
    reminder = flow.reminder.c
    query = (
        select(flow.mail.c.at, reminder.recipient, reminder.key, reminder.rung)
        .join(flow.mail, flow.mail.c.id == reminder.mail_id)
        .where(flow.mail.c.state == "sent")
    )
    days: dict[date, Mails] = {}
    with app.office.engine.connect().execution_options(read_only=True) as connection:
        for row in connection.execute(query):
            told = days.setdefault(local_day(row.at, app.office.zone), set())
            told.add((row.recipient, row.key, row.rung))
    return days


@pytest.fixture(scope="module")
def evening_before(example: Register, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of a replay to 26 August 2021."""
    out = tmp_path_factory.mktemp("before")
    replay(example, until=THE_DAY - timedelta(days=1), out=out, settings=Settings())
    return out / DATABASE


def test_the_26th_of_august_foretells_the_27th_to_the_last_mail(
    example: Register,
    evening_before: Path,
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """By the command that a person uses, and against the files that the next day leaves."""
    with monkeypatch.context() as that_evening:
        that_evening.setenv("TILSVAR_DATABASE_URL", f"sqlite:///{evening_before}")
        that_evening.setenv("TILSVAR_NOW", "2021-08-26T18:00:00+02:00")
        assert main(["due", "--on", THE_DAY.isoformat(), "--format", "json"]) == 0
    told = json.loads(capfd.readouterr().out)
    people = {person.email: person.key for person in example.people}
    foreseen = [
        (people[message["to"]], message["objects"], message["rungs"])
        for message in told["messages"]
    ]

    with wired(Settings(), out) as app:
        play(app, example, until=THE_DAY, out=out)
        brought = sent(app)[THE_DAY]

    # The call for input is due on Friday 10 September, in 14 days; the members' own deadline for
    # it on Friday 3 September, in 5 working days. Nothing else falls on that day.
    assert sorted(foreseen) == sorted(
        [
            *((person, ["C2021-02", "D2021-01"], ["-14d", "-5wd"]) for person in SECRETARIAT),
            *((person, ["D2021-01"], ["-5wd"]) for person in MEMBERS),
        ]
    )
    assert brought == {
        (person, key, rung)
        for person, objects, rungs in foreseen
        for key, rung in zip(objects, rungs, strict=True)
    }
    assert {message["kind"] for message in told["messages"]} == {"Digest"}


def test_every_day_of_the_replay_was_foretold_on_the_evening_before(
    example: Register, first: Outcome, out: Path
) -> None:
    """Each day from 2020 on which something went out, and every Wednesday on which nothing did."""
    surprising = {fact.day for fact in facts_of(example)}
    busy = {date.fromisoformat(name[:10]) for name in first.mails if name >= "2020"}
    wednesdays = {date(2020, 1, 1) + timedelta(weeks=n) for n in range(160)}
    coming = sorted((busy | wednesdays) - surprising)
    seen: dict[date, Mails] = {}

    with wired(Settings(), out) as app:

        def look(_done: int, _total: int) -> None:
            """As long as nothing happens before a day, this is how its eve looks."""
            today = local_day(app.office.clock.now(), app.office.zone)
            for day in (each for each in coming if today < each <= today + timedelta(days=90)):
                seen[day] = foretold(app, day)

        play(app, example, until=UNTIL, out=out, progress=look)
        brought = sent(app)

    assert seen == {day: brought.get(day, set()) for day in seen}
    assert busy - surprising <= set(seen)
    assert len(busy & set(seen)) >= 20
    assert len(set(seen) - busy) >= 40
