"""One row of the ledger is sent once, or says honestly that nobody can know."""

from pathlib import Path

import pytest
from sqlalchemy import update

from tilsvar.bootstrap import App
from tilsvar.commands.letters import receive_reply, send_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Role
from tilsvar.domain.people import Person
from tilsvar.notifications import ledger
from tilsvar.store import flow
from tilsvar.store.clock import machine_now
from tilsvar.tests.notifications.scripted_server import ScriptedServer
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import HandBell, MakeApp, answer, set_clock, settle_in, with_bell
from tilsvar.tests.servers.rows import make_late, states
from tilsvar.tests.workers.post import DUE, at_once, identities, mail, pending_mail
from tilsvar.workers.relay import sweep
from tilsvar.workers.ticking import tick


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
        at_once(work)
        send_letter(work, key="L1", title="Brev", sent=Edtf("2023-02-03"), recipients=["NFD"])
        work.commit()
    answer(smtp_app, bell)
    set_clock(office, DUE)
    tick(office)
    answer(smtp_app, bell)

    assert states(office, flow.mail) == {"failed": 1, "sent": 2}
    assert [to for to, _ in server.accepted] == ["sek2@ho21.example", "sek3@ho21.example"]


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
