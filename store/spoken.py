"""What a class of things is called in the sentence of an error."""

_SPOKEN = {
    "OpEd": "op-ed",
    "FollowUp": "follow-up",
    "ParticipantGroup": "group",
    "ContactFunction": "contact",
    "TargetGroup": "target group",
    "PublicMark": "entry of the public list",
    "ScheduledReport": "scheduled report",
}


def spoken(cls: type[object]) -> str:
    """The word of that class in English; it is translated with its sentence."""
    return _SPOKEN.get(cls.__name__, cls.__name__.lower())
