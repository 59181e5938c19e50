"""The event log gives back every event as it was, and is only ever added to."""

import re
from dataclasses import fields
from datetime import date, timedelta
from typing import Any, get_args, get_type_hints

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.event import listens_for

from tilsvar.bootstrap import App
from tilsvar.commands.deadlines import move_deadline, set_deadline
from tilsvar.commands.letters import receive_reply, send_letter, withdraw_reply
from tilsvar.domain.dates import Edtf
from tilsvar.domain.events import Event, catalogue
from tilsvar.domain.kinds import Kind
from tilsvar.store import flow
from tilsvar.store.event_log import from_row, history, load, to_row
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.office import MORNING, HandBell, answer, pass_time
from tilsvar.tests.servers.rows import rows

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40)
DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))
EDTF = st.one_of(
    DAYS.map(Edtf.on),
    DAYS.map(lambda day: Edtf(f"../{day}")),
    st.builds("{}-{:02}".format, st.integers(1950, 2100), st.integers(1, 12)).map(Edtf),
    st.builds("{}-{}".format, st.integers(1950, 2099), st.integers(21, 24)).map(Edtf),
    st.integers(1950, 2100).map(str).map(Edtf),
)
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: st.integers(0, 2**31),
    bool: st.booleans(),
    date: DAYS,
    Edtf: EDTF,
    type(None): st.none(),
}


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a field's type: one of the plain ones, several of them, or a choice."""
    if hint in PLAIN:
        return PLAIN[hint]
    parts = get_args(hint)
    if Ellipsis in parts:
        return st.lists(values(parts[0]), max_size=4).map(tuple)
    return st.one_of([values(each) for each in parts])


def anything_of(cls: type[Event]) -> st.SearchStrategy[Event]:
    hints = get_type_hints(cls)
    return st.builds(cls, **{each.name: values(hints[each.name]) for each in fields(cls)})


EVENTS = st.one_of([anything_of(cls) for cls in catalogue().values()])


@given(event=EVENTS)
def test_any_event_comes_back_from_its_row_as_it_was(event: Event) -> None:
    class Row:
        id = 7
        at = MORNING

    row = Row()
    for name, value in to_row(event, MORNING, "SEK1").items():
        setattr(row, name, value)

    recorded = from_row(row)  # type: ignore[arg-type]  # it reads attributes only

    assert recorded.event == event
    assert type(recorded.event) is type(event)


def test_each_kind_of_event_goes_through_both_databases(office: Office) -> None:
    events = {name: _example(cls) for name, cls in catalogue().items()}

    with office.work(by="clock") as work:
        for event in events.values():
            work.record(event)
        work.commit()

    newest = [row.id for row in rows(office, flow.event)[-len(events) :]]
    with office.reading() as work:
        found = load(work.session, newest)
    assert {each.event.name: (each.event, each.at) for each in found} == {
        name: (event, MORNING) for name, event in events.items()
    }


def _example(cls: type[Event]) -> Event:
    """One event with every field filled."""
    given_values = {
        str: "Æ-1",
        int: 3,
        float: 0.5,
        bool: True,
        date: date(2023, 2, 3),
        Edtf: Edtf("2023-21"),
    }
    hints = get_type_hints(cls)
    filled = {}
    for each in fields(cls):
        parts = get_args(hints[each.name])
        kind = parts[0] if parts else hints[each.name]
        filled[each.name] = (given_values[kind],) * 2 if Ellipsis in parts else given_values[kind]
    return cls(**filled)


def test_corrections_are_told_after_what_they_correct_and_change_no_earlier_row(
    office: Office,
) -> None:
    with office.work(by="SEK1") as work:
        letter = send_letter(work, title="Brev", sent=Edtf("2022-10-03"), recipients=["NFD"]).key
        deadline = set_deadline(work, title="Frist", due=Edtf("2023-02-17")).key
        receive_reply(work, letter=letter, sender="NFD", received=Edtf("2022-11-01"))
        work.commit()
    before = rows(office, flow.event)

    with office.work(by="SEK1") as work:
        withdraw_reply(work, letter=letter, sender="NFD", why="feil brev")
        move_deadline(work, deadline=deadline, due=Edtf("2023-02-20"))
        work.commit()

    after = rows(office, flow.event)
    assert after[: len(before)] == before
    assert [row.name for row in after[len(before) :]] == ["ReplyWithdrawn", "DeadlineMoved"]


def test_nothing_but_inserts_ever_reaches_the_event_table(app: App, bell: HandBell) -> None:
    """A letter goes out, is reminded of, answered, and the answer taken back."""
    statements: list[str] = []

    @listens_for(app.office.engine, "before_cursor_execute")
    def _note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        statements.append(" ".join(statement.split()).lower())

    with app.office.work(by="SEK1") as work:
        send_letter(work, key="L1", title="Brev", sent=Edtf("2023-02-03"), recipients=["NFD"])
        work.commit()
    pass_time(app, bell, MORNING + timedelta(days=60))
    with app.office.work(by="SEK1") as work:
        receive_reply(work, letter="L1", sender="NFD", received=Edtf("2023-04-04"))
        withdraw_reply(work, letter="L1", sender="NFD", why="feil brev")
        work.commit()
    answer(app, bell)

    table = re.compile(r"(insert into|update|delete from) \"?event\"?[ (]")
    touching = {found[1] for each in statements if (found := table.match(each))}
    assert touching == {"insert into"}


def test_the_history_of_one_object_is_its_own(office: Office) -> None:
    """A letter and a deadline may have the same key."""
    with office.work(by="SEK1") as work:
        send_letter(work, key="X1", title="Brev", sent=Edtf("2022-10-03"), recipients=["NFD"])
        set_deadline(work, key="X1", title="Frist", due=Edtf("2023-02-17"))
        work.commit()

    with office.reading() as work:
        told = [each.event.name for each in history(work.session, Kind.DEADLINE, "X1")]
    assert told == ["DeadlineSet"]
