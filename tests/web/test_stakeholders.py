"""Who has a stake in a theme: on the theme's page, on pages of their own, and from an answer."""

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.letters import withdraw_reply
from tilsvar.commands.stakeholders import party_in
from tilsvar.commands.stances import record_stance
from tilsvar.domain.dates import Edtf
from tilsvar.domain.stakeholders import StanceValue
from tilsvar.tests.web.reader import Page, Reader

THEME = "/themes/T-KOMMUNELOFT"
KDD = f"{THEME}/stakeholders/KDD"
LETTER = "/letters/L2020-02"
"""The letter that HOD, KMD and KD answered in September 2020."""


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def form_of(page: Page) -> dict[str, list[str] | str]:
    """What the page's form would send as it stands."""
    sent: dict[str, list[str] | str] = {}
    [form] = [each for each in page.all(".//form") if each.get("class") == "form stack"]
    for each in form.findall(".//input"):
        if each.get("type") in ("radio", "checkbox") and each.get("checked") is None:
            continue
        sent.setdefault(each.get("name", ""), each.get("value", ""))
    for select in form.findall(".//select"):
        chosen = [each for each in select.findall("option") if each.get("selected") is not None]
        sent[select.get("name", "")] = chosen[0].get("value", "") if chosen else ""
    return sent


def now(council: App, organisation: str = "KDD") -> tuple[str, str]:
    with council.office.reading() as work:
        party = party_in(work, "T-KOMMUNELOFT", organisation)
    assert party is not None
    assert party.stance is not None
    return party.stance.stance.value, party.stance.as_of.text


def test_the_row_of_kmd_is_kdds_with_the_answer_that_its_stance_comes_from(desk: Reader) -> None:
    said = plain(desk.open(THEME).section("stakeholders"))

    assert "Kommunal- og distriktsdepartementet videreført fra KMD" in said
    assert "Støtter delvis sep. 2020" in said
    assert "Svar på Departemental forankring av KSF-rapport" in said
    assert said.index("Helse- og omsorgsdepartementet") < said.index("Kommunal- og distrikts")


def test_a_changed_stance_is_recorded_from_an_answer_and_can_be_undone(
    desk: Reader, council: App
) -> None:
    """From the letter's page the theme, the organisation, the date and the source are known."""
    letter = desk.open(LETTER)
    [href] = [
        each.get("href", "")
        for each in letter.all(".//a")
        if "stakeholders/KDD/stance" in each.get("href", "")
    ]

    form = desk.open(href)
    asked = form_of(form)
    assert asked["evidence"] == "letter:L2020-02"
    assert plain(str(asked["as_of"])) == "september 2020"
    assert asked["source"] == "svar på Departemental forankring av KSF-rapport"

    done = desk.send(href, **(asked | {"stance": "opposed"}))
    assert done.address.startswith(f"{THEME}/stakeholders/KMD?done=stance")
    assert "Holdningen er registrert." in done.text
    assert now(council) == ("opposed", "2020-09")

    where, fields = form_of_undo(done)
    again = desk.send(where, **fields)
    assert "Holdningen er trukket" in again.text
    assert now(council) == ("partly", "2020-09")
    assert "Trukket" in again.section("stances")


def form_of_undo(page: Page, deed: str = "withdraw-stance") -> tuple[str, dict[str, str]]:
    """Where the undo beside the sentence is sent, and with what."""
    form = next(each for each in page.all(".//form") if deed in (each.get("action") or ""))
    fields = {each.get("name", ""): each.get("value", "") for each in form.findall(".//input")}
    return form.get("action", ""), fields


def test_a_stance_that_rests_on_an_answer_taken_back_says_so(desk: Reader, council: App) -> None:
    with council.office.work(by="SEK1") as work:
        record_stance(
            work,
            theme="T-KOMMUNELOFT",
            organisation="KD",
            stance=StanceValue.OPPOSED,
            as_of=Edtf("2022"),
            evidence="letter:L2020-02",
        )
        work.commit()
    answer = "Svar på Departemental forankring av KSF-rapport"
    said = plain(desk.open(f"{THEME}/stakeholders/KD").section("stances"))
    assert answer in said
    assert "trukket tilbake" not in said

    with council.office.work(by="SEK1") as work:
        withdraw_reply(work, letter="L2020-02", sender="KD", why="Gjaldt et annet brev")
        work.commit()
    said = plain(desk.open(f"{THEME}/stakeholders/KD").section("stances"))
    assert f"{answer}, trukket tilbake" in said


def test_a_new_stance_goes_to_the_successor_and_an_older_one_stays_behind(
    desk: Reader, council: App
) -> None:
    for stance, day in (("supports", "1.2.2023"), ("opposed", "2022")):
        asked = form_of(desk.open(f"{KDD}/stance"))
        page = desk.send(f"{KDD}/stance", **(asked | {"stance": stance, "as_of": day}))
    assert now(council) == ("supports", "2023-02-01")

    told = plain(page.section("stances"))
    assert told.startswith("Holdning over tid Nå: Støtter 1. feb. 2023")
    assert "Imot 2022 KDD" in told
    assert "Støtter delvis sep. 2020 KMD" in told


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"stance": "partly", "as_of": "sep. 2020"}, "registrert fra før"),
        ({"stance": "partly", "as_of": "4.2.2023"}, "fram i tid"),
        ({"stance": "partly", "as_of": "31.2.2022"}, "finnes ikke"),
        ({"stance": "partly", "as_of": ""}, "Fyll ut"),
        ({"stance": "begeistret", "as_of": "2022"}, "Velg en av disse"),
        ({"stance": "partly", "as_of": "2022", "evidence": "letter:L2022-06"}, "Velg en av disse"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_keeps_what_was_typed(
    desk: Reader, council: App, typed: dict[str, str], said: str
) -> None:
    asked = form_of(desk.open(f"{KDD}/stance"))
    page = desk.send(f"{KDD}/stance", 422, **(asked | {"source": "Samtale"} | typed))

    assert said in page.text
    assert form_of(page)["source"] == "Samtale"
    assert now(council) == ("partly", "2020-09")


def test_of_two_who_change_the_same_the_second_is_told_and_loses_nothing(desk: Reader) -> None:
    correct = f"{THEME}/stakeholders/HOD/correct"
    first, second = form_of(desk.open(correct)), form_of(desk.open(correct))
    desk.send(correct, **(first | {"responsibility": "Alt"}))
    page = desk.send(correct, 409, **(second | {"responsibility": "Litt"}))
    assert form_of(page)["responsibility"] == "Litt"


def test_several_are_put_on_the_list_at_once_and_taken_off_again(desk: Reader) -> None:
    new = f"{THEME}/stakeholders/new"
    asked = form_of(desk.open(new))
    told = {"departments": ["NFD"], "others": "LMI; Folkehelseinstituttet", "role": "interested"}
    page = desk.send(new, **(asked | told))
    said = page.section("stakeholders")
    for each in (
        "Nærings- og fiskeridepartementet",
        "Folkehelseinstituttet",
        "Legemiddelindustrien",
    ):
        assert each in said.partition("Andre interessenter")[2]

    where, fields = form_of_undo(page, "unname-stakeholders")
    page = desk.send(where, **fields)
    assert "Folkehelseinst" in page.section("stakeholders").partition("Tatt av listen:")[2]

    again = desk.send(new, 422, **(form_of(desk.open(new)) | {"others": "KS", "role": "owner"}))
    assert "står på listen" in again.text
    nobody = desk.send(new, 422, **(form_of(desk.open(new)) | {"role": "owner"}))
    assert "Velg et departement" in nobody.text
    unknown = desk.send(new, 422, **(form_of(desk.open(new)) | {"others": "Ukjent as"}))
    assert "Ukjent as" in str(form_of(unknown)["others"])


def test_who_is_taken_off_the_list_is_named_below_it_and_can_be_put_back(desk: Reader) -> None:
    remove = f"{KDD}/remove"
    page = desk.send(remove, **(form_of(desk.open(remove)) | {"why": "ikke lenger ansvar"}))
    assert "Tatt av listen over interessenter: ikke lenger ansvar" in page.text
    assert "Tatt av listen: Kommunal- og distrikts" in desk.open(THEME).section("stakeholders")

    back = next(
        each for each in page.all(".//form") if (each.get("action") or "").endswith("/restore")
    )
    stamp = next(each.get("value") for each in back.findall("input"))
    page = desk.send(back.get("action", ""), made_from=stamp)
    assert "Tatt av listen" not in page.section("stances")


def test_an_answer_to_a_letter_of_no_theme_asks_which_theme_it_is_about(
    desk: Reader, council: App
) -> None:
    letter = desk.open("/letters/L2021-02")
    [href] = [
        each.get("href", "")
        for each in letter.all(".//a")
        if "/stances/new" in each.get("href", "")
    ]
    asked = form_of(desk.open(href))
    assert (asked["organisation"], asked["evidence"]) == ("HOD", "letter:L2021-02")

    told = asked | {"theme": "T-KOMMUNELOFT", "stance": "supports"}
    page = desk.send(href, **told)
    assert page.address.startswith(f"{THEME}/stakeholders/HOD?done=new")
    assert now(council, "HOD") == ("supports", "2021-02")

    missing = desk.send(href, 422, **(told | {"theme": "T-KI", "organisation": "HOD"}))
    assert "interessenter" in missing.text


def test_the_organisations_page_tells_its_roles_with_stance(desk: Reader) -> None:
    roles = plain(desk.open("/organisations/KDD").section("roles"))
    assert "Et kunnskapsløft for kommunene Støtter delvis sep. 2020" in roles
    assert "videreført fra KMD" in roles


def test_nobody_has_a_page_in_a_theme_without_a_stake_there(desk: Reader) -> None:
    for path in (f"{THEME}/stakeholders/NFD", f"{THEME}/stakeholders/UKJENT"):
        desk.open(path, 404)
    desk.open(f"{THEME}/stakeholders/NFD/stance", 404)
    desk.open(f"{KDD}/no-such-deed", 404)
