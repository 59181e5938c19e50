"""The council's pages for people who sign in themselves, and the post that brings their links."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tilsvar.bootstrap import App
from tilsvar.commands.signing_in import hand_out_link
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import HandBell, MakeApp, answer, settle_in, with_bell
from tilsvar.tests.web.reader import Reader
from tilsvar.tests.web.serving import served

SEK1 = "sek1@ho21.example"
LINK = re.compile(r"https?://\S+/sign-in/link/[\w-]+")


class House:
    """A council with one in the secretariat, the leader and a member, whose pages are served."""

    def __init__(self, app: App, bell: HandBell, address: str) -> None:
        self.app, self.bell, self.address = app, bell, address
        self._readers: list[Reader] = []

    def visitor(self, **headers: str) -> Reader:
        """A browser that nobody has used here."""
        reader = Reader(self.address)
        reader.client.headers.update(headers)
        self._readers.append(reader)
        return reader

    def post(self) -> list[EmailMessage]:
        """Every mail about signing in, in no order, once all that is due has gone."""
        answer(self.app, self.bell)
        folder = Path(self.app.settings.mail_url.removeprefix("file:"))
        return [
            message_from_bytes(path.read_bytes(), policy=default)
            for path in sorted(folder.glob("*SignInLink*.eml"))
        ]

    def link(self) -> str:
        """The path in the only mail."""
        [mail] = self.post()
        return path_in(mail)

    def close(self) -> None:
        for each in self._readers:
            each.close()


def hand_out(council: House, email: str = SEK1, wanted: str = "/") -> str:
    """The path of a link from the command line."""
    with council.app.office.work(by="cli") as work:
        token = hand_out_link(work, email=email, wanted=wanted)
        work.commit()
    return f"/sign-in/link/{token}"


def path_in(mail: EmailMessage) -> str:
    found = LINK.search(text_of(mail))
    assert found, "the mail has no link"
    return urlsplit(found[0]).path


def text_of(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    assert part is not None
    text: str = part.get_content()
    return text


@contextmanager
def opened(
    make_app: MakeApp, sqlite: Databases, folder: Path, bell: HandBell, **chosen: Any
) -> Iterator[House]:
    app = with_bell(make_app(sqlite.migrated(folder), **chosen), bell)
    settle_in(app.office)
    with served(app, person=None) as address:
        found = House(app, bell, address)
        yield found
        found.close()
