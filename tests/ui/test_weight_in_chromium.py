"""How heavy and how quick the page is in the browser; ``make pictures`` writes the figures to ``docs/page.md``."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext

pytestmark = [pytest.mark.browser, pytest.mark.slow]
REPORT = Path(__file__).parents[2] / "docs" / "page.md"
HEAVIEST = 8
MOST_REQUESTS = 80
MOST_BYTES = 400_000
MOST_BYTES_AGAIN = 80_000
# In milliseconds from the start of the navigation: the first letters, the question box, the example questions.
WATCH = """(() => { window.seen = {};
  const look = () => {
    for (const [name, part] of [['box', '#question textarea:not([disabled])'], ['examples', '.examples button']]) {
      if (!window.seen[name] && document.querySelector(part)) window.seen[name] = performance.now();
    }
    if (!window.seen.examples) requestAnimationFrame(look);
  };
  look(); })()"""


@dataclass(frozen=True)
class Opening:
    """One opening of the page: bytes over the wire by path, and when (ms) what was there."""

    bytes_of: dict[str, int]
    letters_ms: float
    box_ms: float
    examples_ms: float

    @property
    def size(self) -> int:
        """All bytes over the wire, headers too."""
        return sum(self.bytes_of.values())


def test_the_page_is_light_and_the_second_time_lighter(chromium: Browser, real_page: str) -> None:
    with chromium.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP") as context:
        cold, *others = (_open(context, real_page) for _ in range(4))
    warm = sorted(others, key=lambda opening: opening.examples_ms)[1]
    assert len(cold.bytes_of) <= MOST_REQUESTS
    assert cold.size <= MOST_BYTES
    assert warm.size <= MOST_BYTES_AGAIN
    if os.environ.get("WRITE_PAGE_DOCS"):
        REPORT.write_text(_report(cold, warm), encoding="utf-8")


def _open(context: BrowserContext, address: str) -> Opening:
    page = context.new_page()
    page.add_init_script(WATCH)
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    paths: dict[str, str] = {}
    bytes_of: dict[str, int] = {}

    def note(event: dict[str, Any]) -> None:
        path = paths.get(event["requestId"], "")
        bytes_of[path] = bytes_of.get(path, 0) + int(event["encodedDataLength"])

    network.on("Network.requestWillBeSent", lambda sent: paths.update({sent["requestId"]: _path(sent)}))
    network.on("Network.loadingFinished", note)
    page.goto(address + "/")
    page.wait_for_function("window.seen.examples", timeout=60_000)
    page.wait_for_load_state("load")
    seen = page.evaluate("window.seen")
    letters = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")
    page.close()
    return Opening(bytes_of, letters, seen["box"], seen["examples"])


def _path(sent: dict[str, Any]) -> str:
    return urlsplit(str(sent["request"]["url"])).path


def _report(cold: Opening, warm: Opening) -> str:
    heaviest = sorted(cold.bytes_of.items(), key=lambda entry: (-entry[1], entry[0]))[:HEAVIEST]
    lines = [
        "# 画面の重さと速さ",
        "",
        f"{date.today().isoformat()}に、`make pictures` が Chromium で測った値です（携帯電話の大きさ、同じ機械、"
        "2コア。ほかの仕事が動いていると遅くなります）。",
        "",
        "| | 初めて開く | もう一度開く（3回の中央） |",
        "|---|---:|---:|",
        f"| 最初の文字が見えるまで | {_s(cold.letters_ms)} | {_s(warm.letters_ms)} |",
        f"| 質問欄が使えるまで | {_s(cold.box_ms)} | {_s(warm.box_ms)} |",
        f"| 質問例が並ぶまで | {_s(cold.examples_ms)} | {_s(warm.examples_ms)} |",
        f"| 通信の回数（覚えているものも数える） | {len(cold.bytes_of)} | {len(warm.bytes_of)} |",
        f"| 通信の量 | {_kb(cold.size)} | {_kb(warm.size)} |",
        "",
        "通信先は、このサーバーだけです（`tests/ui/test_whole_page_in_chromium.py`）。",
        "",
        "## 重いもの",
        "",
        "| 何 | 量 |",
        "|---|---:|",
        *(f"| `{path}` | {_kb(size)} |" for path, size in heaviest),
        "",
        "`/` はページそのもので、Gradioの設定と、この画面のスタイルとスクリプトが入っています。圧縮して送ります"
        "（圧縮しないと約150 kB）。`/assets/` はGradioのもので、ブラウザーが覚えるので、二度目は通信しません。",
        "図とふりがなはサーバーで作り、その部屋を開いたときに初めて送ります。",
        "",
    ]
    return "\n".join(lines)


def _s(milliseconds: float) -> str:
    return f"{milliseconds / 1000:.2f} 秒"


def _kb(size: int) -> str:
    return f"{size / 1000:.1f} kB"
