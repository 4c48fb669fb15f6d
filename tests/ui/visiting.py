"""A reader's way through every room of the page, and what can be checked wherever they stand."""

from collections.abc import Callable
from typing import Any, Literal
from urllib.parse import quote

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from corpus.records import Project
from ui.addresses import profile_address, sheet_address

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], "resultTypes": ["violations"]}
QUESTION = "実印の登録をしたいのですが、窓口はどの課ですか"
UNCLEAR = "税金について聞きたい"
UNKNOWN = "火星旅行の補助金はありますか"
TOLD_TOO_MUCH = "1234-5678-9018と090-1234-5678です。" + "とても長い質問" * 100
LONG_S = 60_000
# What takes a finger: controls and links that stand alone. A link within a sentence may be as high as its line, and a
# marker takes the tap around it (test_page_in_chromium.py).
SMALL = """() => [...document.querySelectorAll('a[href], button, summary, input, select, textarea')]
  .filter((part) => part.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .filter((part) => !part.closest('.visually-hidden, .marker, svg') && !part.matches('.marker, [type=hidden]'))
  .map((part) => [part.matches('[type=checkbox], [type=radio]') ? part.closest('label') : part, part])
  .map(([part, own]) => [own.outerHTML.slice(0, 120), part.getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && box.height < 43.5)
  .map(([html, box]) => `${Math.round(box.height)}px ${html}`)"""
# A colour that is still fading in has no contrast yet.
STILL = """() => Promise.all(document.getAnimations()
  .filter((moving) => moving.effect.getComputedTiming().endTime !== Infinity)
  .map((moving) => moving.finished.catch(() => 0)))
  .then(() => 0)"""
IN_THEME = """(scheme) => (scheme === 'dark')
  === (Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]) < 128)"""
WIDE = "() => document.documentElement.scrollWidth > window.innerWidth"


class Visit:
    """One browser page, and what its console, its errors and its requests said that they should not."""

    def __init__(self, page: Page, address: str) -> None:
        """Watch ``page``, which is about to open ``address``."""
        self.page, self.address, self.faults = page, address, list[str]()
        page.on("console", lambda message: self._note(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self._note(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith((address, "data:")) else self._note(asked.url))

    def _note(self, fault: str) -> None:
        self.faults.append(fault)

    def open(self, room: str = "") -> None:
        """Load the page at a room's address and wait until the room is usable."""
        self.page.goto(self.address + "/" + room)
        expect(self.page.locator(".rooms")).to_be_visible(timeout=LONG_S)

    def go(self, room: str, sign: str) -> None:
        """Change to a room's address, as its link does, and wait for ``sign``; a warning that is open is left."""
        if self.page.locator("#privacy[open]").count():
            self.page.keyboard.press("Escape")
        self.page.evaluate("(address) => { location.hash = address; }", room)
        expect(self.page.locator(sign).first).to_be_visible(timeout=LONG_S)

    def ask(self, question: str = QUESTION) -> None:
        """Ask in the conversation and wait for the whole answer."""
        turns = self.page.locator(".turn").count()
        box = self.page.locator("#question textarea")
        box.fill(question)
        box.press("Enter")
        expect(self.page.locator(".turn")).to_have_count(turns + 1, timeout=LONG_S)
        expect(self.page.locator(".answer-pending")).to_have_count(0, timeout=LONG_S)

    def open_source(self) -> None:
        """Press the first marker of the last answer and wait for the marked passage."""
        self.page.locator(".turn").last.locator(".marker").first.click()
        expect(self.page.locator("#panel mark")).to_be_visible(timeout=LONG_S)

    def ask_for(self, question: str, sign: str) -> None:
        """Ask in the conversation and wait for ``sign`` in the answer."""
        self.ask(question)
        expect(self.page.locator(".turn").last.locator(sign).first).to_be_visible()

    def find_fault(self) -> None:
        """Open the form in which a reader says what is wrong with the last answer."""
        self.page.locator(".turn").last.locator("[data-rate=down]").click()
        expect(self.page.locator("[data-feedback-form]:visible")).to_be_visible()

    def be_warned(self) -> None:
        """Try to send personal numbers, and wait for the warning."""
        self.page.locator("#question textarea").fill(TOLD_TOO_MUCH)
        self.page.locator("#question textarea").press("Enter")
        expect(self.page.locator("#privacy")).to_be_visible()

    def serve_counter(self, line: str = QUESTION, sign: str = ".counter-card") -> None:
        """Ask at the counter and wait for the card, or for another ``sign``."""
        self.go("#counter", "#counter-line")
        self.page.locator("#counter-line").fill(line)
        self.page.keyboard.press("Enter")
        expect(self.page.locator(f"#counter-result {sign}").first).to_be_visible(timeout=LONG_S)
        expect(self.page.locator("#counter-result[data-waiting]")).to_have_count(0, timeout=LONG_S)

    def look(self) -> None:
        """Open the pictures, every table below them unfolded."""
        self.go("#look", "#look-result .look-part")
        self.page.locator("#room-look details").evaluate_all("all => all.forEach((each) => { each.open = true; })")

    def see_by(self, scheme: Scheme) -> None:
        """Change the reader's system to that theme, and wait until the page has it."""
        self.page.emulate_media(color_scheme=scheme)
        self.page.wait_for_function(IN_THEME, arg=scheme)

    def wrong(self, *, finger: bool) -> list[str]:
        """What breaks a rule where the reader stands: WCAG by axe, width, and with ``finger`` small targets."""
        self.page.evaluate(STILL)
        if not self.page.evaluate("() => window.axe !== undefined"):
            self.page.evaluate(Axe().axe_script)  # Axe.run would send its half megabyte each time
        found: list[dict[str, Any]] = self.page.evaluate(
            "(rules) => axe.run(rules).then((run) => run.violations)", WCAG
        )
        broken = [f"{each['id']}: {node['html'][:120]}" for each in found for node in each["nodes"]]
        broken += ["wider than the screen"] if self.page.evaluate(WIDE) else []
        return broken + (self.page.evaluate(SMALL) if finger else [])


def stations(visit: Visit, division: str) -> dict[str, Callable[[], None]]:
    """Where a reader comes by on a way through the page, by name, in order; ``division`` is one of the plan's."""
    asked = quote(division)
    return {
        "ask": lambda: expect(visit.page.locator(".examples")).to_be_visible(timeout=LONG_S),
        "ask, answered": visit.ask,
        "ask, source": visit.open_source,
        "ask, feedback": visit.find_fault,
        "ask, clarify": lambda: visit.ask_for(UNCLEAR, "button.choice"),
        "ask, not found": lambda: visit.ask_for(UNKNOWN, ".answer-not_found"),
        "ask, warned": visit.be_warned,
        "find": lambda: visit.go("#find", "#find-result .divisions"),
        "find, table": lambda: visit.go("#find?view=table", "table.projects"),
        "find, nothing": lambda: visit.go("#find?q=宇宙", ".find-none"),
        "look": visit.look,
        "counter": lambda: visit.go("#counter", "#counter-line"),
        "counter, card": visit.serve_counter,
        "counter, clarify": lambda: visit.serve_counter(UNCLEAR, ".counter-choices"),
        "counter, not found": lambda: visit.serve_counter(UNKNOWN, ".counter-not-found"),
        "staff": lambda: visit.go("#staff", ".staff-starts"),
        "staff, question": lambda: visit.go("#staff?seed=5&n=1", ".quiz-project"),
        "staff, answer": lambda: visit.go("#staff?seed=5&n=1&choice=1", ".quiz-verdict"),
        "staff, other answer": lambda: visit.go("#staff?seed=5&n=1&choice=2", ".quiz-verdict"),
        "staff, end": lambda: visit.go("#staff?seed=5&n=11", ".quiz-review"),
        "staff, division": lambda: visit.go(f"#staff?division={asked}", ".profile"),
    }


def sheets_of(project: Project) -> dict[str, str]:
    """The addresses of a project's sheets by name: its own, its division's, its page of the source."""
    return {
        "project": sheet_address(project),
        "division": profile_address(project.divisions[0]),
        "page": f"/documents/{project.document_id}/pages/{project.page}?project={project.id}",
    }
