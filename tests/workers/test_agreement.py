"""Whatever happens in whatever order, whoever is invited and the organiser agree in the end."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tilsvar.bootstrap import bootstrap
from tilsvar.settings import Settings
from tilsvar.store.clock import FixedClock
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import MORNING, HandBell, settle_in, with_bell
from tilsvar.tests.workers.calendars import Step, World, outbox
from tilsvar.tests.workers.invited import hold_dialogue

OFTEN = ("work", "deliver", "say", "post", "invite", "move")
SOMETIMES = ("uninvite", "place", "page", "resend", "unfix")
STEPS = st.lists(
    st.tuples(
        st.sampled_from([*OFTEN, *OFTEN, *SOMETIMES, "cancel"]),
        st.integers(0, 2),
        st.integers(0, 3),
    ),
    min_size=3,
    max_size=30,
)
HEARD = [("work", 0, 0), ("deliver", 0, 0), ("deliver", 1, 0)]


@contextmanager
def world(databases: Databases) -> Iterator[World]:
    """A system of its own with a dialogue meeting, to which two are invited."""
    with TemporaryDirectory() as folder:
        url, bell = databases.migrated(Path(folder)), HandBell()
        own = Settings(database_url=url, mail_url=outbox(folder), files=Path(folder) / "files")
        app = with_bell(bootstrap(own, clock=FixedClock(MORNING)), bell)
        try:
            settle_in(app.office)
            hold_dialogue(app.office, "HOD", "MEDLEM1")
            yield World(app, bell)
        finally:
            app.close()
            databases.drop(url)


@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS)
@example(steps=[*HEARD, ("say", 0, 0), ("say", 0, 2), ("post", 0, 0)])
@example(steps=[*HEARD, ("say", 0, 0), ("say", 0, 2), ("post", 0, 1)])
@example(steps=[*HEARD, ("say", 0, 0), ("move", 0, 1), ("post", 0, 0), ("work", 0, 0)])
@example(steps=[*HEARD, ("say", 0, 0), ("post", 0, 0), ("move", 0, 1), ("work", 0, 0)])
@example(steps=[*HEARD, ("say", 0, 0), ("move", 0, 1), ("move", 0, 0), ("post", 0, 0)])
@example(steps=[*HEARD, ("say", 0, 0), ("place", 0, 1), ("work", 0, 0), ("deliver", 0, 1)])
@example(steps=[*HEARD, ("say", 0, 0), ("uninvite", 0, 0), ("post", 0, 0), ("invite", 0, 0)])
@example(steps=[*HEARD, ("uninvite", 0, 0), ("work", 0, 0), ("invite", 0, 0), ("say", 0, 0)])
def test_through_any_history_everybody_agrees(sqlite: Databases, steps: list[Step]) -> None:
    with world(sqlite) as lived:
        lived.live(steps)

        lived.agree()


def test_a_history_in_which_much_happens(sqlite: Databases) -> None:
    steps = [
        *HEARD,
        ("say", 0, 0),
        ("say", 1, 2),
        ("post", 0, 1),
        ("post", 0, 0),
        ("page", 1, 1),
        ("invite", 2, 0),
        ("move", 0, 2),
        ("say", 0, 2),
        ("work", 0, 0),
        ("deliver", 0, 1),
        ("say", 0, 0),
        ("uninvite", 1, 0),
        ("place", 0, 1),
    ]
    with world(sqlite) as lived:
        lived.live(steps)

        lived.agree()
        shown = {who: each.shown for who, each in lived.calendars.items()}
        assert shown["MEDLEM1"] is None
        assert shown["HOD"] is not None
        assert shown["HOD"].place == "Oslo"
