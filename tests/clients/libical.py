"""libical, the reader of Evolution and KDE, asked through ctypes: what it sees and what it blames.

Its `icalrestriction_check` holds the tables of RFC 5546: which property a component of which method
must, may and must not have.
"""

import ctypes
import re
from ctypes import c_char_p, c_int, c_int64, c_void_p
from ctypes.util import find_library
from datetime import date
from functools import cache
from typing import Any

import pytest

from tilsvar.tests.clients.shown import Shown

_FAULT = re.compile(r"^X-LIC-ERROR;X-LIC-ERRORTYPE=([A-Z-]+):(.*)$", re.MULTILINE)


class _Time(ctypes.Structure):
    _fields_ = (
        *((name, c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        *(("is_date", c_int), ("is_daylight", c_int), ("zone", c_void_p)),
    )


_SIGNATURES: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "icalparser_parse_string": (c_void_p, (c_char_p,)),
    "icalrestriction_check": (c_int, (c_void_p,)),
    "icalcomponent_string_to_kind": (c_int, (c_char_p,)),
    "icalcomponent_get_first_component": (c_void_p, (c_void_p, c_int)),
    "icalcomponent_get_next_component": (c_void_p, (c_void_p, c_int)),
    "icalcomponent_as_ical_string": (c_char_p, (c_void_p,)),
    "icalcomponent_get_uid": (c_char_p, (c_void_p,)),
    "icalcomponent_get_summary": (c_char_p, (c_void_p,)),
    "icalcomponent_get_location": (c_char_p, (c_void_p,)),
    "icalcomponent_get_description": (c_char_p, (c_void_p,)),
    "icalcomponent_get_dtstart": (_Time, (c_void_p,)),
    "icalcomponent_get_dtend": (_Time, (c_void_p,)),
    "icaltime_as_timet_with_zone": (c_int64, (_Time, c_void_p)),
    "icalcomponent_free": (None, (c_void_p,)),
    "icalerror_set_errors_are_fatal": (None, (c_int,)),
}


def faults(data: bytes) -> list[str]:
    """What libical finds wrong: where it could not read, and what its tables forbid or miss."""
    library = _library()
    calendar = library.icalparser_parse_string(data)
    if not calendar:
        return ["libical reads no calendar at all"]
    try:
        fine = library.icalrestriction_check(calendar)
        text = library.icalcomponent_as_ical_string(calendar).decode("utf-8", "replace")
    finally:
        library.icalcomponent_free(calendar)
    unfolded = re.sub(r"\r?\n[ \t]", "", text).replace("\r\n", "\n")
    found = [f"{sort}: {said}" for sort, said in _FAULT.findall(unfolded)]
    return found if found or fine else ["icalrestriction_check says no, and not why"]


def shown(data: bytes) -> dict[str, Shown]:
    """The events by UID, their moments worked out from the zone that the file itself declares."""
    library = _library()
    calendar = library.icalparser_parse_string(data)
    assert calendar, "libical reads no calendar at all"
    kind = library.icalcomponent_string_to_kind(b"VEVENT")
    found = {}
    event = library.icalcomponent_get_first_component(calendar, kind)
    while event:
        found[_text(library.icalcomponent_get_uid(event))] = Shown(
            title=_text(library.icalcomponent_get_summary(event)),
            place=_text(library.icalcomponent_get_location(event)),
            description=_text(library.icalcomponent_get_description(event)),
            start=_moment(library.icalcomponent_get_dtstart(event)),
            end=_moment(library.icalcomponent_get_dtend(event)),
        )
        event = library.icalcomponent_get_next_component(calendar, kind)
    library.icalcomponent_free(calendar)
    return found


@cache
def _library() -> Any:
    name = find_library("ical")
    if name is None:
        pytest.skip("libical is not installed: apt-get install libical3")
    library = ctypes.CDLL(name)
    for function, (answer, arguments) in _SIGNATURES.items():
        getattr(library, function).restype = answer
        getattr(library, function).argtypes = arguments
    library.icalerror_set_errors_are_fatal(0)
    return library


def _moment(time: _Time) -> int | str:
    if time.is_date:
        return date(time.year, time.month, time.day).isoformat()
    return int(_library().icaltime_as_timet_with_zone(time, time.zone))


def _text(value: bytes | None) -> str:
    return (value or b"").decode()
