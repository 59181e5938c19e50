"""What a file is, is told by its content; what cannot be kept is refused in one sentence."""

import struct
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilsvar.commands.file_formats import (
    BrokenFile,
    EmptyFile,
    FileWithMacros,
    FileWithPassword,
    NotAFileWeKeep,
    OldWordFile,
    TooLargeFile,
    examined,
)
from tilsvar.domain.attachments import FileFormat
from tilsvar.domain.errors import TilsvarError
from tilsvar.tests.commands import sample_files as sample

LIMIT = 25_000_000
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


@pytest.mark.parametrize(
    ("content", "kept_as"),
    [
        (sample.pdf(), FileFormat.PDF),
        (b"\xef\xbb\xbf" + sample.pdf(), FileFormat.PDF),
        (sample.pdf(user=""), FileFormat.PDF),
        (sample.docx(), FileFormat.DOCX),
        (sample.odt(), FileFormat.ODT),
    ],
    ids=["pdf", "pdf after a mark", "pdf that only forbids changes", "docx", "odt"],
)
def test_what_is_in_order_is_kept_whatever_it_is_called(
    content: bytes, kept_as: FileFormat
) -> None:
    found = examined("notat.exe", BytesIO(content), limit=LIMIT)

    assert (found.format, found.size) == (kept_as, len(content))
    assert found.name == f"notat.exe.{kept_as.value}"
    assert len(found.digest) == 64


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", EmptyFile),
        (b"%PDF-1.7" + bytes(30_000_000), TooLargeFile),
        (b"<html><script>alert(1)</script>", NotAFileWeKeep),
        (b"{\\rtf1 Hei}", NotAFileWeKeep),
        (sample.packed(("bilde.png", b"x")), NotAFileWeKeep),
        (sample.of_types(SHEET), NotAFileWeKeep),
        (sample.old_word(), OldWordFile),
        (sample.old_word("Workbook"), NotAFileWeKeep),
        (sample.old_word("EncryptedPackage"), FileWithPassword),
        (sample.pdf(user="hemmelig"), FileWithPassword),
        (sample.odt(manifest=b"<manifest:encryption-data/>"), FileWithPassword),
        (sample.of_types(MACROS), FileWithMacros),
        (sample.of_types(sample.MAIN, ("word/vbaProject.bin", b"x")), FileWithMacros),
        (sample.odt(("Basic/Standard/Module1.xml", b"x")), FileWithMacros),
        (sample.docx()[:-30], BrokenFile),
        (sample.packed((sample.TYPES, bytes(5_000_000))), BrokenFile),
        (sample.packed(("mimetype", sample.ODT.encode())), BrokenFile),
        (b"%PDF-1.7\n/Encrypt", BrokenFile),
    ],
)
def test_what_cannot_be_kept_is_refused(content: bytes, refusal: type[TilsvarError]) -> None:
    with pytest.raises(refusal) as told:
        examined("C:\\Brev\\svar.docx", BytesIO(content), limit=LIMIT)

    assert "“svar.docx”" in str(told.value)


def test_the_sentence_names_the_limit() -> None:
    with pytest.raises(TooLargeFile, match="larger than 2 MB"):
        examined("stor.pdf", BytesIO(b"%PDF-" + bytes(2_000_000)), limit=2_000_000)


def test_a_bomb_is_refused_by_what_it_says_of_itself() -> None:
    """The archive is small; the sizes in its table of contents are not."""
    honest = sample.of_types(sample.MAIN)
    at = honest.index(b"PK\x01\x02")
    boasting = honest[: at + 24] + struct.pack("<L", 4_000_000_000) + honest[at + 28 :]

    with pytest.raises(BrokenFile):
        examined("bombe.docx", BytesIO(boasting), limit=LIMIT)


def test_a_table_of_contents_that_is_too_long_is_not_read() -> None:
    many = sample.packed(*((f"{number:08}", b"") for number in range(20_000)))

    with pytest.raises(BrokenFile):
        examined("mange.docx", BytesIO(many), limit=LIMIT)


def test_a_table_of_contents_is_not_hidden_behind_the_longest_comment() -> None:
    """The last record says that it is short; the one for 64 bits before it counts."""
    many = sample.packed(*((f"{number:08}", b"") for number in range(20_000)))
    at = many.rindex(b"PK\x05\x06")
    count, size, start = struct.unpack_from("<HLL", many, at + 10)
    counts = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, start)
    where = struct.pack("<4sLQL", b"PK\x06\x07", 0, at, 1)
    last = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, 10, start, 65_535)
    hidden = many[:at] + counts + where + last + b"x" * 65_535

    with pytest.raises(BrokenFile):
        examined("mange.docx", BytesIO(hidden), limit=LIMIT)


@given(st.binary(max_size=200), st.sampled_from([b"", b"PK\x03\x04", b"%PDF-", sample.OLE]))
def test_no_bytes_do_anything_but_be_refused_or_kept(content: bytes, start: bytes) -> None:
    try:
        examined("x", BytesIO(start + content), limit=LIMIT)
    except TilsvarError:
        return
    assert start == b"%PDF-" or b"%PDF-" in content


@given(st.integers(0, 3000), st.binary(min_size=1, max_size=20))
def test_a_damaged_word_file_is_kept_or_refused_in_words(place: int, damage: bytes) -> None:
    whole = sample.of_types(sample.MAIN)
    place = min(place, len(whole))
    broken = whole[:place] + damage + whole[place + len(damage) :]

    with suppress(TilsvarError):
        assert examined("x", BytesIO(broken), limit=LIMIT).format is FileFormat.DOCX
