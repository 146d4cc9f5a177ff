"""Settings: environment over file, unknown keys named with the nearest."""

from pathlib import Path

import pytest

from bot.settings import BadSettings, read_settings


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / "cxbot.toml").write_text('timezone = "Asia/Shanghai"\nlanguage = "pl"\n', encoding="utf-8")
    settings = read_settings({"CXBOT_HOME": str(tmp_path), "CXBOT_TIMEZONE": "Europe/Warsaw"})
    assert (settings.timezone, settings.language) == ("Europe/Warsaw", "pl")


def test_an_unknown_variable_is_an_error_that_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(BadSettings) as caught:
        read_settings({"CXBOT_HOME": str(tmp_path), "CXBOT_TIMEZON": "UTC"})
    assert (caught.value.key, caught.value.nearest) == ("CXBOT_TIMEZON", "timezone")


def test_an_unknown_key_in_the_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "cxbot.toml").write_text("colour = 1\n", encoding="utf-8")
    with pytest.raises(BadSettings):
        read_settings({"CXBOT_HOME": str(tmp_path)})


def test_a_value_of_the_wrong_kind_is_an_error_that_names_the_key(tmp_path: Path) -> None:
    with pytest.raises(BadSettings) as caught:
        read_settings({"CXBOT_HOME": str(tmp_path), "CXBOT_SHOW_FROM": "many"})
    assert caught.value.key == "show_from"


def test_a_token_is_never_printed(tmp_path: Path) -> None:
    settings = read_settings({"CXBOT_HOME": str(tmp_path), "TELEGRAM_BOT_TOKEN": "123:secret"})
    assert "secret" not in repr(settings)
    assert settings.telegram_bot_token is not None


@pytest.mark.parametrize(("name", "value"), [("TIMEZONE", "Mars"), ("LANGUAGE", "xx"), ("PUBLISH_FROM", "-5")])
def test_a_value_that_cannot_be_is_an_error(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(BadSettings):
        read_settings({"CXBOT_HOME": str(tmp_path), f"CXBOT_{name}": value})
