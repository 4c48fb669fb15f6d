"""How well rankings find the one project that a question is about: the retriever, the assistant's, the baseline's."""

from collections.abc import Callable, Sequence

from assistant.chain import PlanAssistant
from corpus.catalogue import Catalogue
from corpus.records import Project, Question, Record
from evals.baseline import TOP, ChunkBaseline, could_answer, prints
from evals.items import EvalItem, EvalTurn
from evals.metrics import ranking_metrics, run_of
from evals.summary import Share, share
from vectorstore.index import Index

Rank = Callable[[EvalTurn], Sequence[str]]


class Target(Record):
    """A question by itself that is about exactly one project."""

    item_id: str
    category: str
    turn: EvalTurn
    project: Project


class BaselineResult(Record):
    """The baseline's hits over the targets, and what could be answered from its chunks, by category."""

    hit_at_1: Share
    hit_at_3: Share
    answerable: dict[str, Share]
    without_answer: Share


def targets(items: Sequence[EvalItem], catalogue: Catalogue) -> list[Target]:
    """The conversations of one question that has an answer and expects one project, and no list."""
    by_name = {project.name: project for project in catalogue.projects}
    found = []
    for item in items:
        expect = item.turns[0].expect
        if len(item.turns) > 1 or expect is None or expect.status != "answered" or expect.list is not None:
            continue
        if len(expect.projects) == 1 and expect.projects[0] in by_name:
            project = by_name[expect.projects[0]]
            found.append(Target(item_id=item.id, category=item.category, turn=item.turns[0], project=project))
    return found


def rank_by_retriever(index: Index) -> Rank:
    """The retriever alone (vectors and BM25), which knows neither vocabulary nor names."""
    count = len(index.catalogue.projects)
    return lambda turn: [hit.project_id for hit in index.retriever.rank_projects(turn.question, count)]


def rank_by_evidence(assistant: PlanAssistant) -> Rank:
    """The ranking that the assistant answers questions of meaning from: vocabulary, names, words and vectors."""
    evidence = assistant.evidence

    def rank(turn: EvalTurn) -> list[str]:
        read, _ = assistant.explain(Question(text=turn.question, style=turn.style, language=turn.language))
        return [candidate.project.id for candidate in evidence.rank(read)]

    return rank


def measure_ranking(found: Sequence[Target], rank: Rank) -> dict[str, float]:
    """nDCG@10, Recall@10, MRR, hit@1 and hit@3 of a ranking over the targets; none where there is no target."""
    qrels = {target.item_id: {target.project.id: 1} for target in found}
    return ranking_metrics(qrels, {target.item_id: run_of(rank(target.turn)) for target in found}) if found else {}


def measure_baseline(items: Sequence[EvalItem], catalogue: Catalogue, baseline: ChunkBaseline) -> BaselineResult:
    """The baseline over all conversations of one question."""
    found = targets(items, catalogue)
    ranked = [(baseline.top(target.turn.question, 3), target.project) for target in found]
    singles = [item for item in items if len(item.turns) == 1 and item.turns[0].expect]
    right = {item.id: _could_answer(item.turns[0], baseline) for item in singles}
    groups = {name: [item for item in singles if item.category == name] for name in sorted({i.category for i in items})}
    absent = sum(item.turns[0].expect is not None and item.turns[0].expect.status == "not_found" for item in singles)
    return BaselineResult(
        hit_at_1=share(sum(prints(chunks[0], project) for chunks, project in ranked), len(found)),
        hit_at_3=share(sum(any(prints(c, project) for c in chunks) for chunks, project in ranked), len(found)),
        answerable={name: share(sum(right[i.id] for i in group), len(group)) for name, group in groups.items()},
        without_answer=share(absent, absent),
    )


def _could_answer(turn: EvalTurn, baseline: ChunkBaseline) -> bool:
    return turn.expect is not None and could_answer(baseline.top(turn.question, TOP), turn.expect)
