"""What stories about themes begin with: one that is worked on, its owners, and who is reminded."""

from datetime import date
from typing import Any

from tilsvar.commands.letters import receive_reply, send_letter
from tilsvar.commands.stakeholders import name_stakeholder
from tilsvar.commands.themes import register_theme
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import ReplyKind
from tilsvar.domain.stages import Stage
from tilsvar.domain.stakeholders import Stakeholder, StakeholderRole
from tilsvar.store import flow
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.rows import rows

LIFT = "T-LIFT"


def theme(office: Office, stage: Stage | None = Stage.ANALYSIS, **facts: Any) -> None:
    """A theme named by the letters about it, with whatever else is said of it."""
    with office.work(by="SEK1") as work:
        register_theme(work, key=LIFT, title="Et kunnskapsløft", stage=stage, **facts)
        work.commit()


def owners(office: Office, *organisations: str) -> None:
    with office.work(by="SEK1") as work:
        for each in organisations:
            name_stakeholder(work, theme=LIFT, organisation=each, role=StakeholderRole.OWNER)
        work.commit()


def asked(office: Office, *organisations: str, sent: str = "2023-01-09") -> None:
    """They get a letter whose title names the theme."""
    with office.work(by="SEK1") as work:
        send_letter(
            work, key="L1", title="Om et kunnskapsløft", sent=Edtf(sent), recipients=organisations
        )
        work.commit()


def answered(office: Office, *organisations: str, received: str = "2023-01-30") -> None:
    with office.work(by="SEK1") as work:
        for each in organisations:
            receive_reply(
                work,
                letter="L1",
                sender=each,
                received=Edtf(received),
                kind=ReplyKind.FINAL,
            )
        work.commit()


def heard(office: Office, organisation: str) -> date | None:
    """When the owner was last heard from, as its row tells."""
    with office.reading() as work:
        return work.view(Stakeholder, f"{LIFT}/{organisation}").heard


def waits(office: Office, ladder: str) -> list[tuple[str, date]]:
    """The rungs of that ladder that wait: the object and the day, in the order of both."""
    rung = flow.rung.c
    found = rows(office, flow.rung, rung.state == "waiting", rung.ladder == ladder)
    return sorted((row.key, row.day) for row in found)


def told_of(office: Office, bell: str) -> list[str]:
    """The keys of what people have been reminded of by that bell."""
    return [row.key for row in rows(office, flow.reminder, flow.reminder.c.bell == bell)]


def gone_quiet(office: Office) -> list[str]:
    """The owners of whose silence somebody was told."""
    return told_of(office, "StakeholderGoneQuiet")
