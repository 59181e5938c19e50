"""Small files of every sort that people try to attach, made on the spot."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx import Document
from pypdf import PdfWriter

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODT = "application/vnd.oasis.opendocument.text"
TYPES = "[Content_Types].xml"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def pdf(words: str = "Brev", *, user: str | None = None) -> bytes:
    """A page; with a `user` it is encrypted, and opens by that password."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Title": words})
    if user is not None:
        writer.encrypt(user, "eier", algorithm="AES-256")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def docx(words: str = "Brev") -> bytes:
    document = Document()
    document.add_paragraph(words)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def packed(*inside: tuple[str, bytes], compression: int = ZIP_DEFLATED) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", compression) as archive:
        for name, content in inside:
            archive.writestr(name, content)
    return made.getvalue()


def odt(*more: tuple[str, bytes], manifest: bytes = b"<manifest/>") -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr(ZipInfo("mimetype"), ODT, ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", manifest)
        for name, content in (("content.xml", b"<office/>"), *more):
            archive.writestr(name, content)
    return made.getvalue()


def of_types(content_type: str, *more: tuple[str, bytes]) -> bytes:
    """An archive as Word makes it, whose main part is of that type."""
    types = f'<Types><Override PartName="/word/document.xml" ContentType="{content_type}"/></Types>'
    return packed((TYPES, types.encode()), ("word/document.xml", b"<document/>"), *more)


def old_word(stream: str = "WordDocument") -> bytes:
    """As much of an old container as tells what it holds."""
    return OLE + bytes(1000) + stream.encode("utf-16-le") + bytes(1000)
