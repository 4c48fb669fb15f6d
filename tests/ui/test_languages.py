"""The page's wording in four languages: nothing is forgotten in one of them."""

import re
import string
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
import yaml

from assistant.api.errors import STATUS
from corpus.errors import IndexDamaged, PlanAssistantError
from corpus.records import Language
from ui.ask.handlers import Handlers
from ui.context import PageContext
from ui.faults import told
from ui.preferences import Preferences

TRANSLATIONS: tuple[Language, ...] = ("en", "zh", "ko")
JAPANESE_FILES = sorted(path.name for path in (files("ui") / "texts" / "ja").iterdir() if path.name.endswith(".yaml"))
# The languages' own names, words that are looked for in the plan, and what is stored in the same words everywhere.
JAPANESE_EVERYWHERE = re.compile(r"^(wishes\.speeches|examples\.familiar_words)\.")
KANA = re.compile("[ぁ-ゖァ-ヺｦ-ﾟ]")


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401 - whatever YAML holds
    if isinstance(value, dict | list):
        children = value.items() if isinstance(value, dict) else enumerate(value)
        for name, child in children:
            yield from _leaves(child, f"{path}.{name}".removeprefix("."))
    else:
        yield path, value


def _wording(language: str, name: str) -> dict[str, str]:
    path = files("ui") / "texts" / language / name
    return dict(_leaves(yaml.safe_load(path.read_text(encoding="utf-8"))))


def _placeholders(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


@pytest.mark.parametrize("language", TRANSLATIONS)
@pytest.mark.parametrize("name", JAPANESE_FILES)
def test_every_language_has_the_same_keys_with_the_same_placeholders(name: str, language: str) -> None:
    japanese, translated = _wording("ja", name), _wording(language, name)
    assert list(translated) == list(japanese)
    assert [key for key, text in japanese.items() if _placeholders(text) != _placeholders(translated[key])] == []


@pytest.mark.parametrize("language", TRANSLATIONS)
@pytest.mark.parametrize("name", [*JAPANESE_FILES, "faults.yaml"])
def test_no_japanese_sentence_is_left_in_another_language(name: str, language: str) -> None:
    translated = _wording(language, name)
    assert [key for key, text in translated.items() if KANA.search(text) and not JAPANESE_EVERYWHERE.match(key)] == []


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_every_error_of_ours_is_told_in_the_reader_s_language(language: Language) -> None:
    assert {kind for kind in STATUS if KANA.search(told(kind(), language))} == set()
    assert {kind for kind in STATUS if told(kind(), "ja") != kind.user_message} == set()


def test_an_index_that_cannot_be_served_is_told_in_the_language_of_the_page() -> None:
    def damaged(*_: object) -> None:
        raise IndexDamaged

    context = PageContext(damaged, damaged, damaged)  # type: ignore[arg-type]
    shown = Handlers(context, Preferences(language="en")).start(None).conversation or ""
    assert "The index of the plan cannot be read." in shown
    assert PlanAssistantError.user_message not in shown
