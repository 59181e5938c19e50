"""What the replay of the council's own register drafts; nobody approves anything there."""

import json
from datetime import datetime
from email import message_from_bytes
from email.policy import default
from io import BytesIO
from zoneinfo import ZoneInfo

from docx import Document

from tilsvar.tests.replay.outcome import Outcome

OSLO = ZoneInfo("Europe/Oslo")


def day_in_oslo(moment: str) -> str:
    return datetime.fromisoformat(moment).astimezone(OSLO).date().isoformat()


def test_drafts_come_with_the_last_rung_and_lapse_with_the_answer(first: Outcome) -> None:
    events = [json.loads(line) for line in first.files["events.jsonl"].splitlines()]

    assert [
        (day_in_oslo(each["at"]), each["subject"], each["event"], each["payload"].get("department"))
        for each in events
        if each["about"] == "follow_up"
    ] == [
        ("2016-08-01", "F2016-01", "FollowUpDrafted", "KS"),
        ("2016-09-12", "F2016-01", "FollowUpLapsed", None),
        ("2020-09-10", "F2020-01", "FollowUpDrafted", "HOD"),
        ("2020-09-10", "F2020-02", "FollowUpDrafted", "KMD"),
        ("2020-09-10", "F2020-03", "FollowUpDrafted", "KD"),
        ("2020-09-30", "F2020-01", "FollowUpLapsed", None),
        ("2020-09-30", "F2020-02", "FollowUpLapsed", None),
        ("2020-09-30", "F2020-03", "FollowUpLapsed", None),
        # L2021-02, which L2021-03 joins.
        ("2021-04-22", "F2021-01", "FollowUpDrafted", "HOD"),
        ("2021-06-24", "F2021-01", "FollowUpExtended", None),
        ("2022-12-15", "F2022-01", "FollowUpDrafted", "NFD"),
    ]
    assert not [each for each in events if each["event"] == "FollowUpSent"]


def test_only_the_last_reminders_have_files_with_them(first: Outcome) -> None:
    with_files = {}
    for name, content in first.mails.items():
        files = [
            part.get_payload(decode=True)
            for part in message_from_bytes(content, policy=default).iter_attachments()
        ]
        if files:
            with_files[name] = files

    # The digests of the days on which the last rung of a letter is told.
    days = ("2016-08-01", "2020-09-10", "2021-04-22", "2021-06-24", "2022-12-15")
    assert set(with_files) == {
        f"{day}-Digest-{who}"
        for day in days
        for who in (("SEK",) if day == "2016-08-01" else ("SEK", "SEK1", "SEK2", "LEDER"))
    }
    assert len(with_files["2020-09-10-Digest-LEDER"]) == 3
    (purring,) = with_files["2021-06-24-Digest-LEDER"]
    assert isinstance(purring, bytes)
    text = "\n".join(each.text for each in Document(BytesIO(purring)).paragraphs)
    assert "Kommentarer til publisert Nasjonal handlingsplan" in text
    assert "Bærekraftig helsetjeneste" in text
