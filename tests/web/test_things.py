"""The pages that links in mails and calendars lead to, and the history of everything."""

from tilsvar.tests.web.reader import Reader


def test_a_consultation_tells_its_deadline_its_state_and_the_dates_before_it(
    reader: Reader,
) -> None:
    page = reader.open("/consultations/C2021-02")

    facts = page.section("facts")
    assert "Fra Kunnskapsdepartementet" in facts
    assert "Frist fredag 10. september 2021" in facts
    assert "Status under arbeid" in facts
    assert "/deadlines/D2021-01" in page.links()


def test_a_submitted_consultation_leads_to_the_letter_that_answered_it(reader: Reader) -> None:
    assert "/letters/L2022-10" in reader.open("/consultations/C2023-01").links()


def test_an_imprecise_deadline_is_said_as_a_person_says_it(reader: Reader) -> None:
    assert "Ventet våren 2023" in reader.open("/deadlines/D2023-10").section("facts")
    assert "Ventet innen 8. mars 2023" in reader.open("/deadlines/D2023-04").section("facts")


def test_an_op_ed_names_its_outlet_and_who_signed_with_the_council(reader: Reader) -> None:
    facts = reader.open("/op-eds/O2022-02").section("facts")

    assert "Dagsavisen" in facts
    assert "Legemiddelindustrien, Universitetet i Oslo, Oslo Science City og Innovasjon" in facts


def test_a_moved_meeting_tells_when_it_is_and_when_it_was(reader: Reader) -> None:
    page = reader.open("/meetings/M2023-02")

    assert "Tid tirsdag 16. mai 2023" in page.section("facts")
    assert "16. februar 2023" in page.section("history")
    assert "Tid fredag 3. februar 2023 kl. 10.00–15.00" in reader.open(
        "/meetings/M2023-01"
    ).section("facts")


def test_the_history_tells_everything_newest_first_page_by_page(reader: Reader) -> None:
    first = reader.open("/history")
    last = reader.open("/history?after=0")

    assert first.texts(".//h2") == ["Fredag 3. februar 2023"]
    assert "import av et register" in first.text
    [older] = [each for each in first.all(".//a") if each.get("rel") == "next"]
    second = reader.open(f"/history{older.get('href')}")
    [newer] = [each for each in second.all(".//a") if each.get("rel") == "prev"]
    assert second.text != first.text
    assert reader.open(f"/history{newer.get('href')}").texts(".//li") == first.texts(".//li")
    assert not [each for each in last.all(".//a") if each.get("rel") == "next"]
    assert "Helse- og omsorgsdepartementet" in last.text
