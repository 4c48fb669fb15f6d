"""Generated plans for property tests: options and seed are drawn apart, so that a failure shrinks to a small plan."""

from hypothesis import strategies as st

from evals.fictional import FictionalPlan, PlanOptions, generate


@st.composite
def plan_options(draw: st.DrawFn, min_priorities: int = 0, max_plain: int = 40) -> PlanOptions:
    """Every option of the generator; ``max_plain`` bounds the ordinary rows beside the priority ones."""
    priorities = draw(st.integers(min_priorities, 9))
    groups = tuple(draw(st.lists(st.integers(2, 4), max_size=2)))
    special = draw(st.integers(0, 2))
    plain = draw(st.integers(0 if priorities else 1, max_plain))
    prefix = draw(st.lists(st.integers(0, 9), min_size=2, max_size=4))
    return PlanOptions(
        form_feed=draw(st.booleans()),
        row_over_page=draw(st.booleans()),
        principle_over_page=draw(st.booleans()),
        lines_per_page=draw(st.integers(20, 60)),
        code_prefix=tuple(prefix),
        first_code=draw(st.integers(1, 12)),
        table_code_label=draw(st.sampled_from(["事業CD:", "事業CD："])),
        card_code=draw(st.sampled_from(["wide", "narrow"])),
        first_year=draw(st.integers(2, 20)),
        year_count=draw(st.sampled_from([3, 4])),
        wide_years=draw(st.booleans()),
        project_count=plain + priorities + sum(groups) + special,
        priority_count=priorities,
        groups=groups,
        special_rows=special,
        open_rows=draw(st.integers(0, 3)),
        period_remarks=draw(st.integers(0, 3)),
        long_divisions=draw(st.integers(0, 4)),
        missing_labels=draw(st.booleans()),
        single_item_columns=draw(st.booleans()),
    )


def plans(min_priorities: int = 0, max_plain: int = 40) -> st.SearchStrategy[FictionalPlan]:
    """Plans of fictional cities with their truth; a failure is reported with the seed and the options that made it."""
    seeds = st.integers(0, 2**32 - 1)
    return st.builds(_generated, seeds, plan_options(min_priorities=min_priorities, max_plain=max_plain))


def _generated(seed: int, options: PlanOptions) -> FictionalPlan:
    return generate(seed, options=options)
