"""Reports that are sent by e-mail at fixed times: which, when and to whom; begun, changed, stopped.

A report is chosen first, since what can be asked differs from one to another.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ...commands import scheduled_reports as commands
from ...domain.scheduled_reports import ENDINGS, ROLES, SPANS, Rhythm, ScheduledReport, Span
from ...reports.catalogue import REPORTS
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ...wording.numbers import capitalised
from ...wording.schedules import ROLES as ROLE_WORDS
from ...wording.schedules import file_in_words, rhythm_in_words
from ..access import sender
from ..deeds.fields import OFFICE
from ..forms import Filled, Typed, with_form
from ..languages import reader_language
from ..lists.folding import folded
from ..names import Names
from ..rendering import page
from ..settings.acting import pressed
from ..settings.changes import SCHEDULES, SENDINGS, changes, of_subject, setting_done, stamp
from ..settings.pages import Change, change_page, setting_page
from ..settings.schedules import (
    AT,
    FIVE,
    PATH,
    ScheduleForm,
    Told,
    address,
    facts_of,
    in_a_line,
    spans,
    title,
    when_sent,
)

FOR_MEETINGS = ("activities", "since-last-meeting")
"""What goes with the papers of a council meeting."""

ACTS = {"stop": commands.stop_schedule, "resume": commands.resume_schedule}


def scheduled_reports(request: Request) -> Response:
    """All of them, those that are stopped below, and what was changed."""
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        every, names = commands.scheduled_reports(work), Names(work)
        return page(
            request,
            "scheduled_reports.html",
            work,
            section="settings",
            done=setting_done(request, work, lang),
            may=sender(request),
            going=[in_a_line(each, work, names, lang) for each in every if not each.stopped],
            stopped=[in_a_line(each, work, names, lang) for each in every if each.stopped],
            lines=changes(work, SCHEDULES, lang),
        )


def scheduled_report(request: Request) -> Response:
    """One of them: what was decided, when it goes next, and its history with every sending."""
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        found = work.view(ScheduledReport, request.path_params["key"])
        return page(
            request,
            "scheduled_report.html",
            work,
            section="settings",
            done=setting_done(request, work, lang),
            may=sender(request),
            schedule=found,
            title=title(found, lang),
            when=when_sent(found, lang),
            href=address(found.key),
            facts=facts_of(found, work, Names(work), lang),
            made_from=stamp(work, of_subject(SCHEDULES, found.key)),
            lines=changes(work, of_subject(SENDINGS, found.key), lang),
        )


@with_form
def new_scheduled_report(request: Request, typed: Typed | None) -> Response:
    """The reports to choose from; with `?report=` the form that says when and to whom."""
    asked = request.query_params.get("report", "")
    return change_page(request, typed, NEW, _new, **_usual(asked))


def _send(work: UnitOfWork, said: ScheduleForm) -> None:
    commands.schedule_report(work, report=said.report, **said.wish)


NEW = Change(ScheduleForm, SCHEDULES, PATH, _send, fields=AT, adds=True)


def _usual(report: str) -> dict[str, Any]:
    """What the form proposes; whom it goes to is left to the one who fills it in."""
    rhythm = Rhythm.BEFORE_MEETING if report in FOR_MEETINGS else Rhythm.MONTHLY
    return {
        "report": report,
        "span": Span.USUAL.value,
        "rhythm": rhythm.value,
        "days_before": FIVE,
        "ending": ENDINGS[0],
    }


def _new(request: Request, form: Filled[ScheduleForm]) -> Response:
    report, lang = form.value("report"), reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        if report not in SPANS:
            return setting_page(
                request,
                "scheduled_report_choose.html",
                work,
                form,
                SCHEDULES,
                path=f"{PATH}/new",
                reports=[
                    (name, lang.text(REPORTS[name].title), lang.text(REPORTS[name].sentence))
                    for name in SPANS
                ],
            )
        names = Names(work)
        sent = [
            in_a_line(each, work, names, lang)
            for each in commands.scheduled_reports(work)
            if each.report == report and not each.stopped
        ]
        return _form(request, work, form, report=report, path=f"{PATH}/new", sent=sent)


@with_form
def change_scheduled_report(request: Request, typed: Typed | None) -> Response:
    """Another rhythm, other readers, another format; the report stays the one it is."""
    with request.app.state.tilsvar.office.reading() as work:
        found = work.view(ScheduledReport, request.path_params["key"])
        key, report = found.key, found.report

    def act(work: UnitOfWork, said: ScheduleForm) -> None:
        commands.change_schedule(work, schedule=key, report=report, **said.wish)

    def show(request: Request, form: Filled[ScheduleForm]) -> Response:
        with request.app.state.tilsvar.office.reading() as work:
            path = f"{address(key)}/change"
            return _form(request, work, form, report=report, path=path, key=key)

    change = Change(ScheduleForm, of_subject(SCHEDULES, key), address(key), act, fields=AT)
    return change_page(request, typed, change, show, **_now(found))


def _now(found: ScheduledReport) -> dict[str, Any]:
    return {
        "report": found.report,
        "span": found.span.value,
        "rhythm": found.rhythm.value,
        "days_before": str(found.days_before) if found.rhythm is Rhythm.BEFORE_MEETING else FIVE,
        "roles": list(found.roles),
        "people": list(found.people),
        "ending": found.ending,
        "note": found.note,
    }


@with_form
def scheduled_report_act(request: Request, typed: Typed | None) -> Response:
    """Send it no more, or again."""
    name = request.path_params["act"]
    if name not in ACTS:
        raise HTTPException(404)
    with request.app.state.tilsvar.office.reading() as work:
        key = work.view(ScheduledReport, request.path_params["key"]).key

    def act(work: UnitOfWork) -> None:
        ACTS[name](work, schedule=key)

    return pressed(request, typed, of_subject(SCHEDULES, key), act, address(key))


def _form(
    request: Request,
    work: UnitOfWork,
    form: Filled[ScheduleForm],
    *,
    report: str,
    path: str,
    key: str = "",
    sent: Sequence[Told] = (),
) -> Response:
    lang = reader_language(request)
    return setting_page(
        request,
        "scheduled_report_form.html",
        work,
        form,
        of_subject(SCHEDULES, key),
        path=path,
        back=address(key) if key else PATH,
        new=not key,
        report=report,
        title=lang.text(REPORTS[report].title),
        spans=spans(report, lang),
        rhythms=[(each.value, _rhythm(each, lang)) for each in Rhythm],
        roles=[(each.value, capitalised(lang.text(ROLE_WORDS[each]))) for each in ROLES],
        people=_people(work, form.values("people")),
        endings=[(each, capitalised(file_in_words(each, lang))) for each in ENDINGS],
        sent=sent,
    )


def _rhythm(rhythm: Rhythm, lang: Language) -> str:
    """How many days before the meetings is asked for in a field of its own."""
    if rhythm is Rhythm.BEFORE_MEETING:
        return lang.text("Before each council meeting")
    return capitalised(rhythm_in_words(rhythm, 0, lang))


def _people(work: UnitOfWork, chosen: Iterable[str]) -> list[tuple[str, str]]:
    """Everybody with a role today, the office first; and who was chosen and has left since."""
    here = [each for each in work.people if each.active_on(work.today) or each.key in chosen]
    here.sort(key=lambda each: (each.role not in OFFICE, folded(each.name)))
    return [(each.key, each.name) for each in here]
