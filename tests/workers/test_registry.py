"""Who reacts to what: one table, whose names find their way back from the database."""

from tilsvar.domain.events import Bell, catalogue
from tilsvar.workers.following_up import draft_and_remind
from tilsvar.workers.registry import SUBSCRIBERS, names_by_event, subscriber_named
from tilsvar.workers.reminding import remind


def test_no_event_has_two_subscribers_of_the_same_name() -> None:
    for event, names in names_by_event().items():
        assert len(set(names)) == len(names), event


def test_one_name_means_one_function_everywhere() -> None:
    functions = {each for subscribers in SUBSCRIBERS.values() for each in subscribers}

    assert len({each.__name__ for each in functions}) == len(functions)


def test_every_name_that_the_database_stores_is_found_again() -> None:
    for event, subscribers in SUBSCRIBERS.items():
        blank = event.__new__(event)
        assert [subscriber_named(blank, each.__name__) for each in subscribers] == [*subscribers]


def test_only_events_that_can_be_read_back_have_subscribers() -> None:
    assert names_by_event().keys() <= catalogue().keys()


def test_whatever_the_clock_tells_reminds_somebody() -> None:
    bells = [cls for cls in catalogue().values() if issubclass(cls, Bell)]

    assert bells
    assert all({remind, draft_and_remind} & set(SUBSCRIBERS[bell]) for bell in bells)
