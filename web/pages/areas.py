"""The areas of the plan of action: added, named anew, taken out of use, taken up again."""

from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ...commands import areas as commands
from ...domain.areas import Area
from ...store.unit_of_work import UnitOfWork
from ..forms import Filled, Typed, with_form
from ..settings.acting import Fields, pressed
from ..settings.changes import AREAS, of_subject, stamp
from ..settings.forms import AreaForm
from ..settings.pages import Change, change_page, setting_page

PATH = "/settings/areas"
FIELDS: Fields = {commands.AreaNamedTwice: "name"}
ACTS = {"retire": commands.retire_area, "take-up": commands.take_up_area}


def _add(work: UnitOfWork, said: AreaForm) -> None:
    commands.add_area(work, name=said.name, plan=said.plan)


ADD = Change(AreaForm, AREAS, PATH, _add, fields=FIELDS, adds=True)


@with_form
def areas(request: Request, typed: Typed | None) -> Response:
    """Those in use, those that no longer are, and the form that adds one."""
    return change_page(request, typed, ADD, _list)


def _list(request: Request, form: Filled[AreaForm]) -> Response:
    with request.app.state.tilsvar.office.reading() as work:
        every = sorted(work.all(Area), key=lambda each: each.name.casefold())
        return setting_page(
            request,
            "areas.html",
            work,
            form,
            AREAS,
            used=[(each, address(each.key)) for each in every if each.used_on(work.today)],
            retired=[(each, address(each.key)) for each in every if not each.used_on(work.today)],
        )


@with_form
def area(request: Request, typed: Typed | None) -> Response:
    """One area: what it is called, whether it is used, and its history."""
    found = _found(request)
    key = found.key

    def name(work: UnitOfWork, said: AreaForm) -> None:
        commands.name_area(work, area=key, name=said.name, plan=said.plan)

    change = Change(AreaForm, of_subject(AREAS, key), address(key), name, fields=FIELDS)
    return change_page(request, typed, change, _one, name=found.name, plan=found.plan)


@with_form
def area_act(request: Request, typed: Typed | None) -> Response:
    """Take it out of use, or up again."""
    name = request.path_params["act"]
    if name not in ACTS:
        raise HTTPException(404)
    key = _found(request).key

    def act(work: UnitOfWork) -> None:
        ACTS[name](work, area=key)

    return pressed(request, typed, of_subject(AREAS, key), act, address(key))


def address(key: str) -> str:
    return f"{PATH}/{quote(key, safe='')}"


def _found(request: Request) -> Area:
    """The area that is asked for. Raises Unknown."""
    with request.app.state.tilsvar.office.reading() as work:
        found: Area = work.view(Area, request.path_params["key"])
    return found


def _one(request: Request, form: Filled[AreaForm]) -> Response:
    with request.app.state.tilsvar.office.reading() as work:
        found = work.view(Area, request.path_params["key"])
        part = of_subject(AREAS, found.key)
        return setting_page(
            request,
            "area.html",
            work,
            form,
            part,
            stamp=stamp(work, part),
            area=found,
            href=address(found.key),
            used=found.used_on(work.today),
        )
