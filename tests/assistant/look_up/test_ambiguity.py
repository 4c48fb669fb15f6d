"""What is asked back where a question leaves several readings open, and what is not."""

import pytest

from assistant.look_up.ambiguity import Ambiguity
from assistant.look_up.bearing import Bearing
from assistant.look_up.choices import choose
from assistant.look_up.few_words import FewWords
from assistant.look_up.findings import Unclear
from assistant.understand.question import Understanding
from corpus.catalogue import Catalogue
from corpus.records import Choice, Project


def project(number: int, name: str, division: str, content: str, *, priority: bool = False) -> Project:
    """A project of the fictional plan."""
    return Project(
        id=f"p{number}", name=name, divisions=(division,), content=content, document_id="d", section="", page=1,
        priority=priority,
    )  # fmt: skip


PROJECTS = (
    project(1, "灯台管理事務", "港湾課", "灯台の点検を行います。", priority=True),
    project(2, "灯台公園整備事業", "公園課", "灯台の周りに公園を整備します。", priority=True),
    project(3, "点検事務", "検査課", "工事の点検を行います。"),
    project(4, "果樹振興事業", "農政課", "苗木の審査を行います。"),
    project(5, "漁業振興事業", "水産課", "漁具の審査を行います。"),
)
PLAN = Catalogue(documents=(), projects=PROJECTS, passages=())
FEW_WORDS = FewWords(PLAN, Bearing(PLAN, ("支所",)))
AMBIGUITY = Ambiguity(PLAN, FEW_WORDS, ("支所",))


def labels(found: Unclear | None) -> list[str]:
    """What is offered."""
    return [choice.label for choice in found.choices] if found else []


def asked(text: str, *words: str, **more: object) -> Understanding:
    """A question with these nouns of its own."""
    return Understanding.model_validate({"text": text, "subject_words": words, **more})


@pytest.mark.parametrize(
    ("read", "offered"),
    [
        pytest.param(asked("灯台の担当は？", "灯台"), ["灯台管理事務", "灯台公園整備事業"], id="two names"),
        pytest.param(asked("審査の件で", "審査"), ["果樹振興事業", "漁業振興事業"], id="two contents"),
        pytest.param(asked("点検の担当は？", "点検"), [], id="one is named just so"),
        pytest.param(asked("苗木の審査", "苗木", "審査"), [], id="only one has both words"),
        pytest.param(asked("審査", "審査", topics=("審査",), topic_words=("審査",)), [], id="the vocabulary knows it"),
        pytest.param(asked("灯台を塗り替える担当は？", "灯台"), [], id="a verb says more"),
        pytest.param(asked("灯台は何件？", "灯台", operation="count"), [], id="a set is asked for"),
    ],
)
def test_a_bare_word_is_asked_back_only_where_divisions_share_it(read: Understanding, offered: list[str]) -> None:
    assert labels(FEW_WORDS.several(read)) == offered


def test_a_question_without_any_matter_is_asked_back() -> None:
    assert labels(AMBIGUITY.nothing_said(asked("その事業の目標は？", field="goal"))) == [
        "灯台管理事務",
        "灯台公園整備事業",
    ]
    assert len(labels(AMBIGUITY.nothing_said(asked("どこの課ですか", field="division")))) > 1
    broad = (Choice(label="a", question="a"), Choice(label="b", question="b"))
    assert labels(AMBIGUITY.nothing_said(asked("手続きをしたい", broad=broad))) == ["a", "b"]


@pytest.mark.parametrize(
    "read",
    [
        asked("教えて"), asked("", social="thanks"), asked("電話は？", attribute="電話番号", field="division"),
        asked("温泉はどこ？", "温泉", field="division"), asked("一覧", operation="list"),
    ],
)  # fmt: skip
def test_what_names_a_matter_or_asks_nothing_is_not_asked_back(read: Understanding) -> None:
    assert AMBIGUITY.nothing_said(read) is None


def test_a_choice_asks_for_the_field_that_was_asked_for() -> None:
    assert choose(PROJECTS[:2], "cost").choices[0].question == "灯台管理事務の推計事業費を教えてください"
    assert choose(PROJECTS[:2], None).choices[1].question == "灯台公園整備事業の所管課はどこですか"
