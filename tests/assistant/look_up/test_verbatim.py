"""A deed with its object in the plan's own words is the project's that prints it."""

from collections.abc import Callable

import pytest

from assistant.look_up.findings import About, Unclear
from assistant.look_up.verbatim import VerbatimFinder
from assistant.understand.question import Understanding
from corpus.catalogue import Catalogue

Read = Callable[[str], Understanding]


def test_what_one_project_alone_prints_is_about_it(read: Read, plan_catalogue: Catalogue) -> None:
    found = VerbatimFinder(plan_catalogue).find(read("電子入札システムの全面的な活用はどこですか"))
    assert isinstance(found, About)
    assert [project.name for project in found.projects] == ["契約事務"]


def test_what_projects_of_several_divisions_print_is_asked_back(read: Read, plan_catalogue: Catalogue) -> None:
    found = VerbatimFinder(plan_catalogue).find(read("地域団体との連絡をしている部署は"))
    assert isinstance(found, Unclear)
    assert [choice.divisions for choice in found.choices] == [
        ("腰越支所",),
        ("深沢支所",),
        ("大船支所",),
        ("玉縄支所",),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("電子入札システムの全面的な活用の補助金はどこですか", id="more is said than is printed"),
        pytest.param("自然環境はどこの課ですか", id="a thing without a deed"),
        pytest.param("契約事務の担当は", id="a project's name"),
        pytest.param("電子入札システムの全面的な活用は契約検査課ですよね", id="a claim on a division"),
    ],
)
def test_nothing_else_is_found(text: str, read: Read, plan_catalogue: Catalogue) -> None:
    assert VerbatimFinder(plan_catalogue).find(read(text)) is None
