"""Follow-ups at the command line: drafts are read, edited, approved or rejected there."""

from pathlib import Path

import pytest

from tilsvar.bootstrap import bootstrap
from tilsvar.commands.follow_ups import draft_follow_up
from tilsvar.notifications.follow_up_text import FollowUpWords
from tilsvar.settings import Settings
from tilsvar.store.clock import FixedClock
from tilsvar.tests.cli.conftest import Said, Tilsvar
from tilsvar.tests.servers.office import MORNING


def done(said: Said) -> str:
    assert (said.code, said.err) == (0, "")
    return said.plain


@pytest.fixture
def drafted(council: Tilsvar, tmp_path: Path) -> Tilsvar:
    """The council's real register, with the drafts that the clock would have left there."""
    url = f"sqlite:///{tmp_path / 'var' / 'tilsvar.db'}"
    app = bootstrap(Settings(database_url=url), clock=FixedClock(MORNING))
    with app.office.work(by="clock") as work:
        for department in ("HOD", "NFD"):
            draft_follow_up(work, department=department, words=FollowUpWords())
        work.commit()
    app.close()
    return council


def test_the_drafts_that_wait_are_listed_and_read(drafted: Tilsvar) -> None:
    assert done(drafted("follow-up", "list")) == (
        "F2023-01  no. 1 to HOD about L2021-02, L2021-03: drafted\n"
        "F2023-02  no. 1 to NFD about L2022-06: drafted\n"
    )
    shown = done(drafted("follow-up", "show", "F2023-02"))
    assert "Vi viser til vårt brev av 3. oktober 2022, «Innspill til Nærings-" in shown


def test_an_approved_draft_is_a_letter_whose_answer_is_expected(drafted: Tilsvar) -> None:
    said = done(drafted("follow-up", "approve", "F2023-02", "--by", "SEK1"))
    assert said == ("F2023-02 is L2023-01 to NFD, sent 2023-02-03: the answer is due 2023-03-03.\n")
    report = done(drafted("report", "unanswered", "--format", "csv"))
    assert "L2022-06" in report
    assert "L2023-01" not in report
    assert "F2023-02" not in done(drafted("follow-up", "list"))
    assert "approved as L2023-01" in done(drafted("follow-up", "list", "--all"))

    again = drafted("follow-up", "approve", "F2023-02")
    assert (again.code, again.out) == (1, "")
    assert again.err.startswith("F2023-02 is approved already: see `tilsvar follow-up list`")

    done(drafted("reply", "received", "L2023-01", "--from", "NFD"))
    assert "L2022-06" not in done(drafted("report", "unanswered", "--format", "csv"))


def test_an_approval_is_taken_back_and_the_draft_waits_again(drafted: Tilsvar) -> None:
    done(drafted("follow-up", "approve", "F2023-02"))

    said = done(drafted("follow-up", "not-sent", "F2023-02", "--why", "Feil knapp"))

    assert said == "F2023-02 waits for a decision again.\n"
    assert "F2023-02" in done(drafted("follow-up", "list"))
    assert drafted("follow-up", "not-sent", "F2023-02").code == 1


def test_a_draft_is_rewritten_by_a_person_or_anew_in_nynorsk(
    drafted: Tilsvar, tmp_path: Path
) -> None:
    done(drafted("follow-up", "edit", "F2023-02", "--language", "nn"))
    assert "Vi kan ikkje sjå" in done(drafted("follow-up", "show", "F2023-02"))

    (tmp_path / "purring.txt").write_text("Om møtet\n\nNår passer det?\n", encoding="utf-8")
    done(drafted("follow-up", "edit", "F2023-02", "--text", "purring.txt"))
    assert "Når passer det?" in done(drafted("follow-up", "show", "F2023-02"))

    done(drafted("follow-up", "show", "F2023-02", "--word", "purring.docx"))
    assert (tmp_path / "purring.docx").read_bytes().startswith(b"PK")
    neither = drafted("follow-up", "edit", "F2023-02")
    assert (neither.code, neither.out) == (2, "")
    assert "either --text or --language" in neither.err


def test_a_rejected_draft_does_not_go_out(drafted: Tilsvar) -> None:
    said = done(drafted("follow-up", "reject", "F2023-01", "--why", "Møte er avtalt"))
    assert said == "F2023-01 is rejected.\n"
    refused = drafted("follow-up", "approve", "F2023-01")
    assert refused.err.startswith("F2023-01 is rejected already")

    unknown = drafted("follow-up", "show", "F2023-09")
    assert unknown.err == "There is no follow-up F2023-09. Check the key.\n"


def test_a_draft_explains_why_it_is_there_and_what_it_waits_for(drafted: Tilsvar) -> None:
    said = done(drafted("explain", "F2023-01"))

    for each in (
        "F2023-01: Purring: to ubesvarte brev",
        "Den skrives når den siste påminnelsen om et svar har gått ut uten at svaret er kommet.",
        "Helse- og omsorgsdepartementet",
        "fredag 3. februar 2023",
        "L2021-03 Bærekraftig helsetjeneste, sendt 8. april 2021, frist 10. mai 2021, 444",
        "nr. 1, ikke noe av det den spør om, er purret på før",
        "bokmål, som rådet skriver",
        "skrevet av Tilsvar",
        "ingen andre purringer har gått dit",
        "Den venter på et menneske. Ingenting sendes før noen godkjenner den.",
        "klokken i Tilsvar: ",
    ):
        assert each in said, each


def test_a_decided_one_explains_who_decided_and_keeps_the_next_at_a_distance(
    drafted: Tilsvar,
) -> None:
    done(drafted("follow-up", "approve", "F2023-02", "--by", "SEK1"))
    done(drafted("organisation", "correct", "HOD", "--language", "nn"))
    done(drafted("follow-up", "edit", "F2023-01", "--language", "nn"))
    done(drafted("letter", "sent", "--title", "Purring", "--to", "HOD", "--follows-up", "L2021-03"))

    approved = done(drafted("explain", "F2023-02"))
    assert "L2022-06" in approved
    assert "65 virkedager over fristen" in approved
    assert "Godkjent 3. februar 2023 av Saksbehandler 1." in approved
    assert "Den er brevet L2023-01, med svarfrist 3. mars 2023." in approved
    assert "ingen andre purringer har gått dit" in approved
    waiting = done(drafted("explain", "F2023-01"))
    assert "nynorsk, som er valgt for Helse- og omsorgsdepartementet" in waiting
    assert (
        "10 virkedager etter forrige purring dit, 3. februar 2023: tidligst 17. februar 2023"
        in waiting
    )

    done(drafted("follow-up", "reject", "F2023-01", "--why", "Møte er avtalt.", "--by", "SEK1"))
    rejected = done(drafted("explain", "F2023-01"))
    assert "Avvist 3. februar 2023 av Saksbehandler 1: Møte er avtalt." in rejected
    assert "Avstand" not in rejected
