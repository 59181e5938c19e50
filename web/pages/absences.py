"""Who is away when, and who stands in; the secretariat registers it for whoever has phoned."""

from dataclasses import dataclass
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from ...commands.reminders import NotAway, register_absence, withdraw_absence
from ...domain.absences import Absence, standing_in
from ...domain.errors import TilsvarError
from ...domain.kinds import Role
from ...domain.people import Person
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full
from ...wording.language import Language
from ...wording.lists import joined
from ..access import sends
from ..deeds.acting import CONFLICT, reader_of
from ..deeds.done import Done, Undoing, landed
from ..forms import Day, Filled, Form, Line, Typed, blank, check, field, with_form
from ..languages import reader_language
from ..lists.folding import folded
from ..rendering import page

PATH = "/settings/absences"
MOST = 50
"""How many of the absences that are over are shown; the history has all of them."""


class Away(Form):
    person: Line = field(N_("Who"))
    first: Day = field(N_("First day away"))
    last: Day = field(N_("Last day away"))


@dataclass(frozen=True)
class Row:
    """One absence; `instead` says who stands in on its first day that is left."""

    person: str
    name: str
    first: date
    last: date
    instead: str


@with_form
def absences(request: Request, typed: Typed | None) -> Response:
    """Everybody's absences, and the form that adds one."""
    lang = reader_language(request)
    if typed is None:
        return _page(request, blank(Away, lang))
    form = check(Away, typed, lang)
    said = form.content
    if said is None:
        return _page(request, form)
    try:
        with request.app.state.tilsvar.office.work(by=reader_of(request).key) as work:
            work.known(Person, said.person)
            register_absence(work, person=said.person, first=said.first, last=said.last)
            work.commit()
    except TilsvarError as error:
        return _page(request, form.refused(error, "last" if "first" in error.facts else "person"))
    return _landed("away", said)


@with_form
def absence_withdrawn(request: Request, typed: Typed | None) -> Response:
    """Somebody is not away on those days after all."""
    lang = reader_language(request)
    form = check(Away, typed or {}, lang)
    said = form.content
    if said is None:
        return _page(request, form)
    try:
        with request.app.state.tilsvar.office.work(by=reader_of(request).key) as work:
            withdraw_absence(work, person=said.person, first=said.first, last=said.last)
            work.commit()
    except NotAway as error:
        return _page(request, blank(Away, lang).refused(error, status=CONFLICT))
    return _landed("here", said)


def _landed(what: str, said: Away) -> Response:
    first, last = said.first.isoformat(), said.last.isoformat()
    return landed(PATH, what, about=said.person, first=first, last=last)


def _page(request: Request, form: Filled[Away]) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        today = work.today
        every = [_row(work, each, lang) for each in work.roll.absences]
        over = sorted((each for each in every if each.last < today), key=lambda row: row.last)
        return page(
            request,
            "absences.html",
            work,
            status=form.status,
            section="settings",
            form=form,
            may=sends(request, reader_of(request).role, PATH),
            people=_people(work, lang),
            now=[each for each in every if each.first <= today <= each.last],
            ahead=[each for each in every if today < each.first],
            over=over[::-1][:MOST],
            done=_done(request, work, lang),
        )


def _people(work: UnitOfWork, lang: Language) -> list[tuple[str, str]]:
    """Members first, since they phone; then all others with a role today, and those to come."""
    here = [each for each in work.people if each.until is None or each.until >= work.today]
    here.sort(key=lambda each: (each.role is not Role.MEMBER, folded(each.name)))
    return [("", lang.text("Not chosen")), *((each.key, each.name) for each in here)]


def _row(work: UnitOfWork, found: Absence, lang: Language) -> Row:
    person = work.look(Person, found.person)
    day = max(found.first, work.today)
    instead = ""
    if person is not None and found.last >= work.today:
        others = standing_in(person, day, work.people, work.roll.absences)
        names = [each.name for each in others if each.key != found.person]
        instead = lang.text("The secretariat stands in.")
        if names:
            instead = lang.text("{who} stands in.", who=joined(names, lang))
    name = person.name if person else found.person
    return Row(found.person, name, found.first, found.last, instead)


def _done(request: Request, work: UnitOfWork, lang: Language) -> Done | None:
    """What was just registered or withdrawn, as long as it is so, and the other as its undo."""
    asked = request.query_params
    try:
        days = [date.fromisoformat(asked.get(name, "")) for name in ("first", "last")]
        found = Absence(asked.get("about", ""), *days)
    except (ValueError, TilsvarError):
        return None
    stands, person = found in work.roll.absences, work.look(Person, found.person)
    if request.method != "GET" or person is None or stands is not (asked.get("done") == "away"):
        return None
    facts = {"who": person.name, **{name: day_in_full(getattr(found, name), lang) for name in DAYS}}
    fields = (
        ("person", found.person),
        *((name, getattr(found, name).isoformat()) for name in DAYS),
    )
    if stands:
        said = lang.text("{who} is registered as away from {first} to {last}.", **facts)
        return Done(said, undo=Undoing(f"{PATH}/withdraw", fields))
    said = lang.text("{who} is not registered as away from {first} to {last} any more.", **facts)
    return Done(said, undo=Undoing(PATH, fields))


DAYS = ("first", "last")
