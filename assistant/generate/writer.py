"""Words a decided answer with a model, sentence by sentence; what fails its check is never seen."""

import logging
import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.compose.draft import Draft
from assistant.generate.breaker import CircuitBreaker
from assistant.generate.check import Check
from assistant.generate.licence import Licence
from assistant.generate.mentions import Mentions
from assistant.generate.prompts import answer_prompt, repair_prompt
from assistant.generate.remaining import remaining_lines
from assistant.generate.sentences import SentenceCutter, sentences
from assistant.ports import ChatModel
from corpus.catalogue import Catalogue
from corpus.errors import ModelTrouble
from corpus.records import GeneratedBy, Message, Style

logger = logging.getLogger(__name__)

# After so many sentences that could not be shown, the model is not worth waiting for.
MAX_REPLACED = 4
MAX_REPLY_CHARACTERS = 8000


@dataclass(frozen=True)
class Budget:
    """How long a user waits for a model (for its first piece, for all of it), and what the model is spared.

    For ``repairs`` sentences of an answer it is asked once more. After ``failures_allowed`` failures in a row it rests
    for ``rest_s`` seconds; ``askers`` may ask it at once.
    """

    first_piece_s: float = 8.0
    answer_s: float = 20.0
    repairs: int = 2
    askers: int = 4
    failures_allowed: int = 3
    rest_s: float = 60.0


def _unheard(_kind: str) -> None:
    """Trouble that nobody counts."""


class Writer:
    """A configured model with what keeps it in its place: its budget, its breaker, and so many askers at once."""

    def __init__(
        self, model: ChatModel, catalogue: Catalogue, budget: Budget, on_trouble: Callable[[str], None] = _unheard
    ) -> None:
        """``on_trouble`` is told the kind of every trouble, for counters."""
        self.model = model
        self.breaker = CircuitBreaker(budget.failures_allowed, budget.rest_s)
        self._catalogue = catalogue
        self._mentions = Mentions(catalogue)
        self._budget = budget
        self._places = threading.BoundedSemaphore(budget.askers)
        self._on_trouble = on_trouble

    def write(self, draft: Draft, asked: str, style: Style = "standard") -> "Writing":
        """The writing of one answer, to be iterated once: its words as they pass."""
        return Writing(self, draft, Licence(draft, self._catalogue, self._mentions, asked), asked, style)

    def reply(self, messages: Sequence[Message], until: float) -> Iterator[str]:
        """The model's reply, no later than ``until`` (monotonic seconds); raises ``ModelTrouble``."""
        first_until = min(until, time.monotonic() + self._budget.first_piece_s)
        pieces: queue.Queue[str | ModelTrouble | None] = queue.Queue()
        given_up = threading.Event()
        threading.Thread(target=_pump, args=(self.model, messages, pieces, given_up), daemon=True).start()
        try:
            yield from _in_time(pieces, first_until, until)
        finally:
            given_up.set()

    def trouble(self, error: ModelTrouble) -> None:
        """Note that the model failed: for the breaker, the counters, and whoever reads the log."""
        self.breaker.failed()
        self._on_trouble(error.kind)
        cause = f"{type(error.__cause__).__name__}" if error.__cause__ else "no cause given"
        logger.warning("the model %s is in trouble (%s, %s); the composer answers", self.model.name, error.kind, cause)

    def take_place(self) -> bool:
        """Whether there is a free place to ask from; it is to be given back."""
        return self._places.acquire(blocking=False)

    def give_place_back(self) -> None:
        """Let the next one ask."""
        self._places.release()

    @property
    def repairs(self) -> int:
        """How many sentences of an answer the model may try a second time."""
        return self._budget.repairs

    @property
    def answer_s(self) -> float:
        """The seconds that an answer may take."""
        return self._budget.answer_s


class Writing:
    """One answer being worded: iterate it for its words, then take ``draft`` and ``generated_by``."""

    def __init__(self, writer: Writer, draft: Draft, licence: Licence, asked: str, style: Style) -> None:
        self._writer = writer
        self._decided = draft
        self._licence = licence
        self._prompt = answer_prompt(draft, asked, style)
        self._check = Check(licence, style)
        self._until = time.monotonic() + writer.answer_s
        self._verified = self._repaired = self._replaced = 0
        self._text = ""

    def __iter__(self) -> Iterator[str]:
        """The answer's words: sentences that passed, then what the composer still has to say."""
        yield from self._sentences()
        rest = "\n".join(remaining_lines(self._licence, self._check.accepted))
        if rest:
            yield self._add(f"\n{rest}" if self._text else rest)

    @property
    def draft(self) -> Draft:
        """The answer as it was worded."""
        return replace(self._decided, lines=self._text.split("\n"))

    @property
    def generated_by(self) -> GeneratedBy:
        """Who worded it."""
        if not self._check.accepted:
            return GeneratedBy(replaced=self._replaced)
        return GeneratedBy(
            source="model", model=self._writer.model.name,
            verified=self._verified, repaired=self._repaired, replaced=self._replaced,
        )  # fmt: skip

    def _sentences(self) -> Iterator[str]:
        if not self._writer.breaker.allows() or not self._writer.take_place():
            return
        try:
            for sentence in self._replied():
                shown = self._passed(sentence)
                if shown:
                    yield self._add(shown)
                if self._replaced >= MAX_REPLACED:
                    break
            self._writer.breaker.succeeded()
        except ModelTrouble as error:
            self._writer.trouble(error)
        finally:
            self._writer.give_place_back()

    def _replied(self) -> Iterator[str]:
        """The sentences of the model's reply as they are complete; a reply without end is cut."""
        cutter, length = SentenceCutter(), 0
        for piece in self._writer.reply(self._prompt, self._until):
            length += len(piece)
            yield from cutter.add(piece)
            if length > MAX_REPLY_CHARACTERS:
                raise ModelTrouble("endless")
        yield from cutter.rest()

    def _passed(self, sentence: str) -> str:
        """The sentence if it passes, or what it was mended to, or nothing."""
        fault = self._check.fault(sentence)
        if fault is None:
            self._verified += 1
            return sentence
        logger.info("a sentence of the model was held back (%s)", fault.kind)
        if fault.kind not in ("repetition", "length") and self._repaired + self._replaced < self._writer.repairs:
            mended = self._mended(sentence, fault.reason)
            if mended and self._check.fault(mended) is None:
                self._repaired += 1
                return mended
        self._replaced += 1
        return ""

    def _mended(self, sentence: str, reason: str) -> str:
        """The first sentence of the model's second try."""
        messages = repair_prompt(self._decided, sentence.strip(), reason)
        reply = "".join(self._writer.reply(messages, self._until))[:MAX_REPLY_CHARACTERS]
        return next(iter(sentences(reply)), "").strip()

    def _add(self, words: str) -> str:
        """Keep what is shown; blank lines between a model's paragraphs are one line's end."""
        shown = words if self._text else words.lstrip()
        shown = ("\n" + shown.lstrip()) if shown.startswith("\n") else shown
        self._text += shown
        return shown


def _pump(
    model: ChatModel, messages: Sequence[Message], pieces: "queue.Queue[str | ModelTrouble | None]",
    given_up: threading.Event,
) -> None:  # fmt: skip
    """Read the model in a thread of its own, so that nobody has to wait for it; None is its end."""
    try:
        for piece in model.stream(messages):
            if given_up.is_set():
                return
            pieces.put(piece)
        pieces.put(None)
    except ModelTrouble as error:
        pieces.put(error)
    except Exception as error:
        trouble = ModelTrouble("rubbish")
        trouble.__cause__ = error
        pieces.put(trouble)


def _in_time(pieces: "queue.Queue[str | ModelTrouble | None]", first_until: float, until: float) -> Iterator[str]:
    limit = first_until
    while True:
        left = limit - time.monotonic()
        if left <= 0:  # a model that never pauses must not outlast the budget either
            raise ModelTrouble("slow")
        try:
            piece = pieces.get(timeout=left)
        except queue.Empty:
            raise ModelTrouble("slow") from None
        if piece is None:
            return
        if isinstance(piece, ModelTrouble):
            raise piece
        limit = until
        yield piece
