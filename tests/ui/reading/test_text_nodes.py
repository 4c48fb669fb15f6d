"""Only the text between tags is rewritten."""

import pytest

from ui.reading.text_nodes import rewrite_text


@pytest.mark.parametrize(
    ("html", "rewritten"),
    [
        ('<p title="a">a<br>a</p>', '<p title="a">X<br>X</p>'),
        ("<select><option>a</option></select>", "<select><option>a</option></select>"),
        ("<ruby>a<rt>a</rt></ruby>a", "<ruby>a<rt>a</rt></ruby>X"),
        ("<div data-as-is><b>a</b></div><b>a</b>", "<div data-as-is><b>a</b></div><b>X</b>"),
        ("<script>a < 1</script><textarea>a &lt;</textarea>", "<script>a < 1</script><textarea>a &lt;</textarea>"),
        ("<!doctype html><p>a</p>", "<!doctype html><p>X</p>"),
        ("<ul>\n  <li>a</li>\n</ul>", "<ul>\n  <li>X</li>\n</ul>"),
    ],
    ids=["attributes", "option", "ruby", "as it is", "script and textarea", "a document", "white space"],
)
def test_text_changes_and_tags_do_not(html: str, rewritten: str) -> None:
    assert rewrite_text(html, lambda _: "X") == rewritten


def test_text_comes_without_entities_and_goes_as_html() -> None:
    seen: list[str] = []

    def keep(text: str) -> str:
        seen.append(text)
        return "&lt;i&gt;"

    assert rewrite_text("<p>&lt;script&gt; &amp;amp;</p>", keep) == "<p>&lt;i&gt;</p>"
    assert seen == ["<script> &amp;"]
