"""A secretary lets somebody in and rewrites a letter, with the keyboard."""

from typing import Any

from playwright.sync_api import Page

from tilsvar.tests.web.browser import chromium


def test_a_person_is_let_in_and_a_letter_rewritten_by_keyboard(own: str) -> None:
    with chromium() as browser:
        page = browser.new_page()

        def enter(role: Any, name: str) -> None:
            page.get_by_role(role, name=name, exact=True).focus()
            with page.expect_navigation():
                page.keyboard.press("Enter")

        page.goto(f"{own}/settings/people")
        enter("link", "Legg til person")
        _type(page, "Navn", "Kari Nordmann")
        enter("button", "Legg til person")
        assert page.locator("[role=alert]").evaluate("it => it === document.activeElement")
        _type(page, "E-post", "kari@ho21.example")
        enter("button", "Legg til person")
        enter("button", "Send innloggingslenke")
        said = page.get_by_role("status").inner_text()
        assert "En innloggingslenke sendes til kari@ho21.example." in said

        page.goto(f"{own}/settings/texts/first/nb")
        area = page.get_by_label("Tekst", exact=True)
        area.focus()
        page.keyboard.press("Control+Home")
        page.keyboard.type("Kjære [alle]\n\n")
        enter("button", "Lagre teksten")
        assert "Linje 1" in page.locator("[role=alert]").inner_text()
        page.get_by_label("Tekst", exact=True).fill("Spørsmål om [tema]\n\n[henvisning]")
        enter("button", "Lagre teksten")
        assert "Teksten gjelder fra nå av." in page.get_by_role("status").inner_text()
        enter("button", "Angre")
        assert "Den vanlige teksten brukes." in page.locator(".head").inner_text()


def _type(page: Page, label: str, text: str) -> None:
    page.get_by_label(label, exact=True).focus()
    page.keyboard.type(text)
