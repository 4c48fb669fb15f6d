"""The whole path in a real browser: the shipped plan, the real index, the real assistant, the page."""

import threading
from collections.abc import Iterator

import pytest
import uvicorn
from playwright.sync_api import Browser, expect

from assistant import server
from assistant.api.app import create_app
from assistant.api.service import Library, Service, Shelf
from assistant.feedback import FeedbackStore
from ui.context import PageContext
from ui.page import mount_page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(plan_library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The API and the page over the shipped plan, on a free loopback port."""
    store = FeedbackStore(tmp_path_factory.mktemp("feedback") / "feedback.sqlite3", retention_days=1)
    service = Service(Shelf(plan_library), store)
    context = PageContext(lambda: plan_library.assistant, lambda: plan_library.catalogue, store.rate)
    app = mount_page(create_app(service), context)
    listener = server.open_port("127.0.0.1", 0)
    running = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    running.should_exit = True
    thread.join(timeout=10)


def test_a_citizen_types_a_question_and_sees_the_division_with_the_plan_s_own_words(
    address: str, chromium: Browser
) -> None:
    with chromium.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP") as context:
        page = context.new_page()
        page.goto(address)
        box = page.locator("#question textarea")
        expect(box).to_be_visible(timeout=60_000)
        box.fill("実印の登録をしたいのですが、窓口はどの課ですか")
        box.press("Enter")
        expect(page.locator(".turn")).to_have_count(1, timeout=30_000)
        expect(page.locator(".answer-pending")).to_have_count(0, timeout=30_000)
        expect(page.locator(".turn")).to_contain_text("市民課")
        expect(page.locator("body")).to_contain_text(
            "戸籍・住民基本台帳に関連する届出、証明発行、個人番号カード交付等の事務を行います。"
        )
