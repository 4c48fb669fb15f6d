"""What is taken for personal data and masked, and what is left alone: whatever a question about a plan holds."""

import logging
import string
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from assistant.privacy import MaskingFormatter, find_personal_data, mask_personal_data
from corpus.catalogue import Catalogue

CASES: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parents[1] / "data" / "personal-data.yaml").read_text(encoding="utf-8")
)
FOUND = [(kind, written) for kind, texts in CASES.items() if kind != "none" for written in texts]


def _kinds(text: str) -> set[str]:
    return {datum.kind for datum in find_personal_data(text)}


@pytest.mark.parametrize(("kind", "written"), FOUND, ids=[written for _, written in FOUND])
@pytest.mark.parametrize(
    ("before", "after"), [("", ""), ("連絡先は", "です。"), ("（", "）"), ("番号:", "、以上")], ids=str
)
def test_personal_data_is_found_however_it_is_written_and_masked(
    kind: str, written: str, before: str, after: str
) -> None:
    text = before + written + after
    assert _kinds(text) == {kind}
    masked = mask_personal_data(text)
    assert masked.startswith(before)
    assert masked.endswith(after)
    shown = unicodedata.normalize("NFKC", masked[len(before) : len(before + written)])
    assert not set(shown) & set(string.ascii_letters + string.digits + "〇一二三四五六七八九")


@pytest.mark.parametrize("text", CASES["none"])
def test_codes_years_amounts_and_postal_matter_stay_as_they_are(text: str) -> None:
    assert mask_personal_data(text) == text


def test_several_are_found_each_in_its_place() -> None:
    text = "a@example.jp か 090-1234-5678、番号は1234 5678 9018、4111 1111 1111 1111"
    assert [datum.kind for datum in find_personal_data(text)] == ["email", "phone", "my_number", "card"]
    numbers = "＊＊＊-＊＊＊＊-＊＊＊＊、番号は＊＊＊＊ ＊＊＊＊ ＊＊＊＊、＊＊＊＊ ＊＊＊＊ ＊＊＊＊ ＊＊＊＊"
    assert mask_personal_data(text) == f"＊@＊＊＊＊＊＊＊.＊＊ か {numbers}"


def test_the_beginning_of_a_card_is_no_my_number() -> None:
    assert _kinds("4111 1111 1111 1111") == {"card"}
    assert _kinds("4111 1111 1111") == {"my_number"}


def test_nothing_that_the_shipped_plan_prints_is_taken_for_personal_data(plan_catalogue: Catalogue) -> None:
    for document in plan_catalogue.documents:
        assert find_personal_data(document.text) == ()
    printed = (project.model_dump_json(exclude={"sources"}) for project in plan_catalogue.projects)
    assert [text for text in printed if find_personal_data(text)] == []


SEPARATORS = st.sampled_from(["", "-", " ", "－", "　", "ー", "–", " - "])
WIDTHS = st.sampled_from([str.maketrans("", ""), str.maketrans("0123456789", "０１２３４５６７８９")])
ELEVEN_DIGITS = st.text("0123456789", min_size=11, max_size=11)


def _check_digit(digits: str) -> str:
    weights = (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
    rest = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11
    return str(0 if rest <= 1 else 11 - rest)


def _are_years(number: str) -> bool:
    return all(number[at : at + 2] in ("19", "20") for at in (0, 4, 8))


@given(ELEVEN_DIGITS, SEPARATORS, WIDTHS)
def test_any_my_number_is_found_by_its_check_digit(digits: str, separator: str, width: dict[int, int | None]) -> None:
    number = digits + _check_digit(digits)
    wrong = digits + str((int(number[-1]) + 1) % 10)
    written = separator.join((number[:4], number[4:8], number[8:]))
    assert ("my_number" in _kinds(written.translate(width))) or (separator != "" and _are_years(number))
    assert "my_number" not in _kinds(wrong)


@given(st.sampled_from(["070", "080", "090"]), st.text("0123456789", min_size=8, max_size=8), SEPARATORS, WIDTHS)
def test_any_mobile_number_is_found(prefix: str, digits: str, separator: str, width: dict[int, int | None]) -> None:
    written = separator.join((prefix, digits[:4], digits[4:])).translate(width)
    assert "phone" in _kinds(f"電話は{written}です")


@given(st.lists(st.tuples(*[st.integers(0, 12)] * 4), min_size=1, max_size=6), st.sampled_from("、 ・,"))
def test_codes_of_a_plan_are_never_masked(codes: list[tuple[int, ...]], between: str) -> None:
    text = between.join("-".join(map(str, code)) for code in codes)
    assert mask_personal_data(text) == text


@given(st.text(alphabet=st.sampled_from("0123456789-－ー 　.,()@〒aｂ０９年円の"), max_size=60))
def test_masking_keeps_the_length_and_leaves_nothing_to_be_found(text: str) -> None:
    masked = mask_personal_data(text)
    assert len(masked) == len(text)
    assert find_personal_data(masked) == ()
    assert all(new in (old, "＊") for old, new in zip(text, masked, strict=True))


@pytest.mark.parametrize(
    ("name", "message", "line"),
    [
        ("assistant", "asked: 090-1234-5678 は？", "asked: ＊＊＊-＊＊＊＊-＊＊＊＊ は？"),
        ("uvicorn.access", '"GET /api/projects?q=%EF%BC%90 HTTP/1.1" 200', '"GET /api/projects HTTP/1.1" 200'),
    ],
    ids=["a message", "an address"],
)
def test_the_log_holds_no_personal_data_and_no_query(name: str, message: str, line: str) -> None:
    record = logging.LogRecord(name, logging.INFO, __file__, 1, "%s", (message,), None)
    assert MaskingFormatter().format(record) == line
