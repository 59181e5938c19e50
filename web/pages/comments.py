"""Comments on a draft: a member answers, the secretariat says what became of each."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from ...commands.circulations import THINGS
from ...commands.comments import (
    comment_on,
    have_no_comments,
    judge_comment,
    restore_comment,
    withdraw_comment,
)
from ...domain.circulations import Circulation, key_of
from ...domain.comments import Comment, NothingWritten, Verdict, plain
from ...domain.errors import TilsvarError
from ...domain.kinds import Kind, Role
from ...store.unit_of_work import UnitOfWork
from ..access import NotAllowed
from ..concerns import concerns
from ..deeds.acting import CONFLICT, ChangedMeanwhile, reader_of
from ..deeds.done import landed
from ..deeds.done_with_comments import ANSWERED, JUDGED_ONE
from ..drafts.comment_forms import (
    VERDICTS,
    Commented,
    Judged,
    TextChanged,
    WrittenAfterAll,
    own_comment,
    require_same_draft,
    stamp_of_comment,
    stamp_of_draft,
)
from ..drafts.comment_panel import paragraphs
from ..forms import Filled, Typed, blank, check, with_form
from ..languages import reader_language
from ..links import address, address_of
from ..names import Names
from ..rendering import page
from ..signing_in.sessions import SignedIn
from .things import circulated_thing


@with_form
def op_ed_comment(request: Request, typed: Typed | None) -> Response:
    return _comment(request, typed or {}, Kind.OP_ED)


@with_form
def consultation_comment(request: Request, typed: Typed | None) -> Response:
    return _comment(request, typed or {}, Kind.CONSULTATION)


def _comment(request: Request, typed: Typed, kind: Kind) -> Response:
    try:
        return _answered(request, typed, kind)
    except NotAllowed:
        text = next(iter(typed.get("text", ())), "")
        if not text.strip() or not _had_it(request, kind):
            raise
        return _called_back(request, text)


def _had_it(request: Request, kind: Kind) -> bool:
    """Whether the draft has been with the members, of whom the reader is one."""
    key = key_of(kind, str(request.path_params["key"]))
    with request.app.state.tilsvar.office.reading() as work:
        there = work.look(Circulation, key) is not None
    return there and reader_of(request).role is not Role.OBSERVER


def _called_back(request: Request, text: str) -> Response:
    """The draft went back to the secretariat meanwhile: what was typed can still be copied."""
    with request.app.state.tilsvar.office.reading() as work:
        return page(request, "called_back.html", work, status=CONFLICT, section="mine", text=text)


def _answered(request: Request, typed: Typed, kind: Kind) -> Response:
    reader, lang = reader_of(request), reader_language(request)
    key = str(request.path_params["key"])
    form = check(Commented, typed, lang)
    if form.content is None:
        return circulated_thing(request, kind, form)
    try:
        with request.app.state.tilsvar.office.work(by=reader.key) as work:
            _record(work, reader, kind, key, form.content)
            work.commit()
    except (ChangedMeanwhile, TextChanged) as error:
        return circulated_thing(request, kind, form.refused(error, status=CONFLICT))
    except (NothingWritten, WrittenAfterAll) as error:
        return circulated_thing(request, kind, form.refused(error, "text"))
    except TilsvarError as error:
        return circulated_thing(request, kind, form.refused(error))
    back = "/mine" if form.content.to else address_of(kind, key) or "/"
    return landed(back, ANSWERED, f"{kind.value}/{key}")


def _record(work: UnitOfWork, reader: SignedIn, kind: Kind, key: str, said: Commented) -> None:
    thing: Any = work.get(THINGS[kind], key)
    if not concerns(reader, thing):
        raise NotAllowed
    draft, own = own_comment(work, thing, reader.key)
    wanted = "" if said.act == "none" else plain(said.text)
    if said.act in ("say", "none") and own is not None and own.stands and wanted == own.text:
        return  # the same button, pressed twice
    if said.act == "none" and said.text:
        raise WrittenAfterAll
    if draft is not None:
        require_same_draft(said.made_from, stamp_of_draft(work, draft, own))
    match said.act:
        case "say":
            comment_on(work, kind=kind, key=key, who=reader.key, text=said.text)
        case "none":
            have_no_comments(work, kind=kind, key=key, who=reader.key)
        case "withdraw":
            withdraw_comment(work, kind=kind, key=key, who=reader.key)
        case "again":
            restore_comment(work, kind=kind, key=key, who=reader.key)


@with_form
def judged_comment(request: Request, typed: Typed | None) -> Response:
    """What became of one comment."""
    reader, lang = reader_of(request), reader_language(request)
    if typed is None:
        return _judging(request, None)
    form = check(Judged, typed, lang)
    if form.content is None:
        return _judging(request, form)
    key = str(request.path_params["key"])
    try:
        with request.app.state.tilsvar.office.work(by=reader.key) as work:
            found = work.get(Comment, key)
            said = form.content
            if (said.verdict, said.why) != (found.verdict.value, found.why):
                _require_same(found, said.made_from)
            judge_comment(work, comment=key, verdict=Verdict(said.verdict), why=said.why)
            work.commit()
    except ChangedMeanwhile as error:
        return _judging(request, form.refused(error, status=CONFLICT))
    except TilsvarError as error:
        return _judging(request, form.refused(error))
    return landed(address_of(found.kind, found.thing) or "/", JUDGED_ONE, key)


def _require_same(found: Comment, made_from: str) -> None:
    if made_from != stamp_of_comment(found):
        raise ChangedMeanwhile


def _judging(request: Request, form: Filled[Judged] | None) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        found = work.view(Comment, str(request.path_params["key"]))
        thing: Any = work.view(THINGS[found.kind], found.thing)
        names = Names(work)
        verdict = "" if found.verdict is Verdict.OPEN else found.verdict.value
        form = form or blank(Judged, lang, verdict=verdict, why=found.why)
        return page(
            request,
            "comment.html",
            work,
            status=form.status,
            section="op-eds" if found.kind is Kind.OP_ED else "consultations",
            form=form,
            who=names.people.get(found.by, found.by),
            text=paragraphs(found.text),
            withdrawn=not found.stands,
            thing=thing.title,
            path=address(thing),
            made_from=stamp_of_comment(found),
            verdicts=[(each.value, lang.text(label)) for each, label in VERDICTS.items()],
        )
