"""A mail whose sending is cut off, slow, or met by somebody else at the same moment."""

from dataclasses import dataclass, field, replace
from email.message import EmailMessage
from threading import Thread

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.letters import receive_reply
from tilsvar.domain.dates import Edtf
from tilsvar.domain.letters import Letter
from tilsvar.domain.organisations import Organisation
from tilsvar.domain.people import Person
from tilsvar.notifications import claims, ledger
from tilsvar.notifications.transport import Transport
from tilsvar.store import flow
from tilsvar.tests.notifications.scripted_server import ScriptedServer
from tilsvar.tests.servers.office import HandBell, answer
from tilsvar.tests.servers.rows import abandon_claims, make_late, rows
from tilsvar.tests.workers.post import identities, mail, pending_mail
from tilsvar.workers.relay import sweep


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


def test_a_mail_does_not_wait_for_an_answer_that_is_being_recorded(
    on_postgres: App, bell: HandBell
) -> None:
    """What is not recorded yet is not known yet: the mail goes as if it had gone just before."""
    mail_id = pending_mail(on_postgres, bell)
    office = on_postgres.office
    with office.work(by="SEK1") as work:
        for sender in ("HOD", "NFD"):
            receive_reply(work, letter="L1", sender=sender, received=Edtf("2023-03-03"))
        work.session.flush()
        sending = Thread(target=on_postgres.post.send, args=(mail_id,))
        sending.start()
        sending.join(30)
        assert mail(on_postgres).state == "sent"
        work.commit()

    with office.reading() as reading:
        assert not reading.get(Letter, "L1").obligation("NFD").open
