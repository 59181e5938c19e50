"""Whether each setting works: one small look at what it names, nothing is left behind."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from urllib.parse import urlsplit

from ..domain.errors import TilsvarError
from ..intake.inbox.factory import inbox_for
from ..notifications.factory import transport_for
from ..notifications.files import FileTransport
from ..notifications.mailbox import checked_address, read_mailbox
from ..notifications.smtp import SmtpTransport
from ..notifications.smtp_connection import Hurry, connect
from ..reports.failures import failed_tasks
from ..settings import Settings
from ..store.engine import open_database
from ..store.migrate import current, newest
from ..web.signing_in.listening import is_this_machine, require_safe
from ..web.signing_in.oidc import Provider
from ..web.static import ASSETS

SECRETS = ("secret_key", "oidc_client_secret")
PATIENCE = 10.0  # seconds, for a server to answer
LAST_PORT = 65535


class DoesNotWork(TilsvarError):
    """It does not work: {problem}."""


@dataclass(frozen=True)
class Finding:
    """What was found about one setting; `value` shows no password."""

    name: str
    value: str
    works: bool
    note: str


def findings(settings: Settings) -> list[Finding]:
    """Every setting in its order, then the web assets and what has failed for good."""
    found = [_look_at(settings, name) for name in Settings.model_fields]
    there = (ASSETS / "vendor" / "designsystemet.css").is_file()
    note = "" if there else "the fetched styles are missing; run `make env assets`"
    assets = Finding("web assets", str(ASSETS), there, note)
    return [*found, assets, *_failed_work(settings)]


def _failed_work(settings: Settings) -> list[Finding]:
    """What Tilsvar has tried in vain; nothing where the database itself does not work."""
    if not _look_at(settings, "database_url").works:
        return []
    engine = open_database(settings.database_url)
    try:
        with engine.connect().execution_options(read_only=True) as connection:
            number = failed_tasks(connection)
    finally:
        engine.dispose()
    note = "see `tilsvar failure list`" if number else ""
    return [Finding("failed work", str(number), not number, note)]


def masked(url: str) -> str:
    """The address, or a sentence in which addresses stand, without passwords."""
    return re.sub(r"(?<=://)([^:/@\s]*):\S*@", r"\1:…@", url)


def _look_at(settings: Settings, name: str) -> Finding:
    value = getattr(settings, name)
    shown = "" if value is None else "…" if name in SECRETS else masked(str(value))
    check = CHECKS.get(name)
    try:
        note = check(settings) if check else ""
    except DoesNotWork as trouble:
        return Finding(name, shown, works=False, note=str(trouble.facts["problem"]))
    except Exception as trouble:  # noqa: BLE001 - whatever a library raises is what to show
        # A database's driver says in its first line what is wrong, and then what that may mean.
        driver = getattr(trouble, "orig", None)
        told = str(driver).partition("\n")[0] if driver else str(trouble)
        return Finding(name, shown, works=False, note=masked(" ".join(told.split())))
    return Finding(name, shown, works=True, note=note)


def _database(settings: Settings) -> str:
    engine = open_database(settings.database_url)
    try:
        there = current(engine)
    finally:
        engine.dispose()
    if there != newest():
        has = f"has schema {there}" if there else "has no schema yet"
        raise DoesNotWork(problem=f"{has}; run `tilsvar migrate`")
    return f"schema {there}"


def _redis(settings: Settings) -> str:
    if settings.redis_url is None:
        return "none: the workers run in the serving process"
    import redis  # only a grown system has it running

    client = redis.Redis.from_url(settings.redis_url, socket_timeout=PATIENCE)
    try:
        client.ping()
    finally:
        client.close()
    return "answers"


def _mail(settings: Settings) -> str:
    transport = transport_for(settings.mail_url)
    if isinstance(transport, FileTransport):
        return _writable(transport.folder)
    if isinstance(transport, SmtpTransport):
        sender = read_mailbox(settings.mail_from).address
        connection = connect(transport.server, sender, Hurry(PATIENCE), None)
        code, _ = connection.noop()
        connection.quit()
        return f"{transport.server.place} answers {code}"
    return ""


def _writable(folder: Path) -> str:
    """Whether files can be made there, or could be once the folder is made."""
    there = folder.absolute()
    while not there.exists():
        there = there.parent
    if not there.is_dir():
        raise DoesNotWork(problem=f"{there} is no folder")
    try:
        with TemporaryFile(dir=there):
            pass
    except OSError as trouble:
        raise DoesNotWork(problem=f"{there} cannot be written to: {trouble.strerror}") from trouble
    return "writable" if folder.exists() else "made when it is needed"


def _mail_from(settings: Settings) -> str:
    read_mailbox(settings.mail_from)
    return ""


def _inbox(settings: Settings) -> str:
    if settings.inbox_url is None:
        return "none: answers that come by mail are not read"
    inbox = inbox_for(settings.inbox_url)
    try:
        return f"{inbox.count()} messages in it"
    finally:
        inbox.close()


def _reply_address(settings: Settings) -> str:
    if settings.reply_address is None:
        return "none: invitations are answered to the sender of every mail"
    local_part, _, domain = checked_address(settings.reply_address).rpartition("@")
    return f"invitations are answered to {checked_address(f'{local_part}+TOKEN@{domain}')}"


def _bind(settings: Settings) -> str:
    host, _, port = settings.bind.rpartition(":")
    if not host or not port.isdigit() or int(port) > LAST_PORT:
        raise DoesNotWork(problem="write an address and a port, as in 127.0.0.1:8000")
    if is_this_machine(host):
        return "this machine alone"
    require_safe(settings, host)
    return "other machines too"


def _base_url(settings: Settings) -> str:
    parts = urlsplit(settings.base_url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise DoesNotWork(problem="write an address such as https://tilsvar.example.no")
    return ""


def _secret(settings: Settings) -> str:
    return "" if settings.secret_key else "one is made and kept, for this machine alone"


def _oidc(settings: Settings) -> str:
    if settings.oidc_issuer is None:
        return "none: people sign in by links in mails"
    provider = Provider.of(settings)
    if provider is None:
        raise DoesNotWork(problem="name TILSVAR_OIDC_CLIENT_ID and TILSVAR_OIDC_CLIENT_SECRET too")
    provider.description()
    return f"answers; there, {provider.redirect_uri} is the redirect address to register"


def _now(settings: Settings) -> str:
    return "the clock stands still; every page says so" if settings.now else "the machine's clock"


def _files(settings: Settings) -> str:
    return _writable(settings.files)


CHECKS: dict[str, Callable[[Settings], str]] = {
    "database_url": _database,
    "redis_url": _redis,
    "mail_url": _mail,
    "mail_from": _mail_from,
    "inbox_url": _inbox,
    "reply_address": _reply_address,
    "files": _files,
    "bind": _bind,
    "base_url": _base_url,
    "secret_key": _secret,
    "oidc_issuer": _oidc,
    "now": _now,
}
"""What is looked at for each setting; the others were checked when they were read."""
