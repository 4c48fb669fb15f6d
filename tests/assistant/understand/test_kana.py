"""Plain Japanese tells its words apart by spaces; those in kana are put into their usual spelling."""

import pytest

from assistant.understand.kana import KanaReader
from assistant.understand.sounding import SoundingNames


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        pytest.param("市長の よていは どの 課ですか", "市長の 予定は どの 課ですか", id="a word of asking"),
        pytest.param("こうえんかの しごとは 何ですか", "公園課の しごとは 何ですか", id="a division"),
        pytest.param("市長のよていは", "市長のよていは", id="no spaces"),
        pytest.param("公園かの 仕事", "公園かの 仕事", id="hardly any kana"),
        pytest.param("所管は せんきょにん名簿の課", "所管は せんきょにん名簿の課", id="no word of asking in part"),
        pytest.param("推計じぎょうひは 何円", "推計事業費は 何円", id="a word of asking with its end in kana"),
        pytest.param("かくていしんこくの 課", "確定申告の 課", id="a word of the vocabulary"),
        pytest.param("日よう日に とうひょうを 見る", "日曜日に 投票を 見る", id="a whole word, and a day of the week"),
        pytest.param("こうえんの 中で", "こうえんの 中で", id="a word that others sound like"),
        pytest.param("よてい です か", "よてい です か", id="no kanji at all: read as a whole elsewhere"),
    ],
)
def test_words_between_spaces_are_spelled_as_usual(text: str, spelled: str) -> None:
    assert KanaReader(SoundingNames(["公園課"], {})).spell(text) == spelled


def test_no_short_word_is_heard_in_the_middle_of_a_spaced_word() -> None:
    assert "クレーマー" not in KanaReader(SoundingNames([], {})).rewrite("はらうのが おくれました どこに いきますか")


def test_what_is_no_known_word_keeps_its_long_vowels() -> None:
    assert KanaReader(SoundingNames(["公園課"], {})).rewrite("とうだいの こうえんか") == "とうだいの公園課"


def test_small_and_large_vowels_sound_alike() -> None:
    assert KanaReader(SoundingNames(["シティ事業"], {})).rewrite("してぃじぎょう") == KanaReader(
        SoundingNames(["シティ事業"], {})
    ).rewrite("シテイジギョウ")


def test_what_a_budget_spends_on_is_spelled_as_usual() -> None:
    assert KanaReader(SoundingNames([], {})).spell("くりだしきん という 名前") == "繰出金 という 名前"


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        pytest.param("ばいくを みました", "バイクをみました", id="a short word with a particle"),
        pytest.param("ばいくや です", "ばいくや です", id="a longer word"),
        pytest.param("よしの です", "よしの です", id="long vowels make another word"),
    ],
)
def test_a_short_word_is_heard_where_it_stands_alone_between_spaces(text: str, spelled: str) -> None:
    assert KanaReader(SoundingNames([], {})).rewrite(text) == spelled


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        pytest.param("急ぎです。kouenka no tanto wa", "急ぎです。公園課の担当わ", id="a sentence beside it"),
        pytest.param("急ぎ。toshi unei jimu wa doko", "急ぎ。都市運営事務わどこ", id="an n before a vowel"),
        pytest.param("「kouenka wa doko」と聞かれた", "「公園課わどこ」と聞かれた", id="quoted"),
        pytest.param("Which park division は何", "Which park division は何", id="English"),
        pytest.param("kouenka の担当は", "kouenka の担当は", id="a single word may be a name"),
    ],
)
def test_romaji_beside_japanese_is_spelled_as_usual(text: str, spelled: str) -> None:
    assert KanaReader(SoundingNames(["公園課", "都市運営事務"], {})).rewrite(text) == spelled


@pytest.mark.parametrize("syllable", ["na", "tsu", "sha", "n"])
def test_a_long_run_of_syllables_that_is_no_romaji_is_read_at_once(syllable: str) -> None:
    """Were a syllable read in two ways, this would not end within the test's time."""
    text = f"税{syllable * 200}q"
    assert KanaReader(SoundingNames(["公園課"], {})).rewrite(text) == text


def test_no_word_of_two_sounds_is_heard_in_another() -> None:
    assert KanaReader(SoundingNames([], {})).rewrite("なにをするところですか").startswith("なにをするところ")
