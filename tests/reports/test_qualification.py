"""The qualification form for the meeting: what stands in the Word file, and how it is built."""

from datetime import UTC, date, datetime
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn

from tilsvar.domain.dates import Edtf
from tilsvar.domain.qualification import FormField, FormVersion
from tilsvar.domain.stakeholders import StakeholderRole, StanceValue
from tilsvar.reports.qualification import FormSheet, StakeholderLine
from tilsvar.reports.render_qualification import as_text, as_word
from tilsvar.wording.language import language

NB = language("nb")
SHEET = FormSheet(
    "T-KOMMUNELOFT",
    "Et kunnskapsløft for kommunene",
    FormVersion(
        "T-KOMMUNELOFT",
        3,
        datetime(2021, 9, 1, 10, tzinfo=UTC),
        "SEK1",
        {
            FormField.PROBLEM: "Kommunene trenger kunnskap.\n\nMye av den.",
            FormField.SUB_GOALS: "Støtte KSF\nMer samarbeid",
            FormField.SIGNIFICANCE: "Stor",
            FormField.ARGUMENTS: "90 prosent behandles i kommunene",
        },
    ),
    date(2021, 9, 1),
    [
        StakeholderLine("KS", "KS", StakeholderRole.OWNER, "Pådriver"),
        StakeholderLine(
            "KDD",
            "Kommunal- og distriktsdepartementet",
            StakeholderRole.OWNER,
            "Kommuneøkonomi",
            ("KMD",),
            StanceValue.PARTLY,
            Edtf("2020-09"),
        ),
    ],
)
EMPTY = FormSheet("T-KI", "Kunstig intelligens", None, None, [])


def test_the_questions_are_headings_and_lists_are_lists() -> None:
    document = Document(BytesIO(as_word(SHEET, NB)))
    by_style = [(each.style.name, each.text) for each in document.paragraphs if each.style]

    assert by_style[:3] == [
        ("Heading 1", "Et kunnskapsløft for kommunene"),
        ("Subtitle", "Kvalifiseringsskjema"),
        ("Normal", "Dynamisk dokument, oppdatert 1.\xa0september 2021, versjon 3"),
    ]
    headings = [text for style, text in by_style if style == "Heading 2"]
    assert headings == [
        "Hva er den sentrale problemstillingen?",
        "Hvordan kan rådet bidra?",
        "Bakgrunn",
        "Overordnet mål",
        "Delmål",
        "Mulige tiltak",
        "Prioriterte tiltak (plan)",
        "De fire kriteriene",
        "Hva er de viktigste argumentene våre?",
        "Interessenter",
        "Relevante dokumenter",
    ]
    assert [text for style, text in by_style if style == "Heading 3"] == [
        "Betydning",
        "Egnethet",
        "Potensiale",
        "Gjennomførbarhet",
    ]
    assert ("List Bullet", "Mer samarbeid") in by_style
    assert ("List Number", "90 prosent behandles i kommunene") in by_style


def test_the_table_of_stakeholders_has_a_head_that_stands_on_every_page() -> None:
    [table] = Document(BytesIO(as_word(SHEET, NB))).tables

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Aktør", "Rolle", "Ansvar", "Holdning"],
        ["KS", "Eier", "Pådriver", ""],
        [
            "Kommunal- og distriktsdepartementet, tidligere KMD",
            "Eier",
            "Kommuneøkonomi",
            "Støtter delvis (september 2020)",
        ],
    ]
    marks = [bool(row._tr.findall(f".//{qn('w:tblHeader')}")) for row in table.rows]
    assert marks == [True, False, False]


def test_an_empty_form_says_so_and_the_same_form_is_the_same_file() -> None:
    said = [each.text for each in Document(BytesIO(as_word(EMPTY, NB))).paragraphs]

    assert "Dynamisk dokument, ikke fylt ut ennå" in said
    assert said.count("Ikke fylt ut ennå.") == len(FormField)
    assert "Ingen interessenter er registrert." in said
    assert as_word(SHEET, NB) == as_word(SHEET, NB)


def test_the_form_is_read_in_a_terminal() -> None:
    said = as_text(SHEET, language("en")).splitlines()

    assert said[:2] == [SHEET.title, "Living document, updated 1\xa0September 2021, version 3"]
    assert "  - Mer samarbeid" in said
    assert said[-1] == (
        "  Kommunal- og distriktsdepartementet, formerly KMD · Owner · Kommuneøkonomi"
        " · Partly supports (September 2020)"
    )
