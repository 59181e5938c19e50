"""Mails that came back, as each mail server reports it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilsvar.intake.inbox.bounces import read_bounce

FOLDER = Path(__file__).parent / "bounces"
OURS = "<41@raadet.example.org>"
NOBODY_THERE = {
    "postfix-unknown-user": ("kari.nordmann@nfd.example.org", "5.1.1"),
    "postfix-no-such-domain": ("kari@nfdd.example.org", "5.4.4"),
    "postfix-says-no-more-than-5.0.0": ("ola@example.org", "5.0.0"),
    "exchange-not-found": ("kari@nfd.example.org", "5.1.10"),
    "exchange-online-nobody-has-the-address": ("kari@nfd.example.org", "5.4.1"),
    "google-not-found": ("ola.hansen@example.org", "5.1.1"),
    "exim-forwarded-elsewhere": ("old.kari@example.org", "5.2.1"),
}
MAY_PASS = {
    "postfix-gave-up-after-five-days": ("kari@nfd.example.org", "4.4.1"),
    "exchange-mailbox-full": ("kari@nfd.example.org", "5.2.2"),
    "google-took-it-for-spam": ("ola.hansen@example.org", "5.0.0"),
    "dovecot-quota": ("ola@example.org", "5.0.0"),
}
NO_BOUNCE = ("postfix-delayed", "delivered", "nothing-in-it", "out-of-office")


def mail(name: str) -> bytes:
    return (FOLDER / f"{name}.eml").read_bytes()


@pytest.mark.parametrize("name", [*NOBODY_THERE, *MAY_PASS])
def test_a_mail_that_came_back(name: str) -> None:
    bounce = read_bounce(mail(name))

    assert bounce is not None
    recipient, status = (NOBODY_THERE | MAY_PASS)[name]
    assert (bounce.final_recipient, bounce.status) == (recipient, status)
    assert bounce.message_id == OURS
    assert bounce.hard is (name in NOBODY_THERE)


@pytest.mark.parametrize("name", NO_BOUNCE)
def test_a_mail_that_reports_no_failure(name: str) -> None:
    assert read_bounce(mail(name)) is None


def test_each_mail_has_its_line_in_a_table() -> None:
    assert {path.stem for path in FOLDER.glob("*.eml")} == {*NOBODY_THERE, *MAY_PASS, *NO_BOUNCE}


def test_whom_we_wrote_to_is_known_where_they_forward_their_mail() -> None:
    bounce = read_bounce(mail("exim-forwarded-elsewhere"))

    assert bounce is not None
    assert bounce.original_recipient == "kari@nfd.example.org"
    assert bounce.diagnostic == "550 5.2.1 The email account that you tried to reach is disabled"


def test_what_the_server_said_stands_on_one_line() -> None:
    bounce = read_bounce(mail("postfix-unknown-user"))

    assert bounce is not None
    assert bounce.diagnostic.endswith("address rejected: User unknown in virtual mailbox table")
    assert "\n" not in bounce.diagnostic


def test_nothing_that_a_database_refuses_comes_out_of_a_report() -> None:
    bounce = read_bounce(mail("postfix-unknown-user").replace(b"Recipient\r\n", b"Re\0cip\r\n"))

    assert bounce is not None
    assert "\0" not in bounce.diagnostic


def test_a_bounce_that_somebody_forwards_is_no_bounce_of_ours() -> None:
    forwarded = b"From: kari@nfd.example.org\r\nContent-Type: message/rfc822\r\n\r\n"

    assert read_bounce(forwarded + mail("postfix-unknown-user")) is None


@given(st.data())
def test_a_damaged_report_never_breaks_the_reader(data: st.DataObject) -> None:
    content = mail(data.draw(st.sampled_from([*NOBODY_THERE, *MAY_PASS])))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        gone = data.draw(st.integers(0, 60))
        put = data.draw(st.binary(max_size=20) | st.sampled_from([b"\r\n\r\n", b"=?x?q?", b"--"]))
        content = content[:at] + put + content[at + gone :]

    bounce = read_bounce(content)

    assert bounce is None or "@" in bounce.final_recipient
