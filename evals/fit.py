"""Fits the abstention model and shows what ranking weights would do, on the dev questions decided by meaning.

``python -m evals.fit`` prints both as they stand in ``assistant/understand/data/meaning.yaml``, where a person puts
them.
"""

from collections.abc import Mapping, Sequence
from itertools import product

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from assistant.chain import PlanAssistant
from assistant.look_up.evidence import Candidate
from assistant.look_up.findings import About, Absent
from assistant.look_up.meaning import MeaningFinder
from assistant.understand.vocabulary import read_yaml
from corpus.records import Question, Record
from evals.items import EvalItem
from vectorstore.index import Index

# Inverse strength of the penalty, on standardised signals.
STRENGTH = 0.3
FOLDS = 10
GRID = {
    "name": (0.5, 0.8, 1.0), "text": (0.35, 0.8, 1.0), "dense": (2.0, 8.0, 12.0, 20.0), "guess": (0.0, 0.5, 1.0, 1.5),
}  # fmt: skip


class Example(Record):
    """A question decided by meaning: its candidates, the projects that answer it (none: the plan is silent)."""

    item_id: str
    candidates: tuple[Candidate, ...]
    right: frozenset[str]
    signals: Mapping[str, float]


def collect(items: Sequence[EvalItem], index: Index, assistant: PlanAssistant) -> list[Example]:
    """The conversations of one question that neither a name nor a rule decides."""
    meaning = MeaningFinder(index.catalogue, assistant.evidence)
    found = []
    for item in items:
        turn, expect = item.turns[0], item.turns[0].expect
        if len(item.turns) > 1 or expect is None or expect.status == "clarify":
            continue
        read, finding = assistant.explain(Question(text=turn.question, style=turn.style, language=turn.language))
        by_meaning = isinstance(finding, About) and finding.by_meaning
        silent = isinstance(finding, Absent) and finding.reason == "unknown"
        right = {*expect.projects, *expect.also} if expect.status == "answered" else set()
        if not (by_meaning or silent) or (expect.status == "answered" and not expect.projects):
            continue
        ranked = assistant.evidence.rank(read)
        found.append(
            Example(
                item_id=item.id, candidates=tuple(ranked), right=frozenset(right),
                signals=meaning.signals(read, ranked),
            )
        )  # fmt: skip
    return found


def accuracy_at_one(examples: Sequence[Example], weights: Mapping[str, float]) -> float:
    """How often the best candidate is right, over the questions that the plan answers."""
    answerable = [example for example in examples if example.right]
    best = (max(e.candidates, key=lambda candidate: _score(candidate, weights)) for e in answerable)
    hits = [candidate.project.name in e.right for candidate, e in zip(best, answerable, strict=True)]
    return sum(hits) / len(hits)


def fit_abstention(examples: Sequence[Example]) -> tuple[dict[str, float], float]:
    """The weights in the signals' own units with the bias, and the area under the curve in cross-validation."""
    kept = [e for e in examples if not e.right or e.candidates[0].project.name in e.right]
    names = list(kept[0].signals)
    rows = np.array([[example.signals[name] for name in names] for example in kept])
    meant = np.array([bool(example.right) for example in kept])
    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=2000))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    sure = cross_val_predict(model, rows, meant, cv=folds, method="predict_proba")[:, 1]
    scaler, fitted = model.fit(rows, meant)
    weights = fitted.coef_[0] / scaler.scale_
    bias = float(fitted.intercept_[0] - (weights * scaler.mean_).sum())
    return {"bias": bias, **dict(zip(names, map(float, weights), strict=True))}, float(roc_auc_score(meant, sure))


def _score(candidate: Candidate, weights: Mapping[str, float]) -> float:
    return float(sum(weight * getattr(candidate, name) for name, weight in weights.items()))


def main() -> None:
    """Print the fit on the dev split."""
    from assistant.conversation import ConversationStore
    from assistant.settings import Settings
    from assistant.wiring import open_index
    from evals.items import load_items

    index = open_index(Settings())
    examples = collect(load_items("dev"), index, PlanAssistant(index, ConversationStore(":memory:")))
    now = read_yaml("meaning.yaml")["ranking"]
    print(f"# {len(examples)} questions, right first with the present weights: {accuracy_at_one(examples, now):.4f}")
    for values in product(*GRID.values()):
        weights = {"linked": 1.0, **dict(zip(GRID, values, strict=True))}
        print(f"# {accuracy_at_one(examples, weights):.4f} {weights}")
    weights, area = fit_abstention(examples)
    print(f"# area under the curve in {FOLDS}-fold cross-validation: {area:.4f}\nabstention:")
    print("\n".join(f"  {name}: {value:.2f}" for name, value in weights.items()))


if __name__ == "__main__":
    main()
