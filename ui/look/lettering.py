"""How wide letters are, in em, without a browser: so that nothing in a picture is cut or runs into another."""

from itertools import pairwise
from unicodedata import category, combining, east_asian_width

_FULL = 1.0
_HALF = 0.62  # the widest digits and small letters of common fonts
_CAPITAL = 0.78
_APART = 0.12  # so far apart readers may set the letters (WCAG 1.4.12), and a picture does not flow anew
_NEVER_FIRST = frozenset(
    "、。，．・：；？！）」』】］〉》〕ーゝ々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)]}%％"
)
_NEVER_LAST = frozenset("（「『【［〈《〔([{")


def width(text: str) -> float:
    """The text's width in em, rather too much than too little."""
    return sum(_width(letter) + _APART for letter in text if not _is_above(letter))


def lines(text: str, most: float) -> tuple[str, ...]:
    """The text in lines of at most ``most`` em, broken where Japanese may break; a longer word is broken anywhere."""
    found, line = [], ""
    for word in _words(text):
        if line and width(line + word) > most:
            found.append(line.rstrip())
            line = ""
        for letter in word:
            if line and width(line + letter) > most:
                found.append(line)
                line = ""
            line += letter
    return (*found, line.rstrip()) if line.strip() else tuple(found)


def flow(pieces: tuple[str, ...], most: float) -> tuple[str, ...]:
    """The pieces one after the other in lines of at most ``most`` em; one is broken only where it fits no line."""
    found: list[str] = []
    for piece in pieces:
        if found and width(found[-1] + piece) <= most:
            found[-1] += piece
        else:
            found += lines(piece, most)
    return tuple(found)


def _words(text: str) -> list[str]:
    """The pieces between which a line may end."""
    clean = " ".join(text.split())
    cuts = [index for index, (left, right) in enumerate(pairwise(clean), 1) if _may_break(left, right)]
    return [clean[start:end] for start, end in pairwise([0, *cuts, len(clean)])]


def _may_break(left: str, right: str) -> bool:
    if right in _NEVER_FIRST or left in _NEVER_LAST or right == " " or combining(right):
        return False
    return left == " " or _width(left) == _FULL or _width(right) == _FULL


def _is_above(letter: str) -> bool:
    """Whether the letter takes no room of its own."""
    return bool(combining(letter)) or category(letter) == "Cf"


def _width(letter: str) -> float:
    if east_asian_width(letter) in "WFA":
        return _FULL
    return _CAPITAL if letter.isupper() or letter in "%&@" else _HALF
