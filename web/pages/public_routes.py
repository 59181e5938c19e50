"""The addresses of the public list: what others fetch, and where it is kept."""

from starlette.routing import Route

from . import public_list, publishing

PUBLIC = [
    Route("/public/statements.{ending}", public_list.public_statements),
    Route("/settings/public-list", public_list.public_settings),
    Route(
        "/settings/public-list/{kind}/{key}", publishing.public_statement, methods=["GET", "POST"]
    ),
    Route("/settings/public-list/{kind}/{key}/{act}", publishing.public_act, methods=["POST"]),
]
