"""Cuts a growing text into sentences, each with the markers that follow it."""

import re

_OPENING = "「『（(【［"
_CLOSING = "」』）)】］"
_ENDS = "。！？!?\n"
_MAYBE_END = re.compile(f"[{_ENDS}]")
_MARKERS = re.compile(r"(?:\s*\[[0-9]{1,3}\])*")
# A marker whose bracket has not been closed yet may still come: nothing is cut before it.
_MAYBE_MARKER = re.compile(r"\s*(?:\[[0-9]{0,3})?\Z")


class SentenceCutter:
    """Takes a text piece by piece and gives its sentences, each once, as soon as it is complete."""

    def __init__(self) -> None:
        """Nothing has come yet."""
        self._text = ""

    def add(self, piece: str) -> list[str]:
        """The sentences that the piece completes; a marker that may still follow one holds it back."""
        self._text += piece
        found: list[str] = []
        if not _MAYBE_END.search(self._text):  # looked through in full only where a sentence may be complete
            return found
        while (end := _end(self._text, at_end=False)) is not None:
            found.append(self._text[:end])
            self._text = self._text[end:]
        return [sentence for sentence in found if sentence.strip()]

    def rest(self) -> list[str]:
        """What is left when the text is over: its last sentences, and one that was cut off."""
        found = []
        while (end := _end(self._text, at_end=True)) is not None:
            found.append(self._text[:end])
            self._text = self._text[end:]
        found.append(self._text)
        self._text = ""
        return [sentence for sentence in found if sentence.strip()]


def sentences(text: str) -> list[str]:
    """The sentences of a whole text."""
    cutter = SentenceCutter()
    return [*cutter.add(text), *cutter.rest()]


def _end(text: str, *, at_end: bool) -> int | None:
    """Where the first sentence ends, its closing brackets and markers included; None while that is not known."""
    depth = 0
    for at, char in enumerate(text):
        if char in _OPENING:
            depth += 1
        elif char in _CLOSING:
            depth = max(0, depth - 1)
        # A line's end closes what was left open: a bracket that never closes must not swallow the answer.
        if char == "\n":
            if text[:at].strip():
                return at + 1
        elif char in _ENDS and not depth:
            return _after_markers(text, at + 1, at_end=at_end)
    return None


def _after_markers(text: str, at: int, *, at_end: bool) -> int | None:
    match = _MARKERS.match(text, at)
    end = match.end() if match else at
    return None if not at_end and _MAYBE_MARKER.match(text, end) else end
