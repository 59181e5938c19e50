"""The sorts of mail that the register's own replay sends, and what they are about.

Each sort says what its row in the ledger holds, how its object is recorded, and what the bare loop
knows beforehand and renders.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Table

from tilsvar.commands.consultations import publish_consultation
from tilsvar.commands.deadlines import set_deadline
from tilsvar.commands.letters import send_letter
from tilsvar.commands.op_eds import start_op_ed
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import ConsultationKind, DeadlineKind, Kind, OpEdStatus
from tilsvar.notifications import mails
from tilsvar.notifications.contexts import (
    AnswerMail,
    ConsultationMail,
    DeadlineMail,
    DepartmentLine,
    Mail,
    OpEdMail,
    Recipient,
)
from tilsvar.notifications.rendered import Rendered
from tilsvar.store import tables
from tilsvar.store.unit_of_work import UnitOfWork

SITE = "https://tilsvar.ho21.example"
MINISTRIES = {
    "HOD": "Helse- og omsorgsdepartementet",
    "KD": "Kunnskapsdepartementet",
    "NFD": "Nærings- og fiskeridepartementet",
}
TITLE = "Innspill til strategi for helsedata"
TODAY = date(2023, 2, 3)
SENT, ANSWER_DUE = Edtf("2022-12-01"), date(2023, 1, 2)
AHEAD = Edtf("2023-02-10")
TOUCHED = date(2023, 1, 20)


@dataclass(frozen=True)
class Sort:
    """One sort of mail; each function takes the key of the object that it is about.

    `kind` is that of what the clock looks at, `table` where the entity is that holds it.
    """

    event: str
    rung: str
    kind: Kind
    table: Table
    about: Callable[[str], dict[str, int]]
    record: Callable[[UnitOfWork, str], object]
    told: Callable[[str], Mail]
    words: Callable[[Any], Rendered]

    def render(self, key: str) -> Rendered:
        return self.words(self.told(key))


def _letter_to(*ministries: str) -> Sort:
    departments = tuple(
        DepartmentLine(
            key=key,
            name=MINISTRIES[key],
            due=ANSWER_DUE,
            addressed_to_key=key,
            working_days_over=24,
        )
        for key in ministries
    )
    return Sort(
        "ReplyOverdue",
        "+10wd",
        Kind.OBLIGATION,
        tables.letter,
        lambda key: dict.fromkeys([f"{key}/{each}" for each in ministries], 1),
        lambda work, key: send_letter(work, key=key, title=TITLE, sent=SENT, recipients=ministries),
        lambda key: AnswerMail(
            key=key,
            title=TITLE,
            url=f"{SITE}/letters/{key}",
            today=TODAY,
            role=Recipient.SECRETARIAT,
            sent=SENT,
            departments=departments,
        ),
        mails.answer_overdue,
    )


LETTER_TO_ONE = _letter_to("NFD")
LETTER_TO_THREE = _letter_to(*MINISTRIES)

DEADLINE = Sort(
    "DeadlineNearing",
    "-5wd",
    Kind.DEADLINE,
    tables.deadline,
    lambda key: {key: 1},
    lambda work, key: set_deadline(work, key=key, title=TITLE, due=AHEAD),
    lambda key: DeadlineMail(
        key=key,
        title=TITLE,
        url=f"{SITE}/deadlines/{key}",
        today=TODAY,
        role=Recipient.SECRETARIAT,
        due=AHEAD,
        kind=DeadlineKind.INTERNAL,
        working_days_left=5,
    ),
    mails.internal_deadline,
)

CONSULTATION = Sort(
    "ConsultationNearing",
    "-7d",
    Kind.CONSULTATION,
    tables.consultation,
    lambda key: {key: 1},
    lambda work, key: publish_consultation(
        work, key=key, title=TITLE, publisher="KD", deadline=AHEAD
    ),
    lambda key: ConsultationMail(
        key=key,
        title=TITLE,
        url=f"{SITE}/consultations/{key}",
        today=TODAY,
        role=Recipient.SECRETARIAT,
        due=AHEAD,
        kind=ConsultationKind.CONSULTATION,
        publisher=MINISTRIES["KD"],
    ),
    mails.consultation_deadline,
)

OP_ED = Sort(
    "OpEdIdle",
    "+14d",
    Kind.OP_ED,
    tables.op_ed,
    lambda key: {key: 1},
    lambda work, key: start_op_ed(work, key=key, title=TITLE, status=OpEdStatus.DRAFT, on=TOUCHED),
    lambda key: OpEdMail(
        key=key,
        title=TITLE,
        url=f"{SITE}/op-eds/{key}",
        today=TODAY,
        role=Recipient.SECRETARIAT,
        last_touched=TOUCHED,
    ),
    mails.op_ed_idle,
)

AS_IN_THE_REGISTER = (
    *[DEADLINE] * 13,
    *[LETTER_TO_ONE] * 3,
    *[CONSULTATION] * 2,
    LETTER_TO_THREE,
    OP_ED,
)
"""The replay of the register sends 153 mails on deadlines, 43 on letters (10 of them to three
ministries), 24 on consultations and 12 on op-eds."""
