"""What a file is by its content, whatever it is called; what cannot be kept is refused in words.

Nothing is ever unpacked but two small lists inside, and of those no more than `LONGEST_LIST`.
"""

import hashlib
import struct
from collections.abc import Iterator
from typing import BinaryIO
from zipfile import ZIP_STORED, BadZipFile, ZipFile

from pypdf import PasswordType, PdfReader

from ..domain.attachments import FileFormat, FileRefused, SoundFile
from ..domain.file_names import clean_name

CHUNK = 1_048_576
LONGEST_LIST = 1_000_000
"""Bytes of a list inside a file of Word or LibreOffice, unpacked."""

MOST_UNPACKED = 1_000_000_000
"""Bytes that a file may say it unpacks to."""

HEADER_WITHIN = 1024
"""Readers of PDF look for its first line among so many bytes (ISO 32000-1, Annex H)."""


class EmptyFile(FileRefused):
    """“{name}” is empty. Choose the file that has the content."""


class TooLargeFile(FileRefused):
    """“{name}” is larger than {limit} MB. Make it smaller, such as by saving it as PDF."""


class NotAFileWeKeep(FileRefused):
    """“{name}” is neither PDF nor Word. Save it as PDF or .docx and attach that."""


class OldWordFile(FileRefused):
    """“{name}” is in Word's old format. Open it in Word, save it as .docx and attach that."""


class FileWithMacros(FileRefused):
    """“{name}” holds macros. Save it as .docx or PDF, without macros, and attach that."""


class FileWithPassword(FileRefused):
    """“{name}” is protected by a password. Save it without one and attach that."""


class BrokenFile(FileRefused):
    """“{name}” cannot be read: it may be damaged. Open it, save it anew and attach that."""


def examined(name: str, file: BinaryIO, *, limit: int) -> SoundFile:
    """The file with a name that is safe, its format, size and digest; `limit` is in bytes.

    The file must be one that can be read from any place. Raises EmptyFile, TooLargeFile,
    NotAFileWeKeep, OldWordFile, FileWithMacros, FileWithPassword, BrokenFile.
    """
    called = clean_name(name, "")
    digest, size = hashlib.sha256(), 0
    for chunk in _chunks(file):
        digest.update(chunk)
        size += len(chunk)
        if size > limit:
            raise TooLargeFile(name=called, limit=limit // 1_000_000)
    if not size:
        raise EmptyFile(name=called)
    found = _format(called, file)
    return SoundFile(clean_name(name, found.value), found, size, digest.hexdigest(), file)


def _format(name: str, file: BinaryIO) -> FileFormat:
    file.seek(0)
    start = file.read(HEADER_WITHIN)
    if start.startswith(b"PK\x03\x04"):
        return _packed(name, file)
    if start.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise _of_old_office(name, file)
    if b"%PDF-" in start:
        _require_open_pdf(name, file)
        return FileFormat.PDF
    raise NotAFileWeKeep(name=name)


def _of_old_office(name: str, file: BinaryIO) -> FileRefused:
    """Old Word files, and new ones with a password, are such containers; names in it tell which."""
    if _holds(file, "EncryptedPackage".encode("utf-16-le")):
        return FileWithPassword(name=name)
    if _holds(file, "WordDocument".encode("utf-16-le")):
        return OldWordFile(name=name)
    return NotAFileWeKeep(name=name)


def _require_open_pdf(name: str, file: BinaryIO) -> None:
    """Many are encrypted without a password, only to forbid changes; those open for anybody."""
    if not _holds(file, b"/Encrypt"):
        return
    file.seek(0)
    try:
        reader = PdfReader(file, strict=False)
        locked = reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED
    except Exception as fault:  # whatever a damaged file makes the reader stumble over
        raise BrokenFile(name=name) from fault
    if locked:
        raise FileWithPassword(name=name)


def _packed(name: str, file: BinaryIO) -> FileFormat:
    """Word's and LibreOffice's files are archives; what is in them tells which they are."""
    if not _list_is_short(file):
        raise BrokenFile(name=name)
    file.seek(0)
    try:
        with ZipFile(file) as archive:
            return _of_archive(name, archive)
    except FileRefused:
        raise
    except Exception as fault:  # whatever a damaged file makes the reader stumble over
        raise BrokenFile(name=name) from fault


def _of_archive(name: str, archive: ZipFile) -> FileFormat:
    inside = {each.filename: each for each in archive.infolist()}
    if sum(each.file_size for each in inside.values()) > MOST_UNPACKED:
        raise BrokenFile(name=name)
    kind = _unpacked(archive, "mimetype") if "mimetype" in inside else b""
    if kind.strip() == FileFormat.ODT.media_type.encode():
        if inside["mimetype"].compress_type != ZIP_STORED:
            raise BrokenFile(name=name)
        if any(each.startswith(("Basic/", "Scripts/")) for each in inside):
            raise FileWithMacros(name=name)
        if b"encryption-data" in _unpacked(archive, "META-INF/manifest.xml"):
            raise FileWithPassword(name=name)
        return FileFormat.ODT
    if "[Content_Types].xml" not in inside:
        raise NotAFileWeKeep(name=name)
    types = _unpacked(archive, "[Content_Types].xml").lower()
    macros = any(each.casefold().endswith(("vbaproject.bin", "vbadata.xml")) for each in inside)
    if b"macroenabled" in types or macros:
        raise FileWithMacros(name=name)
    if b"wordprocessingml.document.main+xml" not in types:
        raise NotAFileWeKeep(name=name)
    return FileFormat.DOCX


def _unpacked(archive: ZipFile, inside: str) -> bytes:
    """What is packed under that name, of which no more than a list has is ever unpacked."""
    if inside not in archive.NameToInfo:
        return b""
    with archive.open(inside) as part:
        content = part.read(LONGEST_LIST + 1)
    if len(content) > LONGEST_LIST:
        raise BadZipFile("The list is too long.")
    return content


def _list_is_short(file: BinaryIO) -> bool:
    """Whether the archive's own table of contents is one that a document has.

    `zipfile` reads it whole: a file of 25 MB can hold a table of half a million entries. The record
    at the end says how long it is (APPNOTE.TXT 4.3.16); one for 64 bits could say otherwise.
    """
    size = file.seek(0, 2)
    file.seek(max(0, size - 65_577))  # the record, with the longest comment, and what is before it
    end = file.read()
    at = end.rfind(b"PK\x05\x06")
    if at < 0 or len(end) < at + 22 or end[max(0, at - 20) : at].startswith(b"PK\x06\x07"):
        return False
    length: int = struct.unpack_from("<L", end, at + 12)[0]
    return length <= LONGEST_LIST


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    file.seek(0)
    yield from iter(lambda: file.read(CHUNK), b"")


def _holds(file: BinaryIO, sign: bytes) -> bool:
    """Whether these bytes are anywhere in the file."""
    before = b""
    for chunk in _chunks(file):
        if sign in before + chunk:
            return True
        before = chunk[-len(sign) :]
    return False
