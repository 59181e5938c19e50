"""What the stories about sending begin with: a reminder that is written and not yet sent.

It goes at once, in a mail of its own; what is collected has its own stories.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy.engine import Row

from tilsvar.bootstrap import App
from tilsvar.commands.letters import send_letter
from tilsvar.commands.reminders import change_ladder
from tilsvar.domain.dates import Edtf
from tilsvar.domain.people import Person
from tilsvar.store import flow
from tilsvar.store.clock import FixedClock
from tilsvar.store.unit_of_work import UnitOfWork
from tilsvar.tests.notifications.scripted_server import ScriptedServer
from tilsvar.tests.servers.office import HandBell, answer
from tilsvar.tests.servers.rows import the_row
from tilsvar.workers.ticking import tick

DUE = datetime(2023, 3, 3, 6, 30, tzinfo=UTC)


def at_once(work: UnitOfWork) -> None:
    """That an answer is due does not wait for the digest."""
    change_ladder(work, ladder="answer", rungs="0d at once")


def pending_mail(app: App, bell: HandBell, address: str = "sek1@ho21.example") -> str:
    """A reminder is written and not yet sent; the answer to a letter is due today."""
    with app.office.work(by="SEK1") as work:
        work.get(Person, "SEK1").correct(email=address)
        at_once(work)
        send_letter(
            work, key="L1", title="Brev", sent=Edtf("2023-02-03"), recipients=["HOD", "NFD"]
        )
        work.commit()
    answer(app, bell)
    clock = app.office.clock
    assert isinstance(clock, FixedClock)
    clock.set(DUE)
    tick(app.office)
    handlers = app.handlers()
    while not bell.of("send"):
        actor, key = bell.rings.pop(0)
        handlers[actor](key)
    (mail_id,) = bell.of("send")
    bell.lose()
    return mail_id


def mail(app: App) -> Row[Any]:
    return the_row(app.office, flow.mail)


def identities(server: ScriptedServer) -> list[str]:
    return [str(message["Message-ID"]) for _, message in server.accepted]
