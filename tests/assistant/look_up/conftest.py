"""A tiny plan of an invented city with much text around its two projects, and what the assistant finds in it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from assistant.compose.composer import Composer
from assistant.compose.draft import Draft
from assistant.conversation import ConversationState
from assistant.look_up.evidence import Evidence
from assistant.look_up.findings import Finding
from assistant.look_up.guess import Guesser
from assistant.look_up.look_up import LookUp
from assistant.understand.lexicon import Lexicon
from assistant.understand.subject import SubjectFinder
from assistant.understand.understander import Understander
from assistant.understand.vocabulary import TermIndex, read_yaml
from assistant.verify import Verifier
from corpus.catalogue import Catalogue
from corpus.records import Document, Edition, Page, Passage, Project, Question, Span

if TYPE_CHECKING:
    from vectorstore.passages import PassageRetriever

Tell = Callable[..., tuple[Finding, Draft]]

SECTION = "計画を進めるための考え方"
THRIFT, PEOPLE, SITES = "① むだのない財政", "② 働き続けられる職場", "③ 施設の長寿命化"
# What each passage is, the title it stands under, and its words.
PROSE = (
    (
        "text",
        SECTION,
        "未利用地の売却やネーミングライツにより、新たな財源を確保します。"
        "また、オンライン申請の拡大と手数料のキャッシュレス化を進めます。",
    ),
    ("part", "（４） 市政経営", "（４） 市政経営"),
    ("total_cost", "推計事業費（４ヵ年合計）：20,002 百万円", "推計事業費（４ヵ年合計）：20,002 百万円"),
    (
        "principle",
        THRIFT,
        f"{THRIFT}\n市債の残高を毎年度減らします。財政調整基金は、標準財政規模の一割以上を保ちます。",
    ),
    ("principle", PEOPLE, f"{PEOPLE}\n職場の外で働く形（テレワーク）を広げます。男性職員の育児休業の取得を促します。"),
    (
        "principle",
        SITES,
        f"{SITES}\n「霧之原市橋りょう修繕計画」（平成30年（2018年）12月策定）及び"
        "「霧之原市学校再編計画」（令和2年2月策定）に沿い、ドローン点検の採用など、予防保全を進めます。",
    ),
    (
        "cost_items",
        "実施事業",
        "※ 「市政経営」には、実施事業に加え、次の経費が含まれます。 職員給与費 元金償還金 支払利子 予備費",
    ),
)
YEARS = ("令和8年度", "令和9年度", "令和10年度", "令和11年度")
HEADS = "令和８年度 令和９年度 令和10年度 令和11年度"
ROWS = (
    ("水路台帳事務", "水路台帳を電子化し、修繕の履歴を管理します。"),
    ("耐震診断事業", "霧之原市耐震化計画に沿い、診断を行います。"),
)


@pytest.fixture(scope="session")
def around() -> Catalogue:
    """Seven passages around the tables, and two projects, the second with a schedule of four years."""
    parts = [*(text for _, _, text in PROSE), HEADS, *(content for _, content in ROWS)]
    starts = [sum(len(part) + 1 for part in parts[:at]) for at in range(len(parts))]
    text = "\n".join(parts)
    page = Page(document_id="k", page=1, start=0, end=len(text), text=text)
    document = Document(id="k", title="霧之原市実施計画", publisher="霧之原市", text=text, pages=(page,))
    prose = [
        Passage(
            id=f"k-{at}", document_id="k", section=SECTION, title=title, text=said, field=kind, page=1,
            start=start, end=start + len(said),
        )
        for at, ((kind, title, said), start) in enumerate(zip(PROSE, starts, strict=False))
    ]  # fmt: skip
    projects, rows = [], []
    for (name, content), start in zip(ROWS, starts[-2:], strict=True):
        span = Span(page=1, start=start, end=start + len(content))
        projects.append(
            Project(
                id=name, name=name, divisions=("土木課",), content=content, document_id="k", section="実施事業", page=1,
                schedule=dict.fromkeys(YEARS, ("診断の実施",)) if name == ROWS[1][0] else None,
                sources={"content": (span,), "schedule": (span,)},
            )
        )  # fmt: skip
        rows.append(
            Passage(
                id=f"k-{name}", document_id="k", section="実施事業", title=name, text=content, field="content",
                project_ids=(name,), page=1, start=span.start, end=span.end,
            )
        )  # fmt: skip
    return Catalogue(documents=(document,), projects=tuple(projects), passages=(*prose, *rows))


@pytest.fixture(scope="session")
def around_retriever(around: Catalogue) -> "PassageRetriever":
    """Search over the tiny plan with the bundled model."""
    from vectorstore.embeddings import load_embedder
    from vectorstore.passages import PassageRetriever, entries_of
    from vectorstore.retriever import EntryVectors

    embedder = load_embedder()
    entries = entries_of(around)
    vectors = EntryVectors(
        titles=embedder.embed_passages([entry.title for entry in entries]),
        texts=embedder.embed_passages([entry.text for entry in entries]),
        terms=embedder.embed_terms([entry.head for entry in entries]),
    )
    return PassageRetriever(around, vectors, embedder)


@pytest.fixture(scope="session")
def tell(around: Catalogue, around_retriever: "PassageRetriever") -> Tell:
    """What is found for a question about the tiny plan, and its proved wording; a state may come before."""
    from assistant.understand.topic_model import load_topic_model
    from vectorstore.embeddings import load_embedder

    understander = Understander(around, Lexicon(around), SubjectFinder(around, TermIndex(around)))
    embedder = load_embedder()
    guesser = Guesser(load_topic_model(embedder), embedder, TermIndex(around))
    look_up = LookUp(around, Evidence(around, around_retriever, guesser, read_yaml("meaning.yaml")["ranking"]))
    composer = Composer(around, Edition(title="霧之原市実施計画", period="令和8年度～令和11年度"))
    verifier = Verifier(around)

    def ask(text: str, state: ConversationState | None = None) -> tuple[Finding, Draft]:
        read = understander.understand(Question(text=text), state or ConversationState())
        finding = look_up.find(read)
        draft = composer.compose(read, finding)
        assert verifier.faults(draft, text) == []
        return finding, draft

    return ask
