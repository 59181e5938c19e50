"""What the secretariat does with outlets and coverage: registers them, and puts them right."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from ...commands.media import (
    correct_coverage,
    describe_outlet,
    record_coverage,
    register_outlet,
    restore_coverage,
    withdraw_coverage,
)
from ...domain.errors import TilsvarError
from ...domain.links import NotALink
from ...domain.media import (
    Coverage,
    CoverageAheadOfTime,
    CoverageSort,
    NotALeadTime,
    NotALength,
    Outlet,
)
from ...domain.op_eds import OpEd
from ...domain.organisations import Organisation
from ...domain.sentences import N_
from ...domain.themes import Theme
from ...domain.words import COVERAGE_SORTS
from ...store import tables, theme_tables
from ...store.unit_of_work import Taken, UnitOfWork
from ...wording.language import Language
from ...wording.numbers import capitalised
from ..lists.folding import folded
from ..media.forms import NewOutlet, Takes, Told
from ..names import Names
from .deed import Deed, Undo, Values, Widget
from .fields import letters, organisation_or_none
from .withdrawing import withdrawing

OP_EDS = 200
"""How many op-eds one can choose from, the ones last worked on."""


def _sorts(_work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    return [(each.value, capitalised(lang.text(COVERAGE_SORTS[each]))) for each in CoverageSort]


def _op_eds(work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    op_ed = tables.op_ed.c
    query = select(OpEd).order_by(op_ed.touched.desc(), op_ed.key.desc()).limit(OP_EDS)
    told = [(each.key, each.title) for each in work.session.scalars(query)]
    return [("", lang.text("Not chosen")), *told]


def themes(work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    """Every theme that is not set aside, by its title."""
    query = select(Theme).where(theme_tables.theme.c.set_aside.is_(False))
    every = sorted(work.session.scalars(query), key=lambda each: folded(each.title))
    return [("", lang.text("Not chosen")), *((each.key, each.title) for each in every)]


def _people(work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    """Everybody who has or had a role: what was said once may be recorded later."""
    every = sorted(
        work.people, key=lambda each: (not each.active_on(work.today), folded(each.name))
    )
    return [("", lang.text("Nobody, or not known")), *((each.key, each.name) for each in every)]


TAKES = (
    Widget("longest", help=N_("Such as 5000; leave it empty while nobody knows"), required=False),
    Widget("lead_days", help=N_("Such as 7; 0 is the same day"), required=False),
    Widget("submit_to", help=N_("An e-mail address or a web address"), required=False),
    Widget("note", "text", required=False),
)
TOLD = (
    Widget("title", help=N_("What it was called there")),
    Widget("sort", "choices", options=_sorts),
    Widget("outlet", "select", options=organisation_or_none),
    Widget("on", "date"),
    Widget("url", help=N_("All of it, from https:// on"), required=False),
    Widget("note", "text", required=False),
    Widget("op_ed", "select", options=_op_eds),
    Widget("theme", "select", options=themes),
    Widget("letter", "select", options=letters),
    Widget("speaker", "select", options=_people),
)
REFUSED_AT: Mapping[type[TilsvarError], str] = {NotALink: "url", CoverageAheadOfTime: "on"}
LENGTHS: Mapping[type[TilsvarError], str] = {NotALength: "longest", NotALeadTime: "lead_days"}


def _takes(found: Organisation, work: UnitOfWork) -> Values:
    outlet = work.look(Outlet, found.key) or Outlet(found.key)
    return {
        "longest": _figures(outlet.longest),
        "lead_days": _figures(outlet.lead_days),
        "submit_to": outlet.submit_to,
        "note": outlet.note,
    }


def _figures(number: int | None) -> str:
    return "" if number is None else str(number)


def _describe(work: UnitOfWork, key: str, typed: Any) -> str:
    return describe_outlet(work, outlet=key, **dict(typed)).key


def _register(work: UnitOfWork, _key: str, typed: Any) -> str:
    values = dict(typed)
    made = register_outlet(work, key=values.pop("key"), name=values.pop("name"))
    return describe_outlet(work, outlet=made.key, **values).key


def _told(found: Coverage, _work: UnitOfWork) -> Values:
    return {
        "title": found.title,
        "sort": found.sort.value,
        "on": found.on.text,
        "url": found.url,
        "note": found.note,
        **{name: getattr(found, name) or "" for name in ABOUT},
    }


ABOUT = ("outlet", "op_ed", "theme", "letter", "speaker")


def _record(work: UnitOfWork, _key: str, typed: Any) -> str:
    return record_coverage(work, **_values(typed)).key


def _correct(work: UnitOfWork, key: str, typed: Any) -> str:
    return correct_coverage(work, coverage=key, **_values(typed)).key


def _values(typed: Any) -> dict[str, Any]:
    return dict(typed) | {"sort": CoverageSort(typed.sort)}


def _withdraw(work: UnitOfWork, key: str, typed: Any) -> str:
    withdraw_coverage(work, coverage=key, why=typed.why)
    return key


def _restore(work: UnitOfWork, key: str, _typed: Any) -> str:
    restore_coverage(work, coverage=key)
    return key


NEW_OUTLET = Deed(
    "new",
    N_("Register outlet"),
    N_("The outlet is registered."),
    _register,
    NewOutlet,
    (
        Widget("name"),
        Widget("key", help=N_("A short name without spaces, such as DM; it stays as it is")),
        *TAKES,
    ),
    at={Taken: "key", **LENGTHS},
)
OUTLET_DEEDS = {
    "correct": Deed(
        "correct",
        N_("Say what they take"),
        N_("What they take is registered."),
        _describe,
        Takes,
        TAKES,
        proposed=_takes,
        at=LENGTHS,
    )
}
NEW_COVERAGE = Deed(
    "new",
    N_("Record coverage"),
    N_("The coverage is recorded."),
    _record,
    Told,
    TOLD,
    proposed=lambda _found, _work: {"sort": CoverageSort.COVERAGE.value},
    at=REFUSED_AT,
    undo=Undo("withdraw"),
)
COVERAGE_DEEDS = {
    each.name: each
    for each in (
        Deed(
            "correct",
            N_("Correct what is registered"),
            N_("What was registered is corrected."),
            _correct,
            Told,
            TOLD,
            proposed=_told,
            possible=lambda found: not found.withdrawn,
            at=REFUSED_AT,
        ),
        *withdrawing(
            (N_("Withdraw the coverage"), N_("The coverage is withdrawn.")),
            _withdraw,
            (N_("Let it count again"), N_("The coverage counts again.")),
            _restore,
        ),
    )
}
