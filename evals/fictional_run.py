"""Asks questions about generated plans of fictional cities, each in a real installation of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from assistant.settings import Settings
from corpus.records import Record
from evals.fictional import FictionalPlan, generate
from evals.from_records import questions
from evals.items import EvalItem
from evals.runner import ItemOutcome, Progress, run
from evals.serving import serving


class FictionalResult(Record):
    """What was asked of how many plans (seeds 1 to ``plans``), and what came."""

    plans: int
    projects_read: int
    projects_printed: int
    outcomes: tuple[ItemOutcome, ...]


def run_fictional(plans: int, settings: Settings, progress: Progress | None = None) -> FictionalResult:
    """Generate, ingest, serve and ask ``plans`` plans, one after another; ``progress`` hears (plans done, in all)."""
    outcomes: list[ItemOutcome] = []
    read = printed = 0
    for seed in range(1, plans + 1):
        plan = generate(seed)
        with installed(plan, settings) as own, serving(own) as served:
            read += len(served.index.catalogue.projects)
            outcomes += run(items_of(plan), served.assistant, served.index.catalogue, repeat=False)
        printed += len(plan.truth.projects)
        if progress:
            progress(seed, plans)
    return FictionalResult(plans=plans, projects_read=read, projects_printed=printed, outcomes=tuple(outcomes))


def items_of(plan: FictionalPlan) -> list[EvalItem]:
    """The plan's questions as eval items."""
    return questions(plan.truth, plan.seed, f"fictional-{plan.seed}")


@contextmanager
def installed(plan: FictionalPlan, settings: Settings) -> Iterator[Settings]:
    """The settings of an installation that holds this plan alone, in a temporary folder; the model is the caller's."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        document = Path(folder) / "corpus" / f"fictional-{plan.seed}"
        document.mkdir(parents=True)
        (document / "plan.txt").write_text(plan.text, encoding="utf-8", newline="")
        manifest = {"title": plan.truth.title, "publisher": plan.truth.city, "period": plan.truth.period}
        (document / "manifest.yaml").write_text(yaml.safe_dump(manifest, allow_unicode=True), encoding="utf-8")
        yield settings.model_copy(update={"corpus": document.parent, "data_dir": Path(folder) / "data"})
