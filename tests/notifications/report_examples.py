"""Believable examples of the mail that brings a report at a fixed time."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from tilsvar.domain.scheduled_reports import Rhythm
from tilsvar.notifications.rendered import Attachment, Rendered
from tilsvar.notifications.report_mails import ReportLine, ReportMail, scheduled_report

SITE = "https://tilsvar.ho21.example"


def to_the_leader() -> ReportMail:
    return ReportMail(
        title="Ubesvarte brev til departementene",
        note="Til rådsmøtet på fredag.",
        until=date(2023, 2, 28),
        due=date(2023, 3, 1),
        today=date(2023, 3, 1),
        covers="1. februar 2023 til 28. februar 2023",
        made_from="Gjelder brev og notater der rådet venter svar.",
        lead=("Siden forrige liste er to brev besvart.",),
        table="Per departement",
        lines=(
            ReportLine("Helse- og omsorgsdepartementet", "Ubesvart: 2 · Over fristen: 1"),
            ReportLine("Nærings- og fiskeridepartementet", ""),
        ),
        more=1204,
        rhythm=Rhythm.MONTHLY,
        days_before=0,
        file=Attachment("unanswered-2023-02-28.docx", b"PK"),
        wanted_pdf=False,
        too_large=False,
        url=f"{SITE}/reports/unanswered?as_of=2023-02-28",
        settings_url=f"{SITE}/settings/scheduled-reports/R2023-01",
    )


def late_and_without_its_file() -> ReportMail:
    """To a member, who cannot open the pages; after an outage, and with nothing in it."""
    return replace(
        to_the_leader(),
        note="",
        today=date(2023, 4, 20),
        rhythm=Rhythm.BEFORE_MEETING,
        days_before=5,
        lines=(),
        more=0,
        file=None,
        too_large=True,
        url="",
        settings_url="",
    )


def as_word_in_the_place_of_pdf() -> ReportMail:
    return replace(to_the_leader(), wanted_pdf=True, more=1, lead=(), covers="", table="")


EXAMPLES: dict[str, Callable[[str], Rendered]] = {
    "scheduled_report": partial(scheduled_report, to_the_leader()),
    "scheduled_report late": partial(scheduled_report, late_and_without_its_file()),
    "scheduled_report pdf": partial(scheduled_report, as_word_in_the_place_of_pdf()),
}
