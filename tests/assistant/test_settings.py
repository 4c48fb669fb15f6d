"""Settings come from the environment, and a wrong one is named."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from assistant.settings import Settings, read_settings, variable_names
from corpus.errors import InvalidSettings


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for field in Settings.model_fields:
        for name in variable_names(field):
            monkeypatch.delenv(name, raising=False)


def test_the_defaults_are_the_contracts() -> None:
    settings = read_settings()
    assert (settings.corpus, settings.data_dir) == (Path("corpus"), Path(".data"))
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)


@pytest.mark.parametrize("name", ["PORT", "PLAN_ASSISTANT_PORT"])
def test_host_and_port_have_a_short_name_too(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "9001")
    assert read_settings().port == 9001


def test_the_prefixed_variable_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOST", "0.0.0.0")
    monkeypatch.setenv("PLAN_ASSISTANT_HOST", "::1")
    assert read_settings().host == "::1"


def test_an_empty_variable_is_no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "")
    monkeypatch.setenv("PLAN_ASSISTANT_DATA_DIR", "")
    assert read_settings().port == 8000
    assert read_settings().data_dir == Path(".data")


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("PORT", "eighty", "整数で指定してください。"),
        ("PLAN_ASSISTANT_PORT", "70000", "65535以下の値を指定してください。"),
        ("PLAN_ASSISTANT_MAX_BODY_BYTES", "-1", "4096以上の値を指定してください。"),
        ("PLAN_ASSISTANT_REQUESTS_PER_MINUTE", "0", "1以上の値を指定してください。"),
        ("PLAN_ASSISTANT_SESSION_RETENTION_DAYS", "1.5", "整数で指定してください。"),
        ("PLAN_ASSISTANT_LOG_LEVEL", "loud", "のどれかを指定してください。"),
    ],
)
def test_a_wrong_value_is_named_with_its_variable(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, reason: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(InvalidSettings) as raised:
        read_settings()
    assert raised.value.user_message.startswith(f"設定 {name} の値「{value}」は使えません。")
    assert raised.value.user_message.endswith(reason)


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        read_settings().port = 1  # type: ignore[misc]
