"""The pictures in docs/pictures, and whether each still shows what its page shows.

Each run of the tests takes every picture again, and `make pictures` keeps those that have changed.
The same page looks a little different in every Chromium and with every font rasteriser, so pixels
alone say neither that a page is the same nor that it has changed. Three things are held together:

- what the page is made of: its visible words, its structure and its stylesheets, which are the same
  on every machine, against the digests in made-from.json;
- that the file is the one that was taken of just that, by a digest of its own;
- that it roughly looks like the page, on a coarse raster with a generous tolerance, so that a wrong
  picture under a right digest is seen too.
"""

import json
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageStat

from tilsvar.tests.pictures.camera import Taken, digest

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
MADE_FROM = "made-from.json"
FILE = "file"
COLOURS = 256
EDGE = "#b8b8b8"
BLOCK = 16  # pixels each way that become one on the coarse raster
# Of 255, on average over the raster. The same page was at most 1.1 apart with other hinting, other
# subpixels or twice the resolution; two different pages at least 6.5.
TOLERANCE = 4.0

MEND = "Run `make pictures`, look at docs/pictures, and commit what has changed."


@dataclass(frozen=True)
class Album:
    """A folder of pictures with the record of what they were made from."""

    folder: Path

    def complaint(self, taken: Taken) -> str:
        """Why the picture in the folder is not the one to show, and what to do; "" if it is."""
        wrong = self._wrong(taken)
        return f"docs/pictures/{taken.picture.file} {wrong}. {MEND}" if wrong else ""

    def _wrong(self, taken: Taken) -> str:
        path, page = self.folder / taken.picture.file, f"the page at {taken.picture.path}"
        recorded = self._recorded().get(path.name)
        if recorded is None or not path.is_file():
            return "is missing"
        changed = [each for each, now in taken.made_from.items() if recorded.get(each) != now]
        if changed:
            return f"is older than the {' and the '.join(changed)} of {page}"
        content = path.read_bytes()
        if recorded.get(FILE) != digest(content):
            return f"is not the file that {MADE_FROM} records"
        apart = difference(coarse(content), coarse(taken.image))
        return f"does not look like {page} ({apart:.1f} apart)" if apart > TOLERANCE else ""

    def keep(self, all_taken: list[Taken]) -> list[str]:
        """Replace what is out of date and drop what nobody takes any more; what was replaced."""
        stale = [each for each in all_taken if self.complaint(each)]
        names = {each.picture.file for each in all_taken}
        record = {name: told for name, told in self._recorded().items() if name in names}
        self.folder.mkdir(parents=True, exist_ok=True)
        for path in self.folder.glob("*.png"):
            if path.name not in names:
                path.unlink()
        for each in stale:
            content = small(each.image)
            (self.folder / each.picture.file).write_bytes(content)
            record[each.picture.file] = {**each.made_from, FILE: digest(content)}
        text = json.dumps(record, indent=2, sort_keys=True) + "\n"
        (self.folder / MADE_FROM).write_text(text, "utf-8")
        return [each.picture.file for each in stale]

    def _recorded(self) -> dict[str, dict[str, str]]:
        path = self.folder / MADE_FROM
        if not path.is_file():
            return {}
        found: dict[str, dict[str, str]] = json.loads(path.read_text("utf-8"))
        return found


def small(image: bytes) -> bytes:
    """The picture as the guides show it: with an edge, and a palette, which is enough for it."""
    with Image.open(BytesIO(image)) as found:
        flat = found.convert("RGB")
    # A white page on a guide's white paper needs an edge.
    ImageDraw.Draw(flat).rectangle((0, 0, flat.width - 1, flat.height - 1), outline=EDGE)
    kept = BytesIO()
    flat.quantize(COLOURS, dither=Image.Dither.NONE).save(kept, "PNG", optimize=True)
    return kept.getvalue()


def coarse(image: bytes) -> Image.Image:
    """The picture with one pixel for each block of it."""
    with Image.open(BytesIO(image)) as found:
        raster = (found.width // BLOCK, found.height // BLOCK)
        return found.convert("RGB").resize(raster, Image.Resampling.BOX)


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far apart two coarse pictures are, from 0 (alike) to 255, which other sizes are too."""
    if one.size != other.size:
        return 255.0
    mean = ImageStat.Stat(ImageChops.difference(one, other)).mean
    return sum(mean) / len(mean)
