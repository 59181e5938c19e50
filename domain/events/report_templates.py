"""Which template the reports in Word follow."""

from dataclasses import dataclass

from ..kinds import Kind
from ..sentences import N_
from .base import Event


@dataclass(frozen=True)
class ReportTemplateChanged(Event):
    """`file` is what the file of the council's own template is called, empty for the built-in."""

    about = Kind.RULES
    format: str
    file: str

    @property
    def sentence(self) -> str:
        """The council's own, or the one that everybody has."""
        if self.file:
            return N_("Reports in Word follow the council’s own template, “{file}”.")
        return N_("Reports in Word follow the built-in template.")
