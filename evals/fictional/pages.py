"""Put blocks onto pages, and pages into one text."""

from collections.abc import Sequence
from random import Random

from evals.fictional.layout import Block
from evals.fictional.typesetting import Line

Page = list[Line]


def first_pages(random: Random, blocks: Sequence[Block], foot: Sequence[Line], inside: bool) -> tuple[Page, Page]:
    """The first page with its foot, and the lines that follow it on the second.

    The page ends after a whole block; with ``inside``, between two lines of a block where one has that many.
    """
    lines = [line for block in blocks for line in block.lines]
    ends = [sum(len(block.lines) for block in blocks[: count + 1]) for count in range(len(blocks))]
    half = len(lines) // 2
    # A title and its first line stay together, hence two lines from a block's start on.
    starts = [0, *ends[:-1]]
    within = [at for start, end in zip(starts, ends, strict=True) for at in range(start + 2, end) if at >= half]
    whole = [end for end in ends if end >= half]
    cut = random.choice(within if inside and within else whole)
    return [*lines[:cut], *foot], lines[cut:]


def paginate(blocks: Sequence[Block], begun: Page, capacity: int, split: bool) -> list[Page]:
    """The pages that the blocks fill after the lines already ``begun``; none holds more lines than it may.

    A block larger than a page is an exception, and overflows. With ``split``, rows run over the end of a page.
    """
    pages: list[Page] = [begun]
    for block in blocks:
        lines = block.lines
        room = capacity - len(pages[-1])
        if pages[-1] and (block.new_page or len(lines) > room):
            if split and block.split_from and block.split_from <= room:
                pages[-1] += lines[:room]
                lines = lines[room:]
            pages.append([Line(block.header)] if block.header else [])
        pages[-1] += lines
    return pages


def render(pages: Sequence[Page], form_feed: bool) -> str:
    """The text: a blank line before each line that is not close; a space begins or a form feed ends each page."""
    texts = [_page_text(page) for page in pages]
    return "".join(f"{text}\n\f" for text in texts) if form_feed else "".join(f" {text}\n" for text in texts) + " "


def _page_text(page: Page) -> str:
    return page[0].text + "".join(("\n" if line.close else "\n\n") + line.text for line in page[1:])
