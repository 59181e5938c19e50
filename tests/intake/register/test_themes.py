"""The sheets about themes, stakeholders and communications: what may stand where."""

import pytest

from tilsvar.domain.communications import ActivityStatus, Channel
from tilsvar.domain.dates import Edtf
from tilsvar.domain.stakeholders import Level, StakeholderRole, StanceValue
from tilsvar.domain.themes import Stage
from tilsvar.intake.register.communication_rows import ActivityRow, OutletRow
from tilsvar.intake.register.theme_rows import StakeholderRow, ThemeRow
from tilsvar.tests.intake.folder import Folder

STAKEHOLDERS = "theme,organisation,role,stance,as_of,influence\n"
ACTIVITIES = "key,title,channel,target_groups,wanted_effect,status,done_on,why_not,about\n"


@pytest.fixture
def themes(folder: Folder) -> Folder:
    """The small register with one theme, its area, and a target group."""
    folder.write("areas", "key,name\nHELSE,God helse\n")
    folder.write("themes", "key,title,area,stage\nT1,Kunnskapsløft,HELSE,Analysis\n")
    folder.write("target_groups", "key,name\nSTORTINGET,Stortinget\n")
    return folder


def test_a_theme_has_its_stage_and_its_area(themes: Folder) -> None:
    (theme,) = themes.read().rows("themes", ThemeRow)
    assert (theme.stage, theme.area, theme.set_aside) == (Stage.ANALYSIS, "HELSE", None)


def test_a_word_that_is_no_stage_role_or_stance_is_answered_with_those_there_are(
    themes: Folder,
) -> None:
    themes.write("themes", "key,title,area,stage\nT1,Kunnskapsløft,HELS,analyse\n")
    themes.write("stakeholders", STAKEHOLDERS + "T1,HOD,eier,for,2020,stor\n")
    assert themes.errors() == [
        'themes.csv line 2, area: "HELS" is not a key in areas. Did you mean "HELSE"?',
        (
            'themes.csv line 2, stage: "analyse" is not known here. Write idea, analysis, '
            'verification, implementation or follow_up. Did you mean "analysis"?'
        ),
        (
            'stakeholders.csv line 2, role: "eier" is not known here. Write owner, interested or '
            "society."
        ),
        (
            'stakeholders.csv line 2, stance: "for" is not known here. Write supports, partly, '
            "neutral, opposed or unknown."
        ),
        (
            'stakeholders.csv line 2, influence: "stor" is not known here. Write low, medium or '
            "high."
        ),
    ]


def test_further_rows_about_a_stakeholder_are_where_it_stood_on_other_dates(
    themes: Folder,
) -> None:
    themes.write(
        "stakeholders",
        STAKEHOLDERS + "T1,HOD,owner,opposed,2020-09,\nT1,HOD,,supports,5.1.2022,high\n",
    )
    first, second = themes.read().rows("stakeholders", StakeholderRow)
    assert (first.role, first.stance, first.influence) == (
        StakeholderRole.OWNER,
        StanceValue.OPPOSED,
        None,
    )
    assert (second.role, second.as_of, second.influence) == (None, Edtf("2022-01-05"), Level.HIGH)


def test_a_stance_of_the_same_date_twice_names_both_lines(themes: Folder) -> None:
    themes.write(
        "stakeholders",
        STAKEHOLDERS + "T1,HOD,owner,opposed,2020-09,\nT1,HOD,owner,supports,2020-09,\n",
    )
    assert themes.errors() == [
        (
            'stakeholders.csv line 3, as_of: "2020-09" stands on line 2 already, with the same '
            "theme and organisation. Keep one."
        )
    ]


def test_rows_about_one_stakeholder_agree_on_its_role(themes: Folder) -> None:
    themes.write(
        "stakeholders",
        STAKEHOLDERS + "T1,HOD,owner,opposed,2020,\nT1,HOD,society,partly,2021,\nT1,KD,,,,\n",
    )
    assert themes.errors() == [
        (
            'stakeholders.csv line 3, role: "society" is something else than line 2 says of HOD. '
            "Write the same, or leave it empty here."
        ),
        "stakeholders.csv line 4, role: the role is missing. Write owner, interested or society.",
    ]


def test_a_stance_needs_its_date_and_a_date_its_stance(themes: Folder) -> None:
    themes.write("stakeholders", STAKEHOLDERS + "T1,HOD,owner,partly,,\nT1,KD,owner,,2020,\n")
    assert themes.errors() == [
        ("stakeholders.csv line 2, as_of: the date of partly is missing. Write it as 2021-08."),
        (
            "stakeholders.csv line 3, stance: where it stood 2020 is missing. Write unknown if "
            "nobody knows."
        ),
    ]


def test_a_thing_is_named_by_its_sort_and_its_key(themes: Folder) -> None:
    themes.write("theme_things", "theme,thing\nT1,letter:L1\nT1,Letter: L2\nT1,L1\nT1,letter:L9\n")
    assert themes.errors() == [
        (
            'theme_things.csv line 4, thing: "L1" does not say what it is. Write letter:KEY, '
            "meeting:KEY, op_ed:KEY, consultation:KEY, note:KEY, promise:KEY or coverage:KEY."
        ),
        (
            'theme_things.csv line 5, thing: "L9" is not a key in letters. Add it to letters, or '
            "correct it."
        ),
    ]


def test_what_is_planned_says_for_whom_it_is_and_what_for(themes: Folder) -> None:
    themes.write(
        "activities",
        ACTIVITIES
        + "A1,Innlegg,post,STORTINGET,De skal vite det,planned,,,letter:L1\n"
        + "A2,Innlegg,,,,planned,,,\nA3,Innlegg,,,,,,,\nA4,Innlegg,,,,dropped,2021,,\n",
    )
    errors = themes.errors()
    needs = "the cell is empty, but what is planned needs it."
    assert errors[:3] == [
        f"activities.csv line 3, {column}: {needs}"
        for column in ("channel", "target_groups", "wanted_effect")
    ]
    assert errors[3:] == [
        (
            'activities.csv line 5, done_on: "2021" says that it is done. Write done as its '
            "status, or delete it."
        ),
        "activities.csv line 5, why_not: the reason for dropping it is missing. Write it.",
    ]


def test_an_activity_without_a_status_is_a_suggestion(themes: Folder) -> None:
    themes.write("activities", ACTIVITIES + "A3,Innlegg,Op_ed,,,,,,\n")
    (activity,) = themes.read().rows("activities", ActivityRow)
    assert (activity.status, activity.channel) == (ActivityStatus.SUGGESTED, Channel.OP_ED)
    assert activity.cells["status"] == "suggested"


def test_a_length_is_a_whole_number(themes: Folder) -> None:
    themes.add("organisations", "DM,Dagens Medisin,media,,", "BT,Bergens Tidende,media,,")
    themes.write("outlets", "organisation,longest,lead_days\nDM,5 000,7\nBT,mange,7.5\n")
    assert themes.errors() == [
        (
            'outlets.csv line 3, longest: "mange" is not a whole number. Write it with digits '
            "only, as in 5000."
        ),
        (
            'outlets.csv line 3, lead_days: "7.5" is not a whole number. Write it with digits '
            "only, as in 5000."
        ),
    ]
    themes.write("outlets", "organisation,longest,lead_days\nDM,5 000,7\n")
    (outlet,) = themes.read().rows("outlets", OutletRow)
    assert (outlet.longest, outlet.lead_days) == (5000, 7)


@pytest.mark.parametrize(
    ("sheet", "text", "error"),
    [
        (
            "measures",
            "key,theme,title,status\nX1,T1,Utrede,done\n",
            "done_on: the day on which it was done is missing. Write it as 2021-08.",
        ),
        (
            "measures",
            "key,theme,title,status\nX1,T1,Utrede,dropped\n",
            "why: the reason for dropping it is missing. Write it.",
        ),
        (
            "promises",
            "key,organisation,given,what,by_when\nP1,HOD,2021-05,Svar,2021-04\n",
            'by_when: "2021-04" is before it was given (2021-05). Correct one of them.',
        ),
        (
            "speakers",
            "person,theme,area\nM01,T1,HELSE\n",
            'area: "HELSE" stands beside the theme T1. Make it two rows.',
        ),
        (
            "forms",
            "theme,field,text\nT1,problem,\n",
            "text: the cell is empty, but every row needs it.",
        ),
        (
            "contacts",
            "key,organisation,function,purpose\nK1,HOD,Avdelingsdirektør,\n",
            "purpose: the cell is empty, but every row needs it.",
        ),
    ],
)
def test_nothing_is_half_said(themes: Folder, sheet: str, text: str, error: str) -> None:
    themes.write("people", "key,name,role\nM01,Medlem,member\n")
    themes.write(sheet, text)
    assert themes.errors() == [f"{sheet}.csv line 2, {error}"]
