"""A decided answer on a small made-up plan, and a language model that follows a script."""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import pytest

from assistant.compose.draft import Draft
from assistant.generate.licence import Licence
from assistant.generate.mentions import Mentions
from assistant.generate.writer import Budget, Writer
from corpus.catalogue import Catalogue
from corpus.errors import ModelTrouble
from corpus.records import Document, Message, Page, Project, Span

TEXT = (
    "図書館運営事業 中央図書館 図書館の資料を整え、読書に親しむ機会をつくります。\n"
    "公園整備事業 公園課 緑化推進課 公園の遊具を点検し、更新します。\n"
    "駅前広場事業 道路課 広場の設計と工事を行います。\n"
)
YEARS = ("令和5年度", "令和6年度", "令和7年度")


@pytest.fixture(scope="session")
def small_plan() -> Catalogue:
    """Three projects; the park has a related division, a cost of 120 and a schedule, the square a cost of 80."""
    document = Document(
        id="d", title="みほん市実施計画", text=TEXT,
        pages=(Page(document_id="d", page=1, start=0, end=len(TEXT), text=TEXT),), publisher="みほん市",
        period="令和5年度～令和7年度",
    )  # fmt: skip
    library = _project("図書館運営事業", ("中央図書館",), "図書館の資料を整え、読書に親しむ機会をつくります。")
    park = _project("公園整備事業", ("公園課",), "公園の遊具を点検し、更新します。").model_copy(
        update={
            "related_divisions": ("緑化推進課",), "code": "1-2-3-4", "priority": True, "cost_million_yen": 120,
            "schedule": dict(zip(YEARS, (("遊具の点検",), ("遊具の更新", "柵の修理"), ("効果の検証",)), strict=True)),
        }
    )  # fmt: skip
    square = _project("駅前広場事業", ("道路課",), "広場の設計と工事を行います。").model_copy(
        update={"code": "1-2-3-5", "priority": True, "cost_million_yen": 80}
    )
    return Catalogue(documents=(document,), projects=(library, park, square), passages=())


def _project(name: str, divisions: tuple[str, ...], content: str) -> Project:
    start = TEXT.index(content)
    return Project(
        id=name, name=name, divisions=divisions, content=content, document_id="d", section="実施事業", page=1,
        sources={"content": (Span(page=1, start=start, end=start + len(content)),)},
    )  # fmt: skip


@pytest.fixture
def decided(small_plan: Catalogue) -> Draft:
    """The composer's answer on the park's division: two lines on the park, one on the library."""
    library, park, _ = small_plan.projects
    draft = Draft(small_plan)
    draft.lines = [
        f"公園整備事業の所管課は、公園課です。{draft.cite_project(park)}",
        f"公園整備事業の関連課は、緑化推進課（1課）です。{draft.cite_project(park)}",
        f"公園整備事業の推計事業費は、120百万円（1億2,000万円）です。{draft.cite_project(park)}",
        f"図書館運営事業の所管課は、中央図書館です。{draft.cite_project(library)}",
    ]
    return draft


@pytest.fixture
def licence(decided: Draft, small_plan: Catalogue) -> Licence:
    """What may be said of that answer."""
    return Licence(decided, small_plan, Mentions(small_plan), "遊具が壊れています。公園整備事業はどの課ですか")


@dataclass
class ScriptedModel:
    """Gives its replies in turn, in pieces of a few characters; an exception among them is raised in its place."""

    replies: list[str | Exception]
    size: int = 3
    name: str = "scripted:model"
    asked: list[str] = field(default_factory=list)
    held: threading.Event | None = None

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """The next reply; after ``held``, a stall until it is set."""
        self.asked.append(messages[-1].content)
        reply = self.replies.pop(0) if self.replies else ""
        if isinstance(reply, Exception):
            raise reply
        for at in range(0, len(reply), self.size):
            yield reply[at : at + self.size]
        if self.held and not self.held.wait(timeout=30):
            raise ModelTrouble("slow")


@pytest.fixture
def scripted_model() -> type[ScriptedModel]:
    """Makes a model of its replies."""
    return ScriptedModel


@pytest.fixture
def writer_for(small_plan: Catalogue) -> Callable[..., Writer]:
    """A writer over a scripted model; ``budget`` fields by name."""

    def make(model: ScriptedModel, **budget: float) -> Writer:
        return Writer(model, small_plan, Budget(**budget))  # type: ignore[arg-type]

    return make
