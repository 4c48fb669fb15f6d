"""Which sentences of a model pass: true ones however they are worded, and none that says anything else."""

import pytest

from assistant.generate.check import Check
from assistant.generate.licence import Licence


@pytest.mark.parametrize(
    "sentence",
    [
        "公園整備事業は、公園課が担当しています。[1]",
        "ご質問の遊具については、公園課が所管する公園整備事業で扱っています。[1]",
        "公園課では、公園の遊具を点検し、更新します。[1]",
        "計画には「公園の遊具を点検し、更新します。」と書かれています。[1]",
        "関連課は緑化推進課です。[1]",
        "担当は公園課で、関連課は緑化推進課です。[1]",
        "公園整備事業は公園課、図書館運営事業は中央図書館が担当します。[1][2]",
        "中央図書館が図書館運営事業を受け持っています。[2]",
        "推計事業費は1億2,000万円です。[1]",
        "令和6年度には、遊具の更新と柵の修理を行います。[1]",
        "2024年度は柵の修理を予定しています。[1]",
        "事業CDは1-2-3-4です。[1]",
        "ほかにもお気軽にお尋ねください。",
    ],
)
def test_a_true_sentence_passes_in_words_of_its_own(licence: Licence, sentence: str) -> None:
    assert Check(licence).fault(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("担当は道路課です。[1]", "name"),
        ("担当は水道課です。[1]", "name"),
        ("担当は緑化推進課です。[1]", "binding"),
        ("関連課は公園課です。[1]", "binding"),
        ("公園整備事業は中央図書館、図書館運営事業は公園課が担当します。[1][2]", "binding"),
        ("公園課が公園整備事業と図書館運営事業を担当します。[1][2]", "binding"),
        ("公園整備事業の担当は公園課です。[2]", "name"),
        ("公園整備事業の担当は公園課です。", "marker"),
        ("公園整備事業の担当は公園課です。[3]", "marker"),
        ("事業CDは1-2-3-5です。[1]", "name"),
        ("推計事業費は130百万円です。[1]", "figure"),
        ("合計は120百万円です。[1]", "binding"),
        ("令和8年度に遊具を更新します。[1]", "figure"),
        ("令和5年度に遊具の更新を行います。[1]", "binding"),
        ("効果の検証は令和6年度に行います。[1]", "binding"),
        ("公園整備事業では3項目を予定しています。[1]", "figure"),
        ("計画には「遊具を毎年点検する」とあります。[1]", "quotation"),
        ("公園整備事業の担当は公園課ではありません。[1]", "polarity"),
        ("公園課だけが担当しています。[1]", "polarity"),
        ("公園整備事業は推計事業費が最も大きい事業です。[1]", "superlative"),
        ("公園整備事業は図書館運営事業より大きい事業です。[1][2]", "comparison"),
        ("はい、公園課で正しいです。[1]", "polarity"),
        ("手数料は無料です。[1]", "word"),
        ("公園課は9時から受け付けています。[1]", "figure"),
        ("予約をしてください。[1]", "word"),
        ("The park is maintained by 公園課. [1]", "language"),
        ("公园课负责公园整备。[1]", "language"),
        ("遊具は壊れています。[1]", "word"),
    ],
)
def test_a_sentence_that_says_anything_else_does_not(licence: Licence, sentence: str, kind: str) -> None:
    fault = Check(licence).fault(sentence)
    assert fault is not None
    assert fault.kind == kind


def test_a_sentence_is_said_once(licence: Licence) -> None:
    check = Check(licence)
    assert check.fault("公園整備事業は、公園課が担当しています。[1]") is None
    repeated = check.fault("公園整備事業は、公園課が担当しています。[1]")
    assert repeated is not None
    assert repeated.kind == "repetition"
