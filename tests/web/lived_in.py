"""The example register after a day's work, so that every page and every deed has something to show.

Its pages are only looked at. Whoever writes takes a house or a copy of their own.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from tilsvar.bootstrap import App
from tilsvar.commands.attachments import attach
from tilsvar.commands.circulations import circulate
from tilsvar.commands.comments import comment_on
from tilsvar.commands.consultations import publish_consultation
from tilsvar.commands.deadlines import meet_deadline
from tilsvar.commands.feeds import create_feed
from tilsvar.commands.file_formats import examined
from tilsvar.commands.follow_ups import draft_follow_up
from tilsvar.commands.invitation_answers import record_answer
from tilsvar.commands.invitations import invite
from tilsvar.commands.letters import send_letter, sign_off
from tilsvar.commands.op_eds import start_op_ed, update_op_ed
from tilsvar.commands.reminders import register_absence, snooze
from tilsvar.commands.withdrawing_letters import withdraw_letter
from tilsvar.domain.attachments import Use
from tilsvar.domain.contacts import ContactFunction
from tilsvar.domain.dates import Edtf
from tilsvar.domain.invitation_answers import Answer, Asks
from tilsvar.domain.kinds import Kind, OpEdStatus, PartStat, SignOffCode
from tilsvar.domain.meetings import Meeting
from tilsvar.domain.organisations import Organisation
from tilsvar.domain.people import Person
from tilsvar.domain.stakeholders import Stakeholder
from tilsvar.notifications.follow_up_text import FollowUpWords
from tilsvar.store.tokens import hash_token, new_token
from tilsvar.store.unit_of_work import UnitOfWork
from tilsvar.tests.commands.sample_files import pdf
from tilsvar.tests.web.activities import some_activities
from tilsvar.tests.web.carrying import session_of
from tilsvar.tests.web.conversations import some_conversations
from tilsvar.tests.web.frozen import a_frozen_list
from tilsvar.tests.web.press import some_press
from tilsvar.tests.web.schedules import some_schedules
from tilsvar.tests.web.serving import served
from tilsvar.tests.web.stakeholders import some_stakeholders
from tilsvar.tests.web.themes import a_theme
from tilsvar.web.deeds.tables import DEEDS
from tilsvar.web.links import CLASSES, address_of

HOLDERS = {
    **CLASSES,
    Kind.ORGANISATION: Organisation,
    Kind.PERSON: Person,
    Kind.OUTLET: Organisation,
    Kind.STAKEHOLDER: Stakeholder,
    Kind.CONTACT: ContactFunction,
}
MEETING, OP_ED = "M2023-01", "O2021-04"
TEXT = "Helsedata kan gi bedre tjenester.\n\nDet krever at de deles."


@dataclass(frozen=True)
class LivedIn:
    """Where the pages are, as SEK1 reads them, and the addresses that hold a secret or a key."""

    app: App
    address: str
    secret: tuple[str, ...]
    deeds: tuple[str, ...]

    def session(self, person: str) -> str:
        """What somebody else's browser shows to be let in."""
        return session_of(self.app, person)


@contextmanager
def lived_in(app: App) -> Iterator[LivedIn]:
    """The pages of that system, which holds the example register and is written to first."""
    with app.office.work(by="SEK1") as work:
        _send_and_withdraw(work)
        _write(work)
        feed = create_feed(work, name="tilsvar", person="SEK1")
        invitation = _invite(work)
        a_theme(work)
        some_activities(work)
        some_conversations(work)
        some_press(work)
        some_stakeholders(work)
        a_frozen_list(work)
        some_schedules(work)
        work.commit()
    secret = (f"/feeds/{feed}/", f"/feeds/{feed}/?new=1", f"/answer/{invitation}")
    with served(app) as address:
        yield LivedIn(app, address, secret, tuple(_deeds(app)))


def _send_and_withdraw(work: UnitOfWork) -> None:
    send_letter(work, key="L9", title="Til feil", sent=Edtf("2023-02-01"), recipients=["HOD"])
    withdraw_letter(work, letter="L9", why="Sendt til feil mottaker")
    on = Edtf("2023-02-03")
    send_letter(work, key="L8", title="Orientering", sent=on, recipients=["HOD", "KD"])
    sign_off(work, letter="L8", recipient="KD", code=SignOffCode.NOTED, on=on)
    draft_follow_up(work, department="NFD", words=FollowUpWords())
    snooze(work, key="D2023-10", until=date(2023, 2, 10))
    meet_deadline(work, deadline="D2022-01")
    register_absence(work, person="SEK1", first=date(2023, 2, 6), last=date(2023, 2, 8))


def _write(work: UnitOfWork) -> None:
    publish_consultation(
        work, key="C9", title="Ny helselov", publisher="HOD", deadline=Edtf("2023-05-12")
    )
    circulate(work, kind=Kind.CONSULTATION, key="C9", comments_by=date(2023, 2, 10))
    circulate(work, kind=Kind.OP_ED, key=OP_ED, comments_by=date(2023, 2, 10), text=TEXT)
    comment_on(work, kind=Kind.OP_ED, key=OP_ED, who="M01", text="Kortere")
    for key, status in (
        ("O9-idea", OpEdStatus.IDEA),
        ("O9-draft", OpEdStatus.DRAFT),
        ("O9-approved", OpEdStatus.APPROVED),
        ("O9-submitted", OpEdStatus.SUBMITTED),
    ):
        start_op_ed(work, key=key, title="Del helsedata", outlet="DAGSAVISEN")
        update_op_ed(work, op_ed=key, status=status, leaps=True)
    papers = examined("sak 1.pdf", BytesIO(pdf()), limit=1_000_000)
    attach(work, kind=Kind.MEETING, holder=MEETING, files=[papers], use=Use.PAPERS)


def _invite(work: UnitOfWork) -> str:
    """The secret of an invitation's link, beside which an answer in doubt has come."""
    found = invite(work, meeting=MEETING, who="gjest@hod.example", name="Kari Gjest")
    said = Answer(
        asks=Asks.REPLY,
        uid=work.view(Meeting, MEETING).uid,
        attendee="ola@hod.example",
        sender="ola@hod.example",
        partstat=PartStat.ACCEPTED,
    )
    record_answer(work, answer=said)
    # As the mail that carries the link would do.
    token = new_token()
    found.answer_hash = hash_token(token)
    return token


def _deeds(app: App) -> Iterator[str]:
    """The form of every deed that the secretariat does, about the first thing it can be done to."""
    with app.office.reading() as work:
        for kind, deeds in DEEDS.items():
            things: list[Any] = work.all(HOLDERS[kind])
            for name, deed in deeds.items():
                if deed.quiet or name in ("approve", "withdraw-approval"):
                    continue
                found = next((each.key for each in things if deed.possible(each)), None)
                assert found is not None, f"nothing here lets itself be looked at for {kind} {name}"
                yield f"{address_of(kind, found)}/{name}"
