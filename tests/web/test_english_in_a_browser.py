"""Every page in English, as a browser shows it: what another language may change.

Each language has a file of its own, so that the walks are shared out among the cores.
"""

from tilsvar.tests.web.browser import chromium
from tilsvar.tests.web.lived_in import LivedIn
from tilsvar.tests.web.walking import every_page, walking


def test_there_is_nothing_to_object_to_on_any_page(lived: LivedIn) -> None:
    with (
        chromium() as browser,
        walking(browser, lived, language="en", only_words=True) as walk,
    ):
        walk.over(every_page(lived))

    assert walk.objections == {}
