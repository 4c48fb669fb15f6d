"""The data of the pictures as files: ``/charts/costs.csv``, ``/charts/schedule.csv``, ``/charts/divisions.csv``."""

from fastapi import FastAPI
from starlette.responses import Response

from ui.context import PageContext
from ui.look.drawing import warm_up
from ui.look.selection import Selection
from ui.look.tables import Name, table
from ui.look.wording import load_look_texts


def add_look_routes(app: FastAPI, context: PageContext) -> None:
    """Serve the files; ``?division=`` narrows them as it does the pictures, and an unknown one is ignored.

    The routes raise ``IndexNotLoaded`` (or another of ours) while the context has no catalogue.
    """
    warm_up()

    @app.get("/charts/{name}.csv", include_in_schema=False)
    def download(name: Name, division: str | None = None) -> Response:
        catalogue = context.get_catalogue()
        selected = Selection.of(catalogue, {"division": division} if division else {})
        written = table(name, catalogue, selected.division, load_look_texts())
        headers = {"Content-Disposition": f'attachment; filename="{name}.csv"', "Cache-Control": "no-store"}
        return Response(written, media_type="text/csv; charset=utf-8", headers=headers)
