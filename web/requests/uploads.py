"""Files that come with a form: read as they arrive, never beyond what may be kept.

    @with_files
    def sent(request: Request, typed: Typed | None) -> Response:
        …
        files = files_of(request)     # looked through; raises what a person can put right

The form's model takes `files` from `WithFiles`, its template the macro `files_field`.
"""

import functools
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from ...commands.file_formats import examined
from ...domain.attachments import FileRefused, SoundFile
from ...domain.sentences import N_
from ...wording.language import Language
from ..forms import LONGEST_BODY, MOST_FIELDS, Filled, Form, Handler, Typed, field, read_form

MEGABYTE = 1_000_000
MOST_FILES = 50
MOST_AT_ONCE = 4
"""How many times the largest file all files of a form together may be."""

GIVEN_UP_AT = 20
"""How many times the largest file a form is read to its end, so as to answer with a page."""

_KEPT = "tilsvar.uploads"
FIELD = "files"
"""The field of every form that takes files; what is wrong with one (FileRefused) is told there."""


class TooMuchAtOnce(FileRefused):
    """Together the files are more than {limit} MB. Attach some of them first, then the others."""


class NoFiles(FileRefused):
    """Choose one or more files."""


class WithFiles(Form):
    """A form to which files may be added; they come beside what is typed."""

    files: list[str] = field(N_("Attachments"), default_factory=list)


@dataclass(frozen=True)
class Uploads:
    """The files of one form; `too_much` where some of their bytes were thrown away."""

    files: tuple[UploadFile, ...] = ()
    too_much: bool = False


def largest_file(request: Request) -> int:
    """How many bytes a file may have."""
    megabytes: int = request.app.state.tilsvar.settings.largest_file
    return megabytes * MEGABYTE


def with_files(handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    """As `with_form`, for a form that may bring files; they are closed when the page is made."""

    @functools.wraps(handler)
    async def endpoint(request: Request) -> Response:
        if request.method != "POST":
            return await run_in_threadpool(handler, request, None)
        kind = request.headers.get("content-type", "").partition(";")[0].strip()
        if kind != "multipart/form-data":
            return await run_in_threadpool(handler, request, await read_form(request))
        try:
            typed = await _read(request)
        except ClientDisconnect:
            return Response(status_code=400)  # whoever sent half of it does not wait for an answer
        try:
            return await run_in_threadpool(handler, request, typed)
        finally:
            for each in _uploads(request).files:
                await each.close()

    return endpoint


def files_of(request: Request) -> list[SoundFile]:
    """The files that came with the form, looked through, in their order.

    Raises FileRefused: TooMuchAtOnce, or what `examined` raises for the first that is not in order.
    """
    uploads, limit = _uploads(request), largest_file(request)
    if uploads.too_much:
        raise TooMuchAtOnce(limit=MOST_AT_ONCE * limit // MEGABYTE)
    return [examined(each.filename or "", each.file, limit=limit) for each in uploads.files]


def file_as_sent(request: Request, longest: int) -> tuple[str, bytes]:
    """What the first file is called and its bytes, unseen: of a longer one, one byte more.

    Raises NoFiles, TooMuchAtOnce.
    """
    uploads = _uploads(request)
    if uploads.too_much:
        raise TooMuchAtOnce(limit=MOST_AT_ONCE * largest_file(request) // MEGABYTE)
    if not uploads.files:
        raise NoFiles
    first = uploads.files[0]
    first.file.seek(0)
    return first.filename or "", first.file.read(longest + 1)


@dataclass(frozen=True)
class FilesField:
    """What the field says of itself; `again` where files that were chosen must be chosen anew."""

    help: str
    again: bool


def field_of_files(request: Request, form: Filled[Any], lang: Language) -> FilesField:
    """The field as the form shows it, after a mistake too: browsers keep no files."""
    size = largest_file(request) // MEGABYTE
    said = lang.text(
        "PDF or Word (.docx), at most {size} MB each. You can choose several at once.", size=size
    )
    if not (form.mistakes and _uploads(request).files):
        return FilesField(said, again=False)
    again = lang.text("Choose the files anew: the browser does not keep them.")
    return FilesField(f"{said} {again}", again=True)


def _uploads(request: Request) -> Uploads:
    found: Uploads = request.scope.get(_KEPT, Uploads())
    return found


async def _read(request: Request) -> Typed:
    """The fields of the form; its files are kept with the request. Raises ClientDisconnect."""
    limit = largest_file(request)
    parser = _Bounded(request, limit)
    try:
        form = await parser.parse()
    except MultiPartException as error:
        raise HTTPException(400, "The form is not whole: send it again.") from error
    typed: dict[str, list[str]] = {}
    files = []
    for name, value in form.multi_items():
        if isinstance(value, str):
            typed.setdefault(name, []).append(value.replace("\0", ""))  # as read_form does
        elif name == FIELD and (value.filename or value.size):
            files.append(value)
        else:
            await value.close()
    request.scope[_KEPT] = Uploads(tuple(files), parser.too_much)
    return typed


class _Bounded(MultiPartParser):
    """Writes of each file what a file may have and a little more, and throws the rest away.

    So a file that is too large is told in the form, among what else is wrong there; only what is
    beyond all reason is not read to its end.
    """

    def __init__(self, request: Request, limit: int) -> None:
        super().__init__(
            request.headers,
            _up_to(request, limit * GIVEN_UP_AT),
            max_files=MOST_FILES,
            max_fields=MOST_FIELDS,
            max_part_size=LONGEST_BODY,
        )
        self.too_much = False
        self._limit, self._of_this_one, self._of_all = limit, 0, 0

    def on_part_begin(self) -> None:
        self._of_this_one = 0
        super().on_part_begin()

    def on_part_data(self, data: bytes, start: int, end: int) -> None:
        if self._current_part.file is not None:
            if self._of_this_one > self._limit:
                return
            if self._of_all > self._limit * MOST_AT_ONCE:
                self.too_much = True
                return
            self._of_this_one += end - start
            self._of_all += end - start
        super().on_part_data(data, start, end)


async def _up_to(request: Request, most: int) -> AsyncGenerator[bytes, None]:
    read = 0
    async for chunk in request.stream():
        read += len(chunk)
        if read > most:
            raise HTTPException(413, "That is more than a form can hold.")
        yield chunk
