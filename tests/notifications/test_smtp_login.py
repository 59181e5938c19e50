"""Encryption and login: what is asked for is demanded, and a wrong password fails no mail."""

import ssl
from dataclasses import replace

import pytest

from tilsvar.notifications.smtp import SmtpTransport
from tilsvar.notifications.smtp_server import Security, SmtpServer
from tilsvar.notifications.transport import Unreachable
from tilsvar.tests.notifications.scripted_server import CERTIFICATE, scripted_server, send


def trusting() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(CERTIFICATE))


def logging_in(port: int) -> SmtpServer:
    return SmtpServer(
        "localhost", port, Security.STARTTLS, "tilsvar", "p@ss/word", timeout=5, patience=5
    )


def test_a_server_that_wants_encryption_and_a_login_gets_both() -> None:
    with scripted_server(starttls=True) as server:
        transport = SmtpTransport(logging_in(server.port), trust=trusting())
        send(transport, "hod")
        transport.close()

    assert server.logins == ["tilsvar"]
    assert len(server.accepted) == 1


def test_a_wrong_password_makes_the_mails_wait_instead_of_failing_them_all() -> None:
    with scripted_server(starttls=True) as server:
        wrong = replace(logging_in(server.port), password="wrong")

        with pytest.raises(Unreachable, match="535") as caught:
            send(SmtpTransport(wrong, trust=trusting()), "hod")

    assert "wrong" not in str(caught.value)
    assert server.accepted == []


def test_without_its_login_the_server_is_no_reason_to_fail_a_mail_for_good() -> None:
    with scripted_server(starttls=True) as server:
        nameless = replace(logging_in(server.port), user="", password="")
        transport = SmtpTransport(nameless, trust=trusting())

        with pytest.raises(Unreachable, match="wants a login"):
            send(transport, "hod")

        transport.close()


def test_a_certificate_that_nobody_vouches_for_is_not_believed() -> None:
    with scripted_server(starttls=True) as server:
        with pytest.raises(Unreachable, match="certificate"):
            send(SmtpTransport(logging_in(server.port)), "hod")

        assert server.logins == []


def test_encryption_from_the_first_byte_works_too() -> None:
    with scripted_server(tls=True) as server:
        transport = SmtpTransport(
            SmtpServer("localhost", server.port, Security.TLS), trust=trusting()
        )
        send(transport, "hod")
        transport.close()

    assert len(server.accepted) == 1
