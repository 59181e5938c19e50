"""However events repeat, come late, in another order or at once: one suggestion for each thing."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from tilsvar.bootstrap import App, bootstrap
from tilsvar.commands.consultations import submit_consultation, take_up_consultation
from tilsvar.commands.letters import send_letter
from tilsvar.commands.meetings import hold_meeting, restore_meeting
from tilsvar.commands.withdrawing_letters import restore_letter, withdraw_letter
from tilsvar.domain.communications import Activity, ActivityStatus
from tilsvar.domain.consultations import Consultation
from tilsvar.domain.dates import Edtf
from tilsvar.domain.errors import TilsvarError
from tilsvar.domain.kinds import ConsultationStatus, LetterKind, MeetingKind
from tilsvar.domain.meetings import Meeting, MeetingTime
from tilsvar.settings import Settings
from tilsvar.store import flow
from tilsvar.store.clock import FixedClock
from tilsvar.store.event_log import load
from tilsvar.store.unit_of_work import Office, UnitOfWork
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import MORNING, HandBell, settle_in, with_bell
from tilsvar.tests.workers.beginnings import publish
from tilsvar.workers.registry import SUBSCRIBERS
from tilsvar.workers.suggesting import suggest_activity

ON = Edtf("2023-02-02")

ACTS: dict[str, Callable[[UnitOfWork], object]] = {
    "submit": lambda work: submit_consultation(work, consultation="C1", letter="L1"),
    "submit without the letter": lambda work: submit_consultation(work, consultation="C1", on=ON),
    "take up": lambda work: take_up_consultation(
        work, consultation="C1", status=ConsultationStatus.DRAFTING
    ),
    "withdraw": lambda work: withdraw_letter(work, letter="L1", why="Feil"),
    "restore": lambda work: restore_letter(work, letter="L1"),
    "hold": lambda work: hold_meeting(work, meeting="M1"),
    "not held": lambda work: restore_meeting(work, meeting="M1"),
}


def begin(app: App) -> None:
    """A letter that answers a consultation, and a dialogue meeting that is over."""
    publish(app.office)
    with app.office.work(by="SEK1") as work:
        send_letter(
            work,
            key="L1",
            kind=LetterKind.SUBMISSION,
            title="Innspill",
            sent=ON,
            recipients=["HOD"],
        )
        uid = work.new_uid("meeting:M1")
        meeting = Meeting.schedule(
            "M1", MeetingKind.DIALOGUE, "Møte", MeetingTime(ON), uid=uid, now=work.now
        )
        work.add(meeting)
        work.commit()


def do(office: Office, name: str) -> None:
    with office.work(by="SEK1") as work:
        try:
            ACTS[name](work)
        except TilsvarError:
            return  # what cannot be now is no part of the history
        work.commit()


def events(office: Office) -> list[int]:
    names = [each.__name__ for each, them in SUBSCRIBERS.items() if suggest_activity in them]
    row = flow.event.c
    with office.reading() as work:
        return list(
            work.session.scalars(select(row.id).where(row.name.in_(names)).order_by(row.id))
        )


def tell(office: Office, number: int) -> None:
    with office.work(by="worker") as work:
        (found,) = load(work.session, [number])
        suggest_activity(work, found.event, found.at)
        work.commit()


def suggestions(office: Office) -> list[Activity]:
    with office.reading() as work:
        return work.all(Activity)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_told_in_whatever_order_each_thing_is_suggested_once(
    sqlite: Databases, data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        url = sqlite.migrated(Path(folder))
        own = Settings(database_url=url, mail_url=f"file:{folder}/outbox")
        app = with_bell(bootstrap(own, clock=FixedClock(MORNING)), HandBell())
        try:
            settle_in(app.office)
            begin(app)
            for name in data.draw(st.lists(st.sampled_from(sorted(ACTS)), max_size=8)):
                do(app.office, name)
                told = data.draw(st.lists(st.sampled_from(events(app.office)), max_size=4))
                for number in told:
                    tell(app.office, number)
            for number in data.draw(st.permutations(events(app.office))):
                tell(app.office, number)

            found = suggestions(app.office)
            assert max(Counter(each.about for each in found).values(), default=0) <= 1
            waiting = [each for each in found if each.status is ActivityStatus.SUGGESTED]
            of_the_response = [each for each in waiting if not each.about.startswith("meeting")]
            with app.office.reading() as work:
                together = work.view(Consultation, "C1").submission == "L1"
            assert len(of_the_response) <= (1 if together else 2)
        finally:
            app.close()
            sqlite.drop(url)


def test_the_same_event_handled_by_several_workers_at_once_suggests_once(
    on_postgres: App,
) -> None:
    begin(on_postgres)
    do(on_postgres.office, "submit")
    do(on_postgres.office, "hold")
    numbers = events(on_postgres.office) * 3

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda number: tell(on_postgres.office, number), numbers))

    assert sorted(each.about for each in suggestions(on_postgres.office)) == [
        "consultation:C1",
        "meeting:M1",
    ]
