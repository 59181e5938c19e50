"""An invitation list in words, and as a file for a mail merge: one row for each address.

The file goes outside the council's own hands, so nothing of what it thinks of anybody is in it.
"""

from collections.abc import Container, Mapping

from ..domain.sentences import N_
from ..domain.words import STAKEHOLDER_ROLES
from ..wording.dates import edtf_short
from ..wording.language import Language
from ..wording.numbers import capitalised
from .columns import aligned
from .invitation_list import Guest, InvitationList, LastTime, Reached
from .render_csv import csv_table

LAST_TIME: Mapping[LastTime, str] = {
    LastTime.CAME: N_("came"),
    LastTime.TOOK_PART: N_("took part"),
    LastTime.DECLINED: N_("declined"),
    LastTime.STAYED_AWAY: N_("stayed away"),
    LastTime.NO_ANSWER: N_("did not answer"),
    LastTime.NOT_ASKED: N_("was not asked"),
}


def invitation_csv(found: InvitationList, only: Container[str], lang: Language) -> str:
    """The guests among `only` with their addresses; encode as UTF-8, the mark is included.

    One without an address has a row that says so by leaving the address empty.
    """
    labels = (
        lang.text("Organisation"),
        lang.text("Key"),
        lang.text("Role"),
        lang.text("Function"),
        lang.text("Name"),
        lang.text("E-mail"),
    )
    rows = [
        dict(zip(labels, _cells(guest, reached, lang), strict=True))
        for guest in found.guests
        if guest.organisation in only
        for reached in guest.addresses or (Reached(""),)
    ]
    return csv_table(labels, rows)


def invitation_text(found: InvitationList, only: Container[str], lang: Language) -> str:
    """The guests among `only` as a table, with where they are reached and who came last time."""
    head = [lang.text("Organisation"), lang.text("Role"), lang.text("E-mail"), lang.text("Last")]
    rows = [
        [
            guest.name,
            capitalised(lang.text(STAKEHOLDER_ROLES[guest.role])),
            ", ".join(each.email for each in guest.addresses) or lang.text("no address"),
            last_time(guest, lang),
        ]
        for guest in found.guests
        if guest.organisation in only
    ]
    return "\n".join([*aligned([head, *rows], indent=""), ""])


def last_time(guest: Guest, lang: Language) -> str:
    """What it did the latest time that it was asked, and when: "Deltok 27. sep. 2022"."""
    if guest.last_time is None:
        return ""
    what = capitalised(lang.text(LAST_TIME[guest.last_time]))
    if guest.last_on is None:
        return what
    return lang.text("{what} {when}", what=what, when=edtf_short(guest.last_on, lang))


def _cells(guest: Guest, reached: Reached, lang: Language) -> tuple[str, ...]:
    role = capitalised(lang.text(STAKEHOLDER_ROLES[guest.role]))
    name, key = guest.name, guest.organisation
    return name, key, role, reached.function, reached.name, reached.email
