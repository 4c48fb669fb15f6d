"""Misspelt words of asking are put right, and the plan's own divisions left as they are."""

import pytest

from assistant.understand.kana import KanaReader
from assistant.understand.sounding import SoundingNames
from assistant.understand.spelling import asking_right


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("緑化事業の所菅課", "緑化事業の所管課", id="a look-alike"),
        pytest.param("緑化事業の担等課", "緑化事業の担当課", id="one other character"),
        pytest.param("緑化事業の担当化は", "緑化事業の担当課は", id="the last one converted wrongly"),
        pytest.param("緑化事業の所管課", "緑化事業の所管課", id="right as it is"),
        pytest.param("会計課の仕事", "会計課の仕事", id="no such word"),
        pytest.param("緑化事業の所官は", "緑化事業の所管は", id="without 課"),
        pytest.param("緑化事業の短刀はどこ", "緑化事業の担当はどこ", id="another word of that sound"),
        pytest.param("緑化事業の推計事業日は", "緑化事業の推計事業費は", id="a longer word, one character off"),
        pytest.param("緑化事業の特記時効は", "緑化事業の特記事項は", id="a longer word of that sound"),
        pytest.param("緑化事業の事業者は", "緑化事業の事業者は", id="another word of three characters"),
        pytest.param("緑化事業の所得は", "緑化事業の所得は", id="a word of its own"),
    ],
)
def test_a_word_of_asking_is_put_right(typed: str, meant: str) -> None:
    assert asking_right(typed, ["会計課"]) == meant


def test_a_division_that_looks_like_it_stays() -> None:
    assert asking_right("水管課の仕事", ["水管課"]) == "水管課の仕事"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("たまなわで証明書をとる", "玉縄で証明書をとる", id="before a particle"),
        pytest.param("証明書はたまなわ", "証明書はたまなわ", id="not where a run of kana begins"),
        pytest.param("たまなわで とどけ", "たまなわで とどけ", id="no kanji at all"),
    ],
)
def test_a_place_in_kana_is_written_in_kanji(typed: str, meant: str) -> None:
    assert KanaReader(SoundingNames([], {}), ["玉縄"]).with_places(typed) == meant
