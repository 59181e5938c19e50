"""What an address proposes for a new meeting, such as the guests of an invitation list."""

from starlette.requests import Request

from ...domain.kinds import MeetingKind


def asked_for(request: Request) -> dict[str, str | list[str]]:
    """By field: `?kind=dialogue&title=…&theme=T-KI&participants=HOD&participants=KD`."""
    asked = request.query_params
    proposed = {name: asked[name] for name in ("title", "area", "theme") if name in asked}
    kind = asked.get("kind", MeetingKind.COUNCIL.value)
    return {**proposed, "kind": kind, "participants": asked.getlist("participants")}
