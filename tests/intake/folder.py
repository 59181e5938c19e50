"""A small register in a folder, to which each story adds the rows that it is about."""

from collections.abc import Collection, Mapping
from pathlib import Path

import pytest

from tilsvar.intake.register.reader import Register, read_register
from tilsvar.intake.register.refusal import RegisterRefused

ORGANISATIONS = """key,name,kind,successor,from
HOD,Helse- og omsorgsdepartementet,ministry,,
KD,Kunnskapsdepartementet,ministry,,
KMD,Kommunal- og moderniseringsdepartementet,ministry,KDD,2022-01-01
KDD,Kommunal- og distriktsdepartementet,ministry,,
"""
LETTERS = """id,kind,title,sent,recipients
L1,letter,Om KSF,2020-06-30,HOD;KMD
L2,submission,Innspill,2021-05,KD
"""


class Folder:
    """A folder of CSV files: four ministries and two letters, until a story says otherwise."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.write("organisations", ORGANISATIONS)
        self.write("letters", LETTERS)

    def write(self, sheet: str, text: str, encoding: str = "utf-8") -> None:
        (self.path / f"{sheet}.csv").write_bytes(text.encode(encoding))

    def add(self, sheet: str, *rows: str) -> None:
        with (self.path / f"{sheet}.csv").open("a", encoding="utf-8") as file:
            file.writelines(f"{row}\n" for row in rows)

    def read(self, known: Mapping[str, Collection[str]] | None = None) -> Register:
        return read_register(self.path, known or {})

    def errors(self) -> list[str]:
        """What is said of each thing that is wrong; the reading must be refused."""
        return [str(error) for error in self._refused().errors]

    def refusal(self) -> str:
        """The whole text of the refusal."""
        return str(self._refused())

    def _refused(self) -> RegisterRefused:
        with pytest.raises(RegisterRefused) as refused:
            self.read()
        return refused.value
