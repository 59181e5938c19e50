"""The timelines say from their rows what they would say if every thing were read."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

import pytest
from sqlalchemy import select

from tilsvar.bootstrap import bootstrap
from tilsvar.domain.belonging import About, Claim, Why
from tilsvar.domain.dates import Edtf
from tilsvar.domain.happenings import THINGS, Happening, happenings
from tilsvar.domain.kinds import Kind
from tilsvar.domain.themes import Theme
from tilsvar.settings import Settings
from tilsvar.store import timelines
from tilsvar.store.belonging import timelines_all
from tilsvar.store.belonging_tables import belonging, belonging_by_hand, contact_line
from tilsvar.store.clock import FixedClock
from tilsvar.store.timelines import Entry
from tilsvar.store.unit_of_work import Office, UnitOfWork
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import MORNING, HandBell, settle_in, with_bell
from tilsvar.tests.store.random_council import ORGANISATIONS, RandomCouncil

LINES = [*((each,) for each in ORGANISATIONS if each != "KDD"), ("KDD", "KMD")]
SHOWN = 5

Lived = list[tuple[Kind, str, Happening]]


@pytest.fixture(
    scope="module",
    params=product(("sqlite", "postgres"), (1, 2, 3)),
    ids=lambda each: "-".join(map(str, each)),
)
def lived_in(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Office]:
    """One council for all stories, which leave its timelines as they are."""
    sort, seed = request.param
    databases: Databases = request.getfixturevalue(sort)
    folder = tmp_path_factory.mktemp("lived-in")
    url = databases.migrated(folder)
    settings = Settings(database_url=url, mail_url=f"file:{folder / 'outbox'}")
    app = with_bell(bootstrap(settings, clock=FixedClock(MORNING)), HandBell())
    settle_in(app.office)
    council = RandomCouncil(app.office, seed)
    council.begin()
    council.live(150)
    yield app.office
    app.close()
    databases.drop(url)


def everything(work: UnitOfWork) -> Lived:
    """Every happening of every thing, newest first."""
    found = [
        (kind, thing.key, each)
        for kind, (cls, _) in THINGS.items()
        for thing in work.all(cls)
        for each in happenings(kind, thing)
    ]
    return sorted(found, key=lambda each: each[2].place(*each[:2]), reverse=True)


def belongs(work: UnitOfWork, theme: Theme) -> dict[tuple[Kind, str], Why]:
    """What belongs to the theme by definition: what was said by hand, else by the rule."""
    hand = {
        (row.kind, row.key): row.belongs
        for row in work.session.execute(select(belonging_by_hand))
        if row.theme == theme.key
    }
    claim = Claim.of(theme.key, theme.title, theme.area)
    found = {}
    for kind, (cls, _) in THINGS.items():
        for thing in work.all(cls):
            said = hand.get((kind, thing.key))
            why = claim.reason(About.of(thing)) if said is None else Why.HAND if said else None
            if why is not None:
                found[kind, thing.key] = why
    return found


def is_to_come(each: Happening, work: UnitOfWork) -> bool:
    return each.planned and each.on.last >= work.today


def told(entries: Sequence[Entry]) -> list[tuple[Kind, str, str, Edtf]]:
    return [(each.kind, each.key, each.part, each.on) for each in entries]


def expected(lived: Lived) -> list[tuple[Kind, str, str, Edtf]]:
    return [(kind, key, each.part, each.on) for kind, key, each in lived]


def turned(pages: Any, most: int) -> list[Entry]:
    """All pages of a timeline, one after the other."""
    found: list[Entry] = []
    while page := pages(limit=SHOWN, before=found[-1].place if found else ""):
        assert len(page) <= SHOWN
        found += page
        assert len(found) <= most
    return found


def test_a_timeline_is_everything_between_us_whatever_happened(lived_in: Office) -> None:
    with lived_in.reading() as work:
        every = everything(work)
        for line in LINES:
            ours = [each for each in every if set(line).intersection(each[2].organisations)]
            past = [each for each in ours if not is_to_come(each[2], work)]
            ahead = [each for each in ours if is_to_come(each[2], work)]
            found = turned(
                lambda line=line, **page: timelines.timeline(work, line, **page), len(ours)
            )

            assert told(found) == expected(past)
            assert told(timelines.coming(work, line, limit=99)) == expected(ahead[::-1])
            heard = [each for _, _, each in ours if each.heard]
            newest = min(heard[0].on.last, work.today) if heard else None
            assert timelines.heard_of(work, line) == newest
            contact = [each for each in ours if each[2].counts and not each[2].planned]
            last = timelines.last_contact(work, line)
            assert told([last] if last else []) == expected(contact[:1])
            meetings = [each for each in ahead if each[0] is Kind.MEETING]
            planned = timelines.next_planned(work, line)
            assert told([planned] if planned else []) == expected(meetings[-1:])


def test_the_timeline_of_a_theme_is_everything_that_belongs_to_it(lived_in: Office) -> None:
    with lived_in.reading() as work:
        every = everything(work)
        for theme in work.all(Theme):
            whys = belongs(work, theme)
            ours = [each for each in every if each[:2] in whys]
            past = [each for each in ours if not is_to_come(each[2], work)]
            found = turned(
                lambda key=theme.key, **page: timelines.timeline_of_theme(work, key, **page),
                len(ours),
            )

            assert told(found) == expected(past)
            assert [each.why for each in found] == [whys[each[:2]] for each in past]
            ahead = timelines.coming_in_theme(work, theme.key, limit=99)
            assert told(ahead) == expected([e for e in ours if is_to_come(e[2], work)][::-1])
            for kind, key in whys:
                if any(each[:2] == (kind, key) for each in ours):
                    assert theme.key in timelines.themes_of(work, kind, key)
            by_organisation = timelines.heard_in(work, theme.key)
            for name in ORGANISATIONS:
                heard = [e for _, _, e in ours if e.heard and name in e.organisations]
                day = min(heard[0].on.last, work.today) if heard else None
                assert timelines.heard_of(work, [name], theme.key) == day
                assert by_organisation.get(name) == day


def test_to_make_the_timelines_anew_changes_nothing(lived_in: Office) -> None:
    def rows() -> list[list[Any]]:
        with lived_in.reading() as now:
            return [
                sorted(map(tuple, now.session.execute(select(table))), key=repr)
                for table in (contact_line, belonging)
            ]

    before = rows()
    with lived_in.work(by="cli") as work:
        timelines_all(work.session)
        work.commit()

    assert rows() == before
    assert all(before)
