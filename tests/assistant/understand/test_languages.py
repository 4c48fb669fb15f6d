"""Which language a question is in; Japanese names inside it do not count, and Japanese in kanji alone is Japanese."""

from collections.abc import Callable

import pytest

from assistant.understand.languages import detect_language
from assistant.understand.normalize import fold
from assistant.understand.question import Understanding
from corpus.catalogue import Catalogue
from corpus.records import Language

Read = Callable[..., Understanding]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("契約事務の所管課は？", "ja"), ("けいやくじむはどこ", "ja"), ("ﾄﾞｺﾃﾞｽｶ", "ja"), ("重点事業一覧", "ja"),
        ("契約検査課", "ja"),
        ("furusato nozei no madoguchi", "ja"), ("ICTの活用は？", "ja"), ("EBPM", "ja"), ("0-2-1-3", "ja"), ("？", "ja"),
        ("Where is the office for moving in?", "en"), ("which division handles elections", "en"),
        ("How much is 本庁舎等整備事業?", "en"), ("Tell me about 「職員研修事務」", "en"),
        ("选举由哪个部门负责？", "zh"), ("請問選舉是哪個部門負責的", "zh"), ("我想知道契約事務的负责部门", "zh"),
        ("계약은 어느 과에서 하나요?", "ko"), ("職員研修事務는 어느 과?", "ko"),
    ],
)  # fmt: skip
def test_the_language_of_a_question_is_told(text: str, language: Language) -> None:
    assert detect_language(fold(text)) == language


def test_a_name_of_the_plan_alone_is_japanese(plan_catalogue: Catalogue) -> None:
    names = [project.name for project in plan_catalogue.projects]
    names += [division.name for division in plan_catalogue.divisions]
    assert {name: language for name in names if (language := detect_language(fold(name))) != "ja"} == {}


@pytest.mark.parametrize(
    "text",
    [
        "推計事業費合計", "税務担当課", "事業目的", "給付金申請", "完了時期", "是正措置", "可否判定", "在宅支援",
        "不服審査請求", "目的外使用", "総合的部門", "個別計画", "需要予測", "髙橋", "補塡",
    ],
)  # fmt: skip
def test_japanese_without_kana_is_japanese(text: str) -> None:
    assert detect_language(fold(text)) == "ja"


@pytest.mark.parametrize(
    "text",
    [
        "列出所有重点项目", "税务课在哪里", "道路损坏找谁", "这个项目的费用", "谢谢", "儿童津贴", "总务课负责几个项目",
        "重點事業有哪些？", "市民課負責什麼", "國民健康保險如何申請", "道路損壞找誰", "費用多少錢", "垃圾幾點收",
        "契約事務的負責部門", "預算是多少", "為何沒有電話號碼", "事業代碼0-2-1-3是什麼", "重點事業的總費用",
        "由誰負責", "我想知道市民課的事業",
    ],
)  # fmt: skip
def test_chinese_in_either_script_is_chinese(text: str) -> None:
    assert detect_language(fold(text)) == "zh"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Which division is responsible for 契約事務?", "en"), ("契約事務는 어느 과?", "ko"),
        ("契約事務由哪个部门负责？", "zh"), ("「契約事務」由哪個部門負責？", "zh"),
    ],
)  # fmt: skip
def test_a_japanese_name_is_found_in_a_foreign_question(
    read: Read, plan_catalogue: Catalogue, text: str, language: Language
) -> None:
    understood = read(text)
    (project,) = filter(None, map(plan_catalogue.project, understood.projects))
    assert (understood.language, project.name) == (language, "契約事務")


def test_a_hyphen_of_romaji_parts_no_english_word() -> None:
    assert detect_language("sumaato-shithi-ka do-ko") == "ja"
    assert detect_language("Who is in charge of city-hall repairs?") == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("hana to midori no saiten no tantou wa doko", "ja", id="to is a particle of romaji"),
        pytest.param("who do i talk to", "en", id="English"),
    ],
)
def test_words_of_syllables_alone_are_romaji(text: str, language: str) -> None:
    assert detect_language(text) == language
