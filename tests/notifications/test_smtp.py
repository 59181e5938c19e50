"""What becomes of a message when a real mail server takes it, refuses it, waits or falls silent."""

import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tilsvar.notifications.mailbox import Mailbox
from tilsvar.notifications.message import build
from tilsvar.notifications.rendered import Rendered
from tilsvar.notifications.smtp import SmtpTransport
from tilsvar.notifications.smtp_server import Security, SmtpServer
from tilsvar.notifications.transport import (
    CutOff,
    NotAnAddress,
    Postponed,
    Refused,
    Unreachable,
)
from tilsvar.tests.notifications.scripted_server import (
    SENDER,
    ScriptedServer,
    scripted_server,
    send,
)


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with scripted_server() as running:
        yield running


@pytest.fixture
def transport(server: ScriptedServer) -> Iterator[SmtpTransport]:
    carrier = SmtpTransport(SmtpServer("127.0.0.1", server.port, timeout=5, patience=0.3))
    yield carrier
    carrier.close()


def send_all(transport: SmtpTransport, local_parts: list[str]) -> None:
    for local_part in local_parts:
        send(transport, local_part)


def test_messages_to_several_people_go_one_by_one_over_one_connection(
    server: ScriptedServer, transport: SmtpTransport
) -> None:
    for name in ("hod", "kmd", "kd"):
        send(transport, name)

    assert [recipient for recipient, _ in server.accepted] == [
        "hod@ho21.example",
        "kmd@ho21.example",
        "kd@ho21.example",
    ]
    assert len(server.greeted_as) == 1


def test_the_server_is_greeted_with_the_senders_domain_and_not_with_this_machines_name(
    server: ScriptedServer, transport: SmtpTransport
) -> None:
    send(transport, "hod")

    assert server.greeted_as == ["ho21.example"]


@pytest.mark.parametrize(
    "text", ["", ".", "..\n.\nHei\n.", "ingen linjeslutt", "æøå 🦊\n.skjult\n"]
)
def test_a_text_arrives_as_it_was_even_where_lines_begin_with_dots(
    server: ScriptedServer, transport: SmtpTransport, text: str
) -> None:
    send(transport, "hod", text)

    part = server.accepted[0][1].get_body(("plain",))
    assert part is not None
    assert part.get_content().splitlines() == text.splitlines()


def test_what_is_greylisted_is_tried_later_and_does_not_hold_up_the_next(
    server: ScriptedServer, transport: SmtpTransport
) -> None:
    with pytest.raises(Postponed, match=r"451 4\.7\.1 try again in five minutes") as caught:
        send(transport, "greylisted")
    send(transport, "hod")

    assert not isinstance(caught.value, Unreachable)
    assert [recipient for recipient, _ in server.accepted] == ["hod@ho21.example"]
    assert len(server.greeted_as) == 1


def test_an_unknown_address_is_refused_for_good_without_being_told_on(
    server: ScriptedServer, transport: SmtpTransport
) -> None:
    with pytest.raises(Refused) as caught:
        send(transport, "unknown")
    send(transport, "hod")

    assert caught.value.reason == "550 5.1.1 <the recipient> no such user"
    assert len(server.accepted) == 1


@pytest.mark.parametrize(("local_part", "error"), [("full", Postponed), ("spam", Refused)])
def test_a_message_that_is_turned_down_after_its_content_was_not_handed_over(
    server: ScriptedServer, transport: SmtpTransport, local_part: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        send(transport, local_part)
    send(transport, "hod")

    assert len(server.accepted) == 1
    assert len(server.greeted_as) == 1


@pytest.mark.parametrize("local_part", ["dropped", "silent", "odd"])
def test_nobody_knows_what_became_of_a_message_without_an_answer(
    server: ScriptedServer, transport: SmtpTransport, local_part: str
) -> None:
    with pytest.raises(CutOff, match="It may have arrived"):
        send(transport, local_part)
    send(transport, "hod")

    arrived = [recipient for recipient, _ in server.accepted]
    assert arrived[-1] == "hod@ho21.example"
    assert len(server.greeted_as) == 2


def test_a_connection_lost_before_the_content_hands_nothing_over(
    server: ScriptedServer, transport: SmtpTransport
) -> None:
    send(transport, "hod")

    with pytest.raises(Unreachable):
        send(transport, "early")

    # It was tried once more on a connection of its own, and no oftener.
    assert len(server.greeted_as) == 2
    assert len(server.accepted) == 1


def test_a_server_that_says_goodbye_is_asked_again_later(
    server: ScriptedServer, transport: SmtpTransport
) -> None:
    with pytest.raises(Postponed, match="shutting down"):
        send(transport, "closing")
    send(transport, "hod")

    assert len(server.greeted_as) == 2


def test_a_kept_connection_that_the_server_dropped_is_opened_anew(
    server: ScriptedServer, transport: SmtpTransport
) -> None:
    send(transport, "hod")
    server.hang_up_on_everyone()

    send(transport, "kd")

    assert [recipient for recipient, _ in server.accepted] == [
        "hod@ho21.example",
        "kd@ho21.example",
    ]
    assert len(server.greeted_as) == 2


def test_after_closing_the_next_message_opens_a_connection(
    server: ScriptedServer, transport: SmtpTransport
) -> None:
    send(transport, "hod")
    transport.close()
    transport.close()
    send(transport, "kd")

    assert len(server.greeted_as) == 2


def test_threads_share_the_connection_without_mixing_their_messages(
    server: ScriptedServer, transport: SmtpTransport
) -> None:
    names = [f"m{number:02}" for number in range(24)]
    threads = [
        threading.Thread(target=send_all, args=(transport, part))
        for part in (names[:8], names[8:16], names[16:])
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    told = {
        recipient.partition("@")[0]: message["X-Tilsvar-Key"].split()[-1]
        for recipient, message in server.accepted
    }
    assert told == {name: name for name in names}
    assert len(server.greeted_as) == 1


def test_where_nobody_listens_the_message_waits() -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        port = reserved.getsockname()[1]

        with pytest.raises(Unreachable, match="Connection refused") as caught:
            send(SmtpTransport(SmtpServer("127.0.0.1", port)), "hod")

    assert f"127.0.0.1:{port}" in str(caught.value)
    assert isinstance(caught.value, Postponed)


def test_a_host_that_has_no_address_makes_the_message_wait() -> None:
    with pytest.raises(Unreachable):
        send(SmtpTransport(SmtpServer("mail.invalid", 25)), "hod")


def test_a_server_that_never_greets_makes_the_message_wait() -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        port = mute.getsockname()[1]

        with pytest.raises(Unreachable, match="timed out"):
            send(SmtpTransport(SmtpServer("127.0.0.1", port, timeout=0.2)), "hod")


def test_an_envelope_with_a_line_break_never_reaches_the_server(
    server: ScriptedServer, transport: SmtpTransport
) -> None:
    message = build(
        Rendered("Hei", "Hei", "<p>Hei</p>", "nb"),
        sender=Mailbox("", SENDER),
        recipient=Mailbox("", "hod@ho21.example"),
        at=datetime(2020, 7, 30, 5, 30, tzinfo=UTC),
        message_id="<1@ho21.example>",
        key="k",
    )

    with pytest.raises(NotAnAddress):
        transport.send(
            message, sender=SENDER, recipient="hod@ho21.example\r\nRCPT TO:<x@y.example>"
        )

    assert server.greeted_as == []


def test_a_server_that_offers_no_encryption_gets_no_message_where_it_was_asked_for(
    server: ScriptedServer,
) -> None:
    wanted = SmtpServer("127.0.0.1", server.port, Security.STARTTLS)

    with pytest.raises(Unreachable, match="STARTTLS"):
        send(SmtpTransport(wanted), "hod")

    assert server.accepted == []
