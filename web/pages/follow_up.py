"""One follow-up: read, edit, download for Word, approve or reject it; nothing goes out before."""

import hashlib
from datetime import date
from typing import Annotated, Literal
from urllib.parse import quote

from pydantic import StringConstraints
from starlette.requests import Request
from starlette.responses import Response

from ...commands.follow_ups import (
    approve_follow_up,
    last_follow_up,
    reject_follow_up,
    reopen_follow_up,
    rewrite_follow_up,
    withdraw_approval,
    write_anew,
)
from ...commands.letters import due_date
from ...domain.dates import Edtf
from ...domain.errors import TilsvarError
from ...domain.follow_ups import AlreadyDecided, FollowUp, Level, earliest_next
from ...domain.kinds import FollowUpStatus, Kind, LetterKind
from ...domain.letters import Letter
from ...domain.sentences import N_
from ...notifications.attached_drafts import as_word
from ...notifications.follow_up_text import FollowUpWords
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full, edtf, with_weekday
from ...wording.language import Language
from ..access import sends
from ..deeds.acting import CONFLICT, ChangedMeanwhile, reader_of
from ..deeds.done import landed
from ..facts import Fact, known
from ..forms import Day, Filled, Form, Text, Typed, blank, check, field, with_form
from ..languages import reader_language
from ..links import address
from ..names import Names
from ..rendering import page
from ..things.past import past

WORDS = FollowUpWords()
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

Letters = Annotated[str, StringConstraints(min_length=1, max_length=50_000)]


class Decision(Form):
    """The text as it stands in the form, and which of its buttons was pressed.

    `made_from` says which text the form was made from.
    """

    text: Letters = field(N_("Text"))
    on: Day = field(N_("Sent"))
    made_from: str = field("", default="")
    act: Literal["save", "approve", "bokmaal", "nynorsk"] = field("", default="save")


class DecidedMeanwhile(TilsvarError):
    """Somebody has decided about it meanwhile: it stands below as it is now."""


class Rejection(Form):
    why: Text = field(N_("Why"), default="")


@with_form
def follow_up(request: Request, typed: Typed | None) -> Response:
    """The draft as a form, or what became of it."""
    lang, key = reader_language(request), request.path_params["key"]
    office = request.app.state.tilsvar.office
    if typed is None:
        with office.reading() as work:
            return _page(request, work, work.view(FollowUp, key), None)
    form = check(Decision, typed, lang)
    if form.content is None:
        return _again(request, key, form)
    try:
        with office.work(by=reader_of(request).key) as work:
            found = work.get(FollowUp, key)
            _require_unchanged(found, form.content)
            carried_out = _decide(work, found, form.content)
            work.commit()
    except ChangedMeanwhile as error:
        return _again(request, key, form.refused(error, status=CONFLICT))
    except AlreadyDecided:
        return _again(request, key, form.refused(DecidedMeanwhile(), status=CONFLICT))
    except TilsvarError as error:
        return _again(request, key, form.refused(error))
    return carried_out


def _require_unchanged(found: FollowUp, decision: Decision) -> None:
    if found.waits and decision.made_from != _stamp(found):
        raise ChangedMeanwhile


def _decide(work: UnitOfWork, found: FollowUp, decision: Decision) -> Response:
    here = _path(found.key)
    if decision.act in ("bokmaal", "nynorsk"):
        code = "nb" if decision.act == "bokmaal" else "nn"
        write_anew(work, follow_up=found.key, words=WORDS, language=code)
        return landed(here, "follow-up-saved", about=found.key)
    text = "\n".join(decision.text.splitlines())
    if text.strip() != found.text.strip():
        rewrite_follow_up(work, follow_up=found.key, text=text)
    if decision.act == "save":
        return landed(here, "follow-up-saved", about=found.key)
    approve_follow_up(work, follow_up=found.key, words=WORDS, on=decision.on)
    return landed("/", "follow-up-approved", about=found.key)


@with_form
def reject(request: Request, typed: Typed | None) -> Response:
    """It does not go out; why may be left out."""
    lang, key = reader_language(request), request.path_params["key"]
    form = check(Rejection, typed or {}, lang)
    why = form.content.why.rstrip(".") if form.content else ""
    try:
        with request.app.state.tilsvar.office.work(by=reader_of(request).key) as work:
            reject_follow_up(work, follow_up=key, why=why)
            work.commit()
    except AlreadyDecided:
        refused = blank(Decision, lang).refused(DecidedMeanwhile(), status=CONFLICT)
        return _again(request, key, refused)
    return landed("/", "follow-up-rejected", about=key)


@with_form
def reopen(request: Request, _typed: Typed | None) -> Response:
    """The undo of a rejection."""
    lang, key = reader_language(request), request.path_params["key"]
    try:
        with request.app.state.tilsvar.office.work(by=reader_of(request).key) as work:
            reopen_follow_up(work, follow_up=key, words=WORDS)
            work.commit()
    except TilsvarError as error:
        return _again(request, key, blank(Decision, lang).refused(error, status=CONFLICT))
    return landed("/", "follow-up-reopened", about=key)


@with_form
def not_sent(request: Request, typed: Typed | None) -> Response:
    """It was approved by mistake, and waits again; why may be left out."""
    lang, key = reader_language(request), request.path_params["key"]
    form = check(Rejection, typed or {}, lang)
    why = form.content.why.rstrip(".") if form.content else ""
    try:
        with request.app.state.tilsvar.office.work(by=reader_of(request).key) as work:
            withdraw_approval(work, follow_up=key, words=WORDS, why=why)
            work.commit()
    except TilsvarError as error:
        return _again(request, key, blank(Decision, lang).refused(error, status=CONFLICT))
    return landed(_path(key), "follow-up-reopened", about=key)


def word(request: Request) -> Response:
    """The follow-up as a Word file."""
    with request.app.state.tilsvar.office.reading() as work:
        file = as_word(work.view(FollowUp, request.path_params["key"]))
    disposition = f'attachment; filename="{file.name}"'
    headers = {"Content-Disposition": disposition, "Cache-Control": "private, no-cache"}
    return Response(file.content, media_type=DOCX, headers=headers)


def _again(request: Request, key: str, form: Filled[Decision]) -> Response:
    with request.app.state.tilsvar.office.reading() as work:
        return _page(request, work, work.view(FollowUp, key), form)


def _page(
    request: Request, work: UnitOfWork, found: FollowUp, form: Filled[Decision] | None
) -> Response:
    lang, names, reader = reader_language(request), Names(work), reader_of(request)
    mine = form.value("text") if form else ""
    theirs = bool(mine) and form is not None and form.refusal == CONFLICT
    typed = {name: form.value(name) for name in ("text", "on", "act")} if form else {}
    shown = blank(
        Decision,
        lang,
        text=typed.get("text") or found.text,
        on=typed.get("on") or day_in_full(work.today, lang),
        # What is sent once more knows of the other text, which stands beside it.
        made_from=_stamp(found) if theirs or form is None else form.value("made_from"),
    )
    mistakes = form.mistakes if form else ()
    filled = Filled(Decision, lang, shown.typed, None, mistakes, form.refusal if form else 422)
    return page(
        request,
        "follow_up.html",
        work,
        status=filled.status,
        section="today",
        title=_title(found, names, work, lang),
        key=found.key,
        path=_path(found.key),
        form=filled,
        rejection=blank(Rejection, lang),
        waits=found.waits,
        approved=found.status is FollowUpStatus.APPROVED,
        may_decide=sends(request, reader.role, _path(found.key)),
        state=_state(found, lang),
        why=found.reason,
        text=found.text,
        theirs=found.text if theirs and found.text.strip() != mine.strip() else "",
        other=("nynorsk", lang.text("Write it anew in nynorsk"))
        if found.language == "nb"
        else ("bokmaal", lang.text("Write it anew in bokmål")),
        asks=[_asked(work.look(Letter, each), each, lang) for each in found.letters],
        rows=_facts(work, found, lang),
        lines=past(work, Kind.FOLLOW_UP, found.key, names, lang),
    )


def _path(key: str) -> str:
    return f"/follow-ups/{quote(key, safe='')}"


def _stamp(found: FollowUp) -> str:
    """Which text this is, and what it asks about."""
    parts = (found.status.value, found.text, found.language, *found.letters)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _title(found: FollowUp, names: Names, work: UnitOfWork, lang: Language) -> str:
    who = names.label(work.succession.on(found.department, work.today))
    return lang.text("Follow-up no. {number} to {who}", number=found.number, who=who)


STATES = {
    FollowUpStatus.DRAFTED: (N_("Draft"), "info"),
    FollowUpStatus.APPROVED: (N_("Approved"), "success"),
    FollowUpStatus.REJECTED: (N_("Rejected"), "neutral"),
    FollowUpStatus.LAPSED: (N_("Lapsed"), "neutral"),
}


def _state(found: FollowUp, lang: Language) -> tuple[str, str]:
    words, color = STATES[found.status]
    return lang.text(words), color


def _asked(letter: Letter | None, key: str, lang: Language) -> tuple[str, str, str]:
    if letter is None:
        return key, "", ""
    return letter.title, address(letter), lang.text("sent {when}", when=edtf(letter.sent, lang))


def _facts(work: UnitOfWork, found: FollowUp, lang: Language) -> list[Fact]:
    if not found.waits:
        decided = with_weekday(found.decided, lang) if found.decided else ""
        who = Names(work).people.get(found.decided_by or "", found.decided_by or "")
        letter = work.look(Letter, found.sent_as) if found.sent_as else None
        return known(
            Fact(lang.text("Decided"), decided),
            Fact(lang.text("By"), who),
            Fact(
                lang.text("Sent as"),
                letter.title if letter else "",
                address(letter) if letter else None,
            ),
        )
    due = due_date(work, LetterKind.LETTER, Edtf.on(work.today)).day
    answer_by = with_weekday(due, lang)
    last = last_follow_up(work, work.succession.on(found.department, work.today))
    earliest: date | None = earliest_next(last, work.calendar) if last else None
    signs = lang.text("the leader of the council") if found.level is Level.LEADER else ""
    return known(
        Fact(lang.text("Draft written"), with_weekday(found.drafted, lang)),
        Fact(lang.text("If sent today"), lang.text("answer due {day}", day=answer_by)),
        Fact(
            lang.text("May be sent"),
            lang.text("from {day}", day=with_weekday(earliest, lang))
            if earliest and earliest > work.today
            else "",
        ),
        Fact(lang.text("For signature by"), signs),
    )
