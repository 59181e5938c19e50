"""How what was told and what was proposed about a meeting is stored: as small JSON documents."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from ..domain.dates import Edtf
from ..domain.invitations import Asked, Notice, Proposal, Shown, What
from ..domain.kinds import PartStat
from ..domain.meetings import MeetingTime


class NoticeJson(TypeDecorator[Notice]):
    """One version of an invitation, with everything that its bytes depend on."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Notice | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return _written(
            {
                "what": value.what.value,
                "sequence": value.sequence,
                "stamp": value.stamp.isoformat(),
                "shown": _shown(value.shown),
                "was": _shown(value.was) if value.was else None,
                "partstat": value.partstat.value,
                "others": [[key, partstat.value] for key, partstat in value.others],
                "mail": value.mail,
                "replaces": [
                    _time(value.replaces.time),
                    value.replaces.sequence,
                    value.replaces.partstat.value,
                ],
            }
        )

    def process_result_value(self, value: str | None, dialect: Dialect) -> Notice | None:
        if value is None:
            return None
        read: dict[str, Any] = json.loads(value)
        time, sequence, partstat = read["replaces"]
        return Notice(
            What(read["what"]),
            read["sequence"],
            datetime.fromisoformat(read["stamp"]),
            _read_shown(read["shown"]),
            _read_shown(read["was"]) if read["was"] else None,
            PartStat(read["partstat"]),
            tuple((key, PartStat(answer)) for key, answer in read["others"]),
            read["mail"],
            Asked(_read_time(time), sequence, PartStat(partstat)),
        )


class ProposalJson(TypeDecorator[Proposal]):
    """Another time that an attendee asks for."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Proposal | None, dialect: Dialect) -> str | None:
        return (
            None if value is None else _written({"time": _time(value.time), "place": value.place})
        )

    def process_result_value(self, value: str | None, dialect: Dialect) -> Proposal | None:
        if value is None:
            return None
        read: dict[str, Any] = json.loads(value)
        return Proposal(_read_time(read["time"]), read["place"])


def _written(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, sort_keys=True)


def _shown(shown: Shown) -> dict[str, Any]:
    return vars(shown) | {"time": _time(shown.time)}


def _read_shown(read: dict[str, Any]) -> Shown:
    return Shown(**read | {"time": _read_time(read["time"])})


def _time(time: MeetingTime) -> list[str | None]:
    moments = (time.start, time.end)
    return [time.on.text, *(moment.isoformat() if moment else None for moment in moments)]


def _read_time(read: list[str | None]) -> MeetingTime:
    on, start, end = read
    moments = (datetime.fromisoformat(each) if each else None for each in (start, end))
    return MeetingTime(Edtf(str(on)), *moments)
