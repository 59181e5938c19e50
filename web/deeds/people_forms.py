"""The forms about people: who they are, which role they have from when, how they get in."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, StringConstraints

from ...domain.kinds import Role
from ...domain.sentences import N_
from ..forms import Address, Day, Form, Line, MaybeDay, field
from .deed import Chosen

Identifier = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^\S+$")]
MaybeIdentifier = Annotated[Identifier | None, BeforeValidator(lambda value: value or None)]
"""What an identity provider calls somebody or itself: no spaces, and as long as is stored."""


class Facts(Form):
    name: Line = field(N_("Name"))
    email: Address = field(N_("E-mail"))
    role: Role = field(N_("Role"))
    organisation: Chosen = field(N_("Comes from"), default=None)
    deputy_for: Chosen = field(N_("Deputy for"), default=None)
    since: MaybeDay = field(N_("First day in the role"), default=None)
    language: Literal["", "nb", "nn", "en"] = field(N_("Language"), default="")


class Joined(Facts):
    since: Day = field(N_("First day in the role"))


class Corrected(Facts):
    until: MaybeDay = field(N_("Last day in the role"), default=None)


class Changed(Form):
    role: Role = field(N_("New role"))
    on: Day = field(N_("From"))


class Ended(Form):
    on: Day = field(N_("Last day in the role"))


class Stays(Form):
    until: Line = field(N_("Last day in the role"))


class Account(Form):
    tenant: Identifier = field(N_("Tenant"))
    subject: MaybeIdentifier = field(N_("Object id"), default=None)


class Session(Form):
    session: int | None = field(N_("Session"), default=None)
