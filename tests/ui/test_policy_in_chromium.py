"""The page's Content-Security-Policy: what it allows beside its own host is what Gradio cannot do without."""

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.ui.conftest import PageService
from ui.mount import PAGE_POLICY

pytestmark = pytest.mark.browser
TELL = """document.addEventListener('securitypolicyviolation',
  (broken) => console.log('broken: ' + broken.effectiveDirective + ' ' + broken.blockedURI));"""


@pytest.mark.parametrize(
    ("directive", "exception", "broken"),
    [
        ("script-src", "'unsafe-eval'", "broken: script-src eval"),
        ("script-src", "'unsafe-inline'", "broken: script-src-elem inline"),
        ("style-src", "'unsafe-inline'", "broken: style-src-attr inline"),
    ],
    ids=["scripts compiled in the browser", "scripts within the page", "styles within the page"],
)
def test_gradio_still_needs_each_exception_of_the_policy(
    directive: str, exception: str, broken: str, chromium: Browser, running: PageService
) -> None:
    allowed = next(part for part in PAGE_POLICY.split("; ") if part.startswith(directive))
    strict = PAGE_POLICY.replace(allowed, allowed.replace(f" {exception}", ""))
    assert strict != PAGE_POLICY

    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": strict})

    with chromium.new_context(locale="ja-JP") as context:
        page = context.new_page()
        page.add_init_script(TELL)
        page.route(running.url + "/", answer)
        with page.expect_console_message(lambda message: broken in message.text, timeout=30_000):
            page.goto(running.url + "/")


def test_as_it_is_the_policy_breaks_nothing(chromium: Browser, running: PageService) -> None:
    with chromium.new_context(locale="ja-JP") as context:
        page, told = context.new_page(), list[str]()
        page.add_init_script(TELL)
        page.on("console", lambda message: told.append(message.text) if "broken: " in message.text else None)
        page.goto(running.url + "/#look")
        expect(page.locator("#look-result .look-part").first).to_be_visible(timeout=30_000)
        assert told == []
