"""The command line, and the composition root: the only place that knows the settings and every real part."""

import sys
import threading
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from assistant import wiring
from assistant.settings import Settings, read_settings
from corpus.errors import PlanAssistantError
from corpus.records import Question

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.types import ASGIApp

    from assistant.api.service import Library

REPORTS = Path("docs/evals")
app = typer.Typer(
    name="plan-assistant",
    help="市の実施計画についての質問に、出典つきで答えます。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
llm = typer.Typer(name="llm", help="言語モデルを、この機械だけで動かします。", no_args_is_help=True)
app.add_typer(llm)
JsonOption = Annotated[bool, typer.Option("--json", help="JSONで出力します。")]
CsvOption = Annotated[bool, typer.Option("--csv", help="CSV（Excelで開けます）で出力します。")]


def main() -> None:
    """Run a command; whatever a person can mend is one Japanese line on stderr and exit code 1."""
    try:
        app()
    except PlanAssistantError as error:
        _fail(error.user_message)
    except OSError as error:
        _fail(f"ファイルを読み書きできませんでした: {error.filename or ''}（{error.strerror or error}）")


def _fail(message: str) -> None:
    print(message, file=sys.stderr)
    sys.exit(1)


@app.command(help="計画書を読み込み、索引を作ります（PATHがなければ、設定 PLAN_ASSISTANT_CORPUS のフォルダ）。")
def ingest(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH ...]", help="計画書のファイルまたはフォルダ", show_default=False),
    ] = None,
) -> None:
    """Read the plans, print what was found, and bring the index up to date."""
    from assistant import console

    settings = read_settings()
    with console.progress() as advance:
        plans = wiring.read_plans(paths or [settings.corpus], advance)
        built = wiring.refresh_index(settings, plans, advance)
    console.print_report(plans, built)


@app.command(help="質問に1回答えます。")
def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="質問", show_default=False)],
    as_json: JsonOption = False,
    session: Annotated[str | None, typer.Option(metavar="ID", help="続きの質問なら、前の session_id")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="質問の読み取り方と、見つけたものも示します。")] = False,
) -> None:
    """Answer one question."""
    from assistant import console

    settings = read_settings()
    assistant = wiring.open_assistant(settings, wiring.open_index(settings))
    asked = Question(text=question, session_id=session)
    if explain:
        console.print_explanation(*assistant.explain(asked))
    answer = assistant.ask(asked)
    console.print_answer_json(answer) if as_json else console.print_answer(answer)


@app.command(help="職員のAIアシスタントなどに、計画書を調べる道具を提供します（MCPサーバー、標準入出力）。")
def mcp() -> None:
    """Serve the plan's tools to the program that started this one; what is said to people goes to stderr."""
    from assistant import server
    from assistant.mcp_server import serve_stdio

    settings = read_settings()
    server.start_log(settings.log_level)
    serve_stdio(lambda: wiring.open_library(settings))


@app.command(help="計画に載っている事業を一覧にします。")
def projects(
    division: Annotated[str | None, typer.Option(metavar="D", help="この課が担当する事業だけ")] = None,
    as_json: JsonOption = False,
) -> None:
    """List the corpus' projects; needs no index."""
    from assistant import console

    found = wiring.select_projects(read_settings(), division)
    console.print_projects_json(found) if as_json else console.print_projects(found)


@app.command(help="回答への評価（👍・👎）を、質問・回答とともに一覧にします。")
def feedback(
    as_csv: CsvOption = False,
    as_json: JsonOption = False,
    since: Annotated[
        datetime | None, typer.Option(metavar="YYYY-MM-DD", formats=["%Y-%m-%d"], help="この日からの評価だけ")
    ] = None,
    rating: Annotated[Literal["up", "down"] | None, typer.Option(help="👍（up）だけ、または👎（down）だけ")] = None,
) -> None:
    """List or export the ratings that are kept; needs no index."""
    from assistant import console

    rated = wiring.open_feedback(read_settings()).rated(since, rating)
    console.print_feedback(rated, "csv" if as_csv else "json" if as_json else "table")


@app.command("eval", help="評価用の質問をAPIに尋ね、成績を表にして、報告書を書きます。")
def evaluate(  # noqa: PLR0913  # one option each
    split: Annotated[Literal["dev", "test", "all"], typer.Option(help="尋ねる質問の組")] = "all",
    report: Annotated[
        Path | None, typer.Option(metavar="PATH", help="報告書のファイル（なければ docs/evals/ の中）")
    ] = None,
    beir: Annotated[
        Path | None, typer.Option(metavar="DIR", help="代わりに、BEIR形式のフォルダで検索だけを測ります。")
    ] = None,
    fictional: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="代わりに、架空の計画書N件について尋ねます。")
    ] = None,
    wrapped: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="代わりに、N件ずつに余計な言葉をそえて、答えが変わるかを測ります。"),
    ] = None,
    spelled: Annotated[
        bool, typer.Option("--spelled", help="代わりに、全事業の名前を急いで打ったように変えて、見つかるかを測ります。")
    ] = False,
    records: Annotated[
        bool, typer.Option("--records", help="代わりに、取り込んだ計画書の記録から質問を作って尋ねます。")
    ] = False,
    generation: Annotated[
        bool, typer.Option("--generation", help="代わりに、言語モデルの文の検査を測り、設定したモデルを試します。")
    ] = False,
) -> None:
    """Measure the answers, or the retriever alone, or the answers about plans made up for it."""
    from assistant import console
    from evals import command

    settings, chosen = read_settings(), None if split == "all" else split
    with console.progress() as advance:
        if beir:
            command.evaluate_beir(settings, beir, advance)
        elif fictional:
            command.evaluate_fictional(settings, fictional, advance)
        elif wrapped:
            command.evaluate_wrapped(settings, chosen, wrapped, advance)
        elif spelled:
            command.evaluate_spelled(settings, advance)
        elif records:
            command.evaluate_records(settings, advance)
        elif generation:
            command.evaluate_generation(settings, chosen, report or REPORTS / "generation.md", advance)
        else:
            command.evaluate_questions(settings, chosen, report or REPORTS / "report.md", advance)


@app.command(help="APIと画面を http://HOST:PORT で提供します。")
def serve(
    ingest_first: Annotated[bool, typer.Option("--ingest", help="起動の後、まず計画書を読み直します。")] = False,
) -> None:
    """Serve the API and the page; the port is open at once, answers come when the index is loaded."""
    from assistant import server

    settings = read_settings()
    server.start_log(settings.log_level)
    listener = server.open_port(settings.host, settings.port)
    print(f"http://{settings.host}:{settings.port}/ で待ち受けます。準備ができるまで、しばらくかかります。", flush=True)
    server.run(_serving_app(settings, ingest_first), listener, settings.log_level)


@llm.command("serve", help="小さな言語モデルを http://127.0.0.1:PORT/v1 で提供します（Ctrl+Cで終わります）。")
def serve_model(
    model: Annotated[
        Path | None, typer.Option(metavar="FILE", help="GGUF形式のモデル。なければ同梱のもの", show_default=False)
    ] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="待ち受けるポート（0なら空いているもの）")] = 8080,
) -> None:
    """Serve a local model until interrupted, and say how the assistant is told of it."""
    from assistant.generate.local_server import bundled_model, local_server, settings_for

    path = model or bundled_model(read_settings().data_dir / "models")
    with local_server(path, port) as url:
        print("次の設定で、このモデルを使えます（質問はこの機械の外へ出ません）。")
        for name, value in settings_for(url).items():
            print(f"export {name}={value}")
        sys.stdout.flush()
        with suppress(KeyboardInterrupt):
            threading.Event().wait()


def _serving_app(settings: Settings, ingest_first: bool) -> "ASGIApp":
    """The API at once, answers when the index is loaded, the page as soon as it is made."""
    from assistant import console, server
    from assistant.api.app import create_app
    from assistant.handover import Handover
    from ui.shell.starting import starting_page

    service = wiring.open_service(settings)

    def load() -> "Library":
        if ingest_first:
            return wiring.open_refreshed_library(settings, console.print_report, service.metrics.model_failed)
        return wiring.open_library(settings, service.metrics.model_failed)

    def build() -> "FastAPI":
        with server.starting():
            server.fill_shelf(service, load)
            from ui.context import PageContext
            from ui.page import mount_page

            shelf = service.shelf
            context = PageContext(
                lambda: shelf.library().assistant, lambda: shelf.library().catalogue, service.feedback.rate
            )
            return mount_page(create_app(service), context)

    return Handover(create_app(service), build, starting_page, lambda: service.shelf.is_pending)
