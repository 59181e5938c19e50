"""The page of all reports, each with a sentence."""

from starlette.requests import Request
from starlette.responses import Response

from ...domain.sentences import N_
from ...reports.catalogue import REPORTS as MADE
from ..access import opener
from ..languages import reader_language
from ..rendering import page

REPORTS: tuple[tuple[str, str, str], ...] = (
    *((f"/reports/{each.name}", each.title, each.sentence) for each in MADE.values()),
    (
        "/reports/attendance",
        N_("Attendance at the council's meetings"),
        N_("Who was there, meeting by meeting and member by member, and whether it could decide."),
    ),
    (
        "/reports/minutes",
        N_("Papers and minutes"),
        N_(
            "When the papers and minutes of each meeting went out, and which meeting approved them."
        ),
    ),
    (
        "/settings/scheduled-reports",
        N_("Reports sent at fixed times"),
        N_("Which reports go out by e-mail by themselves, when and to whom."),
    ),
    (
        "/due",
        N_("What goes out"),
        N_("Which e-mails go out on a day, to whom and why; and what is held back."),
    ),
    (
        "/history",
        N_("History"),
        N_("Everything that was registered and everything that Tilsvar has done, newest first."),
    ),
)


def reports(request: Request) -> Response:
    lang, may = reader_language(request), opener(request)
    with request.app.state.tilsvar.office.reading() as work:
        return page(
            request,
            "reports.html",
            work,
            section="reports",
            reports=[
                (href, lang.text(title), lang.text(sentence))
                for href, title, sentence in REPORTS
                if may(href)
            ],
        )
