"""Search forgives how something is typed, and says where it only comes near."""

import pytest

from corpus.records import Project
from ui.find.search import search
from ui.reading.furigana import Furigana


def _project(number: int, name: str, division: str, **fields: object) -> Project:
    values = {"content": "事務を行います。", "document_id": "mihon", "section": "実施事業", "page": 1} | fields
    return Project.model_validate({"id": f"mihon-{number}", "name": name, "divisions": (division,), **values})


PROJECTS = (
    _project(1, "固定資産税等賦課事務", "資産税課"),
    _project(2, "公共施設再編事業", "公的不動産活用課", code="0-2-1-3", content="くらしを支える施設を見直します。"),
    _project(3, "戸籍・住基一般事務", "市民課"),
    _project(4, "選挙事務", "選挙管理委員会事務局"),
    _project(5, "スマートシティ推進事業", "政策創造課", code="0-2-1-30", goal="耐震化を進めます。"),
)


def _found(text: str) -> tuple[list[str], bool]:
    found = search(PROJECTS, text)
    return [project.id.removeprefix("mihon-") for project in found.projects], found.near


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        pytest.param("", "12345", id="nothing"),
        pytest.param("こうきょうしせつ", "2", id="hiragana of a name"),
        pytest.param("すまーとしてぃ", "5", id="katakana typed in hiragana"),
        pytest.param("ｺﾃｲｼｻﾝｾﾞｲ", "1", id="half-width kana"),
        pytest.param("せんきよ", "4", id="a small kana typed large"),
        pytest.param("koseki", "3", id="romaji"),
        pytest.param("個定資産税", "1", id="a wrong conversion that sounds the same"),
        pytest.param("０－２－１－３", "2", id="a code in full width"),
        pytest.param("事業ＣＤ：０２１３", "2", id="a code without its strokes"),
        pytest.param("0-2-1", "25", id="the beginning of a code"),
        pytest.param("市民課", "3", id="a division"),
        pytest.param("しさんぜいか", "1", id="hiragana of a division"),
        pytest.param("くらし", "2", id="a word of the content"),
        pytest.param("たいしん", "5", id="hiragana of a word of the goal"),
        pytest.param("事務　戸籍", "3", id="two words"),
        pytest.param("宇宙旅行", "", id="what no project has"),
        pytest.param("ー", "12345", id="a lone stroke"),
    ],
)
def test_what_is_typed_finds(typed: str, ids: str) -> None:
    assert _found(typed) == (list(ids), False)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        pytest.param("公共施没再編", "2", id="a wrong character"),
        pytest.param("市氏課", "3", id="a wrong character in a division"),
        pytest.param("こうきゅうしせつさいへん", "2", id="a wrong kana"),
        pytest.param("すまとしてえ", "5", id="a kana too few and one wrong"),
    ],
)
def test_a_typo_finds_what_is_near_and_says_so(typed: str, ids: str) -> None:
    assert _found(typed) == (list(ids), True)


@pytest.mark.parametrize(
    ("typed", "checked", "ids"),
    [
        pytest.param("おおふな", {"大船/支所": "おおふな/ししょ"}, "6", id="as people have checked"),
        pytest.param("おおふなししょ", {"大船/支所": "おおふな/ししょ"}, "6", id="over the whole name"),
        pytest.param("oofuna", {"大船/支所": "おおふな/ししょ"}, "6", id="in romaji"),
        pytest.param("おおぶね", {}, "6", id="as the dictionary reads it where nobody has"),
    ],
)
def test_a_name_is_heard_by_its_checked_reading(typed: str, checked: dict[str, str], ids: str) -> None:
    found = search((*PROJECTS, _project(6, "管理運営事務", "大船支所")), typed, Furigana(checked).heard)
    assert [project.id.removeprefix("mihon-") for project in found.projects] == list(ids)
    assert not found.near


def test_a_word_that_some_project_has_brings_no_others_that_only_sound_like_it() -> None:
    assert _found("市民課") == (["3"], False)


def test_a_very_long_text_is_searched_without_trouble() -> None:
    assert search(PROJECTS, "固定資産税 " * 500 + "あ" * 5000).projects in ((PROJECTS[0],), ())
