"""What the mails to somebody who is invited say, whatever calendar they have, or none."""

import re
from dataclasses import replace
from typing import Any

import pytest

from tilsvar.domain.dates import Edtf
from tilsvar.domain.invitations import What
from tilsvar.domain.kinds import PartStat
from tilsvar.domain.meetings import MeetingTime
from tilsvar.notifications import invitation_mails as mails
from tilsvar.notifications.transport import Unbuildable
from tilsvar.tests.notifications import invitation_examples as examples
from tilsvar.tests.notifications.examples import links, parsed
from tilsvar.wording.language import LANGUAGES

WEDNESDAY = "onsdag 8.\u00a0mars 2023 kl.\u00a010–12"
FRIDAY = "fredag 17.\u00a0mars 2023 kl.\u00a010–12"
PAGE = f"{examples.SITE}/answer/Xo3pT9"
DOORS = [f"{PAGE}?answer={said}" for said in ("accepted", "tentative", "declined")]

every_language = pytest.mark.parametrize("code", LANGUAGES)


def test_an_invitation_says_who_asks_when_and_where_and_how_to_answer() -> None:
    mail = mails.invitation(examples.to_a_member())

    assert mail.subject == "Invitasjon: Rådsmøte 2/2023"
    assert f"HelseOmsorg21-rådet inviterer deg til møte {WEDNESDAY}." in mail.text
    assert "Svar i kalenderen eller her:" in mail.text
    assert f"Jeg kommer:\n{DOORS[0]}\nKanskje:\n{DOORS[1]}\nKan ikke:\n{DOORS[2]}\n" in mail.text
    assert "Sted: Forskningsrådet, Lysaker" in mail.text
    assert f"Deltar du på nett? Åpne nettmøtet:\n{examples.ONLINE}\n" in mail.text
    assert "Les sakspapirene:" in mail.text
    assert "Saksliste\nSak 1/2/2023: Godkjenning av innkalling\nSak 2/2/2023" in mail.text
    assert "Kontakt: Sekretariatet, sekretariatet@ho21.example" in mail.text
    assert "Du får denne fordi du er invitert til møtet." in mail.text


def test_nynorsk_and_english_have_words_of_their_own() -> None:
    nynorsk = mails.invitation(examples.to_a_member(), "nn").text
    english = mails.invitation(examples.to_a_member(), "en").text

    assert f"Eg kjem:\n{DOORS[0]}\nKanskje:\n{DOORS[1]}\nKan ikkje:\n{DOORS[2]}\n" in nynorsk
    assert "invites you to a meeting on Wednesday 8\u00a0March 2023, 10:00–12:00." in english


@every_language
def test_there_are_three_answers_of_which_one_is_filled(code: str) -> None:
    mail = mails.invitation(examples.to_a_member(), code)

    assert links(mail.html) == [*DOORS, examples.ONLINE, f"{examples.SITE}/papers/M2023-02"]
    assert mail.html.count('bgcolor="#005db1"') == 1
    assert all(link in mail.text.split() for link in links(mail.html))


def test_a_meeting_without_an_hour_says_only_the_day() -> None:
    mail = mails.invitation(examples.to_a_department())

    assert "inviterer deg til møte onsdag 8.\u00a0mars 2023." in mail.text
    assert "Det er frivillig for deg å delta." in mail.text
    assert "kl." not in mail.text
    assert "00:00" not in mail.text


def test_without_a_page_to_answer_on_the_calendar_is_the_only_way() -> None:
    mail = mails.invitation(examples.to_a_department())

    assert "Svar i kalenderen." in mail.text
    assert links(mail.html) == []


def test_a_moved_meeting_says_what_it_was_and_asks_anew() -> None:
    mail = mails.meeting_moved(examples.moved_to_the_next_week())

    assert mail.subject == "Flyttet til fredag 17.\u00a0mars kl.\u00a010–12: Rådsmøte 2/2023"
    assert f"Møtet er flyttet fra {WEDNESDAY} til {FRIDAY}." in mail.text
    assert "Et svar på den gamle tiden gjelder ikke lenger. Svar på nytt" in mail.text
    assert f"Når: {FRIDAY}" in mail.text
    assert "Møtestedet" not in mail.text
    assert DOORS[0] in links(mail.html)


def test_what_moves_with_its_place_says_both() -> None:
    mail = mails.meeting_moved(examples.moved_with_its_place())

    assert "Tiden er ikke endelig ennå." in mail.text
    assert "Møtestedet er nå Helsedirektoratet. Før var det Forskningsrådet, Lysaker." in mail.text
    assert "kl.\u00a09." in mail.text


def test_whoever_was_never_told_of_the_old_time_hears_only_the_new_one() -> None:
    mail = mails.meeting_moved(replace(examples.moved_to_the_next_week(), was=None))

    assert f"Møtet er flyttet til {FRIDAY}." in mail.text


def test_another_place_leaves_the_answer_standing() -> None:
    mail = mails.invitation_changed(examples.other_place())

    assert mail.subject == "Nytt sted: Rådsmøte 2/2023"
    assert "Møtestedet er nå Helsedirektoratet, Vitaminveien 4." in mail.text
    assert f"Møtet er {WEDNESDAY}, som før." in mail.text
    assert "Svaret ditt gjelder fortsatt. Passer det ikke lenger, kan du svare på nytt" in mail.text
    assert "Svaret ditt: Du kommer" in mail.text


@pytest.mark.parametrize(
    ("now", "was", "told"),
    [
        ("Lysaker", "", "Møtestedet er Lysaker."),
        ("", "Lysaker", "Møtestedet er ikke lenger Lysaker. Et nytt er ikke bestemt."),
    ],
)
def test_a_place_may_come_and_go(now: str, was: str, told: str) -> None:
    mail = examples.other_place()
    assert mail.was is not None
    moved = replace(mail, shown=replace(mail.shown, place=now), was=replace(mail.was, place=was))

    assert told in mails.invitation_changed(moved).text


def test_papers_that_came_later_are_named_and_the_answer_is_still_asked_for() -> None:
    mail = mails.invitation_changed(examples.other_papers())

    assert mail.subject == "Oppdatert invitasjon: Rådsmøte 2/2023"
    assert "Tiden er nå endelig." in mail.text
    assert "Nytt i invitasjonen: saksliste og lenke til sakspapirene." in mail.text
    assert "Svar i kalenderen eller her:" in mail.text
    assert "Svaret ditt" not in mail.text


def test_a_cancelled_meeting_asks_for_nothing() -> None:
    mail = mails.meeting_cancelled(examples.called_off())

    assert mail.subject == "Avlyst: Rådsmøte 2/2023"
    assert f"Møtet {WEDNESDAY} er avlyst. Du trenger ikke å svare." in mail.text
    assert "fordi du var invitert" in mail.text
    assert links(mail.html) == []


def test_what_is_called_off_goes_by_the_time_that_the_reader_knows() -> None:
    moved_first = replace(examples.moved_to_the_next_week(), answer_url="")

    assert f"Møtet {WEDNESDAY} er avlyst." in mails.meeting_cancelled(moved_first).text
    assert f"til møtet {WEDNESDAY} er trukket" in mails.invitation_withdrawn(moved_first).text


def test_a_meeting_that_lost_its_day_is_postponed_and_not_cancelled() -> None:
    mail = mails.meeting_cancelled(examples.put_off())

    assert mail.subject == "Utsatt: Rådsmøte 2/2023"
    assert f"Møtet {WEDNESDAY} er utsatt. Ny tid: våren 2023." in mail.text
    assert "En ny invitasjon kommer når dagen er kjent." in mail.text
    assert "avlyst" not in mail.text
    assert "Når:" not in mail.text


def test_a_withdrawn_invitation_does_not_say_that_the_meeting_is_off() -> None:
    mail = mails.invitation_withdrawn(examples.called_off())

    assert mail.subject == "Invitasjonen er trukket: Rådsmøte 2/2023"
    assert "avlyst" not in mail.text.lower()
    assert links(mail.html) == []


def test_a_proposal_is_turned_down_with_the_reason_and_the_time_that_holds() -> None:
    mail = mails.proposal_declined(examples.other_time_turned_down())

    assert mail.subject == "Møtetiden står fast: Rådsmøte 2/2023"
    assert "Du foreslo fredag 10.\u00a0mars 2023 kl.\u00a09–11." in mail.text
    assert f"Møtet blir som planlagt {WEDNESDAY}." in mail.text
    assert "skriver: «To av de andre kan bare onsdag.»" in mail.text
    assert "Svaret ditt: Kanskje" in mail.text


def test_a_proposal_that_nobody_remembers_is_turned_down_without_reason() -> None:
    mail = mails.proposal_declined(
        replace(examples.other_time_turned_down(), proposed=None, comment="")
    )

    assert "Tiden du foreslo, passer dessverre ikke." in mail.text
    assert "skriver" not in mail.text


def test_every_kind_of_notice_has_its_mail() -> None:
    assert set(mails.BY_NOTICE) == set(What)
    subjects = {mails.BY_NOTICE[what](examples.other_place(), "nb").subject for what in What}
    assert len(subjects) == len(What)


@pytest.mark.parametrize("partstat", list(PartStat))
@every_language
def test_every_answer_has_its_words(partstat: PartStat, code: str) -> None:
    mail = mails.invitation_changed(replace(examples.other_place(), partstat=partstat), code)

    assert partstat.value not in mail.text


def test_the_answers_of_one_mail_are_told_apart_by_their_links_alone() -> None:
    html = mails.invitation(examples.to_a_member()).html

    assert len(set(re.findall(r'href="([^"]+)"', html))) == 5


@pytest.mark.parametrize("name", ["answer_url", "join_url", "papers_url"])
@pytest.mark.parametrize("url", ["javascript:alert(1)", "www.example.no", "https://x/\n"])
def test_a_link_that_is_no_web_address_stops_the_mail(name: str, url: str) -> None:
    mail = examples.to_a_member()
    wrong: dict[str, Any] = {name: url}
    values = wrong if name == "answer_url" else {"shown": replace(mail.shown, **wrong)}

    with pytest.raises(Unbuildable, match="web address"):
        replace(mail, **values)


def test_what_people_typed_is_shown_on_its_lines_and_never_run() -> None:
    typed = '<script>alert("x")</script> & {{ 7 * 7 }} %(when)s'
    agenda = f"\n  {typed}\r\n\r\nSak 2\x00\u2028Sak 3 \n"
    mail = examples.to_a_member()
    rendered = mails.invitation(
        replace(
            mail,
            organizer=f"{typed}\r\nBcc: x@y.example",
            contact=typed,
            shown=replace(mail.shown, title=f"Møte\r\n{typed}", place=typed, agenda=agenda),
        )
    )

    assert rendered.subject.startswith("Invitasjon: Møte <script>")
    assert f"Saksliste\n{typed}\nSak 2\nSak 3\n" in rendered.text
    assert list(parsed(rendered.html).iter("script")) == []


def test_an_agenda_of_ten_kilobytes_stands_whole() -> None:
    agenda = "\n".join(f"Sak {number}: Oppfølging av «råd» 😀" for number in range(1, 400))
    mail = examples.to_a_member()

    rendered = mails.invitation(replace(mail, shown=replace(mail.shown, agenda=agenda)))

    assert agenda in rendered.text
    assert rendered.html.count("<br>") == 398


@pytest.mark.parametrize(
    ("time", "told"),
    [
        (MeetingTime(Edtf("2023-03-08")), "onsdag 8.\u00a0mars 2023"),
        (MeetingTime(Edtf("2023-03")), "mars 2023"),
        (examples.hours("2023-03-08", 9), "onsdag 8.\u00a0mars 2023 kl.\u00a010"),
        (examples.hours("2023-07-05", 7, 9), "onsdag 5.\u00a0juli 2023 kl.\u00a09–11"),
        (
            MeetingTime(
                Edtf("2023-03-08"),
                examples.hours("2023-03-08", 9).start,
                examples.hours("2023-03-09", 14).start,
            ),
            "onsdag 8.\u00a0mars 2023 kl.\u00a010 til torsdag 9.\u00a0mars 2023 kl.\u00a015",
        ),
    ],
)
def test_a_time_is_told_as_far_as_it_is_known(time: MeetingTime, told: str) -> None:
    mail = examples.to_a_member()
    moved = replace(mail, shown=replace(mail.shown, time=time))

    assert f"Når: {told}\n" in mails.invitation(moved).text


def test_half_hours_are_told_in_full() -> None:
    half = examples.hours("2023-03-08", 9, 11)
    assert half.start is not None
    time = replace(half, start=half.start.replace(minute=30))
    mail = examples.to_a_member()
    moved = replace(mail, shown=replace(mail.shown, time=time), was=mail.shown)

    assert "kl.\u00a010.30–12.00" in mails.meeting_moved(moved).subject
