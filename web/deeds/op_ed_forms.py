"""What is asked at each step of an op-ed."""

from typing import Literal

from ...domain.sentences import N_
from ..forms import Day, Form, Line, Text, field
from .deed import Chosen, MaybeWhen


class Facts(Form):
    title: Line = field(N_("Working title"))
    area: Chosen = field(N_("Area"), default=None)
    responsible: Chosen = field(N_("Responsible"), default=None)
    source: Text = field(N_("Source"), default="")


class Started(Facts):
    stage: Literal["idea", "draft"] = field(N_("Status"), default="idea")


class CommentsMoved(Form):
    comments_by: Day = field(N_("Comments by"))


class Submitted(Form):
    outlet: Line = field(N_("Outlet"))
    on: MaybeWhen = field(N_("Submitted"), default=None)


class Answered(Form):
    on: MaybeWhen = field(N_("Answered"), default=None)


class Printed(Form):
    outlet: Chosen = field(N_("Outlet"), default=None)
    on: MaybeWhen = field(N_("Published"), default=None)


class Signed(Form):
    organisation: Line = field(N_("Co-signer"))


class Reacted(Form):
    reaction: Line = field(N_("Reaction"))


class Restored(Form):
    stage: Literal["idea", "draft", "circulated", "approved", "submitted", "rejected"] = field(
        N_("Status")
    )
