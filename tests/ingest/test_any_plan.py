"""Other cities' plans in this layout: nothing is lost and everything is read right, whatever they hold."""

import pytest
from hypothesis import given, settings

from corpus.records import Project
from evals.fictional import FictionalPlan, ProjectTruth
from ingest.lines import squeeze
from tests.ingest.reading import (
    assert_nothing_is_lost,
    assert_passages_are_the_source,
    assert_records_hold_every_character,
    assert_sources_spell_the_fields,
    read,
)
from tests.ingest.strategies import plans

# Hundreds of generated plans: real work, and more than a quick check should wait for.
pytestmark = pytest.mark.slow


def facts(project: Project | ProjectTruth) -> dict[str, object]:
    """Every field that a plan prints, without white space."""
    schedule = project.schedule or {}
    return {
        **{field: squeeze(getattr(project, field) or "") for field in ("name", "content", "goal", "note")},
        **{field: getattr(project, field) for field in ("code", "divisions", "related_divisions", "divisions_open")},
        **{field: getattr(project, field) for field in ("priority", "cost_million_yen", "account")},
        "schedule": {year: [squeeze(item) for item in items] for year, items in schedule.items()},
    }


@given(plans(max_plain=25))
@settings(max_examples=80, deadline=None)
def test_every_field_of_every_project_is_what_the_plan_says(drawn: FictionalPlan) -> None:
    plan = read(drawn.text)
    assert [facts(project) for project in plan.projects] == [facts(project) for project in drawn.truth.projects]
    assert len(plan.document.pages) == drawn.pages
    assert_nothing_is_lost(plan)
    assert_records_hold_every_character(plan)
    assert_passages_are_the_source(plan)
    for project in plan.projects:
        assert_sources_spell_the_fields(plan, project)


@given(plans(max_plain=6))
@settings(max_examples=30, deadline=None)
def test_the_prose_around_the_tables_is_kept_in_its_kinds(drawn: FictionalPlan) -> None:
    plan = read(drawn.text)
    said = {
        field: "".join(squeeze(passage.text) for passage in plan.passages if passage.field == field)
        for field in ("principle", "sdgs_targets", "sdgs_direction", "cost_items", "total_cost", "text")
    }
    truth = drawn.truth
    for principle in truth.principles:
        assert squeeze(f"{principle.mark}{principle.title}") in said["principle"]
        assert squeeze(principle.text) in said["principle"]
        assert all(squeeze(branch) in said["principle"] for branch in principle.branches)
    assert said["sdgs_targets"] == "".join(truth.sdgs_targets)
    assert said["sdgs_direction"] == squeeze(truth.sdgs_direction)
    assert said["text"] == squeeze("".join(truth.intro))
    assert f"{truth.total_cost_million_yen:,}百万円" in said["total_cost"]
    assert all(squeeze(item) in said["cost_items"] for item in truth.cost_items)


@given(plans(max_plain=6))
@settings(max_examples=15, deadline=None)
def test_other_line_ends_change_nothing_but_offsets(drawn: FictionalPlan) -> None:
    expected = [facts(project) for project in read(drawn.text).projects]
    for line_end in ("\r\n", "\r"):
        plan = read(drawn.text.replace("\n", line_end))
        assert [facts(project) for project in plan.projects] == expected
        assert len(plan.document.pages) == drawn.pages
        assert_nothing_is_lost(plan)
        assert_passages_are_the_source(plan)
