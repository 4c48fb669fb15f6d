"""What Prometheus can read: requests, answers by status, and how long an answer took. Prometheus lives here alone."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.ports import Assistant
from corpus.records import Answer, Question

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
        self.ready = Gauge("plan_assistant_ready", "1 once an index is loaded", registry=self.registry)

    def text(self) -> bytes:
        """Everything in Prometheus' text format."""
        return generate_latest(self.registry)


class MeasuredAssistant:
    """An assistant whose answers are counted and timed, whichever face asked."""

    def __init__(self, assistant: Assistant, metrics: Metrics) -> None:
        """Answer as ``assistant`` does."""
        self._assistant = assistant
        self._metrics = metrics

    def ask(self, question: Question) -> Answer:
        """Answer one question."""
        with self._metrics.answer_seconds.time():
            answer = self._assistant.ask(question)
        self._metrics.answers.labels(answer.status).inc()
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
