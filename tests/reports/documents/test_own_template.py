"""The council's own template: what it may hold, what is wrong with one, and what comes of it."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document as OpenedInWord
from hypothesis import given, settings
from hypothesis import strategies as some

from tilsvar.reports.documents.formats import FORMATS, House
from tilsvar.reports.documents.template_check import (
    LARGEST,
    FetchesOthers,
    NoSections,
    NotFilledIn,
    NotWord,
    TemplateBroken,
    TemplateTooLarge,
    TemplateWithMacros,
    sound_template,
)
from tilsvar.reports.documents.template_marks import (
    LoopInLoop,
    MarkNotRead,
    NotForTemplates,
    PartNotEnded,
    TemplateFault,
    TooManyLoops,
    UnknownMark,
)
from tilsvar.reports.documents.word_template import built_in
from tilsvar.tests.reports.documents.samples import sample
from tilsvar.wording.language import LANGUAGES


def own(*lines: str, header: str = "") -> bytes:
    """The built-in template with these paragraphs after it, and something in its head."""
    word = OpenedInWord(BytesIO(built_in("nb", wide=False)))
    for line in lines:
        word.add_paragraph(line)
    word.sections[0].header.paragraphs[0].text = header
    held = BytesIO()
    word.save(held)
    return held.getvalue()


def with_part(content: bytes, name: str, change: tuple[str, str]) -> bytes:
    """The file with something else in one of its parts."""
    held = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(held, "w") as target:
        for each in source.namelist():
            part = source.read(each)
            if each == name:
                assert change[0].encode() in part
                part = part.replace(change[0].encode(), change[1].encode(), 1)
            target.writestr(each, part)
    return held.getvalue()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("wide", [False, True])
def test_the_built_in_template_is_one_that_can_be_sent_in_again(code: str, *, wide: bool) -> None:
    content = built_in(code, wide=wide)

    assert sound_template("mal.docx", content).content == content
    assert built_in(code, wide=wide) == content


def test_a_report_has_the_councils_own_head_and_its_paper_is_turned_for_wide_tables() -> None:
    template = sound_template("mal.docx", own("{{ council | upper }}", header="Rådets brevhode"))
    house = House("Rådet", "https://tilsvar.example", template.content)

    word = OpenedInWord(BytesIO(FORMATS["docx"].write(sample(), house)))

    assert word.sections[0].header.paragraphs[0].text == "Rådets brevhode"
    assert "RÅDET" in [each.text for each in word.paragraphs]
    assert word.tables[0].rows[1].cells[0].text == "Bærekraft"
    width, height = word.sections[0].page_width, word.sections[0].page_height
    assert width is not None
    assert height is not None
    assert width > height


@pytest.mark.parametrize(
    ("line", "fault", "near"),
    [
        ("{{ titel }}", UnknownMark, "titel"),
        ("{% for s in sections %}{{ s.titel }}{% endfor %}", UnknownMark, "s.titel"),
        ("{% for each in letters %}{% endfor %}", UnknownMark, "letters"),
        ("{{ title", MarkNotRead, "{{ title"),
        ("{% endfro %}", MarkNotRead, "endfro"),
        ("{% if title %}", PartNotEnded, "endif"),
    ],
)
def test_a_mark_that_is_misspelt_is_named_with_where_it_stands(
    line: str, fault: type[TemplateFault], near: str
) -> None:
    with pytest.raises(fault, match=re.escape(near)):
        sound_template("mal.docx", own("Før", line, "Etter"))


@pytest.mark.parametrize(
    "line",
    [
        "{% include '/etc/passwd' %}",
        "{% import '/etc/passwd' as x %}",
        "{% extends '/etc/passwd' %}",
        "{{ title.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{{ title | attr('__class__') }}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ 'a' * 10 ** 10 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ '%1000000000d' | format(1) }}",
        "{% for each in range(10 ** 9) %}x{% endfor %}",
        "{% for each in title %}x{% endfor %}",
        "{% set x = title %}",
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
        "{% for s in sections recursive %}{{ loop(sections) }}{% endfor %}",
        "{{ lead.append('x') }}",
        "{{ sections[0].body.docx }}",
    ],
)
def test_a_hostile_template_is_refused_before_any_of_it_is_carried_out(line: str) -> None:
    with pytest.raises(TemplateFault):
        sound_template("mal.docx", own(line))
    with pytest.raises(TemplateFault):
        sound_template("mal.docx", own(header=line))
    house = House("Rådet", "https://tilsvar.example", own(line))
    with pytest.raises(TemplateFault):
        FORMATS["docx"].write(sample(), house)


def test_the_properties_of_the_file_are_no_way_around() -> None:
    word = OpenedInWord(BytesIO(own()))
    word.core_properties.subject = "{{ 9 ** 9 ** 9 }}"
    held = BytesIO()
    word.save(held)

    with pytest.raises(NotForTemplates):
        sound_template("mal.docx", held.getvalue())


def test_what_repeats_within_what_repeats_or_too_often_is_refused() -> None:
    inner = "{% for a in lead %}{% for b in lead %}x{% endfor %}{% endfor %}"
    with pytest.raises(LoopInLoop):
        sound_template("mal.docx", own(inner))
    with pytest.raises(TooManyLoops):
        sound_template("mal.docx", own(*["{% for a in lead %}{{ a }}{% endfor %}"] * 30))


@settings(max_examples=25, deadline=None)
@given(some.text(some.sampled_from("{}%# .|[]()*'titlelead forif0"), max_size=30))
def test_whatever_stands_between_braces_is_taken_or_refused_in_words(line: str) -> None:
    try:
        sound_template("mal.docx", own("{{" + line + "}}"))
    except TemplateFault as fault:
        assert str(fault)  # noqa: PT017 - most of them are refused, and each in words


def test_a_template_without_a_place_for_the_report_is_told_what_to_write() -> None:
    word = OpenedInWord()
    word.add_paragraph("{{ title }}")
    held = BytesIO()
    word.save(held)

    with pytest.raises(NoSections, match=re.escape("{{p section.body }}")):
        sound_template("mal.docx", held.getvalue())
    with pytest.raises((NoSections, NotFilledIn)):
        sound_template("mal.docx", own("{{ section.body }}"))


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("mal.docx", b"", NotWord),
        ("mal.docx", b"%PDF-1.7", NotWord),
        ("mal.txt", b"Hei", NotWord),
        ("mal.docx", b"PK\x03\x04 og noe annet", TemplateBroken),
        ("mal.docx", b"PK" + bytes(LARGEST), TemplateTooLarge),
    ],
)
def test_what_is_no_word_file_is_refused(
    name: str, content: bytes, fault: type[TemplateFault]
) -> None:
    with pytest.raises(fault, match=name):
        sound_template(name, content)


def test_macros_entities_and_what_is_fetched_from_elsewhere_are_refused() -> None:
    macros = with_part(own(), "[Content_Types].xml", ("<Types", '<Types a="macroEnabled"'))
    with pytest.raises(TemplateWithMacros):
        sound_template("mal.docx", macros)
    entity = '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><w:document'
    with pytest.raises(TemplateBroken):
        sound_template("mal.docx", with_part(own(), "word/document.xml", ("<w:document", entity)))
    picture = (
        '<Relationship Id="rId99" Type="http://x/image" Target="http://x.example/a.png" '
        'TargetMode="External"/></Relationships>'
    )
    rels = ("</Relationships>", picture)
    with pytest.raises(FetchesOthers):
        sound_template("mal.docx", with_part(own(), "word/_rels/document.xml.rels", rels))
    field = '<w:instrText>INCLUDETEXT "/etc/passwd"</w:instrText>'
    word = own("STEDET")
    with pytest.raises(FetchesOthers):
        sound_template(
            "mal.docx", with_part(word, "word/document.xml", ("<w:t>STEDET</w:t>", field))
        )
