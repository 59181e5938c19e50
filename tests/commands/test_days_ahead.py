"""What has happened has a day that has come; an imprecise one need only have begun."""

from collections.abc import Callable
from datetime import date

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.consultations import publish_consultation, submit_consultation
from tilsvar.commands.corrections import correct_letter
from tilsvar.commands.deadlines import meet_deadline, set_deadline
from tilsvar.commands.letters import receive_reply, send_letter, sign_off
from tilsvar.commands.measures import finish_measure, plan_measure
from tilsvar.commands.meetings import NotHeldYet, hold_meeting, schedule_meeting
from tilsvar.commands.minutes import circulate_minutes, send_papers
from tilsvar.commands.op_eds import react_to_op_ed, start_op_ed, update_op_ed
from tilsvar.commands.themes import register_theme
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import LetterKind, OpEdStatus, SignOffCode
from tilsvar.domain.letters import Letter
from tilsvar.domain.meetings import MeetingTime
from tilsvar.domain.op_eds import OpEd
from tilsvar.domain.past import StillAhead
from tilsvar.store.unit_of_work import UnitOfWork
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import HandBell, MakeApp, settle_in, with_bell

TOMORROW, NEXT_YEAR = Edtf("2023-02-04"), Edtf("2024")

TOO_EARLY: dict[str, Callable[[UnitOfWork], object]] = {
    "sent": lambda work: send_letter(work, title="Brev", sent=TOMORROW, recipients=["HOD"]),
    "sent in a year to come": lambda work: send_letter(
        work, title="Brev", sent=NEXT_YEAR, recipients=["HOD"]
    ),
    "corrected": lambda work: correct_letter(
        work,
        letter="L1",
        sent=TOMORROW,
        recipients=["HOD"],
        expects_answer=True,
        kind=LetterKind.LETTER,
    ),
    "received": lambda work: receive_reply(work, letter="L1", sender="HOD", received=TOMORROW),
    "signed off": lambda work: sign_off(
        work, letter="L1", recipient="HOD", code=SignOffCode.NOTED, on=TOMORROW
    ),
    "started": lambda work: start_op_ed(work, title="Kronikk", on=TOMORROW.day),
    "published": lambda work: update_op_ed(
        work, op_ed="O1", status=OpEdStatus.PUBLISHED, outlet="KD", on=Edtf("2093-02-01")
    ),
    "reacted to": lambda work: react_to_op_ed(
        work, op_ed="O1", reaction="Leser svarer", on=TOMORROW.day
    ),
    "submitted": lambda work: submit_consultation(work, consultation="C1", on=TOMORROW),
    "met": lambda work: meet_deadline(work, deadline="D1", on=TOMORROW),
    "papers": lambda work: send_papers(work, meeting="M1", on=TOMORROW),
    "minutes": lambda work: circulate_minutes(work, meeting="M1", on=TOMORROW),
    "done": lambda work: finish_measure(work, measure="X1", on=TOMORROW),
}


@pytest.fixture
def app(make_app: MakeApp, sqlite: Databases, tmp_path_factory: pytest.TempPathFactory) -> App:
    app = with_bell(make_app(sqlite.migrated(tmp_path_factory.mktemp("past"))), HandBell())
    settle_in(app.office)
    with app.office.work(by="SEK1") as work:
        send_letter(work, key="L1", title="Brev", sent=Edtf("2023-01-10"), recipients=["HOD"])
        start_op_ed(work, key="O1", title="Kronikk", status=OpEdStatus.DRAFT)
        publish_consultation(work, key="C1", title="Helsedata", publisher="HOD")
        set_deadline(work, key="D1", title="Innspill", due=Edtf("2023-03-01"))
        schedule_meeting(work, key="M1", title="Rådsmøte", time=MeetingTime(TOMORROW))
        register_theme(work, key="T1", title="Kunnskapsløft")
        plan_measure(work, key="X1", theme="T1", title="Et register")
        work.commit()
    return app


def test_no_fact_is_recorded_before_its_day(app: App) -> None:
    for fact in TOO_EARLY.values():
        with app.office.work(by="SEK1") as work, pytest.raises(StillAhead):
            fact(work)
    with app.office.work(by="SEK1") as work, pytest.raises(NotHeldYet, match="M1 is on 2023-02-04"):
        hold_meeting(work, meeting="M1")


def test_a_date_that_has_begun_is_no_day_ahead(app: App) -> None:
    with app.office.work(by="SEK1") as work:
        send_letter(work, key="L2", title="Brev", sent=Edtf("2023-02"), recipients=["HOD"])
        update_op_ed(work, op_ed="O1", status=OpEdStatus.PUBLISHED, outlet="KD", on=Edtf("2023"))
        assert work.view(Letter, "L2").sent == Edtf("2023-02")
        assert work.view(OpEd, "O1").touched == date(2023, 2, 3)
