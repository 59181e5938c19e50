"""What a replay leaves behind: events, calendar and report as files, and counts by month.

Nothing here depends on the order of insertion, so that the same facts give the same bytes on
SQLite and on Postgres, with one worker or with many.
"""

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import Engine, select, update

from ..bootstrap import App
from ..calendar.feeds import export
from ..domain.dates import Edtf
from ..reports.both_directions import both_directions
from ..reports.render_json import unanswered_json
from ..store import flow
from ..store.clock import local_day

COUNTED = {
    "LetterSent": ("letters", "sent"),
    "ReplyReceived": ("answers", "received"),
    "InterimReplyReceived": ("answers", "received"),
}
"""The events that are counted by month: in which column, and by which of their dates."""


@dataclass(frozen=True)
class Month:
    """A month (yyyy-mm in Oslo): letters sent, answers received (interim too), reminders mailed."""

    name: str
    letters: int
    answers: int
    reminders: int


def by_month(app: App, since: date | None = None) -> list[Month]:
    """The months in which anything happened, in their order; what was before `since` is left out.

    An imprecise date counts on its last day, on which a replay enters it.
    """
    counts: Counter[tuple[str, str]] = Counter()
    zone = app.office.zone
    with app.office.engine.connect().execution_options(read_only=True) as connection:
        facts = select(flow.event).where(flow.event.c.name.in_(COUNTED))
        for row in connection.execute(facts):
            if row.payload.get("given_to"):
                continue  # one answer, which counts for another letter too
            what, field = COUNTED[row.name]
            day = Edtf(row.payload[field]).last
            if since is None or day >= since:
                counts[day.isoformat()[:7], what] += 1
        sent = select(flow.mail.c.at).where(flow.mail.c.state == "sent")
        for row in connection.execute(sent):
            counts[local_day(row.at, zone).isoformat()[:7], "reminders"] += 1
    months = sorted({month for month, _ in counts})
    return [
        Month(month, *(counts[month, what] for what in ("letters", "answers", "reminders")))
        for month in months
    ]


def write_output(app: App, out: Path) -> None:
    """Write events.jsonl, council.ics and unanswered.json beside the mails."""
    (out / "mails").mkdir(exist_ok=True)
    (out / "events.jsonl").write_text(_events(app), encoding="utf-8")
    with app.office.reading() as work:
        calendar = export(work, "council", app.lang, app.settings.base_url)
        (out / "council.ics").write_bytes(calendar)
        report = unanswered_json(both_directions(work, work.today), app.lang)
        (out / "unanswered.json").write_text(report, encoding="utf-8")


def _events(app: App) -> str:
    with app.office.engine.connect().execution_options(read_only=True) as connection:
        rows = connection.execute(select(flow.event)).all()
    lines = [
        (
            row.at.isoformat(),
            row.about,
            row.subject,
            row.name,
            json.dumps(row.payload, ensure_ascii=False, sort_keys=True),
            json.dumps(
                {
                    "at": row.at.isoformat(),
                    "about": row.about,
                    "subject": row.subject,
                    "event": row.name,
                    "version": row.version,
                    "by": row.by,
                    "payload": row.payload,
                },
                ensure_ascii=False,
            ),
        )
        for row in rows
    ]
    return "".join(f"{line[-1]}\n" for line in sorted(lines))


def forget_the_machine(app: App) -> None:
    """Take what is the machine's own out of the database, so that replay.db is the same file again.

    When a delivery was to be tried again says nothing once all is done: its event's time stands
    instead. A slow machine is rung for the same thing twice, so that attempts are not counted. An
    SQLite file is then written anew, since the old one counts its checkpoints.
    """
    event, delivery, rung = flow.event, flow.delivery, flow.rung
    recorded = select(event.c.at).where(event.c.id == delivery.c.event_id).scalar_subquery()
    engine = app.office.engine
    with engine.begin() as connection:
        connection.execute(
            update(delivery)
            .where(delivery.c.state == "done")
            .values(next_attempt_at=recorded, attempts=1)
        )
        connection.execute(
            update(rung).where(rung.c.state.not_in(("waiting", "failed"))).values(attempts=0)
        )
    if engine.dialect.name == "sqlite" and engine.url.database:
        _write_anew(engine, Path(engine.url.database))


def _write_anew(engine: Engine, file: Path) -> None:
    fresh = file.with_name(f"{file.name}-fresh")
    fresh.unlink(missing_ok=True)
    # The driver's own connection, since a transaction would be begun on any other.
    raw = engine.raw_connection()
    raw.cursor().execute("VACUUM INTO ?", (str(fresh),))
    raw.close()
    engine.dispose()
    fresh.replace(file)
