"""A strict reader of calendars, independent of any library: most clients forgive, this one names.

`faults(data)` gives one sentence per fault, none for a calendar that is right by RFC 5545 and 7986
and by what clients are known to stumble over.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

LONGEST_LINE = 75
EVENT_ONCE = ("UID", "DTSTAMP", "DTSTART")
EVENT_AT_MOST_ONCE = (
    *("DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "STATUS", "TRANSP", "SEQUENCE"),
    *("CREATED", "LAST-MODIFIED", "CLASS", "ORGANIZER", "PRIORITY", "COLOR"),
)
TEXTS = (
    *("SUMMARY", "DESCRIPTION", "LOCATION", "UID", "PRODID"),
    *("NAME", "X-WR-CALNAME", "X-WR-CALDESC"),
)
STAMPS = ("DTSTAMP", "LAST-MODIFIED", "CREATED")
WORDS = {
    "STATUS": {"TENTATIVE", "CONFIRMED", "CANCELLED"},
    "TRANSP": {"OPAQUE", "TRANSPARENT"},
}

_LINE = re.compile(
    r'(?P<name>[A-Z0-9-]+)(?P<params>(?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(?P<value>.*)',
    re.DOTALL,
)
_PARAM = re.compile(r';([A-Z0-9-]+)=("[^"]*"|[^";:,]*)')
_TEXT = re.compile(r"(?:[^\\;,]|\\[\\;,nN])*")
_TEXT_LIST = re.compile(r"(?:[^\\;]|\\[\\;,nN])*")


@dataclass
class Property:
    name: str
    params: dict[str, str]
    value: str


@dataclass
class Component:
    name: str
    properties: list[Property] = field(default_factory=list)
    children: list["Component"] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        return [each for each in self.properties if each.name == name]

    def first(self, name: str) -> Property | None:
        return next(iter(self.all(name)), None)

    def value(self, name: str) -> str:
        found = self.first(name)
        return found.value if found else ""


def faults(data: bytes, *, method: str | None = None) -> list[str]:
    """Every fault of a calendar, as sentences; `method` is what a message must have, a feed none.

    What else a message must and must not have is in `itip_linter`.
    """
    found = list(_faults_of_bytes(data))
    try:
        calendar = read(data)
    except ValueError as unreadable:
        return [*found, str(unreadable)]
    return [*found, *_faults_of_method(calendar, method), *_faults_of_calendar(calendar)]


def read(data: bytes) -> Component:
    """The tree of components; ValueError says what is no calendar."""
    top = Component("")
    open_ones = [top]
    for line in data.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n"):
        match = _LINE.fullmatch(line)
        if not match:
            raise ValueError(f"not a content line: {line[:40]!r}")
        params = {name: value.strip('"') for name, value in _PARAM.findall(match["params"])}
        name, value = match["name"], match["value"]
        if name == "BEGIN":
            component = Component(value)
            open_ones[-1].children.append(component)
            open_ones.append(component)
        elif name == "END":
            if open_ones.pop().name != value or not open_ones:
                raise ValueError(f"END:{value} ends what did not begin")
        else:
            open_ones[-1].properties.append(Property(name, params, value))
    if len(open_ones) > 1 or top.properties or [one.name for one in top.children] != ["VCALENDAR"]:
        raise ValueError("not exactly one VCALENDAR from first to last line")
    return top.children[0]


def _faults_of_bytes(data: bytes) -> Iterator[str]:
    if not data.endswith(b"\r\n"):
        yield "the last line does not end with CRLF"
    lines = data.removesuffix(b"\r\n").split(b"\r\n")
    for number, line in enumerate(lines, start=1):
        if b"\r" in line or b"\n" in line:
            yield f"line {number} has a line break that is not CRLF"
        if len(line) > LONGEST_LINE:
            yield f"line {number} has {len(line)} octets"
        if re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", line):
            yield f"line {number} has a control character"
        try:
            line.decode()
        except UnicodeDecodeError:
            yield f"line {number} is not UTF-8, or is folded inside a character"
        folded = number < len(lines) and lines[number].startswith(b" ")
        if folded and (len(line) - len(line.rstrip(b"\\"))) % 2:
            yield f"line {number} is folded inside an escape"


def _faults_of_calendar(calendar: Component) -> Iterator[str]:
    yield from _faults_of_head(calendar)
    zones = [one for one in calendar.children if one.name == "VTIMEZONE"]
    events = [one for one in calendar.children if one.name == "VEVENT"]
    yield from _twice("TZID", zones)
    yield from _twice("UID", events)
    for zone in zones:
        yield from _faults_of_zone(zone)
    for event in events:
        yield from _faults_of_event(event, {zone.value("TZID") for zone in zones})


def _faults_of_method(calendar: Component, method: str | None) -> Iterator[str]:
    if method is None:
        if calendar.first("METHOD"):
            yield "VCALENDAR has METHOD, which a feed must not have"
        return
    yield from _once(calendar, "METHOD")
    if calendar.value("METHOD") != method:
        yield f"METHOD is {calendar.value('METHOD')!r} and not {method}"


def _faults_of_head(calendar: Component) -> Iterator[str]:
    for name in ("PRODID", "VERSION"):
        yield from _once(calendar, name)
    if calendar.first("UID"):
        yield "VCALENDAR has UID, which it must not have"
    refresh = calendar.first("REFRESH-INTERVAL")
    if refresh and refresh.params.get("VALUE") != "DURATION":
        yield "REFRESH-INTERVAL without VALUE=DURATION"
    if not calendar.children:
        yield "VCALENDAR has no component"
    yield from _faults_of_values(calendar)


def _twice(name: str, components: list[Component]) -> Iterator[str]:
    for value, times in Counter(one.value(name) for one in components).items():
        if times > 1:
            yield f"{name} {value} stands on {times} components"


def _faults_of_zone(zone: Component) -> Iterator[str]:
    yield from _once(zone, "TZID")
    if {one.name for one in zone.children} != {"STANDARD", "DAYLIGHT"}:
        yield "VTIMEZONE does not have both STANDARD and DAYLIGHT"
    for part in zone.children:
        for name in ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"):
            yield from _once(part, name)
        if part.first("RDATE"):
            yield f"{part.name} lists its changes as RDATE, which ical.js misreads"
    if zone.first("COMMENT"):
        yield "VTIMEZONE has COMMENT"


def _faults_of_event(event: Component, zones: set[str]) -> Iterator[str]:
    for name in EVENT_ONCE:
        yield from _once(event, name)
    for name in EVENT_AT_MOST_ONCE:
        if len(event.all(name)) > 1:
            yield f"VEVENT has {name} more than once"
    for name in STAMPS:
        if event.first(name) and not re.fullmatch(r"\d{8}T\d{6}Z", event.value(name)):
            yield f"{name} is not in UTC"
    for name, allowed in WORDS.items():
        if event.first(name) and event.value(name) not in allowed:
            yield f"{name}:{event.value(name)} is no such word"
    if event.first("SEQUENCE") and not re.fullmatch(r"\d+", event.value("SEQUENCE")):
        yield "SEQUENCE is not a number"
    yield from _faults_of_values(event)
    yield from _faults_of_times(event, zones)
    for part in event.children:
        yield from _faults_of_alarm(part)


def _faults_of_alarm(alarm: Component) -> Iterator[str]:
    if alarm.name != "VALARM":
        yield f"VEVENT has a {alarm.name} in it"
        return
    for name in ("ACTION", "TRIGGER", "DESCRIPTION"):
        yield from _once(alarm, name)
    if alarm.value("ACTION") != "DISPLAY":
        yield f"ACTION:{alarm.value('ACTION')} is not DISPLAY"
    if not re.fullmatch(r"-P(?:T\d+[HM]|\d+[DW])", alarm.value("TRIGGER")):
        yield f"TRIGGER:{alarm.value('TRIGGER')} is no time before the event"


def _faults_of_times(event: Component, zones: set[str]) -> Iterator[str]:
    start, end = event.first("DTSTART"), event.first("DTEND")
    for each in (one for one in (start, end) if one):
        tzid = each.params.get("TZID")
        is_date = each.params.get("VALUE") == "DATE"
        if is_date and tzid:
            yield f"{each.name} is a date with a TZID"
        elif tzid and tzid not in zones:
            yield f"TZID {tzid} is not declared"
        elif not is_date and not tzid and not each.value.endswith("Z"):
            yield f"{each.name} has neither zone nor UTC"
        if tzid and each.value.endswith("Z"):
            yield f"{each.name} is in UTC and has a TZID"
    if start and end:
        if start.params != end.params or len(start.value) != len(end.value):
            yield "DTSTART and DTEND differ in form"
        else:
            yield from _order(start.value, end.value)


def _order(start: str, end: str) -> Iterator[str]:
    try:
        if not moment(start) < moment(end):
            yield f"DTEND {end} is not after DTSTART {start}"
    except ValueError as impossible:
        yield f"DTSTART or DTEND is no moment: {impossible}"


def moment(value: str) -> datetime | date:
    """A DATE as a date, a DATE-TIME as a datetime that is naive unless it stands in UTC."""
    if "T" not in value:
        return datetime.strptime(value, "%Y%m%d").replace(tzinfo=UTC).date()
    read_one = datetime.strptime(value.removesuffix("Z"), "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
    return read_one if value.endswith("Z") else read_one.replace(tzinfo=None)


def _faults_of_values(component: Component) -> Iterator[str]:
    for name in TEXTS:
        for each in component.all(name):
            if not _TEXT.fullmatch(each.value):
                yield f"{name} is not escaped: {each.value[:40]!r}"
    for each in component.all("CATEGORIES"):
        if not _TEXT_LIST.fullmatch(each.value):
            yield f"CATEGORIES is not escaped: {each.value[:40]!r}"
    for each in component.all("URL"):
        if re.search(r"\s", each.value) or not re.match(r"[a-z][a-z0-9+.-]*:", each.value):
            yield f"URL is no address: {each.value[:40]!r}"
    for each in component.all("COLOR"):
        if not re.fullmatch(r"[a-z]+", each.value):
            yield f"COLOR is no CSS colour name: {each.value!r}"


def _once(component: Component, name: str) -> Iterator[str]:
    times = len(component.all(name))
    if times != 1:
        yield f"{component.name} has {name} {times} times"
