"""A meeting as somebody who is invited is shown it: what they were told, not what it is by now."""

from urllib.parse import quote

from ..domain.invitations import Notice
from ..domain.kinds import MeetingKind
from ..domain.meetings import Meeting, MeetingTime
from ..wording.language import Language
from .entries import AllDay, Entry, Timed


def invited_entry(
    meeting: Meeting, notice: Notice, lang: Language, base_url: str, *, external: bool
) -> Entry:
    """The entry of that notice. Only its identity and kind are taken from the meeting of today.

    Whoever is from outside the council gets no link to its pages. A meeting with a day is needed:
    where it has none any more, the last one that was told stands in.
    """
    shown = notice.shown
    time = shown.time if shown.time.on.is_day or notice.was is None else notice.was.time
    url = "" if external else f"{base_url.rstrip('/')}/meetings/{quote(meeting.key, safe='')}"
    return Entry(
        uid=meeting.uid,
        sequence=notice.sequence,
        created=meeting.created,
        modified=notice.stamp,
        kind=MeetingKind(meeting.kind).value,
        title=shown.title,
        when=_span(time),
        place=shown.place,
        description="\n\n".join(
            part
            for part in (
                shown.agenda,
                lang.text("Take part from afar: {url}", url=shown.join_url)
                if shown.join_url
                else "",
                lang.text("Papers: {url}", url=shown.papers_url) if shown.papers_url else "",
                lang.text("More in Tilsvar: {url}", url=url) if url else "",
            )
            if part
        ),
        url=url,
        tentative=shown.planned,
    )


def _span(time: MeetingTime) -> AllDay | Timed:
    return Timed(time.start, time.ends) if time.start and time.ends else AllDay.over(time.on)
