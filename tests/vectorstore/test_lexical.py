import math
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from vectorstore.lexical import BM25, LENGTH_WEIGHT, SATURATION, content_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("引っ越したので転入届を出したい", ["引っ越す", "転入", "届け", "出す"]),
        ("ﾏｲﾅﾝﾊﾞｰｶｰﾄﾞ", ["マイナンバー", "カード"]),
        ("申込みと申し込み", ["申し込み", "申し込み"]),
        ("ＰＦＩ", ["pfi"]),
        ("を、が。！？", []),
        ("", []),
    ],
    ids=["inflected", "half-width kana", "spellings", "full-width latin", "no content", "empty"],
)
def test_a_text_is_cut_into_content_words_in_normal_form(text: str, words: list[str]) -> None:
    assert content_words(text) == words


def test_a_text_longer_than_sudachi_takes_is_still_cut() -> None:
    assert content_words("市税の収納。" * 10_000).count("収納") >= 9_990


def test_threads_may_cut_words_at_once() -> None:
    texts = [f"{number}番窓口で戸籍の届出を受け付けます" for number in range(200)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(content_words, texts)) == [content_words(text) for text in texts]


def test_bm25_is_what_one_works_out_by_hand() -> None:
    index = BM25([["税", "収納"], ["税", "税", "証明", "窓口"], ["道路"]])
    idf = math.log(1 + (3 - 2 + 0.5) / (2 + 0.5))
    lengths = np.array([2, 4, 1]) / (7 / 3)
    damping = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * lengths)
    counts = np.array([1, 2, 0])
    expected = idf * counts * (SATURATION + 1) / (counts + damping)
    np.testing.assert_allclose(index.scores(["税"]), expected)


def test_a_repeated_word_of_the_question_counts_once_and_an_unknown_one_nothing() -> None:
    index = BM25([["税", "収納"], ["道路"]])
    np.testing.assert_array_equal(index.scores(["税", "税", "宇宙"]), index.scores(["税"]))
    np.testing.assert_array_equal(index.scores(["宇宙"]), [0, 0])


def test_an_unknown_word_raises_what_a_question_could_reach() -> None:
    index = BM25([["税", "収納"], ["道路"]])
    assert index.ceiling(["税", "宇宙"]) > index.ceiling(["税"]) > 0
    assert index.ceiling([]) == 0


@pytest.mark.parametrize("documents", [[], [[]], [[], []]], ids=["none", "one empty", "two empty"])
def test_a_collection_without_words_gives_zeros(documents: list[list[str]]) -> None:
    assert BM25(documents).scores(["税"]).tolist() == [0.0] * len(documents)
