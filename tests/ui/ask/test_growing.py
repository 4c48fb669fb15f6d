"""An answer grows by whole sentences, in few steps."""

import pytest

from ui.ask.growing import MOST_STEPS, growing

LONG = "全60件です。\n" + "\n".join(f"{n}. 事業{n}（課{n}）[{n}]" for n in range(1, 61))


def test_a_sentence_keeps_its_markers() -> None:
    text = "担当は市民課です。[1][2]\n計画には「届出を行います。」とあります。[1]\n以上です。"
    first = "担当は市民課です。[1][2]"
    assert list(growing(text)) == [
        first,
        f"{first}\n計画には「届出を行います。」",
        f"{first}\n計画には「届出を行います。」とあります。[1]",
    ]


def test_a_long_list_comes_in_few_steps_and_its_first_sentence_at_once() -> None:
    steps = list(growing(LONG))
    assert len(steps) <= MOST_STEPS
    assert steps[0] == "全60件です。"
    assert all(LONG.startswith(step) for step in steps)


@pytest.mark.parametrize("text", ["", "一文だけです。[1]", "No full stop at all"], ids=["empty", "one", "foreign"])
def test_what_is_one_sentence_has_no_beginning_to_show_before_it(text: str) -> None:
    assert list(growing(text)) == []
