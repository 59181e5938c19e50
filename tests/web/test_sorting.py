"""Every list sorts by its columns, and the address says how."""

import pytest

from tilsvar.tests.web.reader import Page, Reader
from tilsvar.web.lists.sorting import as_read, column, in_order

LISTS = {
    "/consultations?view=all": ("on", "title", "who", "state"),
    "/deadlines?view=all": ("on", "title", "who", "state"),
    "/op-eds?view=all": ("on", "title", "who", "state"),
    "/organisations?view=all": ("title", "who", "state"),
    "/meetings?view=all": ("on", "title", "kind", "answers", "state"),
    "/letters?": ("sent", "title", "to", "due", "state"),
}


def titles(page: Page) -> list[str]:
    return page.texts(".//th[@scope='row']/a")


@pytest.mark.parametrize("path", LISTS)
def test_each_column_sorts_and_says_so(reader: Reader, path: str) -> None:
    every = sorted(titles(reader.open(path)))
    said = ("ascending", "descending")
    for number, name in enumerate(LISTS[path]):
        sort = f"{'-' * (number % 2)}{name}"
        page = reader.open(f"{path}&sort={sort}")

        heads = {
            each.findtext("button"): each.get("aria-sort") for each in page.all(".//thead//th")
        }
        assert [each for each in heads.values() if each != "none"] == [said[number % 2]], sort
        assert sorted(titles(page)) == every


def test_titles_are_sorted_as_one_reads_them(reader: Reader) -> None:
    found = titles(reader.open("/organisations?view=all&sort=title"))

    assert found == sorted(found, key=as_read)
    assert titles(reader.open("/organisations?view=all&sort=-title")) == found[::-1]


@pytest.mark.parametrize("sort", ["nothing", "-", "--title", "title;", "%00"])
def test_an_order_that_the_list_does_not_know_is_as_if_it_were_not_asked_for(
    reader: Reader, sort: str
) -> None:
    assert titles(reader.open(f"/deadlines?view=all&sort={sort}")) == titles(
        reader.open("/deadlines?view=all")
    )


def test_what_has_no_value_stands_last_in_both_directions() -> None:
    keys = {"on": lambda each: each}

    assert in_order([3, None, 1, 2], "on", keys) == [1, 2, 3, None]
    assert in_order([3, None, 1, 2], "-on", keys) == [3, 2, 1, None]
    assert in_order([3, None, 1, 2], "", keys) == [3, None, 1, 2]


def test_figures_are_sorted_by_what_they_count() -> None:
    assert sorted(["12 ubesvarte", "3 ubesvarte"], key=as_read) == ["3 ubesvarte", "12 ubesvarte"]


def test_a_button_asks_for_the_other_way_once_its_column_is_sorted() -> None:
    assert column("title", "Title", "").value == "title"
    assert column("title", "Title", "title").value == "-title"
    assert column("sent", "Sent", "", backwards_first=True).value == "-sent"
    assert column("sent", "Sent", "-sent", backwards_first=True).value == "sent"
