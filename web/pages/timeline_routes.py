"""The addresses of timelines, of what belongs to themes, and of notes, promises and points."""

from starlette.routing import Route

from ...domain.kinds import Kind
from . import belonging, doing, notes, points, timelines

BOTH = ["GET", "POST"]

TIMELINES = [
    Route("/organisations/{key}/timeline", timelines.organisation_timeline),
    Route("/themes/{key}/timeline", timelines.theme_timeline),
    Route("/themes/{key}/things", belonging.things, name="theme_things"),
    Route("/belonging/add", belonging.added, name="add_to_theme", methods=["POST"]),
    Route("/belonging/take", belonging.taken, name="take_from_theme", methods=["POST"]),
    Route("/belonging/{kind}/{key}", belonging.choose_theme, methods=BOTH),
    Route("/notes/new", doing.new_thing(Kind.NOTE), name="new_note", methods=BOTH),
    Route("/notes/{key}", notes.note),
    Route("/notes/{key}/{deed}", doing.deed_with(Kind.NOTE), name="note_deed", methods=BOTH),
    Route("/promises/new", doing.new_thing(Kind.PROMISE), name="new_promise", methods=BOTH),
    Route("/promises/{key}", notes.promise),
    Route(
        "/promises/{key}/{deed}",
        doing.deed_with(Kind.PROMISE),
        name="promise_deed",
        methods=BOTH,
    ),
    Route("/points/new", doing.new_thing(Kind.POINT), name="new_point", methods=BOTH),
    Route("/points/{key}", points.point),
    Route("/points/{key}/{deed}", doing.deed_with(Kind.POINT), name="point_deed", methods=BOTH),
]
