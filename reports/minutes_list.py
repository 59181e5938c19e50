"""Those present and absent as the council's minutes list them, ready to be pasted into Word."""

from dataclasses import dataclass

from ..domain.attendance import Part
from ..wording.language import Language
from .attendance import AttendanceList, Attendee


@dataclass(frozen=True)
class Names:
    """One heading of the minutes, "Forfall", with those who stand under it."""

    heading: str
    names: tuple[str, ...]


def minutes_list(listed: AttendanceList, lang: Language) -> list[Names]:
    """The headings that have somebody under them, in the order of the council's own minutes.

    Before the meeting they follow the answers, and who has not said yes or no stands last.
    """
    council, deputies = listed.of(Part.COUNCIL), listed.of(Part.DEPUTY)
    meeting_for_others = [each for each in deputies if each.meets_for]
    others = [each for each in deputies if not each.meets_for] + listed.of(Part.OTHER)
    observers, secretariat = listed.of(Part.OBSERVER), listed.of(Part.SECRETARIAT)
    # The minutes of the council's own meetings say of its members alone that they did not come.
    awaited = council if listed.quorum else [*council, *observers, *others]
    away = [each for each in awaited if each.settled and not each.there]
    groups = {
        lang.text("Present"): [each for each in council if each.there],
        lang.text("Apologies"): away,
        lang.text("Deputies attending"): meeting_for_others,
        lang.text("Observers"): [each for each in observers if each.there],
        lang.text("From the secretariat"): [each for each in secretariat if each.there],
        lang.text("Others present"): [each for each in others if each.there],
        lang.text("Without a yes or a no"): [each for each in awaited if not each.settled],
    }
    return [
        Names(heading, tuple(full_name(each, lang) for each in found))
        for heading, found in groups.items()
        if found
    ]


def minutes_text(listed: AttendanceList, lang: Language) -> str:
    """The list as plain text: a heading, its names one a line, an empty line."""
    groups = minutes_list(listed, lang)
    if not groups:
        return lang.text("Nobody is invited, and nobody was recorded as present.") + "\n"
    return "\n".join("\n".join([f"{each.heading}:", *each.names]) + "\n" for each in groups)


def full_name(each: Attendee, lang: Language) -> str:
    """As minutes write it: "Kari Nordmann (leder), Universitetet i Oslo"."""
    name = titled(each, lang)
    if each.organisation:
        name = f"{name}, {each.organisation}"
    if each.meets_for:
        name = lang.text("{name} (for {member})", name=name, member=each.meets_for.name)
    return name


def titled(each: Attendee, lang: Language) -> str:
    """The name, and who leads the council: "Kari Nordmann (leder)"."""
    name = " ".join(each.name.split())
    return lang.text("{name} (leader)", name=name) if each.leader else name
