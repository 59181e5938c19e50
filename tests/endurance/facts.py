"""Two hundred facts that come in one by one, and the reminders that each must lead to, once.

They are recorded the day before, and the processes live on the day itself, after 07:30: whatever
happens to them, each reminder belongs to this very moment, or to the digest of the day. The letters
are just fresh enough to suggest an activity each; that becomes known after the day's digest is due.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from tilsvar.commands.consultations import publish_consultation
from tilsvar.commands.deadlines import set_deadline
from tilsvar.commands.letters import receive_reply, send_letter
from tilsvar.commands.op_eds import start_op_ed
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import DeadlineKind, OpEdStatus
from tilsvar.store.unit_of_work import Office, UnitOfWork

TODAY = Edtf("2023-02-03")
A_MONTH_AGO = Edtf("2023-01-03")
TWO_WEEKS_AGO = date(2023, 1, 20)

Reminder = tuple[str, str, str, str, int]
"""Kind, key, recipient, rung and version: what makes a reminder one and the same."""


@dataclass(frozen=True)
class Fact:
    """Something to record, and the reminders that it must lead to.

    What is `collected` is a line in a digest, else there is one mail for each person. Where it
    `suggests` an activity, that is about the thing so named.
    """

    enter: Callable[[UnitOfWork], object]
    reminders: tuple[Reminder, ...]
    collected: bool = False
    suggests: str | None = None

    @property
    def mails(self) -> int:
        """How many mails of its own it leads to."""
        if self.collected:
            return 0
        return len({recipient for _, _, recipient, _, _ in self.reminders})

    def record(self, office: Office) -> None:
        with office.work(by="SEK1") as work:
            self.enter(work)
            work.commit()


def facts(number: int) -> Iterator[Fact]:
    makers = (_letter, _consultation, _external, _internal, _op_ed, _answered_at_once)
    for n in range(number):
        yield makers[n % len(makers)](n)


def _letter(n: int) -> Fact:
    key = f"L{n}"

    def enter(work: UnitOfWork) -> None:
        send_letter(work, key=key, title=key, sent=A_MONTH_AGO, recipients=["HOD", "NFD"])

    return Fact(
        enter,
        (
            ("obligation", f"{key}/HOD", "SEK1", "0d", 1),
            ("obligation", f"{key}/NFD", "SEK1", "0d", 1),
        ),
        collected=True,
        suggests=f"letter:{key}",
    )


def _answered_at_once(n: int) -> Fact:
    key = f"A{n}"

    def enter(work: UnitOfWork) -> None:
        send_letter(work, key=key, title=key, sent=A_MONTH_AGO, recipients=["HOD"])
        receive_reply(work, letter=key, sender="HOD", received=Edtf("2023-02-01"))

    # Whoever recorded it knows it; the leader reads of it.
    news = ("obligation", f"{key}/HOD", "LEDER", "answer 2023-02-01", 1)
    return Fact(enter, (news,), collected=True, suggests=f"letter:{key}")


def _consultation(n: int) -> Fact:
    key = f"C{n}"

    def enter(work: UnitOfWork) -> None:
        publish_consultation(work, key=key, title=key, publisher="HOD", deadline=TODAY)

    return Fact(enter, (("consultation", key, "SEK1", "0d", 1),))


def _external(n: int) -> Fact:
    key = f"D{n}"

    def enter(work: UnitOfWork) -> None:
        kind = DeadlineKind.EXTERNAL_PUBLICATION
        set_deadline(work, key=key, title=key, due=TODAY, kind=kind)

    return Fact(enter, (("deadline", key, "SEK1", "0d", 1),))


def _internal(n: int) -> Fact:
    key = f"D{n}"

    def enter(work: UnitOfWork) -> None:
        set_deadline(work, key=key, title=key, due=TODAY)

    people = ("SEK1", "MEDLEM1")
    return Fact(enter, tuple(("deadline", key, each, "0wd", 1) for each in people))


def _op_ed(n: int) -> Fact:
    key = f"O{n}"

    def enter(work: UnitOfWork) -> None:
        start_op_ed(work, key=key, title=key, status=OpEdStatus.DRAFT, on=TWO_WEEKS_AGO)

    return Fact(enter, (("op_ed", key, "SEK1", "+14d", 1),), collected=True)
