"""A council with a database of its own, on SQLite and on Postgres."""

import pytest

from tilsvar.commands.council import register_organisation, register_person, succeed
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Role
from tilsvar.tests.reports.council import Council
from tilsvar.tests.servers.office import MakeApp


@pytest.fixture
def empty_council(make_app: MakeApp, database_url: str) -> Council:
    """A council that knows nobody yet."""
    return Council(make_app(database_url))


@pytest.fixture
def council(empty_council: Council) -> Council:
    """A council with one secretary and four ministries, one of which took over from another."""
    with empty_council.work("import") as work:
        for key, name in {
            "HOD": "Helse- og omsorgsdepartementet",
            "KD": "Kunnskapsdepartementet",
            "KMD": "Kommunal- og moderniseringsdepartementet",
            "KDD": "Kommunal- og distriktsdepartementet",
            "NFD": "Nærings- og fiskeridepartementet",
        }.items():
            register_organisation(work, key=key, name=name, kind="ministry")
        succeed(work, organisation="KMD", successor="KDD", on=Edtf("2022-01-01").day)
        register_person(
            work, key="SEK1", name="Kari", email="kari@ho21.example", role=Role.SECRETARIAT
        )
        work.commit()
    return empty_council
