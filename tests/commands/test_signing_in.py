"""Links, sessions and accounts on both databases, also when two come at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import select

from tilsvar.commands.signing_in import (
    SIGN_IN_LINK,
    Asking,
    LinkGone,
    UnknownIdentity,
    ask_for_link,
    choose_language,
    close_session,
    hand_out_link,
    link_identity,
    open_session,
    person_of_identity,
    sessions_of,
    use_link,
)
from tilsvar.domain.kinds import Role
from tilsvar.store import flow
from tilsvar.store.signing_in import find_session, language_of, sign_in_link
from tilsvar.store.unit_of_work import Office

SEK1 = "sek1@ho21.example"


def test_of_two_who_use_a_link_at_the_same_moment_one_gets_in(office: Office) -> None:
    with office.work(by="cli") as work:
        token = hand_out_link(work, email=SEK1)
        work.commit()
    together = Barrier(2)

    def use(_: object) -> str:
        together.wait(timeout=30)
        with office.work(by="web") as work:
            try:
                person = use_link(work, token, None)[0]
            except LinkGone:
                return "gone"
            work.commit()
        return person

    with ThreadPoolExecutor(2) as both:
        came = sorted(both.map(use, range(2)))

    assert came == ["SEK1", "gone"]


def test_a_link_that_was_not_committed_still_works(office: Office) -> None:
    with office.work(by="cli") as work:
        token = hand_out_link(work, email=SEK1)
        work.commit()
    with office.work(by="web") as work:
        use_link(work, token, None)  # and then the process dies

    with office.work(by="web") as work:
        assert use_link(work, token, None) == ("SEK1", "/")


def test_a_session_is_found_by_its_token_until_it_is_closed(office: Office) -> None:
    with office.work(by="web") as work:
        token = open_session(work, person="LEDER", browser_name="Firefox · Linux")
        work.commit()

    with office.work(by="web") as work:
        row = find_session(work.session, token)
        assert row is not None
        assert (row.key, row.role) == ("LEDER", Role.LEADER)
        assert len(sessions_of(work, "LEDER")) == 1
        assert find_session(work.session, f"{token}x") is None
        close_session(work, token)
        assert find_session(work.session, token) is None
        assert sessions_of(work, "LEDER") == []


def test_an_account_is_linked_once_and_keeps_the_language_beside_it(office: Office) -> None:
    who = {"tenant": "T", "subject": "O", "verified_email": SEK1}
    with office.work(by="cli") as work:
        choose_language(work, person="SEK1", language="nn")
        with pytest.raises(UnknownIdentity):
            person_of_identity(work, **who)
        link_identity(work, person="SEK1", tenant="T")
        assert person_of_identity(work, **who) == "SEK1"
        with pytest.raises(UnknownIdentity):
            person_of_identity(work, tenant="T", subject="another", verified_email=SEK1)
        assert language_of(work.session, "SEK1") == "nn"
        work.commit()


def test_asking_writes_one_row_for_whoever_asks_and_a_mail_for_those_we_know(
    office: Office,
) -> None:
    for address in (SEK1, "nobody@ho21.example"):
        with office.work(by="web") as work:
            ask_for_link(work, Asking(address, "browser", "", "192.0.2.7"), "secret")
            work.commit()

    with office.reading() as work:
        links = work.session.execute(select(sign_in_link).order_by(sign_in_link.c.created)).all()
        mails = work.session.execute(select(flow.mail)).all()
    assert [each.person for each in links] == ["SEK1", None]
    assert [(each.id, each.kind, each.about) for each in mails] == [(links[0].id, SIGN_IN_LINK, {})]
