"""What a cell may hold, and what is said where it may not."""

from datetime import date, time

import pytest

from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import LetterKind, SignOffCode
from tilsvar.tests.intake.folder import Folder

MEETINGS = "id,kind,title,start,end,participants,status,moved_from,moved_on\n"
PEOPLE = "key,name,email,role,from,to\n"
REPLIES = "letter,from,received,kind,sign_off,promised\n"


def test_an_impossible_date_says_where_what_and_what_to_write(folder: Folder) -> None:
    folder.add("letters", "L3,letter,Brev,31.02.2021,HOD")
    assert folder.errors() == [
        (
            'letters.csv line 4, sent: "31.02.2021" is not a date: February 2021 ends on the 28th. '
            "Write 2021-02-28, 2021-02, 2021-21 (spring), 2021 or ../2021-02-28."
        )
    ]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("10.9.2021", "2021-09-10"),
        ("våren 2023", "2023-21"),
        ("innen 8. mars 2023", "../2023-03-08"),
        ("2023-24", "2023-24"),
    ],
)
def test_dates_as_people_type_them_are_kept_as_edtf(folder: Folder, typed: str, kept: str) -> None:
    folder.add("letters", f"L3,letter,Brev,{typed},HOD")
    letter = folder.read().letters[-1]
    assert letter.sent == Edtf(kept)
    assert letter.cells["sent"] == kept


@pytest.mark.parametrize(
    ("sheet", "row", "error"),
    [
        ("letters", "L3,letter,Brev,2023-25,HOD", 'sent: "2023-25" is not a date: months are num'),
        ("letters", "L3,letter,Brev,en gang,HOD", 'sent: "en gang" is no date: write 10.9.2021'),
        ("letters", "L3,letter,Brev,2021~,HOD", 'sent: "2021~" is marked as uncertain: write'),
        (
            "letters",
            "L3,leter,Brev,2021,HOD",
            'kind: "leter" is not known here. Write letter, memo',
        ),
        (
            "letters",
            "L3,letter,Brev,2021,HDO",
            'recipients: "HDO" is not a key in organisations. D',
        ),
        ("letters", "L3,letter,Brev,2021,KD;X-ETAT", 'recipients: "X-ETAT" is not a key in organ'),
        ("letters", "L3,letter,Brev,2021,KD; KD", 'recipients: "KD" stands twice in the list. Wr'),
        ("letters", "L3,letter,Brev,2021,;", "recipients: the cell is empty, but every row"),
        ("letters", "L3,letter,,2021,KD", "title: the cell is empty, but every row needs it."),
        ("letters", "L 3,letter,Brev,2021,KD", 'id: "L 3" is not a key. Write letters, digits'),
        ("letters", "L3,letter,#REF!,2021,KD", 'title: "#REF!" is an error of the spreadsheet. C'),
        ("letters", "L3,letter,Br\x07ev,2021,KD", 'title: "Br\\u0007ev" holds a character that c'),
        ("people", "P1,Navn,a@b,member,,", 'email: "a@b" is not an e-mail address. Write one add'),
        ("people", "P1,Navn,,boss,,", 'role: "boss" is not known here. Write secretariat, leader'),
        ("people", "P1,Navn,,member,2021-05,", 'from: "2021-05" is not one day, but a day is'),
        ("people", "P1,Navn,,member,2021-05-02,2021-05-01", 'to: "2021-05-01" is before the perso'),
        ("organisations", "X,Navn,agency,KD,", "from: the day on which KD took over is missing."),
        ("meetings", "M1,council,Møte,2023-02-03T25:00,,,held,,", 'start: "2023-02-03T25:00" has'),
        ("meetings", "M1,council,Møte,2023-02T10:00,,,held,,", 'start: "2023-02T10:00" has an hou'),
        ("meetings", "M1,council,Møte,2023-02-03T10:00Z,,,held,,", 'start: "2023-02-03T10:00Z" is'),
        ("meetings", "M1,council,Møte,2023-02-03,2023-02-02,,held,,", 'end: "2023-02-02" is befor'),
        (
            "meetings",
            "M1,council,Møte,2023-02-03T10:00,2023-02-03T10:00,,held,,",
            'end: "2023-02-03T10:00" is not after the start (2023-02-03T10:00). Correct one',
        ),
        (
            "meetings",
            "M1,council,Møte,2023-02-03,2023-02-03T10:00,,held,,",
            'end: "2023-02-03T10:00" and the start (2023-02-03) need an hour both, or neither.',
        ),
        ("meetings", "M1,council,Møte,2023-02-03,,,held,2023-01-01,", "moved_on: the day on which"),
        ("meetings", "M1,council,Møte,2023-02-03,,,held,,2023-01-01", "moved_from: the day that t"),
        ("replies", "L1,HOD,2021,final,,2022", 'promised: "2022" is promised, but the reply is fi'),
        ("replies", "L1,HOD,2021,interim,BU,", 'sign_off: "BU" signs off a reply that is interim.'),
        ("replies", "L1,HOD,2021,final,XX,", 'sign_off: "XX" is not known here. Write BU, BE, TLF'),
        (
            "replies",
            "L9,HOD,2021,final,,",
            'letter: "L9" is not a key in letters. Add it to letters, o',
        ),
    ],
)
def test_a_cell_that_is_wrong(folder: Folder, sheet: str, row: str, error: str) -> None:
    folder.write("meetings", MEETINGS)
    folder.write("people", PEOPLE)
    folder.write("replies", REPLIES)
    folder.add(sheet, row)
    line = (folder.path / f"{sheet}.csv").read_text().count("\n")
    (said,) = folder.errors()
    assert said.startswith(f"{sheet}.csv line {line}, {error}")


def test_yes_and_no_are_read_in_both_languages_and_default_by_kind(folder: Folder) -> None:
    folder.write(
        "letters",
        "id,kind,title,sent,recipients,reply_expected\n"
        "A,letter,Brev,2021,HOD,\nB,submission,Innspill,2021,HOD,\n"
        "C,submission,Innspill,2021,HOD,Ja\nD,memo,Notat,2021,HOD,no\n",
    )
    assert [row.reply_expected for row in folder.read().letters] == [True, False, True, False]
    folder.add("letters", "E,letter,Brev,2021,HOD,kanskje")
    assert folder.errors() == [
        'letters.csv line 6, reply_expected: "kanskje" is neither yes nor no. Write yes or no.'
    ]


def test_words_are_read_whatever_their_case(folder: Folder) -> None:
    folder.write("replies", REPLIES + "L1,HOD,2021,Final,tlf,\n")
    folder.add("letters", "L3,MEMO,Notat,2021,HOD")
    register = folder.read()
    assert register.letters[-1].kind is LetterKind.MEMO
    assert register.replies[0].sign_off is SignOffCode.TELEPHONE


@pytest.mark.parametrize(
    "typed",
    ["2023-02-03T10:00", "2023-02-03 10:00:00", "3.2.2023 kl. 10.00", "3. februar 2023 10:00"],
)
def test_an_hour_is_read_as_people_type_it(folder: Folder, typed: str) -> None:
    folder.write("meetings", f"{MEETINGS}M1,council,Møte,{typed},,HOD;KD,held,,\n")
    (meeting,) = folder.read().meetings
    assert (meeting.start.on.day, meeting.start.clock) == (date(2023, 2, 3), time(10))
    assert meeting.cells["start"] == "2023-02-03T10:00"
    assert meeting.participants == ("HOD", "KD")


def test_cells_are_all_columns_of_the_sheet_in_its_order(folder: Folder) -> None:
    folder.write(
        "letters", "recipients,sent,id,title,kind\nHOD;KMD ,30.6.2020,L1, Om  KSF,Letter\n"
    )
    assert dict(folder.read().letters[0].cells) == {
        "id": "L1",
        "kind": "letter",
        "title": "Om KSF",
        "area": "",
        "sent": "2020-06-30",
        "recipients": "HOD;KMD",
        "reply_expected": "yes",
        "responsible": "",
        "follows_up": "",
        "outcome": "",
        "source": "",
    }


def test_every_error_is_collected_and_the_first_fifty_are_listed(folder: Folder) -> None:
    folder.add("letters", *(f"L{n},letter,Brev,0,HOD" for n in range(3, 63)))
    errors = folder.errors()
    assert len(errors) == 60
    assert errors[-1].startswith("letters.csv line 63, sent:")


def test_the_refusal_says_how_many_more_there_are(folder: Folder) -> None:
    folder.add("letters", *(f"L{n},letter,Brev,0,HOD" for n in range(3, 63)))
    text = folder.refusal()
    assert text.startswith("The register was not imported, for 60 errors:\n  letters.csv line 4, s")
    assert text.endswith("\n  and 10 more")
    assert text.count("\n") == 51
