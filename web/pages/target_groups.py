"""The target groups of the communications plan: added, named anew, taken out of use, up again."""

from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ...commands import target_groups as commands
from ...domain.target_groups import TargetGroup
from ...store.unit_of_work import UnitOfWork
from ..forms import Filled, Typed, with_form
from ..names import Names
from ..settings.acting import Fields, pressed
from ..settings.changes import TARGET_GROUPS, of_subject, stamp
from ..settings.forms import TargetGroupForm
from ..settings.pages import Change, change_page, setting_page

PATH = "/settings/target-groups"
FIELDS: Fields = {commands.GroupNamedTwice: "name"}
ACTS = {"retire": commands.retire_target_group, "take-up": commands.take_up_target_group}


def _add(work: UnitOfWork, said: TargetGroupForm) -> None:
    commands.add_target_group(work, name=said.name)


ADD = Change(TargetGroupForm, TARGET_GROUPS, PATH, _add, fields=FIELDS, adds=True)


@with_form
def target_groups(request: Request, typed: Typed | None) -> Response:
    """Those in use, those that no longer are, and the form that adds one."""
    return change_page(request, typed, ADD, _list)


def _list(request: Request, form: Filled[TargetGroupForm]) -> Response:
    with request.app.state.tilsvar.office.reading() as work:
        every = Names(work).target_groups.values()
        return setting_page(
            request,
            "target_groups.html",
            work,
            form,
            TARGET_GROUPS,
            used=[(each, address(each.key)) for each in every if not each.retired],
            retired=[(each, address(each.key)) for each in every if each.retired],
        )


@with_form
def target_group(request: Request, typed: Typed | None) -> Response:
    """One of them: what it is called, whether it is used, and its history."""
    found = _found(request)
    key = found.key

    def name(work: UnitOfWork, said: TargetGroupForm) -> None:
        commands.name_target_group(work, target_group=key, name=said.name)

    part = of_subject(TARGET_GROUPS, key)
    change = Change(TargetGroupForm, part, address(key), name, fields=FIELDS)
    return change_page(request, typed, change, _one, name=found.name)


@with_form
def target_group_act(request: Request, typed: Typed | None) -> Response:
    """Take it out of use, or up again."""
    name = request.path_params["act"]
    if name not in ACTS:
        raise HTTPException(404)
    key = _found(request).key

    def act(work: UnitOfWork) -> None:
        ACTS[name](work, target_group=key)

    return pressed(request, typed, of_subject(TARGET_GROUPS, key), act, address(key))


def address(key: str) -> str:
    return f"{PATH}/{quote(key, safe='')}"


def _found(request: Request) -> TargetGroup:
    """The one that is asked for. Raises Unknown."""
    with request.app.state.tilsvar.office.reading() as work:
        found: TargetGroup = work.view(TargetGroup, request.path_params["key"])
    return found


def _one(request: Request, form: Filled[TargetGroupForm]) -> Response:
    with request.app.state.tilsvar.office.reading() as work:
        found = work.view(TargetGroup, request.path_params["key"])
        part = of_subject(TARGET_GROUPS, found.key)
        return setting_page(
            request,
            "target_group.html",
            work,
            form,
            part,
            stamp=stamp(work, part),
            group=found,
            href=address(found.key),
        )
