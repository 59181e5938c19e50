"""A council that invites and a guest with a real Thunderbird, and the mail between the two."""

from contextlib import closing
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

from tilsvar.bootstrap import App
from tilsvar.commands.invitations import find_invitation
from tilsvar.domain.invitations import Invitation
from tilsvar.intake.inbox.factory import inbox_for
from tilsvar.tests.clients import libical
from tilsvar.tests.clients.thunderbird import Thunderbird
from tilsvar.tests.servers.dovecot_server import DovecotServer
from tilsvar.tests.servers.mail_server import MailServer
from tilsvar.tests.servers.office import HandBell, answer
from tilsvar.workers.inbox import Polled, poll

REPLY_ADDRESS = "moter@ho21.example"
KARI = Thunderbird.ADDRESS


class Correspondence:
    """The council on one side, Kari's Thunderbird on the other, the mail between them.

    Her answers go out through `mail_server` and come to the council's mailbox on `dovecot`.
    """

    def __init__(
        self,
        app: App,
        bell: HandBell,
        thunderbird: Thunderbird,
        mail_server: MailServer,
        dovecot: DovecotServer,
    ) -> None:
        self.app, self._bell = app, bell
        self._thunderbird, self._mail_server, self._dovecot = thunderbird, mail_server, dovecot
        self._read: set[Path] = set()
        self._answers = len(mail_server.received())
        thunderbird.do("own_calendar.js", "Kari")

    def record(self, fact: Any, **values: Any) -> None:
        """Record a fact and send the mails that follow from it."""
        with self.app.office.work(by="SEK1") as work:
            fact(work, **values)
            work.commit()
        answer(self.app, self._bell)

    def new_mail(self) -> Path:
        """The one mail that has gone out since the last time."""
        folder = Path(self.app.settings.mail_url.removeprefix("file:"))
        [mail] = set(folder.glob("*.eml")) - self._read
        self._read.add(mail)
        return mail

    def open(self, button: str) -> dict[str, Any]:
        """Kari opens the new mail and presses a button; the messages about it are sound."""
        mail = self.new_mail()
        parsed = message_from_bytes(mail.read_bytes(), policy=default)
        for part in parsed.walk():
            if part.get_content_type() in ("text/calendar", "application/ics"):
                content = part.get_payload(decode=True)
                assert isinstance(content, bytes)
                assert libical.faults(content) == []
        told: dict[str, Any] = self._thunderbird.do("open_mail.js", str(mail), button)
        return told

    def receive(self) -> tuple[bytes, Polled]:
        """Kari's next answer arrives in the council's mailbox and is processed there."""
        self._answers += 1
        received = self._mail_server.wait_for(self._answers)
        assert len(received) == self._answers
        self._dovecot.deliver(received[-1])
        with closing(inbox_for(self._dovecot.url)) as inbox:
            return received[-1], poll(self.app.office, inbox, reply_address=REPLY_ADDRESS)

    def in_her_calendar(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self._thunderbird.do("list.js", "Kari")
        return found

    def on_our_list(self) -> Invitation:
        with self.app.office.reading() as work:
            return find_invitation(work, meeting="M1", who=KARI)
