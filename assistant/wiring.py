"""Builds the real parts from the settings, for the command line to hand down; heavy imports wait until needed."""

import logging
import sqlite3
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import SecretStr

from assistant.settings import Settings
from assistant.understand.normalize import key
from corpus.catalogue import Catalogue
from corpus.errors import IndexFault, IndexNotLoaded, InvalidSettings, NotFound, PlanAssistantError
from corpus.records import Project
from ingest.plan import ParsedPlan, ingest_documents

if TYPE_CHECKING:
    from assistant.api.service import Library, Service
    from assistant.chain import PlanAssistant
    from assistant.feedback import FeedbackStore
    from assistant.generate.writer import Writer
    from vectorstore.embeddings import Embedder
    from vectorstore.index import BuildReport, Index

logger = logging.getLogger(__name__)

Advance = Callable[[str, int, int], None]
Store = TypeVar("Store")
Report = Callable[[Sequence[ParsedPlan], "BuildReport"], None]


def _unwatched(_label: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


def _unprinted(_plans: Sequence[ParsedPlan], _built: "BuildReport") -> None:
    """A report that nobody reads."""


def _unheard(_kind: str) -> None:
    """Trouble that nobody counts."""


def read_plans(paths: Sequence[Path], advance: Advance = _unwatched) -> list[ParsedPlan]:
    """Parse every document under the paths; raises ``CorpusError`` naming the file."""
    return ingest_documents(paths, lambda _id, done, total: advance("計画書を読み取り中", done, total))


def catalogue_of(plans: Sequence[ParsedPlan]) -> Catalogue:
    """What was read, as one catalogue."""
    return Catalogue(
        documents=tuple(plan.document for plan in plans),
        projects=tuple(project for plan in plans for project in plan.projects),
        passages=tuple(passage for plan in plans for passage in plan.passages),
    )


def refresh_index(settings: Settings, plans: Sequence[ParsedPlan], advance: Advance = _unwatched) -> "BuildReport":
    """Bring the index up to date with the plans; where that fails, the present one stays as it is."""
    from vectorstore.index import build_index

    def embedding(done: int, total: int) -> None:
        advance("索引を作成中", done, total)

    return build_index(_index_folder(settings), catalogue_of(plans), settings.embedding_model, _embedder, embedding)


def open_index(settings: Settings) -> "Index":
    """The index, built from the corpus first where there is none that can be used."""
    from vectorstore.index import load_index

    embedder = _embedder(settings.embedding_model)
    try:
        return load_index(_index_folder(settings), embedder)
    except IndexFault as fault:
        level = logging.INFO if isinstance(fault, IndexNotLoaded) else logging.WARNING
        logger.log(level, "%s", fault.user_message)
        refresh_index(settings, read_plans([settings.corpus]))
    return load_index(_index_folder(settings), embedder)


def open_assistant(settings: Settings, index: "Index", on_trouble: Callable[[str], None] = _unheard) -> "PlanAssistant":
    """The assistant over an index; raises ``InvalidSettings`` where the data folder or the model cannot be used.

    ``on_trouble`` is told the kind of each failure of the language model, if one is configured.
    """
    from assistant.chain import build_assistant
    from assistant.conversation import ConversationStore
    from assistant.understand.topic_model import load_topic_model

    path = settings.data_dir / "conversations.sqlite3"
    conversations = _opened(path, lambda: ConversationStore(path, settings.session_retention_days))
    topics = load_topic_model(index.embedder, settings.data_dir / "topics")
    return build_assistant(index, conversations, topics, open_writer(settings, index.catalogue, on_trouble))


def open_writer(settings: Settings, catalogue: Catalogue, on_trouble: Callable[[str], None]) -> "Writer | None":
    """The configured language model in its harness; None, and nothing loaded, where none is configured."""
    if not settings.llm:
        return None
    from assistant.generate.chat_model import ModelOptions, open_chat_model
    from assistant.generate.writer import Budget, Writer

    options = ModelOptions(
        name=settings.llm, base_url=settings.llm_base_url, api_key=_api_key(settings),
        timeout_s=settings.llm_timeout_s, retries=settings.llm_retries, max_tokens=settings.llm_max_tokens,
    )  # fmt: skip
    budget = Budget(
        first_piece_s=settings.llm_first_token_s,
        answer_s=settings.llm_timeout_s,
        repairs=settings.llm_repairs,
        askers=settings.llm_concurrency,
    )
    return Writer(open_chat_model(options), catalogue, budget, on_trouble)


def _api_key(settings: Settings) -> SecretStr:
    """The model's key, from the environment or from its file; raises ``InvalidSettings`` naming the file."""
    file = settings.llm_api_key_file
    if file is None:
        return settings.llm_api_key
    try:
        return SecretStr(file.read_text(encoding="utf-8").strip())
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidSettings(f"PLAN_ASSISTANT_LLM_API_KEY_FILE の {file} を読めません。") from error


def open_library(settings: Settings, on_trouble: Callable[[str], None] = _unheard) -> "Library":
    """The catalogue and the assistant over the index; raises ``IndexFault``, ``CorpusError``, ``ModelUnavailable``."""
    from assistant.api.service import Library

    index = open_index(settings)
    return Library(index.catalogue, open_assistant(settings, index, on_trouble))


def open_refreshed_library(
    settings: Settings, report: Report = _unprinted, on_trouble: Callable[[str], None] = _unheard
) -> "Library":
    """Ingest the corpus and open the library; a corpus that cannot be read leaves what was ingested before."""
    try:
        plans = read_plans([settings.corpus])
        report(plans, refresh_index(settings, plans))
    except PlanAssistantError as error:
        logger.warning("%s", error.user_message)
    return open_library(settings, on_trouble)


def open_service(settings: Settings) -> "Service":
    """The service with an empty shelf; raises ``InvalidSettings`` where the data folder cannot be used."""
    from assistant.api.service import Service, Shelf

    return Service(
        Shelf(),
        open_feedback(settings),
        max_body_bytes=settings.max_body_bytes,
        requests_per_minute=settings.requests_per_minute,
    )


def open_feedback(settings: Settings) -> "FeedbackStore":
    """The answers and their ratings; raises ``InvalidSettings`` where the data folder cannot be used."""
    from assistant.feedback import FeedbackStore

    path = settings.data_dir / "feedback.sqlite3"
    return _opened(path, lambda: FeedbackStore(path, settings.session_retention_days))


def select_projects(settings: Settings, division: str | None) -> tuple[Project, ...]:
    """The corpus' projects, of one division if given; raises ``NotFound`` for a division that has none."""
    catalogue = catalogue_of(read_plans([settings.corpus]))
    if division is None:
        return catalogue.projects
    wanted = key(division)
    found = tuple(p for p in catalogue.projects if wanted in map(key, p.divisions))
    if not found:
        raise NotFound(f"「{division}」が担当する事業は、計画に見つかりませんでした。")
    return found


def open_embedder(settings: Settings) -> "Embedder":
    """The configured model, the one that the index is searched with; raises ``ModelUnavailable``."""
    return _embedder(settings.embedding_model)


def _index_folder(settings: Settings) -> Path:
    return settings.data_dir / "index"


@cache
def _embedder(model: str) -> "Embedder":
    """The model, loaded once for building and for answering."""
    from vectorstore.embeddings import load_embedder

    return load_embedder(model)


def _opened(path: Path, open_store: Callable[[], Store]) -> Store:
    try:
        return open_store()
    except (OSError, sqlite3.Error) as error:
        message = f"{path} をデータベースとして開けません。PLAN_ASSISTANT_DATA_DIR を確かめてください。"
        raise InvalidSettings(message) from error
