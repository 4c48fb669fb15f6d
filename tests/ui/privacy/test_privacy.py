"""The warning as HTML and data: every kind has a name, and nothing typed is kept as it was."""

from assistant.privacy import load_rules
from corpus.catalogue import Catalogue
from ui.ask.conversation import Conversation
from ui.preferences import Preferences
from ui.privacy.rules import rules_script
from ui.shell.render import render_header
from ui.texts import load_texts


def test_every_kind_of_personal_data_is_named_in_the_warning(catalogue: Catalogue) -> None:
    texts = load_texts()
    assert list(texts.privacy.kinds) == [rule.name for rule in load_rules().kinds]
    for header in (render_header(catalogue, texts, Preferences()), render_header(None, texts, Preferences())):
        assert all(f'data-kind="{rule.name}"' in header for rule in load_rules().kinds)


def test_the_rules_cannot_end_the_script_that_they_stand_in() -> None:
    assert "<" not in rules_script()
    assert rules_script().isascii()


def test_a_conversation_holds_a_question_without_its_personal_data() -> None:
    conversation = Conversation().asking("電話は090-1234-5678です。事業CD 0-2-1-3の担当は？")
    assert conversation.turns[0].question == "電話は＊＊＊-＊＊＊＊-＊＊＊＊です。事業CD 0-2-1-3の担当は？"


def test_the_notice_names_the_edition_the_limits_and_personal_data(catalogue: Catalogue) -> None:
    header = render_header(catalogue, load_texts(), Preferences())
    assert "（令和5年度～令和7年度）にあることだけを、自動で答えます。" in header
    assert "まちがうことがあります。正式な判断は担当課が行います。" in header
    assert "個人情報は、書かないでください。" in header


def test_a_plan_without_a_period_has_a_notice_without_one(catalogue: Catalogue) -> None:
    undated = tuple(document.model_copy(update={"period": ""}) for document in catalogue.documents)
    header = render_header(catalogue.model_copy(update={"documents": undated}), load_texts(), Preferences())
    assert "計画書に書かれていることだけをもとに、自動で答えます。" in header
    assert "（）" not in header
