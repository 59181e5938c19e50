"""Which pictures the guides show: of which page, for whom, how large, and what is done there."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

SECRETARY, MEMBER = "SEK1", "M07"
ACTIVITIES = "as_of=2021-09-01&from=2021-01-01&to=2021-12-31"
"""What the council saw in its meeting of September 2021."""


def as_it_opens(_page: Page) -> None:
    """Nothing is done on the page."""


def search_for_a_word(page: Page) -> None:
    page.keyboard.press("Control+k")
    page.keyboard.type("helsedata")
    page.locator("#found [role=option][aria-selected=true]").wait_for()


def fill_in_a_letter(page: Page) -> None:
    page.get_by_label("Kunnskapsdepartementet").check()
    page.get_by_label("Nærings- og fiskeridepartementet").check()
    page.get_by_label("Tittel").fill("Innspill til en felles plan for helseforskning")


@dataclass(frozen=True)
class Picture:
    """The upper part of one page; `width` and `height` are in CSS pixels."""

    name: str
    path: str
    height: int
    width: int = 1360
    dark: bool = False
    who: str = SECRETARY
    prepare: Callable[[Page], None] = as_it_opens

    @property
    def file(self) -> str:
        return f"{self.name}.png"


AS_SERVED = (
    Picture("today", "/", 906),
    Picture("today-dark", "/", 906, dark=True),
    Picture("search", "/", 640, prepare=search_for_a_word),
    Picture("letters", "/letters", 824),
    Picture("letter", "/letters/L2022-06", 1042),
    Picture("register-letter", "/letters/new", 940, prepare=fill_in_a_letter),
    Picture("follow-up", "/follow-ups/F2022-01", 940),
    Picture("unanswered", "/reports/unanswered", 900),
    Picture("activities", f"/reports/activities?{ACTIVITIES}", 900),
    Picture("calendar", "/calendar", 880),
    Picture("settings", "/settings", 1056),
    Picture("theme", "/themes/T-KOMMUNELOFT", 1180),
    Picture("invite", "/themes/T-KOMMUNELOFT/invite", 1170),
)
"""What `make serve` shows when nobody has done anything."""

AFTER_WORK = (
    Picture("invitations", "/meetings/M2023-02/invitations", 860),
    Picture("plan", "/consultations/C2023-03", 960),
    Picture("communications", "/communications/timeline", 630),
    Picture("promises", "/reports/promises", 940),
    Picture("mine", "/mine", 850, width=390, who=MEMBER),
    Picture("comment", "/op-eds/O2021-04", 1010, width=390, who=MEMBER),
)
"""What it shows once the secretariat has worked for a while (morning.py)."""
