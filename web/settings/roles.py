"""What the roles are called where they stand alone, and from when to when somebody had one."""

from collections.abc import Mapping

from ...domain.kinds import Role
from ...domain.people import Person
from ...domain.sentences import N_
from ...wording.dates import day_in_full
from ...wording.language import Language

ROLE_NAMES: Mapping[Role, str] = {
    Role.SECRETARIAT: N_("Secretariat"),
    Role.LEADER: N_("Leader of the council"),
    Role.MEMBER: N_("Member"),
    Role.DEPUTY: N_("Deputy"),
    Role.OBSERVER: N_("Observer"),
}


def period(person: Person, lang: Language) -> str:
    """As “from 2 January 2020 to 2 January 2024”, with what is known of it; empty if nothing is."""
    since = day_in_full(person.since, lang) if person.since else ""
    until = day_in_full(person.until, lang) if person.until else ""
    if since and until:
        return lang.text("from {since} to {until}", since=since, until=until)
    if since:
        return lang.text("from {since}", since=since)
    return lang.text("to {until}", until=until) if until else ""
