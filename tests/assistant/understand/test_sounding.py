"""Names known by their sound: in kana in part, in other characters; those that sound alike are told apart or asked."""

import pytest

from assistant.understand.sounding import SoundingNames

NAMES = [
    "緑化推進事業",
    "職員厚生事務",
    "公園維持管理事業",
    "配水施設管理事業",
    "排水施設管理事業",
    "公園課",
    "産後ケア事業",
    "契約事務",
]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("量価推進事業の課", "量価推進事業の課", id="not nearly"),
        pytest.param("職員構成事務の課", "職員厚生事務の課", id="converted wrongly"),
        pytest.param("職員構成事務所", "職員構成事務所", id="a longer compound"),
        pytest.param("こうえん維持かんり事業の課", "公園維持管理事業の課", id="in kana in part"),
        pytest.param("公園いじかんりの担当課は", "公園維持管理の担当課は", id="without its 事業"),
        pytest.param("しょくいん こうせい の担当課", "職員厚生の担当課", id="words apart"),
        pytest.param("どこの公えん課ですか", "どこの公園課ですか", id="a division"),
        pytest.param("さんごけあの担当課は", "産後ケアの担当課は", id="a short one at the head"),
        pytest.param("はっさんごけあの担当課は", "はっさんごけあの担当課は", id="a short one in a longer word"),
        pytest.param("けいやくの担当課は", "契約の担当課は", id="one as short as a word, asked for"),
        pytest.param("けいやくを結ぶ課は", "けいやくを結ぶ課は", id="one as short as a word, told"),
        pytest.param("排水しせつ管理の課", "排水施設管理の課", id="told apart by a character"),
        pytest.param("配水施設管理事業の課", "配水施設管理事業の課", id="a name that another sounds like"),
        pytest.param("はいすいしせつ管理の課", "はいすいしせつ管理の課", id="either"),
        pytest.param(
            "りょっかすいしんじぎょう", "りょっかすいしんじぎょう", id="no kanji at all: read as a whole elsewhere"
        ),
    ],
)
def test_a_name_is_known_by_its_sound(typed: str, meant: str) -> None:
    assert SoundingNames(NAMES, {}).spell(typed) == meant


@pytest.mark.parametrize(
    ("typed", "alike"),
    [
        pytest.param(
            "はいすいしせつかんりじぎょうの課", ("配水施設管理事業", "排水施設管理事業"), id="by the whole name"
        ),
        pytest.param("はいすい施設かんりの課", ("配水施設管理", "排水施設管理"), id="by a part"),
        pytest.param("排水施設管理事業の課", (), id="written"),
        pytest.param("こうえんいじかんりの課", (), id="one name alone"),
    ],
)
def test_names_that_sound_alike_are_either(typed: str, alike: tuple[str, ...]) -> None:
    assert SoundingNames(NAMES, {}).alike(typed) == alike


def test_a_reading_that_people_noted_holds_before_the_dictionary() -> None:
    assert SoundingNames(["城廻整備事業"], {"城廻整備事業": "シロメグリセイビジギョウ"}).spell(
        "しろめぐり整備の課"
    ) == ("城廻整備の課")


def test_a_long_text_is_read_in_a_time_that_grows_with_its_length() -> None:
    text = "公園の" + "いじかんりこうえん" * 200
    assert SoundingNames(NAMES, {}).spell(text).count("公園維持管理") <= 1
