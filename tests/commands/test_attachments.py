"""Files are attached to the council's things, withdrawn, and told of in the history."""

from io import BytesIO
from threading import Thread

import pytest

from tilsvar.commands.attachments import (
    PIECE,
    attach,
    attachments_of,
    content_of,
    kind_of,
    restore_attachment,
    withdraw_attachment,
)
from tilsvar.commands.deadlines import set_deadline
from tilsvar.commands.file_formats import examined
from tilsvar.commands.letters import send_letter
from tilsvar.commands.meetings import schedule_meeting
from tilsvar.domain.attachments import (
    AlreadyWithdrawn,
    AttachedAlready,
    Attachment,
    NobodysReply,
    NoFilesHere,
    NotUsedSo,
    NotWithdrawn,
    SoundFile,
    Use,
)
from tilsvar.domain.dates import Edtf
from tilsvar.domain.deadlines import Deadline
from tilsvar.domain.kinds import DeadlineKind, Kind
from tilsvar.domain.letters import Letter
from tilsvar.domain.meetings import MeetingTime
from tilsvar.store.event_log import history
from tilsvar.store.unit_of_work import Office, Unknown
from tilsvar.tests.commands import sample_files as sample


@pytest.fixture
def council(office: Office) -> Office:
    """A letter to two ministries, and a meeting."""
    with office.work(by="SEK1") as work:
        send_letter(
            work, title="Helsenæring", sent=Edtf("2023-01-10"), recipients=["HOD", "KD"], key="L1"
        )
        schedule_meeting(work, title="Rådsmøte", time=MeetingTime(Edtf("2023-03-10")), key="M1")
        work.commit()
    return office


def file(content: bytes, name: str = "brev.pdf") -> SoundFile:
    return examined(name, BytesIO(content), limit=25_000_000)


def attached(council: Office, *files: SoundFile, holder: str = "L1", **more: object) -> list[str]:
    kind = Kind.LETTER if holder.startswith("L") else Kind.MEETING
    with council.work(by="SEK1") as work:
        use = more.pop("use", Use.LETTER if kind is Kind.LETTER else Use.PAPERS)
        assert isinstance(use, Use)
        party = more.pop("party", None)
        made = attach(
            work,
            kind=kind,
            holder=holder,
            files=files,
            use=use,
            party=party if isinstance(party, str) else None,
        )
        work.commit()
    return [each.key for each in made]


def bytes_of(council: Office, key: str) -> bytes:
    return b"".join(content_of(council, key))


def test_the_same_bytes_come_back_from_however_many_pieces(council: Office) -> None:
    long = sample.pdf() + bytes(PIECE * 2)

    keys = attached(council, file(long, "sakspapirer.pdf"), file(sample.docx()), holder="M1")

    assert keys == ["M1-01", "M1-02"]
    assert bytes_of(council, "M1-01") == long
    assert len(list(content_of(council, "M1-01"))) == 3
    assert bytes_of(council, "nothing") == b""


def test_what_is_attached_is_listed_by_what_it_is(council: Office) -> None:
    attached(council, file(sample.pdf("Svar"), "svar.pdf"), use=Use.REPLY, party="KD")
    attached(council, file(sample.docx(), "tillegg.docx"), use=Use.ENCLOSURE)
    attached(council, file(sample.pdf(), "brev.pdf"))

    with council.reading() as work:
        listed = attachments_of(work, Kind.LETTER, "L1")
        assert [(each.name, each.party, each.added_by) for each in listed] == [
            ("brev.pdf", None, "SEK1"),
            ("tillegg.docx", None, "SEK1"),
            ("svar.pdf", "KD", "SEK1"),
        ]
        assert attachments_of(work, Kind.MEETING, "L1") == []


def test_a_file_is_withdrawn_with_who_and_why_and_attached_again(council: Office) -> None:
    [key] = attached(council, file(sample.pdf()))
    with council.work(by="SEK1") as work:
        withdraw_attachment(work, attachment=key, why=" Feil brev ")
        work.commit()

    with council.reading() as work:
        found = work.view(Attachment, key)
        assert (found.stands, found.withdrawn_by, found.why) == (False, "SEK1", "Feil brev")
    assert bytes_of(council, key) == sample.pdf()

    with council.work(by="SEK1") as work:
        with pytest.raises(AlreadyWithdrawn):
            withdraw_attachment(work, attachment=key)
        restore_attachment(work, attachment=key)
        with pytest.raises(NotWithdrawn):
            restore_attachment(work, attachment=key)
        work.commit()

    with council.reading() as work:
        told = [each.event.name for each in history(work.session, Kind.ATTACHMENT, key)]
    assert told == ["AttachmentAdded", "AttachmentWithdrawn", "AttachmentRestored"]


def test_the_same_content_is_attached_once_to_one_thing(council: Office) -> None:
    first, same = file(sample.pdf(), "brev.pdf"), file(sample.pdf(), "kopi.pdf")
    [key] = attached(council, first)

    with pytest.raises(AttachedAlready, match=r"“kopi\.pdf” .* as “brev\.pdf”"):
        attached(council, file(sample.docx()), same)
    with council.reading() as work:
        assert len(attachments_of(work, Kind.LETTER, "L1")) == 1, "nothing is half done"

    attached(council, same, holder="M1")
    with council.work(by="SEK1") as work:
        withdraw_attachment(work, attachment=key)
        work.commit()
    attached(council, same)
    with council.work(by="SEK1") as work, pytest.raises(AttachedAlready):
        restore_attachment(work, attachment=key)


def test_two_files_in_one_go_may_not_be_the_same(council: Office) -> None:
    with pytest.raises(AttachedAlready):
        attached(council, file(sample.pdf(), "a.pdf"), file(sample.pdf(), "b.pdf"))


def test_a_file_must_fit_what_it_is_attached_to(council: Office) -> None:
    with pytest.raises(Unknown):
        attached(council, file(sample.pdf()), holder="L99")
    with pytest.raises(NotUsedSo, match="papers, minutes, other"):
        attached(council, file(sample.pdf()), holder="M1", use=Use.REPLY)
    with pytest.raises(NobodysReply, match="HOD, KD"):
        attached(council, file(sample.pdf()), use=Use.REPLY, party="NFD")
    with pytest.raises(NobodysReply):
        attached(council, file(sample.pdf()), use=Use.ENCLOSURE, party="HOD")
    with council.work(by="SEK1") as work:
        deadline = set_deadline(
            work, title="Frist", due=Edtf("2023-05-02"), kind=DeadlineKind.INTERNAL
        )
        assert isinstance(deadline, Deadline)
        with pytest.raises(NoFilesHere):
            kind_of(deadline)
        assert kind_of(work.view(Letter, "L1")) is Kind.LETTER


def test_two_people_attach_at_once_and_both_files_are_there(council: Office) -> None:
    both = [file(sample.pdf(name) + bytes(PIECE), f"{name}.pdf") for name in ("a", "b")]
    threads = [Thread(target=attached, args=(council, each)) for each in both]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    with council.reading() as work:
        keys = sorted(each.key for each in attachments_of(work, Kind.LETTER, "L1"))
    assert keys == ["L1-01", "L1-02"]
