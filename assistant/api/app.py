"""``create_app``: routes, limits, headers, counters and error handlers put together."""

from importlib.metadata import version

from fastapi import FastAPI

from assistant.api import ask_routes, catalogue_routes, openai_routes, pages, service_routes
from assistant.api.errors import add_error_handlers
from assistant.api.headers import JSON_PREFIXES, SecurityHeaders
from assistant.api.limits import BodyLimit, RateLimit, TokenBuckets
from assistant.api.mcp_route import mcp_route
from assistant.api.metrics import CountRequests
from assistant.api.service import Service

DESCRIPTION = """市の実施計画についての質問に、出典つきで答えるAPIです。

エラーは、どれも `{"error": {"code", "message"}}` の形で返します。`message` は日本語の一文です。
"""


def create_app(service: Service) -> FastAPI:
    """The HTTP face of ``service``; the chat page is mounted on it afterwards, by the composition root."""
    app = FastAPI(
        title="plan-assistant",
        description=DESCRIPTION,
        version=version("plan-assistant"),
        docs_url=None,
        redoc_url=None,
    )
    app.state.service = service
    for module in (ask_routes, catalogue_routes, openai_routes, service_routes, pages):
        app.include_router(module.router)
    app.router.routes.append(mcp_route(service.shelf.library))
    pages.add_docs_assets(app)
    add_error_handlers(app)
    _add_middlewares(app, service)
    return app


def _add_middlewares(app: FastAPI, service: Service) -> None:
    # The last one added is the outermost.
    app.add_middleware(BodyLimit, max_body_bytes=service.max_body_bytes)
    app.add_middleware(RateLimit, buckets=TokenBuckets(service.requests_per_minute), prefixes=JSON_PREFIXES)
    app.add_middleware(CountRequests, metrics=service.metrics)
    app.add_middleware(SecurityHeaders)
