"""The list of unanswered letters is frozen at the command line, and opened as it was written."""

import json
from io import BytesIO
from pathlib import Path

from docx import Document

from tilsvar.tests.cli.conftest import Tilsvar


def test_a_list_is_frozen_once_and_opened_unchanged(council: Tilsvar) -> None:
    said = council("report", "freeze", "--as-of", "2022-12-31", "--note", "Til arkivet")
    assert (said.code, said.out) == (0, "2022-12-31 is frozen: 3 unanswered.\n")

    again = council("report", "freeze", "--as-of", "2022-12-31")
    ahead = council("report", "freeze", "--as-of", "2023-02-04")
    assert (again.code, ahead.code) == (1, 1)
    assert "frozen already" in again.err
    assert "has not come yet" in ahead.err

    listed = council("report", "frozen").out.splitlines()
    assert [each.split()[:3] for each in listed[1:]] == [["2022-12-31", "2022-12-31", "3"]]
    assert "Til arkivet" in listed[1]
    rows = json.loads(council("report", "frozen", "2022-12-31").out)["rows"]
    assert [row["letter"] for row in rows] == ["L2021-02", "L2021-03", "L2022-06"]
    council("report", "frozen", "2022-12-31", "--as", "docx", "-o", "restanser.docx")
    words = Document(BytesIO(Path("restanser.docx").read_bytes()))
    assert "Til arkivet" in [each.text for each in words.paragraphs]


def test_a_list_that_is_not_there_is_one_sentence(council: Tilsvar) -> None:
    said = council("report", "frozen", "2022-06-30")

    assert (said.code, said.err) == (
        1,
        "There is no frozen list 2022-06-30. See `tilsvar report frozen`.\n",
    )
