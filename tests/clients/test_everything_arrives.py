"""Every event of the register and the hardest of texts arrive unchanged in every program."""

from collections import Counter
from pathlib import Path

from tilsvar.calendar.entries import AllDay
from tilsvar.calendar.text import clean, one_line
from tilsvar.tests.calendar import ical_js
from tilsvar.tests.calendar.at_once import council_entries
from tilsvar.tests.calendar.linter import faults
from tilsvar.tests.clients import libical
from tilsvar.tests.clients.council import Council
from tilsvar.tests.clients.generated import BACKSLASHED, around_clock_changes, hard_texts
from tilsvar.tests.clients.shown import Shown, differences, seconds, sent
from tilsvar.tests.clients.subscriber import Subscriber
from tilsvar.tests.clients.thunderbird import Thunderbird
from tilsvar.wording.language import language

NB = language("nb")


def test_the_feed_holds_everything_at_its_hour_and_in_its_words(everything: Council) -> None:
    feed = everything.feed()
    assert faults(feed) == []
    served = sent(feed)

    with everything.office.reading() as work:
        entries = council_entries(work, NB, "http://localhost:8000")
    assert served.keys() == {entry.uid for entry in entries}
    for entry in entries:
        found = served[entry.uid]
        if isinstance(entry.when, AllDay):
            assert found.start == entry.when.first.isoformat()
            assert found.end == entry.when.day_after.isoformat()
        else:
            assert (found.start, found.end) == (
                *(seconds(entry.when.start), seconds(entry.when.end)),
            )
        assert found.title.removeprefix("AVLYST: ") == one_line(entry.title)
        assert found.description.endswith(clean(entry.description))

    titles = [each.title for each in served.values()]
    for planned in [*around_clock_changes(), *hard_texts()]:
        assert titles.count(one_line(planned.title)) == 1
    assert max(len(each.description.encode()) for each in served.values()) > 10_000


def test_ical_js_shows_what_was_sent(everything: Council) -> None:
    feed = everything.feed()
    shown = {
        each["uid"]: Shown(
            title=each["title"],
            place=each["place"],
            description=each["description"],
            start=each["start"],
            end=each["end"],
        )
        for each in ical_js.read(feed)
    }

    assert differences(sent(feed), shown) == []


def test_libical_shows_what_was_sent_and_finds_no_fault(everything: Council) -> None:
    feed = everything.feed()

    assert libical.faults(feed) == []
    assert differences(sent(feed), libical.shown(feed)) == []


def test_khal_shows_what_was_sent_when_vdirsyncer_has_fetched_it(
    everything: Council, tmp_path: Path
) -> None:
    subscriber = Subscriber(tmp_path, everything.address)
    subscriber.sync()

    # Its reader, icalendar 4, takes a backslash and an n for a new line, whatever stands before.
    sent_ones, shown = (
        Counter(each for each in some if not each.title.startswith(BACKSLASHED))
        for some in (sent(everything.feed()).values(), subscriber.shown())
    )
    assert sent_ones.total() > 150
    assert (sent_ones - shown, shown - sent_ones) == (Counter(), Counter())


def test_thunderbird_shows_what_was_sent(everything: Council, thunderbird: Thunderbird) -> None:
    name = thunderbird.do("subscribe.js", everything.address)
    listed = thunderbird.do("list.js", name)

    assert name == "council"
    fields = ("title", "place", "description", "start", "end")
    shown = {each["uid"]: Shown(*(each[field] for field in fields)) for each in listed}
    assert len(shown) == len(listed)
    assert differences(sent(everything.feed()), shown) == []
