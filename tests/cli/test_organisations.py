"""In which language a department is written to is set at the command line."""

from tilsvar.tests.cli.conftest import Tilsvar


def line(said: str, key: str) -> list[str]:
    return next(each.split() for each in said.splitlines() if each.split()[0] == key)


def test_a_department_s_language_is_set_seen_and_taken_back(council: Tilsvar) -> None:
    assert line(council("organisation", "list").out, "HOD")[1:3] == ["ministry", "council"]

    said = council("organisation", "correct", "HOD", "--language", "nn", "--by", "SEK1")
    assert (said.code, said.out) == (0, "HOD is written to in nn.\n")
    assert line(council("organisation", "list").out, "HOD")[1:3] == ["ministry", "nn"]

    back = council("organisation", "correct", "HOD", "--language", "council")
    assert back.out == "HOD is written to in nb.\n"
    unknown = council("organisation", "correct", "XYZ", "--language", "nn")
    assert unknown.err == "There is no organisation XYZ. Check the key.\n"
