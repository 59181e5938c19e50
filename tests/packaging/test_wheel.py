"""The wheel, installed where nothing else is, runs the demo and serves its pages with their styles.

Slow but real: it is what somebody gets who installs Tilsvar without its repository.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import httpx
import pytest

ROOT = Path(__file__).resolve().parents[2]
UV = Path(sys.executable).with_name("uv")
NOT_SOURCE = shutil.ignore_patterns(
    ".*", "__pycache__", "*.egg-info", "build", "dist", "node_modules", "var", "tests", "bench"
)
PATIENCE = 60.0  # seconds until a server that has not answered counts as broken


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy what a fresh clone holds, so that no leftover of an earlier build gets in."""
    copy = tmp_path_factory.mktemp("source") / "any-name"
    return Path(shutil.copytree(ROOT, copy, ignore=NOT_SOURCE))


@pytest.fixture(scope="module")
def wheel(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("wheel")
    python = f"--python={sys.executable}"
    run(UV, "build", "--wheel", "--no-build-isolation", python, f"--out-dir={place}", source)
    [built] = place.glob("tilsvar-*.whl")
    return built


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install it in an empty environment, with the versions of uv.lock; return the command."""
    folder = tmp_path_factory.mktemp("installed")
    locked = folder / "requirements.txt"
    locked.write_text(
        run(UV, "export", "--frozen", "--no-default-groups", "--no-emit-project", "--quiet")
    )
    environment = folder / "environment"
    run(UV, "venv", "--quiet", f"--python={sys.executable}", environment)
    install = (UV, "pip", "install", "--quiet", f"--python={environment}")
    run(*install, "--requirements", locked)
    run(*install, "--no-deps", wheel)
    return environment / "bin" / "tilsvar"


@pytest.fixture(scope="module")
def demo(program: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Run the demo in an empty folder; return the folder and what was printed."""
    folder = tmp_path_factory.mktemp("empty")
    return folder, run(program, "demo", folder=folder)


@pytest.fixture(scope="module")
def address(program: Path, demo: tuple[Path, str]) -> Iterator[str]:
    """Serve the demo's database on a free port until the last test is done."""
    folder, _ = demo
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = {
        "TILSVAR_DATABASE_URL": "sqlite:///var/demo/replay.db",
        "TILSVAR_NOW": "2023-02-03T12:00:00+01:00",
        "TILSVAR_MAIL_URL": "file:var/demo/outbox",
    }
    with (folder / "serve.log").open("wb") as log:
        server = subprocess.Popen(
            [program, "serve", "--port", str(port)],
            cwd=folder,
            env=without_settings() | settings,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until_alive(f"http://127.0.0.1:{port}/healthz", server, folder / "serve.log")
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE)


def without_settings() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("TILSVAR_")}


def run(*words: str | Path, folder: Path = ROOT) -> str:
    finished = subprocess.run(
        words, cwd=folder, env=without_settings(), capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


def wait_until_alive(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    give_up = time.monotonic() + PATIENCE
    while True:
        try:
            assert httpx.get(url).status_code == httpx.codes.OK
        except httpx.TransportError:
            if server.poll() is not None or time.monotonic() > give_up:
                pytest.fail(f"The server did not answer:\n{log.read_text('utf-8')}")
            time.sleep(0.1)
        else:
            return


def fetch(url: str) -> tuple[str, bytes]:
    """Return the media type and the content; an answer other than 200 fails the test."""
    answer = httpx.get(url, timeout=PATIENCE)
    assert answer.status_code == httpx.codes.OK, url
    return answer.headers["content-type"].partition(";")[0], answer.content


def test_every_file_of_the_package_lies_in_the_wheel(source: Path, wheel: Path) -> None:
    settings = tomllib.loads((source / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    folders = {name.split(".")[1] for name in settings["packages"] if "." in name}
    expected = {
        f"tilsvar/{file.relative_to(source)}"
        for file in (
            *source.glob("*.py"),
            *(found for folder in folders for found in (source / folder).rglob("*")),
        )
        if file.is_file()
    }

    missing = expected - set(zipfile.ZipFile(wheel).namelist())

    assert sorted(missing) == []


def test_the_wheel_holds_nothing_but_the_package(wheel: Path) -> None:
    strangers = [
        name
        for name in zipfile.ZipFile(wheel).namelist()
        if re.match(r"tilsvar/(tests|tools|bench|docs)/", name)
        or not re.match(r"tilsvar(-[\w.]+\.dist-info)?/", name)
    ]

    assert strangers == []


def test_the_installed_demo_replays_the_register_in_an_empty_folder(
    demo: tuple[Path, str],
) -> None:
    folder, printed = demo

    assert (folder / "var" / "demo" / "replay.db").is_file()
    for letter in ("L2021-02", "L2021-03", "L2022-06"):
        assert letter in printed


def test_the_installed_server_shows_its_first_page_with_all_its_styles(address: str) -> None:
    media_type, page = fetch(urljoin(address, "/sign-in"))
    assert media_type == "text/html"

    sheets = re.findall(r'<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"', page.decode())
    assert any("designsystemet" in sheet for sheet in sheets)
    for sheet in sheets:
        media_type, content = fetch(urljoin(address, sheet))
        assert media_type == "text/css", sheet
        assert content, sheet
        for font in re.findall(rb"url\(([^)]+\.woff2)\)", content):
            _, letters = fetch(urljoin(urljoin(address, sheet), font.decode()))
            assert letters.startswith(b"wOF2")
