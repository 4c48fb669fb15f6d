"""Names with a gap: which ends of them are remembered."""

import pytest

from assistant.understand.slipped import find_slipped


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("電子なんとかシステムの担当", ("電子", "システム")), ("ナントカ港湾課から電話", ("", "港湾課")),
        ("港…なんとか事務。聞き取れず", ("港", "事務")), ("船舶審査なんちゃら会、の課", ("船舶審査", "会")),
        ("〇〇推進事業だったはず", ("", "推進事業")), ("市民なんとか課", ("市民", "課")),
        ("漁業なんとかという課の人", ("漁業", "課")), ("漁業で始まる課に呼ばれた", ("漁業", "課")),
    ],
)  # fmt: skip
def test_the_ends_that_are_remembered_are_found(text: str, ends: tuple[str, str]) -> None:
    assert find_slipped(text) == ends


@pytest.mark.parametrize("text", ["港湾課の仕事", "なんとか間に合いました", "何とかなりますか"])
def test_a_text_without_a_gap_in_a_name_has_none(text: str) -> None:
    assert find_slipped(text) is None
