"""What operators and their machines ask: alive, ready, counted."""

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST

from assistant.api.service import CurrentService, Loaded
from assistant.api.views import Health, Readiness, error_responses

router = APIRouter(tags=["稼働"])


@router.head("/healthz", include_in_schema=False)
@router.get("/healthz", summary="動いているか")
def healthz() -> Health:
    """Answer as long as the process does."""
    return Health()


@router.head("/readyz", include_in_schema=False)
@router.get("/readyz", summary="答えられるか", responses=error_responses(503))
def readyz(library: Loaded) -> Readiness:
    """200 once an index is loaded; 503 until then, saying why."""
    catalogue = library.catalogue
    return Readiness(documents=len(catalogue.documents), projects=len(catalogue.projects))


@router.get("/metrics", summary="Prometheus の計測値", response_class=Response)
def metrics(service: CurrentService) -> Response:
    """Counters in Prometheus' text format; no question's text is among them."""
    service.metrics.ready.set(service.shelf.is_filled)
    return Response(service.metrics.text(), media_type=CONTENT_TYPE_LATEST)
