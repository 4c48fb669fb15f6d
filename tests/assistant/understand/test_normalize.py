"""Many ways of typing one thing are one thing; the golden table is ``tests/data/normalisation.tsv``."""

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.understand.normalize import fold, kana_key, key, romaji_to_kana

TABLE = Path(__file__).parents[2] / "data" / "normalisation.tsv"
FUNCTIONS: dict[str, Callable[[str], str]] = {
    "fold": fold, "key": key, "kana_key": kana_key, "romaji_to_kana": romaji_to_kana,
}  # fmt: skip
CODE = "0-2-1-3"


def rows() -> list[dict[str, str]]:
    """The table's rows, without its comment."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").split("\n") if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def typed(cell: str) -> str:
    r"""The cell with ``\n`` and ``\uXXXX`` as the characters that they stand for."""
    return re.sub(r"\\u([0-9a-f]{4})|\\n", lambda match: chr(int(match[1], 16)) if match[1] else "\n", cell)


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['function']}: {row['why']}")
def test_typing_is_folded_as_in_the_golden_table(row: dict[str, str]) -> None:
    assert FUNCTIONS[row["function"]](typed(row["typed"])) == row["result"]


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['function']}: {row['why']}")
def test_folding_twice_changes_nothing_more(row: dict[str, str]) -> None:
    function = FUNCTIONS[row["function"]]
    assert function(row["result"]) == row["result"]


@pytest.mark.parametrize("dash", "-‐‑‒–—―−－ーｰ﹣_", ids=lambda dash: f"U+{ord(dash):04X}")
@pytest.mark.parametrize("spaced", [False, True], ids=["close", "spaced"])
def test_a_code_is_read_whatever_dash_is_typed(dash: str, spaced: bool) -> None:
    separator = f" {dash} " if spaced else dash
    assert fold(f"事業CD {separator.join('0213')} の担当は？") == f"事業CD {CODE} の担当は?"


def test_a_code_with_a_ruled_line_as_dash_is_read() -> None:
    assert fold("0─2─1─3") == CODE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ふるさと寄附金推進事業", "ふるさと寄付金推進事業"),
        ("強靭（レジリエンス）", "強靱(ﾚｼﾞﾘｴﾝｽ)"),
        ("３ヵ年", "3カ年"),
    ],
    ids=["附", "靱", "ヵ"],
)
def test_two_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("徴収", "徴集"), ("市民課", "市民税課"), ("①", "②")])
def test_different_names_keep_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_one_sound_has_one_kana_key_however_it_is_lengthened() -> None:
    assert len({kana_key(sound) for sound in ("トーホン", "とうほん", "とほん")}) == 1


@pytest.mark.parametrize("text", ["", " ", "\u3000\n", "😀", "\u200b"], ids=ascii)
def test_what_says_nothing_folds_to_nothing(text: str) -> None:
    assert fold(text) == ""
