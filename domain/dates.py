"""All about dates, behind one door: their five forms, what people type, and moments."""

from .edtf import Edtf, ImpossibleDate, NotADate, NotOneDay, Precision
from .moments import NaiveMoment, aware, end_of_day, local_moment
from .typed_dates import read_date

__all__ = [
    "Edtf",
    "ImpossibleDate",
    "NaiveMoment",
    "NotADate",
    "NotOneDay",
    "Precision",
    "aware",
    "end_of_day",
    "local_moment",
    "read_date",
]
