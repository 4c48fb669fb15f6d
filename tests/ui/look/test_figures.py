"""What the pictures show, before anything is drawn: shares, spans of years, counts, places of letters."""

import pytest

from corpus.catalogue import Catalogue
from ui.look.carried import carried
from ui.look.costs import costed, plan_shares
from ui.look.layout import SHAPES, Bar, place
from ui.look.lettering import flow, lines, width
from ui.look.selection import Selection
from ui.look.timeline import spans, timelines

YEARS = ("令和5年度", "令和6年度", "令和7年度")


def test_costs_come_dearest_first_with_their_share_of_the_total_that_the_plan_prints(drawn_plan: Catalogue) -> None:
    assert [project.cost_million_yen for project in costed(drawn_plan.projects)] == [300, 100]
    (share,) = plan_shares(drawn_plan, drawn_plan.projects)
    assert (share.cost, share.total, share.share) == (400, 4000, 10.0)


def test_no_share_is_told_of_a_total_that_is_not_the_whole_s(drawn_plan: Catalogue) -> None:
    dearer = drawn_plan.projects[0].model_copy(update={"cost_million_yen": 4001})
    assert plan_shares(drawn_plan, (dearer,)) == ()
    twice = drawn_plan.model_copy(update={"passages": drawn_plan.passages * 2})
    assert plan_shares(twice, drawn_plan.projects) == ()


def test_an_item_printed_alike_in_years_that_follow_each_other_is_one_span() -> None:
    schedule = {"令和5年度": ("点検", "設計"), "令和6年度": ("点検",), "令和7年度": ("設計",)}
    found = [(span.text, span.first, span.last) for span in spans(schedule, YEARS)]
    assert found == [("点検", 0, 1), ("設計", 0, 0), ("設計", 2, 2)]


def test_the_years_are_the_document_s_whatever_division_is_shown(drawn_plan: Catalogue) -> None:
    (timeline,) = timelines(drawn_plan, drawn_plan.of_division("庁舎課"))
    assert timeline.years == YEARS
    assert [(row.project.name, len(row.spans)) for row in timeline.rows] == [("庁舎整備事業", 1)]


def test_items_are_counted_in_each_year_and_through_all(drawn_plan: Catalogue) -> None:
    (timeline,) = timelines(drawn_plan, drawn_plan.projects)
    assert [timeline.in_year(year) for year in YEARS] == [2, 3, 2]
    assert timeline.through == 1


def test_a_project_of_two_divisions_counts_for_each(drawn_plan: Catalogue) -> None:
    found = [(each.division, each.count, each.priority) for each in carried(drawn_plan)]
    assert found == [("公園課", 2, 1), ("緑化課", 1, 1), ("庁舎課", 1, 1), ("選挙課", 1, 0)]


def test_what_the_plan_does_not_have_is_ignored_in_an_address(drawn_plan: Catalogue) -> None:
    assert Selection.of(drawn_plan, {"division": "宇宙課", "year": "令和99年度", "x": "1"}) == Selection()
    selection = Selection.of(drawn_plan, {"division": "公園課", "year": "令和6年度"})
    assert selection.address(year=None) == "#look?division=%E5%85%AC%E5%9C%92%E8%AA%B2"
    assert selection.address(division=None, year=None) == "#look"


@pytest.mark.parametrize("most", [4.0, 9.0, 30.0])
def test_no_line_is_wider_than_it_may_be_and_nothing_is_lost(most: float) -> None:
    text = "「ICT ツール」の活用などによる、事務事業の効率化（レベル２）Supercalifragilistic"
    found = lines(text, most)
    assert all(width(line) <= most for line in found)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert not any(line[0] in "、）」ー" for line in found if most > 4)


def test_names_in_a_row_are_broken_between_them() -> None:
    found = flow(("公園整備事業、", "庁舎整備事業、", "選挙事務"), 17.0)
    assert found == ("公園整備事業、庁舎整備事業、", "選挙事務")


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_letters_stay_in_the_picture_and_rows_do_not_overlap(shape: object) -> None:
    long = Bar(
        label="とても長い名前の" * 6 + "事業", figure="23,456百万円（234億5,600万円）", parts=(5, 5),
        link="/", says="x", details=("長い事業名、" * 9, "もう一つ"),
    )  # fmt: skip
    short = Bar(label="短", figure="1", parts=(0, 0), link="/", says="y")
    plot = place((long, short), next(each for each in SHAPES if each == shape))
    for row in plot.rows:
        letters = [*row.names, *row.figures, *row.details]
        assert all(row.top < each.y < row.bottom for each in letters)
        assert all(each.x + width(each.text) <= plot.width for each in (*row.names, *row.figures))
        assert all(each.x + width(each.text) * plot.small <= plot.width for each in row.details)
        assert row.bottom - row.top >= 2.75
    assert plot.rows[0].bottom == plot.rows[1].top
