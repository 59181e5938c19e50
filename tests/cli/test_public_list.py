"""The public list is kept at the command line: what is shown, where it leads, and what is not."""

import json

from tilsvar.tests.cli.conftest import Tilsvar


def test_a_letter_is_shown_to_everybody_and_taken_off_again(council: Tilsvar) -> None:
    assert council("public", "list").out.splitlines() == ["DATE  TITLE  WHAT  ADDRESS"]

    council("public", "show", "op_ed", "O2022-03")
    said = council("public", "show", "letter", "L2022-06", "--address", "https://raadet.example/1")

    assert (said.code, said.out) == (0, "L2022-06 is on the public list.\n")
    listed = council("public", "list").plain.splitlines()
    assert [each.split("  ")[0] for each in listed[1:]] == ["19. desember 2022", "3. oktober 2022"]
    assert "https://raadet.example/1" in listed[2]
    feed = json.loads(council("public", "list", "--format", "json").out)
    assert feed["feed_url"] == "http://localhost:8000/public/statements.json"
    assert len(feed["items"]) == 2
    assert "norsk helsenæring" in council("public", "list", "--format", "html").out
    assert "<feed" in council("public", "list", "--format", "atom").out

    council("public", "hide", "letter", "L2022-06")

    assert "raadet.example" not in council("public", "list").out


def test_what_others_cannot_see_is_refused_in_a_sentence(council: Tilsvar) -> None:
    draft = council("public", "show", "op_ed", "O2021-03")
    link = council("public", "show", "letter", "L2022-06", "--address", "javascript:alert(1)")
    never = council("public", "hide", "letter", "L2022-06")

    assert (draft.code, link.code, never.code) == (1, 1, 1)
    assert draft.err.startswith("The op-ed is not published yet.")
    assert all(said.err.count("\n") == 1 for said in (draft, link, never))
