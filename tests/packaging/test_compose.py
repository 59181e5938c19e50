"""docker-compose.yml, read by the Compose specification's rules, and held against the program.

No engine is needed: what is checked is that the file is valid, that it names only commands and
settings that exist, that it gives no secret away, and that it opens nothing to the network.
"""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import pytest
from compose_spec import PyCompose, PyOptions

from tilsvar.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docker-compose.yml").read_text("utf-8")
BIN = Path(sys.executable).parent

OUR_PROCESSES = ("migrate", "web", "worker", "scheduler")
LONG_RUNNING = ("web", "worker", "scheduler", "postgres", "redis", "mail")


def compose(text: str = TEXT) -> PyCompose:
    """Return the file as the specification reads it; unknown keys and values are refused."""
    return PyOptions(apply_merge=True).from_yaml(text)


def service(name: str) -> dict[str, Any]:
    return cast("dict[str, Any]", compose().to_dict()["services"][name])


def test_the_file_is_valid_by_the_compose_specification() -> None:
    file = compose()

    file.validate()
    assert set(file.to_spec().services or ()) == {*OUR_PROCESSES, "postgres", "redis", "mail"}


def test_a_misspelt_key_would_be_refused() -> None:
    with pytest.raises(ValueError, match="helthcheck"):
        compose(TEXT.replace("healthcheck", "helthcheck"))


@pytest.mark.parametrize("name", OUR_PROCESSES)
def test_each_command_exists_in_the_program(name: str) -> None:
    program, *command = service(name)["command"]

    subprocess.run([BIN / program, *command, "--help"], check=True, capture_output=True, cwd=ROOT)


def test_the_health_checks_ask_commands_and_addresses_that_exist() -> None:
    for name in ("worker", "scheduler"):
        assert service(name)["healthcheck"]["test"] == ["CMD", "tilsvar", "doctor"]
    assert "http://127.0.0.1:8000/readyz" in service("web")["healthcheck"]["test"][-1]
    subprocess.run([BIN / "tilsvar", "doctor", "--help"], check=True, capture_output=True, cwd=ROOT)


@pytest.mark.parametrize("name", OUR_PROCESSES)
def test_each_setting_exists_in_the_program(name: str) -> None:
    known = {f"TILSVAR_{field.upper()}" for field in Settings.model_fields}

    assert set(service(name)["environment"]) <= known


def test_every_setting_can_be_given_and_those_with_a_default_have_the_program_s() -> None:
    inside = {"NOW", "BIND", "FILES", "DATABASE_URL", "REDIS_URL"}
    given = dict(re.findall(r"\$\{TILSVAR_(\w+):[-?]([^}]*)\}", TEXT))

    assert set(given) | inside == {field.upper() for field in Settings.model_fields}
    for name in ("COUNCIL", "LANGUAGE", "TIMEZONE", "LARGEST_FILE", "BASE_URL"):
        assert given[name] == str(Settings.model_fields[name.lower()].default)


def test_the_comment_tells_only_of_settings_that_exist() -> None:
    known = {f"TILSVAR_{field.upper()}" for field in Settings.model_fields}

    assert set(re.findall(r"TILSVAR_[A-Z_]+", TEXT)) <= known


def test_no_secret_stands_in_the_file() -> None:
    for line in TEXT.splitlines():
        if re.match(r"\s+\w*(PASSWORD|SECRET|TOKEN)\w*:", line):
            assert re.search(r': "\$\{\w+:(\?set it in \.env|-)\}"$', line), line
    passwords_in_addresses = re.findall(r"://\w*:(\$\{[^}]*\}|[^@\s]*)@", TEXT)
    assert passwords_in_addresses == ["${POSTGRES_PASSWORD:?set it in .env}"]


def test_the_web_application_listens_inside_and_is_open_to_this_machine_only() -> None:
    assert service("web")["environment"]["TILSVAR_BIND"] == "0.0.0.0:8000"
    assert service("web")["ports"] == ["127.0.0.1:8000:8000"]


def test_nothing_else_is_open_to_the_network() -> None:
    for name in (*OUR_PROCESSES, *LONG_RUNNING):
        for port in service(name).get("ports", []):
            assert port.startswith("127.0.0.1:"), name


@pytest.mark.parametrize("name", LONG_RUNNING)
def test_each_long_running_service_has_a_health_check_and_comes_back(name: str) -> None:
    assert service(name)["healthcheck"]["test"][0] == "CMD"
    assert service(name)["restart"] == "unless-stopped"


@pytest.mark.parametrize("name", ["web", "worker", "scheduler"])
def test_a_process_starts_when_the_schema_is_there_and_the_broker_answers(name: str) -> None:
    waits_for = service(name)["depends_on"]

    assert waits_for["migrate"]["condition"] == "service_completed_successfully"
    assert waits_for["redis"]["condition"] == "service_healthy"
    assert service("migrate")["depends_on"]["postgres"]["condition"] == "service_healthy"


def test_what_must_survive_a_restart_lies_in_named_volumes() -> None:
    named = compose().to_dict()["volumes"]
    mounts = {
        mount.partition(":")[0]: mount.partition(":")[2]
        for name in (*OUR_PROCESSES, *LONG_RUNNING)
        for mount in service(name).get("volumes", [])
    }

    assert set(mounts) == set(named)
    assert mounts["postgres"] == "/var/lib/postgresql"  # where the image of version 18 keeps it
    assert mounts["redis"] == "/data"


def test_redis_writes_its_append_only_file() -> None:
    words = service("redis")["command"]

    assert words[words.index("--appendonly") + 1] == "yes"
