"""Whatever is registered in whatever order: drawers, search, timelines are as if made anew."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, text

from tilsvar.bootstrap import bootstrap
from tilsvar.commands import (
    circulations,
    comments,
    corrections,
    council,
    follow_ups,
    letters,
    themes,
)
from tilsvar.commands.areas import add_area, name_area
from tilsvar.commands.closed_days import close
from tilsvar.commands.consultations import publish_consultation, submit_consultation
from tilsvar.commands.notes import take_note
from tilsvar.commands.op_eds import correct_op_ed, start_op_ed
from tilsvar.commands.people import correct_person
from tilsvar.commands.withdrawing_letters import restore_letter, withdraw_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.errors import TilsvarError
from tilsvar.domain.kinds import Kind, LetterKind, OpEdStatus, ReplyKind, SignOffCode
from tilsvar.settings import Settings
from tilsvar.store.belonging import timelines_all
from tilsvar.store.belonging_tables import belonging, contact_line
from tilsvar.store.clock import FixedClock
from tilsvar.store.filing import drawer, file_all, filed
from tilsvar.store.search_index import index_all
from tilsvar.store.search_tables import entry
from tilsvar.store.unit_of_work import Office, UnitOfWork
from tilsvar.tests.commands.asking import WORDS
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import MORNING, HandBell, settle_in, with_bell

TODAY = date(2023, 2, 3)
LETTERS = ("L0", "L1", "L2")
DEPARTMENTS = ("HOD", "KD", "NFD")
TITLES = ("Helsedata", "Ny førstelov", "Ærlig talt")
"""Whatever happens, happens to few things, so that much happens to each."""

Step = tuple[str, int, int]


class Registry:
    """One fact each, told by two small numbers; what cannot be so is refused."""

    def __init__(self, work: UnitOfWork, one: int, other: int) -> None:
        self._work, self._letter = work, LETTERS[one]
        self._department, self._other = DEPARTMENTS[other], DEPARTMENTS[one]
        self._title = TITLES[other]
        self._one, self._number = one, other
        self._day = Edtf.on(TODAY - timedelta(days=40 - 15 * other))

    def send(self) -> None:
        earlier = LETTERS[self._number] if self._number < self._one else ""
        to = DEPARTMENTS[: self._number + 1]
        letters.send_letter(
            self._work,
            key=self._letter,
            title=self._title,
            sent=self._day,
            recipients=to,
            follows_up=(earlier,) if earlier else (),
        )

    def correct(self) -> None:
        corrections.correct_letter(
            self._work,
            letter=self._letter,
            sent=self._day,
            recipients=DEPARTMENTS[self._number :],
            expects_answer=self._number != 1,
            kind=list(LetterKind)[self._number],
            title=self._title,
            outcome=self._title,
            responsible="SEK1",
        )

    def _reply(self, kind: ReplyKind, promised: Edtf | None = None) -> None:
        letters.receive_reply(
            self._work,
            letter=self._letter,
            sender=self._department,
            received=Edtf.on(TODAY),
            kind=kind,
            promised=promised,
            summary=self._title,
        )

    def answer(self) -> None:
        self._reply(ReplyKind.FINAL)

    def interim(self) -> None:
        self._reply(ReplyKind.INTERIM, Edtf("2023-21") if self._number else None)

    def take_back(self) -> None:
        letters.withdraw_reply(self._work, letter=self._letter, sender=self._department, why="Feil")

    def sign_off(self) -> None:
        letters.sign_off(
            self._work,
            letter=self._letter,
            recipient=self._department,
            code=SignOffCode.NOTED,
            on=Edtf.on(TODAY),
            note=self._title,
        )

    def open_again(self) -> None:
        letters.withdraw_sign_off(
            self._work, letter=self._letter, recipient=self._department, why="Feil"
        )

    def move(self) -> None:
        day = TODAY + timedelta(days=self._one) if self._one else None
        letters.move_answer_due(
            self._work, letter=self._letter, recipient=self._department, day=day, why="Avtalt"
        )

    def withdraw(self) -> None:
        withdraw_letter(self._work, letter=self._letter, why="Feil")

    def restore(self) -> None:
        restore_letter(self._work, letter=self._letter)

    def draft(self) -> None:
        follow_ups.draft_follow_up(self._work, department=self._department, words=WORDS)

    def approve(self) -> None:
        for each in follow_ups.drafts(self._work)[:1]:
            follow_ups.approve_follow_up(self._work, follow_up=each.key, words=WORDS)

    def not_sent(self) -> None:
        for each in follow_ups.all_follow_ups(self._work, waiting=False)[:1]:
            follow_ups.withdraw_approval(self._work, follow_up=each.key, words=WORDS, why="Feil")

    def reject(self) -> None:
        for each in follow_ups.drafts(self._work)[:1]:
            follow_ups.reject_follow_up(self._work, follow_up=each.key, why=self._title)

    def succeed(self) -> None:
        if self._department != self._other:
            council.succeed(
                self._work, organisation=self._department, successor=self._other, on=TODAY
            )

    def stay(self) -> None:
        council.stay(self._work, organisation=self._department)

    def call_organisation(self) -> None:
        council.correct_organisation(
            self._work,
            organisation=self._department,
            name=f"Departementet for {TITLES[self._one]}",
            kind="ministry",
            email="",
            note=self._title,
        )

    def call_person(self) -> None:
        correct_person(self._work, person="MEDLEM1", name=f"{self._title} Hansen")

    def area(self) -> None:
        area = add_area(self._work, name=self._title)
        name_area(self._work, area=area.key, name=f"{self._title} {self._one}")

    def close_days(self) -> None:
        """What waits for an answer is due later because of it."""
        first = TODAY + timedelta(days=10 * self._one)
        close(self._work, first=first, last=first + timedelta(days=20), why=self._title)

    def publish(self) -> None:
        publish_consultation(
            self._work, key=f"H{self._one}", title=self._title, publisher=self._department
        )

    def submit(self) -> None:
        submit_consultation(self._work, consultation=f"H{self._one}", letter=self._letter)

    def op_ed(self) -> None:
        start_op_ed(self._work, key=f"O{self._one}", title=self._title, status=OpEdStatus.DRAFT)

    def circulate(self) -> None:
        circulations.circulate(
            self._work, kind=Kind.OP_ED, key=f"O{self._one}", comments_by=TODAY, text=self._title
        )
        correct_op_ed(self._work, op_ed=f"O{self._one}", title=f"{self._title} igjen")

    def comment(self) -> None:
        comments.comment_on(
            self._work, kind=Kind.OP_ED, key=f"O{self._one}", who="MEDLEM1", text=self._title
        )

    def begin_theme(self) -> None:
        themes.register_theme(self._work, key=f"T{self._one}", title=self._title)

    def rename_theme(self) -> None:
        themes.correct_theme(self._work, theme=f"T{self._one}", title=self._title)

    def note(self) -> None:
        take_note(
            self._work,
            organisation=self._department,
            text=self._title,
            theme=f"T{self._one}" if self._number else None,
        )


FACTS = sorted(name for name in vars(Registry) if not name.startswith("_"))
STEPS = st.lists(
    st.tuples(st.sampled_from(FACTS), st.integers(0, 2), st.integers(0, 2)),
    min_size=4,
    max_size=30,
)


def register(office: Office, steps: list[Step]) -> None:
    for what, one, other in steps:
        with office.work(by="SEK1") as work, suppress(TilsvarError):
            getattr(Registry(work, one, other), what)()
            work.commit()


def kept(office: Office) -> tuple[list[Any], ...]:
    """Where letters are filed, what drawers hold, which words find things, and the timelines."""
    columns = (entry.c.kind, entry.c.key, entry.c.title, entry.c.words)
    with office.reading() as work:
        every: Callable[[Any], list[Any]] = lambda query: list(work.session.execute(query))  # noqa: E731 - one line for all lists
        return (
            every(select(filed).order_by(filed.c.letter)),
            every(select(drawer).where(drawer.c.holds != 0).order_by(drawer.c.id)),
            every(select(*columns).order_by(*columns[:2])),
            every(select(contact_line).order_by(*contact_line.primary_key)),
            every(select(belonging).order_by(*belonging.primary_key)),
        )


def require_as_if_made_anew(databases: Databases, steps: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        url = databases.migrated(Path(folder))
        own = Settings(database_url=url, mail_url=f"file:{folder}/outbox")
        app = with_bell(bootstrap(own, clock=FixedClock(MORNING)), HandBell())
        try:
            settle_in(app.office)
            register(app.office, steps)
            before = kept(app.office)
            with app.office.work(by="cli") as work:
                if app.office.engine.name == "sqlite":
                    # SQLite compares its index with what it is made of, and says if they differ.
                    whole = "INSERT INTO search_words (search_words, rank)"
                    work.session.execute(text(f"{whole} VALUES ('integrity-check', 1)"))
                for each in (filed, drawer):
                    work.session.execute(delete(each))
                file_all(work.session)
                index_all(work.session)
                timelines_all(work.session)
                work.session.commit()
            assert kept(app.office) == before
        finally:
            app.close()
            databases.drop(url)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_is_registered_lists_and_search_are_as_if_made_anew(
    sqlite: Databases, steps: list[Step]
) -> None:
    require_as_if_made_anew(sqlite, steps)


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_the_same_on_postgres(postgres: Databases, steps: list[Step]) -> None:
    require_as_if_made_anew(postgres, steps)
