"""What Prometheus can read: requests, answers by status, and how long an answer took. Prometheus lives here alone."""

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.ports import StreamingAssistant
from corpus.records import Answer, Piece, Question

METHODS = {"GET", "POST", "HEAD", "OPTIONS"}
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)


class Metrics:
    """The service's counters, in a registry of their own so that two services can live in one process."""

    def __init__(self) -> None:
        """Start at zero."""
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "plan_assistant_requests", "HTTP requests", ("method", "path", "status"), registry=self.registry
        )
        self.answers = Counter("plan_assistant_answers", "Answers by status", ("status",), registry=self.registry)
        self.answer_seconds = Histogram(
            "plan_assistant_answer_seconds", "Seconds from question to answer", buckets=SECONDS, registry=self.registry
        )
        self.feedback = Counter("plan_assistant_feedback", "Ratings of answers", ("rating",), registry=self.registry)
        self.worded = Counter("plan_assistant_worded", "Answers by who worded them", ("by",), registry=self.registry)
        self.sentences = Counter(
            "plan_assistant_model_sentences", "A model's sentences by their check", ("outcome",), registry=self.registry
        )
        self.troubles = Counter(
            "plan_assistant_model_troubles", "A model's failures by kind", ("kind",), registry=self.registry
        )
        self.ready = Gauge("plan_assistant_ready", "1 once an index is loaded", registry=self.registry)

    def model_failed(self, kind: str) -> None:
        """Count one failure of the language model."""
        self.troubles.labels(kind).inc()

    def text(self) -> bytes:
        """Everything in Prometheus' text format."""
        return generate_latest(self.registry)


class MeasuredAssistant:
    """An assistant whose answers are counted and timed, whichever face asked."""

    def __init__(self, assistant: StreamingAssistant, metrics: Metrics) -> None:
        """Answer as ``assistant`` does."""
        self._assistant = assistant
        self._metrics = metrics

    def ask(self, question: Question) -> Answer:
        """Answer one question."""
        with self._metrics.answer_seconds.time():
            return self._count(self._assistant.ask(question))

    def stream(self, question: Question) -> Iterator[Piece]:
        """The same piece by piece; its time ends with the last one."""
        with self._metrics.answer_seconds.time():
            for piece in self._assistant.stream(question):
                if piece.answer:
                    self._count(piece.answer)
                yield piece

    def _count(self, answer: Answer) -> Answer:
        made = answer.generated_by
        self._metrics.answers.labels(answer.status).inc()
        self._metrics.worded.labels(made.source).inc()
        for outcome in ("verified", "repaired", "replaced"):
            self._metrics.sentences.labels(outcome).inc(getattr(made, outcome))
        return answer


class CountRequests:
    """Count each request by method, route and status; unknown paths share one label, so that no client can add any."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        """Watch ``app``."""
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on unchanged."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._count(scope, message["status"])
            await send(message)

        await self._app(scope, receive, counted)

    def _count(self, scope: Scope, status: int) -> None:
        method = scope["method"] if scope["method"] in METHODS else "other"
        path = getattr(scope.get("route"), "path", "other")
        self._metrics.requests.labels(method, path, str(status)).inc()
