"""Settings from the environment or from `tilsvar.toml`; the environment wins.

Relative paths count from the folder of tilsvar.toml where there is one, else from the working
directory. `tilsvar doctor` shows each setting, where it came from and whether it works.
"""

import os
import re
import secrets
from datetime import datetime
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from .domain.errors import TilsvarError

TOML = Path("tilsvar.toml")
PREFIX = "TILSVAR_"

Source = Literal["environment", "tilsvar.toml", "default"]


class BadSettings(TilsvarError):
    """The settings cannot be used: {faults}. Correct them in the environment or in tilsvar.toml."""


class Settings(BaseSettings):
    """Every setting with its default; the field's description says what it is for."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, toml_file=TOML, extra="forbid")

    database_url: str = Field("sqlite:///var/tilsvar.db", description="where the facts are kept")
    redis_url: str | None = Field(None, description="Redis for many workers; none: in this process")
    mail_url: str = Field("file:var/outbox", description="where mail goes: file:, smtp:, smtps:")
    mail_from: str = Field("Tilsvar <tilsvar@localhost>", description="the sender of every mail")
    inbox_url: str | None = Field(None, description="where answers come in: imaps:, maildir:")
    reply_address: str | None = Field(
        None, description="the address that invitations are answered to; +TOKEN is put into it"
    )
    files: Path = Field(
        Path("var/files"), description="a folder of its own; beside it lies the secret that is made"
    )
    largest_file: int = Field(25, gt=0, description="the largest file to attach, in MB")
    bind: str = Field("127.0.0.1:8000", description="address and port that the web listens on")
    base_url: str = Field("http://localhost:8000", description="how people reach the web")
    secret_key: str | None = Field(
        None, description="makes the links to answer; one is made and kept where it is not set"
    )
    trusted_proxy: str | None = Field(
        None, description="the addresses of the proxy that speaks HTTPS to the world"
    )
    oidc_issuer: str | None = Field(None, description="who signs people in, such as Entra ID")
    oidc_client_id: str | None = Field(None, description="what Tilsvar is called there")
    oidc_client_secret: str | None = Field(None, description="the secret that goes with it")
    timezone: str = Field("Europe/Oslo", description="the council's own time zone")
    language: Literal["nb", "nn", "en"] = Field("nb", description="what readers see by default")
    council: str = Field("HelseOmsorg21-rådet", description="the council's name")
    now: datetime | None = Field(None, description="a fixed clock, for demos and tests")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic passes it
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic passes it
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    @field_validator(
        *("redis_url", "inbox_url", "reply_address", "secret_key", "now", "trusted_proxy"),
        *("oidc_issuer", "oidc_client_id", "oidc_client_secret"),
        mode="before",
    )
    @classmethod
    def _empty_is_none(cls, value: object) -> object:
        return None if value == "" else value

    @field_validator("oidc_issuer")
    @classmethod
    def _over_https(cls, value: str | None) -> str | None:
        safe = r"https://|http://(127\.0\.0\.1|localhost)[:/]"
        if value is not None and not re.match(safe, value):
            raise ValueError("is no address that begins with https://")
        return value

    @field_validator("now")
    @classmethod
    def _with_a_zone(cls, value: datetime | None) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("give the zone too, as in 2023-02-03T12:00:00+01:00")
        return value

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except Exception as error:
            raise ValueError("is no time zone; write Europe/Oslo") from error
        return value

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def is_https(self) -> bool:
        """Whether people reach the web by HTTPS; cookies are then for HTTPS only."""
        return self.base_url.startswith("https://")

    @property
    def has_oidc(self) -> bool:
        return bool(self.oidc_issuer and self.oidc_client_id and self.oidc_client_secret)


def load_settings() -> Settings:
    """The settings as they are now. Raises BadSettings with every fault in one sentence."""
    try:
        return Settings()
    except ValidationError as error:
        faults = "; ".join(
            f"{PREFIX}{'.'.join(str(part) for part in fault['loc']).upper()}: "
            + fault["msg"].removeprefix("Value error, ")
            for fault in error.errors()
        )
        raise BadSettings(faults=faults) from error


def secret_of(settings: Settings) -> str:
    """The secret of this installation: the one that is set, else one that is made once and kept.

    It lies beside the folder of attachments, for nobody else to read.
    """
    if settings.secret_key:
        return settings.secret_key
    path = settings.files.parent / "secret-key"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("ascii")
    with os.fdopen(handle, "w", encoding="ascii") as file:
        made = secrets.token_urlsafe(32)
        file.write(made)
    return made


def sources() -> dict[str, Source]:
    """Where each setting's value comes from."""
    in_toml = TomlConfigSettingsSource(Settings)() if TOML.exists() else {}
    found: dict[str, Source] = {}
    for name in Settings.model_fields:
        if PREFIX + name.upper() in os.environ:
            found[name] = "environment"
        else:
            found[name] = "tilsvar.toml" if name in in_toml else "default"
    return found
