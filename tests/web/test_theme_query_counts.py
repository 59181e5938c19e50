"""However much belongs to a theme, and however many there are, its pages ask no more often."""

from pathlib import Path

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.areas import register_area
from tilsvar.commands.council import register_organisation
from tilsvar.commands.letters import receive_reply, send_letter
from tilsvar.commands.measures import plan_measure
from tilsvar.commands.stakeholders import name_stakeholders
from tilsvar.commands.themes import decide, register_theme
from tilsvar.domain.dates import Edtf
from tilsvar.domain.stages import DecisionPoint
from tilsvar.domain.stakeholders import StakeholderRole
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import MakeApp, settle_in
from tilsvar.tests.web.reader import Reader
from tilsvar.tests.web.serving import served
from tilsvar.tests.web.test_query_counts import asked

PAGES = ("/themes", "/themes/plan", "/themes/T0", "/measures/T0-01")
FEW, MANY = 4, 12


@pytest.fixture
def app(make_app: MakeApp, sqlite: Databases, tmp_path: Path) -> App:
    found = make_app(sqlite.migrated(tmp_path))
    settle_in(found.office)
    with found.office.work(by="SEK1") as work:
        register_area(work, key="DATA", name="Data", plan="Handlingsplan")
        register_theme(work, key="T0", title="Et stort tema", area="DATA", plan="Handlingsplan")
        decide(work, theme="T0", point=DecisionPoint.BP1)
        work.commit()
    return found


def more(app: App, first: int, last: int) -> None:
    """Other themes with a measure each, and measures, letters and owners of the first one."""
    with app.office.work(by="SEK1") as work:
        for number in range(first, last):
            key, party = f"T{number + 1}", f"ORG{number}"
            register_theme(work, key=key, title=f"Tema {number}", plan="Handlingsplan")
            decide(work, theme=key, point=DecisionPoint.BP1)
            register_organisation(work, key=party, name=f"Aktør {number}", kind="agency")
            for theme in (key, "T0"):
                plan_measure(work, theme=theme, title=f"Tiltak {number} i tema", owner=party)
            name_stakeholders(work, theme="T0", organisations=[party], role=StakeholderRole.OWNER)
            sent = Edtf(f"2022-10-{number + 1:02}")
            send_letter(
                work, key=f"L{number}", title="Brev", sent=sent, recipients=[party], area="DATA"
            )
            receive_reply(work, letter=f"L{number}", sender=party, received=Edtf("2022-12-01"))
        work.commit()


def by_page(app: App, reader: Reader) -> dict[str, int]:
    counts = {}
    for path in PAGES:
        reader.open(path)
        with asked(app.office.engine) as statements:
            reader.open(path)
        counts[path] = len(statements)
    return counts


def test_the_pages_of_themes_ask_no_more_often_for_many_than_for_few(app: App) -> None:
    more(app, 0, FEW)
    with served(app) as address:
        reader = Reader(address)
        few = by_page(app, reader)
        more(app, FEW, MANY)
        many = by_page(app, reader)
        reader.close()

    assert {path: (few[path], asked) for path, asked in many.items() if asked > few[path]} == {}
