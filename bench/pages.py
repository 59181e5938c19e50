"""Pages among few letters and among many, and against a bare server that asks and says the same.

Every server runs in a process of its own and is asked over one kept connection. The bare one sends
the statements of the page as they are, and renders the same template from what it knows beforehand;
all the rest is what finding, judging and wording cost.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial

from tilsvar.commands.signing_in import open_session
from tilsvar.store.unit_of_work import Office
from tilsvar.web.signing_in.sessions import SESSION

from .measuring import Line, Way, compare
from .places import Place
from .register import fill_register
from .serving import Ask, Asked, asking, running

GOAL = 0.5
GOAL_BY_SIZE = 2.0

PAGES = {
    "today": "/",
    "letters": "/letters",
    "letters, filtered": "/letters?department=HOD&state=answered&area=KLINISKE",
    "letters of a year": "/letters?year=2019&sort=sent",
    "letters with a word that all have": "/letters?q=innspill",
    "letters with a word that one has": "/letters?q=V7",
    "letters, last page": "/letters?page=999999",
    "a letter": "/letters/L2022-06",
    "history": "/history",
    "history, last page": "/history?after=0",
    "consultations": "/consultations",
    "organisations": "/organisations",
    "an organisation": "/organisations/HOD",
    "unanswered": "/reports/unanswered",
    "search": "/search?q=innspill",
}
"""A page of every sort, by its address."""

AGAINST_BARE = ("today", "letters", "letters, filtered", "a letter", "history")


@dataclass(frozen=True)
class Register:
    """A register that is served; `headers` are those of somebody in the secretariat."""

    url: str
    token: str
    ask: Ask

    @property
    def headers(self) -> dict[str, str]:
        return {"Cookie": f"{SESSION}={self.token}"}

    def asked(self, path: str) -> Asked:
        return Asked(path, self.headers)

    def views(self, path: str, times: int) -> Way:
        """Asking for that page so many times."""
        return self.asked(path).batch(self.ask, times)


def measure(place: Place, letters: tuple[int, int], views: int, rounds: int) -> Iterator[Line]:
    """Views per second against the bare server, and milliseconds among many against among few."""
    with ExitStack() as stack:
        few, many = (served(place, partial(fill_register, letters=n), stack) for n in letters)
        paths = [PAGES[name] for name in AGAINST_BARE]
        port = stack.enter_context(running("page_server", "bare", few.url, few.token, *paths))
        bare = stack.enter_context(asking(port))
        for name in AGAINST_BARE:
            asked = few.asked(PAGES[name])
            _same(few.ask, bare, asked)
            found = compare(asked.batch(few.ask, views), asked.batch(bare, views), rounds)
            what = f"{name}, {letters[0]:,} letters, {place.name}"
            yield Line.of_speed(what, found, GOAL)
        for name, path in PAGES.items():
            found = compare(many.views(path, views), few.views(path, views), rounds)
            what = f"{name}, {letters[1]:,} letters against {letters[0]:,}, {place.name}"
            yield Line.of_cost(what, found, GOAL_BY_SIZE)


def served(place: Place, fill: Callable[[Office], None], stack: ExitStack) -> Register:
    """A new register, filled and served until the stack is left."""
    office = stack.enter_context(place.office())
    fill(office)
    url, token = office.engine.url.render_as_string(hide_password=False), _token(office)
    port = stack.enter_context(running("page_server", "ours", url))
    return Register(url, token, stack.enter_context(asking(port)))


def _token(office: Office) -> str:
    with office.work(by="SEK1") as work:
        token = open_session(work, person="SEK1", browser_name="")
        work.commit()
    return token


def _same(ask: Ask, bare: Ask, asked: Asked) -> None:
    """Make sure that both say the same."""
    ours, theirs = (each(asked.path, asked.headers).content for each in (ask, bare))
    if ours != theirs:
        raise AssertionError(asked.path)
