"""The addresses of the reports that are sent at fixed times."""

from starlette.routing import Route

from ..settings.schedules import PATH
from . import scheduled_reports as pages

SCHEDULED = [
    Route(PATH, pages.scheduled_reports),
    Route(f"{PATH}/new", pages.new_scheduled_report, methods=["GET", "POST"]),
    Route(f"{PATH}/{{key}}", pages.scheduled_report),
    Route(f"{PATH}/{{key}}/change", pages.change_scheduled_report, methods=["GET", "POST"]),
    Route(f"{PATH}/{{key}}/{{act}}", pages.scheduled_report_act, methods=["POST"]),
]
