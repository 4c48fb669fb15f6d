"""The whole path in a real browser: the shipped plan, the real index, the real assistant, the page."""

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser


def test_a_citizen_types_a_question_and_sees_the_division_with_the_plan_s_own_words(
    real_page: str, chromium: Browser
) -> None:
    with chromium.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP") as context:
        page = context.new_page()
        page.goto(real_page)
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
