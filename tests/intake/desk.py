"""A desk at which a small register is imported, changed in its files, and imported again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Table

from tilsvar.bootstrap import App
from tilsvar.domain.kinds import Kind
from tilsvar.domain.letters import Letter
from tilsvar.domain.obligations import Obligation
from tilsvar.intake.apply import ImportResult, import_register
from tilsvar.intake.register.refusal import RegisterRefused
from tilsvar.store import flow
from tilsvar.store.event_log import history
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.office import HandBell, answer
from tilsvar.tests.servers.rows import count, rows

SHEETS: Mapping[str, str] = {
    "organisations": """key,name,kind,successor,from,email,note
HOD,Helse- og omsorgsdepartementet,ministry,,,,
KD,Kunnskapsdepartementet,ministry,,,,
KMD,Kommunal- og moderniseringsdepartementet,ministry,,,,
KDD,Kommunal- og distriktsdepartementet,ministry,,,,
DM,Dagens Medisin,media,,,,
""",
    "areas": "key,name,plan,from,to\nHELSE,God helse,Handlingsplan,2022,\n",
    "people": """key,name,email,role,from,to
SEK1,Saksbehandler,sek1@ho21.example,secretariat,2020-01-02,
LEDER,Rådsleder,leder@ho21.example,leader,2020-01-02,
M01,Rådsmedlem,m01@ho21.example,member,2020-01-02,
""",
    "letters": """id,kind,title,area,sent,recipients,reply_expected,follows_up,outcome,source
L1,letter,Om norsk helsenæring,HELSE,2023-01-10,HOD;KD,yes,,,004
L2,submission,Innspill,HELSE,2023-01-20,HOD,no,,,004
""",
    "replies": """letter,from,received,kind,sign_off,promised,summary,source
L1,HOD,2023-01-20,interim,,2023-03-01,Kommer tilbake,004
L1,KD,2023-01-25,final,BU,,Takk,004
""",
    "consultations": """id,title,publisher,kind,published,deadline,status,submission,known,source
C1,Helsedata,HOD,consultation,2023-01-09,2023-05-10,announced,,2023-01-09,004
""",
    "opeds": """id,title,area,status,outlet,published,cosigners,known,source
O1,Helsedata og tillit,HELSE,draft,,,DM,2023-02-01,004
""",
    "meetings": """id,kind,title,start,end,place,participants,status,known,source
M1,council,Rådsmøte 2/2023,2023-03-15T10:00,2023-03-15T12:00,Lysaker,M01;HOD,scheduled,2023,004
""",
    "deadlines": """id,title,due,consultation,kind,known,source
D1,Innspill fra medlemmene,2023-04-03,C1,internal,2023-01-20,004
""",
    "themes": "key,title,goal\nT1,Kunnskapsløft,Mer forskning\n",
}


@dataclass(frozen=True)
class Desk:
    """The register's folder and the system that it is imported into."""

    app: App
    bell: HandBell
    folder: Path

    @property
    def office(self) -> Office:
        return self.app.office

    def lay_out(self) -> None:
        for sheet, text in SHEETS.items():
            self.write(sheet, text)

    def file(self, sheet: str) -> Path:
        return self.folder / f"{sheet}.csv"

    def write(self, sheet: str, text: str) -> None:
        self.file(sheet).write_text(text, encoding="utf-8")

    def edit(self, sheet: str, old: str, new: str) -> None:
        text = self.file(sheet).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old} stands {text.count(old)} times in {sheet}"
        self.write(sheet, text.replace(old, new))

    def add(self, sheet: str, row: str) -> None:
        self.write(sheet, self.file(sheet).read_text(encoding="utf-8") + row + "\n")

    def bring(self, *, dry_run: bool = False) -> ImportResult:
        """Import the folder, and let the workers do all that follows from it."""
        result = import_register(self.office, self.folder, dry_run=dry_run)
        answer(self.app, self.bell)
        return result

    def refused(self) -> list[str]:
        """What is said of each thing that is wrong; nothing may be written."""
        before = self.written()
        with pytest.raises(RegisterRefused) as refusal:
            self.bring()
        assert self.written() == before
        return [str(error) for error in refusal.value.errors]

    def told(self, kind: Kind, key: str) -> list[str]:
        """The names of the events of one object, oldest first."""
        with self.office.reading() as work:
            return [each.event.name for each in history(work.session, kind, key)]

    def written(self) -> dict[str, int]:
        """How many rows each table of the flow has, of which an import writes some."""
        tables: tuple[Table, ...] = (flow.event, flow.delivery, flow.rung, flow.mail)
        kept = {"imported_row": self._kept()}
        return {table.name: count(self.office, table) for table in tables} | kept

    def _kept(self) -> int:
        return count(self.office, flow.imported_row)


def obligations(desk: Desk, letter: str) -> dict[str, Obligation]:
    with desk.office.reading() as work:
        return {each.recipient: each for each in work.get(Letter, letter).obligations}


def waiting(desk: Desk, group: str) -> list[date]:
    """The days on which the clock will look at the object."""
    rung = flow.rung.c
    found = rows(desk.office, flow.rung, rung.group == group, rung.state == "waiting")
    return sorted(each.day for each in found)
