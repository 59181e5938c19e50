"""The root of the tree of errors: the docstring of each type is the message a person reads."""

import inspect
from typing import ClassVar


class TilsvarError(Exception):
    """Something could not be done."""

    template: ClassVar[str] = "Something could not be done."

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        if cls.__doc__:
            cls.template = " ".join(inspect.cleandoc(cls.__doc__).split())

    def __init__(self, **facts: object) -> None:
        """Take the named facts of the template; dates among them print as ISO.

        `str(error)` is the English sentence; a page translates `template` and fills in `facts`.
        """
        self.facts = facts
        super().__init__(self.template.format(**facts))


class DomainError(TilsvarError):
    """A rule of the council says no, or a fact cannot be."""
