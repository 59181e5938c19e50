"""Wires everything together from the settings: the only place that knows all the parts."""

import sys
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

import dramatiq
import structlog

from .domain.kinds import Kind
from .intake.inbox.factory import inbox_for
from .notifications.factory import transport_for
from .notifications.mailbox import read_mailbox
from .notifications.sending import PostOffice
from .notifications.sign_in_mail import SignInMail
from .settings import Settings, load_settings, secret_of
from .store.clock import Clock, FixedClock, SystemClock
from .store.doorbell import SilentDoorbell
from .store.engine import open_database
from .store.mapping import map_domain
from .store.unit_of_work import Office
from .wording.language import Language, language
from .workers.broker import DramatiqDoorbell, Handlers, declare_actors, open_broker
from .workers.deliveries import handle_delivery
from .workers.digests import write_digest
from .workers.freezing import freeze_quarter
from .workers.inbox import NoInbox, Polled, poll
from .workers.invitation_mail import Correspondent
from .workers.registry import names_by_event
from .workers.report_mail import ReportWriter
from .workers.reporting import send_report
from .workers.rung_attempts import ring_counted


@dataclass(frozen=True)
class App:
    """The wired system of one process."""

    settings: Settings
    office: Office
    post: PostOffice
    lang: Language
    reports: ReportWriter
    broker: dramatiq.Broker | None = None

    def handlers(self) -> Handlers:
        """What each actor does with its key; every one of them is safe to repeat."""
        return {
            "handle": lambda key: handle_delivery(self.office, int(key)),
            "ring": self._ring,
            "digest": self._digest,
            "send": self.post.send,
            "freeze": self._freeze,
            "report": self._report,
            "report-mail": lambda key: self.reports.send(self.post, key),
        }

    def _ring(self, key: str) -> None:
        kind, group = key.split(":", 1)
        ring_counted(self.office, Kind(kind), group)

    def _digest(self, key: str) -> None:
        with self.office.work(by="clock") as work:
            write_digest(work, int(key))
            work.commit()

    def _report(self, schedule: str) -> None:
        with self.office.work(by="clock") as work:
            send_report(work, schedule)
            work.commit()

    def _freeze(self, quarter: str) -> None:
        freeze_quarter(self.office, self.settings.council, self.settings.base_url, quarter)

    def poll_inbox(self) -> Polled:
        """Look into the inbox once. Raises NoInbox and InboxError."""
        url = self.settings.inbox_url
        if url is None:
            raise NoInbox
        inbox = inbox_for(url)
        reply_address = self.settings.reply_address or self.post.sender.address
        try:
            return poll(self.office, inbox, reply_address=reply_address)
        finally:
            inbox.close()

    def close(self) -> None:
        self.post.transport.close()
        if self.broker is not None:
            self.broker.close()
        self.office.engine.dispose()


def bootstrap(
    settings: Settings | None = None,
    *,
    clock: Clock | None = None,
    new_uid: Callable[[str], UUID] = lambda _key: uuid.uuid4(),
    works_here: bool = False,
    namespace: str = "tilsvar",
) -> App:
    """The system as the settings say. `works_here`: this process has workers of its own.

    A process without workers and without Redis rings no bell: the relay of the serving process
    finds within seconds what it has recorded.
    """
    settings = settings or load_settings()
    _log_to_standard_error()
    map_domain()
    broker = None
    if works_here or settings.redis_url:
        broker = open_broker(settings.redis_url, namespace)
    lang = language(settings.language)
    office = Office(
        engine=open_database(settings.database_url),
        clock=clock or (FixedClock(settings.now) if settings.now else SystemClock()),
        zone=settings.zone,
        subscribers=names_by_event(),
        doorbell=DramatiqDoorbell(broker) if broker else SilentDoorbell(),
        new_uid=new_uid,
        language="nn" if settings.language == "nn" else "nb",
    )
    sender, base_url = read_mailbox(settings.mail_from), settings.base_url.rstrip("/")
    correspondent = Correspondent(
        settings.council,
        settings.reply_address or sender.address,
        base_url,
        partial(secret_of, settings),
    )
    sign_in = SignInMail(settings.council, base_url, partial(secret_of, settings), lang)
    reports = ReportWriter(settings.council, base_url, lang)
    post = PostOffice(
        office,
        transport_for(settings.mail_url),
        sender,
        base_url,
        lang,
        {**correspondent.writers(), **sign_in.writers(), **reports.writers()},
    )
    app = App(settings, office, post, lang, reports, broker)
    if broker is not None:
        declare_actors(broker, app.handlers())
    return app


def _log_to_standard_error() -> None:
    """What a command answers goes to standard output; what it notices on the way must not.

    Of a fault the log tells where it arose, and not what the variables held: people's words and
    secrets are no business of whoever reads the log.
    """
    in_lines = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    known = structlog.is_configured()
    structlog.configure(
        processors=None if known else [*structlog.get_config()["processors"][:-1], in_lines],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
