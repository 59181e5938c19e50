"""`tilsvar plan`, and what is recorded around a council meeting."""

import pytest

from tilsvar.tests.cli.conftest import Said, Tilsvar


def done(said: Said) -> str:
    assert (said.code, said.err) == (0, "")
    return said.plain


@pytest.fixture
def june(council: Tilsvar, monkeypatch: pytest.MonkeyPatch) -> Tilsvar:
    """The same register, seen from 3 June 2021."""
    monkeypatch.setenv("TILSVAR_NOW", "2021-06-03T12:00:00+02:00")
    return council


def test_the_long_term_plan_is_planned_back_from_10_september(june: Tilsvar) -> None:
    assert done(june("plan", "C2021-02")).splitlines() == [
        "C2021-02: Revidert langtidsplan for forskning og høyere utdanning",
        "  Sakspapirer ut  onsdag 25. august 2021 (7 dager før møtet)",
        (
            "  Møte            onsdag 1. september 2021"
            " (Rådsmøte 5/2021, det siste som kan vedta svaret)"
        ),
        "  Merknadsfrist   fredag 3. september 2021 (5 virkedager før fristen)",
        "  Godkjenning     onsdag 8. september 2021 (2 virkedager før fristen)",
        "  Svaret sendt    fredag 10. september 2021 (fristen er 10. september 2021)",
    ]


def test_adopting_it_recognises_the_deadline_that_is_there(june: Tilsvar) -> None:
    lines = done(june("plan", "C2021-02", "--adopt")).splitlines()

    assert [line.rsplit("  ", 1)[-1] for line in lines[1:]] == [
        "C2021-02-papers",
        lines[2].rsplit("  ", 1)[-1],
        "D2021-01",
        "C2021-02-approval",
        "C2021-02-submission",
    ]
    assert "fredag 10. september 2021" in done(june("explain", "C2021-02-submission"))


def test_it_says_when_no_meeting_can_be_reached(
    june: Tilsvar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TILSVAR_NOW", "2021-08-26T12:00:00+02:00")

    said = done(june("plan", "C2021-02"))

    assert "Ingen rådsmøter kan nås før fristen." in said
    assert (
        "Rådsmøte 5/2021 den 1. september 2021 er for nært: Sakspapirene skulle ut innen"
        " 25. august 2021." in said
    )
    assert "Sakspapirer ut" not in said


def test_a_short_consultation_gets_a_letter_that_asks_for_more_time(june: Tilsvar) -> None:
    published = done(
        june(
            *("consultation", "published", "--title", "Ny forskrift", "--publisher", "HOD"),
            *("--on", "2021-08-02", "--deadline", "2021-09-10"),
        )
    )
    key = published.split()[0]

    assert "Tiden er kortere enn seks uker." in done(june("plan", key))
    letter = done(june("plan", key, "--request-more-time"))
    assert letter.startswith("Til Helse- og omsorgsdepartementet\n")
    assert "Vi ber derfor om utsatt frist til 2. november 2021" in letter
    assert "Rådsmøte 5/2021 den 1. september 2021" in letter
    assert "\n\nEtter utredningsinstruksen punkt 3-3 skal" in letter
    assert "\n\n\n" not in letter
    nynorsk = done(june("plan", key, "--request-more-time", "--language", "nn"))
    assert "Vi ber difor om utsett frist til 2. november 2021" in nynorsk

    enough = june("plan", "C2021-02", "--request-more-time")
    assert enough.code == 1
    assert "C2021-02 gives six weeks or more" in enough.err


def test_a_deadline_that_is_over_is_shown_and_cannot_be_adopted(council: Tilsvar) -> None:
    said = done(council("plan", "C2021-02"))

    assert "Fristen har gått ut. Slik ville planen ha vært." in said
    assert "onsdag 25. august 2021" in said
    assert council("plan", "C2021-02", "--adopt").code == 1


def test_papers_minutes_and_approval_of_a_meeting_are_recorded_and_explained(
    council: Tilsvar,
) -> None:
    said = done(council("explain", "M2023-01"))
    assert "fredag 27. januar 2023 (7 dager før møtet)" in said
    assert "fredag 17. februar 2023 (10 virkedager etter møtet)" in said

    done(council("meeting", "papers-sent", "M2023-01", "--on", "2023-01-27"))
    said = done(council("meeting", "papers-not-sent", "M2023-01"))
    assert said == "The papers for M2023-01 are not sent.\n"
    assert "sendt 27. januar" not in done(council("explain", "M2023-01"))
    done(council("meeting", "papers-sent", "M2023-01", "--on", "2023-01-27"))
    done(council("meeting", "minutes-sent", "M2023-01"))
    said = done(council("meeting", "minutes-not-sent", "M2023-01"))
    assert said == "The minutes of M2023-01 are not sent.\n"
    said = done(council("meeting", "minutes-sent", "M2023-01", "--comments-by", "2023-02-24"))
    assert said == "The minutes of M2023-01 are sent; M2023-01-comments: comments by 2023-02-24.\n"
    done(council("meeting", "minutes-approved", "M2022-13"))

    said = done(council("explain", "M2023-01"))
    assert "fredag 27. januar 2023 (7 dager før møtet), sendt 27. januar 2023" in said
    assert "fredag 24. februar 2023" in said
    assert "Referatet ble godkjent i møte M2023-01." in done(council("explain", "M2022-13"))
    refused = council("meeting", "minutes-approved", "M2023-01")
    assert refused.code == 1
    assert "No council meeting after M2023-01" in refused.err
