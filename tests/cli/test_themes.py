"""A theme and its measures at the command line."""

from tilsvar.tests.cli.conftest import Tilsvar


def test_a_theme_is_registered_decided_on_and_set_aside(council: Tilsvar) -> None:
    def theme(*words: str) -> str:
        said = council("theme", *words)
        return said.out or said.err

    assert theme("register", "--title", "Ventetid", "--key", "T1") == (
        "T1 is registered; stage: idea.\n"
    )
    assert theme("decide", "T1", "BP2") == (
        "BP2 cannot be decided yet: BP1 comes first, since the theme is in idea.\n"
    )
    assert theme("decide", "T1", "BP1", "--decided-by", "LEDER", "--by", "SEK1") == (
        "BP1 of T1 is recorded; stage: analysis.\n"
    )
    assert theme("withdraw-decision", "T1", "BP1", "--why", "Feil") == (
        "BP1 of T1 is withdrawn; stage: idea.\n"
    )
    assert theme("set-aside", "T1", "--why", "Venter") == "T1 is set aside.\n"
    assert theme("list").splitlines()[-1].split()[:3] == ["T1", "set", "aside"]
    assert theme("take-up", "T1") == "T1 is taken up again.\n"
    theme("register", "--title", "Beredskap", "--key", "T2", "--stage-not-known")
    assert theme("list").splitlines()[-1].split()[:3] == ["T2", "not", "known"]


def test_a_measure_is_planned_followed_up_and_closed(council: Tilsvar) -> None:
    def measure(*words: str) -> str:
        said = council("measure", *words)
        return said.out or said.err

    council("theme", "register", "--title", "Ventetid", "--key", "T1")
    planned = measure("plan", "T1", "--title", "Felles tall", "--follow-up", "våren 2023")
    assert planned == "T1-01 is planned; follow-up: 2023-21.\n"
    assert measure("follow-up", "T1-01", "--again", "16.5.2023", "--note", "Ringt") == (
        "T1-01 is followed up; next: 2023-05-16.\n"
    )
    assert measure("done", "T1-01", "--on", "2023-02-01") == "T1-01 is carried out: 2023-02-01.\n"
    assert measure("drop", "T1-01", "--why", "Nei") == (
        "The measure is closed: open it again first.\n"
    )
    assert measure("reopen", "T1-01") == "T1-01 is open again.\n"
    assert measure("drop", "T1-01", "--why", "Nei") == "T1-01 is dropped.\n"
