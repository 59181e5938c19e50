"""What a calendar program is called, by what it says of itself when it fetches a feed.

The User-Agent of each was seen in a log or in the program's own code; Apple's calendars fetch in
the name of the part of the system that does it, Google's and Microsoft's from a server.
"""

import re

from ..domain.sentences import N_
from ..wording.language import Language

_PROGRAMS = (
    ("Google-Calendar-Importer", N_("Google Calendar")),
    ("Thunderbird", N_("Thunderbird")),
    ("Outlook", N_("Outlook")),
    ("Microsoft", N_("Outlook")),
    ("ICSx5", N_("ICSx⁵")),
    ("Nextcloud", N_("Nextcloud")),
    ("vdirsyncer", N_("vdirsyncer")),
)
_APPLE = re.compile(r"dataaccessd|CalendarAgent|CalendarStore|accountsd")
_ON_A_PHONE = re.compile(r"\b(?:iOS|iPadOS|iPhone|iPad)\b")
_BROWSER = "Mozilla/"
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9 ._+-]{0,39}")


def client_name(agent: str, lang: Language) -> str:
    """The program with that User-Agent, inside a sentence; its own first word where it is new."""
    for mark, name in _PROGRAMS:
        if mark in agent:
            return lang.text(name)
    if _APPLE.search(agent):
        if _ON_A_PHONE.search(agent):
            return lang.text("the calendar on an iPhone or iPad")
        return lang.text("the calendar on a Mac")
    if agent.startswith(_BROWSER):
        return lang.text("a web browser")
    named = _NAME.match(agent)
    return named[0].strip() if named else lang.text("a program that does not say what it is")
