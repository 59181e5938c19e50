"""Long lines are broken between characters and between escapes, and say the same unbroken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilsvar.calendar.folding import mended
from tilsvar.tests.calendar.at_once import render
from tilsvar.tests.calendar.linter import faults
from tilsvar.tests.calendar.samples import meeting
from tilsvar.wording.language import language

NB = language("nb")


@pytest.mark.parametrize("length", range(55, 80))
def test_a_path_with_backslashes_is_never_broken_inside_an_escape(length: int) -> None:
    title = "æ" + "x" * length + r"C:\Notater\nytt\;,"

    assert faults(render("Kalender", [meeting(title=title)], NB)) == []


@given(st.text(alphabet="\\\\\\nN;,åa👩\N{ZERO WIDTH JOINER}", max_size=400))
def test_whatever_the_text_no_line_is_broken_inside_a_character_or_an_escape(text: str) -> None:
    entry = meeting(title=text, place=text, description=text)

    assert faults(render("Kalender", [entry], NB)) == []


@given(st.lists(st.sampled_from([b"a", b"\\\\", b"\\n", b"\\;", "å".encode(), "😀".encode()])))
def test_the_line_says_the_same_and_is_never_too_long(units: list[bytes]) -> None:
    line = b"SUMMARY:" + b"".join(units) + b"\r\n"
    broken = b"\r\n ".join([line[:9], line[9:]]) if len(line) > 12 else line

    whole = mended(broken)

    assert whole.replace(b"\r\n ", b"") == line
    if b"\\\r\n " in broken:
        assert max(map(len, whole.split(b"\r\n"))) <= 75
