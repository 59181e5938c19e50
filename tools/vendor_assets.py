"""Copies what the pages load from node_modules to web/assets/vendor, with each package's licence.

The pages load nothing from another host: Designsystemet's styles and theme, its web components as
one file, htmx, and the letters of Inter that Norwegian and its neighbours need. The folder is made
at set-up, is not in git, and is package data of the wheel.
"""

import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NODE_MODULES = ROOT / "node_modules"
VENDOR = ROOT / "web" / "assets" / "vendor"

STYLES = "@digdir/designsystemet-css"
COMPONENTS = "@digdir/designsystemet-web"
FONT = "@fontsource-variable/inter"
HTMX = "htmx.org"

FILES = {
    f"{STYLES}/dist/src/index.css": "designsystemet.css",
    f"{STYLES}/dist/theme/designsystemet.css": "theme.css",
    f"{STYLES}/LICENSE": "LICENSE.designsystemet-css.txt",
    f"{COMPONENTS}/dist/umd/index.js": "designsystemet-web.js",
    f"{COMPONENTS}/LICENSE": "LICENSE.designsystemet-web.txt",
    f"{FONT}/files/inter-latin-wght-normal.woff2": "files/inter-latin-wght-normal.woff2",
    f"{FONT}/files/inter-latin-ext-wght-normal.woff2": "files/inter-latin-ext-wght-normal.woff2",
    f"{FONT}/LICENSE": "LICENSE.inter.txt",
    f"{HTMX}/dist/htmx.min.js": "htmx.js",
    f"{HTMX}/LICENSE": "LICENSE.htmx.txt",
}

SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*\n?", re.MULTILINE)
FONT_FACE = re.compile(r"@font-face \{.*?\n\}", re.DOTALL)
FONT_FILE = re.compile(r"url\(\./(files/[\w-]+\.woff2)\)")


def vendor() -> None:
    """Make the folder anew, so that nothing of an earlier version stays in it."""
    shutil.rmtree(VENDOR, ignore_errors=True)
    for source, name in FILES.items():
        target = VENDOR / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(NODE_MODULES / source, target)
    script = VENDOR / "designsystemet-web.js"
    script.write_text(SOURCE_MAP.sub("", script.read_text("utf-8")), "utf-8")
    (VENDOR / "inter.css").write_text(font_faces(), "utf-8")


def font_faces() -> str:
    """Return the font's stylesheet with only the subsets whose files are copied."""
    sheet = (NODE_MODULES / FONT / "index.css").read_text("utf-8")
    copied = set(FILES.values())
    return "\n\n".join(
        face for face in FONT_FACE.findall(sheet) if set(FONT_FILE.findall(face)) <= copied
    )


if __name__ == "__main__":
    if not NODE_MODULES.exists():
        sys.exit("node_modules is missing; run tools/install_node_packages.py first.")
    vendor()
