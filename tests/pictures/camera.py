"""Takes a picture of a page in a real browser, and notes what the page was made of."""

import re
from dataclasses import dataclass
from hashlib import sha256

from playwright.sync_api import Browser

from tilsvar.tests.pictures.gallery import Picture

SHARP = 2  # pixels of a phone for each pixel of CSS
PHONE = 390

LOOK = """() => {
  const TELLING = new Set(["type", "placeholder", "open", "disabled", "colspan", "rowspan",
    "data-variant", "data-color", "data-size", "aria-current", "aria-sort", "aria-selected",
    "viewBox", "d", "points", "transform", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r",
    "width", "height"]);
  const words = [], structure = [];
  const say = text => { if (text.trim()) words.push(text.trim().split(/\\s+/).join(" ")); };
  const walk = (element, depth) => {
    if (!element.checkVisibility()) return;
    const told = [...element.attributes].filter(each => TELLING.has(each.name));
    const classes = [...element.classList].filter(each => !each.startsWith("htmx-"));
    structure.push([depth, element.localName, ...classes.sort(),
      ...told.map(each => each.name + "=" + each.value).sort(),
      element.checked ? "checked" : ""].join(" "));
    if (element.localName === "select") return say(element.selectedOptions[0]?.text ?? "");
    if (["input", "textarea"].includes(element.localName)) return say(element.value);
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) say(child.data);
      if (child.nodeType === Node.ELEMENT_NODE) walk(child, depth + 1);
    }
  };
  walk(document.body, 0);
  const styles = [...document.styleSheets].map(each => fetch(each.href).then(got => got.text()));
  return document.fonts.ready.then(() => Promise.all(styles)).then(
    style => ({words: words.join("\\n"), structure: structure.join("\\n"),
      style: style.join("\\n")})
  );
}"""
"""What a person may see of the page, in the words of the standards: no pixel of this machine."""

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True)
class Taken:
    """A picture as it looks now (PNG), and digests of what it was made of, by name."""

    picture: Picture
    image: bytes
    made_from: dict[str, str]


def take(browser: Browser, address: str, picture: Picture) -> Taken:
    """Open the page at that address as a Norwegian reader and take the picture."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": picture.width, "height": picture.height},
        color_scheme="dark" if picture.dark else "light",
        device_scale_factor=SHARP if picture.width == PHONE else 1,
        locale="nb-NO",
        timezone_id="Europe/Oslo",
        reduced_motion="reduce",
    )
    page = context.new_page()
    answer = page.goto(picture.path)
    assert answer is not None, picture.path
    assert answer.ok, f"{picture.path} answers {answer.status}"
    picture.prepare(page)
    seen: dict[str, str] = page.evaluate(LOOK)
    assert all(seen.values()), f"{picture.path} has nothing of {seen}"
    image = page.screenshot(animations="disabled")
    context.close()
    seen["style"] = " ".join(COMMENT.sub("", seen["style"]).split())
    return Taken(picture, image, {name: digest(text.encode()) for name, text in seen.items()})


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]
