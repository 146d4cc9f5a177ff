"""Environment and cxbot.toml, read once into one frozen value. An unknown key is an error that names the nearest."""

import os
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal
from zoneinfo import available_timezones

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator
from rapidfuzz import process

PREFIX = "CXBOT_"
BESIDE_SETTINGS = frozenset({"CXBOT_NOW", "CXBOT_CRASH_AT", "CXBOT_TEST_PG_URL"})
"""Variables that tools and tests read themselves."""


class BadSettings(Exception):
    """A setting that does not exist or cannot have that value. `nearest` is the name that was probably meant."""

    def __init__(self, key: str, *, problem: str, nearest: str | None = None) -> None:
        super().__init__(key, problem, nearest)
        self.key = key
        self.problem = problem
        self.nearest = nearest


class Settings(BaseModel):
    """Everything that can be set. Each is CXBOT_<NAME> in the environment or <name> in cxbot.toml in the home.

    The tokens of chat platforms are also read from the variables those platforms name: SLACK_BOT_TOKEN,
    SLACK_APP_TOKEN, TELEGRAM_BOT_TOKEN.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    home: Path
    """Where data lives."""
    database_url: str = ""
    """The database; empty: SQLite in the home."""
    jobs_url: str = ""
    """Where durable work is kept; empty: SQLite in the home."""
    timezone: str = "UTC"
    """The workspace's zone: whose midnight ends a day where neither unit nor source says."""
    language: Literal["en", "pl", "zh-Hans", "zh-Hant"] = "en"
    """What is spoken where nothing tells."""
    show_from: int = Field(default=5, ge=1)
    """Fewer answers are counted, not scored."""
    publish_from: int = Field(default=30, ge=1)
    """Fewer answers are shown as a hint, not ranked."""
    metrics: dict[str, Any] = Field(default_factory=dict)
    """Metrics of your own by name (metrics.scores.custom); those of metrics.toml in the home among them."""
    chroma_url: str = ""
    """A Chroma server for the search; empty: embedded, in the home."""
    embeddings: str = ""
    """The embedding model of the search, as provider:model; empty: vectors without a model."""
    case_critical_hours: float = Field(default=4, gt=0)
    """By when the customer of a critical case is to hear from us."""
    case_high_hours: float = Field(default=24, gt=0)
    """By when that of a high one is, as a detractor's."""
    case_working_days: int = Field(default=5, ge=1, le=60)
    """By when a case is to be solved: Monday to Friday, without the holidays."""
    case_reask_days: int = Field(default=7, ge=1, le=90)
    """How long after its end a case's customer is asked whether it is solved."""
    case_compensation_limit: float = Field(default=100, ge=0)
    """Money that may be given without a manager's approval."""
    holidays: tuple[date, ...] = ()
    """Days that are no working days; in the environment with commas between them."""
    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_api_url: str = "https://slack.com/api/"
    telegram_bot_token: SecretStr | None = None
    telegram_api_url: str = "https://api.telegram.org"
    llm: str = ""
    """The language model, as provider:model; empty: none."""
    llm_url: str = ""
    """Where the model is served, if not where its provider serves it."""
    llm_key: SecretStr | None = None
    llm_key_file: Path | None = None
    """A file that holds the key, where it is not in the environment."""
    llm_reads: Literal["unsure", "always"] = "unsure"
    """Which messages the model reads: those the offline reading is unsure of, or all."""
    llm_rewrites: bool = False
    """Whether the model rewrites the sentences of answers."""
    llm_tokens_per_question: int = Field(default=20_000, ge=0)
    llm_tokens_per_person: int = Field(default=200_000, ge=0)
    """In a day; so is the next."""
    llm_tokens_per_day: int = Field(default=2_000_000, ge=0)

    @field_validator("timezone")
    @classmethod
    def _a_zone(cls, name: str) -> str:
        if name not in available_timezones():
            raise ValueError("there is no such time zone; an example is Europe/Warsaw")
        return name

    @field_validator("holidays", mode="before")
    @classmethod
    def _days(cls, days: object) -> object:
        return [day.strip() for day in days.split(",") if day.strip()] if isinstance(days, str) else days

    @property
    def database(self) -> str:
        """Name the database to open."""
        return self.database_url or f"sqlite:///{self.home / 'cxbot.db'}"

    @property
    def llm_secret(self) -> str | None:
        """Give the key of the language model; None: its provider's own variable is read, or it needs none."""
        if self.llm_key is not None:
            return self.llm_key.get_secret_value()
        return self.llm_key_file.read_text(encoding="utf-8").strip() if self.llm_key_file is not None else None

    @property
    def jobs_database(self) -> str:
        """Name the database of durable work."""
        return self.jobs_url or f"sqlite:///{self.home / 'jobs.db'}"


def read_settings(environ: Mapping[str, str]) -> Settings:
    """Read the settings: the environment wins over cxbot.toml; raises BadSettings."""
    home = Path(environ.get("CXBOT_HOME") or default_home(environ))
    values = {**_from_file(home / "cxbot.toml"), **_from_environment(environ), "home": home}
    if (home / "metrics.toml").is_file() and isinstance(values.setdefault("metrics", {}), dict):
        values["metrics"] = {**values["metrics"], **_read(home / "metrics.toml")}
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        raise BadSettings(str(first["loc"][0]), problem=first["msg"]) from None


def default_home(environ: Mapping[str, str]) -> Path:
    """Name the per-user data directory of this platform."""
    if "XDG_DATA_HOME" in environ:
        return Path(environ["XDG_DATA_HOME"]) / "cxbot"
    if os.name == "nt":
        return Path(environ.get("LOCALAPPDATA", str(Path.home()))) / "cxbot"
    return Path.home() / ".local" / "share" / "cxbot"


def _from_file(path: Path) -> dict[str, Any]:
    values = _read(path)
    for key in values:
        _must_be_known(key, shown=key)
    return values


def _read(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSettings(path.name, problem=str(error)) from None


def _from_environment(environ: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "TELEGRAM_BOT_TOKEN"):
        if environ.get(name):
            values[name.lower()] = environ[name]
    for name, value in environ.items():
        if name.startswith(PREFIX) and name not in BESIDE_SETTINGS:
            key = name.removeprefix(PREFIX).lower()
            _must_be_known(key, shown=name)
            values[key] = value
    return values


def _must_be_known(key: str, *, shown: str) -> None:
    if key in Settings.model_fields:
        return
    nearest = process.extractOne(key, list(Settings.model_fields), score_cutoff=60)
    raise BadSettings(shown, problem="unknown", nearest=nearest[0] if nearest else None)
