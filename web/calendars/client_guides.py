"""How to subscribe in each calendar program, in the words of that program's own buttons.

The programs speak bokmål to those who write nynorsk. The drawings in `assets/clients/` are our own,
one for each of the two languages that the programs have here, with the same words.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ...domain.sentences import N_
from ...wording.language import Language

Words = tuple[str, str, str]
"""The entry of the menu, what to choose in it, and the button at the end."""


@dataclass(frozen=True)
class Client:
    """A program: `note` is what is particular to it."""

    name: str
    title: str
    words: Mapping[str, Words]
    note: str


@dataclass(frozen=True)
class Guide:
    """One program's steps; `drawing` is an asset, `alt` says what it shows."""

    title: str
    steps: tuple[str, ...]
    note: str
    drawing: str
    alt: str


_WEB: Mapping[str, Words] = {
    "nb": ("Legg til kalender", "Abonner fra nettet", "Importer"),
    "en": ("Add calendar", "Subscribe from web", "Import"),
}
CLIENTS = (
    Client(
        "outlook-new",
        N_("Outlook, new"),
        _WEB,
        N_("The calendar comes to the phone too. Changes come after 3–24 hours."),
    ),
    Client(
        "outlook-classic",
        N_("Outlook, classic"),
        {
            "nb": ("Legg til kalender", "Fra Internett …", "OK"),
            "en": ("Add Calendar", "From Internet…", "OK"),
        },
        N_("Answer yes when Outlook asks whether to add the calendar and subscribe to updates."),
    ),
    Client(
        "outlook-web",
        N_("Outlook on the web"),
        _WEB,
        N_("The button “Outlook on the web” by the address fills it in for you."),
    ),
    Client(
        "google",
        N_("Google Calendar"),
        {
            "nb": ("Andre kalendere", "Fra nettadresse", "Legg til kalender"),
            "en": ("Other calendars", "From URL", "Add calendar"),
        },
        N_("On a computer; the phone shows it afterwards. Changes come after 8–24 hours."),
    ),
    Client(
        "apple",
        N_("iPhone, iPad and Mac"),
        {
            "nb": ("Legg til kalender", "Abonnementskalender", "Abonner"),
            "en": ("Add Calendar", "Subscription Calendar", "Subscribe"),
        },
        N_(
            "Quicker: the button “Open in the calendar program” by the address. An address that is"
            " opened as a file is fetched once and never again."
        ),
    ),
    Client(
        "thunderbird",
        N_("Thunderbird"),
        {
            "nb": ("Ny kalender", "På nettverket", "Abonner"),
            "en": ("New Calendar", "On the Network", "Subscribe"),
        },
        N_("No user name is needed. You choose yourself how often it is fetched."),
    ),
)


def guides(lang: Language) -> list[Guide]:
    """Every program's steps in the reader's language."""
    return [_guide(each, lang) for each in CLIENTS]


def _guide(client: Client, lang: Language) -> Guide:
    code = "en" if lang.code == "en" else "nb"
    menu, item, button = client.words[code]
    title = lang.text(client.title)
    return Guide(
        title,
        (
            lang.text("Choose “{menu}” in the calendar.", menu=menu),
            lang.text("Choose “{item}”.", item=item),
            lang.text("Paste the address."),
            lang.text("Choose “{button}”.", button=button),
        ),
        lang.text(client.note),
        f"clients/{client.name}.{code}.svg",
        lang.text(
            "Drawing of {client}: “{menu}” and “{item}” in the menu, beside them a box with the"
            " address and the button “{button}”.",
            client=title,
            menu=menu,
            item=item,
            button=button,
        ),
    )
