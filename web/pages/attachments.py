"""Files of the council's things: attached in a form of their own, fetched, withdrawn."""

from typing import Any
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from ...commands.attachments import (
    HOLDERS,
    attach,
    attachments_of,
    content_of,
    restore_attachment,
    withdraw_attachment,
)
from ...domain.attachments import (
    USES,
    AttachedAlready,
    Attachment,
    FileRefused,
    NotUsedSo,
    NotWithdrawn,
    Use,
)
from ...domain.errors import TilsvarError
from ...domain.kinds import Kind
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ..access import NotAllowed
from ..concerns import concerns_file
from ..deeds.acting import CONFLICT, reader_of
from ..deeds.done import landed
from ..deeds.tables import LISTS
from ..forms import Filled, Form, Line, Typed, blank, check, field, with_form
from ..languages import reader_language
from ..links import FOLDERS, address
from ..names import Names
from ..rendering import page
from ..requests.uploads import FIELD, NoFiles, WithFiles, field_of_files, files_of, with_files
from ..things.attachment_words import likely_use, use_options
from ..things.attachments_panel import may_see

KINDS = {folder: kind for kind, folder in FOLDERS.items() if kind in HOLDERS}
LETTERS = ("letters", "/letters", N_("Letters"))
MEETINGS = ("meetings", "/meetings", N_("Meetings"))


class Attaching(WithFiles):
    """`use` may name whose answer it is: reply:HOD."""

    use: Line = field(N_("What it is"))


class Withdrawal(Form):
    why: Line = field(N_("Why"))


@with_files
def attach_files(request: Request, typed: Typed | None) -> Response:
    """The form with which files are attached to something."""
    reader, lang = reader_of(request), reader_language(request)
    kind, key = _thing(request)
    if typed is None:
        return _attaching(request, kind, key, None)
    form = check(Attaching, typed, lang)
    if form.content is None:
        return _attaching(request, kind, key, form)
    use, _, party = form.content.use.partition(":")
    try:
        if use not in set(Use):
            raise NotUsedSo(key=key, use=use, known=", ".join(USES[kind]))
        files = files_of(request)
        if not files:
            raise NoFiles
        with request.app.state.tilsvar.office.work(by=reader.key) as work:
            made = attach(
                work, kind=kind, holder=key, files=files, use=Use(use), party=party or None
            )
            where = address(work.view(HOLDERS[kind], key))
            work.commit()
    except TilsvarError as error:
        return _attaching(request, kind, key, form.refused(error, _field(error)))
    return landed(where, "files-attached", ";".join(each.key for each in made))


def _attaching(request: Request, kind: Kind, key: str, form: Filled[Attaching] | None) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        thing: Any = work.view(HOLDERS[kind], key)
        there = attachments_of(work, kind, key)
        form = form or blank(Attaching, lang, use=likely_use(thing, there))
        return page(
            request,
            "attach.html",
            work,
            status=form.status,
            section=_list(kind)[0],
            thing=thing.title,
            href=address(thing),
            form=form,
            uses=use_options(thing, kind, Names(work), lang),
            files=field_of_files(request, form, lang),
        )


def _field(error: TilsvarError) -> str:
    return FIELD if isinstance(error, FileRefused) else "use"


def attachment(request: Request) -> Response:
    """The file itself, to be saved; whoever may see the thing may fetch its files."""
    reader, office = reader_of(request), request.app.state.tilsvar.office
    with office.reading() as work:
        found = work.view(Attachment, request.path_params["key"])
        thing = work.view(HOLDERS[found.kind], found.holder)
        if not may_see(request, reader, thing, work):
            raise NotAllowed
        if not concerns_file(reader, found, thing):
            raise HTTPException(404)
    headers = {
        "Content-Type": found.format.media_type,
        "Content-Length": str(found.size),
        "Content-Disposition": disposition(found.name),
        "Cache-Control": "private, no-store",
    }
    if request.method == "HEAD":
        return Response(headers=headers)
    return StreamingResponse(content_of(office, found.key), headers=headers)


def disposition(name: str) -> str:
    """To be saved under that name (RFC 6266): in full, and for old programs in ASCII."""
    plain = name.encode("ascii", "replace").decode().replace("?", "_").replace('"', "_")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


@with_form
def withdraw_file(request: Request, typed: Typed | None) -> Response:
    """Take a file out of the list, with the reason; its bytes stay."""
    reader, lang = reader_of(request), reader_language(request)
    key = str(request.path_params["key"])
    form = check(Withdrawal, typed, lang) if typed is not None else blank(Withdrawal, lang)
    if form.content is not None:
        try:
            with request.app.state.tilsvar.office.work(by=reader.key) as work:
                found = withdraw_attachment(work, attachment=key, why=form.content.why)
                where = _address(work, found)
                work.commit()
        except TilsvarError as error:
            form = _refused(form, error, key)
        else:
            return landed(where, "file-withdrawn", key)
    with request.app.state.tilsvar.office.reading() as work:
        file = work.view(Attachment, key)
        thing: Any = work.view(HOLDERS[file.kind], file.holder)
        return page(
            request,
            "withdraw_file.html",
            work,
            status=form.status,
            section=_list(file.kind)[0],
            thing=thing.title,
            href=address(thing),
            name=file.name,
            form=form,
        )


@with_form
def restore_file(request: Request, _typed: Typed | None) -> Response:
    """Attach a withdrawn file again."""
    reader, key = reader_of(request), str(request.path_params["key"])
    with request.app.state.tilsvar.office.work(by=reader.key) as work:
        found = work.get(Attachment, key)
        where = _address(work, found)
        try:
            restore_attachment(work, attachment=key)
        except (AttachedAlready, NotWithdrawn):
            return landed(where, "file-restored", key)
        work.commit()
    return landed(where, "file-restored", key)


def _refused(form: Filled[Withdrawal], error: TilsvarError, key: str) -> Filled[Withdrawal]:
    """Not found is no mistake of the form; somebody else was quicker is a conflict."""
    if error.facts.get("key") == key:
        raise error
    return form.refused(error, status=CONFLICT)


def _address(work: UnitOfWork, file: Attachment) -> str:
    return address(work.view(HOLDERS[file.kind], file.holder))


def _thing(request: Request) -> tuple[Kind, str]:
    """What the address names. Answers 404 for what takes no files."""
    kind = KINDS.get(str(request.path_params["folder"]))
    if kind is None:
        raise HTTPException(404)
    return kind, str(request.path_params["key"])


def _list(kind: Kind) -> tuple[str, str, str]:
    return {Kind.LETTER: LETTERS, Kind.MEETING: MEETINGS}.get(kind) or LISTS[kind]
