"""Changes the text between the tags of HTML, and nothing else of it."""

from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

# What is typed, run or read aloud as it stands has no room for tags.
_LEFT_ALONE = frozenset({"script", "style", "textarea", "option", "title", "ruby", "svg"})
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})

Rewrite = Callable[[str], str]


def rewrite_text(html: str, rewrite: Rewrite) -> str:
    """The HTML with each run of text replaced by what ``rewrite`` makes of it: HTML from text without entities.

    Attributes stay, and so does text inside ``script``, ``style``, ``textarea``, ``option``, ``title``, ``svg`` and
    ``ruby``, and inside an element with ``data-as-is``.
    """
    walker = _Walker(rewrite)
    walker.feed(html)
    walker.close()
    return "".join(walker.pieces)


class _Walker(HTMLParser):
    def __init__(self, rewrite: Rewrite) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._rewrite = rewrite
        self._open: list[tuple[str, bool]] = []

    def handle_decl(self, decl: str) -> None:
        self.pieces.append(f"<!{decl}>")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces.append(self.get_starttag_text() or "")
        if tag not in _VOID:
            alone = tag in _LEFT_ALONE or any(name == "data-as-is" for name, _ in attrs)
            self._open.append((tag, alone))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's own signature
        self.pieces.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append(f"</{tag}>")
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not data.strip():
            self.pieces.append(data)
        elif any(alone for _, alone in self._open):
            inside_raw = self._open[-1][0] in {"script", "style"}
            self.pieces.append(data if inside_raw else escape(data, quote=False))
        else:
            self.pieces.append(self._rewrite(data))
