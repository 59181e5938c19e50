"""Each fact is recorded by one command and seen by the next."""

import json
from typing import Any

from tilsvar.tests.cli.conftest import Said, Tilsvar


def rows(tilsvar: Tilsvar, day: str = "2023-02-03") -> list[dict[str, Any]]:
    said = tilsvar("report", "unanswered", "--as-of", day, "--format", "json")
    found: list[dict[str, Any]] = json.loads(said.out)["rows"]
    return found


def states(tilsvar: Tilsvar, letter: str, day: str = "2023-02-03") -> dict[str, str]:
    return {
        row["addressed_to"]: row["state"] for row in rows(tilsvar, day) if row["letter"] == letter
    }


CALENDAR = ("calendar", "export", "council")


def done(said: Said) -> str:
    assert (said.code, said.err) == (0, "")
    return said.out


def test_a_letter_is_sent_followed_up_and_answered(council: Tilsvar) -> None:
    said = done(
        council(
            *("letter", "sent", "--title", "Helsedata", "--to", "HOD", "--to", "KD"),
            *("--on", "2.1.2023", "--responsible", "SEK1", "--by", "SEK1"),
        )
    )
    letter = said.split()[0]
    assert (
        said == f"{letter} sent 2023-01-02: HOD answers by 2023-02-02, KD answers by 2023-02-02.\n"
    )
    assert states(council, letter) == {"HOD": "overdue", "KD": "overdue"}

    done(
        council(
            *("letter", "sent", "--title", "Purring", "--to", "HOD", "--on", "2023-02-03"),
            *("--follows-up", letter, "--no-answer"),
        )
    )
    follow_ups = {
        r["addressed_to"]: r["follow_ups"] for r in rows(council) if r["letter"] == letter
    }
    assert follow_ups == {"HOD": 1, "KD": 0}

    said = done(council("reply", "received", letter, "--from", "HOD", "--on", "2023-02-03"))
    assert "it is closed" in said
    assert states(council, letter) == {"KD": "overdue"}
    assert "SEK1" not in done(council("explain", f"{letter}/KD"))
    assert "Saksbehandler 1: Tilsvar satte" in council("explain", f"{letter}/KD").plain


def test_an_interim_reply_promises_a_date_and_can_be_withdrawn(council: Tilsvar) -> None:
    interim = ("reply", "received", "L2022-06", "--from", "NFD", "--kind", "interim")
    said = done(council(*interim, "--promised", "våren 2023"))
    assert said == (
        "L2022-06/NFD: interim reply from NFD recorded; it stays open, due 2023-05-31.\n"
    )
    assert states(council, "L2022-06") == {"NFD": "interim"}
    assert "Lovet" in done(council("explain", "L2022-06"))

    done(council("reply", "withdraw", "L2022-06", "--from", "NFD", "--why", "Gjaldt en annen sak"))
    assert states(council, "L2022-06") == {"NFD": "overdue"}
    assert "Gjaldt en annen sak" in council("explain", "L2022-06").out


def test_an_answer_is_put_off_signed_off_and_opened_again(council: Tilsvar) -> None:
    sent_to = ("L2022-06", "--from", "NFD")
    done(council("letter", "move-due", *sent_to, "--to", "2023-03-01", "--why", "Avtalt"))
    assert states(council, "L2022-06") == {"NFD": "awaiting"}

    done(council("letter", "sign-off", *sent_to, "--code", "TE"))
    assert states(council, "L2022-06") == {}

    done(council("letter", "withdraw-sign-off", *sent_to, "--why", "Feil brev"))
    assert states(council, "L2022-06") == {"NFD": "awaiting"}


def test_a_letter_with_a_wrong_date_is_corrected_and_its_date_worked_out_again(
    council: Tilsvar,
) -> None:
    done(council("letter", "correct", "L2022-06", "--on", "2022-10-04", "--title", "Helsenæring"))

    row = next(each for each in rows(council) if each["letter"] == "L2022-06")
    assert (row["title"], row["sent"], row["due"]) == ("Helsenæring", "2022-10-04", "2022-11-04")


def test_a_letter_that_was_registered_by_mistake_is_withdrawn_and_restored(
    council: Tilsvar,
) -> None:
    done(council("letter", "withdraw", "L2022-06", "--why", "Registrert to ganger"))
    assert states(council, "L2022-06") == {}

    refused = council("letter", "withdraw", "L2022-06", "--why", "Igjen")
    assert refused.code == 1
    assert "L2022-06 is withdrawn" in refused.err

    done(council("letter", "restore", "L2022-06"))
    assert states(council, "L2022-06") == {"NFD": "overdue"}


def test_with_a_letter_to_kmd_left_open_kdd_is_asked(council: Tilsvar) -> None:
    said = done(council("letter", "sent", "--title", "Åpent", "--to", "KMD", "--on", "2021-11-01"))
    letter = said.split()[0]

    row = next(each for each in rows(council, "2022-02-01") if each["letter"] == letter)
    assert (row["department"], row["addressed_to"]) == ("KDD", "KMD")

    done(council("reply", "received", letter, "--from", "KDD", "--on", "2022-02-10"))
    assert states(council, letter, "2022-02-10") == {}


def test_a_consultation_is_published_moved_and_submitted_late(council: Tilsvar) -> None:
    said = done(
        council(
            *("consultation", "published", "--title", "Ny lov", "--publisher", "HOD"),
            *("--deadline", "2023-02-20", "--on", "2023-01-09", "--key", "C2023-90"),
        )
    )
    assert said == "C2023-90 published by HOD; the deadline is 2023-02-20.\n"

    done(council("consultation", "moved", "C2023-90", "--deadline", "2.2.2023"))
    assert "torsdag 2. februar 2023" in council("explain", "C2023-90").plain

    said = done(council("consultation", "submitted", "C2023-90"))
    assert said == "C2023-90 submitted 2023-02-03, after the deadline.\n"


def test_a_consultation_is_declined_only_once(council: Tilsvar) -> None:
    new = ("consultation", "published", "--title", "Ny lov", "--publisher", "HOD")
    done(council(*new, "--key", "C2023-90"))
    done(council("consultation", "declined", "C2023-90"))

    again = council("consultation", "declined", "C2023-90")

    assert (again.code, again.out) == (1, "")
    assert again.err == "C2023-90 is already declined. Nothing more is asked about it.\n"


def test_an_op_ed_goes_from_draft_to_the_paper(council: Tilsvar) -> None:
    said = done(council("op-ed", "start", "--title", "Helsedata for alle", "--status", "draft"))
    op_ed = said.split()[0]
    assert "har ligget urørt" in done(council("explain", op_ed))

    nowhere = council("op-ed", "update", op_ed, "--status", "published")
    assert nowhere.code == 1
    assert "outlet" in nowhere.err

    said = done(council("op-ed", "update", op_ed, "--status", "published", "--outlet", "DM"))
    assert said == f"{op_ed} is published in DM; last touched 2023-02-03.\n"


def test_an_op_ed_goes_to_the_members_and_from_one_outlet_to_the_next(council: Tilsvar) -> None:
    start = ("op-ed", "start", "--title", "Helsedata", "--key", "O2023-90", "--with", "NFR")
    done(council(*start, "--status", "draft"))
    update = ("op-ed", "update", "O2023-90", "--status")

    said = done(council(*update, "circulated", "--comments-by", "17.2.2023"))
    assert said.endswith("last touched 2023-02-03; comments by 2023-02-17.\n")
    assert "Merknadsfrist  fredag 17. februar 2023" in council("explain", "O2023-90").plain

    done(council(*update, "submitted", "--outlet", "BT"))
    assert "Sendt inn  fredag 3. februar 2023" in council("explain", "O2023-90").plain
    both = council(*update, "submitted", "--outlet", "DM")
    assert both.err == (
        "O2023-90 waits for an answer from BT: record first that it was rejected.\n"
    )
    done(council(*update, "rejected"))
    done(council(*update, "published", "--outlet", "DM"))
    assert "Det er ikke noe å vente på." in council("explain", "O2023-90").plain

    signed = done(council("op-ed", "cosign", "O2023-90", "--with", "UIO"))
    assert signed == "O2023-90 is signed by the council and NFR, UIO.\n"
    said = done(council("op-ed", "reaction", "O2023-90", "--text", "Kommentar fra en leser"))
    assert said == "O2023-90 had a reaction: Kommentar fra en leser\n"


def test_a_meeting_says_what_it_is_about_and_how_to_take_part(council: Tilsvar) -> None:
    link = "https://video.example.no/rom/42"
    done(
        council(
            *("meeting", "schedule", "--title", "Verksted", "--kind", "workshop"),
            *("--start", "2023-03-27", "--key", "M2023-92", "--area", "VERDISKAPING"),
            *("--agenda", "1. Referat\n2. Årsrapport", "--join-url", link),
        )
    )
    said = done(council("meeting", "correct", "M2023-92", "--place", "Lysaker", "--agenda", ""))
    assert said == "M2023-92 is corrected.\n"

    calendar = done(council("calendar", "export", "council"))
    event = calendar[calendar.index("SUMMARY:Verksted") :].partition("END:VEVENT")[0]
    assert "LOCATION:Lysaker" in event
    assert "Saksliste" not in event
    assert link not in calendar

    wrong = council("meeting", "correct", "M2023-92", "--papers-url", "papirer.docx")
    assert (wrong.code, "is no web address" in wrong.err) == (1, True)
    nothing = council("meeting", "correct", "M2023-92")
    assert (nothing.code, "name something to correct" in nothing.err) == (2, True)


def test_a_meeting_is_scheduled_moved_held_and_another_cancelled(council: Tilsvar) -> None:
    meeting = ("meeting", "schedule", "--title", "Ekstra rådsmøte", "--key", "M2023-90")
    hours = ("--start", "2023-03-27T10:00", "--end", "2023-03-27T12:00")
    assert done(council(*meeting, *hours)) == "M2023-90 is scheduled for 2023-03-27.\n"
    assert "DTSTART;TZID=Europe/Oslo:20230327T100000" in done(council(*CALENDAR))

    done(council("meeting", "move", "M2023-90", "--start", "28.3.2023 kl. 09.00"))
    assert "DTSTART;TZID=Europe/Oslo:20230328T090000" in done(council(*CALENDAR))

    early = council("meeting", "held", "M2023-90")
    assert (early.code, "M2023-90 is on 2023-03-28" in early.err) == (1, True)
    done(council("meeting", "held", "M2023-01"))
    other = ("meeting", "schedule", "--title", "Verksted", "--kind", "workshop")
    done(council(*other, "--start", "mai 2023", "--planned", "--key", "M2023-91"))
    done(council("meeting", "cancel", "M2023-91"))
    assert "STATUS:CANCELLED" in done(council(*CALENDAR))


def test_a_deadline_is_set_moved_met_and_another_cancelled(council: Tilsvar) -> None:
    deadline = ("deadline", "set", "--title", "Melding", "--due", "våren 2023")
    said = done(council(*deadline, "--kind", "external_publication", "--key", "D2023-90"))
    assert said == "D2023-90 is set to 2023-21.\n"

    done(council("deadline", "move", "D2023-90", "--due", "innen 8. mars 2023"))
    assert "innen 8. mars 2023" in council("explain", "D2023-90").plain
    done(council("deadline", "met", "D2023-90", "--on", "2023-02-01"))
    assert "Avsluttet  onsdag 1. februar 2023" in council("explain", "D2023-90").plain

    done(council(*deadline, "--key", "D2023-91"))
    done(council("deadline", "cancel", "D2023-91"))
