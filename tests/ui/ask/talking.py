"""An assistant that can be kept waiting and knows a long list, and a page whose server can be stopped and started."""

import threading
import time
from dataclasses import dataclass, field

import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Page, expect

from assistant.ports import Assistant, StreamingAssistant
from corpus.catalogue import Catalogue
from corpus.records import Answer, Citation, Project, Question
from ui.context import PageContext
from ui.page import mount_page

ROWS = 60


@dataclass
class PatientAssistant(StreamingAssistant):
    """Asks the scripted one; 「待つ」 waits until ``released``, 「六十」 is answered by a list of sixty projects."""

    scripted: Assistant
    catalogue: Catalogue
    released: threading.Event = field(default_factory=threading.Event)
    asked: list[Question] = field(default_factory=list)

    def ask(self, question: Question) -> Answer:
        """As the port says."""
        self.asked.append(question)
        if "待つ" in question.text:
            self.released.wait(60)
        answer = self.scripted.ask(question)
        return _listing(answer, self.catalogue.projects[1]) if "六十" in question.text else answer


def _listing(answer: Answer, project: Project) -> Answer:
    projects = tuple(
        project.model_copy(update={"id": f"p{n}", "name": f"第{n}事業", "divisions": (f"第{n}課",)})
        for n in range(1, ROWS + 1)
    )
    quoted = answer.citations[0]
    lines = [f"{n}. {p.name}（{p.divisions[0]}）[{n}]" for n, p in enumerate(projects, start=1)]
    text = "\n".join([f"全{ROWS}件です。", *lines])
    citations = tuple(_cited(quoted, n, p) for n, p in enumerate(projects, start=1))
    return answer.model_copy(update={"answer": text, "projects": projects, "citations": citations})


def _cited(quoted: Citation, marker: int, project: Project) -> Citation:
    said = {"marker": marker, "project_id": project.id, "project_name": project.name, "divisions": project.divisions}
    return quoted.model_copy(update=said)


@dataclass
class Restartable:
    """The page on a port of its own; ``stop`` cuts every connection at once, as a crash would."""

    context: PageContext
    port: int
    _server: uvicorn.Server | None = None
    _thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Serve a newly built page."""
        app = mount_page(FastAPI(), self.context)
        config = uvicorn.Config(app, host="127.0.0.1", port=self.port, log_level="critical")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        deadline = time.monotonic() + 30
        while not self._server.started:
            assert time.monotonic() < deadline, "the server did not start"
            time.sleep(0.02)

    def stop(self) -> None:
        """End at once, whatever is under way."""
        if self._server is None or self._thread is None:
            return
        for connection in list(self._server.server_state.connections):
            connection.transport.abort()
        self._server.force_exit = self._server.should_exit = True
        self._thread.join(timeout=10)


class Talk:
    """A page and what its console said."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.faults: list[str] = []
        page.on("console", lambda message: self.faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.goto(url)
        self.wait_until_open()

    def wait_until_open(self) -> None:
        """Until the page can be asked."""
        expect(self.page.locator("#conversation .conversation")).to_be_attached(timeout=30_000)
        expect(self.page.locator("#question textarea")).to_be_visible()

    def send(self, question: str) -> None:
        """Type the question and press Enter."""
        box = self.page.locator("#question textarea")
        box.fill(question)
        box.press("Enter")

    def ask(self, question: str) -> None:
        """Send the question and wait for its answer."""
        turns = self.page.locator("#conversation .turn").count()
        self.send(question)
        expect(self.page.locator("#conversation .turn")).to_have_count(turns + 1)
        self.settle()

    def settle(self) -> None:
        """Until no answer is on its way."""
        expect(self.page.locator("#live .turn")).to_have_count(0)
        expect(self.page.locator("html[data-asking]")).to_have_count(0)

    def questions(self) -> list[str]:
        """What stands in the conversation."""
        said = self.page.locator("#conversation .question").evaluate_all("all => all.map(e => e.lastChild.data)")
        return [str(question) for question in said]
