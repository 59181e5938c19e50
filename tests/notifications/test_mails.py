"""Each e-mail, in each language: short, complete, the same in text and HTML, and safe to open."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import UndefinedError

import tilsvar.notifications
from tilsvar.notifications import (
    address_mails,
    invitation_mails,
    mails,
    report_mails,
    sign_in_mail,
)
from tilsvar.notifications.address_mails import MarkedAddress
from tilsvar.notifications.rendered import Rendered
from tilsvar.notifications.templates import environment
from tilsvar.notifications.transport import Unbuildable
from tilsvar.tests.notifications import (
    examples,
    examples_of_news,
    examples_of_themes,
    invitation_examples,
    report_examples,
)
from tilsvar.tests.notifications.examples import due_today_but, links, parsed
from tilsvar.wording.language import LANGUAGES

HERE = Path(tilsvar.notifications.__file__).parent

Example = Callable[[str], Rendered]


def marked_address(code: str) -> Rendered:
    return address_mails.address_marked(
        MarkedAddress("Kari Nordmann", "kari@example.no", "5.1.1", "550 no such user"), code
    )


DIGESTS = [each for name, each in examples_of_news.EXAMPLES.items() if name.startswith("digest")]
REMINDERS = examples.EXAMPLES | examples_of_news.EXAMPLES | examples_of_themes.EXAMPLES
OTHERS = invitation_examples.EXAMPLES | report_examples.EXAMPLES
EXAMPLES = REMINDERS | OTHERS | {"address_marked": marked_address}

every_mail = pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
every_reminder = pytest.mark.parametrize("example", REMINDERS.values(), ids=REMINDERS)
every_language = pytest.mark.parametrize("code", LANGUAGES)


def shown(html: str) -> str:
    """What a reader sees of the HTML, with the address of each link after its words."""
    words = []
    for element in parsed(html).iter():
        if element.tag not in ("title", "style") and "display:none" not in element.get("style", ""):
            words.append(element.text or "")
            if element.tag == "a":
                words.append(f" {element.get('href')} ")
        words.append(element.tail or "")
    return one_spaced(" ".join(words))


def one_spaced(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r":(?= |$)", "", re.sub(r"\s+", " ", text))).strip()


@every_language
@every_mail
def test_the_subject_is_one_short_line(example: Example, code: str) -> None:
    subject = example(code).subject

    assert 0 < len(subject) <= 78
    assert subject == subject.strip()
    assert len(subject.splitlines()) == 1


@every_language
@every_mail
def test_the_text_says_the_same_as_the_html(example: Example, code: str) -> None:
    mail = example(code)

    assert shown(mail.html) == one_spaced(mail.text.replace("\n-- \n", "\n"))


@every_language
@every_reminder
def test_there_is_one_button_and_every_link_is_a_web_address(example: Example, code: str) -> None:
    mail = example(code)

    assert 1 <= len(links(mail.html)) <= 2 or example in DIGESTS
    for link in links(mail.html):
        assert link.startswith("https://tilsvar.ho21.example/")
        assert link in mail.text.split()
    assert mail.html.count('bgcolor="#005db1"') == 1


@every_language
@every_mail
def test_nothing_is_missing_and_nobody_shouts(example: Example, code: str) -> None:
    mail = example(code)

    for text in (mail.subject, mail.text, shown(mail.html)):
        assert "None" not in text
        assert "!" not in text
        assert not re.search(r"[{}%]|  \S", text)
        assert not re.search(r"vennligst|du må|lovbrudd|please", text, re.IGNORECASE)
    assert not re.search(r"\n{3,}| \n(?<!-- \n)", mail.text)
    assert mail.language == code
    assert f'<html lang="{code}">' in mail.html


@every_mail
def test_the_languages_are_different_ones(example: Example) -> None:
    assert len({example(code).text for code in LANGUAGES}) == len(LANGUAGES)


def test_every_folder_of_templates_has_its_function_and_its_example() -> None:
    folders = {path.parent.name for path in HERE.glob("*/subject.txt.j2")}

    assert folders == {name.split()[0] for name in EXAMPLES}
    written = (mails, invitation_mails, address_mails, report_mails, sign_in_mail)
    functions = {name: each for module in written for name, each in vars(module).items()}
    assert all(callable(functions[folder]) for folder in folders)
    for folder in folders:
        assert {path.name for path in (HERE / folder).iterdir()} == {
            "subject.txt.j2",
            "body.txt.j2",
            "body.html.j2",
        }


def test_what_people_typed_is_shown_and_never_run() -> None:
    typed = '<script>alert("x")</script> & {{ 7 * 7 }} %(who)s'
    mail = mails.answer_due(
        due_today_but(title=typed, responsible="<b>Kari</b>", legal_basis="<i>")
    )

    assert typed in shown(mail.html)
    assert typed in mail.text
    assert list(parsed(mail.html).iter("script")) == []
    assert "<b>" not in mail.html
    assert "<i>" not in mail.html


@pytest.mark.parametrize(
    "url", ["/letters/1", "javascript:alert(1)", "https:///x", "ftp://x.example/", "https://x/\n"]
)
def test_a_link_that_is_no_web_address_stops_the_mail(url: str) -> None:
    with pytest.raises(Unbuildable, match="web address"):
        due_today_but(url=url)
    with pytest.raises(Unbuildable, match="web address"):
        due_today_but(register_url=url)


def test_a_mail_about_no_department_is_none() -> None:
    with pytest.raises(Unbuildable, match="no department of L2020-02"):
        due_today_but(departments=())


def test_a_value_that_a_template_misses_is_an_error_and_not_a_gap() -> None:
    template = environment("nb").from_string("{{ missing }}")

    with pytest.raises(UndefinedError):
        template.render()
