"""The reports as JSON: every row says which thing it is about, in whatever language it is read."""

import json
from typing import Any

import pytest

from tilsvar.tests.web.reader import Reader

ASKED = "as_of=2023-02-03"


def read(reader: Reader, asked: str) -> Any:
    return json.loads(reader.client.get(f"/reports/{asked}").text)


def test_a_row_has_the_keys_and_the_codes_of_what_it_says_in_words(reader: Reader) -> None:
    [first, *_] = read(reader, "annual.json?year=2022")["statements"]

    assert (first["kind"], first["kind_code"]) == ("Innspill", "submission")
    assert (first["title_key"], first["title_path"]) == ("L2022-01", "/letters/L2022-01")
    assert (first["recipients"], first["recipients_code"]) == ("Norges forskningsråd", ["NFR"])


@pytest.mark.parametrize(
    "asked",
    [
        f"activities.json?{ASKED}",
        f"since-last-meeting.json?{ASKED}",
        "annual.json?year=2022",
        "handover.json?person=SEK1",
    ],
)
def test_the_keys_and_codes_are_the_same_in_every_language(reader: Reader, asked: str) -> None:
    found = [for_programs(read(reader, f"{asked}&lang={code}")) for code in ("nb", "en")]

    assert found[0] == found[1]
    assert found[0]


def for_programs(report: dict[str, Any]) -> list[Any]:
    tables = [each for each in report.values() if isinstance(each, list)]
    rows = [row for table in tables for row in table]
    return [
        value
        for row in rows
        for name, value in row.items()
        if name.endswith(("_key", "_path", "_code"))
    ]
