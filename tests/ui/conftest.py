"""A small made-up plan, a scripted assistant over it, and the real page served on a free loopback port."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, sync_playwright

from assistant import server
from assistant.api.app import create_app
from assistant.api.errors import add_error_handlers
from assistant.api.service import Library, Service, Shelf
from assistant.feedback import Feedback, FeedbackStore, RememberingAssistant
from assistant.ports import StreamingAssistant
from corpus.catalogue import Catalogue
from corpus.errors import IndexNotLoaded, InvalidField
from corpus.records import Answer, Choice, Citation, Document, Edition, Page, Passage, Project, Question
from ui.ask.handlers import Handlers
from ui.context import PageContext
from ui.page import mount_page

CHROMIUM_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
EDITION = Edition(title="みほん市実施計画", period="令和5年度～令和7年度")
FIRST_PAGE = (
    " ◆計画の推進に向けた考え方\n\n"
    + "".join(
        f"第{n}項　市民とともに進めるまちづくりの考え方を示し、毎年の取組\n\nを見直します。\n\n" for n in range(1, 25)
    )
    + "事業名 所管課 事業内容\n\n図書館運営事業 中央図書館 図書館の資料を整え、読書に\n\n親しむ機会をつくります。\n\n"
)
SECOND_PAGE = (
    " 公園整備事業 公園課\n\n緑化推進課 公園の遊具を点検し、<b>安全</b>に &amp; 楽しく使えるよう\n\nにします。\n\n"
    "事 業 C D １－２－３－４ 事 業 名 公園整備事業\n\n"
)
TEXT = FIRST_PAGE + SECOND_PAGE
LIBRARY_QUOTE = "図書館の資料を整え、読書に\n\n親しむ機会をつくります。"
PARK_QUOTE = "公園の遊具を点検し、<b>安全</b>に &amp; 楽しく使えるよう\n\nにします。"


def _catalogue() -> Catalogue:
    pages = (
        Page(document_id="mihon", page=1, start=0, end=len(FIRST_PAGE), text=FIRST_PAGE),
        Page(document_id="mihon", page=2, start=len(FIRST_PAGE), end=len(TEXT), text=SECOND_PAGE),
    )
    document = Document(id="mihon", title=EDITION.title, period=EDITION.period, text=TEXT, pages=pages)
    library = Project(
        id="mihon-1",
        name="図書館運営事業",
        divisions=("中央図書館",),
        content="図書館の資料を整え、読書に親しむ機会をつくります。",
        document_id="mihon",
        section="実施事業",
        page=1,
    )
    park = Project(
        id="mihon-2",
        name="公園整備事業",
        code="1-2-3-4",
        divisions=("公園課", "緑化推進課"),
        content="公園の遊具を点検し、<b>安全</b>に &amp; 楽しく使えるようにします。",
        priority=True,
        schedule={"令和5年度": ("点検",), "令和6年度": ("更新",), "令和7年度": ("評価",)},
        document_id="mihon",
        section="実施事業",
        page=2,
    )
    passages: tuple[Passage, ...] = ()
    return Catalogue(documents=(document,), projects=(library, park), passages=passages)


def _citation(marker: int, project: Project, quote: str) -> Citation:
    start = TEXT.index(quote)
    return Citation(
        marker=marker,
        document_id="mihon",
        document_title=EDITION.title,
        section=project.section,
        page=project.page,
        project_id=project.id,
        project_name=project.name,
        project_code=project.code,
        divisions=project.divisions,
        quote="".join(quote.split()),
        start=start,
        end=start + len(quote),
    )


@dataclass
class ScriptedAssistant(StreamingAssistant):
    """Answers by the words of the question, from hand-made records; keeps what it was asked."""

    catalogue: Catalogue
    asked: list[Question] = field(default_factory=list)

    def ask(self, question: Question) -> Answer:
        """As the port says; 「壊れる」 raises what no part should raise, 「長すぎる」 an error of the tree."""
        self.asked.append(question)
        if "壊れる" in question.text:
            raise RuntimeError
        if "長すぎる" in question.text:
            raise InvalidField
        return self._answers(question.text).model_copy(
            update={"answer_id": f"answer-{len(self.asked)}", "session_id": question.session_id or "session-1"}
        )

    def _answers(self, text: str) -> Answer:
        library, park = self.catalogue.projects
        if "図書館" in text:
            return _answer(
                "図書館運営事業の所管課は、中央図書館です。[1]", citations=(_citation(1, library, LIBRARY_QUOTE),)
            )
        if "公園" in text:
            return _answer(
                "公園整備事業（事業CD 1-2-3-4）の所管課は、公園課と緑化推進課です。[1]\n"
                "・<script>alert(1)</script> を試す [1]\n・${alert(2)} {{value}} [9]",
                citations=(_citation(1, park, PARK_QUOTE),),
                suggestions=("公園整備事業の令和6年度の予定は？", "<img src=x onerror=alert(3)>図書館は？"),
            )
        if "どの" in text:
            choices = (
                Choice(label="図書館運営事業", question="図書館運営事業の担当課は？", divisions=("中央図書館",)),
                Choice(label="公園整備事業", question="公園整備事業の担当課は？", divisions=("公園課", "緑化推進課")),
            )
            return _answer("二つの事業があります。どちらでしょうか。", status="clarify", clarify=choices)
        if "すべて" in text:
            return _answer(
                "2事業あります。[1][2]",
                citations=(_citation(1, library, LIBRARY_QUOTE), _citation(2, park, PARK_QUOTE)),
                projects=(library, park),
            )
        topic = Choice(label="公園整備事業", question="公園整備事業の内容は？", project_ids=(park.id,))
        return _answer(
            "この計画には書かれていません。計画は図書館と公園の事業を扱っています。",
            status="not_found", nearest=(topic,) if "花壇" in text else (),
        )  # fmt: skip


def _answer(text: str, **fields: object) -> Answer:
    values = {"status": "answered", "citations": (), "edition": EDITION, "elapsed_ms": 1.0} | fields
    return Answer.model_validate({"answer_id": "", "session_id": "", "answer": text, **values})


@dataclass
class PageService:
    """A running page: its address, its assistant, and whether its index is loaded."""

    url: str
    assistant: ScriptedAssistant
    ready: bool = True
    rated: list[Feedback] = field(default_factory=list)

    @property
    def context(self) -> PageContext:
        """What the page is given; ratings are kept in ``rated``."""
        return PageContext(self.get_assistant, self.get_catalogue, self.rated.append)

    def get_assistant(self) -> ScriptedAssistant:
        """The assistant, or ``IndexNotLoaded``."""
        if not self.ready:
            raise IndexNotLoaded
        return self.assistant

    def get_catalogue(self) -> Catalogue:
        """The catalogue, or ``IndexNotLoaded``."""
        if not self.ready:
            raise IndexNotLoaded
        return self.assistant.catalogue


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Two projects on two pages; the second has a code, two divisions, HTML in its content, and priority."""
    return _catalogue()


@pytest.fixture(scope="session")
def one_page_service(catalogue: Catalogue) -> PageService:
    """The service of the whole session; tests take ``page_service``, which starts fresh."""
    return PageService(url="", assistant=ScriptedAssistant(catalogue))


@pytest.fixture
def page_service(one_page_service: PageService) -> PageService:
    """The service with its index loaded and nothing asked yet."""
    one_page_service.ready = True
    one_page_service.assistant.asked.clear()
    one_page_service.rated.clear()
    return one_page_service


@pytest.fixture
def asked(page_service: PageService) -> list[Question]:
    """What the assistant was asked, oldest first."""
    return page_service.assistant.asked


@pytest.fixture
def handlers(page_service: PageService) -> Handlers:
    """The page's actions over the scripted assistant."""
    return Handlers(page_service.context)


@pytest.fixture(scope="session")
def app(one_page_service: PageService) -> FastAPI:
    """An app as the API's: a route of its own, errors in the contract's form, the page mounted last."""
    app = FastAPI()
    add_error_handlers(app)

    @app.get("/api/projects")
    def projects() -> dict[str, int]:
        return {"total": 2}

    @app.post("/api/feedback")
    def give_feedback(rating: Feedback) -> dict[str, str]:
        one_page_service.context.rate(rating)
        return {"answer_id": rating.answer_id, "rating": rating.rating}

    return mount_page(app, one_page_service.context)


@pytest.fixture(scope="session")
def served(app: FastAPI) -> Iterator[str]:
    """The page's address on a free loopback port."""
    server = uvicorn.Server(
        uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning", timeout_graceful_shutdown=2)
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    wait_until(lambda: server.started)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture
def running(served: str, page_service: PageService) -> PageService:
    """The page while it is served."""
    page_service.url = served
    return page_service


@pytest.fixture(scope="session")
def real_page(plan_library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The API and the page over the shipped plan, on a free loopback port."""
    store = FeedbackStore(tmp_path_factory.mktemp("feedback") / "feedback.sqlite3", retention_days=1)
    remembering = RememberingAssistant(plan_library.assistant, store)
    service = Service(Shelf(Library(plan_library.catalogue, remembering)), store)
    context = PageContext(lambda: remembering, lambda: plan_library.catalogue, store.rate)
    app = mount_page(create_app(service), context)
    listener = server.open_port("127.0.0.1", 0)
    running = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    running.should_exit = True
    thread.join(timeout=10)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium where it is installed, else the one that Playwright brings."""
    installed = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


def wait_until(condition: Callable[[], bool], timeout_s: float = 30.0) -> None:
    """Return once the condition holds; fails the test after ``timeout_s``."""
    deadline = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < deadline, "the server did not start"
        time.sleep(0.02)
