"""Which organisations there are, who took over, and the language of letters to each."""

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


def test_who_took_over_is_recorded_and_taken_back(council: Tilsvar) -> None:
    new = council("organisation", "register", "HELSE", "Helse og omsorg", "--kind", "ministry")
    assert (new.code, new.out) == (0, "HELSE is registered: Helse og omsorg.\n")

    told = ("organisation", "succeeded-by", "EHELSE", "HELSE", "--on")
    said = council(*told, "2023-01-01", "--by", "SEK1")
    assert (said.code, said.out) == (0, "HELSE answers for EHELSE from 2023-01-01.\n")
    assert line(council("organisation", "list").out, "EHELSE")[3] == "HELSE"
    twice = council(*told, "2023-01-02")
    assert (twice.code, "HELSE took over from EHELSE on 2023-01-01" in twice.err) == (1, True)
    ring = council("organisation", "succeeded-by", "HELSE", "EHELSE", "--on", "2023-01-03")
    assert "one of them must be the last" in ring.err

    listed = council("stakeholder", "add", "T-KOMMUNELOFT", "HELSE", "--role", "interested")
    assert (listed.code, "registered of EHELSE. Correct that" in listed.err) == (1, True)
    right = council("stakeholder", "correct", "T-KOMMUNELOFT", "HELSE", "--role", "owner")
    assert right.out == "T-KOMMUNELOFT/EHELSE is corrected.\n"

    assert council("organisation", "not-succeeded", "EHELSE").out == "EHELSE answers for itself.\n"
    nobody = council("organisation", "not-succeeded", "EHELSE")
    assert "Nobody is registered" in nobody.err
