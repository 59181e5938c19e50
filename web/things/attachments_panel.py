"""The files of a thing as its page lists them, and what can be done with them."""

from dataclasses import dataclass
from urllib.parse import quote

from starlette.requests import Request

from ...commands.attachments import HOLDERS, attachments_of, kind_of
from ...domain.attachments import Attachment
from ...domain.entity import Entity
from ...domain.meetings import Meeting
from ...store.clock import local_day
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full
from ...wording.language import Language
from ..access import opens, sends
from ..concerns import concerns, concerns_file
from ..deeds.acting import reader_of
from ..links import address
from ..meetings.invited import invitation_to
from ..names import Names
from ..signing_in.sessions import SignedIn
from .attachment_words import FORMATS, size_word, use_word


@dataclass(frozen=True)
class FileLine:
    """`said` tells what it is; `act` leads to its withdrawal, or takes that back."""

    name: str
    href: str
    said: str
    act: str


@dataclass(frozen=True)
class FilesPanel:
    """`add` leads to the form for more; empty for whoever may not."""

    standing: list[FileLine]
    withdrawn: list[FileLine]
    add: str


def file_address(key: str, act: str = "") -> str:
    """Where the file is fetched, or where that is done with it."""
    return "/".join(filter(None, ("/attachments", quote(key, safe=""), act)))


def may_see(request: Request, reader: SignedIn, thing: Entity, work: UnitOfWork) -> bool:
    """Whether the reader may open the page of the thing, and so its files."""
    if not opens(request, reader.role, address(thing)):
        return False
    invited = isinstance(thing, Meeting) and invitation_to(work, thing.key, reader.key)
    return bool(invited) or concerns(reader, thing)


def files_panel(
    request: Request, thing: Entity, names: Names, work: UnitOfWork, lang: Language
) -> FilesPanel | None:
    """None for what takes no files; what was withdrawn is for the secretariat and the leader."""
    if not isinstance(thing, tuple(HOLDERS.values())):
        return None
    reader = reader_of(request)
    every = attachments_of(work, kind_of(thing), thing.key)
    files = [each for each in every if concerns_file(reader, each, thing)]
    add = f"{address(thing)}/attachments"
    return FilesPanel(
        [
            FileLine(
                each.name,
                file_address(each.key),
                _said(each, names, work, lang),
                _if_sent(request, reader, file_address(each.key, "withdraw")),
            )
            for each in files
            if each.stands
        ],
        [
            FileLine(
                each.name,
                file_address(each.key),
                _why(each, names, work, lang),
                _if_sent(request, reader, file_address(each.key, "restore")),
            )
            for each in files
            if not each.stands
        ],
        _if_sent(request, reader, add),
    )


def _if_sent(request: Request, reader: SignedIn, path: str) -> str:
    return path if sends(request, reader.role, path) else ""


def _said(file: Attachment, names: Names, work: UnitOfWork, lang: Language) -> str:
    day = local_day(file.added, work.office.zone)
    added = lang.text(
        "attached {day} by {who}",
        day=day_in_full(day, lang),
        who=names.people.get(file.added_by, "Tilsvar"),
    )
    parts = [
        use_word(file.use, file.party, names, lang),
        FORMATS[file.format],
        size_word(file.size, lang),
        added,
    ]
    return " · ".join(parts)


def _why(file: Attachment, names: Names, work: UnitOfWork, lang: Language) -> str:
    if file.withdrawn is None:
        return ""
    facts = {
        "day": day_in_full(local_day(file.withdrawn, work.office.zone), lang),
        "who": names.people.get(file.withdrawn_by or "", "Tilsvar"),
    }
    if not file.why:
        return lang.text("Withdrawn {day} by {who}.", **facts)
    return lang.text("Withdrawn {day} by {who}: {why}", why=file.why, **facts)
