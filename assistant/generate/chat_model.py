"""A language model behind LangChain's ``init_chat_model``: the one place that knows providers and their packages."""

import logging
import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pydantic import SecretStr

from corpus.errors import InvalidSettings, ModelTrouble
from corpus.records import Message, Record

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

logger = logging.getLogger(__name__)

# What a person installs for a provider: plan-assistant's own extras.
EXTRAS = {"openai": "llm-openai", "azure_openai": "llm-openai", "ollama": "llm-ollama",
          "anthropic": "llm-anthropic", "google_genai": "llm-google"}  # fmt: skip


class ModelOptions(Record):
    """Which model, where, and how it is asked; ``timeout_s`` is for one request."""

    name: str
    base_url: str = ""
    api_key: SecretStr = SecretStr("")
    timeout_s: float = 20.0
    retries: int = 1
    max_tokens: int = 512


class LangChainModel:
    """One configured model; see ``assistant.ports.ChatModel``."""

    def __init__(self, name: str, model: "BaseChatModel") -> None:
        """``name`` is what the settings call it."""
        self._name = name
        self._model = model

    @property
    def name(self) -> str:
        """``provider:model``."""
        return self._name

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """The reply piece by piece; whatever a provider raises becomes ``ModelTrouble``."""
        try:
            for chunk in self._model.stream([(message.role, message.content) for message in messages]):
                yield str(chunk.text)
        except Exception as error:
            raise ModelTrouble(kind_of(error)) from error


def open_chat_model(options: ModelOptions) -> LangChainModel:
    """The model of ``provider:model``; raises ``InvalidSettings`` that says which setting or package is wrong.

    Nothing is sent to anybody here, and tracing of LangChain stays off unless a person has turned it on for it.
    """
    name = options.name
    provider, _, model = name.partition(":")
    if not model:
        raise InvalidSettings(f"PLAN_ASSISTANT_LLM「{name}」は「provider:model」の形で指定してください。")
    os.environ.setdefault("LANGSMITH_TRACING", "false")
    from langchain.chat_models import init_chat_model

    try:
        return LangChainModel(name, init_chat_model(model, model_provider=provider, **_named(provider, options)))
    except ImportError as error:
        extra = EXTRAS.get(provider)
        how = (
            f"pip install 'plan-assistant[{extra}]' を実行してください。"
            if extra
            else "LangChainの対応パッケージを入れてください。"
        )
        raise InvalidSettings(f"PLAN_ASSISTANT_LLM の提供元「{provider}」を使うには、{how} が必要です。") from error
    except Exception as error:
        # A provider's message may repeat the key: its class says enough.
        kind = type(error).__name__
        raise InvalidSettings(
            f"PLAN_ASSISTANT_LLM「{name}」を用意できません（{kind}）。名前・URL・鍵を確かめてください。"
        ) from None


def kind_of(error: BaseException) -> str:
    """One word for what went wrong, for counters and the log."""
    status = getattr(error, "status_code", None) or getattr(getattr(error, "response", None), "status_code", None)
    if status == 429:
        return "busy"
    if isinstance(status, int):
        return "refused" if status < 500 else "broken"
    name = type(error).__name__
    if "Timeout" in name:
        return "slow"
    return "down" if "Connect" in name or isinstance(error, OSError) else "rubbish"


def _named(provider: str, options: ModelOptions) -> dict[str, Any]:
    """The options in the provider's own names; a temperature of 0 makes the same question give the same words."""
    named: dict[str, Any] = {"temperature": 0}
    if options.base_url:
        named["base_url"] = options.base_url
    if provider == "ollama":
        return {**named, "num_predict": options.max_tokens, "client_kwargs": {"timeout": options.timeout_s}}
    key = options.api_key.get_secret_value()
    if key:
        named["api_key"] = key
    elif provider == "openai" and options.base_url:
        named["api_key"] = "none"  # a server of one's own asks for no key, but the client wants to send one
    limits = {"timeout": options.timeout_s, "max_retries": options.retries, "max_tokens": options.max_tokens}
    return {**named, **limits}
