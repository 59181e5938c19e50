"""However many outlets, op-eds, mentions and guests there are, the pages ask no more often."""

from pathlib import Path

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.contacts import add_contact
from tilsvar.commands.council import register_organisation
from tilsvar.commands.media import describe_outlet, record_coverage
from tilsvar.commands.meetings import hold_meeting, schedule_meeting
from tilsvar.commands.op_eds import start_op_ed, update_op_ed
from tilsvar.commands.stakeholders import name_stakeholder
from tilsvar.commands.themes import register_theme
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import MeetingKind, OpEdStatus
from tilsvar.domain.media import MEDIA
from tilsvar.domain.meetings import MeetingTime
from tilsvar.domain.stakeholders import StakeholderRole
from tilsvar.store.unit_of_work import UnitOfWork
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import MakeApp, settle_in
from tilsvar.tests.web.reader import Reader
from tilsvar.tests.web.serving import served
from tilsvar.tests.web.test_query_counts import asked

PAGES = (
    "/media",
    "/media/AVIS0",
    "/media/coverage",
    "/media/speakers",
    "/op-eds/O0",
    "/themes/T0/invite",
    "/themes/T0/invite.csv",
)
FEW, MANY = 6, 14
SENT, REJECTED = OpEdStatus.SUBMITTED, OpEdStatus.REJECTED


@pytest.fixture
def app(make_app: MakeApp, sqlite: Databases, tmp_path: Path) -> App:
    found = make_app(sqlite.migrated(tmp_path))
    settle_in(found.office)
    with found.office.work(by="SEK1") as work:
        register_theme(work, key="T0", title="Helsedata")
        register_organisation(work, key="AVIS0", name="Avisen", kind=MEDIA)
        work.commit()
    return found


def more(app: App, first: int, last: int) -> None:
    """Outlets, op-eds that the first one did not take, mentions, guests and held meetings."""
    with app.office.work(by="SEK1") as work:
        for number in range(first, last):
            _one_more(work, number)
        work.commit()


def _one_more(work: UnitOfWork, number: int) -> None:
    outlet, guest, op_ed = f"AVIS{number + 1}", f"GJEST{number}", f"O{number}"
    register_organisation(work, key=outlet, name=f"Avis {number}", kind=MEDIA)
    describe_outlet(work, outlet=outlet, longest=5000, lead_days=7)
    start_op_ed(work, key=op_ed, title=f"Kronikk {number}", status=OpEdStatus.DRAFT)
    update_op_ed(work, op_ed=op_ed, status=SENT, outlet="AVIS0", leaps=True)
    update_op_ed(work, op_ed=op_ed, status=REJECTED, leaps=True)
    record_coverage(
        work, title=f"Omtale {number}", on=Edtf("2023-01"), outlet="AVIS0", op_ed="O0", theme="T0"
    )
    register_organisation(work, key=guest, name=f"Gjest {number}", kind="agency")
    add_contact(
        work, organisation=guest, function="Leder", purpose="Møter", email=f"{guest}@gjest.example"
    )
    name_stakeholder(work, theme="T0", organisation=guest, role=StakeholderRole.OWNER)
    meeting = schedule_meeting(
        work,
        key=f"M{number}",
        kind=MeetingKind.DIALOGUE,
        title=f"Dialog om helsedata {number}",
        time=MeetingTime(Edtf(f"2023-01-{number + 1:02}")),
        participants=[guest],
    )
    hold_meeting(work, meeting=meeting.key)


def by_page(app: App, reader: Reader) -> dict[str, int]:
    counts = {}
    for path in PAGES:
        reader.client.get(path)
        with asked(app.office.engine) as statements:
            assert reader.client.get(path).status_code == 200
        counts[path] = len(statements)
    return counts


def test_the_pages_of_media_and_guests_ask_no_more_often_for_many_than_for_few(app: App) -> None:
    more(app, 0, FEW)
    with served(app) as address:
        reader = Reader(address)
        few = by_page(app, reader)
        more(app, FEW, MANY)
        many = by_page(app, reader)
        reader.close()

    assert {path: (few[path], asked) for path, asked in many.items() if asked > few[path]} == {}
