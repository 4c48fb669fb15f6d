"""The help that one reader wants over the page's HTML, put on at the border, where everything passes."""

import re
from collections.abc import Callable
from html import escape, unescape

from corpus.catalogue import Catalogue
from ui.preferences import Preferences
from ui.reading.furigana import furigana_for
from ui.reading.languages import mark_japanese
from ui.reading.romaji import romanized
from ui.reading.text_nodes import Rewrite, rewrite_text

_ONE_ELEMENT = re.compile(r"\s*<(span|ruby)\b(?:(?!</\1>).)*</\1>\s*", re.DOTALL)
# Where a template has room for how a name is said.
_SAID = re.compile(r'(<span class="said" data-name="([^"]*)")></span>')
_KANA_RUN = re.compile("[一-龥々]*[ぁ-ゖァ-ヺ][ぁ-ゖァ-ヺ一-龥々ー・]*")


def with_aids(html: str, preferences: Preferences, catalogue: Catalogue | None) -> str:
    """The HTML with furigana for plain Japanese, or with Japanese words marked and said on any other page.

    Japanese by default stays as it is. Without a catalogue its names are read as the dictionary reads them.
    """
    if preferences.language == "ja":
        return (
            html
            if preferences.style == "standard"
            else _rewritten(html, furigana_for(catalogue.documents if catalogue else ()).over)
        )
    return _said(_rewritten(html, _mark_names(catalogue) if preferences.language == "zh" else mark_japanese), catalogue)


def _said(html: str, catalogue: Catalogue | None) -> str:
    """The HTML with the names' sound in Latin letters, by which a reader can say them or find them on a sign."""
    furigana = furigana_for(catalogue.documents if catalogue else ())
    return _SAID.sub(lambda m: f'{m[1]} lang="ja-Latn">{romanized(unescape(m[2]), furigana)}</span>', html)


def _rewritten(html: str, rewrite: Rewrite) -> str:
    return rewrite_text(html, lambda text: _held_together(rewrite(text)))


def _held_together(html: str) -> str:
    """One run of text as one element: its pieces, side by side in a flex box, would lose the spaces between them.

    The element is no ``span``, which the page's styles often mean something by.
    """
    return f"<plan-run>{html}</plan-run>" if "<" in html and not _ONE_ELEMENT.fullmatch(html) else html


def _mark_names(catalogue: Catalogue | None) -> Callable[[str], str]:
    """Chinese shares its characters with Japanese: what is Japanese are the plan's names, and words with kana."""
    names = {p.name for p in catalogue.projects} | {d.name for d in catalogue.divisions} if catalogue else set()
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    japanese = re.compile("|".join([*map(re.escape, longest_first), _KANA_RUN.pattern]))
    return lambda text: japanese.sub(_marked, escape(text, quote=False))


def _marked(match: re.Match[str]) -> str:
    return f'<span lang="ja">{match.group()}</span>'
