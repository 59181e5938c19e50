"""One row of the ledger is sent once, or says honestly that nobody can know."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.engine import Row

from tilsvar.bootstrap import App
from tilsvar.commands.letters import receive_reply, send_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Role
from tilsvar.domain.letters import Letter
from tilsvar.domain.organisations import Organisation
from tilsvar.domain.people import Person
from tilsvar.notifications import claims, ledger
from tilsvar.notifications.transport import Transport
from tilsvar.store import flow
from tilsvar.store.clock import FixedClock, machine_now
from tilsvar.tests.notifications.scripted_server import ScriptedServer, scripted_server
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import HandBell, MakeApp, answer, settle_in, with_bell
from tilsvar.tests.servers.rows import abandon_claims, make_late, rows, states, the_row
from tilsvar.workers.relay import sweep
from tilsvar.workers.ticking import tick

DUE = datetime(2023, 3, 3, 6, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def server() -> Iterator[ScriptedServer]:
    with scripted_server() as found:
        yield found


@pytest.fixture
def smtp_app(make_app: MakeApp, database_url: str, bell: HandBell, server: ScriptedServer) -> App:
    server.accepted.clear()
    url = f"smtp://127.0.0.1:{server.port}"
    app = with_bell(make_app(database_url, mail_url=url), bell)
    settle_in(app.office)
    return app


def pending_mail(app: App, bell: HandBell, address: str = "sek1@ho21.example") -> str:
    """A reminder is written and not yet sent; the answer to a letter is due today."""
    with app.office.work(by="SEK1") as work:
        work.get(Person, "SEK1").correct(email=address)
        send_letter(
            work, key="L1", title="Brev", sent=Edtf("2023-02-03"), recipients=["HOD", "NFD"]
        )
        work.commit()
    answer(app, bell)
    clock = app.office.clock
    assert isinstance(clock, FixedClock)
    clock.set(DUE)
    tick(app.office)
    handlers = app.handlers()
    while not bell.of("send"):
        actor, key = bell.rings.pop(0)
        handlers[actor](key)
    (mail_id,) = bell.of("send")
    bell.lose()
    return mail_id


def mail(app: App) -> Row[Any]:
    return the_row(app.office, flow.mail)


def identities(server: ScriptedServer) -> list[str]:
    return [str(message["Message-ID"]) for _, message in server.accepted]


def test_a_mail_goes_out_once_however_often_it_is_rung_for(
    smtp_app: App, bell: HandBell, server: ScriptedServer
) -> None:
    mail_id = pending_mail(smtp_app, bell)

    for _ in range(3):
        smtp_app.post.send(mail_id)

    assert identities(server) == [f"<{mail_id}@localhost>"]
    assert (mail(smtp_app).state, mail(smtp_app).attempts) == ("sent", 1)
    assert mail(smtp_app).sent_at == DUE


def test_what_was_answered_between_bell_and_sending_is_withdrawn(
    smtp_app: App, bell: HandBell, server: ScriptedServer
) -> None:
    mail_id = pending_mail(smtp_app, bell)
    with smtp_app.office.work(by="SEK1") as work:
        for sender in ("HOD", "NFD"):
            receive_reply(work, letter="L1", sender=sender, received=Edtf("2023-03-03"))
        work.commit()

    smtp_app.post.send(mail_id)

    assert server.accepted == []
    assert mail(smtp_app).state == "withdrawn"


def test_a_department_that_has_answered_is_no_longer_named(
    smtp_app: App, bell: HandBell, server: ScriptedServer
) -> None:
    mail_id = pending_mail(smtp_app, bell)
    with smtp_app.office.work(by="SEK1") as work:
        receive_reply(work, letter="L1", sender="HOD", received=Edtf("2023-03-03"))
        work.commit()

    smtp_app.post.send(mail_id)

    ((_, message),) = server.accepted
    text = message.get_body(("plain",))
    assert text is not None
    assert "Nærings- og fiskeridepartementet" in text.get_content()
    assert "Helse- og omsorgsdepartementet" not in text.get_content()


@pytest.mark.parametrize("local_part", ["unknown", "spam"])
def test_a_refused_mail_has_failed_and_is_not_tried_again(
    smtp_app: App, bell: HandBell, local_part: str
) -> None:
    mail_id = pending_mail(smtp_app, bell, f"{local_part}@ho21.example")

    smtp_app.post.send(mail_id)
    make_late(smtp_app.office, flow.mail)
    sweep(smtp_app.office)

    assert mail(smtp_app).state == "failed"
    assert mail(smtp_app).error.startswith(("550 5.1.1", "554 5.7.1"))
    assert bell.of("send") == []


def test_an_address_that_is_none_has_failed_with_a_reason(smtp_app: App, bell: HandBell) -> None:
    mail_id = pending_mail(smtp_app, bell, "ikke en adresse")

    smtp_app.post.send(mail_id)

    assert mail(smtp_app).state == "failed"
    assert mail(smtp_app).error


def test_a_failed_mail_can_be_tried_again_with_the_same_identity(
    smtp_app: App, bell: HandBell, server: ScriptedServer
) -> None:
    mail_id = pending_mail(smtp_app, bell, "unknown@ho21.example")
    smtp_app.post.send(mail_id)
    with smtp_app.office.work(by="SEK1") as work:
        work.get(Person, "SEK1").correct(email="sek1@ho21.example")
        work.commit()
    bell.lose()

    ledger.try_again(smtp_app.office, mail_id)
    sweep(smtp_app.office)
    answer(smtp_app, bell)

    assert identities(server) == [f"<{mail_id}@localhost>"]
    assert mail(smtp_app).state == "sent"


@pytest.mark.parametrize("local_part", ["greylisted", "full"])
def test_a_postponed_mail_waits_longer_each_time_and_gives_up_in_the_end(
    smtp_app: App, bell: HandBell, local_part: str
) -> None:
    mail_id = pending_mail(smtp_app, bell, f"{local_part}@ho21.example")
    waits = []
    for attempt in range(1, ledger.MAX_ATTEMPTS):
        before = machine_now()
        smtp_app.post.send(mail_id)
        row = mail(smtp_app)
        assert (row.state, row.attempts) == ("pending", attempt)
        waits.append(round((row.next_attempt_at - before).total_seconds() / 60))

    smtp_app.post.send(mail_id)

    assert waits[:3] == [1, 2, 4]
    assert waits[-1] == 4 * 60
    assert (mail(smtp_app).state, mail(smtp_app).attempts) == ("failed", ledger.MAX_ATTEMPTS)


def test_a_mail_server_that_is_away_costs_nothing_but_time(
    make_app: MakeApp, database_url: str, bell: HandBell
) -> None:
    app = with_bell(make_app(database_url, mail_url="smtp://127.0.0.1:9"), bell)
    settle_in(app.office)
    mail_id = pending_mail(app, bell)

    app.post.send(mail_id)

    assert (mail(app).state, mail(app).attempts) == ("pending", 1)
    assert "cannot be used now" in mail(app).error or "refused" in mail(app).error.lower()


def test_a_mail_cut_off_after_the_final_dot_is_unknown_and_repeated_once(
    smtp_app: App, bell: HandBell, server: ScriptedServer
) -> None:
    """The server has taken it each time, and each time the answer is lost."""
    mail_id = pending_mail(smtp_app, bell, "dropped@ho21.example")

    smtp_app.post.send(mail_id)
    first = mail(smtp_app)
    assert first.state == "unknown"
    assert first.cut_off_at is not None
    assert first.next_attempt_at is not None

    make_late(smtp_app.office, flow.mail)
    sweep(smtp_app.office)
    answer(smtp_app, bell)
    second = mail(smtp_app)
    assert (second.state, second.next_attempt_at) == ("unknown", None)

    make_late(smtp_app.office, flow.mail)
    assert sweep(smtp_app.office) == 0
    assert identities(server) == [f"<{mail_id}@localhost>"] * 2


def test_a_repeat_that_succeeds_keeps_the_mark_of_the_first_try(
    smtp_app: App, bell: HandBell, server: ScriptedServer
) -> None:
    mail_id = pending_mail(smtp_app, bell, "dropped@ho21.example")
    smtp_app.post.send(mail_id)
    with smtp_app.office.work(by="SEK1") as work:
        work.get(Person, "SEK1").correct(email="sek1@ho21.example")
        work.commit()

    smtp_app.post.send(mail_id)

    assert mail(smtp_app).state == "sent"
    assert mail(smtp_app).cut_off_at is not None
    assert len(set(identities(server))) == 1


class ProcessDied(BaseException):
    """As if the process had been killed at this point."""


@dataclass
class Deadly:
    """A transport in whose hands the process dies, before or after the message has arrived."""

    inner: Transport
    arrives: bool

    def send(self, message: EmailMessage, *, sender: str, recipient: str) -> None:
        if self.arrives:
            self.inner.send(message, sender=sender, recipient=recipient)
        raise ProcessDied

    def close(self) -> None:
        self.inner.close()


@pytest.mark.parametrize("arrives", [True, False])
def test_a_process_that_dies_while_sending_leaves_a_mail_that_is_unknown_and_repeated(
    smtp_app: App, bell: HandBell, server: ScriptedServer, arrives: bool
) -> None:
    mail_id = pending_mail(smtp_app, bell)
    dying = replace(smtp_app.post, transport=Deadly(smtp_app.post.transport, arrives))
    with pytest.raises(ProcessDied):
        dying.send(mail_id)

    smtp_app.post.send(mail_id)
    assert mail(smtp_app).state == "sending"  # its claim still holds

    abandon_claims(smtp_app.office)
    sweep(smtp_app.office)
    answer(smtp_app, bell)
    assert mail(smtp_app).state == "unknown"
    assert mail(smtp_app).cut_off_at is not None

    make_late(smtp_app.office, flow.mail)
    sweep(smtp_app.office)
    answer(smtp_app, bell)
    assert mail(smtp_app).state == "sent"
    assert identities(server) == [f"<{mail_id}@localhost>"] * (2 if arrives else 1)


@dataclass
class Slow:
    """A mail server that needs longer than a claim holds; meanwhile everybody looks again."""

    app: App
    bell: HandBell
    sent: list[str] = field(default_factory=list)

    def send(self, message: EmailMessage, *, sender: str, recipient: str) -> None:  # noqa: ARG002 - the protocol's
        self.sent.append(str(message["Message-ID"]))
        abandon_claims(self.app.office)
        self.app.post.claims.renew([row.id for row in rows(self.app.office, flow.mail)])
        sweep(self.app.office)
        answer(self.app, self.bell)

    def close(self) -> None:
        pass


def test_a_slow_mail_server_is_not_taken_for_a_dead_process(app: App, bell: HandBell) -> None:
    """The answer to the final dot takes minutes; the claim is renewed as long as we wait."""
    mail_id = pending_mail(app, bell)
    slow = Slow(app, bell)

    replace(app.post, transport=slow).send(mail_id)

    assert slow.sent == [f"<{mail_id}@localhost>"]
    assert (mail(app).state, mail(app).cut_off_at) == ("sent", None)


def test_renewing_wakes_up_nothing_that_is_settled(smtp_app: App, bell: HandBell) -> None:
    mail_id = pending_mail(smtp_app, bell)
    smtp_app.post.send(mail_id)
    before = mail(smtp_app)

    smtp_app.post.claims.renew([mail_id])

    assert mail(smtp_app) == before


def test_a_claim_is_renewed_well_before_it_runs_out() -> None:
    assert claims.RENEWAL * 2 < claims.CLAIM


def test_a_mail_that_cannot_be_written_counts_its_attempts(app: App, bell: HandBell) -> None:
    """What it is about is of a kind that nothing can put into words: a fault, not a refusal."""
    mail_id = pending_mail(app, bell)
    with app.office.engine.begin() as connection:
        connection.execute(update(flow.mail).values(kind="NoSuchKind"))

    for _ in range(ledger.MAX_ATTEMPTS):
        app.post.send(mail_id)

    assert (mail(app).state, mail(app).attempts) == ("failed", ledger.MAX_ATTEMPTS)
    assert "NoSuchKind" in mail(app).error


def test_one_bad_address_does_not_stop_the_others(
    smtp_app: App, bell: HandBell, server: ScriptedServer
) -> None:
    office = smtp_app.office
    with office.work(by="SEK1") as work:
        work.get(Person, "SEK1").correct(email="unknown@ho21.example")
        for n in (2, 3):
            address = f"sek{n}@ho21.example"
            work.add(Person.join(f"SEK{n}", f"Person {n}", address, Role.SECRETARIAT))
        send_letter(work, key="L1", title="Brev", sent=Edtf("2023-02-03"), recipients=["NFD"])
        work.commit()
    answer(smtp_app, bell)
    office.clock.set(DUE)  # type: ignore[attr-defined]  # a FixedClock
    tick(office)
    answer(smtp_app, bell)

    assert states(office, flow.mail) == {"failed": 1, "sent": 2}
    assert [to for to, _ in server.accepted] == ["sek2@ho21.example", "sek3@ho21.example"]


def test_a_mail_does_not_wait_for_somebody_who_works_on_what_it_only_names(
    on_postgres: App, bell: HandBell
) -> None:
    """Else a deadlock: a reply of that department waits for the letter that the mail has locked."""
    mail_id = pending_mail(on_postgres, bell)

    with on_postgres.office.work(by="SEK1") as editing:
        editing.get(Organisation, "NFD")
        editing.get(Person, "SEK1")
        on_postgres.post.send(mail_id)

    assert mail(on_postgres).state == "sent"


def test_a_mail_that_another_process_is_about_to_send_is_passed_over(
    on_postgres: App, bell: HandBell
) -> None:
    mail_id = pending_mail(on_postgres, bell)

    with on_postgres.office.work(by="clock") as other:
        assert ledger.take(other, mail_id) is not None
        on_postgres.post.send(mail_id)
        assert mail(on_postgres).state == "pending"


def test_a_mail_waits_for_an_answer_that_is_being_recorded(
    on_postgres: App, bell: HandBell
) -> None:
    """Whoever records the answer has the letter; the mail looks when that is over."""
    mail_id = pending_mail(on_postgres, bell)
    office = on_postgres.office
    with office.work(by="SEK1") as work:
        for sender in ("HOD", "NFD"):
            receive_reply(work, letter="L1", sender=sender, received=Edtf("2023-03-03"))
        work.session.flush()
        sending = Thread(target=on_postgres.post.send, args=(mail_id,))
        sending.start()
        sending.join(0.2)
        assert mail(on_postgres).state == "pending"
        work.commit()
    sending.join(30)

    assert mail(on_postgres).state == "withdrawn"
    with office.reading() as reading:
        assert not reading.get(Letter, "L1").obligation("NFD").open


def test_the_same_reminder_has_the_same_identity_in_any_database(
    sqlite: Databases, postgres: Databases, make_app: MakeApp, tmp_path: Path
) -> None:
    found = []
    for name, databases in (("a", sqlite), ("b", postgres)):
        folder = tmp_path / name
        folder.mkdir()
        bell = HandBell()
        app = with_bell(make_app(databases.migrated(folder)), bell)
        settle_in(app.office)
        found.append(pending_mail(app, bell))

    assert found[0] == found[1]
