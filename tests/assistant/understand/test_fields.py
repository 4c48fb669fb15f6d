"""What is asked for in one breath with a field."""

import pytest

from assistant.understand.cues import find_cues
from assistant.understand.fields import fields_beside, find_field
from assistant.understand.question import FieldName


@pytest.mark.parametrize(
    ("text", "first", "beside"),
    [
        ("最終年度の予定と、3年でいくらかかるか", "cost", ("schedule",)),
        ("目標と内容を教えて", "goal", ("content",)),
        ("事業費と、令和8年度に何をするかを知りたい", "cost", ("schedule",)),
        ("何をする事業で、いくらかかる？", "cost", ("content",)),
        ("令和8年度の事業費は", "cost", ()),
        ("予定の事業費は", "cost", ()),
    ],
)
def test_a_schedule_or_a_content_stands_beside_another_field_where_a_noun_asks_for_it(
    text: str, first: FieldName, beside: tuple[FieldName, ...]
) -> None:
    cues = find_cues("asks", text)
    assert find_field(cues) == first
    assert fields_beside(cues, first) == beside
