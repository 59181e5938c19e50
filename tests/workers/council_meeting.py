"""What the stories about deputies and attendance begin with: a council meeting, and its council."""

from datetime import UTC, datetime

from tilsvar.bootstrap import App
from tilsvar.commands.council import register_person
from tilsvar.commands.invitation_answers import answer_here, doubtful_answers
from tilsvar.commands.invitations import invitations_of, invite_council
from tilsvar.commands.meetings import schedule_meeting
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import PartStat, Role
from tilsvar.domain.meetings import MeetingTime
from tilsvar.store.clock import FixedClock
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.office import HandBell, answer
from tilsvar.tests.workers.invited import do

YES, NO = PartStat.ACCEPTED, PartStat.DECLINED
MAYBE = PartStat.TENTATIVE

START = datetime(2023, 3, 10, 9, tzinfo=UTC)
TIME = MeetingTime(Edtf("2023-03-10"), START, START.replace(hour=14))
AFTERWARDS = datetime(2023, 3, 10, 15, tzinfo=UTC)


def add_person(
    office: Office, key: str, role: Role, name: str = "", deputy_for: str | None = None
) -> None:
    do(
        office,
        register_person,
        key=key,
        name=name or f"Person {key}",
        email=f"{key.lower()}@ho21.example",
        role=role,
        deputy_for=deputy_for,
    )


def call_council(app: App, bell: HandBell) -> None:
    """Council meeting R1 on 10 March 2023 from 10 to 15, to which all are invited.

    The council is LEDER, MEDLEM1 and MEDLEM2; VARA1 and VARA2 are deputies of MEDLEM1.
    """
    add_person(app.office, "MEDLEM2", Role.MEMBER)
    add_person(app.office, "VARA1", Role.DEPUTY, deputy_for="MEDLEM1")
    add_person(app.office, "VARA2", Role.DEPUTY, deputy_for="MEDLEM1")
    do(app.office, schedule_meeting, key="R1", title="Rådsmøte 2/2023", time=TIME)
    do(app.office, invite_council, meeting="R1")
    answer(app, bell)


def say(app: App, bell: HandBell, who: str, partstat: PartStat) -> None:
    """Somebody answers on their page, and what follows is done."""
    do(app.office, answer_here, invitation=f"R1/{who}", partstat=partstat)
    answer(app, bell)


def invited(office: Office) -> set[str]:
    with office.reading() as work:
        return {each.who for each in invitations_of(work, "R1") if each.stands}


def waiting(office: Office) -> list[tuple[str, str]]:
    """What a person has to decide: why, and about which invitation."""
    with office.reading() as work:
        return [(row.why, row.invitation) for row in doubtful_answers(work)]


def it_is(app: App, moment: datetime) -> None:
    clock = app.office.clock
    assert isinstance(clock, FixedClock)
    clock.set(moment)
