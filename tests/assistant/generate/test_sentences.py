"""A growing text is cut into sentences with their markers, whatever pieces it comes in."""

import pytest

from assistant.generate.sentences import SentenceCutter, sentences


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("市民課です。[1]次は財政課です。", ["市民課です。[1]", "次は財政課です。"]),
        ("市民課です[1][2]。\n支所も", ["市民課です[1][2]。", "\n支所も"]),
        (
            "計画には「行います。また、進めます。」とあります。[1]",
            ["計画には「行います。また、進めます。」とあります。[1]"],
        ),
        ("「閉じない。\n次です。", ["「閉じない。\n", "次です。"]),
        ("", []),
    ],
    ids=["markers follow", "marker within", "quotation", "bracket left open", "nothing"],
)
def test_a_text_is_cut_at_its_sentences_ends(text: str, cut: list[str]) -> None:
    assert sentences(text) == cut


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_the_pieces_it_comes_in_make_no_difference(size: int) -> None:
    text = "担当は市民課です。[1] [12]支所（腰越支所など）も受け付けます。[2]「行います。」とあります。[3]\n以上です"
    cutter = SentenceCutter()
    found = [one for at in range(0, len(text), size) for one in cutter.add(text[at : at + size])]
    assert [*found, *cutter.rest()] == sentences(text)
    assert "".join(sentences(text)) == text
