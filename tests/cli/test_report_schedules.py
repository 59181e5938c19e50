"""Reports that are sent by themselves, at the command line."""

from tilsvar.tests.cli.conftest import Tilsvar


def test_a_report_is_scheduled_listed_changed_stopped_and_resumed(council: Tilsvar) -> None:
    assert council("report-schedule", "list").out == "No report is sent by itself.\n"

    said = council("report-schedule", "add", "unanswered", "--to", "leader", "--to", "SEK1")
    assert said.out == "R2023-01: unanswered to 2 readers, next on 2023-03-01.\n"
    before = ("--when", "before_meeting", "--days-before", "5", "--about", "since_last")
    said = council("report-schedule", "add", "activities", "--to", "member", *before, "--as", "pdf")
    assert said.out.startswith("R2023-02: activities to ")
    rows = [" ".join(line.split()) for line in council("report-schedule", "list").out.splitlines()]
    assert rows[1] == "R2023-01 unanswered usual monthly docx leader, SEK1 2023-03-01"
    assert "activities since_last 5 working days before council meetings pdf member" in rows[2]

    due = " ".join(council("due", "--on", "2023-03-01").plain.split())
    assert "En rapport til " in due
    assert "Ubesvarte brev til departementene (R2023-01) Sendes den første virkedagen" in due

    changed = council("report-schedule", "change", "R2023-01", "--as", "link", "--to", "leader")
    assert changed.out == "R2023-01: unanswered to 1 reader, next on 2023-03-01.\n"
    assert council("report-schedule", "stop", "R2023-01").out == "R2023-01 is sent no more.\n"
    assert council("report-schedule", "list").out.splitlines()[-1].endswith("stopped")
    again = council("report-schedule", "resume", "R2023-01")
    assert again.out == "R2023-01: unanswered to 1 reader, next on 2023-03-01.\n"


def test_what_cannot_be_sent_is_said_in_a_sentence(council: Tilsvar) -> None:
    add = ("report-schedule", "add")

    assert council(*add, "weather", "--to", "leader").err == (
        "There is no report weather to send. Choose among these: unanswered, response-times, "
        "activities, since-last-meeting, annual, promises.\n"
    )
    assert "is about one person" in council(*add, "handover", "--to", "leader").err
    assert "at least one person" in council(*add, "annual").err
    assert "There is no person NOBODY" in council(*add, "annual", "--to", "NOBODY").err
    assert (
        "cannot be asked about"
        in council(*add, "annual", "--to", "leader", "--about", "last_month").err
    )
    assert council("report-schedule", "change", "R2023-01").err.startswith("Say what is")
    council(*add, "annual", "--to", "leader")
    assert "already" in council("report-schedule", "resume", "R2023-01").err


def test_days_before_nothing_are_refused_and_the_same_readers_get_it_once(
    council: Tilsvar,
) -> None:
    add = ("report-schedule", "add", "annual", "--to", "leader")
    assert council(*add).code == 0

    said = "--days-before counts days before council meetings. Say --when before_meeting with it.\n"
    assert council(*add, "--when", "monthly", "--days-before", "5").err == said
    assert council("report-schedule", "change", "R2023-01", "--days-before", "5").err == said
    meetings = ("--when", "before_meeting", "--days-before", "5")
    assert council("report-schedule", "change", "R2023-01", *meetings).code == 0
    assert council("report-schedule", "change", "R2023-01", "--days-before", "3").code == 0
    assert council("report-schedule", "change", "R2023-01", "--when", "monthly").code == 0

    assert "just so already: R2023-01" in council(*add, "--to", "LEDER").err
    assert council(*add, "--to", "SEK1").code == 0
