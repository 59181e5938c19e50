"""The draft of a response is taken back from the members: what they were asked for goes with it."""

from datetime import date

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.circulations import circulate, comments_deadline, take_up
from tilsvar.commands.comments import comment_on
from tilsvar.commands.consultations import publish_consultation
from tilsvar.commands.deadlines import set_deadline
from tilsvar.domain.dates import Edtf
from tilsvar.domain.deadlines import Deadline
from tilsvar.domain.kinds import ConsultationStatus, DeadlineStatus, Kind
from tilsvar.store.unit_of_work import Office

DUE = date(2023, 2, 10)
DRAFTING, CIRCULATED = ConsultationStatus.DRAFTING, ConsultationStatus.CIRCULATED


@pytest.fixture
def office(app: App) -> Office:
    with app.office.work(by="SEK1") as work:
        publish_consultation(work, key="C1", title="Ny lov", publisher="HOD")
        work.commit()
    return app.office


def sent_out(office: Office) -> None:
    with office.work(by="SEK1") as work:
        circulate(work, kind=Kind.CONSULTATION, key="C1", comments_by=DUE, text="Les")
        work.commit()


def now_is(office: Office, status: ConsultationStatus) -> None:
    with office.work(by="SEK1") as work:
        take_up(work, consultation="C1", status=status)
        work.commit()


def states(office: Office) -> list[DeadlineStatus]:
    with office.reading() as work:
        return [each.status for each in work.all(Deadline)]


def test_the_deadline_falls_away_and_comes_back_with_the_draft(office: Office) -> None:
    sent_out(office)
    assert states(office) == [DeadlineStatus.OPEN]

    now_is(office, DRAFTING)
    assert states(office) == [DeadlineStatus.CANCELLED]

    now_is(office, CIRCULATED)
    assert states(office) == [DeadlineStatus.OPEN]
    with office.reading() as work:
        found = comments_deadline(work, "C1")
    assert found is not None
    assert found.due == Edtf.on(DUE)


def test_it_is_met_where_somebody_has_answered(office: Office) -> None:
    sent_out(office)
    with office.work(by="MEDLEM1") as work:
        comment_on(work, kind=Kind.CONSULTATION, key="C1", who="MEDLEM1", text="Bra.")
        work.commit()

    now_is(office, DRAFTING)

    assert states(office) == [DeadlineStatus.MET]


def test_a_deadline_that_was_there_before_stays(office: Office) -> None:
    with office.work(by="SEK1") as work:
        set_deadline(work, title="Svar fra alle", due=Edtf("2023-02-08"), consultation="C1")
        work.commit()
    sent_out(office)

    now_is(office, DRAFTING)

    assert states(office) == [DeadlineStatus.OPEN]
