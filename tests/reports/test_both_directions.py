"""The whole report for programs and as text: what has changed, and what we owe others, too."""

import json

from tilsvar.commands.consultations import publish_consultation
from tilsvar.commands.snapshots import keep_snapshot
from tilsvar.domain.dates import Edtf
from tilsvar.domain.snapshots import UNANSWERED, FrozenFile
from tilsvar.reports.both_directions import both_directions
from tilsvar.reports.render_both import both_in_text
from tilsvar.reports.render_json import plain_row, unanswered_json
from tilsvar.reports.unanswered import unanswered
from tilsvar.tests.reports.council import Council
from tilsvar.wording.language import language

THEN, NOW = Edtf("2022-12-31").day, Edtf("2023-02-03").day
NB = language("nb")


def test_json_and_text_tell_of_changes_and_of_what_we_owe_as_the_page_does(
    council: Council,
) -> None:
    answered = council.send("2022-10-03", "NFD", title="Om helsenæring")
    with council.work() as work:
        rows = [plain_row(row) for row in unanswered(work, THEN).rows]
        keep_snapshot(
            work, report=UNANSWERED, as_of=THEN, rows=rows, files=[FrozenFile("json", b"{}")]
        )
        work.commit()
    council.receive(answered, "NFD", "2023-01-20")
    with council.work() as work:
        publish_consultation(
            work,
            key="C1",
            title="Høring om pleie",
            publisher="KMD",
            published=Edtf("2022-12-01"),
            deadline=Edtf("2023-01-20"),
        )
        work.commit()

    with council.reading() as work:
        found = both_directions(work, NOW)
        document = json.loads(unanswered_json(found, NB))
        text = both_in_text(found, work, NB).replace("\N{NO-BREAK SPACE}", " ")

    assert (document["report"], document["changed_since"]) == ("unanswered", "2022-12-31")
    assert document["changes"] == [
        {
            "change": "answered",
            "letter": answered,
            "title": "Om helsenæring",
            "department": "NFD",
            "sent": "2022-10-03",
            "days_then": 89,
            "days_now": None,
        }
    ]
    assert document["owed_by_us"] == [
        {
            "consultation": "C1",
            "title": "Høring om pleie",
            "kind": "consultation",
            "publisher": "KDD",
            "deadline": "2023-01-20",
            "days_late": 14,
        }
    ]
    assert "Endringer\n\nSiden listen per 31. desember 2022: 0 ny, 1 besvart" in text
    assert "14 dager over fristen" in text
    assert text.splitlines()[-1] == document["made_from"]
