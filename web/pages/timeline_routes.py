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
    doing.new_thing("/notes/new", Kind.NOTE),
    Route("/notes/{key}", notes.note),
    doing.deeds_with("/notes/{key}/{deed}", Kind.NOTE),
    doing.new_thing("/promises/new", Kind.PROMISE),
    Route("/promises/{key}", notes.promise),
    doing.deeds_with("/promises/{key}/{deed}", Kind.PROMISE),
    doing.new_thing("/points/new", Kind.POINT),
    Route("/points/{key}", points.point),
    doing.deeds_with("/points/{key}/{deed}", Kind.POINT),
]
