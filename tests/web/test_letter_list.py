"""The list says by its drawers what it would say if every letter were read."""

import random
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from starlette.datastructures import QueryParams

from tilsvar.commands.areas import register_area
from tilsvar.commands.corrections import correct_letter
from tilsvar.commands.council import register_organisation, succeed
from tilsvar.commands.letters import receive_reply, send_letter, sign_off, withdraw_reply
from tilsvar.commands.withdrawing_letters import withdraw_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.errors import TilsvarError
from tilsvar.domain.kinds import LetterKind, ReplyKind, SignOffCode
from tilsvar.domain.letters import Letter
from tilsvar.store.filing import drawer, file_all, filed
from tilsvar.store.unit_of_work import Office, UnitOfWork
from tilsvar.tests.servers.office import MORNING, set_clock
from tilsvar.web.letters.filters import SORTS, STATES, Filters, has_state
from tilsvar.web.letters.listed import LetterList
from tilsvar.web.letters.rows import Row, letter_row
from tilsvar.web.lists.folding import folded
from tilsvar.web.names import Names
from tilsvar.wording.language import language

NB = language("nb")
LETTERS = 60
SHOWN = 7

QUERIES = [
    *({"state": each} for each in STATES),
    *({"year": each} for each in ("2021", "2022", "2023", "1999", "x")),
    *({"department": each} for each in ("HOD", "KDD", "KMD", "others")),
    {},
    {"kind": "memo"},
    {"area": "HELSE"},
    {"area": "NONE"},
    {"kind": "letter", "state": "answered", "department": "HOD"},
    {"area": "HELSE", "year": "2022", "state": "signed_off"},
]


def fill(office: Office) -> None:
    """Letters to anybody about anything, and all that can come of them, also after today."""
    chance = random.Random(2023)
    with office.work(by="SEK1") as work:
        for key, name, kind in (
            ("KMD", "Kommunal- og moderniseringsdepartementet", "ministry"),
            ("KDD", "Kommunal- og distriktsdepartementet", "ministry"),
            ("FHI", "Folkehelseinstituttet", "agency"),
        ):
            register_organisation(work, key=key, name=name, kind=kind)
        succeed(work, organisation="KMD", successor="KDD", on=date(2022, 1, 1))
        register_area(work, key="HELSE", name="Helsedata")
        work.commit()
    set_clock(office, datetime(2024, 12, 2, 12, tzinfo=UTC))
    for number in range(LETTERS):
        day = date(2021, 1, 1) + timedelta(days=chance.randrange(850))
        sent = chance.choice([Edtf.on(day), Edtf.on(day), Edtf(f"{day:%Y-%m}")])
        to = chance.sample(["HOD", "KD", "KMD", "KDD", "FHI"], chance.choice([1, 1, 2, 3]))
        with office.work(by="SEK1") as work:
            send_letter(
                work,
                key=f"L{number}",
                title=chance.choice(["Ønsker", "ønsker", "Æra", "ahus", "Zoonoser", "Brev"]),
                sent=sent,
                recipients=to,
                kind=chance.choice(list(LetterKind)),
                expects_answer=chance.random() > 0.2,
                area=chance.choice([None, "HELSE"]),
            )
            work.commit()
        for later in sorted(chance.sample(range(31, 400), chance.choice([0, 1, 2, 3]))):
            with office.work(by="SEK1") as work, suppress(TilsvarError):
                on = Edtf.on(day + timedelta(days=later))
                happens(work, f"L{number}", chance.choice(to), on, chance.randrange(8))
                work.commit()


def happens(work: UnitOfWork, key: str, who: str, on: Edtf, what: int) -> None:
    match what:
        case 0:
            withdraw_letter(work, letter=key, why="Feil")
        case 1:
            sign_off(work, letter=key, recipient=who, code=SignOffCode.NOTED, on=on)
        case 2:
            withdraw_reply(work, letter=key, sender=who, why="Feil")
        case 3:
            letter = work.view(Letter, key)
            correct_letter(
                work,
                letter=key,
                sent=letter.sent,
                recipients=letter.recipients,
                expects_answer=True,
                kind=LetterKind.MEMO,
                title="Rettet",
                area=None,
            )
        case 4:
            promise = Edtf.on(on.last + timedelta(days=20))
            interim = ReplyKind.INTERIM
            receive_reply(work, letter=key, sender=who, received=on, kind=interim, promised=promise)
        case _:
            receive_reply(work, letter=key, sender=who, received=on)


@pytest.fixture
def work(office: Office) -> UnitOfWork:
    fill(office)
    set_clock(office, MORNING)
    return office.reading()


def by_reading_all(work: UnitOfWork, filters: Filters) -> list[Row]:
    """What the list is by definition."""
    names = Names(work)
    every = [letter_row(each, work, names, NB) for each in work.all(Letter)]
    found = [row for row in every if filters.fits(row)]
    newest = sorted(found, key=lambda row: (row.sent.sort_key(), row.key), reverse=True)
    by, backwards = filters.sort.removeprefix("-"), filters.sort.startswith("-")
    place = {
        "sent": lambda row: (row.sent.sort_key(), row.key),
        "title": lambda row: folded(row.title),
        "to": lambda row: [folded(line.label) for line in row.lines],
        "due": lambda row: min(line.due.sort_key() for line in row.lines if line.due),
        "state": lambda row: min(STATES.index(line.standing.name) for line in row.lines),
    }[by]
    if by != "due":
        return sorted(newest, key=place, reverse=backwards)
    dated = [row for row in newest if any(line.due for line in row.lines)]
    undated = [row for row in newest if row not in dated]
    return sorted(dated, key=place, reverse=backwards) + undated


def test_every_filter_order_and_page_shows_what_reading_every_letter_would(
    work: UnitOfWork,
) -> None:
    with work:
        names = Names(work)
        for asked in QUERIES:
            for sort in (*SORTS, *(f"-{each}" for each in SORTS)):
                filters = Filters.of(QueryParams({**asked, "sort": sort}))
                expected = [row.key for row in by_reading_all(work, filters)]
                found = LetterList(work, names, filters, NB)
                pages = [found.rows(at, SHOWN) for at in range(0, found.count or 1, SHOWN)]
                assert found.count == len(expected), (asked, sort)
                assert [row.key for each in pages for row in each] == expected, (asked, sort)

        every = by_reading_all(work, Filters())
        found = LetterList(work, names, Filters(), NB)
        for state in STATES:
            assert found.standing_so(state) == sum(has_state(row, state) for row in every)
        assert found.total == LETTERS
        assert found.years == {row.sent.first.year for row in every}
        assert found.departments == {key for row in every for key in row.departments}


@pytest.mark.usefixtures("work")
def test_to_file_everything_anew_changes_nothing(office: Office) -> None:
    def lying() -> tuple[list[Any], list[Any]]:
        with office.reading() as now:
            letters = list(now.session.execute(filed.select().order_by(filed.c.letter)))
            held = drawer.select().where(drawer.c.holds != 0).order_by(drawer.c.id)
            return letters, list(now.session.execute(held))

    before = lying()
    with office.work(by="cli") as again:
        file_all(again.session)
        again.commit()

    assert lying() == before
    assert sum(row.holds for row in before[1]) == LETTERS
