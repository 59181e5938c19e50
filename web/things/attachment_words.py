"""What files are called on a page: what they are to a thing, their format and size."""

from collections.abc import Mapping

from ...domain.attachments import USES, Attachment, FileFormat, Use
from ...domain.consultations import Consultation
from ...domain.entity import Entity
from ...domain.kinds import ConsultationStatus, Kind, MeetingStatus, OpEdStatus
from ...domain.letters import Letter
from ...domain.meetings import Meeting
from ...domain.op_eds import OpEd
from ...domain.sentences import N_
from ...wording.language import Language
from ..names import Names

USE_WORDS: Mapping[Use, str] = {
    Use.LETTER: N_("The letter"),
    Use.ENCLOSURE: N_("Enclosure"),
    Use.REPLY: N_("Answer from {who}"),
    Use.CALL: N_("What was sent out"),
    Use.DRAFT: N_("Draft text"),
    Use.RESPONSE: N_("The council's response"),
    Use.FINAL: N_("The final text"),
    Use.PAPERS: N_("Papers"),
    Use.MINUTES: N_("Minutes"),
    Use.OTHER: N_("Other"),
}

FORMATS: Mapping[FileFormat, str] = {
    FileFormat.PDF: "PDF",
    FileFormat.DOCX: "Word",
    FileFormat.ODT: "ODT",
}

KILO, MEGA = 1_000, 1_000_000


def use_word(use: Use, party: str | None, names: Names, lang: Language) -> str:
    return lang.text(USE_WORDS[use], who=names.label(party) if party else "")


def use_options(thing: Entity, kind: Kind, names: Names, lang: Language) -> list[tuple[str, str]]:
    """What a file can be to it, as pairs of value and label; `reply:HOD` is HOD's answer."""
    found = []
    for use in USES[kind]:
        if use is Use.REPLY and isinstance(thing, Letter):
            found += [
                (f"{use.value}:{each}", use_word(use, each, names, lang))
                for each in thing.recipients
            ]
        else:
            found.append((use.value, use_word(use, None, names, lang)))
    return found


def likely_use(thing: Entity, there: list[Attachment]) -> str:
    """What the next file of the thing most often is, as it stands."""
    has_letter = any(each.use is Use.LETTER for each in there if each.stands)
    found = Use.DRAFT
    match thing:
        case Letter():
            found = Use.ENCLOSURE if has_letter else Use.LETTER
        case Consultation(status=ConsultationStatus.ANNOUNCED):
            found = Use.CALL
        case Consultation(status=ConsultationStatus.SUBMITTED):
            found = Use.RESPONSE
        case OpEd(status=OpEdStatus.SUBMITTED | OpEdStatus.PUBLISHED):
            found = Use.FINAL
        case Meeting(status=status):
            found = Use.MINUTES if status is MeetingStatus.HELD else Use.PAPERS
    return found


def size_word(size: int, lang: Language) -> str:
    """As people say it: 240 kB or 1,4 MB."""
    if size < MEGA:
        return f"{max(1, round(size / KILO))}\N{NO-BREAK SPACE}kB"
    point = "." if lang.code == "en" else ","
    return f"{size / MEGA:.1f}\N{NO-BREAK SPACE}MB".replace(".", point)
