"""The mail of a scheduled report: what it says, the file in it, and what goes where none can."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from docx import Document as Word

from tilsvar.bootstrap import App
from tilsvar.commands.letters import receive_reply, send_letter
from tilsvar.commands.scheduled_reports import change_schedule
from tilsvar.commands.signing_in import choose_language
from tilsvar.domain.dates import Edtf
from tilsvar.domain.scheduled_reports import Rhythm, Span
from tilsvar.notifications.rendered import WORD
from tilsvar.tests.notifications.scripted_server import ScriptedServer
from tilsvar.tests.reports.pango import without_pango
from tilsvar.tests.servers.office import HandBell, set_clock
from tilsvar.tests.workers.invited import do
from tilsvar.tests.workers.scheduled import it_is, look, plan, sent
from tilsvar.workers.report_mail import ReportWriter

SQLITE = pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
DUE = "2023-03-01"
HOD = "Helse- og omsorgsdepartementet"


def ask(app: App, key: str = "L2023-01", on: str = "2023-01-10", title: str = "Helsedata") -> None:
    do(app.office, send_letter, key=key, title=title, sent=Edtf(on), recipients=["HOD"])


def subject(message: EmailMessage) -> str:
    return " ".join(str(message["Subject"]).split())


def said(message: EmailMessage, kind: str = "plain") -> str:
    body = message.get_body((kind,))
    assert body is not None
    text: str = body.get_content()
    return " ".join(text.split())


def files(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for each in message.iter_attachments():
        content = each.get_payload(decode=True)
        assert isinstance(content, bytes)
        yield str(each.get_filename()), content


def to_leader(server: ScriptedServer) -> EmailMessage:
    (message,) = [message for to, message in server.accepted if to == "leder@ho21.example"]
    return message


def test_the_leader_gets_the_list_of_unanswered_letters_in_word(
    smtp_app: App, bell: HandBell, server: ScriptedServer
) -> None:
    ask(smtp_app)
    plan(smtp_app, ending="docx", note="Til møtet på fredag.")

    # What comes on the day itself is for the next time, whatever hour the mail leaves.
    it_is(smtp_app, DUE, "07:00")
    do(smtp_app.office, receive_reply, letter="L2023-01", sender="HOD", received=Edtf(DUE))
    look(smtp_app, bell, DUE)

    message = to_leader(server)
    assert subject(message) == "Ubesvarte brev til departementene per 28. februar 2023"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "nb"
    assert "R2023-01 2023-03-01 LEDER" in str(message["X-Tilsvar-Key"])
    text = said(message)
    for words in (
        "Til møtet på fredag. Rapporten viser hva som hadde skjedd til og med 28. februar 2023.",
        f"{HOD} Ubesvart: 1",
        "http://localhost:8000/reports/unanswered?as_of=2023-02-28",
        "http://localhost:8000/settings/scheduled-reports/R2023-01",
        "rapporten skal sendes til deg den første virkedagen i hver måned",
    ):
        assert words in text
    assert "forsinket" not in text
    assert HOD in said(message, "html")
    ((name, content),) = files(message)
    assert name == "unanswered-2023-02-28.docx"
    cells = [cell.text for table in Word(BytesIO(content)).tables for cell in table._cells]
    assert any("Helsedata" in each for each in cells)


@SQLITE
def test_each_reader_gets_it_in_their_own_language_and_members_no_links(
    smtp_app: App, bell: HandBell, server: ScriptedServer
) -> None:
    ask(smtp_app)
    do(smtp_app.office, choose_language, person="LEDER", language="en")
    do(smtp_app.office, choose_language, person="MEDLEM1", language="nn")
    plan(smtp_app, roles=("leader", "member"))

    look(smtp_app, bell, DUE)

    messages = {to.partition("@")[0]: message for to, message in server.accepted}
    assert "Unanswered letters" in subject(messages["leder"])
    assert messages["medlem1"]["Content-Language"] == "nn"
    text = said(messages["medlem1"])
    assert "Sei frå til sekretariatet." in text
    assert "http" not in text
    assert "<a " not in said(messages["medlem1"], "html")
    assert not any(list(files(each)) for each in messages.values())


@SQLITE
def test_in_excel_with_real_dates_for_the_month_that_is_over(
    smtp_app: App, bell: HandBell, server: ScriptedServer
) -> None:
    ask(smtp_app, "L2022-01", "2022-11-10", "For lenge siden")
    set_clock(smtp_app.office, datetime(2023, 2, 10, 12, tzinfo=UTC))
    ask(smtp_app, "L2023-01", "2023-02-10", "Denne måneden")
    plan(smtp_app, report="annual", span=Span.THIS_YEAR, ending="xlsx")

    look(smtp_app, bell, DUE)

    message = to_leader(server)
    assert "from=2023-01-01&to=2023-12-31" in said(message)
    ((name, content),) = files(message)
    assert name == "annual-2023-02-28.xlsx"
    book = openpyxl.load_workbook(BytesIO(content))
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "2023-02-10" in [str(each.date()) for each in cells if isinstance(each, datetime)]
    assert "Denne måneden" in cells
    assert "For lenge siden" not in cells


@SQLITE
def test_after_an_outage_it_says_for_which_day_it_was_and_tells_what_is_new_since_the_last(
    smtp_app: App, bell: HandBell, server: ScriptedServer
) -> None:
    plan(smtp_app, report="activities", span=Span.SINCE_LAST)
    look(smtp_app, bell, DUE)
    server.accepted.clear()

    look(smtp_app, bell, "2023-06-20", "11:00")

    message = to_leader(server)
    assert subject(message).endswith("per 31. mai 2023")
    text = said(message)
    assert "Den skulle vært sendt torsdag 1. juni 2023, men er forsinket." in text
    assert "as_of=2023-05-31&from=2023-03-01&to=2023-05-31" in text


@SQLITE
def test_where_no_pdf_can_be_made_word_goes_and_is_said_so(
    smtp_app: App, bell: HandBell, server: ScriptedServer
) -> None:
    plan(smtp_app, ending="pdf")

    with without_pango():
        look(smtp_app, bell, DUE)

    ((name, content),) = files(to_leader(server))
    assert name.endswith(".docx")
    assert ZipFile(BytesIO(content)).testzip() is None
    assert "Rapporten kommer som Word-fil" in said(to_leader(server))


@SQLITE
def test_a_file_that_is_too_large_stays_where_it_is_and_the_mail_leads_to_it(
    smtp_app: App, bell: HandBell, server: ScriptedServer
) -> None:
    ask(smtp_app)
    plan(smtp_app, ending="docx")
    writer = ReportWriter("Rådet", "http://localhost:8000", smtp_app.lang, largest_file=1000)
    narrow = replace(smtp_app, post=replace(smtp_app.post, writers=writer.writers()))

    look(narrow, bell, DUE)

    message = to_leader(server)
    assert list(files(message)) == []
    assert "Filen er for stor for en e-post" in said(message)
    assert "http://localhost:8000/reports/unanswered?as_of=2023-02-28" in said(message)


@SQLITE
def test_what_is_decided_between_the_ring_and_the_mail_is_what_goes(
    smtp_app: App, bell: HandBell, server: ScriptedServer
) -> None:
    schedule = plan(smtp_app, roles=("leader", "member"), ending="csv")
    it_is(smtp_app, DUE)
    smtp_app.handlers()["report"](schedule.key)
    do(
        smtp_app.office,
        change_schedule,
        schedule=schedule.key,
        report="promises",
        span=Span.LAST_MONTH,
        ending="json",
        rhythm=Rhythm.MONTHLY,
        days_before=0,
        people=(),
        roles=("leader",),
        note="",
    )

    look(smtp_app, bell, DUE, "07:31")

    assert sent(smtp_app) == [(DUE, "LEDER", "sent"), (DUE, "MEDLEM1", "withdrawn")]
    ((name, _),) = files(to_leader(server))
    assert name == "promises-2023-02-28.json"
    assert WORD not in [each.get_content_type() for each in to_leader(server).iter_attachments()]
