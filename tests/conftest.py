"""What the tests share: a small plan made by hand with a scripted assistant, and the shipped plan with its real index.

Sockets other than loopback are blocked for every test by the options in ``pyproject.toml``.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient

from assistant import wiring
from assistant.api.app import create_app
from assistant.api.service import Library, Service, Shelf
from assistant.feedback import FeedbackStore, RememberingAssistant
from assistant.ports import StreamingAssistant
from assistant.settings import Settings, read_settings
from corpus.catalogue import Catalogue
from corpus.records import Answer, Citation, Document, Edition, Page, Project, Question
from ingest.plan import ParsedPlan

if TYPE_CHECKING:
    from vectorstore.index import Index

CORPUS = Path(__file__).parents[1] / "corpus"
SMALL_PAGES = (
    " 実施事業\n道路維持補修事業 道水路管理課 市道の維持補修を行います。\n",
    " 重点事業\n事業CD:1-2-3-4 空き家対策ＤＸ事業 住宅課 都市計画課 空き家の台帳を電子化します。\n",
)
SECRET = "内部の事情"


class ScriptedAssistant(StreamingAssistant):
    """An ``Assistant`` that gives the answers of its script, and notes in ``asked`` what it was asked.

    A question that the script does not hold gets ``not_found``; an exception in the script is raised.
    """

    def __init__(self, script: dict[str, Answer | Exception], asked: list[Question]) -> None:
        self._script = script
        self._asked = asked

    def ask(self, question: Question) -> Answer:
        """Answer as scripted."""
        self._asked.append(question)
        scripted = self._script.get(question.text) or _answer("not_found", "計画には書かれていません。")
        if isinstance(scripted, Exception):
            raise scripted
        number = f"answer-{len(self._asked)}"
        return scripted.model_copy(update={"answer_id": number, "session_id": question.session_id or "session-1"})


def _answer(status: str, text: str, citations: tuple[Citation, ...] = (), **more: object) -> Answer:
    fields = {"answer_id": "", "session_id": "", "status": status, "answer": text, "citations": citations}
    edition = Edition(title="見本市実施計画", period="令和5年度～令和7年度")
    return Answer.model_validate({**fields, "edition": edition, "elapsed_ms": 1.5, **more})


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Keep what needs the shipped plan's index on one worker: it takes ten seconds to build."""
    for item in items:
        needs_index = "plan_index" in getattr(item, "fixturenames", ())
        item.add_marker(pytest.mark.xdist_group("plan" if needs_index else str(item.path)))


@pytest.fixture(scope="session")
def small_catalogue() -> Catalogue:
    """Two projects on two pages; the second has a code, two divisions and priority."""
    text = "".join(SMALL_PAGES)
    ends = (len(SMALL_PAGES[0]), len(text))
    pages = tuple(
        Page(document_id="mihon", page=number, start=start, end=end, text=text[start:end])
        for number, (start, end) in enumerate(zip((0, ends[0]), ends, strict=True), 1)
    )
    document = Document(id="mihon", title="見本市実施計画", period="令和5年度～令和7年度", text=text, pages=pages)
    road = Project(
        id="mihon-1", name="道路維持補修事業", divisions=("道水路管理課",), content="市道の維持補修を行います。",
        document_id="mihon", section="実施事業", page=1,
    )  # fmt: skip
    houses = Project(
        id="mihon-2", name="空き家対策ＤＸ事業", code="1-2-3-4", divisions=("住宅課", "都市計画課"), priority=True,
        content="空き家の台帳を電子化します。", schedule={"令和5年度": ("台帳の設計",)}, cost_million_yen=12,
        document_id="mihon", section="重点事業", page=2,
    )  # fmt: skip
    return Catalogue(documents=(document,), projects=(road, houses), passages=())


@pytest.fixture
def asked() -> list[Question]:
    """What the scripted assistant was asked, oldest first."""
    return []


@pytest.fixture
def scripted(small_catalogue: Catalogue, asked: list[Question]) -> ScriptedAssistant:
    """An assistant that knows three questions."""
    document = small_catalogue.documents[0]
    quote = "市道の維持補修を行います。"
    start = document.text.index(quote)
    citation = Citation(
        marker=1, document_id="mihon", document_title=document.title, section="実施事業", page=1,
        project_id="mihon-1", project_name="道路維持補修事業", divisions=("道水路管理課",),
        quote=quote, start=start, end=start + len(quote),
    )  # fmt: skip
    told = "道路維持補修事業の所管課は、道水路管理課です。[1]\n「市道の維持補修を行います。」"
    return ScriptedAssistant(
        {
            "道路の補修はどの課？": _answer("answered", told, (citation,)),
            "全部の事業は？": _answer("answered", "全2件です。[1]", (citation,), projects=small_catalogue.projects),
            "壊れる質問": RuntimeError(SECRET),
        },
        asked,
    )


@pytest.fixture
def feedback_store(tmp_path: Path) -> Iterator[FeedbackStore]:
    """An empty store in a file of its own."""
    store = FeedbackStore(tmp_path / "feedback.sqlite3", retention_days=30)
    yield store
    store.close()


@pytest.fixture
def service(small_catalogue: Catalogue, scripted: ScriptedAssistant, feedback_store: FeedbackStore) -> Service:
    """The small plan, loaded."""
    library = Library(small_catalogue, RememberingAssistant(scripted, feedback_store))
    return Service(Shelf(library), feedback_store)


@pytest.fixture
def serve() -> Iterator[Callable[[Service], TestClient]]:
    """A client for any service; a fault of ours arrives as a response, as it does over HTTP."""
    clients: list[TestClient] = []

    def start(service: Service) -> TestClient:
        clients.append(TestClient(create_app(service), raise_server_exceptions=False))
        return clients[-1]

    yield start
    for client in clients:
        client.close()


@pytest.fixture
def client(serve: Callable[[Service], TestClient], service: Service) -> TestClient:
    """A client of the small plan's API."""
    return serve(service)


@pytest.fixture(scope="session")
def plans() -> Sequence[ParsedPlan]:
    """The shipped corpus, parsed."""
    return wiring.read_plans([CORPUS])


@pytest.fixture(scope="session")
def plan_catalogue(plans: Sequence[ParsedPlan]) -> Catalogue:
    """The shipped corpus as a catalogue."""
    return wiring.catalogue_of(plans)


@pytest.fixture(scope="session")
def plan_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The shipped corpus with the default model, and a data folder of the test session's own."""
    return read_settings(corpus=CORPUS, data_dir=tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="session")
def plan_index(plan_settings: Settings, plans: Sequence[ParsedPlan]) -> "Index":
    """The shipped corpus' index, built and loaded with the real model."""
    wiring.refresh_index(plan_settings, plans)
    return wiring.open_index(plan_settings)


@pytest.fixture(scope="session")
def plan_library(plan_settings: Settings, plan_index: "Index") -> Library:
    """The shipped corpus with the real assistant."""
    assert plan_index.catalogue.projects
    return wiring.open_library(plan_settings)
