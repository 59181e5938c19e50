"""What a reader has already, by the marks and dates that it sends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers

from tilsvar.web.requests.conditional import has_it, takes_gzip

TAGS = ('"abc"', '"abc-gzip"')
NOON = 1675422000
AT_NOON = "Fri, 03 Feb 2023 11:00:00 GMT"


@pytest.mark.parametrize(
    ("named", "known"),
    [
        ('"abc"', True),
        ('"abc-gzip"', True),
        ('W/"abc"', True),
        ('"x", W/"y" , "abc"', True),
        ("*", True),
        ('"x"', False),
        ("abc", False),
        ("", False),
    ],
)
def test_a_mark_is_known_in_a_list_weak_or_as_a_star(named: str, *, known: bool) -> None:
    assert has_it(Headers({"if-none-match": named}), TAGS, NOON) is known


@pytest.mark.parametrize(
    ("since", "known"),
    [
        (AT_NOON, True),
        ("Fri, 03 Feb 2023 11:00:01 GMT", True),
        ("Friday, 03-Feb-23 11:00:00 GMT", True),
        ("Fri, 03 Feb 2023 10:59:59 GMT", False),
        ("yesterday", False),
        ("Fri, 31 Feb 2023 11:00:00 GMT", False),
        ("", False),
    ],
)
def test_a_date_counts_from_the_second_of_the_change(since: str, *, known: bool) -> None:
    assert has_it(Headers({"if-modified-since": since}), TAGS, NOON) is known
    assert not has_it(Headers({"if-modified-since": since}), TAGS, 0)


def test_a_date_says_nothing_beside_a_mark() -> None:
    headers = Headers({"if-none-match": '"x"', "if-modified-since": AT_NOON})

    assert not has_it(headers, TAGS, NOON)
    assert not has_it(Headers({}), TAGS, NOON)


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [
        ("gzip", True),
        ("gzip, deflate, br, zstd", True),
        ("br;q=1.0, GZIP;q=0.5", True),
        ("*", True),
        ("*;q=0", False),
        ("gzip;q=0, *", False),
        ("gzip; q=0.000", False),
        ("identity", False),
        ("", False),
    ],
)
def test_it_is_packed_only_for_those_who_can_unpack_it(accepted: str, *, packed: bool) -> None:
    assert takes_gzip(accepted) is packed


@given(st.text(), st.text(), st.text())
def test_no_header_is_too_strange_to_be_read(named: str, since: str, accepted: str) -> None:
    headers = Headers(raw=[(b"if-modified-since", since.encode("latin-1", "replace"))])

    assert isinstance(has_it(headers, TAGS, NOON), bool)
    assert isinstance(has_it(Headers({"if-none-match": "x"}), (named,), NOON), bool)
    assert isinstance(takes_gzip(accepted), bool)
