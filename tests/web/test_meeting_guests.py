"""Who is to take part in a meeting is ticked where that is likely, and written otherwise."""

from tilsvar.commands.council import register_organisation
from tilsvar.commands.meetings import schedule_meeting
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import MeetingKind
from tilsvar.domain.meetings import Meeting, MeetingTime
from tilsvar.tests.web.reader import Page
from tilsvar.tests.web.test_meetings import secretary
from tilsvar.tests.web.visitor import House


def test_of_many_organisations_the_likely_ones_are_ticked_and_all_others_written(
    house: House,
) -> None:
    with house.app.office.work(by="SEK1") as work:
        for number in range(100, 160):
            name = f"Foretak {number}"
            register_organisation(work, key=f"F{number}", name=name, kind="organisation")
        schedule_meeting(
            work,
            key="M2023-80",
            title="Dialogmøte",
            time=MeetingTime(Edtf("2023-03-01")),
            kind=MeetingKind.DIALOGUE,
            participants=["F142", "SEK1"],
        )
        work.commit()
    visitor = secretary(house)

    form = visitor.open("/meetings/new?kind=dialogue&participants=F101")
    assert [each for each in offered(form) if each.startswith("F1")] == ["F101", "F142"]
    proposed = [each.get("value") for each in form.all(".//datalist/option")]
    assert "Foretak 130 (F130)" in proposed
    assert "Foretak 142 (F142)" not in proposed

    told = {"title": "Nytt dialogmøte", "kind": "dialogue", "on": "5.5.2023"}
    page = visitor.send("/meetings/new", 422, **told, participants="F101", others="Foretak 13")
    assert "Skriv mer av navnet" in page.text
    page = visitor.send("/meetings/new", **told, participants="F101", others="f130; Foretak 131")
    key = page.address.rpartition("/")[2].partition("?")[0]
    with house.app.office.reading() as work:
        assert work.view(Meeting, key).participants == ("F101", "F130", "F131")

    # A person who takes part is kept when the meeting is corrected.
    form = visitor.open("/meetings/M2023-80/edit")
    ticked = [each for each in form.all(".//input") if each.get("checked") is not None]
    assert [each.get("value") for each in ticked] == ["F142", "SEK1"]


def offered(page: Page) -> list[str]:
    boxes = [each for each in page.all(".//input") if each.get("name") == "participants"]
    return [each.get("value", "") for each in boxes]
