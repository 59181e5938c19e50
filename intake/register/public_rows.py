"""The sheet of what stands on the public list: its columns, its rows, what must hold in one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from ...domain.links import NotALink, web_link
from .columns import Sheet, line, thing
from .refusal import RowError
from .rows import Row

PUBLIC_LIST = Sheet(
    "public_list",
    (thing("thing", "letters", "opeds", required=True), *line("address", "uid")),
    told_by=("thing",),
)


@dataclass(frozen=True, kw_only=True)
class PublicRow(Row):
    """A letter or an op-ed that everybody is shown, and where the council's website shows it.

    `uid` is its identity in feeds, so that their readers see it once.
    """

    thing: str
    address: str
    uid: str


def check_public(row: PublicRow) -> Iterator[RowError]:
    """Everything that is wrong with the row by itself."""
    try:
        web_link(row.address)
    except NotALink:
        problem = "is no web address. Write all of it, from https:// on, without spaces."
        yield row.wrong("address", problem)
    if row.uid and not _is_uuid(row.uid):
        yield row.wrong("uid", "is no UUID in small letters. Leave the cell empty to be given one.")


def check_public_list(rows: Iterable[PublicRow]) -> Iterator[RowError]:
    """An error for each identity that two things have."""
    first: dict[str, PublicRow] = {}
    for row in rows:
        if row.uid and first.setdefault(row.uid, row) is not row:
            line = first[row.uid].line
            yield row.wrong("uid", f"is on line {line} already. Leave one of the two empty.")


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
