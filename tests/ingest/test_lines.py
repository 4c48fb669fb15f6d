import pytest

from ingest.lines import Piece, fold_code, join, lines, spans, split_pages, squeeze, width

PAGES = {
    "one page": ("甲\n乙\n", ["甲\n乙\n"]),
    "nothing": ("", [""]),
    "form feeds between pages": ("甲\n\f乙\n", ["甲\n", "\f乙\n"]),
    "form feeds after pages": ("甲\n\f乙\n\f", ["甲\n", "\f乙\n\f"]),
    "form feed first": ("\f甲\n\f乙\n", ["\f甲\n", "\f乙\n"]),
    "blank page between": ("甲\n\f\f丙\n", ["甲\n", "\f", "\f丙\n"]),
    "leading space": (" 甲\n\n乙\n 丙\n", [" 甲\n\n乙\n", " 丙\n"]),
    "leading space from the second page on": ("甲\n 乙\n", ["甲\n", " 乙\n"]),
    "blank lines before the first page": ("\n\n 甲\n 乙\n", ["\n\n 甲\n", " 乙\n"]),
    "last line of one space": (" 甲\n 乙\n ", [" 甲\n", " 乙\n "]),
    "two spaces are an indent": (" 甲\n  乙\n 丙\n", [" 甲\n  乙\n", " 丙\n"]),
    "ideographic space is an indent": (" 甲\n\u3000乙\n 丙\n", [" 甲\n\u3000乙\n", " 丙\n"]),
    "form feeds go before spaces": (" 甲\n 乙\n\f丙\n", [" 甲\n 乙\n", "\f丙\n"]),
    "line ends of Windows": (" 甲\r\n 乙\r\n", [" 甲\r\n", " 乙\r\n"]),
    "line ends of old": (" 甲\r 乙\r", [" 甲\r", " 乙\r"]),
}
CODES = {
    "plain": "0-2-1-3",
    "full width": "０－２－１－３",
    "minus sign": "0−2−1−3",
    "long vowel mark": "0ー2ー1ー3",
    "half-width long vowel mark": "0ｰ2ｰ1ｰ3",
    "hyphen": "0‐2‐1‐3",
    "non-breaking hyphen": "0‑2‑1‑3",
    "figure dash": "0‒2‒1‒3",
    "en dash": "0–2–1–3",
    "em dash": "0—2—1—3",
    "horizontal bar": "０―２―１―３",
    "box drawing": "0─2─1─3",
    "small hyphen": "0﹣2﹣1﹣3",
    "small em dash": "0﹘2﹘1﹘3",
    "mixed": "０−２ー1―３",
    "spaced": "０ － ２ － １ － ３",
    "over a line break": "０－２－\n１－３",
}


@pytest.mark.parametrize(("text", "expected"), PAGES.values(), ids=PAGES)
def test_pages_begin_with_a_form_feed_or_a_space_and_lose_nothing(text: str, expected: list[str]) -> None:
    pages = split_pages("mihon", text)
    assert [page.text for page in pages] == expected
    assert [page.page for page in pages] == list(range(1, len(expected) + 1))
    assert all(text[page.start : page.end] == page.text for page in pages)
    assert "".join(expected) == text


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_a_code_in_any_notation_is_the_same_code(code: str) -> None:
    assert fold_code(code) == "0-2-1-3"


def test_lines_know_their_page_and_place_and_leave_out_blank_ones() -> None:
    text = " 甲 \n\n乙\r\n\u3000\n 丙\n"
    found = list(lines(split_pages("mihon", text)))
    assert [(line.page, line.text) for line in found] == [(1, "甲"), (1, "乙"), (2, "丙")]
    assert all(text[line.start : line.end] == line.text for line in found)


def test_a_part_of_a_piece_stays_true_to_the_source() -> None:
    source = "財産管理事務  財政課 市有財産"
    piece = Piece(1, 0, len(source), source)
    for part in (piece.part(6), piece.part(6, 11), *piece.words(), *piece.words(2)):
        assert source[part.start : part.end] == part.text == part.text.strip()
    assert [word.text for word in piece.words(2)] == ["財産管理事務", "財政課 市有財産"]
    assert piece.part(6, 8).text == ""


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (["ふるさと寄附金推", "進事業"], "ふるさと寄附金推進事業"),
        (["行政サービスの DX", "化の推進"], "行政サービスの DX化の推進"),
        (["Smart", "City構想"], "Smart City構想"),
        (["令和5", "年度"], "令和5年度"),
        (["東京", "2020大会"], "東京2020大会"),
        ([], ""),
    ],
    ids=["Japanese", "Latin before Japanese", "two Latin words", "figure before Japanese", "Japanese first", "none"],
)
def test_broken_lines_are_joined_as_one_would_write_them(printed: list[str], expected: str) -> None:
    assert join(Piece(1, 0, len(text), text) for text in printed) == expected


def test_spans_are_cut_at_pages() -> None:
    pieces = [Piece(1, 3, 5, "甲乙"), Piece(1, 7, 8, "丙"), Piece(2, 12, 13, "丁")]
    assert [(span.page, span.start, span.end) for span in spans(pieces)] == [(1, 3, 8), (2, 12, 13)]


def test_squeezing_takes_every_white_space() -> None:
    assert squeeze(" 甲\u3000乙\r\n\f丙\t丁\u00a0") == "甲乙丙丁"


def test_width_counts_half_width_letters_as_half() -> None:
    assert (width("財政課"), width("ICT推進課"), width("ｶﾅ")) == (3.0, 4.5, 1.0)
