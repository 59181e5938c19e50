"""Looks through a template of reports that somebody sends in, before anything is filled into it."""

import re
from datetime import date
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
from docx.oxml.ns import qn

from ...commands.file_formats import FileWithMacros, FileWithPassword, examined
from ...domain.attachments import FileFormat, FileRefused
from ...domain.report_templates import SoundTemplate
from ...wording.language import language
from .document import Column, Document, Section, Table
from .template_marks import TemplateFault
from .word_file import word_file

LARGEST = 5_000_000
"""Bytes of a template: a letterhead with its pictures."""

MOST_TEXT = 5_000_000
"""Bytes of all its parts that are text, unpacked."""

SIGN = "Tilsvar looks for this"
"""What stands in the table of the report that is filled in to see how it goes."""

_FETCHES = re.compile(r"\b(INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|DATABASE|LINK|IMPORT)\b")
_LINK = re.compile(r"<Relationship\b[^>]*>")
_HERE = re.compile(r'Type="[^"]*/(hyperlink|attachedTemplate)"')


class NotWord(TemplateFault):
    """“{name}” is not a Word file. Save the template as .docx and send that."""


class TemplateWithMacros(TemplateFault):
    """“{name}” holds macros. Save the template as .docx, without macros, and send that."""


class TemplateWithPassword(TemplateFault):
    """“{name}” is protected by a password. Save it without one and send that."""


class TemplateTooLarge(TemplateFault):
    """“{name}” is larger than {limit} MB. Make its pictures smaller."""


class TemplateBroken(TemplateFault):
    """“{name}” cannot be read: it may be damaged. Open it in Word, save it anew and send that."""


class FetchesOthers(TemplateFault):
    """“{name}” fetches something from elsewhere when it is opened. Put it into the file itself."""


class NoSections(TemplateFault):
    """The report itself has no place in the template: write {lines} where it is to stand."""


class NotFilledIn(TemplateFault):
    """A report could not be filled in: see that each mark stands alone in its paragraph."""


NEEDED = "{%p for section in sections %}, {{p section.body }}, {%p endfor %}"


def sound_template(name: str, content: bytes) -> SoundTemplate:
    """The template, once a report was filled into it.

    Raises TemplateFault.
    """
    if len(content) > LARGEST:
        raise TemplateTooLarge(name=name, limit=LARGEST // 1_000_000)
    try:
        found = examined(name, BytesIO(content), limit=LARGEST)
    except FileWithMacros as fault:
        raise TemplateWithMacros(name=name) from fault
    except FileWithPassword as fault:
        raise TemplateWithPassword(name=name) from fault
    except FileRefused as fault:
        if content.startswith(b"PK"):
            raise TemplateBroken(name=name) from fault
        raise NotWord(name=name) from fault
    if found.format is not FileFormat.DOCX:
        raise NotWord(name=found.name)
    _look_through(found.name, content)
    _try_out(content)
    return SoundTemplate(found.name, content)


def _look_through(name: str, content: bytes) -> None:
    """Raises TemplateBroken, FetchesOthers."""
    unpacked = 0
    with ZipFile(BytesIO(content)) as archive:
        for each in archive.infolist():
            if not each.filename.casefold().endswith((".xml", ".rels")):
                continue
            unpacked += each.file_size
            if unpacked > MOST_TEXT:
                raise TemplateTooLarge(name=name, limit=MOST_TEXT // 1_000_000)
            try:
                text = archive.read(each).decode()
            except (BadZipFile, UnicodeDecodeError, EOFError) as fault:
                raise TemplateBroken(name=name) from fault
            if "<!DOCTYPE" in text or "<!ENTITY" in text:
                raise TemplateBroken(name=name)
            if any(map(_is_elsewhere, _LINK.findall(text))) or _fetches(text):
                raise FetchesOthers(name=name)


def _is_elsewhere(link: str) -> bool:
    """Whether the program that opens the file would go there by itself."""
    if 'TargetMode="External"' not in link:
        return False
    return not _HERE.search(link) or ("attachedTemplate" in link and "file:///" not in link)


def _fetches(text: str) -> bool:
    """Whether a field of Word would read another file, or ask another program."""
    fields = re.findall(r"<w:instrText[^>]*>([^<]*)<|w:instr=\"([^\"]*)\"", text)
    return any(_FETCHES.match(said.strip().upper()) for field in fields for said in field)


def _try_out(content: bytes) -> None:
    """Raises TemplateFault."""
    try:
        word = docx.Document(BytesIO(word_file(_sample(), "Rådet", content)))
        tables = list(word.element.body.iter(qn("w:tbl")))
    except TemplateFault:
        raise
    except Exception as fault:  # whatever a strange template makes the libraries stumble over
        raise NotFilledIn from fault
    standing = {qn("w:body"), qn("w:tc"), qn("w:sdtContent")}
    for table in tables:
        if table.getparent().tag in standing and SIGN in "".join(table.itertext()):
            return
    raise NoSections(lines=NEEDED)


def _sample() -> Document:
    """A short report with two parts."""
    columns = (Column("what", "Brev"), Column("when", "Dato"))
    table = Table("letters", "Brev", columns, [[SIGN, date(2023, 2, 3)]], "Ingen")
    return Document(
        "sample",
        "Prøve",
        date(2023, 2, 3),
        language("nb"),
        (Section("Del", ("En setning.",), (table,)), Section("Mer", ("En til.",))),
        lead=("Innledning.",),
        made_from="Laget som prøve.",
        wide=True,
    )
