"""Make a plan of a fictional city: its flattened text, and the truth of it, as a pure function of seed and options."""

from random import Random

from evals.fictional.layout import card_blocks, cost_items_block, foot, front_blocks, sdgs_block, table_blocks
from evals.fictional.options import PlanOptions, draw_parameters
from evals.fictional.pages import first_pages, paginate, render
from evals.fictional.records import FictionalPlan
from evals.fictional.truth import draw_truth


def generate(seed: int, *, options: PlanOptions | None = None) -> FictionalPlan:
    """The plan of that seed; ``options`` fixes what should not be drawn. Raises ``ValueError`` for bad options."""
    random = Random(seed)
    parameters = draw_parameters(random, options or {})
    truth = draw_truth(random, parameters)
    first, second = first_pages(
        random, front_blocks(truth), foot(truth, parameters.year_count), parameters.principle_over_page
    )
    blocks = [
        sdgs_block(truth),
        *table_blocks(random, truth, parameters),
        cost_items_block(random, truth),
        *card_blocks(random, truth, parameters),
    ]
    pages = [first, *paginate(blocks, second, parameters.lines_per_page, parameters.row_over_page)]
    return FictionalPlan(seed=seed, text=render(pages, parameters.form_feed), pages=len(pages), truth=truth)
