"""What the replay of the council's own register drafts; nobody approves anything there."""

import json
from email import message_from_bytes
from email.policy import default
from io import BytesIO

from docx import Document

from tilsvar.tests.replay.outcome import Outcome


def test_drafts_come_with_the_last_rung_and_lapse_with_the_answer(first: Outcome) -> None:
    events = [json.loads(line) for line in first.files["events.jsonl"].splitlines()]

    assert [
        (each["at"][:10], each["subject"], each["event"], each["payload"].get("department"))
        for each in events
        if each["about"] == "follow_up"
    ] == [
        ("2016-08-01", "F2016-01", "FollowUpDrafted", "KS"),
        # Entered at midnight in Oslo on 12 September 2016 and on 30 September 2020.
        ("2016-09-11", "F2016-01", "FollowUpLapsed", None),
        ("2020-09-10", "F2020-01", "FollowUpDrafted", "HOD"),
        ("2020-09-10", "F2020-02", "FollowUpDrafted", "KMD"),
        ("2020-09-10", "F2020-03", "FollowUpDrafted", "KD"),
        ("2020-09-29", "F2020-01", "FollowUpLapsed", None),
        ("2020-09-29", "F2020-02", "FollowUpLapsed", None),
        ("2020-09-29", "F2020-03", "FollowUpLapsed", None),
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

    assert {name.rsplit("-", 1)[0] for name in with_files} == {
        name.rsplit("-", 1)[0] for name in first.mails if "-30wd-" in name
    }
    (purring,) = with_files["2021-06-24-ReplyOverdue-L2021-03-HOD-30wd-LEDER"]
    assert isinstance(purring, bytes)
    text = "\n".join(each.text for each in Document(BytesIO(purring)).paragraphs)
    assert "Kommentarer til publisert Nasjonal handlingsplan" in text
    assert "Bærekraftig helsetjeneste" in text
