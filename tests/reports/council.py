"""A council of the stories: facts are recorded on a day, and the clock goes on to another."""

from datetime import UTC, datetime
from typing import Any

from tilsvar.bootstrap import App
from tilsvar.commands.letters import receive_reply, send_letter
from tilsvar.domain.dates import Edtf
from tilsvar.store.unit_of_work import UnitOfWork
from tilsvar.tests.servers.office import HandBell, pass_time, set_clock, with_bell


class Council:
    """What the stories do with it."""

    def __init__(self, app: App) -> None:
        self.bell = HandBell()
        self.app = with_bell(app, self.bell)

    def today_is(self, day: str) -> None:
        """The clock stands at noon of that day; nothing happens yet."""
        set_clock(self.app.office, _noon(day))

    def live_until(self, day: str) -> None:
        """At noon of that day the clock ticks once, and all that follows is done and sent."""
        pass_time(self.app, self.bell, _noon(day))

    def work(self, by: str = "SEK1") -> UnitOfWork:
        return self.app.office.work(by)

    def reading(self) -> UnitOfWork:
        return self.app.office.reading()

    def send(self, sent: str, *recipients: str, **more: Any) -> str:
        """A letter goes out; its key."""
        with self.work() as work:
            more.setdefault("title", "Innspill")
            letter = send_letter(work, sent=Edtf(sent), recipients=recipients, **more)
            work.commit()
        return letter.key

    def receive(self, letter: str, sender: str, received: str, **more: Any) -> None:
        with self.work() as work:
            receive_reply(work, letter=letter, sender=sender, received=Edtf(received), **more)
            work.commit()


def _noon(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)
