"""The public list as other websites take it in: an HTML fragment, an Atom feed, a JSON feed.

The fragment has no styles and no scripts; whoever includes it styles it. Atom is RFC 4287, JSON is
JSON Feed 1.1 with what it has no word for under `_tilsvar`. The same list is the same bytes.
"""

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from markupsafe import escape

from ..domain.dates import Precision
from ..wording.language import Language
from .public_list import PublicEntry, PublicList

JSON_FEED = "https://jsonfeed.org/version/1.1"
_UNSOUND = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Publisher:
    """Whose list it is: the council's name, its zone, and the address of the list itself."""

    council: str
    zone: ZoneInfo
    address: str


def title_of(publisher: Publisher, lang: Language) -> str:
    """What the list is called: “HelseOmsorg21-rådet mener”."""
    return lang.text("What {council} says", council=publisher.council)


def fragment(found: PublicList, _publisher: Publisher) -> bytes:
    """Part of an HTML page in UTF-8: a heading for each year, and a list under it."""
    lang = found.lang
    lines = [f'<div class="statements" lang="{lang.code}">']
    if not found.entries:
        lines.append(f"<p>{escape(lang.text('Nothing is published here yet.'))}</p>")
    for year, entries in found.years:
        lines += [f"<h2>{year}</h2>", "<ul>"]
        lines += [_item(each) for each in entries]
        lines.append("</ul>")
    lines.append("</div>")
    return ("\n".join(lines) + "\n").encode()


def _item(entry: PublicEntry) -> str:
    title = str(escape(_sound(entry.title)))
    if entry.address:
        title = f'<a href="{escape(entry.address)}">{title}</a>'
    when = str(escape(entry.when))
    if entry.on.precision is Precision.DAY:
        when = f'<time datetime="{entry.on.text}">{when}</time>'
    detail = escape(_sound(entry.detail))
    return f'<li>{title}<br><span class="statement-detail">{detail}, {when}</span></li>'


def atom(found: PublicList, publisher: Publisher) -> bytes:
    """The same as an Atom feed (RFC 4287)."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{found.lang.code}">',
        f"  <id>{escape(publisher.address)}</id>",
        f"  <title>{escape(title_of(publisher, found.lang))}</title>",
        f"  <updated>{_moment(found.updated)}</updated>",
        f'  <link rel="self" type="application/atom+xml" href="{escape(publisher.address)}"/>',
        f"  <author><name>{escape(publisher.council)}</name></author>",
    ]
    for entry in found.entries:
        lines += _entry(entry, publisher.zone)
    lines.append("</feed>")
    return ("\n".join(lines) + "\n").encode()


def _entry(entry: PublicEntry, zone: ZoneInfo) -> list[str]:
    lines = [
        "  <entry>",
        f"    <id>urn:uuid:{entry.uid}</id>",
        f"    <title>{escape(_sound(entry.title))}</title>",
        f"    <updated>{_moment(entry.updated)}</updated>",
    ]
    if entry.on.precision is Precision.DAY:
        lines.append(f"    <published>{_begins(entry, zone)}</published>")
    if entry.address:
        lines.append(f'    <link rel="alternate" href="{escape(entry.address)}"/>')
    lines += [
        f'    <category term="{entry.sort}"/>',
        f'    <content type="text">{escape(_content(entry))}</content>',
        "  </entry>",
    ]
    return lines


def json_feed(found: PublicList, publisher: Publisher) -> bytes:
    """The same as a JSON Feed 1.1."""
    feed = {
        "version": JSON_FEED,
        "title": title_of(publisher, found.lang),
        "language": found.lang.code,
        "feed_url": publisher.address,
        "authors": [{"name": publisher.council}],
        "items": [_as_json(each, publisher.zone) for each in found.entries],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=2) + "\n").encode()


def _as_json(entry: PublicEntry, zone: ZoneInfo) -> dict[str, object]:
    item: dict[str, object] = {
        "id": f"urn:uuid:{entry.uid}",
        "title": entry.title,
        "content_text": _content(entry),
        "date_modified": _moment(entry.updated),
    }
    if entry.address:
        item["url"] = entry.address
    if entry.on.precision is Precision.DAY:
        item["date_published"] = _begins(entry, zone)
    item["_tilsvar"] = {
        "kind": entry.sort,
        "date": entry.on.text,
        "date_in_words": entry.when,
        "year": entry.year,
    }
    return item


def _content(entry: PublicEntry) -> str:
    return f"{_sound(entry.detail)}, {entry.when}"


def _moment(at: datetime) -> str:
    """RFC 3339, in UTC, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _begins(entry: PublicEntry, zone: ZoneInfo) -> str:
    """The beginning of its day where the council is."""
    return datetime.combine(entry.on.first, time(), zone).isoformat()


def _sound(text: str) -> str:
    """Without the characters that XML 1.0 cannot hold."""
    return _UNSOUND.sub("", text)
