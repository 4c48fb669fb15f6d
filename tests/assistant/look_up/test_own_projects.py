"""What is asked of a division by a duty's name, or by the kind of a thing, is told by that project of its own."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from assistant.look_up.findings import About, Items, OfText
from assistant.understand.set_patterns import set_patterns

if TYPE_CHECKING:
    from assistant.compose.draft import Draft
    from assistant.look_up.findings import Finding

    Tell = Callable[..., tuple[Finding, Draft]]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        pytest.param("土木課の診断って、どうやるの", "耐震診断事業", id="the end of a name"),
        pytest.param("土木課が沿っているのは何という計画ですか", "耐震診断事業", id="a thing by its kind"),
        pytest.param("土木課が管理する履歴は何の履歴ですか", "水路台帳事務", id="the kind said first"),
    ],
)
def test_the_division_s_own_project_tells_it(tell: "Tell", question: str, name: str) -> None:
    found, _ = tell(question)
    assert isinstance(found, About)
    assert ([project.name for project in found.projects], found.field) == ([name], "content")


def test_the_projects_of_a_division_stay_a_list(tell: "Tell") -> None:
    found, _ = tell("土木課の事業は何がありますか")
    assert not isinstance(found, About)


def test_an_example_is_found_by_what_it_is_an_example_of(tell: "Tell") -> None:
    found, draft = tell("予防保全の例として書かれているやり口は何ですか")
    assert isinstance(found, OfText)
    assert "ドローン点検" in draft.text


def test_a_step_that_goes_on_in_a_year_is_the_schedule_s(tell: "Tell") -> None:
    found, _ = tell("耐震の診断は令和9年度も続けますか")
    assert isinstance(found, About | Items)


@pytest.mark.parametrize(
    ("text", "of_kind"), [("農業委員会の事務局、緑課ですよね", False), ("事務局と緑課の事業", True)]
)
def test_the_office_of_a_body_is_no_kind_of_divisions(text: str, of_kind: bool) -> None:
    assert bool(set_patterns()["all_of_kind"].search(text)) is of_kind
