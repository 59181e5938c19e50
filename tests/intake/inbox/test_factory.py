"""The inbox setting: a server or a folder, and one clear sentence for everything else."""

from pathlib import Path

import pytest

from tilsvar.intake.inbox.factory import BadInboxUrl, inbox_for
from tilsvar.intake.inbox.imap import ImapInbox
from tilsvar.intake.inbox.imap_server import ImapServer
from tilsvar.intake.inbox.maildir import MaildirInbox


@pytest.mark.parametrize(
    ("url", "server"),
    [
        (
            "imaps://moter:p%40ss%2Fword@mail.ho21.example",
            ImapServer("mail.ho21.example", 993, "moter", "p@ss/word"),
        ),
        (
            "IMAPS://moter%40ho21.example:x@mail.ho21.example:9993/Svar/2023",
            ImapServer("mail.ho21.example", 9993, "moter@ho21.example", "x", "Svar/2023"),
        ),
        (
            "imap://moter:x@localhost/INBOX",
            ImapServer("localhost", 143, "moter", "x", tls=False),
        ),
        ("imap://moter:x@[::1]:1143", ImapServer("::1", 1143, "moter", "x", tls=False)),
    ],
)
def test_an_imap_setting_names_a_server_and_opens_nothing_yet(url: str, server: ImapServer) -> None:
    inbox = inbox_for(url)

    assert isinstance(inbox, ImapInbox)
    assert inbox.server == server
    assert "p@ss" not in inbox.place


@pytest.mark.parametrize(
    ("url", "folder"),
    [
        ("maildir:var/post", "/srv/tilsvar/var/post"),
        ("maildir:/var/mail/moter", "/var/mail/moter"),
        ("maildir:///var/mail/m%20r", "/var/mail/m r"),
    ],
)
def test_a_maildir_setting_names_a_folder(url: str, folder: str) -> None:
    inbox = inbox_for(url, relative_to=Path("/srv/tilsvar"))

    assert isinstance(inbox, MaildirInbox)
    assert inbox.folder == Path(folder)
    assert inbox.place == folder


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "does not begin with"),
        ("pop3://a:hemmelig@host", "does not begin with"),
        ("maildir:", "names no folder"),
        ("maildir://other/srv", "another machine"),
        ("imaps://", "names no host"),
        ("imaps://a:hemmelig@host:port", "its port is no number"),
        ("imaps://a:hemmelig@host:99999", "its port is no number"),
        ("imaps://a:hemmelig@[host", "no address"),
        ("imaps://host", "both user and password"),
        ("imaps://a@host", "both user and password"),
        ("imaps://a:hemmelig@host/INBOX?x=1", "%3F"),
        ("imap://a:hemmelig@mail.ho21.example", "use imaps"),
        ("imap://a:hemmelig@127.0.0.1.ho21.example", "use imaps"),
    ],
)
def test_a_setting_that_cannot_be_used_says_why_and_what_would_be_right(
    url: str, reason: str
) -> None:
    with pytest.raises(BadInboxUrl, match=reason) as caught:
        inbox_for(url)

    assert "imaps://user:password@host/INBOX" in str(caught.value)
    assert "hemmelig" not in str(caught.value)


def test_a_server_that_is_printed_keeps_its_password() -> None:
    assert "hemmelig" not in repr(ImapServer("host", 993, "a", "hemmelig"))
