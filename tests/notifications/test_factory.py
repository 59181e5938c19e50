"""The mail setting: a folder or a server, and one clear sentence for everything else."""

from pathlib import Path

import pytest

from tilsvar.notifications.factory import BadMailUrl, transport_for
from tilsvar.notifications.files import FileTransport
from tilsvar.notifications.smtp import SmtpTransport
from tilsvar.notifications.smtp_server import Security, SmtpServer


@pytest.mark.parametrize(
    ("url", "folder"),
    [
        ("file:var/outbox", "/srv/tilsvar/var/outbox"),
        ("file:/srv/mail", "/srv/mail"),
        ("file:///srv/mail%20ut", "/srv/mail ut"),
        ("FILE:ut", "/srv/tilsvar/ut"),
    ],
)
def test_a_file_setting_names_a_folder(url: str, folder: str) -> None:
    transport = transport_for(url, relative_to=Path("/srv/tilsvar"))

    assert isinstance(transport, FileTransport)
    assert transport.folder == Path(folder)


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://localhost:1025", SmtpServer("localhost", 1025)),
        ("smtp://mail.ho21.example", SmtpServer("mail.ho21.example", 25)),
        (
            "smtp://tilsvar:p%40ss%2Fword@mail.ho21.example?starttls=1",
            SmtpServer("mail.ho21.example", 587, Security.STARTTLS, "tilsvar", "p@ss/word"),
        ),
        (
            "smtps://tilsvar%40ho21.example:x@mail.ho21.example",
            SmtpServer("mail.ho21.example", 465, Security.TLS, "tilsvar@ho21.example", "x"),
        ),
        (
            "smtp://[::1]:2525/?timeout=5&patience=9",
            SmtpServer("::1", 2525, timeout=5, patience=9),
        ),
    ],
)
def test_an_smtp_setting_names_a_server_and_opens_nothing_yet(url: str, server: SmtpServer) -> None:
    transport = transport_for(url)

    assert isinstance(transport, SmtpTransport)
    assert transport.server == server


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "does not begin with"),
        ("mail.ho21.example:25", "does not begin with"),
        ("http://mail.ho21.example", "does not begin with"),
        ("file:", "names no folder"),
        ("file:///", "names no folder"),
        ("file://other/srv", "another machine"),
        ("smtp://", "names no host"),
        ("smtp://host:port", "[Pp]ort"),
        ("smtp://host:99999", "[Pp]ort"),
        ("smtp://user@host", "both user and password"),
        ("smtp://host/inbox", "only options can follow"),
        ("smtp://host?startls=1", "startls is no option"),
        ("smtp://host?starttls=yes", "starttls is 1 or 0"),
        ("smtp://host?timeout=soon", "timeout is a number of seconds"),
        ("smtp://host?patience=0", "patience is a number of seconds"),
    ],
)
def test_a_setting_that_cannot_be_used_says_why_and_what_would_be_right(
    url: str, reason: str
) -> None:
    with pytest.raises(BadMailUrl, match=reason) as caught:
        transport_for(url)

    assert "file:var/outbox" in str(caught.value)


@pytest.mark.parametrize(
    "url",
    ["smtp://user:hemmelig@host/x", "smtp://user:hemmelig@host?a=1", "imap://u:hemmelig@host"],
)
def test_a_complaint_never_shows_the_password(url: str) -> None:
    with pytest.raises(BadMailUrl) as caught:
        transport_for(url)

    assert "hemmelig" not in str(caught.value)


def test_a_server_that_is_printed_keeps_its_password() -> None:
    assert "hemmelig" not in repr(SmtpServer("host", 25, password="hemmelig"))
