"""The plan as tools for staff's own assistants, by the official MCP SDK. It is imported only when somebody connects."""

from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib.metadata import version
from typing import Annotated, Any

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult, TextContent, ToolAnnotations
from pydantic import Field
from starlette.concurrency import iterate_in_threadpool

from assistant.api.filters import ProjectFilter, fold, fold_code
from assistant.api.footnotes import with_footnotes, wording_of
from assistant.api.service import Library
from assistant.api.views import BRIEF_PROJECTS, DivisionList, ProjectList
from assistant.chain import LONGEST_QUESTION
from corpus.catalogue import Catalogue
from corpus.errors import NotFound, PlanAssistantError
from corpus.records import Answer, Language, Piece, Project, Question, Style

INSTRUCTIONS = (
    "市の実施計画を調べる道具です。所管課・事業・予算・年度の予定についての質問は ask_plan に渡してください。"
    "回答の[1]などは出典の番号で、計画書の該当箇所がcitationsにあります。計画に書かれていないことは、そう答えます。"
)
# Nothing is changed, and nothing but the plan is looked at.
READ_ONLY = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
MOST_AT_ONCE = 100

QuestionText = Annotated[str, Field(min_length=1, max_length=LONGEST_QUESTION, description="質問（1～1000文字）")]
SessionId = Annotated[str | None, Field(max_length=200, description="続きの質問なら、前の回答のsession_id")]
PlanStyle = Annotated[Style, Field(description="plainは、やさしい日本語")]
AnswerLanguage = Annotated[Language | None, Field(description="無ければ、質問と同じ言語")]
DivisionName = Annotated[str, Field(max_length=1000, description="所管課の名前")]
Code = Annotated[str, Field(max_length=1000, description="事業CD（例: 0-2-1-3）")]
Priority = Annotated[bool | None, Field(description="trueなら重点事業だけ、falseならそれ以外")]
Words = Annotated[str, Field(max_length=1000, description="事業名・事業内容・所管課に含まれる語（空白で区切る）")]
Limit = Annotated[int, Field(ge=0, le=MOST_AT_ONCE, description="返す件数の上限")]
Offset = Annotated[int, Field(ge=0, description="先頭から飛ばす件数")]
ProjectKey = Annotated[str, Field(min_length=1, max_length=200, description="事業のid、事業CD、または事業名")]


class PlanTools:
    """The tools; ``library`` gives what is loaded, or raises why nothing is."""

    def __init__(self, library: Callable[[], Library]) -> None:
        """Look into whatever ``library`` gives at the time."""
        self._library = library

    async def ask_plan(
        self,
        question: QuestionText,
        context: Context[Any, Any],
        session_id: SessionId = None,
        style: PlanStyle = "standard",
        language: AnswerLanguage = None,
    ) -> Annotated[CallToolResult, Answer]:
        """The answer with its sources; its words are told as progress to a client that wants to hear of it."""
        asked = Question(text=question, session_id=session_id or None, style=style, language=language)
        said = 0
        with _told():
            async for piece in self._pieces(asked):
                if piece.text:
                    said += len(piece.text)
                    await context.report_progress(said, message=piece.text)
                if piece.answer:
                    return _result(asked, piece.answer)
        raise ToolError(PlanAssistantError.user_message)

    def find_projects(  # noqa: PLR0913 - a tool's arguments are what its client sees of it
        self,
        division: DivisionName = "",
        code: Code = "",
        priority: Priority = None,
        q: Words = "",
        limit: Limit = 50,
        offset: Offset = 0,
    ) -> ProjectList:
        """The projects that fit every filter given, in plan order."""
        wanted = ProjectFilter(division=division, code=code, priority=priority, q=q, limit=limit, offset=offset)
        with _told():
            found = wanted.select(self._library().catalogue)
        shown = found[wanted.offset : wanted.offset + wanted.limit]
        return ProjectList(total=len(found), projects=tuple(p.model_copy(update={"sources": {}}) for p in shown))

    def get_project(self, project: ProjectKey) -> Project:
        """One project, with the places where the plan prints its fields."""
        with _told():
            return _project(self._library().catalogue, project)

    def list_divisions(self) -> DivisionList:
        """Every responsible division with its projects."""
        with _told():
            divisions = self._library().catalogue.divisions
        return DivisionList(total=len(divisions), divisions=divisions)

    async def _pieces(self, question: Question) -> AsyncIterator[Piece]:
        async for piece in iterate_in_threadpool(self._stream(question)):
            yield piece

    def _stream(self, question: Question) -> Iterator[Piece]:
        # Within the thread, as the library may have to be waited for.
        yield from self._library().assistant.stream(question)


def build_server(library: Callable[[], Library]) -> MCPServer[Any]:
    """The server; it keeps nothing between requests, for conversations have their ``session_id``."""
    tools = PlanTools(library)
    server: MCPServer[Any] = MCPServer(
        "plan-assistant",
        title="市の実施計画",
        version=version("plan-assistant"),
        instructions=INSTRUCTIONS,
        subscriptions=False,
    )
    described: tuple[tuple[Callable[..., Any], str, str], ...] = (
        (tools.ask_plan, "計画に質問する", "市の実施計画についての質問に、出典つきで答える。"),
        (tools.find_projects, "事業を探す", "条件に合う事業を、計画に載っている順に返す。"),
        (tools.get_project, "事業を見る", "事業1件の全項目（所管課・内容・目標・年度ごとの予定・事業費）を返す。"),
        (tools.list_divisions, "所管課の一覧", "すべての所管課と、それぞれの事業の数とidを返す。"),
    )
    for tool, title, description in described:
        server.add_tool(tool, title=title, description=description, annotations=READ_ONLY)
    return server


def serve_stdio(load: Callable[[], Library]) -> None:
    """Serve on standard input and output until the client leaves; who calls a tool early waits for the library."""
    with ThreadPoolExecutor(1) as loader:
        loading = loader.submit(load)
        build_server(loading.result).run("stdio")


@contextmanager
def _told() -> Iterator[None]:
    """Errors of ours as the sentence that the client's model reads; all others stay here, and are logged."""
    try:
        yield
    except PlanAssistantError as error:
        raise ToolError(error.user_message) from error


def _result(question: Question, answer: Answer) -> CallToolResult:
    """The answer as text with its sources for the model, and whole for programs."""
    text = with_footnotes(answer, wording_of(question))
    whole = answer.model_dump(mode="json", exclude=BRIEF_PROJECTS)
    return CallToolResult(content=[TextContent(text=text)], structured_content=whole)


def _project(catalogue: Catalogue, key: str) -> Project:
    """The project of that id, code or name; raises ``NotFound`` for none, and for several names them."""
    found = [project for project in (catalogue.project(key),) if project] or [
        *(project for project in catalogue.projects if project.code and project.code == fold_code(key)),
        *(project for project in catalogue.projects if fold(project.name) == fold(key)),
    ]
    if not found:
        raise NotFound
    if len(found) > 1:
        listed = "、".join(f"{project.id}（{project.name}）" for project in found)
        raise NotFound(f"「{key}」に当てはまる事業は{len(found)}件あります。次のidで指定してください。{listed}")
    return found[0]
