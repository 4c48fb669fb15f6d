"""The README's pictures of the page, over the shipped plan; ``make pictures`` puts them into ``docs/images/``."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image
from playwright.sync_api import Browser, expect

from tests.ui.visiting import LONG_S, Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]
IMAGES = Path(__file__).parents[2] / "docs" / "images"
COLOURS_KEPT = 128
COLOURS_OF_A_PAGE = 16


@dataclass(frozen=True)
class Picture:
    """One picture: the screen (pixels), the theme, the way to what it shows, and the part that is shown at the top."""

    size: tuple[int, int]
    arrive: Callable[[Visit], None]
    theme: Literal["light", "dark"] = "light"
    top: str = "#page-top"


def _answer(visit: Visit) -> None:
    visit.ask()


def _source(visit: Visit) -> None:
    visit.ask()
    visit.open_source()


def _plain(visit: Visit) -> None:
    visit.page.locator("select[data-wish=speech]").select_option("plain")
    expect(visit.page.locator("#conversation ruby").first).to_be_visible(timeout=LONG_S)
    visit.ask()


PICTURES = {
    "page-phone": Picture((390, 844), _answer, top=".turn"),
    "page-desk": Picture((1440, 900), _source, top=".turn"),
    "page-counter": Picture((1180, 860), Visit.serve_counter, top="#counter-controls"),
    "page-look": Picture(
        (1180, 900), lambda visit: visit.go("#look", "#look-result .look-part"), "dark", "#look-controls"
    ),
    "page-find": Picture((1180, 860), lambda visit: visit.go("#find?view=table&priority=1", "table.projects")),
    "page-plain": Picture((390, 844), _plain, top=".turn"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_of_the_page_shows_it(name: str, chromium: Browser, real_page: str, tmp_path: Path) -> None:
    picture = PICTURES[name]
    width, height = picture.size
    with chromium.new_context(
        viewport={"width": width, "height": height}, locale="ja-JP", color_scheme=picture.theme, reduced_motion="reduce"
    ) as context:
        visit = Visit(context.new_page(), real_page)
        visit.open()
        picture.arrive(visit)
        # A place name or a card scrolls by itself after the answer: wait for that, then put the part to the top.
        visit.page.evaluate("() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 300))")
        visit.page.locator(picture.top).first.evaluate(
            "(part) => window.scrollTo({ top: part.getBoundingClientRect().top + scrollY - 16, behavior: 'instant' })"
        )
        taken = tmp_path / f"{name}.png"
        visit.page.screenshot(path=taken)
        assert visit.faults == []
    with Image.open(taken) as image:
        assert image.size == picture.size
        assert len(image.convert("RGB").getcolors(width * height) or []) > COLOURS_OF_A_PAGE
        if os.environ.get("WRITE_PAGE_DOCS"):
            # Few colours are lost, and half of the bytes.
            image.convert("RGB").quantize(COLOURS_KEPT).save(IMAGES / taken.name, optimize=True)
