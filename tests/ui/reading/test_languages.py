"""What language a text is in, and which of its words are Japanese."""

import re

import pytest

from corpus.catalogue import Catalogue
from ui.preferences import Preferences
from ui.reading.aids import with_aids
from ui.reading.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("軽自動車税賦課事務の所管課は、市民税課です。", "ja"),
        ("公園課", "ja"),
        ("The division in charge of 「公園整備事業」 is 公園課.", "en"),
        ("「公園整備事業」的主管部门是公园课。", "zh"),
        ("「公園整備事業」의 담당 과는 公園課입니다.", "ko"),
    ],
)
def test_a_text_s_language_is_that_of_its_own_words(text: str, language: str) -> None:
    assert language_of(text) == language


def test_japanese_names_on_a_page_in_another_language_are_marked_as_japanese(catalogue: Catalogue) -> None:
    english = with_aids("<p>Division: 公園課 (page 2)</p>", Preferences(language="en"), catalogue)
    assert english == '<p><plan-run>Division: <span lang="ja">公園課</span> (page 2)</plan-run></p>'
    chinese = with_aids("<p>主管部门：公園課　项目 &lt;b&gt;</p>", Preferences(language="zh"), catalogue)
    assert chinese == '<p><plan-run>主管部门：<span lang="ja">公園課</span>　项目 &lt;b&gt;</plan-run></p>'


def test_a_japanese_page_stays_as_it_is_unless_plain_japanese_is_wanted(catalogue: Catalogue) -> None:
    assert with_aids("<p>公園課</p>", Preferences(), catalogue) == "<p>公園課</p>"
    plain = with_aids('<p title="公園">公園</p>', Preferences(style="plain"), catalogue)
    assert plain.startswith('<p title="公園"><ruby>公園')


def test_a_place_for_a_name_s_sound_is_filled_for_readers_of_another_language_only(plan_catalogue: Catalogue) -> None:
    names = ("市民課", "公的不動産活用課", "腰越支所", "コンプライアンス課", "秘書課")
    page = "".join(f'<span class="said" data-name="{name}"></span>' for name in names)
    said = with_aids(page, Preferences(language="en"), plan_catalogue)
    assert re.findall(r'lang="ja-Latn">([^<]*)<', said) == [
        "Shimin-ka", "Kouteki Fudousan Katsuyou-ka", "Koshigoe Shisho", "Konpuraiansu-ka",
        "Hisho-ka",
    ]  # fmt: skip
    assert with_aids(page, Preferences(), plan_catalogue) == page
